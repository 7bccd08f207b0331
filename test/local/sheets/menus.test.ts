// Commands that the menus of the sheet offer besides typing, pasting and rows: find and replace, clean up, cells pushed about, borders,
// the fill handle, cutting to another tab.
import { describe, expect, test } from 'vitest';
import type { SheetRequest, Sheets } from '../../../src/local/host/contract.ts';
import { createFormulas } from '../../../src/local/host/formulas/formulas.ts';
import { createSheets } from '../../../src/local/host/sheets/sheets.ts';
import { loadIronCalc } from '../../../src/local/node/ironcalc.ts';
import {
  area,
  Clock,
  cellAt,
  cellOf,
  EDITOR,
  FILE,
  OWNER,
  read,
  refusal,
  run,
  sharing,
  sheetOf,
  table,
} from './workbook.ts';

const formulas = createFormulas(loadIronCalc());

function workbook(rows: unknown[][], second: unknown[][] = []): Sheets {
  const sheets = createSheets(new Clock(), sharing, formulas);
  const tab = (sheetId: number, title: string, cells: unknown[][]) => ({
    properties: { sheetId, title, gridProperties: { rowCount: 8, columnCount: 6 } },
    data: [{ rowData: cells.map((row) => ({ values: row.map(cellOf) })) }],
  });
  sheets.create(FILE, { sheets: [tab(0, 'Nhiệm vụ', rows), tab(7, 'Đơn vị', second)] }, OWNER);
  return sheets;
}

/** Requests the types of Apps Script lack. */
const any = (request: object) => request as SheetRequest;
const number = (type: string, pattern: string) => ({ userEnteredFormat: { numberFormat: { type, pattern } } });
const custom = (formula: string) => ({ type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: formula }] });
const colour = (formula: string): SheetRequest => ({
  addConditionalFormatRule: {
    rule: {
      ranges: [area(0, 3, 0, 2)],
      booleanRule: { condition: custom(formula), format: { textFormat: { bold: true } } },
    },
  },
});
const colours = (sheets: Sheets, sheetId: number) =>
  sheetOf(sheets, sheetId)?.conditionalFormats?.map((rule) => [
    rule.booleanRule?.condition?.values?.[0]?.userEnteredValue,
    rule.ranges?.map((one) => `${one.startRowIndex}-${one.endRowIndex} ${one.startColumnIndex}-${one.endColumnIndex}`),
  ]);

