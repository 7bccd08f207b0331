// Mails to CAX (rule 6.2): how far the units have reported on each day of reminding, with what only CAX can settle; the warning on the
// last working morning until the day on which the month goes out by itself; what could not be done, with what to do.
import type { Moment } from '../core/calendar.ts';
import { periodId, periodName } from '../core/period.ts';
import type { UrgedTask, UrgedUnit, Urging } from '../core/urging.ts';
import { nothingOwed } from './coverage.ts';
import { type LateFacts, lateBlocks } from './late-words.ts';
import { footOf, type Mail, mailFrom } from './mail.ts';
import { type NoticeFacts, notice } from './notice-mail.ts';
import { cut, type MailPage, type PageBlock } from './page.ts';
import { FAILURE, hourWords, STANDING } from './words/police-mail.ts';
import { AGAIN, counted, FOOT, GIVEN_ON, greeting, SUBJECT } from './words/shared.ts';
import { zaloReminder } from './zalo.ts';

export interface PoliceFacts {
  readonly commune: string;
  readonly standingBody: string;
  readonly sheetUrl: string;
  readonly now: Moment;
  /** The last day in time of the period. */
  readonly lastDay: number;
  readonly round: number;
  readonly resend: boolean;
  /** Findings of the rows that keep a number from being right. */
  readonly blocking: number;
  /** Rows the sheet should have and has not, by tab; empty where it has them all. */
  readonly missing: string;
  /** Lines of «Đột xuất» that are filled in and that no unit has been asked for. */
  readonly unasked: readonly string[];
  /** Units that could not be written to, with the reason. */
  readonly failed: readonly string[];
  /** When the month goes out by itself; undefined before the last round until then, and once it is closed. */
  readonly automaticAt?: Moment;
  /** Why the chairman would not be written to then, in words; empty where nothing holds it (rule 6.12). */
  readonly held: string;
  hrefOf(code: string): string | undefined;
  /** What came after the closing of the period, where that is to be named. */
  readonly late?: LateFacts | undefined;
}

const MOST = 12;
const LONGEST_LIST = 300;

/** How far the units have reported; on the day of bản 0 with the warning. */
export function digestMail(urging: Urging, facts: PoliceFacts): Mail {
  const { round, automaticAt, standingBody, lastDay } = facts;
  const period = periodName(urging.period);
  const owing = urging.units.filter(({ owed }) => owed > 0);
  const missing = owing.filter((unit) => unit.unreported.length > 0);
  const unreachable = urging.units.filter(
    (unit) => unit.reminded && unit.emails.length === 0 && unit.missing.length + unit.given.length > 0,
  );
  const unassigned = urging.unassigned.length;
  const coverage = { ...urging, unassigned, unread: 0, lacking: 0, owing: owing.length };
  const nothing = nothingOwed(coverage);
  const state =
    nothing ??
    (missing.length === 0
      ? `${STANDING.complete}${STANDING.unassigned(unassigned)}`
      : STANDING.missing(missing.length));
  const by = automaticAt === undefined ? '' : hourWords(automaticAt, facts.now);
  const warning = automaticAt === undefined ? '' : STANDING.warning(by, period);
  const share = nothing === undefined ? STANDING.share(owing.length - missing.length, owing.length) : '';
  const from = facts.now <= lastDay + 1 ? STANDING.from(lastDay + 1) : '';
  const page: MailPage = {
    ...(facts.resend && { notice: AGAIN }),
    greeting: greeting(standingBody),
    conclusion:
      automaticAt === undefined
        ? STANDING.conclusion(period, state, share)
        : STANDING.unclosed(period, by, from, state, facts.held),
    source: STANDING.source(facts.now, lastDay),
    figures: [],
    blocks: [
      ...(facts.missing === ''
        ? []
        : [{ kind: 'line', lead: STANDING.lackingLead, text: STANDING.lacking(facts.missing) } as const]),
      ...lateBlocks(facts.late),
      ...unitBlocks(STANDING.units, missing),
      ...(unreachable.length === 0
        ? []
        : [
            {
              kind: 'line',
              lead: STANDING.unreachableLead,
              text: STANDING.unreachable(unreachable.map(({ name }) => name).join(', ')),
            } as const,
          ]),
      ...facts.failed.map((words) => ({ kind: 'line', lead: STANDING.failedLead, text: cut(words, 200) }) as const),
      ...givenBlocks(urging),
      ...unassignedBlocks(urging, facts),
      ...(facts.unasked.length === 0
        ? []
        : [{ kind: 'line', lead: STANDING.unaskedLead, text: STANDING.unasked(facts.unasked.join(', ')) } as const]),
      ...(facts.blocking === 0
        ? []
        : [
            {
              kind: 'line',
              lead: STANDING.blockingLead,
              text: STANDING.blocking(facts.blocking),
            } as const,
          ]),
      {
        kind: 'copy',
        heading: STANDING.zalo,
        text: zaloReminder({
          period: urging.period,
          now: facts.now,
          lastDay,
          owing: owing.length,
          nothing,
          missing: missing.map(({ name }) => name),
          sheetUrl: facts.sheetUrl,
          standingBody,
        }),
      },
    ],
    open: { label: FOOT.open, href: facts.sheetUrl },
    foot: footOf({ commune: facts.commune }, `${periodId(urging.period)}|nhắc ${round}`),
  };
  const subject = `${SUBJECT.project}${facts.resend ? ` ${SUBJECT.again}` : ''} ${warning}${warning === '' ? `${period[0]?.toUpperCase() ?? ''}${period.slice(1)}: ` : ''}${state}`;
  return mailFrom(subject, page);
}

