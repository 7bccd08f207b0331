// The sample entries of a plan: those written for the plan of 2024 where its tasks are led as they were then, else a plain line
// for every task that has a unit of its own.
import { at, formatDay, formatTime, isoDate } from '../../core/calendar.ts';
import { deadlineOf, type Period, PLAN_RULES, shiftPeriod } from '../../core/period.ts';
import type { Seeds } from '../../core/plan.ts';
import { STATES } from '../../core/status.ts';
import { accountableUnit, leadUnits } from '../../core/units.ts';
import { typistOf } from './cast.ts';
import type { Entry } from './entries.ts';
import { LINES_OF_2024, mark, type SampleLine } from './sample-lines.ts';

/** Plain lines are typed on the days from this one of the window, so many of them one after the other. */
const FIRST_DAY = 9;
const DAYS = 20;

/** The sample for months one after the other; what was done in the first is not done again. */
export function sampleOf(seeds: Seeds, periods: readonly Period[]): Entry[] {
  return periods.flatMap((period, i) =>
    sampleEntries(seeds, period).filter(({ state }) => i === 0 || state !== STATES.done),
  );
}

/** The sample as answers to an ad hoc question: in its order, one after the other within the window. */
export function answersOf(
  seeds: Seeds,
  period: Period,
  { from, to }: { readonly from: number; readonly to: number },
): Entry[] {
  const entries = sampleEntries(seeds, period);
  const [first, last] = [at(from, 9), at(to, 15)];
  return entries.map((entry, i) => {
    const moment = first + ((last - first) * i) / entries.length;
    return { ...entry, at: `${isoDate(moment)}T${formatTime(moment)}` };
  });
}

/** The sample for a period: the same use cases, moved to its window. */
function sampleEntries(seeds: Seeds, period: Period): Entry[] {
  const start = deadlineOf(shiftPeriod(period, -1), PLAN_RULES);
  return linesOf(seeds).map(([day, time, by, code, entry]) => {
    const doneOn = entry.doneOn?.replace(/^D-(\d+)$/u, (_, days: string) => formatDay(start + day - Number(days)));
    return { at: `${isoDate(start + day)}T${time}`, by, code, ...entry, ...(doneOn === undefined ? {} : { doneOn }) };
  });
}

function linesOf(seeds: Seeds): readonly SampleLine[] {
  const { tasks, units } = seeds;
  const fits = LINES_OF_2024.every(([, , by, code]) => {
    const task = tasks.find((one) => one.code === code);
    const unit = typistOf(seeds, by);
    return task !== undefined && unit !== undefined && leadUnits(task.lead, units).includes(unit);
  });
  return fits ? LINES_OF_2024 : tasks.flatMap((task, index) => plainLine(seeds, task, index));
}

function plainLine({ units }: Seeds, { code, lead }: Seeds['tasks'][number], index: number): SampleLine[] {
  const unit = accountableUnit(lead, units);
  const time = formatTime(at(0, 8, (index * 7) % 60));
  const entry = { state: STATES.doing, result: mark('Đang thực hiện theo kế hoạch') };
  return unit ? [[FIRST_DAY + (index % DAYS), time, unit.name, code, entry]] : [];
}
