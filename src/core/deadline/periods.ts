// Any stretch of the calendar the words may name.
import { day, days } from './days.ts';
import type { NamedPeriod } from './due.ts';
import { either, type Form, map } from './grammar.ts';
import { monthNamed, monthSlashYear, months, shortMonth, shortMonths } from './months.ts';
import { quarterNamed, quarters } from './quarters.ts';
import type { Periods } from './series.ts';
import { partsOfYear, yearItem, years } from './years.ts';

/** Any of the forms; days first, so that «15/6/2024» is no month of 2024. */
export const periods: Form<Periods> = either(days, partsOfYear, months, shortMonths, quarters, years);

/** A single period, even where the words go on to another: the beginning of «từ tháng 3 đến tháng 10». */
export const period: Form<NamedPeriod> = either(
  day,
  map(partsOfYear, (read) => read.periods[0]),
  monthNamed,
  monthSlashYear,
  shortMonth,
  quarterNamed,
  yearItem,
);
