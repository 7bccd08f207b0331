// Changing cells: by typing, by a list or a tick box, by Delete and paste. The host answers each, and its answer is shown.
import { columnLetters } from '../host/sheets/a1.ts';
import { CellEditor } from './cell-editor.ts';
import { tell, toast } from './dialogs.ts';
import type { Gesture } from './grid/gestures.ts';
import type { Picker } from './picker.ts';
import type { GridRule, Typed } from './protocol.ts';
import type { Shell } from './shell.ts';
import { WORDS } from './words.ts';

/** What input methods and dead keys send before the letter they make. */
const BEGINS_A_LETTER = new Set(['Process', 'Unidentified', 'Dead']);

export class Typing {
  /** The chosen cell. */
  at = { row: 1, column: 0 };
  private readonly editor: CellEditor;
  /** What takes back the latest changes, the last of them last. */
  private readonly undos: (Gesture & { readonly sheetId: number })[] = [];

  constructor(
    private readonly shell: Shell,
    private readonly picker: Picker,
    over: HTMLElement,
  ) {
    this.editor = new CellEditor(over, {
      enter: (text, down, right) => this.typed(text, down, right),
      leave: () => this.shell.grid.focus(),
    });
  }

  /** Sends a change to the host; until it answers, what was typed stands in the cell. */
  change(gesture: Gesture, takenBack = false): void {
    const { client, grid } = this.shell;
    const sheetId = grid.shown?.sheetId ?? 0;
    const undo = this.inverse(gesture);
    performance.mark('edit-begins');
    if (gesture.kind === 'type') grid.expect(gesture.row, gesture.column, gesture.text);
    const deed = (): Promise<Typed> => {
      if (gesture.kind === 'type') return client.type({ sheetId, ...gesture }, gesture.text);
      if (gesture.kind === 'paste') return client.paste({ sheetId, ...gesture }, gesture.rows);
      return client.clear({ sheetId, ...gesture });
    };
    void this.shell.act(deed).then((typed) => {
      if (gesture.kind === 'type') grid.restore(gesture.row, gesture.column);
      if (!typed) return;
      if (!typed.refused && !takenBack) this.undos.push({ ...undo, sheetId });
      this.answered(typed);
    });
  }

  /** The change that puts back what a change will overwrite. */
  private inverse(gesture: Gesture): Gesture {
    const { grid } = this.shell;
    if (gesture.kind === 'type') return { ...gesture, text: grid.text(gesture.row, gesture.column) };
    const [top, left] = gesture.kind === 'clear' ? [gesture.top, gesture.left] : [gesture.row, gesture.column];
    const height = gesture.kind === 'clear' ? gesture.bottom - top : gesture.rows.length;
    const width = gesture.kind === 'clear' ? gesture.right - left : Math.max(...gesture.rows.map((row) => row.length));
    const line = (row: number) => Array.from({ length: width }, (_, c) => grid.text(row, left + c));
    return { kind: 'paste', row: top, column: left, rows: Array.from({ length: height }, (_, r) => line(top + r)) };
  }

  /** Ctrl+Z: the last change of this tab. What triggers wrote beside it stays, as in Google. */
  private undo(): void {
    const last = this.undos.pop();
    if (!last) return;
    if (last.sheetId === this.shell.grid.shown?.sheetId) this.change(last, true);
  }

  /** The list or the tick box of a cell. */
  rule(row: number, column: number): GridRule | undefined {
    const { grid } = this.shell;
    return grid.shown?.rules[(grid.cell(row, column)?.rule ?? 0) - 1];
  }

  /** Typing begins in the chosen cell. `over`: by a letter, which replaces what it holds. */
  opens(over: boolean): void {
    const { row, column } = this.at;
    const { grid } = this.shell;
    if (this.rule(row, column) && !over) {
      this.picks(row, column);
      return;
    }
    const label = `${WORDS.content} ${columnLetters(column)}${row + 1}`;
    this.editor.open(grid.box(row, column), label, grid.text(row, column), over);
  }

  /** The arrow of a list, or a tick box, was pressed. */
  picks(row: number, column: number): void {
    const { grid } = this.shell;
    const rule = this.rule(row, column);
    const held = grid.text(row, column);
    if (rule?.kind === 'tick') {
      this.change({ kind: 'type', row, column, text: held === 'TRUE' ? 'FALSE' : 'TRUE' });
    }
    if (rule?.kind !== 'list') return;
    // After the press has selected the cell and been let go.
    setTimeout(() => {
      this.picker.open(grid.box(row, column), rule.items, held, (item) => {
        if (item !== undefined) this.change({ kind: 'type', row, column, text: item });
        grid.focus();
      });
    });
  }

  /** Keys the grid's library does not know. */
  key(event: KeyboardEvent): void {
    if (event.defaultPrevented && event.key.toLowerCase() !== 'z') return;
    const { row, column } = this.at;
    const kind = this.rule(row, column)?.kind;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
      event.preventDefault();
      this.undo();
      return;
    }
    if ((kind === 'list' && event.altKey && event.key === 'ArrowDown') || (kind === 'tick' && event.key === ' ')) {
      event.preventDefault();
      this.picks(row, column);
    } else if (plain && (event.key === 'Enter' || event.key === 'F2')) {
      event.preventDefault();
      this.opens(false);
    } else if (plain && (event.key.length === 1 || BEGINS_A_LETTER.has(event.key))) {
      // The field is in focus before the letter arrives, and gets it.
      this.opens(true);
    } else return;
    event.stopPropagation();
  }

  /** Ctrl+V: texts by lines and tabs, as every sheet copies them. */
  paste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text === '') return;
    event.preventDefault();
    event.stopPropagation();
    const rows = text.replace(/\r?\n$/u, '').split(/\r?\n/u);
    this.change({ kind: 'paste', ...this.at, rows: rows.map((row) => row.split('\t')) });
  }

  private typed(text: string, down: number, right: number): void {
    const { row, column } = this.at;
    const { grid } = this.shell;
    if (text !== grid.text(row, column)) this.change({ kind: 'type', row, column, text });
    const next = grid.beside(row, column, down, right);
    if (down !== 0 || right !== 0) grid.goTo(next.row, next.column);
    grid.focus();
  }

  private answered({ refused, toasts, failed }: Typed): void {
    performance.mark(refused ? 'edit-answered' : 'edit-settled');
    for (const { title, message } of toasts) toast(message, title);
    if (failed.length > 0) void tell(WORDS.runFailed, failed.join('\n'));
    if (!refused) return;
    const google = /^(?:The data you entered|You are trying)/u.test(refused.message);
    const words = refused.reason === 'protected' ? WORDS.protected : google ? WORDS.invalid : refused.message;
    void tell(WORDS.refused, words, google ? refused.message : undefined).then(() => this.shell.grid.focus());
  }
}
