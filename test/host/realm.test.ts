// What a script finds in its realm, and how values cross the border.
import { describe, expect, it } from 'vitest';
import { failure, stage, value } from './story.ts';

/** The value of an expression inside a run, by the host's clock of 1 May 2024, 08:00 in Viet Nam. */
function evaluated(expression: string): unknown {
  return value(stage(`function f() { return ${expression}; }`).run('f'));
}

describe('globals', () => {
  const absent = (
    'setTimeout setInterval setImmediate queueMicrotask fetch URL URLSearchParams TextEncoder TextDecoder atob btoa crypto ' +
    'performance process window navigator structuredClone require module global Buffer Blob FormData File DOMException Temporal'
  ).split(' ');
  it.each(absent)('%s is absent', (name) => {
    expect(evaluated(`typeof ${name}`)).toBe('undefined');
  });

  it.each('Promise Intl WeakRef BigInt Proxy Reflect JSON Map console Logger SpreadsheetApp Sheets Drive'.split(' '))(
    '%s is there',
    (name) => {
      expect(evaluated(`typeof ${name}`)).not.toBe('undefined');
    },
  );

  it('knows an advanced service only where the manifest switches it on', () => {
    const { host, scriptId, run } = stage('function f() { return typeof Sheets + typeof Drive; }');
    host.push(scriptId, 'function f() { return typeof Sheets + typeof Drive; }', { oauthScopes: [] });
    expect(value(run('f'))).toBe('undefinedundefined');
  });
});

describe('time and chance', () => {
  it.each([
    ['new Date().toISOString()', '2024-05-01T01:00:00.000Z'],
    ['Date.now()', 1714525200000],
    ['new Date().getHours()', 8],
    ['new Date(2024, 0, 31, 23, 59).toISOString()', '2024-01-31T16:59:00.000Z'],
    ['new Date(2024, 4, 1).getTime() === new Date("2024-05-01T00:00").getTime()', true],
    ['new Date("2024-05-01").toISOString()', '2024-05-01T00:00:00.000Z'],
    ['new Date("2024-05-01T00:00:00Z").getDate() + "/" + new Date("2024-05-01T20:00:00Z").getDate()', '1/2'],
    ['new Date("May 1, 2024 09:30").toISOString()', '2024-05-01T02:30:00.000Z'],
    ['new Date(2024, 4, 1).toString()', 'Wed May 01 2024 00:00:00 GMT+0700 (Indochina Time)'],
    ['String(new Date(NaN))', 'Invalid Date'],
    ['new Date().getTimezoneOffset()', -420],
    [
      '(function () { var d = new Date(2024, 0, 31); d.setMonth(1, 29); d.setHours(1); return d.toISOString(); })()',
      '2024-02-28T18:00:00.000Z',
    ],
    ['new Date(0).toLocaleDateString("de-DE")', '1.1.1970'],
    ['new Intl.DateTimeFormat("de-DE", { hour: "2-digit", minute: "2-digit" }).format(new Date())', '08:00'],
    ['new Date() instanceof Date && new Date().constructor === Date', true],
    ['Object.prototype.toString.call(new Date())', '[object Date]'],
    ['JSON.stringify({ d: new Date() })', '{"d":"2024-05-01T01:00:00.000Z"}'],
    ['(new Date(2024, 4, 2) - new Date(2024, 4, 1)) / 3600000', 24],
  ])('%s', (expression, expected) => {
    expect(evaluated(expression)).toEqual(expected);
  });

  it('is the same chance for the same seed', () => {
    expect(evaluated('[Math.random(), Utilities.getUuid()]')).toEqual(
      evaluated('[Math.random(), Utilities.getUuid()]'),
    );
    expect(evaluated('Math.random() === Math.random()')).toBe(false);
    expect(evaluated('Utilities.getUuid()')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u,
    );
  });
});

