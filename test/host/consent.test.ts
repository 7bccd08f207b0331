// Consent: none, partial, full; and what simple triggers may do without any.
import { describe, expect, it } from 'vitest';
import { failure, MANIFEST, OWNER, POLICE, stage, UNIT, value } from './story.ts';

const AUTH = 'https://www.googleapis.com/auth/';
const MENU = `function onOpen() { SpreadsheetApp.getUi().createMenu('M').addItem('Gửi', 'send').addItem('Đủ', 'full').addToUi(); }
function send() { MailApp.sendEmail('a@example.vn', 's', 'b'); return 'sent'; }
function full() { PropertiesService.getScriptProperties().setProperty('before', '1'); ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL); return send(); }
function sheets() { return Sheets.Spreadsheets.get(SpreadsheetApp.getActive().getId()).spreadsheetId.length; }
function who() { return Session.getActiveUser().getEmail(); }
`;

describe('the first click', () => {
  it('only asks; the second runs', () => {
    const { host, fileId, scriptId } = stage(MENU);
    host.open(POLICE, fileId);
    expect(host.click(POLICE, fileId, ['M', 'Gửi'])).toMatchObject({ kind: 'consent', scopes: MANIFEST.oauthScopes });
    expect(host.state().log.filter((call) => call.service === 'MailApp')).toEqual([]);
    host.grant(POLICE, scriptId, 'all');
    expect(value(host.click(POLICE, fileId, ['M', 'Gửi']))).toBe('sent');
    expect(value(host.run(POLICE, scriptId, 'who'))).toBe(POLICE);
  });

  it('asks again when the manifest has a new scope, and triggers fail meanwhile', () => {
    const { host, scriptId, run } = stage(
      `${MENU} function start() { ScriptApp.newTrigger('who').timeBased().everyMinutes(1).create(); }`,
    );
    value(run('start'));
    host.push(scriptId, MENU, { ...MANIFEST, oauthScopes: [...(MANIFEST.oauthScopes ?? []), `${AUTH}drive`] });
    expect(run('send')).toMatchObject({ kind: 'consent' });
    host.advance({ by: 60_000 });
    expect(host.state().failures).toMatchObject([
      { to: OWNER, message: 'Authorization is required to perform that action.' },
    ]);
    host.grant(OWNER, scriptId, 'all');
    expect(value(run('send'))).toBe('sent');
  });
});

describe('a partial grant', () => {
  const partial = () => {
    const one = stage(MENU);
    one.host.grant(POLICE, one.scriptId, [`${AUTH}script.container.ui`]);
    return one;
  };

  it.each([
    [
      'send',
      `Exception: Specified permissions are not sufficient to call MailApp.sendEmail. Required permissions: ${AUTH}script.send_mail`,
    ],
    [
      'who',
      `Exception: Specified permissions are not sufficient to call Session.getActiveUser. Required permissions: ${AUTH}userinfo.email`,
    ],
    [
      'sheets',
      `Exception: Specified permissions are not sufficient to call SpreadsheetApp.getActive. Required permissions: ${AUTH}spreadsheets || ${AUTH}spreadsheets.currentonly`,
    ],
  ])('is not asked about again: %s throws', (name, message) => {
    const { host, scriptId } = partial();
    expect(failure(host.run(POLICE, scriptId, name))).toBe(message);
  });

  it('ends at requireAllScopes, which asks for what is missing; effects before it stay', () => {
    const { host, scriptId } = partial();
    expect(host.run(POLICE, scriptId, 'full')).toMatchObject({
      kind: 'consent',
      scopes: (MANIFEST.oauthScopes ?? []).filter((scope) => !scope.endsWith('container.ui')),
    });
    expect(host.state().outbox).toEqual([]);
    expect(host.state().scripts[scriptId]?.properties.script).toEqual({ before: '1' });
    host.grant(POLICE, scriptId, 'all');
    expect(value(host.run(POLICE, scriptId, 'full'))).toBe('sent');
  });

  it('keeps what was granted before', () => {
    const { host, scriptId } = partial();
    host.grant(POLICE, scriptId, [`${AUTH}script.send_mail`]);
    expect(host.state().accounts[POLICE]?.consents[scriptId]?.granted).toEqual([
      `${AUTH}script.send_mail`,
      `${AUTH}script.container.ui`,
    ]);
  });

  it('is forgotten by invalidateAuth, also under fewer scopes than were granted; what is left of the run has no rights', () => {
    const code = `function f() {
      ScriptApp.invalidateAuth();
      PropertiesService.getUserProperties().setProperty('after', '1');
      return Session.getEffectiveUser().getEmail();
    }`;
    const { host, scriptId, run } = stage(code);
    host.grant(POLICE, scriptId, 'all');
    host.push(scriptId, code, { ...MANIFEST, oauthScopes: [`${AUTH}userinfo.email`] });
    expect(failure(run('f'))).toContain('Specified permissions are not sufficient to call');
    expect(host.state().scripts[scriptId]?.properties.user[OWNER]).toEqual({ after: '1' });
    // As it was granted before: the whole consent is gone, and nobody else's.
    host.push(scriptId, code, MANIFEST);
    expect(run('f')).toMatchObject({ kind: 'consent', scopes: MANIFEST.oauthScopes });
    expect(Object.keys(host.state().accounts[OWNER]?.consents ?? {})).toEqual([]);
    expect(host.run(POLICE, scriptId, 'f').kind).toBe('error');
  });

  it('is not taken back by a manifest that lists less: put back, the old one asks nobody', () => {
    const { host, scriptId, run } = stage(MENU);
    host.push(scriptId, MENU, { ...MANIFEST, oauthScopes: [`${AUTH}spreadsheets.currentonly`] });
    expect(run('send')).toMatchObject({ kind: 'consent', scopes: [`${AUTH}spreadsheets.currentonly`] });
    host.grant(OWNER, scriptId, 'all');
    expect(failure(run('send'))).toContain('Specified permissions are not sufficient to call MailApp.sendEmail');
    host.push(scriptId, MENU, MANIFEST);
    expect(value(run('send'))).toBe('sent');
  });

  it('and triggers of whoever has called it fail from then on, which their owner is told', () => {
    const { host, run } = stage(`function start() { ScriptApp.newTrigger('f').timeBased().everyMinutes(1).create(); }
      function f() { ScriptApp.invalidateAuth(); }`);
    value(run('start'));
    host.advance({ by: 120_000 });
    expect(host.state().log.filter(({ method }) => method === 'invalidateAuth').length).toBe(1);
    expect(host.state().failures).toMatchObject([
      { to: OWNER, message: 'Authorization is required to perform that action.' },
    ]);
  });

  it('under drive.file alone the Sheets API knows only files this script made', () => {
    const { host, fileId, scriptId } = stage(`function f(id) { return Sheets.Spreadsheets.get(id).properties.title; }
      function make() { return Sheets.Spreadsheets.create({ properties: { title: 'mới' } }).spreadsheetId; }`);
    host.grant(POLICE, scriptId, [`${AUTH}drive.file`]);
    const made = String(value(host.run(POLICE, scriptId, 'make')));
    expect(value(host.run(POLICE, scriptId, 'f', [made]))).toBe('mới');
    expect(failure(host.run(POLICE, scriptId, 'f', [fileId]))).toContain('Requested entity was not found.');
  });
});

