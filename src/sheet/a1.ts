// A1 notation: letters of columns, quoted tab names.

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}

/** «'Nhiệm vụ'»; quotes inside are doubled. */
export function quoteTab(title: string): string {
  return `'${title.replace(/'/gu, "''")}'`;
}

/** «F2:F5»; empty where a range has no edges: the whole tab. */
export function areaName(range: GoogleAppsScript.Sheets.Schema.GridRange): string {
  const { startRowIndex = 0, endRowIndex, startColumnIndex = 0, endColumnIndex } = range;
  if (endRowIndex === undefined && endColumnIndex === undefined) return '';
  const from = endColumnIndex === undefined ? '' : columnLetters(startColumnIndex);
  const to = endColumnIndex === undefined ? '' : columnLetters(endColumnIndex - 1);
  const first = endRowIndex === undefined ? '' : startRowIndex + 1;
  return `${from}${first}:${to}${endRowIndex ?? ''}`;
}
