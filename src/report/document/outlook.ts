// Sections III and IV: what holds the work up, what comes next. Causes are people's to write: the data says what a unit typed, not why.
import { civilOf, formatDay } from '../../core/calendar.ts';
import { twoDigits } from '../../core/figures.ts';
import { shiftPeriod } from '../../core/period.ts';
import { type Report, type ReportedTask, shownAuthor } from '../../core/report.ts';
import { hasNoInformation, STATUS } from '../../core/status.ts';
import { CARRIED, carriedIn, raisedWords } from '../raised-words.ts';
import { stillMissing } from '../unit-parts.ts';
import type { DocumentBlock } from './content.ts';
import { breakdown, nameOf, numbered, oneLine, sinceOf, tasksCounted } from './counts.ts';
import { bullet, caption, dotted, monthWords, section, subsection, text } from './form.ts';
import { deadlinesTable } from './tables.ts';

/** In the text; all of them are in appendix III. */
const MOST_DIFFICULTIES = 12;

export function difficultiesSection(report: Report): DocumentBlock[] {
  return [
    section('III. TỒN TẠI, HẠN CHẾ; KHÓ KHĂN, VƯỚNG MẮC VÀ NGUYÊN NHÂN'),
    subsection('1. Nhiệm vụ quá hạn, chậm tiến độ'),
    ...delayBlocks(report),
    subsection('2. Khó khăn, vướng mắc'),
    ...difficultyBlocks(report),
    subsection('3. Nguyên nhân'),
    dotted('Khách quan:'),
    dotted('Chủ quan:'),
  ];
}

/** Overdue, due soon, past an expected time, paused. */
export function delayBlocks(report: Report): DocumentBlock[] {
  const { overdue, dueSoon, tasks, warningDays, forwarded, paused } = report;
  const afterExpected = tasks.filter(({ status }) => status === STATUS.afterExpected);
  const handedOn = overdue.filter(({ forwardedFrom }) => forwardedFrom !== undefined).length;
  const nobodys = overdue.filter(({ assigned }) => !assigned).length;
  const table = deadlinesTable(report);
  return [
    text(
      `${
        overdue.length === 0
          ? 'Không có nhiệm vụ quá hạn'
          : `Có ${tasksCounted(overdue.length)} quá hạn${breakdown([
              ['chuyển tiếp từ năm trước', handedOn],
              ['chưa giao đầu mối', nobodys],
            ])}`
      }; ${
        dueSoon.length === 0 ? 'không có nhiệm vụ' : `${tasksCounted(dueSoon.length)}`
      } sắp đến hạn (trong ${warningDays} ngày tới).`,
    ),
    ...(forwarded === undefined || forwarded.tasks.length === 0
      ? []
      : [
          text(
            `${tasksCounted(forwarded.tasks.length)} chuyển tiếp từ năm ${forwarded.year}, chưa hoàn thành: ${numbered(forwarded.tasks)}.`,
          ),
        ]),
    ...(afterExpected.length === 0
      ? []
      : [
          text(
            `${tasksCounted(afterExpected.length)} đã quá thời gian dự kiến nhưng không tính quá hạn: ${numbered(afterExpected)}.`,
          ),
        ]),
    ...(paused.length === 0
      ? []
      : [
          text(
            `${tasksCounted(paused.length)} tạm dừng: ${paused.map((task) => `nhiệm vụ ${nameOf(task)}${task.evidence === undefined ? '' : ` (theo ${oneLine(task.evidence, 80)})`}`).join('; ')}.`,
          ),
        ]),
    ...(table.length === 0 ? [] : [caption('Bảng 3. Nhiệm vụ quá hạn và sắp đến hạn'), ...table]),
  ];
}

/** @param when whose month it is, where the report is of several: «Tại kỳ tháng 12/2024: » */
export function difficultyBlocks(report: Report, when = ''): DocumentBlock[] {
  const { difficulties } = report;
  const rest = difficulties.length - MOST_DIFFICULTIES;
  const since = ({ raised }: ReportedTask) => {
    const words = raisedWords(raised?.difficulty);
    return words === '' ? '' : `; ${words}`;
  };
  return [
    text(`${when}${difficultiesSentence(report)}`),
    ...difficulties
      .slice(0, MOST_DIFFICULTIES)
      .map((task) =>
        bullet(
          `${shownAuthor(task, 'difficulty')} (nhiệm vụ ${nameOf(task)}): ${oneLine(task.difficulty ?? '', 300)}${since(task)}.`,
        ),
      ),
    ...(rest > 0 ? [text(`Còn ${twoDigits(rest)} khó khăn, vướng mắc khác tại Phụ lục III.`)] : []),
  ];
}

