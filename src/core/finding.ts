// What somebody typed wrong, as a value with its place: shown to people, never thrown (architecture, laws).
import type { Cell } from './cell.ts';

/** Only two weights (rule 8.4): it keeps a number from being right, or it is worth a look. */
export type Weight = 'block' | 'note';

export interface Finding {
  /** The task's code, where it concerns one row. */
  readonly code?: string;
  /** Heading of the column. */
  readonly column?: string;
  /** Where it is, in words, where code and column do not say it: «Tab Nhiệm vụ, dòng 12». */
  readonly place?: string;
  /** The unit whose it is to mend. */
  readonly unit?: string;
  readonly weight: Weight;
  /** A whole Vietnamese sentence: what is wrong, and what to do where `todo` is not there. */
  readonly text: string;
  /** What to do, a sentence of its own. */
  readonly todo?: string;
}

/** What a check has to say about one cell of a row. */
export type CellFinding = Required<Pick<Finding, 'column' | 'weight' | 'text' | 'todo'>>;

/** A finding in the row of a task, for its accountable unit to mend. */
export function rowFinding(row: { readonly code: string; readonly accountable: Cell }, finding: CellFinding): Finding {
  const { code, accountable } = row;
  const unit = typeof accountable === 'string' && accountable !== '' ? { unit: accountable } : {};
  return { code, ...finding, ...unit };
}
