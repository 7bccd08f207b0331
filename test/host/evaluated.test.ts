// A script that remembers nothing between runs is evaluated once: what must not be seen of that.
import { expect, test } from 'vitest';
import { createNodeHost } from '../../src/node/host.ts';
import { MANIFEST, OWNER, START, value } from './story.ts';

function scriptOn(code: string, remembers: boolean, seed = 6) {
  const host = createNodeHost({ clock: START, seed, remembers });
  const fileId = host.createSpreadsheet(OWNER, 'Đề án 06');
  const scriptId = host.bindScript(OWNER, fileId, { code, manifest: MANIFEST });
  host.grant(OWNER, scriptId, 'all');
  return { host, run: (name: string) => host.run(OWNER, scriptId, name, []) };
}

/** A count that tells how often the script was evaluated. */
const COUNTING = `
  var runs = 0;
  function count() { runs += 1; return runs; }
  function leave() { left = 1; return count(); }
  function fail() { runs += 1; throw new Error('no'); }
  function time() { return String(Date.now()) + ' ' + String(new Date().getHours()) + ' ' + String(Math.random()); }
  var kept;
  function keep() { kept = kept || SpreadsheetApp.getActiveSpreadsheet(); return kept.getName(); }`;

test('a host that is not told otherwise evaluates for every run', () => {
  const { run } = scriptOn(COUNTING, true);
  expect(['count', 'count', 'count'].map((name) => value(run(name)))).toEqual([1, 1, 1]);
});

test('evaluated once, until a run fails or leaves a global behind', () => {
  const { run } = scriptOn(COUNTING, false);
  expect(['count', 'count'].map((name) => value(run(name)))).toEqual([1, 2]);
  expect(run('fail').kind).toBe('error');
  expect(value(run('count'))).toBe(1);
  expect(value(run('leave'))).toBe(2);
  expect(value(run('count'))).toBe(1);
});

test('each run has the clock, the dice and the services of its own host', () => {
  const told = (remembers: boolean) =>
    [6, 7].map((seed) => {
      const { host, run } = scriptOn(COUNTING, remembers, seed);
      host.advance({ by: seed * 3_600_000 });
      return [value(run('time')), value(run('time')), host.peek().clock];
    });
  expect(told(false)).toEqual(told(true));
});

test('a service kept from an earlier run refuses loudly', () => {
  const { run } = scriptOn(COUNTING, false);
  expect(value(run('keep'))).toBe('Đề án 06');
  expect(run('keep')).toMatchObject({ kind: 'error', message: expect.stringContaining('a run that is over') });
});
