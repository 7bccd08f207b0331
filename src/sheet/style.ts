// How cells look and what they accept, as the paths of Google's CellFormat and its validation rules.
import { civilOf, type Day } from '../core/calendar.ts';
import { FIRST_DAY, LAST_DAY } from '../core/settings.ts';
import type { CellStyle, Format, Rule } from './declare.ts';

/** Flat paths below `userEnteredFormat`; only these are ours, whatever else people do to a cell stays. */
export type FormatPaths = Readonly<Record<string, string | number | boolean | NumberFormat>>;
export interface NumberFormat {
  readonly type: string;
  readonly pattern?: string;
}

/** A tick box has none: in a TEXT cell what is typed stays a word. */
const NUMBER_FORMATS: Readonly<Record<Format, NumberFormat | undefined>> = {
  text: { type: 'TEXT' },
  date: { type: 'DATE', pattern: 'dd/mm/yyyy' },
  moment: { type: 'DATE_TIME', pattern: 'dd/mm/yyyy hh:mm' },
  percent: { type: 'PERCENT', pattern: '0%' },
  integer: { type: 'NUMBER', pattern: '0' },
  // A table of counts is mostly zeros: they step back.
  count: { type: 'NUMBER', pattern: '0;-0;"–"' },
  days: { type: 'NUMBER', pattern: '0;"quá "0;"hôm nay"' },
  tick: undefined,
};

/** Number format alone: what appended rows carry. */
export function numberFormat(format: Format): NumberFormat | undefined {
  return NUMBER_FORMATS[format];
}

function numbersAs(format: Format): FormatPaths {
  const known = NUMBER_FORMATS[format];
  return known ? { numberFormat: known } : {};
}

/**
 * A formula's result must not be formatted as TEXT: Google would show the formula itself as text when it is typed again.
 * @param isHidden its words make no row higher
 */
export function bodyFormat(
  format: Format,
  isFormula: boolean,
  align: string | undefined,
  isHidden = false,
): FormatPaths {
  return once(`body ${format} ${isFormula} ${align} ${isHidden}`, () => ({
    ...(isFormula && format === 'text' ? {} : numbersAs(format)),
    wrapStrategy: isHidden ? 'CLIP' : 'WRAP',
    verticalAlignment: 'TOP',
    ...(align === undefined ? {} : { horizontalAlignment: align.toUpperCase() }),
  }));
}

/** Some dozens of formats serve thousands of cells: equal ones are one object, by which they are compared once. */
const formats = new Map<string, FormatPaths>();

function once(key: string, make: () => FormatPaths): FormatPaths {
  const known = formats.get(key) ?? make();
  formats.set(key, known);
  return known;
}

export const HEADING_FORMAT: FormatPaths = {
  'textFormat.bold': true,
  wrapStrategy: 'WRAP',
  verticalAlignment: 'MIDDLE',
  horizontalAlignment: 'CENTER',
  backgroundColorStyle: '#dde6f3',
};

/** Nothing of what an earlier layout has put there. */
export const CLEARED_FORMAT: FormatPaths = { 'textFormat.bold': false, backgroundColorStyle: '#ffffff' };

const MIDDLE: FormatPaths = { verticalAlignment: 'MIDDLE' };

const STYLES: Readonly<Record<CellStyle, FormatPaths>> = {
  plain: MIDDLE,
  wrap: { wrapStrategy: 'WRAP', verticalAlignment: 'TOP' },
  label: { wrapStrategy: 'WRAP', ...MIDDLE },
  strong: { 'textFormat.bold': true, ...MIDDLE },
  figure: { 'textFormat.bold': true, 'textFormat.fontSize': 12, ...MIDDLE },
  bar: { 'textFormat.foregroundColorStyle': '#6d9eeb', ...MIDDLE },
  small: { 'textFormat.italic': true, 'textFormat.foregroundColorStyle': '#5f6368', ...MIDDLE },
  heading: HEADING_FORMAT,
  title: { 'textFormat.bold': true, 'textFormat.fontSize': 14 },
  alarm: { 'textFormat.bold': true, 'textFormat.foregroundColorStyle': '#b3261e' },
};

/** A cell of a fixed tab: its style, and its number format where it holds a number or a date. */
export function fixedFormat(style: CellStyle, format: Format): FormatPaths {
  if (format === 'text') return STYLES[style];
  return once(`fixed ${style} ${format}`, () => ({
    ...STYLES[style],
    ...numbersAs(format),
    horizontalAlignment: 'CENTER',
  }));
}

/** «#rrggbb» for Google, which cuts value × 255 down to eight bits: of n/255 in full n is left, of three decimals often n − 1. */
export function colourStyle(hex: string): GoogleAppsScript.Sheets.Schema.ColorStyle {
  const channel = (from: number) => Number.parseInt(hex.slice(from, from + 2), 16) / 255;
  return { rgbColor: { red: channel(1), green: channel(3), blue: channel(5) } };
}

/** Google's floats, with absent channels as 0, back to «#rrggbb»; undefined for theme colours. */
export function hexOf(style: unknown): string | undefined {
  const rgb = (style as GoogleAppsScript.Sheets.Schema.ColorStyle | undefined)?.rgbColor;
  if (!rgb) return undefined;
  const two = (n: number | undefined) =>
    Math.round((n ?? 0) * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${two(rgb.red)}${two(rgb.green)}${two(rgb.blue)}`;
}

/**
 * @param columnRange the A1 range of a column the rule takes its values from
 * @param resolve a formula template in the row of the cell
 */
export function validationOf(
  rule: Rule,
  columnRange: (key: string) => string,
  resolve: (template: string) => string,
): GoogleAppsScript.Sheets.Schema.DataValidationRule {
  const value = (userEnteredValue: string) => ({ userEnteredValue });
  switch (rule.kind) {
    case 'list':
      return strict({ type: 'ONE_OF_LIST', values: rule.values.map(value) }, rule.help, true);
    case 'column':
      return strict({ type: 'ONE_OF_RANGE', values: [value(`=${columnRange(rule.of)}`)] }, rule.help, true);
    case 'date':
      return strict(
        { type: 'DATE_BETWEEN', values: [dayFormula(rule.from ?? FIRST_DAY), dayFormula(rule.to ?? LAST_DAY)] },
        rule.help,
        false,
      );
    case 'between':
      return strict(
        { type: 'NUMBER_BETWEEN', values: [value(String(rule.min)), value(String(rule.max))] },
        rule.help,
        false,
      );
    case 'address':
      return strict({ type: 'TEXT_IS_EMAIL' }, rule.help, false);
    case 'test':
      return strict({ type: 'CUSTOM_FORMULA', values: [value(resolve(rule.formula))] }, rule.help, false);
    case 'tick':
      return { condition: { type: 'BOOLEAN' }, strict: true, showCustomUi: true };
  }
}

/** As a formula: what is typed as a day is read by the language of the sheet. */
function dayFormula(day: Day): { userEnteredValue: string } {
  const { year, month, day: date } = civilOf(day);
  return { userEnteredValue: `=DATE(${year};${month};${date})` };
}

function strict(
  condition: GoogleAppsScript.Sheets.Schema.BooleanCondition,
  inputMessage: string,
  showCustomUi: boolean,
): GoogleAppsScript.Sheets.Schema.DataValidationRule {
  return { condition, strict: true, inputMessage, ...(showCustomUi ? { showCustomUi } : {}) };
}
