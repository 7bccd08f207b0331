// Rectangles of cells on one tab, bounded, 0-based, ends exclusive; and how a GridRange becomes one on a tab of a given size.

import { columnLetters } from '../../core/a1.ts';
import { ApiError, type GridRange } from '../contract.ts';
import { printA1 } from './a1.ts';
import type { Sheet } from './draft.ts';

export interface Rect {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Rows and columns of a tab. */
export function gridSize(sheet: Sheet): { rows: number; columns: number } {
  const grid = sheet.properties?.gridProperties;
  return { rows: grid?.rowCount ?? 0, columns: grid?.columnCount ?? 0 };
}

/** The whole tab. */
export function wholeRect(sheet: Sheet): Rect {
  const { rows, columns } = gridSize(sheet);
  return { top: 0, left: 0, bottom: rows, right: columns };
}

/** A range cut to the tab; may come out empty. For reading what is stored: never throws. */
export function clippedRect(range: GridRange, sheet: Sheet): Rect {
  const { rows, columns } = gridSize(sheet);
  return {
    top: Math.min(range.startRowIndex ?? 0, rows),
    left: Math.min(range.startColumnIndex ?? 0, columns),
    bottom: Math.min(range.endRowIndex ?? rows, rows),
    right: Math.min(range.endColumnIndex ?? columns, columns),
  };
}

/** The rectangle of a range that a request names. Throws ApiError 400 where it leaves the grid, is empty or runs backwards. */
export function boundedRect(range: GridRange, sheet: Sheet): Rect {
  const { rows, columns } = gridSize(sheet);
  const rect = {
    top: range.startRowIndex ?? 0,
    left: range.startColumnIndex ?? 0,
    bottom: range.endRowIndex ?? rows,
    right: range.endColumnIndex ?? columns,
  };
  for (const [name, value] of Object.entries(rect)) {
    if (value < 0)
      throw new ApiError(400, `GridRange ${name} index [${value}] is negative; indexes must be at least 0.`);
  }
  if (rect.bottom > rows || rect.right > columns || rect.top >= rows || rect.left >= columns) {
    const shown = printA1({
      sheet: sheet.properties?.title ?? '',
      startRow: rect.top,
      endRow: rect.bottom,
      startColumn: rect.left,
      endColumn: rect.right,
    });
    throw new ApiError(400, `Range (${shown}) exceeds grid limits. Max rows: ${rows}, max columns: ${columns}`);
  }
  if (rect.top >= rect.bottom || rect.left >= rect.right) {
    throw new ApiError(
      400,
      `GridRange is empty: rows [${rect.top}..${rect.bottom}), columns [${rect.left}..${rect.right})`,
    );
  }
  return rect;
}

/** The stored form of a rectangle. */
export function gridRangeOf(sheetId: number, rect: Rect): GridRange {
  return {
    ...(sheetId === 0 ? {} : { sheetId }),
    startRowIndex: rect.top,
    endRowIndex: rect.bottom,
    startColumnIndex: rect.left,
    endColumnIndex: rect.right,
  };
}

/** «T5», the top left cell. */
export function cellName(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

export function isEmpty(rect: Rect): boolean {
  return rect.top >= rect.bottom || rect.left >= rect.right;
}

export function intersection(a: Rect, b: Rect): Rect {
  return {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
}

export function intersects(a: Rect, b: Rect): boolean {
  return !isEmpty(intersection(a, b));
}

export function contains(outer: Rect, inside: Rect): boolean {
  return (
    outer.top <= inside.top && outer.left <= inside.left && outer.bottom >= inside.bottom && outer.right >= inside.right
  );
}

/** What is left of `a` without `b`: up to four rectangles that do not overlap. */
function subtract(a: Rect, b: Rect): Rect[] {
  const common = intersection(a, b);
  if (isEmpty(common)) return [a];
  return [
    { ...a, bottom: common.top },
    { ...a, top: common.bottom },
    { top: common.top, bottom: common.bottom, left: a.left, right: common.left },
    { top: common.top, bottom: common.bottom, left: common.right, right: a.right },
  ].filter((rect) => !isEmpty(rect));
}

/** What is left of a rectangle when all of `covers` are taken away. */
export function subtractAll(rect: Rect, covers: readonly Rect[]): Rect[] {
  return covers.reduce<Rect[]>((left, cover) => left.flatMap((piece) => subtract(piece, cover)), [rect]);
}

export function translate(rect: Rect, rows: number, columns: number): Rect {
  return { top: rect.top + rows, bottom: rect.bottom + rows, left: rect.left + columns, right: rect.right + columns };
}
