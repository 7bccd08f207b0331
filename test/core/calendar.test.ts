import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addWorkingDays,
  at,
  civilOf,
  dayOf,
  endOfMonth,
  epochOf,
  formatMoment,
  isCivilDate,
  isoDate,
  minutesOf,
  momentOf,
  readIsoDate,
  weekdayOf,
  workingDayFrom,
  workingDayUntil,
} from '../../src/core/calendar.ts';

describe('days', () => {
  test.each([
    ['1899-12-30', 0],
    ['1970-01-01', 25569],
    ['2024-02-29', 45351],
    ['2024-05-15', 45427],
    ['2026-11-23', 46349],
  ])('%s = %d', (iso, serial) => {
    expect(readIsoDate(iso)).toBe(iso < '1900' ? undefined : serial);
    expect(isoDate(serial)).toBe(iso);
  });

  test.each(['2023-02-29', '2024-13-01', '2024-00-10', '2024-04-31', '15/05/2024', ''])('%s is no date', (iso) =>
    expect(readIsoDate(iso)).toBeUndefined(),
  );

  test('a day and its civil date say the same, 1900–2100', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 73_415 }), (day) => {
        const civil = civilOf(day);
        expect(dayOf(civil.year, civil.month, civil.day)).toBe(day);
        expect(isCivilDate(civil)).toBe(true);
        expect(weekdayOf(day)).toBe(((new Date(day * 86_400_000 + Date.UTC(1899, 11, 30)).getUTCDay() + 6) % 7) + 1);
      }),
    );
  });

  test.each([
    [2024, 2, '2024-02-29'],
    [2023, 14, '2024-02-29'],
    [2024, 12, '2024-12-31'],
  ])('end of month %d-%d is %s', (year, month, iso) => expect(isoDate(endOfMonth(year, month))).toBe(iso));
});

describe('working days', () => {
  const holidays = [dayOf(2024, 4, 30), dayOf(2024, 5, 1)];
  test.each([
    ['from Saturday 15/06/2024', workingDayFrom(dayOf(2024, 6, 15)), '2024-06-17'],
    ['from a holiday 30/04/2024', workingDayFrom(dayOf(2024, 4, 30), holidays), '2024-05-02'],
    ['until Sunday 09/06/2024', workingDayUntil(dayOf(2024, 6, 9)), '2024-06-07'],
    ['two after Friday 14/06/2024', addWorkingDays(dayOf(2024, 6, 14), 2), '2024-06-18'],
    ['one after 29/04/2024 over holidays', addWorkingDays(dayOf(2024, 4, 29), 1, holidays), '2024-05-02'],
  ])('%s', (_, day, iso) => expect(isoDate(day)).toBe(iso));
});

describe('moments', () => {
  test.each([
    ['2024-05-15T00:00:00+07:00', '00:00 15/05/2024'],
    ['2024-05-14T23:59:59+07:00', '23:59 14/05/2024'],
    ['2024-05-14T17:00:00Z', '00:00 15/05/2024'],
    ['2024-05-15T08:30:00+07:00', '08:30 15/05/2024'],
  ])('%s is %s in Viet Nam', (iso, shown) => expect(formatMoment(momentOf(Date.parse(iso)))).toBe(shown));

  test('every minute of a day survives the fraction', () => {
    fc.assert(
      fc.property(fc.integer({ min: 40_000, max: 50_000 }), fc.nat(23), fc.nat(59), (day, hour, minute) => {
        const moment = at(day, hour, minute);
        expect(minutesOf(moment)).toBe(hour * 60 + minute);
        expect(momentOf(epochOf(moment))).toBeCloseTo(moment, 7);
      }),
    );
  });
});
