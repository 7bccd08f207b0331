// A1 notation, references in formulas, field masks, typed input: the readers of text.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnIndex, columnLetters } from '../../../src/core/a1.ts';
import { ApiError } from '../../../src/host/contract.ts';
import { printA1, readA1 } from '../../../src/host/sheets/a1.ts';
import { project, readMask, readUpdateMask } from '../../../src/host/sheets/mask.ts';
import { deletion, dragging, insertion, mapReference, type RangeMap } from '../../../src/host/sheets/move.ts';
import { copyFormula, mapReferences, renameTab } from '../../../src/host/sheets/references.ts';
import { readTyped } from '../../../src/host/sheets/typed-input.ts';
import { refusal } from './workbook.ts';

describe('A1 notation', () => {
  test.each([
    ['A1', { startRow: 0, endRow: 1, startColumn: 0, endColumn: 1 }],
    ['B2:AA10', { startRow: 1, endRow: 10, startColumn: 1, endColumn: 27 }],
    ['A:C', { startColumn: 0, endColumn: 3 }],
    ['2:5', { startRow: 1, endRow: 5 }],
    ['A2:C', { startRow: 1, startColumn: 0, endColumn: 3 }],
    ["'Nhiệm vụ'!A:C", { sheet: 'Nhiệm vụ', startColumn: 0, endColumn: 3 }],
    ["'Ngày ''chốt'''!$B$2", { sheet: "Ngày 'chốt'", startRow: 1, endRow: 2, startColumn: 1, endColumn: 2 }],
    ['C3:A1', { startRow: 0, endRow: 3, startColumn: 0, endColumn: 3 }],
    ['', undefined],
    ['Nhiệm vụ', undefined],
    ['A0', undefined],
    ['A1:B2:C3', undefined],
    ['AAAA1', undefined],
  ])('%s', (text, range) => expect(readA1(text)).toEqual(range));

  test('letters and index say the same', () => {
    fc.assert(
      fc.property(fc.nat(18_277), (index) => {
        expect(columnIndex(columnLetters(index))).toBe(index);
      }),
    );
  });

  test('what is printed reads back', () => {
    const side = fc.tuple(fc.nat(2000), fc.integer({ min: 1, max: 500 }));
    const title = fc.constantFrom('Nhiệm vụ', 'Sheet1', 'A1', "Ngày 'chốt'", 'Đơn vị');
    fc.assert(
      fc.property(side, side, fc.constantFrom('cells', 'rows', 'columns'), title, ([r, h], [c, w], kind, sheet) => {
        const range = {
          sheet,
          ...(kind === 'columns' ? {} : { startRow: r, endRow: r + h }),
          ...(kind === 'rows' ? {} : { startColumn: c, endColumn: c + w }),
        };
        expect(readA1(printA1(range))).toEqual(range);
      }),
    );
  });
});

