// Lines of the text → rows of the table. Sheets and Excel give a row a line; Word breaks a cell with several paragraphs into
// bare lines, and a row goes on until it has all its tabs. What was joined is told, row by row.
import { tidy } from '../../core/text.ts';
import { joinCells } from './find-heading.ts';
import { readMark, splitMark } from './mark.ts';
import type { TsvLine } from './tsv.ts';

export interface JoinedRow {
  readonly from: number;
  readonly to: number;
  readonly cells: readonly string[];
  /** Lines that went into it. */
  readonly parts: number;
  /** A line that belongs to the last cell only because nothing else can hold it. */
  readonly tail: boolean;
}

export interface Shape {
  /** Cells a row has. */
  readonly width: number;
  /** Index of the column TT; -1 without one. */
  readonly numberAt: number;
  /** The second column holds something every task has. */
  readonly second: boolean;
}

/** The numbers seen last. */
interface Counted {
  readonly number: number;
  readonly roman: number;
}

const isBlank = (cell: string) => tidy(cell) === '';
const BULLET = /^(?:[-–—•·+*●○▪]|\p{Ll}[.)])$/u;
/** How far a number may be from the one expected and still begin a row. */
const NEAR = 3;
/** A share that is no accident. */
const MOST = 0.8;

/** The rows, blank lines and blank rows left out. */
export function joinLines(lines: readonly TsvLine[], shape: Shape): JoinedRow[] {
  const rows: JoinedRow[] = [];
  const automatic = hasAutomaticNumbers(lines, shape);
  let open: JoinedRow | undefined;
  let last: Counted = { number: 0, roman: 0 };
  for (const { from, to, cells: printed } of lines) {
    const cells = trimmed(bulletJoined(automatic ? withoutTab(printed) : printed, open, shape), shape.width);
    if (cells.every(isBlank)) continue;
    const joins = open && goesOn(open, cells, shape, last);
    if (open && joins) {
      const tail: boolean = open.tail || open.cells.length >= shape.width;
      open = { from: open.from, to, cells: joinCells(open.cells, cells), parts: open.parts + 1, tail };
      rows[rows.length - 1] = open;
      continue;
    }
    open = { from, to, cells, parts: 1, tail: false };
    rows.push(open);
    const first = cells[Math.max(shape.numberAt, 0)] ?? cells[0] ?? '';
    for (const mark of [readMark(first), splitMark(first).mark])
      if (mark.kind === 'number' || mark.kind === 'roman') last = { ...last, [mark.kind]: mark.value };
  }
  return rows;
}

function goesOn(open: JoinedRow, cells: readonly string[], { width, numberAt }: Shape, last: Counted): boolean {
  const first = cells[0] ?? '';
  if (open.cells.length >= width)
    return cells.length === 1 && !headsGroup(first) && !isNextNumeral(first, open.cells[width - 1] ?? '', last);
  if (cells.length === width)
    return open.cells.length === 1 && readMark(open.cells[0] ?? '').kind === 'number' && isBlank(first);
  if (cells.length + open.cells.length - 1 > width || headsGroup(first)) return false;
  return numberAt !== 0 || !beginsRow(cells, last.number);
}

/** «II» alone, its name on the next line; «Quý» before it makes it a time. */
function isNextNumeral(line: string, before: string, { roman }: Counted): boolean {
  const mark = readMark(line);
  return mark.kind === 'roman' && mark.value === roman + 1 && !/quý$/iu.test(tidy(before));
}

/** «II. Phục vụ …» on a line of its own. */
function headsGroup(line: string): boolean {
  return ['roman', 'letter'].includes(splitMark(line).mark.kind);
}

/** A mark in the first cell and words in the second, the number about the one that must come. */
function beginsRow(cells: readonly string[], before: number): boolean {
  const mark = readMark(cells[0] ?? '');
  if (cells.length === 1) return mark.kind === 'number' && mark.value === before + 1;
  if (mark.kind === 'roman' || mark.kind === 'letter') return /^["“(]?\p{Lu}/u.test(tidy(cells[1] ?? ''));
  if (mark.kind !== 'number') return mark.kind === 'dotted';
  const isSigned = /[.)]$/u.test(tidy(cells[0] ?? ''));
  return mark.value === 1 || mark.value === before + 1 || (isSigned && Math.abs(mark.value - before - 1) <= NEAR);
}

/** Word writes a tab behind a bullet; in the midst of a row that tab parts no cells. */
function bulletJoined(
  cells: readonly string[],
  open: JoinedRow | undefined,
  { width, numberAt }: Shape,
): readonly string[] {
  const [bullet = '', words = '', ...rest] = cells;
  const isRow = cells.length >= width && numberAt === 0;
  const isPart = open !== undefined && open.cells.length < width && !namesGroup(open) && !isRow;
  return cells.length > 1 && isPart && BULLET.test(tidy(bullet)) ? [`${bullet} ${words}`, ...rest] : cells;
}

/** «II | Phục vụ …», merged over the rest of its row. */
function namesGroup({ cells }: JoinedRow): boolean {
  return cells.length <= 2 && ['roman', 'letter'].includes(readMark(cells[0] ?? '').kind);
}

/** Word writes a tab behind a number it counts itself, before the tab that ends the cell. */
function hasAutomaticNumbers(lines: readonly TsvLine[], { numberAt, second }: Shape): boolean {
  if (numberAt !== 0 || !second) return false;
  const numbered = lines.filter(({ cells }) => cells.length > 1 && readMark(cells[0] ?? '').kind === 'number');
  const doubled = numbered.filter(({ cells }) => cells.length > 2 && isBlank(cells[1] ?? ''));
  return doubled.length > numbered.length * MOST;
}

function withoutTab(cells: readonly string[]): readonly string[] {
  const counted = ['number', 'roman'].includes(readMark(cells[0] ?? '').kind);
  return counted && cells.length > 2 && isBlank(cells[1] ?? '') ? [cells[0] ?? '', ...cells.slice(2)] : cells;
}

/** Without blank cells behind the last column. */
function trimmed(cells: readonly string[], width: number): readonly string[] {
  let end = cells.length;
  while (end > width && isBlank(cells[end - 1] ?? '')) end -= 1;
  return cells.slice(0, end);
}
