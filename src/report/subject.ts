// The subject of the chairman's mail: at most 80 characters, numbers first (form 3.1), so that a phone's list of mails
// already tells the month.
import type { SpanReport } from '../core/report/span.ts';
import type { Report } from '../core/report.ts';
import { coverageOf, nothingOwed } from './coverage.ts';
import { carriedIn } from './raised-words.ts';
import { spanConcerns } from './span-blocks.ts';
import { reportedOrLate, stillMissing } from './unit-parts.ts';
import { CONCERNS, type Concern } from './words/chairman-mail.ts';
import { SUBJECT } from './words/shared.ts';
import { SPAN } from './words/span-mail.ts';

export const LONGEST_SUBJECT = 80;

/** What is not as it should be, in the order of weight; empty where all is well. */
export function concernsOf(report: Report): Concern[] {
  const incomplete = report.units.filter((unit) => stillMissing(unit) > 0);
  const partly = incomplete.some((unit) => reportedOrLate(unit) > 0);
  const handedOn = report.overdue.filter(({ forwardedFrom }) => forwardedFrom !== undefined).length;
  return [
    CONCERNS.overdue(report.overdue.length, handedOn),
    CONCERNS.forwarded((report.forwarded?.tasks.length ?? 0) - handedOn),
    partly ? CONCERNS.incomplete(incomplete.length) : CONCERNS.unreported(incomplete.length),
    CONCERNS.proposals(report.proposals.length, carriedIn(report.proposals, 'proposal')),
  ].filter(({ n }) => n > 0);
}

/** «11/11 đơn vị đã báo cáo». */
export function reportedUnits({ figures: { K5 } }: Report): string {
  return SUBJECT.reported(K5.part, K5.whole);
}

/** What a subject says of a month without concerns: why nobody owes anything, or that all is well, and what that does not cover. */
function quietWords(report: Report): string[] {
  const nothing = nothingOwed(coverageOf(report));
  if (nothing !== undefined) return [nothing];
  const n = report.unassigned.length;
  return [SUBJECT.onSchedule(reportedUnits(report)), ...(n === 0 ? [] : [SUBJECT.unassigned(n)])];
}

/** Shorter words before fewer numbers, and never a number cut in half. @param span what the month ends, where it ends one */
export function subjectOf(report: Report, again: boolean, span?: SpanReport): string {
  const tags = [
    `${SUBJECT.project}${report.automatic ? SUBJECT.automatic : ''}${report.corrects !== undefined ? SUBJECT.correction(report.version) : ''}`,
    ...(again ? [SUBJECT.again] : []),
  ].join(' ');
  const numbers = span ? spanConcerns(span) : [];
  const concerns = span?.kind === 'supplement' ? [] : concernsOf(report);
  const quiet = concerns.length + numbers.length === 0;
  const full = quiet ? quietWords(report) : [...numbers, ...concerns.map((one) => one.full)];
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
