// The sections of a report of six months or a year (forms 4.1–4.3). Where only people can judge – what was good, what
// was learnt, what is asked of whom – dots are left.
import { dayOf, formatDay } from '../../core/calendar.ts';
import { twoDigits } from '../../core/figures.ts';
import type { SpanReport } from '../../core/report/span.ts';
import { lastDayOf, type Report, type ReportedTask } from '../../core/report.ts';
import { isFinished } from '../../core/status.ts';
import type { DocumentBlock } from './content.ts';
import { nameOf, numbered, sinceOf, tasksCounted } from './counts.ts';
import { resultLines, themesOf } from './direction.ts';
import { bullet, caption, dotted, monthWords, note, section, subsection, text } from './form.ts';
import { proposalBlocks } from './internal.ts';
import { delayBlocks, difficultyBlocks, proposalsSentences } from './outlook.ts';
import { carriedBlocks, generalSentences, groupsBlocks, indicatorBlocks, tallyBlocks } from './results.ts';
import { monthsTable, UNIT_LEGEND, unitMonthsTable } from './span-tables.ts';

/**
 * The report of the last month as that of the whole span: with the newest result of each task and whose month it is, compared
 * with no month.
 */
function ofSpan({ report, tasks: spans }: SpanReport): Report {
  const { before: _, ...rest } = report;
  const newest = new Map(spans.map(({ code, results }) => [code, results[results.length - 1]]));
  const tasks = report.tasks.map((task): ReportedTask => {
    const last = newest.get(task.code);
    return last === undefined ? task : { ...task, result: last.text, resultOf: last.period, reported: true };
  });
  const byCode = new Map(tasks.map((task) => [task.code, task]));
  const carriedOver = report.carriedOver.map((task) => byCode.get(task.code) ?? task);
  return { ...rest, tasks, carriedOver, unchanged: [], yardstick: [], missingBefore: false };
}

export function spanSections(span: SpanReport, standingBody: string): DocumentBlock[] {
  const report = ofSpan(span);
  const month = monthWords(report.period, '/');
  const { direction, propaganda } = themesOf(report);
  const models = report.tasks.filter(({ content }) => content.slice(0, 80).includes('mô hình'));
  return [
    section('I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, ĐIỀU HÀNH'),
    ...resultLines(direction),
    ...resultLines(propaganda),
    dotted('Số văn bản chỉ đạo, điều hành đã ban hành (lũy kế):'),
    dotted('Tuyên truyền, tập huấn (số lượt, số người):'),
    dotted('Kinh phí:'),
    section('II. KẾT QUẢ THỰC HIỆN'),
    subsection('1. Kết quả chung'),
    ...generalSentences(report, `trong ${month}`).map(text),
    ...estimateSentences(span).map(text),
    ...tallyBlocks(report),
    caption('Bảng 1 (tiếp). Số liệu qua các tháng'),
    monthsTable(span),
    note(
      'Ghi chú: TX: thường xuyên, gồm cả nhiệm vụ đã hoàn thành, nay thực hiện thường xuyên; BC: báo cáo; tỷ lệ phần trăm chỉ ghi từ 10 trở lên.',
    ),
    subsection('2. Kết quả theo từng nhóm nhiệm vụ'),
    ...groupsBlocks(report),
    subsection('3. Kết quả thực hiện chỉ tiêu'),
    ...indicatorBlocks(report),
    ...(span.kind === 'halfYear' ? [dotted('Dự báo kết quả cuối năm:')] : []),
    subsection('4. Nhiệm vụ tồn đọng các năm trước'),
    ...carriedBlocks(report),
    subsection('5. Mô hình Đề án 06'),
    ...resultLines(models),
    dotted(),
    section('III. ĐÁNH GIÁ CHUNG'),
    subsection('1. Ưu điểm'),
    dotted(),
    subsection('2. Tồn tại, hạn chế; khó khăn, vướng mắc'),
    ...delayBlocks(report),
    ...difficultyBlocks(report, `Kỳ ${month}: `),
    subsection('3. Nguyên nhân'),
    dotted('Khách quan:'),
    dotted('Chủ quan:'),
    subsection('4. Bài học kinh nghiệm'),
    dotted(),
    section('IV. CHẤP HÀNH CHẾ ĐỘ BÁO CÁO VÀ XẾP LOẠI ĐƠN VỊ'),
    caption('Bảng 4. Chấp hành chế độ báo cáo qua các kỳ'),
    unitMonthsTable(span),
    note(UNIT_LEGEND),
    ...outlook(span),
    section('VI. ĐỀ XUẤT ĐIỀU CHỈNH, GIA HẠN; BIỂU DƯƠNG, CHẤN CHỈNH'),
    text(`Dự thảo lập theo số liệu, ${standingBody} xem xét trước khi trình; lý do nêu ở từng đơn vị.`),
    ...(report.automatic ? [] : proposalBlocks(report, ['1. Biểu dương, khen thưởng', '2. Chấn chỉnh, phê bình'])),
    dotted('Điều chỉnh, gia hạn:'),
    section('VII. KIẾN NGHỊ, ĐỀ XUẤT'),
    ...proposalsSentences(report.proposals, `Kỳ ${month}`),
    dotted('Với Chính phủ, các bộ, ngành:'),
    dotted('Với UBND, Tổ công tác cấp trên:'),
    dotted('Với các sở, ngành, cơ quan ngành dọc:'),
  ];
}