describe('find and replace', () => {
  const ROWS = [
    ['Xã Tân An', 'xã tân an, xã', '=A1&" xã"'],
    [12, 45_422, 'a.b'],
  ];
  test.each<[string, object, unknown[][], object]>([
    [
      'a word, whatever its case',
      { find: 'xã', replacement: 'phường', sheetId: 0 },
      [['phường Tân An', 'phường tân an, phường', '=A1&" xã"'], ROWS[1] ?? []],
      { valuesChanged: 2, occurrencesChanged: 3, rowsChanged: 1, sheetsChanged: 1, formulasChanged: 0 },
    ],
    [
      'its case too, formulas too',
      { find: 'xã', replacement: 'x', matchCase: true, includeFormulas: true, allSheets: true },
      [['Xã Tân An', 'x tân an, x', '=A1&" x"'], ROWS[1] ?? []],
      { valuesChanged: 1, formulasChanged: 1, occurrencesChanged: 3 },
    ],
    [
      'whole cells only, a number read anew',
      { find: '12', replacement: '13,5', matchEntireCell: true, sheetId: 0 },
      [ROWS[0] ?? [], [13.5, 45_422, 'a.b']],
      { valuesChanged: 1 },
    ],
    [
      'in a date as it is shown',
      { find: '/05/', replacement: '/06/', range: area(1, 2, 1, 2) },
      [ROWS[0] ?? [], [12, 45_453, 'a.b']],
      { valuesChanged: 1 },
    ],
    ['a point is a point', { find: 'a.b', replacement: '$&x', sheetId: 0 }, [ROWS[0] ?? [], [12, 45_422, '$&x']], {}],
    [
      'a pattern',
      { find: '(T\\w+n) (An)', replacement: '$2 $1', searchByRegex: true, range: area(0, 1, 0, 1) },
      [['Xã Tân An', 'xã tân an, xã', '=A1&" xã"'], ROWS[1] ?? []],
      { occurrencesChanged: 0 },
    ],
    [
      'a pattern that fits',
      { find: '^(\\S+) (.*)$', replacement: '$2 $1', searchByRegex: true, range: area(0, 1, 0, 1) },
      [['Tân An Xã', 'xã tân an, xã', '=A1&" xã"'], ROWS[1] ?? []],
      { occurrencesChanged: 1 },
    ],
    ['nothing found', { find: 'z', replacement: '', allSheets: true }, ROWS, { occurrencesChanged: 0 }],
  ])('%s', (_, findReplace, after, reply) => {
    const sheets = workbook(ROWS);
    const cell = number('DATE', 'dd/mm/yyyy');
    run(sheets, [{ repeatCell: { range: area(1, 2, 1, 2), cell, fields: 'userEnteredFormat' } }]);
    expect(run(sheets, [{ findReplace }]).replies?.[0]?.findReplace).toMatchObject(reply);
    expect(table(sheets)).toEqual(after);
  });

  test.each<[string, object, string]>([
    ['nowhere', { find: 'x' }, 'Exactly one of'],
    ['in two scopes', { find: 'x', allSheets: true, sheetId: 0 }, 'Exactly one of'],
    ['nothing', { allSheets: true }, 'find must be specified'],
    ['no pattern', { find: '(', searchByRegex: true, allSheets: true }, 'Invalid regular expression'],
    [
      'a formula broken by it',
      { find: 'SUM(', replacement: 'SUM((', includeFormulas: true, sheetId: 7 },
      'parse error',
    ],
    ['what is protected', { find: 'xã', replacement: 'x', sheetId: 0 }, 'protected cell'],
    ['what is not there in what is protected', { find: '12', replacement: '13', sheetId: 0 }, 'accepted'],
  ])('refused: %s', (_, findReplace, message) => {
    const sheets = workbook(ROWS, [['=SUM(A2:A3)']]);
    const protectedRange = { range: area(0, 1, 0, 3), editors: { users: [OWNER] } };
    run(sheets, [{ addProtectedRange: { protectedRange } }]);
    expect(refusal(() => run(sheets, [{ findReplace }], EDITOR))).toContain(message);
  });
});

describe('cleaning up', () => {
  test('spaces go at both ends, between words one stays', () => {
    const sheets = workbook([['  a  b\n c ', 'x', 5, '=A1&"  "', '   ']]);
    const reply = run(sheets, [any({ trimWhitespace: { range: area(0, 1, 0, 6) } })]).replies?.[0];
    expect(reply).toEqual({ trimWhitespace: { cellsChangedCount: 2 } });
    expect(table(sheets)).toEqual([['a b c', 'x', 5, '=A1&"  "']]);
  });

  const ROWS = [
    ['Mã', 1],
    ['mã', 1],
    ['b', '=$B$1'],
    ['MÃ', 1],
    ['b', 1],
    ['c', '=A6'],
  ];
  test.each<[string, object, unknown[][], number]>([
    [
      'whole rows',
      {},
      [
        ['Mã', 1],
        ['b', '=$B$1'],
        ['c', '=A3'],
      ],
      3,
    ],
    [
      'one column',
      { comparisonColumns: [{ dimension: 'COLUMNS', startIndex: 1, endIndex: 2 }] },
      [
        ['Mã', 1],
        ['c', '=A2'],
      ],
      4,
    ],
  ])('duplicates by %s', (_, more, after, removed) => {
    const sheets = workbook(ROWS);
    const reply = run(sheets, [any({ deleteDuplicates: { range: area(0, 6, 0, 2), ...more } })]).replies?.[0];
    expect(reply).toEqual({ deleteDuplicates: { duplicatesRemovedCount: removed } });
    expect(table(sheets)).toEqual(after);
  });

  test('an order of chance keeps every row whole', () => {
    const rows = ['a', 'b', 'c', 'd', 'e'].map((text, index) => [text, index]);
    const sheets = workbook(rows);
    run(sheets, [{ randomizeRange: { range: area(0, 5, 0, 2) } }]);
    expect(table(sheets)).not.toEqual(rows);
    expect(table(sheets).sort()).toEqual(rows);
  });
});

