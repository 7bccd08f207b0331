// The gate: what is written down of a call, and what observers can do to it.
import { describe, expect, it } from 'vitest';
import { ApiError, NotEmulated } from '../../src/host/contract.ts';
import { failure, OWNER, POLICE, stage, value } from './story.ts';

const SET = `
function set() {
  var properties = PropertiesService.getScriptProperties();
  var seen = [];
  try { properties.setProperty('a', '1'); seen.push('done'); } catch (e) { seen.push(String(e)); properties.setProperty('caught', '1'); }
  finally { properties.setProperty('finally', '1'); }
  return seen;
}
function keys() { return PropertiesService.getScriptProperties().getKeys(); }
`;

describe('the log', () => {
  it('has service, method, arguments, person, time, run', () => {
    const { host, run } = stage(SET);
    run('keys');
    expect(host.state().log).toEqual([
      {
        service: 'PropertiesService',
        method: 'getScriptProperties',
        args: [],
        user: OWNER,
        at: '2024-05-01T08:00:00.000+07:00',
        remote: false,
        run: 1,
      },
      {
        service: 'PropertiesService.Properties',
        method: 'getKeys',
        args: [],
        on: 'script',
        user: OWNER,
        at: '2024-05-01T08:00:00.000+07:00',
        remote: true,
        run: 1,
        ms: 200,
      },
    ]);
    expect(host.now()).toBe('2024-05-01T08:00:00.200+07:00');
  });

  it.each([
    ['SpreadsheetApp.getActiveSpreadsheet().getId()', []],
    ['SpreadsheetApp.getActive().getSheets()[0].getRange("A1").getValues()', ['SpreadsheetApp.Range.getValues']],
    ['SpreadsheetApp.getActive().getSheets()[0].getRange("A1").getA1Notation()', []],
    ['Session.getEffectiveUser().getEmail()', []],
    ['LockService.getScriptLock().tryLock(1)', []],
    ['MailApp.getRemainingDailyQuota()', ['MailApp.getRemainingDailyQuota']],
    ['Drive.Files.list()', ['Drive.Files.list']],
  ])('%s moves data: %j', (expression, expected) => {
    const { host, run } = stage(`function f() { ${expression}; }`);
    value(run('f'));
    const remote = host.state().log.filter((call) => call.remote);
    expect(remote.map((call) => `${call.service}.${call.method}`)).toEqual(expected);
  });
});

describe('arguments in the log', () => {
  it.each([
    ['Utilities.base64Encode(Array(3001).join("x"))', [{ characters: 3000 }]],
    ['Utilities.base64Encode(Utilities.base64Decode(Array(101).join("AAAA")))', [{ bytes: 300 }]],
    ['MailApp.sendEmail("a@example.vn", "s", Array(3001).join("x"))', ['a@example.vn', 's', 'x'.repeat(3000)]],
    [
      'Utilities.zip([Utilities.newBlob("x", "text/plain", "a")])',
      [[{ name: 'a', contentType: 'text/plain', bytes: 1 }]],
    ],
    ['Utilities.formatDate(new Date(0), "GMT", "yyyy")', ['1970-01-01T07:00:00.000+07:00', 'GMT', 'yyyy']],
    ['ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL)', ['FULL']],
    ['PropertiesService.getScriptProperties().setProperties({ a: "1" }, undefined)', [{ a: '1' }]],
  ])('%s', (expression, expected) => {
    const { host, run } = stage(`function f() { ${expression}; }`);
    value(run('f'));
    const { log } = host.state();
    expect(log[log.length - 1]?.args).toEqual(expected);
  });
});

