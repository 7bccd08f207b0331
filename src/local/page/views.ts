// Filter views, which hide rows for the person who opened one and for nobody else; and links into the sheet.
import { readA1 } from '../host/sheets/a1.ts';
import { toast } from './dialogs.ts';
import type { Item } from './menu.ts';
import type { Shell } from './shell.ts';
import { WORDS } from './words.ts';

export class Views {
  private open: { id: number; hidden: readonly number[] } | undefined;

  constructor(
    private readonly shell: Shell,
    /** The grid is to be drawn with other rows. */
    private readonly changed: () => void,
  ) {}

  get hidden(): readonly number[] {
    return this.open?.hidden ?? [];
  }

  /** The title of the view that is open. */
  get title(): string | undefined {
    return this.shell.grid.shown?.views.find(({ id }) => id === this.open?.id)?.title;
  }

  close(): void {
    this.open = undefined;
  }

  items(): Item[] {
    const views = this.shell.grid.shown?.views ?? [];
    const show = (id: number | undefined) => () => {
      this.show(id).catch((error: unknown) => this.shell.failed(error));
    };
    return [
      { caption: WORDS.allRows, checked: this.open === undefined, act: show(undefined) },
      'line',
      ...views.map(({ id, title }) => ({ caption: title, checked: this.open?.id === id, act: show(id) })),
    ];
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
    shell.grid.goTo(at.startRow, at.startColumn ?? 0);
  }

  private async show(id: number | undefined): Promise<void> {
    const { client, grid } = this.shell;
    this.open = id === undefined ? undefined : { id, ...(await client.view(id)) };
    this.changed();
    const rows = (grid.shown?.rows ?? 1) - 1;
    if (this.open) toast(WORDS.rows(rows, rows - this.open.hidden.length));
  }
}
