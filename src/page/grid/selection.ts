// Which cells are chosen: one that is active, where typing goes, and a range around it. Shown on the table by classes, and as
// `aria-selected`; the active cell has the focus.
import { areaOf, between, type Cell, type Range, wholeOf } from './moves.ts';
import type { Table } from './table.ts';

export class Selection {
  active: Cell = { row: 0, column: 0 };
  /** The corner that moves when a range is drawn. */
  head: Cell = this.active;
  private marked: HTMLElement[] = [];
  private ring: HTMLElement | undefined;
  private cut: HTMLElement[] = [];

  range(merges: readonly Range[]): Range {
    return wholeOf(between(this.active, this.head), merges);
  }

  /** A merged cell is its first one. */
  put(cell: Cell, merges: readonly Range[]): void {
    const { top, left } = wholeOf(areaOf(cell), merges);
    this.active = { row: top, column: left };
    this.head = this.active;
  }

  draw(table: Table, merges: readonly Range[]): void {
    for (const cell of this.marked.splice(0)) {
      cell.classList.remove('chosen');
      cell.removeAttribute('aria-selected');
    }
    this.ring?.classList.remove('active');
    this.ring?.removeAttribute('tabindex');
    const range = this.range(merges);
    this.marked = cellsIn(table, range);
    for (const cell of this.marked) {
      if (this.marked.length > 1) cell.classList.add('chosen');
      cell.setAttribute('aria-selected', 'true');
    }
    this.ring = table.at(this.active.row, this.active.column);
    this.ring?.classList.add('active');
    this.ring?.setAttribute('tabindex', '0');
  }

  /** Marks what Ctrl+X took; without a range, nothing any more. */
  drawCut(table: Table, range: Range | undefined): void {
    for (const cell of this.cut.splice(0)) cell.classList.remove('cut');
    this.cut = range ? cellsIn(table, range) : [];
    for (const cell of this.cut) cell.classList.add('cut');
  }
}

function cellsIn(table: Table, { top, left, bottom, right }: Range): HTMLElement[] {
  const columns = table.columns.filter((column) => column >= left && column < right);
  const cells: HTMLElement[] = [];
  for (let row = top; row < bottom; row += 1) {
    for (const column of columns) {
      const cell = table.made(row, column);
      if (cell) cells.push(cell);
    }
  }
  return cells;
}
