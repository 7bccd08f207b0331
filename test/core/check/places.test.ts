import { describe, expect, test } from 'vitest';
import { checkIndicators } from '../../../src/core/check/indicators.ts';
import { checkCounts, checkStrangers } from '../../../src/core/check/places.ts';
import type { Finding } from '../../../src/core/finding.ts';
import type { IndicatorRow } from '../../../src/core/indicator.ts';
import { indicatorRow } from '../task-row.ts';

const told = (findings: readonly Finding[]) =>
  findings.map(({ code, place, column, weight, text }) =>
    [weight, [place ?? code, column].filter(Boolean).join(', '), text].join(' | '),
  );

describe('counts of the plan', () => {
  const planned = ['I.01', 'I.02', 'II.03', 'II.04', 'II.05'].map((code) => ({
    code,
    group: code.split('.')[0] ?? '',
  }));
  test('all there', () => expect(checkCounts(planned, planned)).toEqual([]));
  test('some missing: one line a group', () => {
    expect(told(checkCounts(planned.slice(0, 3), planned))).toEqual([
      'block | Tab Nhiệm vụ, nhóm II | Có 1 trong 3 nhiệm vụ của kế hoạch, thiếu II.04, II.05.',
    ]);
  });
  test('none there: one line', () => {
    expect(told(checkCounts([], planned))).toEqual([
      'block | Tab Nhiệm vụ | Không đọc được nhiệm vụ nào, kế hoạch có 5.',
    ]);
  });
  test('in another group', () => {
    const rows = planned.map((task) => (task.code === 'II.04' ? { ...task, group: 'I' } : task));
    expect(told(checkCounts(rows, planned))).toEqual([
      'block | II.04, Nhóm | Cột Nhóm ghi «I», kế hoạch xếp ở nhóm II.',
    ]);
  });
});

describe('rows nobody reads', () => {
  const placed = [
    { key: 'II.05', index: 11 },
    { key: 'II.06', index: 12 },
  ];
  test.each([
    ['II.05', 39, 'block | Tab Nhiệm vụ, dòng 12 và 40 | Mã II.05 có ở nhiều dòng, hệ thống chỉ đọc dòng 12.'],
    [' ii.06 ', 39, 'block | Tab Nhiệm vụ, dòng 13 và 40 | Mã II.06 có ở nhiều dòng, hệ thống chỉ đọc dòng 13.'],
    ['II.99', 39, 'note | Tab Nhiệm vụ, dòng 40 | Mã «II.99» không có trong kế hoạch, hệ thống không đọc dòng này.'],
    ['', 80, 'note | Tab Nhiệm vụ, dòng 81 | Dòng tự thêm, không có Mã, hệ thống không đọc.'],
  ])('«%s» in row index %d', (key, index, expected) => {
    expect(told(checkStrangers(placed, [{ key, index }]))).toEqual([expected]);
  });
});

describe('«Chỉ tiêu»', () => {
  const at = 'Chỉ tiêu II.32 «Tỷ lệ hồ sơ liên thông»';
  const cases: readonly [string, Partial<IndicatorRow>, string[]][] = [
    ['no number yet', {}, []],
    ['a value', { numerator: 7, denominator: 10, enteredOn: 45420 }, []],
    ['half a value', { numerator: 7 }, []],
    ['a count above its denominator', { numerator: 7, denominator: 3, target: 5, enteredOn: 45420 }, []],
    [
      'more than 100 %',
      { numerator: 11, denominator: 10, enteredOn: 45420 },
      [`block | ${at}, Tử số | Tử số lớn hơn Mẫu số nên chưa tính được chỉ tiêu.`],
    ],
    ['a text', { numerator: '7/10' }, [`block | ${at}, Tử số | Tử số của chỉ tiêu không phải số.`]],
    [
      'a number of a person in Ghi chú',
      { note: 'ông A 038204001234' },
      [`block | ${at}, Ghi chú | Có số định danh cá nhân 0382••••••34.`],
    ],
    [
      'a mark in Ghi chú',
      { note: '(Tối mật)' },
      [`block | ${at}, Ghi chú | Có chữ chỉ độ mật «TỐI MẬT». Không ghi nội dung mật vào bảng này.`],
    ],
    ['below nothing', { denominator: -1 }, [`block | ${at}, Mẫu số | Mẫu số của chỉ tiêu không phải số.`]],
    [
      'undated',
      { numerator: 7, denominator: 10 },
      [`note | ${at}, Ngày nhập | Chỉ tiêu có số liệu nhưng chưa có Ngày nhập, đang coi là số liệu cũ.`],
    ],
  ];
  test.each(cases)('%s', (_, cells, expected) =>
    expect(told(checkIndicators([indicatorRow(cells)]))).toEqual(expected),
  );
});
