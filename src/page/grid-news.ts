// A tab of the workbook as the page draws it: cells as they look, and what of them is new.

/** How a cell looks; what is missing is Google's default. Colours are `#rrggbb`. */
export interface GridStyle {
  readonly back?: string;
  readonly ink?: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
  readonly strike?: true;
  /** Points. */
  readonly size?: number;
  readonly font?: string;
  readonly across?: 'left' | 'center' | 'right';
  readonly down?: 'top' | 'middle';
  readonly wrap?: 'wrap' | 'clip';
  readonly borders?: { readonly [side in 'top' | 'bottom' | 'left' | 'right']?: { color: string; wide: boolean } };
  /** Left, in pixels, beyond the usual. */
  readonly indent?: number;
}

export interface GridLink {
  /** Letters of the shown text, end exclusive. */
  readonly from: number;
  readonly to: number;
  readonly uri: string;
}

export interface GridCell {
  /** As shown; absent where the cell is empty. */
  readonly text?: string;
  readonly formula?: string;
  readonly note?: string;
  /** A place in the tab's `styles`. */
  readonly style?: number;
  /** A place in the tab's `rules`, plus one. */
  readonly rule?: number;
  /** Of a tick box. */
  readonly ticked?: boolean;
  readonly links?: readonly GridLink[];
}

/** A validation that shows: a drop-down, a tick box, a day to be picked. */
export type GridRule =
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'tick' }
  | { readonly kind: 'date' };

export interface GridChart {
  readonly id: number;
  readonly title: string;
  readonly kind: 'bar' | 'column' | 'line' | 'pie';
  readonly stacked: boolean;
  /** Its numbers are shares of one. */
  readonly percent: boolean;
  readonly legend: boolean;
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly color?: string; readonly values: readonly number[] }[];
  readonly row: number;
  readonly column: number;
  readonly width: number;
  readonly height: number;
}

/** Rows and columns, ends exclusive. */
export interface GridRect {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface GridTab {
  readonly sheetId: number;
  readonly title: string;
  readonly rows: number;
  readonly columns: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly gridLines: boolean;
  /** Pixels. */
  readonly widths: readonly number[];
  /** Pixels where they were set; `undefined`: fitted to the text. */
  readonly heights: readonly (number | null)[];
  /** What each column is by its metadata, «tasks.state»; null for a column somebody added. */
  readonly keys: readonly (string | null)[];
  /** «Kỳ 05/2024», as the workbook says it. */
  readonly openPeriod: string;
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** Of the hidden ones those of a group that is folded: a person may unfold it. */
  readonly foldedColumns: readonly number[];
  readonly merges: readonly GridRect[];
  /** What the person who looks may not change. */
  readonly locked: readonly GridRect[];
  readonly styles: readonly GridStyle[];
  readonly rules: readonly GridRule[];
  /** By row and column; rows and cells that hold nothing are left out. */
  readonly cells: readonly (readonly (GridCell | null)[] | null)[];
  readonly views: readonly { readonly id: number; readonly title: string }[];
  readonly charts: readonly GridChart[];
}

/** What is new on the tab in view: all of it, or some cells (and the charts, where they moved). */
export type GridNews =
  | { readonly kind: 'whole'; readonly tab: GridTab }
  | {
      readonly kind: 'cells';
      readonly sheetId: number;
      readonly cells: readonly { readonly row: number; readonly column: number; readonly cell: GridCell | null }[];
      readonly styles: readonly GridStyle[];
      readonly rules: readonly GridRule[];
      readonly charts: readonly GridChart[];
    };
