// Typing in a cell: a text field of the browser's own laid over it, so that Vietnamese input methods, dictation and screen
// readers work as everywhere. Of a cell with a list it offers what fits.
import { el, fill } from './dom.ts';
import type { Box } from './grid/handlers.ts';
import type { Cell } from './grid/moves.ts';
import { matching } from './match.ts';
import { WORDS } from './words.ts';

export interface EditorHandlers {
  /** Typed and left, and where the person goes from there: rows down, columns right. */
  enter(cell: Cell, text: string, down: number, right: number): void;
  /** Ctrl+Enter: into every chosen cell. */
  fill(text: string): void;
  leave(): void;
}

export interface Opening {
  readonly cell: Cell;
  readonly box: Box;
  readonly label: string;
  readonly held: string;
  /** Begun by a letter, which the field gets itself; else it begins with what the cell holds. */
  readonly over: boolean;
  /** Over the headings that stay. */
  readonly frozen: boolean;
  readonly items: readonly string[];
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
  private readonly field = el('textarea', { class: 'cell-editor', spellcheck: 'false', rows: 1 });
  private readonly list = el('div', {
    class: 'suggestions',
    id: 'suggestions',
    role: 'listbox',
    'aria-label': WORDS.pick,
    hidden: true,
  });
  private readonly element = el('div', { class: 'editor', hidden: true }, this.field, this.list);
  private opening: Opening | undefined;
  /** Begun by typing over: the arrows leave the cell, as in Google. */
  private over = false;

  constructor(
    layer: HTMLElement,
    private readonly handlers: EditorHandlers,
  ) {
    layer.append(this.element);
    this.field.addEventListener('keydown', (event) => this.key(event));
    this.field.addEventListener('input', () => {
      this.fit();
      this.suggest();
    });
    // A window that is left for another one is come back to: what is typed there is not finished.
    this.field.addEventListener('blur', () => document.activeElement !== this.field && this.finish(0, 0));
    // The list is pressed without the field losing what is typed.
    this.list.addEventListener('mousedown', (event) => event.preventDefault());
  }

  /** Whether something is typed that is not told yet. */
  get isChanged(): boolean {
    return this.opening !== undefined && this.field.value !== this.opening.held;
  }

  open(opening: Opening): void {
    const { box, label, held, over, frozen, items } = opening;
    this.opening = opening;
    this.over = over;
    this.field.value = over ? '' : held;
    this.field.setAttribute('aria-label', label);
    this.element.hidden = false;
    this.element.style.left = `${box.left}px`;
    this.element.style.top = `${box.top}px`;
    this.element.style.zIndex = frozen ? '9' : '3';
    this.field.style.width = `${Math.max(box.width, 120)}px`;
    this.field.style.minHeight = `${Math.min(box.height, LINE * MOST_LINES)}px`;
    this.field.toggleAttribute('aria-autocomplete', false);
    if (items.length > 0) this.field.setAttribute('aria-autocomplete', 'list');
    this.fit();
    this.suggest();
    this.field.focus();
    this.field.setSelectionRange(this.field.value.length, this.field.value.length);
  }

  private key(event: KeyboardEvent): void {
    // The grid must not hear what is typed here.
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      this.close();
      this.handlers.leave();
      return;
    }
    if (!this.list.hidden && !event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      this.highlight(event.key === 'ArrowDown' ? 1 : -1);
      return;
    }
    if (event.key === 'F2') this.over = false;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      const text = this.value();
      this.close();
      this.handlers.fill(text);
      return;
    }
    const move =
      event.key === 'Enter' && !event.altKey
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
    const { opening } = this;
    if (!opening) return;
    const text = this.value();
    this.close();
    this.handlers.enter(opening.cell, text, down, right);
  }

  private close(): void {
    this.opening = undefined;
    this.element.hidden = true;
    this.list.hidden = true;
  }

  /** What is typed, or the item that is marked. */
  private value(): string {
    const marked = this.list.hidden ? null : this.list.querySelector('[aria-selected=true]');
    return marked?.textContent ?? this.field.value;
  }

  private suggest(): void {
    const items = this.opening?.items ?? [];
    const found = this.field.value.trim() === '' ? [] : matching(items, this.field.value);
    this.list.hidden = found.length === 0;
    this.field.toggleAttribute('aria-controls', false);
    this.field.removeAttribute('aria-activedescendant');
    if (found.length === 0) return;
    this.field.setAttribute('aria-controls', this.list.id);
    const options = found.map((item, i) =>
      el(
        'div',
        { role: 'option', id: `suggestion-${i}`, 'aria-selected': 'false', onclick: () => this.take(item) },
        item,
      ),
    );
    fill(this.list, ...options);
    this.highlight(1);
  }

  private take(item: string): void {
    const { opening } = this;
    if (!opening) return;
    this.close();
    this.handlers.enter(opening.cell, item, 0, 0);
    this.handlers.leave();
  }

  private highlight(by: number): void {
    const options = [...this.list.children];
    const was = options.findIndex((option) => option.getAttribute('aria-selected') === 'true');
    const at = was < 0 ? 0 : (was + by + options.length) % options.length;
    for (const [i, option] of options.entries()) option.setAttribute('aria-selected', String(i === at));
    this.field.setAttribute('aria-activedescendant', `suggestion-${at}`);
    options[at]?.scrollIntoView({ block: 'nearest' });
  }

  private fit(): void {
    this.field.style.height = 'auto';
    this.field.style.height = `${Math.min(this.field.scrollHeight + 4, LINE * MOST_LINES)}px`;
  }
}
