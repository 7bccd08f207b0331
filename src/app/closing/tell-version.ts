// A version told: the frozen rows of it and of the versions it is compared with are read, and made a Report. One look at the ledger, one at
// the rows; a pure function of what was frozen.
import { dayOf } from '../../core/calendar.ts';
import { textOf } from '../../core/cell.ts';
import { checkRow } from '../../core/check-row.ts';
import { phrasesWith } from '../../core/content.ts';
import type { Finding } from '../../core/finding.ts';
import { comparePeriods, firstPeriod, PLAN_RULES } from '../../core/period.ts';
import { type ReportInput, reportOf } from '../../core/report/making.ts';
import { type SpanKind, type SpanReport, spanOf } from '../../core/report/span.ts';
import type { Report } from '../../core/report.ts';
import { renamed } from '../../core/reporter-cell.ts';
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import type { Settings } from '../../core/settings.ts';
import type { TaskRow } from '../../core/task-row.ts';
import { type Version, versionKey } from '../../core/version.ts';
import type { LedgerEntry } from '../../sheet/ledger/ledger.ts';
import { readUnitRows, type UnitRow } from '../../sheet/reading/rows.ts';
import { whoIs } from '../../sheet/reading/unit-names.ts';
import { closedOf, type Observation, observe } from '../observe.ts';
import type { Ports } from '../ports.ts';
import { frozenVersion, observeFrozen } from './frozen-rows.ts';
import { newestOfEach, settledBefore } from './look-at-period.ts';
import { unsentIn } from './unsent-versions.ts';

export interface ToldVersion {
  readonly report: Report;
  readonly entry: LedgerEntry;
  /** What goes with it: the half-year, the year, the year as it ended. */
  readonly span: SpanReport | undefined;
  readonly settings: Settings;
  /** Trích yếu of the commune's plan. */
  readonly planTitle: string;
  readonly observation: Observation<keyof typeof PARTS>;
}

/** Months whose closing is that of a longer span too (rule 5.1). */
const SPANS: Readonly<Record<number, SpanKind>> = { 6: 'halfYear', 12: 'year' };

const PARTS = { units: 'all', settings: 'all', ledger: 'all', journal: 'all', controls: 'all' } as const;

/**
 * The report of a version, told beside those before it.
 * @param asked as an earlier look saw it
 * @param planned the same version with its rows, where it is not closed yet and nothing of it can be read
 * @throws Refusal changed-history
 */
export function tellVersion(ports: Ports, seeds: ResolvedPlan, asked: LedgerEntry, planned?: Version): ToldVersion {
  const observation = observe(ports, seeds, PARTS);
  const ledger = closedOf(observation);
  // Rows may have moved since.
  const entry = (planned ? undefined : ledger.find((one) => versionKey(one) === versionKey(asked))) ?? asked;
  // A month is never compared with the supplement of a year.
  const isKin = (other: LedgerEntry) => !other.supplement || entry.supplement === true;
  const versions = ledger.filter((other) => isKin(other) && comparePeriods(other.period, entry.period) === 0);
  // Periods before, because the age of a difficulty and a row of good months are told from them.
  const before = ledger.filter(({ supplement, period }) => !supplement && comparePeriods(period, entry.period) < 0);
  const compared = [...newestOfEach(before), ...versions];
  const frozen = observeFrozen(ports, seeds, {}, compared);
  const version = planned ?? frozenVersion(frozen, entry);
  const called = calledIn(version, readUnitRows(observation.placement));
  const { settings } = observation;
  const settledYear = settledBefore(ledger, entry.period);
  const input: ReportInput = {
    version,
    others: ledger
      .filter((other) => isKin(other) && other.row !== entry.row)
      .map((other) =>
        sameUnits(
          compared.some(({ row }) => row === other.row) ? frozenVersion(frozen, other) : { ...other, rows: [] },
          called,
        ),
      ),
    tasks: seeds.tasks.map((task) => ({ ...task, accountable: task.accountable && called(task.accountable) })),
    groups: seeds.plan.groups.map(({ roman }) => roman),
    groupHeadings: seeds.plan.groups.map(({ reportHeading }) => reportHeading),
    rules: settings.rules,
    warningDays: settings.warningDays,
    firstPeriod: settings.firstPeriod ?? firstPeriod(settings.planDate ?? dayOf(settings.planYear, 1, 1), PLAN_RULES),
    findings: frozenFindings(version, seeds),
    ...(settledYear !== undefined && { settledYear }),
    ...(planned && { planned: true }),
    unsent: unsentIn(
      observation,
      versions.filter(({ row }) => row !== entry.row),
      () => ports.store.all(),
    ),
  };
  const kind = entry.supplement ? 'supplement' : SPANS[entry.period.month];
  const { estimated = [] } = entry;
  const { planDate } = settings;
  const span = kind && spanOf({ ...input, kind, estimated, ...(planDate !== undefined && { planDate }) });
  return { report: span?.report ?? reportOf(input), span, entry, settings, planTitle: seeds.plan.title, observation };
}

/** Units renamed in between are compared with themselves: what they were called, by the names this version knows them by. */
function calledIn(version: Version, units: readonly UnitRow[]): (name: string) => string {
  const known = new Set(version.units.map(({ name }) => name.toLowerCase()));
  const isKnown = (name: string) => known.has(name.toLowerCase());
  return (name) =>
    isKnown(name)
      ? name
      : ([...(whoIs(name, units)?.former ?? []), whoIs(name, units)?.name ?? ''].find(isKnown) ?? name);
}

function sameUnits(other: Version, called: (name: string) => string): Version {
  return {
    ...other,
    units: other.units.map((unit) => ({ ...unit, name: called(unit.name) })),
    rows: other.rows.map((row) => ({
      ...row,
      accountable: typeof row.accountable === 'string' ? called(row.accountable) : row.accountable,
      ...(row.reporter !== undefined && { reporter: textOf(renamed(row.reporter, called)) }),
    })),
  };
}

/** What was wrong in the rows when they were frozen. */
function frozenFindings(version: Version, seeds: ResolvedPlan): Finding[] {
  const plan = new Map(seeds.tasks.map((task) => [task.code, task]));
  const phrases = phrasesWith(version.ownPhrases);
  const { asOf, period, closedAt } = version;
  const view = { asOf, today: Math.floor(closedAt), period, indicators: [], phrases, planYear: seeds.plan.year };
  return version.rows.flatMap((row): Finding[] => {
    const task = plan.get(row.code);
    if (!task) return [];
    const full: TaskRow = {
      ...task,
      ...row.entry,
      accountable: row.accountable,
      countsOverdue: row.countsOverdue,
      extension: row.extension,
      estimate: null,
      onTimeFor: null,
    };
    return checkRow(full, view);
  });
}