describe('cells pushed about', () => {
  const ROWS = [
    ['a', 1, '=B2'],
    ['b', 2, '=SUM(B1:B3)'],
    ['c', 3, '=A3&B3'],
  ];
  test.each<[string, SheetRequest, unknown[][], string]>([
    [
      'in, downwards',
      { insertRange: { range: area(1, 2, 0, 2), shiftDimension: 'ROWS' } },
      [
        ['a', 1, '=B3'],
        [null, null, '=SUM(B1:B4)'],
        ['b', 2, '=A4&B4'],
        ['c', 3],
      ],
      '0-4 1-2',
    ],
    [
      'in, to the right',
      { insertRange: { range: area(1, 2, 0, 1), shiftDimension: 'COLUMNS' } },
      [
        ['a', 1, '=C2'],
        [null, 'b', 2, '=SUM(B1:B3)'],
        ['c', 3, '=A3&B3'],
      ],
      '0-3 1-2',
    ],
    [
      'out, upwards',
      { deleteRange: { range: area(1, 2, 0, 2), shiftDimension: 'ROWS' } },
      [
        ['a', 1, '=#REF!'],
        ['c', 3, '=SUM(B1:B2)'],
        [null, null, '=A2&B2'],
      ],
      '0-2 1-2',
    ],
    [
      'out, to the left',
      { deleteRange: { range: area(2, 3, 0, 1), shiftDimension: 'COLUMNS' } },
      [
        ['a', 1, '=B2'],
        ['b', 2, '=SUM(B1:B3)'],
        [3, '=#REF!&A3'],
      ],
      '0-3 1-2',
    ],
    [
      'out at the very end',
      { deleteRange: { range: area(2, 8, 0, 2), shiftDimension: 'ROWS' } },
      [
        ['a', 1, '=B2'],
        ['b', 2, '=SUM(B1:B2)'],
        [null, null, '=#REF!&#REF!'],
      ],
      '0-2 1-2',
    ],
  ])('%s', (_, request, after, named) => {
    const sheets = workbook(ROWS);
    run(sheets, [
      { addNamedRange: { namedRange: { name: 'Ten', range: area(0, 3, 1, 2) } } },
      { addProtectedRange: { protectedRange: { range: area(0, 3, 1, 2) } } },
      request,
    ]);
    expect(table(sheets)).toEqual(after);
    const boxes = [read(sheets).namedRanges?.[0]?.range, sheetOf(sheets)?.protectedRanges?.[0]?.range];
    expect(
      boxes.map((box) => `${box?.startRowIndex}-${box?.endRowIndex} ${box?.startColumnIndex}-${box?.endColumnIndex}`),
    ).toEqual([named, named]);
  });

  test('the grid grows where a filled cell would fall off it', () => {
    const sheets = workbook([['a'], [], [], [], [], [], [], ['z']]);
    run(sheets, [{ insertRange: { range: area(0, 2, 0, 1), shiftDimension: 'ROWS' } }]);
    expect(sheetOf(sheets)?.properties?.gridProperties?.rowCount).toBe(10);
    expect(cellAt(sheets, 9, 0)?.userEnteredValue).toEqual({ stringValue: 'z' });
  });

  test('a rule of colours goes along with its cells', () => {
    const sheets = workbook([
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ]);
    run(sheets, [colour('=$B1>1'), { insertRange: { range: area(0, 1, 0, 6), shiftDimension: 'ROWS' } }]);
    expect(colours(sheets, 0)).toEqual([['=$B2>1', ['1-4 0-2']]]);
  });

  test.each(['insertRange', 'deleteRange'])('%s not where something below is protected', (kind) => {
    const sheets = workbook(ROWS);
    const protectedRange = { range: area(5, 6, 0, 1), editors: { users: [OWNER] } };
    run(sheets, [{ addProtectedRange: { protectedRange } }]);
    const shift = (left: number) => any({ [kind]: { range: area(1, 2, left, left + 1), shiftDimension: 'ROWS' } });
    expect(refusal(() => run(sheets, [shift(0)], EDITOR))).toContain('protected cell');
    expect(refusal(() => run(sheets, [shift(1)], EDITOR))).toBe('accepted');
  });
});

