// The difference between the workbook as declared and as read, as data: what would be written, where, and why. Wording it
// is describe.ts, turning it into Google's requests is requests.ts.
import type { Cell } from '../core/cell.ts';
import type { NamedCell } from './declare.ts';
import type { RawConditionalFormat } from './snapshot.ts';
import type { FormatPaths } from './style.ts';
import type { Validation } from './want.ts';

/** add: something new · fix: content that differs from the plan · restore: a guard, a look, a formula put back · leave: named, untouched. */
export type Impact = 'add' | 'fix' | 'restore' | 'leave';

interface Place {
  /** Key and title of the tab. */
  readonly tab: string;
  readonly title: string;
  readonly sheetId: number;
}

export type CellPart =
  | { readonly part: 'value'; readonly value: Cell }
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
  /** What stood there, for the words. */
  readonly before: string;
} & CellPart;

export type Change =
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
  | (Place & { readonly kind: 'heading-row'; readonly impact: Impact })
  | (Place & {
      readonly kind: 'column';
      readonly impact: Impact;
      readonly column: number;
      readonly key: string;
      readonly heading: string;
      readonly action: 'insert' | 'tag';
    })
  | (Place & { readonly kind: 'row'; readonly impact: Impact; readonly key: string; readonly row: number })
  | (Place & {
      readonly kind: 'dimension';
      readonly impact: Impact;
      readonly column: number;
      readonly width: number;
      readonly hidden: boolean;
    })
  | (Place & {
      readonly kind: 'colours';
      readonly impact: Impact;
      readonly was: number;
      readonly rules: readonly RawConditionalFormat[];
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
  | (Place & { readonly kind: 'stranger'; readonly impact: 'leave'; readonly row: number; readonly key: string });
