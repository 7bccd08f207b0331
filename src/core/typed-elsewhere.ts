// Units that report none of their rows and may have typed elsewhere (rules 5.11, 6.13): as a lead beside the Đầu mối, in a row that was given on, in one
// that is nobody's, or in one that has been deleted. Mostly nobody knows who has typed there, and what nobody knows is held against nobody: such a unit
// is not called silent. The rows of others that a collective leads are their Đầu mối's, or no unit would ever be silent.
import { isEmpty, textOf } from './cell.ts';
import type { UnitTally } from './figures.ts';
import { accountOf } from './handed-over.ts';
import { namesLetIn } from './let-in.ts';
import { type Period, periodLabel } from './period.ts';
import { eitherOf, isSameUnit, knownAuthor, readReporter, TOLD_TEXTS } from './reporter-cell.ts';
import type { TaskRow } from './task-row.ts';
import { fold } from './text.ts';
import type { VersionContent } from './version.ts';

/** A line of «Đơn vị» with what else the unit is called. */
interface NamedUnit {
  readonly code: string;
  readonly name: string;
  readonly former: readonly string[];
}

/** A task of the plan whose row somebody has deleted, and who had it when the sheet was made. */
interface LostTask {
  readonly code: string;
  readonly accountable: string;
}

/**
 * The tallies of a version with the codes of their units; of a unit without any report also of rows that count for others and that it may have
 * typed in, and of its own that are not in the sheet any more: what it has reported there nobody sees.
 */
export function talliesWithElsewhere(
  frozen: Pick<VersionContent, 'units' | 'rows'>,
  rows: readonly TaskRow[],
  units: readonly NamedUnit[],
  period: Period,
  lost: readonly LostTask[],
): UnitTally[] {
  const reported = rows.filter((_, i) => frozen.rows[i]?.reported);
  return frozen.units.map((tally) => {
    const unit = units.find(({ name }) => name === tally.name);
    const known = { ...tally, code: unit?.code };
    if (!unit || tally.reported > 0) return known;
    const own = lost.filter(({ accountable }) =>
      [unit.name, ...unit.former].some((one) => isSameUnit(one, accountable)),
    );
    const elsewhere = [...reported.filter((row) => mayHaveTyped(row, unit, period)), ...own].map(({ code }) => code);
    return elsewhere.length === 0 ? known : { ...known, elsewhere };
  });
}

function mayHaveTyped(row: TaskRow, unit: NamedUnit, period: Period): boolean {
  const { name } = unit;
  if (isSameUnit(textOf(accountOf(row, period)), name)) return false;
  const names = namesLetIn(row.letIn ?? null);
  const isLetIn = names === undefined || names.some((one) => isSameUnit(one, name));
  return isAuthor(row, name, period) || (isLetIn && (isEmpty(row.accountable) || isNamed(row, unit)));
}

/** By what the row itself says of the period: of a text, or of its report. */
function isAuthor(row: TaskRow, name: string, period: Period): boolean {
  const known = readReporter(row.reporter);
  const label = periodLabel(period);
  if (known?.label !== label) return false;
  const { formers, how } = known.since;
  const authors = TOLD_TEXTS.flatMap((text) =>
    isEmpty(row[text]) ? [] : eitherOf(knownAuthor(known, row, text) ?? ''),
  );
  const unclear = how === 'unclear' ? [...formers, textOf(row.accountable)] : [];
  return [...authors, ...unclear].some((one) => isSameUnit(one, name));
}

/** A lead by its own name, not as one of a collective. */
function isNamed({ lead }: TaskRow, { name, former }: NamedUnit): boolean {
  const leads = fold(textOf(lead));
  return [name, ...former].some((one) => one !== '' && leads.includes(fold(one)));
}
