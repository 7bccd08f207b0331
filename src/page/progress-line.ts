// One line for whatever takes longer than a moment, with a way to end what goes on for minutes.
import { formatDay, momentOf } from '../core/calendar.ts';
import { el } from './dom.ts';
import type { Desk } from './protocol.ts';
import { WORDS } from './words.ts';

const MOMENT = 300;

export class ProgressLine {
  readonly element: HTMLElement;
  private readonly text = el('span');
  private readonly meter = el('progress');
  private readonly stopButton: HTMLElement;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(stop: () => void) {
    this.stopButton = el('button', { type: 'button', hidden: true, onclick: stop }, WORDS.stop);
    this.element = el(
      'div',
      { class: 'progress', role: 'status', hidden: true },
      this.meter,
      this.text,
      this.stopButton,
    );
  }

  busy(deeds: number): void {
    clearTimeout(this.timer);
    document.body.setAttribute('aria-busy', String(deeds > 0));
    if (deeds > 0) {
      this.timer = setTimeout(() => {
        if (this.element.hidden) this.text.textContent = WORDS.working;
        this.element.hidden = false;
      }, MOMENT);
      return;
    }
    this.element.hidden = true;
    this.stopButton.hidden = true;
    this.meter.removeAttribute('value');
  }

  show(deed: keyof Desk, now: string, done: number, whole: number): void {
    if (whole < 2) return;
    this.element.hidden = false;
    this.stopButton.hidden = false;
    this.meter.max = whole;
    this.meter.value = done;
    const day = formatDay(momentOf(Date.parse(now)));
    this.text.textContent = deed === 'sample' ? WORDS.typing(day, done, whole) : WORDS.passing(day, done + 1, whole);
  }
}
