// The page put together: what people do goes to the worker, what it answers is shown.
import { columnLetters } from '../core/a1.ts';
import { readA1 } from '../host/sheets/a1.ts';
import type { MenuItem } from '../host/state.ts';
import { Bar } from './bar.ts';
import { Cards } from './cards.ts';
import { Charts } from './charts.ts';
import type { Client, ClientHandlers } from './client.ts';
import { Clipboard } from './clipboard.ts';
import { tell, toast } from './dialogs.ts';
import { download, el, fill } from './dom.ts';
import { Grid } from './grid/grid.ts';
import { areaOf, type Cell } from './grid/moves.ts';
import { machineItems } from './machine-menu.ts';
import { menuButton } from './menu.ts';
import { Panel } from './panel.ts';
import { Picker } from './picker.ts';
import { ProgressLine } from './progress-line.ts';
import type { GridTab, Passing, Standing, Told } from './protocol.ts';
import { focusIn, goRound } from './regions.ts';
import { scriptMenus } from './script-menu.ts';
import type { Shell } from './shell.ts';
import { Strip } from './strip.ts';
import { tabStrip } from './tab-strip.ts';
import { Typing } from './typing.ts';
import { lostRun, unkept } from './unkept.ts';
import { Views } from './views.ts';
import { WORDS } from './words.ts';

const NARROW = '(max-width: 640px)';
const PHONE = '(max-width: 480px)';

export class App implements Shell {
  readonly grid: Grid;
  standing: Standing | undefined;
  private readonly charts: Charts;
  private readonly strip: Strip;
  private readonly bar: Bar;
  private readonly panel: Panel;
  private readonly typing: Typing;
  private readonly clipboard: Clipboard;
  private readonly views: Views;
  private readonly progress = new ProgressLine(() => this.client.stop());
  private readonly tabs = tabStrip((sheetId) => void this.act(() => this.client.watch(sheetId)));
  private readonly menus = el('nav', { class: 'menus' });
  private readonly title = el('h1');
  private readonly narrow = matchMedia(NARROW);
  private readonly phone = matchMedia(PHONE);
  private readonly cards = new Cards(() => this.grid, {
    name: () => this.standing?.people.find(({ address }) => address === this.standing?.user)?.name ?? '',
    put: (cell, text) => this.typing.put(cell, text),
    turned: () => this.showCards(),
  });
  private readonly looking = el('p', { class: 'looking', role: 'status', hidden: true }, WORDS.lookingOnBar);
  private menusDrawn = '';

