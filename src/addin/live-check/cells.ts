// What becomes of values: written by the API, written by the script as onEdit does, refused by validation.

import type { Answer } from '../../app/check/live-answer.ts';
import type { Request } from '../../sheet/requests/request.ts';
import { type Probe, refusalOf, type Scratch, shown, text } from './probe.ts';

const FIRST_ROW = { startRowIndex: 0, endRowIndex: 1 };

/** Texts that look like something else. */
const TEXTS = ['038012345678', '15/5', 'Kỳ 05/2024', '1/2', '=1+1', 'TRUE'] as const;

function formatted({ sheetId }: Scratch, type: string): Request {
  const range = { sheetId, ...FIRST_ROW, startColumnIndex: 0, endColumnIndex: TEXTS.length };
  return {
    repeatCell: { range, cell: { userEnteredFormat: { numberFormat: { type } } }, fields: 'userEnteredFormat' },
  };
}

/** The range of the probe's tab as a script has it. */
function rangeOf({ file, title }: Scratch, a1: string) {
  const sheet = SpreadsheetApp.openById(file).getSheetByName(title);
  if (!sheet) throw new Error(`no tab ${title}`);
  return sheet.getRange(a1);
}

/** A drop-down of two words in A1. */
function strict({ sheetId, apply }: Scratch): void {
  const condition = { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'Có' }, { userEnteredValue: 'Không' }] };
  const range = { sheetId, ...FIRST_ROW, startColumnIndex: 0, endColumnIndex: 1 };
  apply([{ setDataValidation: { range, rule: { condition, strict: true, showCustomUi: true } } }]);
}

export const CELL_PROBES: readonly Probe<Scratch>[] = [
  {
    id: 'texts-by-api',
    about: 'Chữ ghi qua API vào ô định dạng Văn bản giữ nguyên',
    expected: [...TEXTS],
    ask: (scratch) => {
      scratch.apply([formatted(scratch, 'TEXT')]);
      scratch.write([TEXTS.map(text)], 'userEnteredValue');
      return (scratch.cells('effectiveValue')[0] ?? []).map(shown);
    },
  },
  {
    id: 'period-by-script',
    about: '«Kỳ 05/2024» do onEdit ghi vào ô Văn bản và ô thường vẫn là chữ',
    expected: ['Kỳ 05/2024', 'Kỳ 05/2024'],
    ask: (scratch) => {
      const range = { sheetId: scratch.sheetId, ...FIRST_ROW, startColumnIndex: 0, endColumnIndex: 1 };
      const cell = { userEnteredFormat: { numberFormat: { type: 'TEXT' } } };
      scratch.apply([{ repeatCell: { range, cell, fields: 'userEnteredFormat' } }]);
      rangeOf(scratch, 'A1:B1').setValues([['Kỳ 05/2024', 'Kỳ 05/2024']]);
      return (scratch.cells('effectiveValue')[0] ?? []).map(shown);
    },
  },
  {
    id: 'moment-by-script',
    about: 'Số ngày giờ do onEdit ghi vào ô Ngày giờ đọc lại đúng',
    expected: 45427.5,
    ask: (scratch) => {
      const range = { sheetId: scratch.sheetId, ...FIRST_ROW, startColumnIndex: 0, endColumnIndex: 1 };
      const cell = { userEnteredFormat: { numberFormat: { type: 'DATE_TIME', pattern: 'dd/mm/yyyy hh:mm' } } };
      scratch.apply([{ repeatCell: { range, cell, fields: 'userEnteredFormat' } }]);
      rangeOf(scratch, 'A1').setValues([[45427.5]]);
      return shown(scratch.cells('effectiveValue')[0]?.[0]);
    },
  },
  {
    id: 'validation-by-api',
    about: 'API ghi được giá trị ngoài danh sách chọn (hệ thống phải tự kiểm lại)',
    expected: 'Khác',
    ask: (scratch) => {
      strict(scratch);
      scratch.write([[text('Khác')]], 'userEnteredValue');
      return shown(scratch.cells('effectiveValue')[0]?.[0]);
    },
  },
  {
    id: 'validation-by-script',
    about: 'onEdit ghi giá trị ngoài danh sách chọn thì bị từ chối cả lần ghi',
    expected: ['từ chối', null],
    ask: (scratch): Answer => {
      strict(scratch);
      const told = refusalOf(() => {
        rangeOf(scratch, 'A1:B1').setValues([['Khác', 'x']]);
        SpreadsheetApp.flush();
      });
      return [told === 'được' ? told : 'từ chối', shown(scratch.cells('effectiveValue')[0]?.[1])];
    },
  },
];
