// K1–K8 (rules 4.*): eight figures, each a part of a whole and the words it is printed as. Every one of them exists once
// more as formulas of «Tổng hợp»; a test holds the two equal.
import { dayOf } from './calendar.ts';
import { isWord } from './cell.ts';
import { saysSomething } from './content.ts';
import { currentIndicators, INDICATOR_RESULTS, type IndicatorRow, indicatorResult } from './indicator.ts';
import { freshFrom } from './period.ts';
import { COUNTS_OVERDUE, isFinished, KINDS, STATUS } from './status.ts';
import { isOngoingNow, type Task, type Viewpoint } from './task.ts';

export interface Figure {
  readonly part: number;
  readonly whole: number;
  /** «3/4», «9/10 (90%)», or words where the whole is nothing. */
  readonly text: string;
  /** What is printed beside it: «xong trước hạn 03». */
  readonly beside?: string;
  /** The version is of a program that did not know the figure yet. */
  readonly unknown?: true;
}

export type FigureCode = 'K1' | 'K2' | 'K3' | 'K4' | 'K5' | 'K6' | 'K7' | 'K8';
export type Figures = Readonly<Record<FigureCode, Figure>>;

/** What each figure is called on the board, in the mail and in the document. */
export const FIGURE_NAMES: Readonly<Record<FigureCode, string>> = {
  K1: 'Nhiệm vụ đến hạn đã hoàn thành',
  K2: 'Nhiệm vụ đến hạn hoàn thành đúng hạn',
  K3: 'Nhiệm vụ có hạn trong năm đã hoàn thành',
  K4: 'Nhiệm vụ thường xuyên có kết quả trong kỳ',
  K5: 'Đơn vị đã báo cáo đủ',
  K6: 'Đơn vị báo cáo đúng hạn',
  K7: 'Chỉ tiêu đạt',
  K8: 'Nhiệm vụ chưa hoàn thành có khó khăn, vướng mắc',
};
export const FIGURE_CODES = Object.keys(FIGURE_NAMES) as readonly FigureCode[];

/** Printed where the whole is 0: never 0 %, never an error value. */
export const NOTHING_DUE = 'chưa có nhiệm vụ đến hạn';
export const NOTHING = 'không có';
export const NO_DATA = 'chưa có số liệu';

/** A figure of a version whose program did not know it. */
export const UNKNOWN_FIGURE: Figure = { part: 0, whole: 0, text: NOTHING, unknown: true };

/** Figures that read differently in two versions. What one of them did not know is no difference. */
export function changedFigures(now: Figures, before: Figures): FigureCode[] {
  return FIGURE_CODES.filter((code) => {
    const [one, other] = [now[code], before[code]];
    return one.text !== other.text && !one.unknown && !other.unknown;
  });
}

/** What is beside a figure; # is the count, in two digits. The sheet's formulas print the same words. */
export const BESIDE = {
  early: 'xong trước hạn #',
  extended: 'trong đó # được gia hạn',
  stale: 'số liệu cũ #',
  continued: 'gồm # đã hoàn thành, nay thực hiện thường xuyên',
} as const;

/** A percentage is printed only from this many on: of four, each is 25 points. */
export const PERCENT_FROM = 10;

/** What one unit owes and has done for the period. */
export interface UnitTally {
  readonly name: string;
  /** Mã of «Đơn vị», which outlasts a name; absent in versions of earlier programs. */
  readonly code?: string | undefined;
  readonly owed: number;
  readonly reported: number;
  readonly missing: number;
  readonly onTime: number;
  /** Of a unit that reported none: codes of reported rows that count for others, and that it may have typed in (typed-elsewhere.ts). */
  readonly elsewhere?: readonly string[] | undefined;
}

/** Owed, reported and on-time rows of each unit named; rows of other names belong to no unit («Chưa giao đầu mối»). */
export function tallyUnits(tasks: readonly Task[], names: readonly string[]): UnitTally[] {
  // Rows are dealt out once, by the name as `isWord` compares it: looking through all rows for each unit is what takes time.
  const owedBy = new Map<string, Task[]>(names.map((name) => [name.toLowerCase(), []]));
  for (const task of tasks) {
    const { account, owed } = task;
    if (owed && typeof account === 'string') owedBy.get(account.toLowerCase())?.push(task);
  }
  return names.map((name) => {
    const owed = owedBy.get(name.toLowerCase()) ?? [];
    const reported = count(owed, (task) => task.reported);
    return {
      name,
      owed: owed.length,
      reported,
      missing: owed.length - reported,
      onTime: count(owed, (task) => task.onTime),
    };
  });
}

