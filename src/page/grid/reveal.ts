// Brings a cell into view, beside what does not scroll.

/** @param frozen pixels of what stays @param moves which way the cell scrolls at all */
export function reveal(
  scroller: HTMLElement,
  element: HTMLElement,
  frozen: { readonly left: number; readonly top: number },
  moves: { readonly across: boolean; readonly down: boolean },
): void {
  const view = scroller.getBoundingClientRect();
  const box = element.getBoundingClientRect();
  scroller.scrollBy({
    left: moves.across ? by(box.left, box.right, view.left + frozen.left, view.left + scroller.clientWidth) : 0,
    top: moves.down ? by(box.top, box.bottom, view.top + frozen.top, view.top + scroller.clientHeight) : 0,
  });
}

/** How far to scroll so that `from`–`to` lies in `first`–`last`; what is too large shows its beginning. */
function by(from: number, to: number, first: number, last: number): number {
  if (from < first) return from - first;
  return to > last ? Math.min(to - last, from - first) : 0;
}
