// What the parts of the page share: the line to the worker, the grid, and how an action is done and shown.
import type { Client } from './client.ts';
import type { Grid } from './grid/grid.ts';
import type { Standing, Told } from './protocol.ts';

export interface Shell {
  readonly client: Client;
  readonly grid: Grid;
  /** Undefined until the first answer of the worker. */
  readonly standing: Standing | undefined;
  /** Runs an action and shows what came of it; undefined where it failed, which is said. */
  act<T extends Told>(deed: () => Promise<T>): Promise<T | undefined>;
  told(told: Told): void;
  /** To a cell, or to the card of its row. */
  goTo(row: number, column: number): void;
  /** To the tab, the range or the filter view a link names. */
  follow(uri: string): void;
  failed(error: unknown): void;
}