test('borders: the lines named come, NONE takes them away, the rest stays', () => {
  const sheets = workbook([['a']]);
  const line = { style: 'SOLID' };
  const sides = () =>
    [0, 1].map((row) =>
      [0, 1].map((column) =>
        Object.keys(cellAt(sheets, row, column)?.userEnteredFormat?.borders ?? {})
          .sort()
          .join(),
      ),
    );
  run(sheets, [{ updateBorders: { range: area(0, 2, 0, 2), top: line, innerHorizontal: line, left: line } }]);
  expect(sides()).toEqual([
    ['bottom,left,top', 'bottom,top'],
    ['left,top', 'top'],
  ]);
  run(sheets, [
    { updateBorders: { range: area(0, 2, 0, 2), innerHorizontal: { style: 'NONE' }, top: { style: 'NONE' } } },
  ]);
  expect(sides()).toEqual([
    ['left', ''],
    ['left', ''],
  ]);
});

test('a column as wide as its text', () => {
  const sheets = workbook([['một văn bản dài', 'a'], ['b']]);
  const size = (endIndex: number) => ({ autoResizeDimensions: { dimensions: { dimension: 'COLUMNS', endIndex } } });
  run(sheets, [size(3)]);
  const widths = sheetOf(sheets)?.data?.[0]?.columnMetadata?.map((column) => column.pixelSize);
  expect(widths?.slice(0, 3)).toEqual([115, 17, 100]);
});

test('a view duplicated', () => {
  const sheets = workbook([['a']]);
  const filter = {
    filterViewId: 3,
    title: 'Công an',
    range: area(0, 5, 0, 3),
    criteria: { 1: { hiddenValues: ['x'] } },
  };
  const reply = run(sheets, [{ addFilterView: { filter } }, { duplicateFilterView: { filterId: 3 } }]).replies?.[1];
  const copy = reply?.duplicateFilterView?.filter;
  expect(copy).toMatchObject({ title: 'Bản sao của Công an', criteria: filter.criteria });
  expect(copy?.filterViewId).not.toBe(3);
  expect(sheetOf(sheets)?.filterViews).toHaveLength(2);
});

describe('the fill handle', () => {
  test.each<[string, unknown[], number, unknown[]]>([
    ['a word', ['Hoàn thành'], 2, ['Hoàn thành', 'Hoàn thành', 'Hoàn thành']],
    ['a number', [5], 2, [5, 5, 5]],
    ['numbers', [5, 7], 2, [5, 7, 9, 11]],
    ['a code', ['II.09'], 3, ['II.09', 'II.10', 'II.11', 'II.12']],
    ['codes', ['Kỳ 1', 'Kỳ 3'], 2, ['Kỳ 1', 'Kỳ 3', 'Kỳ 5', 'Kỳ 7']],
    ['words in turn', ['a', 'b'], 3, ['a', 'b', 'a', 'b', 'a']],
    ['a formula', ['=A5&A$5'], 2, ['=A5&A$5', '=A6&A$5', '=A7&A$5']],
    ['a truth value', [true], 1, [true, true]],
  ])('%s', (_, cells, fillLength, after) => {
    const sheets = workbook(cells.map((cell) => [null, cell]));
    const source = area(0, cells.length, 1, 2);
    run(sheets, [{ autoFill: { sourceAndDestination: { source, dimension: 'ROWS', fillLength } } }]);
    expect(table(sheets).map((row) => row[1])).toEqual(after);
    const turned = workbook([cells.map((cell) => (typeof cell === 'string' ? cell.replace('A$5', '$A5') : cell))]);
    const line = area(0, 1, 0, cells.length);
    run(turned, [{ autoFill: { sourceAndDestination: { source: line, dimension: 'COLUMNS', fillLength } } }]);
    expect(table(turned)[0]).toHaveLength(after.length);
  });

  test('a day counts on, upwards back; formats and validation come along', () => {
    const sheets = workbook([[], [], [45_422]]);
    const cell = number('DATE', 'dd/mm/yyyy');
    const rule = { strict: true, condition: custom('=$A3>0') };
    const fill = (fillLength: number): SheetRequest => ({
      autoFill: { sourceAndDestination: { source: area(2, 3, 0, 1), dimension: 'ROWS', fillLength } },
    });
    run(sheets, [
      { repeatCell: { range: area(2, 3, 0, 1), cell, fields: 'userEnteredFormat' } },
      { setDataValidation: { range: area(2, 3, 0, 1), rule } },
      fill(2),
      fill(-2),
    ]);
    expect(table(sheets)).toEqual([[45_420], [45_421], [45_422], [45_423], [45_424]]);
    expect(cellAt(sheets, 4, 0)?.formattedValue).toBe('12/05/2024');
    expect(cellAt(sheets, 4, 0)?.dataValidation?.condition?.values).toEqual([{ userEnteredValue: '=$A5>0' }]);
  });

  test('not over what is protected, nor beyond the grid', () => {
    const sheets = workbook([['a']]);
    const protectedRange = { range: area(2, 3, 0, 1), editors: { users: [OWNER] } };
    const fill = (fillLength: number): SheetRequest => ({
      autoFill: { sourceAndDestination: { source: area(0, 1, 0, 1), dimension: 'ROWS', fillLength } },
    });
    run(sheets, [{ addProtectedRange: { protectedRange } }]);
    expect(refusal(() => run(sheets, [fill(2)], EDITOR))).toContain('protected cell');
    expect(refusal(() => run(sheets, [fill(8)]))).toContain('exceeds grid limits');
    expect(() => run(workbook([[1], [2], [4]]), [{ autoFill: { range: area(0, 5, 0, 1) } }])).toThrow(/autoFill/u);
  });
});

