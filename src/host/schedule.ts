// When a clock trigger comes next: at a random second inside its slot where it repeats by minutes or hours, at its fixed
// minute where it repeats by days. All on the clock of Viet Nam.
import { DAY, HOUR, MINUTE, startOfDay } from './clock.ts';
import type { World } from './contract.ts';
import type { Schedule } from './state.ts';

/** The first coming later than `after`; undefined where there is none. */
export function nextTime(schedule: Schedule, after: number, world: World): number | undefined {
  switch (schedule.every) {
    case 'once':
      return undefined;
    case 'minutes':
      return inSlot(schedule.start, schedule.n * MINUTE, after, world);
    case 'hours':
      return inSlot(schedule.start, schedule.n * HOUR, after, world);
    case 'days':
      return firstDay(
        after,
        schedule,
        (day) => Math.round((day - startOfDay(schedule.start)) / DAY) % schedule.n === 0,
      );
  }
}

/** A random second of the slot after the one `after` lies in; slots follow each other from `start` on. */
function inSlot(start: number, length: number, after: number, world: World): number {
  const slot = Math.floor((after - start) / length) + 1;
  return start + slot * length + Math.floor((world.random() * length) / 1000) * 1000;
}

function firstDay(after: number, time: { hour: number; minute: number }, fits: (day: number) => boolean): number {
  for (let days = 0; ; days += 1) {
    const day = startOfDay(after, days);
    const at = day + time.hour * HOUR + time.minute * MINUTE;
    if (at > after && fits(day)) return at;
  }
}
