// Filter views, which hide rows for the person who opened one and for nobody else; and links into the sheet.
import { readA1 } from '../host/sheets/a1.ts';
import { toast } from './dialogs.ts';
import type { Shows } from './grid/handlers.ts';
import type { Item } from './menu.ts';
import type { Shell } from './shell.ts';
import { WORDS } from './words.ts';

interface Open {
  readonly id: number;
  readonly hidden: readonly number[];
}

const KEY = 'de-an-06.views';

export class Views {
  /** The view each person chose last, by file and tab; kept in the browser. */
  private chosen: Record<string, Open> = read();
  /** Tabs, likewise, whose folded columns the person looks at; in Google whoever may edit unfolds them for everybody. */
  private readonly unfolded = new Set<string>();

  constructor(
    private readonly shell: Shell,
    /** The grid is to be drawn with other rows. */
    private readonly changed: () => void,
  ) {}

  get hidden(): readonly number[] {
    return this.open?.hidden ?? [];
  }

  /** Of a tab that is shown, or about to be. */
  on(sheetId: number): Shows {
    const key = this.keyOf(sheetId);
    return { hidden: this.chosen[key]?.hidden ?? [], unfolded: this.unfolded.has(key) };
  }

  /** The title of the view that is open. */
  get title(): string | undefined {
    return this.shell.grid.shown?.views.find(({ id }) => id === this.open?.id)?.title;
  }

  /** Everybody's choices go: another file, or the same from its beginning. */
  forget(): void {
    this.chosen = {};
    this.unfolded.clear();
    write(this.chosen);
  }

  /** The rows of the open view as they are now: another tab, person or change of the sheet came in between. */
  async refresh(): Promise<void> {
    const { open } = this;
    if (!open) return;
    const isThere = this.shell.grid.shown?.views.some(({ id }) => id === open.id) === true;
    const was = open.hidden.join();
    await this.choose(isThere ? open.id : undefined);
    if (this.hidden.join() !== was) this.changed();
  }

  private get key(): string {
    return this.keyOf(this.shell.grid.shown?.sheetId);
  }

  private keyOf(sheetId: number | undefined): string {
    const { standing } = this.shell;
    return `${standing?.fileId} ${standing?.user} ${sheetId}`;
  }

  private get open(): Open | undefined {
    return this.chosen[this.key];
  }

  private async choose(id: number | undefined): Promise<void> {
    const { key } = this;
    const view = id === undefined ? undefined : { id, ...(await this.shell.client.view(id)) };
    const { [key]: _was, ...others } = this.chosen;
    this.chosen = view ? { ...others, [key]: view } : others;
    write(this.chosen);
  }

  items(): Item[] {
    const views = this.shell.grid.shown?.views ?? [];
    const show = (id: number | undefined) => () => {
      this.show(id).catch((error: unknown) => this.shell.failed(error));
    };
    const isFolded = (this.shell.grid.shown?.foldedColumns.length ?? 0) > 0;
    const fold: Item = { caption: WORDS.foldedColumns, checked: this.unfolded.has(this.key), act: () => this.fold() };
    return [
      ...(isFolded ? [fold, 'line' as const] : []),
      { caption: WORDS.allRows, checked: this.open === undefined, act: show(undefined) },
      'line',
      ...views.map(({ id, title }) => ({ caption: title, checked: this.open?.id === id, act: show(id) })),
    ];
  }

  private fold(): void {
    if (!this.unfolded.delete(this.key)) this.unfolded.add(this.key);
    this.changed();
  }

  /** To the tab, the range or the filter view a link names. */
  async follow(uri: string): Promise<void> {
    const { shell } = this;
    const asked = new URLSearchParams(uri.replace(/^.*#/u, ''));
    const [gid, range, view] = [asked.get('gid'), asked.get('range'), asked.get('fvid')];
    const sheetId = gid === null ? shell.grid.shown?.sheetId : Number(gid);
    if (sheetId !== undefined && sheetId !== shell.grid.shown?.sheetId) {
      await shell.act(() => shell.client.watch(sheetId));
    }
    if (view !== null) await this.show(Number(view));
    const at = range === null ? undefined : readA1(range);
    if (at?.startRow === undefined) return;
    if (this.hidden.includes(at.startRow)) await this.show(undefined);
    shell.goTo(at.startRow, at.startColumn ?? 0);
  }

  private async show(id: number | undefined): Promise<void> {
    await this.choose(id);
    this.changed();
    const rows = (this.shell.grid.shown?.rows ?? 1) - 1;
    if (this.open) toast(WORDS.rows(rows, rows - this.open.hidden.length));
  }
}

function read(): Record<string, Open> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, Open>;
  } catch {
    return {};
  }
}

function write(chosen: Record<string, Open>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(chosen));
  } catch {
    // A private window: they last as long as it.
  }
}
