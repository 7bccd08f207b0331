// One cell of the grid as an element of the table: its text, its looks, its small marks.
import { el } from '../dom.ts';
import type { GridCell, GridRule, GridStyle, GridTab } from '../protocol.ts';
import { WORDS } from '../words.ts';

/** Pixels of a point. */
const PIXELS_A_POINT = 4 / 3;
/** Google's rows end somewhere, too. */
const HIGHEST = 400;
const PADDING = 3;

export interface Drawing {
  readonly tab: GridTab;
  readonly cell: GridCell | null;
  /** Pixels its text may run on to the right, over cells that hold nothing. */
  readonly room: number;
  /** Pixels, where the row's height was set by hand. */
  readonly height: number | undefined;
  /** The person may not change it. */
  readonly locked: boolean;
}

/** Draws a cell into its element, which keeps its place, its focus and its selection. */
export function drawCell(element: HTMLTableCellElement, drawing: Drawing): void {
  const { tab, cell, height, locked } = drawing;
  const style = tab.styles[cell?.style ?? -1];
  const rule = ruleOf(tab, cell);
  element.style.cssText = looks(style);
  const kinds = [
    wrapOf(style),
    cell?.note !== undefined && 'noted',
    rule && `has-${rule.kind}`,
    style?.down,
    cell?.ticked !== undefined && 'tick',
  ];
  const chosen = ['active', 'chosen', 'cut'].filter((name) => element.classList.contains(name));
  element.className = [...kinds.filter(Boolean), ...chosen].join(' ');
  note(element, 'aria-readonly', locked ? 'true' : undefined);
  note(element, 'aria-description', cell?.note);
  element.replaceChildren(...contentOf(drawing, style, rule));
  if (height !== undefined && element.firstElementChild instanceof HTMLElement) {
    element.firstElementChild.style.maxHeight = `${height - 2}px`;
  }
}

function note(element: Element, name: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

export function ruleOf(tab: GridTab, cell: GridCell | null): GridRule | undefined {
  return tab.rules[(cell?.rule ?? 0) - 1];
}

/** Nothing for an empty cell; a plain text where no frame is needed, since there are thousands of them. */
function contentOf(
  { cell, room, height }: Drawing,
  style: GridStyle | undefined,
  rule: GridRule | undefined,
): (Node | string)[] {
  if (cell?.ticked !== undefined) {
    return [
      el('span', { role: 'img', 'aria-label': cell.ticked ? WORDS.ticked : WORDS.unticked }, cell.ticked ? '☑' : '☐'),
    ];
  }
  const text = cell?.text ?? '';
  // The arrow is for the mouse; Alt+↓ is the keyboard's.
  const arrow =
    rule?.kind === 'list' || rule?.kind === 'date' ? [el('i', { class: 'arrow', 'aria-hidden': 'true' })] : [];
  if (text === '') return arrow;
  const words = cell?.links ? linked(text, cell.links) : [text];
  const isFramed = height !== undefined || room > 0 || text.length > HIGHEST;
  if (!isFramed) return [...arrow, ...words];
  const frame = el('div', { class: 'text' }, ...words);
  if (room > 0 && wrapOf(style) === 'spill') frame.style.width = `${room}px`;
  if (height === undefined) frame.style.maxHeight = `${HIGHEST}px`;
  return [frame, ...arrow];
}

function linked(text: string, links: NonNullable<GridCell['links']>): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let done = 0;
  for (const { from, to, uri } of links) {
    if (from > done) parts.push(text.slice(done, from));
    parts.push(el('a', { href: uri, tabindex: -1 }, text.slice(from, to)));
    done = to;
  }
  return done < text.length ? [...parts, text.slice(done)] : parts;
}

/** How a text that is too long is shown: on several lines, cut off, or over its empty neighbours. */
export function wrapOf(style: GridStyle | undefined): 'wrap' | 'clip' | 'spill' {
  return style?.wrap ?? 'spill';
}

function looks(style: GridStyle | undefined): string {
  if (!style) return '';
  const { back, ink, bold, italic, underline, strike, size, font, across, borders, indent } = style;
  const lines = [underline && 'underline', strike && 'line-through'].filter(Boolean);
  return [
    back && `background-color:${back}`,
    ink && `color:${ink}`,
    bold && 'font-weight:700',
    italic && 'font-style:italic',
    lines.length > 0 && `text-decoration:${lines.join(' ')}`,
    size !== undefined && `font-size:${size * PIXELS_A_POINT}px`,
    font && `font-family:"${font.replace(/["\\;]/gu, '')}",Arial,sans-serif`,
    across && `text-align:${across}`,
    indent !== undefined && `padding-left:${PADDING + indent}px`,
    borders && bordersOf(borders),
  ]
    .filter(Boolean)
    .join(';');
}

/** Right and below as the table's own lines, above and left as shadows: cells do not share their borders here. */
function bordersOf(borders: NonNullable<GridStyle['borders']>): string {
  const line = (side: 'right' | 'bottom') => {
    const border = borders[side];
    return border ? `border-${side}:${border.wide ? 2 : 1}px solid ${border.color}` : '';
  };
  const { top, left } = borders;
  const shadows = [
    top && `inset 0 ${top.wide ? 2 : 1}px 0 ${top.color}`,
    left && `inset ${left.wide ? 2 : 1}px 0 0 ${left.color}`,
  ].filter(Boolean);
  return [line('right'), line('bottom'), shadows.length > 0 && `box-shadow:${shadows.join(',')}`]
    .filter(Boolean)
    .join(';');
}
