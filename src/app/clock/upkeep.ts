// The clock's first run of each day: edits onEdit missed are stamped, on the 15th who was in time is written down, the entries
// are backed up, and the clock shows that it lives (rules 5.4–5.5, 6.1). One look, one batch.
import type { Moment } from '../../core/calendar.ts';
import { phrasesWith } from '../../core/content.ts';
import { cameAfterwards, type LateReports, lateReports, mergedLate } from '../../core/late-reports.ts';
import { comparePeriods, endedPeriod } from '../../core/period.ts';
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import type { TaskRow } from '../../core/task-row.ts';
import { freeze } from '../../core/version.ts';
import type { LedgerEntry } from '../../sheet/ledger/ledger.ts';
import { readTaskRows } from '../../sheet/reading/rows.ts';
import type { Request } from '../../sheet/requests/request.ts';
import { writeCells } from '../../sheet/write.ts';
import { changedCodes } from '../closing/changed-since.ts';
import { isLater } from '../closing/kept-rows.ts';
import { lookAtPeriod, type PeriodTab } from '../closing/look-at-period.ts';
import { journalRequests } from '../journal.ts';
import { ledgerOf, type Observation, observe, recent } from '../observe.ts';
import type { Ports } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import { MENDED, seenEdits, TYPED } from '../seen-edits.ts';
import { clockRequests, settledWords, settleEdits, settleRequests } from '../settle-edits.ts';
import { backupRequests } from './backup.ts';

export interface Upkeep {
  /** Codes stamped because onEdit had missed their edits. */
  readonly missed: readonly string[];
  /** Codes written down as in time; undefined on other days than the 15th, and where a closing has done it. */
  readonly onTime: readonly string[] | undefined;
  /** The list of what came after the last closing has changed. */
  readonly late: boolean;
}

export function keepUp(ports: Ports, seeds: ResolvedPlan): Upkeep {
  return ports.locked(() => {
    const observation = observe(ports, seeds, {
      tasks: 'all',
      units: 'all',
      indicators: 'all',
      settings: 'all',
      controls: 'all',
      backup: 'all',
      ledger: recent(),
      journal: 'heading',
    });
    const now = ports.now();
    const store = ports.store.all();
    const settled = settleEdits(observation, readTaskRows(observation.placement).rows, now, seenEdits(store));
    const words = settledWords(settled).join('; ');
    const late = lateRequests(observation, settled.rows, now);
    ports.workbook.update([
      ...settleRequests(observation, settled, now),
      ...backupRequests(observation, settled.rows, Math.floor(now)),
      ...late,
      ...clockRequests(observation, 'heartbeat', now, ports.account),
      // A day on which nothing was to be done is told by the clock's own line alone.
      ...(words === '' ? [] : journalRequests(observation, [journalLine(ports, words)])),
    ]);
    for (const seen of [MENDED, TYPED]) if (store[seen] !== undefined) ports.store.remove(seen);
    const codes = (rows: typeof settled.rows) => rows.map(({ code }) => code);
    return {
      missed: codes(settled.missed),
      onTime: settled.inTime && codes(settled.inTime),
      late: late.length > 0,
    };
  });
}

/**
 * What came after the last closing, kept beside its newest version until the last day for it has ended (rule 5.11): the next
 * entry of a row overwrites Kỳ báo cáo. A ledger that cannot be read is told by who needs it; the day's other work goes on.
 */
function lateRequests(observation: Observation<PeriodTab>, rows: readonly TaskRow[], now: Moment): Request[] {
  const { rules, phrases } = observation.settings;
  const versions = readableLedger(observation).filter(
    ({ period }) => comparePeriods(period, endedPeriod(now, rules)) === 0,
  );
  const newest = versions.reduce<LedgerEntry | undefined>((a, b) => (a && a.version > b.version ? a : b), undefined);
  if (!newest) return [];
  const known = mergedLate(versions.map(({ late }) => late));
  const seen = lateReports(rows, newest, known, rules, phrasesWith(phrases), now);
  const before = newest.late?.changed;
  const changed = newest.supplement
    ? before
    : known?.ended
      ? [...new Set([...(before ?? []), ...cameAfterwards(rows, newest, known, phrasesWith(phrases))])]
      : changedIn(observation, rows, newest, now);
  const withChanged = (list: LateReports | undefined, codes: readonly string[] | undefined) =>
    JSON.stringify(list && { ...list, ...(codes?.length && { changed: codes }) });
  const late = withChanged(seen, changed);
  return late === withChanged(known, before) ? [] : writeCells(observation.reader('ledger').tab, newest.row, { late });
}

/** Of what was reported; what speaks for a later period by now is that period's. */
function changedIn(
  observation: Observation<PeriodTab>,
  rows: readonly TaskRow[],
  version: LedgerEntry,
  now: Moment,
): string[] {
  const { period, reported } = version;
  const { view, unitNames } = lookAtPeriod(observation, period, now);
  const own = rows.filter((row) => reported.includes(row.code) && !isLater(row, period));
  return changedCodes(freeze(own, unitNames, view), version);
}

function readableLedger(observation: Observation<'ledger'>): LedgerEntry[] {
  try {
    return ledgerOf(observation);
  } catch (cause) {
    if (cause instanceof Refusal && cause.code === 'spoilt-ledger') return [];
    throw cause;
  }
}

function journalLine(ports: Ports, words: string) {
  const outcome = words.slice(0, 1).toUpperCase() + words.slice(1);
  return { at: ports.now(), deed: 'Việc hằng ngày', key: '', state: 'xong', account: ports.account, outcome };
}
