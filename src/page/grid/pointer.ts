// Mouse and finger on the cells: a press chooses, a press that is drawn on chooses a range. Inside one cell the browser's own
// selection of text is left alone; a finger scrolls.
import type { Cell } from './moves.ts';

export interface PointerHandlers {
  /** −1: the numbers of the rows, the letters of the columns. */
  cellOf(target: EventTarget | null): Cell | undefined;
  choose(cell: Cell, extend: boolean): void;
  edit(): void;
  picks(cell: Cell): void;
  follow(uri: string): void;
  hovered(cell: Cell | undefined): void;
}

const MARKS = '.arrow, .tick span';

export function listenToPointers(layer: HTMLElement, handlers: PointerHandlers): void {
  let from: Cell | undefined;
  let drawn: Cell | undefined;
  layer.addEventListener('mousedown', (event) => {
    const cell = handlers.cellOf(event.target);
    if (!cell || event.button !== 0) return;
    // A press on a mark is answered when it is let go; a link is followed then.
    if (isOn(event.target, MARKS)) {
      event.preventDefault();
      return;
    }
    const isHeading = cell.row < 0 || cell.column < 0;
    if (event.shiftKey || isHeading) event.preventDefault();
    handlers.choose(cell, event.shiftKey);
    from = cell;
    drawn = cell;
  });
  layer.addEventListener('mousemove', (event) => {
    const cell = handlers.cellOf(event.target);
    if (!from || (event.buttons & 1) === 0) {
      handlers.hovered(cell);
      return;
    }
    if (!cell || (cell.row === drawn?.row && cell.column === drawn.column)) return;
    // A range of cells does not run on into the headings, nor the other way round.
    if (cell.row < 0 !== from.row < 0 || cell.column < 0 !== from.column < 0) return;
    getSelection()?.removeAllRanges();
    event.preventDefault();
    layer.classList.add('drawing');
    drawn = cell;
    handlers.choose(cell, true);
  });
  layer.addEventListener('mouseleave', () => handlers.hovered(undefined));
  addEventListener('mouseup', () => {
    from = undefined;
    layer.classList.remove('drawing');
  });
  layer.addEventListener('click', (event) => {
    const cell = handlers.cellOf(event.target);
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link) {
      event.preventDefault();
      handlers.follow(link.getAttribute('href') ?? '');
    } else if (cell && isOn(event.target, MARKS)) handlers.picks(cell);
  });
  layer.addEventListener('dblclick', (event) => {
    const cell = handlers.cellOf(event.target);
    if (cell && cell.row >= 0 && cell.column >= 0 && !isOn(event.target, MARKS)) handlers.edit();
  });
}

function isOn(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}
