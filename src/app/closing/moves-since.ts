// What has moved the yardstick that a closing takes up: since the version before, in a first month since the plan. CAX reads it before saying yes,
// because it moves who is thanked, who is asked and what is overdue.
import { comparePeriods } from '../../core/period.ts';
import { plannedYardsticks, yardstickMoves } from '../../core/report/differences.ts';
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import type { Closed, FrozenRow, VersionContent } from '../../core/version.ts';
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
}

/** What would be closed, and the last version of the same period. */
interface Planned extends Pick<Closed, 'period'> {
  readonly content: VersionContent;
  readonly last: LedgerEntry | undefined;
}

/** One look more, where something was closed before. */
export function movesSince(
  ports: Ports,
  seeds: ResolvedPlan,
  observation: Observation<'ledger' | 'units'>,
  { content, period, last }: Planned,
): Moves {
  const months = closedOf(observation).filter(
    (entry) => !entry.supplement && comparePeriods(entry.period, period) <= 0,
  );
  const before = last ?? newestBefore(months, period);
  const called = namesNow(observation.placement);
  const known = before ? rowsIn(ports, seeds, before) : plannedYardsticks(seeds.tasks).rows;
  const was = known.map((row) => ({ ...row, accountable: called(row.accountable) }));
  const moves = yardstickMoves(content, period, { rows: was });
  const told = (isOf: boolean) =>
    moves.flatMap(({ code, what, text }) => ((what === 'accountable') === isOf ? [`${code} ${text}`] : []));
  return {
    than: before ? `${before.label} bản ${before.version}` : 'kế hoạch',
    lines: told(true),
    others: told(false),
  };
}

/** Rows that are no longer what was closed say nothing: «Kiểm tra dữ liệu» names them. */
function rowsIn(ports: Ports, seeds: ResolvedPlan, entry: LedgerEntry): readonly FrozenRow[] {
  const look = observeFrozen(ports, seeds, {}, [entry]);
  return changedVersions(look, [entry]).length > 0 ? [] : frozenVersion(look, entry).rows;
}