function unitBlocks(heading: string, units: readonly UrgedUnit[]): PageBlock[] {
  if (units.length === 0) return [];
  return [
    {
      kind: 'list',
      heading: counted(heading, units.length),
      tone: 'warning',
      items: units.slice(0, MOST).map(({ name, unreported, elsewhere, owed, reminded }) => {
        const codes = (tasks: readonly UrgedTask[]) => cut(tasks.map(({ code }) => code).join(', '), 80);
        const given = codes(elsewhere.filter(({ shutOut }) => !shutOut));
        return {
          lead: `${name}: `,
          text: `${STANDING.rows(unreported.length, owed, codes(unreported))}${given === '' ? '' : `; ${GIVEN_ON}: ${given}`}${reminded ? '' : STANDING.notReminded}`,
        };
      }),
      ...(units.length > MOST && { rest: STANDING.moreUnits(units.length - MOST) }),
    },
  ];
}

/** Whom a row was given to too late, or whom it is not open to yet: what CAX can settle at once. */
function givenBlocks({ units, shutOut }: Urging): PageBlock[] {
  const named = (list: readonly string[]) => cut(list.join('; '), LONGEST_LIST);
  const given = units.flatMap((unit) => unit.given.map(({ code }) => `${code} (${unit.name})`));
  const shut = shutOut.map(({ code }) => code);
  return [
    ...(given.length === 0
      ? []
      : [
          {
            kind: 'line',
            lead: STANDING.givenLead(given.length),
            text: `${named(given)}.`,
          } as const,
        ]),
    ...(shut.length === 0
      ? []
      : [
          {
            kind: 'line',
            lead: STANDING.shutOutLead(shut.length),
            text: STANDING.shutOut(named(shut)),
          } as const,
        ]),
  ];
}

function unassignedBlocks({ unassigned }: Urging, { hrefOf }: PoliceFacts): PageBlock[] {
  if (unassigned.length === 0) return [];
  return [
    {
      kind: 'list',
      heading: counted(STANDING.unassignedHeading, unassigned.length),
      tone: 'plain',
      items: unassigned.slice(0, MOST).map(({ code, content }) => {
        const href = hrefOf(code);
        return { lead: `${code}: `, text: cut(content, 90), ...(href !== undefined && { href }) };
      }),
      ...(unassigned.length > MOST && { rest: STANDING.moreTasks(unassigned.length - MOST) }),
    },
  ];
}

export interface ErrorFacts extends NoticeFacts {
  /** What the machine was doing, and what came of it, in words. */
  readonly deed: string;
  readonly words: string;
}

/** To CAX and the installing account only: the chairman never reads of an error. */
export function errorMail({ deed, words, ...facts }: ErrorFacts): Mail {
  return notice(facts, {
    subject: `${FAILURE.tag} ${cut(deed, 50)}`,
    trace: FAILURE.trace,
    greeting: FAILURE.greeting,
    conclusion: FAILURE.conclusion(facts.now, deed),
    source: FAILURE.source,
    blocks: [
      { kind: 'line', lead: FAILURE.causeLead, text: cut(words, 400) },
      { kind: 'line', lead: FAILURE.todoLead, text: FAILURE.todo },
    ],
  });
}
