// Keys, moves and the clipboard of the page's grid, without a browser.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyDeed, type Press } from '../../src/page/grid/keys.ts';
import { between, type Lanes, moved, wholeOf } from '../../src/page/grid/moves.ts';
import { readTsv, repeated, writeTsv } from '../../src/page/grid/tsv.ts';

/** Row 3 and column 1 are hidden; rows 0–2 of columns 0 and 2 are filled, and row 5. */
const LANES: Lanes = {
  rows: [0, 1, 2, 4, 5, 6, 7, 8],
  columns: [0, 2, 3],
  page: 3,
  holds: (row, column) => (row <= 2 || row === 5) && column <= 2,
};

test.each([
  ['down', [2, 0], [4, 0]],
  ['up', [4, 2], [2, 2]],
  ['up', [0, 0], [0, 0]],
  ['right', [1, 0], [1, 2]],
  ['left', [1, 2], [1, 0]],
  ['right', [1, 3], [1, 3]],
  ['edge-down', [0, 0], [2, 0]],
  ['edge-down', [2, 0], [5, 0]],
  ['edge-down', [5, 0], [8, 0]],
  ['edge-up', [8, 3], [0, 3]],
  ['edge-right', [0, 0], [0, 2]],
  ['row-start', [4, 3], [4, 0]],
  ['row-end', [4, 0], [4, 3]],
  ['start', [7, 3], [0, 0]],
  ['end', [0, 0], [5, 2]],
  ['page-down', [1, 2], [5, 2]],
  ['page-down', [7, 2], [8, 2]],
  ['page-up', [4, 2], [0, 2]],
  // From a row that is hidden, to what lies next to it.
  ['down', [3, 0], [4, 0]],
  ['up', [3, 0], [2, 0]],
] as const)('%s from %j leads to %j', (move, [row, column], [toRow, toColumn]) => {
  expect(moved({ row, column }, move, LANES)).toEqual({ row: toRow, column: toColumn });
});

test('a range grows until it cuts no merge', () => {
  const merges = [
    { top: 1, left: 1, bottom: 3, right: 3 },
    { top: 2, left: 2, bottom: 5, right: 4 },
  ];
  const range = between({ row: 0, column: 0 }, { row: 1, column: 1 });
  expect(wholeOf(range, merges)).toEqual({ top: 0, left: 0, bottom: 5, right: 4 });
});

test.each([
  ['Enter', '', { kind: 'edit' }],
  ['F2', '', { kind: 'edit' }],
  ['Escape', '', { kind: 'escape' }],
  ['Delete', '', { kind: 'clear' }],
  ['Home', '', { kind: 'move', move: 'row-start', extend: false }],
  ['Home', 'c', { kind: 'move', move: 'start', extend: false }],
  ['End', 'cs', { kind: 'move', move: 'end', extend: true }],
  ['PageDown', '', { kind: 'move', move: 'page-down', extend: false }],
  ['ArrowDown', 's', { kind: 'move', move: 'down', extend: true }],
  ['ArrowDown', 'c', { kind: 'move', move: 'edge-down', extend: false }],
  ['ArrowDown', 'a', { kind: 'pick' }],
  ['Tab', '', { kind: 'move', move: 'right', extend: false }],
  ['Tab', 's', { kind: 'move', move: 'left', extend: false }],
  ['z', 'c', { kind: 'undo' }],
  ['Z', 'cs', { kind: 'redo' }],
  ['y', 'c', { kind: 'redo' }],
  ['d', 'c', { kind: 'fill-down' }],
  ['a', 'c', { kind: 'all' }],
  ['a', '', { kind: 'begin' }],
  ['Process', '', { kind: 'begin' }],
  // The browser's own.
  ['c', 'c', undefined],
  ['f', 'c', undefined],
  ['F5', '', undefined],
  ['Shift', 's', undefined],
] as const)('%s with «%s»', (key, held, deed) => {
  const press: Press = {
    key,
    ctrlKey: held.includes('c'),
    shiftKey: held.includes('s'),
    altKey: held.includes('a'),
    metaKey: false,
  };
  expect(keyDeed(press)).toEqual(deed);
});

describe('the clipboard', () => {
  test.each([
    ['một ô', [['một ô']]],
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"dòng 1\r\ndòng 2"\tb\r\nc', [['dòng 1\ndòng 2', 'b'], ['c']]],
    ['"nói ""được"""', [['nói "được"']]],
    // Not closed, or words behind it: a quote as any letter.
    ['"Đề án 06" của xã\tb', [['"Đề án 06" của xã', 'b']]],
    ['"chưa đóng\nhai', [['"chưa đóng'], ['hai']]],
    [
      '\t\n\t',
      [
        ['', ''],
        ['', ''],
      ],
    ],
  ])('%j', (text, rows) => {
    expect(readTsv(text)).toEqual(rows);
  });

  test('what is written is read as it was', () => {
    const texts = fc.string().map((text) => text.replace(/\r/gu, ''));
    const rows = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([height, width]) =>
        fc.array(fc.array(texts, { minLength: width, maxLength: width }), { minLength: height, maxLength: height }),
      )
      // A last row of one empty cell is what every sheet's last line break looks like.
      .filter((all) => all.length === 1 || (all.at(-1)?.join('') ?? '') !== '');
    fc.assert(
      fc.property(rows, (all) => {
        expect(readTsv(writeTsv(all))).toEqual(all);
      }),
    );
  });

  test.each([
    [
      [['x']],
      2,
      2,
      [
        ['x', 'x'],
        ['x', 'x'],
      ],
    ],
    [
      [['x', 'y']],
      2,
      2,
      [
        ['x', 'y'],
        ['x', 'y'],
      ],
    ],
    [[['x'], ['y']], 3, 1, [['x'], ['y']]],
    [
      [['x'], ['y', 'z']],
      1,
      1,
      [
        ['x', ''],
        ['y', 'z'],
      ],
    ],
  ])('%j over %i rows and %i columns', (rows, height, width, written) => {
    expect(repeated(rows, height, width)).toEqual(written);
  });
});
