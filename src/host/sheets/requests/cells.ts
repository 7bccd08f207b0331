// updateCells, repeatCell, appendCells: values, formats, notes and validation of single cells.
import { ApiError, type CellData } from '../../contract.ts';
import { type CellMask, checkCell, readCellMask, writeCell } from '../cell.ts';
import { type RequestContext, required, requireRoom } from '../context.ts';
import { type Draft, gridOf, hasValue, type RowData, titleOf } from '../draft.ts';
import { boundedRect, gridSize, type Rect } from '../rect.ts';
import { movedCell } from '../relative-cell.ts';

type UpdateCells = GoogleAppsScript.Sheets.Schema.UpdateCellsRequest;
type RepeatCell = GoogleAppsScript.Sheets.Schema.RepeatCellRequest;
type AppendCells = GoogleAppsScript.Sheets.Schema.AppendCellsRequest;

/** Writes `rows` over `range` (clearing what they do not cover) or from `start` on. */
export function updateCells(request: UpdateCells, context: RequestContext): void {
  const mask = readCellMask(request.fields);
  const rows = request.rows ?? [];
  if (request.range && request.start) throw new ApiError(400, 'Only one of range and start may be specified.');
  if (request.range) {
    const sheetId = request.range.sheetId ?? 0;
    const rect = boundedRect(request.range, context.draft.sheet(sheetId));
    if (rows.length > rect.bottom - rect.top) {
      throw new ApiError(
        400,
        `Attempting to write row: ${rect.top + rows.length - 1}, beyond the last requested row of: ${rect.bottom - 1}`,
      );
    }
    for (const row of rows) {
      const width = row.values?.length ?? 0;
      if (width > rect.right - rect.left) {
        throw new ApiError(
          400,
          `Attempting to write column: ${rect.left + width - 1}, beyond the last requested column of: ${rect.right - 1}`,
        );
      }
    }
    context.rights.requireCells(sheetId, rect);
    fill(context, sheetId, rect, mask, (row, column) => rows[row - rect.top]?.values?.[column - rect.left]);
    return;
  }
  const start = required(request.start, 'range or start');
  const { sheetId = 0, rowIndex = 0, columnIndex = 0 } = start;
  requireCoordinate(context.draft, sheetId, rowIndex, columnIndex);
  writeRows(context, sheetId, rowIndex, columnIndex, rows, mask);
}

/** Writes one cell over a range; relative references of a formula move along. */
export function repeatCell(request: RepeatCell, context: RequestContext): void {
  const mask = readCellMask(request.fields);
  const range = required(request.range, 'range');
  const sheetId = range.sheetId ?? 0;
  const sheet = context.draft.sheet(sheetId);
  // Rows 0 to 0 are taken, and nothing is done.
  if (isNothing(range.startRowIndex, range.endRowIndex) || isNothing(range.startColumnIndex, range.endColumnIndex)) {
    return;
  }
  const rect = boundedRect(range, sheet);
  const cell = request.cell ?? {};
  checkCell(cell, mask, titleOf(sheet), context);
  context.rights.requireCells(sheetId, rect);
  for (let row = rect.top; row < rect.bottom; row += 1) {
    for (let column = rect.left; column < rect.right; column += 1) {
      const source = movedCell(cell, row - rect.top, column - rect.left);
      context.draft.setCell(sheetId, row, column, writeCell(context.draft.cell(sheetId, row, column), source, mask));
    }
  }
}

function isNothing(from: number | undefined, to: number | undefined): boolean {
  return to !== undefined && to === (from ?? 0);
}

/** Writes rows after the last row of the tab that holds a value, adding rows to the grid where they do not fit. */
export function appendCells(request: AppendCells, context: RequestContext): void {
  const mask = readCellMask(request.fields);
  const sheetId = request.sheetId ?? 0;
  const rows = request.rows ?? [];
  const sheet = context.draft.sheet(sheetId);
  const start = lastValueRow(gridOf(sheet).rowData) + 1;
  const size = gridSize(sheet);
  if (start + rows.length > size.rows) {
    context.rights.requireSheet(sheetId);
    const own = context.draft.own(sheetId);
    const gridProperties = { ...own.properties?.gridProperties, rowCount: start + rows.length };
    own.properties = { ...own.properties, gridProperties };
    requireRoom(context.draft);
  }
  writeRows(context, sheetId, start, 0, rows, mask);
}

/** The last row that holds a value, −1 where none does. */
function lastValueRow(rows: readonly RowData[]): number {
  for (let row = rows.length - 1; row >= 0; row -= 1) {
    if (rows[row]?.values?.some(hasValue)) return row;
  }
  return -1;
}

function requireCoordinate(draft: Draft, sheetId: number, row: number, column: number): void {
  const size = gridSize(draft.sheet(sheetId));
  if (row < 0 || row >= size.rows) {
    throw new ApiError(400, `GridCoordinate.rowIndex[${row}] is after last row in grid[${size.rows - 1}]`);
  }
  if (column < 0 || column >= size.columns) {
    throw new ApiError(400, `GridCoordinate.columnIndex[${column}] is after last column in grid[${size.columns - 1}]`);
  }
}

function writeRows(
  context: RequestContext,
  sheetId: number,
  top: number,
  left: number,
  rows: readonly RowData[],
  mask: CellMask,
): void {
  const size = gridSize(context.draft.sheet(sheetId));
  rows.forEach((row, index) => {
    const width = row.values?.length ?? 0;
    const rect = { top: top + index, bottom: top + index + 1, left, right: left + width };
    if (rect.bottom > size.rows) {
      throw new ApiError(
        400,
        `Attempting to write row: ${rect.top}, beyond the last requested row of: ${size.rows - 1}`,
      );
    }
    if (rect.right > size.columns) {
      throw new ApiError(
        400,
        `Attempting to write column: ${rect.right - 1}, beyond the last requested column of: ${size.columns - 1}`,
      );
    }
    if (width === 0) return;
    context.rights.requireCells(sheetId, rect);
    fill(context, sheetId, rect, mask, (_, column) => row.values?.[column - left]);
  });
}

function fill(
  context: RequestContext,
  sheetId: number,
  rect: Rect,
  mask: CellMask,
  sourceAt: (row: number, column: number) => CellData | undefined,
): void {
  const title = titleOf(context.draft.sheet(sheetId));
  for (let row = rect.top; row < rect.bottom; row += 1) {
    for (let column = rect.left; column < rect.right; column += 1) {
      const source = sourceAt(row, column);
      if (source) checkCell(source, mask, title, context);
      const old = context.draft.cell(sheetId, row, column);
      if (!source && !old) continue;
      context.draft.setCell(sheetId, row, column, writeCell(old, source, mask));
    }
  }
}
