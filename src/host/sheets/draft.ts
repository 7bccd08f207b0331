// A workbook being changed: copy-on-write over the stored resource. What a batch does not touch is shared with the stored
// state, what it touches is copied once (a tab's lists, then single rows); dropping the draft undoes everything.
// Cells are values: a changed cell is a new object, so the old state never sees a change.
import { ApiError, type CellData, type GridRange, type Spreadsheet } from '../contract.ts';

export type Sheet = GoogleAppsScript.Sheets.Schema.Sheet;
export type RowData = GoogleAppsScript.Sheets.Schema.RowData;
export type GridData = GoogleAppsScript.Sheets.Schema.GridData;
export type DimensionProperties = GoogleAppsScript.Sheets.Schema.DimensionProperties;

/** What a filter view and the basic filter of a tab have in common. */
export interface Filtering {
  range?: GridRange | undefined;
  criteria?: object | undefined;
  filterSpecs?: { columnIndex?: number; filterCriteria?: object }[] | undefined;
  sortSpecs?: GoogleAppsScript.Sheets.Schema.SortSpec[] | undefined;
}

/** A tab's grid with its lists present. */
export interface Grid {
  rowData: RowData[];
  rowMetadata: DimensionProperties[];
  columnMetadata: DimensionProperties[];
}

export class Draft {
  readonly book: Spreadsheet & { sheets: Sheet[] };
  private readonly ownedSheets = new Set<Sheet>();
  private readonly ownedRows = new Set<RowData>();

  constructor(stored: Spreadsheet) {
    this.book = { ...stored, sheets: [...(stored.sheets ?? [])] };
  }

  /** The workbook as it is, which later changes of the draft leave alone. */
  view(): Spreadsheet {
    const sheets = this.book.sheets.map((sheet): Sheet => {
      if (!this.ownedSheets.has(sheet)) return sheet;
      const grid = gridOf(sheet);
      const rowData = grid.rowData.map((row) =>
        this.ownedRows.has(row) ? { ...row, values: [...(row.values ?? [])] } : row,
      );
      return { ...sheet, data: [{ ...grid, rowData }] };
    });
    return { ...this.book, sheets };
  }

  get sheets(): readonly Sheet[] {
    return this.book.sheets;
  }

  /** The tab of that id, for reading. Throws ApiError 400 where there is none. */
  sheet(sheetId: number): Sheet {
    const found = this.book.sheets.find((sheet) => (sheet.properties?.sheetId ?? 0) === sheetId);
    if (!found) throw new ApiError(400, `No grid with id: ${sheetId}`);
    return found;
  }

  /** The tab of that id, for writing: its own properties and lists may be replaced, not what they hold. */
  own(sheetId: number): Sheet {
    const sheet = this.sheet(sheetId);
    if (this.ownedSheets.has(sheet)) return sheet;
    const grid = gridOf(sheet);
    const copy: Sheet = {
      ...sheet,
      data: [
        {
          rowData: [...grid.rowData],
          rowMetadata: [...grid.rowMetadata],
          columnMetadata: [...grid.columnMetadata],
        },
      ],
    };
    this.book.sheets[this.book.sheets.indexOf(sheet)] = copy;
    this.ownedSheets.add(copy);
    return copy;
  }

  /** The grid of a tab for writing: its three lists may be changed in place, rows only through `cells`. */
  grid(sheetId: number): Grid {
    const data = this.own(sheetId).data?.[0];
    if (!data?.rowData || !data.rowMetadata || !data.columnMetadata) throw new Error('an owned sheet has its lists');
    return { rowData: data.rowData, rowMetadata: data.rowMetadata, columnMetadata: data.columnMetadata };
  }

  /** Puts a tab into the workbook as it is; it is the draft's own from now on. */
  insertSheet(sheet: Sheet, index: number): void {
    this.book.sheets.splice(index, 0, sheet);
    this.renumber();
  }

  removeSheet(sheetId: number): void {
    this.book.sheets.splice(this.book.sheets.indexOf(this.sheet(sheetId)), 1);
    this.renumber();
  }

  /** Writes each tab's place into its properties. */
  renumber(): void {
    this.book.sheets.forEach((sheet, index) => {
      if (sheet.properties?.index === index) return;
      const own = this.own(sheet.properties?.sheetId ?? 0);
      own.properties = { ...own.properties, index };
    });
  }

  /** The cell, undefined where nothing is stored. */
  cell(sheetId: number, row: number, column: number): CellData | undefined {
    return cellOf(this.sheet(sheetId), row, column);
  }

  /** The cells of one row for writing, at least `length` of them. */
  cells(sheetId: number, row: number, length: number): CellData[] {
    const { rowData } = this.grid(sheetId);
    while (rowData.length <= row) rowData.push({});
    let data = rowData[row] ?? {};
    if (!this.ownedRows.has(data)) {
      data = { values: [...(data.values ?? [])] };
      rowData[row] = data;
      this.ownedRows.add(data);
    }
    data.values ??= [];
    while (data.values.length < length) data.values.push({});
    return data.values;
  }

  /** Replaces a cell. What was computed of one that was read is not stored. */
  setCell(sheetId: number, row: number, column: number, cell: CellData): void {
    const { effectiveValue: _value, effectiveFormat: _format, formattedValue: _text, ...kept } = cell;
    if (Object.keys(kept).length === 0 && this.cell(sheetId, row, column) === undefined) return;
    this.cells(sheetId, row, column + 1)[column] = kept;
  }
}

/** The stored lists of a tab, empty where it has none. */
export function gridOf(sheet: Sheet): Grid {
  const data = sheet.data?.[0];
  return {
    rowData: data?.rowData ?? [],
    rowMetadata: data?.rowMetadata ?? [],
    columnMetadata: data?.columnMetadata ?? [],
  };
}

/** The cell of a tab, undefined where nothing is stored. */
export function cellOf(sheet: Sheet, row: number, column: number): CellData | undefined {
  return sheet.data?.[0]?.rowData?.[row]?.values?.[column];
}

export function sheetIdOf(sheet: Sheet): number {
  return sheet.properties?.sheetId ?? 0;
}

export function titleOf(sheet: Sheet): string {
  return sheet.properties?.title ?? '';
}

/** True for a cell that holds a value or a formula; formats, notes and validation do not count. */
export function hasValue(cell: CellData | undefined): boolean {
  return cell?.userEnteredValue !== undefined;
}
