// Single behaviours of Google that others have recorded live, each with where it was seen. The host does the same, or our tests
// on it prove nothing.
//   G  gspread's recorded HTTP exchanges, and its issues
//   P  recorded exchanges of a Perl client's tests (p5-google-restapi)
//   M  live trials of 2026-09, written down in the documentation of google-sheets-mcp
//   E  a test of a public project that quotes refusals reproduced live, 2026-09
//   A  a public project's guard against two writers
import { describe, expect, test } from 'vitest';
import type { SheetRequest } from '../../../src/host/contract.ts';
import { area, EDITOR, FILE, OWNER, read, refusal, run, sheetOf, workbook } from './workbook.ts';

// biome-ignore lint/suspicious/noExplicitAny: bodies no type of ours would let through
type Any = any;
const A1 = area(0, 1, 0, 1);
const row = (index: number) => ({
  dimensionRange: { sheetId: 0, dimension: 'ROWS', startIndex: index, endIndex: index + 1 },
});
const note = (more: object): Any => ({
  createDeveloperMetadata: {
    developerMetadata: { metadataKey: 'k', visibility: 'DOCUMENT', location: row(2), ...more },
  },
});
const name = (namedRangeId: string, title: string): SheetRequest => ({
  addNamedRange: { namedRange: { namedRangeId, name: title, range: A1 } },
});
const texts = (...values: string[]): SheetRequest => ({
  updateCells: {
    start: { sheetId: 0, rowIndex: 0, columnIndex: 0 },
    fields: 'userEnteredValue',
    rows: values.map((stringValue) => ({ values: [{ userEnteredValue: { stringValue } }] })),
  },
});
const source = (column: number) => ({ sourceRange: { sources: [area(0, 5, column, column + 1)] } });
const position = { overlayPosition: { anchorCell: { sheetId: 0, rowIndex: 8 } } };
const spec = { basicChart: { chartType: 'COLUMN', domains: [{ domain: source(0) }], series: [{ series: source(1) }] } };
const gradient = (gradientRule: object): SheetRequest => ({
  addConditionalFormatRule: { index: 0, rule: { ranges: [A1], gradientRule } },
});
const red = { colorStyle: { rgbColor: { red: 1 } } };

