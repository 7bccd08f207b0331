// Runs, links and smart chips: what may be written, what is read back, and what survives which request.
import { describe, expect, test } from 'vitest';
import type { CellData, SheetRequest } from '../../../src/host/contract.ts';
import { area, cellAt, EDITOR, FILE, OWNER, read, refusal, rowsOf, run, workbook } from './workbook.ts';

type Rich = CellData & { chipRuns?: unknown };

const LINK = { foregroundColor: { red: 0.06666667, green: 0.33333334, blue: 0.8 } };
const LOOK = { ...LINK, foregroundColorStyle: { themeColor: 'LINK' }, underline: true };
const uri = (address: string) => ({ link: { uri: address } });
const run1 = (startIndex: number, address?: string) => ({
  startIndex,
  format: address === undefined ? {} : uri(address),
});
const text = (stringValue: string, more: object = {}): Rich => ({ userEnteredValue: { stringValue }, ...more });
const write = (cell: object, fields: string): SheetRequest => ({
  updateCells: { start: {}, rows: [{ values: [cell as CellData] }], fields },
});
const ALL = 'userEnteredValue,userEnteredFormat,textFormatRuns,chipRuns';
const DRIVE = 'https://drive.google.com/file/d/1/view';
const chip = (address: string) => ({ chip: { richLinkProperties: { uri: address } } });

describe('what may be written', () => {
  test.each<[string, object, string, string]>([
    ['runs in order', text('abcd', { textFormatRuns: [run1(0), run1(2, '#gid=1')] }), ALL, 'accepted'],
    ['runs in no order', text('abcd', { textFormatRuns: [run1(2), run1(1)] }), ALL, 'ascending'],
    ['two runs from one place', text('abcd', { textFormatRuns: [run1(1), run1(1)] }), ALL, 'ascending'],
    ['a run at the end', text('abcd', { textFormatRuns: [run1(4)] }), ALL, 'must be less than the length'],
    ['a run before the start', text('abcd', { textFormatRuns: [run1(-1)] }), ALL, 'must not be negative'],
    ['runs on the text that stands there', { textFormatRuns: [run1(0, 'u')] }, 'textFormatRuns', 'accepted'],
    ['runs beyond the text that stands there', { textFormatRuns: [run1(3)] }, 'textFormatRuns', 'less than the length'],
    [
      'runs on a number',
      { userEnteredValue: { numberValue: 5 }, textFormatRuns: [run1(0)] },
      ALL,
      'only valid on user entered strings',
    ],
    ['a chip of Drive', text('xem @', { chipRuns: [{ startIndex: 4, ...chip(DRIVE) }] }), ALL, 'accepted'],
    ['a chip of elsewhere', text('@', { chipRuns: [chip('https://example.vn')] }), ALL, 'Only Drive files'],
    ['a chip without its sign', text('abc', { chipRuns: [chip(DRIVE)] }), ALL, 'placeholder'],
    ['a person', text('@', { chipRuns: [{ chip: { personProperties: { email: 'a@b.vn' } } }] }), ALL, 'accepted'],
    ['a person without address', text('@', { chipRuns: [{ chip: { personProperties: {} } }] }), ALL, 'email'],
  ])('%s', (_, cell, fields, message) => {
    const sheets = workbook([['abc']]);
    expect(refusal(() => run(sheets, [write(cell, fields)]))).toContain(message);
  });

  test('runs over a range of a request are held to each cell', () => {
    const sheets = workbook([['abc'], ['a']]);
    const cell = { textFormatRuns: [run1(2)] };
    const request = { repeatCell: { range: area(0, 2, 0, 1), cell, fields: 'textFormatRuns' } };
    expect(refusal(() => run(sheets, [request]))).toContain('Invalid requests[0].repeatCell: TextFormatRun.startIndex');
  });
});

