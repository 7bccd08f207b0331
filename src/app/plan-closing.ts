// What a closing would freeze, before anything is written: which period, which version, which rows and figures, and what is
// wrong or missing in them (product §5.4–§5.8).
import { civilOf, type Moment } from '../core/calendar.ts';
import { checkRow } from '../core/check-row.ts';
import type { Finding } from '../core/finding.ts';
import {
  comparePeriods,
  endedPeriod,
  openPeriodFrom,
  type Period,
  periodLabel,
  readPeriodLabel,
} from '../core/period.ts';
import type { ResolvedPlan } from '../core/resolved-plan.ts';
import type { TaskRow } from '../core/task.ts';
import { freeze, type Version, type VersionContent } from '../core/version.ts';
import { CLOSING_ID, closingName, digestOf, type LedgerEntry, readVersion } from '../sheet/ledger.ts';
import { missingIn } from '../sheet/rows.ts';
import { missedRows, newestBackup, stamped } from './backup.ts';
import { lookAtPeriod, type PeriodView } from './look-at-period.ts';
import { type Observation, observe, requireKeeper, requireOriginal } from './observe.ts';
import type { Part, Ports } from './ports.ts';
import { Refusal } from './refusal.ts';

export interface ClosingPlan {
  /** first, correction: can be closed · unchanged: equal to the last version · preview: too early or too late, keeps nothing. */
  readonly kind: 'first' | 'correction' | 'unchanged' | 'preview';
  readonly period: Period;
  /** The version CAX would make. */
  readonly version: number;
  readonly content: VersionContent;
  readonly digest: string;
  readonly findings: readonly Finding[];
  /** Codes CAX has ticked as expected to be done by 31/12. */
  readonly estimated: readonly string[];
  /** Rows edited without a stamp; they are stamped with the closing. */
  readonly missed: readonly TaskRow[];
  /** The last version of the period, where there is one. */
  readonly last: LedgerEntry | undefined;
  /** Rows that speak for a later period and keep the values of the last version. */
  readonly keepsFrozen: boolean;
  /** First free row of «Lịch sử», 0-based. */
  readonly historyRow: number;
}

const PARTS: Readonly<Record<string, Part>> = {
  tasks: 'all',
  indicators: 'all',
  units: 'all',
  settings: 'all',
  controls: 'all',
  ledger: 'all',
  backup: 'all',
  history: 'heading',
  journal: 'heading',
};

/** One look at everything a closing needs. `kept`: the version whose rows a correction keeps. @throws Refusal */
export function lookToClose(
  ports: Ports,
  seeds: ResolvedPlan,
  history: Part,
  kept: LedgerEntry | undefined,
): Observation {
  const names = kept ? [closingName(kept.period, kept.version).name] : [];
  const observation = observe(ports, seeds, { ...PARTS, history }, { names });
  requireOriginal(observation, ports);
  requireKeeper(observation.settings, ports);
  requireWhole(observation);
  return observation;
}

/** What is missing would be frozen as empty, for ever. @throws Refusal conflict */
function requireWhole(observation: Observation): void {
  const { placement } = observation;
  const missing = ['tasks', 'history', 'ledger'].flatMap((tab) => missingIn(placement, tab) ?? []);
  if (missing.length === 0 && observation.reader('tasks').rows.length === 0) {
    missing.push('Tab «Nhiệm vụ» không còn dòng nhiệm vụ nào.');
  }
  if (missing.length === 0) return;
  throw new Refusal('conflict', `\n${missing.join('\n')}\nHãy mở Đề án 06 ▸ Đồng bộ bảng tính, rồi tổng hợp lại.`);
}

/**
 * What a closing would freeze now. Without `period`: the period whose days of closing these are, else a preview of the open
 * one. One look; a second where a late correction keeps frozen rows. @throws Refusal not-set-up, copied-file, conflict
 */
export function planClosing(ports: Ports, seeds: ResolvedPlan, period?: Period): ClosingPlan {
  const plan = planFrom(lookToClose(ports, seeds, 'heading', undefined), ports.now(), period);
  if (!plan.keepsFrozen || !plan.last) return plan;
  const rows = { from: plan.historyRow, to: plan.historyRow + 1 };
  return planFrom(lookToClose(ports, seeds, rows, plan.last), ports.now(), period);
}

