// What a formula can see of a cell that lists e-mail addresses. Whatever the core reads whole (core/addresses.ts) passes here; the
// core sees more, and the check names it.
import { LONGEST_ADDRESS_CELL, MOST_ADDRESSES, NOT_IN_ADDRESSES } from '../../core/addresses.ts';
import { notFormula } from '../formula.ts';

export const ADDRESSES_HELP = `Ghi địa chỉ e-mail; nhiều địa chỉ thì ngăn bằng dấu phẩy, chấm phẩy hoặc xuống dòng (Ctrl+Enter), nhiều nhất ${MOST_ADDRESSES} địa chỉ. Không dùng công thức.`;

/**
 * No formula, an @ at least, no more than so many, and no sign that stands in none.
 * @param cell a reference to it, as formulas write it
 */
export function addressesTest(cell: string, most: number = MOST_ADDRESSES): string {
  const without = (sign: string, text: string) => `SUBSTITUTE(${text};"${sign}";"")`;
  const text = `LOWER(${cell})`;
  const count = `LEN(${cell})-LEN(${without('@', cell)})`;
  const clean = NOT_IN_ADDRESSES.reduce((inner, sign) => without(sign, inner), text);
  const holds = `AND(${notFormula(cell)};${count}>0;${count}<=${most};LEN(${cell})<=${LONGEST_ADDRESS_CELL};${text}=${clean})`;
  return `IF(ISTEXT(${cell});${holds};1=0)`;
}
