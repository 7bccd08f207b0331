// One tab of the workbook as a sheet of an Excel file: cells with their looks, widths, panes, rules and the page it prints on.
import type { Cell, CellStyle, CellValue, ColumnDef, MergeRange, RowDef, SheetChart, WriteSheet } from 'hucre';
import type { CellData, Spreadsheet } from '../contract.ts';
import type { Sheet } from '../sheets/draft.ts';
import { effectiveFormat } from '../sheets/effective-format.ts';
import { clippedRect, isEmpty } from '../sheets/rect.ts';
import { excelCharts } from './charts.ts';
import { excelColours } from './colours.ts';
import { excelFormula } from './formula.ts';
import { excelLink } from './links.ts';
import { a1 } from './range.ts';
import { excelRuns } from './rich-text.ts';
import { excelText } from './sound-parts.ts';
import { colourOf, excelStyle } from './style.ts';
import { excelValidations } from './validation.ts';

type DimensionProperties = GoogleAppsScript.Sheets.Schema.DimensionProperties;

/** How a workbook is written. */
export interface Writing {
  /** True: values in place of formulas, so that TODAY() stays the day it was. */
  readonly frozen: boolean;
  /** True: the column letters and row numbers are printed too. */
  readonly letters: boolean;
}

/** Excel's column of one digit at Arial 10 on a screen of 96 dots an inch, and its point. */
const DIGIT_PIXELS = 7;
const POINTS_A_PIXEL = 0.75;
/** A row of this height was never set by hand: Google and Excel both fit it to wrapped text by themselves. */
const AUTOMATIC_ROW = 21;
/** Tabs wider than this, in pixels, would be too small to read on A4 laid across, or run over an A4 upright. */
const WIDE = 1500;
const NARROW = 700;
/** Letters of a cell in Excel; Google takes more. */
const LONGEST_TEXT = 32_767;
/** Shown for TRUE and FALSE where a program applies number formats to them; Excel says TRUE and FALSE. */
const TICK_FORMAT = '"☑";;"☐"';

export function excelTabSheet(sheet: Sheet, book: Spreadsheet, writing: Writing): WriteSheet {
  const { title = '', hidden = false, tabColorStyle, tabColor, gridProperties } = sheet.properties ?? {};
  const grid = sheet.data?.[0];
  const { frozenRowCount: rows = 0, frozenColumnCount: columns = 0 } = gridProperties ?? {};
  const colour = colourOf(tabColorStyle, tabColor);
  const charts = excelCharts(sheet, book);
  const filter = sheet.basicFilter?.range && clippedRect(sheet.basicFilter.range, sheet);
  return {
    name: title,
    ...(hidden ? { hidden } : {}),
    cells: cellsOf(sheet, book, writing),
    columns: columnsOf(grid?.columnMetadata ?? []),
    rowDefs: rowsOf(grid?.rowMetadata ?? [], charts),
    merges: mergesOf(sheet),
    ...(rows > 0 || columns > 0 ? { freezePane: { rows, columns } } : {}),
    view: {
      ...(colour ? { tabColor: colour } : {}),
      ...(gridProperties?.hideGridlines ? { showGridLines: false } : {}),
    },
    conditionalRules: excelColours(sheet, book),
    dataValidations: excelValidations(sheet, book),
    charts,
    ...(filter && !isEmpty(filter) ? { autoFilter: { range: a1(filter) } } : {}),
    ...page(grid?.columnMetadata ?? [], !gridProperties?.hideGridlines, writing),
  };
}

function cellsOf(sheet: Sheet, book: Spreadsheet, writing: Writing): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  const rowData = sheet.data?.[0]?.rowData ?? [];
  const put = (row: number, column: number, cell: CellData) => {
    const format = effectiveFormat(book, sheet, row, column, cell, {});
    const looks = format && excelStyle(format);
    const style = isTick(cell) ? tickStyle(looks) : looks;
    const richText = excelRuns(cell, format);
    const hyperlink = excelLink(cell, book.sheets ?? []);
    const written: Partial<Cell> = {
      ...contentOf(cell, book, writing),
      ...(style ? { style } : {}),
      ...(richText ? { richText } : {}),
      ...(hyperlink ? { hyperlink } : {}),
      ...(cell.note ? { comment: { text: excelText(cell.note) } } : {}),
    };
    if (Object.keys(written).length > 0) cells.set(`${row},${column}`, written);
  };
  rowData.forEach(({ values = [] }, row) => {
    values.forEach((cell, column) => {
      put(row, column, cell ?? {});
    });
  });
  // Bands colour cells that the resource does not list.
  for (const { range } of sheet.bandedRanges ?? []) {
    const { top, bottom, left, right } = clippedRect(range ?? {}, sheet);
    for (let row = top; row < bottom; row += 1) {
      for (let column = left; column < right; column += 1) {
        if (!rowData[row]?.values?.[column]) put(row, column, {});
      }
    }
  }
  return cells;
}

