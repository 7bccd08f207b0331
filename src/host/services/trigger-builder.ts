// Triggers as ScriptApp builds and lists them. When a clock trigger comes is `schedule.ts`'s matter.
import { readableSpreadsheet } from '../access.ts';
import { DAY, offsetOf, readLocal } from '../clock.ts';
import { SCOPES } from '../consent.ts';
import { NotEmulated } from '../contract.ts';
import { GoogleError } from '../errors.ts';
import type { Run } from '../run.ts';
import { nextTime } from '../schedule.ts';
import { type Args, constant, type Method, ServiceObject } from '../service.ts';
import type { ClockSource, Schedule, SpreadsheetSource, TriggerState } from '../state.ts';
import { canonical } from '../store.ts';

const MOST_TRIGGERS = 20;
const MINUTES = [1, 5, 10, 15, 30];
const HOURS = [1, 2, 4, 6, 8, 12];
export const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
const USES = { scopes: [SCOPES.scriptApp] } as const;

/** ScriptApp.newTrigger(functionName). */
export function triggerBuilder(run: Run, functionName: string): ServiceObject {
  return new ServiceObject({
    service: 'ScriptApp.TriggerBuilder',
    on: functionName,
    methods: {
      timeBased: { effect: () => clockBuilder(run, functionName) },
      forSpreadsheet: {
        ...USES,
        effect: (args) => {
          const given = args.values[0];
          const payload = given instanceof ServiceObject ? given.payload : undefined;
          const fileId = payload?.kind === 'spreadsheet' ? payload.fileId : args.text(0);
          return spreadsheetBuilder(run, functionName, readableSpreadsheet(run, fileId).id);
        },
      },
    },
  });
}

/** A trigger as the script sees it. */
export function triggerObject(trigger: TriggerState): ServiceObject {
  const { source } = trigger;
  const [event, from] = source.kind === 'clock' ? ['CLOCK', 'CLOCK'] : [source.event, 'SPREADSHEETS'];
  return new ServiceObject({
    service: 'ScriptApp.Trigger',
    on: trigger.functionName,
    payload: { kind: 'trigger', id: trigger.id },
    methods: {
      getUniqueId: { effect: () => trigger.id },
      getHandlerFunction: { effect: () => trigger.functionName },
      getEventType: { effect: () => constant('ScriptApp.EventType', event) },
      getTriggerSource: { effect: () => constant('ScriptApp.TriggerSource', from) },
      getTriggerSourceId: { effect: () => (source.kind === 'clock' ? null : source.fileId) },
    },
  });
}

