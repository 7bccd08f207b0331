// Simple onEdit: stamps what a unit just typed. It runs LIMITED, for everybody, on every keystroke that ends: one property,
// small reads of what was edited, one write, and nothing at all for cells that are none of ours.
import type { EditedTab } from '../app/edited-tab.ts';
import { type EditSettings, othersRows, type Stamp, stampsForEntry, stampsForIndicator } from '../app/on-edit.ts';
import { MENDED, TYPED, withTyped } from '../app/seen-edits.ts';
import { momentOf } from '../core/calendar.ts';
import type { Cell } from '../core/cell.ts';
import { LISTING_IDS, TAB_IDS } from '../sheet/tab-ids.ts';

/** The practice rows of «Tự kiểm tay» have the entry block's own columns, so that they are stamped as real ones are. */
const STAMPED: readonly number[] = [TAB_IDS.tasks, TAB_IDS.indicators, LISTING_IDS.handCheck];

/** What was edited, and in which tab: asked of Google once an edit. */
export interface Edited {
  readonly range: GoogleAppsScript.Spreadsheet.Range;
  readonly sheet: GoogleAppsScript.Spreadsheet.Sheet;
  readonly sheetId: number;
  /** What stood in the one cell that was edited; undefined where it was empty, or where there were more. */
  readonly was: string | undefined;
  /** Who edits, lower case; empty where Google does not say, which is the rule outside one Workspace domain. */
  editor(): string;
}

export function editedBy({ range, user, oldValue }: GoogleAppsScript.Events.SheetsOnEdit): Edited {
  const sheet = range.getSheet();
  return {
    range,
    sheet,
    sheetId: sheet.getSheetId(),
    was: oldValue,
    editor: () => user?.getEmail().toLowerCase() ?? '',
  };
}

/** @param rulesOf asked only where an entry was edited */
export function stampEdit(
  { range, sheet, sheetId, was, editor }: Edited,
  rulesOf: (now: number) => EditSettings,
): void {
  if (!STAMPED.includes(sheetId)) return;
  const edit = {
    fromRow: range.getRow() - 1,
    toRow: range.getRow() + range.getNumRows() - 2,
    fromColumn: range.getColumn() - 1,
    toColumn: range.getColumn() + range.getNumColumns() - 2,
    was,
  };
  const tab = tabOf(sheet);
  const now = momentOf(Date.now());
  let account = '';
  const contextOf = () => {
    const { keepers = [], ...rules } = rulesOf(now);
    account = keepers.length > 0 ? editor() : '';
    return { now, ...rules, isAnothers: keepers.includes(account) ? othersRows(account, unitCells(sheet)) : undefined };
  };
  const { stamps, mended, typed } =
    sheetId === TAB_IDS.indicators
      ? { stamps: stampsForIndicator(tab, edit, now), mended: [], typed: [] }
      : stampsForEntry(tab, edit, contextOf);
  if (mended.length > 0) rememberMended(mended);
  if (account !== '' && typed.length > 0 && sheetId === TAB_IDS.tasks) {
    const store = PropertiesService.getScriptProperties();
    store.setProperty(TYPED, withTyped(store.getProperty(TYPED) ?? '', account, typed));
  }
  for (const block of blocksOf(stamps)) {
    const [first = []] = block;
    const [corner] = first;
    if (!corner) continue;
    const target = sheet.getRange(corner.row + 1, corner.column + 1, block.length, first.length);
    try {
      target.setValues(block.map((row) => row.map(({ value }) => value)));
    } catch {
      // Somebody has protected these cells or laid another check over them: the clock's daily run stamps the row.
    }
  }
}

/** The cells of «Đơn vị»: read for a keeper alone. */
function unitCells(sheet: GoogleAppsScript.Spreadsheet.Sheet): Cell[][] {
  const units = sheet
    .getParent()
    .getSheets()
    .find((candidate) => candidate.getSheetId() === TAB_IDS.units);
  const cells: unknown[][] = units?.getDataRange().getValues() ?? [];
  return cells.map((row) => row.map(cellOf));
}

function rememberMended(codes: readonly string[]): void {
  const store = PropertiesService.getScriptProperties();
  const known = store.getProperty(MENDED)?.split('\n') ?? [];
  store.setProperty(MENDED, [...new Set([...known, ...codes])].join('\n'));
}

function tabOf(sheet: GoogleAppsScript.Spreadsheet.Sheet): EditedTab {
  return {
    columnCount: sheet.getMaxColumns(),
    cells: ({ fromRow, toRow, fromColumn, toColumn }) =>
      sheet
        .getRange(fromRow + 1, fromColumn + 1, toRow - fromRow + 1, toColumn - fromColumn + 1)
        .getValues()
        .map((row) => row.map(cellOf)),
  };
}

/** SpreadsheetApp gives dates as Date, and nothing as the empty text. */
export function cellOf(value: unknown): Cell {
  if (value instanceof Date) return momentOf(value.getTime());
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** Stamps as rectangles: rows that follow one another with the same columns side by side are written at once. */
function blocksOf(stamps: readonly Stamp[]): Stamp[][][] {
  const rows: Stamp[][] = [];
  for (const stamp of [...stamps].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const last = rows[rows.length - 1];
    const before = last?.[last.length - 1];
    if (last && before?.row === stamp.row && before.column === stamp.column - 1) last.push(stamp);
    else rows.push([stamp]);
  }
  const blocks: Stamp[][][] = [];
  for (const row of rows) {
    const block = blocks.find((candidate) => {
      const [above] = candidate[candidate.length - 1] ?? [];
      const [first] = row;
      return (
        above?.column === first?.column && above?.row === (first?.row ?? 0) - 1 && candidate[0]?.length === row.length
      );
    });
    if (block) block.push(row);
    else blocks.push([row]);
  }
  return blocks;
}