describe('observers', () => {
  const onSet = (key: string) => (call: { method: string; args: readonly unknown[] }) =>
    call.method === 'setProperty' && call.args[0] === key;

  it.each([
    ['failBefore', { failBefore: new Error('mất mạng') }, ['Exception: mất mạng'], ['caught', 'finally']],
    ['failAfter', { failAfter: new Error('quá giờ') }, ['Exception: quá giờ'], ['a', 'caught', 'finally']],
    ['pass', 'pass' as const, ['done'], ['a', 'finally']],
  ])('%s', (_title, verdict, seen, keys) => {
    const { host, run } = stage(SET);
    const stop = host.intercept((call) => (onSet('a')(call) ? verdict : undefined));
    expect(value(run('set'))).toEqual(seen);
    stop();
    expect(value(run('keys'))).toEqual(keys);
    expect(value(run('set'))).toEqual(['done']);
  });

  it('die: no catch and no finally of the script has an effect', () => {
    const { host, run } = stage(SET);
    const stop = host.intercept((call) => (onSet('a')(call) ? { die: true } : undefined));
    expect(run('set')).toMatchObject({ kind: 'error', killed: true });
    stop();
    expect(value(run('keys'))).toEqual([]);
  });

  it('interleave: others act before the effect', () => {
    const { host, fileId, run } = stage(`function f() {
      var sheet = SpreadsheetApp.getActive().getSheets()[0];
      sheet.getRange('A1').setValue('của máy');
      return sheet.getRange('A1').getValue();
    }`);
    const texts: unknown[] = [];
    host.intercept((call) => {
      if (call.method === 'setValue')
        return { interleave: () => texts.push(host.type(POLICE, fileId, 'A1', 'của người').typed.kind) };
      if (call.method === 'getValue')
        return { interleave: () => texts.push(host.type(POLICE, fileId, 'A1', 'người sau').typed.kind) };
      return undefined;
    });
    expect(value(run('f'))).toBe('người sau');
    expect(texts).toEqual(['accepted', 'accepted']);
  });

  it('gives an API failure its prefix', () => {
    const { host, run } = stage('function f() { Sheets.Spreadsheets.get(SpreadsheetApp.getActive().getId()); }');
    host.intercept((call) =>
      call.method === 'get' ? { failBefore: new ApiError(503, 'The service is currently unavailable.') } : 'pass',
    );
    expect(failure(run('f'))).toBe(
      'GoogleJsonResponseException: API call to sheets.spreadsheets.get failed with error: The service is currently unavailable.',
    );
  });

  it('does not hide a mistake in an observer', () => {
    const { host, run } = stage(SET);
    host.intercept(() => {
      throw new TypeError('trong quan sát');
    });
    expect(() => run('set')).toThrow('trong quan sát');
  });
});

describe('what the host lacks', () => {
  it.each([
    ['UrlFetchApp.fetch("https://example.vn")', 'UrlFetchApp.fetch'],
    ['DriveApp.getRootFolder()', 'DriveApp.getRootFolder'],
    ['SpreadsheetApp.getActive().deleteSheet(null)', 'SpreadsheetApp.Spreadsheet.deleteSheet'],
    ['Sheets.Spreadsheets.Values.get("x", "A1")', 'Sheets.Spreadsheets.Values.get'],
    ['Utilities.Charset.UTF_16', 'Utilities.Charset.UTF_16'],
    ['Utilities.formatDate(new Date(), "America/New_York", "yyyy")', 'time zone America/New_York'],
    ['Utilities.computeDigest(null, "x")', 'Utilities.computeDigest'],
    ['CacheService.getScriptCache()', 'CacheService.getScriptCache'],
    ['HtmlService.createHtmlOutput("x")', 'HtmlService.createHtmlOutput'],
    ['ScriptApp.newTrigger("f").timeBased().everyWeeks(1)', 'ScriptApp.ClockTriggerBuilder.everyWeeks'],
    ['new Promise(function () {})', 'a promise'],
  ])('%s throws out of the host, whatever the script catches', (expression, message) => {
    const { run } = stage(`function f() { try { return ${expression}; } catch (e) { return 'nuốt'; } }`);
    expect(() => run('f')).toThrow(NotEmulated);
    expect(() => run('f')).toThrow(message);
  });

  it('is not met by asking whether it is there', () => {
    expect(value(stage('function f() { return "getFoo" in SpreadsheetApp; }').run('f'))).toBe(false);
  });
});

describe('time', () => {
  it('kills a run after six minutes of the clock', () => {
    const { host, run } = stage(`function f() {
      var properties = PropertiesService.getScriptProperties();
      for (var i = 0; i < 10; i++) { Utilities.sleep(60000); properties.setProperty('n', String(i)); }
    }
    function n() { return PropertiesService.getScriptProperties().getProperty('n'); }`);
    expect(run('f')).toMatchObject({ kind: 'error', killed: true, message: 'Exceeded maximum execution time' });
    expect(value(run('n'))).toBe('4');
    expect(host.now() > '2024-05-01T08:06').toBe(true);
  });
});
