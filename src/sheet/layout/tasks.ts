// «Nhiệm vụ»: the plan's appendix, its own five columns first, then what units enter and what is derived (rules 1.3–1.8).
import { staleStatus } from '../../core/stale.ts';
import { COUNTS_OVERDUE, DUE_SOON, STATUS, type Status } from '../../core/status.ts';
import { type ColourRule, type Column, column, type DeclaredRow, type TableTab } from '../declare.ts';
import { NOTES } from '../formulas/notes.ts';
import { APPLIED_DUE, DAYS_LEFT, DUE_SOON_RANK, OVERDUE_RANK, SHOWN_STATUS } from '../formulas/status.ts';
import { TAB_IDS } from '../tab-ids.ts';
import { WITHDRAWN } from '../withdrawn.ts';
import { DATE_HELP, entryColumns } from './entry-columns.ts';

const columns = (periods: readonly string[], deadlineDay: number, planYear: number) =>
  [
    column('number', 'TT', 44, 'integer', 'sync', {
      align: 'center',
      note: 'Số thứ tự của nhiệm vụ trong phụ lục kế hoạch.',
    }),
    column('content', 'Nội dung, nhiệm vụ cụ thể', 300, 'text', 'sync', {
      note: 'Nguyên văn phụ lục kế hoạch; không sửa ở đây.',
    }),
    column('lead', 'Đơn vị chủ trì', 110, 'text', 'sync', { note: 'Nguyên văn phụ lục: đơn vị chủ trì.' }),
    column('coordinating', 'Đơn vị phối hợp', 110, 'text', 'sync', { note: 'Nguyên văn phụ lục: đơn vị phối hợp.' }),
    column('deadline', 'Thời gian hoàn thành', 110, 'text', 'sync', {
      note: 'Nguyên văn phụ lục: thời gian hoàn thành.',
    }),
    ...entryColumns(periods, deadlineDay, planYear),
    column('status', 'Trạng thái', 200, 'text', 'formula', {
      formula: SHOWN_STATUS,
      note: 'Hệ thống suy ra từ Tình trạng, thời hạn và ngày tính; không gõ vào đây. «Chưa cập nhật kỳ này»: dòng phải báo cáo mà kỳ đang mở chưa báo cáo.',
    }),
    column('daysLeft', 'Còn lại (ngày)', 80, 'days', 'formula', {
      formula: DAYS_LEFT,
      align: 'center',
      note: 'Số ngày còn lại đến hạn áp dụng (Hạn điều chỉnh nếu có; theo mốc thì mốc gần nhất chưa đạt); «quá 5» là đã quá 5 ngày. Dòng chưa báo cáo kỳ đang mở thì ghi thêm «chưa cập nhật kỳ này».',
    }),
    column('notes', 'Lưu ý', 220, 'text', 'formula', {
      formula: NOTES,
      note: 'Điều cần xem lại ở dòng này; trống là không có.',
    }),
    column('code', 'Mã', 60, 'text', 'sync', {
      folded: true,
      align: 'center',
      note: 'Mã nhận biết của dòng: nhóm và số thứ tự, ví dụ II.05; không sửa.',
    }),
    column('group', 'Nhóm', 54, 'text', 'sync', {
      folded: true,
      align: 'center',
      note: 'Nhóm nhiệm vụ trong kế hoạch, từ I đến X.',
    }),
    column('due', 'Hạn', 90, 'date', 'sync', {
      folded: true,
      align: 'center',
      note: 'Hạn hệ thống đọc được từ Thời gian hoàn thành; trống là không có ngày.',
    }),
    column('kind', 'Loại thời hạn', 130, 'text', 'sync', {
      folded: true,
      note: 'Hệ thống đọc từ cột Thời gian hoàn thành của kế hoạch.',
    }),
    column('accountable', 'Đầu mối', 170, 'text', 'once', {
      folded: true,
      note: 'Một đơn vị chịu trách nhiệm báo cáo dòng này; CAX sửa khi cần.',
      rule: { kind: 'column', of: 'units.name', help: 'Chọn một đơn vị có trong tab Đơn vị.' },
    }),
    column('countsOverdue', 'Tính quá hạn', 70, 'text', 'once', {
      folded: true,
      align: 'center',
      note: '«Không»: quá ngày chỉ ghi «Quá thời gian dự kiến», không tính quá hạn cho đơn vị.',
      rule: { kind: 'list', values: Object.values(COUNTS_OVERDUE), help: 'Chọn Có hoặc Không.' },
    }),
    column('extension', 'Hạn điều chỉnh', 110, 'date', 'cax', {
      folded: true,
      align: 'center',
      note: 'CAX ghi hạn mới khi được gia hạn; thay cho Hạn.',
      rule: { kind: 'date', help: DATE_HELP },
    }),
    column('estimate', 'Ước 31/12', 80, 'tick', 'cax', {
      folded: true,
      note: 'CAX đánh dấu nhiệm vụ ước sẽ hoàn thành đến hết ngày 31/12; chỉ báo cáo năm dùng.',
      rule: { kind: 'tick' },
    }),
    column('appliedDue', 'Hạn áp dụng', 90, 'date', 'formula', {
      formula: APPLIED_DUE,
      hidden: true,
      note: 'Hạn điều chỉnh nếu có, nếu không là Hạn; quá hạn tính theo cột này.',
    }),
    column('overdueRank', 'Thứ tự quá hạn', 70, 'integer', 'formula', {
      formula: OVERDUE_RANK,
      hidden: true,
      note: 'Thứ tự trong danh sách quá hạn của tab Tổng hợp.',
    }),
    column('dueSoonRank', 'Thứ tự sắp đến hạn', 70, 'integer', 'formula', {
      formula: DUE_SOON_RANK,
      hidden: true,
      note: 'Thứ tự trong danh sách sắp đến hạn của tab Tổng hợp.',
    }),
    column('onTimeFor', 'Đúng hạn của kỳ', 90, 'text', 'system', {
      hidden: true,
      note: 'Kỳ mà dòng này đã báo cáo đúng hạn; hệ thống ghi vào ngày chốt số liệu.',
    }),
    {
      ...column('reporter', 'Báo cáo tính cho', 160, 'text', 'system', {
        hidden: true,
        note: 'Khi Đầu mối đổi sau báo cáo: kỳ, và đơn vị có dòng này lúc đó; báo cáo của kỳ ấy tính cho đơn vị này.',
      }),
      later: true,
    },
    {
      ...column('letIn', 'Đã đặt quyền cho', 160, 'text', 'system', {
        hidden: true,
        note: 'Các đơn vị mà quyền nhập của dòng đã được đặt cho; * là ai cũng nhập được. Đầu mối mới chọn thì chưa có ở đây.',
      }),
      later: true,
    },
  ] satisfies readonly Column[];

