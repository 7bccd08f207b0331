// Who can type in a row: Đầu mối may be chosen at any hour, the protection follows at the next sync or in the night. «Đã đặt quyền cho» names the units it
// was set for, so that the row itself can say that its new unit cannot type yet (sheet/formulas/notes.ts sees the same cells).
import { type Cell, isEmpty, textOf } from './cell.ts';
import type { TaskRow } from './task-row.ts';

/** Every editor of the file may type. */
export const EVERYBODY = '*';
export const BETWEEN_NAMES = '; ';

/** @param names of units; none: the row is open */
export function writeLetIn(names: readonly string[]): string {
  return names.length === 0 ? EVERYBODY : [...new Set(names)].join(BETWEEN_NAMES);
}

/** The cell with its units called otherwise. */
export function renamedLetIn(letIn: Cell, called: (name: string) => string): Cell {
  return isEmpty(letIn) ? letIn : textOf(letIn).split(BETWEEN_NAMES).map(called).join(BETWEEN_NAMES);
}

/** Its Đầu mối cannot type in the row yet. Where nothing is known, nothing is said. */
export function isShutOut({ accountable, letIn = null }: Pick<TaskRow, 'accountable' | 'letIn'>): boolean {
  if (typeof accountable !== 'string' || isEmpty(accountable)) return false;
  const names = namesLetIn(letIn);
  return names !== undefined && !names.some((name) => name.toLowerCase() === accountable.toLowerCase());
}

/** The units that can type in a row; undefined where every editor of the file can, or nothing is known. */
export function namesLetIn(letIn: Cell): readonly string[] | undefined {
  return typeof letIn !== 'string' || isEmpty(letIn) || letIn === EVERYBODY ? undefined : letIn.split(BETWEEN_NAMES);
}
