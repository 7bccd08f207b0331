// Rules decided by formulas, with the real engine: validation whose references move with the cell, and colours whose first
// cell is deleted, dragged, cut or pasted over.
import { describe, expect, test } from 'vitest';
import type { SheetRequest, Sheets } from '../../../src/host/contract.ts';
import { createFormulas } from '../../../src/host/formulas/formulas.ts';
import { createSheets } from '../../../src/host/sheets/sheets.ts';
import { loadIronCalc } from '../../../src/node/ironcalc.ts';
import { area, Clock, cellAt, cellOf, EDITOR, FILE, OWNER, refusal, run, sharing, sheetOf, table } from './workbook.ts';

const formulas = createFormulas(loadIronCalc());

function workbook(rows: unknown[][]): Sheets {
  const sheets = createSheets(new Clock(), sharing, formulas);
  const tab = (sheetId: number, title: string, cells: unknown[][]) => ({
    properties: { sheetId, title, gridProperties: { rowCount: 12, columnCount: 6 } },
    data: [{ rowData: cells.map((row) => ({ values: row.map(cellOf) })) }],
  });
  sheets.create(FILE, { sheets: [tab(0, 'Nhiệm vụ', rows), tab(7, 'Đơn vị', [['Công an'], ['Tư pháp']])] }, OWNER);
  return sheets;
}

const condition = (type: string, ...texts: string[]) => ({
  type,
  values: texts.map((userEnteredValue) => ({ userEnteredValue })),
});
const validate = (type: string, ...texts: string[]): SheetRequest => ({
  setDataValidation: { range: area(0, 4, 1, 2), rule: { strict: true, condition: condition(type, ...texts) } },
});

describe('validation by a formula', () => {
  const ROWS = [[1, 'a', null, '=A1+1'], [2, null, null, '=B1&"!"'], [3, 'c'], ['x']];
  const custom = (formula: string) => validate('CUSTOM_FORMULA', formula);
  test.each<[string, SheetRequest, number, string, boolean]>([
    ['the first cell', custom('=A1<2'), 0, 'z', true],
    ['the cell below', custom('=A1<2'), 1, 'z', false],
    ['a fixed row', custom('=A$1<2'), 1, 'z', true],
    ['its own new value', custom('=B1>5'), 1, '6', true],
    ['its own new value, wrong', custom('=B1>5'), 1, '5', false],
    ['the only one of its kind', custom('=COUNTIF(B$1:B$4;B1)=1'), 1, 'b', true],
    ['one of two', custom('=COUNTIF(B$1:B$4;B1)=1'), 1, 'c', false],
    ['another tab', custom("=COUNTIF('Đơn vị'!$A$1:$A$9;B1)>0"), 2, 'Tư pháp', true],
    ['not on the other tab', custom("=COUNTIF('Đơn vị'!$A$1:$A$9;B1)>0"), 2, 'Thuế', false],
    ['a number is TRUE', custom('=A1'), 0, 'z', true],
    ['a text is not', custom('=A1'), 3, 'z', false],
    ['an error is not', custom('=1/0'), 0, 'z', false],
    ['an empty cell is not', custom('=C1'), 0, 'z', false],
    ['no formula', custom('=NOT(ISFORMULA(B1))'), 1, 'z', true],
    ['a formula where none may stand', custom('=NOT(ISFORMULA(B1))'), 1, '=1+1', false],
    ['what another formula answers', custom('=D1=2'), 0, 'z', true],
    ['what another formula answers to the new value', custom('=D$2="z!"'), 0, 'z', true],
    ['what another formula does not answer', custom('=D$2="z!"'), 0, 'y', false],
    ['emptying is always allowed', custom('=FALSE'), 0, '', true],
    ['a limit that is a formula', validate('NUMBER_LESS', '=A1'), 2, '2', true],
    ['a limit that is a formula, broken', validate('NUMBER_LESS', '=A1'), 2, '3', false],
    ['days up to today', validate('DATE_ON_OR_BEFORE', '=TODAY()'), 0, '10/5/2024', true],
    ['days after today', validate('DATE_ON_OR_BEFORE', '=TODAY()'), 0, '11/5/2024', false],
    ['a text of a formula', validate('TEXT_CONTAINS', "='Đơn vị'!$A$1"), 0, 'Ban Công an', true],
    ['a list on another tab', validate('ONE_OF_RANGE', "='Đơn vị'!$A$1:$A$9"), 3, 'Công an', true],
    ['a list on another tab, not in it', validate('ONE_OF_RANGE', "='Đơn vị'!$A$1:$A$9"), 3, 'Thuế', false],
    ['a list of its own row', validate('ONE_OF_RANGE', '=A1:A1'), 1, '2', true],
    ['a list of its own row, not of the first', validate('ONE_OF_RANGE', '=A1:A1'), 1, '1', false],
  ])('%s', (_, rule, row, typed, accepted) => {
    const sheets = workbook(ROWS);
    run(sheets, [rule]);
    const before = table(sheets);
    const cell = { sheetId: 0, row, column: 1 };
    expect(sheets.type(FILE, cell, typed, EDITOR).kind).toBe(accepted ? 'accepted' : 'refused');
    if (!accepted) expect(table(sheets)).toEqual(before);
    const script = workbook(ROWS);
    run(script, [rule]);
    expect(refusal(() => script.setValues(FILE, area(row, row + 1, 1, 2), [[typed]], EDITOR))).toBe(
      accepted
        ? 'accepted'
        : `The data you entered in cell B${row + 1} violates the data validation rules set on this cell.`,
    );
  });

  test('a function outside the proven table stays refused', () => {
    const sheets = workbook(ROWS);
    expect(() => run(sheets, [custom('=REGEXMATCH(B1;"x")')])).toThrow(/REGEXMATCH/u);
  });

  const at = (sheets: Sheets, row: number, column = 1) =>
    cellAt(sheets, row, column)?.dataValidation?.condition?.values?.[0]?.userEnteredValue;
  test.each<[string, SheetRequest, [row: number, column?: number], string]>([
    ['copied', { copyPaste: { source: area(0, 1, 1, 2), destination: area(5, 6, 2, 3) } }, [5, 2], '=C6>B$1'],
    [
      'cut',
      { cutPaste: { source: area(0, 1, 1, 2), destination: { rowIndex: 5, columnIndex: 2 } } },
      [5, 2],
      '=C6>A$1',
    ],
    ['sorted', { sortRange: { range: area(0, 4, 0, 2), sortSpecs: [{ sortOrder: 'DESCENDING' }] } }, [0], '=B1>A$1'],
    [
      'inherited from before',
      { insertDimension: { range: { dimension: 'ROWS', startIndex: 2, endIndex: 4 }, inheritFromBefore: true } },
      [3],
      '=B4>A$1',
    ],
    [
      'inherited from after',
      { insertDimension: { range: { dimension: 'ROWS', startIndex: 2, endIndex: 4 } } },
      [2],
      '=B3>A$1',
    ],
    ['pushed down', { insertDimension: { range: { dimension: 'ROWS', startIndex: 0, endIndex: 2 } } }, [3], '=B4>A$3'],
  ])('%s, it means its new cell', (_, request, [row, column], formula) => {
    const sheets = workbook(ROWS);
    run(sheets, [custom('=B1>A$1'), request]);
    expect(at(sheets, row, column)).toBe(formula);
  });
});

