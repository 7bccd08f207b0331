// What the chairman reads once a month, in the order of rule 7.2: conclusion, four figures, decisions wanted, overdue, due
// soon, not started, late units, indicators, changes, what moved the yardstick, foot.
import type { Figure } from '../core/figures.ts';
import type { SpanReport } from '../core/report/span.ts';
import type { Report } from '../core/report.ts';
import {
  changesBlocks,
  correctionBlocks,
  coverageBlocks,
  indicatorsBlock,
  unitsBlocks,
  yardstickBlocks,
} from './comparison-sections.ts';
import { capitalised, coverageOf, nothingOwed, uncoveredSentence } from './coverage.ts';
import { footOf } from './mail.ts';
import type { BigFigure, MailPage, PageBlock, Tone } from './page.ts';
import { forwardedBlocks, spanBlocks, spanConclusion } from './span-blocks.ts';
import { concernsOf, reportedUnits } from './subject.ts';
import { dueSoonBlock, notStartedBlocks, overdueBlock, proposalsBlock, requestsBlock } from './task-sections.ts';
import { FIGURES, OPENING, SIGNS } from './words/chairman-mail.ts';
import { alone, FOOT, traceOf } from './words/shared.ts';

/** What the mail says and the Report does not know. */
export interface MailFacts {
  /** «xã Vân Sơn». */
  readonly commune: string;
  /** Address of the workbook; no button where it is not an https address. */
  readonly sheetUrl: string;
  /** «Công an xã». */
  readonly standingBody: string;
  /** «Chủ tịch». */
  readonly chairmanTitle: string;
  /** Address of the standing body; quick replies go there. Empty: none are offered. */
  readonly replyTo: string;
  /** A run ended between claim and confirmation, so this mail may be the second; `asked`: it is, because somebody asked for it. */
  readonly resend?: boolean | 'asked';
  /** Said on top of a mail that is shown to CAX alone. */
  readonly preview?: string;
  /** Names of the documents that come with it. */
  readonly attachments?: readonly string[];
  /** They could not be made. */
  readonly unattached?: boolean;
}

export function chairmanPage(report: Report, facts: MailFacts, span?: SpanReport): MailPage {
  const { from, to } = span?.kind === 'supplement' ? span.window : report.window;
  return {
    ...(facts.resend && { notice: facts.resend === 'asked' ? OPENING.asked(facts.standingBody) : OPENING.again }),
    ...(facts.preview !== undefined && { notice: facts.preview }),
    greeting: OPENING.greeting(facts.chairmanTitle),
    conclusion: conclusionOf(report, span),
    source: OPENING.source(from, to, howItWasClosed(report, facts)),
    figures: span?.kind === 'supplement' ? yearFigures(report) : bigFigures(report),
    blocks: span?.kind === 'supplement' ? supplementBlocks(span) : monthBlocks(report, facts, span),
    ...(/^https:\/\//u.test(facts.sheetUrl) && { open: { label: FOOT.open, href: facts.sheetUrl } }),
    foot: footOf(facts, traceOf(report)),
  };
}

function conclusionOf(report: Report, span: SpanReport | undefined): string {
  const { period } = report;
  if (span?.kind === 'supplement') return spanConclusion(span);
  const concerns = concernsOf(report);
  // Behind the span's own sentence the month's needs no more to say what it is about.
  const project = span ? '' : undefined;
  const coverage = coverageOf(report);
  const nothing = nothingOwed(coverage);
  const month =
    concerns.length > 0
      ? `${OPENING.concerns(period, concerns, project)}${nothing === undefined ? '' : ` ${capitalised(nothing)}.`}`
      : nothing === undefined
        ? OPENING.onSchedule(period, reportedUnits(report), project)
        : OPENING.nothing(period, nothing, project);
  return `${span ? `${spanConclusion(span)} ` : ''}${month}${uncoveredSentence(coverage)}`;
}

function monthBlocks(report: Report, facts: MailFacts, span: SpanReport | undefined): PageBlock[] {
  return [
    ...correctionBlocks(report),
    proposalsBlock(report, facts.replyTo),
    ...requestsBlock(report),
    ...(span?.kind === 'year' ? spanBlocks(span) : []),
    overdueBlock(report),
    ...forwardedBlocks(report),
    dueSoonBlock(report),
    ...(span?.kind === 'halfYear' ? spanBlocks(span) : []),
    ...notStartedBlocks(report),
    ...unitsBlocks(report),
    ...coverageBlocks(report),
    indicatorsBlock(report),
    ...changesBlocks(report),
    ...yardstickBlocks(report),
  ];
}

/** The year is over: what was done and what goes on, and nothing to urge. */
function supplementBlocks(span: SpanReport): PageBlock[] {
  return [...spanBlocks(span), indicatorsBlock(span.report), ...correctionBlocks(span.report)];
}

function yearFigures({ figures: { K1, K2, K3, K7 } }: Report): BigFigure[] {
  return [
    { label: FIGURES.ofYear, value: K3.text, tone: toneOf(K3, 'warning') },
    { label: FIGURES.dueDone, value: K1.text, tone: toneOf(K1, 'plain') },
    { label: FIGURES.dueInTime, value: K2.text, tone: toneOf(K2, 'plain'), ...noted(K2.beside) },
    { label: FIGURES.indicators, value: K7.text, tone: toneOf(K7, 'plain'), ...noted(K7.beside) },
  ];
}

function howItWasClosed(
  { automatic, planned, version, corrects, closedAt }: Report,
  { standingBody }: MailFacts,
): string {
  if (planned) return OPENING.planned(closedAt);
  if (automatic) return OPENING.automatic(closedAt, standingBody);
  return corrects === undefined
    ? OPENING.closed(closedAt, standingBody)
    : OPENING.corrected(version, closedAt, standingBody);
}

function bigFigures(report: Report): BigFigure[] {
  const { figures, before, overdue, dueSoon, warningDays } = report;
  const { K1, K6 } = figures;
  const compare = (now: number, then: number) => (now > then ? SIGNS.more : now < then ? SIGNS.less : SIGNS.same);
  // Shares, because the number of units that owe changes from month to month; nothing is compared with nothing.
  const trend = (now: Figure, then: Figure) =>
    now.whole === 0 || then.whole === 0 ? '' : compare(now.part * then.whole, then.part * now.whole);
  const onTimeNote = before && FIGURES.before(trend(K6, before.figures.K6), before.period, before.figures.K6.text);
  const overdueNote =
    before && FIGURES.before(compare(overdue.length, before.overdue), before.period, alone(before.overdue));
  return [
    { label: FIGURES.onTime, value: K6.text, tone: toneOf(K6, 'warning'), ...noted(onTimeNote) },
    {
      label: FIGURES.overdue,
      value: alone(overdue.length),
      tone: overdue.length === 0 ? 'good' : 'alarm',
      ...noted(overdueNote),
    },
    {
      label: FIGURES.dueSoon,
      value: alone(dueSoon.length),
      tone: dueSoon.length === 0 ? 'plain' : 'warning',
      note: FIGURES.within(warningDays),
    },
    { label: FIGURES.dueDone, value: K1.text, tone: toneOf(K1, 'plain'), ...noted(K1.beside) },
  ];
}

/** A whole of nothing is neither good nor bad. */
function toneOf({ part, whole }: Figure, wanting: Tone): Tone {
  if (whole === 0) return 'plain';
  return part === whole ? 'good' : wanting;
}

function noted(note: string | undefined): { note?: string } {
  return note === undefined ? {} : { note };
}
