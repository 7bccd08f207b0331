// Scripts in the browser: a worker has no `node:vm` and no iframes, so a run's context is a function whose parameters are all
// the globals there are: Apps Script's own stand there, everything else a worker has (fetch, timers, storage …) is undefined.
//
// Weaker than Node's contexts: `Object`, `Array`, `Error` and their prototypes are the worker's own, shared by all runs and by
// the host (`Date`, `Math` and `Intl`, which the host changes, are not); a global nobody defined is undefined instead of an
// error; a script that builds functions from text can get out; promises settle after the run. The add-in does none of it, and a
// test holds a month's closing on this realm equal, call for call, to the same on Node's.
import type { Realm, RealmContext } from '../../host/realm.ts';

/** What Apps Script's V8 has of JavaScript itself, by name. */
const LANGUAGE =
  'Object Function Array Number parseFloat parseInt Boolean String Symbol RegExp Promise Error AggregateError EvalError RangeError ' +
  'ReferenceError SyntaxError TypeError URIError JSON ArrayBuffer Uint8Array Int8Array Uint16Array Int16Array Uint32Array ' +
  'Int32Array Float32Array Float64Array Uint8ClampedArray BigUint64Array BigInt64Array DataView Map BigInt Set WeakMap WeakSet ' +
  'WeakRef FinalizationRegistry Proxy Reflect decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape isFinite ' +
  'isNaN';
/** Names that are no parameters in strict code, or no variables at all. */
const FIXED = new Set(['undefined', 'NaN', 'Infinity', 'eval', 'arguments', 'globalThis']);

type Evaluate = (code: string) => unknown;
type Script = (...values: unknown[]) => Evaluate;

/** A realm of contexts made of functions; `eval` and `Function` must be allowed where it runs. */
export function functionRealm(): Realm {
  const scripts = new Map<string, { names: readonly string[]; script: Script }>();
  const machine = namesOfMachine();
  /** The code as a function of all globals; kept, since the same bundle runs thousands of times. */
  const scriptOf = (code: string, fileName: string, own: readonly string[]) => {
    const known = scripts.get(code);
    if (known) return known;
    const names = ['globalThis', ...new Set([...own, ...machine].filter(isName))];
    // The last line lets the host look into the script afterwards, from inside its scope.
    const body = `${code}\nreturn (code) => eval(code);\n//# sourceURL=${fileName}`;
    const made = { names, script: new Function(...names, body) as Script };
    if (scripts.size > 20) scripts.clear();
    scripts.set(code, made);
    return made;
  };
  return {
    open() {
      const global = freshGlobal();
      const enter = (code: string, fileName: string): Evaluate => {
        const { names, script } = scriptOf(code, fileName, Object.getOwnPropertyNames(global));
        return script(...names.map((name) => (name === 'globalThis' ? global : global[name])));
      };
      let evaluate = enter('"use strict";', 'realm');
      const context: RealmContext = {
        evaluate(code, fileName) {
          if (isExpression(code)) return evaluate(code);
          evaluate = enter(code, fileName);
          return undefined;
        },
      };
      return context;
    },
  };
}

/** The host asks with expressions and runs whole scripts; a script begins with a word or a comment and holds many lines. */
function isExpression(code: string): boolean {
  return /^\s*[([]/u.test(code) || /^\w+$/u.test(code);
}

function isName(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/u.test(name) && !FIXED.has(name) && !(name in Object.prototype);
}

/** Everything the machine's own global has that scripts must not see. */
function namesOfMachine(): string[] {
  const names = new Set<string>();
  for (let owner: object | null = globalThis; owner !== null; owner = Object.getPrototypeOf(owner) as object | null) {
    for (const name of Object.getOwnPropertyNames(owner)) names.add(name);
  }
  for (const name of LANGUAGE.split(' ')) names.delete(name);
  return [...names];
}

/** The global object of a run, with a `Date`, `Math` and `Intl` of its own for the host to set. */
function freshGlobal(): Record<string, unknown> {
  const global: Record<string, unknown> = Object.create(null);
  const machine = globalThis as unknown as Record<string, unknown>;
  const put = (name: string, value: unknown): void => {
    Object.defineProperty(global, name, { value, writable: true, configurable: true, enumerable: false });
  };
  for (const name of LANGUAGE.split(' ')) if (machine[name] !== undefined) put(name, machine[name]);
  put('Date', Object.defineProperty(class extends Date {}, 'name', { value: 'Date' }));
  put('Math', copyOf(Math));
  put('Intl', copyOf(Intl));
  put('globalThis', global);
  return global;
}

function copyOf(value: object): object {
  return Object.defineProperties({}, Object.getOwnPropertyDescriptors(value));
}
