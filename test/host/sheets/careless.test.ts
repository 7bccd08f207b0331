// What careless hands do to a tab on which everything lies: rows and columns come, go, are dragged, cut, copied and sorted;
// tabs are duplicated and deleted. One table tells where each thing is afterwards.
import { describe, expect, test } from 'vitest';
import type { GridRange, SheetRequest } from '../../../src/host/contract.ts';
import { area, cellAt, EDITOR, OWNER, read, refusal, run, sheetOf, table, workbook } from './workbook.ts';

const colour = (red: number) => ({ rgbColor: { red } });
const rows = (startIndex: number, endIndex: number) => ({ dimension: 'ROWS', startIndex, endIndex });
const columns = (startIndex: number, endIndex: number) => ({ dimension: 'COLUMNS', startIndex, endIndex });
const note = (metadataId: number, metadataKey: string, dimensionRange: object): SheetRequest => ({
  createDeveloperMetadata: {
    developerMetadata: { metadataId, metadataKey, visibility: 'DOCUMENT', location: { dimensionRange } },
  },
});
const custom = (formula: string) => ({ type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: formula }] });
const bands = { firstBandColorStyle: colour(1), secondBandColorStyle: colour(0.2) };
const filterSpecs = [
  { columnIndex: 1, filterCriteria: { condition: custom('=$B3>1') } },
  { columnIndex: 2, filterCriteria: { condition: { type: 'TEXT_EQ', values: [{ userEnteredValue: 'x' }] } } },
];
/** The types of Apps Script lack `filterSpecs`. */
const filterView = (filter: object): SheetRequest => ({ addFilterView: { filter } });
const series = { sourceRange: { sources: [area(2, 6, 1, 2)] } };
const chart = (chartId: number) => ({
  chartId,
  spec: { hiddenDimensionStrategy: 'SHOW_ALL', basicChart: { chartType: 'BAR', series: [{ series }] } },
  position: { overlayPosition: { anchorCell: { rowIndex: 8, columnIndex: 4 } } },
});

/** Rows 2–5 and columns 1–2 (from 0) are under everything; row 3 and column 1 are hidden and carry metadata. */
function laid() {
  const sheets = workbook([['T'], ['đầu'], ['c', 3, 'x'], ['a', 1, 'y'], ['b', 2, '=B4'], ['d', 4]]);
  run(sheets, [
    { addNamedRange: { namedRange: { namedRangeId: 'n', name: 'Ten', range: area(2, 6, 1, 3) } } },
    { addProtectedRange: { protectedRange: { protectedRangeId: 5, range: area(2, 6, 1, 3) } } },
    filterView({ filterViewId: 3, title: 'V', range: area(1, 6, 0, 4), filterSpecs }),
    { addBanding: { bandedRange: { bandedRangeId: 4, range: area(2, 6, 0, 4), rowProperties: bands } } },
    { addChart: { chart: chart(6) } },
    { updateDimensionProperties: { range: rows(3, 4), properties: { hiddenByUser: true }, fields: 'hiddenByUser' } },
    { updateDimensionProperties: { range: columns(1, 2), properties: { hiddenByUser: true }, fields: 'hiddenByUser' } },
    note(1, 'hàng', rows(3, 4)),
    note(2, 'cột', columns(1, 2)),
    { updateCells: { start: { rowIndex: 3 }, rows: [{ values: [{ note: 'ghi' }] }], fields: 'note' } },
  ]);
  return sheets;
}

function box(range: GridRange | undefined): string {
  if (!range) return '–';
  return `${range.startRowIndex}-${range.endRowIndex} ${range.startColumnIndex}-${range.endColumnIndex}`;
}

/** Where everything is: name, protection, filter (its columns), bands, chart source, hidden and marked row and column, note. */
function whereabouts(sheets: ReturnType<typeof workbook>): string {
  const sheet = sheetOf(sheets);
  const data = sheet?.data?.[0];
  const view = sheet?.filterViews?.[0] as { range?: GridRange; filterSpecs?: { columnIndex?: number }[] } | undefined;
  const source = sheet?.charts?.[0]?.spec?.basicChart?.series?.[0]?.series?.sourceRange?.sources?.[0];
  const hidden = (list: { hiddenByUser?: boolean | undefined }[] = []) => list.findIndex((one) => one.hiddenByUser);
  const marked = (list: { developerMetadata?: unknown[] | undefined }[] = []) =>
    list.findIndex((one) => one.developerMetadata);
  const noted = (data?.rowData ?? []).findIndex((row) => row.values?.some((cell) => cell.note));
  return [
    box(read(sheets).namedRanges?.[0]?.range),
    box(sheet?.protectedRanges?.[0]?.range),
    `${box(view?.range)} (${view?.filterSpecs?.map((spec) => spec.columnIndex).join()})`,
    box(sheet?.bandedRanges?.[0]?.range),
    box(source),
    `${hidden(data?.rowMetadata)},${marked(data?.rowMetadata)}`,
    `${hidden(data?.columnMetadata)},${marked(data?.columnMetadata)}`,
    `${noted}`,
  ].join(' | ');
}

