// batchUpdate on rows, columns, tabs and metadata: what lies on them goes along.
import { describe, expect, test } from 'vitest';
import type { SheetRequest } from '../../../src/host/contract.ts';
import { area, cellAt, read, refusal, rowsOf, run, sheetOf, table, workbook } from './workbook.ts';

describe('rows and columns', () => {
  test('an inserted row takes format and validation of its neighbour, and everything below moves', () => {
    const sheets = workbook([
      ['a', '=A2'],
      ['b', "='Nhiệm vụ'!A1"],
    ]);
    const rule = { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'x' }] } };
    run(sheets, [
      { setDataValidation: { range: area(1, 2, 0, 1), rule } },
      { addNamedRange: { namedRange: { namedRangeId: 'n', name: 'Ten', range: area(1, 2, 0, 1) } } },
      { addProtectedRange: { protectedRange: { protectedRangeId: 5, range: area(1, 3, 0, 6) } } },
      { mergeCells: { range: area(4, 5, 0, 2) } },
      {
        createDeveloperMetadata: {
          developerMetadata: {
            metadataId: 9,
            metadataKey: 'k',
            visibility: 'DOCUMENT',
            location: { dimensionRange: { dimension: 'ROWS', startIndex: 1, endIndex: 2 } },
          },
        },
      },
      { insertDimension: { range: { dimension: 'ROWS', startIndex: 1, endIndex: 3 } } },
    ]);
    expect(table(sheets)).toEqual([['a', '=A4'], [], [], ['b', "='Nhiệm vụ'!A1"]]);
    const sheet = sheetOf(sheets);
    expect(cellAt(sheets, 1, 0)).toEqual({ dataValidation: rule });
    expect(sheet?.properties?.gridProperties?.rowCount).toBe(12);
    expect(read(sheets).namedRanges?.[0]?.range).toMatchObject({ startRowIndex: 3, endRowIndex: 4 });
    expect(sheet?.protectedRanges?.[0]?.range).toMatchObject({ startRowIndex: 3, endRowIndex: 5 });
    expect(sheet?.merges?.[0]).toMatchObject({ startRowIndex: 6, endRowIndex: 7 });
    expect(sheet?.data?.[0]?.rowMetadata?.[3]?.developerMetadata?.[0]).toEqual({
      metadataId: 9,
      metadataKey: 'k',
      visibility: 'DOCUMENT',
      location: { locationType: 'ROW', dimensionRange: { dimension: 'ROWS', startIndex: 3, endIndex: 4 } },
    });
  });

  test('deleted rows take along what lies on them; a named range keeps its name taken', () => {
    const sheets = workbook([['a', '=A2'], ['b'], ['c', '=SUM(A1:A3)']]);
    const rule = {
      ranges: [area(1, 2, 0, 6)],
      booleanRule: { condition: { type: 'NOT_BLANK' }, format: { textFormat: { bold: true } } },
    };
    run(sheets, [
      { addNamedRange: { namedRange: { namedRangeId: 'n', name: 'Ten', range: area(1, 2, 0, 1) } } },
      { addProtectedRange: { protectedRange: { range: area(1, 2, 0, 6) } } },
      { addConditionalFormatRule: { rule } },
      { deleteDimension: { range: { dimension: 'ROWS', startIndex: 1, endIndex: 2 } } },
    ]);
    expect(table(sheets)).toEqual([
      ['a', '=#REF!'],
      ['c', '=SUM(A1:A2)'],
    ]);
    expect(sheetOf(sheets)).not.toHaveProperty('protectedRanges');
    expect(sheetOf(sheets)).not.toHaveProperty('conditionalFormats');
    expect(read(sheets)).not.toHaveProperty('namedRanges');
    const again = { addNamedRange: { namedRange: { name: 'Ten', range: area(0, 1, 0, 1) } } };
    expect(refusal(() => run(sheets, [again]))).toContain('a named range with that name already exists');
  });

  test.each<[string, SheetRequest[], unknown[][]]>([
    [
      'a row dragged down',
      [{ moveDimension: { source: { dimension: 'ROWS', startIndex: 0, endIndex: 1 }, destinationIndex: 3 } }],
      [['b'], ['c'], ['a', '=A1'], ['d']],
    ],
    [
      'a row dragged up',
      [{ moveDimension: { source: { dimension: 'ROWS', startIndex: 3, endIndex: 4 }, destinationIndex: 0 } }],
      [['d'], ['a', '=A3'], ['b'], ['c']],
    ],
    [
      'a column dragged',
      [{ moveDimension: { source: { dimension: 'COLUMNS', startIndex: 0, endIndex: 1 }, destinationIndex: 2 } }],
      [
        ['=B2', 'a'],
        [null, 'b'],
        [null, 'c'],
        [null, 'd'],
      ],
    ],
    [
      'a column inserted',
      [{ insertDimension: { range: { dimension: 'COLUMNS', startIndex: 0, endIndex: 1 } } }],
      [
        [null, 'a', '=B2'],
        [null, 'b'],
        [null, 'c'],
        [null, 'd'],
      ],
    ],
    [
      'a column deleted',
      [{ deleteDimension: { range: { dimension: 'COLUMNS', startIndex: 0, endIndex: 1 } } }],
      [['=#REF!']],
    ],
  ])('%s', (_, requests, after) => {
    const sheets = workbook([['a', '=A2'], ['b'], ['c'], ['d']]);
    run(sheets, requests);
    expect(table(sheets)).toEqual(after);
  });

  test('filters, colours and charts follow their columns', () => {
    const sheets = workbook([['a', 1]]);
    const source = { sourceRange: { sources: [area(0, 5, 1, 2)] } };
    run(sheets, [
      {
        addFilterView: {
          filter: {
            filterViewId: 3,
            title: 'Của tôi',
            range: area(0, 5, 0, 3),
            criteria: { 1: { condition: { type: 'TEXT_EQ', values: [{ userEnteredValue: 'x' }] } } },
          },
        },
      },
      {
        addConditionalFormatRule: {
          rule: {
            ranges: [area(1, 5, 0, 3)],
            booleanRule: {
              condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: '=$B2="x"' }] },
              format: { backgroundColor: { red: 1 } },
            },
          },
        },
      },
      {
        addChart: {
          chart: {
            chartId: 4,
            spec: { title: 'T', basicChart: { chartType: 'BAR', series: [{ series: source }] } },
            position: { overlayPosition: { anchorCell: { rowIndex: 2, columnIndex: 4 } } },
          },
        },
      },
      { insertDimension: { range: { dimension: 'COLUMNS', startIndex: 1, endIndex: 2 }, inheritFromBefore: true } },
    ]);
    const sheet = sheetOf(sheets);
    expect(sheet?.filterViews?.[0]).toMatchObject({
      range: { startColumnIndex: 0, endColumnIndex: 4 },
      criteria: { 2: {} },
      filterSpecs: [{ columnIndex: 2 }],
    });
    expect(sheet?.conditionalFormats?.[0]?.booleanRule?.condition?.values).toEqual([{ userEnteredValue: '=$C2="x"' }]);
    expect(sheet?.charts?.[0]?.position?.overlayPosition?.anchorCell).toEqual({ rowIndex: 2, columnIndex: 5 });
    expect(JSON.stringify(sheet?.charts?.[0]?.spec)).toContain('"startColumnIndex":2,"endColumnIndex":3');
  });
});

