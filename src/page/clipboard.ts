// Ctrl+C, Ctrl+X, Ctrl+V over the chosen cells, with the browser's own clipboard. Rows a view hides are neither copied nor written.
import { type Block, blockOf, spread, squared } from './block.ts';
import type { Grid } from './grid/grid.ts';
import { isSingle, type Range } from './grid/moves.ts';
import { readTsv, repeated, writeTsv } from './grid/tsv.ts';

interface Cut {
  readonly sheetId: number;
  readonly range: Range;
  readonly text: string;
}

export interface ClipboardHandlers {
  change(blocks: readonly Block[]): Promise<boolean>;
  /** True where a range may not be changed, which has been said. */
  refuses(range: Range): boolean;
}

export class Clipboard {
  /** What Ctrl+X took: it goes when it is put down, as in Google. */
  private cut: Cut | undefined;

  constructor(
    private readonly grid: () => Grid,
    private readonly handlers: ClipboardHandlers,
    element: HTMLElement,
  ) {
    element.addEventListener('copy', (event) => this.copy(event, false));
    element.addEventListener('cut', (event) => this.copy(event, true));
    element.addEventListener('paste', (event) => this.paste(event));
  }

  /** Nothing is carried any more. */
  drop(): void {
    this.cut = undefined;
    this.grid().markCut(undefined);
  }

  private copy(event: ClipboardEvent, isCut: boolean): void {
    if (isInField(event) || !event.clipboardData || (!isCut && getSelection()?.isCollapsed === false)) return;
    event.preventDefault();
    const grid = this.grid();
    const { range } = grid;
    if (isCut && this.handlers.refuses(range)) return;
    const columns = grid.columns.filter((column) => column >= range.left && column < range.right);
    const rows = grid
      .runsOf(range)
      .flatMap(({ top, bottom }) =>
        Array.from({ length: bottom - top }, (_, r) => columns.map((column) => shownText(grid, top + r, column))),
      );
    const text = writeTsv(rows);
    event.clipboardData.setData('text/plain', text);
    this.cut = isCut ? { sheetId: grid.shown?.sheetId ?? 0, range, text } : undefined;
    grid.markCut(isCut ? range : undefined);
  }

  private paste(event: ClipboardEvent): void {
    if (isInField(event)) return;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text === '') return;
    event.preventDefault();
    const grid = this.grid();
    const sheetId = grid.shown?.sheetId ?? 0;
    const { range } = grid;
    const { top, left } = range;
    const runs = grid.runsOf(range);
    const shown = runs.reduce((sum, run) => sum + run.bottom - run.top, 0);
    const rows = squared(
      repeated(readTsv(text), isSingle(range) ? 1 : shown, isSingle(range) ? 1 : range.right - left),
    );
    // Down over the rows that are shown, also past the selection's end.
    const below = grid.runsOf({ ...range, bottom: Math.max(grid.shown?.rows ?? 0, top + rows.length) });
    const written = spread({ sheetId, top, left, rows }, below);
    const taken =
      this.cut?.text === text.replace(/\r\n/gu, '\n') && this.cut.sheetId === sheetId ? this.cut : undefined;
    const emptied = taken ? [blockOf(sheetId, taken.range, () => '')] : [];
    this.drop();
    void this.handlers.change([...emptied, ...written]).then((isDone) => {
      if (!isDone || !written[0]) return;
      grid.selectRange({
        top,
        left,
        bottom: (written.at(-1)?.top ?? top) + (written.at(-1)?.rows.length ?? 1),
        right: left + (rows[0]?.length ?? 1),
      });
    });
  }
}

/** What is seen is what is copied, but for tick boxes. */
function shownText(grid: Grid, row: number, column: number): string {
  const cell = grid.cell(row, column);
  return cell?.ticked === undefined ? (cell?.text ?? '') : grid.text(row, column);
}

function isInField({ target }: Event): boolean {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
}
