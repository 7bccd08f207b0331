// A workbook evaluated: typed values, errors in Google's terms, names and tabs, the injected day; and the law that a model kept
// alive through any edits gives what a fresh one gives.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellData, Spreadsheet } from '../../../src/host/contract.ts';
import { createFormulas } from '../../../src/host/formulas/formulas.ts';
import { loadIronCalc } from '../../../src/node/ironcalc.ts';
import { cases } from '../../hunt.ts';
import { cellAt, cellOf, evaluate, type Value, valueAt, workbook } from './workbook.ts';

const ironcalc = loadIronCalc();
const formulas = createFormulas(ironcalc);

/** The effective value and the shown text of A1 of the first tab. */
function firstCell(tabs: Parameters<typeof workbook>[0], names: Parameters<typeof workbook>[1] = {}, today = 45427) {
  const book = workbook(tabs, names);
  evaluate(formulas, book, today);
  const { effectiveValue, formattedValue } = cellAt(book, 0, 0, 0) ?? {};
  return [effectiveValue, formattedValue];
}

describe('literals stay what they are', () => {
  const long = 'chữ '.repeat(15_000);
  it.each<[Value, object, string]>([
    ['038012345678', { stringValue: '038012345678' }, '038012345678'],
    ['15/5', { stringValue: '15/5' }, '15/5'],
    ['TRUE', { stringValue: 'TRUE' }, 'TRUE'],
    ["'nháy đầu", { stringValue: "'nháy đầu" }, "'nháy đầu"],
    ['+84', { stringValue: '+84' }, '+84'],
    ['50%', { stringValue: '50%' }, '50%'],
    ['a\nb\tc', { stringValue: 'a\nb\tc' }, 'a\nb\tc'],
    ['hoàn thành'.normalize('NFD'), { stringValue: 'hoàn thành'.normalize('NFD') }, 'hoàn thành'.normalize('NFD')],
    [long, { stringValue: long }, long],
    [true, { boolValue: true }, 'TRUE'],
    [45427, { numberValue: 45427 }, '45427'],
    [0.30000000000000004, { numberValue: 0.30000000000000004 }, '0,3'],
    [1e21, { numberValue: 1e21 }, '1E+21'],
  ])('%j', (value, effective, shown) => {
    expect(firstCell({ T: [[value]] })).toEqual([effective, shown]);
    // … and reach a formula unchanged.
    expect(firstCell({ R: [["='T'!A1"]], T: [[value]] })).toEqual([effective, shown]);
  });

  it('an empty text is an empty cell', () => {
    expect(firstCell({ T: [['']] })).toEqual([undefined, undefined]);
  });
});

describe('errors', () => {
  it.each([
    ['=NA()', 'N_A', '#N/A'],
    ['=B1/0', 'DIVIDE_BY_ZERO', '#DIV/0!'],
    ['="a"+1', 'VALUE', '#VALUE!'],
    ['=KHONGCO(1)', 'NAME', '#NAME?'],
    ['=KhongCo', 'NAME', '#NAME?'],
    ["='Không có'!A1", 'REF', '#REF!'],
    ['=ZZ1', 'REF', '#REF!'],
    ['=A9999', 'REF', '#REF!'],
    ['=INDEX(B1:B3;7)', 'REF', '#REF!'],
    ['=EDATE(-99;1)', 'NUM', '#NUM!'],
    ['=COUNTIFS(B1:B3;"x";C1:C4;"y")', 'VALUE', '#VALUE!'],
  ])('%s is %s', (formula, type, shown) => {
    expect(firstCell({ T: [[formula]] })).toEqual([{ errorValue: { type, message: expect.any(String) } }, shown]);
  });

  it('a circle is not shown as a value', () => {
    expect(() => firstCell({ T: [['=B1', '=A1']] })).toThrow(expect.objectContaining({ name: 'NotEmulated' }));
  });
});

