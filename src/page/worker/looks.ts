// How cells look, from Google's effective formats to what the grid draws.
import type { CellData } from '../../host/contract.ts';
import type { GridStyle } from '../protocol.ts';

type CellFormat = GoogleAppsScript.Sheets.Schema.CellFormat;
type Color = GoogleAppsScript.Sheets.Schema.Color;
type ColorStyle = GoogleAppsScript.Sheets.Schema.ColorStyle;

const SIDES = ['top', 'bottom', 'left', 'right'] as const;
const ACROSS: Readonly<Record<string, NonNullable<GridStyle['across']>>> = {
  LEFT: 'left',
  CENTER: 'center',
  RIGHT: 'right',
};
const DOWN: Readonly<Record<string, NonNullable<GridStyle['down']>>> = { TOP: 'top', MIDDLE: 'middle' };
const WRAP: Readonly<Record<string, NonNullable<GridStyle['wrap']>>> = { WRAP: 'wrap', CLIP: 'clip' };
const USUAL_SIZE = 10;
const USUAL_PADDING = 3;

/** `#rrggbb`; undefined for none. */
export function hexOf(style: ColorStyle | undefined, color?: Color): string | undefined {
  const rgb = style?.rgbColor ?? color;
  if (!rgb) return undefined;
  const part = (value = 0) =>
    Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${part(rgb.red)}${part(rgb.green)}${part(rgb.blue)}`;
}

/** The looks of a cell; an object without keys is Google's default. */
export function styleOf(cell: CellData): GridStyle {
  const format: CellFormat = cell.effectiveFormat ?? {};
  const { textFormat = {} } = format;
  const back = hexOf(format.backgroundColorStyle, format.backgroundColor);
  const ink = hexOf(textFormat.foregroundColorStyle, textFormat.foregroundColor);
  const font = textFormat.fontFamily?.split(',')[0];
  const left = (format.padding?.left ?? USUAL_PADDING) - USUAL_PADDING;
  return {
    ...(back && back !== '#ffffff' ? { back } : {}),
    ...(ink && ink !== '#000000' ? { ink } : {}),
    ...(textFormat.bold ? { bold: true } : {}),
    ...(textFormat.italic ? { italic: true } : {}),
    ...(textFormat.underline ? { underline: true } : {}),
    ...(textFormat.strikethrough ? { strike: true } : {}),
    ...((textFormat.fontSize ?? USUAL_SIZE) === USUAL_SIZE ? {} : { size: textFormat.fontSize ?? USUAL_SIZE }),
    ...(font && font.toLowerCase() !== 'arial' ? { font } : {}),
    ...acrossOf(cell, format),
    ...(DOWN[format.verticalAlignment ?? ''] ? { down: DOWN[format.verticalAlignment ?? ''] } : {}),
    ...(WRAP[format.wrapStrategy ?? ''] ? { wrap: WRAP[format.wrapStrategy ?? ''] } : {}),
    ...bordersOf(format),
    ...(left > 0 ? { indent: left } : {}),
  } as GridStyle;
}

/** Numbers and dates stand on the right and truth in the middle where nobody said otherwise. */
function acrossOf(cell: CellData, format: CellFormat): Pick<GridStyle, 'across'> {
  const said = ACROSS[format.horizontalAlignment ?? ''];
  if (said) return said === 'left' ? {} : { across: said };
  const { numberValue, boolValue, errorValue } = cell.effectiveValue ?? {};
  if (typeof boolValue === 'boolean' || errorValue) return { across: 'center' };
  return typeof numberValue === 'number' ? { across: 'right' } : {};
}

function bordersOf({ borders }: CellFormat): Pick<GridStyle, 'borders'> {
  if (!borders) return {};
  const drawn = SIDES.flatMap((side) => {
    const border = borders[side];
    if (!border?.style || border.style === 'NONE') return [];
    const wide = border.style === 'SOLID_MEDIUM' || border.style === 'SOLID_THICK';
    return [[side, { color: hexOf(border.colorStyle, border.color) ?? '#000000', wide }]];
  });
  return drawn.length > 0 ? { borders: Object.fromEntries(drawn) } : {};
}
