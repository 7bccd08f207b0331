// How far a press on the clock's buttons goes.
import { at, civilOf, dayOf, endOfMonth, momentOf } from '../../../core/calendar.ts';
import { PLAN_RULES } from '../../../core/period.ts';
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
    const next = endOfMonth(year, month + 1);
    return now + (Math.min(dayOf(year, month + 1, day), next) - Math.floor(moment)) * DAY;
  }
  // The morning CAX closes.
  const closing = (months: number) => at(dayOf(year, month + months, PLAN_RULES.deadlineDay), 8, 30);
  const wanted = closing(0) > moment ? closing(0) : closing(1);
  return now + Math.round((wanted - moment) * 1440) * MINUTE;
}
