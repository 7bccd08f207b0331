// What a closing would freeze, before anything is written: which period, version, rows and figures, and what is wrong in them (rules 5.4–5.9).

import { askedRowsOf, askedUnits } from '../../core/asked.ts';
import { civilOf, dayOf, type Moment } from '../../core/calendar.ts';
import { textOf } from '../../core/cell.ts';
import {
  closingDays,
  comparePeriods,
  endedPeriod,
  graceOf,
  isClosingTime,
  openPeriodFrom,
  type Period,
  type PeriodRules,
  type Window,
  windowOf,
} from '../../core/period.ts';
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import { changedDays } from '../../core/rule-record.ts';
import type { CauseFound } from '../../core/sending-causes.ts';
import type { Viewpoint } from '../../core/task.ts';
import type { TaskRow } from '../../core/task-row.ts';
import { talliesWithElsewhere } from '../../core/typed-elsewhere.ts';
import { closedId, freeze, isEmptied, type PeriodKey, type VersionContent } from '../../core/version.ts';
import { type Digests, digestsOf, isSameContent } from '../../sheet/ledger/frozen-fields.ts';
import type { LedgerEntry } from '../../sheet/ledger/ledger.ts';
import { missingWords } from '../../sheet/missing-rows.ts';
import { readUnitRows } from '../../sheet/reading/rows.ts';
import type { Span } from '../../sheet/reading/snapshot.ts';
import type { CheckItem } from '../check/check-data.ts';
import { emptiedOn } from '../clock/backup.ts';
import { WAS_SENT } from '../journal.ts';
import { causesIn } from '../mail/sending-facts.ts';
import { closedOf, type Observation, observe, type SomeParts } from '../observe.ts';
import type { Ports } from '../ports.ts';
import { type SeenEdits, seenEdits } from '../seen-edits.ts';
import { settleEdits, settleHanded } from '../settle-edits.ts';
import { changedCodes } from './changed-since.ts';
import { FREEZING_PARTS, historyEnd, lookToFreeze } from './freeze-rows.ts';
import { frozenVersion } from './frozen-rows.ts';
import { isLater, keptVersion, withKept } from './kept-rows.ts';
import { blocksIn, lookAtPeriod, newestOf, type PeriodTab, type PeriodView } from './look-at-period.ts';
import { type Moves, movesSince } from './moves-since.ts';
import { unsentIn } from './unsent-versions.ts';
import { closedAt, endedYear } from './what-to-close.ts';

export interface ClosingPlan extends PeriodKey {
  /** first, correction: can be closed · unchanged: equal to the last version · preview: too early or too late, keeps nothing. */
  readonly kind: 'first' | 'correction' | 'unchanged' | 'preview';
  /** The version CAX would make. */
  readonly version: number;
  readonly content: VersionContent;
  readonly digests: Digests;
  readonly missing: string;
  /** What keeps a number from being right, as «Kiểm tra dữ liệu» lists it. */
  readonly blocks: readonly CheckItem[];
  /** Codes CAX has ticked as expected to be done by 31/12; of a supplement, those that were when December was closed. */
  readonly estimated: readonly string[];
  /** Rows edited without a stamp; they are stamped with the closing. */
  readonly missed: readonly TaskRow[];
  /** Rows the closing marks as in time, because no run of that day has yet; undefined on every other day. */
  readonly inTime: readonly TaskRow[] | undefined;
  /** Rows whose Đầu mối has changed since the backup, and whose report stays another's; written with the closing. */
  readonly handed: readonly TaskRow[];
  /** The last version of the same, where there is one. */
  readonly last: LedgerEntry | undefined;
  /** A mail of an earlier version may have left: this one corrects it. Unknown of a look by itself. */
  readonly corrects: boolean;
  /** The version some rows keep values of: they speak for a later period by now. */
  readonly kept: LedgerEntry | undefined;
  /** Codes of rows of a month that keep them. */
  readonly keptCodes: readonly string[];
  /** Codes that count as reported and have been cleared since. */
  readonly emptied: readonly string[];
  /** The figures are those of a bản 0 the chairman has: no second mail leaves. */
  readonly isTold: boolean;
  /** Why the chairman would not be written to (rule 6.12). Unknown of a look by itself. */
  readonly causes: readonly CauseFound[];
  /** Codes that are no longer as the last version closed them. */
  readonly changed: readonly string[];
  /** What has moved the yardstick, where it was looked for. */
  readonly moves: Moves | undefined;
  readonly rules: PeriodRules;
  /** Of a preview of the open month: the month before it. */
  readonly past: PastPeriod | undefined;
  /** First free row of «Lịch sử», 0-based. */
  readonly historyRow: number;
  /** The days on which it can be closed for the first time; both are among them. */
  readonly days: Window;
  /** What a change of the closing day means for it; undefined where there is none. */
  readonly daysChanged: string | undefined;
}

