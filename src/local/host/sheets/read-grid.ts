// The cells of one rectangle as Google returns them: rows up to the last that holds anything, each up to its last such cell;
// the sizes and notes of every row and column asked for.
import type { CellData, Spreadsheet } from '../contract.ts';
import {
  cellOf,
  type DimensionProperties,
  type GridData,
  gridOf,
  type RowData,
  type Sheet,
  sheetIdOf,
} from './draft.ts';
import { type ConditionalFormats, effectiveFormat } from './effective-format.ts';
import { located, type MetadataPlace } from './metadata.ts';
import type { Rect } from './rect.ts';
import { hyperlinkOf } from './rich-text.ts';
import { COLUMN_PIXELS, ROW_PIXELS } from './settings.ts';

/** One GridData; start row and column are left out where they are 0. Effective formats are worked out where `conditional` is given. */
export function readGrid(
  book: Spreadsheet,
  sheet: Sheet,
  rect: Rect,
  conditional: ConditionalFormats | undefined,
): GridData {
  const rows: RowData[] = [];
  let filled = 0;
  for (let row = rect.top; row < rect.bottom; row += 1) {
    const values = readRow(book, sheet, row, rect, conditional);
    rows.push(values.length > 0 ? { values } : {});
    if (values.length > 0) filled = rows.length;
  }
  const grid = gridOf(sheet);
  const sheetId = sheetIdOf(sheet);
  return {
    ...(rect.top > 0 ? { startRow: rect.top } : {}),
    ...(rect.left > 0 ? { startColumn: rect.left } : {}),
    ...(filled > 0 ? { rowData: rows.slice(0, filled) } : {}),
    rowMetadata: range(rect.top, rect.bottom).map((index) =>
      readDimension(grid.rowMetadata[index], { kind: 'ROW', sheetId, index }, ROW_PIXELS),
    ),
    columnMetadata: range(rect.left, rect.right).map((index) =>
      readDimension(grid.columnMetadata[index], { kind: 'COLUMN', sheetId, index }, COLUMN_PIXELS),
    ),
  };
}

function readRow(
  book: Spreadsheet,
  sheet: Sheet,
  row: number,
  rect: Rect,
  conditional: ConditionalFormats | undefined,
): CellData[] {
  const stored = gridOf(sheet).rowData[row]?.values?.length ?? 0;
  const coloured = conditional?.[sheetIdOf(sheet)];
  const end = coloured ? rect.right : Math.min(rect.right, stored);
  const cells: CellData[] = [];
  let filled = 0;
  for (let column = rect.left; column < end; column += 1) {
    const cell = cellOf(sheet, row, column);
    const holds = cell !== undefined && Object.keys(cell).length > 0;
    const seen = coloured?.[`${row},${column}`] !== undefined;
    const format =
      conditional && (holds || seen) ? effectiveFormat(book, sheet, row, column, cell, conditional) : undefined;
    const hyperlink = cell && hyperlinkOf(cell);
    cells.push({
      ...cell,
      ...(format ? { effectiveFormat: format } : {}),
      ...(hyperlink === undefined ? {} : { hyperlink }),
    });
    if (holds || seen) filled = cells.length;
  }
  return cells.slice(0, filled);
}

function readDimension(
  stored: DimensionProperties | undefined,
  place: MetadataPlace,
  pixelSize: number,
): DimensionProperties {
  const { developerMetadata, ...rest } = stored ?? {};
  return {
    pixelSize,
    ...rest,
    ...(developerMetadata
      ? { developerMetadata: developerMetadata.map((metadata) => located({ place, metadata })) }
      : {}),
  };
}

function range(start: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, i) => start + i);
}
