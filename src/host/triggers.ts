// Firing: the simple triggers of a bound script, and the installable ones, which always run as their creator, with the code as
// it is now, and tell of their failures the creator alone.

import { partsOf } from './clock.ts';
import { scopesToAsk } from './consent.ts';
import type { GridRange } from './contract.ts';
import { declares } from './declares.ts';
import { execute } from './execute.ts';
import type { Machine, Outcome, Run } from './run.ts';
import { constant, type Value } from './service.ts';
import { areaOf, tabOf } from './services/cells.ts';
import { rangeObject } from './services/range.ts';
import { user as userObject } from './services/session.ts';
import { spreadsheetObject, tabObject } from './services/spreadsheet.ts';
import type { ScriptState, SpreadsheetSource, TriggerState } from './state.ts';
import { canonical } from './store.ts';

/** What a person did at the screen: opened the file, or changed cells. */
export type ScreenEvent =
  | { kind: 'open'; fileId: string; user: string }
  | { kind: 'edit'; fileId: string; user: string; range: GridRange; value?: string; oldValue?: string };

/** The simple trigger of the bound script; undefined where there is none for this person. */
export function fireSimple(machine: Machine, event: ScreenEvent): Outcome | undefined {
  const { store } = machine;
  const functionName = event.kind === 'open' ? 'onOpen' : 'onEdit';
  const script = store.boundScript(event.fileId);
  const role = store.role(event.fileId, event.user);
  // Not for viewers and commenters, nor for people Google does not know.
  if (!script || !declares(script.code, functionName) || event.user === '') return undefined;
  if (role !== 'owner' && role !== 'editor') return undefined;
  return execute(machine, {
    scriptId: script.id,
    functionName,
    user: canonical(event.user),
    activeUser: isOfDomain(event.user, store.state.settings.domain) ? canonical(event.user) : '',
    authMode: 'LIMITED',
    fileId: event.fileId,
    ui: true,
    args: (run) => [eventObject(run, event)],
  });
}

function isOfDomain(user: string, domain: string | undefined): boolean {
  return domain !== undefined && user.toLowerCase().endsWith(`@${domain}`);
}

/** The installable triggers on this file, of all scripts and all their creators. */
export function fireInstalled(machine: Machine, event: ScreenEvent): Outcome[] {
  const { store } = machine;
  const wanted: SpreadsheetSource['event'][] = event.kind === 'open' ? ['ON_OPEN'] : ['ON_EDIT', 'ON_CHANGE'];
  return Object.values(store.state.scripts).flatMap((script) => {
    // A standalone script's triggers come only for people who can see the script; the host shares scripts with nobody.
    if (script.container === undefined && canonical(event.user) !== script.owner) return [];
    return script.triggers.flatMap((trigger) => {
      const { source } = trigger;
      if (source.kind !== 'spreadsheet' || source.fileId !== event.fileId || trigger.dead) return [];
      if (!wanted.includes(source.event)) return [];
      const args = (run: Run): Value[] =>
        source.event === 'ON_CHANGE'
          ? [{ ...common(run, event), triggerUid: trigger.id, changeType: 'EDIT' }]
          : [{ ...eventObject(run, event), triggerUid: trigger.id }];
      return fire(machine, script, trigger, { fileId: event.fileId, activeUser: event.user, args });
    });
  });
}

/** A clock trigger whose time has come. */
export function fireClock(machine: Machine, script: ScriptState, trigger: TriggerState): Outcome[] {
  // Google counts the parts of the event in UTC.
  const time = partsOf(machine.store.state.clock, 0);
  const args = (): Value[] => [
    {
      authMode: constant('ScriptApp.AuthMode', 'FULL'),
      triggerUid: trigger.id,
      timezone: 'UTC',
      year: time.year,
      month: time.month,
      'day-of-month': time.day,
      'day-of-week': time.weekday,
      hour: time.hour,
      minute: time.minute,
      second: time.second,
    },
  ];
  return fire(machine, script, trigger, { fileId: script.container, activeUser: '', args });
}

function fire(
  machine: Machine,
  script: ScriptState,
  trigger: TriggerState,
  how: { fileId: string | undefined; activeUser: string; args: (run: Run) => Value[] },
): Outcome[] {
  const { store } = machine;
  const fail = (message: string): void => {
    store.state.failures.push({
      at: store.iso(),
      to: trigger.owner,
      scriptId: script.id,
      functionName: trigger.functionName,
      triggerId: trigger.id,
      message,
    });
  };
  if (how.fileId !== undefined && !store.role(how.fileId, trigger.owner)) {
    fail('You do not have permission to access the requested document.');
    return [];
  }
  if (scopesToAsk(store, script, trigger.owner).length > 0) {
    fail('Authorization is required to perform that action.');
    return [];
  }
  if (trigger.source.kind === 'clock' && passOver(machine, script, trigger)) return [];
  const outcome = execute(machine, {
    scriptId: script.id,
    functionName: trigger.functionName,
    user: trigger.owner,
    activeUser: canonical(how.activeUser) === trigger.owner ? trigger.owner : '',
    authMode: 'FULL',
    fileId: how.fileId,
    ui: false,
    args: how.args,
  });
  if (outcome.kind === 'error') fail(`${outcome.name}: ${outcome.message}`);
  if (outcome.kind === 'consent') fail('Authorization is required to perform that action.');
  return [outcome];
}

/** Lets a run that would read one property and end cost what it costs, and nothing more. */
function passOver({ store, observers, idles }: Machine, script: ScriptState, trigger: TriggerState): boolean {
  const { localMilliseconds, remoteMilliseconds } = store.state.settings;
  // One call for the store, one for the property.
  const now = store.state.clock + localMilliseconds + remoteMilliseconds;
  if (observers.size > 0 || !idles?.({ script, trigger, now })) return false;
  store.state.nextRun += 1;
  store.state.clock = now;
  return true;
}

function common(run: Run, event: ScreenEvent): { [key: string]: Value } {
  return {
    authMode: constant('ScriptApp.AuthMode', run.authMode),
    source: spreadsheetObject(run, event.fileId),
    user: userObject(run.activeUser),
  };
}

function eventObject(run: Run, event: ScreenEvent): { [key: string]: Value } {
  if (event.kind === 'open') return common(run, event);
  const sheetId = event.range.sheetId ?? 0;
  const tab = tabOf(run, event.fileId, sheetId);
  const sheet = () => tabObject(run, event.fileId, sheetId);
  const { value, oldValue } = event;
  return {
    ...common(run, event),
    range: rangeObject(run, areaOf(event.fileId, event.range, tab), sheet, true),
    ...(value === undefined ? {} : { value }),
    ...(oldValue === undefined ? {} : { oldValue }),
  };
}
