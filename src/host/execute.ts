// Runs one function of a script from a bare context, the whole script anew or as if it were, and tells what became of it.
import { Border } from './border.ts';
import { call, faultOf } from './calls.ts';
import { MINUTE } from './clock.ts';
import { consoleOf, loggerOf } from './console.ts';
import { NotEmulated } from './contract.ts';
import { declares } from './declares.ts';
import type { EndReason } from './errors.ts';
import { openContext } from './evaluated.ts';
import { globalsOf } from './globals.ts';
import type { RealmContext } from './realm.ts';
import type { Answers, Machine, Outcome, Run } from './run.ts';
import type { Value } from './service.ts';

/** What a run needs to be told. */
export interface Start {
  scriptId: string;
  functionName: string;
  user: string;
  activeUser: string;
  authMode: 'LIMITED' | 'FULL';
  fileId?: string | undefined;
  ui: boolean;
  answers?: Answers | undefined;
  /** The arguments, made once the run exists: event objects hold services of the run. */
  args?: (run: Run) => readonly Value[];
}

const FULL_LIMIT = 6 * MINUTE;
const SIMPLE_LIMIT = MINUTE / 2;
const FILE = 'Code.gs';

/** Runs the function. Throws what the host itself is at fault for (`NotEmulated`, a mistake of an observer's). */
export function execute(machine: Machine, start: Start): Outcome {
  const { store } = machine;
  const run: Run = {
    id: store.state.nextRun,
    machine,
    scriptId: start.scriptId,
    functionName: start.functionName,
    user: start.user,
    activeUser: start.activeUser,
    authMode: start.authMode,
    fileId: start.fileId,
    ui: start.ui,
    answers: start.answers ?? [],
    startedAt: store.state.clock,
    limit: start.authMode === 'LIMITED' ? SIMPLE_LIMIT : FULL_LIMIT,
    suspended: 0,
    end: undefined,
    pending: undefined,
    asked: 0,
    shown: [],
    printed: [],
  };
  store.state.nextRun += 1;
  let finished: Finished;
  try {
    finished = evaluate(run, start);
  } finally {
    machine.locks.releaseAll(run.id);
  }
  const outcome = outcomeOf(run, finished);
  // A service that a script kept in a variable is of no use after its run.
  run.end ??= LONG_OVER;
  return outcome;
}

const LONG_OVER: EndReason = {
  kind: 'fault',
  error: new NotEmulated('a service of a run that is over'),
  message: 'a service of a run that is over',
};

type Finished = { value: Value } | { thrown: unknown };

function evaluate(run: Run, start: Start): Finished {
  const { store, realm, evaluated } = run.machine;
  const { code, manifest } = store.script(run.scriptId);
  const zone = manifest.timeZone ?? 'Asia/Ho_Chi_Minh';
  const standing = evaluated?.take(code, zone, store.world) ?? openContext(realm, store.world, zone);
  const { context, intrinsics, global } = standing;
  const border = new Border(intrinsics, {
    call: (object, name, method, args) => call(run, object, name, method, args),
    fault: (error) => faultOf(run, error),
  });
  const define = (name: string, value: unknown): void => {
    Object.defineProperty(global, name, { value, writable: true, configurable: true, enumerable: false });
  };
  const services = globalsOf(run);
  for (const [name, service] of Object.entries(services)) define(name, border.toScript(service));
  define('console', consoleOf(run));
  define('Logger', loggerOf(run));

  const args = (start.args?.(run) ?? []).map((arg) => border.toScript(arg));
  try {
    if (!standing.names) context.evaluate(code, FILE);
    standing.names ??= new Set(Object.getOwnPropertyNames(global));
    const found = declares(code, run.functionName) ? lookUp(context, run.functionName) : undefined;
    if (!found) throw new intrinsics.Error(`Script function not found: ${run.functionName}`);
    const result = settle(context, run, border, Reflect.apply(found.target, found.owner, args));
    if (evaluated && !run.end) {
      for (const name of Object.keys(services)) define(name, undefined);
      evaluated.giveBack(code, zone, standing);
    }
    return result;
  } catch (error) {
    return { thrown: error };
  }
}

type Callable = (...args: unknown[]) => unknown;

/** The function a name or a path («object.method») stands for, and the object it is called on. */
function lookUp(context: RealmContext, path: string): { target: Callable; owner: unknown } | undefined {
  if (!/^[\p{L}$_][\p{L}\p{N}$_]*(?:\.[\p{L}$_][\p{L}\p{N}$_]*)*$/u.test(path)) return undefined;
  const owner = path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : 'undefined';
  const found = context.evaluate(`[typeof ${path} === 'function' ? ${path} : undefined, ${owner}]`, FILE) as unknown[];
  return typeof found[0] === 'function' ? { target: found[0] as Callable, owner: found[1] } : undefined;
}

/** The value of a call, of a promise once the microtasks have run. */
function settle(context: RealmContext, run: Run, border: Border, result: unknown): Finished {
  if (typeof result !== 'object' || result === null || !('then' in result) || typeof result.then !== 'function') {
    return { value: returned(border, result) };
  }
  // The callbacks must be the realm's own: V8 queues a microtask with the realm of its callback.
  const watch = context.evaluate(WATCH, FILE) as (promise: unknown) => { state: string; value: unknown };
  const box = watch(result);
  context.evaluate('undefined', FILE);
  if (box.state === 'pending') return faultOf(run, new NotEmulated('a promise that does not settle by itself'));
  return box.state === 'kept' ? { value: returned(border, box.value) } : { thrown: box.value };
}

const WATCH = `(function (promise) {
  var box = { state: 'pending', value: undefined };
  promise.then(
    function (value) { box.state = 'kept'; box.value = value; },
    function (error) { box.state = 'broken'; box.value = error; }
  );
  return box;
})`;

/** What a function returned; nothing where it cannot leave the script. */
function returned(border: Border, value: unknown): Value {
  try {
    return border.fromScript(value);
  } catch {
    return null;
  }
}

function outcomeOf(run: Run, finished: Finished): Outcome {
  const about = {
    run: run.id,
    functionName: run.functionName,
    user: run.user,
    shown: run.shown,
    printed: run.printed,
  };
  const { end } = run;
  if (end?.kind === 'fault') throw end.error;
  if (end?.kind === 'dialog' && run.pending) return { ...about, kind: 'dialog', dialog: run.pending };
  if (end?.kind === 'consent') return { ...about, kind: 'consent', scopes: end.scopes };
  if (end) {
    return {
      ...about,
      kind: 'error',
      name: 'Exception',
      message: end.kind === 'killed' ? end.message : '',
      stack: '',
      killed: true,
    };
  }
  if ('value' in finished) return { ...about, kind: 'ok', value: finished.value };
  const error = finished.thrown;
  const isError = typeof error === 'object' && error !== null && 'message' in error;
  const name = isError && 'name' in error ? String(error.name) : 'Error';
  const message = isError ? String(error.message) : String(error);
  const lines = isError && 'stack' in error ? String(error.stack).split('\n') : [];
  const stack = lines
    .filter((line) => line.includes(FILE))
    .map((line) => line.trim())
    .join('\n');
  return { ...about, kind: 'error', name, message, stack, killed: false };
}
