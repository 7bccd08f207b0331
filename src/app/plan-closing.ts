// What a closing would freeze, before anything is written: which period, which version, which rows and figures, and what is
// wrong or missing in them (product §5.4–§5.9).
import { civilOf, dayOf, type Moment } from '../core/calendar.ts';
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
import type { TaskRow, Viewpoint } from '../core/task.ts';
import { type Closed, type FrozenRow, freeze, type Version, type VersionContent } from '../core/version.ts';
import { closingName, digestOf, type LedgerEntry, readVersion } from '../sheet/ledger.ts';
import { missingIn } from '../sheet/rows.ts';
import { mendedRows, missedRows, newestBackup, stamped } from './backup.ts';
import { frozenRange, historyEnd } from './freeze-rows.ts';
import { lookAtPeriod, newestOf, type PeriodView } from './look-at-period.ts';
import { closedOf, type Observation, observe, requireKeeper, requireOriginal } from './observe.ts';
import type { Part, Ports } from './ports.ts';
import { Refusal } from './refusal.ts';

export interface ClosingPlan extends Closed {
  /** first, correction: can be closed · unchanged: equal to the last version · preview: too early or too late, keeps nothing. */
  readonly kind: 'first' | 'correction' | 'unchanged' | 'preview';
  /** The version CAX would make. */
  readonly version: number;
  readonly content: VersionContent;
  readonly digest: string;
  readonly findings: readonly Finding[];
  /** Codes CAX has ticked as expected to be done by 31/12; of a supplement, those that were when December was closed. */
  readonly estimated: readonly string[];
  /** Rows edited without a stamp; they are stamped with the closing. */
  readonly missed: readonly TaskRow[];
  /** The last version of the same, where there is one. */
  readonly last: LedgerEntry | undefined;
  /** The version some rows keep values of: they speak for a later period by now. */
  readonly kept: LedgerEntry | undefined;
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

/** One look at everything a closing needs. `kept`: the version whose rows it keeps. @throws Refusal */
export function lookToClose(
  ports: Ports,
  seeds: ResolvedPlan,
  history: Part,
  kept: LedgerEntry | undefined,
): Observation {
  const names = kept ? [closingName(kept).name] : [];
  const observation = observe(ports, seeds, { ...PARTS, history }, { names });
  requireOriginal(observation, ports);
  requireKeeper(observation.settings, ports);
  requireWhole(observation);
  return observation;
}

/** What is missing would be frozen as empty, for ever. @throws Refusal conflict */
export function requireWhole(observation: Observation): void {
  const { placement } = observation;
  const missing = ['tasks', 'history', 'ledger'].flatMap((tab) => missingIn(placement, tab) ?? []);
  if (missing.length === 0 && observation.reader('tasks').rows.length === 0) {
    missing.push('Tab «Nhiệm vụ» không còn dòng nhiệm vụ nào.');
  }
  if (missing.length === 0) return;
  throw new Refusal('conflict', `\n${missing.join('\n')}\nHãy Đồng bộ bảng tính, rồi tổng hợp lại.`);
}

/** The year whose end was last, as a supplement closes it. */
export function endedYear(now: Moment): Closed {
  return { period: { year: civilOf(now).year - 1, month: 12 }, supplement: true };
}

/**
 * What a closing would freeze now. Without `wanted`: the period whose days of closing these are, else a preview of the open
 * one. One look; a second where frozen rows are kept. @throws Refusal not-set-up, copied-file, conflict
 */
export function planClosing(ports: Ports, seeds: ResolvedPlan, wanted?: Closed): ClosingPlan {
  const mended = mendedRows(ports);
  const plan = planFrom(lookToClose(ports, seeds, 'heading', undefined), ports.now(), mended, wanted);
  if (!plan.kept) return plan;
  const rows = { from: plan.historyRow, to: plan.historyRow + 1 };
  return planFrom(lookToClose(ports, seeds, rows, plan.kept), ports.now(), mended, wanted);
}

/** The same from a look already taken. @param mended codes of rows a keeper mended (backup.ts) */
export function planFrom(
  observation: Observation,
  now: Moment,
  mended: readonly string[],
  wanted?: Closed,
): ClosingPlan {
  const { rules, firstPeriod } = observation.settings;
  const { day, month } = civilOf(now);
  const ended = endedPeriod(now, rules);
  const isOwedIn = (period: Period) => firstPeriod === undefined || comparePeriods(period, firstPeriod) >= 0;
  const isMonthsTime = day >= rules.deadlineDay && day <= rules.graceDay;
  const supplement = wanted?.supplement;
  const period = wanted?.period ?? (isMonthsTime && isOwedIn(ended) ? ended : openPeriodFrom(now, rules, firstPeriod));
  const seen = lookAtPeriod(observation, period, now);
  const closed: Closed = { period, ...(supplement && { supplement }) };
  const last = newestOf(closedOf(observation), closed);
  const frozen = rowsToFreeze(observation, seen, supplement, now, mended);
  const view = supplement ? atYearEnd(seen) : seen.view;
  const content = freeze(frozen.rows, seen.unitNames, view);
  const digest = digestOf(content);
  const base = {
    ...closed,
    content,
    digest,
    findings: [...observation.settingFindings, ...seen.findings, ...frozen.rows.flatMap((row) => checkRow(row, view))],
    estimated: supplement
      ? (newestOf(seen.versions, { period })?.estimated ?? [])
      : frozen.rows.filter(({ estimate }) => estimate === true).map(({ code }) => code),
    missed: frozen.missed,
    last,
    kept: frozen.kept,
    version: Math.max(1, (last?.version ?? 0) + 1),
    historyRow: historyEnd(observation),
  };
  const isTime = supplement ? month === 1 && day <= rules.graceDay : isMonthsTime;
  const isCurrent = comparePeriods(period, supplement ? endedYear(now).period : ended) === 0;
  if (!isCurrent || !isOwedIn(period)) return { ...base, kind: 'preview' };
  // A month may be corrected until the next one has ended; a year only while its books are open.
  if (!isTime && (supplement || !last)) return { ...base, kind: 'preview' };
  if (!last || last.version === 0) return { ...base, kind: 'first' };
  return { ...base, kind: last.digest === digest ? 'unchanged' : 'correction' };
}

/** As of 01/01: what was due on 31/12 is due no more. How units reported for December was settled when it was closed. */
function atYearEnd({ view, versions }: PeriodView): Viewpoint {
  const december = newestOf(versions, view);
  return { ...view, asOf: dayOf(view.period.year + 1, 1, 1), stamped: december?.stamped ?? view.stamped };
}

interface RowsToFreeze {
  readonly rows: readonly TaskRow[];
  readonly missed: readonly TaskRow[];
  readonly kept: LedgerEntry | undefined;
}

/**
 * The rows as they will be frozen: edits onEdit missed are stamped; rows that already speak for a later period keep the
 * values of the last version of this one: all of them in a correction, in a supplement what was said and not what was done.
 */
function rowsToFreeze(
  observation: Observation,
  { rows, view, versions }: PeriodView,
  supplement: true | undefined,
  now: Moment,
  mended: readonly string[],
): RowsToFreeze {
  const { period } = view;
  const isOpen = comparePeriods(openPeriodFrom(now, view.rules, observation.settings.firstPeriod), period) === 0;
  const backup = isOpen ? newestBackup(observation) : undefined;
  const missed = backup ? missedRows(rows, backup.entries, period, mended).map((row) => stamped(row, period, now)) : [];
  const stampedByCode = new Map(missed.map((row) => [row.code, row]));
  const isLater = (row: TaskRow) => {
    const own = typeof row.period === 'string' ? readPeriodLabel(row.period) : undefined;
    return own !== undefined && comparePeriods(own, period) > 0;
  };
  const last = newestOf(versions, { period });
  const kept = last && (supplement || rows.some(isLater)) ? last : undefined;
  const frozen = new Map((kept && frozenVersion(observation, kept)?.rows)?.map((row) => [row.code, row]));
  const inTime = (row: TaskRow, before: FrozenRow) => (before.onTime ? periodLabel(period) : row.onTimeFor);
  return {
    missed,
    kept,
    rows: rows.map((row) => {
      const before = frozen.get(row.code);
      if (before && supplement) {
        const { state: _state, progress: _progress, doneOn: _doneOn, evidence: _evidence, ...said } = before.entry;
        return { ...row, ...(isLater(row) && said), onTimeFor: inTime(row, before) };
      }
      if (before && isLater(row)) return { ...row, ...before.entry, onTimeFor: inTime(row, before) };
      return stampedByCode.get(row.code) ?? row;
    }),
  };
}

/** A whole version from a look that read its named range; undefined where it did not. */
export function frozenVersion(observation: Observation, entry: LedgerEntry): Version | undefined {
  const { name } = closingName(entry);
  const range = frozenRange(observation, name);
  const { tab } = observation.reader('history');
  const rows = range ? (tab.was?.rows.slice(range.row, range.endRow) ?? []) : [];
  if (rows.length === 0 || rows.every((row) => row.length === 0)) return undefined;
  return readVersion(entry, tab, rows);
}
