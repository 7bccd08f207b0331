// The workbook seen for one period: the rows and the viewpoint from which status, figures and versions are computed.

import type { Day, Moment } from '../../core/calendar.ts';
import { type Cell, isWord } from '../../core/cell.ts';
import { phrasesWith } from '../../core/content.ts';
import type { Finding } from '../../core/finding.ts';
import { asOfOf, comparePeriods, type Period, periodLabel } from '../../core/period.ts';
import type { Viewpoint } from '../../core/task.ts';
import type { TaskRow } from '../../core/task-row.ts';
import type { PeriodKey } from '../../core/version.ts';
import type { LedgerEntry } from '../../sheet/ledger/ledger.ts';
import { missingRowFindings } from '../../sheet/missing-rows.ts';
import { readIndicatorRows, readTaskRows, readUnitRows } from '../../sheet/reading/rows.ts';
import { blocksOf } from '../check/check-data.ts';
import { clockLine, ledgerOf, type Observation } from '../observe.ts';

export interface PeriodView {
  readonly rows: readonly TaskRow[];
  readonly view: Viewpoint;
  readonly unitNames: readonly string[];
  readonly findings: readonly Finding[];
  /** Versions of this period, oldest first. */
  readonly versions: readonly LedgerEntry[];
  /** The newest version of the newest period before. */
  readonly previous: LedgerEntry | undefined;
}

/** The tabs a period is seen by. */
export type PeriodTab = 'tasks' | 'indicators' | 'units' | 'settings' | 'controls' | 'ledger';

export function lookAtPeriod(observation: Observation<PeriodTab>, period: Period, now: Moment): PeriodView {
  const { settings, placement } = observation;
  const ledger = ledgerOf(observation);
  const versions = ledger
    .filter((entry) => comparePeriods(entry.period, period) === 0)
    .sort((a, b) => a.version - b.version);
  const previous = newestBefore(ledger, period);
  const { rows, findings } = readTaskRows(placement);
  const asOf: Day = asOfOf(period, settings.rules, now);
  const stamp: Cell = clockLine(observation, 'stamped');
  const view: Viewpoint = {
    asOf,
    today: Math.floor(now),
    period,
    rules: settings.rules,
    warningDays: settings.warningDays,
    planYear: settings.planYear,
    indicators: readIndicatorRows(placement),
    phrases: phrasesWith(settings.phrases),
    stamped: isWord(stamp, periodLabel(period)),
    reportedBefore: new Set(versions.flatMap(({ reported }) => reported)),
    finishedBefore: new Set(previous?.finished ?? []),
  };
  return { rows, view, unitNames: readUnitRows(placement).map(({ name }) => name), findings, versions, previous };
}

/** What keeps a number of these rows from being right. */
export function blocksIn(
  observation: Observation<'tasks' | 'settings'>,
  seen: Pick<PeriodView, 'rows' | 'view' | 'unitNames' | 'findings'>,
) {
  const { tab } = observation.reader('tasks');
  const { settingFindings } = observation;
  const placed = tab.rows.filter(({ isNew }) => !isNew);
  const rowFindings = [...missingRowFindings(observation.placement), ...seen.findings];
  return blocksOf({ ...seen, rowFindings, settingFindings, placed, strangers: tab.strangers });
}

/**
 * So many periods back frozen rows are read, however many years a file holds: what is older is told as «ít nhất». Each is a range of
 * its own in one address, and Google takes no address of any length.
 */
export const LOOKED_BACK = 24;

/** The newest version of each month, year or report out of turn, of those that were closed last. */
export function newestOfEach<E extends { readonly label: string; readonly version: number; readonly closedAt: Moment }>(
  entries: readonly E[],
): E[] {
  const newest = new Map<string, E>();
  for (const entry of entries) {
    if ((newest.get(entry.label)?.version ?? -1) < entry.version) newest.set(entry.label, entry);
  }
  return [...newest.values()].sort((a, b) => b.closedAt - a.closedAt).slice(0, LOOKED_BACK);
}

/** The newest version of a period, or of the supplement of a year; undefined where it has none. */
export function newestOf(ledger: readonly LedgerEntry[], { period, supplement }: PeriodKey): LedgerEntry | undefined {
  return ledger
    .filter((entry) => comparePeriods(entry.period, period) === 0 && entry.supplement === supplement)
    .reduce<LedgerEntry | undefined>((a, b) => (a && a.version > b.version ? a : b), undefined);
}

/** The newest version of the newest period before `period`. */
export function newestBefore(ledger: readonly LedgerEntry[], period: Period): LedgerEntry | undefined {
  return ledger
    .filter((entry) => comparePeriods(entry.period, period) < 0)
    .reduce<LedgerEntry | undefined>((newest, entry) => {
      if (!newest) return entry;
      const order = comparePeriods(entry.period, newest.period);
      return order > 0 || (order === 0 && entry.version > newest.version) ? entry : newest;
    }, undefined);
}

/** The last year before a period's that «Chốt năm bổ sung» has closed. */
export function settledBefore(closed: readonly LedgerEntry[], { year }: Period): number | undefined {
  const years = closed.filter((entry) => entry.supplement && entry.period.year < year).map(({ period }) => period.year);
  return years.length === 0 ? undefined : Math.max(...years);
}
