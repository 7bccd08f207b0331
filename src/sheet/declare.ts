// How a workbook is declared: tabs, columns, cells, rules and rights as data. What stands here is ours and is kept;
// what does not stand here is nobody's business of ours.
import type { Day } from '../core/calendar.ts';
import type { Cell } from '../core/cell.ts';
import type { TabKey } from './tab-ids.ts';

/** How a column's cells look and are typed. TEXT everywhere for words: otherwise `038…` loses its zero and «15/5» becomes a date. */
export type Format = 'text' | 'date' | 'moment' | 'percent' | 'integer' | 'count' | 'days' | 'tick';

/**
 * Who writes the column: `sync` always ours; `once` ours when the row is made, then CAX's; `unit` the entry block and its
 * kin, never ours; `formula`; `cax` typed by CAX alone; `system` written by use cases, never by the sync.
 */
export type Writer = 'sync' | 'once' | 'unit' | 'formula' | 'cax' | 'system';

/** What a cell may hold; strict, refused with the help text. */
export type Rule =
  | { readonly kind: 'list'; readonly values: readonly string[]; readonly help: string }
  | { readonly kind: 'column'; readonly of: string; readonly help: string }
  /** Between two days, both included; any that can be meant where none are named. */
  | { readonly kind: 'date'; readonly from?: Day; readonly to?: Day; readonly help: string }
  | { readonly kind: 'between'; readonly min: number; readonly max: number; readonly help: string }
  | { readonly kind: 'address'; readonly help: string }
  /** A formula template over the cell's own row; TRUE lets the text in. */
  | { readonly kind: 'test'; readonly formula: string; readonly help: string }
  | { readonly kind: 'tick' };

export interface Column<K extends string = string> {
  /** Identity of the column for ever: «tasks.state» carries it as developer metadata. */
  readonly key: K;
  readonly heading: string;
  /** Pixels. */
  readonly width: number;
  readonly format: Format;
  readonly writer: Writer;
  /** The sentence that explains the column, as a note on its heading. */
  readonly note?: string;
  readonly hidden?: boolean;
  /** Folded away with its neighbours that are, until somebody unfolds them. */
  readonly folded?: true;
  /** A sheet of before the column is whole without it, until the next sync. */
  readonly later?: true;
  readonly rule?: Rule;
  /** Template over column keys, see formula.ts. */
  readonly formula?: string;
  readonly align?: 'left' | 'center' | 'right';
}

/** A column; what few columns have stands in `more`. */
export function column<K extends string>(
  key: K,
  heading: string,
  width: number,
  format: Format,
  writer: Writer,
  more: Omit<Column, 'key' | 'heading' | 'width' | 'format' | 'writer'> = {},
): Column<K> {
  return { key, heading, width, format, writer, ...more };
}

/** Values of a row by column key; a column that is not named has none. */
export type Cells<K extends string = string> = Readonly<Partial<Record<K, Cell>>>;

/** A row of a keyed table: what the sync writes (`sync` columns) or writes at creation only (`once` columns), by column key. */
export interface DeclaredRow<K extends string = string> {
  readonly key: string;
  readonly cells: Cells<K>;
  /** Rules of single cells, where a row has its own (settings). */
  readonly rules?: Readonly<Partial<Record<K, Rule>>>;
  readonly formats?: Readonly<Partial<Record<K, Format>>>;
  /** Formulas of single cells of a `formula` column, where a row has its own (settings). */
  readonly formulas?: Readonly<Partial<Record<K, string>>>;
  /** Words of a `sync` column that lead somewhere, by column key; they are the whole text of the cell. */
  readonly links?: Readonly<Partial<Record<K, readonly DeclaredLink[]>>>;
  /** Values of `once` columns that must follow the plan all the same: a unit was renamed. */
  readonly corrections?: Cells<K>;
}

/** Words that lead to a place of the same file; without a place they only stand between. */
export interface DeclaredLink {
  readonly words: string;
  readonly to?: { readonly tab: string; readonly view: number } | { readonly tab: string; readonly row: string };
}

