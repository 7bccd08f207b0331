// A workbook with one of everything, written as an Excel file and looked at: once through a reader, else as the file's XML.
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { CellData, Spreadsheet } from '../../../src/host/contract.ts';
import { readWorkbookFile } from '../../../src/host/workbook-file/read-workbook-file.ts';
import { workbookFile } from '../../../src/host/workbook-file/workbook-file.ts';
import { hostileText, longText } from '../../hostile.ts';
import { cases } from '../../hunt.ts';
import { packageFaults } from '../../well-formed.ts';

const RED = { red: 1 };
const BLUE = { blue: 1 };

const text = (stringValue: string, more: CellData = {}): CellData => ({ userEnteredValue: { stringValue }, ...more });
const rule = (type: string, ...values: string[]) => ({
  condition: { type, values: values.map((userEnteredValue) => ({ userEnteredValue })) },
  strict: true,
  inputMessage: 'Chọn lại.',
});
const link = (uri: string) => ({ userEnteredFormat: { textFormat: { link: { uri } } } });

const CELLS: CellData[][] = [
  [
    text('Tên', {
      userEnteredFormat: {
        textFormat: { bold: true, fontSize: 12, foregroundColorStyle: { rgbColor: RED } },
        backgroundColorStyle: { rgbColor: BLUE },
        horizontalAlignment: 'CENTER',
        verticalAlignment: 'MIDDLE',
        wrapStrategy: 'WRAP',
      },
      note: 'Một lời giải thích dài hơn một dòng của ô ghi chú, viết hai dòng.',
    }),
    {
      userEnteredValue: { numberValue: 45427 },
      userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'dd/mm/yyyy' } },
      dataValidation: rule('DATE_IS_VALID'),
    },
    { userEnteredValue: { formulaValue: '=TODAY()-B1' }, effectiveValue: { numberValue: 5 } },
    { userEnteredValue: { boolValue: true }, dataValidation: { condition: { type: 'BOOLEAN' }, strict: true } },
    { dataValidation: { condition: { type: 'BOOLEAN' }, strict: true } },
  ],
  [
    text('Đang làm', { dataValidation: rule('ONE_OF_LIST', 'Đang làm', 'Xong "hẳn"') }),
    { dataValidation: rule('ONE_OF_RANGE', "='Ẩn'!$A$1:$A$2") },
    { userEnteredValue: { numberValue: 1 / 4 }, dataValidation: rule('NUMBER_BETWEEN', '0', '1,5') },
    text('một trang', link('https://example.vn/a')),
    text('tab kia', link('#gid=8&range=A2')),
    text('hai trang', {
      textFormatRuns: [
        { format: { link: { uri: 'https://example.vn/a' } } },
        { startIndex: 3 },
        { startIndex: 4, format: { link: { uri: 'https://example.vn/b' } } },
      ],
    }),
  ],
  [text('x', { dataValidation: rule('ONE_OF_LIST', 'a, b') }), text('#REF'), text(' ')],
];

const range = (startRowIndex: number, endRowIndex: number, startColumnIndex: number, endColumnIndex: number) => ({
  sheetId: 7,
  startRowIndex,
  endRowIndex,
  startColumnIndex,
  endColumnIndex,
});
const column = (startColumnIndex: number) => ({
  sourceRange: { sources: [range(0, 3, startColumnIndex, startColumnIndex + 1)] },
});

const BOOK: Spreadsheet = {
  properties: { title: 'Thử', locale: 'vi_VN' },
  namedRanges: [
    { name: 'NgayTinh', range: range(0, 1, 1, 2) },
    { name: 'Mất', range: { sheetId: 99 } },
  ],
  sheets: [
    {
      properties: {
        sheetId: 7,
        title: 'Việc chính',
        tabColorStyle: { rgbColor: RED },
        gridProperties: { rowCount: 10, columnCount: 6, frozenRowCount: 1, frozenColumnCount: 2 },
      },
      data: [
        {
          rowData: CELLS.map((values) => ({ values })),
          columnMetadata: [{ pixelSize: 70 }, { pixelSize: 140 }, { pixelSize: 100, hiddenByUser: true }],
          rowMetadata: [{ pixelSize: 40 }, { pixelSize: 21 }],
        },
      ],
      merges: [range(4, 6, 0, 2)],
      conditionalFormats: [
        {
          ranges: [range(1, 9, 0, 1), range(1, 9, 2, 3)],
          booleanRule: {
            condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: '=OR(A2="Xong";$B2=1)' }] },
            format: { backgroundColorStyle: { rgbColor: RED }, textFormat: { bold: true } },
          },
        },
        {
          ranges: [range(1, 9, 1, 2)],
          booleanRule: {
            condition: { type: 'TEXT_CONTAINS', values: [{ userEnteredValue: 'a*' }] },
            format: { backgroundColorStyle: { rgbColor: BLUE } },
          },
        },
      ],
      bandedRanges: [
        {
          range: range(7, 9, 0, 1),
          rowProperties: {
            firstBandColorStyle: { rgbColor: { red: 1, green: 1 } },
            secondBandColorStyle: { rgbColor: RED },
          },
        },
      ],
      basicFilter: { range: range(0, 3, 0, 6) },
      charts: [
        {
          spec: {
            title: 'Biểu đồ',
            basicChart: {
              chartType: 'BAR',
              stackedType: 'STACKED',
              headerCount: 1,
              legendPosition: 'BOTTOM_LEGEND',
              domains: [{ domain: column(0) }],
              series: [{ series: column(3), color: BLUE }],
            },
          },
          position: { overlayPosition: { anchorCell: { sheetId: 7, rowIndex: 3, columnIndex: 3 } } },
        },
      ],
    },
    {
      properties: { sheetId: 8, title: 'Ẩn', hidden: true, gridProperties: { rowCount: 3, columnCount: 1 } },
      data: [{}],
    },
  ],
};

