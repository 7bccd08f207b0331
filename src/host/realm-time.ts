// A script's own clock and dice: inside the realm `Date`, `Intl` and `Math.random` follow the host's clock, the zone of Viet
// Nam (the manifest's) and the seed, whatever machine it runs on.
import { MINUTE, offsetOf } from './clock.ts';
import type { World } from './contract.ts';
import type { Intrinsics, RealmContext } from './realm.ts';

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const FIELDS = ['FullYear', 'Month', 'Date', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'] as const;

/** Puts the host's clock, zone and random numbers under a context. `zone` must have a fixed offset. */
export function installTime(context: RealmContext, intrinsics: Intrinsics, world: World, zone: string): void {
  const shift = offsetOf(zone) * MINUTE;
  const { Date: RealmDate, Proxy: RealmProxy, Object: RealmObject } = intrinsics;
  intrinsics.Math.random = () => world.random();
  const define = (name: string, value: (this: Date, ...args: number[]) => unknown): void => {
    Object.defineProperty(RealmDate.prototype, name, { value, writable: true, configurable: true });
  };
  /** The time as a date whose UTC fields are the zone's local ones. */
  const local = (date: Date): Date => new Date(date.getTime() + shift);

  for (const field of FIELDS) {
    define(`get${field}`, function () {
      return local(this)[`getUTC${field}`]();
    });
    define(`set${field}`, function (...args) {
      const moved = local(this);
      const set = moved[`setUTC${field}`] as (...values: number[]) => number;
      set.apply(moved, args);
      return this.setTime(moved.getTime() - shift);
    });
  }
  define('getDay', function () {
    return local(this).getUTCDay();
  });
  define('getTimezoneOffset', () => -shift / MINUTE);
  define('toString', function () {
    return Number.isNaN(this.getTime()) ? 'Invalid Date' : `${dateText(local(this))} ${timeText(local(this), shift)}`;
  });
  define('toDateString', function () {
    return Number.isNaN(this.getTime()) ? 'Invalid Date' : dateText(local(this));
  });
  define('toTimeString', function () {
    return Number.isNaN(this.getTime()) ? 'Invalid Date' : timeText(local(this), shift);
  });
  for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'] as const) {
    const original = RealmDate.prototype[name] as (
      this: Date,
      locales?: string,
      options?: Intl.DateTimeFormatOptions,
    ) => string;
    Object.defineProperty(RealmDate.prototype, name, {
      value: function (this: Date, locales?: string, options?: Intl.DateTimeFormatOptions) {
        return original.call(this, locales, { timeZone: zone, ...options });
      },
      writable: true,
      configurable: true,
    });
  }

  const parseOriginal = RealmDate.parse;
  /** As V8 parses: a text without a zone is local, but for the pure date of ISO 8601. */
  const parse = (text: string): number => {
    const utc = parseOriginal(/^\d{4}-\d{2}-\d{2}T[\d:.]+$/u.test(text) ? `${text}Z` : text);
    if (/^\d{4}-\d{2}-\d{2}T[\d:.]+$/u.test(text)) return utc - shift;
    if (
      /^[+-]?\d{4,6}(?:-\d{2}(?:-\d{2})?)?$/u.test(text) ||
      /(?:Z|GMT|UTC|[+-]\d{2}:?\d{2})(?:\s*\(.*\))?$/u.test(text)
    ) {
      return utc;
    }
    // The machine's zone went into the result: read its fields back and place them in ours.
    const machine = new Date(utc);
    return utc - machine.getTimezoneOffset() * MINUTE - shift;
  };
  RealmDate.now = () => world.now();
  RealmDate.parse = parse;
  const dateOf = (args: readonly unknown[]): number => {
    const [first] = args;
    if (args.length === 0) return world.now();
    if (args.length > 1) {
      const [year = 0, month = 0, day = 1, hour = 0, minute = 0, second = 0, ms = 0] = args.map(Number);
      return Date.UTC(year, month, day, hour, minute, second, ms) - shift;
    }
    if (typeof first === 'string') return parse(first);
    if (Object.prototype.toString.call(first) === '[object Date]') return (first as Date).getTime();
    return typeof first === 'object' && first !== null ? parse(String(first)) : Number(first);
  };
  const clocked = new RealmProxy(RealmDate, {
    construct: (target, args, newTarget) => Reflect.construct(target, [dateOf(args)], newTarget),
    apply: (target) => new target(world.now()).toString(),
  });
  RealmObject.defineProperty(RealmDate.prototype, 'constructor', {
    value: clocked,
    writable: true,
    configurable: true,
  });

  const RealmFormat = intrinsics.Intl.DateTimeFormat;
  const zoned = (args: readonly unknown[]): [string | undefined, Intl.DateTimeFormatOptions] => [
    args[0] as string | undefined,
    { timeZone: zone, ...(args[1] as Intl.DateTimeFormatOptions | undefined) },
  ];
  const format = new RealmProxy(RealmFormat, {
    construct: (target, args, newTarget) => Reflect.construct(target, zoned(args), newTarget),
    apply: (target, _self, args) => target(...zoned(args)),
  });
  Object.defineProperty(intrinsics.Intl, 'DateTimeFormat', { value: format, writable: true, configurable: true });
  const global = context.evaluate('globalThis', 'realm') as object;
  Object.defineProperty(global, 'Date', { value: clocked, writable: true, configurable: true });
}

function dateText(local: Date): string {
  const weekday = WEEKDAYS[local.getUTCDay()] ?? '';
  const month = MONTHS[local.getUTCMonth()] ?? '';
  return `${weekday} ${month} ${pad(local.getUTCDate())} ${String(local.getUTCFullYear()).padStart(4, '0')}`;
}

function timeText(local: Date, shift: number): string {
  const minutes = Math.abs(shift) / MINUTE;
  const offset = `${shift < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}${pad(minutes % 60)}`;
  const time = `${pad(local.getUTCHours())}:${pad(local.getUTCMinutes())}:${pad(local.getUTCSeconds())}`;
  return `${time} GMT${offset}${shift === 7 * 60 * MINUTE ? ' (Indochina Time)' : ''}`;
}

function pad(n: number): string {
  return String(n).padStart(2, '0');
}