/** A formula carries what it answered last, for programs that do not calculate. */
function contentOf(cell: CellData, book: Spreadsheet, { frozen }: Writing): Partial<Cell> {
  const formula = cell.userEnteredValue?.formulaValue;
  // Google draws an empty tick box.
  if (frozen && isTick(cell) && !cell.userEnteredValue) return { value: false };
  const value = cellValue(formula === undefined ? cell.userEnteredValue : cell.effectiveValue);
  if (formula === undefined || frozen) return value === null || value === '' ? {} : { value };
  return { formula: excelFormula(formula, book), ...(value === null ? {} : { formulaResult: value }) };
}

/** In the middle, as Google draws it. */
function tickStyle(looks: CellStyle | undefined): CellStyle {
  return { ...looks, numFmt: TICK_FORMAT, alignment: { horizontal: 'center', ...looks?.alignment } };
}

function isTick({ dataValidation }: CellData): boolean {
  return dataValidation?.condition?.type === 'BOOLEAN' && (dataValidation.condition.values ?? []).length === 0;
}

const ERRORS: Readonly<Record<string, string>> = {
  DIVIDE_BY_ZERO: '#DIV/0!',
  NAME: '#NAME?',
  NUM: '#NUM!',
  N_A: '#N/A',
  REF: '#REF!',
};

function cellValue(value: CellData['effectiveValue']): CellValue {
  if (value?.errorValue) return ERRORS[value.errorValue.type ?? ''] ?? '#VALUE!';
  const text = value?.stringValue?.slice(0, LONGEST_TEXT);
  return text === undefined ? (value?.numberValue ?? value?.boolValue ?? null) : excelText(text);
}

function columnsOf(metadata: readonly DimensionProperties[]): ColumnDef[] {
  return metadata.map(({ pixelSize, hiddenByUser, hiddenByFilter }) => ({
    ...(pixelSize === undefined ? {} : { width: pixelSize / DIGIT_PIXELS }),
    ...(hiddenByUser || hiddenByFilter ? { hidden: true } : {}),
  }));
}

function rowsOf(metadata: readonly DimensionProperties[], charts: readonly SheetChart[]): Map<number, RowDef> {
  const rows = new Map<number, RowDef>();
  metadata.forEach(({ pixelSize = AUTOMATIC_ROW, hiddenByUser, hiddenByFilter }, row) => {
    // Under a chart the height is said, or the chart would change its size with the program that opens the file.
    const isUnderChart = charts.some(({ anchor: { from, to } }) => row >= from.row && row < (to?.row ?? 0));
    const def: RowDef = {
      ...(pixelSize === AUTOMATIC_ROW && !isUnderChart ? {} : { height: pixelSize * POINTS_A_PIXEL }),
      ...(hiddenByUser || hiddenByFilter ? { hidden: true } : {}),
    };
    if (Object.keys(def).length > 0) rows.set(row, def);
  });
  return rows;
}

function mergesOf(sheet: Sheet): MergeRange[] {
  return (sheet.merges ?? []).map((range) => {
    const { top, left, bottom, right } = clippedRect(range, sheet);
    return { startRow: top, startCol: left, endRow: bottom - 1, endCol: right - 1 };
  });
}

/** One page wide, the tab's name and the page's number at the top. */
function page(
  columns: readonly DimensionProperties[],
  gridLines: boolean,
  { letters }: Writing,
): Pick<WriteSheet, 'pageSetup' | 'headerFooter'> {
  const width = columns.reduce((sum, { pixelSize = 0, hiddenByUser }) => sum + (hiddenByUser ? 0 : pixelSize), 0);
  return {
    pageSetup: {
      paperSize: width > WIDE ? 'a3' : 'a4',
      orientation: width > NARROW ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.4, header: 0.3, footer: 0.2 },
      showGridLines: gridLines,
      showRowColHeaders: letters,
    },
    headerFooter: { oddHeader: '&L&A&Rtrang &P/&N' },
  };
}
