// What the grid is told, and what it tells.
import type { KeyDeed } from './keys.ts';
import type { Cell } from './moves.ts';

/** A rectangle on the screen, relative to the grid's element. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface GridHandlers {
  selected(): void;
  /** A key that changes something, or a double click (`edit`). */
  deed(deed: KeyDeed, event?: Event): void;
  /** The arrow of a list, or a tick box. */
  picks(): void;
  follow(uri: string): void;
  hovered(cell: Cell | undefined): void;
  moved(): void;
}

/** What a person has chosen to see of a tab. */
export interface Shows {
  /** Rows a filter view hides. */
  readonly hidden: readonly number[];
  /** Columns of folded groups are shown. */
  readonly unfolded: boolean;
}