describe('the border', () => {
  it.each([
    ['Utilities.base64Decode("AP8=") instanceof Array', true],
    ['PropertiesService.getScriptProperties().getProperties().constructor === Object', true],
    ['PropertiesService.getScriptProperties().getProperty("none") === null', true],
    [
      '(function () { try { SpreadsheetApp.openById("x") } catch (e) { return e instanceof Error && e.name } })()',
      'Exception',
    ],
    ['String(ScriptApp.AuthMode.FULL)', 'FULL'],
    ['ScriptApp.AuthMode.FULL === ScriptApp.AuthMode.FULL && typeof ScriptApp.AuthMode.FULL', 'object'],
    ['ScriptApp.AuthMode.FULL === ScriptApp.AuthMode.LIMITED', false],
    ['String(SpreadsheetApp.getActive())', 'Spreadsheet'],
    ['SpreadsheetApp.getActive().getId === SpreadsheetApp.getActive().getId', false],
    ['typeof SpreadsheetApp', 'object'],
    ['JSON.stringify([new Date(5), undefined, { a: undefined, b: 1 }])', '["1970-01-01T00:00:00.005Z",null,{"b":1}]'],
    ['Promise.resolve(1).then(function (x) { return x + 1; })', 2],
  ])('%s', (expression, expected) => {
    expect(evaluated(expression)).toEqual(expected);
  });

  it('reads what a script passes and keeps none of it', () => {
    const { host, run } = stage(`function f() {
      var body = { properties: { title: 'trước' } };
      var made = Sheets.Spreadsheets.create(body);
      body.properties.title = 'sau';
      made.properties.title = 'sau';
      return Sheets.Spreadsheets.get(made.spreadsheetId).properties.title;
    }`);
    expect(value(run('f'))).toBe('trước');
    expect(host.state().log[0]?.args).toEqual([{ properties: { title: 'trước' } }]);
  });

  it('takes undefined for null', () => {
    expect(
      evaluated('PropertiesService.getScriptProperties().setProperties({ a: "1" }, undefined).getProperty("a")'),
    ).toBe('1');
  });

  it('gives an API error its details', () => {
    const { run } = stage(
      'function f() { try { Sheets.Spreadsheets.get("x") } catch (e) { return [String(e), e.details.code] } }',
    );
    expect(value(run('f'))).toEqual([
      'GoogleJsonResponseException: API call to sheets.spreadsheets.get failed with error: Requested entity was not found.',
      404,
    ]);
  });
});

describe('runs', () => {
  it('evaluates the script anew each time', () => {
    const { run } = stage('var n = 0; function f() { n += 1; return n; }');
    expect([value(run('f')), value(run('f'))]).toEqual([1, 1]);
  });

  it.each([
    ['a declaration', 'function f() { return 1; }', 1],
    ['an async one', 'async function f() { return await 1; }', 1],
    ['a constant', 'const f = () => 1;', 1],
    ['a method', 'var App = { go: function () { return this.n; }, n: 1 };', 1],
  ])('finds %s', (_title, code, expected) => {
    expect(value(stage(code).run(code.includes('App') ? 'App.go' : 'f'))).toBe(expected);
  });

  it.each([
    ['only made at run time', 'globalThis.f = function () {};'],
    ['with a longer name', 'function ff() {}'],
    ['not there', 'var g = 1;'],
  ])('does not find a function %s', (_title, code) => {
    expect(failure(stage(code).run('f'))).toBe('Error: Script function not found: f');
  });

  it('tells where an error came from', () => {
    const outcome = stage('function f() {\n  throw new TypeError("hỏng");\n}').run('f');
    expect(failure(outcome)).toBe('TypeError: hỏng');
    expect(outcome).toMatchObject({ killed: false, stack: expect.stringContaining('Code.gs:2') });
  });

  it.each([
    ['a script that does not parse', 'function f( {', 'SyntaxError'],
    ['a script that throws while it loads', 'throw new Error("sớm"); function f() {}', 'Error: sớm'],
  ])('reports %s', (_title, code, expected) => {
    expect(failure(stage(code).run('f'))).toContain(expected);
  });

  it('collects what is printed', () => {
    const { run } = stage(
      'function f() { console.log("a %s", "b", { c: 1 }); Logger.log("d"); console.error(new Error("e")); }',
    );
    expect(run('f').printed).toEqual(['a b {"c":1}', 'd', 'Error: e']);
  });
});
