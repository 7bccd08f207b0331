// Single cells of Excel files as Google would keep them, whichever program wrote them.
import { type Cell, writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { momentOf, readIsoDate } from '../../../src/core/calendar.ts';
import { numberFormatOf } from '../../../src/host/workbook-file/read-style.ts';
import { readWorkbookFile } from '../../../src/host/workbook-file/read-workbook-file.ts';

async function read(cells: Record<string, Partial<Cell>>, more: Partial<Parameters<typeof writeXlsx>[0]> = {}) {
  const file = await writeXlsx({ sheets: [{ name: 'Thử', cells: new Map(Object.entries(cells)) }], ...more });
  const { book, losses, strangeNames } = await readWorkbookFile(file);
  const [sheet] = book.sheets ?? [];
  const at = (row: number, column: number) => sheet?.data?.[0]?.rowData?.[row]?.values?.[column];
  return { sheet, book, at, losses: losses[0], strangeNames };
}

const DATE = { numFmt: 'dd/mm/yyyy hh:mm' };
const MOMENT = momentOf(Date.parse('2024-05-09T07:03:36.200+07:00'));

describe('values', () => {
  test.each<[words: string, cell: Partial<Cell>, expected: unknown]>([
    ['a text that looks like a number', { value: '038012' }, { stringValue: '038012' }],
    ['a text with lines', { value: 'một\r\nhai' }, { stringValue: 'một\nhai' }],
    ['a decomposed text, unrepaired', { value: 'x\u0301ã' }, { stringValue: 'x\u0301ã' }],
    ['a number', { value: 0.333 }, { numberValue: 0.333 }],
    ['a truth', { value: false }, { boolValue: false }],
    ['a truth as LibreOffice writes it', { formula: 'TRUE()', formulaResult: 1 }, { boolValue: true }],
    ['a day', { value: 45427, style: { numFmt: 'dd/mm/yyyy' } }, { numberValue: 45427 }],
    ['a moment, to the last bit', { value: MOMENT, style: DATE }, { numberValue: MOMENT }],
    ['a moment of fifteen digits', { value: Number(MOMENT.toPrecision(15)), style: DATE }, { numberValue: MOMENT }],
    ['an hour', { value: 0.5, style: { numFmt: 'hh:mm' } }, { numberValue: 0.5 }],
    ['a formula', { formula: 'A2*2', formulaResult: 7 }, { numberValue: 7 }],
    ['nothing', { style: { numFmt: '@' } }, undefined],
  ])('%s', async (_words, cell, expected) => {
    const { at } = await read({ '0,0': cell, '1,0': { value: 'x' } });
    expect(at(0, 0)?.userEnteredValue).toEqual(expected);
  });

  test('days counted from 1904', async () => {
    const day = readIsoDate('2024-05-15') ?? 0;
    const cell = { value: day - 1462, style: { numFmt: 'dd/mm/yyyy' } };
    const { at } = await read({ '0,0': cell }, { dateSystem: '1904' });
    expect(at(0, 0)?.userEnteredValue).toEqual({ numberValue: day });
  });
});

test('what could not come back is told with its place', async () => {
  const { losses, at } = await read({
    '1,0': { formula: 'NA()', formulaResult: '#N/A' },
    '1,1': { formula: '1+1', formulaResult: 2 },
    '2,0': { value: 'a'.repeat(32_767) },
  });
  expect(losses).toMatchObject({
    error: [{ row: 1, column: 0 }],
    formula: [{ row: 1, column: 1 }],
    cut: [{ row: 2, column: 0 }],
  });
  expect(at(1, 0)?.userEnteredValue).toBeUndefined();
});

test('names of one tab’s cells come back, machines’ own do not, the grid holds them all', async () => {
  const { book, sheet, strangeNames } = await read(
    { '0,0': { value: 'x' } },
    {
      namedRanges: [
        { name: 'Chot_2024_05_1', range: "'Thử'!$A$2:$C$9" },
        { name: '_xlnm._FilterDatabase', range: "'Thử'!$A$1:$A$2" },
        { name: 'Z_1A2B_.wvu.FilterData', range: "'Thử'!$A$1:$A$2" },
        { name: 'MatRoi', range: '#REF!' },
      ],
    },
  );
  expect(book.namedRanges?.map(({ name }) => name)).toEqual(['Chot_2024_05_1']);
  expect(book.namedRanges?.[0]?.range).toMatchObject({ startRowIndex: 1, endRowIndex: 9, endColumnIndex: 3 });
  expect(sheet?.properties?.gridProperties).toMatchObject({ rowCount: 9, columnCount: 3 });
  expect(strangeNames).toEqual(['MatRoi']);
});

test('of merged ranges that share a cell, as broken programs write them, the first is taken', async () => {
  const range = (startRow: number, endRow: number) => ({ startRow, endRow, startCol: 0, endCol: 0 });
  const sheets = [{ name: 'Thử', rows: [['a'], ['b'], ['c'], ['d']], merges: [range(0, 1), range(1, 2), range(2, 3)] }];
  const { book } = await readWorkbookFile(await writeXlsx({ sheets }));
  const merges = book.sheets?.[0]?.merges ?? [];
  expect(merges.map(({ startRowIndex, endRowIndex }) => [startRowIndex, endRowIndex])).toEqual([
    [0, 2],
    [2, 4],
  ]);
});

test.each([
  ['General', undefined],
  ['@', { type: 'TEXT' }],
  ['dd/mm/yyyy', { type: 'DATE', pattern: 'dd/mm/yyyy' }],
  ['[$-42A]dd/mm/yyyy;@', { type: 'DATE', pattern: 'dd/mm/yyyy' }],
  ['dd/mm/yyyy\\ hh:mm', { type: 'DATE_TIME', pattern: 'dd/mm/yyyy hh:mm' }],
  ['hh:mm', { type: 'TIME', pattern: 'hh:mm' }],
  ['0%', { type: 'PERCENT', pattern: '0%' }],
  ['0', { type: 'NUMBER', pattern: '0' }],
  ['0;"quá "0;"hôm nay"', { type: 'NUMBER', pattern: '0;"quá "0;"hôm nay"' }],
  ['\\☑;;\\☐', undefined],
  ['"☑";;"☐"', undefined],
])('number format %s', (code, expected) => {
  expect(numberFormatOf(code)).toEqual(expected);
});
