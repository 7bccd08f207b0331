// Months, by number or by word, with the year or without.
import type { NamedPeriod } from './due.ts';
import { either, map, sequence, words } from './grammar.ts';
import { fifth, monthNumber, upTo, year } from './numbers.ts';
import { headed, numbered, seriesOf } from './series.ts';

const monthItem = numbered('month', either(monthNumber, fifth));
export const monthNamed = headed(words('tháng', 'các tháng'), monthItem);

/** «6/2024» · «12-2024»: no head, so the year must be given. */
export const monthSlashYear = map(
  sequence<[number, unknown, number]>(upTo(12), words('/', '-'), year),
  ([number, , y]): NamedPeriod => ({ unit: 'month', number, year: y }),
);

/** «tháng 5/2024» · «Tháng 5 năm 2024» · «tháng sáu» · «tháng 6, 12» · «tháng 5-6/2024» · «6/2024» */
export const months = seriesOf(
  either(monthNamed, monthSlashYear),
  either(monthNamed, monthSlashYear, numbered('month', upTo(12))),
);

export const shortMonth = headed(words('t', 't.', 'th', 'th.'), numbered('month', upTo(12)));

/** «T10/2024» · «T5-T6/2024»; «T2» without a year may be a Monday. */
export const shortMonths = map(seriesOf(shortMonth, shortMonth), (read) =>
  read.periods.some((one) => one.year !== undefined) ? read : undefined,
);
