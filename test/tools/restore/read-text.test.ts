// Texts that were days, shares, ticks: every way they can be meant, and no other.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { civilOf, dayOf, formatDay } from '../../../src/core/calendar.ts';
import type { Format } from '../../../src/sheet/declare.ts';
import { readingsOf } from '../../../src/tools/restore/read-text.ts';

const DAY = dayOf(2024, 5, 16);
const [BY_DAY, BY_MONTH] = [dayOf(2024, 6, 5), dayOf(2024, 5, 6)];

test.each<[text: string, format: Format, values: readonly (number | boolean)[]]>([
  ['5/16/2024', 'date', [DAY]],
  ['16/05/2024', 'date', [DAY]],
  ['16-5-2024', 'date', [DAY]],
  ['16.05.2024', 'date', [DAY]],
  ['2024-05-16', 'date', [DAY]],
  ['5/16/24', 'date', [DAY]],
  ['May 16, 2024', 'date', [DAY]],
  ['16-May-24', 'date', [DAY]],
  ['Thursday, May 16, 2024', 'date', [DAY]],
  ['16 tháng 5, 2024', 'date', [DAY]],
  ['ngày 16 tháng 5 năm 2024', 'date', [DAY]],
  ['Thứ Năm, 16/05/2024', 'date', [DAY]],
  ['45428', 'date', [DAY]],
  ['5/6/2024', 'date', [BY_DAY, BY_MONTH]],
  ['6/6/2024', 'date', [dayOf(2024, 6, 6)]],
  ['16/05/2024 08:00', 'moment', [DAY + 8 / 24]],
  ['08:00 16/05/2024', 'moment', [DAY + 8 / 24]],
  ['5/16/2024 8:00:00 PM', 'moment', [DAY + 20 / 24]],
  ['16/05/2024 8:00 CH', 'moment', [DAY + 20 / 24]],
  ['2024-05-16T08:00:00', 'moment', [DAY + 8 / 24]],
  ['16/05/2024', 'moment', [DAY]],
  ['30/02/2024', 'date', []],
  ['16/05/1924', 'date', []],
  ['16/05', 'date', []],
  ['25:00 16/05/2024', 'moment', []],
  ['giữa tháng 5', 'date', []],
  ['15/KH-UBND', 'date', []],
  ['80%', 'percent', [0.8]],
  ['33,3 %', 'percent', [0.333]],
  ['80', 'percent', [0.8]],
  ['0,8', 'percent', [0.8, 0.008]],
  ['1', 'percent', [1, 0.01]],
  ['nhiều', 'percent', []],
  ['12', 'integer', [12]],
  ['mười hai', 'integer', []],
  ['TRUE', 'tick', [true]],
  ['16/05/2024', 'text', []],
])('%s in a column of %s', (text, format, values) => {
  expect(readingsOf(text, format).map(({ value }) => value)).toEqual(values);
});

test('a day written by day or by month first is among what its text reads as, and is alone after the 12th', () => {
  fc.assert(
    fc.property(fc.integer({ min: dayOf(2020, 1, 1), max: dayOf(2031, 1, 1) }), fc.boolean(), (day, byMonth) => {
      const { year, month, day: dayOfMonth } = civilOf(day);
      const text = byMonth ? `${month}/${dayOfMonth}/${year}` : formatDay(day);
      const values = readingsOf(text, 'date').map(({ value }) => value);
      expect(values).toContain(day);
      expect(values.length).toBe(dayOfMonth > 12 || dayOfMonth === month ? 1 : 2);
    }),
  );
});
