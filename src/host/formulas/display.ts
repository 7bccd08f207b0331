// How a sheet shows a value: the patterns of Google's number formats, in the marks of the spreadsheet's locale. What a
// pattern may hold and this file does not know is `NotEmulated`.
// Source: https://developers.google.com/workspace/sheets/api/guides/formats
import { NotEmulated } from '../contract.ts';
import { type Locale, localeNamed } from '../locales.ts';
import { isDatePattern, showDate } from './display-date.ts';
import { showGeneral } from './display-general.ts';
import { numberSections, showNumber } from './display-number.ts';
import type { EngineValue } from './engine-model.ts';

export interface NumberFormat {
  type?: string | undefined;
  pattern?: string | undefined;
}

/** The text a cell shows, its `formattedValue`. */
export function show(value: EngineValue, format: NumberFormat | undefined, locale: string): string {
  const marks = localeNamed(locale);
  switch (value.kind) {
    case 'text':
      return showText(value.value, format);
    case 'boolean':
      return marks.truth[value.value ? 1 : 0];
    case 'error':
      return value.value;
    case 'number': {
      const pattern = patternOf(format, marks);
      if (pattern === undefined || pattern === '@') return showGeneral(value.value, marks);
      return isDatePattern(pattern) ? showDate(value.value, pattern) : showNumber(value.value, pattern, marks);
    }
  }
}

/** Text is shown as it is, unless a fourth section says otherwise. */
function showText(text: string, format: NumberFormat | undefined): string {
  const pattern = format?.pattern;
  if (!pattern || isDatePattern(pattern)) return text;
  const section = numberSections(pattern)[3];
  return section === undefined ? text : section.replace(/"([^"]*)"/gu, '$1').replace('@', text);
}

function patternOf(format: NumberFormat | undefined, marks: Locale): string | undefined {
  if (format?.pattern) return format.pattern;
  switch (format?.type) {
    case undefined:
    case 'NUMBER_FORMAT_TYPE_UNSPECIFIED':
      return undefined;
    case 'TEXT':
      return '@';
    case 'NUMBER':
      return '#,##0.00';
    case 'PERCENT':
      return '0.00%';
    case 'DATE':
      return marks.date;
    case 'TIME':
      return 'hh:mm:ss';
    case 'DATE_TIME':
      return `${marks.date} hh:mm:ss`;
    default:
      throw new NotEmulated(`the number format ${format?.type}`);
  }
}
