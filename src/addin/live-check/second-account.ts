// «Tự kiểm», part B: what a second account has of its own under this script (Drive, quota, triggers, properties, locks), and the run
// of all its questions.
import { type Answer, type Answered, NOT_ASKED } from '../../app/check/live-answer.ts';
import { SET_UP } from '../../app/marks.ts';
import { answeredFile } from './answer-file.ts';
import { MACHINE_PROBES } from './machine.ts';
import { answered, isRefused, type Probe, text } from './probe.ts';
import { SHARED_PROBES, type SharedSheet } from './shared-sheet.ts';

function files() {
  const service = Drive?.Files;
  if (!service) throw new Error('Drive API chưa bật');
  return service;
}

const isReachable = (id: string) => !isRefused(() => files().get(id, { fields: 'id' }));

const ACCOUNT_PROBES: readonly Probe<SharedSheet>[] = [
  {
    id: 'who-runs',
    about: 'Chương trình biết địa chỉ của tài khoản đang bấm',
    expected: { effective: true, active: true },
    ask: () => {
      const effective = Session.getEffectiveUser().getEmail();
      return { effective: effective !== '', active: Session.getActiveUser().getEmail() === effective };
    },
  },
  {
    id: 'own-drive',
    about: 'Tài khoản này tạo, tìm lại và bỏ được một tệp trong Drive của mình',
    expected: { found: true, trashed: true },
    ask: () => {
      const name = 'Tự kiểm (nháp).txt';
      const blob = Utilities.newBlob('nháp', 'text/plain', name);
      const { id = '' } = files().create({ name, mimeType: 'text/plain' }, blob, { fields: 'id' });
      const listed = files().list({ q: `name = '${name}' and trashed = false`, fields: 'files(id)' }).files ?? [];
      files().update({ trashed: true }, id);
      return {
        found: listed.some((file) => file.id === id),
        trashed: files().get(id, { fields: 'trashed' }).trashed ?? null,
      };
    },
  },
  {
    id: 'shared-sheet-by-drive',
    about: 'Bảng theo dõi (do người khác tạo) qua Drive API với quyền drive.file',
    ask: ({ ports }) => (isReachable(ports.workbook.id) ? 'thấy' : 'không thấy'),
  },
  {
    id: 'file-of-another-account',
    about: 'Tệp do tài khoản cài đặt tạo bằng chương trình này (cần phần A làm trước)',
    ask: ({ ports }): Answer => {
      const id = answeredFile(ports, 'A');
      return id === undefined ? NOT_ASKED : isReachable(id) ? 'thấy' : 'không thấy';
    },
  },
  {
    id: 'own-scratch',
    about: 'Bảng tính nháp do tài khoản này tạo: ghi và đọc được qua Sheets API',
    expected: 'chữ',
    ask: () => {
      const spreadsheets = Sheets?.Spreadsheets;
      if (!spreadsheets) throw new Error('Google Sheets API chưa bật');
      const { spreadsheetId: id = '' } = spreadsheets.create({ properties: { title: 'Tự kiểm Đề án 06 (nháp)' } });
      try {
        const sheetId = spreadsheets.get(id, { fields: 'sheets.properties.sheetId' }).sheets?.[0]?.properties?.sheetId;
        const start = { sheetId: sheetId ?? 0, rowIndex: 0, columnIndex: 0 };
        const rows = [{ values: [text('chữ')] }];
        spreadsheets.batchUpdate({ requests: [{ updateCells: { start, rows, fields: 'userEnteredValue' } }] }, id);
        const read = spreadsheets.get(id, { fields: 'sheets.data.rowData.values.effectiveValue' });
        return read.sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0]?.effectiveValue?.stringValue ?? null;
      } finally {
        files().update({ trashed: true }, id);
      }
    },
  },
  {
    id: 'properties-of-the-set-up',
    about: 'Thuộc tính do tài khoản cài đặt ghi: tài khoản này đọc được',
    expected: true,
    ask: ({ ports }) => ports.store.all()[SET_UP] === ports.workbook.id,
  },
  {
    id: 'triggers-of-others',
    about: 'Lịch tự động của tài khoản cài đặt không hiện ở tài khoản này',
    expected: 0,
    ask: () => ScriptApp.getProjectTriggers().length,
  },
  ...MACHINE_PROBES.filter(({ id }) => ['script-lock', 'store', 'mails-left'].includes(id)),
];

/** @throws Refusal, Error where the sheet cannot even be read */
export function askSecondAccount(
  ports: SharedSheet['ports'],
  file: GoogleAppsScript.Spreadsheet.Spreadsheet,
): readonly Answered[] {
  const { sheets = [] } = Sheets?.Spreadsheets?.get(file.getId(), { fields: 'sheets.protectedRanges' }) ?? {};
  const place = { ports, file, protections: sheets.flatMap(({ protectedRanges = [] }) => protectedRanges) };
  return [...SHARED_PROBES, ...ACCOUNT_PROBES].map((probe) => answered(probe, place));
}