describe('tabs', () => {
  test('a renamed tab is renamed in formulas and in conditions, a deleted one becomes #REF!', () => {
    const sheets = workbook([["='Đơn vị'!A1"]]);
    const list = { condition: { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: "='Đơn vị'!$A$1:$A$5" }] } };
    run(sheets, [
      { addSheet: { properties: { sheetId: 7, title: 'Đơn vị' } } },
      { setDataValidation: { range: area(0, 1, 1, 2), rule: list } },
      { updateSheetProperties: { properties: { sheetId: 7, title: 'Các đơn vị' }, fields: 'title' } },
    ]);
    expect(table(sheets)).toEqual([["='Các đơn vị'!A1"]]);
    expect(cellAt(sheets, 0, 1)?.dataValidation?.condition?.values).toEqual([
      { userEnteredValue: "='Các đơn vị'!$A$1:$A$5" },
    ]);
    run(sheets, [{ deleteSheet: { sheetId: 7 } }]);
    expect(table(sheets)).toEqual([['=#REF!']]);
  });

  test('places are counted before the move', () => {
    const sheets = workbook();
    const order = () => read(sheets).sheets?.map((sheet) => `${sheet.properties?.sheetId} ${sheet.properties?.index}`);
    run(sheets, [{ addSheet: { properties: { sheetId: 1 } } }, { addSheet: { properties: { sheetId: 2, index: 0 } } }]);
    expect(order()).toEqual(['2 0', '0 1', '1 2']);
    run(sheets, [{ updateSheetProperties: { properties: { sheetId: 2, index: 2 }, fields: 'index' } }]);
    expect(order()).toEqual(['0 0', '2 1', '1 2']);
    run(sheets, [{ updateSheetProperties: { properties: { sheetId: 2, index: 2 }, fields: 'index' } }]);
    expect(order()).toEqual(['0 0', '2 1', '1 2']);
  });

  test('a duplicate has the cells and rules under new ids, its ranges on itself', () => {
    const sheets = workbook([['a', '=A1']]);
    run(sheets, [
      { addFilterView: { filter: { filterViewId: 3, title: 'V', range: area(0, 5, 0, 3) } } },
      { mergeCells: { range: area(3, 4, 0, 2) } },
      { duplicateSheet: { sourceSheetId: 0, newSheetId: 8, newSheetName: 'Bản lưu', insertSheetIndex: 1 } },
      { updateCells: { start: { sheetId: 8 }, rows: rowsOf(['b']), fields: 'userEnteredValue' } },
    ]);
    expect(table(sheets)).toEqual([['a', '=A1']]);
    expect(table(sheets, 8)).toEqual([['b', '=A1']]);
    expect(sheetOf(sheets, 8)?.merges).toEqual([area(3, 4, 0, 2, 8)]);
    expect(sheetOf(sheets, 8)?.filterViews?.[0]?.filterViewId).not.toBe(3);
  });

  test('a smaller grid loses what lay beyond it', () => {
    const sheets = workbook([
      ['a', 'b'],
      ['c', '=A1+B1'],
    ]);
    const gridProperties = { rowCount: 10, columnCount: 1 };
    run(sheets, [{ updateSheetProperties: { properties: { gridProperties }, fields: 'gridProperties.columnCount' } }]);
    expect(table(sheets)).toEqual([['a'], ['c']]);
  });
});