describe('refusals', () => {
  test.each<[source: string, message: string, request: Any, before?: SheetRequest[]]>([
    [
      'E',
      `Invalid value at 'requests[0]' (type.googleapis.com/google.apps.sheets.v4.BatchUpdateSpreadsheetRequest.Request), "repeatCell"`,
      'repeatCell',
    ],
    [
      'E',
      'Invalid requests[0].addSheet: The sheet name cannot be greater than 100 characters.',
      { addSheet: { properties: { title: 'x'.repeat(101) } } },
    ],
    [
      'M',
      'Invalid requests[0].addSheet: Sheet with id 0 already exists.',
      { addSheet: { properties: { sheetId: 0, title: 'x' } } },
    ],
    [
      'A P',
      'Invalid requests[0].addNamedRange: Cannot add named range with name guard, a named range with that name already exists.',
      name('b', 'guard'),
      [name('a', 'GUARD')],
    ],
    [
      'A',
      'Invalid requests[0].createDeveloperMetadata: Cannot add developer metadata with ID [7] because developer metadata with that ID already exists.',
      note({ metadataId: 7 }),
      [note({ metadataId: 7 })],
    ],
    [
      'M',
      'Invalid requests[0].createDeveloperMetadata: DimensionRange must specify both a startIndex and an endIndex',
      note({ location: { dimensionRange: { sheetId: 0, dimension: 'ROWS' } } }),
    ],
    [
      'M',
      'Invalid requests[0].createDeveloperMetadata: DimensionRange must represent a single row or column',
      note({ location: { dimensionRange: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 2 } } }),
    ],
    [
      'M',
      'Invalid requests[0].createDeveloperMetadata: Developer metadata must always have a key specified.',
      note({ metadataKey: '' }),
    ],
    [
      'M',
      'Invalid requests[0].createDeveloperMetadata: Developer metadata must always have visibility specified.',
      note({ visibility: null }),
    ],
    ['M', 'Invalid requests[0].addChart: no chart spec', { addChart: { chart: {} } }],
    [
      'M',
      'Invalid requests[0].deleteEmbeddedObject: No embedded object with id: 99',
      { deleteEmbeddedObject: { objectId: 99 } },
    ],
    [
      'M',
      'Invalid requests[0].addConditionalFormatRule: No interpolationPointType specified.',
      gradient({ minpoint: { type: 'MIN', ...red } }),
    ],
    [
      'M',
      'Invalid requests[0].addConditionalFormatRule: InterpolationPoint.value is required.',
      gradient({ minpoint: { type: 'NUMBER', ...red }, maxpoint: { type: 'MAX', ...red } }),
    ],
    [
      'G',
      'Invalid requests[0].addProtectedRange: ProtectedRange is warningOnly. Editors cannot be set on it.',
      { addProtectedRange: { protectedRange: { range: A1, warningOnly: true, editors: { users: [EDITOR] } } } },
    ],
    [
      'G',
      'Invalid requests[0].addProtectedRange: Sheet "Nhiệm vụ" already has sheet protection.',
      { addProtectedRange: { protectedRange: { range: { sheetId: 0 } } } },
      [{ addProtectedRange: { protectedRange: { range: { sheetId: 0 } } } }],
    ],
  ])('%s: %s', (_source, message, request, before = []) => {
    const sheets = workbook();
    for (const one of before) run(sheets, [one]);
    expect(refusal(() => run(sheets, [request]))).toBe(message);
  });

  test.each([
    ['rows', { frozenRowCount: 1 }, area(0, 3, 0, 1)],
    ['columns', { frozenColumnCount: 1 }, area(0, 1, 0, 3)],
  ])('M: merging across frozen %s', (what, gridProperties, range) => {
    const sheets = workbook();
    run(sheets, [
      {
        updateSheetProperties: {
          properties: { sheetId: 0, gridProperties },
          fields: `gridProperties.${Object.keys(gridProperties)[0]}`,
        },
      },
    ]);
    expect(refusal(() => run(sheets, [{ mergeCells: { range, mergeType: 'MERGE_ALL' } }]))).toContain(
      `You can't merge frozen and non-frozen ${what}`,
    );
  });

  test('eight projects: an editor who is not the owner cannot leave itself out', () =>
    expect(
      refusal(() =>
        run(
          workbook(),
          [{ addProtectedRange: { protectedRange: { range: A1, editors: { users: [OWNER] } } } }],
          EDITOR,
        ),
      ),
    ).toContain("You can't remove yourself as an editor."));

  test.each([
    [50_000, 'accepted'],
    [50_001, 'Your input contains more than the maximum of 50000 characters in a single cell'],
  ])('M: %i characters in a cell', (length, answer) =>
    expect(refusal(() => run(workbook(), [texts('x'.repeat(length))]))).toContain(answer),
  );
});

describe('what is taken', () => {
  test('P: an integer in quotes', () => {
    const sheets = workbook();
    const rule = {
      ranges: [A1],
      booleanRule: { condition: { type: 'NOT_BLANK' }, format: { textFormat: { bold: true } } },
    };
    const request: Any = { addConditionalFormatRule: { index: '0', rule } };
    run(sheets, [request]);
    expect(sheetOf(sheets)?.conditionalFormats).toHaveLength(1);
  });

  test('P: a cell repeated over no rows, which does nothing', () => {
    const sheets = workbook([['a']]);
    const before = JSON.stringify(read(sheets));
    const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 0, startColumnIndex: 0, endColumnIndex: 1 };
    run(sheets, [{ repeatCell: { range, cell: { note: 'n' }, fields: 'note' } }]);
    expect(JSON.stringify(read(sheets))).toBe(before);
  });

  test('G M: a name behind the tab it lies on, not before an exclamation mark, not in quotes', () => {
    const sheets = workbook([['a']]);
    run(sheets, [name('a', 'Solo')]);
    const cells = (range: string) => refusal(() => sheets.get(FILE, { ranges: [range] }, OWNER));
    expect(['Solo', "'Nhiệm vụ'!Solo", 'Solo!A1:B1', "'Solo'"].map(cells)).toEqual([
      'accepted',
      'accepted',
      'Unable to parse range: Solo!A1:B1',
      "Unable to parse range: 'Solo'",
    ]);
  });
});

