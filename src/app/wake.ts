// When the clock has to look: it comes every ten minutes, and most times one property tells it that nothing can be due.
import { at, type Moment } from '../core/calendar.ts';
import { AUTOMATIC_HOUR, roundHour } from '../core/duty-days.ts';

/** Script property: the moment before which nothing can be due. Whoever makes something due (a closing, a tick) takes it away. */
export const WAKE = 'wake';
/** Script property: the hour at which reminders leave, as the last look read it. */
export const SENDING_HOUR = 'hour';
export const USUAL_HOUR = 7;
/** However quiet, the clock looks this often: a setting may have changed. */
const LOOK_AGAIN = 4 / 24;

/** Whether the clock has nothing to look at yet; what is no moment wakes it. Pure. */
export function sleepsOn(wake: string | null, now: Moment): boolean {
  return now < Number(wake ?? 0);
}

/** Whether a clock run that finds these script properties at that moment would look at nothing. Pure. */
export function idlesOn(properties: Readonly<Record<string, string>>, now: Moment): boolean {
  return sleepsOn(properties[WAKE] ?? null, now);
}

/** When the clock must look again: midnight, an hour of duty, or after a while, whichever is first. Pure. */
export function nextLook(now: Moment, sendingHour: number = USUAL_HOUR): Moment {
  const today = Math.floor(now);
  const hours = [roundHour(sendingHour), AUTOMATIC_HOUR]
    .map((hour) => at(today, hour))
    .filter((moment) => moment > now);
  return Math.min(today + 1, now + LOOK_AGAIN, ...hours);
}
