// A placed tab, asked by column key and row key; raw cells go on unrepaired.
import type { Cell } from '../../core/cell.ts';
import type { ColumnKey } from '../layout/column-keys.ts';
import type { TabKey } from '../tab-ids.ts';
import { columnAsRead, type PlacedTab, type Placement, rowAsRead } from './place.ts';
import { cellAt, type RawCell, rawValue } from './snapshot.ts';

/** Reads a placed tab by row and column key. @typeParam K keys of its columns */
export interface RowReader<K extends string> {
  readonly tab: PlacedTab<K>;
  /** Declared rows that are there; of a growing tab every row with content, in its order. 0-based sheet rows. */
  readonly rows: readonly { readonly index: number; readonly key: string }[];
  readonly cell: (row: number, column: K) => RawCell;
  readonly value: (row: number, column: K) => Cell;
}

/** Reads a tab of the workbook. */
export type TableReader<T extends TabKey> = RowReader<ColumnKey<T>>;

/** @throws Error where the tab is not declared: our bug. A tab or column that is missing in the file reads as empty. */
export function tableReader<T extends TabKey>(placement: Placement<T>, key: T): TableReader<T> {
  const tab = placement.tabs.find(({ declared }) => declared.key === key);
  if (!tab) throw new Error(`no tab ${key}`);
  // The tab of that key is declared with the columns of that key.
  return readerOf(tab as PlacedTab<ColumnKey<T>>);
}

/** The same places where another tab was read too, which not every look asks for; undefined where it was not, or is not there. */
export function ifRead<K extends TabKey, T extends TabKey>(
  placement: Placement<K>,
  key: T,
): Placement<K | T> | undefined {
  const tab = placement.tabs.find(({ declared }) => declared.key === key);
  return tab?.was && (placement as Placement<K | T>);
}

/** Reads one placed tab. */
export function readerOf<K extends string>(tab: PlacedTab<K>): RowReader<K> {
  const source = tab.was;
  const columns = new Map(tab.columns.filter(({ found }) => found !== 'new').map((c) => [c.declared.key, c]));
  const cell = (row: number, column: K): RawCell => {
    const placed = columns.get(column);
    return placed ? cellAt(source, rowAsRead(tab, row), columnAsRead(tab, placed.index)) : {};
  };
  const known = tab.rows.filter(({ isNew }) => !isNew).map(({ key, index }) => ({ key, index }));
  const grown = (source?.rows ?? []).flatMap((cells, index) =>
    index > 0 && cells.some((cell) => cell.userEnteredValue !== undefined) ? [{ key: '', index }] : [],
  );
  return {
    tab,
    rows: tab.declared.kind === 'growing' ? grown : known,
    cell,
    value: (row, column) => rawValue(cell(row, column)),
  };
}

/**
 * What is missing of a tab, in words: all of it, or columns of it that are no formulas. Use cases that compare, freeze or copy
 * what people typed do nothing then: a column that is not there would read as wiped.
 */
export function missingIn<T extends TabKey>(placement: Placement<T>, key: T): string | undefined {
  const { tab } = tableReader(placement, key);
  if (!tab.was) return `Tab «${tab.declared.title}» không còn.`;
  const gone = tab.columns.filter(
    ({ declared, found }) => found === 'new' && declared.writer !== 'formula' && !declared.later,
  );
  if (gone.length === 0) return undefined;
  return `Tab «${tab.declared.title}» thiếu cột ${gone.map(({ declared }) => `«${declared.heading}»`).join(', ')}.`;
}
