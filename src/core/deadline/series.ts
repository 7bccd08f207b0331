// How periods stand together, whatever their unit: one, several side by side, or a range.
import type { Period } from './due.ts';
import { either, type Form, many, map, maybe, sequence, words } from './grammar.ts';
import { yearBehind } from './numbers.ts';

/** Periods side by side, or from the first to the last. */
export interface Periods {
  readonly periods: readonly Period[];
  readonly range: boolean;
}

const and = words(',', ';', 'và', ', và', '; và', '&', '+');
const through = words('-', 'đến', 'tới', 'đến hết', 'tới hết');

/** «… - …» · «… đến …» */
export function rangeOf(first: Form<Period>, last: Form<Period>): Form<Periods> {
  return map(sequence<[Period, unknown, Period]>(first, through, last), ([from, , to]) => ({
    periods: [from, to],
    range: true,
  }));
}

/** A range, or one period, or several: «…, …», «… và …». `next` is what may stand behind the first. */
export function seriesOf(first: Form<Period>, next: Form<Period>): Form<Periods> {
  const several = map(
    sequence<[Period, readonly (readonly [unknown, Period])[]]>(first, many(sequence(and, next))),
    ([head, rest]) => ({ periods: [head, ...rest.map(([, period]) => period)], range: false }),
  );
  return either<Periods>(rangeOf(first, next), several);
}

/** The year as a field that is absent where nobody named it. */
export function withYear(year: number | undefined): { readonly year?: number } {
  return year === undefined ? {} : { year };
}

/** A number with the year behind it, if there is one. */
export function numbered(unit: 'month' | 'quarter', number: Form<number>): Form<Period> {
  return map(
    sequence<[number, number | undefined]>(number, maybe(yearBehind)),
    ([n, year]): Period => ({ unit, number: n, ...withYear(year) }),
  );
}

/** The period behind its head word. */
export function headed(head: Form<unknown>, period: Form<Period>): Form<Period> {
  return map(sequence<[unknown, Period]>(head, period), ([, read]) => read);
}