function add(run: Run, functionName: string, source: ClockSource | SpreadsheetSource): ServiceObject {
  const { store } = run.machine;
  const { triggers } = store.script(run.scriptId);
  const owner = canonical(run.user);
  if (triggers.filter((trigger) => trigger.owner === owner).length >= MOST_TRIGGERS) {
    throw new GoogleError(
      'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    );
  }
  const id = String(10 ** 18 + Math.floor(store.world.random() * 9 * 10 ** 15) * 1000);
  const trigger: TriggerState = { id, functionName, owner, dead: false, source };
  triggers.push(trigger);
  return triggerObject(trigger);
}

function spreadsheetBuilder(run: Run, functionName: string, fileId: string): ServiceObject {
  let event: SpreadsheetSource['event'] | undefined;
  const on = (name: SpreadsheetSource['event']): Method => ({
    effect: () => {
      event = name;
      return object;
    },
  });
  const object: ServiceObject = new ServiceObject({
    service: 'ScriptApp.SpreadsheetTriggerBuilder',
    on: functionName,
    methods: {
      onOpen: on('ON_OPEN'),
      onEdit: on('ON_EDIT'),
      onChange: on('ON_CHANGE'),
      create: {
        ...USES,
        effect: () => {
          if (!event) throw new GoogleError('The event type must be specified before the trigger is created.');
          return add(run, functionName, { kind: 'spreadsheet', fileId, event });
        },
      },
    },
  });
  return object;
}

interface Wish {
  every?: 'minutes' | 'hours' | 'days' | 'once';
  n?: number;
  hour?: number;
  minute?: number;
  at?: number;
}

function clockBuilder(run: Run, functionName: string): ServiceObject {
  const wish: Wish = {};
  const set = (setting: (args: Args) => Wish): Method => ({
    effect: (args) => {
      Object.assign(wish, setting(args));
      return object;
    },
  });
  const object: ServiceObject = new ServiceObject({
    service: 'ScriptApp.ClockTriggerBuilder',
    on: functionName,
    methods: {
      everyMinutes: set((args) => ({ every: 'minutes', n: oneOf(args.integer(0), MINUTES, 'everyMinutes') })),
      everyHours: set((args) => ({ every: 'hours', n: oneOf(args.integer(0), HOURS, 'everyHours') })),
      everyDays: set((args) => ({ every: 'days', n: within(args.integer(0), 1, 365, 'everyDays') })),
      atHour: set((args) => ({ hour: within(args.integer(0), 0, 23, 'atHour') })),
      nearMinute: set((args) => ({ minute: within(args.integer(0), 0, 59, 'nearMinute') })),
      after: set((args) => ({ every: 'once', at: run.machine.store.state.clock + args.integer(0) })),
      at: set((args) => ({
        every: 'once',
        at: args.values[0] instanceof Date ? args.values[0].getTime() : wrong(args),
      })),
      atDate: set((args) => {
        const [year, month, day] = [args.integer(0), args.integer(1), args.integer(2)];
        const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        return { every: 'once', at: readLocal(`${date}T00:00`) + Math.floor(random(run) * DAY) };
      }),
      inTimezone: set((args) => (offsetOf(args.text(0)) === 420 ? {} : lacking(`inTimezone(${args.text(0)})`))),
      create: { ...USES, effect: () => add(run, functionName, clockSource(run, wish)) },
    },
  });
  return object;
}

/** Google picks the hour and the minute nobody asked for, once, and keeps them from day to day. */
function clockSource(run: Run, wish: Wish): ClockSource {
  const { store } = run.machine;
  const start = store.state.clock;
  if (wish.every === 'once') return { kind: 'clock', schedule: { every: 'once' }, next: wish.at ?? start };
  const hour = wish.hour ?? Math.floor(random(run) * 24);
  const near = (wish.minute ?? 0) - 15 + Math.floor(random(run) * 31);
  const minute = wish.minute === undefined ? Math.floor(random(run) * 60) : Math.min(59, Math.max(0, near));
  const schedule = scheduleOf(wish, hour, minute, start);
  const next = nextTime(schedule, start - 1, store.world);
  return { kind: 'clock', schedule, ...(next === undefined ? {} : { next }) };
}

function scheduleOf(wish: Wish, hour: number, minute: number, start: number): Schedule {
  switch (wish.every) {
    case 'minutes':
    case 'hours':
      return { every: wish.every, n: wish.n ?? 1, start };
    case 'days':
      return { every: 'days', n: wish.n ?? 1, hour, minute, start };
    default:
      if (wish.hour !== undefined) return { every: 'days', n: 1, hour, minute, start };
      throw new GoogleError(
        'The trigger needs a schedule: everyMinutes, everyHours, everyDays, everyWeeks, onMonthDay or at.',
      );
  }
}

function random(run: Run): number {
  return run.machine.store.world.random();
}

function oneOf(value: number, allowed: readonly number[], name: string): number {
  if (allowed.includes(value)) return value;
  const list = `${allowed.slice(0, -1).join(', ')} or ${allowed[allowed.length - 1]}`;
  throw new GoogleError(`The value you passed to ${name} was invalid. It must be one of ${list}.`);
}

function within(value: number, least: number, most: number, name: string): number {
  if (value >= least && value <= most) return value;
  throw new GoogleError(`The value you passed to ${name} was invalid. It must be between ${least} and ${most}.`);
}

function lacking(what: string): never {
  throw new NotEmulated(what);
}

function wrong(args: Args): never {
  throw args.mismatch();
}