/** What has become of a month whose days of closing are over. */
export interface PastPeriod {
  readonly period: Period;
  readonly last: LedgerEntry | undefined;
  /** «Thư Chủ tịch» of it in «Sổ báo cáo»; empty where nothing was written down. */
  readonly mail: string;
  readonly isTold: boolean;
}

const PARTS = { ...FREEZING_PARTS, backup: 'all' } satisfies SomeParts;

/**
 * One look at everything a closing needs.
 * @param target rows of «Lịch sử» that would be written @param kept the version whose rows it keeps
 * @throws Refusal
 */
export function lookToClose(
  ports: Ports,
  seeds: ResolvedPlan,
  target: Span | undefined,
  kept: LedgerEntry | undefined,
): Observation<keyof typeof PARTS> {
  return lookToFreeze(ports, target, kept, (history) => observe(ports, seeds, { ...PARTS, history }));
}

/**
 * What a closing would freeze now. Without `wanted`: the period whose days of closing these are, else a preview of the open
 * one. One look; a second where frozen rows are kept. @throws Refusal not-set-up, copied-file, conflict, changed-history
 */
export function planClosing(ports: Ports, seeds: ResolvedPlan, wanted?: PeriodKey): ClosingPlan {
  const observation = lookToClose(ports, seeds, undefined, undefined);
  const causes = causesIn(ports, observation);
  const kept = keptIn(observation, ports.now(), wanted);
  const whole = kept ? lookToClose(ports, seeds, undefined, kept) : observation;
  const store = ports.store.all();
  const plan = planFrom(whole, ports.now(), seenEdits(store), wanted);
  const own = closedOf(whole).filter((entry) => entry.version > 0 && closedId(entry) === closedId(plan));
  const corrects = own.length > unsentIn(whole, own, () => store).length;
  return { ...plan, causes, corrects, moves: movesSince(ports, seeds, whole, plan) };
}

/** The version whose frozen rows a closing keeps: they are to be looked at too. */
export function keptIn(
  observation: Observation<PeriodTab>,
  now: Moment,
  wanted: PeriodKey | undefined,
): LedgerEntry | undefined {
  const closed = closedNow(observation, now, wanted);
  return keptVersion(lookAtPeriod(observation, closed.period, now), closed);
}

function closedNow({ settings }: Observation<'settings'>, now: Moment, wanted: PeriodKey | undefined): PeriodKey {
  if (!wanted) return closedAt(settings, now);
  return { period: wanted.period, ...(wanted.supplement && { supplement: wanted.supplement }) };
}

/**
 * The same from a look already taken, which holds the rows of the version that is kept.
 * @param edits what onEdit has seen since the backup
 */
