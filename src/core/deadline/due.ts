// The arithmetic of deadlines: from a rule («tháng 10, before») to the last day that is still in time. Sees no text.
import { civilOf, type Day, dayOf, endOfMonth, isCivilDate } from '../calendar.ts';

export type Precision = 'day' | 'month' | 'quarter' | 'half-year' | 'year';

/** A stretch of the calendar as the words name it: what they leave out is absent. */
export type NamedPeriod =
  /** A day without a month takes the month of the period that follows it: «từ ngày 10 đến ngày 15/6». */
  | { readonly unit: 'day'; readonly day: number; readonly month?: number; readonly year?: number }
  /** `number` counts months, quarters or halves of the year from 1. */
  | { readonly unit: 'month' | 'quarter' | 'half-year'; readonly number: number; readonly year?: number }
  | { readonly unit: 'year'; readonly year?: number };

/** When a thing is due, as a rule. */
export interface When {
  /** A list («quý II, III») is due with its latest period, a range with the one it ends in. At least one. */
  readonly periods: readonly NamedPeriod[];
  readonly range: boolean;
  /** «trước»: due the day before the period begins, not with its last day. */
  readonly before: boolean;
  /** «hằng năm»: the year may not be named. */
  readonly yearly: boolean;
}

export interface DueDate {
  readonly day: Day;
  readonly precision: Precision;
}

const MONTHS_IN = { month: 1, quarter: 3, 'half-year': 6 } as const;

interface Stretch extends DueDate {
  readonly first: Day;
}

/** The rule resolved; a year nobody named is the plan's. Undefined where the words name no real or no single deadline. */
export function dueDateOf(when: When, planYear: number): DueDate | undefined {
  if (when.yearly && when.periods.some((period) => period.year !== undefined)) return undefined;
  const stretches: Stretch[] = [];
  for (const period of withYears(when.periods, planYear)) {
    const stretch = stretchOf(period);
    if (!stretch) return undefined;
    stretches.push(stretch);
  }
  const [start] = stretches;
  const last = when.range ? stretches.at(-1) : stretches.reduce<Stretch | undefined>(later, undefined);
  if (!start || !last) return undefined;
  // A range that runs backwards has lost a year («từ tháng 10 đến tháng 3»): which one, nobody knows.
  if (when.range && start.first > last.day) return undefined;
  if (!when.before) return { day: last.day, precision: last.precision };
  // «trước tháng 5, 6» names two limits.
  const sole = when.range || stretches.length === 1;
  return sole ? { day: last.first - 1, precision: last.precision } : undefined;
}

function later(a: Stretch | undefined, b: Stretch): Stretch {
  return a && a.day >= b.day ? a : b;
}

/** A period takes the year of the next one that names it («quý II, III/2024»), else of the one before, else the plan's. */
function withYears(periods: readonly NamedPeriod[], planYear: number): readonly NamedPeriod[] {
  const named = periods.map((period) => period.year);
  const last = periods.at(-1);
  return periods.map((period, i) => {
    const year = named.slice(i).find(isNamed) ?? named.slice(0, i).reverse().find(isNamed) ?? planYear;
    if (period.unit !== 'day' || period.month !== undefined) return { ...period, year };
    const month = last?.unit === 'day' ? last.month : last?.unit === 'month' ? last.number : undefined;
    return month === undefined ? period : { ...period, month, year };
  });
}

function isNamed(year: number | undefined): year is number {
  return year !== undefined;
}

function stretchOf(period: NamedPeriod): Stretch | undefined {
  const { unit, year } = period;
  if (year === undefined || !isCivilDate({ year, month: 1, day: 1 })) return undefined;
  if (unit === 'year') return real(dayOf(year, 1, 1), dayOf(year, 12, 31), unit);
  if (unit === 'day') {
    const civil = { year, month: period.month ?? 0, day: period.day };
    if (!isCivilDate(civil)) return undefined;
    const day = dayOf(year, civil.month, civil.day);
    return real(day, day, unit);
  }
  const months = MONTHS_IN[unit];
  const lastMonth = period.number * months;
  if (lastMonth < 1 || lastMonth > 12) return undefined;
  return real(dayOf(year, lastMonth - months + 1, 1), endOfMonth(year, lastMonth), unit);
}

/** Nothing before 1900: the day before it would be no day of the calendar. */
function real(first: Day, day: Day, precision: Precision): Stretch | undefined {
  return isCivilDate(civilOf(first - 1)) ? { first, day, precision } : undefined;
}
