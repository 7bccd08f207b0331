// The workbook as it was read, decoded once: tabs, cells, column identities. Everything after this asks the snapshot, never
// Google. Google leaves defaults out of its answers; here they are filled in.
import type { Cell } from '../../core/cell.ts';

export type RawSpreadsheet = GoogleAppsScript.Sheets.Schema.Spreadsheet;
type RawSheet = GoogleAppsScript.Sheets.Schema.Sheet;
/** The types of Apps Script lack chips. */
export type RawCell = GoogleAppsScript.Sheets.Schema.CellData & { readonly chipRuns?: readonly ChipRun[] };
interface ChipRun {
  readonly startIndex?: number;
  readonly chip?: { readonly richLinkProperties?: { readonly uri?: string }; readonly personProperties?: object };
}
export type RawProtection = GoogleAppsScript.Sheets.Schema.ProtectedRange;
export type RawConditionalFormat = GoogleAppsScript.Sheets.Schema.ConditionalFormatRule;
type RawBanding = GoogleAppsScript.Sheets.Schema.BandedRange;
type RawView = GoogleAppsScript.Sheets.Schema.FilterView;
type RawChart = GoogleAppsScript.Sheets.Schema.EmbeddedChart;
type RawRange = GoogleAppsScript.Sheets.Schema.GridRange;

/** Developer metadata that says which of our columns a column is. */
export const COLUMN_KEY = 'da06.column';

export interface SnapshotColumn {
  readonly index: number;
  /** «tasks.state», where the column carries our metadata. */
  readonly key: string | undefined;
  readonly width: number;
  readonly hidden: boolean;
}

export interface SnapshotTab {
  readonly sheetId: number;
  readonly title: string;
  readonly index: number;
  readonly hidden: boolean;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly columns: readonly SnapshotColumn[];
  /** Rows from the first of the sheet; short where cells are empty. */
  readonly rows: readonly (readonly RawCell[])[];
  readonly conditionalFormats: readonly RawConditionalFormat[];
  readonly protections: readonly RawProtection[];
  readonly merges: readonly RawRange[];
  readonly bandings: readonly RawBanding[];
  readonly views: readonly RawView[];
  readonly charts: readonly RawChart[];
  /** Columns that fold away together, from the first to before the last, at whatever depth. */
  readonly columnGroups: readonly Span[];
  /** A filter that hides and sorts for everybody. */
  readonly hasBasicFilter: boolean;
  /** Rows somebody has hidden, 0-based. */
  readonly hiddenRows: readonly number[];
}

/** Rows `from` to `to`, 0-based, exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface SnapshotName {
  readonly id: string;
  readonly name: string;
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  /** Exclusive, 0-based. */
  readonly endRow: number;
}

export interface Snapshot {
  readonly id: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly recalculation: string;
  /** The tabs that were read, in their order. */
  readonly tabs: readonly SnapshotTab[];
  readonly names: readonly SnapshotName[];
  /** Tabs that are none of ours and were not read. */
  readonly foreign: readonly { readonly sheetId: number; readonly title: string }[];
}

/**
 * A look's request, as a fields mask of `spreadsheets.get`: where everything stands, and of each cell what is named.
 * @param ofTabs more of each tab @param ofGrid more of its rows and columns
 */
export const lookFields = (ofCells: string, ofTabs = '', ofGrid = 'columnMetadata(developerMetadata)') =>
  'spreadsheetId,properties(locale,timeZone,autoRecalc),namedRanges,' +
  'sheets(properties(sheetId,title,index,hidden,gridProperties(rowCount,columnCount,frozenRowCount,frozenColumnCount)),' +
  `${ofTabs}data(startRow,startColumn,${ofGrid},rowData.values(${ofCells})))`;

/** Of a cell what was typed. */
export const TYPED = 'userEnteredValue';

/** What the sync asks for. */
export const SYNC_FIELDS = lookFields(
  'userEnteredValue,userEnteredFormat,textFormatRuns,dataValidation,note',
  'conditionalFormats,protectedRanges,merges,bandedRanges(bandedRangeId),' +
    'filterViews(filterViewId,title,range,criteria,filterSpecs),charts(chartId,spec),columnGroups.range,basicFilter.range,',
  'rowMetadata(hiddenByUser),columnMetadata(pixelSize,hiddenByUser,developerMetadata)',
);

