// How a cell of an Excel file looks, as Google's CellFormat: number format, place, wrapping, letters, background. Left out:
// borders, theme colours, gradients, rotation; what ours should look like, the sync says.
import type { CellStyle, Color } from 'hucre';
import type { CellFormat } from '../sheets/effective-format.ts';

type ColorStyle = GoogleAppsScript.Sheets.Schema.ColorStyle;
type NumberFormat = GoogleAppsScript.Sheets.Schema.NumberFormat;
type TextFormat = GoogleAppsScript.Sheets.Schema.TextFormat;

const HORIZONTAL: Readonly<Record<string, string>> = { left: 'LEFT', center: 'CENTER', right: 'RIGHT' };
const VERTICAL: Readonly<Record<string, string>> = { top: 'TOP', center: 'MIDDLE', bottom: 'BOTTOM' };
/** A tick box drawn by a number format, as this program's own files draw it. */
const TICKS = new Set(['"☑";;"☐"', '☑;;☐']);

/** Undefined where nothing of it differs from a bare cell. */
export function googleFormat(style: CellStyle | undefined): CellFormat | undefined {
  if (!style) return undefined;
  const { font, fill, alignment, numFmt } = style;
  const numberFormat = numberFormatOf(numFmt ?? '');
  const background = fill?.type === 'pattern' && fill.pattern === 'solid' ? colourStyle(fill.fgColor) : undefined;
  const letters = lettersOf(font);
  const horizontal = HORIZONTAL[alignment?.horizontal ?? ''];
  const vertical = VERTICAL[alignment?.vertical ?? ''];
  const format: CellFormat = {
    ...(numberFormat ? { numberFormat } : {}),
    ...(background ? { backgroundColorStyle: background } : {}),
    ...(letters ? { textFormat: letters } : {}),
    ...(horizontal ? { horizontalAlignment: horizontal } : {}),
    ...(vertical && vertical !== 'BOTTOM' ? { verticalAlignment: vertical } : {}),
    ...(alignment?.wrapText ? { wrapStrategy: 'WRAP' } : {}),
  };
  return Object.keys(format).length > 0 ? format : undefined;
}

function lettersOf(font: CellStyle['font']): TextFormat | undefined {
  const colour = colourStyle(font?.color);
  const isBlack = Object.values(colour?.rgbColor ?? {}).every((channel) => channel === 0);
  const letters: TextFormat = {
    ...(font?.bold ? { bold: true } : {}),
    ...(font?.italic ? { italic: true } : {}),
    ...(font?.strikethrough ? { strikethrough: true } : {}),
    ...(font?.underline ? { underline: true } : {}),
    ...(font?.size !== undefined && font.size !== 10 ? { fontSize: Math.round(font.size) } : {}),
    ...(colour && !isBlack ? { foregroundColorStyle: colour } : {}),
  };
  return Object.keys(letters).length > 0 ? letters : undefined;
}

/** «FF1A73E8» or «1A73E8». */
function colourStyle(colour: Color | undefined): ColorStyle | undefined {
  const [, red = '', green = '', blue = ''] =
    /^(?:[0-9a-f]{2})?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/iu.exec(colour?.rgb ?? '') ?? [];
  if (red === '') return undefined;
  const channel = (hex: string) => Number.parseInt(hex, 16) / 255;
  return { rgbColor: { red: channel(red), green: channel(green), blue: channel(blue) } };
}

/** The same whichever program wrote it: LibreOffice writes «dd/mm/yyyy\ hh:mm», Excel adds «;@». Undefined for automatic. */
export function numberFormatOf(code: string): NumberFormat | undefined {
  const pattern = code
    .replace(/\[\$-[0-9a-f]+\]/giu, '')
    .replace(/;@$/u, '')
    .replace(/\\(\p{L})/gu, '"$1"')
    .replace(/\\(.)/gu, '$1');
  if (pattern === '' || /^general$/iu.test(pattern) || TICKS.has(pattern)) return undefined;
  if (pattern === '@') return { type: 'TEXT' };
  const bare = pattern.replace(/"[^"]*"|\[[^\]]*\]/gu, '');
  const hasDay = /[dy]/iu.test(bare);
  const hasTime = /[hs]/iu.test(bare);
  if (hasDay || hasTime || /^m+$/iu.test(bare)) {
    return { type: hasDay && hasTime ? 'DATE_TIME' : hasTime ? 'TIME' : 'DATE', pattern: pattern.toLowerCase() };
  }
  const type = bare.includes('%') ? 'PERCENT' : /E[+-]/iu.test(bare) ? 'SCIENTIFIC' : 'NUMBER';
  return { type, pattern };
}
