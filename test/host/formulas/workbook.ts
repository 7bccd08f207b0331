// Small workbooks for the tests of formulas: a tab is a title and rows of values; a text that begins with «=» is a formula.
import type { CellData, Formulas, Spreadsheet, Values } from '../../../src/host/contract.ts';

export type Value = string | number | boolean | null;

/** A vi_VN workbook; the tabs' ids are their places. `names` maps a name to [tab, top, left, bottom, right], from 0, ends excluded. */
export function workbook(
  tabs: Record<string, readonly (readonly Value[])[]>,
  names: Record<string, readonly [string, number, number, number, number]> = {},
): Spreadsheet {
  const titles = Object.keys(tabs);
  return {
    spreadsheetId: 'test',
    properties: { title: 'test', locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' },
    namedRanges: Object.entries(names).map(([name, [title, top, left, bottom, right]]) => ({
      namedRangeId: name,
      name,
      range: {
        sheetId: titles.indexOf(title),
        startRowIndex: top,
        endRowIndex: bottom,
        startColumnIndex: left,
        endColumnIndex: right,
      },
    })),
    sheets: Object.entries(tabs).map(([title, rows], sheetId) => ({
      properties: { sheetId, title, index: sheetId, gridProperties: { rowCount: 6000, columnCount: 40 } },
      data: [{ rowData: rows.map((row) => ({ values: row.map(cellOf) })) }],
    })),
  };
}

export function cellOf(value: Value): CellData {
  if (value === null) return {};
  if (typeof value === 'number') return { userEnteredValue: { numberValue: value } };
  if (typeof value === 'boolean') return { userEnteredValue: { boolValue: value } };
  return { userEnteredValue: value.startsWith('=') ? { formulaValue: value } : { stringValue: value } };
}

/** Writes what every cell shows into the workbook itself, where the tests read it. */
export function evaluate(formulas: Formulas, book: Spreadsheet, today: number): Values {
  const values = formulas.values(book, today);
  book.sheets?.forEach(({ properties, data }) => {
    data?.[0]?.rowData?.forEach(({ values: cells }, row) => {
      cells?.forEach((cell, column) => {
        delete cell.effectiveValue;
        delete cell.formattedValue;
        Object.assign(cell, values.at(properties?.sheetId ?? 0, row, column));
      });
    });
  });
  return values;
}

/** The cell at a place, from 0. */
export function cellAt(book: Spreadsheet, sheetId: number, row: number, column: number): CellData | undefined {
  return book.sheets?.[sheetId]?.data?.[0]?.rowData?.[row]?.values?.[column];
}

/** The effective value in short: a number, a text, a truth value, «#N/A» for an error, null for an empty cell. */
export function valueAt(book: Spreadsheet, sheetId: number, row: number, column: number): Value {
  const cell = cellAt(book, sheetId, row, column);
  const value = cell?.effectiveValue;
  if (!value) return null;
  if (value.errorValue) return cell.formattedValue ?? '';
  return value.numberValue ?? value.stringValue ?? value.boolValue ?? null;
}
