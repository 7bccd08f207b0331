// batchUpdate on cells: writing, copying, moving, sorting, merging.
import { describe, expect, test } from 'vitest';
import type { SheetRequest } from '../../../src/host/contract.ts';
import { area, cellAt, rowsOf, run, sheetOf, table, workbook } from './workbook.ts';

describe('cells', () => {
  const text = { numberFormat: { type: 'TEXT', pattern: '@' } };
  test.each<[string, unknown[][], SheetRequest[], unknown[][]]>([
    [
      'updateCells from a start writes ragged rows',
      [['a', 'b', 'c']],
      [
        {
          updateCells: {
            start: { rowIndex: 1, columnIndex: 1 },
            rows: rowsOf([1, 2, 3], [4]),
            fields: 'userEnteredValue',
          },
        },
      ],
      [
        ['a', 'b', 'c'],
        [null, 1, 2, 3],
        [null, 4],
      ],
    ],
    [
      'updateCells over a range clears what its rows do not cover',
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
      ],
      [{ updateCells: { range: area(0, 2, 0, 2), rows: rowsOf(['x']), fields: 'userEnteredValue' } }],
      [['x'], [], ['e', 'f']],
    ],
    [
      'updateCells without rows clears',
      [['a', 'b']],
      [{ updateCells: { range: area(0, 1, 0, 1), fields: 'userEnteredValue' } }],
      [[null, 'b']],
    ],
    [
      'repeatCell moves the references of a formula along',
      [],
      [
        {
          repeatCell: {
            range: area(0, 2, 1, 3),
            cell: { userEnteredValue: { formulaValue: '=A1+$A$1' } },
            fields: 'userEnteredValue',
          },
        },
      ],
      [
        [null, '=A1+$A$1', '=B1+$A$1'],
        [null, '=A2+$A$1', '=B2+$A$1'],
      ],
    ],
    [
      'appendCells writes after the last value, whatever is formatted below',
      [['a'], [null, 'b']],
      [
        { repeatCell: { range: area(0, 9, 0, 1), cell: { userEnteredFormat: text }, fields: 'userEnteredFormat' } },
        { appendCells: { rows: rowsOf(['c'], ['d']), fields: 'userEnteredValue' } },
      ],
      [['a'], [null, 'b'], ['c'], ['d']],
    ],
    [
      'copyPaste repeats a block and moves its formulas',
      [[1, '=A1*2']],
      [{ copyPaste: { source: area(0, 1, 0, 2), destination: area(1, 3, 0, 2), pasteType: 'PASTE_NORMAL' } }],
      [
        [1, '=A1*2'],
        [1, '=A2*2'],
        [1, '=A3*2'],
      ],
    ],
    [
      'copyPaste of values pastes results',
      [['=7']],
      [{ copyPaste: { source: area(0, 1, 0, 1), destination: area(1, 2, 0, 1), pasteType: 'PASTE_VALUES' } }],
      [['=7'], [7]],
    ],
    [
      'cutPaste takes the references along',
      [[1, '=A1', '=SUM(A1:A2)']],
      [{ cutPaste: { source: area(0, 1, 0, 1), destination: { rowIndex: 3, columnIndex: 3 } } }],
      [[null, '=D4', '=SUM(A1:A2)'], [], [], [null, null, null, 1]],
    ],
    [
      'sortRange: numbers, text, TRUE/FALSE, blanks last; formulas keep their row',
      [['b', '=A1'], [true], [3], [null, 'x'], ['A', '=A5']],
      [{ sortRange: { range: area(0, 5, 0, 2), sortSpecs: [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }] } }],
      [[3], ['A', '=A2'], ['b', '=A3'], [true], [null, 'x']],
    ],
    [
      'sortRange downwards keeps blanks last and equal rows in order',
      [
        [1, 'a'],
        [null, 'b'],
        [2, 'c'],
        [1, 'd'],
      ],
      [{ sortRange: { range: area(0, 4, 0, 2), sortSpecs: [{ sortOrder: 'DESCENDING' }] } }],
      [
        [2, 'c'],
        [1, 'a'],
        [1, 'd'],
        [null, 'b'],
      ],
    ],
    [
      'sortRange by the results of formulas',
      [
        ['=9', 'a'],
        ['=2', 'b'],
      ],
      [{ sortRange: { range: area(0, 2, 0, 2), sortSpecs: [{ sortOrder: 'ASCENDING' }] } }],
      [
        ['=2', 'b'],
        ['=9', 'a'],
      ],
    ],
    [
      'mergeCells keeps the first value only',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      [{ mergeCells: { range: area(0, 2, 0, 2), mergeType: 'MERGE_ROWS' } }],
      [['a'], ['c']],
    ],
  ])('%s', (_, before, requests, after) => {
    const sheets = workbook(before);
    run(sheets, requests);
    expect(table(sheets)).toEqual(after);
  });

  test('a mask writes its fields only, and clears those it names that are not given', () => {
    const sheets = workbook([['a']]);
    const cell = { note: 'n', userEnteredFormat: { ...text, textFormat: { bold: true } } };
    run(sheets, [{ updateCells: { start: {}, rows: [{ values: [cell] }], fields: 'note,userEnteredFormat' } }]);
    expect(cellAt(sheets, 0, 0)).toMatchObject({ userEnteredValue: { stringValue: 'a' }, ...cell });
    run(sheets, [{ updateCells: { range: area(0, 1, 0, 1), fields: 'note,userEnteredFormat.textFormat.bold' } }]);
    expect(cellAt(sheets, 0, 0)?.note).toBeUndefined();
    expect(cellAt(sheets, 0, 0)?.userEnteredFormat).toEqual(text);
    run(sheets, [{ updateCells: { range: area(0, 1, 0, 1), fields: '*' } }]);
    expect(sheetOf(sheets)?.data?.[0]?.rowData).toBeUndefined();
  });

  test('a new value erases the runs of the text before it', () => {
    const sheets = workbook([['xem tại đây']]);
    const runs = [{ startIndex: 4, format: { link: { uri: 'https://example.vn' } } }];
    const fields = 'userEnteredValue,textFormatRuns';
    const values = [{ userEnteredValue: { stringValue: 'xem tại đây' }, textFormatRuns: runs }];
    run(sheets, [{ updateCells: { start: {}, rows: [{ values }], fields } }]);
    expect(cellAt(sheets, 0, 0)?.textFormatRuns).toMatchObject(runs);
    run(sheets, [{ updateCells: { start: {}, rows: rowsOf(['khác']), fields: 'userEnteredValue' } }]);
    expect(cellAt(sheets, 0, 0)?.textFormatRuns).toBeUndefined();
  });

  test('a colour is stored under both names, in eight bits', () => {
    const sheets = workbook([['a']]);
    const format = { backgroundColor: { red: 0.85, green: 0, blue: 1 } };
    run(sheets, [
      { repeatCell: { range: area(0, 1, 0, 1), cell: { userEnteredFormat: format }, fields: 'userEnteredFormat' } },
    ]);
    const colour = { red: 0.84705883, blue: 1 };
    expect(cellAt(sheets, 0, 0)?.userEnteredFormat).toEqual({
      backgroundColor: colour,
      backgroundColorStyle: { rgbColor: colour },
    });
  });

  test('the API does not check validation', () => {
    const sheets = workbook([['a']]);
    const rule = { condition: { type: 'BOOLEAN' }, strict: true };
    run(sheets, [
      { setDataValidation: { range: area(0, 1, 0, 1), rule } },
      { updateCells: { start: {}, rows: rowsOf(['not a box']), fields: 'userEnteredValue' } },
    ]);
    expect(cellAt(sheets, 0, 0)).toMatchObject({
      userEnteredValue: { stringValue: 'not a box' },
      dataValidation: rule,
    });
  });
});
