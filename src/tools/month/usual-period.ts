// The period that is played where nobody asks for another.
import { readIsoDate } from '../../core/calendar.ts';
import { comparePeriods, firstPeriod, type Period, PLAN_RULES } from '../../core/period.ts';
import type { Plan } from '../../core/plan.ts';

/** May: early enough for deadlines to lie ahead, late enough for some to have passed. */
const USUAL_MONTH = 5;

/** May of the plan's year, or the plan's first period where it begins later. */
export function usualPeriod({ year, date }: Plan): Period {
  const first = firstPeriod(readIsoDate(date) ?? 0, PLAN_RULES);
  const may = { year, month: USUAL_MONTH };
  return comparePeriods(may, first) < 0 ? first : may;
}
