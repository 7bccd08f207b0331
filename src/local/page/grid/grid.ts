// The grid on the page: shows a tab as the host sees it, draws what is new of it, and tells what people do in it.
import {
  FOCUSING_UNIVER_EDITOR,
  ICommandService,
  IContextService,
  InterceptorEffectEnum,
  IUniverInstanceService,
  type IWorkbookData,
  UniverInstanceType,
} from '@univerjs/core';
import { IRenderManagerService } from '@univerjs/engine-render';
import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/sheets';
import { HoverManagerService, SheetScrollManagerService } from '@univerjs/sheets-ui';
import type { Subscription } from 'rxjs';
import type { GridCell, GridNews, GridTab } from '../protocol.ts';
import { type Box, beside, boxOf, frozenSize, type Line } from './geometry.ts';
import { catchGestures, type Gesture } from './gestures.ts';
import { marksOf } from './marks.ts';
import { scrollByTouch } from './touch.ts';
import { startUniver } from './univer.ts';
import { COLUMN_HEADER, cellOf, heightsOf, ROW_HEADER, sheetName, UNIT, workbookOf } from './workbook.ts';

export interface GridHandlers {
  change(gesture: Gesture): void;
  selected(row: number, column: number): void;
  /** The chosen cell is to be opened for typing. */
  opens(): void;
  picks(row: number, column: number): void;
  refused(): void;
  hovered(row: number, column: number): void;
  moved(): void;
}

/** Milliseconds. */
const DRAWN = 120;
/** Pixels. */
const USUAL_ROW = 21;
const USUAL_COLUMN = 100;

export class Grid {
  private readonly univer;
  private readonly commands;
  private readonly subscriptions: Subscription[] = [];
  private tab: GridTab | undefined;
  private cells: (GridCell | null)[][] = [];
  private heights: number[] = [];
  private hidden: readonly number[] = [];
  private drawing = false;
  private attached = false;
  /** True: without row numbers, for a small screen. */
  private narrow = false;

  constructor(
    private readonly element: HTMLElement,
    private readonly handlers: GridHandlers,
  ) {
    this.univer = startUniver(element);
    this.commands = this.univer.__getInjector().get(ICommandService);
  }

  /** Shows a tab from its upper left corner, or where it was when only something of it changed its shape. */
  show(tab: GridTab, hidden: readonly number[], narrow: boolean): void {
    const same = this.tab?.sheetId === tab.sheetId;
    const scroll = same ? this.scrolling()?.getCurrentScrollState() : undefined;
    this.tab = tab;
    this.narrow = narrow;
    this.hidden = [...tab.hiddenRows, ...hidden];
    this.cells = tab.cells.map((row) => [...(row ?? [])]);
    this.heights = heightsOf(tab);
    const data = workbookOf({ ...tab, hiddenRows: this.hidden }, this.heights, narrow);
    this.draw(() => this.replace(data));
    this.listen();
    if (scroll) this.scrollTo(scroll);
    this.handlers.moved();
  }

  /** Draws cells that are new. */
  patch(news: Extract<GridNews, { kind: 'cells' }>): void {
    if (!this.tab || this.tab.sheetId !== news.sheetId) return;
    const { styles, rules, charts } = news;
    for (const { row, column, cell } of news.cells) this.put(row, column, cell);
    this.tab = { ...this.tab, styles, rules, charts, cells: this.cells };
    const values: Record<number, Record<number, object>> = {};
    for (const { row, column, cell } of news.cells) {
      values[row] ??= {};
      const line = values[row];
      if (line) line[column] = cellOf(cell, styles);
    }
    const { tab } = this;
    const rows = [...new Set(news.cells.map(({ row }) => row))];
    const fitted = heightsOf({ ...tab, rows: Math.max(tab.rows, this.cells.length) });
    const resized = rows.filter((row) => fitted[row] !== this.heights[row]);
    this.heights = fitted;
    this.draw(() => {
      this.run('sheet.mutation.set-range-values', { cellValue: values });
      for (const row of resized) {
        this.run('sheet.mutation.set-worksheet-row-height', {
          ranges: [{ startRow: row, endRow: row, startColumn: 0, endColumn: tab.columns - 1 }],
          rowHeight: fitted[row] ?? 21,
        });
      }
    });
    if (resized.length > 0) this.handlers.moved();
  }

  /** A cell as the person typed it, until the host has answered. */
  expect(row: number, column: number, text: string): void {
    this.draw(() =>
      this.run('sheet.mutation.set-range-values', { cellValue: { [row]: { [column]: { v: text, t: 1 } } } }),
    );
  }