describe('what a formula sees', () => {
  it.each<[string, Parameters<typeof workbook>[0], Value]>([
    ['another tab, its name quoted', { R: [['=\'Nhiệm vụ\'!B2&"!"']], 'Nhiệm vụ': [[], [null, 'x']] }, 'x!'],
    ['a tab with a nháy in its name', { R: [["='A''B'!A1"]], "A'B": [['y']] }, 'y'],
    ['another formula, written later', { R: [["='Z'!A1+1"]], Z: [['=1+1']] }, 3],
    ['ranges beyond the rows that are filled', { R: [['=COUNTIF(B1:B900;"")', 'x']] }, 899],
    ['a row that is missing', { R: [['=A3&""'], [], ['cuối']] }, 'cuối'],
  ])('%s', (_, tabs, expected) => {
    const book = workbook(tabs);
    evaluate(formulas, book, 45427);
    expect(valueAt(book, 0, 0, 0)).toBe(expected);
  });

  it('names mean cells, whatever the letter case, and are gone when they are gone', () => {
    const tabs = { R: [['=NGAYTINH+1']], S: [[45427]] };
    expect(firstCell(tabs, { NgayTinh: ['S', 0, 0, 1, 1] })).toEqual([{ numberValue: 45428 }, '45428']);
    expect(firstCell(tabs)[1]).toBe('#NAME?');
  });

  it('a name of several cells where one is wanted is refused', () => {
    expect(() => firstCell({ R: [['=Cột&"x"', 1], [1]] }, { Cột: ['R', 0, 1, 2, 2] })).toThrow('one value');
  });

  it('TODAY() is the day given, NOW() its moment', () => {
    expect(firstCell({ R: [['=TODAY()']] }, {}, 45427.75)).toEqual([{ numberValue: 45427 }, '45427']);
    expect(firstCell({ R: [['=NOW()']] }, {}, 45427.75)).toEqual([{ numberValue: 45427.75 }, '45427,75']);
  });

  it('all fifteen digits and more come back', () => {
    const sum = firstCell({ R: [['=B1+C1', 0.1, 0.2]] });
    expect(sum).toEqual([{ numberValue: 0.1 + 0.2 }, '0,3']);
    expect(firstCell({ R: [['=B1/3', 2]] })).toEqual([{ numberValue: 2 / 3 }, '0,6666666667']);
  });
});

describe('empty rows below the filled ones', () => {
  const long = Array.from({ length: 100 }, (_, row): Value[] => [`y${row % 2}`, row]);
  it.each([
    ['=COUNTIF(B1:B900;"x")', 1],
    ['=COUNTIF(B1:B900;"<>")', 1],
    ['=COUNTIF(B1:B900;"")', 899],
    ['=COUNTIF(B1:B900;"<>5")', 900],
    ['=COUNTIF(B1:B900;C1)', 899],
    ['=COUNTIFS(B1:B900;C1;B1:B900;"x")', 0],
    ['=COUNTIFS(B1:B900;C1;D1:D900;C1)', 899],
    ['=COUNTIFS(B501:B900;C1;D501:D900;C1)', 400],
    ['=COUNTIFS(\'Dài\'!A1:A900;"y1";B1:B900;C1)', 50],
    ['=COUNTIFS(B1:B900;C1;\'Dài\'!A1:A900;"y1")', 50],
    ['=COUNTIFS(\'Dài\'!A91:A900;"y*";B1:B810;"x")', 1],
    ['=COUNTIFS(\'Dài\'!B1:B900;">="&D1)', 95],
    ["=SUMIFS('Dài'!B1:B900;B1:B900;C1)", 4950],
    ["=SUMIF(B1:B900;C1;'Dài'!B1:B900)", 4950],
    ["=MAXIFS('Dài'!B1:B900;B1:B900;C1)", 99],
    ["=MINIFS('Dài'!B51:B900;B51:B900;C1)", 50],
    ["=AVERAGEIFS('Dài'!B1:B900;B1:B900;C1)", 50],
    ["=SUMIFS('Dài'!B501:B900;B501:B900;C1)", 0],
  ])('%s is %d', (formula, expected) => {
    // B: «x» in the first row; C1: a formula that answers with an empty text; D1: 5.
    const book = workbook({ R: [[formula, 'x', '=IF(1=1;"";1)', 5]], Dài: long.map(([a = null, b = null]) => [a, b]) });
    evaluate(formulas, book, 45427);
    expect(valueAt(book, 0, 0, 0)).toBe(expected);
  });
});

