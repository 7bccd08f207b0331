// A report out of turn on the local host, end to end: CAX fills a line of «Đột xuất» and asks the units, they answer, CAX closes, the
// chairman is told.
import { at, formatDay, formatTime, isoDate, readIsoDate } from '../../../core/calendar.ts';
import { openPeriod, type Period, PLAN_RULES } from '../../../core/period.ts';
import { type MonthsOptions, typeEntry } from './play.ts';
import { type Stage, setStage, shown } from './stage.ts';

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
  const { seeds, bundle, entries, tell } = options;
  const stage = setStage({ seeds, bundle, clock: `${isoDate(from)}T${SET_UP_TIME}`, tell });
  const { host, police } = stage;
  stage.advanceTo(`${isoDate(from)}T${ASKING_TIME}`);
  const id = `ĐX-${seeds.plan.year}-01`;
  const end = at(to, CLOSING_HOUR);
  const typed = (moment: number) => `${formatDay(moment)} ${formatTime(moment)}`;
  const line = {
    subject: 'các nhiệm vụ Đề án 06 (số liệu mẫu)',
    until: typed(end),
    dueAt: typed(at(to, CLOSING_HOUR + 1)),
    urgency: 'KHẨN',
  };
  tell(`${shown(host)}  ${police} ghi yêu cầu ${id} ở tab Đột xuất, trả lời trước ${line.until}`);
  for (const [column, text] of Object.entries(line)) {
    const cell = stage.type(police, 'adHoc', id, column, text);
    if (cell.kind === 'refused') throw new Error(`Đột xuất, ${column}: ${cell.message}`);
  }
  stage.click(police, ITEM);
  const last = `${isoDate(to)}T${CLOSING_HOUR}:00`;
  entries.forEach((entry, index) => {
    if (entry.at < `${isoDate(from)}T${ASKING_TIME}` || entry.at >= last) {
      tell(`Mục ${index} (${entry.code}, ${entry.by}): ngoài thời gian được hỏi; không nhập.`);
      return;
    }
    stage.advanceTo(entry.at);
    typeEntry(stage, options, entry, index);
  });
  stage.advanceTo(last);
  stage.click(police, ITEM);
  stage.advanceTo(`${isoDate(to)}T${LAST_TIME}`);
  return stage;
}
