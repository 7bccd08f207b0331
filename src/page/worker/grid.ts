// One tab of the workbook as the page draws it, and what of it is new since it was last drawn.

import { quoteTab } from '../../core/a1.ts';
import type { CellData, Spreadsheet } from '../../host/contract.ts';
import type { Host } from '../../host/host.ts';
import { COLUMN_KEY } from '../../sheet/reading/snapshot.ts';
import type { GridCell, GridLink, GridNews, GridRule, GridStyle, GridTab } from '../protocol.ts';
import { chartsOf } from './charts.ts';
import { lockedFor } from './locked.ts';
import { styleOf } from './looks.ts';
import { ruleOf } from './rules.ts';

type Sheet = NonNullable<Spreadsheet['sheets']>[number];

/** The name of the cell that says which period is open. */
const OPEN_PERIOD = 'KyMo';
/** A row of this height was never set by hand: Google fits it to its text. */
const AUTOMATIC_ROW = 21;
/** Looks that need no cell of their own, and nothing that only scripts read. */
const FIELDS =
  'namedRanges,sheets(properties,merges,columnGroups,charts,protectedRanges,filterViews(filterViewId,title),data(rowData.values(userEnteredValue,effectiveValue,' +
  'formattedValue,effectiveFormat,note,hyperlink,textFormatRuns,dataValidation),rowMetadata(pixelSize,hiddenByUser,hiddenByFilter),' +
  'columnMetadata(pixelSize,hiddenByUser,hiddenByFilter,developerMetadata)))';

/**
 * The tab as that person sees it.
 * @param was the same tab as it was told before
 * @throws Error where it is gone
 */
export function drawTab(host: Host, user: string, fileId: string, title: string, was?: GridTab): GridTab {
  const range = quoteTab(title);
  const book = host.see(user, fileId, { ranges: [range], fields: FIELDS });
  const sheet = book.sheets?.[0];
  if (!sheet) throw new Error(`no tab ${title}`);
  const styles = new Table<GridStyle>(was?.styles ?? []);
  const rules = new Table<GridRule>(was?.rules ?? []);
  const grid = sheet.data?.[0] ?? {};
  const list = (text: string) => listIn(host, user, fileId, title, text);
  const cells = (grid.rowData ?? []).map(({ values = [] }) => {
    const row = values.map((cell) => drawCell(cell, styles, rules, list));
    while (row.length > 0 && row[row.length - 1] === null) row.pop();
    return row.length > 0 ? row : null;
  });
  while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop();
  const { gridProperties = {}, sheetId = 0 } = sheet.properties ?? {};
  return {
    sheetId,
    title,
    rows: gridProperties.rowCount ?? 0,
    columns: gridProperties.columnCount ?? 0,
    frozenRows: gridProperties.frozenRowCount ?? 0,
    frozenColumns: gridProperties.frozenColumnCount ?? 0,
    gridLines: gridProperties.hideGridlines !== true,
    widths: (grid.columnMetadata ?? []).map(({ pixelSize = 100 }) => pixelSize),
    heights: trimmed((grid.rowMetadata ?? []).map(({ pixelSize = AUTOMATIC_ROW }) => fixed(pixelSize))),
    keys: (grid.columnMetadata ?? []).map(keyOf),
    openPeriod: openPeriodIn(host, user, fileId, book),
    hiddenRows: hiddenOf(grid.rowMetadata),
    hiddenColumns: hiddenOf(grid.columnMetadata),
    foldedColumns: foldedIn(sheet, hiddenOf(grid.columnMetadata)),
    merges: (sheet.merges ?? []).map((range) => ({
      top: range.startRowIndex ?? 0,
      left: range.startColumnIndex ?? 0,
      bottom: range.endRowIndex ?? 0,
      right: range.endColumnIndex ?? 0,
    })),
    locked: lockedFor(host, user, fileId, book, sheet),
    styles: styles.items,
    rules: rules.items,
    cells,
    views: (sheet.filterViews ?? []).map(({ filterViewId = 0, title: name = '' }) => ({
      id: filterViewId,
      title: name,
    })),
    charts: chartsOf(sheet, (ranges) => valuesIn(host, user, fileId, sheet, ranges)),
  };
}

/** What must be drawn anew: single cells where everything else stands as it stood. `is` was drawn with `was` before it. */
export function newsBetween(was: GridTab | undefined, is: GridTab): GridNews | undefined {
  if (!was || frame(was) !== frame(is)) return { kind: 'whole', tab: is };
  const seen = (cell: GridCell | null | undefined) => (cell ? JSON.stringify(cell) : '');
  const cells = [];
  for (let row = 0; row < Math.max(was.cells.length, is.cells.length); row += 1) {
    const before = was.cells[row] ?? [];
    const after = is.cells[row] ?? [];
    for (let column = 0; column < Math.max(before.length, after.length); column += 1) {
      const cell = after[column] ?? null;
      if (seen(before[column]) !== seen(cell)) cells.push({ row, column, cell });
    }
  }
  const moved = JSON.stringify(was.charts) !== JSON.stringify(is.charts);
  if (cells.length === 0 && !moved) return undefined;
  const { sheetId, styles, rules, charts } = is;
  return { kind: 'cells', sheetId, cells, styles, rules, charts };
}

/** Everything but the cells and the charts. */
function frame(tab: GridTab): string {
  return JSON.stringify({ ...tab, cells: [], styles: [], rules: [], charts: [] });
}

/** Things by their place; those of an earlier table keep theirs, so that cells told before still mean the same. */
class Table<T> {
  readonly items: T[];
  private readonly known: Map<string, number>;

