// A1 notation: letters of columns both ways, and titles of tabs as formulas name them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areaName, columnIndex, columnLetters, quoteTab } from '../../src/core/a1.ts';

describe('columns', () => {
  test.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('%i is %s', (index, letters) => {
    expect(columnLetters(index)).toBe(letters);
    expect(columnIndex(letters.toLowerCase())).toBe(index);
  });

  test('every column is read back from its letters', () => {
    fc.assert(
      fc.property(fc.nat(18_277), (index) => {
        expect(columnIndex(columnLetters(index))).toBe(index);
      }),
    );
  });
});

test.each([
  ['Nhiệm vụ', "'Nhiệm vụ'"],
  ["Năm '24", "'Năm ''24'"],
])('the tab %s is named %s', (title, quoted) => {
  expect(quoteTab(title)).toBe(quoted);
});

test.each([
  [{}, ''],
  [{ startRowIndex: 1, endRowIndex: 5, startColumnIndex: 5, endColumnIndex: 6 }, 'F2:F5'],
  [{ startColumnIndex: 2, endColumnIndex: 4 }, 'C:D'],
  [{ startRowIndex: 2, endRowIndex: 4 }, '3:4'],
])('the area %j is %s', (area, name) => {
  expect(areaName(area)).toBe(name);
});
