// A version: the rows and figures of one period as they were frozen at a closing (rule 5.7). Everything that is sent or
// printed afterwards is a pure function of versions, so one number is the same number everywhere.
import type { Day, Moment } from './calendar.ts';
import { type Cell, isEmpty, isWord, textOf } from './cell.ts';
import { type Phrases, saysSomething } from './content.ts';
import { type EntryCells, entryOf } from './entry-block.ts';
import { type Figures, figures, tallyUnits, type UnitTally } from './figures.ts';
import { authorOf } from './handed-over.ts';
import {
  currentIndicators,
  type IndicatorResult,
  type IndicatorRow,
  indicatorResult,
  indicatorValue,
} from './indicator.ts';
import type { LateReports } from './late-reports.ts';
import { type Period, periodId, periodLabel, type Window } from './period.ts';
import { TOLD_TEXTS } from './reporter-cell.ts';
import { isFinished, type Status } from './status.ts';
import { type Task, type Viewpoint, viewTask } from './task.ts';
import type { TaskRow } from './task-row.ts';

/** Loại of «Sổ báo cáo». */
export const VERSION_KINDS = { month: 'Tháng', supplement: 'Năm bổ sung', adHoc: 'Đột xuất' } as const;

/** One row of «Lịch sử». */
export interface FrozenRow {
  readonly code: string;
  readonly accountable: Cell;
  /** D on the day of the version. */
  readonly due: Day | null;
  readonly countsOverdue: Cell;
  readonly extension: Cell;
  readonly entry: EntryCells;
  readonly status: Status;
  readonly reported: boolean;
  readonly onTime: boolean;
  readonly owed: boolean;
  /** Whose the report is, where Đầu mối changed (handed-over.ts); absent where nothing is said. */
  readonly reporter?: string;
}

/** An indicator as it was: what the report's table 2 prints. */
export interface FrozenIndicator {
  /** «II.05-1»; absent in versions of earlier programs. */
  readonly id?: string;
  /** Of its task. */
  readonly code: string;
  readonly name: string;
  readonly operator: string;
  readonly target: number | null;
  readonly milestone: Day | null;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly enteredOn: Day | null;
  readonly result: IndicatorResult;
}

export interface Version {
  readonly period: Period;
  /** 0 is the automatic version, 1 CAX's first, 2 and later corrections. */
  readonly version: number;
  /** «Chốt năm bổ sung»: December as it has become by 01/01; beside the months, never one of them (rule 5.9). */
  readonly supplement?: true;
  readonly asOf: Day;
  readonly window: Window;
  readonly closedAt: Moment;
  /** Address of the account that closed; empty where the clock did. */
  readonly closedBy: string;
  /** No run on the 15th: on time judged by Thời điểm báo cáo alone. */
  readonly stamped: boolean;
  readonly figures: Figures;
  readonly units: readonly UnitTally[];
  readonly indicators: readonly FrozenIndicator[];
  readonly rows: readonly FrozenRow[];
  /** Names of what its program froze, columns of the entry block among them, of a version that was read; of others nothing is said. */
  readonly knownFields?: readonly string[];
  /** Units that were asked for the period, and when first (rule 6.13). Absent in versions of earlier programs: nobody is known to have been. */
  readonly asked?: Readonly<Record<string, Moment>> | undefined;
  /** Of units asked by mail the overdue rows whose reason was asked for, by name; not among them: asked by hand, or unknown. */
  readonly askedRows?: Readonly<Record<string, readonly string[]>> | undefined;
  /** Rows that were reported and have been cleared since an earlier version, by code: on which day, where that is known. */
  readonly emptiedOn?: Readonly<Record<string, Day>> | undefined;
  /** What came after the closing; absent where nobody has looked. */
  readonly late?: LateReports | undefined;
  /** CAX's own phrases that said nothing when it was closed (rule 3.8); absent where there were none. */
  readonly ownPhrases?: readonly string[] | undefined;
}

/** What a closing is of. */
export type PeriodKey = Pick<Version, 'period' | 'supplement'>;

/** «2024-05», of a supplement «2024-BS»: what is closed, in keys of ledgers, named ranges and mails. */
export function closedId({ period, supplement }: PeriodKey): string {
  return supplement ? `${period.year}-BS` : periodId(period);
}

/** «Kỳ 05/2024», of a supplement «Năm 2024»: the same for people. */
export function closedLabel({ period, supplement }: PeriodKey): string {
  return supplement ? `Năm ${period.year}` : periodLabel(period);
}

