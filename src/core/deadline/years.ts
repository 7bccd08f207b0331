// Years, and the parts of a year that are counted in months from its beginning or its end.
import type { NamedPeriod } from './due.ts';
import { either, type Form, map, maybe, sequence, unless, words } from './grammar.ts';
import { year, yearBehind } from './numbers.ts';
import { headed, type Periods, rangeOf, seriesOf, withYear } from './series.ts';

function part(number: number, unit: 'quarter' | 'half-year', ...names: readonly string[]): Form<Periods> {
  return map(
    sequence<[unknown, unknown, number | undefined]>(
      words(...names),
      maybe(words('năm', 'của năm')),
      maybe(yearBehind),
    ),
    ([, , y]) => ({
      periods: [{ unit, number, ...withYear(y) }],
      range: false,
    }),
  );
}

/**
 * «6 tháng đầu năm» · «06 tháng cuối năm 2024» · «9 tháng» · «nửa đầu năm». «9 tháng» is the reporting term January to
 * September; «6 tháng» alone may be either half and is not read.
 */
export const partsOfYear: Form<Periods> = either<Periods>(
  part(1, 'quarter', '3 tháng đầu', '03 tháng đầu', 'ba tháng đầu'),
  part(4, 'quarter', '3 tháng cuối', '03 tháng cuối', 'ba tháng cuối'),
  part(1, 'half-year', '6 tháng đầu', '06 tháng đầu', 'sáu tháng đầu', 'nửa đầu'),
  part(2, 'half-year', '6 tháng cuối', '06 tháng cuối', 'sáu tháng cuối', 'nửa cuối'),
  part(3, 'quarter', '9 tháng đầu', '09 tháng đầu', 'chín tháng đầu'),
  map(
    sequence<[unknown, number | undefined, unknown]>(
      words('9 tháng', '09 tháng', 'chín tháng'),
      maybe(yearBehind),
      unless(words('năm')),
    ),
    ([, y]) => ({ periods: [{ unit: 'quarter', number: 3, ...withYear(y) }], range: false }),
  ),
);

const yearPeriod = map(year, (y): NamedPeriod => ({ unit: 'year', year: y }));
export const yearItem = either(headed(words('năm'), yearPeriod), yearPeriod);

/** «Năm 2024» · «năm 2024 và 2025» · «năm 2024-2025» · «giai đoạn 2024-2025» · «các năm 2024, 2025» · «2024» */
export const years: Form<Periods> = either<Periods>(
  map(
    sequence<[unknown, unknown, Periods]>(
      words('giai đoạn', 'thời kỳ'),
      maybe(words('từ')),
      rangeOf(yearItem, yearItem),
    ),
    ([, , read]) => read,
  ),
  map(sequence<[unknown, Periods]>(maybe(words('các')), seriesOf(yearItem, yearItem)), ([, read]) => read),
);
