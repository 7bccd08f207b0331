// The reader of tab-separated text: what is written as Sheets writes it is read as it was, and the cases people paste.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTsv } from '../../../src/tools/plan-import/tsv.ts';
import { asSheets } from './paste.ts';

/** Cells of a sheet: any text without tabs, which no cell of a sheet can hold, and with plain line breaks. */
const cell = fc
  .oneof(
    fc.string({ unit: 'grapheme' }),
    fc.stringMatching(/^[ab"\n ]{0,6}$/u),
    fc.constantFrom('Đề án "06"', '"', '""', 'dòng một\ndòng hai', '', ' '),
  )
  .map((text) => text.replace(/(?!\n)[\p{Cc}\u2028\u2029\ufeff]/gu, ' '));

test('write → read gives the same cells, whatever the line ends', () =>
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 6 }),
      fc.constantFrom('\n', '\r\n'),
      (rows, lineBreak) => {
        const lines = readTsv(asSheets(rows).replace(/\n/gu, lineBreak));
        expect(lines.map(({ cells }) => cells)).toEqual(rows);
      },
    ),
  ));

test('lines are those of the file', () =>
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 }), (rows) => {
      const text = asSheets(rows);
      const lines = readTsv(text);
      expect(lines[lines.length - 1]?.to ?? 0).toBe(text.split('\n').length - 1);
      lines.slice(1).forEach(({ from }, index) => void expect(from).toBe((lines[index]?.to ?? 0) + 1));
    }),
  ));

describe('what people paste', () => {
  test.each([
    ['a\tb\n', [['a', 'b']]],
    ['a\t\n', [['a', '']]],
    ['a\tb', [['a', 'b']]],
    ['\ufeffa\n\nb', [['a'], [''], ['b']]],
    ['"một\nhai"\tb\n', [['một\nhai', 'b']]],
    ['"nói ""có"""\tb\n', [['nói "có"', 'b']]],
    // Quotes that are the plan's own.
    ['"sim rác"\tb\n', [['"sim rác"', 'b']]],
    ['"sim rác" và\tb\n', [['"sim rác" và', 'b']]],
    ['diệt "sim rác"\tb\n', [['diệt "sim rác"', 'b']]],
    // A quote nobody closed ends with its cell.
    [
      '"mở\tb\nc\td"\n',
      [
        ['"mở', 'b'],
        ['c', 'd"'],
      ],
    ],
    ['"mở\nb', [['"mở'], ['b']]],
    // Word: a soft line break, its own hyphen.
    ['a\vb\tc', [['a'], ['b', 'c']]],
    ['CT\u001eXH\tc', [['CT-XH', 'c']]],
  ])('%j', (text, cells) => expect(readTsv(text).map((line) => line.cells)).toEqual(cells));
});
