// «Điều khiển»: tick boxes for CAX (a phone has no menus), each with who asked, when, and what came of it; and what the
// clock writes of itself, so that a dead clock shows without any script.
import { type Column, column, type DeclaredRow, type TableTab } from '../declare.ts';
import { REQUEST_HEADINGS } from '../known-headings.ts';
import { REQUESTS } from '../request-words.ts';
import { TAB_IDS } from '../tab-ids.ts';

const COLUMNS = [
  column('tick', REQUEST_HEADINGS.tick, 60, 'text', 'cax', {
    align: 'center',
    note: 'Đánh dấu để yêu cầu; hệ thống làm trong khoảng 10 phút và ghi kết quả ở cột bên phải.',
  }),
  column('deed', REQUEST_HEADINGS.deed, 300, 'text', 'sync', {
    note: 'Việc có thể yêu cầu, hoặc điều lịch tự động ghi lại.',
  }),
  column('askedBy', REQUEST_HEADINGS.askedBy, 200, 'text', 'system', { note: 'Tài khoản đã yêu cầu.' }),
  column('at', REQUEST_HEADINGS.at, 130, 'moment', 'system', { align: 'center', note: 'Lúc yêu cầu.' }),
  column('outcome', REQUEST_HEADINGS.outcome, 420, 'text', 'system', {
    align: 'left',
    note: 'Kết quả hệ thống ghi sau khi làm.',
  }),
] satisfies readonly Column[];

export type ControlColumn = (typeof COLUMNS)[number]['key'];

/** Lines the clock keeps of itself, in the column «Kết quả». */
export const CLOCK_LINES = {
  heartbeat: 'Lịch tự động chạy gần nhất (mỗi ngày ghi một lần)',
  stamped: 'Kỳ đã ghi đúng hạn',
  /** Empty, or which mails could not be sent, and why. */
  mailTrouble: 'Thư chưa gửi được',
} as const;

const rows: readonly DeclaredRow<ControlColumn>[] = [
  ...Object.values(REQUESTS).map(
    (deed): DeclaredRow<ControlColumn> => ({
      key: deed,
      cells: { deed },
      formats: { tick: 'tick' },
      rules: { tick: { kind: 'tick' } },
    }),
  ),
  { key: CLOCK_LINES.heartbeat, cells: { deed: CLOCK_LINES.heartbeat }, formats: { outcome: 'moment' } },
  { key: CLOCK_LINES.stamped, cells: { deed: CLOCK_LINES.stamped } },
  { key: CLOCK_LINES.mailTrouble, cells: { deed: CLOCK_LINES.mailTrouble } },
];

export const CONTROLS_TAB: TableTab<ControlColumn> = {
  kind: 'table',
  key: 'controls',
  sheetId: TAB_IDS.controls,
  title: 'Điều khiển',
  frozenRows: 1,
  frozenColumns: 0,
  columns: COLUMNS,
  keyColumn: 'deed',
  rows,
  colours: [],
};
