// Where everything declared is, or will be, in the workbook that was read: tabs by their id, columns by metadata and
// heading together, rows by their key and the plan's words. Nothing by position. What cannot be decided is a conflict, and
// stops the sync.

import { columnLetters } from '../../core/a1.ts';
import { textOf } from '../../core/cell.ts';
import type { FixedTab, GrowingTab, Tab, TableTab, Workbook } from '../declare.ts';
import type { Place, Places } from '../formula.ts';
import type { TabKey } from '../tab-ids.ts';
import { findColumns, findHeadingRow, insertMissing, type PlacedColumn, staleTags } from './find-columns.ts';
import { findRows } from './find-rows.ts';
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

/** @typeParam K keys of its columns */
export interface PlacedTab<K extends string = string> {
  readonly declared: Tab<K>;
  /** As read; undefined where the tab will be added. */
  readonly was: SnapshotTab | undefined;
  readonly columns: readonly PlacedColumn<K>[];
  /** Columns, as read, whose metadata of ours is to be taken away. */
  readonly staleTags: readonly number[];
  readonly rows: readonly PlacedRow[];
  /** Where the heading row was read; undefined where it was deleted: a row is inserted above everything. */
  readonly headingRow: number | undefined;
  /** Grid as it will be. */
  readonly rowCount: number;
  readonly columnCount: number;
  readonly strangers: readonly Stranger[];
}

/**
 * @typeParam K the tabs that were asked for: nobody reads rows of another. A placement of more tabs serves where fewer are
 * read, never the other way round.
 */
export interface Placement<in K extends TabKey = TabKey> {
  /** In types alone. */
  readonly wasRead?: (tab: K) => void;
  readonly tabs: readonly PlacedTab[];
  /** The empty tab of a new file, whose place our first tab takes. */
  readonly emptyTab: SnapshotTab | undefined;
  readonly places: Places;
  readonly conflicts: readonly string[];
}

/** Google freezes no tab to its last row: a plan without targets has an empty row under its heading. */
export const LEAST_ROWS = 1;

/** Taken as a look at every tab; who asked for fewer says so by the type of what it hands on. */
export function placeWorkbook(workbook: Workbook, snapshot: Snapshot): Placement {
  const conflicts: string[] = [];
  const tabs = workbook.tabs.map((declared) => placeTab(declared, snapshot, conflicts));
  return { tabs, emptyTab: emptyFirstTab(workbook, snapshot), places: placesOf(tabs), conflicts };
}

/** One tab; what nobody can decide is added to `conflicts`. */
export function placeTab<K extends string>(declared: Tab<K>, snapshot: Snapshot, conflicts: string[]): PlacedTab<K> {
  const was = findTab(declared, snapshot);
  return declared.kind === 'fixed' ? placeFixed(declared, was) : placeTable(declared, was, conflicts);
}

/** By our id; a tab of our title with another id is a copy somebody made and named so, not ours. */
function findTab(declared: Pick<Tab, 'sheetId'>, snapshot: Snapshot): SnapshotTab | undefined {
  return snapshot.tabs.find(({ sheetId }) => sheetId === declared.sheetId);
}

/** A new file's own tab (id 0), if nothing was ever typed into it and none of ours is there. */
function emptyFirstTab(workbook: Workbook, snapshot: Snapshot): SnapshotTab | undefined {
  const ours = new Set(workbook.tabs.map(({ sheetId }) => sheetId));
  const [first, ...others] = snapshot.tabs;
  if (first?.sheetId !== 0 || [first, ...others].some(({ sheetId }) => ours.has(sheetId))) return undefined;
  return first.rows.some((row) => row.some((cell) => cell.userEnteredValue !== undefined)) ? undefined : first;
}

function placeFixed(declared: FixedTab, was: SnapshotTab | undefined): PlacedTab<never> {
  return {
    declared,
    was,
    columns: [],
    staleTags: [],
    rows: [],
    headingRow: 0,
    rowCount: Math.max(declared.rowCount, was?.rowCount ?? 0),
    columnCount: Math.max(declared.columnWidths.length, was?.columnCount ?? 0),
    strangers: [],
  };
}

/** A tab that is not there, or was not read. */
function placeNew<K extends string>(declared: TableTab<K> | GrowingTab<K>): PlacedTab<K> {
  const keys = declared.kind === 'table' ? declared.rows.map(({ key }) => key) : [];
  const least = declared.kind === 'table' ? declared.frozenRows + LEAST_ROWS : declared.capacity;
  return {
    declared,
    was: undefined,
    columns: declared.columns.map((column, index) => ({ declared: column, index, found: 'new' })),
    staleTags: [],
    rows: keys.map((key, i) => ({ key, index: i + 1, isNew: true })),
    headingRow: 0,
    rowCount: Math.max(keys.length + 1, least),
    columnCount: declared.columns.length,
    strangers: [],
  };
}

