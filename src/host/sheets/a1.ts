// A1 notation: columns as letters, ranges as «'Nhiệm vụ'!A2:C9», whole columns, whole rows. Indexes here are 0-based, ends
// exclusive, missing where the notation leaves them open.
import { columnIndex, columnLetters, quoteTab } from '../../core/a1.ts';

/** A rectangle that may be open on any side. */
interface OpenRange {
  readonly startRow?: number;
  readonly endRow?: number;
  readonly startColumn?: number;
  readonly endColumn?: number;
}

/** A range as text names it: the tab by its title, missing where the text has none. */
export interface NamedOpenRange extends OpenRange {
  readonly sheet?: string;
}

/** A title as it is in a formula or a range: quoted unless it is a plain word that cannot be taken for a cell. */
export function quoteTitle(title: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/u.test(title) && !/^[A-Za-z]{1,3}[0-9]+$/u.test(title) ? title : quoteTab(title);
}

const END = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d{0,7})?$/u;

/** Reads «A1», «A1:B2», «A:C», «2:5», «A2:C», with or without a tab; undefined where the text is no such thing. */
export function readA1(text: string): NamedOpenRange | undefined {
  const split = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.*)$/su.exec(text);
  const range = readCells(split ? (split[3] ?? '') : text);
  if (!range) return undefined;
  const sheet = split?.[1]?.replace(/''/gu, "'") ?? split?.[2];
  return sheet === undefined ? range : { sheet, ...range };
}

function readCells(text: string): OpenRange | undefined {
  const [from, to, more] = text.split(':');
  const a = END.exec(from ?? '');
  if (!a || more !== undefined || from === '') return undefined;
  if (to === undefined) {
    return a[1] && a[2] ? closed(columnIndex(a[1]), columnIndex(a[1]), Number(a[2]) - 1, Number(a[2]) - 1) : undefined;
  }
  const b = END.exec(to);
  if (!b || to === '') return undefined;
  const columns = [a[1], b[1]].flatMap((letters) => (letters ? [columnIndex(letters)] : [])).sort((x, y) => x - y);
  const rows = [a[2], b[2]].flatMap((digits) => (digits ? [Number(digits) - 1] : [])).sort((x, y) => x - y);
  const openBelow = rows.length === 1;
  const openRight = columns.length === 1;
  return closed(columns[0], openRight ? undefined : columns[1], rows[0], openBelow ? undefined : rows[1]);
}

function closed(left?: number, right?: number, top?: number, bottom?: number): OpenRange {
  return {
    ...(top === undefined ? {} : { startRow: top }),
    ...(bottom === undefined ? {} : { endRow: bottom + 1 }),
    ...(left === undefined ? {} : { startColumn: left }),
    ...(right === undefined ? {} : { endColumn: right + 1 }),
  };
}

/** The notation of a range; a range open on all sides is the tab alone, or empty without a tab. */
export function printA1(range: NamedOpenRange): string {
  const prefix = range.sheet === undefined ? '' : quoteTitle(range.sheet);
  const cells = printCells(range);
  return cells === '' ? prefix : prefix === '' ? cells : `${prefix}!${cells}`;
}

function printCells({ startRow, endRow, startColumn, endColumn }: OpenRange): string {
  if (startRow === undefined && endRow === undefined && startColumn === undefined && endColumn === undefined) return '';
  const rows = startRow !== undefined || endRow !== undefined;
  const columns = startColumn !== undefined || endColumn !== undefined;
  const from = (columns ? columnLetters(startColumn ?? 0) : '') + (rows ? String((startRow ?? 0) + 1) : '');
  const to =
    (endColumn === undefined ? '' : columnLetters(endColumn - 1)) + (endRow === undefined ? '' : String(endRow));
  const single =
    startRow !== undefined && endRow === startRow + 1 && startColumn !== undefined && endColumn === startColumn + 1;
  return single ? from : `${from}:${to}`;
}
