// Locks and properties: what runs share, and what separates scripts and people.
import { describe, expect, it } from 'vitest';
import { failure, MANIFEST, OWNER, POLICE, stage, value } from './story.ts';

const LOCKS = ['Script', 'Document', 'User'] as const;
const HOLD = LOCKS.map(
  (kind) => `
function hold${kind}() { var lock = LockService.get${kind}Lock(); lock.waitLock(100); PropertiesService.getScriptProperties().setProperty('held', '1'); lock.releaseLock(); return lock.hasLock(); }
function try${kind}() { return LockService.get${kind}Lock().tryLock(5000); }
function wait${kind}() { LockService.get${kind}Lock().waitLock(5000); return true; }`,
).join('');

describe('locks', () => {
  it.each([
    ['Script', OWNER, false],
    ['Script', POLICE, false],
    ['Document', POLICE, false],
    ['User', OWNER, false],
    ['User', POLICE, true],
  ])('a %s lock held by the owner, tried by %s: %s', (kind, who, expected) => {
    const { host, scriptId, run } = stage(HOLD);
    host.grant(POLICE, scriptId, 'all');
    const got: unknown[] = [];
    host.intercept((call) => {
      if (call.method !== 'setProperty') return undefined;
      return {
        interleave: () => {
          got.push(value(host.run(who, scriptId, `try${kind}`)), host.run(who, scriptId, `wait${kind}`));
        },
      };
    });
    expect(value(run(`hold${kind}`))).toBe(false);
    expect(got[0]).toBe(expected);
    if (expected) expect(got[1]).toMatchObject({ kind: 'ok' });
    else {
      expect(got[1]).toMatchObject({ message: 'Lock timeout: another process was holding the lock for too long.' });
      expect(host.now() >= '2024-05-01T08:00:10').toBe(true);
    }
    expect(value(host.run(who, scriptId, `try${kind}`))).toBe(true);
  });

  it('are free again when a run is killed', () => {
    const { host, run } = stage(HOLD);
    const stop = host.intercept((call) => (call.method === 'setProperty' ? { die: true } : undefined));
    run('holdScript');
    stop();
    expect(value(run('tryScript'))).toBe(true);
  });

  it('of two scripts do not meet', () => {
    const { host, run } = stage(HOLD);
    const other = host.createScript(OWNER, { code: HOLD, manifest: MANIFEST });
    host.grant(OWNER, other, 'all');
    let got: unknown;
    host.intercept((call) => {
      if (call.method !== 'setProperty' || call.scriptId === other) return undefined;
      return {
        interleave: () => {
          got = value(host.run(OWNER, other, 'tryScript'));
        },
      };
    });
    value(run('holdScript'));
    expect(got).toBe(true);
  });
});

describe('properties', () => {
  const CODE = `function put(kind, key, text) { PropertiesService['get' + kind + 'Properties']().setProperty(key, text); }
    function all(kind) { return PropertiesService['get' + kind + 'Properties']().getProperties(); }
    function big(n) { put('Script', 'k', Array(n + 1).join('ă')); }
    function fill(n) { for (var i = 0; i < n; i++) put('Script', 'k' + i, Array(9001).join('x')); }
    function chain() { return PropertiesService.getScriptProperties().setProperties({ a: '1', b: 2 }).deleteProperty('a').setProperties({ c: 'x' }, true).getProperties(); }`;
  it('are kept by script, user and document', () => {
    const { host, scriptId, run } = stage(CODE);
    host.grant(POLICE, scriptId, 'all');
    for (const kind of ['Script', 'User', 'Document']) value(run('put', [kind, 'k', kind]));
    const seen = (who: string) =>
      ['Script', 'User', 'Document'].map((kind) => value(host.run(who, scriptId, 'all', [kind])));
    expect(seen(OWNER)).toEqual([{ k: 'Script' }, { k: 'User' }, { k: 'Document' }]);
    expect(seen(POLICE)).toEqual([{ k: 'Script' }, {}, { k: 'Document' }]);
  });

  it.each([
    ['big', 4608, 'ok'],
    ['big', 4609, 'Exception: Argument too large: value'],
    ['fill', 56, 'ok'],
    [
      'fill',
      57,
      'Exception: You have exceeded the property storage quota. Please remove some properties and try again.',
    ],
  ])('%s(%i): %s', (name, n, expected) => {
    const outcome = stage(CODE).run(name, [n]);
    expect(outcome.kind === 'ok' ? 'ok' : failure(outcome)).toBe(expected);
  });

  it('chain, and turn numbers into text', () => {
    expect(value(stage(CODE).run('chain'))).toEqual({ c: 'x' });
    const { host, scriptId, run } = stage(
      'function f() { PropertiesService.getScriptProperties().setProperty("n", 5); }',
    );
    value(run('f'));
    expect(host.state().scripts[scriptId]?.properties.script).toEqual({ n: '5' });
  });
});