describe('metadata', () => {
  const note = (metadataId: number, location: object) => ({
    createDeveloperMetadata: {
      developerMetadata: { metadataId, metadataKey: 'key', metadataValue: 'v', visibility: 'DOCUMENT', location },
    },
  });
  const column = { dimensionRange: { dimension: 'COLUMNS', startIndex: 2, endIndex: 3 } };

  test('stands where it was put, is found and changed by lookup, and dies with its column', () => {
    const sheets = workbook();
    run(sheets, [note(1, { spreadsheet: true }), note(2, { sheetId: 0 }), note(3, column)]);
    expect(read(sheets).developerMetadata?.[0]).toMatchObject({
      metadataId: 1,
      location: { locationType: 'SPREADSHEET' },
    });
    expect(sheetOf(sheets)?.developerMetadata?.[0]).toMatchObject({ location: { locationType: 'SHEET', sheetId: 0 } });
    const reply = run(sheets, [
      {
        updateDeveloperMetadata: {
          dataFilters: [{ developerMetadataLookup: { locationType: 'COLUMN' } }],
          developerMetadata: { metadataValue: 'w' },
          fields: 'metadataValue',
        },
      },
    ]);
    expect(reply.replies?.[0]?.updateDeveloperMetadata?.developerMetadata).toMatchObject([
      { metadataId: 3, metadataValue: 'w' },
    ]);
    run(sheets, [{ deleteDimension: { range: { dimension: 'COLUMNS', startIndex: 2, endIndex: 3 } } }]);
    const all = [{ deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataKey: 'key' } } } }];
    const gone = run(sheets, all).replies?.[0]?.deleteDeveloperMetadata?.deletedDeveloperMetadata;
    expect(gone?.map((one) => one.metadataId)).toEqual([1, 2]);
  });
});
