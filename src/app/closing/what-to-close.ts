// Which month or year a closing is of, by the day (rules 5.6, 5.9).
import { civilOf, type Moment } from '../../core/calendar.ts';
import { comparePeriods, endedPeriod, isClosingTime, openPeriodFrom } from '../../core/period.ts';
import type { Settings } from '../../core/settings.ts';
import type { PeriodKey } from '../../core/version.ts';

/** The year whose end was last, as a supplement closes it. */
export function endedYear(now: Moment): PeriodKey {
  return { period: { year: civilOf(now).year - 1, month: 12 }, supplement: true };
}

/** The month a closing at that time is of: the one that has ended in its days of closing, else the open one. */
export function closedAt({ rules, firstPeriod }: Pick<Settings, 'rules' | 'firstPeriod'>, now: Moment): PeriodKey {
  const ended = endedPeriod(now, rules);
  const isOwed = firstPeriod === undefined || comparePeriods(ended, firstPeriod) >= 0;
  return { period: isClosingTime(now, rules) && isOwed ? ended : openPeriodFrom(now, rules, firstPeriod) };
}
