import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, dayOf, formatMoment, isoDate, isWorkingDay, readIsoDate } from '../../src/core/calendar.ts';
import {
  automaticDay,
  automaticMoment,
  isSaneHour,
  isWarning,
  reminderRounds,
  roundDue,
} from '../../src/core/duty-days.ts';
import { deadlineOf, graceOf, PLAN_RULES, readPeriodId, shiftPeriod } from '../../src/core/period.ts';

const day = (iso: string) => readIsoDate(iso) ?? Number.NaN;
const period = (id: string) => readPeriodId(id) ?? { year: 0, month: 0 };

const fromTo = (from: string, to: string) =>
  Array.from({ length: day(to) - day(from) + 1 }, (_, i) => isoDate(day(from) + i));

/** A month, closing days by old or new rules, and holidays: few, or half of the year. */
const monthOfRules = fc
  .record({
    year: fc.integer({ min: 2024, max: 2030 }),
    month: fc.integer({ min: 1, max: 12 }),
    deadlineDay: fc.integer({ min: 2, max: 25 }),
    grace: fc.nat(8),
    before: fc.option(fc.tuple(fc.integer({ min: 2, max: 25 }), fc.nat(8), fc.integer({ min: -3, max: 1 }))),
    feast: fc.tuple(fc.integer({ min: -40, max: 25 }), fc.nat(70)),
    single: fc.array(fc.integer({ min: -40, max: 30 }), { maxLength: 12 }),
  })
  .map(({ year, month, deadlineDay, grace, before, feast, single }) => {
    const period = { year, month };
    const first = dayOf(year, month, 1);
    const of = (closing: number, more: number) => ({ deadlineDay: closing, graceDay: Math.min(28, closing + more) });
    return {
      period,
      rules: {
        ...of(deadlineDay, grace),
        ...(before && { earlier: { until: shiftPeriod(period, before[2]), rules: of(before[0], before[1]) } }),
      },
      holidays: [...single.map((n) => first + n), ...Array.from({ length: feast[1] }, (_, i) => first + feast[0] + i)],
    };
  });