export type TaskColumn = ReturnType<typeof columns>[number]['key'];

/** Nothing is asked of them yet. */
const QUIET = [
  STATUS.notStartedInTime,
  STATUS.unknownInTime,
  STATUS.roadmapDoing,
  STATUS.roadmapAwaiting,
  STATUS.roadmapUnknown,
  STATUS.onRequestDoing,
  STATUS.onRequestNothing,
] as const;

const orStale = (words: readonly Status[]) => [...words, ...words.map(staleStatus)];

/** From column Trạng thái only; the words say it, the colour repeats it. Checked for contrast with black text (white on the darkest). */
const COLOURS: readonly ColourRule<TaskColumn>[] = [
  { words: [STATUS.paused], background: '#d9d2e9' },
  { words: [STATUS.done, STATUS.doneOnTime], background: '#c9daf8' },
  { words: [STATUS.doneDateMissing, STATUS.doneAfterExpected, STATUS.doneLate], background: '#fff2cc' },
  { words: orStale([STATUS.afterExpected]), background: '#e6c9f0' },
  { words: orStale([STATUS.doingOverdue]), background: '#f4a7a0' },
  {
    words: orStale([STATUS.notStartedOverdue, STATUS.unknownOverdue]),
    background: '#a61c00',
    foreground: '#ffffff',
  },
  { words: orStale(DUE_SOON), background: '#ffd966' },
  { words: [STATUS.doingInTime], background: '#b6d7a8' },
  { words: [STATUS.ongoingWithResult], background: '#d9ead3' },
  // Of these no colour of health: nobody has said anything of them this period.
  {
    words: [STATUS.ongoingUnreported, ...[STATUS.doingInTime, ...QUIET, STATUS.unread].map(staleStatus)],
    background: '#f9cb9c',
  },
  { words: [...QUIET, STATUS.ongoingNothing, STATUS.ongoingAwaited, WITHDRAWN], background: '#e8eaed' },
].map((rule) => ({ by: 'status', columns: ['status', 'daysLeft'], ...rule }));

/**
 * @param periods labels the drop-down of Kỳ báo cáo offers
 * @param deadlineDay the day before which units report
 */
export function tasksTab(
  rows: readonly DeclaredRow<TaskColumn>[],
  periods: readonly string[],
  deadlineDay: number,
  planYear: number,
  views: TableTab['views'],
): TableTab<TaskColumn> {
  return {
    kind: 'table',
    key: 'tasks',
    sheetId: TAB_IDS.tasks,
    title: 'Nhiệm vụ',
    frozenRows: 1,
    frozenColumns: 1,
    tabColour: '#1a73e8',
    columns: columns(periods, deadlineDay, planYear),
    keyColumn: 'code',
    rows,
    colours: COLOURS,
    ...(views ? { views } : {}),
  };
}
