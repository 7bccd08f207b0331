// How a cell looks: Google's CellFormat as Excel's style. CLIP has no counterpart in Excel and overflows; padding is left out.
import type { BorderLineStyle, BorderSide, CellStyle, Color, FillStyle, FontStyle } from 'hucre';
import type { CellFormat } from '../sheets/effective-format.ts';

type ColorStyle = GoogleAppsScript.Sheets.Schema.ColorStyle;
type RgbColor = GoogleAppsScript.Sheets.Schema.Color;
type TextFormat = GoogleAppsScript.Sheets.Schema.TextFormat;
type NumberFormat = GoogleAppsScript.Sheets.Schema.NumberFormat;
type Border = GoogleAppsScript.Sheets.Schema.Border;
type Alignment = NonNullable<CellStyle['alignment']>;

const BLACK = '000000';
const WHITE = 'FFFFFF';

/** What a type means where no pattern is given, as a vi_VN sheet shows it. */
const PATTERNS: Readonly<Record<string, string>> = {
  TEXT: '@',
  NUMBER: '#,##0.00',
  PERCENT: '0.00%',
  CURRENCY: '#,##0.00 "₫"',
  DATE: 'dd/mm/yyyy',
  TIME: 'hh:mm:ss',
  DATE_TIME: 'dd/mm/yyyy hh:mm:ss',
  SCIENTIFIC: '0.00E+00',
};

const LINES: Readonly<Record<string, BorderLineStyle>> = {
  DOTTED: 'dotted',
  DASHED: 'dashed',
  SOLID: 'thin',
  SOLID_MEDIUM: 'medium',
  SOLID_THICK: 'thick',
  DOUBLE: 'double',
};

const HORIZONTAL: Readonly<Record<string, 'left' | 'center' | 'right'>> = {
  LEFT: 'left',
  CENTER: 'center',
  RIGHT: 'right',
};
const VERTICAL: Readonly<Record<string, 'top' | 'center' | 'bottom'>> = {
  TOP: 'top',
  MIDDLE: 'center',
  BOTTOM: 'bottom',
};

/** The style of a cell whose whole format this is; undefined where nothing of it differs from a bare cell. */
export function excelStyle(format: CellFormat): CellStyle | undefined {
  const fill = fillOf(format);
  const numFmt = patternOf(format.numberFormat);
  const font = fontOf(format.textFormat);
  const style: CellStyle = {
    ...(font ? { font } : {}),
    ...(fill ? { fill } : {}),
    ...(numFmt ? { numFmt } : {}),
    ...some('border', bordersOf(format.borders)),
    ...some('alignment', alignmentOf(format)),
  };
  return Object.keys(style).length > 0 ? style : undefined;
}

/** What a conditional format changes: letters and background only, as in Google's own. */
export function excelHighlight(format: CellFormat): CellStyle {
  const { bold, italic, strikethrough, underline } = format.textFormat ?? {};
  const color = colourOf(format.textFormat?.foregroundColorStyle, format.textFormat?.foregroundColor);
  const background = colourOf(format.backgroundColorStyle, format.backgroundColor);
  const font: FontStyle = {
    ...(bold ? { bold } : {}),
    ...(italic ? { italic } : {}),
    ...(strikethrough ? { strikethrough } : {}),
    ...(underline ? { underline } : {}),
    ...(color ? { color } : {}),
  };
  return {
    ...some('font', font),
    // Of a solid fill Excel reads the background here, other programs the foreground.
    ...(background
      ? { fill: { type: 'pattern', pattern: 'solid', fgColor: background, bgColor: background } as const }
      : {}),
  };
}

/** The letters; undefined for the file's own: Arial 10, black. */
export function fontOf(text: TextFormat | undefined): FontStyle | undefined {
  const color = colourOf(text?.foregroundColorStyle, text?.foregroundColor);
  const font: FontStyle = {
    ...baseFont(text),
    ...(text?.bold ? { bold: true } : {}),
    ...(text?.italic ? { italic: true } : {}),
    ...(text?.strikethrough ? { strikethrough: true } : {}),
    ...(text?.underline ? { underline: true } : {}),
    ...(color && color.rgb !== BLACK ? { color } : {}),
  };
  return Object.keys(font).length === 2 && font.name === 'Arial' && font.size === 10 ? undefined : font;
}

/** Name and size alone. Google's default family is a list: «arial,sans,sans-serif». */
export function baseFont(text: TextFormat | undefined): { name: string; size: number } {
  const [family = ''] = (text?.fontFamily ?? '').split(',');
  const name = family === '' || family.toLowerCase() === 'arial' ? 'Arial' : family;
  return { name, size: text?.fontSize ?? 10 };
}

function fillOf({ backgroundColorStyle, backgroundColor }: CellFormat): FillStyle | undefined {
  const fgColor = colourOf(backgroundColorStyle, backgroundColor);
  // A white fill would cover the grid lines of every cell.
  return fgColor && fgColor.rgb !== WHITE ? { type: 'pattern', pattern: 'solid', fgColor } : undefined;
}

/** Excel's code of a number format; undefined for automatic. */
function patternOf(format: NumberFormat | undefined): string | undefined {
  return format?.pattern || PATTERNS[format?.type ?? ''];
}

function alignmentOf({ horizontalAlignment, verticalAlignment, wrapStrategy, textRotation }: CellFormat): Alignment {
  const horizontal = HORIZONTAL[horizontalAlignment ?? ''];
  const vertical = VERTICAL[verticalAlignment ?? ''];
  const angle = textRotation?.vertical ? 255 : (textRotation?.angle ?? 0);
  return {
    ...(horizontal ? { horizontal } : {}),
    // Bottom is a bare cell's.
    ...(vertical && vertical !== 'bottom' ? { vertical } : {}),
    ...(wrapStrategy === 'WRAP' ? { wrapText: true } : {}),
    ...(angle === 0 ? {} : { textRotation: angle < 0 ? 90 - angle : angle }),
  };
}

function bordersOf(borders: CellFormat['borders']): NonNullable<CellStyle['border']> {
  const side = (border: Border | undefined): BorderSide | undefined => {
    const style = LINES[border?.style ?? ''];
    const color = colourOf(border?.colorStyle, border?.color);
    return style && { style, ...(color ? { color } : {}) };
  };
  return {
    ...some('top', side(borders?.top)),
    ...some('right', side(borders?.right)),
    ...some('bottom', side(borders?.bottom)),
    ...some('left', side(borders?.left)),
  };
}

/** «1A73E8»; Google gives a theme's colour as plain colour too. */
export function colourOf(style: ColorStyle | undefined, plain: RgbColor | undefined): Color | undefined {
  const colour = style?.rgbColor ?? plain;
  if (!colour) return undefined;
  const two = (channel: number | undefined) =>
    Math.round((channel ?? 0) * 255)
      .toString(16)
      .padStart(2, '0');
  return { rgb: `${two(colour.red)}${two(colour.green)}${two(colour.blue)}`.toUpperCase() };
}

/** The property, where its value says something. */
function some<Key extends string, Value extends object>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  return value && Object.keys(value).length > 0 ? ({ [key]: value } as { [K in Key]?: Value }) : {};
}