/** Rows of a table that one reader looks at alone: a saved filter view. */
export interface DeclaredView {
  /** Chosen by us, unique in the file. */
  readonly id: number;
  readonly title: string;
  /** Template of a condition over the first row of the body; it stands on `column`. */
  readonly condition: string;
  readonly column: string;
}

export type CellStyle =
  | 'title'
  | 'heading'
  | 'label'
  | 'alarm'
  | 'strong'
  | 'plain'
  | 'wrap'
  | 'figure'
  | 'bar'
  | 'small';

/** A cell of a tab that is wholly ours. */
export interface DeclaredCell {
  readonly row: number;
  readonly column: number;
  /** Formula templates begin with «=». */
  readonly value: Cell;
  readonly format?: Format;
  readonly style?: CellStyle;
}

/** A colour of a status: words first, colour second. */
export interface ColourRule<K extends string = string> {
  /** Key of the column whose words decide, and the columns coloured. */
  readonly by: K;
  readonly columns: readonly K[];
  readonly words: readonly string[];
  readonly background: string;
  readonly foreground?: string;
}

interface TabBase {
  /** Identity for ever, and the first half of its column keys. */
  readonly key: TabKey;
  /** Chosen by us: a renamed tab stays ours. */
  readonly sheetId: number;
  readonly title: string;
  readonly hidden?: boolean;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly tabColour?: string;
}

/** A table with a heading row; rows are found by the text of `keyColumn`. */
export interface TableTab<K extends string = string> extends TabBase {
  readonly kind: 'table';
  readonly columns: readonly Column<K>[];
  readonly keyColumn: K;
  readonly rows: readonly DeclaredRow<K>[];
  readonly colours: readonly ColourRule<K>[];
  /** Filter views; ids from `from` to `to` (exclusive) are ours. */
  readonly views?: { readonly from: number; readonly to: number; readonly list: readonly DeclaredView[] };
}

/** A table that grows at its end and is never rewritten; only its heading is declared. */
export interface GrowingTab<K extends string = string> extends TabBase {
  readonly kind: 'growing';
  readonly columns: readonly Column<K>[];
  /** Rows the grid is made with; formulas look at so many. */
  readonly capacity: number;
}

/** A chart over a fixed tab; its numbers are cells of that tab, headings included. */
export interface DeclaredChart {
  /** Chosen by us, unique in the file. */
  readonly id: number;
  readonly title: string;
  readonly kind: 'stacked bars' | 'columns';
  /** Rows of the numbers, the heading row first; both inclusive, 0-based. */
  readonly fromRow: number;
  readonly toRow: number;
  readonly domain: number;
  readonly series: readonly { readonly column: number; readonly colour: string }[];
  readonly at: { readonly row: number; readonly column: number; readonly width: number; readonly height: number };
}

/** A tab whose every cell is ours: the board, the guide. */
export interface FixedTab extends TabBase {
  readonly kind: 'fixed';
  readonly rowCount: number;
  readonly columnWidths: readonly number[];
  /** Laid out anew since the sheet was made: what stands in cells that are declared no more is cleared, once. */
  readonly relaid?: boolean;
  /** From this column on (0-based) hidden. */
  readonly hiddenFrom?: number;
  readonly cells: readonly DeclaredCell[];
  readonly charts: readonly DeclaredChart[];
  /** Named blocks of helper cells that formulas elsewhere look at, as columns of a table would be. */
  readonly blocks: Readonly<
    Record<string, { readonly column: number; readonly fromRow: number; readonly toRow: number }>
  >;
}

export type Tab<K extends string = string> = TableTab<K> | GrowingTab<K> | FixedTab;

/** A named cell; formulas use the name. */
export interface NamedCell {
  readonly name: string;
  /** Ours to choose. */
  readonly id: string;
  readonly tab: string;
  /** Place on a fixed tab, or the cell of a keyed row. */
  readonly at: { readonly row: number; readonly column: number } | { readonly key: string; readonly column: string };
}

export interface Workbook {
  readonly locale: string;
  readonly timeZone: string;
  readonly recalculation: 'HOUR';
  readonly tabs: readonly Tab[];
  readonly names: readonly NamedCell[];
}
