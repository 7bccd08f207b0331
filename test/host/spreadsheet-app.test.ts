// SpreadsheetApp and the advanced service Sheets, as scripts meet them.
import { describe, expect, it } from 'vitest';
import type { SheetRequest } from '../../src/host/contract.ts';
import { failure, OWNER, POLICE, stage, UNIT, value } from './story.ts';

const TEXT = { userEnteredFormat: { numberFormat: { type: 'TEXT', pattern: '@' } } };
const DATE = { userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'dd/mm/yyyy' } } };

function column(index: number, cell: typeof TEXT): SheetRequest {
  const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 20, startColumnIndex: index, endColumnIndex: index + 1 };
  return { repeatCell: { range, cell, fields: 'userEnteredFormat.numberFormat' } };
}

/** Columns: A text, B dates, C plain; «c1(expression)» of the first tab's range. */
function sheet(body: string) {
  const one = stage(`function f() { var tab = SpreadsheetApp.getActive().getSheets()[0]; ${body} }`);
  one.host.batchUpdateAs(OWNER, one.fileId, [column(0, TEXT), column(1, DATE)]);
  return one;
}

describe('values', () => {
  it.each([
    ['text in a text cell', 'A1', '038012345678', '038012345678'],
    ['a date in a date cell', 'B1', '15/05/2024', '2024-05-14T17:00:00.000Z'],
    ['a number', 'C1', '1,5', 1.5],
    ['a tick', 'C1', 'TRUE', true],
    ['a formula', 'C1', '=1+1', 2],
    ['an error', 'C1', '=1/0', '#DIV/0!'],
  ])('%s', (_title, cell, typed, expected) => {
    const { host, fileId, run } = sheet(
      `var v = tab.getRange('${cell}').getValue(); return v instanceof Date ? v.toISOString() : v;`,
    );
    expect(host.type(UNIT, fileId, cell, typed).typed.kind).toBe('accepted');
    expect(value(run('f'))).toEqual(expected);
  });

  it('are empty text where nothing stands', () => {
    expect(value(sheet('return tab.getRange(1, 1, 2, 2).getValues();').run('f'))).toEqual([
      ['', ''],
      ['', ''],
    ]);
  });

  it('come with formulas, display and blanks', () => {
    const { host, fileId, run } = sheet(
      `var r = tab.getRange('B1:C1'); return [r.getFormulas(), r.getDisplayValues(), r.isBlank(), tab.getRange('D1').isBlank(), tab.getLastRow(), tab.getLastColumn()];`,
    );
    host.type(UNIT, fileId, 'B1', '15/05/2024');
    host.type(UNIT, fileId, 'C1', '=1+1');
    expect(value(run('f'))).toEqual([[['', '=1+1']], [['15/05/2024', '2']], false, true, 1, 3]);
  });
});