describe('a formula that answers with an empty cell', () => {
  it.each(['=B9', '=INDEX(B5:B9;2)', '=IF(1=1;B9;1)', '=IFERROR(B9;0)', '=VLOOKUP("k";B1:C1;2;FALSE)'])(
    '%s shows nothing',
    (formula) => {
      expect(firstCell({ R: [[formula, 'k']] })).toEqual([undefined, undefined]);
    },
  );

  it.each(['=B9&""', '=B9+0', '=IF(B9="";"";B9)', '=C1'])('%s has a value', (formula) => {
    expect(firstCell({ R: [[formula, 'k', 0]] })[0]).not.toBeUndefined();
  });

  it('is refused as another formula’s cell, which would read 0', () => {
    expect(() => firstCell({ R: [['=B1=""', '=C9']] })).toThrow(expect.objectContaining({ name: 'NotEmulated' }));
  });
});

/** What may be in a cell of the property: literals of all kinds and formulas over the others. */
const CONTENTS: readonly Value[] = [
  ...[null, 'Hoàn thành', 'hoàn thành', 'x', '5', 0, 1, 12, 45427, true, false],
  ...['=COUNTIF(\'Hai\'!A1:C4;"hoàn thành")', '=SUM(A1:C4)', '=IF(A1="x";TODAY();B2&"")', "='Hai'!A1=A2", '=Ten&""'],
  ...['=COUNTIFS(A1:A4;"<>";C1:C4;">0")', '=MAX(A1:B4;3)', '=SUMPRODUCT((A1:A4="x")*1)', '=ROW()&":"&COLUMN()'],
  ...['=IFERROR(MATCH(A1;B1:B4;0);"không")', '=A1/B1', '=INDEX(A1:B4;2;1)', "='Ba'!A1"],
];

type Edit =
  | { kind: 'cell'; sheet: number; row: number; column: number; content: Value }
  | { kind: 'day'; day: number }
  | { kind: 'rename'; title: string }
  | { kind: 'name'; row: number }
  | { kind: 'addTab' }
  | { kind: 'dropRow' };

const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('cell' as const),
      sheet: fc.nat(1),
      row: fc.nat(4),
      column: fc.nat(3),
      content: fc.constantFrom(...CONTENTS),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('day' as const), day: fc.integer({ min: 45300, max: 45500 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('rename' as const), title: fc.constantFrom('Hai', 'Ba', 'Bốn') }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('name' as const), row: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'addTab' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'dropRow' as const }) },
);

/** The evaluated workbook, or what was thrown. */
function outcome(engine: ReturnType<typeof createFormulas>, book: ReturnType<typeof workbook>, day: number) {
  const copy = structuredClone(book);
  try {
    evaluate(engine, copy, day);
    return copy;
  } catch (error) {
    return String(error);
  }
}

/** The workbook with another cell; everything else is the very same. */
function withCell(book: Spreadsheet, at: number, row: number, column: number, cell: CellData): Spreadsheet {
  const sheets = (book.sheets ?? []).map((sheet, index) => {
    if (index !== at) return sheet;
    const rowData = [...(sheet.data?.[0]?.rowData ?? [])];
    const values = [...(rowData[row]?.values ?? [])];
    values[column] = cell;
    rowData[row] = { values };
    return { ...sheet, data: [{ rowData }] };
  });
  return { ...book, sheets };
}

