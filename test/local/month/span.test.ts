import { describe, expect, it } from 'vitest';
import { periodId } from '../../../src/core/period.ts';
import { readSpan } from '../../../src/local/node/month/span.ts';

const FIRST = { year: 2024, month: 3 };

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
