// What opens beside a cell: the list of a drop-down, a day to pick, the note of a heading, a refusal.
import { el, fill } from './dom.ts';
import type { Box } from './grid/handlers.ts';
import { folded } from './match.ts';
import { WORDS } from './words.ts';

const REFUSAL_STAYS = 7000;

/** Over the grid's element. */
export class Picker {
  private readonly list = el('div', { class: 'picker', role: 'listbox', 'aria-label': WORDS.pick, hidden: true });
  private readonly date = el('input', { type: 'date', 'aria-label': WORDS.day });
  private readonly dayBox = el('div', { class: 'day', hidden: true }, this.date);
  private readonly note = el('div', { class: 'cell-note', role: 'tooltip', hidden: true });
  private readonly refusal = el('div', { class: 'refusal', role: 'alert', hidden: true });
  private picked: (item: string | undefined) => void = () => {};
  private timer: ReturnType<typeof setTimeout> | undefined;
  private typed = '';
  private before = '';

  constructor(private readonly over: HTMLElement) {
    over.append(this.list, this.dayBox, this.note, this.refusal);
    this.list.addEventListener('keydown', (event) => this.key(event));
    this.date.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (event.key === 'Enter') this.chooseDay();
      if (event.key === 'Escape') this.choose(undefined);
    });
    // A day that was picked or typed counts, wherever the person goes then.
    this.date.addEventListener('blur', () => {
      if (!this.dayBox.hidden && document.activeElement !== this.date) this.chooseDay();
    });
    document.addEventListener('pointerdown', (event) => {
      if (!this.list.contains(event.target as Node)) this.list.hidden = true;
    });
  }

  /** Offers the items; the one the cell holds is where the keyboard starts. */
  open(box: Box, items: readonly string[], held: string, picked: (item: string | undefined) => void): void {
    this.picked = picked;
    this.typed = '';
    const options = items.map((item) =>
      el(
        'button',
        { type: 'button', role: 'option', 'aria-selected': String(item === held), onclick: () => this.choose(item) },
        item,
      ),
    );
    const empty = el(
      'button',
      { type: 'button', role: 'option', class: 'none', 'aria-selected': String(held === '') },
      WORDS.empty,
    );
    empty.addEventListener('click', () => this.choose(''));
    fill(this.list, ...options, empty);
    this.list.hidden = false;
    this.place(this.list, { left: box.left, top: box.top + box.height }, Math.max(box.width, 160));
    (options.find((option) => option.getAttribute('aria-selected') === 'true') ?? options[0] ?? empty).focus();
  }

  /** Offers a day; `held` as it stands in the cell. `calendar`: opened at once, since a mouse asked for it. */
  day(box: Box, held: string, calendar: boolean, picked: (text: string | undefined) => void): void {
    this.picked = picked;
    const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})/u.exec(held) ?? [];
    this.date.value = day ? `${year}-${month}-${day}` : '';
    this.before = this.date.value;
    this.dayBox.hidden = false;
    this.place(this.dayBox, { left: box.left, top: box.top + box.height }, 160);
    this.date.focus();
    if (!calendar) return;
    try {
      this.date.showPicker();
    } catch {
      // A browser that wants a press for it: the field can be typed into.
    }
  }

  /** What is open goes along with its cell. */
  move(box: Box): void {
    const below = { left: box.left, top: box.top + box.height };
    for (const open of [this.list, this.dayBox, this.refusal])
      if (!open.hidden) this.place(open, below, open.offsetWidth);
  }

  /** Another cell is chosen. */
  close(): void {
    this.list.hidden = true;
    this.refusal.hidden = true;
  }

  /** Shows a note beside its cell; nothing without one. */
  tell(box: Box, note: string | undefined): void {
    this.note.hidden = note === undefined;
    if (note === undefined) return;
    this.note.textContent = note;
    this.place(this.note, { left: box.left + box.width + 4, top: box.top }, 240);
  }

  /** Says at once why a cell cannot be changed. */
  refuse(box: Box, words: string): void {
    clearTimeout(this.timer);
    this.refusal.textContent = words;
    this.refusal.hidden = false;
    this.place(this.refusal, { left: box.left, top: box.top + box.height + 2 }, 260);
    this.timer = setTimeout(() => {
      this.refusal.hidden = true;
    }, REFUSAL_STAYS);
  }

  /** A day that was only looked at leaves the cell as it was, with the hour it may hold. */
  private chooseDay(): void {
    this.choose(this.date.value === this.before ? undefined : vietnamese(this.date.value));
  }

  private choose(item: string | undefined): void {
    this.list.hidden = true;
    this.dayBox.hidden = true;
    this.picked(item);
  }

  private key(event: KeyboardEvent): void {
    event.stopPropagation();
    const options = [...this.list.querySelectorAll('button')];
    const at = options.indexOf(document.activeElement as HTMLButtonElement);
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      this.choose(undefined);
    }
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      options.at(to % options.length)?.focus();
    } else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey) {
      // Letters lead to the item that begins with them.
      this.typed += folded(event.key);
      options.find((option) => folded(option.textContent ?? '').startsWith(this.typed))?.focus();
    }
  }

  /** Inside the grid, whatever the cell's place. */
  private place(element: HTMLElement, { left, top }: Pick<Box, 'left' | 'top'>, width: number): void {
    element.style.minWidth = `${width}px`;
    const { clientWidth, clientHeight } = this.over;
    const right = Math.max(0, clientWidth - element.offsetWidth - 4);
    const bottom = Math.max(0, clientHeight - element.offsetHeight - 4);
    element.style.left = `${Math.max(0, Math.min(left, right))}px`;
    element.style.top = `${Math.max(0, Math.min(top, bottom))}px`;
  }
}

/** «15/05/2024» of «2024-05-15»; nothing of nothing. */
function vietnamese(iso: string): string {
  return iso.split('-').reverse().join('/');
}
