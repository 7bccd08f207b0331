// Which rule colours a cell.
import { describe, expect, it } from 'vitest';
import { createFormulas } from '../../../src/host/formulas/formulas.ts';
import { loadIronCalc } from '../../../src/node/ironcalc.ts';
import { type Value, workbook } from './workbook.ts';

type Condition = GoogleAppsScript.Sheets.Schema.BooleanCondition;
type Range = readonly [top: number, left: number, bottom: number, right: number];

const formulas = createFormulas(loadIronCalc());

function condition(type: string, ...values: string[]): Condition {
  return { type, values: values.map((userEnteredValue) => ({ userEnteredValue })) };
}

/** The cells coloured on the first tab, as "row,column": number of the rule. */
function colours(rows: readonly (readonly Value[])[], rules: readonly (readonly [Condition, ...Range[]])[]) {
  const book = workbook({ T: rows, Khác: [['x']] }, { Riêng: ['T', 0, 0, 1, 1], Ngoài: ['Khác', 0, 0, 1, 1] });
  const sheet = book.sheets?.[0];
  if (sheet) {
    sheet.conditionalFormats = rules.map(([one, ...ranges], index) => ({
      ranges: ranges.map(([startRowIndex, startColumnIndex, endRowIndex, endColumnIndex]) => ({
        sheetId: 0,
        ...{ startRowIndex, startColumnIndex, endRowIndex, endColumnIndex },
      })),
      booleanRule: { condition: one, format: { backgroundColor: { red: index } } },
    }));
  }
  const found = formulas.values(book, 45427).conditionalFormats(0);
  return Object.fromEntries(Object.entries(found).map(([cell, format]) => [cell, format.backgroundColor?.red]));
}

const COLUMN = [['Hoàn thành'], ['hoàn thành quá hạn'], [null], [5], [0.5]];

describe('a condition', () => {
  it.each<[string, Condition, string[]]>([
    ['TEXT_EQ ignores letter case', condition('TEXT_EQ', 'hoàn thành'), ['0,0']],
    ['TEXT_CONTAINS', condition('TEXT_CONTAINS', 'QUÁ'), ['1,0']],
    ['TEXT_STARTS_WITH', condition('TEXT_STARTS_WITH', 'Hoàn thành'), ['0,0', '1,0']],
    ['TEXT_EQ of the shown text', condition('TEXT_EQ', '0,5'), ['4,0']],
    ['NOT_BLANK', condition('NOT_BLANK'), ['0,0', '1,0', '3,0', '4,0']],
    ['BLANK', condition('BLANK'), ['2,0']],
    ['NUMBER_GREATER', condition('NUMBER_GREATER', '0,5'), ['3,0']],
    ['NUMBER_LESS_THAN_EQ, in percent', condition('NUMBER_LESS_THAN_EQ', '50%'), ['4,0']],
    ['NUMBER_BETWEEN', condition('NUMBER_BETWEEN', '0', '5'), ['3,0', '4,0']],
    ['NUMBER_NOT_EQ of numbers only', condition('NUMBER_NOT_EQ', '5'), ['4,0']],
    ['a formula, moving with the cell', condition('CUSTOM_FORMULA', '=A1=5'), ['3,0']],
    ['a formula with a fixed cell', condition('CUSTOM_FORMULA', '=$A$4=5'), ['0,0', '1,0', '2,0', '3,0', '4,0']],
    ['a number other than 0 is true', condition('CUSTOM_FORMULA', '=SEARCH("thành";A1)'), ['0,0', '1,0']],
    ['text is not true', condition('CUSTOM_FORMULA', '="x"'), []],
    ['an error is not true', condition('CUSTOM_FORMULA', '=1/0'), []],
    ['a name of the same tab', condition('CUSTOM_FORMULA', '=A1=Riêng'), ['0,0']],
    ['the cell’s own row', condition('CUSTOM_FORMULA', '=ROW()=2'), ['1,0']],
  ])('%s', (_, one, cells) => {
    expect(Object.keys(colours(COLUMN, [[one, [0, 0, 5, 1]]]))).toEqual(cells);
  });

  it('is written for the first cell of the first range', () => {
    const rows = [
      [null, null],
      ['x', null],
      ['y', null],
      ['x', null],
    ];
    const rule = condition('CUSTOM_FORMULA', '=$A2="x"');
    expect(Object.keys(colours(rows, [[rule, [1, 0, 4, 2]]]))).toEqual(['1,0', '1,1', '3,0', '3,1']);
    expect(Object.keys(colours(rows, [[rule, [1, 1, 2, 2], [3, 0, 4, 1]]]))).toEqual(['1,1', '3,0']);
  });

  it.each([
    ['another tab', condition('CUSTOM_FORMULA', "='Khác'!A1=A1")],
    ['a name of another tab', condition('CUSTOM_FORMULA', '=Ngoài=A1')],
    ['an unproven function', condition('CUSTOM_FORMULA', '=REGEXMATCH(A1;"x")')],
    ['a formula as text', condition('TEXT_EQ', '=A1')],
    ['another kind', condition('DATE_BEFORE', '5/5/2024')],
    ['a number of another locale', condition('NUMBER_GREATER', '0.5')],
    ['a formula as a limit', condition('NUMBER_GREATER', '=A1')],
  ])('not emulated: %s', (_, one) => {
    expect(() => colours(COLUMN, [[one, [0, 0, 5, 1]]])).toThrow(expect.objectContaining({ name: 'NotEmulated' }));
  });

  it('not emulated: BLANK on a formula that answers with an empty text', () => {
    expect(() => colours([['=""']], [[condition('BLANK'), [0, 0, 1, 1]]])).toThrow('empty text');
  });
});

