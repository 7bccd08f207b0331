// The document of an ad hoc report (form 5.1).
import { formatDay, formatTime } from '../../core/calendar.ts';
import { isWord } from '../../core/cell.ts';
import { twoDigits } from '../../core/figures.ts';
import { type AdHocReport, missingUnits } from '../../core/report/ad-hoc.ts';
import { type ReportedTask, shownAuthor } from '../../core/report.ts';
import { STATUS } from '../../core/status.ts';
import { type AdHocBefore, adHocReproaches, correctionWords } from '../ad-hoc-correction.ts';
import { withCarried } from '../raised-words.ts';
import { uncountedWords } from '../words/ad-hoc.ts';
import { tasksTable } from './appendices.ts';
import type { DocumentBlock, DocumentParts } from './content.ts';
import { nameOf, oneLine, tasksCounted } from './counts.ts';
import { resultLines } from './direction.ts';
import { appendixHeading, bullet, dotted, note, section, text } from './form.ts';
import { framed, groundsWords } from './frame.ts';
import type { Letterhead } from './letterhead.ts';
import { documentParts } from './package.ts';
import { addresseeWords, proposalWords } from './requests.ts';
import { standingSentence } from './standing.ts';

/** The parts of the .docx; the caller zips them. Equal input, equal bytes. */
export function adHocDocument(report: AdHocReport, letterhead: Letterhead, before?: AdHocBefore): DocumentParts {
  const { id, subject, basis, urgency, closedAt } = report;
  const grounds = basis === '' ? groundsWords(letterhead) : `${basis}; ${groundsWords(letterhead)}`;
  return documentParts(
    framed({
      letterhead,
      about: [`Kết quả thực hiện ${subject}`, ...(basis === '' ? [] : [`(theo ${basis})`])],
      notes: [],
      ...(urgency !== undefined && { urgency }),
      opening: `Thực hiện ${grounds}; ${letterhead.author} báo cáo kết quả như sau:`,
      body: [
        ...correctionBlocks(report, before),
        ...resultBlocks(report),
        ...difficultyBlocks(report),
        ...measureBlocks(report),
      ],
      closing: `Trên đây là kết quả thực hiện ${subject}`,
      appendices: (date) => [
        ...appendixHeading('', 'BẢNG SỐ LIỆU THEO YÊU CẦU', letterhead, date, false),
        tasksTable({ ...report, tasks: report.tasks.map((task) => withAnswerNote(task, report)) }, 'Kết quả hiện có'),
        note(`Mã: ${id}.`),
      ],
      trace: id,
      closedAt,
    }),
  );
}

/** The table prints what the sheet holds, whether or not the unit has answered; a unit that has not is named. */
function withAnswerNote(task: ReportedTask, report: AdHocReport): ReportedTask {
  if (task.reported) return task;
  if (report.uncounted.includes(task)) return { ...task, reported: true };
  const isUnasked = missingUnits(report).unasked.some(({ name }) => isWord(task.unit, name));
  const why = isUnasked ? '(chưa gửi được yêu cầu)' : '(chưa trả lời yêu cầu này)';
  return { ...task, reported: true, result: [why, task.result ?? ''].join(' ').trim() };
}

function correctionBlocks(report: AdHocReport, before: AdHocBefore | undefined): DocumentBlock[] {
  if (!before) return [];
  const byCode = new Map(report.tasks.map((task) => [task.code, task]));
  const called = (code: string) => `nhiệm vụ ${nameOf(byCode.get(code) ?? { code, number: 0 })}`;
  return [
    text(`Đính chính so với bản ${before.version}: ${correctionWords(report, before, called)}.`),
    ...adHocReproaches(report, before, called).map((words) => text(`${words}.`)),
  ];
}

function resultBlocks(report: AdHocReport): DocumentBlock[] {
  const { tasks, units, closedAt } = report;
  const uncounted = uncountedWords(report, (task) => `nhiệm vụ ${nameOf(task)}`);
  const { late, unasked } = missingUnits({ units });
  const full = units.length - late.length - unasked.length;
  const standing = standingSentence(
    Object.values(STATUS).map((status) => [status, tasks.filter((task) => task.status === status).length]),
  );
  return [
    section(`I. TÌNH HÌNH, KẾT QUẢ ĐẾN ${formatTime(closedAt)} NGÀY ${formatDay(closedAt)}`),
    text(`Phạm vi báo cáo: ${tasksCounted(tasks.length)}.${standing === '' ? '' : ` ${standing}`}`),
    ...(units.length === 0
      ? []
      : [
          text(
            `${full}/${units.length} đơn vị phản hồi đủ${
              late.length === 0
                ? ''
                : `; chưa đủ (${twoDigits(late.length)}): ${late.map(({ name, asked, answered }) => `${name} (${answered}/${asked} nhiệm vụ)`).join(', ')}`
            }${
              unasked.length === 0
                ? ''
                : `; chưa gửi được yêu cầu (${twoDigits(unasked.length)}): ${unasked.map(({ name }) => name).join(', ')}`
            }.`,
          ),
        ]),
    ...(uncounted === '' ? [] : [text(`${uncounted}.`)]),
    ...resultLines(tasks),
    dotted('Tình hình, kết quả khác:'),
  ];
}

function difficultyBlocks({ difficulties }: AdHocReport): DocumentBlock[] {
  return [
    section('II. KHÓ KHĂN, VƯỚNG MẮC, NGUYÊN NHÂN'),
    ...(difficulties.length === 0
      ? [text('Các đơn vị không nêu khó khăn, vướng mắc ở nhiệm vụ chưa hoàn thành.')]
      : difficulties.map((task) =>
          bullet(
            `${shownAuthor(task, 'difficulty')} (nhiệm vụ ${nameOf(task)}): ${withCarried(oneLine(task.difficulty ?? '', 400), task.raised?.difficulty)}.`,
          ),
        )),
    dotted('Nguyên nhân:'),
  ];
}

function measureBlocks({ proposals, requests }: AdHocReport): DocumentBlock[] {
  return [
    section('III. BIỆN PHÁP, ĐỀ XUẤT'),
    ...[...proposals, ...requests].map((task) => bullet(`${proposalWords(task, 400)}${addresseeWords(task)}.`)),
    dotted('Biện pháp:'),
  ];
}
