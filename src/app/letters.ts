// Several mails of one kind, each sent exactly once: what leaves, what fails and why, and the lines «Nhật ký» gets for it.
import type { ResolvedPlan } from '../core/resolved-plan.ts';
import type { Settings } from '../core/settings.ts';
import type { Mail as WrittenMail } from '../report/chairman-mail.ts';
import { viewId } from '../sheet/layout.ts';
import { type JournalLine, SENT_WORD } from './journal.ts';
import type { Observation } from './observe.ts';
import type { Mail, Ports } from './ports.ts';
import { Refusal } from './refusal.ts';
import { type MailKey, type MailRun, mailKey, type Sent, sendOnce, settle } from './send-once.ts';

/** A mail ready to be made, and how the journal calls it. */
export interface Letter {
  readonly deed: string;
  readonly key: MailKey;
  readonly name: string;
  readonly to: readonly string[];
  readonly make: (again: boolean) => Mail;
}

export interface SentLetters {
  /** Names of those written to now. */
  readonly sent: readonly string[];
  /** Names of those that could not be written to, with what the mail service said. */
  readonly failed: readonly string[];
  readonly lines: readonly JournalLine[];
  /** False where the day's quota ended it, or some wait. */
  readonly finished: boolean;
  /** Another run may still be sending one, or died at it: it must be looked after in ten minutes. */
  readonly waits: boolean;
}

/**
 * One that fails keeps nobody else from being written to, and is tried once more by a later run: its claim stands, so that it is not
 * tried a third time. A used-up quota ends it.
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
    try {
      const outcome = sendLetter(ports, run, letter, journal);
      if (outcome === 'sent' || outcome === 'resent') sent.push(letter.name);
      if (outcome === 'elsewhere') waits = true;
      lines.push(...linesOf(ports, letter, outcome));
    } catch (cause) {
      if (cause instanceof Refusal && cause.code === 'quota') return { sent, failed, lines, finished: false, waits };
      const words = `${letter.name}: ${cause instanceof Error ? cause.message : String(cause)}`;
      failed.push(words);
      waits = true;
      lines.push(lineOf(ports, letter, 'không gửi được', words));
    }
  }
  return { sent, failed, lines, finished: !waits, waits };
}

/** A single one, whose failure is the caller's. @throws Refusal quota, google */
export function sendLetter(ports: Ports, run: MailRun, { key, make }: Letter, journal: ReadonlySet<string>): Sent {
  if (!journal.has(mailKey(key))) return sendOnce(ports, run, key, make);
  settle(ports, run, key);
  return 'already';
}

/** What the journal is told of a mail; nothing where nothing was done. */
export function linesOf(ports: Ports, letter: Letter, outcome: Sent): JournalLine[] {
  const to = letter.to.join(', ');
  switch (outcome) {
    case 'sent':
      return [lineOf(ports, letter, SENT_WORD, `Đã gửi ${letter.name} (${to})`)];
    case 'resent':
      return [lineOf(ports, letter, SENT_WORD, `Gửi lại ${letter.name} (${to}): lần trước không rõ đã đi chưa`)];
    case 'in-doubt':
      return [lineOf(ports, letter, 'không rõ', `Hai lần gửi ${letter.name} (${to}) đều không rõ kết quả`)];
    default:
      return [];
  }
}

function lineOf(ports: Ports, { deed, key }: Letter, state: string, outcome: string): JournalLine {
  return { at: ports.now(), deed, key: mailKey(key), state, account: ports.account, outcome };
}

/** Addresses of rows and of the units' views in the file as it stands. Needs tasks read. */
export function linksOf(ports: Ports, seeds: ResolvedPlan, observation: Observation) {
  const { tab, rows } = observation.reader('tasks');
  const sheet = `${ports.workbook.url}#gid=${tab.was?.sheetId ?? tab.declared.sheetId}`;
  const indexes = new Map(rows.map(({ key, index }) => [key, index]));
  return {
    hrefOf(code: string): string | undefined {
      const index = indexes.get(code);
      return index === undefined ? undefined : `${sheet}&range=A${index + 1}`;
    },
    viewOf: (unit: string) => `${sheet}&fvid=${viewId(seeds, unit)}`,
  };
}

/** Answers go to CAX. */
export function replyAddress({ policeAccounts, installingAccount }: Settings): string {
  return policeAccounts[0] ?? installingAccount;
}

/** A mail with its addresses; who stands in two of its parts gets it once. */
export function addressed(
  { subject, html, text }: WrittenMail,
  to: string,
  cc: readonly string[],
  settings: Settings,
): Mail {
  const others = [...new Set(cc)].filter((one) => one !== to);
  const senderName = `Theo dõi Đề án 06 – ${settings.commune}`;
  return { to, cc: others, subject, html, text, senderName, replyTo: replyAddress(settings) };
}
