// Triggers: simple ones for what people do at the screen, installable ones as their creator, the clock.
import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../src/host/clock.ts';
import { failure, OWNER, POLICE, stage, UNIT, value } from './story.ts';

const COUNT = `
function count(key) { var p = PropertiesService.getScriptProperties(); p.setProperty(key, String(Number(p.getProperty(key)) + 1)); }
function n(key) { return Number(PropertiesService.getScriptProperties().getProperty(key)); }
`;

describe('onEdit', () => {
  const NOTE =
    'function onEdit(e) { return { range: e.range.getA1Notation(), rows: [e.range.rowStart, e.range.rowEnd], columns: [e.range.columnStart, e.range.columnEnd], value: e.value, oldValue: e.oldValue, has: ["value" in e, "oldValue" in e], now: e.range.getValues() }; }';
  it('tells of one cell its value, old and new', () => {
    const { host, fileId } = stage(NOTE);
    host.type(UNIT, fileId, 'B3', 'một');
    expect(host.type(UNIT, fileId, 'B3', 'hai').runs).toMatchObject([
      {
        kind: 'ok',
        user: UNIT,
        value: {
          range: 'B3',
          rows: [3, 3],
          columns: [2, 2],
          value: 'hai',
          oldValue: 'một',
          has: [true, true],
          now: [['hai']],
        },
      },
    ]);
  });

  it('tells of a paste its range only', () => {
    const { host, fileId } = stage(NOTE);
    expect(
      host.paste(UNIT, fileId, 'B3', [
        ['a', 'b'],
        ['c', 'd'],
      ]).runs,
    ).toMatchObject([
      {
        value: {
          range: 'B3:C4',
          rows: [3, 4],
          columns: [2, 3],
          has: [false, false],
          now: [
            ['a', 'b'],
            ['c', 'd'],
          ],
        },
      },
    ]);
  });

  it('comes for a cleared cell', () => {
    const { host, fileId } = stage(NOTE);
    host.type(UNIT, fileId, 'A1', 'x');
    const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
    expect(host.clear(UNIT, fileId, range).runs).toMatchObject([{ value: { oldValue: 'x', now: [['']] } }]);
  });

  it.each([
    ['the API', 'batchUpdateAs'],
    ['a script', 'run'],
  ])('does not come for changes by %s', (_title, how) => {
    const { host, fileId, run } = stage(`${COUNT} function onEdit() { count('n'); }
      function write() { SpreadsheetApp.getActive().getSheets()[0].getRange('A1').setValue(1); }`);
    if (how === 'run') value(run('write'));
    else {
      const rows = [{ values: [{ userEnteredValue: { numberValue: 1 } }] }];
      host.batchUpdateAs(UNIT, fileId, [
        { updateCells: { rows, fields: 'userEnteredValue', start: { sheetId: 0, rowIndex: 0, columnIndex: 0 } } },
      ]);
    }
    expect(value(run('n', ['n']))).toBe(0);
    host.type(UNIT, fileId, 'A1', '2');
    expect(value(run('n', ['n']))).toBe(1);
  });

  it('comes neither for those Google does not know nor for a refused edit', () => {
    const { host, fileId } = stage(NOTE);
    host.share(fileId, OWNER, 'anyone', 'editor');
    host.share(fileId, OWNER, 'xem@example.vn', 'viewer');
    const anonymous = host.type('', fileId, 'A1', 'x');
    expect([anonymous.typed.kind, anonymous.runs]).toEqual(['accepted', []]);
  });

  it('is not fired by a viewer, who has no menus either', () => {
    const { host, fileId } = stage(
      `${NOTE} function onOpen() { SpreadsheetApp.getUi().createMenu('M').addItem('a', 'b').addToUi(); }`,
    );
    host.share(fileId, OWNER, 'xem@example.vn', 'viewer');
    expect(host.type('xem@example.vn', fileId, 'A1', 'x')).toMatchObject({ typed: { kind: 'refused' }, runs: [] });
    expect(host.open('xem@example.vn', fileId)).toEqual({ menus: [], runs: [] });
  });

  it('keeps two edits waiting and loses the rest', () => {
    const { host, fileId, run } = stage(`${COUNT} function onEdit(e) { count('n'); return e.value; }`);
    const { runs, lost } = host.rapidly(fileId, () => {
      for (const text of ['1', '2', '3', '4', '5']) host.type(UNIT, fileId, 'A1', text);
    });
    expect(runs.map((outcome) => value(outcome))).toEqual(['1', '2', '3']);
    expect(lost).toBe(2);
    expect(value(run('n', ['n']))).toBe(3);
    expect(host.type(UNIT, fileId, 'A1', '6').runs).toHaveLength(1);
  });

  it('queues what is typed while it runs', () => {
    const { host, fileId, run } = stage(`${COUNT} function onEdit() { count('n'); }`);
    let typed = 0;
    host.intercept((call) => {
      if (call.method !== 'setProperty' || typed > 0) return undefined;
      return {
        interleave: () => {
          for (; typed < 4; typed += 1) host.type(UNIT, fileId, 'B1', String(typed));
        },
      };
    });
    host.type(UNIT, fileId, 'A1', 'x');
    expect(value(run('n', ['n']))).toBe(3);
  });
});

