// The documents of six months, of the year and of «Chốt năm bổ sung» (forms 4.*, rule 5.9).
import { formatDay } from '../../core/calendar.ts';
import { twoDigits } from '../../core/figures.ts';
import type { SpanReport } from '../../core/report/span.ts';
import type { ReportedTask } from '../../core/report.ts';
import { isFinished } from '../../core/status.ts';
import { traceOf } from '../words/shared.ts';
import { difficultiesTable, tasksTable } from './appendices.ts';
import type { DocumentBlock, DocumentParts } from './content.ts';
import { brief, nameOf, numbered, tasksCounted } from './counts.ts';
import { appendixHeading, dotted, listTable, monthWords, note, section, text } from './form.ts';
import { framed, groundsWords, versionNotes } from './frame.ts';
import type { Letterhead } from './letterhead.ts';
import { documentParts } from './package.ts';
import { generalSentences, tallyBlocks } from './results.ts';
import { spanSections } from './span-sections.ts';
import { STATUS_LEGEND, taskMonthsTable } from './span-tables.ts';

/** Of one task, in the cumulative appendix. */
const MOST_RESULTS = 3;

/** The parts of the .docx; the caller zips them. Equal input, equal bytes. */
export function spanDocument(span: SpanReport, letterhead: Letterhead): DocumentParts {
  const { kind, year, report, window } = span;
  const supplement = kind === 'supplement';
  const what = kind === 'halfYear' ? `6 tháng đầu năm ${year}` : `năm ${year}`;
  return documentParts(
    framed({
      letterhead,
      about: aboutLines(span),
      notes: supplement ? [] : versionNotes(report, letterhead),
      opening: `Thực hiện ${groundsWords(letterhead)}; ${letterhead.author} báo cáo ${supplement ? 'bổ sung, đính chính số liệu' : 'kết quả'} thực hiện ${what} (số liệu tính từ ngày ${formatDay(window.from)} đến hết ngày ${formatDay(window.to)}) như sau:`,
      body: supplement ? supplementSections(span) : spanSections(span, letterhead),
      closing: `Trên đây là ${supplement ? 'số liệu bổ sung, đính chính kết quả thực hiện Đề án 06' : 'kết quả triển khai thực hiện Đề án 06'} trong ${what}`,
      appendices: (date) => spanAppendices(span, letterhead, date),
      trace: `${traceOf(report)}|${kind}`,
      closedAt: report.closedAt,
    }),
  );
}

function aboutLines({ kind, year }: SpanReport): string[] {
  switch (kind) {
    case 'halfYear':
      return [`Sơ kết 6 tháng đầu năm ${year} thực hiện Đề án 06;`, 'phương hướng, nhiệm vụ 6 tháng cuối năm'];
    case 'year':
      return [`Tổng kết thực hiện Đề án 06 năm ${year};`, `phương hướng, nhiệm vụ năm ${year + 1}`];
    case 'supplement':
      return [
        `Bổ sung, đính chính số liệu tổng kết thực hiện Đề án 06 năm ${year}`,
        `(số liệu đến hết ngày 31/12/${year})`,
      ];
  }
}

/** What was expected by 31/12 beside what was done. */
function supplementSections({ report, estimated, forward, year }: SpanReport): DocumentBlock[] {
  const done = estimated.filter(({ status }) => isFinished(status));
  const missed = estimated.filter(({ status }) => !isFinished(status));
  const { before: _, ...alone } = report;
  return [
    section('I. SỐ LIỆU THỰC HIỆN ĐẾN HẾT NGÀY 31/12, THAY SỐ ƯỚC'),
    text(
      estimated.length === 0
        ? 'Báo cáo tổng kết không ước nhiệm vụ nào hoàn thành thêm đến ngày 31/12.'
        : `Trong ${tasksCounted(estimated.length)} ước hoàn thành đến ngày 31/12, đã hoàn thành ${done.length === 0 ? '0' : `${twoDigits(done.length)} (${numbered(done)})`}${missed.length === 0 ? '' : `; chưa hoàn thành ${twoDigits(missed.length)} (${numbered(missed)})`}.`,
    ),
    ...generalSentences(
      { ...alone, yardstick: [], unchanged: [], missingBefore: false },
      `trong ${monthWords(report.period, '/')}`,
    ).map(text),
    ...tallyBlocks(report),
    section(`II. NHIỆM VỤ CHUYỂN TIẾP SANG NĂM ${year + 1}`),
    text(
      forward.unfinished.length === 0
        ? 'Không có nhiệm vụ có hạn trong năm chưa hoàn thành.'
        : `${tasksCounted(forward.unfinished.length)} có hạn trong năm chưa hoàn thành, chuyển tiếp (Phụ lục IV): ${numbered(forward.unfinished)}.`,
    ),
    dotted('Lý do, biện pháp:'),
  ];
}

