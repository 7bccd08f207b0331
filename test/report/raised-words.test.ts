import { expect, test } from 'vitest';
import { raisedWords, withCarried } from '../../src/report/raised-words.ts';

const in2024 = (months: readonly number[]) => months.map((month) => ({ year: 2024, month }));

test.each<[months: number[], carried: boolean, atLeast: boolean, words: string]>([
  [[5], false, false, ''],
  [[5], false, true, ''],
  [[5, 4, 3], false, false, 'đã nêu 03 kỳ liên tiếp'],
  [[5, 4], false, true, 'đã nêu ít nhất 02 kỳ liên tiếp'],
  [[5, 3], false, false, 'đã nêu 02 kỳ, từ Kỳ 03/2024'],
  [[3], true, false, 'nêu từ Kỳ 03/2024, chưa có báo cáo mới'],
  [[3], true, true, 'nêu ít nhất từ Kỳ 03/2024, chưa có báo cáo mới'],
  [[4, 3], true, false, 'nêu từ Kỳ 03/2024 đến Kỳ 04/2024, sau đó chưa có báo cáo mới'],
  [[], true, false, 'chưa có báo cáo kỳ này'],
])('%j carried %s at least %s: %s', (months, carried, atLeast, words) => {
  const raised = { periods: in2024(months), carried, atLeast };
  expect(raisedWords(raised)).toBe(words);
  expect(withCarried('Thiếu máy', raised)).toBe(carried ? `Thiếu máy (${words})` : 'Thiếu máy');
});

test('nothing is said of nothing', () => {
  expect(raisedWords(undefined)).toBe('');
  expect(withCarried('', { periods: [], carried: true, atLeast: false })).toBe('');
});