describe('references of a formula', () => {
  const found = (formula: string) => {
    const out: string[] = [];
    mapReferences(formula, (reference) => {
      out.push(`${reference.sheet ?? ''}|${reference.from.column ?? ''},${reference.from.row ?? ''}`);
      return reference;
    });
    return out;
  };
  test.each([
    ['=A1+B2', ['|0,0', '|1,1']],
    ["='Nhiệm vụ'!$B$2:$B$73", ['Nhiệm vụ|1,1']],
    ['=Đơn_vị!C3', ['Đơn_vị|2,2']],
    ['=LOG10(5)+NgayTinh+Q1x', []],
    ['="A1"&"say ""B2"""&C3', ['|2,2']],
    ['=SUM(A:C;2:2;A2:C)', ['|0,', '|,1', '|0,1']],
    ['=IF(TRUE;1/2;0)', []],
    ['=COUNTIFS(A$2:A$9;">"&K8)', ['|0,1', '|10,7']],
    ['=#REF!+A1', ['|0,0']],
  ])('%s', (formula, references) => {
    expect(found(formula)).toEqual(references);
    expect(mapReferences(formula, (reference) => reference)).toBe(formula);
  });

  test.each([
    ['=A1', 1, 2, '=C2'],
    ['=$A1+A$1+$A$1', 1, 1, '=$A2+B$1+$A$1'],
    ['=SUM(A:B;3:3)', 2, 1, '=SUM(B:C;5:5)'],
    ['=A1', -1, 0, '=#REF!'],
    ['=\'Đơn vị\'!B2:B9&"B2"', 0, 1, '=\'Đơn vị\'!C2:C9&"B2"'],
  ])('%s copied %d down, %d right is %s', (formula, rows, columns, copy) =>
    expect(copyFormula(formula, rows, columns)).toBe(copy),
  );

  test.each([
    ['=Cũ!A1', 'Cũ', 'Mới tinh', "='Mới tinh'!A1"],
    ["='Cũ rích'!A1+Khác!A1", 'Cũ rích', undefined, '=#REF!+Khác!A1'],
    ['="Cũ!A1"', 'Cũ', 'Mới', '="Cũ!A1"'],
  ])('%s after the tab «%s» is called %s', (formula, from, to, next) =>
    expect(renameTab(formula, from, to)).toBe(next),
  );

  const moved = (formula: string, map: RangeMap) => mapReferences(formula, (reference) => mapReference(reference, map));
  test.each<[string, string, RangeMap, string]>([
    ['two rows before row 3', '=A2+A3+SUM(A1:A5)', insertion('ROWS', 2, 2), '=A2+A5+SUM(A1:A7)'],
    ['a row right after a range', '=SUM(A1:A5)', insertion('ROWS', 5, 1), '=SUM(A1:A5)'],
    ['a row before the first of a range', '=SUM(A1:A5)', insertion('ROWS', 0, 1), '=SUM(A2:A6)'],
    ['a row in an open range', '=SUM(A2:A)', insertion('ROWS', 3, 1), '=SUM(A2:A)'],
    ['a row above whole columns', '=SUM(A:B)', insertion('ROWS', 0, 1), '=SUM(A:B)'],
    ['a column before B', '=$B$1+A1+2:2', insertion('COLUMNS', 1, 1), '=$C$1+A1+2:2'],
    ['row 3 gone', '=A3+A4+SUM(A2:A3)', deletion('ROWS', 2, 3), '=#REF!+A3+SUM(A2:A2)'],
    ['a whole range gone', '=SUM(A2:A3)', deletion('ROWS', 1, 3), '=SUM(#REF!)'],
    ['row 2 dragged below row 4', '=A2+A3+SUM(A1:A5)', dragging('ROWS', 1, 2, 4), '=A4+A2+SUM(A1:A5)'],
    ['row 4 dragged above row 2', '=A4+A2+2:2', dragging('ROWS', 3, 4, 1), '=A2+A3+3:3'],
  ])('%s: %s', (_, formula, map, next) => expect(moved(formula, map)).toBe(next));

  test('an insertion undone by a deletion leaves every range as it was', () => {
    const interval = fc
      .tuple(fc.nat(30), fc.integer({ min: 1, max: 20 }))
      .map(([start, length]) => [start, start + length]);
    fc.assert(
      fc.property(interval, interval, fc.nat(60), fc.integer({ min: 1, max: 9 }), (rows, columns, at, count) => {
        const rect = { top: rows[0], bottom: rows[1], left: columns[0], right: columns[1] };
        for (const dimension of ['ROWS', 'COLUMNS'] as const) {
          const there = insertion(dimension, at, count)(rect);
          expect(there && deletion(dimension, at, at + count)(there)).toEqual(rect);
        }
      }),
    );
  });
});

describe('field masks', () => {
  const read = (text: string, shape = 'Spreadsheet') =>
    readMask(text, shape, (path) => new ApiError(400, `bad ${path}`));
  test.each([
    ['sheets.properties.sheetId', { sheets: { properties: { sheetId: 'all' } } }],
    [
      'sheets(properties(sheetId,title),merges)',
      { sheets: { properties: { sheetId: 'all', title: 'all' }, merges: 'all' } },
    ],
    ['sheets/properties/title,namedRanges', { sheets: { properties: { title: 'all' } }, namedRanges: 'all' }],
    ['sheets.data(rowData.values.note)', { sheets: { data: { rowData: { values: { note: 'all' } } } } }],
    ['*', 'all'],
    ['sheets.*', { sheets: 'all' }],
    ['sheets.tables', { sheets: { tables: 'all' } }],
  ])('%s', (text, mask) => expect(read(text)).toEqual(mask));

  test.each([
    'shets',
    'sheets.propertys',
    'sheets(properties',
    'sheets)',
    '',
    'sheets.properties.title.x',
    'properties,',
  ])('«%s» is refused', (text) => expect(refusal(() => read(text))).toMatch(/^bad /u));

  test('an update names a colour by either of its names, a response by the one it names', () => {
    const pair = { userEnteredFormat: { backgroundColor: 'all', backgroundColorStyle: 'all' } };
    expect(readUpdateMask('userEnteredFormat.backgroundColor', 'CellData')).toEqual(pair);
    expect(readUpdateMask('userEnteredFormat(backgroundColorStyle)', 'CellData')).toEqual(pair);
    expect(read('userEnteredFormat.backgroundColor', 'CellData')).toEqual({
      userEnteredFormat: { backgroundColor: 'all' },
    });
  });

  test('what a mask shows is a part of the whole, and showing it twice changes nothing', () => {
    const whole = { properties: { title: 'a', locale: 'vi_VN' }, sheets: [{ properties: { sheetId: 1 } }, {}] };
    for (const text of [
      'properties.title',
      'sheets.properties',
      '*',
      'sheets(properties(sheetId)),properties/locale',
    ]) {
      const part = project(whole, read(text));
      expect(whole).toMatchObject(part as object);
      expect(project(part, read(text))).toEqual(part);
    }
  });
});

