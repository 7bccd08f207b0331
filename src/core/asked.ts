// Who was asked for a period, and when (rule 6.13): only what was asked is held against anybody.
import type { Moment } from './calendar.ts';
import { type Cell, isEmpty, isWord, textOf } from './cell.ts';
import { type Period, periodLabel, type Window } from './period.ts';
import { fold } from './text.ts';

/** A line of «Đơn vị» as it is looked at here. */
export interface AskedUnit {
  readonly name: string;
  readonly askedFor: Cell;
  readonly askedAt: Cell;
  readonly askedRows: Cell;
  readonly reporting: Cell;
  readonly memberOf: Cell;
}

/**
 * The units asked for a period, by name. Where CAX has chosen the period and no moment, the unit is taken to know what was there when
 * the window began, and no more. A collective is never among them, nor a unit that only coordinates or was only invited: their
 * reports are not counted as missing (the note of «Thuộc diện báo cáo»).
 */
export function askedUnits(units: readonly AskedUnit[], period: Period, { from }: Window): Record<string, Moment> {
  return Object.fromEntries(
    askedFor(units, period).map(({ name, askedAt }) => [name, typeof askedAt === 'number' ? askedAt : from]),
  );
}

/** «-»: the mail was about other rows. */
const NO_ROWS = '-';

/** The overdue rows whose reason was asked for by mail, by unit; units asked by hand are not among them. */
export function askedRowsOf(units: readonly AskedUnit[], period: Period): Record<string, readonly string[]> {
  return Object.fromEntries(
    askedFor(units, period).flatMap(({ name, askedRows }) =>
      isEmpty(askedRows) ? [] : [[name, readAskedRows(askedRows)] as const],
    ),
  );
}

export function readAskedRows(cell: Cell): string[] {
  return textOf(cell)
    .split(' ')
    .filter((code) => code !== '' && code !== NO_ROWS);
}

export function writeAskedRows(codes: readonly string[]): string {
  return codes.length === 0 ? NO_ROWS : codes.join(' ');
}

function askedFor<U extends AskedUnit>(units: readonly U[], period: Period): U[] {
  const collectives = new Set(units.flatMap(({ memberOf }) => textOf(memberOf).split(';').map(fold)));
  return units
    .filter((unit) => isWord(unit.askedFor, periodLabel(period)) && isWord(unit.reporting, 'có dòng'))
    .filter(({ name }) => name !== '' && !collectives.has(fold(name)));
}
