// Each change as what Google is asked for, and the order in which one batch asks.
import { describe, expect, test } from 'vitest';
import type { Change } from '../../src/sheet/change.ts';
import { requestsOf } from '../../src/sheet/requests.ts';

const place = { tab: 'tasks', title: 'Nhiệm vụ', sheetId: 1001, impact: 'restore' } as const;
const grid = { rowCount: 73, columnCount: 29, frozenRows: 1, frozenColumns: 2, hidden: false, index: 3, before: '' };
const tab = (action: 'add' | 'rename' | 'show' | 'hide' | 'grid' | 'freeze', more: object = {}): Change => {
  return { ...place, kind: 'tab', action, ...grid, ...more };
};
const range = { sheetId: 1001, startRowIndex: 1, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 2 };
const rows = (startIndex: number, endIndex: number) => ({ sheetId: 1001, dimension: 'ROWS', startIndex, endIndex });
const columns = (startIndex: number, endIndex: number) => ({ ...rows(startIndex, endIndex), dimension: 'COLUMNS' });
const properties = (more: object, fields: string) => ({
  updateSheetProperties: { properties: { sheetId: 1001, ...more }, fields },
});
const sizes = 'gridProperties(rowCount,columnCount)';
const frozen = 'gridProperties(frozenRowCount,frozenColumnCount)';
const of = (kind: string, more: object): Change => ({ ...place, kind, ...more }) as unknown as Change;
const view = { filterViewId: 2001, title: 'CAX' };
const chart = { chartId: 3001, spec: { title: 'a' } };
const width = (column: number, more = {}) => of('dimension', { column, width: 90, hidden: false, ...more });
const widthOf = (startIndex: number, endIndex: number, pixelSize: number, hiddenByUser: boolean) => ({
  updateDimensionProperties: {
    range: columns(startIndex, endIndex),
    properties: { pixelSize, hiddenByUser },
    fields: 'pixelSize,hiddenByUser',
  },
});
const named = (row: number, column: number) => ({
  range: {
    sheetId: 1001,
    startRowIndex: row,
    endRowIndex: row + 1,
    startColumnIndex: column,
    endColumnIndex: column + 1,
  },
});
const NAME = { name: 'KyMo', id: 'da06_KyMo', tab: 'board', at: { row: 3, column: 41 } };
const closing = {
  id: '2024-05|1',
  name: 'x',
  label: 'Kỳ 05/2024',
  version: 1,
  rows: { from: 5, to: 77 },
  endColumn: 17,
};
const closed = {
  namedRangeId: '2024-05|1',
  name: 'x',
  range: { sheetId: 1006, startRowIndex: 5, endRowIndex: 77, startColumnIndex: 0, endColumnIndex: 17 },
};

