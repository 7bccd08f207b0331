// Versions and the plan → the Report. Pure, and linear in the number of rows.
import { type Day, dayOf } from '../calendar.ts';
import { type Cell, isWord } from '../cell.ts';
import { type Phrases, phrasesWith } from '../content.ts';
import type { Finding } from '../finding.ts';
import { comparePeriods, deadlineOf, freshFrom, type Period, type PeriodRules, shiftPeriod } from '../period.ts';
import { maskPersonalData } from '../personal-data.ts';
import type {
  Raised,
  RaisedText,
  Report,
  ReportedGroup,
  ReportedIndicator,
  ReportedLine,
  ReportedTask,
  Reproaches,
} from '../report.ts';
import { COUNTS_OVERDUE, isDueSoon, isFinished, isOverdue, KINDS, NO_INFORMATION, STATUS } from '../status.ts';
import { NOBODY, type TalliedTask, type TallyLine, tallyByGroup, tallyByStatus, tallyByUnit } from '../tally.ts';
import type { FrozenIndicator, FrozenRow, Version } from '../version.ts';
import { unitProposals } from './commendation.ts';
import {
  changesBetween,
  hasDifficulty,
  hasOngoingResult,
  isContinued,
  plannedYardsticks,
  rewrittenSince,
  unchangedResults,
  yardstickMoves,
} from './differences.ts';
import { type Lineage, lineageOf, numbersOf, unitsLate, unitsWithSilence } from './lineage.ts';
import { raisedSince } from './raised.ts';
import { reproachesSince } from './reproaches.ts';
import { groupIn, hasProposal, type PlannedTask, reportTask } from './told-task.ts';
import { typedText } from './typed-text.ts';

export interface ReportInput {
  /** The version to tell. */
  readonly version: Version;
  /** Other versions in any order; those that are not earlier are passed over. */
  readonly others: readonly Version[];
  readonly tasks: readonly PlannedTask[];
  /** Roman numerals in the order of the plan. */
  readonly groups: readonly string[];
  /** What reports call the groups, beside the numerals. */
  readonly groupHeadings?: readonly string[];
  readonly rules: PeriodRules;
  readonly warningDays: number;
  /** No period before it was ever owed. */
  readonly firstPeriod: Period;
  readonly findings: readonly Finding[];
  /** The last year before the version's that «Chốt năm bổ sung» has closed. */
  readonly settledYear?: number;
  /** Keys of other versions of its period whose mail has not left. */
  readonly unsent?: readonly string[];
  /** The version is not closed yet. */
  readonly planned?: true;
}

/** The first month whose report names what is due on 31/12 and not started (rule 7.2). */
const NOT_STARTED_FROM_MONTH = 6;
const NOT_STARTED: readonly string[] = [
  ...[STATUS.notStartedInTime, STATUS.notStartedDueSoon, STATUS.notStartedOverdue],
  ...NO_INFORMATION,
];

