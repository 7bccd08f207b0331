// The Sheets part together with the formula engine: values after structure changes, sorting and validation by results, colours.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as ironcalc from '@ironcalc/wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Formulas, Sheets } from '../../../src/host/contract.ts';
import { createFormulas } from '../../../src/host/formulas/formulas.ts';
import { createSheets } from '../../../src/host/sheets/sheets.ts';
import { area, Clock, cellOf, FILE, OWNER, refusal, run, sharing } from './workbook.ts';

let formulas: Formulas;
beforeAll(() => {
  const wasm = createRequire(import.meta.url)
    .resolve('@ironcalc/wasm')
    .replace(/[^/]*$/u, 'wasm_bg.wasm');
  ironcalc.initSync({ module: readFileSync(wasm) });
  formulas = createFormulas(ironcalc);
});

function workbook(rows: unknown[][]): Sheets {
  const sheets = createSheets(new Clock(), sharing, formulas);
  const data = [{ rowData: rows.map((row) => ({ values: row.map(cellOf) })) }];
  const properties = { sheetId: 0, title: 'Nhiệm vụ', gridProperties: { rowCount: 20, columnCount: 6 } };
  sheets.create(FILE, { sheets: [{ properties, data }] }, OWNER);
  return sheets;
}

function values(sheets: Sheets): unknown[][] {
  const read = sheets.get(FILE, { fields: 'sheets.data.rowData.values(effectiveValue,formattedValue)' }, OWNER);
  return (read.sheets?.[0]?.data?.[0]?.rowData ?? []).map((row) =>
    (row.values ?? []).map((cell) => {
      const value = cell.effectiveValue;
      return value?.errorValue
        ? cell.formattedValue
        : (value?.numberValue ?? value?.stringValue ?? value?.boolValue ?? null);
    }),
  );
}

describe('values', () => {
  const SUMS = [
    [1, '=SUM(A1:A3)'],
    [2, '=A2*2'],
    [3, "='Nhiệm vụ'!A1+TODAY()"],
  ];
  test('are there after writing, and follow structure changes', () => {
    const sheets = workbook(SUMS);
    expect(values(sheets)).toEqual([
      [1, 6],
      [2, 4],
      [3, 45_423],
    ]);
    run(sheets, [{ insertDimension: { range: { dimension: 'ROWS', startIndex: 1, endIndex: 2 } } }]);
    expect(values(sheets)).toEqual([[1, 6], [], [2, 4], [3, 45_423]]);
    run(sheets, [{ deleteDimension: { range: { dimension: 'ROWS', startIndex: 2, endIndex: 3 } } }]);
    expect(values(sheets)).toEqual([[1, 4], [], [3, 45_423]]);
    run(sheets, [{ deleteDimension: { range: { dimension: 'ROWS', startIndex: 0, endIndex: 1 } } }]);
    expect(values(sheets)).toEqual([[], [3, '#REF!']]);
  });

  test('a name whose cells are gone is #REF!, no crash', () => {
    const sheets = workbook([['x'], ['y', '=NgayTinh+1']]);
    run(sheets, [{ addNamedRange: { namedRange: { name: 'NgayTinh', range: area(0, 1, 0, 1) } } }]);
    run(sheets, [{ deleteDimension: { range: { dimension: 'ROWS', startIndex: 0, endIndex: 1 } } }]);
    expect(values(sheets)[0]?.[0]).toBe('y');
    expect(String(values(sheets)[0]?.[1])).toMatch(/^#/u);
  });

  test('sorting by results, pasting results', () => {
    const sheets = workbook([
      ['c', '=3*2'],
      ['a', '=1+1'],
      ['b', '=2+2'],
    ]);
    run(sheets, [
      { sortRange: { range: area(0, 3, 0, 2), sortSpecs: [{ dimensionIndex: 1, sortOrder: 'ASCENDING' }] } },
      { copyPaste: { source: area(0, 3, 1, 2), destination: area(0, 3, 2, 3), pasteType: 'PASTE_VALUES' } },
    ]);
    expect(values(sheets)).toEqual([
      ['a', 2, 2],
      ['b', 4, 4],
      ['c', 6, 6],
    ]);
  });
});

describe('checks', () => {
  test('a formula that does not parse is refused by the API and by the keyboard', () => {
    const sheets = workbook([['a']]);
    const rows = [{ values: [cellOf('=SUM(A1;')] }];
    expect(refusal(() => run(sheets, [{ updateCells: { start: {}, rows, fields: 'userEnteredValue' } }]))).toMatch(
      /^Invalid requests\[0\]\.updateCells: /u,
    );
    expect(sheets.type(FILE, { sheetId: 0, row: 0, column: 0 }, '=SUM(A1;', OWNER).kind).toBe('refused');
  });

  test('a formula typed into a validated cell is held to its result', () => {
    const sheets = workbook([[5]]);
    const condition = { type: 'NUMBER_LESS', values: [{ userEnteredValue: '9' }] };
    run(sheets, [{ setDataValidation: { range: area(0, 1, 1, 2), rule: { condition, strict: true } } }]);
    const cell = { sheetId: 0, row: 0, column: 1 };
    expect(sheets.type(FILE, cell, '=A1*2', OWNER).kind).toBe('refused');
    expect(sheets.type(FILE, cell, '=A1+1', OWNER).kind).toBe('accepted');
    expect(values(sheets)).toEqual([[5, 6]]);
  });

  test('a list in a range of results', () => {
    const sheets = workbook([['="Ban "&"A"', 'Ban B']]);
    const condition = { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: "='Nhiệm vụ'!$A$1:$B$1" }] };
    run(sheets, [{ setDataValidation: { range: area(1, 2, 0, 1), rule: { condition, strict: true } } }]);
    const cell = { sheetId: 0, row: 1, column: 0 };
    expect(sheets.type(FILE, cell, 'Ban C', OWNER).kind).toBe('refused');
    expect(sheets.type(FILE, cell, 'Ban A', OWNER).kind).toBe('accepted');
  });
});

test('conditional colours show in effectiveFormat, also on empty cells', () => {
  const sheets = workbook([['quá hạn'], ['trong hạn']]);
  const condition = { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: '=$A1="quá hạn"' }] };
  const rule = { ranges: [area(0, 2, 0, 3)], booleanRule: { condition, format: { backgroundColor: { red: 1 } } } };
  run(sheets, [{ addConditionalFormatRule: { rule } }]);
  const fields = 'sheets.data.rowData.values.effectiveFormat.backgroundColor';
  const red = { effectiveFormat: { backgroundColor: { red: 1 } } };
  expect(sheets.get(FILE, { fields }, OWNER).sheets?.[0]?.data?.[0]?.rowData).toEqual([
    { values: [red, red, red] },
    { values: [{}] },
  ]);
});
