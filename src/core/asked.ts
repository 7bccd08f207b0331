// Who was asked for a period, and when (product A.9): only what was asked is held against anybody.
import type { Moment } from './calendar.ts';
import { type Cell, isWord, textOf } from './cell.ts';
import { type Period, periodLabel, type Window } from './period.ts';
import { fold } from './text.ts';

/** A line of «Đơn vị» as it is looked at here. */
export interface AskedUnit {
  readonly name: string;
  readonly askedFor: Cell;
  readonly askedAt: Cell;
  readonly reporting: Cell;
  readonly memberOf: Cell;
}

/**
 * The units asked for a period, by name. Where CAX has chosen the period and no moment, the unit is taken to know what stood when
 * the window began, and no more. A collective is never among them, nor a unit that only coordinates or was only invited: their
 * reports are not counted as missing (the note of «Thuộc diện báo cáo»).
 */
export function askedUnits(units: readonly AskedUnit[], period: Period, { from }: Window): Record<string, Moment> {
  const collectives = new Set(units.flatMap(({ memberOf }) => textOf(memberOf).split(';').map(fold)));
  return Object.fromEntries(
    units
      .filter(({ askedFor, reporting }) => isWord(askedFor, periodLabel(period)) && isWord(reporting, 'có dòng'))
      .filter(({ name }) => name !== '' && !collectives.has(fold(name)))
      .map(({ name, askedAt }) => [name, typeof askedAt === 'number' ? askedAt : from]),
  );
}
