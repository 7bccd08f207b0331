// The document of a report asked for out of turn (report forms §4.5).
import { formatDay, formatTime } from '../../core/calendar.ts';
import { twoDigits } from '../../core/figures.ts';
import type { AdHocReport } from '../../core/report/ad-hoc.ts';
import type { ReportedTask } from '../../core/report.ts';
import { STATUS } from '../../core/status.ts';
import { tasksTable } from './appendices.ts';
import type { Block, DocumentParts } from './content.ts';
import { nameOf, oneLine, parts, tasksCounted } from './counts.ts';
import { resultLines } from './direction.ts';
import { appendixHeading, bullet, dotted, note, section, text } from './form.ts';
import { framed, groundsWords } from './frame.ts';
import type { Letterhead } from './letterhead.ts';
import { documentParts } from './package.ts';
import { inSentence } from './results.ts';

/** The parts of the .docx; the caller zips them. Equal input, equal bytes. */
export function adHocDocument(report: AdHocReport, letterhead: Letterhead): DocumentParts {
  const { id, subject, basis, urgency, closedAt } = report;
  const grounds = basis === '' ? groundsWords(letterhead) : `${basis}; ${groundsWords(letterhead)}`;
  return documentParts(
    framed({
      letterhead,
      about: [`Kết quả thực hiện ${subject}`, ...(basis === '' ? [] : [`(theo ${basis})`])],
      notes: [],
      ...(urgency !== undefined && { urgency }),
      opening: `Thực hiện ${grounds}; ${letterhead.author} báo cáo kết quả như sau:`,
      body: [...resultBlocks(report), ...difficultyBlocks(report), ...measureBlocks(report)],
      closing: `Trên đây là kết quả thực hiện ${subject}`,
      appendices: (date) => [
        ...appendixHeading('', 'BẢNG SỐ LIỆU THEO YÊU CẦU', letterhead, date, false),
        tasksTable({ ...report, tasks: report.tasks.map(asItStands) }, 'Kết quả hiện có'),
        note(`Mã: ${id}.`),
      ],
      trace: id,
      closedAt,
    }),
  );
}

/** The table tells what the sheet holds, whoever has answered; those who have not are named. */
function asItStands(task: ReportedTask): ReportedTask {
  if (task.reported) return task;
  return { ...task, reported: true, result: ['(chưa trả lời yêu cầu này)', task.result ?? ''].join(' ').trim() };
}

function resultBlocks({ tasks, units, closedAt }: AdHocReport): Block[] {
  const missing = units.filter(({ asked, answered }) => answered < asked);
  const statuses = Object.values(STATUS).map(
    (status) => [inSentence(status), tasks.filter((task) => task.status === status).length] as const,
  );
  return [
    section(`I. TÌNH HÌNH, KẾT QUẢ ĐẾN ${formatTime(closedAt)} NGÀY ${formatDay(closedAt)}`),
    text(
      `Phạm vi báo cáo: ${tasksCounted(tasks.length)}${tasks.length === 0 ? '' : `, gồm ${parts(statuses, '; ')}`}.`,
    ),
    ...(units.length === 0
      ? []
      : [
          text(
            `${units.length - missing.length}/${units.length} đơn vị phản hồi đủ${
              missing.length === 0
                ? ''
                : `; chưa đủ (${twoDigits(missing.length)}): ${missing.map(({ name, asked, answered }) => `${name} (${answered}/${asked} nhiệm vụ)`).join(', ')}`
            }.`,
          ),
        ]),
    ...resultLines(tasks),
    dotted('Tình hình, kết quả khác:'),
  ];
}

function difficultyBlocks({ difficulties }: AdHocReport): Block[] {
  return [
    section('II. KHÓ KHĂN, VƯỚNG MẮC, NGUYÊN NHÂN'),
    ...(difficulties.length === 0
      ? [text('Các đơn vị không nêu khó khăn, vướng mắc ở nhiệm vụ chưa hoàn thành.')]
      : difficulties.map((task) =>
          bullet(`${task.unit} (nhiệm vụ ${nameOf(task)}): ${oneLine(task.difficulty ?? '', 400)}.`),
        )),
    dotted('Nguyên nhân:'),
  ];
}

function measureBlocks({ proposals }: AdHocReport): Block[] {
  return [
    section('III. BIỆN PHÁP, ĐỀ XUẤT'),
    ...proposals.map((task) =>
      bullet(`${task.unit} đề xuất (nhiệm vụ ${nameOf(task)}): ${oneLine(task.proposal ?? '', 400)}.`),
    ),
    dotted('Biện pháp:'),
  ];
}
