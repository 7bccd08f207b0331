// Formulas are templates over column keys, resolved against where the columns actually are, never fixed letters.
//   [state]          the cell of this tab's column «state» in the formula's own row:      $F7
//   [tasks.state]    that column's whole body, absolute, from any tab:                    'Nhiệm vụ'!$F$2:$F$73
//   [^state]         a column from its first row down to the formula's own row:            $F$2:$F7
//   [@board.owed]    the cell of another tab's column in the formula's own row:           'Tổng hợp'!$AB7
// Names (NgayTinh) stand as they are. Separators are `;` and there are no decimal literals: a vi_VN sheet reads both so.
import { columnLetters, quoteTab } from '../core/a1.ts';

/** Where a column's body is: 0-based column, first and last row (inclusive, 0-based). */
export interface Place {
  readonly tab: string;
  readonly title: string;
  readonly column: number;
  readonly fromRow: number;
  readonly toRow: number;
}

/** Places by «tab.column». */
export type Places = ReadonlyMap<string, Place>;

/** Templates as the texts between row numbers, by where the columns are: a column holds its formula once a row. */
const read = new WeakMap<Places, Map<string, readonly string[]>>();

/**
 * The formula of a template for a row.
 * @throws Error where the template names a column that has no place: our bug.
 */
export function resolveFormula(template: string, tab: string, row: number, places: Places): string {
  const known = read.get(places) ?? new Map<string, readonly string[]>();
  read.set(places, known);
  const key = `${tab} ${template}`;
  const pieces = known.get(key) ?? piecesOf(template, tab, places);
  known.set(key, pieces);
  return pieces.join(String(row + 1));
}

/** Stands for the number of the formula's own row; no template holds it. */
const OWN_ROW = '\u0000';

function piecesOf(template: string, tab: string, places: Places): string[] {
  const text = template.replace(/\[([\^@]?)([A-Za-z]+(?:\.[A-Za-z0-9]+)?)\]/gu, (_, mark: string, name: string) => {
    const key = name.includes('.') ? name : `${tab}.${name}`;
    const place = places.get(key);
    if (!place) throw new Error(`formula of ${tab} names the unknown column ${key}`);
    const letters = columnLetters(place.column);
    const prefix = place.tab === tab ? '' : `${quoteTab(place.title)}!`;
    if (mark === '^') return `${prefix}$${letters}$${place.fromRow + 1}:$${letters}${OWN_ROW}`;
    if (mark === '@' || !name.includes('.')) return `${prefix}$${letters}${OWN_ROW}`;
    return `${prefix}$${letters}$${place.fromRow + 1}:$${letters}$${place.toRow + 1}`;
  });
  return text.split(OWN_ROW);
}

/** Nothing that fetches, links or copies what stands elsewhere. @param cell a reference to one cell, as templates write it */
export function notFormula(cell: string): string {
  return `NOT(ISFORMULA(${cell}))`;
}
