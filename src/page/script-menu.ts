// The menus the script put up, and what a click on one of their items meets: consent, dialogs, an end.
import type { Answer } from '../host/run.ts';
import type { MenuItem } from '../host/state.ts';
import { ask, consent, tell, toast } from './dialogs.ts';
import { type Item, menuButton } from './menu.ts';
import type { Shell } from './shell.ts';
import { WORDS } from './words.ts';

/** The menus of the menu bar, as onOpen made them. */
export function scriptMenus(shell: Shell, menus: readonly MenuItem[]): HTMLElement[] {
  const itemsOf = (items: readonly MenuItem[], path: readonly string[]): Item[] =>
    items.map((item): Item => {
      if (item.kind === 'separator') return 'line';
      const below = [...path, item.caption];
      if (item.kind === 'menu') return { caption: item.caption, items: itemsOf(item.items, below) };
      return { caption: item.caption, act: () => void click(shell, below) };
    });
  return menus.flatMap((menu) =>
    menu.kind === 'menu' ? [menuButton(menu.caption, () => itemsOf(menu.items, [menu.caption]))] : [],
  );
}

async function click(shell: Shell, path: readonly string[]): Promise<void> {
  const { client } = shell;
  const answers: Answer[] = [];
  for (;;) {
    const clicked = await shell.act(() => client.click(path, answers));
    if (!clicked) return;
    const { outcome } = clicked;
    if (outcome.kind === 'dialog') {
      // The run left no trace; it is run again with one answer more.
      answers.push(await ask(outcome.dialog));
      continue;
    }
    if (outcome.kind === 'consent') {
      const { user = '', title = '' } = shell.standing ?? {};
      if (!(await consent(user, title, outcome.scopes))) return;
      await shell.act(() => client.consent());
      toast(WORDS.consentAgain);
      return;
    }
    for (const shown of outcome.shown) if (shown.kind === 'toast') toast(shown.message, shown.title);
    if (outcome.kind === 'error') await tell(WORDS.runFailed, outcome.message);
    return;
  }
}
