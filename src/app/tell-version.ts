// A version told: the frozen rows of it and of the versions it is compared with are read from their named ranges, and
// made a Report. One look; a pure function of what was frozen.
import { dayOf } from '../core/calendar.ts';
import { checkRow } from '../core/check-row.ts';
import type { Finding } from '../core/finding.ts';
import { comparePeriods, firstPeriod, type Period, PLAN_RULES, periodId } from '../core/period.ts';
import { type ReportInput, reportOf } from '../core/report/making.ts';
import type { Report } from '../core/report.ts';
import type { ResolvedPlan } from '../core/resolved-plan.ts';
import type { Settings } from '../core/settings.ts';
import type { TaskRow } from '../core/task.ts';
import type { Version } from '../core/version.ts';
import { closingName, type LedgerEntry } from '../sheet/ledger.ts';
import { newestOf } from './look-at-period.ts';
import { ledgerOf, type Observation, observe } from './observe.ts';
import { frozenVersion } from './plan-closing.ts';
import type { Ports } from './ports.ts';

export interface ToldVersion {
  readonly report: Report;
  /** What the report was made from; the reports of longer spans are made from it too. */
  readonly input: ReportInput;
  readonly entry: LedgerEntry;
  readonly settings: Settings;
  readonly observation: Observation;
}

/**
 * The report of the newest version of a period; undefined where the period has none.
 * @param ledger the versions as an earlier look saw them: they name the ranges to read
 */
export function tellPeriod(
  ports: Ports,
  seeds: ResolvedPlan,
  period: Period,
  ledger: readonly LedgerEntry[],
): ToldVersion | undefined {
  const versions = ledger.filter((entry) => comparePeriods(entry.period, period) === 0);
  const entry = newestOf(ledger, period);
  if (!entry) return undefined;
  // All periods before, because the age of a difficulty and a row of good months are told from them.
  const compared = [...newestOfEach(ledger, period), ...versions];
  const names = [...new Set(compared.map((other) => closingName(other.period, other.version).name))];
  const observation = observe(
    ports,
    seeds,
    { settings: 'all', ledger: 'all', history: 'heading', journal: 'all', controls: 'all' },
    { names },
  );
  const whole = (other: LedgerEntry): Version => frozenVersion(observation, other) ?? { ...other, rows: [] };
  const version = whole(entry);
  const { settings } = observation;
  const input: ReportInput = {
    version,
    others: ledgerOf(observation)
      .filter((other) => other.row !== entry.row)
      .map((other) => (compared.some(({ row }) => row === other.row) ? whole(other) : { ...other, rows: [] })),
    tasks: seeds.tasks,
    groups: seeds.plan.groups.map(({ roman }) => roman),
    groupHeadings: seeds.plan.groups.map(({ reportHeading }) => reportHeading),
    rules: settings.rules,
    warningDays: settings.warningDays,
    firstPeriod: settings.firstPeriod ?? firstPeriod(settings.planDate ?? dayOf(settings.planYear, 1, 1), PLAN_RULES),
    findings: frozenFindings(version, seeds),
  };
  return { report: reportOf(input), input, entry, settings, observation };
}

/** The newest version of every period before one. */
function newestOfEach(ledger: readonly LedgerEntry[], period: Period): LedgerEntry[] {
  const newest = new Map<string, LedgerEntry>();
  for (const entry of ledger) {
    const id = periodId(entry.period);
    const known = newest.get(id);
    if (comparePeriods(entry.period, period) < 0 && !(known && known.version > entry.version)) newest.set(id, entry);
  }
  return [...newest.values()];
}

/** What was wrong in the rows when they were frozen. */
function frozenFindings(version: Version, seeds: ResolvedPlan): Finding[] {
  const plan = new Map(seeds.tasks.map((task) => [task.code, task]));
  const view = { asOf: version.asOf, period: version.period, indicators: [] };
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
