// The parts of the chairman's mail that list tasks: decisions wanted, overdue, due soon, not started.
import { periodLabel } from '../core/period.ts';
import { type Report, type ReportedTask, shownAuthor } from '../core/report.ts';
import { hasNoInformation } from '../core/status.ts';
import { capitalised } from './coverage.ts';
import { cut, type PageBlock, type PageItem, type QuickReply } from './page.ts';
import { carriedOnly } from './raised-words.ts';
import { DUE_SOON, OVERDUE, PROPOSALS, TASKS } from './words/chairman-mail.ts';
import { counted, shortDay, traceOf } from './words/shared.ts';

/** A mail is one screen: no list is longer, the rest is counted. */
export const MOST_ITEMS = 5;
/** Characters of a text; some twenty words (form 1.6). */
export const LONGEST = { content: 75, name: 110, unit: 60, author: 130, reason: 130, proposal: 220, quoted: 160 };

interface TaskList {
  readonly heading: string;
  readonly tone: 'alarm' | 'warning' | 'plain';
  readonly more?: (n: number) => string;
  readonly item: (task: ReportedTask) => PageItem;
}

/** Nothing where there are none. */
export function taskList(
  tasks: readonly ReportedTask[],
  { heading, tone, more = TASKS.more, item }: TaskList,
): PageBlock[] {
  if (tasks.length === 0) return [];
  const rest = tasks.length - MOST_ITEMS;
  const items = tasks.slice(0, MOST_ITEMS).map(item);
  return [
    { kind: 'list', heading: counted(heading, tasks.length), tone, items, ...(rest > 0 && { rest: more(rest) }) },
  ];
}

/** @param list with what is said where there are none */
function taskBlock(tasks: readonly ReportedTask[], list: TaskList & { readonly none: string }): PageBlock {
  return taskList(tasks, list)[0] ?? { kind: 'line', text: list.none };
}

const joined = (...parts: readonly string[]) => parts.filter((part) => part !== '').join(' · ');
/** Reported finished behind the period; empty where it is not. */
const sinceOf = ({ finishedSince }: ReportedTask, { period }: Pick<Report, 'period'>) =>
  finishedSince === undefined ? '' : OVERDUE.finishedSince(shortDay(finishedSince, period.year));
export const unitOf = ({ unit }: ReportedTask) => cut(unit, LONGEST.unit);
const proposerOf = (task: ReportedTask) => cut(shownAuthor(task, 'proposal'), LONGEST.author);

/** Decisions wanted, each with answers of one tap where there is an address to answer to. */
export function proposalsBlock(report: Report, replyTo: string): PageBlock {
  return taskBlock(report.proposals, {
    heading: PROPOSALS.heading,
    tone: 'warning',
    none: PROPOSALS.none,
    more: PROPOSALS.more,
    item: (task) => ({
      ...proposalItem(task, { label: periodLabel(report.period), trace: traceOf(report), replyTo }),
      ...proposalDetail(task),
    }),
  });
}

/** What goes to others is told, and not asked. */
export function requestsBlock({ requests }: Pick<Report, 'requests'>): PageBlock[] {
  return requests.length === 0 ? [] : [{ kind: 'line', text: PROPOSALS.toOthers(requests.length) }];
}

/** What is proposed and by whom, with answers of one tap where there is an address to answer to. */
export function proposalItem(task: ReportedTask, facts: ReplyFacts): PageItem {
  return {
    lead: PROPOSALS.lead(task.code, proposerOf(task), task.authors?.proposal === undefined ? '' : unitOf(task)),
    text: cut(task.proposal ?? '', LONGEST.proposal),
    ...(facts.replyTo !== '' && { replies: PROPOSALS.replies.map((answer) => quickReply(answer, task, facts)) }),
  };
}

/** What it is about, and since when it stands: it may be no news, answered or not. */
function proposalDetail({ content, raised }: ReportedTask): Pick<PageItem, 'detail'> {
  const before = raised?.proposal?.periods[1];
  const detail = joined(
    capitalised(carriedOnly(raised?.proposal)) || (before ? PROPOSALS.raised(periodLabel(before)) : ''),
    content === '' ? '' : PROPOSALS.task(cut(content, LONGEST.content)),
  );
  return detail === '' ? {} : { detail };
}

/** Where an answer goes, and what it says it is about. */
interface ReplyFacts {
  /** «Kỳ 05/2024», «ĐX-2024-01». */
  readonly label: string;
  readonly trace: string;
  readonly replyTo: string;
}

function quickReply(answer: string, task: ReportedTask, { label, trace, replyTo }: ReplyFacts): QuickReply {
  const subject = PROPOSALS.subject(task.code, label, answer);
  const body = PROPOSALS.body(answer, task.code, proposerOf(task), cut(task.proposal ?? '', LONGEST.quoted), trace);
  // RFC 6068: lines of the body end with CR LF; everything but the @ is percent-encoded.
  const query = `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.join('\r\n'))}`;
  return { label: answer, href: `mailto:${encodeURIComponent(replyTo).replace('%40', '@')}?${query}` };
}

export function overdueBlock(report: Report): PageBlock {
  const { overdue, asOf, period } = report;
  return taskBlock(overdue, {
    heading: OVERDUE.heading,
    tone: 'alarm',
    none: OVERDUE.none,
    item: (task) => {
      const due = task.due ?? asOf;
      const { difficulty, raised, unexplained, forwardedFrom } = task;
      const reason = difficulty
        ? OVERDUE.reason(
            cut(difficulty, LONGEST.reason),
            cut(task.authors?.difficulty ?? '', LONGEST.author),
            carriedOnly(raised?.difficulty),
          )
        : unexplained
          ? OVERDUE.noReason
          : '';
      const handedOn = forwardedFrom === undefined ? '' : OVERDUE.forwarded(forwardedFrom);
      return {
        lead: OVERDUE.lead(task.code, asOf - due),
        text: cut(task.content, LONGEST.content),
        detail: joined(
          unitOf(task),
          task.assigned ? '' : OVERDUE.nobodys,
          TASKS.due(shortDay(due, period.year)),
          handedOn,
          sinceOf(task, report),
          reason,
        ),
      };
    },
  });
}

export function dueSoonBlock(report: Report): PageBlock {
  const { dueSoon, asOf, period, warningDays } = report;
  return taskBlock(dueSoon, {
    heading: DUE_SOON.heading(warningDays),
    tone: 'warning',
    none: DUE_SOON.none(warningDays),
    item: (task) => {
      const due = task.due ?? asOf;
      return {
        lead: DUE_SOON.lead(task.code, due - asOf),
        text: joined(
          cut(task.content, LONGEST.content),
          unitOf(task),
          TASKS.due(shortDay(due, period.year)),
          sinceOf(task, report),
        ),
      };
    },
  });
}

/** From June on, the Report decides when; nobody is said not to have begun of whom nothing is known. */
export function notStartedBlocks({ notStarted }: Report): PageBlock[] {
  const line = (lead: string, isOf: (task: ReportedTask) => boolean): PageBlock[] => {
    const tasks = notStarted.filter(isOf);
    const expected = tasks.filter((task) => task.expected).length;
    return tasks.length === 0 ? [] : [{ kind: 'line', lead, text: `${TASKS.notStarted(tasks.length, expected)}.` }];
  };
  return [
    ...line(TASKS.notStartedLead, ({ status }) => !hasNoInformation(status)),
    ...line(TASKS.unknownLead, ({ status }) => hasNoInformation(status)),
  ];
}
