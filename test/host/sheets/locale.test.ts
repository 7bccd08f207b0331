// Somebody changes the file's locale: formulas keep their meaning and are shown in the signs of the new one, cells stay, and
// back in vi_VN everything is as before.
import { describe, expect, test } from 'vitest';
import type { SheetRequest, Sheets } from '../../../src/host/contract.ts';
import { createFormulas } from '../../../src/host/formulas/formulas.ts';
import { localeNamed } from '../../../src/host/locales.ts';
import { translateFormula } from '../../../src/host/sheets/formula-locale.ts';
import { createSheets } from '../../../src/host/sheets/sheets.ts';
import { loadIronCalc } from '../../../src/node/ironcalc.ts';
import { area, Clock, cellAt, cellOf, FILE, OWNER, read, refusal, rowsOf, run, sharing, sheetOf } from './workbook.ts';

const formulas = createFormulas(loadIronCalc());

describe('the text of a formula', () => {
  const [vi, en] = [localeNamed('vi_VN'), localeNamed('en_US')];
  test.each([
    ['=SUM(1;2)', '=SUM(1,2)'],
    ['=IF(A1="a;b, c";"d.e";"")', '=IF(A1="a;b, c","d.e","")'],
    ['="một ""nháy;"" hai"&IF(A1;1;2)', '="một ""nháy;"" hai"&IF(A1,1,2)'],
    ["=COUNTIFS('Tab; một, hai''.'!$A$1:$A$9;\">0\")", "=COUNTIFS('Tab; một, hai''.'!$A$1:$A$9,\">0\")"],
    ['=IF(A1>0,5;1,25;,5)', '=IF(A1>0.5,1.25,.5)'],
    ['=Tên.có.chấm+IFS(Sheet1.x!A1;2)', '=Tên.có.chấm+IFS(Sheet1.x!A1,2)'],
    ['=A1', '=A1'],
  ])('%s is %s in en_US', (ours, theirs) => {
    expect(translateFormula(ours, vi, en)).toBe(theirs);
    expect(translateFormula(theirs, en, vi)).toBe(ours);
    expect(translateFormula(theirs, en, en)).toBe(theirs);
    expect(translateFormula(theirs, en, localeNamed('en_GB'))).toBe(theirs);
    expect(translateFormula(ours, vi, localeNamed('de_DE'))).toBe(ours);
  });
});

const change = (locale: string): SheetRequest => ({
  updateSpreadsheetProperties: { properties: { locale }, fields: 'locale' },
});
const custom = (formula: string) => ({ type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: formula }] });
const validate = (condition: object, row = 0): SheetRequest => ({
  setDataValidation: { range: area(row, row + 1, 1, 2), rule: { strict: true, condition } },
});
const colour = (formula: string, index: number): SheetRequest => ({
  addConditionalFormatRule: {
    index,
    rule: {
      ranges: [area(0, 3, 0, 1)],
      booleanRule: { condition: custom(formula), format: { backgroundColor: { red: 1 } } },
    },
  },
});
const write = (row: number, formula: string): SheetRequest => ({
  updateCells: { start: { rowIndex: row, columnIndex: 3 }, rows: rowsOf([formula]), fields: 'userEnteredValue' },
});

function workbook(): Sheets {
  const sheets = createSheets(new Clock(), sharing, formulas);
  const rows = [
    ['a', 0.5, 1234, '=IF(A1="a;b";1;SUM(C1:C2;1))'],
    ['b', null, 3, '=COUNTIFS(A1:A3;"a")/2'],
    ['c', null, 45427, '=A1&"; "&TEXT(C3;"dd/mm/yyyy")'],
  ];
  const properties = { sheetId: 0, title: 'Nhiệm vụ', gridProperties: { rowCount: 10, columnCount: 6 } };
  sheets.create(
    FILE,
    { sheets: [{ properties, data: [{ rowData: rows.map((r) => ({ values: r.map(cellOf) })) }] }] },
    OWNER,
  );
  const date = { userEnteredFormat: { numberFormat: { type: 'DATE' } } };
  const filterSpecs = [{ columnIndex: 1, filterCriteria: { condition: custom('=OR($B2=1;$B2=2)') } }];
  run(sheets, [
    { updateCells: { range: area(2, 3, 2, 3), rows: [{ values: [date] }], fields: 'userEnteredFormat' } },
    validate(custom('=AND(ISNUMBER(B1);B1<2)')),
    colour('=IF($A1="a";TRUE;FALSE)', 0),
    { addFilterView: { filter: { filterViewId: 3, title: 'V', range: area(0, 3, 0, 4), filterSpecs } as object } },
  ]);
  return sheets;
}

function seen(sheets: Sheets) {
  const cells = [0, 1, 2].map((row) => cellAt(sheets, row, 3));
  const sheet = sheetOf(sheets);
  const view = sheet?.filterViews?.[0] as { criteria?: Record<string, { condition?: ReturnType<typeof custom> }> };
  return {
    texts: cells.map((cell) => cell?.userEnteredValue?.formulaValue),
    values: cells.map((cell) => cell?.effectiveValue?.numberValue ?? cell?.effectiveValue?.stringValue),
    shown: [1, 2, 3].flatMap((column) => [0, 1, 2].flatMap((row) => cellAt(sheets, row, column)?.formattedValue ?? [])),
    rules: [
      cellAt(sheets, 0, 1)?.dataValidation?.condition?.values?.[0]?.userEnteredValue,
      sheet?.conditionalFormats?.[0]?.booleanRule?.condition?.values?.[0]?.userEnteredValue,
      view.criteria?.['1']?.condition?.values[0]?.userEnteredValue,
    ],
    red: [0, 1].map((row) => cellAt(sheets, row, 0)?.effectiveFormat !== undefined),
  };
}