describe('writing', () => {
  it.each([
    ['a date into a date cell', 'B1', 'new Date(2024, 4, 15)', '15/05/2024'],
    ['a moment into a plain cell', 'C1', 'new Date(2024, 4, 15, 8, 30)', '15/05/2024 08:30:00'],
    ['a day into a plain cell', 'C1', 'new Date(2024, 4, 15)', '15/05/2024'],
    ['text into a text cell', 'A1', '"00015"', '00015'],
    ['text is parsed elsewhere', 'C1', '"00015"', '15'],
    ['a tick', 'C1', 'true', 'TRUE'],
    ['nothing', 'A1', 'null', ''],
  ])('%s', (_title, cell, expression, expected) => {
    const { run } = sheet(
      `tab.getRange('${cell}').setValue(${expression}); return tab.getRange('${cell}').getDisplayValue();`,
    );
    expect(value(run('f'))).toBe(expected);
  });

  it.each([
    [
      'tab.getRange("A1:A2").setValues([[1]])',
      'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
    ],
    [
      'tab.getRange("A1").setValues([[1, 2]])',
      'The number of columns in the data does not match the number of columns in the range. The data has 2 but the range has 1.',
    ],
    [
      'tab.getRange("A1").setValues([1])',
      "The parameters (Object[]) don't match the method signature for SpreadsheetApp.Range.setValues.",
    ],
    ['tab.getRange(0, 1)', 'The starting row of the range is too small.'],
    ['tab.getRange(1, 1, 0, 1)', 'The number of rows in the range must be at least 1.'],
    ['tab.getRange(1001, 1)', 'The coordinates of the range are outside the dimensions of the sheet.'],
    ['tab.getRange("x y")', 'Range not found'],
    ['SpreadsheetApp.openById("1none")', 'Document 1none is missing'],
  ])('%s', (expression, message) => {
    expect(failure(sheet(`${expression};`).run('f'))).toContain(`Exception: ${message}`);
  });

  it('throws on strict validation, and writes nothing', () => {
    const { host, fileId, run } = sheet('tab.getRange("C1:C2").setValues([["có"], ["khác"]]);');
    const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 5, startColumnIndex: 2, endColumnIndex: 3 };
    const values = ['có', 'không'].map((userEnteredValue) => ({ userEnteredValue }));
    host.batchUpdateAs(OWNER, fileId, [
      { setDataValidation: { range, rule: { strict: true, condition: { type: 'ONE_OF_LIST', values } } } },
    ]);
    expect(failure(run('f'))).toContain(
      'The data you entered in cell C2 violates the data validation rules set on this cell.',
    );
    expect(
      host.see(OWNER, fileId, { ranges: ['C1'], includeGridData: true }).sheets?.[0]?.data?.[0]?.rowData?.[0]
        ?.values?.[0]?.effectiveValue,
    ).toBeUndefined();
  });

  it('throws for a person the range is protected from, also behind a menu', () => {
    const { host, fileId, scriptId, run } = sheet('tab.getRange("C1").setValue("x"); return "ghi";');
    host.grant(POLICE, scriptId, 'all');
    const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 5, startColumnIndex: 2, endColumnIndex: 3 };
    host.batchUpdateAs(OWNER, fileId, [
      { addProtectedRange: { protectedRange: { range, editors: { users: [OWNER] } } } },
    ]);
    expect(failure(host.run(POLICE, scriptId, 'f'))).toContain('You are trying to edit a protected cell or object.');
    expect(value(run('f'))).toBe('ghi');
  });
});

describe('files and tabs', () => {
  it.each([
    ['book.getName()', 'Đề án 06'],
    ['book.getUrl().indexOf(book.getId()) > 0', true],
    ['book.getOwner().getEmail()', OWNER],
    ['book.getEditors().map(function (u) { return u.getEmail(); })', [POLICE, UNIT]],
    ['book.getSpreadsheetTimeZone() + book.getSpreadsheetLocale()', 'Asia/Ho_Chi_Minhvi_VN'],
    ['book.getSheetById(0).getSheetId()', 0],
    ['book.getSheetByName("không có")', null],
    ['book.getSheetByName(book.getSheets()[0].getName()).getMaxRows()', 1000],
    ['book.getActiveSheet().getIndex()', 1],
    ['book.getSheets()[0].getParent().getId() === book.getId()', true],
    ['book.getSheets()[0].getRange("B2:C9").getNumRows()', 8],
    ['book.getSheets()[0].getRange("B:B").getA1Notation()', 'B1:B1000'],
    ['book.getSheets()[0].getRange(2, 3, 4).getA1Notation()', 'C2:C5'],
    ['book.getSheets()[0].getDataRange().getA1Notation()', 'A1'],
  ])('%s', (expression, expected) => {
    const { run } = stage(`function f() { var book = SpreadsheetApp.getActiveSpreadsheet(); return ${expression}; }`);
    expect(value(run('f'))).toEqual(expected);
  });
});

