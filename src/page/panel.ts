// The panel at the side: mails that were sent, documents in Drive, the log of service calls.
import { el, fill } from './dom.ts';
import { mailView } from './mail-view.ts';
import type { Desk, MailHead } from './protocol.ts';
import { timeText } from './strip.ts';
import { WORDS } from './words.ts';

export type PanelKind = 'outbox' | 'drive' | 'log';

export interface PanelHandlers {
  readonly desk: Pick<Desk, 'mails' | 'mail' | 'documents' | 'document' | 'calls' | 'failures'>;
  user(): string;
  save(name: string, type: string, bytes: Uint8Array): void;
  follow(uri: string): void;
  failed(error: unknown): void;
}

const TITLES = { outbox: WORDS.outbox, drive: WORDS.drive, log: WORDS.log } as const;
const CALLS = 300;

export class Panel {
  readonly element: HTMLElement;
  private readonly title = el('h2');
  private readonly body = el('div', { class: 'panel-body' });
  private open: PanelKind | undefined;
  private mine = false;
  private reading: number | undefined;

  constructor(private readonly handlers: PanelHandlers) {
    const close = el('button', { type: 'button', 'aria-label': WORDS.close, onclick: () => this.close() }, '✕');
    this.element = el(
      'aside',
      { class: 'panel', hidden: true, 'aria-live': 'polite' },
      el('header', {}, this.title, close),
      this.body,
    );
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
    });
  }

  toggle(kind: PanelKind): void {
    if (this.open === kind && this.reading === undefined) {
      this.close();
      return;
    }
    this.open = kind;
    this.reading = undefined;
    this.element.hidden = false;
    this.title.textContent = TITLES[kind];
    this.refresh();
    this.element.querySelector('button')?.focus();
  }

  close(): void {
    this.open = undefined;
    this.reading = undefined;
    this.element.hidden = true;
  }

  /** Looks again; a mail that is being read stays open. */
  refresh(): void {
    if (this.open === undefined || this.reading !== undefined) return;
    const show = { outbox: () => this.mails(), drive: () => this.documents(), log: () => this.calls() }[this.open];
    show().catch((error: unknown) => this.handlers.failed(error));
  }

  private async mails(): Promise<void> {
    const all = await this.handlers.desk.mails();
    const user = this.handlers.user();
    const shown = this.mine ? all.filter(({ to }) => to.includes(user)) : all;
    const only = el('input', { type: 'checkbox' });
    only.checked = this.mine;
    only.addEventListener('change', () => {
      this.mine = only.checked;
      this.refresh();
    });
    fill(
      this.body,
      el('label', { class: 'only' }, only, WORDS.mailOnly),
      shown.length === 0 ? el('p', { class: 'none' }, WORDS.noMails) : undefined,
      el('ul', { class: 'list', id: 'mails' }, ...shown.map((head) => this.mailRow(head))),
    );
  }

  private mailRow({ index, at, to, subject, attachments }: MailHead): HTMLElement {
    const act = () => {
      this.read(index).catch((error: unknown) => this.handlers.failed(error));
    };
    const clip = attachments > 0 ? ` · ${attachments} ${WORDS.attached}` : '';
    return el(
      'li',
      {},
      el(
        'button',
        { type: 'button', onclick: act },
        el('b', {}, subject),
        el('small', {}, `${to.join(', ')} · ${timeText(Date.parse(at))}${clip}`),
      ),
    );
  }

  private async read(index: number): Promise<void> {
    this.reading = index;
    const mail = await this.handlers.desk.mail(index);
    const back = () => {
      this.reading = undefined;
      this.refresh();
    };
    fill(
      this.body,
      el('button', { type: 'button', class: 'link back', onclick: back }, WORDS.mailBack),
      mailView(mail, { save: this.handlers.save, follow: this.handlers.follow }),
    );
    this.body.scrollTop = 0;
  }

  private async documents(): Promise<void> {
    const files = await this.handlers.desk.documents();
    const rows = files.map(({ id, name, owner, folder, at, bytes, shared }) => {
      const save = () => {
        this.handlers.desk
          .document(id)
          .then((file) => this.handlers.save(file.name, file.type, file.bytes))
          .catch((error: unknown) => this.handlers.failed(error));
      };
      return el(
        'li',
        {},
        el(
          'button',
          { type: 'button', onclick: save },
          el('b', {}, name),
          el('small', {}, `${folder} · ${owner} · ${timeText(at)} · ${WORDS.bytes(bytes)}`),
          shared.length > 0 && el('small', {}, `${WORDS.sharedWith}: ${shared.join(', ')}`),
        ),
      );
    });
    fill(
      this.body,
      files.length === 0 ? el('p', { class: 'none' }, WORDS.noDocuments) : undefined,
      el('ul', { class: 'list' }, ...rows),
    );
  }

  private async calls(): Promise<void> {
    const [calls, failures] = await Promise.all([this.handlers.desk.calls(CALLS), this.handlers.desk.failures()]);
    const rows = calls.map(({ service, method, args, user, at, remote }) => {
      const given = JSON.stringify(args).slice(1, -1);
      const call = `${service}.${method}(${given.length > 120 ? `${given.slice(0, 120)}…` : given})`;
      return el(
        'li',
        { class: remote ? 'remote' : '' },
        el('code', {}, call),
        el('small', {}, `${timeText(Date.parse(at))} · ${user}`),
      );
    });
    fill(
      this.body,
      el('p', { class: 'hint' }, WORDS.logHint),
      failures.length > 0 && el('p', { class: 'bad' }, `${WORDS.failures}: ${failures.join(' · ')}`),
      el('ul', { class: 'calls' }, ...rows),
    );
  }
}
