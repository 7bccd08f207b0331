// What Google shows over the sheet: alerts and prompts, the consent screen, dialogs of HTML, toasts.
import type { Answer, Button, Dialog } from '../host/run.ts';
import { el, fill } from './dom.ts';
import { BUTTON_WORDS, WORDS } from './words.ts';

const BUTTONS: Readonly<Record<Dialog['buttons'], readonly Button[]>> = {
  OK: ['OK'],
  OK_CANCEL: ['OK', 'CANCEL'],
  YES_NO: ['YES', 'NO'],
  YES_NO_CANCEL: ['YES', 'NO', 'CANCEL'],
};
const TOAST_STAYS = 6000;

/** Shows a script's alert or prompt; closing it is an answer too. */
export function ask(dialog: Dialog): Promise<Answer> {
  const input = dialog.kind === 'prompt' ? el('input', { type: 'text', autofocus: true }) : undefined;
  const answer = (button: Button): Answer => (input ? { button, text: input.value } : button);
  return show<Answer>('alert', dialog.title, [el('p', { class: 'said' }, dialog.prompt), input], {
    buttons: BUTTONS[dialog.buttons].map((button, i) => ({
      caption: BUTTON_WORDS[button] ?? button,
      value: () => answer(button),
      main: i === 0,
    })),
    closed: () => answer('CLOSE'),
  });
}

/** Something to be read. `small`: the same in other words, where somebody wants to look it up. */
export async function tell(title: string, text: string, small?: string): Promise<void> {
  await show('alert', title, [el('p', { class: 'said' }, text), small !== undefined && el('small', {}, small)], {
    buttons: [{ caption: WORDS.ok, value: () => undefined, main: true }],
    closed: () => undefined,
  });
}

/** True: yes. */
export function confirmed(title: string, text: string): Promise<boolean> {
  return show('alert', title, [el('p', { class: 'said' }, text)], {
    buttons: [
      { caption: WORDS.yes, value: () => true, main: true },
      { caption: WORDS.no, value: () => false },
    ],
    closed: () => false,
  });
}

/** Google's screen of consent; true: allowed. */
export function consent(user: string, title: string, scopes: readonly string[]): Promise<boolean> {
  const list = scopes.map((scope) => el('li', {}, WORDS.scopes[scope] ?? scope));
  const body = [
    el('p', {}, el('b', {}, WORDS.consentAsk(title))),
    el('p', { class: 'account' }, user),
    el('p', {}, WORDS.consentSelect),
    el('ul', {}, ...list),
  ];
  return show('consent', WORDS.consentTitle, body, {
    buttons: [
      { caption: WORDS.consentAllow, value: () => true, main: true },
      { caption: WORDS.cancel, value: () => false },
    ],
    closed: () => false,
  });
}

/** A line that comes and goes, read aloud by screen readers. */
export function toast(message: string, title = ''): void {
  const shelf =
    document.getElementById('toasts') ?? document.body.appendChild(el('div', { id: 'toasts', role: 'status' }));
  const one = el('div', { class: 'toast' }, title !== '' && el('b', {}, title), message);
  shelf.append(one);
  setTimeout(() => one.remove(), TOAST_STAYS);
}

interface Choices<T> {
  readonly buttons: readonly { readonly caption: string; readonly value: () => T; readonly main?: boolean }[];
  readonly closed: () => T;
}

function show<T>(
  kind: string,
  title: string,
  body: readonly (Node | undefined | false)[],
  { buttons, closed }: Choices<T>,
): Promise<T> {
  return new Promise((resolve) => {
    const heading = el('h2', { id: `title-${kind}` }, title);
    const dialog = el('dialog', { class: kind, 'aria-labelledby': `title-${kind}` });
    let value: (() => T) | undefined;
    const row = buttons.map(({ caption, value: gives, main }) =>
      el(
        'button',
        { type: 'button', class: main ? 'main' : '', autofocus: main === true, onclick: () => choose(gives) },
        caption,
      ),
    );
    const choose = (gives: () => T): void => {
      value = gives;
      dialog.close();
    };
    fill(dialog, title !== '' && heading, ...body, el('div', { class: 'buttons' }, ...row));
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve((value ?? closed)());
    });
    dialog.querySelector('input')?.addEventListener('keydown', (event) => {
      const first = buttons[0];
      if (event.key === 'Enter' && first) choose(first.value);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