describe('hyperlink', () => {
  test.each<[string, object, string | undefined]>([
    ['none', text('abcd'), undefined],
    [
      'of the cell',
      text('abcd', { userEnteredFormat: { textFormat: uri('#gid=1001&range=A5') } }),
      '#gid=1001&range=A5',
    ],
    ['of a number', { userEnteredValue: { numberValue: 5 }, userEnteredFormat: { textFormat: uri('u') } }, 'u'],
    ['one run over all', text('abcd', { textFormatRuns: [run1(0, 'u')] }), 'u'],
    ['two runs, one link', text('abcd', { textFormatRuns: [run1(0, 'u'), run1(2, 'u')] }), 'u'],
    ['several links', text('abcd', { textFormatRuns: [run1(0, 'u'), run1(2, 'v')] }), undefined],
    ['a part', text('abcd', { textFormatRuns: [run1(2, 'u')] }), undefined],
    ['a part before', text('abcd', { textFormatRuns: [run1(0, 'u'), run1(2)] }), undefined],
    [
      'a run’s instead of the cell’s',
      text('abcd', { textFormatRuns: [run1(0, 'u')], userEnteredFormat: { textFormat: uri('w') } }),
      'u',
    ],
  ])('%s', (_, cell, hyperlink) => {
    const sheets = workbook();
    run(sheets, [write(cell, ALL)]);
    expect(cellAt(sheets, 0, 0)?.hyperlink).toBe(hyperlink);
    const fields = 'sheets.data.rowData.values.hyperlink';
    const masked = sheets.get(FILE, { fields }, OWNER).sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0];
    expect(masked).toEqual(hyperlink === undefined ? {} : { hyperlink });
  });

  test('a link in a run clears the link of the cell', () => {
    const sheets = workbook([['abc']]);
    run(sheets, [
      write({ userEnteredFormat: { textFormat: { bold: true, ...uri('w') } } }, 'userEnteredFormat'),
      write({ textFormatRuns: [run1(1, 'u')] }, 'textFormatRuns'),
    ]);
    expect(cellAt(sheets, 0, 0)?.userEnteredFormat?.textFormat).toEqual({ bold: true, ...LOOK });
  });
});

describe('the look of a link', () => {
  const red = { foregroundColor: { red: 1 }, foregroundColorStyle: { rgbColor: { red: 1 } } };
  test.each<[string, object, string, object]>([
    ['comes with it', { textFormat: uri('u') }, 'userEnteredFormat', { ...uri('u'), ...LOOK }],
    [
      'or is said along',
      { textFormat: { ...uri('u'), ...red, underline: false } },
      'userEnteredFormat',
      { ...uri('u'), ...red, underline: false },
    ],
    [
      'and covers the one before',
      { textFormat: uri('u') },
      'userEnteredFormat.textFormat.link',
      { bold: true, ...uri('u'), ...LOOK },
    ],
    ['and stays when the link goes', {}, 'userEnteredFormat.textFormat.bold', { ...red, underline: false }],
  ])('%s', (_, format, fields, after) => {
    const sheets = workbook([['abc']]);
    run(sheets, [
      write({ userEnteredFormat: { textFormat: { bold: true, ...red, underline: false } } }, 'userEnteredFormat'),
      write({ userEnteredFormat: format }, fields),
    ]);
    expect(cellAt(sheets, 0, 0)?.userEnteredFormat?.textFormat).toEqual(after);
  });
});

