// Where the keyboard goes in a grid of which some rows and columns are hidden, as in Google Sheets. Pure.

export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Rows and columns, ends exclusive. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export type Way = 'up' | 'down' | 'left' | 'right';
export type Move = Way | `edge-${Way}` | 'row-start' | 'row-end' | 'start' | 'end' | 'page-up' | 'page-down';

export interface Lanes {
  /** The rows that are shown, in order. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** Rows that fit the screen. */
  readonly page: number;
  holds(row: number, column: number): boolean;
}

/** The cell a move leads to; the same where there is none. */
export function moved(from: Cell, move: Move, lanes: Lanes): Cell {
  const { rows, columns, page } = lanes;
  switch (move) {
    case 'up':
    case 'down':
    case 'left':
    case 'right':
      return step(from, move, lanes);
    case 'edge-up':
    case 'edge-down':
    case 'edge-left':
    case 'edge-right':
      return edge(from, move.slice(5) as Way, lanes);
    case 'row-start':
      return { row: from.row, column: columns[0] ?? from.column };
    case 'row-end':
      return { row: from.row, column: columns.at(-1) ?? from.column };
    case 'start':
      return { row: rows[0] ?? from.row, column: columns[0] ?? from.column };
    case 'end':
      return lastHeld(from, lanes);
    case 'page-up':
      return { row: shifted(rows, from.row, -page), column: from.column };
    case 'page-down':
      return { row: shifted(rows, from.row, page), column: from.column };
  }
}

/** Out of a merge, a move begins at its far side. */
export function pastMerge(cell: Cell, move: Move, merges: readonly Range[]): Cell {
  const merge = merges.find((one) => covers(one, areaOf(cell)));
  if (!merge) return cell;
  if (move === 'down') return { ...cell, row: merge.bottom - 1 };
  return move === 'right' ? { ...cell, column: merge.right - 1 } : cell;
}

function step({ row, column }: Cell, way: Way, { rows, columns }: Lanes): Cell {
  if (way === 'up' || way === 'down') return { row: shifted(rows, row, way === 'up' ? -1 : 1), column };
  return { row, column: shifted(columns, column, way === 'left' ? -1 : 1) };
}

/** `by` places further in a list of places, at most to its ends; a place that is hidden lies between its neighbours. */
function shifted(shown: readonly number[], from: number, by: number): number {
  const after = shown.findIndex((place) => place >= from);
  const at = after < 0 ? shown.length : after;
  const isShown = shown[at] === from;
  const to = at + by - (by > 0 && !isShown ? 1 : 0);
  return shown[Math.max(0, Math.min(to, shown.length - 1))] ?? from;
}

/** To the end of a block of filled cells, or over a gap to the next one. */
function edge(from: Cell, way: Way, lanes: Lanes): Cell {
  const next = (cell: Cell) => step(cell, way, lanes);
  const same = (a: Cell, b: Cell) => a.row === b.row && a.column === b.column;
  const holds = ({ row, column }: Cell) => lanes.holds(row, column);
  let at = next(from);
  if (same(at, from)) return from;
  const isInside = holds(from) && holds(at);
  for (;;) {
    const ahead = next(at);
    if (same(ahead, at)) return at;
    if (isInside ? !holds(ahead) : holds(at)) return at;
    at = ahead;
  }
}

function lastHeld(from: Cell, { rows, columns, holds }: Lanes): Cell {
  const row = rows.filter((at) => columns.some((column) => holds(at, column))).at(-1) ?? from.row;
  const column = columns.filter((at) => rows.some((each) => holds(each, at))).at(-1) ?? from.column;
  return { row, column };
}

/** The range between two cells. */
export function between(a: Cell, b: Cell): Range {
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row) + 1,
    right: Math.max(a.column, b.column) + 1,
  };
}

/** A range grown until it cuts no merge. */
export function wholeOf(range: Range, merges: readonly Range[]): Range {
  const cut = merges.find((merge) => meets(range, merge) && !covers(range, merge));
  if (!cut) return range;
  const grown = {
    top: Math.min(range.top, cut.top),
    left: Math.min(range.left, cut.left),
    bottom: Math.max(range.bottom, cut.bottom),
    right: Math.max(range.right, cut.right),
  };
  return wholeOf(grown, merges);
}

export function covers(outer: Range, { top, left, bottom, right }: Range): boolean {
  return outer.top <= top && outer.left <= left && outer.bottom >= bottom && outer.right >= right;
}

function meets(a: Range, b: Range): boolean {
  return a.top < b.bottom && b.top < a.bottom && a.left < b.right && b.left < a.right;
}

export function areaOf({ row, column }: Cell): Range {
  return { top: row, left: column, bottom: row + 1, right: column + 1 };
}

export function isSingle({ top, left, bottom, right }: Range): boolean {
  return bottom - top === 1 && right - left === 1;
}