const file = await workbookFile(BOOK);
const read = await readXlsx(file, { readStyles: true });
const parts = Object.fromEntries(Object.entries(unzipSync(file)).map(([name, part]) => [name, strFromU8(part)]));
const [main, hidden] = read.sheets;
const cell = (place: string) => main?.cells?.get(place);

describe('what the file says', () => {
  test('tabs, names, panes, widths', () => {
    expect([main?.name, hidden?.name, hidden?.hidden]).toEqual(['Việc chính', 'Ẩn', true]);
    expect(read.namedRanges?.map(({ name, range }) => [name, range])).toEqual([['NgayTinh', "'Việc chính'!$B$1"]]);
    expect(main?.freezePane).toMatchObject({ rows: 1, columns: 2 });
    expect(main?.columns?.map(({ width, hidden }) => [width, hidden ?? false])).toEqual([
      [10, false],
      [20, false],
      [100 / 7, true],
    ]);
    expect(main?.view?.tabColor?.rgb).toMatch(/FF0000$/u);
    // A height of Google's own is left to whoever opens the file.
    expect([main?.rowDefs?.get(0)?.height, main?.rowDefs?.get(1)]).toEqual([30, undefined]);
    expect(main?.merges).toEqual([{ startRow: 4, startCol: 0, endRow: 5, endCol: 1 }]);
    expect(main?.autoFilter?.range).toBe('A1:F3');
    expect(main?.pageSetup).toMatchObject({ fitToWidth: 1, fitToHeight: 0, printTitlesRow: '$1:$1' });
  });

  test('looks', () => {
    expect(cell('0,0')?.style).toMatchObject({
      font: { name: 'Arial', size: 12, bold: true },
      fill: { pattern: 'solid' },
      alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
    });
    expect(cell('0,1')?.style?.numFmt).toBe('dd/mm/yyyy');
    expect([cell('7,0')?.style?.fill, cell('8,0')?.style?.fill]).toMatchObject([
      { fgColor: { rgb: expect.stringMatching(/FFFF00$/u) } },
      { fgColor: { rgb: expect.stringMatching(/FF0000$/u) } },
    ]);
  });

  test('values and formulas; a frozen file holds what was seen', async () => {
    expect(cell('0,2')).toMatchObject({ formula: 'TODAY()-B1', formulaResult: 5 });
    expect([main?.rows[0]?.[3], main?.rows[2]?.[1]]).toEqual([true, '#REF']);
    const frozen = await readXlsx(await workbookFile(BOOK, { frozen: true }));
    expect(frozen.sheets[0]?.rows[0]).toEqual(['Tên', new Date('2024-05-15'), 5, true, false, null]);
    expect(parts['xl/worksheets/sheet1.xml']).not.toContain('headings="1"');
  });

  test('colour rules: one a range, the formula moved, the first decides', () => {
    expect(main?.conditionalRules?.map(({ range, formula, stopIfTrue }) => [range, formula, stopIfTrue])).toEqual([
      ['A2:A9', 'OR(A2="Xong",$B2=1)', true],
      ['C2:C9', 'OR(C2="Xong",$B2=1)', true],
      ['B2:B9', 'ISNUMBER(SEARCH("a~*",B2))', true],
    ]);
  });

  test('what cells accept', () => {
    const rules = main?.dataValidations ?? [];
    expect(rules.map((one) => [one.range, one.type, one.operator, one.formula1 ?? one.values, one.formula2])).toEqual([
      ['B1', 'date', 'greaterThanOrEqual', '1', undefined],
      ['D1 E1', 'list', undefined, ['TRUE', 'FALSE'], undefined],
      ['A2', 'list', undefined, expect.anything(), undefined],
      ['B2', 'list', undefined, "'Ẩn'!$A$1:$A$2", undefined],
      ['C2', 'decimal', 'between', '0', '1.5'],
    ]);
    const sheet = parts['xl/worksheets/sheet1.xml'] ?? '';
    expect(sheet).toContain('<formula1>"Đang làm,Xong ""hẳn"""</formula1>');
    expect(rules[2]).toMatchObject({ errorStyle: 'stop', errorMessage: 'Chọn lại.', showErrorMessage: true });
  });

  test('links: the only one of a cell, to the web or to a tab', () => {
    expect([cell('1,3')?.hyperlink, cell('1,4')?.hyperlink]).toMatchObject([
      { target: 'https://example.vn/a' },
      { location: "'Ẩn'!A2" },
    ]);
    expect(cell('1,5')?.hyperlink).toBeUndefined();
    expect(cell('1,5')?.richText?.map(({ text, font }) => [text, font?.underline ?? false])).toEqual([
      ['hai', true],
      [' ', false],
      ['trang', true],
    ]);
  });

  test('notes are as big as their words', () => {
    expect(cell('0,0')?.comment?.text).toMatch(/^Một lời giải thích/u);
    expect(parts['xl/drawings/vmlDrawing1.vml']).toContain('width:190pt;height:32pt');
  });

  test('a chart knows its cells', () => {
    expect(main?.charts?.[0]).toMatchObject({
      kinds: ['bar'],
      title: 'Biểu đồ',
      legend: 'bottom',
      series: [{ valuesRef: "'Việc chính'!$D$2:$D$3", categoriesRef: "'Việc chính'!$A$2:$A$3" }],
      anchor: { from: { row: 3, col: 3 } },
      // Google's bars begin at the top.
      axes: { x: { reverse: true } },
    });
  });

  test('equal workbooks are equal files', async () => {
    expect(Buffer.compare(Buffer.from(await workbookFile(structuredClone(BOOK))), Buffer.from(file))).toBe(0);
  });
});

