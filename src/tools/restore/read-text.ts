// A date, a share or a tick that another program has turned into text, as the numbers it may have been. A text that reads in one
// way is certain; «5/6/2024» reads in two, by day or by month first, and whoever asks must know more to choose.
import { dayOf, isCivilDate, type Moment } from '../../core/calendar.ts';
import type { Format } from '../../sheet/declare.ts';

export type Order = 'day-first' | 'month-first';

export interface Reading {
  readonly value: number | boolean;
  /** The order of day and month it takes; undefined where the text reads in no other. */
  readonly order?: Order;
  /** A day without its hour. */
  readonly isDay?: true;
}

/** Days of this century, the only ones a text is taken to mean. */
const [FROM, TO] = [36_526, 73_050];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const TIME = /(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)?\s*(?<half>am|pm|sa|ch)?/iu;
const NUMERIC = /^(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})$/u;
const ENGLISH = /^(?:(\d{1,2})[- ])?([a-z]{3})[a-z]*\.?[- ,]*(?:(\d{1,2}),? )?(\d{4}|\d{2})$/iu;
const VIETNAMESE = /^(?:ngày )?(\d{1,2}) (?:tháng|thg) (\d{1,2}),?(?: năm)? (\d{4})$/iu;

/** What a text may have been in a column of this format; nothing where it is words. */
export function readingsOf(text: string, format: Format): Reading[] {
  const words = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  switch (format) {
    case 'date':
    case 'moment':
      return momentsIn(words);
    case 'percent':
      return sharesIn(words);
    case 'integer':
    case 'count':
    case 'days':
      return /^-?\d{1,9}$/u.test(words) ? [{ value: Number(words) }] : [];
    case 'tick':
      return /^(?:true|false)$/iu.test(words) ? [{ value: words.toLowerCase() === 'true' }] : [];
    case 'text':
      return [];
  }
}

/** «80%» is 0.8 and so is «80»; up to «1» it may be the share itself or, as people type, so many hundredths. */
function sharesIn(words: string): Reading[] {
  const [, digits = '', sign = ''] = /^(\d{1,3}(?:[.,]\d+)?) ?(%?)$/u.exec(words) ?? [];
  if (digits === '') return [];
  const number = Number(digits.replace(',', '.'));
  const share = Number((number / 100).toPrecision(12));
  if (sign === '%' || number > 1) return [{ value: share }];
  return number === 0 ? [{ value: 0 }] : [{ value: number }, { value: share }];
}

function momentsIn(words: string): Reading[] {
  const serial = /^\d{5}(?:[.,]\d+)?$/u.test(words) ? Number(words.replace(',', '.')) : Number.NaN;
  if (serial > FROM && serial < TO) return [{ value: serial, ...(Number.isInteger(serial) ? { isDay: true } : {}) }];
  const time = TIME.exec(words);
  const hour = time ? fractionOf(time.groups ?? {}) : 0;
  if (hour === undefined) return [];
  const day = words
    .replace(TIME, '')
    .replace(/T$/u, '')
    .replace(/^(?:thứ [^,\d]+|chủ nhật|[a-z]+day|[a-z]{3}),? /iu, (weekday) =>
      MONTHS.includes(weekday.slice(0, 3).toLowerCase()) ? weekday : '',
    )
    .replace(/^[ ,]+|[ ,]+$/gu, '');
  return daysIn(day).map((reading) => ({
    ...reading,
    value: reading.value + hour,
    ...(time ? {} : { isDay: true as const }),
  }));
}

/** The part of the day; undefined where it is no time. */
function fractionOf({ hour = '', minute = '', second = '0', half }: Record<string, string>): Moment | undefined {
  const isLate = /^(?:pm|ch)$/iu.test(half ?? '');
  const hours = half ? (Number(hour) % 12) + (isLate ? 12 : 0) : Number(hour);
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  return ((hours * 60 + Number(minute)) * 60 + Number(second)) / 86_400;
}

function daysIn(words: string): { value: number; order?: Order }[] {
  const [, dated, name = '', dayAfter, yearNamed = ''] = ENGLISH.exec(words) ?? [];
  const named = MONTHS.indexOf(name.toLowerCase());
  if (named >= 0 && (dated === undefined) !== (dayAfter === undefined))
    return daysOf(yearNamed, String(named + 1), dated ?? dayAfter ?? '');
  const [, dayNamed = '', monthNamed = '', year = ''] = VIETNAMESE.exec(words) ?? [];
  if (year !== '') return daysOf(year, monthNamed, dayNamed);
  const [, first = '', second = '', third = ''] = NUMERIC.exec(words) ?? [];
  if (first.length > 2) return daysOf(first, second, third);
  const byDay = daysOf(third, second, first);
  const byMonth = daysOf(third, first, second);
  if (byDay[0]?.value === byMonth[0]?.value) return byDay;
  return [
    ...byDay.map((day) => ({ ...day, order: 'day-first' as const })),
    ...byMonth.map((day) => ({ ...day, order: 'month-first' as const })),
  ];
}

/** None where there is no such day. */
function daysOf(year: string, month: string, day: string): { value: number }[] {
  if (year.length !== 2 && year.length !== 4) return [];
  const date = { year: Number(year) + (year.length === 2 ? 2000 : 0), month: Number(month), day: Number(day) };
  if (!isCivilDate(date)) return [];
  const value = dayOf(date.year, date.month, date.day);
  return value > FROM && value < TO ? [{ value }] : [];
}
