// Formulas that are one formula in another row are not read twice: what is remembered is what reading anew would give.
import { describe, expect, test } from 'vitest';
import { checkFormula } from '../../../src/host/formulas/check-formula.ts';
import { FormulaShapes } from '../../../src/host/formulas/formula-shapes.ts';
import { placeFormula } from '../../../src/host/formulas/placed-formula.ts';
import { RowPlacer } from '../../../src/host/formulas/row-placer.ts';
import { layoutOf } from '../../../src/host/formulas/tabs.ts';
import { RowText } from '../../../src/host/row-text.ts';
import { deletion, mapReference } from '../../../src/host/sheets/move.ts';
import { mapReferences } from '../../../src/host/sheets/references.ts';
import { workbook } from './workbook.ts';

describe('a text cut at its rows', () => {
  const text = RowText.cut('=A5&B7', [
    { at: 2, length: 1 },
    { at: 5, length: 1 },
  ]);
  test.each([
    ['=A5&B7', 0],
    ['=A1&B3', -4],
    ['=A105&B107', 100],
    ['=A6&B7', undefined],
    ['=A0&B2', undefined],
    ['=A06&B08', undefined],
    ['=A6&B8&C1', undefined],
    ['=A9999999&B10000001', undefined],
  ])('%s', (other, by) => {
    expect(text.shiftTo(other)).toBe(by);
    if (by !== undefined) expect(text.at(by)).toBe(other);
  });
});

describe('a shape', () => {
  test.each<[string, string, number | 'its own']>([
    ['=A1+$B1', '=A5+$B5', 4],
    ['=A1+B$1', '=A2+B$2', 'its own'],
    ['=A1+B2', '=A2+B4', 'its own'],
    ['=A1', '=B1', 'its own'],
    ['=Thang1+A1', '=Thang1+A2', 1],
    ['=Thang1+A1', '=Thang2+A2', 'its own'],
    ['="A1"&A1', '="A1"&A2', 1],
    ['="A1"&A1', '="A2"&A2', 'its own'],
    ["='A1'!B1", "='A1'!B2", 1],
    ["='A1'!B1", "='A2'!B2", 'its own'],
    ['=SUM(A$2:A2)', '=SUM(A$2:A9)', 7],
    ['=SUM(A$5:A9)', '=SUM(A$5:A3)', 'its own'],
    ['=SUM(A5:A$9)', '=SUM(A9:A$9)', 4],
    ['=SUM(A5:A$9)', '=SUM(A10:A$9)', 'its own'],
    ['=A9+1', '=A10+1', 1],
    ['=1+1', '=1+1', 0],
  ])('%s then %s', (first, then, rows) => {
    const shapes = new FormulaShapes();
    shapes.read(first, 'vi_VN');
    const read = shapes.read(then, 'vi_VN');
    expect(read.rows).toBe(rows === 'its own' ? 0 : rows);
    expect(read.checked.formula).toBe(rows === 'its own' ? then : first);
  });
});

describe('placed in another row', () => {
  const rows = Array.from({ length: 80 }, (_, row) => [row, 'x', row % 3 === 0 ? 'y' : null]);
  const layout = layoutOf(workbook({ 'Nhiệm vụ': rows, Khác: rows }, { Ten: ['Khác', 0, 0, 1, 1] }));
  test.each<[string, (row: number) => string, boolean]>([
    ['its own row', (row) => `=IF($B${row}="A7";A${row}*2;Ten)`, true],
    ['another tab', (row) => `='Khác'!$A${row}&"x"`, true],
    ['rows away', (row) => `=A${row + 5}&A$3`, true],
    ['a fixed range', (row) => `=COUNTIFS($B$1:$B$80;$B${row};$A$1:$A$80;">3")`, true],
    ['a range that grows', (row) => `=COUNTIFS($B$1:$B${row};$B${row})+COUNTIFS($B$1:$B${row};"x")`, true],
    ['a range that moves', (row) => `=SUM($A${row}:$A${row + 3})`, false],
    ['a range that shrinks', (row) => `=COUNTIFS($B${row}:$B$80;"x")`, false],
    ['a tab that is not there', (row) => `='Không'!A${row}`, false],
    ['ROW()', (row) => `=A${row}+ROW()`, true],
  ])('%s', (_, formula, shared) => {
    const shapes = new FormulaShapes();
    const first = shapes.read(formula(2), 'vi_VN');
    const at = (row: number, shift: number) => ({ layout, sheetId: 0, row: row - 1, column: 4, rows: shift });
    const placer = new RowPlacer(placeFormula(formula(2), first.checked, at(2, first.rows)));
    for (const row of [1, 2, 3, 40, 64, 65, 79, 80, 5000, 5998]) {
      const text = formula(row);
      const { checked, rows: shift } = shapes.read(text, 'vi_VN');
      const anew = placeFormula(text, checkFormula(text, 'vi_VN'), at(row, 0));
      const known = placer.at(text, checked, at(row, shift));
      if (known)
        expect({ row, input: known.input, areas: known.areas }).toEqual({ row, input: anew.input, areas: anew.areas });
      if (row === 3) expect(known !== undefined).toBe(shared);
    }
  });
});

// Rows 5 and 6 are deleted; the formulas are read one after the other, each a shift of the first.
test.each([
  [2, `='Khác'!$A2&"A2"&SUM(B$2:B2;C2:C3)`],
  [4, `='Khác'!$A4&"A2"&SUM(B$2:B4;C4:C4)`],
  [5, '=#REF!&"A2"&SUM(B$2:B4;#REF!)'],
  [6, '=#REF!&"A2"&SUM(B$2:B4;C5:C5)'],
  [7, `='Khác'!$A5&"A2"&SUM(B$2:B5;C5:C6)`],
  [20, `='Khác'!$A18&"A2"&SUM(B$2:B18;C18:C19)`],
])('references of a formula read in row %d move as its own', (row, after) => {
  const formula = `='Khác'!$A${row}&"A2"&SUM(B$2:B${row};C${row}:C${row + 1})`;
  const map = deletion('ROWS', 4, 6);
  expect(mapReferences(formula, (reference) => mapReference(reference, map))).toBe(after);
});
