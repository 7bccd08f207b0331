// One task as it is: the raw cells of its row and what they mean on a day, for a period (rules 3.*, 4.*, 5.*).
import type { Day } from './calendar.ts';
import { type Cell, isWord } from './cell.ts';
import type { Phrases } from './content.ts';
import { accountOf } from './handed-over.ts';
import { type IndicatorRow, type Milestones, milestonesOf } from './indicator.ts';
import { deadlineOf, type Period, type PeriodRules, periodLabel } from './period.ts';
import {
  appliedDue,
  daysLeft,
  hasResult,
  isFinished,
  isReported,
  KINDS,
  STATUS,
  type Status,
  statusOf,
} from './status.ts';
import type { TaskRow } from './task-row.ts';

/** What is outside the rows when they are looked at. */
export interface Viewpoint {
  readonly asOf: Day;
  /** The day it is looked at, where that is later: what is dated up to it lies in no future. */
  readonly today?: Day;
  readonly period: Period;
  readonly rules: PeriodRules;
  readonly warningDays: number;
  readonly planYear: number;
  readonly indicators: readonly IndicatorRow[];
  /** What says nothing (rule 3.8). */
  readonly phrases: Phrases;
  /** The clock's first run of the 15th has written «Đúng hạn của kỳ» for the period (rule 5.5). */
  readonly stamped: boolean;
  /** Codes reported in an earlier version of the period. */
  readonly reportedBefore: ReadonlySet<string>;
  /** Codes finished with a date in the newest version before the period. */
  readonly finishedBefore: ReadonlySet<string>;
}

/** A row and what it means from a viewpoint. */
export interface Task {
  readonly row: TaskRow;
  readonly status: Status;
  /** D, «Hạn áp dụng». */
  readonly due: Day | undefined;
  readonly daysLeft: number | undefined;
  readonly reported: boolean;
  readonly onTime: boolean;
  readonly hasResult: boolean;
  /** Somebody owes a report on it for the period. */
  readonly owed: boolean;
  /** Whose report it is: Đầu mối, or who had the row then. */
  readonly account: Cell;
}

/** Months in which undated roadmap and on-request rows are owed (rule 4.1). */
const ROADMAP_MONTHS = [6, 12];

export function viewTask(row: TaskRow, view: Viewpoint): Task {
  const milestones = milestonesOfRow(row, view.indicators);
  const reportedBefore = view.reportedBefore.has(row.code);
  const { asOf, period, rules, warningDays, phrases } = view;
  const context = { asOf, period, rules, warningDays, phrases, milestones, reportedBefore };
  const status = statusOf(row, context);
  const due = appliedDue(row, milestones);
  const reported = isReported(row, context);
  return {
    row,
    status,
    due,
    daysLeft: daysLeft(status, due, view.asOf),
    reported,
    onTime: reported && isOnTime(row, view),
    hasResult: hasResult(row, context),
    owed: isOwed(row, status, due, view) && (reported || !isFinished(status)),
    account: accountOf(row, period),
  };
}

function milestonesOfRow(row: TaskRow, indicators: readonly IndicatorRow[]): Milestones | undefined {
  return isWord(row.kind, KINDS.milestones) ? milestonesOf(row.code, indicators) : undefined;
}

/** D of a row among the milestones of «Chỉ tiêu». */
export function dueOf(row: TaskRow, indicators: readonly IndicatorRow[]): Day | undefined {
  return appliedDue(row, milestonesOfRow(row, indicators));
}

/**
 * «Đúng hạn của kỳ» decides where the 15th was stamped; else Thời điểm báo cáo alone. A lost time counts as in time.
 */
function isOnTime(row: TaskRow, view: Viewpoint): boolean {
  if (view.stamped) return isWord(row.onTimeFor, periodLabel(view.period));
  return typeof row.reportedAt !== 'number' || row.reportedAt < deadlineOf(view.period, view.rules);
}

/**
 * Beside it, no finished row is owed unless it was reported for the period: what is done is never asked for, and what was said of
 * it counts (rule 4.1). So is a dated row that goes on afterwards: owed where it was reported, and never missing.
 */
function isOwed(row: TaskRow, status: Status, due: Day | undefined, view: Viewpoint): boolean {
  if (status === STATUS.paused) return false;
  if (view.finishedBefore.has(row.code) && !isWord(row.kind, KINDS['dated-then-ongoing'])) return false;
  const onDemand = isWord(row.kind, KINDS.roadmap) || isWord(row.kind, KINDS['on-request']);
  return !(onDemand && due === undefined) || ROADMAP_MONTHS.includes(view.period.month);
}

/** Ongoing rows, and dated ones that go on after they are finished: what K4 looks at. */
export function isOngoingNow(task: Task): boolean {
  if (task.status === STATUS.paused) return false;
  if (isWord(task.row.kind, KINDS.ongoing)) return true;
  return isWord(task.row.kind, KINDS['dated-then-ongoing']) && isFinished(task.status);
}
