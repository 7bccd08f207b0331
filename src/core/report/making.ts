// Versions and the plan → the Report. Pure, and linear in the number of rows.
import { dayOf } from '../calendar.ts';
import { type Cell, isEmpty, isWord, saysSomething } from '../cell.ts';
import type { Finding } from '../finding.ts';
import { comparePeriods, deadlineOf, type Period, type PeriodRules, shiftPeriod } from '../period.ts';
import { maskPersonalData } from '../personal-data.ts';
import type { PlanTask } from '../plan.ts';
import type { Report, ReportedGroup, ReportedIndicator, ReportedTask } from '../report.ts';
import { daysLeft, isDueSoon, isOverdue, STATUS } from '../status.ts';
import { type TalliedTask, tallyByGroup, tallyByStatus, tallyByUnit } from '../tally.ts';
import type { FrozenIndicator, FrozenRow, Version } from '../version.ts';
import { changesBetween, hasDifficulty, unchangedResults, yardstickMoves } from './differences.ts';
import { lineageOf, numbersOf, unitsWithSilence } from './lineage.ts';
import { typedText } from './typed-text.ts';

/** What the plan says of a task, and its Loại thời hạn where it is known. */
export interface PlannedTask extends PlanTask {
  /** The word of the column Loại thời hạn. */
  readonly kind?: Cell;
}

export interface ReportInput {
  /** The version to tell. */
  readonly version: Version;
  /** Other versions in any order; those that are not earlier are passed over. */
  readonly others: readonly Version[];
  readonly tasks: readonly PlannedTask[];
  /** Roman numerals in the order of the plan. */
  readonly groups: readonly string[];
  readonly rules: PeriodRules;
  readonly warningDays: number;
  /** No period before it was ever owed. */
  readonly firstPeriod: Period;
  readonly findings: readonly Finding[];
}

/** The first month whose report names what is due on 31/12 and not started (product §7). */
const NOT_STARTED_FROM_MONTH = 6;
const NOT_STARTED: readonly string[] = [STATUS.notStartedInTime, STATUS.notStartedDueSoon, STATUS.notStartedOverdue];

/** The period of `version`, told. */
export function reportOf(input: ReportInput): Report {
  const { version, groups, rules, warningDays } = input;
  const { period, rows } = version;
  const lineage = lineageOf(version, input.others);
  const plan = new Map(input.tasks.map((task) => [task.code, task]));
  const told = rows.map((row) => ({ row, task: tell(row, plan.get(row.code), version) }));
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
  return {
    period,
    version: version.version,
    automatic: version.version === 0,
    asOf: version.asOf,
    window: version.window,
    closedAt: version.closedAt,
    stamped: version.stamped,
    warningDays,
    figures: version.figures,
    groups: tallyByGroup(tallied, groups).map((line): ReportedGroup => {
      return { ...line, byStatus: tallyByStatus(tallied.filter(({ group }) => isWord(group, line.name))) };
    }),
    units: unitsWithSilence(version, lineage),
    byUnit: tallyByUnit(
      tallied,
      version.units.map(({ name }) => name),
    ),
    tasks: told.map(({ task }) => task),
    overdue,
    dueSoon,
    proposals: inOrderOfUrgency(those(hasProposal), [overdue, dueSoon]),
    difficulties: those(hasDifficulty),
    notStarted: those(
      (row) => period.month >= NOT_STARTED_FROM_MONTH && row.due === yearEnd && NOT_STARTED.includes(row.status),
    ),
    unassigned: those((row) => isEmpty(row.accountable)),
    unchanged: unchangedResults(version, before, (code) => plan.get(code)?.kind ?? null),
    indicators: withValuesBefore(version, before, deadlineOf(shiftPeriod(period, -2), rules)),
    ...(before && { before: numbersOf(before) }),
    ...(previous && { previous: numbersOf(previous) }),
    changes: changesBetween(version, before),
    yardstick: yardstickMoves(version, lineage.last),
    findings: input.findings.map((finding) => ({ ...finding, text: maskPersonalData(finding.text) })),
    missingBefore: !before && comparePeriods(monthBefore, input.firstPeriod) >= 0,
  };
}

/** A row as it is named; a task withdrawn from the plan keeps its code and what was typed. */
function tell(row: FrozenRow, planned: PlannedTask | undefined, { asOf }: Version): ReportedTask {
  const left = daysLeft(row.status, row.due ?? undefined, asOf);
  const result = typedText(row.entry.result);
  const evidence = typedText(row.entry.evidence);
  const difficulty = saysSomething(row.entry.difficulty) ? typedText(row.entry.difficulty) : undefined;
  const proposal = hasProposal(row) ? typedText(row.entry.proposal) : undefined;
  return {
    code: row.code,
    number: planned?.number ?? 0,
    content: planned?.content ?? '',
    unit: typedText(row.accountable) ?? planned?.lead ?? '',
    status: row.status,
    deadline: planned?.deadline ?? '',
    ...(row.due !== null && { due: row.due }),
    ...(left !== undefined && { daysLeft: left }),
    ...(result !== undefined && { result }),
    ...(evidence !== undefined && { evidence }),
    ...(difficulty !== undefined && { difficulty }),
    ...(proposal !== undefined && { proposal }),
  };
}

/** A decision is wanted where Đề xuất says something, also when spaces around it are forgiven: nobody decides on «Không có ». */
function hasProposal(row: FrozenRow): boolean {
  return saysSomething(row.entry.proposal) && saysSomething(typedText(row.entry.proposal) ?? null);
}

function groupIn(code: string): string {
  return code.split('.')[0] ?? '';
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
 * Indicators beside their value in an earlier version: of the same row of «Chỉ tiêu», else of the milestone that stood for the
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