/** The same from a look already taken. */
export function planFrom(observation: Observation, now: Moment, wanted?: Period): ClosingPlan {
  const { rules, firstPeriod } = observation.settings;
  const { day } = civilOf(now);
  const isClosingTime = day >= rules.deadlineDay && day <= rules.graceDay;
  const ended = endedPeriod(now, rules);
  const isOwed = firstPeriod === undefined || comparePeriods(ended, firstPeriod) >= 0;
  const period = wanted ?? (isClosingTime && isOwed ? ended : openPeriodFrom(now, rules, firstPeriod));
  const seen = lookAtPeriod(observation, period, now);
  const last = seen.versions[seen.versions.length - 1];
  const { rows, missed, keepsFrozen } = rowsToFreeze(observation, seen, last, now);
  const content = freeze(rows, seen.unitNames, seen.view);
  const digest = digestOf(content);
  const base = {
    period,
    content,
    digest,
    findings: [...observation.settingFindings, ...seen.findings, ...rows.flatMap((row) => checkRow(row, seen.view))],
    estimated: rows.filter(({ estimate }) => estimate === true).map(({ code }) => code),
    missed,
    last,
    keepsFrozen,
    version: Math.max(1, (last?.version ?? 0) + 1),
    historyRow: historyEnd(observation),
  };
  if (comparePeriods(period, ended) !== 0 || !isOwed) return { ...base, kind: 'preview' };
  if (!last || last.version === 0) return { ...base, kind: isClosingTime || last ? 'first' : 'preview' };
  return { ...base, kind: last.digest === digest ? 'unchanged' : 'correction' };
}

/** The row behind the last closing's: closings stand one below the other. */
function historyEnd({ snapshot }: Observation): number {
  return Math.max(1, ...snapshot.names.filter(({ id }) => id.startsWith(CLOSING_ID)).map(({ endRow }) => endRow));
}

/**
 * The rows as they will be frozen: edits onEdit missed are stamped; in a correction, rows that already speak for a later
 * period keep the values of the last version.
 */
function rowsToFreeze(
  observation: Observation,
  { rows, view }: PeriodView,
  last: LedgerEntry | undefined,
  now: Moment,
): { rows: TaskRow[]; missed: TaskRow[]; keepsFrozen: boolean } {
  const { period } = view;
  const isOpen = comparePeriods(openPeriodFrom(now, view.rules, observation.settings.firstPeriod), period) === 0;
  const backup = isOpen ? newestBackup(observation) : undefined;
  const missed = backup ? missedRows(rows, backup.entries, period).map((row) => stamped(row, period, now)) : [];
  const stampedByCode = new Map(missed.map((row) => [row.code, row]));
  const isLater = (row: TaskRow) => {
    const own = typeof row.period === 'string' ? readPeriodLabel(row.period) : undefined;
    return own !== undefined && comparePeriods(own, period) > 0;
  };
  const keepsFrozen = last !== undefined && rows.some(isLater);
  const frozen = keepsFrozen ? frozenVersion(observation, last) : undefined;
  const kept = new Map(frozen?.rows.map((row) => [row.code, row]) ?? []);
  return {
    missed,
    keepsFrozen,
    rows: rows.map((row) => {
      const before = isLater(row) ? kept.get(row.code) : undefined;
      if (before) return { ...row, ...before.entry, onTimeFor: before.onTime ? periodLabel(period) : row.onTimeFor };
      return stampedByCode.get(row.code) ?? row;
    }),
  };
}

/** A whole version from a look that read its named range; undefined where it did not. */
export function frozenVersion(observation: Observation, entry: LedgerEntry): Version | undefined {
  const { name } = closingName(entry.period, entry.version);
  const range = observation.snapshot.names.find((candidate) => candidate.name === name);
  const { tab } = observation.reader('history');
  const rows = range ? (tab.was?.rows.slice(range.row, range.endRow) ?? []) : [];
  if (rows.length === 0 || rows.every((row) => row.length === 0)) return undefined;
  return readVersion(entry, tab, rows);
}
