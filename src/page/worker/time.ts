// How far a press on the clock's buttons goes.
import { at, civilOf, dayOf, endOfMonth, epochOf, momentOf } from '../../core/calendar.ts';
import { PLAN_RULES } from '../../core/period.ts';
import type { Passing } from '../protocol.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** The stops on the way, the last of them the end, in milliseconds since 1970. */
export function stopsUntil(now: number, how: Passing): number[] {
  const until = endOf(now, how);
  const stops: number[] = [];
  for (let next = now + DAY; next < until; next += DAY) stops.push(next);
  return [...stops, until];
}

function endOf(now: number, how: Passing): number {
  if (how === 'minutes') return now + 20 * MINUTE;
  if (how === 'day') return now + DAY;
  const moment = momentOf(now);
  const { year, month, day } = civilOf(moment);
  if (how === 'month') {
    const next = Math.min(dayOf(year, month + 1, day), endOfMonth(year, month + 1));
    return now + (next - Math.floor(moment)) * DAY;
  }
  // The morning CAX closes.
  const closing = (months: number) => epochOf(at(dayOf(year, month + months, PLAN_RULES.deadlineDay), 8, 30));
  return closing(0) > now ? closing(0) : closing(1);
}
