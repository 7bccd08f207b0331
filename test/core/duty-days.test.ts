import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, dayOf, isoDate, readIsoDate, weekdayOf } from '../../src/core/calendar.ts';
import { automaticDay, reminderRounds, roundDue } from '../../src/core/duty-days.ts';
import { PLAN_RULES, readPeriodId } from '../../src/core/period.ts';

const day = (iso: string) => readIsoDate(iso) ?? Number.NaN;
const period = (id: string) => readPeriodId(id) ?? { year: 0, month: 0 };

describe('the days on which units are reminded', () => {
  test.each<[string, string[], string]>([
    // 09 and 13 are working days, 15 too.
    ['2024-05', [], '1 2024-05-09 · 2 2024-05-13 · 3 2024-05-15 · 4 2024-05-17'],
    // 09/06 is a Sunday, 15/06 a Saturday.
    ['2024-06', [], '1 2024-06-07 · 2 2024-06-13 · 3 2024-06-17 · 4 2024-06-19'],
    // 13/07 is a Saturday.
    ['2024-07', [], '1 2024-07-09 · 2 2024-07-12 · 3 2024-07-15 · 4 2024-07-17'],
    // 15/09 is a Sunday.
    ['2024-09', [], '1 2024-09-09 · 2 2024-09-13 · 3 2024-09-16 · 4 2024-09-18'],
    // The 19th would be passed: the last reminder is left out.
    ['2024-06', ['2024-06-18'], '1 2024-06-07 · 2 2024-06-13 · 3 2024-06-17'],
    // Tết 2024, 08–14/02: both rounds before the deadline fall on the 7th, and one is sent.
    [
      '2024-02',
      ['2024-02-08', '2024-02-09', '2024-02-12', '2024-02-13', '2024-02-14'],
      '2 2024-02-07 · 3 2024-02-15 · 4 2024-02-19',
    ],
  ])('%s, holidays %j', (id, holidays, expected) => {
    const rounds = reminderRounds(period(id), PLAN_RULES, holidays.map(day));
    expect(rounds.map((one) => `${one.round} ${isoDate(one.day)}`).join(' · ')).toBe(expected);
  });

  test('always working days, in their order, none after the last day of grace', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2023, max: 2030 }),
        fc.integer({ min: 1, max: 12 }),
        fc.array(fc.integer({ min: dayOf(2023, 1, 1), max: dayOf(2030, 12, 31) }), { maxLength: 300 }),
        (year, month, holidays) => {
          const rounds = reminderRounds({ year, month }, PLAN_RULES, holidays);
          for (const [i, one] of rounds.entries()) {
            expect(one.day).toBeGreaterThan(rounds[i - 1]?.day ?? 0);
            expect(one.day).toBeLessThanOrEqual(dayOf(year, month, 19));
            expect([0, 6]).not.toContain(weekdayOf(one.day) % 7);
            expect(holidays).not.toContain(one.day);
          }
        },
      ),
    );
  });
});

describe('the round that is due', () => {
  test.each<[string, number | undefined]>([
    ['2024-05-08T23:50', undefined],
    ['2024-05-09T06:50', undefined],
    ['2024-05-09T07:00', 1],
    ['2024-05-11T12:00', 1],
    ['2024-05-13T07:00', 2],
    ['2024-05-15T06:59', 2],
    ['2024-05-15T07:00', 3],
    ['2024-05-17T07:10', 4],
    ['2024-05-19T23:50', 4],
    ['2024-05-20T00:00', undefined],
  ])('%s: %s', (when, round) => {
    const [date = '', time = ''] = when.split('T');
    const [hour, minute] = time.split(':').map(Number);
    const now = at(day(date), hour ?? 0, minute);
    expect(roundDue(period('2024-05'), PLAN_RULES, [], 7, now)?.round).toBe(round);
  });
});

test.each([
  ['2024-05', '2024-05-15'],
  ['2024-06', '2024-06-17'],
  ['2024-09', '2024-09-16'],
])('the month %s goes out by itself on %s', (id, expected) => {
  expect(isoDate(automaticDay(period(id), PLAN_RULES, []))).toBe(expected);
});

test('a long feast does not push it behind the last day of grace', () => {
  const feast = [15, 16, 17, 18, 19, 20, 21].map((n) => dayOf(2024, 5, n));
  expect(isoDate(automaticDay(period('2024-05'), PLAN_RULES, feast))).toBe('2024-05-19');
});
