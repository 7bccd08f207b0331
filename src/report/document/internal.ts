// Sections VI and VII of the internal report: whom to commend and to correct, and what the chairman is asked to decide. A
// draft of the standing body for people to judge, with the reasons laid open.
import { twoDigits } from '../../core/figures.ts';
import { type Reason, type Report, type ReportedTask, shownAuthor, type UnitProposal } from '../../core/report.ts';
import { withCarried } from '../raised-words.ts';
import type { DocumentBlock } from './content.ts';
import { brief, nameOf, numbered, oneLine, tasksCounted } from './counts.ts';
import { bullet, dotted, section, subsection, text } from './form.ts';

export function commendationSection(report: Report, standingBody: string): DocumentBlock[] {
  return [
    section('VI. ĐỀ XUẤT BIỂU DƯƠNG, CHẤN CHỈNH'),
    ...(report.automatic
      ? [text(`Chưa đề xuất: ${standingBody} chưa chốt số liệu.`)]
      : [
          text(`Dự thảo lập theo số liệu, ${standingBody} xem xét trước khi trình; lý do nêu ở từng đơn vị.`),
          ...proposalBlocks(report, ['1. Biểu dương', '2. Chấn chỉnh']),
          dotted('Tập thể, cá nhân khác:'),
        ]),
  ];
}

export function proposalBlocks(report: Report, [commend, correct]: readonly [string, string]): DocumentBlock[] {
  const byCode = new Map(report.tasks.map((task) => [task.code, task]));
  const lines = (proposals: readonly UnitProposal[], none: string) =>
    proposals.length === 0
      ? [text(none)]
      : proposals.map(({ unit, reasons }) =>
          bullet(`${unit}: ${reasons.map((reason) => reasonWords(reason, byCode)).join('; ')}.`),
        );
  return [
    subsection(commend),
    ...lines(report.commend, 'Chưa có đơn vị đủ điều kiện đề xuất theo số liệu.'),
    subsection(correct),
    ...lines(report.correct, 'Không có đơn vị phải đề xuất theo số liệu.'),
  ];
}

function reasonWords({ why, n, codes }: Reason, byCode: ReadonlyMap<string, ReportedTask>): string {
  const tasks = numbered(codes.map((code) => byCode.get(code) ?? { code, number: 0 }));
  switch (why) {
    case 'onTime':
      return `báo cáo đủ, đúng hạn ${twoDigits(n)} kỳ liên tiếp, không có nhiệm vụ quá hạn`;
    case 'finished':
      return `hoàn thành đúng hạn ${tasksCounted(n)} trong kỳ (${tasks})`;
    case 'silent':
      return `chưa báo cáo ${twoDigits(n)} kỳ liên tiếp, kể cả kỳ này`;
    case 'unexplained':
      return `${tasksCounted(n)} quá hạn, chưa nêu khó khăn, giải trình (${tasks})`;
  }
}

export function decisionsSection({ proposals }: Report): DocumentBlock[] {
  return [
    section('VII. NỘI DUNG XIN Ý KIẾN CHỈ ĐẠO'),
    ...(proposals.length === 0
      ? [text('Các đơn vị không có đề xuất, kiến nghị trong kỳ.')]
      : proposals.map((task, i) =>
          text(
            `${i + 1}. ${shownAuthor(task, 'proposal')} (nhiệm vụ ${nameOf(task)}${task.content === '' ? '' : ` – ${brief(task.content)}`}): ${withCarried(oneLine(task.proposal ?? '', 500), task.raised?.proposal)}.`,
          ),
        )),
    dotted('Nội dung khác:'),
  ];
}