const SEMICOLONS = ['=IF(A1="a;b";1;SUM(C1:C2;1))', '=COUNTIFS(A1:A3;"a")/2', '=A1&"; "&TEXT(C3;"dd/mm/yyyy")'];
const COMMAS = ['=IF(A1="a;b",1,SUM(C1:C2,1))', '=COUNTIFS(A1:A3,"a")/2', '=A1&"; "&TEXT(C3,"dd/mm/yyyy")'];
const RULES = ['=AND(ISNUMBER(B1);B1<2)', '=IF($A1="a";TRUE;FALSE)', '=OR($B2=1;$B2=2)'];
const LIKE_EN = { texts: COMMAS, rules: RULES.map((text) => text.replace(/;/gu, ',')) };
const LIKE_VI = { texts: SEMICOLONS, rules: RULES };
const VALUES = { values: [1238, 0.5, 'a; 15/05/2024'], red: [true, false] };

describe('a change of locale', () => {
  test.each([
    ['vi_VN', LIKE_VI, ['0,5', '1234', '3', '15/05/2024', '1238', '0,5', 'a; 15/05/2024']],
    ['en_US', LIKE_EN, ['0.5', '1234', '3', '5/15/2024', '1238', '0.5', 'a; 15/05/2024']],
    ['en_GB', LIKE_EN, ['0.5', '1234', '3', '15/05/2024', '1238', '0.5', 'a; 15/05/2024']],
    ['de_DE', LIKE_VI, ['0,5', '1234', '3', '15.05.2024', '1238', '0,5', 'a; 15/05/2024']],
    ['fr_FR', LIKE_VI, ['0,5', '1234', '3', '15/05/2024', '1238', '0,5', 'a; 15/05/2024']],
  ])('%s', (locale, texts, shown) => {
    const sheets = workbook();
    const before = read(sheets);
    run(sheets, [change(locale)]);
    expect(seen(sheets)).toEqual({ ...texts, shown, ...VALUES });
    run(sheets, [change('en_GB'), change('vi_VN')]);
    expect(read(sheets)).toEqual(before);
  });

  test.each([
    ['vi_VN', '=SUM(1;2)', '=SUM(1;2)', '=SUM(1;2)'],
    ['en_US', '=SUM(1;2)', '=SUM(1,2)', '=SUM(1;2)'],
    ['en_US', '=IF(A1="a;b",1;2)', '=IF(A1="a;b",1,2)', '=IF(A1="a;b";1;2)'],
    ['de_DE', '=IF(A1="a,b";1;2)', '=IF(A1="a,b";1;2)', '=IF(A1="a,b";1;2)'],
  ])('written in %s: %s', (locale, written, stored, back) => {
    const sheets = workbook();
    const bare = (text: string) => `=OR(${text.slice(1)};FALSE)`;
    run(sheets, [
      change(locale),
      write(0, written),
      validate(custom(bare(written)), 2),
      colour(bare(written), 0),
      { repeatCell: { range: area(4, 6, 3, 4), cell: cellOf(written), fields: 'userEnteredValue' } },
    ]);
    const texts = () => [
      cellAt(sheets, 0, 3)?.userEnteredValue?.formulaValue,
      cellAt(sheets, 4, 3)?.userEnteredValue?.formulaValue,
    ];
    const rules = () => [
      cellAt(sheets, 2, 1)?.dataValidation?.condition?.values?.[0]?.userEnteredValue,
      sheetOf(sheets)?.conditionalFormats?.[0]?.booleanRule?.condition?.values?.[0]?.userEnteredValue,
    ];
    const ruled = (text: string, separator: string) => `=OR(${text.slice(1)}${separator}FALSE)`;
    const own = locale === 'en_US' ? ',' : ';';
    expect([texts(), rules()]).toEqual([
      [stored, stored],
      [ruled(stored, own), ruled(stored, own)],
    ]);
    run(sheets, [change('vi_VN')]);
    expect([texts(), rules()]).toEqual([
      [back, back],
      [ruled(back, ';'), ruled(back, ';')],
    ]);
  });

  test.each([
    ['vi_VN', '=IF(A1,1,2)'],
    ['de_DE', '=IF(A1,B1)'],
    ['fr_FR', '=IF(A1,B1)'],
  ])('in %s a comma is never corrected: %s', (locale, formula) => {
    const sheets = workbook();
    run(sheets, [change(locale)]);
    expect(() => run(sheets, [write(0, formula)])).toThrow();
    expect(seen(sheets).texts).toEqual(SEMICOLONS);
  });

  test('in one batch: written in en_US, then the locale set back', () => {
    const sheets = workbook();
    run(sheets, [change('en_US')]);
    run(sheets, [write(0, SEMICOLONS[0] ?? ''), change('vi_VN'), write(1, SEMICOLONS[1] ?? '')]);
    expect(seen(sheets).texts).toEqual(SEMICOLONS);
  });

  test('what stays out', () => {
    const sheets = workbook();
    expect(() => run(sheets, [change('ja_JP')])).toThrow(/a spreadsheet of locale ja_JP/u);
    expect(refusal(() => run(sheets, [change('tiếng Việt')]))).toContain('Unsupported locale');
    run(sheets, [validate({ type: 'NUMBER_LESS', values: [{ userEnteredValue: '0,5' }] }, 2)]);
    expect(() => run(sheets, [change('en_US')])).toThrow(/under the condition NUMBER_LESS «0,5»/u);
    run(sheets, [validate({ type: 'NUMBER_LESS', values: [{ userEnteredValue: '5' }] }, 2), change('en_US')]);
    expect(() => sheets.type(FILE, { sheetId: 0, row: 5, column: 5 }, '5/10', OWNER)).toThrow(/locale en_US/u);
  });
});
