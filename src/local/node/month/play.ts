// Months on the local host, end to end: the built bundle in a new sheet, set up by the installing account, filled in by the
// units, run by the clock, closed by CAX, told to the chairman. Everything goes through the doors people use.
import { dayOf, isoDate, readIsoDate } from '../../../core/calendar.ts';
import { type Period, PLAN_RULES, periodName, windowOf } from '../../../core/period.ts';
import type { Seeds } from '../../../core/plan.ts';
import { accountOf, typistOf } from './cast.ts';
import { type Entry, typedFields } from './entries.ts';
import { type Stage, setStage, shown } from './stage.ts';

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
  const { host, police } = stage;
  const at = ({ year, month }: Period, day: number, time: string) => `${isoDate(dayOf(year, month, day))}T${time}`;
  const closings = options.closes ? periods.map((period) => at(period, PLAN_RULES.deadlineDay, CLOSING_TIME)) : [];
  const last = at(periods[periods.length - 1] ?? periods[0], PLAN_RULES.graceDay, LAST_TIME);
  const entries = options.entries.map((entry, index) => ({ entry, index }));
  // Equal times keep the order of the file: the sort is stable.
  entries.sort((a, b) => (a.entry.at === b.entry.at ? 0 : a.entry.at < b.entry.at ? -1 : 1));
  const names = periods.map(periodName).join(', ');
  tell(`${shown(host)}  Các đơn vị nhập liệu ${names}: ${entries.length} mục`);
  const closeBefore = (time: string) => {
    while (closings[0] !== undefined && closings[0] < time) {
      stage.advanceTo(closings.shift() ?? '');
      stage.click(police, 'Tổng hợp báo cáo…');
    }
  };
  for (const { entry, index } of entries) {
    closeBefore(entry.at);
    if (entry.at > last) {
      tell(`Mục ${index} (${entry.code}, ${entry.by}): sau ${last}, ngoài thời gian chạy của lệnh; không nhập.`);
      continue;
    }
    stage.advanceTo(entry.at);
    typeEntry(stage, options, entry, index);
  }
  closeBefore(last);
  stage.advanceTo(last);
  return stage;
}

/** Types one entry, field by field, as its unit's user; a refusal is one line, and the other fields stay. */
export function typeEntry(
  stage: Stage,
  { seeds, tell }: Pick<MonthsOptions, 'seeds' | 'tell'>,
  entry: Entry,
  index: number,
): void {
  const refuse = (message: string) => tell(`Mục ${index} (${entry.code}, ${entry.by}): ${message}`);
  const unit = typistOf(seeds, entry.by);
  const isKnown = seeds.tasks.some(({ code }) => code === entry.code);
  if (!unit || !isKnown) {
    refuse(unit ? 'không có mã nhiệm vụ này trong kế hoạch.' : 'không có đơn vị này trong danh sách.');
    return;
  }
  for (const { column, text } of typedFields(entry)) {
    const typed = stage.type(accountOf(unit), 'tasks', entry.code, column, text);
    if (typed.kind === 'refused') refuse(`${stage.locate.heading('tasks', column)}: ${typed.message}`);
  }
}
