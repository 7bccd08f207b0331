// Menus as a menu bar has them: a button that opens a list, gone through with the arrow keys.
import { el, fill } from './dom.ts';
import { folded } from './match.ts';

export type Item =
  | 'line'
  | { readonly caption: string; readonly hint?: string; readonly act: () => void; readonly checked?: boolean }
  | { readonly caption: string; readonly items: readonly Item[] };

/** A button with its menu; the items are asked for each time it opens. */
export function menuButton(
  caption: string,
  items: () => readonly Item[],
  attributes: Record<string, string> = {},
): HTMLElement {
  const list = el('div', { class: 'menu', role: 'menu', hidden: true });
  const button = el(
    'button',
    { type: 'button', 'aria-haspopup': 'menu', 'aria-expanded': 'false', ...attributes },
    caption,
  );
  const root = el('div', { class: 'menu-root' }, button, list);
  const close = (focus = false): void => {
    list.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    if (focus) button.focus();
  };
  const open = (): void => {
    fill(list, ...rows(items(), close));
    list.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    // Inside the screen, also where that is narrow.
    list.style.left = '0';
    const { left, right } = list.getBoundingClientRect();
    if (right > innerWidth) list.style.left = `${Math.max(8 - left, innerWidth - right - 8)}px`;
    list.querySelector<HTMLElement>('[role^=menuitem]')?.focus();
  };
  button.addEventListener('click', () => (list.hidden ? open() : close(true)));
  button.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    open();
  });
  root.addEventListener('keydown', (event) => {
    if (list.hidden || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') close(true);
    const all = [...list.querySelectorAll<HTMLElement>('[role^=menuitem]')];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key] ?? placeOf(all, at, event.key);
    if (next !== undefined) {
      event.preventDefault();
      all.at(next % all.length)?.focus();
    }
    const beside = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (beside !== undefined) {
      event.preventDefault();
      openBeside(button, beside);
    }
  });
  // Tab goes on behind the menu, which does not stay open over the page.
  root.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !root.contains(relatedTarget)) close();
  });
  document.addEventListener('pointerdown', (event) => {
    if (!list.hidden && !root.contains(event.target as Node)) close();
  });
  return root;
}

/** The next item that begins with a letter, marks aside. */
function placeOf(items: readonly HTMLElement[], from: number, key: string): number | undefined {
  if (key.length !== 1 || key === ' ') return undefined;
  const begins = (item: HTMLElement | undefined) => folded(item?.textContent ?? '').startsWith(folded(key));
  const turn = items.map((_, i) => (from + 1 + i) % items.length);
  return turn.find((at) => begins(items[at]));
}

/** From an open menu to the one at its side. */
function openBeside(button: HTMLElement, by: number): void {
  const bar = button.closest('.menus, .lists') ?? button.parentElement;
  const all = [...(bar?.querySelectorAll<HTMLElement>('button[aria-haspopup]') ?? [])];
  const next = all[(all.indexOf(button) + by + all.length) % all.length];
  if (next === button) return;
  button.click();
  next?.click();
}

function rows(items: readonly Item[], close: (focus?: boolean) => void): HTMLElement[] {
  return items.flatMap((item): HTMLElement[] => {
    if (item === 'line') return [el('hr')];
    if ('items' in item) return [el('div', { class: 'menu-heading' }, item.caption), ...rows(item.items, close)];
    const act = (): void => {
      close(true);
      item.act();
    };
    const role = item.checked === undefined ? 'menuitem' : 'menuitemradio';
    const checked = item.checked === undefined ? undefined : String(item.checked);
    return [
      el(
        'button',
        { type: 'button', role, 'aria-checked': checked, onclick: act },
        item.caption,
        item.hint !== undefined && el('small', {}, item.hint),
      ),
    ];
  });
}
