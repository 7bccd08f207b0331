// The cells of one rectangle as Google returns them: rows up to the last that holds anything, each up to its last such cell;
// the sizes and notes of every row and column asked for.
import type { Spreadsheet } from '../contract.ts';
import { type DimensionProperties, type GridData, gridOf, type RowData, type Sheet, sheetIdOf } from './draft.ts';
import { type Mask, maskBelow, project } from './mask.ts';
import { located, type MetadataPlace } from './metadata.ts';
import { readRow, type Seen } from './read-row.ts';
import type { Rect } from './rect.ts';
import { COLUMN_PIXELS, ROW_PIXELS } from './settings.ts';
import { canBeTold, toldRows } from './told-rows.ts';

/** The fields of one GridData that the mask names; start row and column are left out where they are 0. Shares nothing with the state; asked for `later`, rows are `ToldRows` where they can be. */
export function readGrid(book: Spreadsheet, sheet: Sheet, rect: Rect, mask: Mask, seen: Seen): GridData {
  const grid = gridOf(sheet);
  const sheetId = sheetIdOf(sheet);
  const asks = (field: string) => maskBelow(mask, field) !== undefined;
  const read: GridData = {
    ...(rect.top > 0 && asks('startRow') ? { startRow: rect.top } : {}),
    ...(rect.left > 0 && asks('startColumn') ? { startColumn: rect.left } : {}),
  };
  const cells = maskBelow(mask, 'rowData', 'values');
  if (cells !== undefined && seen.later && canBeTold(cells)) {
    const rows = toldRows(book, sheet, rect, cells, seen.values);
    if (rows.texts.length > 0) read.rowData = rows as unknown as RowData[];
  } else if (cells !== undefined) {
    const rows = readRows(book, sheet, rect, cells, { ...seen, later: false });
    if (rows.length > 0) read.rowData = rows;
  }
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
