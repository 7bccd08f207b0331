// The clock: triggers at their times, skipped, doubled, dead; TODAY() by the hour.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoLocal, MINUTE, readLocal } from '../../src/host/clock.ts';
import { nextTime } from '../../src/host/schedule.ts';
import type { Schedule } from '../../src/host/state.ts';
import { failure, MANIFEST, OWNER, stage, value } from './story.ts';

const INSTALL = `
function install() { ScriptApp.newTrigger('tick').timeBased().everyMinutes(10).create(); }
function tick(e) { PropertiesService.getScriptProperties().setProperty('tick', String(Date.now())); return e; }
function list() { return ScriptApp.getProjectTriggers().map(function (t) { return t.getHandlerFunction(); }); }
`;

describe('the clock', () => {
  it('comes once in every ten minutes, each time at another second, and says when in UTC', () => {
    const { host, run } = stage(INSTALL);
    value(run('install'));
    const runs = host.advance({ by: 600 * MINUTE });
    expect(runs).toHaveLength(60);
    expect(runs.map(value)[0]).toMatchObject({ timezone: 'UTC', year: 2024, month: 5, hour: 1 });
    const seconds = host
      .state()
      .log.filter((call) => call.method === 'setProperty')
      .map((call) => call.at.slice(14, 19));
    expect(new Set(seconds).size).toBeGreaterThan(40);
  });

  it.each([
    ['skipped', { skipTriggers: 1 }, 0],
    ['doubled', { doubleTriggers: 1 }, 12],
  ])('is %s where the settings say so', (_title, settings, expected) => {
    const { host, run } = stage(INSTALL, settings);
    value(run('install'));
    expect(host.advance({ by: 60 * MINUTE })).toHaveLength(expected);
  });

  it('may be dead, and still be listed', () => {
    const { host, scriptId, run } = stage(INSTALL);
    value(run('install'));
    for (const { id } of host.triggers(scriptId)) host.setDead(scriptId, id, true);
    expect(host.advance({ by: 60 * MINUTE })).toEqual([]);
    expect(value(run('list'))).toEqual(['tick']);
    for (const { id } of host.triggers(scriptId)) host.setDead(scriptId, id, false);
    expect(host.advance({ by: 60 * MINUTE }).length).toBeGreaterThan(4);
  });

  it.each([
    ['everyMinutes(7)', 'The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.'],
    ['atHour(24)', 'The value you passed to atHour was invalid.'],
  ])('refuses %s', (how, message) => {
    const { run } = stage(`function f() { ScriptApp.newTrigger('f').timeBased().${how}.create(); }`);
    expect(failure(run('f'))).toContain(message);
  });

  it.each([
    ['everyDays(1).atHour(6)', /^2024-05-0[2-4]T06:\d\d:00\.000/u, 3],
    ['everyDays(1).atHour(6).nearMinute(30)', /^2024-05-0[2-4]T06:(?:1[5-9]|[23]\d|4[0-5]):00/u, 3],
    ['everyDays(2).atHour(6)', /^2024-05-03T06:/u, 1],
    ['after(90 * 60000)', /^2024-05-01T09:30:00/u, 1],
    ['at(new Date(2024, 4, 2, 7, 15))', /^2024-05-02T07:15:00/u, 1],
    ['everyHours(12)', /^2024-05-0/u, 6],
  ])('%s', (how, time, times) => {
    const { host, run } = stage(
      `function go() { ScriptApp.newTrigger('f').timeBased().${how}.create(); } function f() { Utilities.getUuid(); }`,
    );
    value(run('go'));
    host.advance({ to: '2024-05-04T08:00' });
    const at = host
      .state()
      .log.filter((call) => call.method === 'getUuid')
      .map((call) => call.at);
    expect(at).toHaveLength(times);
    for (const one of at) expect(one).toMatch(time);
  });

  it('keeps its minute from day to day', () => {
    const { host, run } = stage(
      "function go() { ScriptApp.newTrigger('f').timeBased().everyDays(1).atHour(6).create(); } function f() { Utilities.getUuid(); }",
    );
    value(run('go'));
    host.advance({ to: '2024-05-08T08:00' });
    const minutes = host
      .state()
      .log.filter((call) => call.method === 'getUuid')
      .map((call) => call.at.slice(11, 16));
    expect([minutes.length, new Set(minutes).size]).toEqual([7, 1]);
  });

  it('law: each slot has one coming', () => {
    const schedule: Schedule = { every: 'minutes', n: 10, start: readLocal('2024-05-01T08:00') };
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 0.999999, noNaN: true }), { minLength: 2, maxLength: 50 }),
        (chances) => {
          let at = schedule.start - 1;
          chances.forEach((chance, slot) => {
            at = nextTime(schedule, at, { now: () => 0, random: () => chance }) ?? 0;
            expect(Math.floor((at - schedule.start) / (10 * MINUTE)), isoLocal(at)).toBe(slot);
          });
        },
      ),
    );
  });

  it('brings TODAY() up to date where the file says so, and not elsewhere', () => {
    const { host, fileId } = stage('');
    const still = host.createSpreadsheet(OWNER, 'yên');
    host.batchUpdateAs(OWNER, fileId, [
      { updateSpreadsheetProperties: { properties: { autoRecalc: 'HOUR' }, fields: 'autoRecalc' } },
    ]);
    const shown = (id: string) => {
      const book = host.see(OWNER, id, { ranges: ['A1'], fields: 'sheets.data.rowData.values.effectiveValue' });
      return book.sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0]?.effectiveValue?.numberValue;
    };
    for (const id of [fileId, still]) host.type(OWNER, id, 'A1', '=TODAY()');
    host.advance({ to: '2024-05-03T00:30' });
    expect([shown(fileId), shown(still)]).toEqual([45415, 45413]);
  });

  it('works in a standalone script, which has no spreadsheet of its own', () => {
    const { host } = stage('');
    const code = `function f() { return [SpreadsheetApp.getActiveSpreadsheet(), PropertiesService.getDocumentProperties(), LockService.getDocumentLock()]; }
      function ui() { SpreadsheetApp.getUi(); }`;
    const scriptId = host.createScript(OWNER, { code, manifest: MANIFEST });
    host.grant(OWNER, scriptId, 'all');
    expect(value(host.run(OWNER, scriptId, 'f'))).toEqual([null, null, null]);
    expect(failure(host.run(OWNER, scriptId, 'ui'))).toBe(
      'Exception: Cannot call SpreadsheetApp.getUi() from this context.',
    );
  });
});
