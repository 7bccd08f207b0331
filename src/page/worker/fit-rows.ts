// Rows as high as their wrapped texts need, as Google fits them: programs that open an .xlsx file do not all do so by themselves.
import type { CellData, Spreadsheet } from '../../host/contract.ts';

type Grid = NonNullable<NonNullable<NonNullable<Spreadsheet['sheets']>[number]['data']>[number]>;

/** A row of this height was never set by hand. */
const AUTOMATIC = 21;
const USUAL_COLUMN = 100;
const USUAL_SIZE = 10;
/** Pixels of a point, and of a line of one pixel of letters. */
const PIXELS_A_POINT = 4 / 3;
const LINE = 1.24;
/** Above and below, left and right, with a little to spare for letters measured differently. */
const PADDING_DOWN = 5;
const PADDING_ACROSS = 9;
/** Excel's rows end at 409 points. */
const HIGHEST = 540;

const widths = new Map<string, number>();
let canvas: OffscreenCanvasRenderingContext2D | null | undefined;

/** The height of a row that nobody set, in pixels; undefined where it is the usual one or was set. */
export function fitRow(grid: Grid, row: number): number | undefined {
  if ((grid.rowMetadata?.[row]?.pixelSize ?? AUTOMATIC) !== AUTOMATIC) return undefined;
  const cells = grid.rowData?.[row]?.values ?? [];
  const heights = cells.map((cell, column) => {
    const { pixelSize = USUAL_COLUMN, hiddenByUser = false } = grid.columnMetadata?.[column] ?? {};
    return hiddenByUser ? 0 : heightOf(cell ?? {}, pixelSize - PADDING_ACROSS);
  });
  const height = Math.min(HIGHEST, Math.max(0, ...heights));
  return height > AUTOMATIC ? height : undefined;
}

function heightOf({ formattedValue, effectiveFormat = {} }: CellData, width: number): number {
  if (!formattedValue) return 0;
  const { textFormat = {}, wrapStrategy } = effectiveFormat;
  const size = (textFormat.fontSize ?? USUAL_SIZE) * PIXELS_A_POINT;
  const font = `${textFormat.bold ? 'bold ' : ''}${size}px Arial`;
  const count = (line: string) => (wrapStrategy === 'WRAP' ? linesOf(line, width, font) : 1);
  const lines = formattedValue.split('\n').reduce((sum, line) => sum + count(line), 0);
  return Math.ceil(lines * size * LINE) + PADDING_DOWN;
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
  const known = widths.get(key);
  if (known !== undefined) return known;
  canvas ??= new OffscreenCanvas(1, 1).getContext('2d');
  if (!canvas) return word.length * 7;
  canvas.font = font;
  const { width } = canvas.measureText(word);
  if (widths.size > 50_000) widths.clear();
  widths.set(key, width);
  return width;
}
