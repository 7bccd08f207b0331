// The difference between the workbook as declared and as read, as data: what would be written, where, and why. Wording it
// is describe.ts, turning it into Google's requests is requests.ts.
import type { Cell } from '../core/cell.ts';
import type { NamedCell } from './declare.ts';
import type { RawConditionalFormat, Span } from './reading/snapshot.ts';
import type { FormatPaths } from './style.ts';
import type { LinkedText, Validation } from './wanted-cell.ts';

/** add: something new · fix: content that differs from the plan · restore: a guard, a look, a formula put back · leave: named, untouched. */
export type Impact = 'add' | 'fix' | 'restore' | 'leave';

export type GridRange = GoogleAppsScript.Sheets.Schema.GridRange;
export type FilterView = GoogleAppsScript.Sheets.Schema.FilterView & {
  filterSpecs?: { columnIndex?: number; filterCriteria?: GoogleAppsScript.Sheets.Schema.FilterCriteria }[];
};
type Chart = GoogleAppsScript.Sheets.Schema.EmbeddedChart;

export interface Place {
  /** Key and title of the tab. */
  readonly tab: string;
  readonly title: string;
  readonly sheetId: number;
}

export type CellPart =
  | { readonly part: 'value'; readonly value: Cell }
  | { readonly part: 'links'; readonly links: LinkedText }
  | { readonly part: 'formula'; readonly formula: string; readonly template: string }
  | { readonly part: 'format'; readonly format: FormatPaths }
  | { readonly part: 'rule'; readonly rule: Validation }
  | { readonly part: 'note'; readonly note: string };

export type CellChange = Place & {
  readonly kind: 'cell';
  readonly impact: Impact;
  readonly row: number;
  readonly column: number;
  readonly heading?: string;
  readonly key?: string;
  /** What stood there, for the words: a formula as its text. */
  readonly before: Cell;
  /** Numbers in it are days. */
  readonly isDate: boolean;
} & CellPart;

/**
 * `clash`: what is wanted and what stands there instead, without the place; absent where nothing stood there. Two changes of one clash are
 * Google's manner, not damage (app/sync/disputes.ts).
 */
export type Change = AnyChange & { readonly clash?: string };

type AnyChange =
  | CellChange
  | {
      readonly kind: 'file';
      readonly impact: Impact;
      readonly what: 'locale' | 'timeZone' | 'recalculation';
      readonly value: string;
    }
  | (Place & {
      readonly kind: 'tab';
      readonly impact: Impact;
      readonly action: 'add' | 'rename' | 'show' | 'hide' | 'grid' | 'freeze';
      readonly rowCount: number;
      readonly columnCount: number;
      readonly frozenRows: number;
      readonly frozenColumns: number;
      readonly hidden: boolean;
      readonly tabColour?: string;
      readonly index: number;
      readonly before: string;
    })
  | (Place & { readonly kind: 'empty-tab'; readonly impact: Impact })
  /** The heading row goes back above everything, from where it was read, or is made anew. */
  | (Place & { readonly kind: 'heading-row'; readonly impact: Impact; readonly from: number | undefined })
  | (Place & {
      readonly kind: 'column';
      readonly impact: Impact;
      readonly column: number;
      readonly key: string;
      readonly heading: string;
      readonly action: 'insert' | 'tag';
    })
  /** Metadata of ours on a column that is not that column any more; `column` as read. */
  | (Place & { readonly kind: 'stale-tag'; readonly impact: Impact; readonly column: number })
  | (Place & { readonly kind: 'row'; readonly impact: Impact; readonly key: string; readonly row: number })
  | (Place & {
      readonly kind: 'dimension';
      readonly impact: Impact;
      readonly column: number;
      readonly width: number;
      readonly hidden: boolean;
    })
  /** Columns side by side fold away together. `isAlone`: no other group is there, so that this one can be told to fold. */
  | (Place & {
      readonly kind: 'column-group';
      readonly impact: Impact;
      readonly from: number;
      readonly to: number;
      readonly first: string;
      readonly last: string;
      readonly isAlone: boolean;
    })
  /** How the cells of a growing tab's column look, told once for all rows when the column is made. */
  | (Place & {
      readonly kind: 'body-look';
      readonly impact: Impact;
      readonly column: number;
      readonly rowCount: number;
      readonly format: FormatPaths;
    })
  | (Place & {
      readonly kind: 'colours';
      readonly impact: Impact;
      /** Where rules of ours stood in the tab's list. People's are left in it: rows and columns move them meanwhile. */
      readonly was: readonly number[];
      readonly rules: readonly RawConditionalFormat[];
    })
  | (Place & { readonly kind: 'merge'; readonly impact: Impact; readonly range: GridRange })
  | (Place & { readonly kind: 'basic-filter'; readonly impact: Impact })
  | (Place & { readonly kind: 'hidden-rows'; readonly impact: Impact; readonly from: number; readonly to: number })
  | (Place & { readonly kind: 'banding'; readonly impact: Impact; readonly id: number })
  | (Place & {
      readonly kind: 'view';
      readonly impact: Impact;
      readonly action: 'add' | 'update' | 'delete';
      readonly view: FilterView;
    })
  | (Place & {
      readonly kind: 'chart';
      readonly impact: Impact;
      readonly exists: boolean /** What it shows stands elsewhere now. */;
      readonly moves: boolean;
      readonly chart: Chart;
    })
  | {
      readonly kind: 'name';
      readonly impact: Impact;
      readonly name: NamedCell;
      readonly exists: boolean;
      readonly sheetId: number;
      readonly row: number;
      readonly column: number;
    }
  /** The name of what was closed, which somebody has deleted or renamed: back over its rows. */
  | {
      readonly kind: 'closing-name';
      readonly impact: Impact;
      readonly id: string;
      readonly name: string;
      /** «Kỳ 05/2024», and its version. */
      readonly label: string;
      readonly version: number;
      readonly exists: boolean;
      readonly rows: Span;
      /** Exclusive. */
      readonly endColumn: number;
    }
  /** A name that passes for a closing's and lies outside «Lịch sử»: no closing of that name could be made. */
  | {
      readonly kind: 'false-name';
      readonly impact: Impact;
      readonly id: string;
      readonly name: string;
      /** Title of the tab it lies on; empty where that was not read. */
      readonly title: string;
    }
  | (Place & {
      readonly kind: 'stranger';
      readonly impact: 'leave';
      readonly row: number;
      readonly key: string;
      /** `copy`: of a row that stands elsewhere too · `withdrawn`: of a task the plan no longer has. */
      readonly as: 'copy' | 'withdrawn' | 'own';
    })
  | (Place & {
      readonly kind: 'stranger-column';
      readonly impact: 'leave';
      readonly column: number;
      readonly heading: string;
    })
  | { readonly kind: 'stranger-tab'; readonly impact: 'leave'; readonly title: string };

/** Changes of one kind. */
export type Of<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>;
