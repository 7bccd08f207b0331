// «Tránh hình thức» (plan III.1): what a row says that its own cells, or the version of the period before, do not bear out.
// All of it is worth a look and no more: there may be a good reason. Ongoing work is never finished, so its progress, Hoàn
// thành and completion date are not held against each other.
import { civilOf, dayOf, formatDay } from '../calendar.ts';
import { dayIn, isEmpty, isWord, textOf } from '../cell.ts';
import { saysSomething } from '../content.ts';
import { ENTRY_HEADINGS } from '../entry-block.ts';
import { type CellFinding, type Finding, rowFinding } from '../finding.ts';
import { comparePeriods, type Period, periodLabel, shiftPeriod } from '../period.ts';
import { isFinished, isReported, KINDS, STATES } from '../status.ts';
import type { Viewpoint } from '../task.ts';
import type { TaskRow } from '../task-row.ts';
import { fold, tidy } from '../text.ts';
import type { FrozenRow } from '../version.ts';

/** The row as the newest version of an earlier period froze it. */
export interface Before {
  readonly period: Period;
  readonly row: FrozenRow;
}

type View = Pick<Viewpoint, 'period' | 'planYear' | 'phrases' | 'reportedBefore'>;

/** @param before undefined where no earlier period was closed, or not with this row */
export function checkFormalism(row: TaskRow, view: View, before: Before | undefined): Finding[] {
  const found = [
    contradiction(row, view) ?? (before && fallenProgress(row, before)),
    before && repeatedResult(row, view, before),
    earlyDate(row, view),
  ];
  return found.flatMap((finding) => (finding ? [rowFinding(row, finding)] : []));
}

/** As the cell shows it, in whole percent; undefined where it is no share. */
function percentIn(cell: TaskRow['progress']): number | undefined {
  return typeof cell === 'number' && cell >= 0 && cell <= 1 ? Math.round(cell * 100) : undefined;
}

function contradiction(row: TaskRow, { phrases }: View): CellFinding | undefined {
  const { state, evidence, kind } = row;
  const percent = percentIn(row.progress);
  const column = ENTRY_HEADINGS.progress;
  const weight = 'note';
  if (percent === undefined) return undefined;
  if (
    percent === 100 &&
    ((isEmpty(state) && !saysSomething(row.result, phrases)) || isWord(state, STATES.notStarted))
  ) {
    const as = isEmpty(state) ? 'chưa chọn Tình trạng' : `Tình trạng là ${STATES.notStarted}`;
    return { column, weight, text: `Tiến độ 100% nhưng ${as}.`, todo: 'Xem lại Tình trạng và Tiến độ.' };
  }
  if (isWord(kind, KINDS.ongoing)) return undefined;
  if (percent < 100 && isWord(state, STATES.done)) {
    const todo = 'Nếu đã hoàn thành thì ghi Tiến độ 100%; chưa hoàn thành thì chọn Đang thực hiện.';
    return { column, weight, text: `Tình trạng ${STATES.done} nhưng Tiến độ ghi ${percent}%.`, todo };
  }
  // Hoàn thành without Minh chứng is said by the row's own check.
  if (percent === 100 && isWord(state, STATES.doing) && isEmpty(evidence)) {
    const todo = 'Ghi số văn bản hoặc đường dẫn; nếu việc đã xong thì chọn Hoàn thành và ghi ngày.';
    return { column: ENTRY_HEADINGS.evidence, weight, text: 'Tiến độ 100% nhưng chưa ghi Minh chứng.', todo };
  }
  return undefined;
}

function fallenProgress(row: TaskRow, before: Before): CellFinding | undefined {
  const [now, was] = [percentIn(row.progress), percentIn(before.row.entry.progress)];
  if (now === undefined || was === undefined || now >= was || isOngoingSince(row, before)) return undefined;
  return {
    column: ENTRY_HEADINGS.progress,
    weight: 'note',
    text: `Tiến độ ghi ${now}%, ${periodLabel(before.period)} đã chốt ${was}%.`,
    todo: 'Xem lại số đã ghi; nếu đúng thì nêu lý do ở Kết quả trong kỳ.',
  };
}

/** Work that begins anew each period: ongoing, or finished before and going on. */
function isOngoingSince(row: TaskRow, before: Before): boolean {
  if (isWord(row.kind, KINDS.ongoing)) return true;
  return isWord(row.kind, KINDS['dated-then-ongoing']) && isFinished(before.row.status);
}

/** Who says that nothing moves may say so again, and what is finished for good keeps its text rightly. */
const MAY_REPEAT = [STATES.nothingArose, STATES.awaitingGuidance, STATES.paused] as const;

function repeatedResult(row: TaskRow, view: View, before: Before): CellFinding | undefined {
  const { state, result, kind } = row;
  if (comparePeriods(before.period, shiftPeriod(view.period, -1)) !== 0) return undefined;
  const reported = isReported(row, { ...view, reportedBefore: view.reportedBefore.has(row.code) });
  if (!reported || !before.row.reported || MAY_REPEAT.some((word) => isWord(state, word))) return undefined;
  const goesOn = isWord(kind, KINDS.ongoing) || isWord(kind, KINDS['dated-then-ongoing']);
  if (isWord(state, STATES.done) && !goesOn) return undefined;
  const text = textOf(result);
  if (!saysSomething(tidy(text), view.phrases) || fold(text) !== fold(textOf(before.row.entry.result)))
    return undefined;
  return {
    column: ENTRY_HEADINGS.result,
    weight: 'note',
    text: `Kết quả ghi trùng với ${periodLabel(before.period)}.`,
    todo: goesOn
      ? 'Ghi việc đã làm trong kỳ này, nêu số liệu; không có thì chọn Không phát sinh.'
      : 'Ghi thêm việc đã làm trong kỳ này, nêu số liệu.',
  };
}

/** Work of the plan's year may be older than the document, never older than the year: such a date has a wrong year. */
function earlyDate(row: TaskRow, { planYear }: View): CellFinding | undefined {
  const day = dayIn(row.doneOn);
  if (day === undefined || day >= dayOf(planYear, 1, 1) || isWord(row.kind, KINDS.ongoing)) return undefined;
  const written = civilOf(day).year < 1900 ? '' : ` ${formatDay(day)}`;
  return {
    column: ENTRY_HEADINGS.doneOn,
    weight: 'note',
    text: `Ngày hoàn thành${written} ở trước năm kế hoạch ${planYear}.`,
    todo: 'Xem lại năm của ngày này; nếu đúng thì để nguyên.',
  };
}
