// Where the heading of the table is: one line, two lines of merged cells, or several where Word broke its cells.
import { tidy } from '../../core/text.ts';
import { type Heading, isTitle, isUnderTitle, readHeading } from './columns.ts';
import { readMark } from './mark.ts';
import type { TsvLine } from './tsv.ts';

interface FoundHeading {
  readonly heading: Heading;
  /** How many lines it takes. */
  readonly lines: number;
}

/** A heading that Word broke is not longer than this. */
const MOST_LINES = 20;
/** «Số thứ tự». */
const LONGEST_NUMBER_TITLE = 10;
/** «hoàn thành»: what is left of the last title. */
const LONGEST_REST = 30;

/** The heading that begins at a line. @throws Error as `readHeading` */
export function headingAt(lines: readonly TsvLine[], at: number): FoundHeading | undefined {
  const cells = lines[at]?.cells ?? [];
  if (cells.some(isCounted)) return undefined;
  return underOneAnother(lines, at) ?? oneAfterAnother(lines, at);
}

/** A row of the plan has a number in it. */
function isCounted(cell: string): boolean {
  return ['roman', 'number', 'dotted'].includes(readMark(cell).kind);
}

/** «Cơ quan thực hiện» above «Chủ trì», «Phối hợp». */
function underOneAnother(lines: readonly TsvLine[], at: number): FoundHeading | undefined {
  const above = lines[at]?.cells ?? [];
  const below = lines[at + 1]?.cells ?? [];
  const filled = below.filter((cell) => tidy(cell) !== '');
  if (above.length < 3 || above.length !== below.length || filled.length === 0 || !filled.every(isUnderTitle))
    return undefined;
  if (readHeading(below)) return undefined;
  const heading = readHeading(above.map((cell, index) => `${cell} ${below[index] ?? ''}`));
  return heading && { heading, lines: 2 };
}

/** Lines joined until they say enough, and what is left of the last title. */
function oneAfterAnother(lines: readonly TsvLine[], at: number): FoundHeading | undefined {
  let cells: readonly string[] = [];
  for (let count = 1; count <= MOST_LINES; count += 1) {
    const next = lines[at + count - 1]?.cells;
    if (!next || (count > 1 && isCounted(next[0] ?? ''))) return undefined;
    cells = joinCells(cells, next);
    if (count > 1 && !isBroken(lines[at]?.cells ?? [])) return undefined;
    if (!readHeading(cells)) continue;
    let used = count;
    for (let rest = lines[at + used]?.cells; rest && isRest(rest); rest = lines[at + used]?.cells) {
      cells = joinCells(cells, rest);
      used += 1;
    }
    const heading = readHeading(cells);
    return heading && { heading, lines: used };
  }
  return undefined;
}

/** «TT» alone, or the first titles: what a broken heading begins with. The title of the appendix is not. */
function isBroken(first: readonly string[]): boolean {
  return isTitle(first[0] ?? '') && (first.length > 1 || tidy(first[0] ?? '').length <= LONGEST_NUMBER_TITLE);
}

function isRest(cells: readonly string[]): boolean {
  const text = tidy(cells[0] ?? '');
  return cells.length === 1 && text.length <= LONGEST_REST && /^\p{Ll}/u.test(text) && !isCounted(text);
}

/** The last cell of a broken line goes on in the first of the next. */
export function joinCells(cells: readonly string[], more: readonly string[]): string[] {
  if (cells.length === 0) return [...more];
  return [...cells.slice(0, -1), `${cells[cells.length - 1]}\n${more[0] ?? ''}`, ...more.slice(1)];
}
