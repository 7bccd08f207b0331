// What keeps people from a page who do not see it or do not use a mouse, as the browser itself tells it: controls without a name,
// letters too pale for their ground, identifiers used twice, roles that stand where they mean nothing.
import type { Page } from 'playwright-core';

/** Roles that must have a name, whatever they hold. */
const NAMED = new Set(
  'button link textbox combobox searchbox listbox option checkbox radio menuitem menuitemradio tab tablist dialog alertdialog grid columnheader progressbar img region'.split(
    ' ',
  ),
);
/** WCAG 2.2 AA, 1.4.3. */
const CONTRAST = 4.5;

interface Node {
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
}

/** Faults in words; none is what is wanted. */
export async function faultsOf(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: readonly Node[] };
  await session.detach();
  const nameless = nodes.flatMap(({ ignored, role, name }) =>
    !ignored && NAMED.has(role?.value ?? '') && (name?.value ?? '').trim() === ''
      ? [`${role?.value} without a name`]
      : [],
  );
  return [...nameless, ...((await page.evaluate(SEEN)) as string[])];
}

/** Runs in the page. */
const SEEN = `(() => {
  const faults = [];
  const visible = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i))) faults.push('identifier twice: ' + id);
  const within = { option: 'listbox', menuitem: 'menu', menuitemradio: 'menu', tab: 'tablist', row: 'grid' };
  for (const [role, owner] of Object.entries(within))
    for (const element of document.querySelectorAll('[role=' + role + ']'))
      if (!element.closest('[role=' + owner + ']')) faults.push(role + ' outside of a ' + owner);
  if (document.querySelectorAll('h1').length !== 1) faults.push('not one heading of the first level');
  if (document.documentElement.lang !== 'vi') faults.push('no language');
  for (const element of document.querySelectorAll('[aria-hidden=true]'))
    if (element.querySelector('a[href]:not([tabindex="-1"]), button:not([tabindex="-1"]), input, select, textarea'))
      faults.push('something in focus that is hidden from readers');
  for (const element of document.querySelectorAll('[aria-controls], [aria-describedby], [aria-labelledby], [aria-activedescendant]'))
    for (const name of ['aria-controls', 'aria-describedby', 'aria-labelledby', 'aria-activedescendant'])
      for (const id of (element.getAttribute(name) ?? '').split(' ').filter(Boolean))
        if (!document.getElementById(id)) faults.push(name + ' leads nowhere: ' + id);
  const colour = (text) => {
    const [r = 0, g = 0, b = 0, a = 1] = (text.match(/[\\d.]+/g) ?? []).map(Number);
    return { r, g, b, a };
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const { a, ...rest } = colour(getComputedStyle(at).backgroundColor);
      if (a > 0.95) return rest;
    }
    return { r: 255, g: 255, b: 255 };
  };
  const light = ({ r, g, b }) => {
    const [x, y, z] = [r, g, b].map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const pale = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { parentElement: element, data } = texts.currentNode;
    // Bars drawn of blocks are no letters.
    if (!/[\\p{L}\\p{N}]/u.test(data) || !element || !visible(element) || element.closest('[aria-hidden=true], :disabled, .unseen')) continue;
    const [over, under] = [light(colour(getComputedStyle(element).color)), light(ground(element))].sort((a, b) => b - a);
    const ratio = (over + 0.05) / (under + 0.05);
    if (ratio < ${CONTRAST}) pale.add('pale (' + ratio.toFixed(1) + '): ' + element.tagName + ' ' + data.trim().slice(0, 30));
  }
  return [...faults, ...pale];
})()`;
