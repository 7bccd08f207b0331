// Changes of Đầu mối that a closing takes up: since the version before, in a first month since the plan. CAX reads them before saying yes,
// because they move who is thanked and who is asked.
import type { Cell } from '../core/cell.ts';
import { accountOf } from '../core/handed-over.ts';
import { comparePeriods } from '../core/period.ts';
import { accountableMove } from '../core/report/differences.ts';
import { typedText } from '../core/report/typed-text.ts';
import type { ResolvedPlan } from '../core/resolved-plan.ts';
import { fold } from '../core/text.ts';
import { namesNow } from '../sheet/rows.ts';
import { changedVersions, frozenVersion, observeFrozen } from './frozen-rows.ts';
import { newestBefore } from './look-at-period.ts';
import { closedOf, type Observation } from './observe.ts';
import type { ClosingPlan } from './plan-closing.ts';
import type { Ports } from './ports.ts';

export interface AccountableMoves {
  /** «bản 1», «kế hoạch». */
  readonly than: string;
  /** A line each, in the order of the plan. */
  readonly lines: readonly string[];
}

/** One look more, where something was closed before. */
export function accountableMoves(
  ports: Ports,
  seeds: ResolvedPlan,
  observation: Observation,
  { content, period, last }: Pick<ClosingPlan, 'content' | 'period' | 'last'>,
): AccountableMoves {
  const months = closedOf(observation).filter(
    (entry) => !entry.supplement && comparePeriods(entry.period, period) <= 0,
  );
  const before = last ?? newestBefore(months, period);
  const known = before ? accountableIn(ports, seeds, before) : seeds.tasks;
  const called = namesNow(observation.placement);
  const was = new Map(known.map(({ code, accountable }): [string, Cell] => [code, called(accountable)]));
  const lines = content.rows.flatMap((row) => {
    const stood = was.get(row.code);
    if (stood === undefined) return [];
    const words = accountableMove({ now: row, was: { accountable: stood } });
    if (words === undefined) return [];
    const account = typedText(accountOf(row, period)) ?? '';
    const isOwn = fold(account) === fold(typedText(row.accountable) ?? '');
    const whose = isOwn
      ? ''
      : ` (báo cáo kỳ này ${account === '' ? 'không tính cho đơn vị nào' : `tính cho ${account}`})`;
    return [`${row.code} ${words}${whose}`];
  });
  return { than: before ? `${before.label} bản ${before.version}` : 'kế hoạch', lines };
}

/** Rows that are no longer what was closed say nothing: «Kiểm tra dữ liệu» names them. */
function accountableIn(
  ports: Ports,
  seeds: ResolvedPlan,
  entry: Parameters<typeof frozenVersion>[1],
): readonly { readonly code: string; readonly accountable: Cell }[] {
  const look = observeFrozen(ports, seeds, {}, [entry]);
  return changedVersions(look, [entry]).length > 0 ? [] : frozenVersion(look, entry).rows;
}