describe('where everything is', () => {
  const START = '2-6 1-3 | 2-6 1-3 | 1-6 0-4 (1,2) | 2-6 0-4 | 2-6 1-2 | 3,3 | 1,1 | 3';
  test.each<[string, SheetRequest, string]>([
    ['before', { insertDimension: { range: rows(9, 10) } }, START],
    [
      'a row inserted inside',
      { insertDimension: { range: rows(3, 4) } },
      '2-7 1-3 | 2-7 1-3 | 1-7 0-4 (1,2) | 2-7 0-4 | 2-7 1-2 | 4,4 | 1,1 | 4',
    ],
    [
      'a row inserted above',
      { insertDimension: { range: rows(0, 1) } },
      '3-7 1-3 | 3-7 1-3 | 2-7 0-4 (1,2) | 3-7 0-4 | 3-7 1-2 | 4,4 | 1,1 | 4',
    ],
    [
      'a column inserted before',
      { insertDimension: { range: columns(0, 1) } },
      '2-6 2-4 | 2-6 2-4 | 1-6 1-5 (2,3) | 2-6 1-5 | 2-6 2-3 | 3,3 | 2,2 | 3',
    ],
    [
      'a column inserted between',
      { insertDimension: { range: columns(2, 3) } },
      '2-6 1-4 | 2-6 1-4 | 1-6 0-5 (1,3) | 2-6 0-5 | 2-6 1-2 | 3,3 | 1,1 | 3',
    ],
    [
      'the marked row deleted',
      { deleteDimension: { range: rows(3, 4) } },
      '2-5 1-3 | 2-5 1-3 | 1-5 0-4 (1,2) | 2-5 0-4 | 2-5 1-2 | -1,-1 | 1,1 | -1',
    ],
    [
      'the marked column deleted',
      { deleteDimension: { range: columns(1, 2) } },
      '2-6 1-2 | 2-6 1-2 | 1-6 0-3 (1) | 2-6 0-3 | – | 3,3 | -1,-1 | 3',
    ],
    [
      'all rows deleted',
      { deleteDimension: { range: rows(1, 6) } },
      '– | – | – (undefined) | – | – | -1,-1 | 1,1 | -1',
    ],
    [
      'the marked row dragged down inside',
      { moveDimension: { source: rows(3, 4), destinationIndex: 5 } },
      '2-6 1-3 | 2-6 1-3 | 1-6 0-4 (1,2) | 2-6 0-4 | 2-6 1-2 | 4,4 | 1,1 | 4',
    ],
    [
      'the marked row dragged below the last',
      { moveDimension: { source: rows(3, 4), destinationIndex: 6 } },
      '2-5 1-3 | 2-5 1-3 | 1-5 0-4 (1,2) | 2-5 0-4 | 2-5 1-2 | 5,5 | 1,1 | 5',
    ],
    [
      'the marked column dragged to the front',
      { moveDimension: { source: columns(1, 2), destinationIndex: 0 } },
      '2-6 2-3 | 2-6 2-3 | 1-6 1-4 (0,2) | 2-6 1-4 | 2-6 0-1 | 3,3 | 0,0 | 3',
    ],
    [
      'sorted',
      { sortRange: { range: area(2, 6, 0, 4), sortSpecs: [{ sortOrder: 'ASCENDING' }] } },
      '2-6 1-3 | 2-6 1-3 | 1-6 0-4 (1,2) | 2-6 0-4 | 2-6 1-2 | 3,2 | 1,1 | 2',
    ],
    [
      'the marked row cut and pasted below',
      { cutPaste: { source: area(3, 4, 0, 6), destination: { rowIndex: 8 } } },
      '2-6 1-3 | 2-6 1-3 | 1-6 0-4 (1,2) | 2-6 0-4 | 2-6 1-2 | 3,3 | 1,1 | 8',
    ],
    [
      'the marked column cut and pasted beside',
      { cutPaste: { source: area(0, 10, 1, 2), destination: { columnIndex: 5 } } },
      '2-6 1-3 | 2-6 1-3 | 1-6 0-4 (1,2) | 2-6 0-4 | 2-6 1-2 | 3,3 | 1,1 | 3',
    ],
    [
      'the marked row copied below',
      { copyPaste: { source: area(3, 4, 0, 6), destination: area(8, 9, 0, 6) } },
      '2-6 1-3 | 2-6 1-3 | 1-6 0-4 (1,2) | 2-6 0-4 | 2-6 1-2 | 3,3 | 1,1 | 3',
    ],
  ])('%s', (_, request, after) => {
    const sheets = laid();
    expect(whereabouts(sheets)).toBe(START);
    run(sheets, [request]);
    expect(whereabouts(sheets)).toBe(after);
  });
});

