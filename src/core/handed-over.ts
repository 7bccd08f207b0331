// A row given to another unit: what the old unit reported, or left out, stays in the old unit's account (product A.9: nobody is thanked or
// accused for what another did). «Báo cáo tính cho» of the row says of which period and of which unit it is; without it, or of another
// period, the report is Đầu mối's. Formulas of «Đơn vị» read the same cell (sheet/layout/units.ts).
import { type Cell, isEmpty, textOf } from './cell.ts';
import { comparePeriods, type Period, periodLabel, readPeriodLabel } from './period.ts';
import type { EntryCells, TaskRow } from './task.ts';
import { fold } from './text.ts';

type Held = Pick<TaskRow, 'accountable' | 'reporter'>;
type Reported = Held & Pick<EntryCells, 'period'>;

const BETWEEN = ' – ';

/** «Kỳ 05/2024 – Ban Tư pháp»; nobody had it: «Kỳ 05/2024 – ». */
export function writeReporter(label: string, unit: string): string {
  return `${label}${BETWEEN}${unit}`;
}

/** The unit that had the row for a period, empty where nobody had; undefined where nothing is said of that period. */
function reporterIn(reporter: Cell | undefined, label: string): string | undefined {
  const text = textOf(reporter ?? null);
  return text.startsWith(`${label}${BETWEEN}`) ? text.slice(label.length + BETWEEN.length) : undefined;
}

/** In whose account the report of a period stands. A row that is nobody's now is held against nobody. */
export function accountOf({ accountable, reporter }: Held, period: Period): Cell {
  return isEmpty(accountable) ? accountable : (reporterIn(reporter, periodLabel(period)) ?? accountable);
}

/** Who typed what stands in a row, where that is another than its Đầu mối; empty: nobody had it. */
export function authorOf(row: Held & { readonly entry: Pick<EntryCells, 'period'> }): string | undefined {
  const { accountable, reporter, entry } = row;
  const author = reporterIn(reporter, textOf(entry.period));
  return author === undefined || fold(author) === fold(textOf(accountable)) ? undefined : author;
}

/** The cell with its unit called otherwise. */
export function renamed(reporter: Cell | undefined, called: (name: string) => string): Cell {
  const text = textOf(reporter ?? null);
  const at = text.indexOf(BETWEEN);
  return at < 0 ? null : `${text.slice(0, at)}${BETWEEN}${called(text.slice(at + BETWEEN.length))}`;
}

/** A row as it was when it was last looked at. */
export interface RowBefore extends Pick<EntryCells, 'period'> {
  readonly accountable: Cell;
  /** That look was on or after the closing day of `ended`: who had the row then owed its report. */
  readonly knowsEnded: boolean;
}

/**
 * «Báo cáo tính cho» of a row whose Đầu mối has changed since; undefined where it stays. What stands in the row is of the unit that
 * had it; so is the period that had ended by then and was not reported. Typed and given on between two looks: nobody knows, and
 * it is Đầu mối's. The first change of a period decides.
 * @param ended the last period whose closing day has come, and whether the row was reported for it
 */
export function handedOver(
  row: Reported,
  before: RowBefore,
  ended: { readonly period: Period; readonly isReported: boolean },
): string | undefined {
  const period = readPeriodLabel(textOf(row.period));
  const isEarlier = period === undefined || comparePeriods(period, ended.period) < 0;
  const isOwing = isEarlier && !ended.isReported && before.knowsEnded;
  return isOwing ? givenOn(row, before, periodLabel(ended.period)) : handedOn(row, before);
}

/** The same of what stands in the row alone. */
export function handedOn(row: Reported, before: Pick<RowBefore, 'accountable' | 'period'>): string | undefined {
  const label = textOf(row.period);
  return label !== '' && label === textOf(before.period) ? givenOn(row, before, label) : undefined;
}

function givenOn(row: Held, { accountable }: Pick<RowBefore, 'accountable'>, label: string): string | undefined {
  const was = textOf(accountable);
  const isSame = fold(textOf(row.accountable)) === fold(was);
  return isSame || reporterIn(row.reporter, label) !== undefined ? undefined : writeReporter(label, was);
}
