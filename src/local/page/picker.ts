// The list of a drop-down cell, under its cell; and the note of the cell the mouse is on.
import { el, fill } from './dom.ts';
import type { Box } from './grid/geometry.ts';

/** Lists and notes over the grid's element. */
export class Picker {
  private readonly list = el('div', { class: 'picker', role: 'listbox', hidden: true });
  private readonly note = el('div', { class: 'cell-note', role: 'tooltip', hidden: true });

  constructor(private readonly over: HTMLElement) {
    over.append(this.list, this.note);
    this.list.addEventListener('keydown', (event) => this.key(event));
    document.addEventListener('pointerdown', (event) => {
      if (!this.list.contains(event.target as Node)) this.close();
    });
  }

  /** Offers the items; the one the cell holds is where the keyboard starts. */
  open(box: Box, items: readonly string[], held: string, picked: (item: string | undefined) => void): void {
    const choose = (item: string | undefined) => {
      this.close();
      picked(item);
    };
    fill(
      this.list,
      ...items.map((item) =>
        el(
          'button',
          { type: 'button', role: 'option', 'aria-selected': String(item === held), onclick: () => choose(item) },
          item,
        ),
      ),
    );
    this.list.hidden = false;
    this.left = () => choose(undefined);
    this.place(this.list, { ...box, left: box.left, top: box.top + box.height }, Math.max(box.width, 160));
    const options = [...this.list.querySelectorAll('button')];
    (options.find((option) => option.getAttribute('aria-selected') === 'true') ?? options[0])?.focus();
  }

  private left: () => void = () => {};

  close(): void {
    this.list.hidden = true;
  }

  /** Shows a note beside its cell; nothing without one. */
  tell(box: Box, note: string | undefined): void {
    this.note.hidden = note === undefined;
    if (note === undefined) return;
    this.note.textContent = note;
    this.place(this.note, { ...box, left: box.left + box.width + 4 }, 240);
  }

  private key(event: KeyboardEvent): void {
    event.stopPropagation();
    const options = [...this.list.querySelectorAll('button')];
    const at = options.indexOf(document.activeElement as HTMLButtonElement);
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      this.left();
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    options[(at + step + options.length) % options.length]?.focus();
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
