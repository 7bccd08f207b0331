import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/core/calendar.ts';
import { periodId } from '../../../src/core/period.ts';
import { readWindow } from '../../../src/tools/month/ad-hoc.ts';
import { readSpan } from '../../../src/tools/month/span.ts';

const FIRST = { year: 2024, month: 3 };
const PLAN_DATE = dayOf(2024, 2, 28);

describe('readSpan', () => {
  it.each([
    ['2024-05', '2024-05', '2024-05', 1],
    ['2024-03', '2024-03', '2024-03', 1],
    ['2024-12', '2024-12', '2024-12', 1],
    ['2024-H1', '2024-03', '2024-06', 4],
    ['2024', '2024-03', '2024-12', 10],
    ['2025-H1', '2025-01', '2025-06', 6],
    ['2025', '2025-01', '2025-12', 12],
  ])('%s', (text, begins, ends, length) => {
    const periods = readSpan(text, FIRST);
    expect(periods.map(periodId)).toHaveLength(length);
    expect(periodId(periods[0])).toBe(begins);
    expect(periodId(periods[length - 1] ?? FIRST)).toBe(ends);
    expect(new Set(periods.map(periodId)).size).toBe(length);
  });

  it.each(['2024-02', '2024-01', '2023', '2023-H1', '2023-12'])('refuses %s, before the plan', (text) => {
    expect(() => readSpan(text, FIRST)).toThrow('kế hoạch bắt đầu từ Kỳ 03/2024');
  });

  it.each(['', '2024-13', '2024-H2', '24', '05/2024', '2024-5', '2024-H1 '])(
    'refuses «%s», with the forms that are read',
    (text) => {
      expect(() => readSpan(text, FIRST)).toThrow('2024-H1 (6 tháng đầu năm)');
    },
  );
});

describe('readWindow', () => {
  it.each([
    ['2024-05-20..2024-05-22', 3],
    ['2024-05-20..2024-05-20', 1],
    ['2024-02-28..2024-02-29', 2],
  ])('%s: %i days', (text, days) => {
    const { from, to } = readWindow(text, PLAN_DATE);
    expect(to - from + 1).toBe(days);
  });

  it.each([
    '',
    '2024-05-20',
    '2024-05-22..2024-05-20',
    '20/5..22/5',
    '2024-02-30..2024-03-01',
    '2024-05-20..2024-05-21..2024-05-22',
  ])('refuses «%s», with the form that is read', (text) =>
    expect(() => readWindow(text, PLAN_DATE)).toThrow('phải có dạng 2024-05-20..2024-05-22'),
  );

  it('refuses days before the plan', () =>
    expect(() => readWindow('2024-02-27..2024-03-01', PLAN_DATE)).toThrow('kế hoạch bắt đầu từ 28/02/2024'));
});
