// How several periods are written, whatever their unit: one, several side by side, or a range.
import type { NamedPeriod } from './due.ts';
import { either, type Form, many, map, maybe, sequence, words } from './grammar.ts';
import { yearBehind } from './numbers.ts';

/** Periods side by side, or from the first to the last. */
export interface Periods {
  readonly periods: readonly NamedPeriod[];
  readonly range: boolean;
}

const and = words(',', ';', 'và', ', và', '; và', '&', '+');
const through = words('-', 'đến', 'tới', 'đến hết', 'tới hết');

/** «… - …» · «… đến …» */
export function rangeOf(first: Form<NamedPeriod>, last: Form<NamedPeriod>): Form<Periods> {
  return map(sequence<[NamedPeriod, unknown, NamedPeriod]>(first, through, last), ([from, , to]) => ({
    periods: [from, to],
    range: true,
  }));
}

/** A range, or one period, or several: «…, …», «… và …». `next` is what may be behind the first. */
export function seriesOf(first: Form<NamedPeriod>, next: Form<NamedPeriod>): Form<Periods> {
  const several = map(
    sequence<[NamedPeriod, readonly (readonly [unknown, NamedPeriod])[]]>(first, many(sequence(and, next))),
    ([head, rest]) => ({ periods: [head, ...rest.map(([, period]) => period)], range: false }),
  );
  return either<Periods>(rangeOf(first, next), several);
}

/** The year as a field that is absent where nobody named it. */
export function withYear(year: number | undefined): { readonly year?: number } {
  return year === undefined ? {} : { year };
}

/** A number with the year behind it, if there is one. */
export function numbered(unit: 'month' | 'quarter', number: Form<number>): Form<NamedPeriod> {
  return map(
    sequence<[number, number | undefined]>(number, maybe(yearBehind)),
    ([n, year]): NamedPeriod => ({ unit, number: n, ...withYear(year) }),
  );
}

/** The period behind its head word. */
export function headed(head: Form<unknown>, period: Form<NamedPeriod>): Form<NamedPeriod> {
  return map(sequence<[unknown, NamedPeriod]>(head, period), ([, read]) => read);
}
