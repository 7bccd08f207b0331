// What lies on a tab besides cells: rules, filters, names, bands, charts, merges; added, changed, taken away.
import { describe, expect, test } from 'vitest';
import type { SheetRequest } from '../../../src/host/contract.ts';
import { area, cellOf, OWNER, read, refusal, run, sheetOf, workbook } from './workbook.ts';

const colour = (red: number) => ({ rgbColor: { red } });

describe('conditional formats', () => {
  const rule = (text: string) => ({
    ranges: [area(0, 5, 0, 1)],
    booleanRule: {
      condition: { type: 'TEXT_EQ', values: [{ userEnteredValue: text }] },
      format: { textFormat: { bold: true } },
    },
  });
  const add = (text: string, index: number): SheetRequest => ({
    addConditionalFormatRule: { rule: rule(text), index },
  });
  const order = (sheets: ReturnType<typeof workbook>) =>
    sheetOf(sheets)?.conditionalFormats?.map((one) => one.booleanRule?.condition?.values?.[0]?.userEnteredValue);

  test.each<[string, SheetRequest[], string[] | undefined]>([
    ['added in front', [add('c', 0)], ['c', 'a', 'b']],
    ['added behind', [add('c', 2)], ['a', 'b', 'c']],
    ['replaced', [{ updateConditionalFormatRule: { index: 1, rule: rule('x') } }], ['a', 'x']],
    ['moved', [{ updateConditionalFormatRule: { index: 0, newIndex: 1 } }], ['b', 'a']],
    ['deleted', [{ deleteConditionalFormatRule: { index: 0 } }], ['b']],
    ['all deleted', [{ deleteConditionalFormatRule: {} }, { deleteConditionalFormatRule: {} }], undefined],
  ])('%s', (_, requests, after) => {
    const sheets = workbook();
    run(sheets, [add('a', 0), add('b', 1)]);
    run(sheets, requests);
    expect(order(sheets)).toEqual(after);
  });

  test('replies tell the old and the new', () => {
    const sheets = workbook();
    const replies = run(sheets, [
      add('a', 0),
      { updateConditionalFormatRule: { index: 0, rule: rule('x') } },
      { deleteConditionalFormatRule: { index: 0 } },
    ]).replies;
    expect(replies?.[1]?.updateConditionalFormatRule).toMatchObject({ newIndex: 0, oldRule: {}, newRule: {} });
    expect(replies?.[2]?.deleteConditionalFormatRule?.rule?.booleanRule?.condition?.values).toEqual([
      { userEnteredValue: 'x' },
    ]);
  });

  const gradient = {
    minpoint: { type: 'MIN', colorStyle: colour(1) },
    maxpoint: { type: 'MAX', colorStyle: colour(0.2) },
  };
  test.each<[string, object, string]>([
    ['a gradient', { ranges: [area(0, 5, 0, 1)], gradientRule: gradient }, 'accepted'],
    ['both kinds', { ...rule('a'), gradientRule: gradient }, 'Exactly one of booleanRule and gradientRule'],
    ['no ranges', { ...rule('a'), ranges: [] }, 'ranges must not be empty'],
    ['ranges beyond the grid', { ...rule('a'), ranges: [area(0, 11, 0, 1)] }, 'exceeds grid limits'],
    [
      'a format it cannot apply',
      { ...rule('a'), booleanRule: { ...rule('a').booleanRule, format: { horizontalAlignment: 'CENTER' } } },
      'can only apply bold, italic',
    ],
  ])('%s', (_, given, message) =>
    expect(refusal(() => run(workbook(), [{ addConditionalFormatRule: { rule: given } }]))).toContain(message),
  );

  test('a cut splits a colour, a copy spreads it', () => {
    const sheets = workbook([['a'], ['b'], ['c']]);
    const rows = () =>
      sheetOf(sheets)?.conditionalFormats?.[0]?.ranges?.map((one) => [
        one.startRowIndex,
        one.endRowIndex,
        one.startColumnIndex,
      ]);
    run(sheets, [
      add('a', 0),
      { cutPaste: { source: area(1, 2, 0, 1), destination: { rowIndex: 7, columnIndex: 2 } } },
    ]);
    expect(rows()).toEqual([
      [0, 1, 0],
      [2, 5, 0],
      [7, 8, 2],
    ]);
    run(sheets, [
      { copyPaste: { source: area(0, 1, 0, 1), destination: area(8, 9, 0, 1), pasteType: 'PASTE_FORMAT' } },
    ]);
    expect(rows()).toEqual([
      [0, 1, 0],
      [2, 5, 0],
      [7, 8, 2],
      [8, 9, 0],
    ]);
  });
});

