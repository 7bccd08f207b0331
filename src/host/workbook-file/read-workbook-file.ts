// An .xlsx file (of Google's download, of Excel, of LibreOffice, of this folder) as a workbook of Google's, as near as Google
// itself comes to it when the file is uploaded: values, looks, notes, widths, names. What such a file cannot hold or this
// reader does not read is told beside it: formulas, colour rules, validation, charts, pictures. The sync puts ours back.
// Pure: neither Node nor the DOM.
import type { Sheet as ExcelSheet, Workbook as ExcelWorkbook } from 'hucre';
import { readXlsx } from 'hucre/xlsx';
import type { Spreadsheet } from '../contract.ts';
import { readA1 } from '../sheets/a1.ts';
import type { Sheet } from '../sheets/draft.ts';
import type { Loss } from './read-cell.ts';
import { type CellPlace, googleTab } from './read-tab.ts';

/** What of one tab did not come back as it was. */
export interface TabLosses extends Readonly<Record<Loss, readonly CellPlace[]>> {
  readonly title: string;
  readonly pictures: number;
}

export interface WorkbookRead {
  /** Without id; tabs have ids that mean nothing. */
  readonly book: Spreadsheet;
  readonly losses: readonly TabLosses[];
  /** Names that are no range of one tab. */
  readonly strangeNames: readonly string[];
}

type NamedRange = GoogleAppsScript.Sheets.Schema.NamedRange;

/** Ids of tabs, as far from any chosen ones as Google's are. */
const FIRST_ID = 700_000_001;
/** Names that programs keep for themselves: print areas, filters, and the filter views Google writes as Excel's views. */
const MACHINE_NAME = /^_xlnm\.|^Z_[0-9A-F_]+\.wvu\.|^_xlfn|^_FilterDatabase/iu;

/** @throws Error of the library where the bytes are no .xlsx file, or one under a password */
export async function readWorkbookFile(file: Uint8Array): Promise<WorkbookRead> {
  const excel = await readXlsx(file, { readStyles: true });
  const is1904 = excel.dateSystem === '1904';
  const tabs = excel.sheets.map((sheet, index) => googleTab(sheet, FIRST_ID + index, index, is1904));
  const { namedRanges, strangeNames } = namesOf(excel);
  const title = excel.properties?.title;
  return {
    book: {
      properties: { ...(title ? { title } : {}), locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' },
      sheets: tabs.map(({ sheet }) => roomFor(sheet, namedRanges)),
      namedRanges,
    },
    losses: tabs.map(({ losses }, i) => ({
      ...losses,
      title: excel.sheets[i]?.name ?? '',
      pictures: picturesOf(excel.sheets[i]),
    })),
    strangeNames,
  };
}

/** A name may reach beyond the last cell that holds something. */
function roomFor(sheet: Sheet, names: readonly NamedRange[]): Sheet {
  const { properties } = sheet;
  const ranges = names.flatMap(({ range }) => (range?.sheetId === properties?.sheetId && range ? [range] : []));
  const { rowCount = 0, columnCount = 0, ...frozen } = properties?.gridProperties ?? {};
  const gridProperties = {
    ...frozen,
    rowCount: Math.max(rowCount, ...ranges.map(({ endRowIndex = 0 }) => endRowIndex)),
    columnCount: Math.max(columnCount, ...ranges.map(({ endColumnIndex = 0 }) => endColumnIndex)),
  };
  return { ...sheet, properties: { ...properties, gridProperties } };
}

function picturesOf(sheet: ExcelSheet | undefined): number {
  return [sheet?.images, sheet?.charts, sheet?.textBoxes, sheet?.pivotTables].reduce(
    (sum, list) => sum + (list?.length ?? 0),
    0,
  );
}

function namesOf({ namedRanges = [], sheets }: ExcelWorkbook): { namedRanges: NamedRange[]; strangeNames: string[] } {
  const strangeNames: string[] = [];
  const known = namedRanges.flatMap(({ name, range, scope }, i) => {
    if (MACHINE_NAME.test(name) || scope !== undefined) return [];
    const { sheet, startRow, endRow, startColumn, endColumn } = readA1(range.replace(/^=/u, '')) ?? {};
    const index = sheets.findIndex((one) => one.name === sheet);
    if (index === -1 || startRow === undefined || endRow === undefined || startColumn === undefined) {
      strangeNames.push(name);
      return [];
    }
    return [
      {
        namedRangeId: `uploaded_${i}`,
        name,
        range: {
          sheetId: FIRST_ID + index,
          startRowIndex: startRow,
          endRowIndex: endRow,
          startColumnIndex: startColumn,
          endColumnIndex: endColumn ?? startColumn + 1,
        },
      },
    ];
  });
  return { namedRanges: known, strangeNames };
}