describe('a change', () => {
  test.each<[string, Change[], object[]]>([
    [
      'the file',
      [of('file', { what: 'timeZone', value: 'Z' }), of('file', { what: 'recalculation', value: 'HOUR' })],
      [
        {
          updateSpreadsheetProperties: {
            properties: { timeZone: 'Z', autoRecalc: 'HOUR' },
            fields: 'timeZone,autoRecalc',
          },
        },
      ],
    ],
    [
      'a tab added',
      [tab('add', { hidden: true, tabColour: '#ff0000' })],
      [
        {
          addSheet: {
            properties: {
              sheetId: 1001,
              title: 'Nhiệm vụ',
              index: 3,
              hidden: true,
              gridProperties: { rowCount: 73, columnCount: 29, frozenRowCount: 1, frozenColumnCount: 2 },
              tabColorStyle: { rgbColor: { red: 1, green: 0, blue: 0 } },
            },
          },
        },
      ],
    ],
    ['a name', [tab('rename', { before: 'NV' })], [properties({ title: 'Nhiệm vụ' }, 'title')]],
    [
      'a name another of ours has at the moment',
      [tab('rename', { before: 'Đơn vị' }), tab('rename', { before: 'Nhiệm vụ', title: 'Đơn vị', sheetId: 1004 })],
      [
        properties({ title: 'Nhiệm vụ [1001]' }, 'title'),
        properties({ sheetId: 1004, title: 'Đơn vị [1004]' }, 'title'),
        properties({ title: 'Nhiệm vụ' }, 'title'),
        properties({ sheetId: 1004, title: 'Đơn vị' }, 'title'),
      ],
    ],
    ['hidden', [tab('hide', { hidden: true })], [properties({ hidden: true }, 'hidden')]],
    ['shown', [tab('show')], [properties({ hidden: false }, 'hidden')]],
    ['the size', [tab('grid')], [properties({ gridProperties: { rowCount: 73, columnCount: 29 } }, sizes)]],
    [
      'what is frozen',
      [tab('freeze')],
      [properties({ gridProperties: { frozenRowCount: 1, frozenColumnCount: 2 } }, frozen)],
    ],
    [
      'the heading row, from below',
      [of('heading-row', { from: 2 })],
      [{ moveDimension: { source: rows(2, 3), destinationIndex: 0 } }],
    ],
    [
      'the heading row anew',
      [of('heading-row', { from: undefined })],
      [{ insertDimension: { range: rows(0, 1), inheritFromBefore: false } }],
    ],
    [
      'a column',
      [of('column', { action: 'insert', column: 4 })],
      [{ insertDimension: { range: columns(4, 5), inheritFromBefore: true } }],
    ],
    [
      'the first column',
      [of('column', { action: 'insert', column: 0 })],
      [{ insertDimension: { range: columns(0, 1), inheritFromBefore: false } }],
    ],
    [
      'a mark',
      [of('column', { action: 'tag', column: 4, key: 'tasks.state' })],
      [
        {
          createDeveloperMetadata: {
            developerMetadata: {
              metadataKey: 'da06.column',
              metadataValue: 'tasks.state',
              location: { dimensionRange: columns(4, 5) },
              visibility: 'DOCUMENT',
            },
          },
        },
      ],
    ],
    [
      'a mark that is false',
      [of('stale-tag', { column: 4 })],
      [
        {
          deleteDeveloperMetadata: {
            dataFilter: {
              developerMetadataLookup: {
                metadataKey: 'da06.column',
                metadataLocation: { dimensionRange: columns(4, 5) },
              },
            },
          },
        },
      ],
    ],
    ['merged cells', [of('merge', { range })], [{ unmergeCells: { range } }]],
    ['a filter for all', [of('basic-filter', {})], [{ clearBasicFilter: { sheetId: 1001 } }]],
    [
      'hidden rows',
      [of('hidden-rows', { from: 4, to: 9 })],
      [
        {
          updateDimensionProperties: { range: rows(4, 9), properties: { hiddenByUser: false }, fields: 'hiddenByUser' },
        },
      ],
    ],
    ['bands of an earlier version', [of('banding', { id: 7 })], [{ deleteBanding: { bandedRangeId: 7 } }]],
    ['a view added', [of('view', { action: 'add', view })], [{ addFilterView: { filter: view } }]],
    [
      'a view put right',
      [of('view', { action: 'update', view })],
      [{ updateFilterView: { filter: view, fields: 'title,range,filterSpecs' } }],
    ],
    ['a view that goes', [of('view', { action: 'delete', view })], [{ deleteFilterView: { filterId: 2001 } }]],
    ['a chart that is there', [of('chart', { exists: true, chart })], [{ updateChartSpec: chart }]],
    ['a chart that is not', [of('chart', { exists: false, chart })], [{ addChart: { chart } }]],
    [
      'widths: equal neighbours together',
      [width(0), width(1), width(2, { hidden: true }), width(3, { width: 80 }), width(5, { width: 80 })],
      [widthOf(0, 2, 90, false), widthOf(2, 3, 90, true), widthOf(3, 4, 80, false), widthOf(5, 6, 80, false)],
    ],
    [
      'colours: those of before from the last to the first, then the new ones on top',
      [of('colours', { was: [0, 2], rules: [{ ranges: [range] }, {}] })],
      [
        { deleteConditionalFormatRule: { sheetId: 1001, index: 2 } },
        { deleteConditionalFormatRule: { sheetId: 1001, index: 0 } },
        { addConditionalFormatRule: { rule: { ranges: [range] }, index: 0 } },
        { addConditionalFormatRule: { rule: {}, index: 1 } },
      ],
    ],
    [
      'a name of formulas that is there',
      [of('name', { name: NAME, exists: true, row: 3, column: 41 })],
      [
        {
          updateNamedRange: {
            namedRange: { namedRangeId: 'da06_KyMo', name: 'KyMo', ...named(3, 41) },
            fields: 'name,range',
          },
        },
      ],
    ],
    [
      'a name of formulas that is not',
      [of('name', { name: NAME, exists: false, row: 3, column: 41 })],
      [{ addNamedRange: { namedRange: { namedRangeId: 'da06_KyMo', name: 'KyMo', ...named(3, 41) } } }],
    ],
    [
      'a name of a closing',
      [of('closing-name', { ...closing, exists: false })],
      [{ addNamedRange: { namedRange: closed } }],
    ],
    [
      'one somebody has renamed',
      [of('closing-name', { ...closing, exists: true })],
      [{ updateNamedRange: { namedRange: closed, fields: 'name,range' } }],
    ],
    ['a false one', [of('false-name', { id: 'f' })], [{ deleteNamedRange: { namedRangeId: 'f' } }]],
    ['the empty tab of a new file', [of('empty-tab', { sheetId: 0 })], [{ deleteSheet: { sheetId: 0 } }]],
    ['what is not ours', [of('stranger', {}), of('stranger-column', {}), of('stranger-tab', {}), of('row', {})], []],
  ])('%s', (_, changes, requests) => expect(requestsOf(changes)).toEqual(requests));
});

test('whatever their order, each finds what it needs: rows and columns come in before sizes, marks and names, views after all', () => {
  const changes = [
    of('empty-tab', { sheetId: 0 }),
    of('view', { action: 'add', view }),
    of('name', { name: NAME, exists: false, row: 3, column: 41 }),
    of('column', { action: 'tag', column: 4, key: 'k' }),
    tab('grid'),
    of('column', { action: 'insert', column: 4 }),
    of('heading-row', { from: undefined }),
    of('stale-tag', { column: 4 }),
    of('merge', { range }),
    tab('rename'),
  ];
  expect(requestsOf(changes).flatMap((request) => Object.keys(request))).toEqual([
    'unmergeCells',
    'deleteDeveloperMetadata',
    'updateSheetProperties',
    'insertDimension',
    'insertDimension',
    'updateSheetProperties',
    'createDeveloperMetadata',
    'addNamedRange',
    'addFilterView',
    'deleteSheet',
  ]);
});
