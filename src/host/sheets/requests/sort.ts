// sortRange: rows of a block in another order. Cells move with formats, notes and validation, and the metadata of a row with it; rows'
// own properties and protections stay where they are.
import { ApiError, type CellData, NotEmulated } from '../../contract.ts';
import { type RequestContext, required } from '../context.ts';
import { type Sheet, sheetIdOf } from '../draft.ts';
import { boundedRect, clippedRect, intersects, type Rect } from '../rect.ts';
import { movedCell } from '../relative-cell.ts';

type SortRange = GoogleAppsScript.Sheets.Schema.SortRangeRequest;
type SortSpec = GoogleAppsScript.Sheets.Schema.SortSpec;
type ExtendedValue = GoogleAppsScript.Sheets.Schema.ExtendedValue;

const collator = new Intl.Collator('vi', { sensitivity: 'accent' });

/** Sorts by the columns named, stable; numbers before text before TRUE/FALSE, empty cells last in both directions. */
export function sortRange(request: SortRange, context: RequestContext): void {
  const { draft } = context;
  const range = required(request.range, 'range');
  const sheetId = range.sheetId ?? 0;
  const sheet = draft.sheet(sheetId);
  const rect = boundedRect(range, sheet);
  const specs = request.sortSpecs ?? [];
  if (specs.length === 0) throw new ApiError(400, 'At least one sort spec must be specified.');
  for (const spec of specs) {
    if (spec.backgroundColorStyle || spec.foregroundColorStyle) throw new NotEmulated('sortRange by colour');
    const column = spec.dimensionIndex ?? 0;
    if (column < rect.left || column >= rect.right) {
      throw new ApiError(400, `SortSpec.dimensionIndex[${column}] is outside the range to sort.`);
    }
  }
  requireSortable(sheet, rect, context);
  const order = sorted(context, sheetId, rect, specs);
  reorder(context, sheetId, rect, order);
  carryMetadata(context, sheetId, rect, order);
}

function requireSortable(sheet: Sheet, rect: Rect, context: RequestContext): void {
  if (sheet.merges?.some((merge) => intersects(clippedRect(merge, sheet), rect))) {
    throw new ApiError(400, "You can't sort a range with vertical merges.");
  }
  context.rights.requireCells(sheetIdOf(sheet), rect);
}

/** The rows of a block, each with the cells of the row named there. */
function reorder(context: RequestContext, sheetId: number, rect: Rect, order: readonly number[]): void {
  const { draft } = context;
  const rows = order.map((row) => rowOf(context, sheetId, row, rect));
  rows.forEach((cells, index) => {
    const row = rect.top + index;
    const from = order[index] ?? row;
    if (from === row) return;
    cells.forEach((cell, offset) => {
      draft.setCell(sheetId, row, rect.left + offset, movedCell(cell, row - from, 0));
    });
  });
}

/** Also where the block is narrower than the tab. */
function carryMetadata(context: RequestContext, sheetId: number, rect: Rect, order: readonly number[]): void {
  const { rowMetadata } = context.draft.grid(sheetId);
  const notes = order.map((row) => rowMetadata[row]?.developerMetadata);
  notes.forEach((developerMetadata, index) => {
    const row = rect.top + index;
    if (developerMetadata === rowMetadata[row]?.developerMetadata) return;
    while (rowMetadata.length <= row) rowMetadata.push({});
    const { developerMetadata: _was, ...rest } = rowMetadata[row] ?? {};
    rowMetadata[row] = developerMetadata ? { ...rest, developerMetadata } : rest;
  });
}

function rowsOf(rect: Rect): number[] {
  return Array.from({ length: rect.bottom - rect.top }, (_, i) => rect.top + i);
}

function rowOf(context: RequestContext, sheetId: number, row: number, rect: Rect): CellData[] {
  return Array.from(
    { length: rect.right - rect.left },
    (_, i) => context.draft.cell(sheetId, row, rect.left + i) ?? {},
  );
}

function sorted(context: RequestContext, sheetId: number, rect: Rect, specs: readonly SortSpec[]): number[] {
  const { draft } = context;
  const rows = rowsOf(rect);
  const columns = specs.map((spec) => spec.dimensionIndex ?? 0);
  const byFormula = rows.some((row) =>
    columns.some((column) => draft.cell(sheetId, row, column)?.userEnteredValue?.formulaValue !== undefined),
  );
  const values = byFormula ? context.computed() : undefined;
  const value = (row: number, column: number): ExtendedValue | undefined =>
    values ? values.at(sheetId, row, column).effectiveValue : draft.cell(sheetId, row, column)?.userEnteredValue;
  return rows.sort((a, b) => {
    for (const [index, column] of columns.entries()) {
      const order = compare(value(a, column), value(b, column), specs[index]?.sortOrder === 'DESCENDING');
      if (order !== 0) return order;
    }
    return a - b;
  });
}

function compare(a: ExtendedValue | undefined, b: ExtendedValue | undefined, descending: boolean): number {
  const kinds = [kindOf(a), kindOf(b)] as const;
  if (kinds[0] === EMPTY || kinds[1] === EMPTY) return kinds[0] - kinds[1];
  const order = kinds[0] === kinds[1] ? compareSame(a, b) : kinds[0] - kinds[1];
  return descending ? -order : order;
}

const EMPTY = 4;

function kindOf(value: ExtendedValue | undefined): number {
  if (value?.numberValue !== undefined) return 0;
  if (value?.stringValue !== undefined) return value.stringValue === '' ? EMPTY : 1;
  if (value?.boolValue !== undefined) return 2;
  return value?.errorValue ? 3 : EMPTY;
}

function compareSame(a: ExtendedValue | undefined, b: ExtendedValue | undefined): number {
  if (a?.numberValue !== undefined) return (a.numberValue ?? 0) - (b?.numberValue ?? 0);
  if (a?.stringValue !== undefined) return collator.compare(a.stringValue ?? '', b?.stringValue ?? '');
  if (a?.boolValue !== undefined) return Number(a.boolValue) - Number(b?.boolValue);
  return 0;
}
