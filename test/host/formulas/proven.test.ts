// The functions of the local host, held against two engines: every case's value in IronCalc (through the host) and in
// LibreOffice, where it is installed. A construct on which they differ must not be in the table (see check.test.ts).
import { describe, expect, it } from 'vitest';
import type { Spreadsheet } from '../../../src/host/contract.ts';
import { createFormulas } from '../../../src/host/formulas/formulas.ts';
import { PROVEN } from '../../../src/host/formulas/proven.ts';
import { loadIronCalc } from '../../../src/node/ironcalc.ts';
import type { RecalculatedValue } from '../../../src/node/libreoffice/flat-spreadsheet.ts';
import { hasLibreOffice, recalculate } from '../../../src/node/libreoffice/libreoffice.ts';
import { CASES, NAMES, TABS, TODAY } from './proven-cases.ts';
import { evaluate, type Value, valueAt, workbook } from './workbook.ts';

const cases = Object.entries(CASES).flatMap(([name, list]) =>
  list.map(([formula, expected]) => ({ name, formula, expected })),
);
const RESULTS = Object.keys(TABS).length;
const provenBook = workbook({ ...TABS, 'Kết quả': cases.map(({ formula }) => [formula]) }, NAMES);
evaluate(createFormulas(loadIronCalc()), provenBook, TODAY);

/** Values of all kinds, met by each other. `null` is an empty cell, «=""» one whose formula answers with no text. */
const KINDS: readonly Value[] = [
  ...[1, 0, -1, true, false, null, '=""', '1', 'TRUE', 'a', 'A', 'b', 'Đ', 'đ'],
  ...['HOÀN THÀNH', 'hoàn thành', 'hoàn thành'.normalize('NFD')],
];
const OPERATORS = ['=', '<>', '<', '>', '<=', '>='] as const;
const pairs = KINDS.flatMap((left, i) =>
  KINDS.flatMap((right, j) =>
    OPERATORS.map((operator) => ({
      left: left === '=""' ? '' : left,
      right: right === '=""' ? '' : right,
      operator,
      alone: `='Trị'!A${i + 1}${operator}'Trị'!A${j + 1}`,
      byCell: `=SUMPRODUCT(('Trị'!A${i + 1}:B${i + 1}${operator}'Trị'!A${j + 1})*1)`,
    })),
  ),
);
const pairBook = workbook({
  Trị: KINDS.map((value) => [value, value]),
  'Kết quả': pairs.map(({ alone, byCell }) => [alone, byCell]),
});
evaluate(createFormulas(loadIronCalc()), pairBook, TODAY);

/** Google's order: numbers before texts before truth values; letter case ignored, nothing else; an empty cell is 0, "" or FALSE. */
function order(left: Value, right: Value): number {
  const like = (other: Value): Value => (typeof other === 'number' ? 0 : typeof other === 'boolean' ? false : '');
  const rank = (value: Value): number => ['number', 'string', 'boolean'].indexOf(typeof value);
  const a = left ?? like(right);
  const b = right ?? like(left);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  const [x, y] = [a, b].map((value) => (typeof value === 'string' ? value.toLowerCase() : Number(value)));
  return x === y ? 0 : x !== undefined && y !== undefined && x < y ? -1 : 1;
}

function holds(operator: (typeof OPERATORS)[number], n: number): boolean {
  return { '=': n === 0, '<>': n !== 0, '<': n < 0, '>': n > 0, '<=': n <= 0, '>=': n >= 0 }[operator];
}

describe('IronCalc', () => {
  it.each(cases.map(({ formula, expected }, row) => [formula, expected, row] as const))(
    '%s is %j',
    (_, expected, row) => {
      expectValue(valueAt(provenBook, RESULTS, row, 0), expected);
    },
  );

  it('compares every kind of value with every other as Google does', () => {
    const wrong = pairs.filter(({ left, right, operator }, row) => {
      const expected = holds(operator, order(left, right));
      return valueAt(pairBook, 1, row, 0) !== expected || valueAt(pairBook, 1, row, 1) !== (expected ? 2 : 0);
    });
    expect(wrong).toEqual([]);
    expect(pairs).toHaveLength(17 * 17 * 6);
  });
});

describe('the table', () => {
  it.each(Object.keys(PROVEN))('%s has cases', (name) => {
    expect(cases.filter((one) => one.name === name && one.formula.includes(`${name}(`))).not.toEqual([]);
  });

  it.each(Object.keys(PROVEN).filter((name) => PROVEN[name]?.lifts))('%s has a case inside SUMPRODUCT', (name) => {
    expect(cases.filter((one) => one.name === 'SUMPRODUCT' && one.formula.includes(`${name}(`))).not.toEqual([]);
  });
});

// Skipped where `soffice` is not installed (apt-get install libreoffice-calc-nogui); the project's CI installs it.
describe.skipIf(!hasLibreOffice())('LibreOffice', () => {
  it('gives the same value for every case', async () => {
    const values = (await recalculate(provenBook, TODAY))['Kết quả'] ?? [];
    const wrong = cases.flatMap(({ formula, expected }, row) => {
      const found = values[row]?.[0];
      return agrees(found, expected) ? [] : [{ formula, expected, found }];
    });
    expect(wrong).toEqual([]);
  });

  it('compares alike, but for truth values (numbers there) and the order of two texts (by language there)', async () => {
    const values = (await recalculate(pairBook, TODAY))['Kết quả'] ?? [];
    const wrong = pairs.filter(({ left, right, operator }, row) => {
      const texts = typeof left === 'string' && typeof right === 'string' && operator !== '=' && operator !== '<>';
      if (texts || typeof left === 'boolean' || typeof right === 'boolean') return false;
      const expected = holds(operator, order(left, right));
      return !agrees(values[row]?.[0], expected) || !agrees(values[row]?.[1], expected ? 2 : 0);
    });
    expect(wrong).toEqual([]);
  });

  it('reads back what was written: texts, numbers, truth values, spaces, lines', async () => {
    const rows: Value[][] = [['  hai  dấu cách ', 'dòng 1\ndòng 2\n', 'a\tb', '<&">'], [], [0.1, true, null, '038']];
    const book: Spreadsheet = workbook({ 'Tab của «ta»': rows, Trống: [] });
    const read = await recalculate(book, TODAY);
    expect(read['Tab của «ta»']?.[0]).toEqual(rows[0]);
    expect(read['Tab của «ta»']?.[2]).toEqual([0.1, true, undefined, '038']);
  });
});

function expectValue(found: Value, expected: Value): void {
  if (typeof expected === 'number') expect(found).toBeCloseTo(expected, 9);
  else expect(found).toBe(expected);
}

/** LibreOffice's truth values are numbers, its errors have other names, an empty text comes back as an empty cell. */
function agrees(found: RecalculatedValue, expected: Value): boolean {
  if (typeof found === 'object') return typeof expected === 'string' && expected.startsWith('#');
  if (found === undefined) return expected === '' || expected === null;
  if (typeof expected === 'string') return found === expected;
  return typeof found !== 'string' && Math.abs(Number(found) - Number(expected)) < 1e-9;
}
