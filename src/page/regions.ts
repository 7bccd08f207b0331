// F6 goes round the parts of the page, as in every office program: the way out of the grid, where Tab goes from cell to cell.

/** @param regions in order; each puts the focus into itself and says whether it could */
export function goRound(regions: readonly { readonly element: HTMLElement; focus(): void }[]): void {
  // Before fields that keep their keys to themselves.
  const listen = (event: KeyboardEvent) => {
    if (event.key !== 'F6' || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    const there = regions.filter(({ element }) => element.offsetParent !== null);
    const at = there.findIndex(({ element }) => element.contains(document.activeElement));
    const by = event.shiftKey ? -1 : 1;
    there.at(at < 0 && by < 0 ? -1 : (at + by + there.length) % there.length)?.focus();
  };
  document.addEventListener('keydown', listen, { capture: true });
}

/** Puts the focus on the first thing of an element that takes it. */
export function focusIn(element: HTMLElement): void {
  element.querySelector<HTMLElement>('button:not([hidden], [tabindex="-1"]), input, select, textarea')?.focus();
}
