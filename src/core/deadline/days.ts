// A day of the calendar. Whether 30/02 exists is for the arithmetic (due.ts) to say.
import type { NamedPeriod } from './due.ts';
import { digits, either, type Form, map, maybe, sequence, words } from './grammar.ts';
import { fifth, monthNumber, upTo, year, yearBehind } from './numbers.ts';
import { seriesOf, withYear } from './series.ts';

const ngay = words('ngày', 'các ngày');
const dayNumber = upTo(31);
/** «24» in «15/6/24» is 2024. */
const dayYear = either<number>(
  year,
  map(digits(/^\d\d$/u), (n) => 2000 + n),
);

/** «15/6/2024» · «15.6.2024» · «15-6-2024» · «15 / 6 / 24»: one sign throughout, day before month. */
const numericDay = either<NamedPeriod>(
  ...['/', '.', '-'].map((sign) =>
    map(
      sequence<[number, unknown, number, unknown, number]>(dayNumber, words(sign), upTo(12), words(sign), dayYear),
      ([day, , month, , y]): NamedPeriod => ({ unit: 'day', day, month, year: y }),
    ),
  ),
);

/** «30/9» · «30/9 năm 2024»; with a point only behind «ngày»: «ngày 30.9» */
function dayMonth(...signs: readonly string[]): Form<NamedPeriod> {
  return map(
    sequence<[number, unknown, number, number | undefined]>(
      dayNumber,
      words(...signs),
      upTo(12),
      maybe(map(sequence<[unknown, number]>(words('năm'), year), ([, y]) => y)),
    ),
    ([day, , month, y]): NamedPeriod => ({ unit: 'day', day, month, ...withYear(y) }),
  );
}

/** «15 tháng 6 năm 2024» · «15 tháng sáu» · «15, tháng 6, năm 2024» */
function spelledDay(month: Form<number>): Form<NamedPeriod> {
  return map(
    sequence<[number, unknown, number, number | undefined]>(
      dayNumber,
      words('tháng', ', tháng'),
      month,
      maybe(yearBehind),
    ),
    ([day, , m, y]): NamedPeriod => ({ unit: 'day', day, month: m, ...withYear(y) }),
  );
}

/** «2024-06-15» */
const isoDay = map(
  sequence<[number, unknown, number, unknown, number]>(year, words('-'), upTo(12), words('-'), dayNumber),
  ([y, , month, , day]): NamedPeriod => ({ unit: 'day', day, month, year: y }),
);

/** «ngày 15/6/2024» · «15/6» · «ngày 15 tháng 6 năm 2024» · «2024-06-15» */
export const day: Form<NamedPeriod> = either<NamedPeriod>(
  map(
    sequence<[unknown, NamedPeriod]>(
      ngay,
      either(numericDay, dayMonth('/', '.'), spelledDay(either(monthNumber, fifth))),
    ),
    ([, period]) => period,
  ),
  numericDay,
  dayMonth('/'),
  spelledDay(monthNumber),
  isoDay,
);

/** «ngày 10» in «từ ngày 10 đến ngày 15/6»: the month is behind. */
export const dayAlone: Form<NamedPeriod> = map(
  sequence<[unknown, number]>(ngay, dayNumber),
  ([, number]): NamedPeriod => ({ unit: 'day', day: number }),
);

/** «15/6 và 15/12» · «10/6/2024 - 20/6/2024» */
export const days = seriesOf(day, day);
