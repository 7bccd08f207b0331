import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilOf, type Day, dayOf, formatDay, isoDate, readIsoDate, weekdayOf } from '../../src/core/calendar.ts';
import { holidaysOf, holidayWords } from '../../src/core/public-holidays.ts';

const day = (iso: string) => readIsoDate(iso) ?? Number.NaN;
const read = (text: string, year = 2024) => {
  const unread: string[] = [];
  const days = holidaysOf(text, year, (part) => unread.push(part));
  return { days, unread };
};
/** Days of a month of 2044, which the program knows nothing of. */
const written = (text: string, year = 2044) =>
  read(text, year)
    .days.filter((one) => civilOf(one).year > 2040)
    .map(formatDay);

/** Mùng 1 Tết and Giỗ Tổ, from printed calendars of Viet Nam; in 2030 China begins its year a day later. */
const LUNAR = [
  [2024, '2024-02-10', '2024-04-18'],
  [2025, '2025-01-29', '2025-04-07'],
  [2026, '2026-02-17', '2026-04-26'],
  [2027, '2027-02-06', '2027-04-16'],
  [2028, '2028-01-26', '2028-04-04'],
  [2029, '2029-02-13', '2029-04-23'],
  [2030, '2030-02-02', '2030-04-12'],
] as const;

/** The day in Viet Nam of the k-th new moon since January 1900 (Meeus, Astronomical Formulae, ch. 32). */
function newMoon(k: number): Day {
  const t = k / 1236.85;
  const sin = (degrees: number) => Math.sin((degrees * Math.PI) / 180);
  const m = 359.2242 + 29.10535608 * k - 0.0000333 * t * t;
  const moon = 306.0253 + 385.81691806 * k + 0.0107306 * t * t;
  const f = 21.2964 + 390.67050646 * k - 0.0016528 * t * t;
  const julian =
    2415020.75933 +
    29.53058868 * k +
    0.0001178 * t * t +
    0.00033 * sin(166.56 + 132.87 * t) +
    (0.1734 - 0.000393 * t) * sin(m) +
    0.0021 * sin(2 * m) -
    0.4068 * sin(moon) +
    0.0161 * sin(2 * moon) -
    0.0004 * sin(3 * moon) +
    0.0104 * sin(2 * f) -
    0.0051 * sin(m + moon) -
    0.0074 * sin(m - moon) +
    0.0004 * sin(2 * f + m) -
    0.0004 * sin(2 * f - m) -
    0.0006 * sin(2 * f + moon) +
    0.001 * sin(2 * f - moon) +
    0.0005 * sin(m + 2 * moon);
  // Ephemeris time runs about a minute before the clock; 1899-12-30 00:00 is the Julian day 2415018.5.
  return Math.floor(julian - 69 / 86_400 + 7 / 24 - 2415018.5);
}

