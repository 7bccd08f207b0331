// The basic filter of a tab: which rows it hides, that it sorts once, and that taking it away shows everything again.
import { describe, expect, test } from 'vitest';
import type { SheetRequest, Sheets } from '../../../src/host/contract.ts';
import { createFormulas } from '../../../src/host/formulas/formulas.ts';
import { conditionsOf } from '../../../src/host/sheets/formula-texts.ts';
import { createSheets } from '../../../src/host/sheets/sheets.ts';
import { loadIronCalc } from '../../../src/node/ironcalc.ts';
import { area, Clock, cellAt, cellOf, EDITOR, FILE, OWNER, refusal, run, sharing, sheetOf, table } from './workbook.ts';

const formulas = createFormulas(loadIronCalc());

const ROWS = [
  ['Tên', 'Số', 'Trạng thái', 'Ngày'],
  ['Công an', 3, '=IF(B2>2;"Quá hạn";"")', 45_422],
  ['Tư pháp', 1, '=IF(B3>2;"Quá hạn";"")', 45_423],
  ['công an', 2.5, '=IF(B4>2;"Quá hạn";"")', 45_424],
  [null, 'hai', 'x', null],
];

function workbook(): Sheets {
  const sheets = createSheets(new Clock(), sharing, formulas);
  const properties = { sheetId: 0, title: 'Nhiệm vụ', gridProperties: { rowCount: 10, columnCount: 6 } };
  const data = [{ rowData: ROWS.map((row) => ({ values: row.map(cellOf) })) }];
  sheets.create(FILE, { sheets: [{ properties, data }] }, OWNER);
  const cell = { userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'dd/mm/yyyy' } } };
  run(sheets, [{ repeatCell: { range: area(1, 5, 3, 4), cell, fields: 'userEnteredFormat' } }]);
  return sheets;
}

const filter = (more: object, bottom = 5): SheetRequest => ({
  setBasicFilter: { filter: { range: area(0, bottom, 0, 4), ...more } },
});
const by = (columnIndex: number, filterCriteria: object) => ({ filterSpecs: [{ columnIndex, filterCriteria }] });
const when = (column: number, type: string, ...texts: string[]) =>
  by(column, { condition: { type, values: texts.map((userEnteredValue) => ({ userEnteredValue })) } });

/** The numbers of the hidden rows, as people count. */
function hidden(sheets: Sheets): number[] {
  const rows = sheetOf(sheets)?.data?.[0]?.rowMetadata ?? [];
  return rows.flatMap((row, index) => (row.hiddenByFilter ? [index + 1] : []));
}

