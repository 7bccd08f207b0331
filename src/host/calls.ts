// The one gate every service call passes: it is written down, shown to the observers, checked for scopes and time, costs time
// on the host's clock, and then has its effect. After the end of a run no call has an effect any more.
import { isoLocal } from './clock.ts';
import { requireScopes } from './consent.ts';
import { ApiError } from './contract.ts';
import { apiFailure, type EndReason, GoogleError, inVietnamese, RunEnd } from './errors.ts';
import type { ObservedCall, Verdict } from './observer.ts';
import type { Run } from './run.ts';
import { Args, Constant, isList, type Method, ServiceObject, type Value } from './service.ts';
import type { CallRecord, Json } from './state.ts';

/** Lists of numbers longer than this are bytes and logged by their length. */
const LONGEST_LOGGED = 64;
/** Texts longer than this are logged by their length where the call stays on the machine: templates, encoded bytes. */
const LONGEST_LOCAL_TEXT = 2000;

/** Calls a method for the script. Throws GoogleError to the script, RunEnd where the run is over. */
export function call(run: Run, object: ServiceObject, name: string, method: Method, values: readonly Value[]): Value {
  if (run.end) throw new RunEnd(run.end);
  const { store } = run.machine;
  const before = store.state.clock;
  const record: CallRecord = {
    service: object.service,
    method: name,
    args: trimmed(values).map((value) => logged(value, method.remote === true)),
    ...(object.on === undefined ? {} : { on: object.on }),
    user: run.user,
    at: isoLocal(before),
    remote: method.remote === true,
    run: run.id,
  };
  store.state.log.push(record);
  try {
    const verdict = observe(run, record);
    const { remoteMilliseconds, localMilliseconds } = store.state.settings;
    store.state.clock += method.remote ? remoteMilliseconds : localMilliseconds;
    requireTime(run);
    requireScopes(run, object.service, name, method);
    const result = method.effect(new Args(values, `${object.service}.${name}`));
    if (verdict !== 'pass' && 'failAfter' in verdict) throw verdict.failAfter;
    const answer = verdict !== 'pass' && 'answer' in verdict ? verdict.answer(result) : result;
    requireTime(run);
    if (method.remote) record.ms = store.state.clock - before;
    return answer;
  } catch (error) {
    throw settled(run, object.service, name, error);
  }
}

/** Ends the run for a reason and throws; a reason given earlier is kept. */
export function endRun(run: Run, reason: EndReason): never {
  run.end ??= reason;
  throw new RunEnd(run.end);
}

/** Ends the run because the host is at fault: what it lacks must not look like a refusal of Google's. */
export function faultOf(run: Run, error: unknown): never {
  return endRun(run, { kind: 'fault', error, message: error instanceof Error ? error.message : String(error) });
}

function observe(run: Run, record: CallRecord): Verdict {
  const seen: ObservedCall = { ...record, functionName: run.functionName, scriptId: run.scriptId };
  let kept: Verdict = 'pass';
  for (const observer of run.machine.observers) {
    const verdict = observer(seen) ?? 'pass';
    if (verdict === 'pass') continue;
    if ('die' in verdict) endRun(run, { kind: 'killed', message: 'The run was killed.' });
    if ('failBefore' in verdict) throw new Injected(verdict.failBefore);
    if ('interleave' in verdict) verdict.interleave();
    else if ('answer' in verdict) kept = verdict;
    else kept = { failAfter: new Injected(verdict.failAfter) };
  }
  return kept;
}

/** A fault an observer asked for: it reaches the script whatever class it is. */
class Injected extends Error {
  constructor(readonly error: Error) {
    super(error.message);
  }
}

function translated(error: unknown): unknown {
  if (error instanceof ApiError) return new ApiError(error.code, inVietnamese(error.message));
  return error instanceof GoogleError ? new GoogleError(inVietnamese(error.message), error.shownName) : error;
}

/** What the script gets to see of an error, or the end of the run. */
function settled(run: Run, service: string, name: string, thrown: unknown): unknown {
  const said = thrown instanceof Injected ? thrown.error : thrown;
  const error = run.machine.store.state.settings.words === 'vi' ? translated(said) : said;
  if (error instanceof GoogleError) return error;
  if (error instanceof ApiError) {
    return /^(?:Sheets|Drive)\./u.test(service)
      ? apiFailure(apiName(service, name), error)
      : new GoogleError(error.message);
  }
  if (thrown instanceof Injected) return new GoogleError(thrown.message);
  if (error instanceof RunEnd) {
    run.end ??= error.reason;
    return new RunEnd(run.end);
  }
  try {
    return faultOf(run, error);
  } catch (end) {
    return end;
  }
}

/** `Drive.Permissions.remove` is `drive.permissions.delete` in the API. */
function apiName(service: string, method: string): string {
  const path = service.split('.').map((part) => part.charAt(0).toLowerCase() + part.slice(1));
  return [...path, method === 'remove' ? 'delete' : method].join('.');
}

function requireTime(run: Run): void {
  const used = run.machine.store.state.clock - run.startedAt - run.suspended;
  if (used > run.limit) endRun(run, { kind: 'killed', message: 'Exceeded maximum execution time' });
}

/** Without the arguments left out at the end. */
function trimmed(values: readonly Value[]): readonly Value[] {
  let length = values.length;
  while (length > 0 && (values[length - 1] === null || values[length - 1] === undefined)) length -= 1;
  return values.slice(0, length);
}

/** A value as the log keeps it: blobs by name, type and length, objects by what they are. */
function logged(value: Value, whole: boolean): Json {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' && !whole && value.length > LONGEST_LOCAL_TEXT) return { characters: value.length };
  if (typeof value !== 'object') return value;
  if (value instanceof Date) return isoLocal(value.getTime());
  if (value instanceof Constant) return value.name;
  if (value instanceof ServiceObject) {
    if (value.payload?.kind === 'blob') {
      const { name, contentType, bytes } = value.payload.blob;
      return { name, contentType, bytes: bytes.length };
    }
    return value.on === undefined ? { service: value.service } : { service: value.service, on: value.on };
  }
  if (isList(value)) {
    if (value.length > LONGEST_LOGGED && value.every((item) => typeof item === 'number'))
      return { bytes: value.length };
    return value.map((item) => logged(item, whole));
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, logged(item, whole)]));
}
