// Days, times and periods of a row that cannot be what somebody meant: a number typed into a cell of dates is a day all the same.
import { type Day, dayOf } from '../calendar.ts';
import { type Cell, dayIn, isWord, textOf } from '../cell.ts';
import { comparePeriods, type Period, periodLabel, readPeriodLabel, shiftPeriod } from '../period.ts';
import { KINDS } from '../status.ts';
import type { TaskRow } from '../task-row.ts';

/** Ticked as expected by 31/12, and with no day of its own until then: the year’s report counts none of it. */
export function isIdleEstimate(estimate: Cell, due: Day | undefined, planYear: number): boolean {
  return estimate === true && (due === undefined || due > dayOf(planYear, 12, 31));
}

/** Work of the plan ends in its year or the next. */
export const YEARS_DONE = 2;

/** «1990» is a day of 1905 in a cell of dates, «45000» one of 2023, «20240515» one of long after. */
export function isOfOtherYears(doneOn: Cell, planYear: number): boolean {
  if (typeof doneOn !== 'number') return false;
  return doneOn < dayOf(planYear, 1, 1) || doneOn >= dayOf(planYear + YEARS_DONE, 1, 1);
}

/** The system writes a time of day, none after the day it is looked at, nor one before the month ahead of the period's own. */
export function isTimeByHand(reportedAt: Cell, period: Cell, today: Day): boolean {
  if (typeof reportedAt !== 'number') return false;
  const of = readPeriodLabel(textOf(period));
  const first = of && isWord(period, periodLabel(of)) ? shiftPeriod(of, -1) : undefined;
  const isEarly = first !== undefined && reportedAt < dayOf(first.year, first.month, 1);
  return isEarly || Math.floor(reportedAt) === reportedAt || Math.floor(reportedAt) > today;
}

/** The open period or an older one, as the drop-down writes it: a row left alone since is not wrong, only not reported. */
export function isPeriodUpTo(cell: Cell, open: Period): boolean {
  const period = readPeriodLabel(textOf(cell));
  return period !== undefined && comparePeriods(period, open) <= 0 && isWord(cell, periodLabel(period));
}

/** What somebody most likely meant. */
export function acceptedPeriods(open: Period): string[] {
  return [periodLabel(open), periodLabel(shiftPeriod(open, -1))];
}

/** An extension further behind Hạn than so many days has most likely a wrong year (rule 3.11). */
export const FAR_EXTENSION = 366;

/** How far an extension moves Hạn, in days; undefined where one of them is no date or an extension is ignored. */
export function daysMoved({ extension, due, kind }: Pick<TaskRow, 'extension' | 'due' | 'kind'>): number | undefined {
  const [from, to] = [dayIn(due), dayIn(extension)];
  return from === undefined || to === undefined || isWord(kind, KINDS.ongoing) ? undefined : to - from;
}

export function isMovedFar(row: Parameters<typeof daysMoved>[0]): boolean {
  return (daysMoved(row) ?? 0) > FAR_EXTENSION;
}

/** Without Hạn there is nothing to measure an extension by, and it makes the row overdue all the same. */
export function isStrayExtension(
  { extension, due, kind }: Pick<TaskRow, 'extension' | 'due' | 'kind'>,
  planYear: number,
): boolean {
  return typeof due !== 'number' && !isWord(kind, KINDS.ongoing) && isOfOtherYears(extension, planYear);
}

/** A closed period is looked at later than its figures: what has come by then lies in no future. */
export const dayOfLook = ({ asOf, today = asOf }: { readonly asOf: Day; readonly today?: Day | undefined }): Day =>
  Math.max(asOf, today);
