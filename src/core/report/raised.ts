// For which periods the words of a row were reported. A difficulty or a proposal stays in its cell until somebody clears it: it is said anew
// only for a period its row was reported for, at the closing or after it (rules 5.4, 5.11); in every other, and while another unit reports the row, it is carried on.
import { textOf } from '../cell.ts';
import { accountOf, authorOf } from '../handed-over.ts';
import type { LateReports } from '../late-reports.ts';
import { comparePeriods, type Period, periodId, readPeriodLabel, shiftPeriod } from '../period.ts';
import type { Raised, RaisedText } from '../report.ts';
import { eitherOf, isSameUnit } from '../reporter-cell.ts';
import type { FrozenRow, Version } from '../version.ts';
import type { Lineage } from './lineage.ts';

/**
 * How long the rows of a version have held the same words, by code; of those that hold any now.
 * @param first no period before it was ever reported
 * @param text whose words are followed: a row's report by another unit says none of them anew (rule 5.15)
 * @param wordsOf what is compared; undefined where a row says nothing
 */
export function raisedSince(
  version: Version,
  { newest, lateIn }: Pick<Lineage, 'newest' | 'lateIn'>,
  first: Period,
  text: RaisedText,
  wordsOf: (row: FrozenRow) => string | undefined,
): Map<string, Raised> {
  const raised = new Map<string, Raised>();
  let { period } = version;
  const standing = new Map<string, { readonly words: string; readonly said: Period[] }>();
  for (const row of version.rows) {
    const words = wordsOf(row);
    if (words !== undefined) standing.set(row.code, { words, said: saidFor(row, period, text, lateIn(period)) });
  }
  while (standing.size > 0) {
    period = shiftPeriod(period, -1);
    const rows = new Map(newest.get(periodId(period))?.rows.map((row) => [row.code, row]));
    for (const [code, { words, said }] of standing) {
      const row = rows.get(code);
      if (row && wordsOf(row) === words) {
        said.push(...saidFor(row, period, text, lateIn(period)));
        continue;
      }
      standing.delete(code);
      const atLeast = rows.size === 0 && comparePeriods(period, first) >= 0;
      raised.set(code, { ...saidIn(said, version.period), atLeast });
    }
  }
  return raised;
}

/** The same of a row that no version is behind. @param isSaid somebody has reported on it now */
export function raisedInRow(row: FrozenRow, isSaid: boolean): Raised {
  const own = readPeriodLabel(textOf(row.entry.period));
  return { periods: own ? [own] : [], carried: !isSaid, atLeast: false };
}

/** The period of a version, where its row was reported for it; and the one the row itself speaks for: a report that came after a closing stands there alone. */
function saidFor(row: FrozenRow, period: Period, text: RaisedText, late: LateReports | undefined): Period[] {
  if (!isOfReporter(row, period, text)) return [];
  const own = readPeriodLabel(textOf(row.entry.period));
  const isReported = row.reported || late?.codes.includes(row.code) === true;
  return [...(isReported ? [period] : []), ...(own && comparePeriods(own, period) <= 0 ? [own] : [])];
}

/** The words are of who has the report of the period; of several units that may have typed them, they were typed in it. */
function isOfReporter(row: FrozenRow, period: Period, text: RaisedText): boolean {
  const author = authorOf(row, text);
  return author === undefined || eitherOf(author).length > 1 || isSameUnit(author, textOf(accountOf(row, period)));
}

function saidIn(said: readonly Period[], now: Period): Pick<Raised, 'periods' | 'carried'> {
  const distinct = new Map(said.map((period) => [periodId(period), period]));
  const periods = [...distinct.values()].sort((a, b) => comparePeriods(b, a));
  return { periods, carried: !distinct.has(periodId(now)) };
}
