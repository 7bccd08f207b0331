// The grid on the page: shows a tab as the host sees it, draws what is new of it, and tells what people do in it.
import { el, fill } from '../dom.ts';
import type { GridCell, GridNews, GridTab } from '../protocol.ts';
import { WORDS } from '../words.ts';
import type { Box, GridHandlers, Shows } from './handlers.ts';
import { keyDeed } from './keys.ts';
import { type Cell, type Lanes, type Move, moved, pastMerge, type Range } from './moves.ts';
import { listenToPointers } from './pointer.ts';
import { reveal } from './reveal.ts';
import { Selection } from './selection.ts';
import { Table } from './table.ts';

export class Grid {
  /** What scrolls with the cells: charts, the cell editor. */
  readonly layer = el('div', { class: 'layer' });
  private readonly scroller: HTMLElement;
  private readonly selection = new Selection();
  private readonly resized = new ResizeObserver(() => this.handlers.moved());
  /** Nothing can be changed here. */
  readOnly = false;
  private table: Table | undefined;
  private tab: GridTab | undefined;
  private cells: (GridCell | null)[][] = [];
  private hidden: ReadonlySet<number> = new Set();

  constructor(
    private readonly element: HTMLElement,
    private readonly handlers: GridHandlers,
  ) {
    const keys = el('p', { id: 'grid-keys', class: 'unseen' }, WORDS.gridKeys);
    this.scroller = el('div', { class: 'scroller' }, this.layer);
    fill(element, keys, this.scroller);
    this.scroller.addEventListener('scroll', () => {
      this.table?.scrolled(this.scroller);
      handlers.moved();
    });
    this.layer.addEventListener('keydown', (event) => this.key(event));
    listenToPointers(this.layer, {
      cellOf: (target) => this.table?.cellOf(target),
      choose: (cell, extend) => this.choose(cell, extend),
      edit: () => handlers.deed({ kind: 'edit' }),
      picks: (cell) => {
        this.goTo(cell.row, cell.column);
        handlers.picks();
      },
      follow: (uri) => handlers.follow(uri),
      hovered: (cell) => handlers.hovered(cell),
    });
  }

  /** Shows a tab from its upper left corner, or where it was when only something of it changed its shape. */
  show(tab: GridTab, { hidden, unfolded }: Shows, narrow: boolean): void {
    const isSame = this.tab?.sheetId === tab.sheetId;
    const hadFocus = this.hasFocus;
    const { scrollTop, scrollLeft } = this.scroller;
    this.tab = tab;
    this.hidden = new Set([...tab.hiddenRows, ...hidden]);
    this.cells = tab.cells.map((row) => [...(row ?? [])]);
    this.table?.end();
    const table = new Table({
      tab,
      hiddenRows: this.hidden,
      unfolded,
      narrow,
      cell: (row, column) => this.cell(row, column),
    });
    this.resized.disconnect();
    this.table?.element.remove();
    this.table = table;
    this.layer.prepend(table.element);
    this.resized.observe(table.element);
    if (!isSame)
      this.selection.put({ row: Math.min(tab.frozenRows, tab.rows - 1), column: table.columns[0] ?? 0 }, tab.merges);
    // What is chosen may lie in rows that are not made yet.
    else table.at(this.selection.active.row, 0);
    this.selection.draw(table, tab.merges);
    this.scroller.scrollTo(isSame ? { top: scrollTop, left: scrollLeft } : { top: 0, left: 0 });
    if (hadFocus) this.focus();
    this.handlers.moved();
  }

  /** Draws cells that are new. */
  patch({ sheetId, cells, styles, rules, charts }: Extract<GridNews, { kind: 'cells' }>): void {
    if (!this.tab || this.tab.sheetId !== sheetId) return;
    for (const { row, column, cell } of cells) this.put(row, column, cell);
    // The table holds the same tab: what is told of it anew stands in it.
    Object.assign(this.tab, { styles, rules, charts, cells: this.cells });
    this.table?.redraw(new Set(cells.map(({ row }) => row)));
  }

  /** A cell as the person typed it, until the host has answered. */
  expect(row: number, column: number, text: string): void {
    const element = this.table?.at(row, column);
    element?.classList.add('expected');
    if (element) element.textContent = text;
  }

  /** Draws a cell as it was before `expect`. */
  restore(row: number): void {
    this.table?.redraw([row]);
  }

  cell(row: number, column: number): GridCell | null {
    return this.cells[row]?.[column] ?? null;
  }

  /** What a person would type to get what the cell holds. */
  text(row: number, column: number): string {
    const cell = this.cell(row, column);
    if (cell?.ticked !== undefined) return cell.ticked ? 'TRUE' : 'FALSE';
    return cell?.formula ?? cell?.text ?? '';
  }

  get shown(): GridTab | undefined {
    return this.tab;
  }

  /** Where typing goes. */
  get at(): Cell {
    return this.selection.active;
  }

  get range(): Range {
    return this.selection.range(this.tab?.merges ?? []);
  }

  /** Whether some cell of a range is kept from this person. */
  isLocked(range: Range): boolean {
    if (this.readOnly) return true;
    const { top, left, bottom, right } = range;
    return (this.tab?.locked ?? []).some(
      (area) => area.top < bottom && top < area.bottom && area.left < right && left < area.right,
    );
  }

