// What formulas see of a workbook besides the cells' values: its tabs by name, the size of their grids, the named ranges.
import { type CellData, NotEmulated, type Spreadsheet } from '../contract.ts';

export interface Tab {
  readonly sheetId: number;
  readonly title: string;
  /** Size of the grid: what lies outside is #REF!. */
  readonly rows: number;
  readonly columns: number;
  /** Rows from the top beyond which no cell is filled; rounded up, so that it seldom changes. */
  readonly filled: number;
  /** The cells from A1, as they are in the resource; rows and cells may be missing. */
  readonly cells: readonly (readonly CellData[])[];
}

/** Cells of one tab; rows and columns from 0, the ends excluded. */
export interface Area {
  readonly sheetId: number;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Layout {
  readonly locale: string;
  readonly tabs: readonly Tab[];
  /** By lower-case title. */
  readonly byTitle: ReadonlyMap<string, Tab>;
  readonly byId: ReadonlyMap<number, Tab>;
  /** By lower-case name. */
  readonly names: ReadonlyMap<string, Area>;
  /** Equal where formulas mean the same cells: ids, titles, sizes, filled rows, names, locale. */
  readonly key: string;
}

/** The layout of a resource that has one GridData a sheet, from A1. */
export function layoutOf(book: Spreadsheet): Layout {
  const locale = book.properties?.locale ?? 'en_US';
  const tabs = (book.sheets ?? []).map((sheet): Tab => {
    const data = sheet.data ?? [];
    const grid = data[0];
    if (data.length > 1 || (grid?.startRow ?? 0) !== 0 || (grid?.startColumn ?? 0) !== 0) {
      throw new NotEmulated('a sheet with several blocks of cells');
    }
    const cells = (grid?.rowData ?? []).map((row) => row.values ?? []);
    const widest = cells.reduce((most, row) => Math.max(most, row.length), 1);
    return {
      sheetId: sheet.properties?.sheetId ?? 0,
      title: sheet.properties?.title ?? '',
      rows: sheet.properties?.gridProperties?.rowCount ?? Math.max(cells.length, 1),
      columns: sheet.properties?.gridProperties?.columnCount ?? widest,
      filled: roundedUp(filledRows(cells)),
      cells,
    };
  });
  const byId = new Map(tabs.map((tab) => [tab.sheetId, tab]));
  const names = new Map<string, Area>();
  for (const { name, range } of book.namedRanges ?? []) {
    const tab = byId.get(range?.sheetId ?? 0);
    if (!name || !range || !tab) continue;
    names.set(name.toLowerCase(), {
      sheetId: tab.sheetId,
      top: range.startRowIndex ?? 0,
      left: range.startColumnIndex ?? 0,
      bottom: Math.min(range.endRowIndex ?? tab.rows, tab.rows),
      right: Math.min(range.endColumnIndex ?? tab.columns, tab.columns),
    });
  }
  const key = JSON.stringify([
    locale,
    tabs.map((tab) => [tab.sheetId, tab.title, tab.rows, tab.columns, tab.filled]),
    [...names],
  ]);
  return { locale, tabs, byTitle: new Map(tabs.map((tab) => [tab.title.toLowerCase(), tab])), byId, names, key };
}

function filledRows(cells: readonly (readonly CellData[])[]): number {
  let rows = cells.length;
  while (rows > 0 && !cells[rows - 1]?.some((cell) => cell?.userEnteredValue)) rows -= 1;
  return rows;
}

/** 64, 128, 256, … */
function roundedUp(rows: number): number {
  let size = 64;
  while (size < rows) size *= 2;
  return size;
}
