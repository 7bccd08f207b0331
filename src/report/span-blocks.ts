// What the chairman's mail says besides when the month ends a half-year or a year, or a year is closed for good (forms
// 4.*): its conclusion, the numbers of its subject, what decides the year, what is expected, what goes on.
import { dayOf, formatDay } from '../core/calendar.ts';
import { INDICATOR_RESULTS } from '../core/indicator.ts';
import type { SpanReport } from '../core/report/span.ts';
import type { Report, ReportedTask } from '../core/report.ts';
import { isDueSoon, isFinished, isOverdue } from '../core/status.ts';
import { capitalised } from './coverage.ts';
import { cut, type PageBlock, type PageItem } from './page.ts';
import { LONGEST, MOST_ITEMS } from './task-sections.ts';
import { INDICATORS, OVERDUE, TASKS } from './words/chairman-mail.ts';
import { shortDay } from './words/shared.ts';
import { SPAN } from './words/span-mail.ts';

/** Of what decides the year; more would decide nothing. */
const MOST_PRESSING = 3;

/** Numbers of the subject, the weightiest first. */
export function spanConcerns({ kind, year, report, estimated, forward }: SpanReport): string[] {
  const { K1, K3 } = report.figures;
  const due = (words: (text: string) => string) => (K1.whole === 0 ? [] : [words(`${K1.part}/${K1.whole}`)]);
  if (kind === 'halfYear') return due(SPAN.due);
  const goesOn = SPAN.forward(forward.unfinished.length, year + 1);
  if (kind === 'supplement') return [SPAN.done(K3.part, K3.whole), goesOn];
  return [...due(SPAN.dueOfYear), SPAN.expected(K3.part + estimated.length, K3.whole, goesOn)];
}

/** The first sentence: what the span comes to. */
export function spanConclusion({ kind, year, report, forward }: SpanReport): string {
  const { K1, K3 } = report.figures;
  const due = K1.whole === 0 ? SPAN.nothingDue : SPAN.dueSentence(K1.text);
  const done = SPAN.both(due, SPAN.ofYear(K3.text));
  const goesOn = SPAN.forwardSentence(forward.unfinished.length, year + 1);
  const parts = { halfYear: [done], year: [done, SPAN.likely(goesOn)], supplement: [done, goesOn] }[kind];
  return SPAN.sentence(SPAN.name[kind](year), parts);
}

export function spanBlocks(span: SpanReport): PageBlock[] {
  switch (span.kind) {
    case 'halfYear':
      return pressingBlocks(span.report);
    case 'year':
      return [expectedBlock(span), ...forwardBlocks(span)];
    case 'supplement':
      return [...outcomeBlocks(span), ...forwardBlocks(span)];
  }
}

/**
 * What keeps the year from being met if it is not done by 30/9, and is not told as overdue or due soon already: due until then,
 * the nearest first; targets not met. What is due on 31/12 and not started is counted below the list.
 */
function pressingBlocks(report: Report): PageBlock[] {
  const { tasks, indicators, period } = report;
  const last = dayOf(period.year, 9, 30);
  const due = tasks
    .filter(
      (task) =>
        !isFinished(task.status) && !isOverdue(task.status) && !isDueSoon(task.status) && task.daysLeft !== undefined,
    )
    .filter(({ finishedSince, expected }) => finishedSince === undefined && !expected)
    .filter((task) => task.due !== undefined && task.due <= last && (task.daysLeft ?? -1) >= 0)
    .sort((a, b) => (a.due ?? 0) - (b.due ?? 0));
  const told = new Set(due.map(({ code }) => code));
  const items: PageItem[] = [
    ...due.map((task) => taskItem(task, TASKS.due(shortDay(task.due ?? last, period.year)))),
    ...indicators
      .filter(({ stale, result, code }) => !stale && result === INDICATOR_RESULTS.missed && !told.has(code))
      .map(({ code, name }) => ({ lead: `${code} – `, text: `${cut(name, LONGEST.name)}: ${INDICATORS.missed}` })),
  ].slice(0, MOST_PRESSING);
  return items.length === 0 ? [] : [{ kind: 'list', heading: SPAN.pressing(items.length), tone: 'warning', items }];
}

function taskItem({ code, content, unit }: ReportedTask, why: string): PageItem {
  const who = cut(unit, LONGEST.unit);
  return { lead: `${code} – `, text: cut(content, LONGEST.content), detail: who === '' ? why : `${who} · ${why}` };
}

const codesOf = (tasks: readonly ReportedTask[]) => tasks.map(({ code }) => code).join(', ');

function expectedBlock({ report, estimated }: SpanReport): PageBlock {
  const { part, whole } = report.figures.K3;
  const n = estimated.length;
  const text = n === 0 ? SPAN.expectedNone : SPAN.expectedText(n, `${part + n}/${whole}`, codesOf(estimated));
  return { kind: 'line', lead: SPAN.expectedLead, text };
}

function outcomeBlocks({ estimated }: SpanReport): PageBlock[] {
  if (estimated.length === 0) return [];
  const missed = estimated.filter(({ status }) => !isFinished(status));
  const text = SPAN.outcome(estimated.length - missed.length, codesOf(missed));
  return [{ kind: 'line', lead: SPAN.outcomeLead(estimated.length), text }];
}

function forwardBlocks({ kind, year, forward: { unfinished } }: SpanReport): PageBlock[] {
  const lead = SPAN.forwardLead(unfinished.length, year + 1);
  return forwardLine(unfinished, capitalised(kind === 'year' ? SPAN.likely(lead) : lead));
}

/** One line of later mails: what a closed year handed on, and is still to be done. */
export function forwardedBlocks({ forwarded }: Report): PageBlock[] {
  if (!forwarded) return [];
  const { tasks, year } = forwarded;
  const overdue = tasks.filter(({ status }) => isOverdue(status)).length;
  return forwardLine(tasks, SPAN.forwardedLead(tasks.length, year, overdue));
}

function forwardLine(tasks: readonly ReportedTask[], lead: string): PageBlock[] {
  if (tasks.length === 0) return [];
  const names = tasks.map(({ code, unit, finishedSince }, i) => {
    const who = i < MOST_ITEMS ? [cut(unit, LONGEST.unit)] : [];
    const since = finishedSince === undefined ? [] : [OVERDUE.finishedSince(formatDay(finishedSince))];
    return TASKS.withUnit(code, [...who, ...since].join('; '));
  });
  return [{ kind: 'line', lead, text: `${names.join(', ')}.` }];
}
