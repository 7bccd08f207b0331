// The clock of Viet Nam (UTC+7, no summer time) and fixed-offset zones, over milliseconds since 1970. Nothing here asks the
// machine for its time or its zone. (Before 13 June 1975 the real offset was +8; no date of the plan is that old.)
import { dayOf, epochOf, type Moment, minutesOf, momentOf } from '../core/calendar.ts';
import { NotEmulated } from './contract.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** Minutes east of Greenwich. */
const VIET_NAM = 420;

const NAMED_ZONES: Readonly<Record<string, number>> = {
  'Asia/Ho_Chi_Minh': VIET_NAM,
  'Asia/Saigon': VIET_NAM,
  'Asia/Bangkok': VIET_NAM,
  UTC: 0,
  GMT: 0,
  Z: 0,
  'Etc/UTC': 0,
  'Etc/GMT': 0,
};

/** Minutes east of Greenwich of a zone that has no summer time. Throws NotEmulated on other zones. */
export function offsetOf(zone: string): number {
  const named = NAMED_ZONES[zone];
  if (named !== undefined) return named;
  const match = /^(?:GMT|UTC)([+-])(\d{1,2})(?::?(\d{2}))?$/u.exec(zone);
  if (!match) throw new NotEmulated(`time zone ${zone}`);
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === '-' ? -minutes : minutes;
}

/** `2024-05-15T08:30:00.000+07:00`. */
export function isoLocal(epoch: number): string {
  return `${new Date(epoch + VIET_NAM * MINUTE).toISOString().slice(0, -1)}+07:00`;
}

/** The time of «2024-05-15T08:30» (seconds optional) on the clock of Viet Nam. Throws on anything else. */
export function readLocal(text: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?(?:\+07:00)?$/u.exec(text);
  if (!match) throw new Error(`not a local time like 2024-05-15T08:30: ${text}`);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  return epochOf(dayOf(year, month, day)) + hour * HOUR + minute * MINUTE + second * 1000;
}

/** The serial number a Vietnamese sheet gives that time. */
export function serialOf(epoch: number): Moment {
  return momentOf(epoch);
}

/** The time a serial number of a Vietnamese sheet stands for. */
export function epochOfSerial(serial: Moment): number {
  return epochOf(serial);
}

export interface LocalTime {
  year: number;
  /** 1–12. */
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  /** 1 = Monday … 7 = Sunday. */
  weekday: number;
}

/** The parts of a time in a zone `offset` minutes east of Greenwich. */
export function partsOf(epoch: number, offset = VIET_NAM): LocalTime {
  const shifted = new Date(epoch + offset * MINUTE);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
    millisecond: shifted.getUTCMilliseconds(),
    weekday: shifted.getUTCDay() === 0 ? 7 : shifted.getUTCDay(),
  };
}

/** Midnight in Viet Nam of the day `epoch` falls on, `days` later. */
export function startOfDay(epoch: number, days = 0): number {
  return epochOf(Math.floor(momentOf(epoch)) + days);
}

/** True where the serial number is a whole day. */
export function isWholeDay(serial: Moment): boolean {
  return minutesOf(serial) === 0 && Math.abs(serial - Math.round(serial)) < 1e-9;
}