/** What the cells of a tab show, or what was thrown. */
function answersOf(engine: ReturnType<typeof createFormulas>, book: Spreadsheet, sheetId: number): unknown {
  const values = engine.values(book, 45427);
  try {
    return Array.from({ length: 20 }, (_, i) => ({ ...values.at(sheetId, i >> 2, i & 3) }));
  } catch (error) {
    return String(error);
  }
}

describe('a model kept alive', () => {
  it('gives after any edits what a fresh one gives', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
        const living = createFormulas(ironcalc);
        const empty = (): Value[][] => Array.from({ length: 5 }, () => [null, null, null, null]);
        const book = workbook({ Một: empty(), Hai: empty() }, { Ten: ['Một', 0, 0, 1, 1] });
        let day = 45427;
        for (const one of edits) {
          const second = book.sheets?.[1];
          if (one.kind === 'cell') {
            const values = book.sheets?.[one.sheet]?.data?.[0]?.rowData?.[one.row]?.values;
            if (values) values[one.column] = cellOf(one.content);
          } else if (one.kind === 'day') day = one.day;
          else if (one.kind === 'rename' && second?.properties) second.properties.title = one.title;
          else if (one.kind === 'name' && book.namedRanges?.[0]) {
            book.namedRanges[0].range = {
              sheetId: 0,
              startRowIndex: one.row,
              endRowIndex: one.row + 1,
              startColumnIndex: 0,
              endColumnIndex: 1,
            };
          } else if (one.kind === 'addTab') {
            book.sheets?.push(
              ...(workbook({ Một: [], Hai: [], Ba: [['x']] }).sheets ?? []).slice(2, book.sheets.length === 2 ? 3 : 2),
            );
          } else if (one.kind === 'dropRow') second?.data?.[0]?.rowData?.pop();
          expect(outcome(living, book, day)).toEqual(outcome(createFormulas(ironcalc), book, day));
        }
      }),
      cases(60),
    );
  });

  it('gives it too where the workbook of before shares its rows, as drafts do', () => {
    const cells = fc.record({
      sheet: fc.nat(1),
      row: fc.nat(4),
      column: fc.nat(3),
      content: fc.constantFrom(...CONTENTS),
    });
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1, maxLength: 12 }), (edits) => {
        const living = createFormulas(ironcalc);
        const empty = (): Value[][] => Array.from({ length: 5 }, () => [null, null, null, null]);
        let book = workbook({ Một: empty(), Hai: empty() }, { Ten: ['Một', 0, 0, 1, 1] });
        for (const { sheet, row, column, content } of edits) {
          book = withCell(book, sheet, row, column, cellOf(content));
          // What was asked of it first must not hide what is asked later.
          expect(answersOf(living, book, sheet)).toEqual(answersOf(createFormulas(ironcalc), book, sheet));
          expect(answersOf(living, book, 1 - sheet)).toEqual(answersOf(createFormulas(ironcalc), book, 1 - sheet));
        }
      }),
      cases(40),
    );
  });

  it('serves other workbooks in between', () => {
    const one = workbook({ T: [['=B1+1', 1]] });
    evaluate(formulas, one, 45427);
    for (let n = 0; n < 6; n += 1) {
      const other = { ...workbook({ T: [['=B1&"x"', n]] }), spreadsheetId: `other ${n}` };
      evaluate(formulas, other, 45427);
      expect(valueAt(other, 0, 0, 0)).toBe(`${n}x`);
    }
    evaluate(formulas, one, 45427);
    expect(valueAt(one, 0, 0, 0)).toBe(2);
  });

  it('goes on after a refusal', () => {
    const refused = workbook({ T: [['=B1&"x"', 0.5]] });
    expect(() => evaluate(formulas, refused, 45427)).toThrow('turned into text');
    expect(firstCell({ T: [['=B1&"x"', 2]] })[1]).toBe('2x');
  });
});
