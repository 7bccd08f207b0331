// Typing in a cell: a text field of the browser's own laid over it, so that Vietnamese input methods, dictation and screen
// readers work as everywhere. (The grid library's editor draws on a canvas, and calculates.)
import { el } from './dom.ts';
import type { Box } from './grid/geometry.ts';

export interface EditorHandlers {
  /** Typed and left, and where the person goes from there: rows down, columns right. */
  enter(text: string, down: number, right: number): void;
  leave(): void;
}

const LINE = 20;
const MOST_LINES = 12;
const MOVES: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

export class CellEditor {
  private readonly field = el('textarea', { class: 'cell-editor', hidden: true, spellcheck: 'false', rows: 1 });
  /** Begun by typing over: the arrows leave the cell, as in Google. */
  private over = false;

  constructor(
    private readonly layer: HTMLElement,
    private readonly handlers: EditorHandlers,
  ) {
    layer.append(this.field);
    this.field.addEventListener('keydown', (event) => this.key(event));
    this.field.addEventListener('input', () => this.fit());
    this.field.addEventListener('blur', () => this.finish(0, 0));
  }

  get isOpen(): boolean {
    return !this.field.hidden;
  }

  /** @param over begun by a letter, which the field gets itself; else it begins with what the cell holds */
  open(box: Box, label: string, held: string, over: boolean): void {
    this.over = over;
    this.field.value = over ? '' : held;
    this.field.setAttribute('aria-label', label);
    this.field.hidden = false;
    const { clientWidth, clientHeight } = this.layer;
    const width = Math.max(box.width, 120);
    this.field.style.left = `${Math.max(0, Math.min(box.left, clientWidth - width))}px`;
    this.field.style.top = `${Math.max(0, Math.min(box.top, clientHeight - LINE - 6))}px`;
    this.field.style.width = `${Math.min(width, clientWidth)}px`;
    this.field.style.minHeight = `${Math.min(box.height, LINE * MOST_LINES)}px`;
    this.fit();
    this.field.focus();
    this.field.setSelectionRange(this.field.value.length, this.field.value.length);
  }

  private key(event: KeyboardEvent): void {
    // The grid must not hear what is typed here.
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      this.field.hidden = true;
      this.handlers.leave();
      return;
    }
    if (event.key === 'F2') this.over = false;
    const move =
      event.key === 'Enter' && !event.altKey && !event.ctrlKey
        ? ([event.shiftKey ? -1 : 1, 0] as const)
        : event.key === 'Tab'
          ? ([0, event.shiftKey ? -1 : 1] as const)
          : this.over
            ? MOVES[event.key]
            : undefined;
    if (move) {
      event.preventDefault();
      this.finish(...move);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.field.setRangeText('\n', this.field.selectionStart, this.field.selectionEnd, 'end');
      this.fit();
    }
  }

  private finish(down: number, right: number): void {
    if (this.field.hidden) return;
    this.field.hidden = true;
    this.handlers.enter(this.field.value, down, right);
  }

  private fit(): void {
    this.field.style.height = 'auto';
    this.field.style.height = `${Math.min(this.field.scrollHeight + 4, LINE * MOST_LINES)}px`;
  }
}