/** What is done by the as-of day and what is expected by 31/12 (rule 5.9); rows nobody ticked are not expected. */
function estimateSentences({ kind, year, report, estimated, forward }: SpanReport): string[] {
  if (kind === 'halfYear') return [];
  const yearEnd = dayOf(year, 12, 31);
  const atEnd = report.tasks.filter(({ due }) => due === yearEnd);
  const done = atEnd.filter(({ status }) => isFinished(status));
  const { K3 } = report.figures;
  const inYear = estimated.filter(({ due }) => due !== undefined && due >= dayOf(year, 1, 1)).length;
  return [
    ...(atEnd.length === 0
      ? []
      : [
          `${tasksCounted(atEnd.length)} có hạn ngày 31/12/${year}: đã hoàn thành ${done.length === 0 ? '0' : twoDigits(done.length)} đến ngày ${formatDay(lastDayOf(report))}.`,
        ]),
    K3.whole > 0
      ? `Ước đến ngày 31/12/${year}: hoàn thành ${K3.part + inYear}/${K3.whole} nhiệm vụ có hạn trong năm${estimated.length === 0 ? ' (chưa có nhiệm vụ nào được ước hoàn thành thêm)' : ` (ước hoàn thành thêm ${twoDigits(estimated.length)}: ${numbered(estimated)})`}.`
      : '',
    forward.unfinished.length === 0
      ? ''
      : `${tasksCounted(forward.unfinished.length)} có hạn trong năm chưa hoàn thành và không ước hoàn thành, dự kiến chuyển tiếp sang năm ${year + 1} (Phụ lục IV).`,
  ].filter((sentence) => sentence !== '');
}

/** What is due in the rest of the year, quarter by quarter; of a year, what goes on. */
function outlook({ kind, year, report, forward }: SpanReport): DocumentBlock[] {
  const heading = kind === 'halfYear' ? '6 THÁNG CUỐI NĂM' : `NĂM ${year + 1}`;
  const open = report.tasks.filter(({ status, due }) => !isFinished(status) && due !== undefined && due > report.asOf);
  const line = (words: string, tasks: readonly ReportedTask[]) =>
    tasks.length === 0 ? [] : [bullet(`${words}: ${tasksCounted(tasks.length)} (${numbered(tasks)}).`)];
  const until = (from: number, to: number) =>
    open.filter(({ due }) => due !== undefined && due >= dayOf(year, from, 1) && due < dayOf(year, to + 1, 1));
  return [
    section(`V. PHƯƠNG HƯỚNG, NHIỆM VỤ ${heading}`),
    ...(report.overdue.length === 0
      ? []
      : [
          bullet(
            `Giải quyết dứt điểm ${tasksCounted(report.overdue.length)} quá hạn: ${report.overdue.map((task) => `nhiệm vụ ${nameOf(task)} (${[task.unit, sinceOf(task)].filter((words) => words !== '').join(', ')})`).join('; ')}.`,
          ),
        ]),
    ...(kind === 'halfYear'
      ? [
          ...line('Đến hạn còn lại trong quý II', until(4, 6)),
          ...line('Đến hạn trong quý III', until(7, 9)),
          ...line('Đến hạn trong quý IV', until(10, 12)),
        ]
      : [
          ...line(`Hoàn thành nhiệm vụ ${kind === 'year' ? 'dự kiến ' : ''}chuyển tiếp`, forward.unfinished),
          ...line('Thực hiện nhiệm vụ có hạn sau năm', forward.later),
          ...line('Duy trì thường xuyên nhiệm vụ đã hoàn thành', forward.ongoing),
          ...line('Thực hiện theo lộ trình, yêu cầu của cấp trên', forward.onOthers),
        ]),
    dotted('Rủi ro không đạt, giải pháp:'),
    dotted('Nhiệm vụ khác:'),
  ];
}