describe('filters', () => {
  const view = (filterViewId: number, more: object = {}): SheetRequest => ({
    addFilterView: { filter: { filterViewId, title: 'Của tôi', range: area(0, 5, 0, 3), ...more } },
  });
  test('a view is changed field by field; both spellings of its criteria agree', () => {
    const sheets = workbook();
    const hidden = { hiddenValues: ['x'] };
    run(sheets, [
      view(3, { criteria: { 1: hidden } }),
      { updateFilterView: { filter: { filterViewId: 3, title: 'Khác' }, fields: 'title' } },
      { updateFilterView: { filter: { filterViewId: 3, criteria: { 2: hidden } }, fields: 'criteria' } },
    ]);
    expect(sheetOf(sheets)?.filterViews).toEqual([
      {
        filterViewId: 3,
        title: 'Khác',
        range: { startRowIndex: 0, endRowIndex: 5, startColumnIndex: 0, endColumnIndex: 3 },
        criteria: { 2: hidden },
        filterSpecs: [{ columnIndex: 2, filterCriteria: hidden }],
      },
    ]);
    run(sheets, [{ deleteFilterView: { filterId: 3 } }]);
    expect(sheetOf(sheets)).not.toHaveProperty('filterViews');
  });

  test('a criterion beside the range is refused; the basic filter comes and goes', () => {
    const sheets = workbook();
    expect(refusal(() => run(sheets, [view(3, { criteria: { 4: {} } })]))).toContain('outside the filter');
    run(sheets, [{ setBasicFilter: { filter: { range: area(0, 5, 0, 3) } } }]);
    expect(sheetOf(sheets)?.basicFilter?.range).toMatchObject({ endRowIndex: 5 });
    run(sheets, [{ clearBasicFilter: {} }]);
    expect(sheetOf(sheets)).not.toHaveProperty('basicFilter');
  });
});

