// Several mails of one kind, each sent exactly once: what leaves, what fails and why, and the lines «Nhật ký» gets for it.
import { formatMoment, type Moment } from '../../core/calendar.ts';
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import { viewId } from '../../sheet/layout.ts';
import { landingCell } from '../../sheet/reading/place.ts';
import { type JournalLine, NOT_SENT, SENT_WORD } from '../journal.ts';
import type { Observation } from '../observe.ts';
import type { Mail, Ports } from '../ports.ts';
import { claimOf, isKeyOf, isRefused, type MailKey, mailKey } from './mail-claim.ts';
import { type MailRun, type Sent, sendOnce, settle } from './send-once.ts';

/** A mail ready to be made, and how the journal calls it. */
export interface Letter {
  readonly deed: string;
  readonly key: MailKey;
  readonly name: string;
  readonly to: readonly string[];
  readonly make: (again: boolean) => Mail;
  /** Where it is refused, it is tried until its first day ends (rule 6.8). */
  readonly ofOneDay?: boolean;
  /** Its copies are given up where the day's recipients do not reach for them. */
  readonly copiesMayWait?: boolean;
}

export interface SentLetters {
  /** Names of those written to now. */
  readonly sent: readonly string[];
  /** Names of those that could not be written to, with what the mail service said. */
  readonly failed: readonly string[];
  readonly lines: readonly JournalLine[];
  /** False where the day's quota ended it, or some wait. */
  readonly finished: boolean;
  /** One is to be tried again, another run may still be sending it or died at it: it must be looked after in ten minutes. */
  readonly waits: boolean;
}

/**
 * One that fails keeps nobody else from being written to, and is tried again by later runs. A used-up quota ends it.
 * @param journal keys seen leave
 */
export function sendLetters(
  ports: Ports,
  run: MailRun,
  letters: readonly Letter[],
  journal: ReadonlySet<string>,
): SentLetters {
  const sent: string[] = [];
  const failed: string[] = [];
  const lines: JournalLine[] = [];
  let waits = false;
  for (const letter of letters) {
    const told = sendLetter(ports, run, letter, journal);
    lines.push(...linesOf(ports, letter, told));
    switch (told.outcome) {
      case 'sent':
      case 'resent':
        sent.push(letter.name);
        break;
      case 'already':
      case 'in-doubt':
        break;
      case 'quota':
        return { sent, failed, lines, finished: false, waits };
      case 'elsewhere':
        waits = true;
        break;
      default:
        // What a claim keeps of an earlier refusal names the mail itself.
        failed.push(told.isNews || told.outcome === 'refused' ? `${letter.name}: ${told.why}` : told.why);
        waits ||= told.outcome !== 'given-up';
    }
  }
  return { sent, failed, lines, finished: !waits, waits };
}

/** `given-up`: refused on an earlier day, and of that day alone. */
type SentLetter = Omit<Sent, 'outcome'> & { readonly outcome: Sent['outcome'] | 'given-up' };

/** A single one. */
export function sendLetter(
  ports: Ports,
  run: MailRun,
  { key, make, deed, name, to, ofOneDay, copiesMayWait }: Letter,
  journal: ReadonlySet<string>,
): SentLetter {
  if (hasLeft(journal, key)) settle(ports, run, key);
  const stands = claimOf(run.claims, key);
  if (ofOneDay && isRefused(stands) && Math.floor(stands.since) < Math.floor(ports.now())) {
    return { ...stands, outcome: 'given-up', isNews: false };
  }
  return sendOnce(ports, run, key, make, {
    // The address may be what is wrong.
    what: `${deed} (${[name, ...to].join(', ')})`,
    ...(copiesMayWait && { copiesMayWait }),
  });
}

/** Whether the journal saw a mail leave. @param journal keys seen leave */
export function hasLeft(journal: ReadonlySet<string>, key: MailKey): boolean {
  return journal.has(mailKey(key)) || (key.recipient === '' && [...journal].some((seen) => isKeyOf(seen, key)));
}

/** What the journal is told of a mail; nothing where nothing was done. */
export function linesOf(ports: Ports, letter: Letter, { outcome, why, next, isNews }: SentLetter): JournalLine[] {
  const whom = `${letter.name} (${letter.to.join(', ')})`;
  const without = why === '' ? '' : `; không gửi bản sao: ${why}`;
  switch (outcome) {
    case 'sent':
      return [lineOf(ports, letter, SENT_WORD, `Đã gửi ${whom}${without}`)];
    case 'resent':
      return [lineOf(ports, letter, SENT_WORD, `Gửi lại ${whom}: lần trước không rõ đã đi chưa${without}`)];
    case 'in-doubt':
      return [lineOf(ports, letter, 'không rõ', `Hai lần gửi ${whom} đều không rõ kết quả`)];
    case 'unclear':
      return [lineOf(ports, letter, 'không rõ', `Không rõ thư tới ${whom} đã đi chưa: ${why}`)];
    case 'refused':
    case 'quota':
      return isNews ? [lineOf(ports, letter, NOT_SENT, `${whom}: ${why}; ${triedAgain(next)}`)] : [];
    default:
      return [];
  }
}

/** «thử lại lúc 09:10 15/05/2024». */
const triedAgain = (next: Moment): string => `thử lại lúc ${formatMoment(next)}`;

function lineOf(ports: Ports, { deed, key }: Letter, state: string, outcome: string): JournalLine {
  return { at: ports.now(), deed, key: mailKey(key), state, account: ports.account, outcome };
}

/** Addresses of rows and of the units' views in the file as it stands. */
export function linksOf(ports: Ports, seeds: ResolvedPlan, observation: Observation<'tasks'>) {
  const { tab, rows } = observation.reader('tasks');
  const sheet = `${ports.workbook.url}#gid=${tab.was?.sheetId ?? tab.declared.sheetId}`;
  const indexes = new Map(rows.map(({ key, index }) => [key, index]));
  return {
    hrefOf(code: string): string | undefined {
      const index = indexes.get(code);
      return index === undefined ? undefined : `${sheet}&range=${landingCell(tab, index)}`;
    },
    viewOf: (unit: string) => `${sheet}&fvid=${viewId(seeds, unit)}`,
  };
}
