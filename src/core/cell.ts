// A raw cell and the few questions asked of it, answered as a Google Sheets formula would: the core and the sheet's own
// formulas look at the same cells and must agree, so nothing here repairs, trims or folds more than `=` in a sheet does.

/** What a cell holds: text, a number (dates are numbers too), TRUE/FALSE, or nothing. */
export type Cell = string | number | boolean | null;

/** Nothing, or the empty text; `A1=""` of a sheet. */
export function isEmpty(cell: Cell): boolean {
  return cell === null || cell === '';
}

/** `A1="word"` of a sheet: text only, letter case ignored, nothing else. */
export function isWord(cell: Cell, word: string): boolean {
  return cell === word || (typeof cell === 'string' && cell.toLowerCase() === word.toLowerCase());
}

/** The whole day of a cell that holds a number: `IF(ISNUMBER(A1);INT(A1);)`. */
export function dayIn(cell: Cell): number | undefined {
  return typeof cell === 'number' ? Math.floor(cell) : undefined;
}

/** `A1&""` of a sheet, for the texts the core compares. */
export function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return String(cell);
}
