// The mail that reminds a unit (rule 6.1): what it has not reported, what falls due, what is overdue; each row one tap away.
import { periodId, periodName, type Window } from '../core/period.ts';
import type { UrgedTask, UrgedUnit, Urging } from '../core/urging.ts';
import { footOf, type Mail, mailFrom } from './mail.ts';
import { cut, type MailPage, type PageBlock, type PageItem, type Tone } from './page.ts';
import { AGAIN, count, counted, GIVEN_ON, greeting, SUBJECT } from './words/shared.ts';
import { dueWords, expectedWords, UNIT_LINES, UNIT_OPENING, UNIT_PARTS, UNIT_SUBJECT } from './words/unit-mail.ts';

export interface UrgingFacts {
  readonly commune: string;
  readonly standingBody: string;
  readonly replyTo: string;
  /** Window of the period; both days inside. */
  readonly window: Window;
  readonly round: number;
  readonly resend: boolean;
  /** Address of a task's row; undefined where the row is not there. */
  hrefOf(code: string): string | undefined;
  /** Address of the unit's own look at the sheet. */
  viewOf(unit: string): string;
}

/** Rows named in a part; the rest is counted, the button leads to all. */
const MOST_ROWS = 12;
const LONGEST_CONTENT = 90;

export function unitMail(unit: UrgedUnit, urging: Urging, facts: UrgingFacts): Mail {
  const page = unitPage(unit, urging, facts);
  return mailFrom(subjectOf(unit, urging, facts), page);
}

/** The number CAX reads of the unit too: rows it cannot type in are in its account all the same. */
const unreportedIn = ({ missing, elsewhere }: UrgedUnit) => missing.length + elsewhere.length;

/** Days until the last day in time; negative behind it. */
const daysTo = ({ today }: Urging, { window }: UrgingFacts) => window.to - today;

function subjectOf(unit: UrgedUnit, urging: Urging, facts: UrgingFacts): string {
  const tags = facts.resend ? `${SUBJECT.project} ${SUBJECT.again}` : SUBJECT.project;
  const { given, dueSoon, overdue } = unit;
  const period = periodName(urging.period);
  const days = daysTo(urging, facts);
  const n = unreportedIn(unit);
  const rows = UNIT_SUBJECT.unreported(n, period);
  if (n === 0) {
    const parts = [
      ...(given.length > 0 ? [UNIT_SUBJECT.given(given.length)] : []),
      ...(overdue.length > 0 ? [UNIT_SUBJECT.overdue(overdue.length)] : []),
      ...(dueSoon.length > 0 ? [UNIT_SUBJECT.dueSoon(dueSoon.length)] : []),
    ];
    return `${tags} ${parts.join(', ')}`;
  }
  const { late, lastDay, daysLeft } = UNIT_SUBJECT;
  return `${tags} ${days < 0 ? late(rows) : days === 0 ? lastDay(rows) : daysLeft(days, rows)}`;
}

function unitPage(unit: UrgedUnit, urging: Urging, facts: UrgingFacts): MailPage {
  const { window, round } = facts;
  const { missing, given, dueSoon, overdue } = unit;
  const period = periodName(urging.period);
  const isLate = daysTo(urging, facts) < 0;
  const n = unreportedIn(unit);
  const { nothingOwed, complete, seeBelow, missing: lacking, late, inTime, source } = UNIT_OPENING;
  const instead =
    given.length > 0 ? UNIT_OPENING.given(given.length) : unit.owed === 0 ? nothingOwed(period) : complete(period);
  const conclusion =
    n === 0
      ? seeBelow(instead)
      : `${lacking(n, unit.owed, period, elsewhereWords(unit))}${isLate ? late(window.to) : inTime(window.to)}`;
  return {
    ...(facts.resend && { notice: AGAIN }),
    greeting: greeting(unit.name),
    conclusion,
    source: source(window.from, window.to),
    figures: [],
    blocks: [
      ...part(UNIT_PARTS.missing, 'warning', missing, facts),
      ...part(UNIT_PARTS.given, 'plain', given, facts),
      ...givenBlocks(given),
      ...blankBlocks([...missing, ...given]),
      ...part(UNIT_PARTS.dueSoon, 'plain', dueSoon, facts),
      ...part(UNIT_PARTS.overdue, 'alarm', overdue, facts),
      ...(overdue.length === 0
        ? []
        : [{ kind: 'line', lead: UNIT_LINES.overdueLead, text: UNIT_LINES.explain } as const]),
      { kind: 'line', text: UNIT_LINES.guide },
    ],
    open: { label: UNIT_PARTS.open, href: facts.viewOf(unit.code) },
    foot: footOf(facts, `${periodId(urging.period)}|nhắc ${round}|${unit.code}`),
  };
}

/** What it cannot do anything about, by code. */
function elsewhereWords({ elsewhere }: UrgedUnit): string {
  const named = (words: string, tasks: readonly UrgedTask[]) =>
    tasks.length === 0
      ? []
      : [`${count(tasks.length, words)} (${cut(tasks.map(({ code }) => code).join(', '), LONGEST_CONTENT)})`];
  const parts = [
    ...named(
      GIVEN_ON,
      elsewhere.filter(({ shutOut }) => !shutOut),
    ),
    ...named(
      UNIT_OPENING.shutOut,
      elsewhere.filter(({ shutOut }) => shutOut),
    ),
  ];
  return parts.length === 0 ? '' : UNIT_OPENING.elsewhere(parts);
}

/** Why they are held against nobody, and which cannot be typed in yet. */
function givenBlocks(given: readonly UrgedTask[]): PageBlock[] {
  const shut = given.filter(({ shutOut }) => shutOut);
  const line = (lead: string, text: string): PageBlock => ({ kind: 'line', lead, text });
  return [
    ...(given.length === shut.length ? [] : [line(UNIT_LINES.givenLead, UNIT_LINES.given)]),
    ...(shut.length === 0
      ? []
      : [line(UNIT_LINES.shutOutLead(shut.map(({ code }) => code).join(', ')), UNIT_LINES.shutOut)]),
  ];
}

/** Choosing Kỳ báo cáo confirms what the row holds; an empty row holds nothing to confirm. */
function blankBlocks(asked: readonly UrgedTask[]): PageBlock[] {
  const blank = asked.filter((task) => task.blank);
  if (blank.length === 0) return [];
  const which = blank.length === asked.length ? '' : blank.map(({ code }) => code).join(', ');
  return [{ kind: 'line', lead: UNIT_LINES.blankLead(blank.length, which), text: UNIT_LINES.blank }];
}

function part(heading: string, tone: Tone, tasks: readonly UrgedTask[], facts: UrgingFacts): PageBlock[] {
  if (tasks.length === 0) return [];
  const rest = tasks.length - MOST_ROWS;
  return [
    {
      kind: 'list',
      heading: counted(heading, tasks.length),
      tone,
      items: tasks.slice(0, MOST_ROWS).map((task) => row(task, facts)),
      ...(rest > 0 && { rest: UNIT_PARTS.more(rest) }),
    },
  ];
}

function row({ code, content, due, daysLeft, forwardedFrom, expected }: UrgedTask, { hrefOf }: UrgingFacts): PageItem {
  const href = hrefOf(code);
  return {
    lead: `${code}: `,
    text: cut(content, LONGEST_CONTENT),
    ...(due !== undefined &&
      daysLeft !== undefined && {
        detail: expected ? expectedWords(due, daysLeft) : dueWords(due, daysLeft, forwardedFrom),
      }),
    ...(href !== undefined && { href }),
  };
}
