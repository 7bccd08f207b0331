// Rows that already speak for a later period: a correction keeps what was frozen of them, a supplement what was said (rules 5.7, 5.9).
import { textOf } from '../../core/cell.ts';
import { accountOf, authorOf, writeReporter } from '../../core/handed-over.ts';
import { comparePeriods, type Period, periodLabel, readPeriodLabel } from '../../core/period.ts';
import { TOLD_TEXTS, type ToldText } from '../../core/reporter-cell.ts';
import type { TaskRow } from '../../core/task-row.ts';
import { fold } from '../../core/text.ts';
import type { FrozenRow, PeriodKey } from '../../core/version.ts';
import type { LedgerEntry } from '../../sheet/ledger/ledger.ts';
import { newestOf, type PeriodView } from './look-at-period.ts';

/** A row that speaks for a later period by now. */
export function isLater({ period }: TaskRow, than: Period): boolean {
  const own = typeof period === 'string' ? readPeriodLabel(period) : undefined;
  return own !== undefined && comparePeriods(own, than) > 0;
}

export function keptVersion(
  { rows, versions }: PeriodView,
  { period, supplement }: PeriodKey,
): LedgerEntry | undefined {
  const last = newestOf(versions, { period });
  return last && (supplement || rows.some((row) => isLater(row, period))) ? last : undefined;
}

/**
 * Rows that already speak for a later period keep the values of the last version of this one: all of them in a correction,
 * in a supplement what was said and not what was done.
 */
export function withKept(
  { rows }: PeriodView,
  kept: readonly FrozenRow[],
  { period, supplement }: PeriodKey,
): TaskRow[] {
  const frozen = new Map(kept.map((row) => [row.code, row]));
  return rows.map((row) => {
    const before = frozen.get(row.code);
    if (!before || !(supplement || isLater(row, period))) return row;
    const { state: _state, progress: _progress, doneOn: _doneOn, evidence: _evidence, ...said } = before.entry;
    const entry = !supplement ? before.entry : isLater(row, period) ? said : {};
    const label = periodLabel(period);
    // Its report was settled when it was closed, whoever has the row now.
    const account = textOf(accountOf(before, period));
    const had = textOf(before.accountable);
    const author = (said: ToldText) => authorOf(before, said) ?? had;
    const isOwn = [account, ...TOLD_TEXTS.map(author)].every((unit) => fold(unit) === fold(textOf(row.accountable)));
    const settled = isOwn ? undefined : writeReporter(label, account, before.entry, author);
    const reporter = fold(had) === fold(textOf(row.accountable)) ? before.reporter : settled;
    return {
      ...row,
      ...entry,
      onTimeFor: before.onTime ? label : row.onTimeFor,
      ...(reporter !== undefined && { reporter }),
    };
  });
}