describe('a colour whose cells move', () => {
  const rows = (dimension: string, startIndex: number, endIndex: number) => ({ dimension, startIndex, endIndex });
  test.each<[string, SheetRequest[], string, string[]]>([
    ['nothing', [], '=$A2="x"', ['1-6']],
    ['a row above', [{ insertDimension: { range: rows('ROWS', 0, 1) } }], '=$A3="x"', ['2-7']],
    ['a row inside', [{ insertDimension: { range: rows('ROWS', 3, 4) } }], '=$A2="x"', ['1-7']],
    ['a column before', [{ insertDimension: { range: rows('COLUMNS', 0, 1) } }], '=$B2="x"', ['1-6']],
    ['the first row deleted', [{ deleteDimension: { range: rows('ROWS', 1, 2) } }], '=$A2="x"', ['1-5']],
    [
      'the first rows and the one above deleted',
      [{ deleteDimension: { range: rows('ROWS', 0, 3) } }],
      '=$A1="x"',
      ['0-3'],
    ],
    ['a row inside deleted', [{ deleteDimension: { range: rows('ROWS', 3, 4) } }], '=$A2="x"', ['1-5']],
    [
      'the first row dragged down',
      [{ moveDimension: { source: rows('ROWS', 1, 2), destinationIndex: 4 } }],
      '=$A2="x"',
      ['1-6'],
    ],
    [
      'the first row cut and pasted below',
      [{ cutPaste: { source: area(1, 2, 0, 6), destination: { rowIndex: 9 } } }],
      '=$A3="x"',
      ['2-6', '9-10'],
    ],
    [
      'a cell beside it cut away',
      [{ cutPaste: { source: area(1, 2, 0, 1), destination: { rowIndex: 9, columnIndex: 5 } } }],
      '=$A2="x"',
      ['1-6'],
    ],
    [
      'the first row pasted over',
      [{ copyPaste: { source: area(10, 11, 0, 6), destination: area(1, 2, 0, 6) } }],
      '=$A3="x"',
      ['2-6'],
    ],
    [
      'a row copied below',
      [{ copyPaste: { source: area(1, 2, 0, 6), destination: area(8, 9, 0, 6) } }],
      '=$A2="x"',
      ['1-6', '8-9'],
    ],
    ['the column it reads deleted', [{ deleteDimension: { range: rows('COLUMNS', 0, 1) } }], '=#REF!="x"', ['1-6']],
  ])('%s', (_, requests, formula, ranges) => {
    const sheets = workbook([['A'], ['x', 1], ['y', 2], ['x', 3]]);
    const format = { backgroundColor: { red: 1 } };
    const rule = {
      ranges: [area(1, 6, 1, 3)],
      booleanRule: { condition: condition('CUSTOM_FORMULA', '=$A2="x"'), format },
    };
    run(sheets, [{ addConditionalFormatRule: { rule } }, ...requests]);
    const [found] = sheetOf(sheets)?.conditionalFormats ?? [];
    expect(found?.booleanRule?.condition?.values?.[0]?.userEnteredValue).toBe(formula);
    expect(found?.ranges?.map((one) => `${one.startRowIndex}-${one.endRowIndex}`)).toEqual(ranges);
  });
});
