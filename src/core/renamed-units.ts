// A version with its units called otherwise: units renamed in between are compared with themselves.
import { textOf } from './cell.ts';
import { renamed } from './reporter-cell.ts';
import type { Version } from './version.ts';

type Named = Pick<Version, 'units' | 'rows' | 'asked' | 'askedRows'>;

/** @param called what a unit is called, by the name the version has */
export function withUnitsCalled<V extends Named>(version: V, called: (name: string) => string): V {
  const byName = <T>(known: Readonly<Record<string, T>> | undefined) =>
    known && Object.fromEntries(Object.entries(known).map(([name, value]) => [called(name), value]));
  return {
    ...version,
    units: version.units.map((unit) => ({ ...unit, name: called(unit.name) })),
    rows: version.rows.map((row) => ({
      ...row,
      accountable: typeof row.accountable === 'string' ? called(row.accountable) : row.accountable,
      ...(row.reporter !== undefined && { reporter: textOf(renamed(row.reporter, called)) }),
    })),
    asked: byName(version.asked),
    askedRows: byName(version.askedRows),
  };
}
