// How the entry block looks and what its cells take, in «Nhiệm vụ» and in the copies of it («Lịch sử», «Bản lưu»).
import { ADDRESSEES } from '../../core/addressee.ts';
import { dayOf } from '../../core/calendar.ts';
import { YEARS_DONE } from '../../core/check/moments.ts';
import { ENTRY_COLUMNS, ENTRY_HEADINGS, type EntryKey, entryKind, type TypedEntry } from '../../core/entry-block.ts';
import { FIRST_DAY, LAST_DAY } from '../../core/settings.ts';
import { STATES } from '../../core/status.ts';
import { type Column, column, type Format, type Rule } from '../declare.ts';
import { notFormula } from '../formula.ts';
import { isLaterField } from '../ledger/frozen-fields.ts';

export const DATE_HELP = 'Gõ ngày dạng 15/05/2024.';

/** Width in pixels; words unless a format says otherwise. */
const LOOKS: Readonly<Record<EntryKey, { readonly width: number; readonly format?: Format }>> = {
  state: { width: 130 },
  progress: { width: 70, format: 'percent' },
  result: { width: 260 },
  doneOn: { width: 100, format: 'date' },
  evidence: { width: 160 },
  difficulty: { width: 200 },
  proposal: { width: 200 },
  addressee: { width: 110 },
  period: { width: 100 },
  reportedAt: { width: 120, format: 'moment' },
};

/** What a sheet or a ledger of before does not have. */
const later = (key: EntryKey) => (entryKind(key) !== 'stamp' && isLaterField(key) ? { later: true as const } : {});

/** What a formula is refused in, and whatever else does not hold. */
const typedOnly = (column: TypedEntry, more = '', help = 'Gõ chữ; ô này không nhận công thức.'): Rule => ({
  kind: 'test',
  formula: `=AND(${[notFormula(`[${column}]`), ...(more === '' ? [] : [more])].join(';')})`,
  help,
});

/** The note on each heading, and the rule of its cells; texts take what is typed and no formula. */
const words = (periods: readonly string[], deadlineDay: number, planYear: number) =>
  ({
    state: {
      note: 'Đơn vị chọn một trong sáu tình trạng; để trống là chưa có thông tin.',
      rule: {
        kind: 'list',
        values: Object.values(STATES),
        help: 'Chọn một tình trạng trong danh sách (bấm mũi tên ở góc ô).',
      },
    },
    progress: {
      note: 'Phần trăm đã làm, từ 0 đến 100%.',
      rule: typedOnly(
        'progress',
        'ISNUMBER([progress]);N([progress])>=0;N([progress])<=1',
        'Gõ số từ 0 đến 100: 80 là 80%.',
      ),
    },
    result: {
      note: `Việc đã làm trong kỳ (từ ngày ${deadlineDay} tháng trước đến hết ngày ${deadlineDay - 1}), nêu số liệu tổng hợp; không ghi số định danh, số điện thoại của người dân.`,
      rule: typedOnly('result'),
    },
    doneOn: {
      note: 'Ngày hoàn thành thật, gõ dạng 15/05/2024; chỉ ghi khi đã xong.',
      rule: {
        kind: 'date',
        from: dayOf(planYear - 1, 1, 1),
        to: dayOf(planYear + YEARS_DONE, 1, 1) - 1,
        help: DATE_HELP,
      },
    },
    evidence: {
      note: 'Số văn bản hoặc đường dẫn tới văn bản chứng minh.',
      rule: typedOnly('evidence'),
    },
    difficulty: {
      note: 'Khó khăn, điểm nghẽn cần tháo gỡ; không có thì để trống.',
      rule: typedOnly('difficulty'),
    },
    proposal: {
      note: 'Điều đề xuất, kiến nghị; chọn Gửi tới ở cột bên. Gửi UBND xã thì lên thư Chủ tịch ở mục «Việc cần cho ý kiến».',
      rule: typedOnly('proposal'),
    },
    addressee: {
      note: 'Đề xuất gửi ai: để trống là UBND xã (Chủ tịch cho ý kiến); gửi cấp trên hoặc sở, ngành thì vào mục «Kiến nghị, đề xuất» của báo cáo.',
      rule: {
        kind: 'list',
        values: Object.values(ADDRESSEES),
        help: 'Chọn nơi gửi trong danh sách; để trống là UBND xã.',
      },
    },
    period: {
      note: 'Hệ thống tự ghi kỳ đang mở khi đơn vị nhập; dòng đã ghi mà không có gì thay đổi thì chọn kỳ để xác nhận; dòng chưa ghi gì thì chọn Tình trạng.',
      rule: { kind: 'list', values: periods, help: 'Chọn kỳ trong danh sách, ví dụ Kỳ 05/2024.' },
    },
    reportedAt: {
      note: 'Hệ thống tự ghi lúc dòng này được báo cáo lần đầu trong kỳ.',
      rule: typedOnly(
        'reportedAt',
        `ISNUMBER([reportedAt]);N([reportedAt])>=${FIRST_DAY};N([reportedAt])<${LAST_DAY + 1}`,
        'Hệ thống tự ghi; nếu phải ghi thì gõ ngày giờ dạng 15/05/2024 08:30.',
      ),
    },
  }) satisfies Readonly<Record<EntryKey, { readonly note: string; readonly rule: Rule }>>;

/** The block as units type into it. @param periods labels the drop-down of Kỳ báo cáo offers @param deadlineDay the day before which units report */
export function entryColumns(periods: readonly string[], deadlineDay: number, planYear: number): Column<EntryKey>[] {
  const saying = words(periods, deadlineDay, planYear);
  return ENTRY_COLUMNS.map((key) => {
    const { width, format = 'text' } = LOOKS[key];
    const isCentred = format !== 'text' || key === 'period';
    return column(key, ENTRY_HEADINGS[key], width, format, 'unit', {
      ...(isCentred && { align: 'center' }),
      ...later(key),
      ...saying[key],
    });
  });
}

/** Keys of a copy: `entryPeriod`, because `period` is the closing's own. */
export type CopiedEntry = Exclude<EntryKey, 'period'> | 'entryPeriod';

/** The block as it is copied: same headings, same formats. */
export const COPIED_COLUMNS: readonly Column<CopiedEntry>[] = ENTRY_COLUMNS.map((key) => {
  const { width, format = 'text' } = LOOKS[key];
  return column(key === 'period' ? 'entryPeriod' : key, ENTRY_HEADINGS[key], width, format, 'system', {
    ...(format !== 'text' && { align: 'center' }),
    ...later(key),
    note: copyNote(key),
  });
});

function copyNote(key: EntryKey): string {
  if (key === 'period') return 'Kỳ ghi ở dòng này lúc chép.';
  if (key === 'reportedAt') return 'Lúc dòng này được báo cáo lần đầu trong kỳ.';
  return ['state', 'choice'].includes(entryKind(key)) ? 'Như đơn vị đã chọn.' : 'Như đơn vị đã ghi.';
}
