// The cells of one rectangle as Google returns them: rows up to the last that holds anything, each up to its last such cell;
// the sizes and notes of every row and column asked for.
import { type CellData, Later, type Spreadsheet, type Values } from '../contract.ts';
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
import { type Mask, maskBelow, project } from './mask.ts';
import { located, type MetadataPlace } from './metadata.ts';
import type { Rect } from './rect.ts';
import { hyperlinkOf } from './rich-text.ts';
import { COLUMN_PIXELS, ROW_PIXELS } from './settings.ts';

/** What is worked out of a workbook, each only where it is asked for. */
export interface Seen {
  readonly values: Values | undefined;
  readonly conditional: ConditionalFormats | undefined;
  /** Values of formulas are worked out when they are read. */
  readonly later: boolean;
}

/** The fields of one GridData that the mask names; start row and column are left out where they are 0. Shares nothing with the state. */
export function readGrid(book: Spreadsheet, sheet: Sheet, rect: Rect, mask: Mask, seen: Seen): GridData {
  const grid = gridOf(sheet);
  const sheetId = sheetIdOf(sheet);
  const asks = (field: string) => maskBelow(mask, field) !== undefined;
  const read: GridData = {
    ...(rect.top > 0 && asks('startRow') ? { startRow: rect.top } : {}),
    ...(rect.left > 0 && asks('startColumn') ? { startColumn: rect.left } : {}),
  };
  const cells = maskBelow(mask, 'rowData', 'values');
  const rowData = cells === undefined ? [] : readRows(book, sheet, rect, cells, seen);
  if (rowData.length > 0) read.rowData = rowData;
  const dimensions = (kind: 'ROW' | 'COLUMN', start: number, end: number, inDimension: Mask): DimensionProperties[] => {
    const [stored, size] = kind === 'ROW' ? [grid.rowMetadata, ROW_PIXELS] : [grid.columnMetadata, COLUMN_PIXELS];
    return Array.from({ length: Math.max(0, end - start) }, (_, i) => {
      const place: MetadataPlace = { kind, sheetId, index: start + i };
      return project(readDimension(stored[start + i], place, size), inDimension) as DimensionProperties;
    });
  };
  const rows = maskBelow(mask, 'rowMetadata');
  if (rows !== undefined) read.rowMetadata = dimensions('ROW', rect.top, rect.bottom, rows);
  const columns = maskBelow(mask, 'columnMetadata');
  if (columns !== undefined) read.columnMetadata = dimensions('COLUMN', rect.left, rect.right, columns);
  return read;
}

function readRows(book: Spreadsheet, sheet: Sheet, rect: Rect, mask: Mask, seen: Seen): RowData[] {
  const rows: RowData[] = [];
  let filled = 0;
  for (let row = rect.top; row < rect.bottom; row += 1) {
    const values = readRow(book, sheet, row, rect, mask, seen);
    rows.push(values.length > 0 ? { values } : {});
    if (values.length > 0) filled = rows.length;
  }
  return rows.slice(0, filled);
}

function readRow(book: Spreadsheet, sheet: Sheet, row: number, rect: Rect, mask: Mask, seen: Seen): CellData[] {
  const stored = gridOf(sheet).rowData[row]?.values?.length ?? 0;
  const sheetId = sheetIdOf(sheet);
  const coloured = seen.conditional;
  const end = coloured ? rect.right : Math.min(rect.right, stored);
  const asks = {
    effective: maskBelow(mask, 'effectiveValue') !== undefined,
    formatted: maskBelow(mask, 'formattedValue') !== undefined,
  };
  const cells: CellData[] = [];
  let filled = 0;
  for (let column = rect.left; column < end; column += 1) {
    const cell = cellOf(sheet, row, column);
    const holds = cell !== undefined && Object.keys(cell).length > 0;
    const isColoured = coloured?.[`${row},${column}`] !== undefined;
    const worked: CellData = {};
    const { values } = seen;
    const isLater = seen.later && cell?.userEnteredValue?.formulaValue !== undefined && !asks.formatted;
    if (holds && values && !isLater) {
      const value = values.at(sheetId, row, column);
      if (asks.effective && value.effectiveValue) worked.effectiveValue = value.effectiveValue;
      if (asks.formatted && value.effectiveValue) worked.formattedValue = value.formattedValue;
    }
    if (coloured && (holds || isColoured)) {
      const format = effectiveFormat(book, sheet, row, column, cell, coloured ?? {});
      if (format) worked.effectiveFormat = format;
    }
    const hyperlink = cell && hyperlinkOf(cell);
    if (hyperlink !== undefined) worked.hyperlink = hyperlink;
    const read = Object.assign(project(cell ?? {}, mask) as CellData, project(worked, mask));
    if (isLater && values && asks.effective) {
      const below = maskBelow(mask, 'effectiveValue') ?? 'all';
      const value = () => project(values.at(sheetId, row, column).effectiveValue, below) as CellData['effectiveValue'];
      Object.assign(read, { effectiveValue: new Later(value) });
    }
    cells.push(read);
    if (holds || isColoured) filled = cells.length;
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
