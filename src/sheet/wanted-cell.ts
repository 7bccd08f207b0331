// What one cell should hold.
import type { Cell } from '../core/cell.ts';
import type { FormatPaths } from './style.ts';

export type Validation = GoogleAppsScript.Sheets.Schema.DataValidationRule;

/** A text whose parts lead somewhere; a run without `uri` is plain. */
export interface LinkedText {
  readonly text: string;
  readonly runs: readonly { readonly from: number; readonly uri?: string }[];
}

/** A cell as it should be; a part that is left out is not ours. */
export interface WantedCell {
  readonly row: number;
  readonly column: number;
  /** A literal; null clears. */
  readonly value?: Cell;
  readonly formula?: string;
  readonly links?: LinkedText;
  /** Equal for cells whose formula is the same one, moved. */
  readonly template?: string;
  readonly format?: FormatPaths;
  readonly rule?: Validation;
  readonly note?: string;
  /** For the words about it. */
  readonly heading?: string;
  readonly key?: string;
  /** Of a row or column or tab that is being made now. */
  readonly isNew: boolean;
}
