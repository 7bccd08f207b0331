// Where everything declared is, or will be, in the workbook that was read: tabs by their id, columns by metadata and
// heading together, rows by their key. Nothing by position. What cannot be decided is a conflict, and stops the sync.

import { textOf } from '../core/cell.ts';
import { tidy } from '../core/text.ts';
import type { FixedTab, GrowingTab, Tab, TableTab, Workbook } from './declare.ts';
import { findColumns, insertMissing, type PlacedColumn, staleTags } from './find-columns.ts';
import type { Place, Places } from './formula.ts';
import { cellAt, formulaOf, type RawCell, rawValue, type Snapshot, type SnapshotTab } from './snapshot.ts';

/** A row with content that is none of the declared ones. */
export interface Stranger {
  readonly index: number;
  /** What stands in the key column. */
  readonly key: string;
  /** It carries formulas of ours: a row of the plan once, or a copy of one. */
  readonly hasFormulas: boolean;
}

export interface PlacedRow {
  readonly key: string;
  readonly index: number;
  readonly isNew: boolean;
}

export interface PlacedTab {
  readonly declared: Tab;
  /** As read; undefined where the tab will be added. */
  readonly was: SnapshotTab | undefined;
  readonly columns: readonly PlacedColumn[];
  /** Columns, as read, whose metadata of ours is to be taken away. */
  readonly staleTags: readonly number[];
  readonly rows: readonly PlacedRow[];
  /** The heading row was deleted: a row is inserted above everything. */
  readonly headingLost: boolean;
  /** Grid as it will be. */
  readonly rowCount: number;
  readonly columnCount: number;
  readonly strangers: readonly Stranger[];
}

export interface Placement {
  readonly tabs: readonly PlacedTab[];
  /** The empty tab of a new file, whose place our first tab takes. */
  readonly emptyTab: SnapshotTab | undefined;
  readonly places: Places;
  readonly conflicts: readonly string[];
}

export function placeWorkbook(workbook: Workbook, snapshot: Snapshot): Placement {
  const conflicts: string[] = [];
  const tabs = workbook.tabs.map((declared) => placeTab(declared, snapshot, conflicts));
  return { tabs, emptyTab: emptyFirstTab(workbook, snapshot), places: placesOf(tabs), conflicts };
}

/** One tab; what nobody can decide is added to `conflicts`. */
export function placeTab(declared: Tab, snapshot: Snapshot, conflicts: string[]): PlacedTab {
  const was = findTab(declared, snapshot);
  return declared.kind === 'fixed' ? placeFixed(declared, was) : placeTable(declared, was, conflicts);
}

/** By our id; a tab of our title with another id is a copy somebody made and named so, not ours. */
function findTab(declared: Tab, snapshot: Snapshot): SnapshotTab | undefined {
  return snapshot.tabs.find(({ sheetId }) => sheetId === declared.sheetId);
}

/** A new file's own tab (id 0), if nothing was ever typed into it and none of ours is there. */
function emptyFirstTab(workbook: Workbook, snapshot: Snapshot): SnapshotTab | undefined {
  const ours = new Set(workbook.tabs.map(({ sheetId }) => sheetId));
  const [first, ...others] = snapshot.tabs;
  if (first?.sheetId !== 0 || [first, ...others].some(({ sheetId }) => ours.has(sheetId))) return undefined;
  return first.rows.some((row) => row.some((cell) => cell.userEnteredValue !== undefined)) ? undefined : first;
}

function placeFixed(declared: FixedTab, was: SnapshotTab | undefined): PlacedTab {
  return {
    declared,
    was,
    columns: [],
    staleTags: [],
    rows: [],
    headingLost: false,
    rowCount: Math.max(declared.rowCount, was?.rowCount ?? 0),
    columnCount: Math.max(declared.columnWidths.length, was?.columnCount ?? 0),
    strangers: [],
  };
}

