// What SpreadsheetApp reads of cells: JavaScript values with dates as Date, formulas, and where the content of a tab ends.

import { columnLetters } from '../../core/a1.ts';
import { readableSpreadsheet } from '../access.ts';
import { epochOfSerial } from '../clock.ts';
import type { CellData, GridRange } from '../contract.ts';
import { GoogleError } from '../errors.ts';
import type { Run } from '../run.ts';
import type { Value } from '../service.ts';
import { quoteTitle } from '../sheets/a1.ts';

export type Tab = GoogleAppsScript.Sheets.Schema.Sheet;

/** A rectangle of cells; rows and columns count from 1, as SpreadsheetApp counts. */
export interface CellArea {
  readonly fileId: string;
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

const ERRORS: Readonly<Record<string, string>> = {
  ERROR: '#ERROR!',
  NULL_VALUE: '#NULL!',
  DIVIDE_BY_ZERO: '#DIV/0!',
  VALUE: '#VALUE!',
  REF: '#REF!',
  NAME: '#NAME?',
  NUM: '#NUM!',
  N_A: '#N/A',
  LOADING: 'Loading...',
};

const FIELDS = 'userEnteredValue,effectiveValue,formattedValue,userEnteredFormat.numberFormat';

/** The tabs of a spreadsheet the run may read, as stored: properties and lists, values not computed. */
export function tabsOf(run: Run, fileId: string): readonly Tab[] {
  readableSpreadsheet(run, fileId);
  return run.machine.store.sheets.files[fileId]?.sheets ?? [];
}

/** The tab of that id. Throws Google's words where it is gone. */
export function tabOf(run: Run, fileId: string, sheetId: number): Tab {
  const tab = tabsOf(run, fileId).find((one) => (one.properties?.sheetId ?? 0) === sheetId);
  if (!tab) throw new GoogleError(`Sheet ${sheetId} not found`);
  return tab;
}

/** The cells of an area with their computed values, row by row, nothing where a cell was never used. */
export function cellsOf(run: Run, area: CellArea): (CellData | undefined)[][] {
  readableSpreadsheet(run, area.fileId);
  const title = tabOf(run, area.fileId, area.sheetId).properties?.title ?? '';
  const last = `${columnLetters(area.column + area.columns - 2)}${area.row + area.rows - 1}`;
  const range = `${quoteTitle(title)}!${columnLetters(area.column - 1)}${area.row}:${last}`;
  const fields = `sheets.data.rowData.values(${FIELDS})`;
  const book = run.machine.store.sheets.get(area.fileId, { ranges: [range], fields }, run.user);
  const rows = book.sheets?.[0]?.data?.[0]?.rowData ?? [];
  return Array.from({ length: area.rows }, (_, i) =>
    Array.from({ length: area.columns }, (__, j) => rows[i]?.values?.[j]),
  );
}

/** A cell's value as getValues gives it: '' where it is empty, errors by their sign. */
export function jsValue(cell: CellData | undefined): Value {
  const value = cell?.effectiveValue;
  if (!value) return '';
  if (value.errorValue) return ERRORS[value.errorValue.type ?? ''] ?? '#ERROR!';
  if (value.boolValue !== undefined && value.boolValue !== null) return value.boolValue;
  if (value.numberValue !== undefined && value.numberValue !== null) {
    return isDateType(cell) ? new Date(epochOfSerial(value.numberValue)) : value.numberValue;
  }
  return value.stringValue ?? '';
}

export function formulaOf(cell: CellData | undefined): string {
  return cell?.userEnteredValue?.formulaValue ?? '';
}

/** True where the number of a cell is shown as a date or time. */
export function isDateType(cell: CellData | undefined): boolean {
  return ['DATE', 'TIME', 'DATE_TIME'].includes(cell?.userEnteredFormat?.numberFormat?.type ?? '');
}

/** The last row (column) of a tab that has content, counted from 1; 0 for an empty tab. */
export function extentOf(tab: Tab): { lastRow: number; lastColumn: number } {
  let lastRow = 0;
  let lastColumn = 0;
  (tab.data?.[0]?.rowData ?? []).forEach((row, r) => {
    (row.values ?? []).forEach((cell, c) => {
      if (cell.userEnteredValue === undefined && cell.effectiveValue === undefined) return;
      lastRow = r + 1;
      lastColumn = Math.max(lastColumn, c + 1);
    });
  });
  return { lastRow, lastColumn };
}

/** The area as the API's ranges count. */
export function gridRangeOf(area: CellArea): GridRange {
  return {
    sheetId: area.sheetId,
    startRowIndex: area.row - 1,
    endRowIndex: area.row - 1 + area.rows,
    startColumnIndex: area.column - 1,
    endColumnIndex: area.column - 1 + area.columns,
  };
}

/** An area of a range of the API, within a tab of the given size. */
export function areaOf(fileId: string, range: GridRange, tab: Tab): CellArea {
  const grid = tab.properties?.gridProperties;
  const [top, left] = [range.startRowIndex ?? 0, range.startColumnIndex ?? 0];
  return {
    fileId,
    sheetId: range.sheetId ?? 0,
    row: top + 1,
    column: left + 1,
    rows: (range.endRowIndex ?? grid?.rowCount ?? 0) - top,
    columns: (range.endColumnIndex ?? grid?.columnCount ?? 0) - left,
  };
}
