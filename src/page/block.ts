// Texts for a rectangle of cells: the one form every change of cells has here, by keyboard, list, clipboard or undo.
import type { Range } from './grid/moves.ts';

export interface Block {
  readonly sheetId: number;
  readonly top: number;
  readonly left: number;
  /** Rows of equal length. */
  readonly rows: readonly (readonly string[])[];
}

export function areaOfBlock({ top, left, rows }: Block): Range {
  return { top, left, bottom: top + rows.length, right: left + (rows[0]?.length ?? 0) };
}

export function isEmptyBlock({ rows }: Block): boolean {
  return rows.every((row) => row.every((text) => text === ''));
}

/** A rectangle filled with what `text` says of each cell. */
export function blockOf(sheetId: number, area: Range, text: (row: number, column: number) => string): Block {
  const { top, left, bottom, right } = area;
  const rows = Array.from({ length: bottom - top }, (_, r) =>
    Array.from({ length: right - left }, (__, c) => text(top + r, left + c)),
  );
  return { sheetId, top, left, rows };
}

/** Rows of unequal length, filled up with nothing. */
export function squared(rows: readonly (readonly string[])[]): string[][] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? ''));
}

/** Block rows put into runs of shown rows, one after the other; what is left over stands below the last. */
export function spread(block: Block, runs: readonly { readonly top: number; readonly bottom: number }[]): Block[] {
  const { sheetId, left, rows } = block;
  const blocks: Block[] = [];
  let done = 0;
  for (const { top, bottom } of runs) {
    const part = rows.slice(done, done + bottom - top);
    if (part.length > 0) blocks.push({ sheetId, top, left, rows: part });
    done += part.length;
  }
  return blocks;
}
