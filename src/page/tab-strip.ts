// The tabs below the grid.
import { el, fill } from './dom.ts';
import type { Tab } from './protocol.ts';
import { WORDS } from './words.ts';

/** A row of tabs; hidden ones are not shown, as in Google. */
export function tabStrip(choose: (sheetId: number) => void): {
  element: HTMLElement;
  focus(): void;
  show(tabs: readonly Tab[], active: number | undefined): void;
} {
  const element = el('div', { class: 'tabs', role: 'tablist', 'aria-label': WORDS.tabs });
  element.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const all = [...element.querySelectorAll('button')];
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    if (step === 0 || at < 0) return;
    event.preventDefault();
    all[(at + step + all.length) % all.length]?.focus();
  });
  let drawn = '';
  return {
    element,
    focus: () => element.querySelector<HTMLElement>('[aria-selected=true]')?.focus(),
    show(tabs, active) {
      const key = JSON.stringify([tabs, active]);
      if (key === drawn) return;
      drawn = key;
      const hadFocus = element.contains(document.activeElement);
      const visible = tabs.filter(({ hidden }) => !hidden);
      fill(
        element,
        ...visible.map(({ sheetId, title, color }) =>
          el(
            'button',
            {
              type: 'button',
              role: 'tab',
              'aria-selected': String(sheetId === active),
              tabindex: sheetId === active ? 0 : -1,
              style: color ? `--tab: ${color}` : undefined,
              onclick: () => choose(sheetId),
            },
            title,
          ),
        ),
      );
      const selected = element.querySelector<HTMLElement>('[aria-selected=true]');
      selected?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      if (hadFocus) selected?.focus();
    },
  };
}
