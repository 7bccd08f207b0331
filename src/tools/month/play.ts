// Months on the local host, end to end: the built bundle in a new sheet, set up by the installing account, filled in by the
// units, run by the clock, closed by CAX, told to the chairman. Everything goes through the entry points people use.
import { dayOf, isoDate, readIsoDate } from '../../core/calendar.ts';
import { type Period, PLAN_RULES, periodName, windowOf } from '../../core/period.ts';
import type { Seeds } from '../../core/plan.ts';
import { shown } from './deployed.ts';
import type { Entry } from './entries.ts';
import { clickStep, entrySteps, nameEntry, playPlanned } from './entry-steps.ts';
import { type Stage, setStage } from './stage.ts';

export interface MonthsOptions {
  readonly seeds: Seeds;
  readonly bundle: { readonly code: string; readonly manifest: string };
  /** One after the other, without a gap. */
  readonly periods: readonly [Period, ...Period[]];
  readonly entries: readonly Entry[];
  /** False: CAX does not close, and bản 0 is left to the clock. */
  readonly closes: boolean;
  readonly tell: (line: string) => void;
}

/** CAX closes on the deadline day at this time; the month ends on the last day of grace. */
const CLOSING_TIME = '08:30';
const SET_UP_TIME = '08:00';
const LAST_TIME = '18:00';

export function playMonths(options: MonthsOptions): Stage {
  const { seeds, bundle, periods, tell } = options;
  const { from } = windowOf(periods[0], PLAN_RULES, readIsoDate(seeds.plan.date));
  const stage = setStage({ seeds, bundle, clock: `${isoDate(from)}T${SET_UP_TIME}`, tell });
  const at = ({ year, month }: Period, day: number, time: string) => `${isoDate(dayOf(year, month, day))}T${time}`;
  const closings = options.closes ? periods.map((period) => at(period, PLAN_RULES.deadlineDay, CLOSING_TIME)) : [];
  const last = at(periods[periods.length - 1] ?? periods[0], PLAN_RULES.graceDay, LAST_TIME);
  const entries = options.entries.map((entry, index) => ({ entry, index }));
  const names = periods.map(periodName).join(', ');
  tell(`${shown(stage.host)}  Các đơn vị nhập liệu ${names}: ${entries.length} mục`);
  const steps = [
    ...entrySteps(
      stage,
      options,
      entries.filter(({ entry }) => entry.at <= last),
    ),
    // An entry of the same minute is typed before.
    ...closings.map((time) => clickStep(time, stage.police, 'Tổng hợp báo cáo…')),
  ];
  for (const late of entries.filter(({ entry }) => entry.at > last)) {
    tell(`${nameEntry(late)}: sau ${last}, ngoài thời gian chạy của lệnh; không nhập.`);
  }
  playPlanned(stage, options, steps, last);
  return stage;
}
