// The calendar of duties (rules 6.2, 6.4), as data: on which days of a period units are reminded, when CAX is warned, and when the month
// goes to the chairman. Pure functions of the period, the rules and the holidays.
import {
  addWorkingDays,
  at,
  type Day,
  isWorkingDay,
  type Moment,
  workingDayFrom,
  workingDayUntil,
} from './calendar.ts';
import { deadlineOf, graceOf, type Period, type PeriodRules, shiftPeriod } from './period.ts';

/** The hour of the first working day from the deadline at which bản 0 is made if CAX has not closed. */
export const AUTOMATIC_HOUR = 16;
/** From this hour until the sending hour nothing that nobody has just asked for is sent to the chairman. */
const EVENING_HOUR = 21;
/** Rounds of reminders, by days before the deadline day; the 9th and the 13th of a month. */
const DAYS_BEFORE = [6, 2] as const;
/** Working days from the first reminder after the deadline to the last. */
const LAST_AFTER = 2;

export interface ReminderRound {
  /** 1 and 2 before the deadline, 3 and 4 after it. */
  readonly round: 1 | 2 | 3 | 4;
  readonly day: Day;
}

/** The hour at which rounds leave: the one of the settings, but before the hour of bản 0, so that CAX is warned first. */
export function roundHour(sendingHour: number): number {
  return Math.min(sendingHour, AUTOMATIC_HOUR - 1);
}

/**
 * The rounds of a period in their order: the 9th and the 13th or the working day before; the first working day from the
 * deadline; once more two working days later. One that would fall behind the last day of grace, or on the day of the next, is held on
 * the working day before. Always working days inside the period, at most one round a day; where a period has fewer, the first
 * rounds are left out. A period without any has the last round on the day of bản 0, so that somebody is warned.
 */
export function reminderRounds(period: Period, rules: PeriodRules, holidays: readonly Day[]): ReminderRound[] {
  const deadline = deadlineOf(period, rules);
  const opening = graceOf(shiftPeriod(period, -1), rules) + 1;
  const third = workingDayFrom(deadline, holidays);
  const planned = [...DAYS_BEFORE.map((days) => deadline - days), third, addWorkingDays(third, LAST_AFTER, holidays)];
  const rounds: ReminderRound[] = [];
  let behind = graceOf(period, rules) + 1;
  for (const round of [4, 3, 2, 1] as const) {
    let day = workingDayUntil(Math.min(planned[round - 1] ?? behind, behind - 1), holidays);
    if (day < opening) day = workingDayFrom(opening, holidays);
    if (day >= behind) break;
    rounds.unshift({ round, day });
    behind = day;
  }
  return rounds.length > 0 ? rounds : [{ round: 4, day: automaticDay(period, rules, holidays) }];
}

/**
 * The round that is due at a moment: the newest whose day has come, on working days from the sending hour on; undefined before the
 * first and behind the last day of grace. If the clock did not run, one round is sent late, never two on a day, never by night, and on a
 * day of rest only where no working day and no other round is left.
 * @param hour of `roundHour`
 */
export function roundDue(
  period: Period,
  rules: PeriodRules,
  holidays: readonly Day[],
  hour: number,
  now: Moment,
): ReminderRound | undefined {
  const today = Math.floor(now);
  const last = graceOf(period, rules);
  if (today > last || now < at(today, hour)) return undefined;
  const rounds = reminderRounds(period, rules, holidays);
  const due = newestUntil(rounds, today);
  if (!due || due.day === today) return due;
  const canWait = due !== rounds[rounds.length - 1] || workingDayFrom(today, holidays) <= last;
  return isWorkingDay(today, holidays) || !canWait ? due : undefined;
}

function newestUntil(rounds: readonly ReminderRound[], day: Day): ReminderRound | undefined {
  const come = rounds.filter((one) => one.day <= day);
  return come[come.length - 1];
}

/** The first working day from the deadline, never later than the last day of grace: on it bản 0 is made. */
export function automaticDay(period: Period, rules: PeriodRules, holidays: readonly Day[]): Day {
  return Math.min(workingDayFrom(deadlineOf(period, rules), holidays), graceOf(period, rules));
}

/** Whether a round warns CAX of bản 0: the last one until its day, and what comes after it. */
export function isWarning(round: number, period: Period, rules: PeriodRules, holidays: readonly Day[]): boolean {
  const day = automaticDay(period, rules, holidays);
  const first = newestUntil(reminderRounds(period, rules, holidays), day);
  return first !== undefined && round >= first.round;
}

/**
 * When bản 0 is made if CAX has not closed: at 16:00 of its day, or, where CAX was warned later than that (the clock had not run), at
 * the next 16:00 after the warning; without a warning, and at the latest, at 16:00 of the last day of grace.
 */
export function automaticMoment(
  period: Period,
  rules: PeriodRules,
  holidays: readonly Day[],
  warnedAt: Moment | undefined,
): Moment {
  const last = at(graceOf(period, rules), AUTOMATIC_HOUR);
  if (warnedAt === undefined) return last;
  const day = Math.floor(warnedAt);
  const next = warnedAt < at(day, AUTOMATIC_HOUR) ? day : day + 1;
  return Math.min(at(Math.max(automaticDay(period, rules, holidays), next), AUTOMATIC_HOUR), last);
}

/** Whether a mail that nobody has just asked for may leave now: from the sending hour until the evening. */
export function isSaneHour(now: Moment, sendingHour: number): boolean {
  const today = Math.floor(now);
  return now >= at(today, roundHour(sendingHour)) && now < at(today, EVENING_HOUR);
}
