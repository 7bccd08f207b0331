// A unit's rows as cards, for a phone: the words of the task and the fields it fills in, one below the other. The same edits by the
// same host; Google's own app shows the table.
import { Card } from './card.ts';
import { el, fill } from './dom.ts';
import type { Grid } from './grid/grid.ts';
import { areaOf, type Cell } from './grid/moves.ts';
import { WORDS } from './words.ts';

/** The fields a unit fills in, in the order of the sheet. */
const ENTRIES = ['state', 'progress', 'result', 'doneOn', 'evidence', 'difficulty', 'proposal'];
const TAB = 'tasks.';

export interface CardsHandlers {
  /** Of the unit that sits here. */
  name(): string;
  /** @returns false where it was refused */
  put(cell: Cell, text: string): Promise<boolean>;
  /** Cards or the table. */
  turned(cards: boolean): void;
}

export class Cards {
  readonly element = el('section', { class: 'cards', hidden: true, 'aria-label': WORDS.cards });
  readonly turn: HTMLButtonElement;
  /** As the person wants it, where there are cards at all. */
  private wanted = true;
  private cards: Card[] = [];
  private drawn = '';
  private readonly count = el('p', { role: 'status' });
  private readonly meter = el('progress', { 'aria-label': WORDS.reportedRows });

  constructor(
    private readonly grid: () => Grid,
    private readonly handlers: CardsHandlers,
  ) {
    this.turn = el('button', { type: 'button', class: 'turn', hidden: true });
    this.turn.addEventListener('click', () => {
      this.wanted = !this.wanted;
      handlers.turned(this.wanted);
    });
  }

  get isShown(): boolean {
    return !this.element.hidden;
  }

  /** Shows the rows this person fills in, where the screen is a phone's and there are any. */
  show(phone: boolean, isHidden: (row: number) => boolean): void {
    const rows = phone ? this.rows().filter((row) => !isHidden(row)) : [];
    this.turn.hidden = rows.length === 0;
    this.turn.textContent = this.wanted ? WORDS.asTable : WORDS.asCards;
    this.element.hidden = rows.length === 0 || !this.wanted;
    if (!this.isShown) return;
    const columns = this.columns();
    const key = JSON.stringify([this.grid().shown?.sheetId, rows, [...columns]]);
    if (key !== this.drawn) {
      this.drawn = key;
      this.cards = rows.map((row) => new Card(this.grid(), row, columns, ENTRIES, this.handlers.put));
      this.refresh();
      const list = (own: boolean) => this.cards.flatMap((card) => (card.isOwn === own ? [card.element] : []));
      fill(
        this.element,
        el('header', {}, this.count, this.meter, el('small', {}, WORDS.cardsHint)),
        ...list(true),
        list(false).length > 0 && el('h2', {}, WORDS.cardsOfOthers),
        ...list(false),
      );
      return;
    }
    this.refresh();
  }

  /** What is new in the cells stands in the cards; a field that is being typed in is left alone. */
  refresh(): void {
    if (!this.isShown) return;
    const period = this.grid().shown?.openPeriod ?? '';
    const name = this.handlers.name();
    for (const card of this.cards) card.refresh(period, name);
    // As «Đơn vị» counts: the rows the unit answers for.
    const own = this.cards.filter(({ isOwn }) => isOwn);
    const done = own.filter(({ isReported }) => isReported).length;
    this.count.textContent = WORDS.reported(done, own.length, period);
    this.meter.max = Math.max(1, own.length);
    this.meter.value = done;
  }

  /** Opens the card of a row. */
  open(row: number): boolean {
    const card = this.isShown ? this.cards.find((one) => one.row === row) : undefined;
    card?.open();
    return card !== undefined;
  }

  private columns(): ReadonlyMap<string, number> {
    const keys = this.grid().shown?.keys ?? [];
    return new Map(keys.flatMap((key, i) => (key?.startsWith(TAB) ? [[key.slice(TAB.length), i] as const] : [])));
  }

  private rows(): number[] {
    const { shown } = this.grid();
    const columns = this.columns();
    const entries = ENTRIES.flatMap((key) => columns.get(key) ?? []);
    const code = columns.get('code');
    if (!shown || entries.length === 0 || code === undefined) return [];
    const all = Array.from({ length: shown.rows - shown.frozenRows }, (_, i) => i + shown.frozenRows);
    return all.filter(
      (row) =>
        this.grid().text(row, code) !== '' && entries.some((column) => !this.grid().isLocked(areaOf({ row, column }))),
    );
  }
}