describe('cells under careless hands', () => {
  test.each<[string, SheetRequest, unknown[][]]>([
    [
      'a row cut over another: what referred to it is gone',
      { cutPaste: { source: area(0, 1, 0, 3), destination: { rowIndex: 1 } } },
      [[], ['a', 1, '=B2'], [3, '=B2', '=#REF!']],
    ],
    [
      'a column cut over another',
      { cutPaste: { source: area(0, 3, 0, 1), destination: { columnIndex: 1 } } },
      [
        [null, 'a', '=#REF!'],
        [null, 'b', '=#REF!'],
        [null, 3, '=#REF!'],
      ],
    ],
  ])('%s', (_, request, after) => {
    const sheets = workbook([
      ['a', 1, '=B1'],
      ['b', 2, '=B2'],
      [3, '=B1', '=B2'],
    ]);
    run(sheets, [request]);
    expect(table(sheets)).toEqual(after);
  });

  test('a merge partly cut is refused, a whole one moves', () => {
    const sheets = workbook([['a', 'b']]);
    run(sheets, [{ mergeCells: { range: area(0, 2, 0, 1) } }]);
    const cut = (bottom: number) => ({ cutPaste: { source: area(0, bottom, 0, 6), destination: { rowIndex: 5 } } });
    expect(refusal(() => run(sheets, [cut(1)]))).toContain('all cells in a merged range');
    run(sheets, [cut(2)]);
    expect(sheetOf(sheets)?.merges).toEqual([{ ...area(5, 7, 0, 1), sheetId: undefined }]);
    run(sheets, [{ unmergeCells: { range: area(0, 10, 0, 6) } }]);
    expect(table(sheets)).toEqual([[], [], [], [], [], ['a', 'b']]);
  });

  test('a hidden row is read in its metadata', () => {
    const sheets = workbook([['a']]);
    const hide = (hiddenByUser: boolean): SheetRequest => ({
      updateDimensionProperties: { range: rows(1, 3), properties: { hiddenByUser }, fields: 'hiddenByUser' },
    });
    const hidden = () => sheetOf(sheets)?.data?.[0]?.rowMetadata?.map((row) => row.hiddenByUser === true);
    run(sheets, [hide(true)]);
    expect(hidden()?.slice(0, 4)).toEqual([false, true, true, false]);
    run(sheets, [hide(false)]);
    expect(hidden()?.some((one) => one)).toBe(false);
  });
});

describe('tabs under careless hands', () => {
  test('a duplicate carries everything under new ids, on itself', () => {
    const sheets = laid();
    const back = { namedRangeId: 'n', editors: { users: [OWNER] }, protectedRangeId: 7 };
    run(sheets, [
      { addProtectedRange: { protectedRange: back } },
      {
        addConditionalFormatRule: {
          rule: { ranges: [area(2, 6, 0, 1)], booleanRule: { condition: custom('=$B3=1'), format: {} } },
        },
      },
      { duplicateSheet: { newSheetId: 8 } },
    ]);
    const copy = sheetOf(sheets, 8);
    const own = (range: GridRange | undefined) => expect(range).toMatchObject({ sheetId: 8 });
    expect(copy?.properties).toMatchObject({ sheetId: 8, index: 0, title: 'Bản sao của Nhiệm vụ' });
    expect(copy?.protectedRanges?.map(({ protectedRangeId }) => protectedRangeId)).not.toContain(5);
    expect(copy?.protectedRanges).toMatchObject([
      { range: area(2, 6, 1, 3, 8) },
      { range: area(2, 6, 1, 3, 8), editors: { users: [OWNER] } },
    ]);
    own(copy?.filterViews?.[0]?.range);
    own(copy?.bandedRanges?.[0]?.range);
    own(copy?.conditionalFormats?.[0]?.ranges?.[0]);
    own(copy?.charts?.[0]?.spec?.basicChart?.series?.[0]?.series?.sourceRange?.sources?.[0]);
    own(copy?.charts?.[0]?.position?.overlayPosition?.anchorCell);
    expect(copy?.filterViews?.[0]?.filterViewId).not.toBe(3);
    expect(copy?.bandedRanges?.[0]?.bandedRangeId).not.toBe(4);
    expect(copy?.charts?.[0]?.chartId).not.toBe(6);
    expect(copy?.data?.[0]?.columnMetadata?.[1]).toMatchObject({
      hiddenByUser: true,
      developerMetadata: [{ metadataKey: 'cột', location: { dimensionRange: { sheetId: 8 } } }],
    });
    expect(copy?.data?.[0]?.columnMetadata?.[1]?.developerMetadata?.[0]?.metadataId).not.toBe(2);
    expect(read(sheets).namedRanges).toHaveLength(1);
    run(sheets, [{ duplicateSheet: {} }]);
    expect(read(sheets).sheets?.map((sheet) => sheet.properties?.title)).toEqual([
      'Bản sao của Nhiệm vụ 2',
      'Bản sao của Nhiệm vụ',
      'Nhiệm vụ',
    ]);
  });

  test('a deleted tab takes along what lies on it and leaves #REF!', () => {
    const sheets = laid();
    const view = {
      filterViewId: 9,
      title: 'W',
      range: area(0, 5, 0, 2, 7),
      filterSpecs: [{ columnIndex: 0, filterCriteria: { condition: custom("=A1='Nhiệm vụ'!$A$1") } }],
    };
    const far = { ...chart(10), position: { overlayPosition: { anchorCell: { sheetId: 7 } } } };
    run(sheets, [
      { addSheet: { properties: { sheetId: 7, title: 'Khác' } } },
      {
        updateCells: {
          start: { sheetId: 7 },
          rows: [{ values: [{ userEnteredValue: { formulaValue: "='Nhiệm vụ'!A1" } }] }],
          fields: '*',
        },
      },
      filterView(view),
      { addChart: { chart: far } },
    ]);
    expect(refusal(() => run(sheets, [{ deleteSheet: { sheetId: 5 } }]))).toContain('No grid with id: 5');
    run(sheets, [{ deleteSheet: { sheetId: 0 } }]);
    expect(table(sheets, 7)).toEqual([['=#REF!']]);
    const text = JSON.stringify(read(sheets));
    for (const gone of ['namedRanges', 'protectedRanges', 'bandedRanges', '"chartId":6'])
      expect(text).not.toContain(gone);
    expect(sheetOf(sheets, 7)?.charts?.[0]?.spec?.basicChart?.series).toEqual([]);
    expect(JSON.stringify(sheetOf(sheets, 7)?.filterViews)).toContain('"=A1=#REF!"');
  });
});