const INSTALL = `${COUNT}
function install() {
  ScriptApp.newTrigger('edited').forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create();
  ScriptApp.newTrigger('tick').timeBased().everyMinutes(10).create();
}
function edited(e) { count('edited'); return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail(), String(e.authMode), e.value]; }
function tick(e) { count('tick'); return e; }
function list() { return ScriptApp.getProjectTriggers().map(function (t) { return t.getHandlerFunction() + ' ' + t.getEventType(); }); }
function drop() { ScriptApp.getProjectTriggers().forEach(function (t) { ScriptApp.deleteTrigger(t); }); }
function ui() { SpreadsheetApp.getUi(); }
`;

describe('installable triggers', () => {
  it('run as their creator, whoever edits', () => {
    const { host, fileId, run } = stage(INSTALL);
    value(run('install'));
    expect(host.type(UNIT, fileId, 'A1', 'x').runs).toMatchObject([{ value: ['', OWNER, 'FULL', 'x'] }]);
    expect(host.type(OWNER, fileId, 'A1', 'y').runs).toMatchObject([{ value: [OWNER, OWNER, 'FULL', 'y'] }]);
  });

  it('are listed for, and dropped by, their creator alone', () => {
    const { host, scriptId, run } = stage(INSTALL);
    host.grant(POLICE, scriptId, 'all');
    value(run('install'));
    expect(value(run('list'))).toEqual(['edited ON_EDIT', 'tick CLOCK']);
    expect(value(host.run(POLICE, scriptId, 'list'))).toEqual([]);
    value(host.run(POLICE, scriptId, 'drop'));
    expect(host.triggers(scriptId)).toHaveLength(2);
    value(run('drop'));
    expect(host.triggers(scriptId)).toHaveLength(0);
  });

  it('run the code as it stands now', () => {
    const { host, scriptId, run } = stage(INSTALL);
    value(run('install'));
    host.push(scriptId, `${COUNT} function tick() { count('new'); }`);
    host.advance({ by: 20 * MINUTE });
    expect(host.state().scripts[scriptId]?.properties.script).toEqual({ new: '2' });
  });

  it('tell of failures the creator alone', () => {
    const { host, scriptId, run } = stage(INSTALL);
    value(run('install'));
    host.push(scriptId, 'function tick() { throw new Error("hỏng"); }');
    const [outcome] = host.advance({ by: 10 * MINUTE });
    expect(outcome && failure(outcome)).toBe('Error: hỏng');
    expect(host.state().failures).toMatchObject([{ to: OWNER, functionName: 'tick', message: 'Error: hỏng' }]);
    expect(host.state().outbox).toEqual([]);
  });

  it('fail when their creator lost the file', () => {
    const { host, fileId, scriptId } = stage(INSTALL);
    host.grant(POLICE, scriptId, 'all');
    value(host.run(POLICE, scriptId, 'install'));
    host.unshare(fileId, OWNER, POLICE);
    expect(host.advance({ by: 10 * MINUTE })).toEqual([]);
    expect(host.type(UNIT, fileId, 'A1', 'x').runs).toEqual([]);
    expect(host.state().failures.map(({ to }) => to)).toEqual([POLICE, POLICE]);
  });

  it('have no screen', () => {
    const { host, run } = stage(
      `${INSTALL} function go() { ScriptApp.newTrigger('ui').timeBased().everyMinutes(1).create(); }`,
    );
    value(run('go'));
    const [outcome] = host.advance({ by: MINUTE });
    expect(outcome && failure(outcome)).toBe('Exception: Cannot call SpreadsheetApp.getUi() from this context.');
  });

  it('are twenty a person and script', () => {
    const { run } = stage(
      `${INSTALL} function many(n) { for (var i = 0; i < n; i++) ScriptApp.newTrigger('tick').timeBased().everyHours(1).create(); }`,
    );
    value(run('many', [20]));
    expect(failure(run('many', [1]))).toContain('This script has too many triggers.');
  });
});
