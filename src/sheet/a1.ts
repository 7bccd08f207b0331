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
