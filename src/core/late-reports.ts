// What was reported for a period after it was closed (rule 5.11): late is not silent. The next entry overwrites Kỳ báo cáo, so
// the clock keeps the list while it can still be read. What nobody saw is unknown, and unknown is held against nobody.
import type { Moment } from './calendar.ts';
import type { Phrases } from './content.ts';
import { comparePeriods, graceOf, type Period, type PeriodRules, readPeriodLabel } from './period.ts';
import { isReported } from './status.ts';
import type { TaskRow } from './task-row.ts';

export interface LateReports {
  /** The last day for it had ended at the last look: what is in neither list did not come. */
  readonly ended: boolean;
  /** Codes the version holds as not reported, and that came by the end of the last day. */
  readonly codes: readonly string[];
  /** Codes whose rows already spoke for a later period at that look. */
  readonly unknown: readonly string[];
  /** Rows and indicators reported then that are not as they were closed, at the last look before the last day ended; and rows that came after it. */
  readonly changed?: readonly string[] | undefined;
}

/** As much of a version as the list is beside. */
interface Closing {
  readonly period: Period;
  /** Codes. */
  readonly reported: readonly string[];
}

/**
 * The list as it is after one more look; codes seen before stay. A list whose time has ended does not change any more.
 * @param known as it was before
 */
export function lateReports(
  rows: readonly TaskRow[],
  { period, reported }: Closing,
  known: LateReports | undefined,
  rules: PeriodRules,
  phrases: Phrases,
  now: Moment,
): LateReports {
  if (known?.ended) return known;
  const end = graceOf(period, rules) + 1;
  const inVersion = new Set(reported);
  const open = rows.filter(({ code }) => code !== '' && !inVersion.has(code));
  const came = open.filter(
    (row) => isReported(row, { period, phrases }) && !(typeof row.reportedAt === 'number' && row.reportedAt >= end),
  );
  const codes = [...new Set([...(known?.codes ?? []), ...came.map(({ code }) => code)])];
  const ended = now >= end;
  const isLater = ({ period: label }: TaskRow) => {
    const own = typeof label === 'string' ? readPeriodLabel(label) : undefined;
    return own !== undefined && comparePeriods(own, period) > 0;
  };
  const unknown = ended ? open.filter((row) => isLater(row) && !codes.includes(row.code)).map(({ code }) => code) : [];
  return { ended, codes, unknown };
}

/** Codes that came only when the last day had ended: late for every report, and still to be taken up by a correction. */
export function cameAfterwards(
  rows: readonly TaskRow[],
  { period, reported }: Closing,
  { codes }: Pick<LateReports, 'codes'>,
  phrases: Phrases,
): string[] {
  const known = new Set([...reported, ...codes]);
  return rows.flatMap((row) => (!known.has(row.code) && isReported(row, { period, phrases }) ? [row.code] : []));
}

/** What is known of a period from the lists beside its versions; undefined where nobody has looked. */
export function mergedLate(lists: readonly (LateReports | undefined)[]): LateReports | undefined {
  const known = lists.filter((list) => list !== undefined);
  if (known.length === 0) return undefined;
  const codes = [...new Set(known.flatMap((list) => list.codes))];
  const unknown = [...new Set(known.flatMap((list) => list.unknown))].filter((code) => !codes.includes(code));
  return { ended: known.some(({ ended }) => ended), codes, unknown };
}
