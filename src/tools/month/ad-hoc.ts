// An ad hoc report on the local host, end to end: CAX fills a line of «Đột xuất» and asks the units, they answer, CAX closes, the
// chairman is told.
import { at, formatDay, formatTime, isoDate, readIsoDate } from '../../core/calendar.ts';
import { openPeriod, type Period, PLAN_RULES } from '../../core/period.ts';
import { clickStep, entrySteps, type IndexedEntry, nameEntry, type PlannedStep, playPlanned } from './entry-steps.ts';
import { textsOf } from './locate.ts';
import type { MonthsOptions } from './play.ts';
import { type Stage, setStage } from './stage.ts';

/** Both days are inside it. */
export interface AdHocWindow {
  readonly from: number;
  readonly to: number;
}

const ITEM = 'Báo cáo đột xuất…';
const [SET_UP_TIME, ASKING_TIME, LAST_TIME] = ['07:30', '08:00', '17:00'];
/** Units answer until this hour of the last day. */
const CLOSING_HOUR = 16;

/** The days of «2024-05-20..2024-05-22». @throws Error in Vietnamese where they cannot be read, or the plan had not begun */
export function readWindow(text: string, planDate: number): AdHocWindow {
  const [from, to, ...more] = text.split('..').map((day) => readIsoDate(day.trim()));
  if (from === undefined || to === undefined || more.length > 0 || to < from)
    throw new Error(`--adhoc ${text}: phải có dạng 2024-05-20..2024-05-22, ngày đầu không sau ngày cuối`);
  if (from < planDate) throw new Error(`--adhoc ${text}: kế hoạch bắt đầu từ ${formatDay(planDate)}`);
  return { from, to };
}

/** The period that is open when it is asked: entries of its sample are answers. */
export function periodOf({ from }: AdHocWindow): Period {
  return openPeriod(from, PLAN_RULES);
}

/** @param options entries outside the window are not typed, and said so */
export function playAdHoc(
  { from, to }: AdHocWindow,
  options: Pick<MonthsOptions, 'seeds' | 'bundle' | 'entries' | 'tell'>,
): Stage {
  const { seeds, bundle, tell } = options;
  const [asked, last] = [`${isoDate(from)}T${ASKING_TIME}`, `${isoDate(to)}T${CLOSING_HOUR}:00`];
  const stage = setStage({ seeds, bundle, clock: `${isoDate(from)}T${SET_UP_TIME}`, tell });
  const { locate, police } = stage;
  const id = `ĐX-${seeds.plan.year}-01`;
  const end = at(to, CLOSING_HOUR);
  const typed = (moment: number) => `${formatDay(moment)} ${formatTime(moment)}`;
  const line = {
    subject: 'các nhiệm vụ Đề án 06 (số liệu mẫu)',
    until: typed(end),
    dueAt: typed(at(to, CLOSING_HOUR + 1)),
    urgency: 'KHẨN',
  };
  tell(
    `${asked.replace('T', ' ')}  ${police} ghi yêu cầu ${id} ở tab ${locate.title('adHoc')}, trả lời trước ${line.until}`,
  );
  const request = textsOf(line).map(([column, text]): PlannedStep => {
    const what = { tab: locate.title('adHoc'), row: id, column: locate.heading('adHoc', column), text };
    return { at: asked, as: police, account: police, action: { kind: 'type', what }, answers: [] };
  });
  const entries = options.entries.map((entry, index) => ({ entry, index }));
  const isInside = ({ entry }: IndexedEntry) => entry.at >= asked && entry.at < last;
  const answers = entrySteps(stage, options, entries.filter(isInside));
  for (const other of entries.filter((one) => !isInside(one))) {
    tell(`${nameEntry(other)}: ngoài thời gian được hỏi; không nhập.`);
  }
  const steps = [...request, clickStep(asked, police, ITEM), ...answers, clickStep(last, police, ITEM)];
  playPlanned(stage, options, steps, `${isoDate(to)}T${LAST_TIME}`);
  return stage;
}
