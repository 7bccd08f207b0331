// What workbook.json leaves out of a workbook, and what it may never leave out.
import { describe, expect, test } from 'vitest';
import type { CellData, Spreadsheet } from '../../../src/host/contract.ts';
import { bookJson } from '../../../src/tools/month/book-json.ts';

type RowData = GoogleAppsScript.Sheets.Schema.RowData;

const LOOKS: CellData['userEnteredFormat'] = { wrapStrategy: 'WRAP' };
const SEEN: CellData['effectiveFormat'] = { wrapStrategy: 'WRAP', verticalAlignment: 'BOTTOM' };
const TEXT: CellData = {
  userEnteredValue: { stringValue: 'xã' },
  effectiveValue: { stringValue: 'xã' },
  formattedValue: 'xã',
  userEnteredFormat: LOOKS,
  effectiveFormat: SEEN,
};
const READY: RowData = { values: [{ userEnteredFormat: LOOKS, effectiveFormat: SEEN }] };
const READY_LEFT: RowData = { values: [{ userEnteredFormat: LOOKS }] };
const RULE: CellData = { dataValidation: { condition: { type: 'BOOLEAN' }, strict: true } };

function bookOf(rowData: RowData[]): Spreadsheet {
  const properties = { sheetId: 1, gridProperties: { rowCount: rowData.length, columnCount: 1 } };
  const rowMetadata = rowData.map(() => ({ pixelSize: 21 }));
  return { properties: { title: 'Bảng' }, sheets: [{ properties, data: [{ rowData, rowMetadata }] }] };
}

const left = (rowData: RowData[]): RowData[] | undefined =>
  (JSON.parse(bookJson(bookOf(rowData))) as Spreadsheet).sheets?.[0]?.data?.[0]?.rowData;

describe('cells', () => {
  test.each<[string, CellData, CellData]>([
    ['a value keeps all', TEXT, TEXT],
    [
      'so does what a formula beside it answered',
      { effectiveValue: { numberValue: 1 }, effectiveFormat: SEEN },
      {
        effectiveValue: { numberValue: 1 },
        effectiveFormat: SEEN,
      },
    ],
    [
      'and zero, false, an error',
      { effectiveValue: { numberValue: 0 }, effectiveFormat: SEEN },
      {
        effectiveValue: { numberValue: 0 },
        effectiveFormat: SEEN,
      },
    ],
    [
      'a blank cell keeps what was entered',
      { ...RULE, note: 'x', userEnteredFormat: LOOKS, effectiveFormat: SEEN },
      {
        ...RULE,
        note: 'x',
        userEnteredFormat: LOOKS,
      },
    ],
    ['and nothing where nothing was', { effectiveFormat: SEEN }, {}],
  ])('%s', (_, cell, kept) => {
    expect(left([{ values: [cell] }, { values: [TEXT] }])?.[0]?.values).toEqual([kept]);
  });
});

describe('rows at the end', () => {
  test.each<[string, RowData[], RowData[]]>([
    ['equal formats: the first is left', [{ values: [TEXT] }, READY, READY, READY], [{ values: [TEXT] }, READY_LEFT]],
    ['other formats above stay', [{}, READY, { values: [{}] }, { values: [{}] }], [{}, READY_LEFT, { values: [{}] }]],
    [
      'a rule keeps every row',
      [READY, { values: [RULE] }, { values: [RULE] }],
      [READY_LEFT, { values: [RULE] }, { values: [RULE] }],
    ],
    [
      'a note keeps every row',
      [{ values: [{ note: 'x' }] }, { values: [{ note: 'x' }] }],
      [{ values: [{ note: 'x' }] }, { values: [{ note: 'x' }] }],
    ],
    ['blank rows between stay', [READY, READY, { values: [TEXT] }], [READY_LEFT, READY_LEFT, { values: [TEXT] }]],
    ['no rows', [], []],
  ])('%s', (_, rows, kept) => {
    expect(left(rows)).toEqual(kept);
  });
});

test('the rest of the resource is as it was, and so is the workbook that was given', () => {
  const book = bookOf([{ values: [TEXT] }, READY, READY]);
  const before = structuredClone(book);
  const written: Spreadsheet = JSON.parse(bookJson(book));
  expect(book).toEqual(before);
  const [sheet] = written.sheets ?? [];
  expect({ ...sheet, data: [{ ...sheet?.data?.[0], rowData: before.sheets?.[0]?.data?.[0]?.rowData }] }).toEqual(
    before.sheets?.[0],
  );
  expect(sheet?.properties?.gridProperties?.rowCount).toBe(3);
});
