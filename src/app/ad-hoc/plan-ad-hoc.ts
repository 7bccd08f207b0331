// A report out of turn, before anything is written (rule 5.10): what the next step of a line of «Đột xuất» is – asking the
// units, or freezing what they answered – and what it would write.

import { readScope } from '../../core/ad-hoc-scope.ts';
import { lastMoment, type Moment } from '../../core/calendar.ts';
import { type Cell, isEmpty, isWord, textOf } from '../../core/cell.ts';
import { deadlineOf, openPeriodFrom, periodLabel } from '../../core/period.ts';
import type { AdHocReport } from '../../core/report/ad-hoc.ts';
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import type { CauseFound } from '../../core/sending-causes.ts';
import type { TaskRow } from '../../core/task-row.ts';
import { asRead } from '../../core/text.ts';
import { type FrozenRow, freeze } from '../../core/version.ts';
import type { AdHocBefore } from '../../report/ad-hoc-correction.ts';
import { URGENCIES } from '../../sheet/layout/ad-hoc.ts';
import type { CellsOf, ColumnKey } from '../../sheet/layout/column-keys.ts';
import { type AdHocDetail, type AdHocEntry, namedVersions } from '../../sheet/ledger/ad-hoc-ledger.ts';
import { marksOf, otherMarks } from '../../sheet/ledger/frozen.ts';
import { type Digests, digestsOf, fieldsOf, isSameContent } from '../../sheet/ledger/frozen-fields.ts';
import { historyCells, reportersOf } from '../../sheet/ledger/ledger.ts';
import { readTaskRows, readUnitRows } from '../../sheet/reading/rows.ts';
import { formulaOf, type RawCell, type Span } from '../../sheet/reading/snapshot.ts';
import { ifRead } from '../../sheet/reading/table-reader.ts';
import { missedAt, missedRows, newestBackup, stamped } from '../clock/backup.ts';
import { FREEZING_PARTS, historyEnd, lookToFreeze } from '../closing/freeze-rows.ts';
import { observeFrozen } from '../closing/frozen-rows.ts';
import { lookAtPeriod, type PeriodTab } from '../closing/look-at-period.ts';
import { causesIn } from '../mail/sending-facts.ts';
import {
  type Observation,
  observe,
  outOfTurnOf,
  recent,
  requireKeeper,
  requireOriginal,
  type SomeParts,
} from '../observe.ts';
import type { Ports } from '../ports.ts';
import { seenEdits } from '../seen-edits.ts';
import { handedSince } from '../settle-edits.ts';
import { problemsOf, typedIn } from './ad-hoc-problems.ts';
import { type AskedUnit, mayBeKnown, recipients, unaskedUnits } from './asked-units.ts';
import { tellAdHoc, tellBefore } from './tell-ad-hoc.ts';

export interface AdHocPlan {
  readonly id: string;
  /** unready: the line does not say all that is needed · ask: the units · close: freeze the answers · unchanged: nothing new. */
  readonly kind: 'unready' | 'ask' | 'close' | 'unchanged';
  /** What is missing or cannot be read, in words; of an unready line. */
  readonly problems: readonly string[];
  /** 0 is the asking. */
  readonly version: number;
  readonly detail: AdHocDetail;
  readonly rows: readonly FrozenRow[];
  readonly units: readonly AskedUnit[];
  /** Rows nobody answers for. */
  readonly unassigned: readonly string[];
  /** What would be told of the answers; of an asking, of the rows as they stand. */
  readonly report: AdHocReport;
  /** First free row of «Lịch sử», 0-based. */
  readonly historyRow: number;
  /** 0-based row of «Đột xuất». */
  readonly line: number;
  /** The line is ticked: where nothing else is done, the clock would take its step. */
  readonly ticked: boolean;
  /** The time to answer is over, or all have answered: closing needs no second thought. */
  readonly ripe: boolean;
  /** Codes that are no longer as the last version closed them; and whether a mail of an earlier one may have left. */
  readonly changed: readonly string[];
  readonly corrects: boolean;
  /** That last version told, where its rows are still what was closed; unknown of a look by itself. */
  readonly before: AdHocBefore | undefined;
  /** What the line says of its scope now is not what was asked. */
  readonly scopeChanged: boolean;
  /** «Kỳ 05/2024»: the period units choose to confirm that nothing has changed. */
  readonly openLabel: string;
  /** Why the chairman would not be written to; of a look by itself unknown. */
  readonly causes: readonly CauseFound[];
  /** Rows whose edits onEdit missed before the asking, as they are once stamped: what was typed before is no answer. */
  readonly missed: readonly TaskRow[];
}