describe('a simple trigger', () => {
  const tried = (expression: string): unknown => {
    const { host, fileId } = stage(
      `function onEdit(e) { try { return ${expression}; } catch (x) { return String(x); } }`,
    );
    const [outcome] = host.type(UNIT, fileId, 'B2', 'x').runs;
    return outcome && value(outcome);
  };
  it.each([
    [
      'MailApp.sendEmail("a@example.vn", "s", "b")',
      'Exception: You do not have permission to call MailApp.sendEmail. Required permissions: https://www.googleapis.com/auth/script.send_mail',
    ],
    [
      'SpreadsheetApp.getUi().alert("x")',
      'Exception: Specified permissions are not sufficient to call Ui.alert. Required permissions: https://www.googleapis.com/auth/script.container.ui',
    ],
    [
      'SpreadsheetApp.openById(e.source.getId())',
      'Exception: You do not have permission to call SpreadsheetApp.openById. Required permissions: https://www.googleapis.com/auth/spreadsheets',
    ],
    [
      'Sheets.Spreadsheets.get("x")',
      'GoogleJsonResponseException: API call to sheets.spreadsheets.get failed with error: Request is missing required authentication credential.',
    ],
    [
      'Drive.Files.list()',
      'GoogleJsonResponseException: API call to drive.files.list failed with error: Request is missing',
    ],
    ['ScriptApp.getProjectTriggers()', 'Exception: You do not have permission to call ScriptApp.getProjectTriggers.'],
    [
      'Session.getEffectiveUser().getEmail()',
      'Exception: You do not have permission to call Session.getEffectiveUser.',
    ],
  ])('may not: %s', (expression, message) => {
    expect(tried(expression)).toContain(message);
  });
  it.each([
    ['Session.getActiveUser().getEmail()', ''],
    ['e.user.getEmail()', ''],
    ['String(e.authMode)', 'LIMITED'],
    ['PropertiesService.getDocumentProperties().setProperty("a", "1").getProperty("a")', '1'],
    ['LockService.getDocumentLock().tryLock(10)', true],
    ['e.source.getSheets()[0].getRange("A1").setValue("ghi").getValue()', 'ghi'],
    ['SpreadsheetApp.getActive().toast("xong")', null],
    ['Utilities.formatDate(new Date(), "Asia/Ho_Chi_Minh", "HH:mm")', '08:00'],
  ])('may: %s', (expression, expected) => {
    expect(tried(expression)).toEqual(expected);
  });

  it('is over after 30 seconds', () => {
    const { host, fileId } = stage('function onEdit() { Utilities.sleep(40000); }');
    expect(host.type(UNIT, fileId, 'A1', 'x').runs).toMatchObject([{ kind: 'error', killed: true }]);
  });
});
