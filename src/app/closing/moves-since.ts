// What has moved the yardstick that a closing takes up: since the version before, in a first month since the plan. CAX reads it before saying yes,
// because it moves who is thanked, who is asked and what is overdue.
import { textOf } from '../../core/cell.ts';
import { mergedLate } from '../../core/late-reports.ts';
import { comparePeriods } from '../../core/period.ts';
import { withUnitsCalled } from '../../core/renamed-units.ts';
import { plannedYardsticks, yardstickMoves } from '../../core/report/differences.ts';
import { reproachesSince } from '../../core/report/reproaches.ts';
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import { closedId, type FrozenRow, type PeriodKey, type Version, type VersionContent } from '../../core/version.ts';
import { reproachSentences } from '../../report/reproach-words.ts';
import { CORRECTION, TASKS } from '../../report/words/chairman-mail.ts';
import type { LedgerEntry } from '../../sheet/ledger/ledger.ts';
import { namesNow } from '../../sheet/reading/rows.ts';
import { closedOf, type Observation } from '../observe.ts';
import type { Ports } from '../ports.ts';
import { changedVersions, frozenVersion, observeFrozen } from './frozen-rows.ts';
import { newestBefore } from './look-at-period.ts';

export interface Moves {
  /** «bản 1», «kế hoạch». */
  readonly than: string;
  /** Of Đầu mối, a line each, in the order of the plan. */
  readonly lines: readonly string[];
  /** Gia hạn, tính quá hạn, tạm dừng. */
  readonly others: readonly string[];
  /** What the last version of the same said against units and tasks and this one does not, and the other way round: sentences. */
  readonly reproaches: readonly string[];
}

/** What would be closed, and the last version of the same period. */
interface Planned extends PeriodKey {
  readonly content: VersionContent;
  readonly last: LedgerEntry | undefined;
}

/** One look more, where something was closed before. */
export function movesSince(
  ports: Ports,
  seeds: ResolvedPlan,
  observation: Observation<'ledger' | 'units'>,
  planned: Planned,
): Moves {
  const { content, period, last } = planned;
  const ledger = closedOf(observation);
  const months = ledger.filter((entry) => !entry.supplement && comparePeriods(entry.period, period) <= 0);
  const before = last ?? newestBefore(months, period);
  const called = namesNow(observation.placement);
  const frozen = before && rowsIn(ports, seeds, before);
  const known = frozen ?? plannedYardsticks(seeds.tasks).rows;
  const was = known.map((row) => ({ ...row, accountable: called(row.accountable) }));
  const moves = yardstickMoves(content, period, { rows: was });
  const told = (isOf: boolean) =>
    moves.flatMap(({ code, what, text }) => ((what === 'accountable') === isOf ? [`${code} ${text}`] : []));
  return {
    than: before ? `${before.label} bản ${before.version}` : 'kế hoạch',
    lines: told(true),
    others: told(false),
    reproaches:
      last && frozen
        ? reproachesIn(
            ledger.filter((entry) => closedId(entry) === closedId(planned)),
            planned,
            withUnitsCalled<Version>({ ...last, rows: frozen }, (name) => textOf(called(name))),
          )
        : [],
  };
}

/** @param kin every version of the same */
function reproachesIn(kin: readonly LedgerEntry[], { content, period }: Planned, last: Version): string[] {
  const late = (entries: readonly LedgerEntry[]) => mergedLate(entries.map(({ late: list }) => list));
  const reproaches = reproachesSince(
    { version: { ...content, period }, late: late(kin) },
    { version: last, late: late(kin.filter(({ version }) => version < last.version)) },
  );
  const units = new Map(content.rows.map(({ code, accountable }) => [code, textOf(accountable)]));
  return reproachSentences(reproaches, {
    than: CORRECTION.version(last.version),
    unit: (name) => name,
    task: (code) => TASKS.withUnit(code, units.get(code) ?? ''),
  });
}

/** Rows that are no longer what was closed say nothing: «Kiểm tra dữ liệu» names them. */
function rowsIn(ports: Ports, seeds: ResolvedPlan, entry: LedgerEntry): readonly FrozenRow[] {
  const look = observeFrozen(ports, seeds, {}, [entry]);
  return changedVersions(look, [entry]).length > 0 ? [] : frozenVersion(look, entry).rows;
}