/** «2024-05|1»: one version. */
export function versionKey(version: PeriodKey & Pick<Version, 'version'>): string {
  return `${closedId(version)}|${version.version}`;
}

/** What a closing freezes, without the marks of the closing itself. */
export type VersionContent = Pick<
  Version,
  'asOf' | 'stamped' | 'figures' | 'units' | 'indicators' | 'rows' | 'asked' | 'askedRows' | 'emptiedOn' | 'ownPhrases'
>;

/** Rows → the content of a version: one look at every row, from which rows and figures alike are taken. */
export function freeze(rows: readonly TaskRow[], unitNames: readonly string[], view: Viewpoint): VersionContent {
  const tasks = rows.map((row) => viewTask(row, view));
  return {
    asOf: view.asOf,
    stamped: view.stamped,
    figures: figures(tasks, unitNames, view),
    units: tallyUnits(tasks, unitNames),
    indicators: currentIndicators(view.indicators, view.asOf).map(freezeIndicator),
    rows: tasks.map(freezeRow),
    ...(view.phrases.own.length > 0 && { ownPhrases: view.phrases.own }),
  };
}

/** «Báo cáo tính cho» of older periods says no more than whose words still are there. */
function isHanded({ row, account }: Task): boolean {
  if (account !== row.accountable) return true;
  return TOLD_TEXTS.some((text) => authorOf({ ...row, entry: row }, text) !== undefined);
}

function freezeRow(task: Task): FrozenRow {
  const { row } = task;
  return {
    code: row.code,
    accountable: row.accountable,
    due: task.due ?? null,
    countsOverdue: row.countsOverdue,
    extension: row.extension,
    entry: entryOf(row),
    status: task.status,
    reported: task.reported,
    onTime: task.onTime,
    owed: task.owed,
    ...(isHanded(task) && { reporter: textOf(row.reporter ?? null) }),
  };
}

/** When a unit was asked to report for the period of a version; undefined where nobody knows of it. */
export function askedAt({ asked }: Pick<Version, 'asked'>, name: string): Moment | undefined {
  return ofUnit(asked, name);
}

/**
 * Whether the unit of an overdue row was asked for its reason (rule 6.13): a mail named the row, or, where no mail is known and CAX asked
 * by hand, the row was overdue by then. A row the unit was given afterwards is nobody's silence.
 */
export function wasAskedWhy(
  version: Pick<Version, 'asked' | 'askedRows'>,
  { code, accountable, due }: Pick<FrozenRow, 'code' | 'accountable' | 'due'>,
): boolean {
  const name = textOf(accountable);
  const at = askedAt(version, name);
  if (at === undefined || due === null) return false;
  return ofUnit(version.askedRows, name)?.includes(code) ?? due < Math.floor(at);
}

function ofUnit<T>(byUnit: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return Object.entries(byUnit ?? {}).find(([unit]) => isWord(unit, name))?.[1];
}

/** Reported in an earlier version of its period, and emptied since: it counts, and says nothing any more (rule 5.4). */
export function isEmptied({ reported, entry }: Pick<FrozenRow, 'reported' | 'entry'>, phrases: Phrases): boolean {
  return reported && isEmpty(entry.state) && !saysSomething(entry.result, phrases);
}

function freezeIndicator(row: IndicatorRow): FrozenIndicator {
  const numberIn = (cell: Cell) => (typeof cell === 'number' ? cell : null);
  return {
    ...(row.id !== undefined && { id: row.id }),
    code: row.code,
    name: row.name,
    operator: typeof row.operator === 'string' ? row.operator : '≥',
    target: numberIn(row.target),
    milestone: numberIn(row.milestone),
    value: indicatorValue(row) ?? null,
    numerator: numberIn(row.numerator),
    denominator: numberIn(row.denominator),
    enteredOn: numberIn(row.enteredOn),
    result: indicatorResult(row),
  };
}

/** Codes finished with a date: what the next periods no longer owe (rule 4.1). */
export function finishedCodes(version: Pick<Version, 'rows'> | undefined): Set<string> {
  const finished = version?.rows.filter((row) => isFinished(row.status) && typeof row.entry.doneOn === 'number') ?? [];
  return new Set(finished.map((row) => row.code));
}

/** Codes reported in a version: they stay reported in the later versions of the same period (rule 5.4). */
export function reportedCodes(versions: readonly Pick<Version, 'rows'>[]): Set<string> {
  return new Set(versions.flatMap(({ rows }) => rows.filter((row) => row.reported).map((row) => row.code)));
}