describe('names, bands, merges, charts', () => {
  test('a name is moved and renamed, and taken away', () => {
    const sheets = workbook();
    run(sheets, [
      { addNamedRange: { namedRange: { namedRangeId: 'n', name: 'NgàyTính', range: area(0, 1, 0, 1) } } },
      { updateNamedRange: { namedRange: { namedRangeId: 'n', name: 'NgayTinh' }, fields: 'name' } },
    ]);
    expect(read(sheets).namedRanges).toMatchObject([
      { namedRangeId: 'n', name: 'NgayTinh', range: { endRowIndex: 1 } },
    ]);
    run(sheets, [{ deleteNamedRange: { namedRangeId: 'n' } }]);
    expect(read(sheets)).not.toHaveProperty('namedRanges');
  });

  test('bands do not overlap, change and go', () => {
    const sheets = workbook();
    const rowProperties = { firstBandColorStyle: colour(1), secondBandColorStyle: colour(0.2) };
    const add = (bandedRangeId: number): SheetRequest => ({
      addBanding: { bandedRange: { bandedRangeId, range: area(0, 5, 0, 3), rowProperties } },
    });
    run(sheets, [add(3)]);
    expect(refusal(() => run(sheets, [add(4)]))).toContain('already has alternating background colors');
    run(sheets, [{ updateBanding: { bandedRange: { bandedRangeId: 3, range: area(0, 6, 0, 3) }, fields: 'range' } }]);
    expect(sheetOf(sheets)?.bandedRanges?.[0]).toMatchObject({ range: { endRowIndex: 6 }, rowProperties });
    run(sheets, [{ deleteBanding: { bandedRangeId: 3 } }]);
    expect(sheetOf(sheets)).not.toHaveProperty('bandedRanges');
  });

  test.each<[string, SheetRequest[], number]>([
    ['merged as one', [{ mergeCells: { range: area(0, 2, 0, 3), mergeType: 'MERGE_ALL' } }], 1],
    ['merged by rows', [{ mergeCells: { range: area(0, 2, 0, 3), mergeType: 'MERGE_ROWS' } }], 2],
    ['merged by columns', [{ mergeCells: { range: area(0, 2, 0, 3), mergeType: 'MERGE_COLUMNS' } }], 3],
    [
      'a merge taken up by a larger one',
      [{ mergeCells: { range: area(0, 1, 0, 2) } }, { mergeCells: { range: area(0, 2, 0, 3) } }],
      1,
    ],
    ['unmerged', [{ mergeCells: { range: area(0, 1, 0, 2) } }, { unmergeCells: { range: area(0, 5, 0, 5) } }], 0],
    [
      'copied',
      [
        { mergeCells: { range: area(0, 1, 0, 2) } },
        { copyPaste: { source: area(0, 1, 0, 2), destination: area(4, 6, 0, 2) } },
      ],
      3,
    ],
    [
      'cut',
      [
        { mergeCells: { range: area(0, 1, 0, 2) } },
        { cutPaste: { source: area(0, 1, 0, 2), destination: { rowIndex: 4 } } },
      ],
      1,
    ],
  ])('%s', (_, requests, count) => {
    const sheets = workbook();
    run(sheets, requests);
    expect(sheetOf(sheets)?.merges ?? []).toHaveLength(count);
  });

  test('a chart is moved, told anew and taken away', () => {
    const sheets = workbook();
    const series = (column: number) => [{ series: { sourceRange: { sources: [area(0, 5, column, column + 1)] } } }];
    const spec = (column: number) => ({
      title: `T${column}`,
      basicChart: { chartType: 'BAR', series: series(column) },
    });
    const position = { overlayPosition: { anchorCell: { rowIndex: 1 } } };
    run(sheets, [
      { addChart: { chart: { chartId: 4, spec: spec(1), position } } },
      { updateChartSpec: { chartId: 4, spec: spec(2) } },
      {
        updateEmbeddedObjectPosition: {
          objectId: 4,
          newPosition: { overlayPosition: { widthPixels: 300 } },
          fields: 'widthPixels',
        },
      },
    ]);
    expect(sheetOf(sheets)?.charts?.[0]).toMatchObject({
      chartId: 4,
      spec: { title: 'T2' },
      position: { overlayPosition: { anchorCell: { rowIndex: 1 }, widthPixels: 300, heightPixels: 371 } },
    });
    run(sheets, [{ deleteEmbeddedObject: { objectId: 4 } }]);
    expect(sheetOf(sheets)).not.toHaveProperty('charts');
    const square = { basicChart: { series: [{ series: { sourceRange: { sources: [area(0, 2, 0, 2)] } } }] } };
    expect(refusal(() => run(sheets, [{ addChart: { chart: { spec: square, position } } }]))).toContain('length of 1');
  });

  test('what a paste of one kind carries', () => {
    const sheets = workbook([[1], ['x']]);
    const format = { textFormat: { bold: true }, borders: { top: { style: 'SOLID' } } };
    const rule = { condition: { type: 'BOOLEAN' } };
    const kinds = ['PASTE_NO_BORDERS', 'PASTE_FORMAT', 'PASTE_DATA_VALIDATION', 'PASTE_VALUES', 'PASTE_NORMAL'];
    run(sheets, [
      {
        repeatCell: {
          range: area(0, 1, 0, 1),
          cell: { ...cellOf(1), userEnteredFormat: format, dataValidation: rule },
          fields: '*',
        },
      },
      ...kinds.map((pasteType, index) => ({
        copyPaste: { source: area(0, 1, 0, 1), destination: area(1, 2, index + 1, index + 2), pasteType },
      })),
    ]);
    const cells = sheetOf(sheets)?.data?.[0]?.rowData?.[1]?.values?.slice(1);
    const one = { numberValue: 1 };
    expect(cells?.map((cell) => [cell.userEnteredValue, cell.userEnteredFormat, cell.dataValidation])).toEqual([
      [one, { textFormat: { bold: true } }, rule],
      [undefined, format, undefined],
      [undefined, undefined, rule],
      [one, undefined, undefined],
      [one, format, rule],
    ]);
  });

  test('protections change field by field, and by whom', () => {
    const sheets = workbook();
    run(sheets, [
      {
        addProtectedRange: {
          protectedRange: { protectedRangeId: 5, range: area(0, 1, 0, 1), editors: { users: [OWNER] } },
        },
      },
      { updateProtectedRange: { protectedRange: { protectedRangeId: 5, description: 'đv' }, fields: 'description' } },
      { updateProtectedRange: { protectedRange: { protectedRangeId: 5, range: area(0, 3, 0, 1) }, fields: 'range' } },
    ]);
    expect(sheetOf(sheets)?.protectedRanges).toEqual([
      {
        protectedRangeId: 5,
        description: 'đv',
        range: { startRowIndex: 0, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 1 },
        requestingUserCanEdit: true,
        editors: { users: [OWNER] },
      },
    ]);
    run(sheets, [
      { updateProtectedRange: { protectedRange: { protectedRangeId: 5, warningOnly: true }, fields: 'warningOnly' } },
    ]);
    expect(sheetOf(sheets)?.protectedRanges?.[0]).toMatchObject({ warningOnly: true });
    expect(sheetOf(sheets)?.protectedRanges?.[0]?.editors).toEqual({ users: [OWNER] });
    run(sheets, [{ deleteProtectedRange: { protectedRangeId: 5 } }]);
    expect(sheetOf(sheets)).not.toHaveProperty('protectedRanges');
  });
});