describe('the advanced service', () => {
  it('changes all or nothing, and names the request', () => {
    const { host, fileId, run } = stage(`function f() {
      Sheets.Spreadsheets.batchUpdate({ requests: [
        { updateSheetProperties: { properties: { sheetId: 0, title: 'Mới' }, fields: 'title' } },
        { deleteSheet: { sheetId: 99 } } ] }, SpreadsheetApp.getActive().getId());
    }`);
    const before = host.see(OWNER, fileId);
    expect(failure(run('f'))).toContain(
      'GoogleJsonResponseException: API call to sheets.spreadsheets.batchUpdate failed with error: Invalid requests[1].deleteSheet',
    );
    expect(host.see(OWNER, fileId)).toEqual(before);
  });

  it.each([
    ['get', 'Read', 60],
    ['batchUpdate', 'Write', 60],
  ])('%s: sixty a minute and person', (method, what, most) => {
    const { host, scriptId, run } = stage(`function f(n) {
      var id = SpreadsheetApp.getActive().getId();
      for (var i = 0; i < n; i++) ${method === 'get' ? 'Sheets.Spreadsheets.get(id, { fields: "spreadsheetId" })' : 'Sheets.Spreadsheets.batchUpdate({ requests: [{ updateSpreadsheetProperties: { properties: { title: "t" + i }, fields: "title" } }] }, id)'};
    }`);
    host.grant(POLICE, scriptId, 'all');
    value(run('f', [most]));
    expect(failure(run('f', [1]))).toContain(
      `Quota exceeded for quota metric '${what} requests' and limit '${what} requests per minute per user'`,
    );
    value(host.run(POLICE, scriptId, 'f', [1]));
    host.advance({ by: 60_000 });
    value(run('f', [1]));
  });

  it('answers with values as they were when they were asked for, whenever the script looks at them', () => {
    const { fileId, host, run } = stage(`function f(id) {
      var fields = 'sheets.data.rowData.values(userEnteredValue,effectiveValue)';
      var ask = function () { return Sheets.Spreadsheets.get(id, { fields: fields }).sheets[0].data[0].rowData[0].values; };
      var before = ask();
      var cells = [{ userEnteredValue: { numberValue: 5 } }];
      Sheets.Spreadsheets.batchUpdate({ requests: [
        { updateCells: { start: { sheetId: 0, rowIndex: 0, columnIndex: 0 }, rows: [{ values: cells }], fields: 'userEnteredValue' } },
      ] }, id);
      var after = ask();
      var copy = JSON.parse(JSON.stringify(before));
      before[1].effectiveValue.numberValue = 9;
      return [copy, after, before[1], Object.keys(copy[2])];
    }`);
    host.type(OWNER, fileId, { sheetId: 0, row: 0, column: 0 }, '2');
    host.type(OWNER, fileId, { sheetId: 0, row: 0, column: 1 }, '=A1*10');
    // An answer that is an empty cell has no value at all.
    host.type(OWNER, fileId, { sheetId: 0, row: 0, column: 2 }, '=D9');
    const number = (entered: object, n: number) => ({ userEnteredValue: entered, effectiveValue: { numberValue: n } });
    const [ten, blank] = [{ formulaValue: '=A1*10' }, { userEnteredValue: { formulaValue: '=D9' } }];
    expect(value(run('f', [fileId]))).toEqual([
      [number({ numberValue: 2 }, 2), number(ten, 20), blank],
      [number({ numberValue: 5 }, 5), number(ten, 50), blank],
      number(ten, 9),
      ['userEnteredValue'],
    ]);
  });

  it('ends the run where a value is read that the host cannot work out, and not before', () => {
    const { fileId, host, run } = stage(`function f(id, reads) {
      var fields = 'sheets.data.rowData.values.effectiveValue';
      var cell = Sheets.Spreadsheets.get(id, { fields: fields }).sheets[0].data[0].rowData[0].values[1];
      try { return reads ? cell.effectiveValue : 'unread'; } catch (error) { return 'caught'; }
    }`);
    host.type(OWNER, fileId, { sheetId: 0, row: 0, column: 0 }, '0,5');
    host.type(OWNER, fileId, { sheetId: 0, row: 0, column: 1 }, '=A1&"x"');
    expect(value(run('f', [fileId, 0]))).toBe('unread');
    expect(() => run('f', [fileId, 1])).toThrow('turned into text');
  });

  it('makes files in the Drive of whoever runs', () => {
    const { host, scriptId } = stage(
      'function f() { return Sheets.Spreadsheets.create({ properties: { title: "Của tôi" } }).spreadsheetId; }',
    );
    host.grant(POLICE, scriptId, 'all');
    const id = String(value(host.run(POLICE, scriptId, 'f')));
    expect(host.state().files[id]).toMatchObject({
      name: 'Của tôi',
      owner: POLICE,
      apps: [{ user: POLICE, script: scriptId }],
    });
    expect(() => host.see(OWNER, id)).toThrow('Requested entity was not found.');
  });

  it('does not write for a viewer', () => {
    const { host, fileId } = stage('');
    const code = `function f(id) { Sheets.Spreadsheets.batchUpdate({ requests: [] }, id); }`;
    host.share(fileId, OWNER, 'xem@example.vn', 'viewer');
    const script = host.createScript('xem@example.vn', {
      code,
      manifest: {
        oauthScopes: ['https://www.googleapis.com/auth/spreadsheets'],
        dependencies: { enabledAdvancedServices: [{ userSymbol: 'Sheets', serviceId: 'sheets', version: 'v4' }] },
      },
    });
    host.grant('xem@example.vn', script, 'all');
    expect(failure(host.run('xem@example.vn', script, 'f', [fileId]))).toContain('The caller does not have permission');
    expect(failure(host.run('xem@example.vn', script, 'f', ['1none']))).toContain('Requested entity was not found.');
  });
});
