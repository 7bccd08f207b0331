// The bar that shows and takes what the chosen cell holds: its name, its formula or text, its list. On a small screen it lies
// below the grid, where a thumb reaches it.
import { el, fill } from './dom.ts';
import type { Cell } from './grid/moves.ts';
import type { GridCell, GridRule } from './protocol.ts';
import { WORDS } from './words.ts';

export interface BarHandlers {
  enter(cell: Cell, text: string): void;
  /** Back to the grid without a change. */
  leave(): void;
  follow(uri: string): void;
  /** To the cell whose name was typed. */
  jump(name: string): void;
}

export interface Chosen {
  readonly cell: Cell;
  /** «H12». */
  readonly name: string;
  /** What stands at the top of its column. */
  readonly heading: string;
  /** What its row is about; shown where the screen is too narrow to see it. */
  readonly about: string;
  readonly content: GridCell | null;
  readonly rule: GridRule | undefined;
  readonly text: string;
  /** The person may not change it. */
  readonly locked: boolean;
}

export class Bar {
  readonly element: HTMLElement;
  private readonly name = el('input', { class: 'name', id: 'cell', 'aria-label': WORDS.cell, title: WORDS.cellHint });
  private readonly heading = el('span', { class: 'heading' });
  private readonly about = el('span', { class: 'about' });
  private readonly input = el('textarea', { id: 'content', rows: 1, 'aria-label': WORDS.content, spellcheck: 'false' });
  private readonly enterButton = el('button', { type: 'button', class: 'main' }, WORDS.enter);
  private readonly pick = el('select', { 'aria-label': WORDS.pick });
  private readonly note = el('div', { class: 'note' });
  private before = '';
  private at = '';
  private cell: Cell = { row: 0, column: 0 };

  constructor(handlers: BarHandlers) {
    this.handlers = handlers;
    this.element = el(
      'section',
      { class: 'bar', 'aria-label': WORDS.cell },
      this.name,
      this.heading,
      this.about,
      el('span', { class: 'fx', 'aria-hidden': 'true' }, 'ƒx'),
      this.input,
      this.pick,
      this.enterButton,
      this.note,
    );
    this.name.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (event.key === 'Escape') this.name.value = this.at;
      if (event.key !== 'Enter') return;
      event.preventDefault();
      this.name.blur();
      handlers.jump(this.name.value);
    });
    this.name.addEventListener('focus', () => this.name.select());
    const enter = () => {
      this.commit();
      handlers.leave();
    };
    this.enterButton.addEventListener('click', enter);
    this.pick.addEventListener('change', () => handlers.enter(this.cell, this.pick.value));
    // A window that is left for another one is come back to.
    this.input.addEventListener('blur', () => document.activeElement !== this.input && this.commit());
    this.input.addEventListener('keydown', (event) => {
      // The grid must not hear what is typed here.
      event.stopPropagation();
      if (event.key === 'Escape') {
        this.input.value = this.before;
        handlers.leave();
      }
      if (event.key === 'Enter' && !event.altKey && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        enter();
      }
    });
    this.input.addEventListener('input', () => this.changed());
  }

  private readonly handlers: BarHandlers;

  /** Whether something is typed that the host has not been told. */
  get isPending(): boolean {
    return this.input.value !== this.before;
  }

  show({ cell, name, heading, about, content, rule, text, locked }: Chosen): void {
    // What is being typed stays, whatever else is new.
    if (document.activeElement === this.input && this.isPending && this.at === name) return;
    this.cell = cell;
    if (document.activeElement !== this.name) this.name.value = name;
    this.at = name;
    this.heading.textContent = heading;
    this.about.textContent = about;
    this.input.value = text;
    this.before = text;
    this.input.readOnly = locked;
    this.input.title = locked ? WORDS.lockedCell : '';
    this.pick.disabled = locked;
    this.element.classList.toggle('formula', content?.formula !== undefined);
    const items = rule?.kind === 'list' ? rule.items : rule?.kind === 'tick' ? ['TRUE', 'FALSE'] : [];
    this.pick.hidden = items.length === 0;
    this.element.classList.toggle('picked', items.length > 0);
    const shown = (item: string) => (item === 'TRUE' ? `☑ ${WORDS.yes}` : item === 'FALSE' ? `☐ ${WORDS.no}` : item);
    fill(
      this.pick,
      el('option', { value: '' }, WORDS.empty),
      ...items.map((item) => el('option', { value: item }, shown(item))),
    );
    this.pick.value = text;
    const links = (content?.links ?? []).map(({ from, to, uri }) =>
      el(
        'button',
        { type: 'button', class: 'link', onclick: () => this.handlers.follow(uri) },
        (content?.text ?? '').slice(from, to),
      ),
    );
    fill(this.note, ...links);
    this.changed();
  }

  focus(): void {
    this.input.focus();
  }

  private commit(): void {
    const text = this.input.value;
    if (text === this.before) return;
    this.before = text;
    this.handlers.enter(this.cell, text);
    this.changed();
  }

  private changed(): void {
    this.enterButton.hidden = this.input.value === this.before;
  }
}