describe('what a request leaves of runs and chips', () => {
  const cell = text('xem @ đi', {
    chipRuns: [{ startIndex: 4, ...chip(DRIVE) }],
    textFormatRuns: [run1(0, 'u'), run1(3)],
  });
  const chipRuns = [{ chip: {} }, { startIndex: 4, ...chip(DRIVE) }, { startIndex: 5, chip: {} }];
  const kept = { chipRuns, textFormatRuns: [{ format: { ...uri('u'), ...LOOK } }, { startIndex: 3, format: {} }] };
  const start = () => {
    const sheets = workbook([
      [null, 'b'],
      ['c', 1],
    ]);
    run(sheets, [write(cell, ALL)]);
    return sheets;
  };
  const there = (sheets: ReturnType<typeof workbook>, row: number, column: number, sheetId = 0) => {
    const { chipRuns: chips, textFormatRuns } = (cellAt(sheets, row, column, sheetId) ?? {}) as Rich;
    return { ...(chips ? { chipRuns: chips } : {}), ...(textFormatRuns ? { textFormatRuns } : {}) };
  };
  const note = { updateCells: { range: area(0, 1, 0, 1), rows: [{ values: [{ note: 'n' }] }], fields: 'note' } };
  const value = { updateCells: { start: {}, rows: rowsOf(['xem @ đi']), fields: 'userEnteredValue' } };
  const copy = (pasteType: string): SheetRequest => ({
    copyPaste: { source: area(0, 1, 0, 1), destination: area(3, 4, 0, 1), pasteType },
  });
  const over: SheetRequest = {
    copyPaste: { source: area(0, 1, 1, 2), destination: area(0, 1, 0, 1), pasteType: 'PASTE_VALUES' },
  };
  const sort = { sortRange: { range: area(0, 2, 0, 2), sortSpecs: [{ sortOrder: 'ASCENDING' }] } };
  const cut = { cutPaste: { source: area(0, 1, 0, 1), destination: { rowIndex: 3 } } };
  const merge = { mergeCells: { range: area(0, 1, 0, 2) } };
  test.each<[string, SheetRequest[], readonly [number, number, number?], object]>([
    [
      'a write beside it',
      [{ updateCells: { start: { rowIndex: 1 }, rows: rowsOf(['z']), fields: '*' } }],
      [0, 0],
      kept,
    ],
    ['a note', [note], [0, 0], kept],
    ['the same text written again', [value], [0, 0], {}],
    ['a copy', [copy('PASTE_NORMAL')], [3, 0], kept],
    ['a copy of the value', [copy('PASTE_VALUES')], [3, 0], {}],
    ['a value pasted over it', [over], [0, 0], {}],
    ['a sort', [sort], [1, 0], kept],
    ['a cut', [cut], [3, 0], kept],
    ['the place it was cut from', [cut], [0, 0], {}],
    ['a merge', [merge], [0, 0], kept],
    ['a merge under it', [{ mergeCells: { range: area(0, 2, 0, 1) } }], [0, 0], kept],
    ['a row above', [{ insertDimension: { range: { dimension: 'ROWS', startIndex: 0, endIndex: 1 } } }], [1, 0], kept],
    ['a duplicate', [{ duplicateSheet: { newSheetId: 9 } }], [0, 0, 9], kept],
  ])('%s', (_, requests, [row, column, sheetId], after) => {
    const sheets = start();
    run(sheets, requests);
    expect(there(sheets, row, column, sheetId)).toEqual(after);
  });

  test.each<[string, (sheets: ReturnType<typeof workbook>) => unknown]>([
    ['typing', (sheets) => sheets.type(FILE, { sheetId: 0, row: 0, column: 0 }, 'xem @ đi', EDITOR)],
    ['pasting', (sheets) => sheets.paste(FILE, { sheetId: 0, row: 0, column: 0 }, [['xem @ đi']], EDITOR)],
    ['Delete', (sheets) => sheets.clear(FILE, area(0, 1, 0, 1), EDITOR)],
    ['setValues', (sheets) => sheets.setValues(FILE, area(0, 1, 0, 1), [['xem @ đi']], EDITOR)],
  ])('%s erases them', (_, act) => {
    const sheets = start();
    act(sheets);
    expect(there(sheets, 0, 0)).toEqual({});
    expect(cellAt(sheets, 0, 0)?.hyperlink).toBeUndefined();
  });

  test('a new row takes no link from its neighbour', () => {
    const sheets = workbook([['abc']]);
    const insert = { range: { dimension: 'ROWS', startIndex: 1, endIndex: 2 }, inheritFromBefore: true };
    run(sheets, [
      write({ userEnteredFormat: { textFormat: { bold: true, ...uri('u') } } }, 'userEnteredFormat'),
      { insertDimension: insert },
    ]);
    expect(cellAt(sheets, 1, 0)?.userEnteredFormat?.textFormat).toEqual({ bold: true, ...LOOK });
    expect(JSON.stringify(read(sheets))).toContain('"hyperlink":"u"');
  });
});

describe('a chip put in by a person', () => {
  const at = { sheetId: 0, row: 0, column: 0 };
  const place = { richLinkProperties: { uri: 'https://maps.app.goo.gl/x' } };
  test('may be of any kind, and is held to protection and validation', () => {
    const sheets = workbook([['abc']]);
    expect(sheets.insertChip(FILE, at, place, EDITOR)).toMatchObject({ kind: 'accepted', oldValue: 'abc' });
    expect(cellAt(sheets, 0, 0)).toMatchObject({ userEnteredValue: { stringValue: '@' }, chipRuns: [{ chip: place }] });
    const rule = { strict: true, condition: { type: 'DATE_IS_VALID' } };
    run(sheets, [
      { setDataValidation: { range: area(0, 1, 0, 1), rule } },
      { addProtectedRange: { protectedRange: { range: area(1, 2, 0, 1), editors: { users: [OWNER] } } } },
    ]);
    expect(sheets.insertChip(FILE, at, place, EDITOR)).toMatchObject({ kind: 'refused', reason: 'validation' });
    expect(sheets.insertChip(FILE, { ...at, row: 1 }, place, EDITOR)).toMatchObject({ reason: 'protected' });
  });
});