/** What a step of a line looks at. */
export const AD_HOC_PARTS = { ...FREEZING_PARTS, adHoc: 'all' } satisfies SomeParts;

/** Lines that are ticked. */
export function tickedLines(observation: Observation<'adHoc'>): string[] {
  const reader = observation.reader('adHoc');
  return reader.rows.flatMap(({ index, key }) => (reader.value(index, 'tick') === true ? [key] : []));
}

/**
 * Lines with something to do: those filled in and not closed yet, and those that are ticked. What is to be asked comes first:
 * nobody who has just written a request closes an older one unseen.
 */
function linesToServe(observation: Observation<'adHoc' | 'ledger'>): string[] {
  const reader = observation.reader('adHoc');
  const known = outOfTurnOf(observation);
  const ticked = new Set(tickedLines(observation));
  const lines = reader.rows.flatMap(({ index, key: id }) => {
    const read = known.flatMap((one) => (one.id === id ? [one.version] : []));
    const versions = [...read, ...namedVersions(id, observation.snapshot.names)];
    const isFilled = !isEmpty(reader.value(index, 'subject')) || formulaOf(reader.cell(index, 'subject')) !== undefined;
    const isOpen = isFilled && versions.every((version) => version === 0);
    return isOpen || ticked.has(id) ? [{ id, isAsked: versions.length > 0 }] : [];
  });
  return [...lines.filter(({ isAsked }) => !isAsked), ...lines.filter(({ isAsked }) => isAsked)].map(({ id }) => id);
}

/** The lines the menu asks about. @throws Refusal not-set-up, copied-file, not-yours */
export function lookForLines(ports: Ports, seeds: ResolvedPlan): string[] {
  const observation = observe(ports, seeds, { adHoc: 'all', ledger: recent(), settings: 'all' });
  requireOriginal(observation, ports);
  requireKeeper(observation.settings, ports);
  return linesToServe(observation);
}

/** One look at what a step needs. @param target rows of «Lịch sử» that will be written @throws Refusal */
export function lookToAsk(
  ports: Ports,
  seeds: ResolvedPlan,
  id: string,
  target: Span | undefined,
): Observation<keyof typeof AD_HOC_PARTS> {
  const ledger = recent(id);
  const known = outOfTurnOf(observe(ports, seeds, { ledger }));
  const asked = known.find((entry) => entry.id === id && entry.version === 0);
  return lookToFreeze(ports, target, asked, (history): Observation<keyof typeof AD_HOC_PARTS> => {
    const parts = { ...AD_HOC_PARTS, ledger, history };
    return observe(ports, seeds, { ...parts, backup: 'all' });
  });
}

/** What the next step of a line would do now. @throws Refusal */
export function planAdHoc(ports: Ports, seeds: ResolvedPlan, id: string): AdHocPlan {
  const observation = lookToAsk(ports, seeds, id, undefined);
  const plan = adHocPlanFrom(observation, seeds, id, ports.now(), ports.store.all());
  return { ...plan, causes: causesIn(ports, observation), before: lastClosed(ports, seeds, observation, plan) };
}

/** One look more, where something was closed before. */
function lastClosed(
  ports: Ports,
  seeds: ResolvedPlan,
  observation: Observation<'ledger'>,
  { id, kind, version, rows }: AdHocPlan,
): AdHocBefore | undefined {
  const own = outOfTurnOf(observation).filter((entry) => entry.id === id);
  const [asked, last] = [0, version - 1].map((number) => own.find((entry) => entry.version === number));
  if (kind !== 'close' || !asked || !last || last.version === 0) return undefined;
  const look = observeFrozen(ports, seeds, { units: 'all', settings: 'all' }, [asked, last]);
  return tellBefore(look, seeds, last, asked, rows);
}