  constructor(earlier: readonly T[]) {
    this.items = [...earlier];
    this.known = new Map(earlier.map((item, place) => [JSON.stringify(item), place]));
  }

  /** The place of a thing that looks the same. */
  place(item: T): number {
    const key = JSON.stringify(item);
    const known = this.known.get(key) ?? this.items.push(item) - 1;
    this.known.set(key, known);
    return known;
  }
}

function drawCell(
  cell: CellData | undefined,
  styles: Table<GridStyle>,
  rules: Table<GridRule>,
  list: (range: string) => string[],
): GridCell | null {
  if (!cell) return null;
  const style = styleOf(cell);
  const rule = ruleOf(cell.dataValidation, list);
  const isTick = rule?.kind === 'tick';
  const { formulaValue } = cell.userEnteredValue ?? {};
  const links = linksOf(cell);
  const drawn: GridCell = {
    ...(cell.formattedValue !== undefined && !isTick ? { text: cell.formattedValue ?? '' } : {}),
    ...(formulaValue ? { formula: formulaValue } : {}),
    ...(cell.note ? { note: cell.note } : {}),
    ...(Object.keys(style).length > 0 ? { style: styles.place(style) } : {}),
    ...(rule ? { rule: rules.place(rule) + 1 } : {}),
    ...(isTick ? { ticked: cell.effectiveValue?.boolValue === true } : {}),
    ...(links.length > 0 ? { links } : {}),
  };
  return Object.keys(drawn).length > 0 ? drawn : null;
}

function linksOf({ textFormatRuns = [], hyperlink, formattedValue = '' }: CellData): GridLink[] {
  const text = formattedValue ?? '';
  const runs = (textFormatRuns ?? []).flatMap(({ startIndex = 0, format }, i, all): GridLink[] => {
    const uri = format?.link?.uri;
    return uri ? [{ from: startIndex, to: all[i + 1]?.startIndex ?? text.length, uri }] : [];
  });
  if (runs.length > 0) return runs;
  return hyperlink ? [{ from: 0, to: text.length, uri: hyperlink }] : [];
}

/** The shown texts of a range a drop-down takes its items from. */
function listIn(host: Host, user: string, fileId: string, title: string, text: string): string[] {
  const bare = text.replace(/^=/u, '');
  const range = /^\$?[A-Za-z]+\$?\d*(?::|$)/u.test(bare) ? `${quoteTab(title)}!${bare}` : bare;
  const book = host.see(user, fileId, {
    ranges: [range.replace(/\$/gu, '')],
    fields: 'sheets.data.rowData.values.formattedValue',
  });
  const rows = book.sheets?.[0]?.data?.[0]?.rowData ?? [];
  return rows.flatMap(({ values = [] }) => values.flatMap((cell) => cell?.formattedValue ?? []));
}

/** The cells of ranges on this tab or another, by rows. */
function valuesIn(
  host: Host,
  user: string,
  fileId: string,
  sheet: Sheet,
  { sheetId = 0, startRowIndex = 0, endRowIndex = 0, startColumnIndex = 0, endColumnIndex = 0 }: Ranges,
): CellData[][] {
  const whole =
    sheetId === (sheet.properties?.sheetId ?? 0)
      ? sheet.data?.[0]?.rowData
      : host
          .see(user, fileId, {
            fields: 'sheets(properties.sheetId,data.rowData.values(effectiveValue,formattedValue))',
          })
          .sheets?.find(({ properties }) => (properties?.sheetId ?? 0) === sheetId)?.data?.[0]?.rowData;
  return (whole ?? [])
    .slice(startRowIndex, endRowIndex)
    .map(({ values = [] }) =>
      Array.from({ length: endColumnIndex - startColumnIndex }, (_, i) => values[startColumnIndex + i] ?? {}),
    );
}

type Ranges = GoogleAppsScript.Sheets.Schema.GridRange;

function fixed(pixels: number): number | null {
  return pixels === AUTOMATIC_ROW ? null : pixels;
}

function trimmed(heights: (number | null)[]): (number | null)[] {
  while (heights.length > 0 && heights[heights.length - 1] === null) heights.pop();
  return heights;
}

function keyOf({ developerMetadata = [] }: GoogleAppsScript.Sheets.Schema.DimensionProperties): string | null {
  return developerMetadata.find(({ metadataKey }) => metadataKey === COLUMN_KEY)?.metadataValue ?? null;
}

/** The cell the program names for it; nothing in a file that is not set up. */
function openPeriodIn(host: Host, user: string, fileId: string, { namedRanges = [] }: Spreadsheet): string {
  if (!namedRanges.some(({ name }) => name === OPEN_PERIOD)) return '';
  const fields = 'sheets.data.rowData.values.formattedValue';
  const [sheet] = host.see(user, fileId, { ranges: [OPEN_PERIOD], fields }).sheets ?? [];
  return sheet?.data?.[0]?.rowData?.[0]?.values?.[0]?.formattedValue ?? '';
}

function foldedIn({ columnGroups = [] }: Sheet, hidden: readonly number[]): number[] {
  const folded = columnGroups.flatMap(({ collapsed, range }) => (collapsed && range ? [range] : []));
  return hidden.filter((column) =>
    folded.some(({ startIndex = 0, endIndex = 0 }) => startIndex <= column && column < endIndex),
  );
}

function hiddenOf(metadata: readonly GoogleAppsScript.Sheets.Schema.DimensionProperties[] = []): number[] {
  return metadata.flatMap(({ hiddenByUser, hiddenByFilter }, index) => (hiddenByUser || hiddenByFilter ? [index] : []));
}
