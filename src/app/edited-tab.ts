// What onEdit reads of the tab that was edited: the row of headings, then of the edited rows the cells it decides by. The rows
// between are never read, because an edit of the last row must cost what one of the first costs.
import type { Cell } from '../core/cell.ts';
import { headingsNow } from '../core/former-headings.ts';
import { fold } from '../core/text.ts';

/** 0-based, inclusive. */
export interface EditedRange {
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
  /** What stood in the one cell that was edited; undefined where it was empty, or where there were more. */
  readonly was?: string | undefined;
}

/** The tab, read in rectangles. */
export interface EditedTab {
  readonly columnCount: number;
  /** One round trip. */
  cells(area: EditedRange): readonly (readonly Cell[])[];
}

/** Headings of a tab's block and how far each stands from the block's first column while nobody has moved any. */
export type Block = Readonly<Record<string, number>>;

/** An edited row below the headings; columns are those of the tab. */
export interface EditedRow {
  readonly row: number;
  cellAt(column: number): Cell;
}

export interface Located {
  indexOf(heading: string): number | undefined;
  /** The edited rows below the headings, of which the cells of these columns may be asked for. */
  rows(columns: readonly number[]): EditedRow[];
}

/** The last row in which headings are looked for that rows of somebody's own have pushed down, until a sync puts them back. */
const LOWEST_HEADINGS = 19;

/** The first row with most of the block's headings; undefined where they are gone. */
export function locate(tab: EditedTab, edit: EditedRange, block: Block): Located | undefined {
  const wide = { fromColumn: 0, toColumn: tab.columnCount - 1 };
  let read = tab.cells({ fromRow: 0, toRow: edit.fromRow === 0 ? edit.toRow : 0, ...wide });
  let headingRow = headingRowOf(read, block);
  const lowest = Math.min(edit.toRow, LOWEST_HEADINGS);
  if (headingRow < 0 && read.length <= lowest) {
    read = [...read, ...tab.cells({ fromRow: read.length, toRow: lowest, ...wide })];
    headingRow = headingRowOf(read, block);
  }
  if (headingRow < 0) return undefined;
  const texts = textsOf(read[headingRow] ?? []);
  return {
    indexOf: (heading) => columnOf(fold(heading), texts, block),
    rows(columns) {
      const fromRow = Math.max(headingRow + 1, edit.fromRow);
      const count = edit.toRow - fromRow + 1;
      if (count <= 0) return [];
      const blocks =
        edit.toRow < read.length
          ? [{ fromColumn: 0, toColumn: tab.columnCount - 1, cells: read.slice(fromRow) }]
          : runsOf(columns).map((run) => ({ ...run, cells: tab.cells({ fromRow, toRow: edit.toRow, ...run }) }));
      const cellAt = (i: number, column: number): Cell => {
        const block = blocks.find(({ fromColumn, toColumn }) => column >= fromColumn && column <= toColumn);
        return block?.cells[i]?.[column - block.fromColumn] ?? null;
      };
      return Array.from({ length: count }, (_, i) => ({
        row: fromRow + i,
        cellAt: (column) => cellAt(i, column),
      }));
    },
  };
}

/** Columns side by side together, and nothing between them: what stands there are formulas, and Google would calculate them first. */
function runsOf(columns: readonly number[]): { fromColumn: number; toColumn: number }[] {
  const runs: { fromColumn: number; toColumn: number }[] = [];
  for (const column of [...columns].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last && column <= last.toColumn + 1) last.toColumn = column;
    else runs.push({ fromColumn: column, toColumn: column });
  }
  return runs;
}

function textsOf(row: readonly Cell[]): string[] {
  return headingsNow(row.map((cell) => (typeof cell === 'string' ? cell : '')));
}

function headingRowOf(rows: readonly (readonly Cell[])[], block: Block): number {
  const wanted = Object.keys(block);
  return rows.findIndex((row) => {
    const texts = textsOf(row);
    return wanted.filter((heading) => texts.includes(heading)).length * 2 > wanted.length;
  });
}

/** The column of a heading; of one that stands twice, because somebody copied a column, the one in line with most others. */
function columnOf(heading: string, texts: readonly string[], block: Block): number | undefined {
  const startOf = (index: number, text: string) => index - (block[text] ?? 0);
  const inLine = (start: number) => texts.filter((text, i) => text in block && startOf(i, text) === start).length;
  const places = texts.flatMap((text, i) => (text === heading ? [{ i, votes: inLine(startOf(i, text)) }] : []));
  const [best, next] = places.sort((a, b) => b.votes - a.votes);
  return best && best.votes > (next?.votes ?? 0) ? best.i : undefined;
}