/** The same from a look already taken. @param store knows whom the request has reached */
export function adHocPlanFrom(
  observation: Observation<PeriodTab | 'adHoc' | 'history'>,
  seeds: ResolvedPlan,
  id: string,
  now: Moment,
  store: Readonly<Record<string, string>>,
): AdHocPlan {
  const reader = observation.reader('adHoc');
  const line = reader.rows.find(({ key }) => key === id)?.index ?? -1;
  const cell = (column: ColumnKey<'adHoc'>): RawCell => (line < 0 ? {} : reader.cell(line, column));
  const value = (column: ColumnKey<'adHoc'>): Cell => typedIn(cell(column));
  const versions = outOfTurnOf(observation).filter((entry) => entry.id === id);
  const asked = versions.find(({ version }) => version === 0);
  const last = versions.reduce<AdHocEntry | undefined>((a, b) => (a && a.version > b.version ? a : b), undefined);
  const copies = ifRead(observation.placement, 'backup');
  const backup = copies && newestBackup(copies);
  const edits = seenEdits(store);
  const all = handedSince(backup, observation, readTaskRows(observation.placement).rows, now, edits).rows;
  const called = new Map(readUnitRows(observation.placement).map((unit) => [unit.code, unit]));
  const units = seeds.units.map((unit) => {
    const { name, former } = called.get(unit.code) ?? { name: unit.name, former: [unit.aliases] };
    return { ...unit, name, aliases: former.join(';') };
  });
  const scope = readScope(value('scope'), all, units);
  const codes = new Set(asked?.codes ?? scope.codes);
  const { rules, firstPeriod } = observation.settings;
  const seen = lookAtPeriod(observation, openPeriodFrom(now, rules, firstPeriod), now);
  const rows = all.filter(({ code }) => codes.has(code));
  const content = freeze(rows, seen.unitNames, { ...seen.view, asOf: Math.floor(now) });
  const digests = digestsOf(content);
  const people = recipients(observation, content.rows);
  const unasked = asked ? unaskedUnits(people.units, id, store) : [];
  const detail = detailOf(value, { asked, now, rows: content.rows, digests, unasked });
  // What was typed until now is looked at before the asking alone.
  // A minute before it is asked: a stamp of ours is no answer.
  const missed = backup && !asked ? missedRows(rows, backup.entries, seen.view.period, edits.mended) : [];
  const stampedAt = backup ? missedAt(backup, deadlineOf(seen.view.period, rules), now - 1 / 1440) : null;
  const problems = problemsOf(cell, scope, detail, { asked: asked !== undefined, now });
  const version = last ? last.version + 1 : 0;
  const report = tellAdHoc(observation, seeds, { id, detail, closedAt: now, rows: content.rows, asked });
  const isAnswered = report.units.every((unit) => unit.answered === unit.asked);
  return {
    id,
    kind:
      problems.length > 0
        ? 'unready'
        : !last
          ? 'ask'
          : last.version > 0 && isSameContent(last.digests, digests)
            ? 'unchanged'
            : 'close',
    problems,
    version,
    detail,
    rows: content.rows,
    ...people,
    report,
    missed: missed.map((row) => stamped(row, seen.view.period, stampedAt)),
    historyRow: historyEnd(observation),
    line,
    ticked: value('tick') === true,
    ripe: asked !== undefined && (now >= detail.to || isAnswered),
    changed: last && last.version > 0 ? otherMarks(marksOf(adHocCells(content.rows), fieldsOf(last)), last.marks) : [],
    corrects: mayBeKnown(versions, store),
    scopeChanged: asked !== undefined && scope.codes.join() !== asked.codes.join(),
    openLabel: periodLabel(seen.view.period),
    causes: [],
    before: undefined,
  };
}

function detailOf(
  value: (column: ColumnKey<'adHoc'>) => Cell,
  {
    asked,
    now,
    rows,
    digests,
    unasked,
  }: {
    readonly asked: AdHocEntry | undefined;
    readonly now: Moment;
    readonly rows: readonly FrozenRow[];
    readonly digests: Digests;
    readonly unasked: readonly string[];
  },
): AdHocDetail {
  const urgency = URGENCIES.find((word) => isWord(value('urgency'), word));
  const [until, dueAt] = [value('until'), value('dueAt')];
  const reporters = reportersOf(rows);
  return {
    subject: asRead(textOf(value('subject'))),
    basis: asRead(textOf(value('basis'))),
    ...(urgency && { urgency }),
    from: asked?.from ?? now,
    to: typeof until === 'number' ? lastMoment(until) : now,
    ...(typeof dueAt === 'number' && { dueAt: lastMoment(dueAt) }),
    codes: rows.map(({ code }) => code),
    extensions: Object.fromEntries(
      rows.flatMap(({ code, extension }) => (typeof extension === 'number' ? [[code, extension]] : [])),
    ),
    ...(reporters && { reporters }),
    digests,
    marks: marksOf(adHocCells(rows)),
    ...(unasked.length > 0 && { unasked }),
  };
}

/** The rows as «Lịch sử» holds them: whether they were in time is no question out of turn. */
export function adHocCells(rows: readonly FrozenRow[], id = '', version = 0): CellsOf<'history'>[] {
  return rows.map((row) => historyCells(id, version, { ...row, onTime: false, reported: false }));
}
