// Which earlier version a version is compared with: the newest of the period before, the newest earlier one of its own
// period, and the last one of all; and how long units have been silent.
import type { UnitTally } from '../figures.ts';
import { comparePeriods, type Period, periodId, shiftPeriod } from '../period.ts';
import type { PeriodsInARow, ReportedBefore, ReportedUnit } from '../report.ts';
import { isOverdue } from '../status.ts';
import type { FrozenRow, Version } from '../version.ts';

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
    if (compareVersions(other, version) >= 0) continue;
    if (isNewer(other, last)) last = other;
    if (comparePeriods(other.period, version.period) === 0) {
      if (isNewer(other, previous)) previous = other;
    } else if (isNewer(other, newest.get(periodId(other.period)))) newest.set(periodId(other.period), other);
  }
  return { before: newest.get(periodId(shiftPeriod(version.period, -1))), previous, last, newest };
}

function isNewer(a: Version, b: Version | undefined): boolean {
  return !b || compareVersions(a, b) > 0;
}

/** The order in which versions were made. The supplement of a year, as of 01/01, is behind the versions of its December. */
function compareVersions(a: Version, b: Version): number {
  const order = comparePeriods(a.period, b.period) || Number(a.supplement ?? false) - Number(b.supplement ?? false);
  return order || a.version - b.version;
}

/** The numbers of a version, to compare with. @param isLate which rows are told as overdue */
export function numbersOf(
  version: Version,
  isLate: (row: FrozenRow) => boolean = (row) => isOverdue(row.status),
): ReportedBefore {
  const { period, figures, rows, supplement } = version;
  const overdue = rows.filter(isLate).length;
  return { period, version: version.version, ...(supplement && { supplement }), figures, overdue };
}

/**
 * Units with the number of periods in a row in which they owed rows and reported none. A period in which a unit owed nothing
 * is passed over; one without a version ends the count, because nobody knows what was reported in it.
 */
export function unitsWithSilence(version: Version, lineage: Lineage): ReportedUnit[] {
  const silent = periodsInWhich(version, lineage, ({ reported }) => reported === 0);
  return version.units.map((unit) => ({ ...unit, silentPeriods: silent(unit.name) }));
}

/** The periods in a row, this one included, in which a unit owed rows and was so. */
export function periodsInWhich(
  version: Version,
  { newest }: Lineage,
  holds: (unit: UnitTally) => boolean,
): (name: string) => number {
  const periods = [version, ...periodsBackwards(version, newest)];
  const byName = periods.map(({ units }) => new Map(units.map((unit) => [unit.name.toLowerCase(), unit])));
  return (name) => {
    let n = 0;
    for (const units of byName) {
      const then = units.get(name.toLowerCase());
      // Owing nothing now it is neither silent nor diligent now, whatever it was before.
      if (!then || (then.owed === 0 && n === 0)) break;
      if (then.owed === 0) continue;
      if (!holds(then)) break;
      n += 1;
    }
    return n;
  };
}

/**
 * How long the rows of a version have been so, by code; of those that are so now. Versions without their rows (the ledger
 * alone was read) and periods without a version end the count, and it is then a lower bound.
 * @param first no period before it was ever reported
 */
export function rowsInARow(
  version: Version,
  { newest }: Lineage,
  first: Period,
  holds: (row: FrozenRow) => boolean,
): Map<string, PeriodsInARow> {
  const ages = new Map<string, PeriodsInARow>();
  let open = new Set(version.rows.filter(holds).map(({ code }) => code));
  let { period } = version;
  for (let periods = 1; open.size > 0; periods += 1) {
    period = shiftPeriod(period, -1);
    const then = newest.get(periodId(period));
    const known = then !== undefined && then.rows.length > 0;
    const still = new Set(known ? then.rows.filter(holds).map(({ code }) => code) : []);
    for (const code of open)
      if (!still.has(code)) ages.set(code, { periods, atLeast: !known && comparePeriods(period, first) >= 0 });
    open = new Set([...open].filter((code) => still.has(code)));
  }
  return ages;
}

function periodsBackwards({ period }: Version, newest: ReadonlyMap<string, Version>): Version[] {
  const versions: Version[] = [];
  for (let n = -1; ; n -= 1) {
    const version = newest.get(periodId(shiftPeriod(period, n)));
    if (!version) return versions;
    versions.push(version);
  }
}
