// trimWhitespace and deleteDuplicates: what the menu «Dọn dẹp dữ liệu» does to a block of cells.
import { ApiError } from '../../contract.ts';
import { writeCell } from '../cell.ts';
import { type RequestContext, required } from '../context.ts';
import { boundedRect, clippedRect, intersects, type Rect } from '../rect.ts';
import { reorder } from './sort.ts';

type GridRange = GoogleAppsScript.Sheets.Schema.GridRange;
type DimensionRange = GoogleAppsScript.Sheets.Schema.DimensionRange;

/** The requests; the types of Apps Script lack them, and their replies. */
export interface Cleanup {
  readonly trimWhitespace?: { readonly range?: GridRange };
  readonly deleteDuplicates?: { readonly range?: GridRange; readonly comparisonColumns?: readonly DimensionRange[] };
}

/** Spaces and line breaks at both ends of texts go, those between are one space; what is left stays text. */
export function trimWhitespace(request: NonNullable<Cleanup['trimWhitespace']>, context: RequestContext): object {
  const { draft } = context;
  const { sheetId, rect } = rectOf(request.range, context);
  let cellsChangedCount = 0;
  for (let row = rect.top; row < rect.bottom; row += 1) {
    for (let column = rect.left; column < rect.right; column += 1) {
      const old = draft.cell(sheetId, row, column);
      const text = old?.userEnteredValue?.stringValue;
      const stringValue = text?.replace(/\s+/gu, ' ').trim();
      if (stringValue === text) continue;
      const next = writeCell(old, { userEnteredValue: { stringValue } }, { userEnteredValue: 'all' });
      draft.setCell(sheetId, row, column, next);
      cellsChangedCount += 1;
    }
  }
  return { trimWhitespace: { cellsChangedCount } };
}

/**
 * Of rows with the same values the first stays; those below move up. Certain: letter case, formats and formulas do not count.
 * Guessed: cells move up with all they hold, as in a sort, and what is free at the end is wholly empty.
 */
export function deleteDuplicates(request: NonNullable<Cleanup['deleteDuplicates']>, context: RequestContext): object {
  const { sheetId, rect } = rectOf(request.range, context);
  const values = context.computed();
  const sheet = context.draft.sheet(sheetId);
  if (sheet.merges?.some((merge) => intersects(clippedRect(merge, sheet), rect))) {
    throw new ApiError(400, "You can't remove duplicates from a range with merges.");
  }
  const all = Array.from({ length: rect.right - rect.left }, (_, i) => rect.left + i);
  const chosen = (request.comparisonColumns ?? []).map(({ startIndex = rect.left, endIndex = rect.right }) => {
    if (startIndex < rect.left || endIndex > rect.right) {
      throw new ApiError(400, `Comparison columns [${startIndex}..${endIndex}) are outside the range.`);
    }
    return all.filter((column) => column >= startIndex && column < endIndex);
  });
  const columns = chosen.length > 0 ? chosen.flat() : all;
  const seen = new Set<string>();
  const order: number[] = [];
  for (let row = rect.top; row < rect.bottom; row += 1) {
    const key = JSON.stringify(
      columns.map((column) => values.at(sheetId, row, column).effectiveValue ?? ''),
    ).toLowerCase();
    if (!seen.has(key)) order.push(row);
    seen.add(key);
  }
  reorder(context, sheetId, rect, order);
  return { deleteDuplicates: { duplicatesRemovedCount: rect.bottom - rect.top - order.length } };
}

function rectOf(given: GridRange | undefined, { draft, rights }: RequestContext): { sheetId: number; rect: Rect } {
  const range = required(given, 'range');
  const sheetId = range.sheetId ?? 0;
  const rect = boundedRect(range, draft.sheet(sheetId));
  rights.requireCells(sheetId, rect);
  return { sheetId, rect };
}