describe('rules', () => {
  it('the first that holds decides', () => {
    const rules = [
      [condition('TEXT_EQ', 'không có'), [0, 0, 5, 1]],
      [condition('TEXT_CONTAINS', 'quá hạn'), [0, 0, 5, 1]],
      [condition('NOT_BLANK'), [0, 0, 5, 1]],
    ] as const;
    expect(colours(COLUMN, rules)).toEqual({ '0,0': 2, '1,0': 1, '3,0': 2, '4,0': 2 });
  });

  it('see the values of the last edit', () => {
    const rule = condition('CUSTOM_FORMULA', '=$A1="x"');
    expect(colours([['x', 1]], [[rule, [0, 0, 1, 2]]])).toEqual({ '0,0': 0, '0,1': 0 });
    expect(colours([['y', 1]], [[rule, [0, 0, 1, 2]]])).toEqual({});
  });
});

describe('a colour scale', () => {
  const point = (type: string, red: number, value?: string) => ({
    type,
    ...(value === undefined ? {} : { value }),
    colorStyle: { rgbColor: { red } },
  });
  const NUMBERS = [[0], [5], ['x'], [null], [10], [20]];
  it.each<[string, object, (number | undefined)[]]>([
    ['from least to most', { minpoint: point('MIN', 0), maxpoint: point('MAX', 1) }, [0, 0.25, 0.5, 1]],
    [
      'with a middle',
      { minpoint: point('MIN', 0), midpoint: point('PERCENT', 1, '50'), maxpoint: point('MAX', 0) },
      [0, 0.5, 1, 0],
    ],
    ['between numbers', { minpoint: point('NUMBER', 0, '5'), maxpoint: point('NUMBER', 1, '10') }, [0, 0, 1, 1]],
    [
      'percentiles',
      { minpoint: point('PERCENTILE', 0, '0'), maxpoint: point('PERCENTILE', 1, '50') },
      [0, 2 / 3, 1, 1],
    ],
  ])('%s', (_, gradientRule, reds) => {
    const book = workbook({ T: NUMBERS });
    const ranges = [{ sheetId: 0, startRowIndex: 0, endRowIndex: 6, startColumnIndex: 0, endColumnIndex: 1 }];
    if (book.sheets?.[0]) book.sheets[0].conditionalFormats = [{ ranges, gradientRule }];
    const found = formulas.values(book, 45427).conditionalFormats(0);
    expect(Object.keys(found)).toEqual(['0,0', '1,0', '4,0', '5,0']);
    Object.values(found).forEach((format, index) => {
      expect(format.backgroundColor?.red).toBeCloseTo(reds[index] ?? 9);
    });
  });
});
