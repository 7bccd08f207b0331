// mergeCells, unmergeCells: several cells shown as one; only the top left one keeps its value.
import { ApiError } from '../../contract.ts';
import { writeCell } from '../cell.ts';
import { type RequestContext, required } from '../context.ts';
import { boundedRect, clippedRect, contains, gridRangeOf, intersects, type Rect } from '../rect.ts';

type Merge = GoogleAppsScript.Sheets.Schema.MergeCellsRequest;
type Unmerge = GoogleAppsScript.Sheets.Schema.UnmergeCellsRequest;

const VALUE = { userEnteredValue: 'all' } as const;

const PARTLY = 'You must select all cells in a merged range to merge or unmerge them.';

/** Merges a range as one, by its rows or by its columns; merges inside it are taken up. */
export function mergeCells(request: Merge, context: RequestContext): void {
  const { draft } = context;
  const range = required(request.range, 'range');
  const sheetId = range.sheetId ?? 0;
  const sheet = draft.sheet(sheetId);
  const rect = boundedRect(range, sheet);
  context.rights.requireCells(sheetId, rect);
  const kept = outside(sheet.merges ?? [], (merge) => clippedRect(merge, sheet), rect);
  const grid = sheet.properties?.gridProperties;
  for (const [what, frozen, start, end] of [
    ['rows', grid?.frozenRowCount ?? 0, rect.top, rect.bottom],
    ['columns', grid?.frozenColumnCount ?? 0, rect.left, rect.right],
  ] as const) {
    if (start < frozen && end > frozen) throw new ApiError(400, `You can't merge frozen and non-frozen ${what}.`);
  }
  const parts = split(rect, request.mergeType ?? 'MERGE_ALL').filter((part) => size(part) > 1);
  for (const part of parts) clearAllButFirst(context, sheetId, part);
  draft.own(sheetId).merges = [...kept, ...parts.map((part) => gridRangeOf(sheetId, part))];
}

/** Undoes every merge within a range. */
export function unmergeCells(request: Unmerge, context: RequestContext): void {
  const { draft } = context;
  const range = required(request.range, 'range');
  const sheetId = range.sheetId ?? 0;
  const sheet = draft.sheet(sheetId);
  const rect = boundedRect(range, sheet);
  context.rights.requireCells(sheetId, rect);
  const kept = outside(sheet.merges ?? [], (merge) => clippedRect(merge, sheet), rect);
  const own = draft.own(sheetId);
  if (kept.length > 0) own.merges = kept;
  else delete own.merges;
}

function outside<M>(merges: readonly M[], rectOf: (merge: M) => Rect, rect: Rect): M[] {
  return merges.filter((merge) => {
    const merged = rectOf(merge);
    if (!intersects(merged, rect)) return true;
    if (!contains(rect, merged)) throw new ApiError(400, PARTLY);
    return false;
  });
}

function split(rect: Rect, type: string): Rect[] {
  if (type === 'MERGE_ROWS') {
    return Array.from({ length: rect.bottom - rect.top }, (_, i) => ({
      ...rect,
      top: rect.top + i,
      bottom: rect.top + i + 1,
    }));
  }
  if (type === 'MERGE_COLUMNS') {
    return Array.from({ length: rect.right - rect.left }, (_, i) => ({
      ...rect,
      left: rect.left + i,
      right: rect.left + i + 1,
    }));
  }
  return [rect];
}

function size(rect: Rect): number {
  return (rect.bottom - rect.top) * (rect.right - rect.left);
}

function clearAllButFirst(context: RequestContext, sheetId: number, rect: Rect): void {
  for (let row = rect.top; row < rect.bottom; row += 1) {
    for (let column = rect.left; column < rect.right; column += 1) {
      const cell = context.draft.cell(sheetId, row, column);
      if (!cell?.userEnteredValue || (row === rect.top && column === rect.left)) continue;
      context.draft.setCell(sheetId, row, column, writeCell(cell, undefined, VALUE));
    }
  }
}
