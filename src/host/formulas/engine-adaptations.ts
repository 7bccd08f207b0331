// Where IronCalc 0.8.4 calculates a function otherwise than Google and LibreOffice, the engine is given another formula that
// comes to the right value. `argument` texts are engine texts already.
import { areaText, ONES, quoted } from './engine-names.ts';
import type { Area } from './tabs.ts';

/**
 * COUNTIFS asks the engine for the size of the whole tab at each call, which is slow on a long one; adding up ones
 * over the same criteria does not, and counts the same cells. With `rowsFollow` the ones grow with the row of the formula, as
 * a range such as A$2:A7 does, so that the engine sees one formula a column.
 */
export function countText(first: Area, criteria: readonly string[], rowsFollow = false): string {
  const shape = { top: 0, left: 0, bottom: first.bottom - first.top, right: first.right - first.left };
  const ones = areaText(ONES, shape, true, { top: true, left: true, bottom: !rowsFollow, right: true });
  return `SUMIFS(${ones};${criteria.join(';')})`;
}

/**
 * TEXT cuts halves down in the engine: TEXT(5/2;"0") is to be 3. Text passes unchanged, errors too. A half of a percent that
 * is none in binary (23/40 is 57.499…%) goes up, as in a cell of format 0%; LibreOffice, which asks the binary number, cuts it.
 */
export function patternText(value: string, pattern: string): string {
  const literal = quoted(pattern);
  if (/^0+$/u.test(pattern)) return `TEXT(IFERROR(ROUND(${value};0);${value});${literal})`;
  if (pattern === '0%') return `TEXT(IFERROR(ROUND((${value})*100;0)/100;${value});${literal})`;
  return `TEXT(${value};${literal})`;
}

/** TEXTJOIN(…;TRUE;…) leaves out empty texts, not only empty cells; the engine joins empty texts too. */
export function joinText(separator: string, pieces: readonly string[]): string {
  const joined = pieces.map((piece) => `IF((${piece})&""="";"";${separator}&(${piece}))`).join('&');
  return `MID(${joined};LEN(${separator})+1;1000000)`;
}

/**
 * AND and OR stop at the first argument that decides in the engine; in a sheet they look at all, and an error in any is the
 * answer: AND(ISNUMBER(A1);A1-1>0) is an error where A1 is text.
 */
export function andText(conditions: readonly string[]): string {
  return `(${conditions.map((condition) => `(${condition})`).join('*')}*1<>0)`;
}

export function orText(conditions: readonly string[]): string {
  return `(${conditions.map((condition) => `((${condition})*1<>0)`).join('+')}>0)`;
}
