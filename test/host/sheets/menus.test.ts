// Commands that the menus of the sheet offer besides typing, pasting and rows: the fill handle, cutting to another tab.
import { describe, expect, test } from 'vitest';
import { NotEmulated, type SheetRequest, type Sheets } from '../../../src/host/contract.ts';
import { createFormulas } from '../../../src/host/formulas/formulas.ts';
import { createSheets } from '../../../src/host/sheets/sheets.ts';
import { loadIronCalc } from '../../../src/node/ironcalc.ts';
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

test.each([
  'deleteDuplicates',
  'deleteRange',
  'findReplace',
  'insertRange',
  'randomizeRange',
  'trimWhitespace',
  'updateBorders',
])('%s is known and not emulated: refused, never guessed', (kind) => {
  const sheets = workbook([['a']]);
  expect(() => run(sheets, [any({ [kind]: { range: area(0, 1, 0, 1) } })])).toThrow(NotEmulated);
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
