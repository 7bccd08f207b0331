// A tab as a table of the browser: letters and frozen rows in its head, frozen columns that stay, every shown cell an element with
// its text, so that the browser finds it, reads it aloud and makes it larger. Rows below the last text come as they are scrolled to.
import { columnLetters } from '../../core/a1.ts';
import { el } from '../dom.ts';
import type { GridCell, GridTab } from '../protocol.ts';
import { drawCell, wrapOf } from './cell-view.ts';
import { areaOf, type Cell, covers, type Range } from './moves.ts';

const ROW_HEADER = 40;
const USUAL_COLUMN = 100;
/** Rows made at once: those a screen may show, then so many at a time. */
const FIRST_ROWS = 80;
const MORE_ROWS = 150;
/** Empty rows that follow the last text from the beginning. */
const SPARE_ROWS = 30;

export interface Shown {
  readonly tab: GridTab;
  readonly hiddenRows: ReadonlySet<number>;
  /** Columns of folded groups are shown. */
  readonly unfolded: boolean;
  /** Without row numbers, for a small screen. */
  readonly narrow: boolean;
  cell(row: number, column: number): GridCell | null;
}

export class Table {
  readonly element: HTMLTableElement;
  /** The columns that are shown, in order. */
  readonly columns: readonly number[];
  private readonly head = el('thead');
  private readonly body = el('tbody');
  private readonly lines: HTMLTableRowElement[] = [];
  private readonly cells: Map<number, HTMLTableCellElement>[] = [];
  private readonly lefts = new Map<number, number>();
  private readonly places = new Map<Element, Cell>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly shown: Shown) {
    const { tab, narrow, unfolded } = shown;
    const hidden = new Set(tab.hiddenColumns);
    if (unfolded) for (const column of tab.foldedColumns) hidden.delete(column);
    this.columns = Array.from({ length: tab.columns }, (_, column) => column).filter((column) => !hidden.has(column));
    const header = narrow ? 0 : ROW_HEADER;
    let left = header;
    for (const column of this.columns) {
      if (column < tab.frozenColumns) this.lefts.set(column, left);
      left += this.width(column);
    }
    const widths = [...(narrow ? [] : [header]), ...this.columns.map((column) => this.width(column))];
    this.element = el(
      'table',
      {
        role: 'grid',
        class: tab.gridLines ? 'lined' : '',
        'aria-label': tab.title,
        'aria-rowcount': tab.rows,
        'aria-colcount': tab.columns,
        'aria-multiselectable': 'true',
        'aria-describedby': 'grid-keys',
      },
      el('colgroup', {}, ...widths.map((width) => el('col', { style: `width:${width}px` }))),
      this.head,
      this.body,
    );
    this.element.style.width = `${left}px`;
    this.head.append(this.letters());
    for (let row = 0; row < tab.frozenRows; row += 1) this.add(row);
    this.grow(FIRST_ROWS);
    this.growSoon();
  }

  /** Ends what is still to come. */
  end(): void {
    clearTimeout(this.timer);
  }

  /** The element of a cell; of a merge, its first. Undefined where it is hidden. */
  at(row: number, column: number): HTMLTableCellElement | undefined {
    while (this.lines.length <= row && this.lines.length < this.shown.tab.rows) this.grow(MORE_ROWS);
    return this.made(row, column);
  }

  /** The same, of a row that was made already. */
  made(row: number, column: number): HTMLTableCellElement | undefined {
    return this.cells[row]?.get(column);
  }

  /** The cell an element belongs to. */
  cellOf(target: EventTarget | null): Cell | undefined {
    const element = target instanceof Element ? target.closest('td, th') : null;
    return element ? this.places.get(element) : undefined;
  }

  /** Draws rows anew: a text may run on over its neighbours, so one cell is never alone. */
  redraw(rows: Iterable<number>): void {
    for (const row of rows) if (this.lines[row]) this.drawRow(row);
  }

  /** More of the empty rows below, when the end is near. */
  scrolled(scroller: HTMLElement): void {
    const rest = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
    if (rest < scroller.clientHeight) this.grow(MORE_ROWS);
  }

  /** Pixels of what does not scroll. */
  get frozen(): { readonly left: number; readonly top: number } {
    const { tab, narrow } = this.shown;
    const left = [...this.lefts.keys()].reduce((sum, column) => sum + this.width(column), narrow ? 0 : ROW_HEADER);
    return { left: tab.frozenColumns > 0 || !narrow ? left : 0, top: this.head.offsetHeight };
  }

  private growSoon(): void {
    const { tab } = this.shown;
    const wanted = Math.min(tab.rows, tab.cells.length + SPARE_ROWS);
    if (this.lines.length >= wanted) return;
    this.timer = setTimeout(() => {
      this.grow(Math.min(MORE_ROWS, wanted - this.lines.length));
      this.growSoon();
    });
  }

  private grow(by: number): void {
    const until = Math.min(this.lines.length + by, this.shown.tab.rows);
    while (this.lines.length < until) this.add(this.lines.length);
  }

  private letters(): HTMLTableRowElement {
    const corner = el('td', { class: 'corner', title: 'Ctrl+A' });
    const letters = this.columns.map((column) => {
      const letter = el('td', { class: 'letter' }, columnLetters(column));
      this.places.set(letter, { row: -1, column });
      this.freeze(letter, column);
      return letter;
    });
    this.places.set(corner, { row: -1, column: -1 });
    return el('tr', { class: 'letters', 'aria-hidden': 'true' }, !this.shown.narrow && corner, ...letters);
  }

  private add(row: number): void {
    const { tab, narrow, hiddenRows } = this.shown;
    const frozen = row < tab.frozenRows;
    const line = el('tr', { 'aria-rowindex': row + 1, hidden: hiddenRows.has(row) });
    const height = tab.heights[row];
    if (height) line.style.height = `${height}px`;
    if (!narrow) {
      const number = el('th', { scope: 'row', class: 'number' }, String(row + 1));
      this.places.set(number, { row, column: -1 });
      line.append(number);
    }
    const cells = new Map<number, HTMLTableCellElement>();
    for (const column of this.columns) {
      const merge = tab.merges.find((one) => covers(one, areaOf({ row, column })));
      if (merge && (merge.top !== row || merge.left !== column)) continue;
      const heads = frozen && row === 0 && this.shown.cell(row, column)?.text;
      const cell = heads ? el('th', { scope: 'col' }) : el('td');
      cell.setAttribute('aria-colindex', String(column + 1));
      if (merge) this.span(cell, merge);
      this.places.set(cell, { row, column });
      cells.set(column, cell);
      line.append(cell);
    }
    this.lines[row] = line;
    this.cells[row] = cells;
    this.drawRow(row);
    (frozen ? this.head : this.body).append(line);
  }

  private span(cell: HTMLTableCellElement, { top, left, bottom, right }: Range): void {
    cell.rowSpan = bottom - top;
    cell.colSpan = Math.max(1, this.columns.filter((column) => column >= left && column < right).length);
  }

  private drawRow(row: number): void {
    const { shown } = this;
    const { tab } = shown;
    for (const [column, element] of this.cells[row] ?? []) {
      const cell = shown.cell(row, column);
      const locked = tab.locked.some((area) => covers(area, areaOf({ row, column })));
      const height = tab.heights[row] ?? undefined;
      drawCell(element, { tab, cell, room: this.room(row, column), height, locked });
      this.freeze(element, column);
    }
  }

  /** Pixels up to the next cell that holds something; 0 where the text stays in its own or needs no more than that. */
  private room(row: number, column: number): number {
    const { tab, cell } = this.shown;
    const own = cell(row, column);
    const style = tab.styles[own?.style ?? -1];
    if (!own?.text || wrapOf(style) !== 'spill' || style?.across !== undefined || own.rule !== undefined) return 0;
    const from = this.columns.indexOf(column);
    let room = this.width(column);
    for (const next of this.columns.slice(from + 1)) {
      const other = cell(row, next);
      if (other?.text || other?.rule !== undefined || !this.cells[row]?.has(next)) break;
      room += this.width(next);
    }
    return room - 6;
  }

  private freeze(element: HTMLElement, column: number): void {
    const left = this.lefts.get(column);
    if (left === undefined) return;
    element.classList.add('frozen');
    element.style.left = `${left}px`;
  }

  private width(column: number): number {
    return this.shown.tab.widths[column] ?? USUAL_COLUMN;
  }
}
