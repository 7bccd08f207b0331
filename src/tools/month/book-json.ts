// A workbook as the JSON that is left for checks: the resource as Google gives it, without what only repeats. Of 50 MB, 40 are looks that
// follow from entered formats, of cells that hold nothing, and rows kept ready for years of reports, each formatted as the one above it.
import type { CellData, Spreadsheet } from '../../host/contract.ts';

type GridData = GoogleAppsScript.Sheets.Schema.GridData;
type RowData = GoogleAppsScript.Sheets.Schema.RowData;

/**
 * Values, entered formats, validation and notes stay wherever they are, and every row and column keeps its metadata. Left out: `effectiveFormat`
 * where a cell has no value, and of the rows at a tab's end that hold nothing but equal formats all but the first.
 */
export function bookJson(book: Spreadsheet): string {
  const sheets = (book.sheets ?? []).map((sheet) =>
    sheet.data === undefined ? sheet : { ...sheet, data: sheet.data.map(gridOf) },
  );
  return `${JSON.stringify({ ...book, sheets })}\n`;
}

function gridOf(grid: GridData): GridData {
  return grid.rowData === undefined ? grid : { ...grid, rowData: withoutEqualEnd(grid.rowData.map(rowOf)) };
}

function rowOf(row: RowData): RowData {
  return row.values === undefined ? row : { ...row, values: row.values.map((cell) => cellOf(cell ?? {})) };
}

function cellOf(cell: CellData): CellData {
  if (hasValue(cell)) return cell;
  const { effectiveFormat: _, ...entered } = cell;
  return entered;
}

/** A formula's answer may also be in cells beside its own. */
function hasValue({ userEnteredValue, effectiveValue }: CellData): boolean {
  return userEnteredValue !== undefined || effectiveValue !== undefined;
}

function withoutEqualEnd(rows: readonly RowData[]): RowData[] {
  const last = rows[rows.length - 1];
  if (last === undefined || !holdsOnlyFormats(last)) return [...rows];
  const text = JSON.stringify(last);
  let first = rows.length - 1;
  while (first > 0 && JSON.stringify(rows[first - 1]) === text) first -= 1;
  return rows.slice(0, first + 1);
}

function holdsOnlyFormats({ values = [] }: RowData): boolean {
  return values.every((cell) => Object.keys(cell).every((key) => key === 'userEnteredFormat'));
}