  /** The rows of a range that are shown, in runs without a gap. */
  runsOf({ top, bottom }: Range): { readonly top: number; readonly bottom: number }[] {
    const runs: { top: number; bottom: number }[] = [];
    for (let row = top; row < bottom; row += 1) {
      if (this.hidden.has(row)) continue;
      const last = runs.at(-1);
      if (last?.bottom === row) last.bottom = row + 1;
      else runs.push({ top: row, bottom: row + 1 });
    }
    return runs;
  }

  get columns(): readonly number[] {
    return this.table?.columns ?? [];
  }

  /** Chooses a cell and brings it into view. */
  goTo(row: number, column: number): void {
    this.selection.put({ row, column }, this.tab?.merges ?? []);
    this.changed(this.selection.active);
  }

  /** From the active cell on. */
  move(move: Move, extend = false): void {
    const { selection } = this;
    const lanes = this.lanes();
    if (extend) {
      selection.head = moved(selection.head, move, lanes);
      this.changed(selection.head);
      return;
    }
    const { row, column } = moved(pastMerge(selection.active, move, this.tab?.merges ?? []), move, lanes);
    this.goTo(row, column);
  }

  selectRange(range: Range): void {
    this.selection.active = { row: range.top, column: range.left };
    this.selection.head = { row: range.bottom - 1, column: range.right - 1 };
    this.changed(undefined);
  }

  markCut(range: Range | undefined): void {
    if (this.table) this.selection.drawCut(this.table, range);
  }

  /** Where a cell lies on the screen. */
  box(row: number, column: number): Box {
    const { left, top } = this.element.getBoundingClientRect();
    return this.boxFrom(left, top, row, column);
  }

  /** Where a cell lies among all cells, whatever is scrolled. */
  place(row: number, column: number): Box {
    const { left, top } = this.layer.getBoundingClientRect();
    return this.boxFrom(left, top, row, column);
  }

  /** Whether a cell stays when the rest is scrolled. */
  isFrozen({ row, column }: Cell): boolean {
    return row < (this.tab?.frozenRows ?? 0) || column < (this.tab?.frozenColumns ?? 0);
  }

  focus(): void {
    this.table?.at(this.at.row, this.at.column)?.focus({ preventScroll: true });
  }

  get hasFocus(): boolean {
    return this.layer.contains(document.activeElement);
  }

  private key(event: KeyboardEvent): void {
    // Elements that lie over the cells have keys of their own.
    if (!this.table?.cellOf(event.target)) return;
    const deed = keyDeed(event);
    if (!deed) return;
    if (deed.kind !== 'begin') event.preventDefault();
    if (deed.kind === 'move') this.move(deed.move, deed.extend);
    else if (deed.kind === 'all') this.selectRange(this.whole());
    else if (deed.kind === 'rows')
      this.selectRange({ ...this.whole(), top: this.range.top, bottom: this.range.bottom });
    else if (deed.kind === 'columns')
      this.selectRange({ ...this.whole(), left: this.range.left, right: this.range.right });
    else this.handlers.deed(deed, event);
  }

  private choose({ row, column }: Cell, extend: boolean): void {
    const { selection } = this;
    if (row < 0 || column < 0) {
      const whole = this.whole();
      const from = extend ? selection.active : { row, column };
      const [top, bottom] =
        row < 0 ? [whole.top, whole.bottom] : [Math.min(from.row, row), Math.max(from.row, row) + 1];
      const [left, right] =
        column < 0 ? [whole.left, whole.right] : [Math.min(from.column, column), Math.max(from.column, column) + 1];
      this.selectRange({ top, left, bottom, right });
      return;
    }
    if (!extend) {
      this.goTo(row, column);
      return;
    }
    selection.head = { row, column };
    this.changed(undefined);
  }

  /** What the selection became, shown; `seen` is brought into view. */
  private changed(seen: Cell | undefined): void {
    const { table, tab } = this;
    if (!table || !tab) return;
    this.selection.draw(table, tab.merges);
    if (seen) this.reveal(seen);
    this.focus();
    this.handlers.selected();
  }

  private reveal({ row, column }: Cell): void {
    const { table, tab } = this;
    const element = table?.at(row, column);
    if (!element || !table || !tab) return;
    reveal(this.scroller, element, table.frozen, { across: column >= tab.frozenColumns, down: row >= tab.frozenRows });
  }

  private whole(): Range {
    return { top: 0, left: 0, bottom: this.tab?.rows ?? 1, right: this.tab?.columns ?? 1 };
  }

  private lanes(): Lanes {
    const rows = Array.from({ length: this.tab?.rows ?? 0 }, (_, row) => row).filter((row) => !this.hidden.has(row));
    const height = this.table?.at(this.at.row, this.at.column)?.offsetHeight || 21;
    return {
      rows,
      columns: this.columns,
      page: Math.max(1, Math.floor(this.scroller.clientHeight / height) - 1),
      holds: (row, column) => this.text(row, column) !== '',
    };
  }

  private boxFrom(left: number, top: number, row: number, column: number): Box {
    const box = this.table?.at(row, column)?.getBoundingClientRect();
    if (!box) return { left: 0, top: 0, width: 0, height: 0 };
    return { left: box.left - left, top: box.top - top, width: box.width, height: box.height };
  }

  private put(row: number, column: number, cell: GridCell | null): void {
    this.cells[row] ??= [];
    const line = this.cells[row];
    if (line) line[column] = cell;
  }
}