function placeTable(declared: TableTab | GrowingTab, was: SnapshotTab | undefined, conflicts: string[]): PlacedTab {
  const found = findColumns(declared, was, conflicts);
  const columns = insertMissing(declared, found);
  const inserted = columns.filter((column) => column.found === 'new').length;
  const columnCount = !was ? columns.length : Math.max(was.columnCount + inserted, columns.length);
  const base = { declared, was, columns, columnCount, staleTags: staleTags(declared, was, found) };
  if (declared.kind === 'growing') {
    const headingLost = false;
    return { ...base, rows: [], headingLost, rowCount: Math.max(declared.capacity, was?.rowCount ?? 0), strangers: [] };
  }
  const keyColumn = found.get(declared.keyColumn)?.index;
  const keys = new Map(declared.rows.map(({ key }) => [keyIn(key), key]));
  const keyAt = (row: number) => (keyColumn === undefined ? '' : textOf(rawValue(cellAt(was, row, keyColumn))));
  const headingLost = keys.has(keyIn(keyAt(0)));
  const shift = headingLost ? 1 : 0;
  const at = new Map<string, number>();
  const strangers: Stranger[] = [];
  const read = was?.rows ?? [];
  const formulas = [...found.values()].filter((column) => column.declared.formula !== undefined);
  for (let i = headingLost ? 0 : 1; i < read.length; i += 1) {
    const text = keyAt(i);
    const key = keys.get(keyIn(text));
    if (key !== undefined && !at.has(key)) at.set(key, i + shift);
    else if (read[i]?.some(hasContent)) {
      const hasFormulas = formulas.some(({ index }) => formulaOf(cellAt(was, i, index)) !== undefined);
      strangers.push({ index: i + shift, key: text, hasFormulas });
    }
  }
  let end = Math.max(1, ...[...at.values(), ...strangers.map(({ index }) => index)].map((index) => index + 1));
  const rows = declared.rows.map(({ key }): PlacedRow => {
    const index = at.get(key);
    if (index !== undefined) return { key, index, isNew: false };
    end += 1;
    return { key, index: end - 1, isNew: true };
  });
  const rowCount = !was ? end : Math.max(was.rowCount + shift, end);
  return { ...base, rows, headingLost, rowCount, strangers };
}

/** Keys meet whatever the case, the Unicode form and the spaces in which somebody typed them again. */
function keyIn(text: string): string {
  return tidy(text).toLowerCase();
}

function hasContent({ userEnteredValue }: RawCell): boolean {
  return userEnteredValue !== undefined;
}

/** Key, title and id of a tab, as changes name it. */
export function placeOf({ declared, was }: PlacedTab): { tab: string; title: string; sheetId: number } {
  return { tab: declared.key, title: declared.title, sheetId: was?.sheetId ?? declared.sheetId };
}

/** Where a column that will be at `index` was when the workbook was read. */
export function columnAsRead({ columns }: PlacedTab, index: number): number {
  return index - columns.filter((column) => column.found === 'new' && column.index < index).length;
}

/** Where a row that will be at `index` was when the workbook was read. */
export function rowAsRead({ headingLost }: PlacedTab, index: number): number {
  return index - (headingLost ? 1 : 0);
}

/** Columns of ours as they were read. */
export function ownColumns(tab: PlacedTab): ReadonlySet<number> {
  return new Set(tab.columns.filter(({ found }) => found !== 'new').map(({ index }) => columnAsRead(tab, index)));
}

function placesOf(tabs: readonly PlacedTab[]): Places {
  const places = new Map<string, Place>();
  for (const { declared, columns, rowCount } of tabs) {
    const { key: tab, title } = declared;
    if (declared.kind === 'fixed') {
      for (const [key, block] of Object.entries(declared.blocks)) places.set(`${tab}.${key}`, { tab, title, ...block });
      continue;
    }
    for (const column of columns) {
      places.set(`${tab}.${column.declared.key}`, {
        tab,
        title,
        column: column.index,
        fromRow: 1,
        toRow: rowCount - 1,
      });
    }
  }
  return places;
}
