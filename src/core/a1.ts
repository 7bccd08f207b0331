// A1 notation, for the sheet and the local host alike: letters of columns, quoted titles of tabs, areas.

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}

/** A is 0, Z is 25, AA is 26; in either case. */
export function columnIndex(letters: string): number {
  let n = 0;
  for (const letter of letters.toUpperCase()) n = n * 26 + (letter.charCodeAt(0) - 64);
  return n - 1;
}

/** «'Nhiệm vụ'»; quotes inside are doubled. */
export function quoteTab(title: string): string {
  return `'${title.replace(/'/gu, "''")}'`;
}

/** 0-based, ends exclusive; a side that is missing is open. */
interface Area {
  readonly startRowIndex?: number | undefined;
  readonly endRowIndex?: number | undefined;
  readonly startColumnIndex?: number | undefined;
  readonly endColumnIndex?: number | undefined;
}

/** «F2:F5»; empty where a range has no edges: the whole tab. */
export function areaName(range: Area): string {
  const { startRowIndex = 0, endRowIndex, startColumnIndex = 0, endColumnIndex } = range;
  if (endRowIndex === undefined && endColumnIndex === undefined) return '';
  const from = endColumnIndex === undefined ? '' : columnLetters(startColumnIndex);
  const to = endColumnIndex === undefined ? '' : columnLetters(endColumnIndex - 1);
  const first = endRowIndex === undefined ? '' : startRowIndex + 1;
  return `${from}${first}:${to}${endRowIndex ?? ''}`;
}
