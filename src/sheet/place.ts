// Where everything declared is, or will be, in the workbook that was read: tabs by their id, columns by metadata and
// heading together, rows by their key. Nothing by position. What cannot be decided is a conflict, and stops the sync.

import { textOf } from '../core/cell.ts';
import { fold } from '../core/text.ts';
import type { Column, FixedTab, GrowingTab, Tab, TableTab, Workbook } from './declare.ts';
import type { Place, Places } from './formula.ts';
import { cellAt, rawValue, type Snapshot, type SnapshotTab } from './snapshot.ts';

export interface PlacedColumn {
  readonly declared: Column;
  readonly index: number;
  /** How it was found: `new` columns will be inserted at `index`. */
  readonly found: 'agreed' | 'metadata' | 'heading' | 'new';
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
  readonly rows: readonly PlacedRow[];
  /** The heading row was deleted: a row is inserted above everything. */
  readonly headingLost: boolean;
  /** Grid as it will be. */
  readonly rowCount: number;
  readonly columnCount: number;
  /** Keys in the key column that are not declared, and rows without any, with content. */
  readonly strangers: readonly { readonly index: number; readonly key: string }[];
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
  const tabs = workbook.tabs.map((declared) => {
    const was = findTab(declared, snapshot);
    return declared.kind === 'fixed' ? placeFixed(declared, was) : placeTable(declared, was, conflicts);
  });
  return { tabs, emptyTab: emptyFirstTab(workbook, snapshot), places: placesOf(tabs), conflicts };
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
  const base = { declared, was, columns, columnCount };
  if (declared.kind === 'growing') {
    const headingLost = false;
    return { ...base, rows: [], headingLost, rowCount: Math.max(declared.capacity, was?.rowCount ?? 0), strangers: [] };
  }
  const keyColumn = found.get(declared.keyColumn)?.index;
  const headingLost = keyColumn !== undefined && isDeclaredKey(declared, textOf(rawValue(cellAt(was, 0, keyColumn))));
  const shift = headingLost ? 1 : 0;
  const first = headingLost ? 0 : 1;
  const at = new Map<string, number>();
  const strangers: { index: number; key: string }[] = [];
  const read = was?.rows ?? [];
  for (let i = first; i < read.length; i += 1) {
    const key = keyColumn === undefined ? '' : textOf(rawValue(cellAt(was, i, keyColumn)));
    if (isDeclaredKey(declared, key) && !at.has(key)) at.set(key, i + shift);
    else if (read[i]?.some((cell) => cell.userEnteredValue !== undefined)) strangers.push({ index: i + shift, key });
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

function isDeclaredKey(declared: TableTab, key: string): boolean {
  return declared.rows.some((row) => row.key === key);
}

/**
 * Heading and metadata agree: ours. One alone: ours, to be repaired. The metadata on one column and the heading on
 * another, or twice: nobody can say which holds the entries, so nothing is decided.
 */
function findColumns(
  declared: TableTab | GrowingTab,
  was: SnapshotTab | undefined,
  conflicts: string[],
): Map<string, PlacedColumn> {
  const found = new Map<string, PlacedColumn>();
  if (!was) return found;
  const headings = (was.rows[0] ?? []).map((cell) => fold(textOf(rawValue(cell))));
  const ours = new Set(declared.columns.map(({ key }) => `${declared.key}.${key}`));
  for (const column of declared.columns) {
    const name = `${declared.key}.${column.key}`;
    const tagged = was.columns.filter(({ key }) => key === name).map(({ index }) => index);
    const headed = headings.flatMap((heading, i) => (heading === fold(column.heading) ? [i] : []));
    const agreed = tagged.filter((i) => headed.includes(i));
    const untagged = headed.filter((i) => !ours.has(was.columns[i]?.key ?? ''));
    const only = (indexes: readonly number[]) => (indexes.length === 1 ? indexes[0] : undefined);
    const put = (index: number | undefined, how: PlacedColumn['found']) => {
      if (index !== undefined) found.set(column.key, { declared: column, index, found: how });
    };
    if (agreed.length === 1) put(agreed[0], 'agreed');
    else if (tagged.length === 1 && untagged.length === 0) put(tagged[0], 'metadata');
    else if (tagged.length === 0 && untagged.length === 1) put(only(untagged), 'heading');
    else if (tagged.length > 0 || untagged.length > 0) {
      conflicts.push(
        `Tab «${was.title}»: không xác định được cột «${column.heading}» vì có ${Math.max(2, tagged.length + untagged.length)} cột ` +
          'cùng nhận là cột này. Hãy sửa tiêu đề của cột thừa rồi đồng bộ lại.',
      );
    }
  }
  return found;
}

/** Missing columns go behind their declared left neighbour; the columns right of them move on. */
function insertMissing(declared: TableTab | GrowingTab, found: ReadonlyMap<string, PlacedColumn>): PlacedColumn[] {
  const placed: PlacedColumn[] = [];
  const shifted = new Map([...found].map(([key, column]) => [key, column.index]));
  let previous = -1;
  for (const column of declared.columns) {
    const index = shifted.get(column.key);
    if (index !== undefined) {
      placed.push({ declared: column, index, found: found.get(column.key)?.found ?? 'agreed' });
      previous = index;
      continue;
    }
    const at = previous + 1;
    for (const [key, other] of shifted) if (other >= at) shifted.set(key, other + 1);
    for (const [i, other] of placed.entries()) if (other.index >= at) placed[i] = { ...other, index: other.index + 1 };
    placed.push({ declared: column, index: at, found: 'new' });
    previous = at;
  }
  return placed;
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
