// spreadsheets.get and create: fields, ranges, trimming, what Google leaves out.
import { describe, expect, test } from 'vitest';
import { createSheets } from '../../../src/host/sheets/sheets.ts';
import { area, Clock, FILE, literals, OWNER, read, refusal, run, sharing, thrown, workbook } from './workbook.ts';

const text = { userEnteredFormat: { numberFormat: { type: 'TEXT', pattern: '@' } } };

describe('get', () => {
  const sheets = workbook([['a', 'b'], [], [null, 'c', 4]]);
  run(sheets, [
    { addSheet: { properties: { sheetId: 7, title: 'Đơn vị', gridProperties: { rowCount: 3, columnCount: 2 } } } },
    { repeatCell: { range: area(0, 5, 3, 4), cell: text, fields: 'userEnteredFormat' } },
    { addNamedRange: { namedRange: { namedRangeId: 'n', name: 'NgayTinh', range: area(0, 2, 1, 2, 7) } } },
    { mergeCells: { range: area(7, 8, 0, 2) } },
    { addProtectedRange: { protectedRange: { protectedRangeId: 5, range: area(2, 3, 0, 6) } } },
    {
      updateDimensionProperties: {
        range: { dimension: 'COLUMNS', startIndex: 1, endIndex: 2 },
        properties: { pixelSize: 300, hiddenByUser: true },
        fields: 'pixelSize,hiddenByUser',
      },
    },
  ]);
  const get = (options: Parameters<typeof sheets.get>[1]) => sheets.get(FILE, options, OWNER);

  test('without fields: everything but the grid; with includeGridData the grid too; fields win over it', () => {
    expect(get({}).sheets?.[0]).not.toHaveProperty('data');
    expect(get({ includeGridData: true }).sheets?.[0]).toHaveProperty('data');
    expect(get({ includeGridData: true, fields: 'sheets.properties.title' })).toEqual({
      sheets: [{ properties: { title: 'Nhiệm vụ' } }, { properties: { title: 'Đơn vị' } }],
    });
  });

  test('rows and cells end at the last that holds anything, a format included; blanks between are {}', () => {
    const grid = get({ fields: 'sheets.data(rowData.values.userEnteredValue,startRow)', ranges: ["'Nhiệm vụ'"] });
    const value = (stringValue: string) => ({ userEnteredValue: { stringValue } });
    expect(grid.sheets?.[0]?.data?.[0]).toEqual({
      rowData: [
        { values: [value('a'), value('b'), {}, {}] },
        { values: [{}, {}, {}, {}] },
        { values: [{}, value('c'), { userEnteredValue: { numberValue: 4 } }, {}] },
        { values: [{}, {}, {}, {}] },
        { values: [{}, {}, {}, {}] },
      ],
    });
  });

  test.each<[string, object[]]>([
    ["'Nhiệm vụ'!B2:C3", [{ startRow: 1, startColumn: 1 }]],
    ["'Nhiệm vụ'!A:C", [{}]],
    ["'Nhiệm vụ'!2:3", [{ startRow: 1 }]],
    ['B3', [{ startRow: 2, startColumn: 1 }]],
    ['NgayTinh', [{ startColumn: 1 }]],
    ['Đơn vị', [{}]],
    ["'Đơn vị'", [{}]],
  ])('%s', (range, data) => {
    expect(get({ ranges: [range], fields: 'sheets.data(startRow,startColumn)' }).sheets).toEqual([{ data }]);
  });

  test('two ranges of a tab are two grids, tabs not asked for are left out', () => {
    const both = get({
      ranges: ['A1', 'B3:C3'],
      fields: 'sheets(properties.sheetId,data.rowData.values.effectiveValue)',
    });
    expect(both.sheets).toEqual([
      {
        properties: { sheetId: 0 },
        data: [
          { rowData: [{ values: [{ effectiveValue: { stringValue: 'a' } }] }] },
          { rowData: [{ values: [{ effectiveValue: { stringValue: 'c' } }, { effectiveValue: { numberValue: 4 } }] }] },
        ],
      },
    ]);
  });

  test('ranges limit the rules of a tab, unless the host is told otherwise', () => {
    const fields = 'sheets(merges,protectedRanges.protectedRangeId),namedRanges.name';
    expect(get({ ranges: ["'Nhiệm vụ'!A1:F1"], fields })).toEqual({
      sheets: [{}],
      namedRanges: [{ name: 'NgayTinh' }],
    });
    expect(get({ ranges: ["'Nhiệm vụ'!A3:F8"], fields }).sheets).toEqual([
      {
        merges: [{ startRowIndex: 7, endRowIndex: 8, startColumnIndex: 0, endColumnIndex: 2 }],
        protectedRanges: [{ protectedRangeId: 5 }],
      },
    ]);
    const all = createSheets(new Clock(), sharing, literals, { files: sheets.files, rangesLimitRules: false });
    expect(all.get(FILE, { ranges: ["'Nhiệm vụ'!A1:F1"], fields }, OWNER).sheets?.[0]).toHaveProperty('merges');
  });

  test('sizes of every row and column asked for', () => {
    const columns = get({ ranges: ['A1:C2'], fields: 'sheets.data(rowMetadata,columnMetadata)' }).sheets?.[0]
      ?.data?.[0];
    expect(columns).toEqual({
      rowMetadata: [{ pixelSize: 21 }, { pixelSize: 21 }],
      columnMetadata: [{ pixelSize: 100 }, { pixelSize: 300, hiddenByUser: true }, { pixelSize: 100 }],
    });
  });

  test.each([
    ["'Không có'!A1", "Unable to parse range: 'Không có'!A1"],
    ['Không có', 'Unable to parse range: Không có'],
    ['A11', "Range ('Nhiệm vụ'!A11) exceeds grid limits. Max rows: 10, max columns: 6"],
    ['CRM26', "Range ('Nhiệm vụ'!CRM26) exceeds grid limits. Max rows: 10, max columns: 6"],
  ])('the range %s is refused', (range, message) => expect(refusal(() => get({ ranges: [range] }))).toBe(message));

  test('an unknown field is refused', () =>
    expect(thrown(() => get({ fields: 'sheets.propertys' }))).toMatchObject({
      message: 'Request contains an invalid argument.',
      violation: "Error expanding 'fields' parameter. Cannot find matching fields for path 'sheets.propertys'.",
    }));

  test('what is returned is nobody’s state', () => {
    const first = read(sheets);
    for (const sheet of first.sheets ?? []) delete sheet.properties;
    expect(read(sheets).sheets?.[0]?.properties?.title).toBe('Nhiệm vụ');
  });

  test('effectiveFormat is there where it is not the default, bands included', () => {
    const banded = workbook([['a'], ['b'], ['c']]);
    const grey = { rgbColor: { red: 0.8, green: 0.8, blue: 0.8 } };
    run(banded, [
      {
        addBanding: {
          bandedRange: {
            range: area(1, 3, 0, 1),
            rowProperties: { firstBandColorStyle: grey, secondBandColorStyle: { themeColor: 'ACCENT1' } },
          },
        },
      },
    ]);
    const cells = banded
      .get(FILE, { fields: 'sheets.data.rowData.values.effectiveFormat.backgroundColor' }, OWNER)
      .sheets?.[0]?.data?.[0]?.rowData?.map((row) => row.values?.[0]?.effectiveFormat?.backgroundColor);
    expect(cells).toEqual([
      undefined,
      { red: 0.8, green: 0.8, blue: 0.8 },
      { red: 0.25882354, green: 0.52156866, blue: 0.95686275 },
    ]);
  });
});

