// Which earlier version a version is compared with: the newest of the period before, the newest earlier one of its own
// period, and the last one of all; and how long units have been silent.
import { comparePeriods, periodId, shiftPeriod } from '../period.ts';
import type { ReportedBefore, ReportedUnit } from '../report.ts';
import { isOverdue } from '../status.ts';
import type { Version } from '../version.ts';

/** Earlier versions of one version; each undefined where there was none. */
export interface Lineage {
  /** The newest version of the period before. */
  readonly before: Version | undefined;
  /** The newest earlier version of the same period. */
  readonly previous: Version | undefined;
  /** The newest version before this one, of whatever period. */
  readonly last: Version | undefined;
  /** The newest version of each earlier period, by its id. */
  readonly newest: ReadonlyMap<string, Version>;
}

/** Versions in any order, later ones and the version itself among them: they are passed over. */
export function lineageOf(version: Version, others: readonly Version[]): Lineage {
  const newest = new Map<string, Version>();
  let previous: Version | undefined;
  let last: Version | undefined;
  for (const other of others) {
    const order = comparePeriods(other.period, version.period);
    if (order > 0 || (order === 0 && other.version >= version.version)) continue;
    if (isNewer(other, last)) last = other;
    if (order === 0) {
      if (isNewer(other, previous)) previous = other;
    } else if (isNewer(other, newest.get(periodId(other.period)))) newest.set(periodId(other.period), other);
  }
  return { before: newest.get(periodId(shiftPeriod(version.period, -1))), previous, last, newest };
}

function isNewer(a: Version, b: Version | undefined): boolean {
  if (!b) return true;
  const order = comparePeriods(a.period, b.period);
  return order > 0 || (order === 0 && a.version > b.version);
}

/** The numbers of a version, to compare with. */
export function numbersOf(version: Version): ReportedBefore {
  const { period, figures, rows } = version;
  return { period, version: version.version, figures, overdue: rows.filter((row) => isOverdue(row.status)).length };
}

/**
 * Units with the number of periods in a row in which they owed rows and reported none. A period in which a unit owed nothing
 * is passed over; one without a version ends the count, because nobody knows what was reported in it.
 */
export function unitsWithSilence(version: Version, { newest }: Lineage): ReportedUnit[] {
  const earlier = periodsBackwards(version, newest);
  const byName = earlier.map(({ units }) => new Map(units.map((unit) => [unit.name.toLowerCase(), unit])));
  return version.units.map((unit) => {
    if (!isSilent(unit)) return { ...unit, silentPeriods: 0 };
    let silentPeriods = 1;
    for (const units of byName) {
      const then = units.get(unit.name.toLowerCase());
      if (!then) break;
      if (then.owed === 0) continue;
      if (!isSilent(then)) break;
      silentPeriods += 1;
    }
    return { ...unit, silentPeriods };
  });
}

function periodsBackwards({ period }: Version, newest: ReadonlyMap<string, Version>): Version[] {
  const versions: Version[] = [];
  for (let n = -1; ; n -= 1) {
    const version = newest.get(periodId(shiftPeriod(period, n)));
    if (!version) return versions;
    versions.push(version);
  }
}

function isSilent(unit: { readonly owed: number; readonly reported: number }): boolean {
  return unit.owed > 0 && unit.reported === 0;
}