/** @param foreign the tabs that were not read */
export function decodeSnapshot(raw: RawSpreadsheet, foreign: Snapshot['foreign'] = []): Snapshot {
  const properties = raw.properties ?? {};
  return {
    id: raw.spreadsheetId ?? '',
    locale: properties.locale ?? '',
    timeZone: properties.timeZone ?? '',
    recalculation: properties.autoRecalc ?? 'ON_CHANGE',
    tabs: (raw.sheets ?? []).map(decodeTab),
    names: (raw.namedRanges ?? []).map(({ namedRangeId, name, range }) => ({
      id: namedRangeId ?? '',
      name: name ?? '',
      sheetId: range?.sheetId ?? 0,
      row: range?.startRowIndex ?? 0,
      column: range?.startColumnIndex ?? 0,
      endRow: range?.endRowIndex ?? 0,
    })),
    foreign,
  };
}

function decodeTab(sheet: RawSheet): SnapshotTab {
  const { properties = {}, data = [] } = sheet;
  const grid = properties.gridProperties ?? {};
  const rows: RawCell[][] = [];
  const columns: SnapshotColumn[] = [];
  const hiddenRows: number[] = [];
  for (const block of data) {
    const { startRow = 0, startColumn = 0 } = block;
    (block.rowMetadata ?? []).forEach(({ hiddenByUser }, i) => {
      if (hiddenByUser) hiddenRows.push(startRow + i);
    });
    (block.rowData ?? []).forEach(({ values: cells = [] }, i) => {
      const values = cells.map(whole);
      const before = rows[startRow + i];
      rows[startRow + i] = before || startColumn > 0 ? beside(before ?? [], startColumn, values) : values;
    });
    (block.columnMetadata ?? []).forEach((column, j) => {
      columns[startColumn + j] = {
        index: startColumn + j,
        key: column.developerMetadata?.find(({ metadataKey }) => metadataKey === COLUMN_KEY)?.metadataValue,
        width: column.pixelSize ?? 100,
        hidden: column.hiddenByUser ?? false,
      };
    });
  }
  for (let i = 0; i < rows.length; i += 1) rows[i] ??= [];
  return {
    sheetId: properties.sheetId ?? 0,
    title: properties.title ?? '',
    index: properties.index ?? 0,
    hidden: properties.hidden ?? false,
    rowCount: grid.rowCount ?? 0,
    columnCount: grid.columnCount ?? 0,
    frozenRows: grid.frozenRowCount ?? 0,
    frozenColumns: grid.frozenColumnCount ?? 0,
    columns,
    rows,
    conditionalFormats: sheet.conditionalFormats ?? [],
    protections: sheet.protectedRanges ?? [],
    merges: sheet.merges ?? [],
    bandings: sheet.bandedRanges ?? [],
    views: sheet.filterViews ?? [],
    charts: sheet.charts ?? [],
    columnGroups: (sheet.columnGroups ?? []).map(({ range = {} }) => ({
      from: range.startIndex ?? 0,
      to: range.endIndex ?? 0,
    })),
    hasBasicFilter: sheet.basicFilter !== undefined,
    hiddenRows,
  };
}

/** Where only formulas were asked for, what was typed is the effective value. Of a formula it is not looked at: few ask what it answers. */
function whole(cell: RawCell): RawCell {
  const { userEnteredValue: entered } = cell;
  if (entered !== undefined && Object.keys(entered).length > 0) return cell;
  const { userEnteredValue: _, effectiveValue, ...rest } = cell;
  if (entered === undefined && effectiveValue === undefined) return cell;
  return effectiveValue === undefined ? rest : { ...rest, userEnteredValue: effectiveValue };
}

/** The cells of a row that was read in several blocks. */
function beside(row: readonly RawCell[], column: number, values: readonly RawCell[]): RawCell[] {
  const width = Math.max(row.length, column + values.length);
  return Array.from({ length: width }, (_, i) => values[i - column] ?? row[i] ?? {});
}

/** Title of a tab, also of one that was not read; undefined where the look did not learn it. */
export function titleOfTab({ tabs, foreign }: Snapshot, id: number): string | undefined {
  return [...tabs, ...foreign].find(({ sheetId }) => sheetId === id)?.title;
}

/** The cell at a place; an empty cell where nothing was read. */
export function cellAt(tab: SnapshotTab | undefined, row: number, column: number): RawCell {
  return tab?.rows[row]?.[column] ?? {};
}

/** The raw value of a cell; of a formula its result, where that was asked for. */
export function rawValue({ userEnteredValue: entered, effectiveValue }: RawCell): Cell {
  const value = entered?.formulaValue === undefined ? entered : effectiveValue;
  return value?.stringValue ?? value?.numberValue ?? value?.boolValue ?? null;
}

/** The formula a cell holds, if it does. */
export function formulaOf(cell: RawCell): string | undefined {
  return cell.userEnteredValue?.formulaValue;
}