describe('characters no file can hold, and words that look like them', () => {
  const texts = [
    'a\u0001b\u000Bc',
    'x\uFFFEy\uFFFFz',
    'literal _x0041_ and _x005F_ and _xZZ_',
    'half \uD800 and \uDC00',
    '<b>&amp;</b> "\'',
    'nhiều\ndòng',
    '=1+1',
  ];
  const strange: Spreadsheet = {
    properties: { title: 'Sổ \uFFFF' },
    sheets: [
      {
        properties: { sheetId: 1, title: 'Tab', gridProperties: { rowCount: 20, columnCount: 2 } },
        data: [
          {
            rowData: texts.map((stringValue) => ({
              values: [
                {
                  userEnteredValue: { stringValue },
                  note: stringValue,
                  userEnteredFormat: { textFormat: { bold: true, strikethrough: true, underline: true, fontSize: 12 } },
                },
              ],
            })),
          },
        ],
      },
    ],
  };

  test('every part is well-formed, and every text comes back as it was', async () => {
    const bytes = await workbookFile(strange);
    expect(packageFaults(bytes)).toEqual([]);
    const { book } = await readWorkbookFile(bytes);
    const rows = book.sheets?.[0]?.data?.[0]?.rowData ?? [];
    expect(rows.map(({ values }) => values?.[0]?.userEnteredValue?.stringValue)).toEqual(texts);
    expect(rows.map(({ values }) => values?.[0]?.note)).toEqual(texts);
  });

  test('the parts of a font stand in the order of the schema', async () => {
    const styles = strFromU8(unzipSync(await workbookFile(strange))['xl/styles.xml'] ?? new Uint8Array());
    const order = ['b', 'i', 'strike', 'u', 'sz', 'color', 'name'];
    for (const [, font = ''] of styles.matchAll(/<font>(.*?)<\/font>/gu)) {
      const names = [...font.matchAll(/<(\w+)/gu)].map(([, name = '']) => order.indexOf(name));
      expect(names).toEqual([...names].sort((a, b) => a - b));
    }
    expect(styles).toContain('<strike/><u/><sz val="12"/>');
  });

  test('whatever stands in the cells', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(hostileText, longText), { minLength: 1, maxLength: 4 }), async (list) => {
        const rowData = list.map((stringValue) => ({
          values: [{ userEnteredValue: { stringValue }, note: stringValue.slice(0, 500) }],
        }));
        const sheets = [{ properties: { sheetId: 1, title: 'T' }, data: [{ rowData }] }];
        const bytes = await workbookFile({ properties: { title: list[0] ?? '' }, sheets });
        expect(packageFaults(bytes)).toEqual([]);
        const { book } = await readWorkbookFile(bytes);
        const read = book.sheets?.[0]?.data?.[0]?.rowData ?? [];
        const kept = list.map((text) => text.slice(0, 32_767).replace(/\r\n?/gu, '\n'));
        expect(list.map((_, i) => read[i]?.values?.[0]?.userEnteredValue?.stringValue ?? '')).toEqual(kept);
      }),
      cases(40),
    );
  });
});