test('in a quarter of the months drawn, holidays change which days rounds fall on', () => {
  const months = fc.sample(monthOfRules, { numRuns: 200, seed: 6 });
  const moved = months.filter(({ period, rules, holidays }) => {
    const daysOf = (list: readonly number[]) =>
      reminderRounds(period, rules, list)
        .map((one) => one.day)
        .join();
    return daysOf(holidays) !== daysOf([]);
  });
  const bothLeft = moved.filter(({ period, rules, holidays }) => reminderRounds(period, rules, holidays).length === 4);
  expect([moved.length >= 50, bothLeft.length >= 30]).toEqual([true, true]);
});

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
    // The 19th would be passed: the last reminder is held on it.
    ['2024-06', ['2024-06-18'], '1 2024-06-07 · 2 2024-06-13 · 3 2024-06-17 · 4 2024-06-19'],
    // Tết 2024, 08–14/02: both rounds before the deadline would fall on the 7th; the first is held a day earlier.
    [
      '2024-02',
      ['2024-02-08', '2024-02-09', '2024-02-12', '2024-02-13', '2024-02-14'],
      '1 2024-02-06 · 2 2024-02-07 · 3 2024-02-15 · 4 2024-02-19',
    ],
    // The deadline is a Saturday and the days of closing are a feast: all rounds before it.
    ['2024-06', fromTo('2024-06-13', '2024-06-22'), '1 2024-06-07 · 2 2024-06-10 · 3 2024-06-11 · 4 2024-06-12'],
    // Two working days in all, and none.
    ['2024-06', fromTo('2024-05-22', '2024-06-30'), '3 2024-05-20 · 4 2024-05-21'],
    ['2024-06', fromTo('2024-05-01', '2024-06-30'), '4 2024-06-19'],
  ])('%s, holidays %j', (id, holidays, expected) => {
    const rounds = reminderRounds(period(id), PLAN_RULES, holidays.map(day));
    expect(rounds.map((one) => `${one.round} ${isoDate(one.day)}`).join(' · ')).toBe(expected);
  });

  test('always working days of the period, in their order, at most one a day; and CAX is warned on one of them before bản 0', () => {
    fc.assert(
      fc.property(monthOfRules, ({ period, rules, holidays }) => {
        const opening = graceOf(shiftPeriod(period, -1), rules) + 1;
        const last = graceOf(period, rules);
        const rounds = reminderRounds(period, rules, holidays);
        const automatic = automaticDay(period, rules, holidays);
        const works = Array.from({ length: last - opening + 1 }, (_, i) => opening + i).some((one) =>
          isWorkingDay(one, holidays),
        );
        for (const [i, one] of rounds.entries()) {
          expect(one.day).toBeGreaterThan(rounds[i - 1]?.day ?? opening - 1);
          expect(one.day).toBeLessThanOrEqual(last);
          if (works) expect(isWorkingDay(one.day, holidays)).toBe(true);
        }
        const warning = rounds.find(({ round }) => isWarning(round, period, rules, holidays));
        expect(warning?.day).toBeLessThanOrEqual(automatic);
        // None is dropped for want of a day behind: only where the whole period has fewer working days than rounds.
        const days = Array.from({ length: last - opening + 1 }, (_, i) => opening + i).filter((one) =>
          isWorkingDay(one, holidays),
        );
        if (days.length >= 25) expect(rounds).toHaveLength(4);
      }),
    );
  });

  test('a clock that sleeps and wakes at random warns CAX before bản 0, by day, once a day, and never misses the last day', () => {
    fc.assert(
      fc.property(
        monthOfRules,
        fc.array(fc.boolean(), { minLength: 6, maxLength: 40 }),
        ({ period, rules, holidays }, wakes) => {
          const [from, last] = [graceOf(shiftPeriod(period, -1), rules) + 1, graceOf(period, rules)];
          const sent: { at: number; round: number }[] = [];
          let warned: number | undefined;
          let made: number | undefined;
          for (let tick = 0; tick < (last + 1 - from) * 24; tick += 1) {
            const now = from + tick / 24;
            // It lives through the last day, whatever was before.
            if (!wakes[Math.floor(tick / 7) % wakes.length] && now < last) continue;
            if (made === undefined && now >= automaticMoment(period, rules, holidays, warned)) made = now;
            const due = roundDue(period, rules, holidays, 7, now);
            if (!due || sent.some(({ round }) => round === due.round)) continue;
            sent.push({ at: now, round: due.round });
            if (isWarning(due.round, period, rules, holidays)) warned ??= made === undefined ? now : undefined;
          }
          expect(made).toBeGreaterThanOrEqual(at(deadlineOf(period, rules), 16));
          expect(warned ?? 0).toBeLessThan(made ?? 0);
          // Where a warning was sent at all before 16:00 of the last day, bản 0 came after it; and it always came.
          for (const [i, one] of sent.entries()) {
            expect((one.at % 1) * 24).toBeGreaterThanOrEqual(7 - 1e-6);
            expect(Math.floor(one.at)).toBeGreaterThan(Math.floor(sent[i - 1]?.at ?? 0));
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
    // A Saturday is no day for a late round, and a night is none either.
    ['2024-05-11T12:00', undefined],
    ['2024-05-10T00:07', undefined],
    ['2024-05-10T07:00', 1],
    ['2024-05-13T07:00', 2],
    ['2024-05-15T06:59', undefined],
    ['2024-05-15T07:00', 3],
    ['2024-05-17T07:10', 4],
    // The last round may not wait for a working day: there is none before the end.
    ['2024-05-18T06:50', undefined],
    ['2024-05-18T12:00', 4],
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

describe('bản 0', () => {
  test.each<[string, string[], string | undefined, string]>([
    ['2024-05', [], '2024-05-15T07:00', '16:00 15/05/2024'],
    // Warned late: the next 16:00.
    ['2024-05', [], '2024-05-16T07:00', '16:00 16/05/2024'],
    ['2024-05', [], '2024-05-15T16:30', '16:00 16/05/2024'],
    ['2024-05', [], undefined, '16:00 19/05/2024'],
    ['2024-05', [], '2024-05-19T17:00', '16:00 19/05/2024'],
    ['2024-06', fromTo('2024-06-13', '2024-06-22'), '2024-06-12T07:00', '16:00 19/06/2024'],
  ])('%s, holidays %j, CAX warned %s: %s', (id, holidays, warned, expected) => {
    const [date = '', time = ''] = (warned ?? '').split('T');
    const moment = warned === undefined ? undefined : at(day(date), Number(time.slice(0, 2)), Number(time.slice(3)));
    expect(formatMoment(automaticMoment(period(id), PLAN_RULES, holidays.map(day), moment))).toBe(expected);
  });

  test.each([
    [0, false],
    [6, false],
    [7, true],
    [20, true],
    [21, false],
  ])('its mail leaves at %d o’clock: %s', (hour, leaves) => expect(isSaneHour(at(45427, hour, 7), 7)).toBe(leaves));
});