describe('ids are chosen, and refused when taken', () => {
  const view = (filterViewId: number): SheetRequest => ({
    addFilterView: { filter: { filterViewId, title: 'V', range: area(1, 6, 0, 4) } },
  });
  const banding = (bandedRangeId: number, top: number): SheetRequest => ({
    addBanding: { bandedRange: { bandedRangeId, range: area(top, 9, 0, 4), rowProperties: bands } },
  });
  test.each<[string, SheetRequest, string]>([
    ['a filter view', view(30), 'accepted'],
    ['a filter view again', view(3), 'Filter view with id 3 already exists'],
    ['bands', banding(40, 7), 'accepted'],
    ['bands again', banding(4, 7), 'Banded range with id 4 already exists'],
    ['bands over bands', banding(40, 5), 'already has alternating background colors'],
    ['a chart', { addChart: { chart: chart(60) } }, 'accepted'],
    ['a chart again', { addChart: { chart: chart(6) } }, 'Chart with id 6 already exists'],
    ['a tab', { duplicateSheet: { newSheetId: 0 } }, 'Sheet with id 0 already exists'],
    [
      'bands grown',
      { updateBanding: { bandedRange: { bandedRangeId: 4, range: area(1, 9, 0, 4) }, fields: 'range' } },
      'accepted',
    ],
    [
      'bands that are not there',
      { updateBanding: { bandedRange: { bandedRangeId: 9 }, fields: 'range' } },
      'No banding',
    ],
  ])('%s', (_, request, message) => {
    expect(refusal(() => run(laid(), [request]))).toContain(message);
  });

  test('a filter that no function of the table decides is refused', () => {
    const criteria = { 1: { condition: custom('=NOSUCH(B2') } };
    const request = { addFilterView: { filter: { title: 'V', range: area(1, 6, 0, 4), criteria } } };
    expect(refusal(() => run(laid(), [request], EDITOR))).toContain('Formula parse error');
  });

  test('a filter’s formula follows its column', () => {
    const sheets = laid();
    run(sheets, [{ insertDimension: { range: columns(0, 1) } }, { insertDimension: { range: rows(0, 1) } }]);
    const [view0] = sheetOf(sheets)?.filterViews ?? [];
    expect(JSON.stringify(view0)).toContain('"=$C4>1"');
    expect(JSON.stringify(view0)).not.toContain('"=$B3>1"');
  });

  test('cells keep their hidden column; its chart shows it', () => {
    const sheets = laid();
    expect(sheetOf(sheets)?.charts?.[0]?.spec).toMatchObject({ hiddenDimensionStrategy: 'SHOW_ALL' });
    expect(cellAt(sheets, 2, 1)?.userEnteredValue).toEqual({ numberValue: 3 });
  });
});
