// What is wrong or doubtful in the entries of one row (product §3, §9). The first table can be seen by a sheet formula and
// stands in «Lưu ý» at the row (sheet/formulas/notes.ts, the same words); the second needs patterns and is the check's work.
import type { Day } from './calendar.ts';
import { type Cell, dayIn, isEmpty, isWord } from './cell.ts';
import type { Finding, Weight } from './finding.ts';
import { type Period, periodLabel, shiftPeriod } from './period.ts';
import { COUNTS_OVERDUE, KINDS, STATES } from './status.ts';
import { dueOf, type EntryCells, type TaskRow, type Viewpoint } from './task.ts';
import { tidy } from './text.ts';

/** Headings of the entry block, the words people know its columns by. */
export const ENTRY_HEADINGS: Readonly<Record<keyof EntryCells, string>> = {
  state: 'Tình trạng',
  progress: 'Tiến độ',
  result: 'Kết quả trong kỳ',
  doneOn: 'Ngày hoàn thành',
  evidence: 'Minh chứng',
  difficulty: 'Khó khăn, vướng mắc',
  proposal: 'Đề xuất, kiến nghị',
  period: 'Kỳ báo cáo',
  reportedAt: 'Báo cáo lúc',
};
export const ENTRY_COLUMNS = Object.keys(ENTRY_HEADINGS) as readonly (keyof EntryCells)[];
/** The columns of free text. */
const TEXT_ENTRIES = ['result', 'evidence', 'difficulty', 'proposal'] as const;

/** Words of the findings both the formula and the core know. */
export const ROW_NOTES = {
  unknownState: 'Tình trạng không có trong danh sách, đang tính là Chưa thực hiện',
  progressOutside: 'Tiến độ phải là số từ 0 đến 100%',
  dateNotADate: 'Ngày hoàn thành phải là ngày, gõ dạng 15/05/2024',
  dateMissing: 'Thiếu Ngày hoàn thành',
  dateAhead: 'Ngày hoàn thành ở sau ngày tính, đang tính là Đang thực hiện',
  evidenceMissing: 'Hoàn thành nhưng chưa ghi Minh chứng',
  pauseUnproven: 'Tạm dừng phải ghi văn bản ở Minh chứng, đang tính là Chưa thực hiện',
  askExtension: 'CAX xem xét gia hạn hoặc đặt Tính quá hạn = Không',
  periodUnknown: 'Kỳ báo cáo không phải kỳ đang mở hoặc kỳ trước',
  timeNotATime: 'Báo cáo lúc phải là ngày giờ',
  extensionNotADate: 'Hạn điều chỉnh phải là ngày, gõ dạng 15/05/2024',
  unassigned: 'Chưa giao đầu mối',
} as const;
export type RowNote = keyof typeof ROW_NOTES;

type RowView = Pick<Viewpoint, 'asOf' | 'period' | 'indicators'>;

interface RowCheck {
  readonly note: RowNote;
  readonly column: string;
  readonly weight: Weight;
  readonly holds: (row: TaskRow, view: RowView, due: Day | undefined) => boolean;
}

const stateWords: readonly string[] = Object.values(STATES);
const isNumberBetween = (cell: Cell, min: number, max: number) =>
  typeof cell === 'number' && cell >= min && cell <= max;