export function figures(tasks: readonly Task[], unitNames: readonly string[], view: Viewpoint): Figures {
  const counted = tasks.filter(
    (task) => task.status !== STATUS.paused && !isWord(task.row.countsOverdue, COUNTS_OVERDUE.no),
  );
  const due = counted.filter((task) => task.due !== undefined && task.due < view.asOf);
  const early = counted.filter((task) => task.due !== undefined && task.due >= view.asOf && isFinished(task.status));
  const onTime = due.filter((task) => task.status === STATUS.doneOnTime);
  const extended = onTime.filter((task) => typeof task.row.extension === 'number');
  const ofYear = tasks.filter(
    (task) =>
      task.due !== undefined && task.due >= dayOf(view.planYear, 1, 1) && task.due <= dayOf(view.planYear, 12, 31),
  );
  const ongoing = tasks.filter(isOngoingNow);
  const owing = tallyUnits(tasks, unitNames).filter((unit) => unit.owed > 0);
  const unfinished = tasks.filter((task) => !isFinished(task.status));
  const indicators = countIndicators(view);
  return {
    K1: figure(
      count(due, (task) => isFinished(task.status)),
      due.length,
      NOTHING_DUE,
      beside(BESIDE.early, early.length),
    ),
    K2: figure(onTime.length, due.length, NOTHING_DUE, beside(BESIDE.extended, extended.length)),
    K3: figure(
      count(ofYear, (task) => isFinished(task.status)),
      ofYear.length,
      NOTHING,
    ),
    K4: figure(
      count(ongoing, (task) => task.hasResult),
      ongoing.length,
      NOTHING,
      beside(
        BESIDE.continued,
        count(ongoing, (task) => !isWord(task.row.kind, KINDS.ongoing)),
      ),
    ),
    K5: figure(
      count(owing, (unit) => unit.missing === 0),
      owing.length,
      NOTHING,
    ),
    K6: figure(
      count(owing, (unit) => unit.onTime === unit.owed),
      owing.length,
      NOTHING,
    ),
    K7: figure(indicators.met, indicators.withData, NO_DATA, beside(BESIDE.stale, indicators.stale)),
    K8: figure(
      count(unfinished, (task) => saysSomething(task.row.difficulty, view.phrases)),
      unfinished.length,
      NOTHING,
    ),
  };
}

/** Values dated up to 14/(M−2) are «số liệu cũ»: they count in nothing. */
function countIndicators(view: Pick<Viewpoint, 'asOf' | 'period' | 'rules' | 'indicators'>): {
  met: number;
  withData: number;
  stale: number;
} {
  const fresh = freshFrom(view.period, view.rules);
  const tally = { met: 0, withData: 0, stale: 0 };
  for (const row of currentIndicators(view.indicators, view.asOf)) {
    const result = indicatorResult(row);
    if (result !== INDICATOR_RESULTS.met && result !== INDICATOR_RESULTS.missed) continue;
    if (isFresh(row, fresh)) {
      tally.withData += 1;
      if (result === INDICATOR_RESULTS.met) tally.met += 1;
    } else tally.stale += 1;
  }
  return tally;
}

function isFresh(row: IndicatorRow, from: number): boolean {
  return typeof row.enteredOn === 'number' && row.enteredOn >= from;
}

function count<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.filter(holds).length;
}

function beside(words: string, n: number): string | undefined {
  return n > 0 ? words.replace('#', twoDigits(n)) : undefined;
}

function figure(part: number, whole: number, none: string, besideIt?: string): Figure {
  const text = whole === 0 ? none : `${part}/${whole}${whole >= PERCENT_FROM ? ` (${percent(part, whole)})` : ''}`;
  return besideIt === undefined ? { part, whole, text } : { part, whole, text, beside: besideIt };
}

/** «90%», «98,6%»: tenths of a percent, rounded half up, decimal comma. */
export function percent(part: number, whole: number): string {
  const tenths = Math.round((part * 1000) / whole);
  const fraction = tenths % 10;
  return `${Math.floor(tenths / 10)}${fraction === 0 ? '' : `,${fraction}`}%`;
}

/** Counts below ten are written with two digits, as the plan does: «05 nhiệm vụ». */
export function twoDigits(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}
