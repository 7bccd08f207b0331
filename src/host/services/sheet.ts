// SpreadsheetApp.Sheet: a tab, by its id; what it is called and how far its content reaches is read anew each time.
import { SCOPES } from '../consent.ts';
import { GoogleError } from '../errors.ts';
import type { Run } from '../run.ts';
import { type Args, type Method, ServiceObject, type Value } from '../service.ts';
import { readA1 } from '../sheets/a1.ts';
import { areaOf, type CellArea, extentOf, type Tab, tabOf } from './cells.ts';
import { rangeObject } from './range.ts';

const USES = { scopes: [SCOPES.spreadsheets, SCOPES.currentSpreadsheet], limited: true } as const;

export function sheetObject(run: Run, fileId: string, sheetId: number, parent: () => ServiceObject): ServiceObject {
  const tab = (): Tab => tabOf(run, fileId, sheetId);
  const uses = (effect: (args: Args) => Value, remote = false): Method => ({ ...USES, remote, effect });
  const grid = () => tab().properties?.gridProperties;
  const object: ServiceObject = new ServiceObject({
    service: 'SpreadsheetApp.Sheet',
    on: tab().properties?.title ?? '',
    methods: {
      getName: uses(() => tab().properties?.title ?? ''),
      getSheetName: uses(() => tab().properties?.title ?? ''),
      getSheetId: { effect: () => sheetId },
      getIndex: uses(() => (tab().properties?.index ?? 0) + 1),
      isSheetHidden: uses(() => tab().properties?.hidden === true),
      getParent: { effect: parent },
      getMaxRows: uses(() => grid()?.rowCount ?? 0),
      getMaxColumns: uses(() => grid()?.columnCount ?? 0),
      getLastRow: uses(() => extentOf(tab()).lastRow, true),
      getLastColumn: uses(() => extentOf(tab()).lastColumn, true),
      getRange: uses((args) => rangeObject(run, areaIn(fileId, tab(), args), () => object)),
      getDataRange: uses(() => {
        const { lastRow, lastColumn } = extentOf(tab());
        const [rows, columns] = [Math.max(1, lastRow), Math.max(1, lastColumn)];
        return rangeObject(run, { fileId, sheetId, row: 1, column: 1, rows, columns }, () => object);
      }, true),
    },
  });
  return object;
}

/** getRange(row, column, rows?, columns?) or getRange('B2:C9'), with Google's words where it leaves the tab. */
function areaIn(fileId: string, tab: Tab, args: Args): CellArea {
  const sheetId = tab.properties?.sheetId ?? 0;
  const { rowCount = 0, columnCount = 0 } = tab.properties?.gridProperties ?? {};
  if (typeof args.values[0] === 'string') {
    const read = readA1(args.text(0));
    if (!read || read.sheet !== undefined) throw new GoogleError('Range not found');
    const inside = (read.endRow ?? 0) <= rowCount && (read.endColumn ?? 0) <= columnCount;
    if (!inside) throw new GoogleError('The coordinates of the range are outside the dimensions of the sheet.');
    const startRowIndex = read.startRow ?? 0;
    const startColumnIndex = read.startColumn ?? 0;
    const [endRowIndex, endColumnIndex] = [read.endRow ?? rowCount, read.endColumn ?? columnCount];
    return areaOf(fileId, { sheetId, startRowIndex, endRowIndex, startColumnIndex, endColumnIndex }, tab);
  }
  const [row, column] = [args.integer(0), args.integer(1)];
  const [rows, columns] = [args.optionalInteger(2, 1), args.optionalInteger(3, 1)];
  if (row < 1) throw new GoogleError('The starting row of the range is too small.');
  if (column < 1) throw new GoogleError('The starting column of the range is too small.');
  if (rows < 1) throw new GoogleError('The number of rows in the range must be at least 1.');
  if (columns < 1) throw new GoogleError('The number of columns in the range must be at least 1.');
  if (row + rows - 1 > rowCount || column + columns - 1 > columnCount) {
    throw new GoogleError('The coordinates of the range are outside the dimensions of the sheet.');
  }
  return { fileId, sheetId, row, column, rows, columns };
}
