import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, formatDay, isoDate, readIsoDate } from '../../src/core/calendar.ts';
import {
  asOfOf,
  comparePeriods,
  endedPeriod,
  firstPeriod,
  openPeriod,
  PLAN_RULES,
  periodId,
  periodLabel,
  readPeriodId,
  readPeriodLabel,
  shiftPeriod,
  windowOf,
} from '../../src/core/period.ts';

const day = (iso: string) => readIsoDate(iso) ?? Number.NaN;

describe('open, ended and first period', () => {
  test.each([
    // day, open, ended, first if set up then
    ['2024-02-28', '2024-03', '2024-02', '2024-03'],
    ['2024-04-14', '2024-04', '2024-03', '2024-04'],
    ['2024-04-15', '2024-04', '2024-04', '2024-05'],
    ['2024-04-19', '2024-04', '2024-04', '2024-05'],
    ['2024-04-20', '2024-05', '2024-04', '2024-05'],
    ['2024-05-14', '2024-05', '2024-04', '2024-05'],
    ['2024-12-31', '2025-01', '2024-12', '2025-01'],
    ['2025-01-05', '2025-01', '2024-12', '2025-01'],
  ])('%s: open %s, ended %s, first %s', (iso, open, ended, first) => {
    for (const moment of [day(iso), at(day(iso), 23, 59)]) {
      expect(periodId(openPeriod(moment, PLAN_RULES))).toBe(open);
      expect(periodId(endedPeriod(moment, PLAN_RULES))).toBe(ended);
      expect(periodId(firstPeriod(moment, PLAN_RULES))).toBe(first);
    }
  });
});

describe('windows and as-of', () => {
  test.each([
    ['2024-05', undefined, '15/04/2024–14/05/2024'],
    ['2024-03', '2024-02-28', '28/02/2024–14/03/2024'],
    ['2024-04', '2024-02-28', '15/03/2024–14/04/2024'],
    ['2024-01', undefined, '15/12/2023–14/01/2024'],
  ])('%s with a plan of %s: %s', (id, planDate, wanted) => {
    const period = readPeriodId(id) ?? { year: 0, month: 0 };
    const { from, to } = windowOf(period, PLAN_RULES, planDate === undefined ? undefined : day(planDate));
    expect(`${formatDay(from)}–${formatDay(to)}`).toBe(wanted);
  });

  test.each([
    ['2024-05', '2024-05-10', '2024-05-10'],
    ['2024-05', '2024-05-15', '2024-05-14'],
    ['2024-05', '2024-06-01', '2024-05-14'],
  ])('%s closed on %s is as of %s', (id, now, wanted) =>
    expect(isoDate(asOfOf(readPeriodId(id) ?? { year: 0, month: 0 }, PLAN_RULES, at(day(now), 8, 30)))).toBe(wanted),
  );
});

describe('names', () => {
  test.each([
    ['Kỳ 05/2024', '2024-05'],
    ['kỳ 12/2025', '2025-12'],
    ['KỲ 05/2024', '2024-05'],
    ['Kỳ 5/2024', undefined],
    ['Kỳ 13/2024', undefined],
    ['Tháng 5/2024', undefined],
    ['Kỳ 05/2024 ', undefined],
    ['', undefined],
  ])('%j → %s', (label, id) => {
    const period = readPeriodLabel(label);
    expect(period && periodId(period)).toBe(id);
  });

  test('a period is its id, its label and its neighbours’ neighbour', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 9990 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: -50, max: 50 }),
        (year, month, n) => {
          const period = { year, month };
          expect(readPeriodId(periodId(period))).toEqual(period);
          expect(readPeriodLabel(periodLabel(period))).toEqual(period);
          expect(shiftPeriod(shiftPeriod(period, n), -n)).toEqual(period);
          expect(Math.sign(comparePeriods(shiftPeriod(period, n), period))).toBe(Math.sign(n));
        },
      ),
    );
  });
});
