// What a vi_VN sheet makes of typed text: numbers with decimal comma and thousands dots, percent, dates with the day first,
// times, TRUE and FALSE, formulas, else text. A cell whose number format is TEXT keeps everything as typed, `=…` too.
// Where it is not known what Google would do it throws NotEmulated: the product must not depend on a guess.
import { civilOf, dayOf, isCivilDate } from '../../core/calendar.ts';
import { NotEmulated } from '../contract.ts';

type ExtendedValue = GoogleAppsScript.Sheets.Schema.ExtendedValue;
type NumberFormat = GoogleAppsScript.Sheets.Schema.NumberFormat;

export interface TypedValue {
  /** Missing where the text empties the cell. */
  readonly value?: ExtendedValue;
  /** The number format an automatic cell takes from what was typed. */
  readonly format?: NumberFormat;
}

const DATE: NumberFormat = { type: 'DATE', pattern: 'dd/mm/yyyy' };
const TIME: NumberFormat = { type: 'TIME', pattern: 'hh:mm:ss' };
const DATE_TIME: NumberFormat = { type: 'DATE_TIME', pattern: 'dd/mm/yyyy hh:mm:ss' };
const PERCENT: NumberFormat = { type: 'PERCENT', pattern: '0%' };
const PERCENT_DECIMALS: NumberFormat = { type: 'PERCENT', pattern: '0.00%' };
const THOUSANDS: NumberFormat = { type: 'NUMBER', pattern: '#,##0' };
const SCIENTIFIC: NumberFormat = { type: 'SCIENTIFIC', pattern: '0.00E+00' };

/**
 * Reads typed text. `type` is the type of the cell's number format, undefined for automatic; `today` the serial day, whose year
 * a date without one belongs to.
 */
export function readTyped(text: string, type: string | undefined, today: number): TypedValue {
  if (text === '') return {};
  if (type === 'TEXT') return { value: { stringValue: text } };
  if (text.startsWith("'")) return text === "'" ? {} : { value: { stringValue: text.slice(1) } };
  if (text.startsWith('=') && text.length > 1) return { value: { formulaValue: text } };
  const trimmed = text.normalize('NFC').trim();
  if (/^true$/iu.test(trimmed)) return { value: { boolValue: true } };
  if (/^false$/iu.test(trimmed)) return { value: { boolValue: false } };
  const read = readNumber(trimmed, type) ?? readMoment(trimmed, today);
  if (read) return type === undefined ? read : { ...(read.value ? { value: read.value } : {}) };
  refuseUnknown(trimmed);
  return { value: { stringValue: text } };
}

const NUMBER = /^([+-]?)(\d+|\d{1,3}(?:\.\d{3})+)?(?:,(\d*))?(?:[eE]([+-]?\d{1,3}))?\s*(%?)$/u;

function readNumber(text: string, type: string | undefined): TypedValue | undefined {
  const match = NUMBER.exec(text);
  if (!match) return undefined;
  const [, sign = '', whole = '', decimals = '', exponent, percent] = match;
  if (whole === '' && decimals === '') return undefined;
  const digits = whole.replace(/\./gu, '');
  const plain = Number(`${sign}${digits === '' ? '0' : digits}.${decimals === '' ? '0' : decimals}e${exponent ?? 0}`);
  if (!Number.isFinite(plain)) return undefined;
  const asPercent = percent === '%' || type === 'PERCENT';
  const numberValue = asPercent ? hundredth(`${sign}${digits}`, decimals, exponent) : plain;
  const format = percent
    ? decimals === ''
      ? PERCENT
      : PERCENT_DECIMALS
    : exponent
      ? SCIENTIFIC
      : whole.includes('.')
        ? THOUSANDS
        : undefined;
  return { value: { numberValue }, ...(format ? { format } : {}) };
}

/** 75 → 0.75 by moving the decimal point, so that 7 % is 0.07 and not 0.07000000000000001. */
function hundredth(whole: string, decimals: string, exponent: string | undefined): number {
  return Number(
    `${/\d/u.test(whole) ? whole : `${whole}0`}.${decimals === '' ? '0' : decimals}e${Number(exponent ?? 0) - 2}`,
  );
}