describe('the days of the program', () => {
  test.each(LUNAR)('%d: Tết is a new moon in Viet Nam, Giỗ Tổ the tenth day of the third month', (_, tet, gioTo) => {
    const first = day(tet);
    const k = Math.round((first - 1) / 29.530588);
    const moons = [-1, 0, 1].map((n) => newMoon(k + n));
    expect(moons).toContain(first);
    // No leap month is between Tết and the third month in these years.
    expect(newMoon(k + moons.indexOf(first) - 1 + 2) + 9).toBe(day(gioTo));
  });

  test.each(LUNAR)('%d: what the law names, made up for where it falls on a weekend', (year, tet, gioTo) => {
    const days = new Set(read('', year).days);
    const first = day(tet);
    const fixed = [dayOf(year, 1, 1), day(gioTo), dayOf(year, 4, 30), dayOf(year, 5, 1), dayOf(year, 9, 2)];
    const feasts = [first - 1, first, first + 1, first + 2, ...fixed];
    for (const feast of feasts) if (weekdayOf(feast) <= 5) expect(days, isoDate(feast)).toContain(feast);
    const second = [dayOf(year, 9, 1), dayOf(year, 9, 3)].some((one) => days.has(one) || weekdayOf(one) > 5);
    expect(second).toBe(true);
    const working = [...days].filter((one) => civilOf(one).year === year && weekdayOf(one) <= 5);
    // Eleven days by law (Điều 112), none lost to a weekend; an exchanged day or two besides.
    expect(working.length).toBeGreaterThanOrEqual(11);
    expect(working.length).toBeLessThanOrEqual(13);
  });

  test.each([
    // Announced by the government.
    ['2024-02-08', true],
    ['2024-02-14', true],
    ['2024-02-15', false],
    ['2024-04-29', true],
    ['2024-09-03', true],
    ['2025-01-27', true],
    ['2025-05-02', true],
    ['2025-09-01', true],
    ['2026-01-02', true],
    ['2026-02-16', true],
    ['2026-02-23', false],
    ['2026-04-27', true],
    ['2026-08-31', true],
    // By Điều 111.3.
    ['2027-05-03', true],
    ['2028-01-03', true],
    ['2028-05-02', true],
    ['2029-09-04', true],
    ['2030-02-07', true],
    ['2030-02-08', false],
  ])('%s is a day off: %s', (iso, isOff) => expect(read('').days.includes(day(iso))).toBe(isOff));

  test('a new sheet of a year is filled with it and the January after', () => {
    expect(holidayWords(2024)).toBe(
      '01/01/2024; 08/02–14/02/2024; 18/04/2024; 29/04–01/05/2024; 02/09–03/09/2024; 01/01/2025; 27/01–31/01/2025',
    );
    expect(holidayWords(2044)).toBe('');
    for (const [year] of LUNAR) {
      expect(read(holidayWords(year), year)).toEqual({ days: expect.any(Array), unread: [] });
      expect(new Set(read(holidayWords(year), year).days)).toEqual(new Set(read('', year).days));
    }
  });
});

describe('what is written', () => {
  test.each<[string, string[]]>([
    ['30/04', ['30/04/2044']],
    ['30/04/2044; 01/05', ['30/04/2044', '01/05/2044']],
    ['30/04, 01/05 02/05', ['30/04/2044', '01/05/2044', '02/05/2044']],
    ['13/06 - 15/06', ['13/06/2044', '14/06/2044', '15/06/2044']],
    ['13/06/2044–15/06/2044', ['13/06/2044', '14/06/2044', '15/06/2044']],
    ['13/06/2044 — 14/06', ['13/06/2044', '14/06/2044']],
    ['13-14/06', ['13/06/2044', '14/06/2044']],
    ['13 − 14/6/2045', ['13/06/2045', '14/06/2045']],
    ['từ ngày 13/06 đến hết ngày 14/06', ['13/06/2044', '14/06/2044']],
    ['31/12-01/01/2045', ['31/12/2044', '01/01/2045']],
    ['31/12 - 01/01', ['31/12/2044', '01/01/2045']],
    ['02/09;03/09-04/09', ['02/09/2044', '03/09/2044', '04/09/2044']],
  ])('«%s»', (text, days) => {
    expect(written(text)).toEqual(days);
    expect(read(text, 2044).unread).toEqual([]);
  });

  test.each<[string, string[]]>([
    ['31/02', ['31/02']],
    ['22/06 - 13/06', ['22/06-13/06']],
    ['01/01 - 31/12', ['01/01-31/12']],
    ['Tết; 30/04', ['Tết']],
    ['13-06-2044', ['13-06-2044']],
    ['45427', ['45427']],
  ])('«%s» is named', (text, parts) => expect(read(text, 2044).unread).toEqual(parts));

  test('a month that is written has these days and no others; every other has the law’s', () => {
    const { days } = read('15/02 - 16/02');
    expect(days).not.toContain(day('2024-02-08'));
    expect(days).toEqual(expect.arrayContaining(['2024-02-15', '2024-02-16', '2024-04-30', '2025-01-27'].map(day)));
  });

  test('any text ends', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('1', '13', '/', '06', '-', '–', ' ', ';', '2024', 'đến', '\n')), (parts) => {
        expect(read(parts.join('')).days.every(Number.isInteger)).toBe(true);
      }),
    );
  });
});