describe('create', () => {
  test('an empty body makes one tab of id 0 in the account’s locale and zone', () => {
    const sheets = createSheets(new Clock(), sharing, literals);
    const made = sheets.create(FILE, { properties: { title: 'Kế hoạch' } }, OWNER);
    expect(made.properties).toMatchObject({
      title: 'Kế hoạch',
      locale: 'vi_VN',
      timeZone: 'Asia/Saigon',
      autoRecalc: 'ON_CHANGE',
    });
    expect(made.sheets).toEqual([
      {
        properties: {
          sheetId: 0,
          title: 'Trang tính1',
          index: 0,
          sheetType: 'GRID',
          gridProperties: { rowCount: 1000, columnCount: 26 },
        },
      },
    ]);
  });

  test('the zone reads back as it was written where the host is told so', () => {
    const sheets = createSheets(new Clock(), sharing, literals, { saigon: false, locale: 'en_US', firstTab: 'Sheet1' });
    expect(sheets.create(FILE, {}, OWNER)).toMatchObject({
      properties: { timeZone: 'Asia/Ho_Chi_Minh', locale: 'en_US' },
      sheets: [{ properties: { title: 'Sheet1' } }],
    });
  });

  test('what get tells of a file, create makes again', () => {
    const sheets = workbook([
      ['a', '=B2'],
      ['b', 2],
    ]);
    run(sheets, [
      { addSheet: { properties: { sheetId: 7, title: 'Đơn vị', hidden: true } } },
      { repeatCell: { range: area(0, 2, 0, 1), cell: text, fields: 'userEnteredFormat' } },
      { addNamedRange: { namedRange: { namedRangeId: 'n', name: 'NgayTinh', range: area(0, 1, 0, 1, 7) } } },
      { mergeCells: { range: area(7, 8, 0, 2) } },
      {
        addProtectedRange: {
          protectedRange: { protectedRangeId: 5, range: area(2, 3, 0, 6), editors: { users: [OWNER] } },
        },
      },
      {
        createDeveloperMetadata: {
          developerMetadata: { metadataId: 2, metadataKey: 'k', visibility: 'DOCUMENT', location: { sheetId: 7 } },
        },
      },
    ]);
    const whole = read(sheets);
    const again = createSheets(new Clock(), sharing, literals);
    again.create(FILE, { ...whole, properties: { ...whole.properties, timeZone: 'Asia/Ho_Chi_Minh' } }, OWNER);
    expect(read(again)).toEqual(whole);
  });

  test('another zone is kept, and its values are not guessed', () => {
    const sheets = workbook([['=TODAY()']]);
    run(sheets, [
      { updateSpreadsheetProperties: { properties: { timeZone: 'America/New_York' }, fields: 'timeZone' } },
    ]);
    expect(sheets.get(FILE, {}, OWNER).properties?.timeZone).toBe('America/New_York');
    expect(() => read(sheets)).toThrow(/time zone America\/New_York/u);
  });
});
