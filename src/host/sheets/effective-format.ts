// The format a cell is seen with: the default of the file, bands, the cell's own format, conditional colours, in that order.
import type { CellData, Spreadsheet } from '../contract.ts';
import type { Sheet } from './draft.ts';
import { clippedRect } from './rect.ts';

export type CellFormat = GoogleAppsScript.Sheets.Schema.CellFormat;
type BandingProperties = GoogleAppsScript.Sheets.Schema.BandingProperties;
type Colours = Pick<CellFormat, 'backgroundColor' | 'backgroundColorStyle'>;

/** Conditional formats of a tab by «row,column», as `Values.conditionalFormats` gives them. */
export type ConditionalFormats = Readonly<Record<string, CellFormat>>;

/** What a new spreadsheet gives every cell. */
export const DEFAULT_FORMAT: CellFormat = {
  backgroundColor: { red: 1, green: 1, blue: 1 },
  backgroundColorStyle: { rgbColor: { red: 1, green: 1, blue: 1 } },
  padding: { top: 2, right: 3, bottom: 2, left: 3 },
  verticalAlignment: 'BOTTOM',
  wrapStrategy: 'OVERFLOW_CELL',
  textFormat: {
    foregroundColor: {},
    foregroundColorStyle: { rgbColor: {} },
    fontFamily: 'arial,sans,sans-serif',
    fontSize: 10,
    bold: false,
    italic: false,
    strikethrough: false,
    underline: false,
  },
};

/** The format of one cell; undefined where it is the file's default, which Google leaves out. */
export function effectiveFormat(
  book: Spreadsheet,
  sheet: Sheet,
  row: number,
  column: number,
  cell: CellData | undefined,
  conditional: ConditionalFormats,
): CellFormat | undefined {
  const given: (CellFormat | undefined)[] = [
    bandColours(sheet, row, column),
    cell?.userEnteredFormat ?? undefined,
    conditional[`${row},${column}`],
  ];
  const layers = given.filter((layer) => layer !== undefined);
  if (layers.length === 0) return undefined;
  const format: CellFormat = { ...(book.properties?.defaultFormat ?? DEFAULT_FORMAT) };
  for (const layer of layers) {
    const textFormat = { ...format.textFormat, ...layer.textFormat };
    Object.assign(format, layer, { textFormat });
  }
  return format;
}

function bandColours(sheet: Sheet, row: number, column: number): Colours | undefined {
  for (const banding of sheet.bandedRanges ?? []) {
    const rect = clippedRect(banding.range ?? {}, sheet);
    if (row < rect.top || row >= rect.bottom || column < rect.left || column >= rect.right) continue;
    return (
      band(banding.rowProperties, row - rect.top, rect.bottom - rect.top) ??
      band(banding.columnProperties, column - rect.left, rect.right - rect.left)
    );
  }
  return undefined;
}

function band(properties: BandingProperties | undefined, index: number, length: number): Colours | undefined {
  if (!properties) return undefined;
  const { headerColorStyle, footerColorStyle, headerColor, footerColor } = properties;
  if (index === 0 && headerColorStyle) return { backgroundColor: headerColor, backgroundColorStyle: headerColorStyle };
  if (index === length - 1 && footerColorStyle) {
    return { backgroundColor: footerColor, backgroundColorStyle: footerColorStyle };
  }
  const first = (headerColorStyle ? index - 1 : index) % 2 === 0;
  return first
    ? { backgroundColor: properties.firstBandColor, backgroundColorStyle: properties.firstBandColorStyle }
    : { backgroundColor: properties.secondBandColor, backgroundColorStyle: properties.secondBandColorStyle };
}
