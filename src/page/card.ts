// One row as a card: closed it tells what the task is and how it stands, open it is filled in.
import { el, fill } from './dom.ts';
import { ruleOf } from './grid/cell-view.ts';
import type { Grid } from './grid/grid.ts';
import { areaOf, type Cell } from './grid/moves.ts';
import { WORDS } from './words.ts';

type Field = HTMLTextAreaElement | HTMLSelectElement | HTMLInputElement;

export class Card {
  readonly element = el('details', { class: 'card' });
  isReported = false;
  /** The unit answers for this row; of the others it leads beside another one. */
  isOwn = true;
  private readonly head = el('summary');
  private readonly about = el('div', { class: 'about' });
  private readonly fields: { readonly column: number; readonly field: Field }[] = [];

  constructor(
    private readonly grid: Grid,
    readonly row: number,
    private readonly columns: ReadonlyMap<string, number>,
    entries: readonly string[],
    private readonly put: (cell: Cell, text: string) => Promise<boolean>,
  ) {
    const open = entries
      .flatMap((key) => columns.get(key) ?? [])
      .filter((column) => !grid.isLocked(areaOf({ row, column })));
    fill(this.element, this.head, this.about, ...open.map((column) => this.fieldOf(column)));
    this.element.id = `card-${row}`;
  }

  open(): void {
    this.element.open = true;
    this.element.scrollIntoView({ block: 'start' });
    this.fields[0]?.field.focus();
  }

  /** @param name whose rows these are */
  refresh(period: string, name: string): void {
    const text = (key: string) => this.grid.cell(this.row, this.columns.get(key) ?? -1)?.text ?? '';
    this.isReported = period !== '' && text('state') !== '' && text('period') === period;
    this.isOwn = text('accountable') === name;
    const words = text('content').replace(/\s+/gu, ' ');
    const status = text('status');
    fill(
      this.head,
      el('b', {}, `${text('number')}. ${words}`),
      el('span', { class: this.isReported ? 'done' : 'open' }, this.isReported ? WORDS.cardDone : WORDS.cardOpen),
      status !== '' && el('span', { class: 'status' }, status),
    );
    const facts = ['deadline', 'lead', 'daysLeft', 'period', 'reportedAt'].filter((key) => text(key) !== '');
    fill(
      this.about,
      el(
        'p',
        { class: 'facts' },
        facts.map((key) => `${this.heading(this.columns.get(key) ?? -1)}: ${text(key)}`).join(' · '),
      ),
      text('notes') !== '' && el('p', { class: 'notes' }, text('notes')),
    );
    for (const { column, field } of this.fields) {
      if (document.activeElement !== field) this.write(field, this.grid.text(this.row, column));
    }
  }

  private fieldOf(column: number): HTMLElement {
    const { grid, row } = this;
    const rule = grid.shown && ruleOf(grid.shown, grid.cell(row, column));
    const field: Field =
      rule?.kind === 'list'
        ? el(
            'select',
            {},
            el('option', { value: '' }, WORDS.empty),
            ...rule.items.map((item) => el('option', { value: item }, item)),
          )
        : rule?.kind === 'date'
          ? el('input', { type: 'date' })
          : column === this.columns.get('progress')
            ? el('input', { type: 'text', inputmode: 'decimal' })
            : el('textarea', { rows: 1 });
    field.id = `card-${row}-${column}`;
    const enter = () => {
      const text = this.read(field);
      if (text === grid.text(row, column)) return;
      // Refused, the field shows again what stands in the cell.
      void this.put({ row, column }, text).then(() => this.write(field, grid.text(row, column)));
    };
    // A list tells at once; what is typed is told when the field is left.
    field.addEventListener('change', enter);
    if (field instanceof HTMLTextAreaElement) field.addEventListener('input', () => stretch(field));
    this.fields.push({ column, field });
    const hint = grid.cell(0, column)?.note;
    if (hint !== undefined) field.setAttribute('aria-describedby', `${field.id}-hint`);
    return el(
      'p',
      { class: 'field' },
      el('label', { for: field.id }, this.heading(column)),
      field,
      hint !== undefined && el('small', { id: `${field.id}-hint` }, hint),
    );
  }

  private heading(column: number): string {
    return this.grid.cell(0, column)?.text ?? '';
  }

  private read(field: Field): string {
    return isDay(field) ? field.value.split('-').reverse().join('/') : field.value;
  }

  private write(field: Field, text: string): void {
    field.value = isDay(field) ? text.split('/').reverse().join('-') : text;
    if (field instanceof HTMLTextAreaElement) stretch(field);
  }
}

function isDay(field: Field): boolean {
  return field instanceof HTMLInputElement && field.type === 'date';
}

/** As high as its words. */
function stretch(field: HTMLTextAreaElement): void {
  field.style.height = 'auto';
  if (field.scrollHeight > 0) field.style.height = `${field.scrollHeight + 2}px`;
}
