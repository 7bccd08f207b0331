// What a formula can see of a cell that lists e-mail addresses, one a line.

export const ADDRESSES_HELP =
  'Ghi địa chỉ e-mail; nhiều địa chỉ thì mỗi địa chỉ một dòng trong ô (Ctrl+Enter để xuống dòng).';

/**
 * As many @ as lines, at least.
 * @param column key of the column the cell stands in
 * @param most addresses it may hold
 */
export function addressesTest(column: string, most?: number): string {
  const count = (sign: string) => `LEN([${column}])-LEN(SUBSTITUTE([${column}];${sign};""))`;
  const test = `${count('"@"')}>${count('CHAR(10)')}`;
  return most === undefined ? `=${test}` : `=AND(${test};${count('"@"')}<=${most})`;
}
