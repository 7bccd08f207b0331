// Reporting periods (rules 5.*; plan III.3: units report before the 15th of each month). Month M is the data window from
// the 15th of M−1 to the 14th of M. Everything here is a function of dates, never of what has been closed.
import { civilOf, type Day, dayOf, type Moment } from './calendar.ts';

/** A monthly period, named by the month in which it ends. */
export interface Period {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
}

/** Days of the month that rule the periods; settings of «Cấu hình», the plan's own by default. */
export interface PeriodRules {
  /** Units report before this day; the data window of the next period begins on it. */
  readonly deadlineDay: number;
  /** The last day of grace: until it a first version may be closed, after it the next period is open. */
  readonly graceDay: number;
  /** The days that held until a period, that one included: changed days count from the next one (rule 5.12). */
  readonly earlier?: { readonly until: Period; readonly rules: PeriodRules };
}

/** The days of one period. */
export function daysOf(period: Period, rules: PeriodRules): PeriodRules {
  const { earlier } = rules;
  return earlier && comparePeriods(period, earlier.until) <= 0 ? daysOf(period, earlier.rules) : rules;
}

/** «trước ngày 15 hằng tháng» (plan III.3). */
export const PLAN_RULES: PeriodRules = { deadlineDay: 15, graceDay: 19 };

/** «2024-05»: key of ledgers and of named ranges. */
export function periodId({ year, month }: Period): string {
  return `${year}-${String(month).padStart(2, '0')}`;
}

/** «Kỳ 05/2024»; never «Tháng 5/2024», which a vi_VN sheet reads as a date. */
export function periodLabel({ year, month }: Period): string {
  return `Kỳ ${String(month).padStart(2, '0')}/${year}`;
}

/** «tháng 5/2024», for sentences and subjects of mails. */
export function periodName({ year, month }: Period): string {
  return `tháng ${month}/${year}`;
}

/** The period of «2024-05», or undefined. */
export function readPeriodId(text: string): Period | undefined {
  return readPeriod(/^(?<year>\d{4})-(?<month>\d{2})$/u, text);
}

/** The period of «Kỳ 05/2024» (letter case ignored, as `=` of a sheet does), or undefined. */
export function readPeriodLabel(text: string): Period | undefined {
  return readPeriod(/^Kỳ (?<month>\d{2})\/(?<year>\d{4})$/iu, text);
}

function readPeriod(pattern: RegExp, text: string): Period | undefined {
  const groups = pattern.exec(text)?.groups;
  const year = Number(groups?.['year']);
  const month = Number(groups?.['month']);
  return month >= 1 && month <= 12 ? { year, month } : undefined;
}

/** The n-th period after (n > 0) or before (n < 0). */
export function shiftPeriod({ year, month }: Period, n: number): Period {
  const months = year * 12 + (month - 1) + n;
  return { year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1 };
}

/** Negative where a is earlier than b, 0 where they are equal. */
export function comparePeriods(a: Period, b: Period): number {
  return a.year * 12 + a.month - (b.year * 12 + b.month);
}

/** The day `n` of the period's month. */
function dayOfPeriod({ year, month }: Period, n: number): Day {
  return dayOf(year, month, n);
}

/** A data window; both days are inside it. */
export interface Window {
  readonly from: Day;
  readonly to: Day;
}

/** Before this day a report is on time: 15/M. */
export function deadlineOf(period: Period, rules: PeriodRules): Day {
  return dayOfPeriod(period, daysOf(period, rules).deadlineDay);
}

/** The last day on which a period may be closed for the first time: 19/M. */
export function graceOf(period: Period, rules: PeriodRules): Day {
  return dayOfPeriod(period, daysOf(period, rules).graceDay);
}

/** First and last day on which a month, or as a supplement its year, may be closed (rules 5.7, 5.9). */
export function closingDays(period: Period, rules: PeriodRules, supplement = false): { from: Day; to: Day } {
  return {
    from: supplement ? dayOf(period.year + 1, 1, 1) : deadlineOf(period, rules),
    to: graceOf(supplement ? shiftPeriod(period, 1) : period, rules),
  };
}

/** Values of indicators dated before 15/(M−2) are «số liệu cũ» (rule 4.7); by the days of M, as the sheet's formula has it. */
export function freshFrom(period: Period, rules: PeriodRules): Day {
  return dayOfPeriod(shiftPeriod(period, -2), daysOf(period, rules).deadlineDay);
}

/** From the 15th of M−1 to the 14th of M; the plan's own first period begins on the plan's date (28/02/2024). */
export function windowOf(period: Period, rules: PeriodRules, planDate?: Day): Window {
  const from = deadlineOf(shiftPeriod(period, -1), rules);
  const to = deadlineOf(period, rules) - 1;
  return { from: planDate !== undefined && planDate > from && planDate <= to ? planDate : from, to };
}

/** From the 20th of M−1 to the 19th of M it is M (rule 5.2). */
export function openPeriod(moment: Moment, rules: PeriodRules): Period {
  const { year, month, day } = civilOf(moment);
  return day > daysOf({ year, month }, rules).graceDay ? shiftPeriod({ year, month }, 1) : { year, month };
}

/** The open period where nothing before `first` is ever open (rule 5.1). */
export function openPeriodFrom(moment: Moment, rules: PeriodRules, first: Period | undefined): Period {
  const open = openPeriod(moment, rules);
  return first !== undefined && comparePeriods(open, first) < 0 ? first : open;
}

/**
 * The first period units owe (rule 5.1): the one open at set-up, or the next where set-up falls on 15–19
 * (15/04 → 05/2024), since nobody can still report on time for a window that has ended.
 */
export function firstPeriod(setUp: Moment, rules: PeriodRules): Period {
  const open = openPeriod(setUp, rules);
  return isClosingTime(setUp, rules) ? shiftPeriod(open, 1) : open;
}

/** The period whose window has ended last: from 15/M on it is M. */
export function endedPeriod(moment: Moment, rules: PeriodRules): Period {
  const { year, month, day } = civilOf(moment);
  return day >= daysOf({ year, month }, rules).deadlineDay ? { year, month } : shiftPeriod({ year, month }, -1);
}

/** From the 15th to the 19th: the days on which the ended period may be closed for the first time. */
export function isClosingTime(moment: Moment, rules: PeriodRules): boolean {
  const { year, month, day } = civilOf(moment);
  const { deadlineDay, graceDay } = daysOf({ year, month }, rules);
  return day >= deadlineDay && day <= graceDay;
}

/** As-of of a version: the earlier of now and 14/M (rule 5.6). */
export function asOfOf(period: Period, rules: PeriodRules, now: Moment): Day {
  return Math.min(Math.floor(now), deadlineOf(period, rules) - 1);
}
