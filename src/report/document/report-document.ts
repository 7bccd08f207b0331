// The document of record of a month (rule 7.1): the form of Nghị định 30/2020, the words of forms 2.*, made from the
// Report and nothing else. Only true sentences are in it; what the data does not hold is a dotted line for people.
import { formatDay } from '../../core/calendar.ts';
import { shiftPeriod } from '../../core/period.ts';
import type { Report } from '../../core/report.ts';
import { traceOf } from '../words/shared.ts';
import { appendices } from './appendices.ts';
import type { DocumentContent, DocumentParts } from './content.ts';
import { directionSection } from './direction.ts';
import { monthWords } from './form.ts';
import { framed, groundsWords, versionNotes } from './frame.ts';
import { commendationSection, decisionsSection } from './internal.ts';
import type { Letterhead } from './letterhead.ts';
import { difficultiesSection, nextSection } from './outlook.ts';
import { documentParts } from './package.ts';
import { requestsSection } from './requests.ts';
import { resultsSection } from './results.ts';

/** The parts of the .docx; the caller zips them. Equal input, equal bytes. */
export function reportDocument(report: Report, letterhead: Letterhead): DocumentParts {
  return documentParts(reportContent(report, letterhead));
}

function reportContent(report: Report, letterhead: Letterhead): DocumentContent {
  const { period, closedAt } = report;
  return framed({
    letterhead,
    about: titleLines(report),
    notes: versionNotes(report, letterhead),
    opening: opening(report, letterhead),
    body: [
      ...directionSection(report),
      ...resultsSection(report),
      ...difficultiesSection(report),
      ...nextSection(report),
      ...requestsSection(report, letterhead, 'V. KIẾN NGHỊ, ĐỀ XUẤT'),
      ...(letterhead.kind === 'internal'
        ? [...commendationSection(report, letterhead.standingBody), ...decisionsSection(report)]
        : []),
    ],
    closing: `Trên đây là kết quả triển khai thực hiện Đề án 06 ${monthWords(period, '/')}`,
    appendices: (date) => appendices(report, letterhead, date),
    trace: traceOf(report),
    closedAt,
  });
}

function titleLines({ period }: Report): string[] {
  return [
    `Kết quả triển khai thực hiện Đề án 06 ${monthWords(period, ' năm ')};`,
    `phương hướng, nhiệm vụ ${monthWords(shiftPeriod(period, 1), ' năm ')}`,
  ];
}

function opening(report: Report, letterhead: Letterhead): string {
  const { window, period } = report;
  return `Thực hiện ${groundsWords(letterhead)}; ${letterhead.author} báo cáo kết quả thực hiện ${monthWords(period, '/')} (số liệu tính từ ngày ${formatDay(window.from)} đến hết ngày ${formatDay(window.to)}) như sau:`;
}
