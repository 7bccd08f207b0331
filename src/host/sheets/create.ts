// spreadsheets.create: the requests that build the workbook a body describes.
import type { SheetRequest, Spreadsheet } from '../contract.ts';
import { type Sheet, sheetIdOf } from './draft.ts';
import { DEFAULT_FORMAT } from './effective-format.ts';
import type { SheetsSettings } from './settings.ts';

/** A workbook of no tabs yet, in the account's locale and zone unless the body says otherwise. */
export function emptyBook(id: string, body: Spreadsheet, settings: SheetsSettings): Spreadsheet {
  return {
    spreadsheetId: id,
    properties: {
      title: 'Bảng tính không có tiêu đề',
      locale: settings.locale,
      timeZone: settings.timeZone,
      autoRecalc: 'ON_CHANGE',
      ...body.properties,
      defaultFormat: DEFAULT_FORMAT,
    },
    sheets: [],
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${id}/edit`,
  };
}

/** The requests that make the body's tabs and what lies on them; without tabs, one of id 0. */
export function buildRequests(body: Spreadsheet, settings: SheetsSettings): SheetRequest[] {
  const sheets = (body.sheets ?? []).map((sheet, index): Sheet => {
    const sheetId = sheet.properties?.sheetId ?? (index === 0 ? 0 : undefined);
    return { ...sheet, properties: { ...sheet.properties, ...(sheetId === undefined ? {} : { sheetId }), index } };
  });
  const first: Sheet = { properties: { sheetId: 0, title: settings.firstTab } };
  const tabs = sheets.length > 0 ? sheets : [first];
  return [
    ...tabs.map((sheet): SheetRequest => ({ addSheet: { properties: sheet.properties } })),
    ...(body.namedRanges ?? []).map((namedRange): SheetRequest => ({ addNamedRange: { namedRange } })),
    ...tabs.flatMap(contentRequests),
    ...(body.developerMetadata ?? []).map(
      (developerMetadata): SheetRequest => ({ createDeveloperMetadata: { developerMetadata } }),
    ),
  ];
}

function contentRequests(sheet: Sheet): SheetRequest[] {
  const sheetId = sheetIdOf(sheet);
  const requests: SheetRequest[] = [];
  for (const grid of sheet.data ?? []) {
    const { startRow = 0, startColumn = 0 } = grid;
    if (grid.rowData) {
      const start = { sheetId, rowIndex: startRow, columnIndex: startColumn };
      requests.push({ updateCells: { start, rows: grid.rowData, fields: '*' } });
    }
    for (const [dimension, list, from] of [
      ['ROWS', grid.rowMetadata, startRow],
      ['COLUMNS', grid.columnMetadata, startColumn],
    ] as const) {
      list?.forEach(({ pixelSize, hiddenByUser }, index) => {
        if (pixelSize === undefined && !hiddenByUser) return;
        const range = { sheetId, dimension, startIndex: from + index, endIndex: from + index + 1 };
        const fields = pixelSize === undefined ? 'hiddenByUser' : 'pixelSize,hiddenByUser';
        requests.push({ updateDimensionProperties: { range, properties: { pixelSize, hiddenByUser }, fields } });
      });
    }
  }
  for (const range of sheet.merges ?? []) requests.push({ mergeCells: { range, mergeType: 'MERGE_ALL' } });
  (sheet.conditionalFormats ?? []).forEach((rule, index) => {
    requests.push({ addConditionalFormatRule: { rule, index } });
  });
  if (sheet.basicFilter) requests.push({ setBasicFilter: { filter: sheet.basicFilter } });
  for (const filter of sheet.filterViews ?? []) requests.push({ addFilterView: { filter } });
  for (const bandedRange of sheet.bandedRanges ?? []) requests.push({ addBanding: { bandedRange } });
  for (const chart of sheet.charts ?? []) requests.push({ addChart: { chart } });
  for (const protectedRange of sheet.protectedRanges ?? []) requests.push({ addProtectedRange: { protectedRange } });
  for (const developerMetadata of sheet.developerMetadata ?? []) {
    requests.push({ createDeveloperMetadata: { developerMetadata } });
  }
  return requests;
}