export function planFrom(
  observation: Observation<PeriodTab | 'history' | 'backup'>,
  now: Moment,
  edits: SeenEdits,
  wanted?: PeriodKey,
): ClosingPlan {
  const { rules, firstPeriod } = observation.settings;
  const { year, month } = civilOf(now);
  const ended = endedPeriod(now, rules);
  const isOwedIn = (period: Period) => firstPeriod === undefined || comparePeriods(period, firstPeriod) >= 0;
  const closed = closedNow(observation, now, wanted);
  const { period, supplement } = closed;
  const looked = lookAtPeriod(observation, period, now);
  const ledger = closedOf(observation);
  const last = newestOf(ledger, closed);
  const mailOf = (entry: LedgerEntry) => textOf(observation.reader('ledger').value(entry.row, 'chairmanMail'));
  const isTold = (of: PeriodKey, by: Digests) =>
    ledger
      .filter((one) => one.version === 0 && closedId(one) === closedId(of))
      .some((one) => isSameContent(one.digests, by) && WAS_SENT.test(mailOf(one)));
  const isOpen = comparePeriods(openPeriodFrom(now, rules, firstPeriod), period) === 0;
  const settled = isOpen
    ? settleEdits(observation, looked.rows, now, edits)
    : { ...settleHanded(observation, looked.rows, now, edits), missed: [], inTime: undefined };
  const stamped = looked.view.stamped || settled.inTime !== undefined;
  const seen: PeriodView = { ...looked, rows: settled.rows, view: { ...looked.view, stamped } };
  const kept = keptVersion(seen, closed);
  const rows = kept ? withKept(seen, frozenVersion(observation, kept).rows, closed) : seen.rows;
  const view = supplement ? atYearEnd(seen) : seen.view;
  const window = windowOf(period, rules);
  // Who was asked stays so: «Đơn vị» holds the last period alone.
  const units = readUnitRows(observation.placement);
  const before = newestOf(seen.versions, { period });
  const asked = { ...before?.asked, ...askedUnits(units, period, window) };
  const askedRows = { ...before?.askedRows, ...askedRowsOf(units, period) };
  const frozen = freeze(rows, seen.unitNames, view);
  // How units reported for December was settled when it was closed; what is finished since is no report of theirs (rule 5.9).
  const reporting =
    supplement && before
      ? { units: before.units, figures: { ...frozen.figures, K5: before.figures.K5, K6: before.figures.K6 } }
      : {};
  const emptied = frozen.rows.filter((row) => isEmptied(row, view.phrases)).map(({ code }) => code);
  const days = { ...before?.emptiedOn, ...emptiedOn(observation, emptied, Math.floor(now)) };
  const emptiedDays = Object.fromEntries(Object.entries(days).filter(([code]) => emptied.includes(code)));
  const content: VersionContent = {
    ...frozen,
    units: talliesWithElsewhere(frozen, rows, units, period, lostTasks(observation)),
    ...reporting,
    asked,
    askedRows,
    ...(emptied.length > 0 && { emptiedOn: emptiedDays }),
  };
  const digests = digestsOf(content);
  const base = {
    ...closed,
    content,
    digests,
    missing: missingWords(observation.placement),
    blocks: blocksIn(observation, { ...seen, rows, view }),
    estimated: supplement
      ? (newestOf(seen.versions, { period })?.estimated ?? [])
      : rows.filter(({ estimate }) => estimate === true).map(({ code }) => code),
    missed: settled.missed,
    inTime: settled.inTime,
    handed: settled.handed,
    last,
    corrects: false,
    kept,
    keptCodes: supplement || !kept ? [] : seen.rows.filter((row) => isLater(row, period)).map(({ code }) => code),
    emptied,
    isTold: last?.version === 0 && isTold(closed, digests),
    changed: last ? changedCodes(content, last) : [],
    moves: undefined,
    causes: [],
    rules,
    past: undefined,
    version: Math.max(1, (last?.version ?? 0) + 1),
    historyRow: historyEnd(observation),
    days: closingDays(period, rules, supplement),
    daysChanged: changedDays(period, rules, observation.settings.typedDays),
  };
  const isTime = supplement
    ? month === 1 && Math.floor(now) <= graceOf({ year, month }, rules)
    : isClosingTime(now, rules);
  const isCurrent = comparePeriods(period, supplement ? endedYear(now).period : ended) === 0;
  if (!isCurrent || !isOwedIn(period)) {
    if (supplement || isCurrent || !isOwedIn(ended)) return { ...base, kind: 'preview' };
    const told = newestOf(ledger, { period: ended });
    const past = {
      period: ended,
      last: told,
      mail: told ? mailOf(told) : '',
      isTold: isTold({ period: ended }, told?.digests ?? []),
    };
    return { ...base, kind: 'preview', past };
  }
  // A month may be corrected until the next one has ended; a year only while its books are open.
  if (!isTime && (supplement || !last)) return { ...base, kind: 'preview' };
  if (!last || last.version === 0) return { ...base, kind: 'first' };
  return { ...base, kind: isSameContent(last.digests, digests) ? 'unchanged' : 'correction' };
}

/** As of 01/01: what was due on 31/12 is due no more. How units reported for December was settled when it was closed. */
function atYearEnd({ view, versions }: PeriodView): Viewpoint {
  const december = newestOf(versions, view);
  return { ...view, asOf: dayOf(view.period.year + 1, 1, 1), stamped: december?.stamped ?? view.stamped };
}

/** Tasks of the plan that have no row in the sheet, and whose they were when it was made. */
function lostTasks(observation: Observation<'tasks'>): { readonly code: string; readonly accountable: string }[] {
  const { rows, declared } = observation.reader('tasks').tab;
  const planned = declared.kind === 'table' ? declared.rows : [];
  return rows
    .filter(({ isNew }) => isNew)
    .map(({ key }) => ({
      code: key,
      accountable: textOf(planned.find((row) => row.key === key)?.cells['accountable'] ?? null),
    }));
}
