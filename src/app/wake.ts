// When the clock has to look: it comes every ten minutes, and most times one property tells it that nothing can be due.
import { at, type Moment } from '../core/calendar.ts';

/** The hour of the first working day from the 15th at which bản 0 is made if CAX has not closed. */
export const AUTOMATIC_HOUR = 16;

/** Script property: the moment before which nothing can be due. Whoever makes something due (a closing) takes it away. */
export const WAKE = 'wake';
/** However quiet, the clock looks this often: a setting may have changed. */
const LOOK_AGAIN = 4 / 24;

/** When the clock must look again: midnight, 16:00, or after a while, whichever is first. Pure. */
export function nextLook(now: Moment): Moment {
  const today = Math.floor(now);
  const automatic = at(today, AUTOMATIC_HOUR);
  return Math.min(today + 1, now + LOOK_AGAIN, ...(now < automatic ? [automatic] : []));
}