describe('typed text in a vi_VN sheet', () => {
  /** 2024-05-10. */
  const TODAY = 45_422;
  const shown = (text: string, type?: string) => {
    const { value, format } = readTyped(text, type, TODAY);
    return [
      value?.formulaValue ?? value?.stringValue ?? value?.numberValue ?? value?.boolValue ?? null,
      format?.type ?? null,
    ];
  };
  test.each<[string, unknown, string | null]>([
    ['', null, null],
    ['75', 75, null],
    ['-3', -3, null],
    ['+5', 5, null],
    ['1.234', 1234, 'NUMBER'],
    ['1.234.567,89', 1_234_567.89, 'NUMBER'],
    ['0,5', 0.5, null],
    [',5', 0.5, null],
    ['1.23', '1.23', null],
    ['1,5E3', 1500, 'SCIENTIFIC'],
    ['75%', 0.75, 'PERCENT'],
    ['7,5 %', 0.075, 'PERCENT'],
    ['75.5%', '75.5%', null],
    ['038012345678', 38_012_345_678, null],
    ['15/5/2024', 45_427, 'DATE'],
    ['15-05-2024', 45_427, 'DATE'],
    ['15/05/24', 45_427, 'DATE'],
    ['2024-05-15', 45_427, 'DATE'],
    ['2024/5/15', 45_427, 'DATE'],
    ['15/5', 45_427, 'DATE'],
    ['1/2', 45_323, 'DATE'],
    ['5-6', 45_448, 'DATE'],
    ['31/2/2024', '31/2/2024', null],
    ['15/13/2024', '15/13/2024', null],
    ['08:30', 0.354_166_666_666_666_7, 'TIME'],
    ['15/5/2024 12:00', 45_427.5, 'DATE_TIME'],
    ['12:00 15/5/2024', 45_427.5, 'DATE_TIME'],
    ['25:00', '25:00', null],
    ['TRUE', true, null],
    ['false', false, null],
    ['ĐÚNG', 'ĐÚNG', null],
    ["'0380", '0380', null],
    ['=A1+1', '=A1+1', null],
    ['=', '=', null],
    ['Kỳ 05/2024', 'Kỳ 05/2024', null],
    ['Quý I/2024', 'Quý I/2024', null],
    [' Hoàn thành ', ' Hoàn thành ', null],
  ])('«%s» is %j, %s', (text, value, format) => expect(shown(text)).toEqual([value, format]));

  test.each<[string, string, unknown]>([
    ['75', 'PERCENT', 0.75],
    ['7', 'PERCENT', 0.07],
    ['75%', 'PERCENT', 0.75],
    ['130', 'PERCENT', 1.3],
    ['15/5/2024', 'DATE', 45_427],
    ['giữa tháng 5', 'DATE', 'giữa tháng 5'],
    ['038012345678', 'TEXT', '038012345678'],
    ['15/5', 'TEXT', '15/5'],
    ['=1+1', 'TEXT', '=1+1'],
    ['TRUE', 'TEXT', 'TRUE'],
    ['Tháng 5/2024', 'TEXT', 'Tháng 5/2024'],
  ])('«%s» in a %s cell is %j', (text, type, value) => expect(shown(text, type)).toEqual([value, null]));

  test.each(['Tháng 5/2024', 'tháng 5', 'Thg 5 2024', '15 tháng 5', '5/2024', '+84 912', '5.000 ₫', '(5)', '8:30 SA'])(
    '«%s» in an automatic cell is not guessed',
    (text) => expect(() => readTyped(text, undefined, TODAY)).toThrow(/typed into a cell that is not TEXT/u),
  );
});