/** In the order in which «Lưu ý» lists them. */
export const ROW_CHECKS: readonly RowCheck[] = [
  {
    note: 'unknownState',
    column: ENTRY_HEADINGS.state,
    weight: 'block',
    holds: ({ state }) => !isEmpty(state) && !stateWords.some((word) => isWord(state, word)),
  },
  {
    note: 'progressOutside',
    column: ENTRY_HEADINGS.progress,
    weight: 'block',
    holds: ({ progress }) => !isEmpty(progress) && !isNumberBetween(progress, 0, 1),
  },
  {
    note: 'dateNotADate',
    column: ENTRY_HEADINGS.doneOn,
    weight: 'block',
    holds: ({ doneOn }) => !isEmpty(doneOn) && typeof doneOn !== 'number',
  },
  {
    note: 'dateMissing',
    column: ENTRY_HEADINGS.doneOn,
    weight: 'block',
    holds: (row) => isWord(row.state, STATES.done) && isEmpty(row.doneOn) && !isWord(row.kind, KINDS.ongoing),
  },
  {
    note: 'dateAhead',
    column: ENTRY_HEADINGS.doneOn,
    weight: 'note',
    holds: (row, { asOf }) =>
      isWord(row.state, STATES.done) && !isWord(row.kind, KINDS.ongoing) && (dayIn(row.doneOn) ?? asOf) > asOf,
  },
  {
    note: 'evidenceMissing',
    column: ENTRY_HEADINGS.evidence,
    weight: 'note',
    holds: (row) => isWord(row.state, STATES.done) && isEmpty(row.evidence),
  },
  {
    note: 'pauseUnproven',
    column: ENTRY_HEADINGS.evidence,
    weight: 'block',
    holds: (row) => isWord(row.state, STATES.paused) && isEmpty(row.evidence),
  },
  {
    note: 'askExtension',
    column: ENTRY_HEADINGS.state,
    weight: 'note',
    holds: (row, _, due) =>
      (isWord(row.state, STATES.awaitingGuidance) || isWord(row.state, STATES.nothingArose)) &&
      due !== undefined &&
      !isWord(row.countsOverdue, COUNTS_OVERDUE.no),
  },
  {
    note: 'periodUnknown',
    column: ENTRY_HEADINGS.period,
    weight: 'block',
    holds: ({ period }, view) =>
      !isEmpty(period) && !acceptedPeriods(view.period).some((label) => isWord(period, label)),
  },
  {
    note: 'timeNotATime',
    column: ENTRY_HEADINGS.reportedAt,
    weight: 'note',
    holds: ({ reportedAt }) => !isEmpty(reportedAt) && typeof reportedAt !== 'number',
  },
  {
    note: 'extensionNotADate',
    column: 'Hạn điều chỉnh',
    weight: 'block',
    holds: ({ extension }) => !isEmpty(extension) && typeof extension !== 'number',
  },
  {
    note: 'unassigned',
    column: 'Đầu mối',
    weight: 'note',
    holds: ({ accountable }) => isEmpty(accountable),
  },
];

/** The open period and the one before it, as Kỳ báo cáo may name them without remark. */
function acceptedPeriods(open: Period): string[] {
  return [periodLabel(open), periodLabel(shiftPeriod(open, -1))];
}

function checksThatHold(row: TaskRow, view: RowView): RowCheck[] {
  const due = dueOf(row, view.indicators);
  return ROW_CHECKS.filter((check) => check.holds(row, view, due));
}

/** «Lưu ý» of a row, as the formula writes it. */
export function rowNotes(row: TaskRow, view: RowView): RowNote[] {
  return checksThatHold(row, view).map((check) => check.note);
}

/** Everything to say about the entries of a row, formula-visible and not. */
export function checkRow(row: TaskRow, view: RowView): Finding[] {
  const unit = typeof row.accountable === 'string' && row.accountable !== '' ? { unit: row.accountable } : {};
  const seen = checksThatHold(row, view).map(
    ({ note, column, weight }): Finding => ({ code: row.code, column, weight, text: `${ROW_NOTES[note]}.`, ...unit }),
  );
  const texts = TEXT_ENTRIES.flatMap((column): Finding[] => {
    const cell = row[column];
    if (typeof cell !== 'string' || tidy(cell) === cell.replace(/\s+/gu, ' ').trim()) return [];
    const text = 'Chữ gõ ở dạng khác thường (dấu rời hoặc ký tự ẩn); vẫn đọc được, nên gõ lại bằng Unicode dựng sẵn.';
    return [{ code: row.code, column: ENTRY_HEADINGS[column], weight: 'note', text, ...unit }];
  });
  return [...seen, ...texts];
}
