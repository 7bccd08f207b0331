// The subject of the chairman's mail: at most 80 characters, numbers first (report forms §4.2), so that a phone's list of mails
// already tells the month.
import type { SpanReport } from '../core/report/span.ts';
import type { Report } from '../core/report.ts';
import { spanConcerns } from './span-blocks.ts';
import { CONCERNS, type Concern, SPAN, SUBJECT } from './words.ts';

export const LONGEST_SUBJECT = 80;

/** What is not as it should be, in the order of weight; empty where all is well. */
export function concernsOf(report: Report): Concern[] {
  const incomplete = report.units.filter(({ missing }) => missing > 0);
  const partly = incomplete.some(({ reported }) => reported > 0);
  return [
    CONCERNS.overdue(report.overdue.length),
    partly ? CONCERNS.incomplete(incomplete.length) : CONCERNS.unreported(incomplete.length),
    CONCERNS.proposals(report.proposals.length),
  ].filter(({ n }) => n > 0);
}

/** «11/11 đơn vị đã báo cáo». */
export function reportedUnits({ figures: { K5 } }: Report): string {
  return K5.whole === 0 ? SUBJECT.nobodyOwes : SUBJECT.reported(K5.part, K5.whole);
}

/** Shorter words before fewer numbers, and never a number cut in half. @param span what the month ends, where it ends one */
export function subjectOf(report: Report, again: boolean, span?: SpanReport): string {
  const tags = [
    `${SUBJECT.project}${report.automatic ? SUBJECT.automatic : ''}${report.version > 1 ? SUBJECT.correction(report.version) : ''}`,
    ...(again ? [SUBJECT.again] : []),
  ].join(' ');
  const numbers = span ? spanConcerns(span) : [];
  const concerns = span?.kind === 'supplement' ? [] : concernsOf(report);
  const quiet = concerns.length + numbers.length === 0;
  const full = quiet ? [SUBJECT.onSchedule(reportedUnits(report))] : [...numbers, ...concerns.map((one) => one.full)];
  const short = quiet ? full : [...numbers, ...concerns.map((one) => one.short)];
  const period = span ? SPAN.subject[span.kind](span.year) : SUBJECT.period(report.period);
  const shortPeriod = span ? SPAN.shortSubject[span.kind](span.year) : SUBJECT.shortPeriod(report.period);
  const fewer = (when: string, least: number) =>
    short.slice(least).map((_, i) => [when, short.slice(0, short.length - i - 1)] as const);
  const tries = [
    [period, full],
    [period, short],
    // What the month ends says more than the last of the numbers.
    ...(span ? fewer(period, numbers.length) : []),
    [shortPeriod, short],
    ...fewer(shortPeriod, 0),
  ] as const;
  const subjects = tries.map(([when, words]) => `${tags} ${when} ${words.join(', ')}`.trim());
  return subjects.find((subject) => subject.length <= LONGEST_SUBJECT) ?? `${tags} ${shortPeriod}`;
}