function placeTable<K extends string>(
  declared: TableTab<K> | GrowingTab<K>,
  was: SnapshotTab | undefined,
  conflicts: string[],
): PlacedTab<K> {
  if (!was) return placeNew(declared);
  const stands = declared.kind === 'table' ? findHeadingRow(declared, was) : 0;
  const found = findColumns(declared, was, conflicts, stands ?? 0);
  const columns = insertMissing(declared, found);
  const inserted = columns.filter((column) => column.found === 'new').length;
  const columnCount = Math.max(was.columnCount + inserted, columns.length);
  const base = { declared, was, columns, columnCount, staleTags: staleTags(declared, was, found) };
  if (declared.kind === 'growing') {
    return {
      ...base,
      rows: [],
      headingRow: 0,
      rowCount: Math.max(declared.capacity, was.rowCount),
      strangers: [],
    };
  }
  const read = was.rows;
  const valueAt = (row: number, column: string) => {
    const index = found.get(column)?.index;
    return index === undefined ? null : rawValue(cellAt(was, row, index));
  };
  const body = read.flatMap((row, i) => (i !== stands && row.some(hasContent) ? [i] : []));
  const keys = findRows(declared, body, valueAt);
  // With no heading to be seen the first row is where it was, unless a row of ours has moved up there.
  const headingRow = stands ?? (keys.has(0) ? undefined : 0);
  const willBe = (row: number) => (headingRow === undefined || row < headingRow ? row + 1 : row);
  const at = new Map<string, number>();
  const strangers: Stranger[] = [];
  const formulas = [...found.values()].filter((column) => column.declared.formula !== undefined);
  for (const row of body) {
    if (row === headingRow) continue;
    const key = keys.get(row);
    if (key !== undefined) at.set(key, willBe(row));
    else {
      const hasFormulas = formulas.some(({ index }) => formulaOf(cellAt(was, row, index)) !== undefined);
      strangers.push({ index: willBe(row), key: textOf(valueAt(row, declared.keyColumn)), hasFormulas });
    }
  }
  let end = Math.max(1, ...[...at.values(), ...strangers.map(({ index }) => index)].map((index) => index + 1));
  const rows = declared.rows.map(({ key }): PlacedRow => {
    const index = at.get(key);
    if (index !== undefined) return { key, index, isNew: false };
    end += 1;
    return { key, index: end - 1, isNew: true };
  });
  const stood = was.rowCount + (headingRow === undefined ? 1 : 0);
  const rowCount = Math.max(stood, end, declared.frozenRows + LEAST_ROWS);
  return { ...base, rows, headingRow, rowCount, strangers };
}

function hasContent({ userEnteredValue }: RawCell): boolean {
  return userEnteredValue !== undefined;
}

/** Key, title and id of a tab, as changes name it. */
export function placeOf({ declared, was }: PlacedTab): { tab: string; title: string; sheetId: number } {
  return { tab: declared.key, title: declared.title, sheetId: was?.sheetId ?? declared.sheetId };
}

/** Where a link to a row leads: to what is chosen first there, Tình trạng; in a tab that has none, to the row's first cell. */
export function landingCell({ columns }: Pick<PlacedTab, 'columns'>, row: number): string {
  const state = columns.find(({ declared }) => declared.key === 'state');
  return `${columnLetters(state?.index ?? 0)}${row + 1}`;
}

/** Where a column that will be at `index` was when the workbook was read. */
export function columnAsRead({ columns }: PlacedTab, index: number): number {
  return index - columns.filter((column) => column.found === 'new' && column.index < index).length;
}

/** Where a row that will be at `index` was when the workbook was read. */
export function rowAsRead({ headingRow }: PlacedTab, index: number): number {
  if (headingRow === undefined) return index - 1;
  if (index === 0) return headingRow;
  return index <= headingRow ? index - 1 : index;
}

/**
 * Rows or columns that stand move when the sync runs, and what lies over them (colours, bands, views, protections) moves or
 * stretches in Google's own way: its place is then written anew, right though it may look now.
 */
export function isShifted({ was, headingRow, columns }: PlacedTab): boolean {
  return was !== undefined && (headingRow !== 0 || columns.some(({ found }) => found === 'new'));
}

/** Columns of ours as they were read. */
export function ownColumns(tab: PlacedTab): ReadonlySet<number> {
  return new Set(tab.columns.filter(({ found }) => found !== 'new').map(({ index }) => columnAsRead(tab, index)));
}

function placesOf(tabs: readonly PlacedTab[]): Places {
  const places = new Map<string, Place>();
  for (const { declared, was, columns, rowCount } of tabs) {
    const { key: tab } = declared;
    // As it is called now: a night that leaves the name to people must not name another.
    const title = was?.title ?? declared.title;
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
