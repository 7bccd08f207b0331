// The kinds of a deadline in the words of the column «Loại thời hạn», both ways. The words themselves are in status.ts,
// beside the other words the row's formulas compare.
import { type Cell, isWord } from '../cell.ts';
import type { DeadlineKind } from '../deadline.ts';
import { KINDS } from '../status.ts';

const NAMES: Readonly<Record<DeadlineKind, string>> = KINDS;

/** «Có thời hạn, sau đó thường xuyên». */
export function kindName(kind: DeadlineKind): string {
  return NAMES[kind];
}

/** The kind a cell of «Loại thời hạn» names; letter case ignored and nothing else, as `=` in a sheet does (rule 3.2). */
export function kindNamed(cell: Cell): DeadlineKind | undefined {
  return KIND_LIST.find((kind) => isWord(cell, NAMES[kind]));
}

const KIND_LIST = Object.keys(KINDS) as readonly (keyof typeof KINDS)[];
