// What a formula can see of a cell that lists e-mail addresses. Whatever the core reads whole (core/addresses.ts) passes here; the
// core sees more, and the check names it.
import { LONGEST_ADDRESS_CELL, MOST_ADDRESSES, NOT_IN_ADDRESSES } from '../../core/addresses.ts';
import { notFormula } from '../formula.ts';

export const ADDRESSES_HELP = `Ghi địa chỉ e-mail; nhiều địa chỉ thì ngăn bằng dấu phẩy, chấm phẩy hoặc xuống dòng (Ctrl+Enter), không dùng công thức. Nhiều nhất ${MOST_ADDRESSES} địa chỉ.`;

const whereText = (cell: string, holds: string) => `IF(ISTEXT(${cell});AND(${holds});1=0)`;

function countTest(cell: string, most: number): string {
  const count = `LEN(${cell})-LEN(SUBSTITUTE(${cell};"@";""))`;
  return `${notFormula(cell)};${count}>0;${count}<=${most};LEN(${cell})<=${LONGEST_ADDRESS_CELL}`;
}

/** What a list is refused for: one bad address of many is named beside the cell, and keeps none of the others out. */
export function addressListRule(cell: string): string {
  return `=${whereText(cell, countTest(cell, MOST_ADDRESSES))}`;
}

/**
 * No formula, an @ at least, no more than so many, and no sign that stands in none.
 * @param cell a reference to it, as formulas write it
 */
export function addressesTest(cell: string, most: number = MOST_ADDRESSES): string {
  const without = (sign: string, text: string) => `SUBSTITUTE(${text};"${sign}";"")`;
  const text = `LOWER(${cell})`;
  const clean = NOT_IN_ADDRESSES.reduce((inner, sign) => without(sign, inner), text);
  return whereText(cell, `${countTest(cell, most)};${text}=${clean}`);
}
