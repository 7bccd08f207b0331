// Which earlier version a version is compared with: the newest of the period before, the newest earlier one of its own
// period, and the last one of all; and how long units have been silent.
import { isWord } from '../cell.ts';
import type { UnitTally } from '../figures.ts';
import { accountOf } from '../handed-over.ts';
import { type LateReports, mergedLate } from '../late-reports.ts';
import { comparePeriods, type Period, periodId, periodLabel, shiftPeriod } from '../period.ts';
import type { LateUnit, ReportedBefore, ReportedUnit } from '../report.ts';
import { isOverdue } from '../status.ts';
import { askedAt, type Version, versionKey } from '../version.ts';

/** Earlier versions of one version; each undefined where there was none. */
export interface Lineage {
  /** The newest version of the period before. */
  readonly before: Version | undefined;
  /** The newest earlier version of the same period whose mail may have left. */
  readonly previous: Version | undefined;
  /** The newest before this one that was told, of whatever period. */
  readonly last: Version | undefined;
  /** The newest version of each earlier period, by its id. */
  readonly newest: ReadonlyMap<string, Version>;
  /** What was known to have come when `previous` was told: after the versions before it. */
  readonly latePreviously: LateReports | undefined;
  /** What came after the closings of a period, this one included, as far as is known. */
  readonly lateIn: (period: Period) => LateReports | undefined;
}

/**
 * Versions in any order, later ones and the version itself among them: they are passed over.
 * @param unsent keys of versions whose mail has not left: nobody knows them, so nothing is told as corrected or as moved since
 */
export function lineageOf(version: Version, others: readonly Version[], unsent: readonly string[] = []): Lineage {
  const newest = new Map<string, Version>();
  let previous: Version | undefined;
  let last: Version | undefined;
  const late = new Map<string, LateReports | undefined>([[periodId(version.period), version.late]]);
  for (const other of others) {
    if (compareVersions(other, version) >= 0) continue;
    const isUnknown = unsent.includes(versionKey(other));
    if (!isUnknown && isNewer(other, last)) last = other;
    const id = periodId(other.period);
    late.set(id, mergedLate([late.get(id), other.late]));
    if (comparePeriods(other.period, version.period) === 0) {
      if (!isUnknown && isNewer(other, previous)) previous = other;
    } else if (isNewer(other, newest.get(id))) newest.set(id, other);
  }
  const lateIn = (period: Period) => late.get(periodId(period));
  const beforePrevious = others.filter((other) => previous && isEarlierOfPeriod(other, previous));
  return {
    before: newest.get(periodId(shiftPeriod(version.period, -1))),
    previous,
    last,
    newest,
    latePreviously: mergedLate(beforePrevious.map(({ late: list }) => list)),
    lateIn,
  };
}

function isEarlierOfPeriod(a: Version, b: Version): boolean {
  return comparePeriods(a.period, b.period) === 0 && compareVersions(a, b) < 0;
}

function isNewer(a: Version, b: Version | undefined): boolean {
  return !b || compareVersions(a, b) > 0;
}

/** The order in which versions were made. The supplement of a year, as of 01/01, is behind the versions of its December. */
function compareVersions(a: Version, b: Version): number {
  const order = comparePeriods(a.period, b.period) || Number(a.supplement ?? false) - Number(b.supplement ?? false);
  return order || a.version - b.version;
}

/** The numbers of a version, to compare with. */
export function numbersOf(version: Version): ReportedBefore {
  const { period, figures, rows, supplement } = version;
  const overdue = rows.filter((row) => isOverdue(row.status)).length;
  return { period, version: version.version, ...(supplement && { supplement }), figures, overdue };
}

/** Of a unit's rows a version holds as not reported: those that came after the closing, and those of which nobody knows. */
export function cameLater(
  version: Pick<Version, 'rows' | 'period'>,
  late: LateReports | undefined,
  { name, missing }: Pick<UnitTally, 'name' | 'missing'>,
): { readonly late: number; readonly unknown: number } {
  if (missing === 0 || !late) return { late: 0, unknown: missing };
  const silent = version.rows.filter(
    (row) => row.owed && !row.reported && isWord(accountOf(row, version.period), name),
  );
  const among = (codes: readonly string[]) => silent.filter(({ code }) => codes.includes(code)).length;
  // Of the ledger alone nobody can tell whose the rows of the lists are.
  if (silent.length === 0) return { late: 0, unknown: late.ended ? late.codes.length + late.unknown.length : missing };
  return { late: among(late.codes), unknown: late.ended ? among(late.unknown) : missing };
}