/** The period of `version`, told. */
export function reportOf(input: ReportInput): Report {
  const { version, groups, rules, warningDays } = input;
  const { period, rows } = version;
  const lineage = lineageOf(version, input.others, input.unsent);
  const plan = new Map(input.tasks.map((task) => [task.code, task]));
  const phrases = phrasesWith(version.ownPhrases);
  const isHindered = (row: FrozenRow) => hasDifficulty(row, phrases);
  const raised = {
    // The words may change: what is told is that the work is held up.
    difficulty: raisedSince(version, lineage, input.firstPeriod, 'difficulty', (row) =>
      isHindered(row) ? '' : undefined,
    ),
    proposal: raisedSince(version, lineage, input.firstPeriod, 'proposal', (row) =>
      hasProposal(row, phrases) ? typedText(row.entry.proposal) : undefined,
    ),
  };
  const { settledYear } = input;
  const told = rows.map((row) => ({
    row,
    task: {
      ...reportTask(row, plan.get(row.code), version, phrases, raisedOf(row.code, raised)),
      ...(isForwarded(row, settledYear) && { forwardedFrom: settledYear }),
    },
  }));
  const those = (holds: (row: FrozenRow) => boolean) => told.filter(({ row }) => holds(row)).map(({ task }) => task);
  const tallied = rows.map((row): TalliedTask & { readonly group: string } => {
    const group = plan.get(row.code)?.group ?? groupIn(row.code);
    return { status: row.status, group, row: { group, accountable: row.accountable } };
  });
  const overdue = those((row) => isOverdue(row.status)).sort(byDaysLeft);
  const dueSoon = those((row) => isDueSoon(row.status)).sort(byDaysLeft);
  const monthBefore = shiftPeriod(period, -1);
  const yearEnd = dayOf(period.year, 12, 31);
  const { before, previous } = lineage;
  const units = unitsWithSilence(version, lineage);
  const tasks = told.map(({ task }) => task);
  const moved = changesBetween(version, before, phrases);
  // What a closed year handed on is named so, and is not told as new.
  const handedOn = new Set(tasks.flatMap(({ code, forwardedFrom }) => (forwardedFrom === undefined ? [] : [code])));
  const changes = { ...moved, newlyOverdue: moved.newlyOverdue.filter((code) => !handedOn.has(code)) };
  const proposals = saidFirst(
    inOrderOfUrgency(
      those((row) => hasProposal(row, phrases)),
      [overdue, dueSoon],
    ),
  );
  const nextDeadline = deadlineOf(shiftPeriod(period, 1), rules);
  const dueOf = (line: TallyLine, holds: (row: FrozenRow) => boolean): ReportedLine => ({
    ...line,
    ...dueIn(rows.filter(holds), version.asOf),
  });
  return {
    period,
    version: version.version,
    ...(version.supplement && { supplement: version.supplement }),
    automatic: version.version === 0,
    ...(input.planned && { planned: input.planned }),
    asOf: version.asOf,
    window: version.window,
    closedAt: version.closedAt,
    stamped: version.stamped,
    warningDays,
    figures: version.figures,
    groups: tallyByGroup(tallied, groups).map((line, i): ReportedGroup => {
      const heading = input.groupHeadings?.[i];
      const ofGroup = tallied.filter(({ group }) => isWord(group, line.name));
      return {
        ...dueOf(line, ({ code }) => isWord(plan.get(code)?.group ?? groupIn(code), line.name)),
        ...(heading !== undefined && { heading }),
        byStatus: tallyByStatus(ofGroup),
      };
    }),
    units,
    byUnit: tallyByUnit(
      tallied,
      units.map(({ name }) => name),
    ).map((line) =>
      dueOf(line, ({ accountable }) =>
        line.name === NOBODY ? !units.some(({ name }) => isWord(accountable, name)) : isWord(accountable, line.name),
      ),
    ),
    tasks,
    overdue,
    dueSoon,
    proposals: proposals.filter(({ addressee }) => addressee === undefined),
    requests: proposals.filter(({ addressee }) => addressee !== undefined),
    difficulties: those(isHindered),
    dueNext: those((row) => isDueBefore(row, version.asOf, nextDeadline)).sort(byDaysLeft),
    ...(settledYear !== undefined && {
      forwarded: { year: settledYear, tasks: tasks.filter(({ forwardedFrom }) => forwardedFrom !== undefined) },
    }),
    carriedOver: tasks.filter(({ carriedFrom }) => carriedFrom !== undefined),
    ...unitProposals(version, lineage, { units, overdue, tasks, changes }),
    notStarted: those(
      (row) => period.month >= NOT_STARTED_FROM_MONTH && row.due === yearEnd && NOT_STARTED.includes(row.status),
    ),
    unassigned: tasks.filter(({ assigned }) => !assigned),
    paused: those(({ status }) => status === STATUS.paused),
    unread: those(({ status }) => status === STATUS.unread),
    lacking: input.tasks.filter(({ code }) => !rows.some((row) => row.code === code)).map(({ code }) => code),
    ongoing: ongoingIn(rows, (code) => plan.get(code)?.kind ?? null, phrases),
    unchanged: unchangedResults(version, before, phrases, (code) => plan.get(code)?.kind ?? null),
    indicators: withValuesBefore(version, before, freshFrom(period, rules)),
    ...(before && { before: numbersOf(before) }),
    ...(previous && { previous: numbersOf(previous) }),
    ...(version.version > 1 && previous && previous.version > 0 && { corrects: previous.version }),
    lateBefore: unitsLate(before, lineage),
    rewritten: previous ? rewrittenSince(version, previous) : [],
    reproaches: reproachesIn(version, lineage),
    changes,
    yardstick: yardstickMoves(version, period, lineage.last ?? plannedYardsticks(input.tasks)),
    firstTold: lineage.last === undefined,
    findings: input.findings.map((finding) => ({ ...finding, text: maskPersonalData(finding.text) })),
    missingBefore: !before && comparePeriods(monthBefore, input.firstPeriod) >= 0,
  };
}