describe('what is given back', () => {
  const protect = (more: object): SheetRequest => ({ addProtectedRange: { protectedRange: { range: A1, ...more } } });

  test.each([
    ['G: nobody', { editors: { users: [] } }],
    ['G: a warning', { warningOnly: true }],
    ['P: no list', {}],
  ])('%s: the reply has no editors, a look lists the owner', (_, more) => {
    const sheets = workbook();
    const { replies = [] } = run(sheets, [protect(more)]);
    expect(replies[0]?.addProtectedRange?.protectedRange?.editors).toEqual({});
    expect(sheetOf(sheets)?.protectedRanges?.[0]?.editors?.users).toContain(OWNER);
  });

  test('G P: a colour is cut down to eight bits; n of 255 in full stays n', () => {
    const sheets = workbook();
    const back = (red: number) => {
      const format = { backgroundColorStyle: { rgbColor: { red } } };
      run(sheets, [{ repeatCell: { range: A1, cell: { userEnteredFormat: format }, fields: 'userEnteredFormat' } }]);
      const cell = sheetOf(sheets)?.data?.[0]?.rowData?.[0]?.values?.[0];
      return cell?.userEnteredFormat?.backgroundColorStyle?.rgbColor?.red ?? 0;
    };
    expect([0.5, 0.9].map(back)).toEqual([0.49803922, 0.8980392]);
    const all = Array.from({ length: 256 }, (_, n) => n);
    expect(all.map((n) => Math.round(back(n / 255) * 255))).toEqual(all);
    expect(all.map((n) => Math.round(back(back(n / 255)) * 255))).toEqual(all);
  });

  test('G: the basic filter of a whole tab tells every edge', () => {
    const sheets = workbook();
    run(sheets, [{ setBasicFilter: { filter: { range: { sheetId: 0 } } } }]);
    expect(sheetOf(sheets)?.basicFilter?.range).toEqual({
      startRowIndex: 0,
      endRowIndex: 10,
      startColumnIndex: 0,
      endColumnIndex: 6,
    });
  });

  test('G: a tab colour that was cleared is no field', () => {
    const sheets = workbook();
    const colour = (tabColorStyle: object): SheetRequest => ({
      updateSheetProperties: { properties: { sheetId: 0, tabColorStyle }, fields: 'tabColorStyle' },
    });
    run(sheets, [colour({ rgbColor: { red: 1 } }), colour({})]);
    expect(Object.keys(sheetOf(sheets)?.properties ?? {}).filter((key) => key.startsWith('tabColor'))).toEqual([]);
  });

  test('M: metadata of a row goes along when rows are sorted, also by a block narrower than the tab', () => {
    const sheets = workbook([['c'], ['b'], ['a']]);
    run(sheets, [note({})]);
    run(sheets, [
      { sortRange: { range: area(0, 3, 0, 1), sortSpecs: [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }] } },
    ]);
    const { rowMetadata = [] } = read(sheets).sheets?.[0]?.data?.[0] ?? {};
    expect(rowMetadata.flatMap(({ developerMetadata }, index) => (developerMetadata ? [index] : []))).toEqual([0]);
  });

  test('M: a chart whose column is deleted stays, without that series', () => {
    const sheets = workbook();
    run(sheets, [{ addChart: { chart: { chartId: 5, spec, position } } }]);
    run(sheets, [{ deleteDimension: { range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 } } }]);
    expect(sheetOf(sheets)?.charts?.map((chart) => chart.spec?.basicChart?.series)).toEqual([[]]);
  });

  test('M: a chart that names no size is 600 × 371', () => {
    const { replies = [] } = run(workbook(), [{ addChart: { chart: { spec, position } } }]);
    const { overlayPosition } = replies[0]?.addChart?.chart?.position ?? {};
    expect([overlayPosition?.widthPixels, overlayPosition?.heightPixels]).toEqual([600, 371]);
  });

  test('M: the value of an end that is the least or the most is dropped', () => {
    const sheets = workbook();
    run(sheets, [gradient({ minpoint: { type: 'MIN', value: '3', ...red }, maxpoint: { type: 'MAX', ...red } })]);
    expect(sheetOf(sheets)?.conditionalFormats?.[0]?.gradientRule?.minpoint).not.toHaveProperty('value');
  });
});