/** Units of which rows came after a closing of the period of a version, whether a correction has taken them up or not. */
export function unitsLate(version: Version | undefined, { lateIn }: Pick<Lineage, 'lateIn'>): LateUnit[] {
  const codes = new Set(version && lateIn(version.period)?.codes);
  if (!version || codes.size === 0) return [];
  const late = version.rows.filter((row) => row.owed && !row.onTime && codes.has(row.code));
  return version.units.flatMap(({ name }) => {
    const rows = late.filter((row) => isWord(accountOf(row, version.period), name)).length;
    return rows === 0 ? [] : [{ name, rows, asked: askedAt(version, name) !== undefined }];
  });
}

/**
 * Units with the number of periods in a row in which they owed rows, were asked for them and reported none, neither by the closing
 * nor by the end of the last day (rules 5.11, 6.13); of the version's own period, none so far. A period in which a unit owed nothing
 * is passed over; one without a version, or of which nobody knows whether a report came, or where the unit may have typed in rows of
 * others, ends the count.
 */
export function unitsWithSilence(version: Version, lineage: Lineage): ReportedUnit[] {
  const silent = periodsInWhich(
    version,
    lineage,
    (unit, then) => {
      const came = cameLater(then, lineage.lateIn(then.period), unit);
      const isKnown = then === version || came.unknown === 0;
      const isSilent = unit.reported === 0 && came.late === 0 && !hasTyped(then, unit.name);
      return isSilent && isKnown && askedAt(then, unit.name) !== undefined;
    },
    mayHaveGiven,
  );
  const { period } = version;
  return version.units.map((unit) => ({
    ...unit,
    late: cameLater(version, lineage.lateIn(period), unit).late,
    asked: askedAt(version, unit.name) !== undefined,
    silentPeriods: silent(unit.name),
  }));
}

/** Something was typed in a row of the unit for the period, though it is no report: a difficulty or a date alone. It has not been silent. */
function hasTyped({ rows, period }: Pick<Version, 'rows' | 'period'>, name: string): boolean {
  const label = periodLabel(period);
  return rows.some((row) => isWord(row.entry.period, label) && isWord(accountOf(row, period), name));
}

/** It may have typed in rows of others: nobody calls it silent. */
export const mayHaveGiven = ({ elsewhere = [] }: Pick<UnitTally, 'elsewhere'>) => elsewhere.length > 0;

/** The periods in a row, this one included, in which a unit owed rows and was so. @param ends a period ends the count, whatever was owed */
export function periodsInWhich(
  version: Version,
  { newest }: Lineage,
  holds: (unit: UnitTally, version: Version) => boolean,
  ends: (unit: UnitTally) => boolean = () => false,
): (name: string) => number {
  const periods = [version, ...periodsBackwards(version, newest)];
  const byName = periods.map((then) => ({
    then,
    units: new Map(then.units.map((unit) => [unit.name.toLowerCase(), unit])),
  }));
  return (name) => {
    let n = 0;
    for (const { then, units } of byName) {
      const unit = units.get(name.toLowerCase());
      // Owing nothing now it is neither silent nor diligent now, whatever it was before.
      if (!unit || ends(unit) || (unit.owed === 0 && n === 0)) break;
      if (unit.owed === 0) continue;
      if (!holds(unit, then)) break;
      n += 1;
    }
    return n;
  };
}

function periodsBackwards({ period }: Version, newest: ReadonlyMap<string, Version>): Version[] {
  const versions: Version[] = [];
  for (let n = -1; ; n -= 1) {
    const version = newest.get(periodId(shiftPeriod(period, n)));
    if (!version) return versions;
    versions.push(version);
  }
}
