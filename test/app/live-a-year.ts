// A whole year of the file, day by day: what the clock writes to whom, as one list people can read. The clock comes at the hours
// that matter; the other visits of the day would find nothing due and cost a thousand times as much.
import { civilOf, dayOf, isoDate, readIsoDate, weekdayOf } from '../../src/core/calendar.ts';
import { INSTALLER } from '../../src/tools/month/cast.ts';
import type { Stage } from '../../src/tools/month/stage.ts';
import { stageAt } from './played.ts';

type Mood = readonly { readonly day: number; readonly time: string }[];

/** When CAX clicks «Tổng hợp báo cáo…» in a month. */
const AT_ONCE: Mood = [{ day: 15, time: '08:30' }];
/** After the clock's own version, where the 15th is a working day. */
const LATE: Mood = [{ day: 17, time: '10:00' }];
/** Twice too early, which is only a look, and then before anybody is warned. */
const EARLY: Mood = [
  { day: 12, time: '09:00' },
  { day: 14, time: '16:00' },
  { day: 15, time: '06:30' },
];
const NEVER: Mood = [];

/** Each mood in more than one month, after others and before others; the 15th of June, September and December is a weekend. */
const MOODS: Readonly<Record<number, Mood>> = {
  3: AT_ONCE,
  4: LATE,
  5: EARLY,
  6: NEVER,
  7: LATE,
  8: AT_ONCE,
  9: NEVER,
  10: EARLY,
  11: LATE,
  12: AT_ONCE,
  1: NEVER,
};

const FIRST = dayOf(2024, 2, 28);
const LAST = dayOf(2025, 1, 31);

/** When the clock comes. From the 20th to the 4th nothing can be due; it is asked on Mondays all the same. */
function visits(today: number): string[] {
  const { day } = civilOf(today);
  if (day === 15) return ['00:05', '07:05', '16:05'];
  if (day > 15 && day <= 19) return ['07:05', '16:05'];
  const isQuiet = day < 5 || day > 19;
  return isQuiet && weekdayOf(today) !== 1 ? [] : ['07:05'];
}

/** What units do in every month, whatever CAX does. */
const ENTRIES = [
  { day: 8, time: '10:00', by: 'th', code: 'IV.40', state: 'Đang thực hiện', result: 'Đã tuyên truyền tới phụ huynh' },
  {
    day: 12,
    time: '09:30',
    by: 'tp',
    code: 'II.16',
    state: 'Đang thực hiện',
    result: 'Lập bản điện tử giấy khai sinh',
  },
  { day: 16, time: '11:00', by: 'vp', code: 'II.25', state: 'Đang thực hiện', result: 'Cập nhật danh mục' },
] as const;

/** Every mail of a year of the plan, in words, a line each. @throws Error where a run failed */
export function liveYear(): string[] {
  const stage = stageAt('2024-02-28T08:00');
  // The clock is run by hand below.
  stage.host.click(INSTALLER, stage.fileId, ['Đề án 06', 'Lịch tự động…'], ['YES', 'OK']);
  for (let day = FIRST; day <= LAST; day += 1) liveDay(stage, day);
  if (stage.failures.length > 0) throw new Error(stage.failures.join('\n'));
  return listOf(stage);
}

function liveDay(stage: Stage, today: number): void {
  const date = isoDate(today);
  const { day, month } = civilOf(today);
  const clock = () => watch(stage, stage.host.run(INSTALLER, stage.scriptId, 'runClock'));
  const deeds = visits(today).map((time) => ({ time, act: clock }));
  for (const { time } of (MOODS[month] ?? NEVER).filter((click) => click.day === day)) {
    deeds.push({ time, act: () => void stage.click(stage.police, 'Tổng hợp báo cáo…') });
    // The clock's next visit.
    deeds.push({ time: time.replace(/.$/u, '9'), act: clock });
  }
  for (const { time, by, code, state, result } of ENTRIES.filter((entry) => entry.day === day)) {
    deeds.push({
      time,
      act: () => {
        stage.type(`${by}@example.vn`, 'tasks', code, 'state', state);
        stage.type(`${by}@example.vn`, 'tasks', code, 'result', `${result}, tháng ${month}`);
      },
    });
  }
  deeds.sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
  for (const { time, act } of deeds) {
    stage.advanceTo(`${date}T${time}`);
    act();
  }
}

function watch(stage: Stage, outcome: ReturnType<Stage['host']['run']>): void {
  if (outcome.kind === 'error') stage.failures.push(`${stage.host.now()}: ${outcome.message}`);
}

const WEEKDAYS = ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'];

/** One line a mail; the units' of one moment and one kind together. */
function listOf({ host }: Stage): string[] {
  const lines = new Map<string, string[]>();
  for (const { at, to, cc, subject, attachments } of host.state().outbox) {
    const [date = '', time = ''] = at.split('T');
    const weekday = WEEKDAYS[weekdayOf(readIsoDate(date) ?? 0) % 7] ?? '';
    const count = /: (?<count>\d\d) nhiệm vụ/u.exec(subject)?.groups?.['count'] ?? '';
    const shape = subject.replace(/: \d\d nhiệm vụ/u, ': NN nhiệm vụ');
    const copies = cc.length > 0 ? ` (Cc ${cc.map(short).join(', ')})` : '';
    const files = attachments.length > 0 ? ` + ${attachments.length} tệp` : '';
    const line = `${date} ${weekday} ${time.slice(0, 5)}  ${shape}${files}${copies}`;
    lines.set(line, [...(lines.get(line) ?? []), `${to.map(short).join(', ')}${count === '' ? '' : ` ${count}`}`]);
  }
  return [...lines].map(([line, to]) => `${line} → ${to.join(' · ')}`);
}

const short = (address: string) => address.replace('@example.vn', '');
