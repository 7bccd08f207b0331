// The page put together: what people do goes to the worker, what it answers is shown.

import type { Answer } from '../host/run.ts';
import { columnLetters, readA1 } from '../host/sheets/a1.ts';
import type { MenuItem } from '../host/state.ts';
import { Bar } from './bar.ts';
import { CellEditor } from './cell-editor.ts';
import { Charts } from './charts.ts';
import type { Client, ClientHandlers } from './client.ts';
import { ask, confirmed, consent, page, tell, toast } from './dialogs.ts';
import { download, el, fill } from './dom.ts';
import type { Gesture } from './grid/gestures.ts';
import { Grid } from './grid/grid.ts';
import { type Item, menuButton } from './menu.ts';
import { Panel } from './panel.ts';
import { Picker } from './picker.ts';
import { ProgressLine } from './progress-line.ts';
import type { GridRule, Passed, Passing, Standing, Told, Typed } from './protocol.ts';
import { Strip } from './strip.ts';
import { tabStrip } from './tab-strip.ts';
import { WORDS } from './words.ts';

const NARROW = '(max-width: 640px)';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export class App {
  private readonly grid: Grid;
  private readonly charts: Charts;
  private readonly picker: Picker;
  private readonly editor: CellEditor;
  private readonly strip: Strip;
  private readonly bar: Bar;
  private readonly panel: Panel;
  private readonly progress = new ProgressLine(() => this.client.stop());
  private readonly tabs = tabStrip((sheetId) => this.watch(sheetId));
  private readonly menus = el('nav', { class: 'menus' });
  private readonly title = el('h1');
  private readonly narrow = matchMedia(NARROW);
  private standing: Standing | undefined;
  private at = { row: 1, column: 0 };
  private view: { id: number; hidden: readonly number[] } | undefined;
  private menusDrawn = '';

  constructor(
    root: HTMLElement,
    private readonly client: Client,
    listen: (handlers: ClientHandlers) => void,
  ) {
    listen({
      busy: (deeds) => this.progress.busy(deeds),
      progress: (deed, now, done, whole) => this.progress.show(deed, now, done, whole),
      accepted: () => performance.mark('edit-answered'),
    });
    const gridElement = el('div', { class: 'grid' });
    const charts = el('div', { class: 'charts' });
    const over = el('div', { class: 'over' });
    this.strip = new Strip({
      sit: (user) => this.act(() => this.client.sit(user)),
      pass: (how) => this.pass(how),
      open: (kind) => this.panel.toggle(kind),
      machine: () => this.machineItems(),
    });
    this.bar = new Bar({
      enter: (text) => this.change({ kind: 'type', ...this.at, text }),
      leave: () => this.grid.focus(),
      follow: (uri) => this.follow(uri),
      jump: (name) => this.jump(name),
    });
    this.panel = new Panel({
      desk: this.client,
      user: () => this.standing?.user ?? '',
      save: (name, type, bytes) => download(name, type, bytes),
      follow: (uri) => this.follow(uri),
      failed: (error) => this.failed(error),
    });
    fill(
      root,
      this.strip.element,
      el('header', { class: 'head' }, this.title, this.menus),
      this.bar.element,
      el('main', {}, el('div', { class: 'sheet' }, gridElement, charts, over), this.panel.element),
      this.tabs.element,
      this.progress.element,
    );
    this.picker = new Picker(over);
    this.editor = new CellEditor(over, {
      enter: (text, down, right) => this.typed(text, down, right),
      leave: () => this.grid.focus(),
    });
    this.charts = new Charts(charts);
    this.grid = new Grid(gridElement, {
      change: (gesture) => this.change(gesture),
      selected: (row, column) => this.selected(row, column),
      opens: () => this.opens(false),
      picks: (row, column) => this.picks(row, column),
      refused: () => toast(WORDS.notHere),
      hovered: (row, column) => this.picker.tell(this.grid.box(row, column), this.grid.cell(row, column)?.note),
      moved: () => this.moved(),
    });
    gridElement.addEventListener('keydown', (event) => this.key(event), { capture: true });
    this.narrow.addEventListener('change', () => this.redraw());
  }

  /** Shows what was kept, then lets the host calculate it anew. */
  async start(first: Promise<Told>, ready: Promise<Told>): Promise<void> {
    this.told(await first);
    performance.mark('shown');
    document.body.dataset['page'] = 'shown';
    this.told(await ready);
    performance.mark('usable');
    document.body.dataset['page'] = 'usable';
    this.told(await this.client.warm());
    performance.mark('warm');
    document.body.dataset['page'] = 'warm';
  }

  private told({ standing, grid }: Told): void {
    this.standing = standing;
    if (grid?.kind === 'whole') {
      if (grid.tab.sheetId !== this.grid.shown?.sheetId) {
        this.view = undefined;
        this.at = { row: Math.min(grid.tab.frozenRows, grid.tab.rows - 1), column: 0 };
      }
      this.grid.show(grid.tab, this.view?.hidden ?? [], this.narrow.matches);
      this.grid.select(this.at.row, this.at.column);
    }
    if (grid?.kind === 'cells') this.grid.patch(grid);
    if (grid) this.charts.show(grid.kind === 'whole' ? grid.tab.charts : grid.charts, this.grid);
    this.strip.show(standing);
    this.title.textContent = standing.title;
    document.title = standing.title;
    this.tabs.show(standing.tabs, this.grid.shown?.sheetId);
    this.showMenus(standing.menus);
    this.showCell();
    this.panel.refresh();
  }

  /** Runs a deed and shows what came of it; false where it failed. */
  private async act<T extends Told>(deed: () => Promise<T>): Promise<T | undefined> {
    try {
      const told = await deed();
      this.told(told);
      return told;
    } catch (error) {
      this.failed(error);
      return undefined;
    }
  }

  private failed(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    void tell(WORDS.notEmulated, message);
  }

  private watch(sheetId: number): void {
    void this.act(() => this.client.watch(sheetId));
  }

  private change(gesture: Gesture): void {
    const sheetId = this.grid.shown?.sheetId ?? 0;
    performance.mark('edit-begins');
    if (gesture.kind === 'type') this.grid.expect(gesture.row, gesture.column, gesture.text);
    const deed = (): Promise<Typed> => {
      if (gesture.kind === 'type') return this.client.type({ sheetId, ...gesture }, gesture.text);
      if (gesture.kind === 'paste') return this.client.paste({ sheetId, ...gesture }, gesture.rows);
      return this.client.clear({ sheetId, ...gesture });
    };
    void this.act(deed).then((typed) => {
      if (gesture.kind === 'type') this.grid.restore(gesture.row, gesture.column);
      if (typed) this.answered(typed);
    });
  }

  private answered({ refused, toasts, failed }: Typed): void {
    performance.mark(refused ? 'edit-answered' : 'edit-settled');
    for (const { title, message } of toasts) toast(message, title);
    if (failed.length > 0) void tell(WORDS.runFailed, failed.join('\n'));
    if (!refused) return;
    const google = /^(?:The data you entered|You are trying)/u.test(refused.message);
    const words = refused.reason === 'protected' ? WORDS.protected : google ? WORDS.invalid : refused.message;
    void tell(WORDS.refused, words, google ? refused.message : undefined).then(() => this.grid.focus());
  }

  private async click(path: readonly string[]): Promise<void> {
    const answers: Answer[] = [];
    for (;;) {
      const clicked = await this.act(() => this.client.click(path, answers));
      if (!clicked) return;
      const { outcome } = clicked;
      if (outcome.kind === 'dialog') {
        // The run left no trace; it is run again with one answer more.
        answers.push(await ask(outcome.dialog));
        continue;
      }
      if (outcome.kind === 'consent') {
        const { user = '', title = '' } = this.standing ?? {};
        if (!(await consent(user, title, outcome.scopes))) return;
        await this.act(() => this.client.consent());
        toast(WORDS.consentAgain);
        return;
      }
      for (const shown of outcome.shown) {
        if (shown.kind === 'toast') toast(shown.message, shown.title);
        if (shown.kind === 'html') await page(shown.title, shown.content);
      }
      if (outcome.kind === 'error') await tell(WORDS.runFailed, outcome.message);
      return;
    }
  }

  private pass(how: Passing): void {
    void this.act(() => this.client.pass(how)).then((passed) => passed && this.passed(passed));
  }

  private passed({ sent, failed }: Passed): void {
    toast(WORDS.passed(sent));
    if (failed.length > 0) void tell(WORDS.runFailed, failed.join('\n'));
  }

  private selected(row: number, column: number): void {
    this.at = { row, column };
    this.showCell();
  }

  private showCell(): void {
    const { row, column } = this.at;
    const cell = this.grid.cell(row, column);
    const head = (this.grid.shown?.frozenRows ?? 0) > 0 ? this.grid.cell(0, column)?.text : undefined;
    const name = `${columnLetters(column)}${row + 1}`;
    const text = this.grid.text(row, column);
    this.bar.show({ name, heading: head ?? '', cell, rule: this.rule(row, column), text });
  }

  private rule(row: number, column: number): GridRule | undefined {
    return this.grid.shown?.rules[(this.grid.cell(row, column)?.rule ?? 0) - 1];
  }

  /** Typing begins in the chosen cell. `over`: by a letter, which replaces what it holds. */
  private opens(over: boolean): void {
    const { row, column } = this.at;
    const rule = this.rule(row, column);
    if (rule && !over) return this.picks(row, column);
    const label = `${WORDS.content} ${columnLetters(column)}${row + 1}`;
    this.editor.open(this.grid.box(row, column), label, this.grid.text(row, column), over);
  }

  private typed(text: string, down: number, right: number): void {
    const { row, column } = this.at;
    if (text !== this.grid.text(row, column)) this.change({ kind: 'type', row, column, text });
    const next = this.grid.beside(row, column, down, right);
    if (down !== 0 || right !== 0) this.grid.goTo(next.row, next.column);
    this.grid.focus();
  }

  /** The arrow of a list, or a tick box. */
  private picks(row: number, column: number): void {
    const rule = this.rule(row, column);
    const held = this.grid.text(row, column);
    if (rule?.kind === 'tick') {
      this.change({ kind: 'type', row, column, text: held === 'TRUE' ? 'FALSE' : 'TRUE' });
    }
    if (rule?.kind !== 'list') return;
    // After the press has selected the cell and been let go.
    setTimeout(() => {
      this.picker.open(this.grid.box(row, column), rule.items, held, (item) => {
        if (item !== undefined) this.change({ kind: 'type', row, column, text: item });
        this.grid.focus();
      });
    });
  }

  /** Keys the grid's library does not know, or would take its own way. */
  private key(event: KeyboardEvent): void {
    if (event.defaultPrevented) return;
    const { row, column } = this.at;
    const rule = this.rule(row, column);
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (rule && ((rule.kind === 'list' && event.altKey && event.key === 'ArrowDown') || (rule.kind === 'tick' && event.key === ' '))) {
      event.preventDefault();
      this.picks(row, column);
    } else if (plain && (event.key === 'Enter' || event.key === 'F2')) {
      event.preventDefault();
      this.opens(false);
    } else if (plain && (event.key.length === 1 || event.key === 'Process')) {
      // The field is in focus before the letter arrives, and gets it.
      this.opens(true);
    } else return;
    event.stopPropagation();
  }

  private moved(): void {
    this.picker.close();
    this.charts.place(this.grid);
  }

  private redraw(): void {
    const tab = this.grid.shown;
    if (!tab) return;
    this.grid.show(tab, this.view?.hidden ?? [], this.narrow.matches);
    this.charts.show(tab.charts, this.grid);
  }

  private showMenus(menus: readonly MenuItem[]): void {
    const views = this.grid.shown?.views ?? [];
    const key = JSON.stringify([menus, views.length > 0, this.view?.id]);
    if (key === this.menusDrawn) return;
    this.menusDrawn = key;
    const own = menus.flatMap((menu) =>
      menu.kind === 'menu' ? [menuButton(menu.caption, () => this.itemsOf(menu.items, [menu.caption]))] : [],
    );
    const caption = views.find(({ id }) => id === this.view?.id)?.title;
    fill(
      this.menus,
      ...own,
      own.length === 0 && el('span', { class: 'none' }, WORDS.noMenu),
      views.length > 0 && menuButton(caption ? `${WORDS.views}: ${caption}` : WORDS.views, () => this.viewItems()),
    );
  }

  private itemsOf(items: readonly MenuItem[], path: readonly string[]): Item[] {
    return items.map((item): Item => {
      if (item.kind === 'separator') return 'line';
      const below = [...path, item.caption];
      if (item.kind === 'menu') return { caption: item.caption, items: this.itemsOf(item.items, below) };
      return { caption: item.caption, act: () => void this.click(below) };
    });
  }

  private viewItems(): Item[] {
    const views = this.grid.shown?.views ?? [];
    const all: Item = { caption: WORDS.allRows, checked: this.view === undefined, act: () => this.openView(undefined) };
    return [
      all,
      'line',
      ...views.map(({ id, title }) => ({
        caption: title,
        checked: this.view?.id === id,
        act: () => this.openView(id),
      })),
    ];
  }

  private openView(id: number | undefined): void {
    void (async () => {
      const tab = this.grid.shown;
      this.view = id === undefined ? undefined : { id, ...(await this.client.view(id)) };
      this.redraw();
      if (this.standing) this.showMenus(this.standing.menus);
      if (tab && this.view) toast(WORDS.rows(tab.rows - 1, tab.rows - 1 - this.view.hidden.length));
    })().catch((error: unknown) => this.failed(error));
  }

  private jump(name: string): void {
    const at = readA1(name.trim().toUpperCase());
    if (at?.startRow !== undefined && at.startColumn !== undefined) this.grid.goTo(at.startRow, at.startColumn);
    else this.showCell();
    this.grid.focus();
  }

  /** A link into the sheet: a tab, a range, a filter view. */
  private follow(uri: string): void {
    const asked = new URLSearchParams(uri.replace(/^.*#/u, ''));
    const [gid, range, view] = [asked.get('gid'), asked.get('range'), asked.get('fvid')];
    void (async () => {
      const sheetId = gid === null ? this.grid.shown?.sheetId : Number(gid);
      if (sheetId !== undefined && sheetId !== this.grid.shown?.sheetId)
        await this.act(() => this.client.watch(sheetId));
      if (this.narrow.matches) this.panel.close();
      if (view !== null) this.openView(Number(view));
      const at = range === null ? undefined : readA1(range);
      if (at?.startRow === undefined) return;
      if (this.view?.hidden.includes(at.startRow)) this.openView(undefined);
      this.grid.goTo(at.startRow, at.startColumn ?? 0);
    })();
  }

  private machineItems(): Item[] {
    const { client } = this;
    const over = async (how: 'ready' | 'empty') => {
      if (!(await confirmed(WORDS.test, WORDS.startQuestion))) return;
      this.view = undefined;
      await this.act(() => client.startOver(how));
    };
    const sample = async () => {
      const done = await this.act(() => client.sample());
      if (!done) return;
      toast(WORDS.sampleDone(done.typed));
      if (done.failed.length > 0) void tell(WORDS.refused, done.failed.join('\n'));
    };
    const workbook = async () =>
      download(`${this.standing?.title ?? 'workbook'}.xlsx`, XLSX, await client.exportWorkbook());
    const state = async () => download('may-thu-de-an-06.json', 'application/json', await client.exportState());
    const act = (deed: () => Promise<void>) => () => {
      deed().catch((error: unknown) => this.failed(error));
    };
    return [
      { caption: WORDS.sample, act: act(sample) },
      'line',
      { caption: WORDS.startOver, act: act(() => over('ready')) },
      { caption: WORDS.startEmpty, act: act(() => over('empty')) },
      'line',
      { caption: WORDS.exportWorkbook, act: act(workbook) },
      { caption: WORDS.exportState, act: act(state) },
      { caption: WORDS.importState, act: () => this.import() },
      'line',
      { caption: WORDS.about, act: () => void tell(WORDS.about, WORDS.aboutText) },
    ];
  }

  private import(): void {
    const input = el('input', { type: 'file', accept: '.json,application/json' });
    input.addEventListener('change', () => {
      void (async () => {
        const text = await input.files?.[0]?.text();
        if (text === undefined) return;
        try {
          this.told(await this.client.importState(text));
        } catch {
          await tell(WORDS.importState, WORDS.importWrong);
        }
      })();
    });
    input.click();
  }
}
