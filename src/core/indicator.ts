// Numeric targets of the plan («Chỉ tiêu»): met, not met, no data; and the milestone that counts on a given day (rules 2.5, 4.7).
import type { Day } from './calendar.ts';
import { type Cell, dayIn, isWord, textOf } from './cell.ts';

/** One row of «Chỉ tiêu», raw. Several rows of one task and one name are the milestones of one indicator. */
export interface IndicatorRow {
  /** Mã of the row, «II.05-1». */
  readonly id?: string;
  /** Mã of its task. */
  readonly code: string;
  readonly name: string;
  readonly operator: Cell;
  /** A share (0,9 = 90 %) up to 1, a count above 1. */
  readonly target: Cell;
  readonly milestone: Cell;
  readonly numerator: Cell;
  readonly denominator: Cell;
  readonly enteredOn: Cell;
  readonly note: Cell;
  /** What of it is a formula, and read as empty (rule 1.14). */
  readonly formulas?: readonly ('numerator' | 'denominator' | 'enteredOn')[];
}

export const INDICATOR_RESULTS = {
  met: 'Đạt',
  missed: 'Chưa đạt',
  noData: 'Chưa có số liệu',
  /** The plan's own text contradicts itself (tasks 5, 24): the row is listed, and counts in nothing until CAX clears the note. */
  unconfirmed: 'Cần xác nhận',
} as const;
export type IndicatorResult = (typeof INDICATOR_RESULTS)[keyof typeof INDICATOR_RESULTS];

/** A note that begins so takes the row out of every count. */
export const UNCONFIRMED_NOTE = 'cần xác nhận';

export const OPERATORS = ['≥', '>', '=', '≤', '<'] as const;

/**
 * Numerator ÷ denominator; where the target is a count (above 1), the numerator itself. Undefined without numbers.
 * A share above 1 or below 0 is a slip of the keyboard: no value (and a finding), never a target met.
 */
export function indicatorValue(row: IndicatorRow): number | undefined {
  const { numerator, denominator, target } = row;
  if (typeof numerator !== 'number' || typeof target !== 'number' || numerator < 0) return undefined;
  if (target > 1) return numerator;
  if (typeof denominator !== 'number' || denominator <= 0 || numerator > denominator) return undefined;
  return numerator / denominator;
}

/** Đạt / Chưa đạt / Chưa có số liệu / Cần xác nhận. */
export function indicatorResult(row: IndicatorRow): IndicatorResult {
  if (isWord(textOf(row.note).slice(0, UNCONFIRMED_NOTE.length), UNCONFIRMED_NOTE))
    return INDICATOR_RESULTS.unconfirmed;
  const value = indicatorValue(row);
  if (value === undefined || typeof row.target !== 'number') return INDICATOR_RESULTS.noData;
  return compare(value, row.operator, row.target) ? INDICATOR_RESULTS.met : INDICATOR_RESULTS.missed;
}

/** A bare % of the plan means at least (rule 1.9), so an operator nobody knows does too. */
function compare(value: number, operator: Cell, target: number): boolean {
  if (isWord(operator, '>')) return value > target;
  if (isWord(operator, '<')) return value < target;
  if (isWord(operator, '≤')) return value <= target;
  if (isWord(operator, '=')) return value === target;
  return value >= target;
}

/** What the milestones of one task say (rule 2.5). */
export interface Milestones {
  /** The earliest milestone whose indicator is not Đạt, else the last. */
  readonly due: Day;
  readonly lastMet: boolean;
}

/** The milestones of a task among the rows of «Chỉ tiêu»; undefined where none has a date. */
export function milestonesOf(code: string, rows: readonly IndicatorRow[]): Milestones | undefined {
  let earliestOpen: Day | undefined;
  let last: Day | undefined;
  for (const row of rows) {
    const day = dayIn(row.milestone);
    if (!isWord(row.code, code) || day === undefined || day <= 0) continue;
    if (last === undefined || day > last) last = day;
    if (indicatorResult(row) !== INDICATOR_RESULTS.met && (earliestOpen === undefined || day < earliestOpen))
      earliestOpen = day;
  }
  if (last === undefined) return undefined;
  const lastDay = last;
  const lastMet = rows.some(
    (row) =>
      isWord(row.code, code) && dayIn(row.milestone) === lastDay && indicatorResult(row) === INDICATOR_RESULTS.met,
  );
  return { due: earliestOpen ?? last, lastMet };
}

/**
 * The rows that count for their indicators on a day: of each (task, name) the first milestone ≥ as-of, else the last;
 * rows without a milestone count by themselves.
 */
export function currentIndicators<Row extends IndicatorRow>(rows: readonly Row[], asOf: Day): Row[] {
  return rows.filter((row) => {
    const mine = dayIn(row.milestone);
    if (mine === undefined) return true;
    const siblings = rows
      .filter((other) => isWord(other.code, row.code) && isWord(other.name, row.name))
      .map((other) => dayIn(other.milestone))
      .filter((day): day is Day => day !== undefined);
    const ahead = siblings.filter((day) => day >= asOf);
    return mine === (ahead.length > 0 ? Math.min(...ahead) : Math.max(...siblings));
  });
}
