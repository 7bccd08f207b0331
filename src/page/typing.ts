// Changing cells: by typing, by a list, a day or a tick box, by Delete, by filling, and taking changes back. The host answers each,
// and its answer is shown. What the person may not change is refused before anything is typed.
import { columnLetters } from '../core/a1.ts';
import { areaOfBlock, type Block, blockOf, isEmptyBlock } from './block.ts';
import { CellEditor } from './cell-editor.ts';
import { tell, toast } from './dialogs.ts';
import { ruleOf } from './grid/cell-view.ts';
import type { KeyDeed } from './grid/keys.ts';
import { areaOf, type Cell, isSingle, type Range } from './grid/moves.ts';
import { History } from './history.ts';
import type { Picker } from './picker.ts';
import type { GridRule, Typed } from './protocol.ts';
import type { Shell } from './shell.ts';
import { WORDS } from './words.ts';

export class Typing {
  private readonly editor: CellEditor;
  private readonly history = new History();
  /** One gesture after the other: Ctrl+Z waits for what it takes back. */
  private line: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly shell: Shell,
    private readonly picker: Picker,
    layer: HTMLElement,
  ) {
    this.editor = new CellEditor(layer, {
      enter: (cell, text, down, right) => this.typed(cell, text, down, right),
      fill: (text) => {
        this.fill(() => text);
        this.shell.grid.focus();
      },
      leave: () => this.shell.grid.focus(),
    });
  }

  /** Whether something stands in the editor that the host has not been told. */
  get isPending(): boolean {
    return this.editor.isChanged;
  }

  /** A file that begins again has no past. */
  forget(): void {
    this.history.clear();
  }

  /** Puts a text into one cell. @returns false where it was refused */
  async put({ row, column }: Cell, text: string): Promise<boolean> {
    const { grid } = this.shell;
    if (text === grid.text(row, column)) return true;
    if (this.refuses(areaOf({ row, column }))) return false;
    performance.mark('edit-begins');
    grid.expect(row, column, text);
    return this.change([{ sheetId: this.sheetId, top: row, left: column, rows: [[text]] }]);
  }

  /** Changes blocks of cells as one gesture. @returns false where something of it was refused */
  change(blocks: readonly Block[]): Promise<boolean> {
    if (blocks.some((block) => this.refuses(areaOfBlock(block)))) return Promise.resolve(false);
    return this.queue(async () => {
      const { grid, standing } = this.shell;
      const before = blocks.map((block) =>
        blockOf(block.sheetId, areaOfBlock(block), (row, column) => grid.text(row, column)),
      );
      const isDone = await this.send(blocks);
      if (isDone) this.history.add(ownerOf(standing), { before, after: blocks });
      return isDone;
    });
  }

  /** What the grid's keys ask for, and a double click. */
  deed(deed: KeyDeed): void {
    const { grid } = this.shell;
    const { at, range } = grid;
    switch (deed.kind) {
      case 'edit':
        this.opens(false);
        break;
      case 'begin':
        this.begin();
        break;
      case 'pick':
        this.picks();
        break;
      case 'clear':
        void this.clear(range);
        break;
      case 'undo':
      case 'redo':
        this.undo(deed.kind);
        break;
      case 'fill-down':
        this.fill((_, column) => grid.text(range.top, column), { ...range, top: range.top + 1 });
        break;
      case 'fill-right':
        this.fill((row) => grid.text(row, range.left), { ...range, left: range.left + 1 });
        break;
      case 'follow': {
        const [link] = grid.cell(at.row, at.column)?.links ?? [];
        if (link) this.shell.follow(link.uri);
        break;
      }
    }
  }

  /** The list, the day or the tick box of the active cell. */
  picks(byMouse = false): void {
    const { grid } = this.shell;
    const { row, column } = grid.at;
    const rule = this.rule(row, column);
    const held = grid.text(row, column);
    if (this.refuses(areaOf({ row, column }))) return;
    const chosen = (text: string | undefined) => {
      if (text !== undefined) void this.put({ row, column }, text);
      grid.focus();
    };
    if (!rule) this.opens(false);
    else if (rule.kind === 'tick') chosen(held === 'TRUE' ? 'FALSE' : 'TRUE');
    else if (rule.kind === 'list') this.picker.open(grid.box(row, column), rule.items, held, chosen);
    else this.picker.day(grid.box(row, column), held, byMouse, chosen);
  }

  rule(row: number, column: number): GridRule | undefined {
    const { grid } = this.shell;
    return grid.shown && ruleOf(grid.shown, grid.cell(row, column));
  }

  /** True where some cell may not be changed; said beside the active one. */
  refuses(area: Range): boolean {
    const { grid } = this.shell;
    if (!grid.isLocked(area)) return false;
    this.picker.refuse(grid.box(area.top, area.left), this.shell.standing?.looking ? WORDS.lookingOn : WORDS.protected);
    return true;
  }

  private begin(): void {
    const { row, column } = this.shell.grid.at;
    if (this.rule(row, column)?.kind === 'tick') this.picks();
    else this.opens(true);
  }

  /** Typing begins in the active cell. `over`: by a letter, which replaces what it holds. */
  private opens(over: boolean): void {
    const { grid } = this.shell;
    const cell = grid.at;
    const { row, column } = cell;
    const rule = this.rule(row, column);
    if (this.refuses(areaOf(cell))) return;
    if (!over && (rule?.kind === 'list' || rule?.kind === 'tick')) {
      this.picks();
      return;
    }
    this.editor.open({
      cell,
      box: grid.place(row, column),
      label: `${WORDS.content} ${columnLetters(column)}${row + 1}`,
      held: grid.text(row, column),
      over,
      frozen: grid.isFrozen(cell),
      items: rule?.kind === 'list' ? rule.items : [],
    });
  }

  private typed(cell: Cell, text: string, down: number, right: number): void {
    const { grid } = this.shell;
    void this.put(cell, text);
    if (down === 0 && right === 0) return;
    grid.move(down > 0 ? 'down' : down < 0 ? 'up' : right > 0 ? 'right' : 'left');
  }

  private clear(range: Range): Promise<boolean> {
    const { grid } = this.shell;
    return this.change(grid.runsOf(range).map((run) => blockOf(this.sheetId, { ...range, ...run }, () => '')));
  }

  /** The shown cells of a range, each with its text. */
  private fill(text: (row: number, column: number) => string, range = this.shell.grid.range): void {
    const { grid } = this.shell;
    if (range.top >= range.bottom || range.left >= range.right) return;
    if (isSingle(range)) void this.put({ row: range.top, column: range.left }, text(range.top, range.left));
    else void this.change(grid.runsOf(range).map((run) => blockOf(this.sheetId, { ...range, ...run }, text)));
  }

  /** The last change of this person; what triggers wrote beside it stays, as in Google. */
  private undo(kind: 'undo' | 'redo'): void {
    void this.queue(async () => {
      const { shell } = this;
      const owner = ownerOf(shell.standing);
      const blocks = this.history[kind](owner);
      const [first] = blocks ?? [];
      if (!blocks || !first) return false;
      if (first.sheetId !== this.sheetId) await shell.act(() => shell.client.watch(first.sheetId));
      const isDone = await this.send(blocks);
      // What could not be taken back stays to be taken back.
      if (!isDone) this.history[kind === 'undo' ? 'redo' : 'undo'](owner);
      else shell.grid.goTo(first.top, first.left);
      return isDone;
    });
  }

  private async send(blocks: readonly Block[]): Promise<boolean> {
    const { client, grid } = this.shell;
    for (const block of blocks) {
      const { sheetId, top, left, rows } = block;
      const area = areaOfBlock(block);
      const place = { sheetId, row: top, column: left };
      const [[text = ''] = []] = rows;
      const typed = await this.shell.act((): Promise<Typed> => {
        if (isEmptyBlock(block)) return client.clear({ sheetId, ...area });
        return isSingle(area)
          ? client.type(place, text)
          : client.paste(
              place,
              rows.map((row) => [...row]),
            );
      });
      if (isSingle(area) && sheetId === this.sheetId) grid.restore(top);
      if (!typed) return false;
      this.answered(typed, text);
      if (typed.refused) return false;
    }
    return true;
  }

  private queue(deed: () => Promise<boolean>): Promise<boolean> {
    const next = this.line.then(deed);
    this.line = next.catch(() => undefined);
    return next;
  }

  private get sheetId(): number {
    return this.shell.grid.shown?.sheetId ?? 0;
  }

  private answered({ refused, toasts, failed }: Typed, text: string): void {
    performance.mark(refused ? 'edit-answered' : 'edit-settled');
    for (const { title, message } of toasts) toast(message, title);
    if (failed.length > 0) void tell(WORDS.runFailed, failed.join('\n'));
    if (!refused) return;
    const google = /^(?:The data you entered|You are trying)/u.test(refused.message);
    const words = {
      protected: WORDS.protected,
      validation: google ? WORDS.invalid : refused.message,
      unread: WORDS.unread(/^«(.*)» typed into/su.exec(refused.message)?.[1] ?? text),
    }[refused.reason];
    void tell(WORDS.refused, words, google ? refused.message : undefined).then(() => this.shell.grid.focus());
  }
}

function ownerOf(standing: Shell['standing']): string {
  return `${standing?.fileId} ${standing?.user}`;
}