const CLOCK = String.raw`(\d{1,2}):(\d{2})(?::(\d{2}))?`;
const DAY = String.raw`(\d{1,4})([/-])(\d{1,2})(?:\2(\d{1,4}))?`;
const ONLY_DAY = new RegExp(`^${DAY}$`, 'u');
const ONLY_CLOCK = new RegExp(`^${CLOCK}$`, 'u');
const DAY_CLOCK = new RegExp(`^(${DAY.replace('\\2', '\\3')})\\s+(${CLOCK})$`, 'u');
const CLOCK_DAY = new RegExp(`^(${CLOCK})\\s+(.+)$`, 'u');

function readMoment(text: string, today: number): TypedValue | undefined {
  const day = readDay(text, today);
  if (day !== undefined) return { value: { numberValue: day }, format: DATE };
  const clock = readClock(text);
  if (clock !== undefined) return { value: { numberValue: clock }, format: TIME };
  const both = DAY_CLOCK.exec(text);
  if (both) return joined(readDay(both[1] ?? '', today), readClock(both[6] ?? ''));
  const turned = CLOCK_DAY.exec(text);
  return turned ? joined(readDay(turned[5] ?? '', today), readClock(turned[1] ?? '')) : undefined;
}

function joined(day: number | undefined, clock: number | undefined): TypedValue | undefined {
  if (day === undefined || clock === undefined) return undefined;
  return { value: { numberValue: day + clock }, format: DATE_TIME };
}

/** d/M, d/M/yyyy, d-M-yy, yyyy-M-d, yyyy-M; undefined where the day does not exist. */
function readDay(text: string, today: number): number | undefined {
  const match = ONLY_DAY.exec(text);
  if (!match) return undefined;
  const first = match[1] ?? '';
  const second = match[3] ?? '';
  const third = match[4];
  if (first.length === 3) return undefined;
  if (third === undefined) {
    if (first.length === 4) return serial(Number(first), Number(second), 1);
    return serial(civilOf(today).year, Number(second), Number(first));
  }
  if (first.length === 4) return third.length <= 2 ? serial(Number(first), Number(second), Number(third)) : undefined;
  if (third.length === 3 || third.length === 1) return undefined;
  const year = third.length === 2 ? Number(third) + (Number(third) < 50 ? 2000 : 1900) : Number(third);
  return serial(year, Number(second), Number(first));
}

function serial(year: number, month: number, day: number): number | undefined {
  return isCivilDate({ year, month, day }) ? dayOf(year, month, day) : undefined;
}

function readClock(text: string): number | undefined {
  const match = ONLY_CLOCK.exec(text);
  if (!match) return undefined;
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  return hours < 24 && minutes < 60 && seconds < 60 ? (hours * 3600 + minutes * 60 + seconds) / 86_400 : undefined;
}

/** Text that Google may take for something else. */
const UNKNOWN: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/^(ngày\s+\d{1,2}\s+)?(\d{1,2}\s+)?(tháng|thg)\s+\d{1,2}([\s,/.-].*)?$/iu, 'a month in words may become a date'],
  [/^\d{1,2}\/\d{4}$/u, 'a month and a year in figures may become a date'],
  [/^\+\D/u, 'text after a plus sign is taken for a formula'],
  [/^\+\d[\d\s.]*\s\d/u, 'text after a plus sign is taken for a formula'],
  [/^[$€₫]\s*[+-]?\d|^[+-]?\d[\d.,]*\s*(₫|đ|\$|€)$/iu, 'an amount of money takes a currency format'],
  [/^\([\d.,]+\)$/u, 'a number in brackets may become negative'],
  [/^\d{1,2}:\d{2}(:\d{2})?\s*(am|pm|sa|ch)$/iu, 'a time of twelve hours'],
];

function refuseUnknown(text: string): void {
  for (const [pattern, why] of UNKNOWN) {
    if (pattern.test(text)) throw new NotEmulated(`«${text}» typed into a cell that is not TEXT: ${why}`);
  }
}