describe('hides', () => {
  test.each<[string, object, number[]]>([
    ['nothing', {}, []],
    ['a value', by(0, { hiddenValues: ['Công an'] }), [2]],
    ['a value as it is shown', by(3, { hiddenValues: ['11/05/2024', '2.5'] }), [3]],
    ['empty cells', by(0, { hiddenValues: [''] }), [5]],
    ['what a formula answers', by(2, { hiddenValues: ['Quá hạn'] }), [2, 4]],
    ['criteria in the old spelling', { criteria: { 0: { hiddenValues: ['Tư pháp'] } } }, [3]],
    ['a text', when(0, 'TEXT_EQ', 'CÔNG AN'), [3, 5]],
    ['a part of a text', when(0, 'TEXT_CONTAINS', 'pháp'), [2, 4, 5]],
    ['not a part of a text', when(0, 'TEXT_NOT_CONTAINS', 'pháp'), [3]],
    ['a beginning', when(0, 'TEXT_STARTS_WITH', 'tư'), [2, 4, 5]],
    ['an end', when(0, 'TEXT_ENDS_WITH', 'AN'), [3, 5]],
    ['less', when(1, 'NUMBER_LESS', '2,5'), [2, 4, 5]],
    ['between', when(1, 'NUMBER_BETWEEN', '2', '3'), [3, 5]],
    ['equal to a formula', when(1, 'NUMBER_EQ', '=$B$3'), [2, 4, 5]],
    ['a day', when(3, 'DATE_AFTER', '10/5/2024'), [2, 5]],
    ['today', by(3, { condition: { type: 'DATE_EQ', values: [{ relativeDate: 'TODAY' }] } }), [3, 4, 5]],
    ['empty', when(0, 'BLANK'), [2, 3, 4]],
    ['not empty', when(2, 'NOT_BLANK'), [3]],
    ['a formula of the row', when(1, 'CUSTOM_FORMULA', '=$B2>=$B$4'), [3]],
    ['a formula that counts', when(0, 'CUSTOM_FORMULA', '=COUNTIF($A$2:$A$5;A2)>1'), [3, 5]],
    [
      'two columns, both must pass',
      {
        filterSpecs: [
          { columnIndex: 0, filterCriteria: { hiddenValues: ['Tư pháp'] } },
          {
            columnIndex: 1,
            filterCriteria: { condition: { type: 'NUMBER_GREATER', values: [{ userEnteredValue: '2' }] } },
          },
        ],
      },
      [3, 5],
    ],
    [
      'a value that passes the condition',
      by(0, { hiddenValues: ['Công an'], condition: { type: 'NOT_BLANK' } }),
      [2, 5],
    ],
  ])('%s', (_, more, rows) => {
    const sheets = workbook();
    const before = table(sheets);
    run(sheets, [filter(more)]);
    expect(hidden(sheets)).toEqual(rows);
    expect(table(sheets)).toEqual(before);
    run(sheets, [{ clearBasicFilter: {} }]);
    expect(hidden(sheets)).toEqual([]);
    expect(sheetOf(sheets)).not.toHaveProperty('basicFilter');
  });

  test('both spellings are read; a new filter takes the place of the old one', () => {
    const sheets = workbook();
    run(sheets, [filter(by(0, { hiddenValues: ['Tư pháp'] }))]);
    expect(sheetOf(sheets)?.basicFilter).toMatchObject({
      criteria: { 0: { hiddenValues: ['Tư pháp'] } },
      filterSpecs: [{ columnIndex: 0, filterCriteria: { hiddenValues: ['Tư pháp'] } }],
    });
    run(sheets, [filter(by(0, { hiddenValues: ['Công an'] }))]);
    expect(hidden(sheets)).toEqual([2]);
    run(sheets, [filter({})]);
    expect(hidden(sheets)).toEqual([]);
  });

  test('hidden by hand and hidden by the filter are two things', () => {
    const sheets = workbook();
    const range = { dimension: 'ROWS', startIndex: 1, endIndex: 3 };
    const hide = { updateDimensionProperties: { range, properties: { hiddenByUser: true }, fields: 'hiddenByUser' } };
    run(sheets, [hide, filter(by(0, { hiddenValues: ['Công an'] })), { clearBasicFilter: {} }]);
    expect(
      sheetOf(sheets)
        ?.data?.[0]?.rowMetadata?.map((row) => row.hiddenByUser === true)
        .indexOf(true),
    ).toBe(1);
    expect(hidden(sheets)).toEqual([]);
  });

  test('rows keep it when others come and go; the columns of the filter gone, all are shown', () => {
    const sheets = workbook();
    run(sheets, [
      filter(by(0, { hiddenValues: ['Công an', 'công an'] })),
      { insertDimension: { range: { dimension: 'ROWS', startIndex: 2, endIndex: 3 } } },
    ]);
    expect(hidden(sheets)).toEqual([2, 5]);
    run(sheets, [{ deleteDimension: { range: { dimension: 'COLUMNS', startIndex: 0, endIndex: 4 } } }]);
    expect(hidden(sheets)).toEqual([]);
    expect(sheetOf(sheets)).not.toHaveProperty('basicFilter');
  });

  test.each([
    [undefined, [null, 'BOOLEAN', null]],
    [true, ['BOOLEAN', 'BOOLEAN', 'BOOLEAN']],
  ])('setDataValidation with filteredRowsIncluded %s', (filteredRowsIncluded, types) => {
    const sheets = workbook();
    const given = { range: area(1, 4, 5, 6), rule: { condition: { type: 'BOOLEAN' } }, filteredRowsIncluded };
    run(sheets, [filter(when(0, 'TEXT_EQ', 'Tư pháp')), { setDataValidation: given }]);
    expect([1, 2, 3].map((row) => cellAt(sheets, row, 5)?.dataValidation?.condition?.type ?? null)).toEqual(types);
  });

  test('in en_US its formulas are read and shown with commas', () => {
    const sheets = workbook();
    const locale = (name: string) => ({
      updateSpreadsheetProperties: { properties: { locale: name }, fields: 'locale' },
    });
    run(sheets, [locale('en_US'), filter(when(0, 'CUSTOM_FORMULA', '=IF($B2>2;TRUE;FALSE)'))]);
    const text = () => conditionsOf(sheetOf(sheets) ?? {})[0]?.values?.[0];
    expect(hidden(sheets)).toEqual([3]);
    expect(text()).toEqual({ userEnteredValue: '=IF($B2>2,TRUE,FALSE)' });
    run(sheets, [locale('vi_VN')]);
    expect(text()).toEqual({ userEnteredValue: '=IF($B2>2;TRUE;FALSE)' });
    expect(hidden(sheets)).toEqual([3]);
  });

  test('by colour it is not emulated', () => {
    const colour = by(0, { visibleBackgroundColorStyle: { rgbColor: { red: 1 } } });
    expect(() => run(workbook(), [filter(colour)])).toThrow(/a filter by colour/u);
  });
});

describe('sorts', () => {
  const sorted = (sortOrder: string) => ({ sortSpecs: [{ dimensionIndex: 1, sortOrder }] });
  test.each([
    ['ASCENDING', ['Tên', 'Tư pháp', 'công an', 'Công an', null]],
    ['DESCENDING', ['Tên', null, 'Công an', 'công an', 'Tư pháp']],
  ])('%s, below the head, once', (order, names) => {
    const sheets = workbook();
    run(sheets, [filter({ ...sorted(order), ...by(0, { hiddenValues: ['Tư pháp'] }) })]);
    const column = () => table(sheets).map((row) => row[0] ?? null);
    expect(column()).toEqual(names);
    expect(hidden(sheets)).toEqual([names.indexOf('Tư pháp') + 1]);
    run(sheets, [{ clearBasicFilter: {} }]);
    expect(column()).toEqual(names);
  });

  test('a head alone has nothing to sort', () => {
    const sheets = workbook();
    run(sheets, [filter(sorted('ASCENDING'), 1)]);
    expect(table(sheets)).toEqual(ROWS.map((row) => (row[3] === null ? row.slice(0, 3) : row)));
  });

  test('not where a row is protected from the person, nor by a column beside it', () => {
    const sheets = workbook();
    const protectedRange = { range: area(2, 3, 0, 1), editors: { users: [OWNER] } };
    run(sheets, [{ addProtectedRange: { protectedRange } }]);
    expect(refusal(() => run(sheets, [filter(sorted('ASCENDING'))], EDITOR))).toContain('protected cell');
    expect(refusal(() => run(sheets, [filter(by(0, { hiddenValues: ['x'] }))], EDITOR))).toBe('accepted');
    expect(refusal(() => run(sheets, [filter({ sortSpecs: [{ dimensionIndex: 4 }] })]))).toContain(
      'outside the filter',
    );
  });
});