  constructor(
    root: HTMLElement,
    readonly client: Client,
    listen: (handlers: ClientHandlers) => void,
  ) {
    listen({
      busy: (deeds) => this.progress.busy(deeds),
      progress: (deed, now, done, whole) => this.progress.show(deed, now, done, whole),
      accepted: () => performance.mark('edit-answered'),
      saved: () => unkept.saved(),
      // Who looks on changes nothing, and has nothing to lose.
      sent: (deed) => this.standing?.looking || unkept.sent(deed),
      news: (told) => this.told(told),
      freed: () => location.reload(),
    });
    const gridElement = el('div', { class: 'grid' });
    const over = el('div', { class: 'over' });
    this.views = new Views(this, () => this.redraw());
    this.strip = new Strip({
      sit: (user) => void this.act(() => client.sit(user)).then(() => this.redraw()),
      pass: (how) => void this.pass(how),
      open: (kind) => this.panel.toggle(kind),
      machine: () => machineItems(this, () => this.begun()),
    });
    this.bar = new Bar({
      enter: (cell, text) => void this.typing.put(cell, text),
      leave: () => this.grid.focus(),
      follow: (uri) => this.follow(uri),
      jump: (name) => this.jump(name),
    });
    this.panel = new Panel({
      desk: client,
      user: () => this.standing?.user ?? '',
      save: (name, type, bytes) => download(name, type, bytes),
      follow: (uri) => this.follow(uri),
      failed: (error) => this.failed(error),
    });
    const toGrid = el('button', { type: 'button', class: 'skip', onclick: () => this.grid.focus() }, WORDS.toGrid);
    const toTabs = el('button', { type: 'button', class: 'skip', onclick: () => this.tabs.focus() }, WORDS.toTabs);
    fill(
      root,
      toGrid,
      toTabs,
      this.strip.element,
      this.looking,
      el('header', { class: 'head' }, this.title, this.menus, this.cards.turn),
      this.bar.element,
      el('main', {}, el('div', { class: 'sheet' }, gridElement, over, this.cards.element), this.panel.element),
      el('footer', {}, this.tabs.element),
      this.progress.element,
    );
    const picker = new Picker(over);
    this.grid = new Grid(gridElement, {
      selected: () => {
        picker.close();
        this.showCell();
      },
      deed: (deed) => {
        if (deed.kind === 'escape') {
          this.clipboard.drop();
          picker.close();
        }
        this.typing.deed(deed);
      },
      picks: () => this.typing.picks(true),
      follow: (uri) => this.follow(uri),
      hovered: (cell) => this.note(picker, cell),
      moved: () => {
        picker.move(this.grid.box(this.grid.at.row, this.grid.at.column));
        this.charts.place(this.grid);
      },
    });
    this.charts = new Charts(this.grid.layer);
    this.typing = new Typing(this, picker, this.grid.layer);
    this.clipboard = new Clipboard(
      () => this.grid,
      { change: (blocks) => this.typing.change(blocks), refuses: (range) => this.typing.refuses(range) },
      gridElement,
    );
    goRound([
      { element: this.strip.element, focus: () => focusIn(this.strip.element) },
      { element: this.menus, focus: () => focusIn(this.menus) },
      { element: this.bar.element, focus: () => this.bar.focus() },
      { element: gridElement, focus: () => this.grid.focus() },
      { element: this.panel.element, focus: () => focusIn(this.panel.element) },
      { element: this.tabs.element, focus: () => this.tabs.focus() },
    ]);
    addEventListener('beforeunload', (event) => {
      if (this.typing.isPending || this.bar.isPending) event.preventDefault();
    });
    this.narrow.addEventListener('change', () => this.redraw());
    this.phone.addEventListener('change', () => this.showCards());
  }

  /** Shows what was kept, and then what the host says. */
  async start(first: Promise<Told>, ready: Promise<Told>): Promise<void> {
    this.told(await first);
    this.reached('shown');
    this.told(await ready);
    this.reached('usable');
    this.sayLost();
    this.told(await this.client.warm());
    this.reached('warm');
  }

  told({ standing, grid }: Told): void {
    const isOther = standing.user !== this.standing?.user || grid?.kind === 'whole';
    this.standing = standing;
    if (grid?.kind === 'whole') this.show(grid.tab);
    if (grid?.kind === 'cells') this.grid.patch(grid);
    if (grid) void this.charts.show(grid.kind === 'whole' ? grid.tab.charts : grid.charts, this.grid);
    this.looking.hidden = !standing.looking;
    this.grid.readOnly = standing.looking === true;
    this.strip.show(standing);
    this.title.textContent = standing.title;
    document.title = standing.title;
    this.tabs.show(standing.tabs, this.grid.shown?.sheetId);
    this.showMenus(standing.menus);
    this.showCell();
    if (isOther) this.showCards();
    else this.cards.refresh();
    this.panel.refresh();
    if (isOther) this.views.refresh().catch((error: unknown) => this.failed(error));
  }

  private show(tab: GridTab): void {
    if (tab.sheetId !== this.grid.shown?.sheetId) this.clipboard.drop();
    this.grid.show(tab, this.views.on(tab.sheetId), this.narrow.matches);
  }

  async act<T extends Told>(deed: () => Promise<T>): Promise<T | undefined> {
    try {
      const told = await deed();
      this.told(told);
      return told;
    } catch (error) {
      this.failed(error);
      return undefined;
    }
  }