/** Part and whole of K1 among some rows (rule 4.2): counted, not paused, D before the as-of day. */
function dueIn(rows: readonly FrozenRow[], asOf: Day): Pick<ReportedLine, 'due' | 'dueDone'> {
  const due = rows.filter((row) => counts(row) && row.due !== null && row.due < asOf);
  return { due: due.length, dueDone: due.filter(({ status }) => isFinished(status)).length };
}

function counts(row: FrozenRow): boolean {
  return row.status !== STATUS.paused && !isWord(row.countsOverdue, COUNTS_OVERDUE.no);
}

/** K4, taken apart; equal to it in sum. */
function ongoingIn(rows: readonly FrozenRow[], kindOf: (code: string) => Cell, phrases: Phrases): Report['ongoing'] {
  const count = (list: readonly FrozenRow[]) => ({
    part: list.filter((row) => hasOngoingResult(row, kindOf(row.code), phrases)).length,
    whole: list.length,
  });
  return {
    always: count(rows.filter((row) => isWord(kindOf(row.code), KINDS.ongoing) && row.status !== STATUS.paused)),
    continued: count(rows.filter((row) => isContinued(row, kindOf(row.code)))),
  };
}

/** Handed on by a year that was closed for good (rule 5.9). */
function isForwarded({ status, due }: FrozenRow, settledYear: number | undefined): boolean {
  if (settledYear === undefined || due === null) return false;
  return !isFinished(status) && due <= dayOf(settledYear, 12, 31);
}

/** Still to be done, and due from the as-of day on, before a day. */
function isDueBefore(row: FrozenRow, asOf: Day, day: Day): boolean {
  return counts(row) && !isFinished(row.status) && row.due !== null && row.due >= asOf && row.due < day;
}

/** The year as it ended does not correct December: how units had reported stays, and what was typed since is what it is about. */
function reproachesIn(version: Version, { previous, latePreviously, lateIn }: Lineage): Reproaches {
  if (!previous || (version.supplement && !previous.supplement)) return { units: [], tasks: [] };
  return reproachesSince({ version, late: lateIn(version.period) }, { version: previous, late: latePreviously });
}

function raisedOf(
  code: string,
  raised: Readonly<Record<RaisedText, ReadonlyMap<string, Raised>>>,
): NonNullable<ReportedTask['raised']> {
  const [difficulty, proposal] = [raised.difficulty.get(code), raised.proposal.get(code)];
  return { ...(difficulty && { difficulty }), ...(proposal && { proposal }) };
}

/** What a silent unit left standing comes behind what was asked for in the period. */
function saidFirst(tasks: readonly ReportedTask[]): ReportedTask[] {
  const isCarried = ({ raised }: ReportedTask) => raised?.proposal?.carried === true;
  return [...tasks.filter((task) => !isCarried(task)), ...tasks.filter(isCarried)];
}

function byDaysLeft(a: ReportedTask, b: ReportedTask): number {
  return (a.daysLeft ?? 0) - (b.daysLeft ?? 0) || a.number - b.number;
}

function inOrderOfUrgency(
  tasks: readonly ReportedTask[],
  urgent: readonly (readonly ReportedTask[])[],
): ReportedTask[] {
  const rank = new Map(urgent.flat().map((task, i) => [task.code, i]));
  const rankOf = (task: ReportedTask) => rank.get(task.code) ?? rank.size;
  return [...tasks].sort((a, b) => rankOf(a) - rankOf(b) || a.number - b.number);
}

/**
 * Indicators beside their value in an earlier version: of the same row of «Chỉ tiêu», else of the milestone that counted for the
 * same indicator then.
 */
function withValuesBefore(version: Version, before: Version | undefined, freshFrom: number): ReportedIndicator[] {
  const same = (a: FrozenIndicator, b: FrozenIndicator) => a.code === b.code && a.name === b.name;
  return version.indicators.map((indicator) => {
    const kin = before?.indicators.filter((other) => same(other, indicator)) ?? [];
    const then =
      kin.find((other) => other.milestone === indicator.milestone && other.target === indicator.target) ??
      (kin.length === 1 ? kin[0] : undefined);
    const value = then?.value ?? undefined;
    const stale = indicator.enteredOn === null || indicator.enteredOn < freshFrom;
    return { ...indicator, stale, ...(value !== undefined && { before: value }) };
  });
}