describe('to another tab', () => {
  const ROWS = [
    ['a', 1, '=B1+B2', '=SUM(B1:B3)'],
    ['b', 2, '=A1', '=A2&B1'],
  ];
  const OTHER = [["='Nhiệm vụ'!B1", '=C1', 'x']];

  test('cut: what moved is followed, what it covers is gone', () => {
    const sheets = workbook(ROWS, OTHER);
    run(sheets, [
      colour('=$B1>1'),
      { addNamedRange: { namedRange: { name: 'Ten', range: area(0, 1, 1, 2) } } },
      { mergeCells: { range: area(0, 1, 4, 6) } },
      { cutPaste: { source: area(0, 1, 0, 6), destination: { sheetId: 7, rowIndex: 2 } } },
      { cutPaste: { source: area(1, 2, 0, 1), destination: { sheetId: 7, columnIndex: 2 } } },
    ]);
    expect(table(sheets)).toEqual([[], [null, 2, "='Đơn vị'!A3", "='Đơn vị'!C1&'Đơn vị'!B3"]]);
    expect(table(sheets, 7)).toEqual([
      ["='Đơn vị'!B3", '=#REF!', 'b'],
      [],
      ['a', 1, "='Đơn vị'!B3+'Nhiệm vụ'!B2", "=SUM('Nhiệm vụ'!B1:B3)"],
    ]);
    expect(read(sheets).namedRanges?.[0]?.range).toEqual(area(2, 3, 1, 2, 7));
    expect(sheetOf(sheets)).not.toHaveProperty('merges');
    expect(sheetOf(sheets, 7)?.merges).toEqual([area(2, 3, 4, 6, 7)]);
    expect(colours(sheets, 0)).toEqual([['=$B3>1', ['2-3 0-2', '1-2 1-2']]]);
    expect(colours(sheets, 7)).toEqual([
      ['=$B3>1', ['2-3 0-2']],
      ['=$B1>1', ['0-1 2-3']],
    ]);
  });

  test('copied: colours become rules of the other tab', () => {
    const sheets = workbook(ROWS, OTHER);
    run(sheets, [
      colour('=$B1>1'),
      { copyPaste: { source: area(1, 2, 0, 2), destination: area(4, 5, 0, 2, 7), pasteType: 'PASTE_NORMAL' } },
    ]);
    expect(colours(sheets, 0)).toEqual([['=$B1>1', ['0-3 0-2']]]);
    expect(colours(sheets, 7)).toEqual([['=$B5>1', ['4-5 0-2']]]);
  });

  test('not where a cell is protected there', () => {
    const sheets = workbook(ROWS, OTHER);
    const protectedRange = { range: { sheetId: 7 }, editors: { users: [OWNER] } };
    run(sheets, [{ addProtectedRange: { protectedRange } }]);
    const cut = { cutPaste: { source: area(0, 1, 0, 1), destination: { sheetId: 7, rowIndex: 4 } } };
    expect(refusal(() => run(sheets, [cut], EDITOR))).toContain('protected cell');
  });
});
