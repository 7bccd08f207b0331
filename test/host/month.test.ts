// One whole story on the Node host: a file is made, a script bound, opened, consented to, clicked, typed into; the clock runs,
// mail lies in the outbox, and the log tells it all. Then the same story again, from a state in the middle.
import { describe, expect, it } from 'vitest';
import { createNodeHost } from '../../src/node/host.ts';
import { MANIFEST, OWNER, POLICE, START, stage, UNIT } from './story.ts';

const CODE = `
var opened = 0;
function onOpen(e) {
  SpreadsheetApp.getUi().createMenu('Đề án 06')
    .addItem('Thiết lập…', 'setUp')
    .addSeparator()
    .addSubMenu(SpreadsheetApp.getUi().createMenu('Khác').addItem('Giới thiệu', 'about'))
    .addToUi();
  opened += 1;
}
function setUp() {
  ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL);
  var ui = SpreadsheetApp.getUi();
  if (ui.alert('Thiết lập', 'Dựng bảng?', ui.ButtonSet.YES_NO) !== ui.Button.YES) return 'thôi';
  var id = SpreadsheetApp.getActiveSpreadsheet().getId();
  Sheets.Spreadsheets.batchUpdate({ requests: [
    { updateCells: { rows: [{ values: [
        { userEnteredValue: { stringValue: 'TT' } }, { userEnteredValue: { formulaValue: '=COUNTA(A2:A10)' } } ] }],
      fields: 'userEnteredValue', start: { sheetId: 0, rowIndex: 0, columnIndex: 0 } } },
    { repeatCell: { range: { sheetId: 0, startRowIndex: 1, endRowIndex: 10, startColumnIndex: 2, endColumnIndex: 3 },
      cell: { userEnteredFormat: { numberFormat: { type: 'DATE_TIME', pattern: 'dd/mm/yyyy hh:mm' } } },
      fields: 'userEnteredFormat.numberFormat' } }
  ] }, id);
  ScriptApp.newTrigger('clock').timeBased().everyMinutes(10).create();
  PropertiesService.getScriptProperties().setProperty('set up', new Date().toISOString());
  return Session.getActiveUser().getEmail() + ' ' + opened;
}
function about() { SpreadsheetApp.getUi().alert('Phiên bản 1'); }
function onEdit(e) {
  if (e.range.columnStart !== 1) return;
  e.range.getSheet().getRange(e.range.rowStart, 3).setValue(new Date());
}
function clock(e) {
  var properties = PropertiesService.getScriptProperties();
  if (new Date().getDate() < 2 || properties.getProperty('sent')) return;
  var lock = LockService.getScriptLock();
  lock.waitLock(1000);
  properties.setProperty('sent', 'sending');
  var got = Sheets.Spreadsheets.get(SpreadsheetApp.getActive().getId(), { ranges: ["'Trang tính1'!A1:B2"], fields: 'sheets.data.rowData.values.effectiveValue' });
  var cells = got.sheets[0].data[0].rowData[0].values;
  MailApp.sendEmail({ to: '${POLICE}', subject: 'Báo cáo', body: 'Có ' + cells[1].effectiveValue.numberValue + ' dòng',
    attachments: [Utilities.newBlob('nội dung', 'text/plain', 'báo cáo.txt')] });
  properties.setProperty('sent', 'sent');
}
`;

function tell() {
  const host = createNodeHost({ clock: START, seed: 6 });
  const fileId = host.createSpreadsheet(OWNER, 'Kế hoạch Đề án 06');
  host.share(fileId, OWNER, UNIT, 'editor');
  const scriptId = host.bindScript(OWNER, fileId, { code: CODE, manifest: MANIFEST });
  const { menus } = host.open(OWNER, fileId);
  const path = ['Đề án 06', 'Thiết lập…'];
  const asked = host.click(OWNER, fileId, path);
  host.grant(OWNER, scriptId, 'all');
  const dialog = host.click(OWNER, fileId, path);
  const before = host.state();
  const done = host.click(OWNER, fileId, path, ['YES']);
  const typed = host.type(UNIT, fileId, 'A2', 'một việc');
  return { host, fileId, scriptId, menus, asked, dialog, before, done, typed };
}

describe('a month in small', () => {
  it('goes from an empty file to the mail', () => {
    const { host, fileId, menus, asked, dialog, before, done, typed } = tell();
    expect(menus).toMatchObject([{ caption: 'Đề án 06', items: [{ caption: 'Thiết lập…' }, {}, { caption: 'Khác' }] }]);
    expect(asked).toMatchObject({ kind: 'consent', scopes: MANIFEST.oauthScopes });
    expect(dialog).toMatchObject({ kind: 'dialog', dialog: { title: 'Thiết lập', buttons: 'YES_NO' } });
    expect(before.log.some((call) => call.service === 'Ui' && call.method === 'alert')).toBe(false);
    expect(done).toMatchObject({ kind: 'ok', value: `${OWNER} 0` });
    expect(typed.runs).toMatchObject([{ kind: 'ok', functionName: 'onEdit', user: UNIT }]);
    expect(
      host.see(UNIT, fileId, { ranges: ['C2'], includeGridData: true }).sheets?.[0]?.data?.[0]?.rowData?.[0],
    ).toMatchObject({
      values: [{ formattedValue: '01/05/2024 08:00' }],
    });

    const early = host.advance({ to: '2024-05-01T23:50' });
    expect(early.length).toBeGreaterThan(90);
    expect(host.state().outbox).toEqual([]);
    host.advance({ to: '2024-05-03T08:00' });
    const { outbox, log, failures } = host.state();
    expect(failures).toEqual([]);
    expect(outbox).toMatchObject([{ from: OWNER, to: [POLICE], subject: 'Báo cáo', body: 'Có 1 dòng' }]);
    expect(outbox[0]?.at).toMatch(/^2024-05-02T00:/u);
    const sent = log.filter((call) => call.service === 'MailApp');
    expect(sent).toMatchObject([
      {
        method: 'sendEmail',
        user: OWNER,
        remote: true,
        args: [{ to: POLICE, attachments: [{ name: 'báo cáo.txt', contentType: 'text/plain', bytes: 10 }] }],
      },
    ]);
    expect(new Set(log.filter((call) => call.remote).map((call) => call.service))).toEqual(
      new Set(['Sheets.Spreadsheets', 'MailApp', 'PropertiesService.Properties', 'SpreadsheetApp.Range']),
    );
  });

  it('is the same every time, also from a state in the middle', () => {
    const first = tell();
    const second = tell();
    expect(second.host.state()).toEqual(first.host.state());
    const third = createNodeHost({ clock: START, seed: 1, state: first.before });
    third.click(OWNER, first.fileId, ['Đề án 06', 'Thiết lập…'], ['YES']);
    third.type(UNIT, first.fileId, 'A2', 'một việc');
    expect(third.state()).toEqual(first.host.state());
    const [a, b] = [first.host.advance({ by: 3_600_000 }), third.advance({ by: 3_600_000 })];
    expect(b).toEqual(a);
    expect(third.state()).toEqual(first.host.state());
  });

  it('leaves no trace of a run whose dialog nobody answers', () => {
    const { host, fileId, scriptId } = stage(CODE);
    host.open(OWNER, fileId);
    const before = host.state();
    expect(host.click(OWNER, fileId, ['Đề án 06', 'Khác', 'Giới thiệu'])).toMatchObject({
      kind: 'dialog',
      dialog: { kind: 'alert', prompt: 'Phiên bản 1', buttons: 'OK' },
    });
    expect(host.state()).toEqual(before);
    expect(host.triggers(scriptId)).toEqual([]);
  });
});
