// A task withdrawn from the plan: its row is marked, never deleted. It carries a code of the plan's form that the plan no
// longer has, and formulas of ours; once marked, the words of its Trạng thái say so, and no formula is left in the row.
import { textOf } from '../core/cell.ts';
import { columnAsRead, type PlacedTab, rowAsRead, type Stranger } from './reading/place.ts';
import { cellAt, rawValue } from './reading/snapshot.ts';
import type { WantedCell } from './wanted-cell.ts';

export const WITHDRAWN = 'Đã rút khỏi kế hoạch';
/** Column whose words say it. */
const STATUS = 'status';
const CODE = /^[IVX]+\.\d{2}$/u;

export function isWithdrawn(tab: PlacedTab, { key, index, hasFormulas }: Stranger): boolean {
  const isKnown = tab.rows.some((row) => row.key.toLowerCase() === key.toLowerCase());
  if (tab.declared.key !== 'tasks' || isKnown || !CODE.test(key)) return false;
  const status = tab.columns.find(({ declared, found }) => declared.key === STATUS && found !== 'new');
  const stands = status && rawValue(cellAt(tab.was, rowAsRead(tab, index), columnAsRead(tab, status.index)));
  return hasFormulas || textOf(stands ?? null) === WITHDRAWN;
}

/** The cells that mark it: the status in words, the other formulas gone. */
export function withdrawnCells(tab: PlacedTab): WantedCell[] {
  return tab.strangers
    .filter((stranger) => isWithdrawn(tab, stranger))
    .flatMap(({ index: row, key }) =>
      tab.columns
        .filter((column) => column.declared.formula !== undefined)
        .map(
          ({ declared: column, index }): WantedCell => ({
            row,
            column: index,
            value: column.key === STATUS ? WITHDRAWN : null,
            heading: column.heading,
            key,
            isNew: false,
          }),
        ),
    );
}
