// The calendar of duties (product §6), as data: on which days of a period units are reminded, and when the month goes to the
// chairman. Pure functions of the period, the rules and the holidays.
import { addWorkingDays, at, type Day, type Moment, workingDayFrom, workingDayUntil } from './calendar.ts';
import { dayOfPeriod, deadlineOf, type Period, type PeriodRules } from './period.ts';

/** The hour of the first working day from the 15th at which bản 0 is made if CAX has not closed. */
export const AUTOMATIC_HOUR = 16;
/** Rounds of reminders, by days before the deadline day; the 9th and the 13th of a month. */
const DAYS_BEFORE = [6, 2] as const;
/** Working days from the first reminder after the deadline to the last. */
const LAST_AFTER = 2;

export interface ReminderRound {
  /** 1 and 2 before the deadline, 3 and 4 after it. */
  readonly round: 1 | 2 | 3 | 4;
  readonly day: Day;
}

/**
 * The rounds of a period in their order: the 9th and the 13th or the working day before; the first working day from the
 * 15th; once more two working days later. A round that would fall behind the last day of grace, or on the day of the next
 * one, is left out.
 */
export function reminderRounds(period: Period, rules: PeriodRules, holidays: readonly Day[]): ReminderRound[] {
  const deadline = deadlineOf(period, rules);
  const last = dayOfPeriod(period, rules.graceDay);
  const [first, second] = DAYS_BEFORE.map((days) => workingDayUntil(deadline - days, holidays));
  const third = workingDayFrom(deadline, holidays);
  const rounds: ReminderRound[] = [
    { round: 1, day: first ?? deadline },
    { round: 2, day: second ?? deadline },
    { round: 3, day: third },
    { round: 4, day: addWorkingDays(third, LAST_AFTER, holidays) },
  ];
  return rounds.filter(({ day }, i) => day <= last && day !== rounds[i + 1]?.day);
}

/**
 * The round that is due at a moment: the newest whose day and hour have come, until the next one's day; undefined before the
 * first and behind the last day of grace. A clock that slept sends one round late, never two at once.
 */
export function roundDue(
  period: Period,
  rules: PeriodRules,
  holidays: readonly Day[],
  hour: number,
  now: Moment,
): ReminderRound | undefined {
  if (now >= dayOfPeriod(period, rules.graceDay) + 1) return undefined;
  const come = reminderRounds(period, rules, holidays).filter(({ day }) => now >= at(day, hour));
  return come[come.length - 1];
}

/** The first working day from the 15th, never later than the last day of grace: on it bản 0 is made, and CAX warned. */
export function automaticDay(period: Period, rules: PeriodRules, holidays: readonly Day[]): Day {
  return Math.min(workingDayFrom(deadlineOf(period, rules), holidays), dayOfPeriod(period, rules.graceDay));
}
