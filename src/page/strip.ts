// The strip above the sheet that is ours and not Google's: who sits at the screen, what the clock says, what was sent.
import { formatDay, formatTime, momentOf, weekdayOf } from '../core/calendar.ts';
import { el, fill } from './dom.ts';
import { type Item, menuButton } from './menu.ts';
import type { Passing, Person, Standing } from './protocol.ts';
import { WORDS } from './words.ts';

export interface StripHandlers {
  sit(user: string): void;
  pass(how: Passing): void;
  open(panel: 'outbox' | 'drive' | 'log'): void;
  machine(): readonly Item[];
}

const PASSING: readonly Passing[] = ['minutes', 'day', 'deadline', 'month'];
const PARTS: readonly Person['part'][] = ['police', 'chairman', 'installer', 'unit'];

export class Strip {
  readonly element: HTMLElement;
  private readonly people = el('select', { id: 'user', 'aria-label': WORDS.user });
  private readonly now = el('span', { id: 'now' });
  private readonly counts = {
    outbox: el('span', { class: 'count' }),
    drive: el('span', { class: 'count' }),
    log: el('span', { class: 'count' }),
  };
  private listed = '';

  constructor(private readonly handlers: StripHandlers) {
    this.people.addEventListener('change', () => handlers.sit(this.people.value));
    const passes = PASSING.map((how) =>
      el(
        'button',
        { type: 'button', title: WORDS.passHint[how], 'data-pass': how, onclick: () => handlers.pass(how) },
        WORDS.pass[how],
      ),
    );
    this.element = el(
      'section',
      { class: 'strip', 'aria-label': WORDS.machine },
      el('span', { class: 'badge', title: WORDS.machineHint }, WORDS.machine),
      el('label', { class: 'who' }, el('span', {}, WORDS.user), this.people),
      el('span', { class: 'clock' }, this.now, el('span', { class: 'passes' }, ...passes)),
      el(
        'span',
        { class: 'lists' },
        this.panelButton('outbox', WORDS.outbox),
        this.panelButton('drive', WORDS.drive),
        this.panelButton('log', WORDS.log),
        menuButton(WORDS.test, () => handlers.machine(), { id: 'machine' }),
      ),
    );
  }

  show({ people, user, now, mails, documents, calls, clock, failures }: Standing): void {
    this.list(people);
    this.people.value = user;
    this.people.title = user;
    const moment = momentOf(Date.parse(now));
    const weekday = WORDS.weekdays[weekdayOf(moment) % 7] ?? '';
    fill(this.now, el('b', {}, `${formatTime(moment)} ${weekday} ${formatDay(moment)}`));
    this.now.title = clock ? WORDS.clockOn : WORDS.clockOff;
    this.now.append(el('small', { class: clock ? 'on' : 'off' }, clock ? WORDS.clockOn : WORDS.clockOff));
    this.counts.outbox.textContent = String(mails);
    this.counts.drive.textContent = String(documents);
    // Thousands in short: the strip stays one line.
    this.counts.log.textContent = calls < 10_000 ? String(calls) : `${Math.floor(calls / 1000)}k`;
    this.counts.log.title = String(calls);
    this.counts.log.classList.toggle('bad', failures > 0);
  }

  private panelButton(panel: 'outbox' | 'drive' | 'log', caption: string): HTMLElement {
    const act = () => this.handlers.open(panel);
    return el('button', { type: 'button', id: `open-${panel}`, onclick: act }, caption, this.counts[panel]);
  }

  private list(people: readonly Person[]): void {
    const key = JSON.stringify(people);
    if (key === this.listed) return;
    this.listed = key;
    const groups = PARTS.map((part) => {
      const own = people.filter((person) => person.part === part);
      return el(
        'optgroup',
        { label: WORDS.parts[part] },
        ...own.map(({ address, name }) => el('option', { value: address, title: address }, name)),
      );
    });
    fill(this.people, ...groups);
  }
}

/** «08:30 Thứ Tư 15/05/2024» of milliseconds since 1970. */
export function timeText(epoch: number): string {
  const moment = momentOf(epoch);
  return `${formatTime(moment)} ${formatDay(moment)}`;
}
