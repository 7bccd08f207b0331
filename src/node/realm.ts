// Scripts in Node: each run gets a bare V8 context of its own, as on Google. A compiled script is kept, since the same code
// runs thousands of times.
import v8 from 'node:v8';
import vm from 'node:vm';
import type { Realm } from '../host/realm.ts';

/** Globals of a bare V8 context that Apps Script's does not have. */
const SURPLUS = ['console', 'SharedArrayBuffer', 'Atomics', 'gc'];

/**
 * What V8 optimises of a script it optimises for one context, which may be thrown away after the run: it shall begin late, and keep what it
 * has compiled for all.
 */
const SHORT_LIVED = ['--interrupt-budget=1000000', '--no-flush-bytecode'];

/** A realm of fresh contexts. */
export function nodeRealm(): Realm {
  for (const flag of SHORT_LIVED) v8.setFlagsFromString(flag);
  /** By file name and code: a key of both would be written, and read, with every run. */
  const compiled = new Map<string, Map<string, vm.Script>>();
  const scriptOf = (code: string, filename: string): vm.Script => {
    const ofName = compiled.get(filename) ?? new Map<string, vm.Script>();
    compiled.set(filename, ofName);
    const known = ofName.get(code);
    if (known) return known;
    const script = new vm.Script(code, { filename });
    // One bundle and the host's own few lines; old code of earlier pushes need not stay.
    if (ofName.size > 200) ofName.clear();
    ofName.set(code, script);
    return script;
  };
  return {
    open() {
      const context = vm.createContext(Object.create(null), { microtaskMode: 'afterEvaluate' });
      for (const name of SURPLUS) vm.runInContext(`delete globalThis.${name}`, context);
      return { evaluate: (code, fileName): unknown => scriptOf(code, fileName).runInContext(context) };
    },
  };
}
