// Rows as high as their wrapped texts need, as Google fits them. Measured here, because the grid's library measures only what
// was edited in it.
import type { GridTab } from '../protocol.ts';

const USUAL = 21;
const USUAL_SIZE = 10;
/** Pixels of a point, and of a line of one pixel of letters. */
const PIXELS_A_POINT = 4 / 3;
const LINE = 1.24;
/** Above and below, left and right, with a little to spare for letters measured differently. */
const PADDING_DOWN = 5;
const PADDING_ACROSS = 9;
const ARROW = 18;
/** Google's rows end somewhere, too. */
const HIGHEST = 400;

const words = new Map<string, number>();
let canvas: CanvasRenderingContext2D | null | undefined;

/** The height of a row, in pixels. */
export function fitRow(tab: GridTab, row: number): number {
  let height = USUAL;
  (tab.cells[row] ?? []).forEach((cell, column) => {
    const style = tab.styles[cell?.style ?? -1];
    if (!cell?.text) return;
    if (tab.hiddenColumns.includes(column)) return;
    const arrow = cell.rule !== undefined && cell.ticked === undefined ? ARROW : 0;
    const width = (tab.widths[column] ?? 100) - PADDING_ACROSS - arrow - (style?.indent ?? 0);
    const size = (style?.size ?? USUAL_SIZE) * PIXELS_A_POINT;
    const font = `${style?.bold ? 'bold ' : ''}${size}px Arial`;
    const wraps = style?.wrap === 'wrap';
    const lines = cell.text.split('\n').reduce((sum, line) => sum + (wraps ? linesOf(line, width, font) : 1), 0);
    height = Math.max(height, Math.ceil(lines * size * LINE) + PADDING_DOWN);
  });
  return Math.min(height, HIGHEST);
}

function linesOf(text: string, width: number, font: string): number {
  const space = widthOf(' ', font);
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    const wide = widthOf(word, font);
    const needed = used === 0 ? wide : used + space + wide;
    if (needed <= width || used === 0) {
      used = needed;
      // A word that fits no line is broken.
      if (used > width) lines += Math.ceil(used / width) - 1;
      if (used > width) used %= width;
    } else {
      lines += 1;
      used = wide;
    }
  }
  return lines;
}

function widthOf(word: string, font: string): number {
  const key = `${font}|${word}`;
  const known = words.get(key);
  if (known !== undefined) return known;
  canvas ??= document.createElement('canvas').getContext('2d');
  if (!canvas) return word.length * 7;
  canvas.font = font;
  const { width } = canvas.measureText(word);
  if (words.size > 50_000) words.clear();
  words.set(key, width);
  return width;
}