/** The newest results of a task with their months; the earlier ones are in the reports of their months. */
function cumulativeWords(results: SpanReport['tasks'][number]['results']): string {
  const rest = results.length - MOST_RESULTS;
  return [
    ...(rest > 0 ? [`(${twoDigits(rest)} kỳ trước: xem báo cáo tháng)`] : []),
    ...results.slice(-MOST_RESULTS).map(({ period, text: words }) => `T${monthWords(period, '/').slice(1)}: ${words}`),
  ].join('\n');
}

function spanAppendices(span: SpanReport, letterhead: Letterhead, date: number): DocumentBlock[] {
  const { report, kind, tasks, year, forward } = span;
  const month = monthWords(report.period, '/');
  const results = new Map(tasks.map(({ code, results: list }) => [code, cumulativeWords(list)]));
  const cumulative = report.tasks.map((task): ReportedTask => {
    const result = results.get(task.code);
    return result ? { ...task, result, reported: true } : task;
  });
  const forwardLines = (list: readonly ReportedTask[], why: string) =>
    list.map((task) => [
      nameOf(task),
      brief(task.content),
      task.unit,
      task.deadline,
      task.status,
      why.replace('#', String(year)),
      '',
    ]);
  const lines = [
    ...forwardLines(forward.unfinished, 'Nhiệm vụ chưa hoàn thành từ năm #'),
    ...forwardLines(forward.later, 'Có hạn sau năm #'),
    ...forwardLines(forward.ongoing, 'Đã hoàn thành, chuyển sang thường xuyên'),
    ...forwardLines(forward.onOthers, 'Theo lộ trình, yêu cầu của cấp trên'),
  ];
  return [
    ...appendixHeading('I', 'KẾT QUẢ THỰC HIỆN TỪNG NHIỆM VỤ (LŨY KẾ)', letterhead, date, false),
    tasksTable({ ...report, tasks: cumulative }, 'Kết quả (lũy kế)'),
    note(`Ghi chú: khó khăn, đề xuất và minh chứng theo kỳ ${month}.`),
    ...appendixHeading('II', 'TRẠNG THÁI TỪNG NHIỆM VỤ QUA CÁC THÁNG', letterhead, date, true),
    taskMonthsTable(span),
    note(STATUS_LEGEND),
    ...appendixHeading('III', 'KHÓ KHĂN, VƯỚNG MẮC; ĐỀ XUẤT, KIẾN NGHỊ', letterhead, date, true),
    ...difficultiesTable(report),
    note(`Ghi chú: theo kỳ ${month}.`),
    ...(kind === 'halfYear'
      ? []
      : [
          ...appendixHeading(
            'IV',
            `DANH MỤC NHIỆM VỤ ${kind === 'year' ? 'DỰ KIẾN ' : ''}CHUYỂN TIẾP SANG NĂM ${year + 1}`,
            letterhead,
            date,
            true,
          ),
          listTable(
            'Danh mục nhiệm vụ chuyển tiếp',
            [
              ['TT', 600, 'center'],
              ['Nhiệm vụ', 4000],
              ['Đầu mối', 1900],
              ['Thời gian hoàn thành', 1900],
              ['Trạng thái', 1700],
              ['Lý do chuyển tiếp', 2286],
              ['Thời hạn mới', 1900],
            ],
            lines,
            11,
          ),
        ]),
    note(`Mã: ${traceOf(report)}.`),
  ];
}
