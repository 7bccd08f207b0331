// One month on the local host, end to end: the built bundle in a new sheet, set up by the installing account, filled in by
// the units, run by the clock, closed by CAX, told to the chairman. Everything goes through the doors people use.
import { dayOf, isoDate, readIsoDate } from '../../../core/calendar.ts';
import { type Period, PLAN_RULES, periodName, windowOf } from '../../../core/period.ts';
import type { Seeds } from '../../../core/plan.ts';
import { accountOf, typistOf } from './cast.ts';
import { type Entry, typedFields } from './entries.ts';
import { type Stage, setStage, shown } from './stage.ts';

export interface MonthOptions {
  readonly seeds: Seeds;
  readonly bundle: { readonly code: string; readonly manifest: string };
  readonly period: Period;
  readonly entries: readonly Entry[];
  /** False: CAX does not close, and bản 0 is left to the clock. */
  readonly closes: boolean;
  readonly tell: (line: string) => void;
}

/** CAX closes on the deadline day at this time; the month ends on the last day of grace. */
const CLOSING_TIME = '08:30';
const SET_UP_TIME = '08:00';
const LAST_TIME = '18:00';

export function playMonth(options: MonthOptions): Stage {
  const { seeds, bundle, period, tell } = options;
  const { from } = windowOf(period, PLAN_RULES, readIsoDate(seeds.plan.date));
  const stage = setStage({ seeds, bundle, clock: `${isoDate(from)}T${SET_UP_TIME}`, tell });
  const { host, police } = stage;
  const closing = `${isoDate(dayOf(period.year, period.month, PLAN_RULES.deadlineDay))}T${CLOSING_TIME}`;
  const last = `${isoDate(dayOf(period.year, period.month, PLAN_RULES.graceDay))}T${LAST_TIME}`;
  const entries = options.entries.map((entry, index) => ({ entry, index }));
  // Equal times keep the order of the file: the sort is stable.
  entries.sort((a, b) => (a.entry.at === b.entry.at ? 0 : a.entry.at < b.entry.at ? -1 : 1));
  tell(`${shown(host)}  Các đơn vị nhập liệu ${periodName(period)}: ${entries.length} mục`);
  let isClosed = !options.closes;
  const close = () => {
    if (isClosed) return;
    isClosed = true;
    stage.advanceTo(closing);
    stage.click(police, 'Tổng hợp báo cáo…');
  };
  for (const { entry, index } of entries) {
    if (entry.at > closing) close();
    if (entry.at > last) {
      tell(`Mục ${index} (${entry.code}, ${entry.by}): sau ${last}, ngoài thời gian chạy của lệnh; không nhập.`);
      continue;
    }
    stage.advanceTo(entry.at);
    typeEntry(stage, options, entry, index);
  }
  close();
  stage.advanceTo(last);
  return stage;
}

/** Types one entry, field by field, as its unit's user; a refusal is one line, and the other fields stay. */
function typeEntry(stage: Stage, { seeds, tell }: MonthOptions, entry: Entry, index: number): void {
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