  failed(error: unknown): void {
    void tell(WORDS.notEmulated, error instanceof Error ? error.message : String(error));
  }

  private async pass(how: Passing): Promise<void> {
    const passed = await this.act(() => this.client.pass(how));
    if (!passed) return;
    toast(WORDS.passed(passed.sent));
    if (passed.failed.length > 0) void tell(WORDS.runFailed, passed.failed.join('\n'));
  }

  /** Another file, or the same from its beginning, takes the place of the one on the screen. */
  private begun(): void {
    this.views.forget();
    this.typing.forget();
  }

  private note(picker: Picker, cell: Cell | undefined): void {
    const note = cell && this.grid.cell(cell.row, cell.column)?.note;
    picker.tell(this.grid.box(cell?.row ?? 0, cell?.column ?? 0), note);
  }

  private showCell(): void {
    const { row, column } = this.grid.at;
    const head = (this.grid.shown?.frozenRows ?? 0) > 0 ? this.grid.cell(0, column)?.text : undefined;
    this.bar.show({
      cell: this.grid.at,
      name: `${columnLetters(column)}${row + 1}`,
      heading: head ?? '',
      about: column > 1 && row > 0 ? (this.grid.cell(row, 1)?.text ?? '') : '',
      content: this.grid.cell(row, column),
      rule: this.typing.rule(row, column),
      text: this.grid.text(row, column),
      locked: this.grid.isLocked(areaOf({ row, column })),
    });
  }

  private redraw(): void {
    const tab = this.grid.shown;
    if (!tab) return;
    this.grid.show(tab, this.views.on(tab.sheetId), this.narrow.matches);
    void this.charts.show(tab.charts, this.grid);
    if (this.standing) this.showMenus(this.standing.menus);
    this.showCards();
  }

  private showCards(): void {
    const hidden = new Set(this.views.hidden);
    this.cards.show(this.phone.matches, (row) => hidden.has(row));
    document.body.classList.toggle('carded', this.cards.isShown);
  }

  private showMenus(menus: readonly MenuItem[]): void {
    const { views = [], foldedColumns = [] } = this.grid.shown ?? {};
    const hasViews = views.length > 0 || foldedColumns.length > 0;
    const { title } = this.views;
    const key = JSON.stringify([menus, hasViews, title]);
    if (key === this.menusDrawn) return;
    this.menusDrawn = key;
    const own = scriptMenus(this, menus);
    const caption = title === undefined ? WORDS.views : `${WORDS.views}: ${title}`;
    fill(
      this.menus,
      ...own,
      own.length === 0 && el('span', { class: 'none' }, WORDS.noMenu),
      hasViews && menuButton(caption, () => this.views.items(), { id: 'views' }),
    );
  }

  private jump(name: string): void {
    const at = readA1(name.trim().toUpperCase());
    if (at?.startRow !== undefined && at.startColumn !== undefined) this.grid.goTo(at.startRow, at.startColumn);
    else this.showCell();
    this.grid.focus();
  }

  goTo(row: number, column: number): void {
    if (!this.cards.open(row)) this.grid.goTo(row, column);
  }

  follow(uri: string): void {
    if (this.narrow.matches) this.panel.close();
    this.views.follow(uri).catch((error: unknown) => this.failed(error));
  }

  /** What was under way when the page was closed the last time. */
  private sayLost(): void {
    const lost = this.standing?.looking ? undefined : unkept.lost();
    if (lost === undefined) return;
    const run = lostRun(lost);
    if (run === undefined) toast(WORDS.lostEdit, WORDS.lostTitle);
    else void tell(WORDS.lostTitle, WORDS.lostRun(run));
  }

  /** For whoever measures, and for tests that wait. */
  private reached(stage: string): void {
    performance.mark(stage);
    document.body.dataset['page'] = stage;
  }
}