/** The balance of difficulties is printed only where it adds up: rows of one of the two versions alone are no difference. */
function difficultiesSentence({ figures: { K8 }, before, changes, difficulties }: Report): string {
  const carried = carriedIn(difficulties, 'difficulty');
  const now =
    K8.part === 0
      ? 'Không có khó khăn, vướng mắc được nêu ở nhiệm vụ chưa hoàn thành'
      : `${tasksCounted(K8.part)} chưa hoàn thành có khó khăn, vướng mắc${carried === 0 ? '' : `, trong đó ${twoDigits(carried)} ${CARRIED}`}`;
  const [added, solved] = [changes.newDifficulties.length, changes.solvedDifficulties.length];
  const then = before?.figures.K8.part;
  if (then === undefined || then + added - solved !== K8.part || then + added + solved === 0) return `${now}.`;
  const n = (count: number) => (count === 0 ? '0' : twoDigits(count));
  return `${now} (kỳ trước ${n(then)}, mới nêu ${n(added)}, đã tháo gỡ hoặc không còn nêu ${n(solved)}).`;
}

export function nextSection(report: Report): DocumentBlock[] {
  const { period, window, overdue, dueNext, dueSoon, units, difficulties, notStarted } = report;
  const next = shiftPeriod(period, 1);
  const wanting = units.filter((unit) => stillMissing(unit) > 0);
  const listed = new Set([...overdue, ...dueNext].map(({ code }) => code));
  const later = dueSoon.filter(({ code }) => !listed.has(code));
  const line = (tasks: readonly ReportedTask[], words: string, detail: (task: ReportedTask) => string) =>
    tasks.length === 0
      ? []
      : [
          bullet(
            `${words}: ${tasks.map((task) => `nhiệm vụ ${nameOf(task)} (${[task.unit, detail(task)].filter((one) => one !== '').join(', ')})`).join('; ')}.`,
          ),
        ];
  const begin = (words: string, state: string, holds: (status: string) => boolean) => {
    const tasks = notStarted.filter(({ status }) => holds(status));
    const counted = `${words} ${tasksCounted(tasks.length)} hạn 31/12 ${state}`;
    return tasks.length === 0 ? [] : [bullet(`${counted}: ${numbered(tasks)}.`)];
  };
  const due = (task: ReportedTask) =>
    [task.due === undefined ? '' : `hạn ${formatDay(task.due)}`, sinceOf(task)]
      .filter((words) => words !== '')
      .join(', ');
  return [
    section(`IV. PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM ${monthWords(next, ' năm ').toUpperCase()}`),
    ...line(overdue, `Giải quyết dứt điểm ${tasksCounted(overdue.length)} quá hạn`, due),
    ...line(
      dueNext,
      `Hoàn thành ${tasksCounted(dueNext.length)} đến hạn trước ngày ${civilOf(window.to + 1).day}/${monthWords(next, '/').replace('tháng ', '')}`,
      due,
    ),
    ...line(later, `Đẩy nhanh tiến độ ${tasksCounted(later.length)} sắp đến hạn`, due),
    ...begin('Khởi động', 'chưa thực hiện', (status) => !hasNoInformation(status)),
    ...begin('Nắm tình hình, đôn đốc', 'chưa có thông tin', hasNoInformation),
    ...(difficulties.length === 0
      ? []
      : [bullet(`Tháo gỡ khó khăn, vướng mắc của ${tasksCounted(difficulties.length)} nêu tại mục III.`)]),
    ...(wanting.length === 0
      ? []
      : [
          bullet(
            `Đôn đốc ${twoDigits(wanting.length)} đơn vị chưa báo cáo hoặc báo cáo chưa đủ: ${wanting.map(({ name }) => name).join(', ')}.`,
          ),
        ]),
    dotted('Nhiệm vụ trọng tâm khác:'),
  ];
}