  /** Draws a cell as it was before `expect`. */
  restore(row: number, column: number): void {
    const { tab } = this;
    if (!tab) return;
    const cell = cellOf(this.cell(row, column), tab.styles);
    this.draw(() => this.run('sheet.mutation.set-range-values', { cellValue: { [row]: { [column]: cell } } }));
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

  /** Selects a cell. */
  select(row: number, column: number): void {
    const range = { startRow: row, endRow: row, startColumn: column, endColumn: column };
    const subUnit = sheetName(this.tab?.sheetId ?? 0);
    this.commands.syncExecuteCommand('sheet.command.select-range', { unitId: UNIT, subUnit, range });
  }

  /** Selects a cell and brings it into view. */
  goTo(row: number, column: number): void {
    this.select(row, column);
    const range = { startRow: row, endRow: row, startColumn: column, endColumn: column };
    // A workbook that was just made cannot be scrolled before it is drawn.
    setTimeout(() => {
      // On a small screen the cell stands beside the frozen column, so that all of it is seen.
      const how = { range, forceLeft: this.narrow };
      this.commands.executeCommand('sheet.operation.scroll-to-range', how).catch(() => undefined);
    }, DRAWN);
  }

  /** Where a cell lies on the screen. */
  box(row: number, column: number): Box {
    const [rows, columns] = this.lines();
    return boxOf(rows, columns, row, column);
  }

  /** The sizes of what does not scroll: headers and frozen panes. */
  frozen(): { width: number; height: number } {
    const [rows, columns] = this.lines();
    return { width: frozenSize(columns), height: frozenSize(rows) };
  }

  /** The cell below, above or beside another, over what is hidden. */
  beside(row: number, column: number, down: number, right: number): { row: number; column: number } {
    const [rows, columns] = this.lines();
    return { row: beside(rows, row, down), column: beside(columns, column, right) };
  }

  focus(): void {
    this.element.querySelector<HTMLElement>('canvas')?.focus();
  }

  private lines(): [rows: Line, columns: Line] {
    const {
      rows = 0,
      columns = 0,
      frozenRows = 0,
      frozenColumns = 0,
      hiddenColumns = [],
      widths = [],
    } = this.tab ?? {};
    const { x, y } = this.scrolled();
    const height = (row: number) => this.heights[row] ?? USUAL_ROW;
    const width = (column: number) => widths[column] ?? USUAL_COLUMN;
    const header = this.narrow ? 0 : ROW_HEADER;
    return [
      { count: rows, header: COLUMN_HEADER, size: height, hidden: this.hidden, frozen: frozenRows, scrolled: y },
      { count: columns, header, size: width, hidden: hiddenColumns, frozen: frozenColumns, scrolled: x },
    ];
  }

  private draw(step: () => void): void {
    this.drawing = true;
    try {
      step();
    } finally {
      this.drawing = false;
    }
  }

  private run(id: string, params: object): void {
    this.commands.syncExecuteCommand(id, { unitId: UNIT, subUnitId: sheetName(this.tab?.sheetId ?? 0), ...params });
  }

  /** Parts of the library that only exist once it has a workbook. */
  private attach(): void {
    if (this.attached) return;
    this.attached = true;
    const { handlers } = this;
    const injector = this.univer.__getInjector();
    // The library's keys (arrows, Delete, copy) wait for its own editor to be in focus, which this page does not use.
    const contexts = injector.get(IContextService);
    const focused = (value: boolean) => () =>
      queueMicrotask(() => contexts.setContextValue(FOCUSING_UNIVER_EDITOR, value));
    this.element.addEventListener('focusin', focused(true));
    this.element.addEventListener('focusout', focused(false));
    scrollByTouch(this.element, (offsetX, offsetY) => {
      void this.commands.executeCommand('sheet.command.set-scroll-relative', { offsetX, offsetY });
    });
    catchGestures(
      this.univer,
      {
        change: (gesture) => handlers.change(gesture),
        opens: () => handlers.opens(),
        refused: () => handlers.refused(),
        selected: (row, column) => handlers.selected(row, column),
        text: (row, column) => this.text(row, column),
      },
      () => this.drawing,
    );
    injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      id: 'marks',
      effect: InterceptorEffectEnum.Style,
      handler: (drawn, { row, col }, next) => {
        const cell = this.cell(row, col);
        if (!cell || (!cell.note && cell.rule === undefined)) return next(drawn);
        const marks = marksOf(cell, () => this.handlers.picks(row, col));
        return next({ ...drawn, customRender: [...(drawn?.customRender ?? []), ...marks] });
      },
    });
  }

  private replace(data: IWorkbookData): void {
    for (const subscription of this.subscriptions.splice(0)) subscription.unsubscribe();
    this.univer.__getInjector().get(IUniverInstanceService).disposeUnit(UNIT);
    this.univer.createUnit(UniverInstanceType.UNIVER_SHEET, data);
    this.univer.__getInjector().get(IUniverInstanceService).focusUnit(UNIT);
    this.attach();
  }

  private listen(): void {
    const scrolling = this.scrolling();
    if (!scrolling) {
      // The first workbook is drawn a moment after it is made.
      requestAnimationFrame(() => this.listen());
      return;
    }
    this.subscriptions.push(
      scrolling.validViewportScrollInfo$.subscribe(() => this.handlers.moved()),
      this.univer
        .__getInjector()
        .get(HoverManagerService)
        .currentCell$.subscribe((at) => this.handlers.hovered(at?.location.row ?? -1, at?.location.col ?? -1)),
    );
  }

  private scrolled(): { x: number; y: number } {
    const scroll = this.scrolling()?.validViewportScrollInfo$.value;
    return { x: scroll?.viewportScrollX ?? 0, y: scroll?.viewportScrollY ?? 0 };
  }

  /** Undefined while the library is still making the workbook's view, piece by piece. */
  private scrolling(): SheetScrollManagerService | undefined {
    const render = this.univer.__getInjector().get(IRenderManagerService).getRenderById(UNIT);
    try {
      return render?.with(SheetScrollManagerService);
    } catch {
      return undefined;
    }
  }

  private scrollTo(state: object): void {
    this.commands.syncExecuteCommand('sheet.command.scroll-view', { ...state });
  }

  private put(row: number, column: number, cell: GridCell | null): void {
    this.cells[row] ??= [];
    const line = this.cells[row];
    if (line) line[column] = cell;
  }
}
