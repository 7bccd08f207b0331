// «Tự kiểm», part B: what an account that does not own the shared sheet sees of it. Nothing of the workbook is changed: the only
// writes it tries are at a row of «Tự kiểm tay» that is closed to it.
import { type Answer, NOT_ASKED } from '../../app/check/live-answer.ts';
import type { Ports } from '../../app/ports.ts';
import { Refusal } from '../../app/refusal.ts';
import { planSync } from '../../app/sync/sync.ts';
import { OTHER_ROW } from '../../sheet/hand-check/steps.ts';
import { HAND_CHECK } from '../../sheet/listing.ts';
import type { RawProtection } from '../../sheet/reading/snapshot.ts';
import { protectionKey } from '../../sheet/rights.ts';
import { TAB_IDS } from '../../sheet/tab-ids.ts';
import { SEEDS } from '../seeds.ts';
import { isRefused, type Probe } from './probe.ts';

/** The shared sheet as the account that runs sees it. */
export interface SharedSheet {
  readonly ports: Ports;
  readonly file: GoogleAppsScript.Spreadsheet.Spreadsheet;
  /** Of the whole file. */
  readonly protections: readonly RawProtection[];
}

/** Lines of a difference told at most. */
const LINES = 20;

/** Of how many of our protections it holds, and of which it does not: how many there are differs from file to file. */
function share({ protections }: SharedSheet, holds: (protection: RawProtection) => boolean): string {
  const ours = protections.filter((protection) => protectionKey(protection) !== undefined);
  const others = ours.filter((protection) => !holds(protection));
  if (ours.length === 0) return NOT_ASKED;
  if (others.length === 0) return 'tất cả';
  if (others.length === ours.length) return 'không vùng nào';
  return `không có ở: ${others.slice(0, LINES).map(protectionKey).join(', ')}`;
}

const usersOf = ({ editors }: RawProtection) => (editors?.users ?? []).map((user) => user.toLowerCase());
const closed = ({ protections }: SharedSheet) => protections.find(({ description }) => description === OTHER_ROW);

export const SHARED_PROBES: readonly Probe<SharedSheet>[] = [
  {
    id: 'editors-where-one-may-edit',
    about: 'Vùng bảo vệ của chương trình: tài khoản này được sửa, và thấy danh sách người được sửa',
    expected: { mayEdit: 'tất cả', shown: 'tất cả' },
    ask: (sheet) => ({
      mayEdit: share(sheet, ({ requestingUserCanEdit }) => requestingUserCanEdit === true),
      shown: share(sheet, (protection) => usersOf(protection).length > 0),
    }),
  },
  {
    id: 'own-address-among-editors',
    about: 'Google trả lại địa chỉ của tài khoản này y như chương trình đã ghi',
    expected: 'tất cả',
    ask: (sheet) => share(sheet, (protection) => usersOf(protection).includes(sheet.ports.account)),
  },
  {
    id: 'owner-among-editors',
    about: 'Chủ tệp có đứng trong danh sách người được sửa của vùng bảo vệ',
    ask: (sheet) => {
      const { owner } = sheet.ports.workbook.people();
      return share(sheet, (protection) => usersOf(protection).includes(owner));
    },
  },
  {
    id: 'editors-where-one-may-not-edit',
    about: 'Vùng tài khoản này không được sửa: Google giấu danh sách người được sửa (cần tab Tự kiểm tay)',
    expected: { mayEdit: false, shown: false },
    ask: (sheet): Answer => {
      const protection = closed(sheet);
      if (!protection) return NOT_ASKED;
      return { mayEdit: protection.requestingUserCanEdit ?? null, shown: protection.editors !== undefined };
    },
  },
  {
    id: 'write-where-one-may-not-edit',
    about: 'Ghi vào vùng không được sửa: bị từ chối, với mã chương trình nhận ra (cần tab Tự kiểm tay)',
    expected: { api: 400, script: 'từ chối' },
    ask: (sheet): Answer => {
      const range = closed(sheet)?.range;
      if (!range) return NOT_ASKED;
      const { startRowIndex: row = 0, startColumnIndex: column = 0 } = range;
      const start = { sheetId: HAND_CHECK.sheetId, rowIndex: row, columnIndex: column };
      const rows = [{ values: [{}] }];
      const byScript = isRefused(() => {
        sheet.file
          .getSheetByName(HAND_CHECK.title)
          ?.getRange(row + 1, column + 1)
          .setValues([['']]);
        SpreadsheetApp.flush();
      });
      return {
        api: refusalStatus(() =>
          sheet.ports.workbook.update([{ updateCells: { start, rows, fields: 'userEnteredValue' } }]),
        ),
        script: byScript ? 'từ chối' : 'được',
      };
    },
  },
  {
    id: 'can-edit',
    about: 'Range.canEdit: trước khi ghi yêu cầu, chương trình hỏi ô có sửa được không (cần tab Tự kiểm tay)',
    expected: { controls: true, closed: false },
    ask: (sheet): Answer => {
      const range = closed(sheet)?.range;
      const controls = sheet.file.getSheets().find((tab) => tab.getSheetId() === TAB_IDS.controls);
      const hands = sheet.file.getSheetByName(HAND_CHECK.title);
      if (!range || !controls || !hands) return NOT_ASKED;
      const { startRowIndex: row = 0, startColumnIndex: column = 0 } = range;
      return {
        controls: controls.getRange(2, 1).canEdit(),
        closed: hands.getRange(row + 1, column + 1).canEdit(),
      };
    },
  },
  {
    id: 'sync-agrees',
    about: 'Đồng bộ thử bằng tài khoản này trên bảng vừa được đồng bộ: không thấy gì phải sửa',
    expected: [],
    ask: ({ ports }) =>
      planSync(ports, SEEDS)
        .lines.filter(({ impact }) => impact !== 'leave')
        .slice(0, LINES)
        .map(({ text }) => text.replace(/\d{9,}/gu, '(số)')),
  },
  {
    id: 'people-of-the-file',
    about: 'Tài khoản này đọc được ai là chủ tệp và ai sửa được tệp, có mình trong đó',
    expected: { owner: true, self: true },
    ask: ({ ports }) => {
      const { owner, editors } = ports.workbook.people();
      return { owner: owner !== '', self: editors.includes(ports.account) };
    },
  },
  {
    id: 'owner-among-people',
    about: 'Chủ tệp có đứng trong danh sách người sửa được tệp',
    ask: ({ ports }) => {
      const { owner, editors } = ports.workbook.people();
      return editors.includes(owner);
    },
  },
];

function refusalStatus(deed: () => void): Answer {
  try {
    deed();
    return 'được';
  } catch (cause) {
    return (cause instanceof Refusal && cause.status) || 'lỗi khác';
  }
}
