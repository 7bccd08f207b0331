// Menus as a menu bar has them: a button that opens a list, gone through with the arrow keys.
import { el, fill } from './dom.ts';

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
    if (list.hidden) return;
    if (event.key === 'Escape') close(true);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const all = [...list.querySelectorAll<HTMLElement>('[role^=menuitem]')];
    const at = all.indexOf(document.activeElement as HTMLElement);
    all[(at + step + all.length) % all.length]?.focus();
  });
  document.addEventListener('pointerdown', (event) => {
    if (!list.hidden && !root.contains(event.target as Node)) close();
  });
  return root;
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
