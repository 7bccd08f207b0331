// Sent exactly once (rule 6.7): a claim per mail in the script's store, taken under the lock immediately before sending and
// settled immediately after. It has three ends (rule 6.8): the mail has left; the call threw, so nothing has left and it is tried
// again with growing pauses; the run died in between, so nobody knows, and it is sent once more, marked «(gửi lại)».
import type { Moment } from '../../core/calendar.ts';
import type { Mail, Ports } from '../ports.ts';
import { reasonOf } from '../reason.ts';
import { Refusal } from '../refusal.ts';
import { CLAIM, type Claim, claimOf, isSettled, type MailKey, mailKey, printOf, restsUntil } from './mail-claim.ts';

/** Google ends a run after six minutes: a claim older than this belongs to a run that died. */
const STALE_AFTER = 10 / 1440;
/** Minutes from a refusal to the next try: doubled each time, at most so many. A minute less, because the clock comes every ten. */
const [FIRST_PAUSE, LONGEST_PAUSE] = [10, 240] as const;
/** Of what a service said; the largest value of a property is 9 kB. */
const LONGEST_REASON = 300;

/** sent · resent: marked · already · in-doubt: two runs died at it · elsewhere: a run may be at it · unclear: the call threw after the
 * mail may have left · refused: nothing has left · waits: refused before, and not to be tried yet · quota: no mail leaves any more today. */
export type Outcome =
  | 'sent'
  | 'resent'
  | 'already'
  | 'in-doubt'
  | 'elsewhere'
  | 'unclear'
  | 'refused'
  | 'waits'
  | 'quota';

export interface Sent {
  readonly outcome: Outcome;
  /** What the service said; of a sent mail why its copies were left out. */
  readonly why: string;
  readonly tries: number;
  /** When a refused one is tried again. */
  readonly next: Moment;
  /** When it was refused first. */
  readonly since: Moment;
  /** Another reason than at the last try, or one of the first two tries: worth a line. */
  readonly isNews: boolean;
}

/** Mails of one run: the claims as they stand, and how many recipients may still be written to. */
export interface MailRun {
  readonly claims: Record<string, string>;
  /** Infinite where the service does not say. */
  remaining: number;
}

/** Holds the lock while the mails of a run leave: claims are read once, and nobody else sends meanwhile. @throws Refusal busy */
export function withMailRun<T>(ports: Ports, work: (run: MailRun) => T): T {
  return ports.locked(() => work({ claims: { ...ports.store.all() }, remaining: remainingOf(ports) }));
}

/** A service that does not say how many are left is asked to send all the same: what it says then is the answer. */
function remainingOf(ports: Ports): number {
  try {
    return ports.mail.remaining();
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** Notes that a mail has left, where the journal is the only witness. */
export function settle(ports: Ports, run: MailRun, key: MailKey): void {
  if (!isSettled(claimOf(run.claims, key))) write(ports, run, key, { state: 'sent' });
}

function write(
  ports: Ports,
  run: MailRun,
  key: MailKey,
  { state, tries = 0, next = 0, since = ports.now(), to = '-', why = '' }: Partial<Claim> & Pick<Claim, 'state'>,
): void {
  const name = CLAIM + mailKey(key);
  const text = [state, ports.now(), ...(state === 'sent' && why === '' ? [] : [tries, next, since, to, why])].join(' ');
  ports.store.set(name, text);
  run.claims[name] = text;
}

export interface HowToSend {
  /** What it is, for people: «Thư Chủ tịch Kỳ 05/2024 – bản 1». */
  readonly what: string;
  /** A person asks for it: it does not rest. */
  readonly atOnce?: boolean;
  /** A person asks for a mail that has left or may have left: once more, marked. */
  readonly oncemore?: boolean;
  /** Copies are given up where the day's recipients do not reach for them. */
  readonly copiesMayWait?: boolean;
}

/**
 * Sends a mail unless it has been sent. Copies the service refuses keep nobody from being written to: the mail goes without them.
 * @param make makes the mail; `again` where it may have left before
 */
export function sendOnce(
  ports: Ports,
  run: MailRun,
  key: MailKey,
  make: (again: boolean) => Mail,
  { what, atOnce = false, oncemore = false, copiesMayWait = false }: HowToSend,
): Sent {
  const stands = claimOf(run.claims, key);
  const now = ports.now();
  const known = {
    why: stands?.why ?? '',
    tries: stands?.tries ?? 0,
    next: stands?.next ?? 0,
    since: stands?.since ?? now,
  };
  const told = (outcome: Outcome, more: Partial<Sent> = {}): Sent => ({ ...known, isNews: false, outcome, ...more });
  if (isSettled(stands) && !oncemore) return told('already');
  const isClaimed = stands?.state === 'sending' || stands?.state === 'resending';
  if (isClaimed && stands && now - stands.at < STALE_AFTER) return told('elsewhere');
  if (stands?.state === 'resending' && !oncemore) {
    write(ports, run, key, { ...known, state: 'doubt', why: what });
    return told('in-doubt', { isNews: true });
  }
  const again = oncemore || isClaimed || stands?.state === 'rerefused';
  const mail = make(again);
  const addresses = [mail.to, ...mail.cc];
  if (!atOnce && !oncemore) {
    const rests = restsUntil(run.claims, key, addresses, now);
    if (rests !== undefined) return told('waits');
  }
  const to = printOf(addresses);
  const refuse = ({ end, why }: Failure): Sent => {
    // A person who asks meanwhile does not make it rest longer.
    const tries = Math.max(1, known.tries + (atOnce ? 0 : 1));
    const next = now + (Math.min(FIRST_PAUSE * 2 ** (tries - 1), LONGEST_PAUSE) - 1) / 1440;
    const words = `${what}: ${why}`.replace(/\s+/gu, ' ').slice(0, LONGEST_REASON);
    // What was asked for once more is settled already, and not tried again by itself.
    const state = oncemore && stands && isSettled(stands) ? stands.state : again ? 'rerefused' : 'refused';
    // The day's mails are used up for all: the time a mail may take is counted from when there are new ones.
    const since = end === 'quota' ? Number.POSITIVE_INFINITY : Number.isFinite(known.since) ? known.since : now;
    write(ports, run, key, { state, tries, next, since, to, why: isSettled(stands) ? known.why : words });
    const isNews = tries <= 2 || words !== known.why;
    return told(end === 'quota' ? 'quota' : 'refused', { why, tries, next, isNews });
  };
  const parts = partsWithin(mail, run.remaining, copiesMayWait);
  if (!parts) return refuse({ end: 'quota', why: new Refusal('quota').message });
  write(ports, run, key, { ...known, state: again ? 'resending' : 'sending', to });
  let failure = trySend(ports, run, parts.mail);
  let without = parts.without;
  if (
    failure?.end === 'refused' &&
    parts.mail.cc.length > 0 &&
    (namesRecipients(failure.said ?? '') || known.tries > 0)
  ) {
    without = failure.why;
    failure = trySend(ports, run, { ...mail, cc: [] });
  }
  if (failure?.end === 'unclear') return told('unclear', { why: failure.why, isNews: true });
  if (failure) return refuse(failure);
  write(ports, run, key, { state: 'sent', to, since: known.since, why: without });
  return told(again ? 'resent' : 'sent', { why: without });
}

/** As much of a mail as the day's recipients reach for; nothing where they do not. */
function partsWithin(
  mail: Mail,
  remaining: number,
  copiesMayWait: boolean,
): { mail: Mail; without: string } | undefined {
  if (remaining > mail.cc.length) return { mail, without: '' };
  return copiesMayWait && remaining >= 1
    ? { mail: { ...mail, cc: [] }, without: 'hết hạn mức thư trong ngày' }
    : undefined;
}

interface Failure {
  readonly end: 'refused' | 'quota' | 'unclear';
  readonly why: string;
  /** The service's own words; absent where it was not asked. */
  readonly said?: string;
}

/** Undefined where it has left. */
function trySend(ports: Ports, run: MailRun, mail: Mail): Failure | undefined {
  try {
    ports.mail.send(mail);
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    const why = reasonOf(cause);
    if (/too many times|quá nhiều lần/iu.test(said)) {
      run.remaining = 0;
      return { end: 'quota', why, said };
    }
    return { end: mayHaveLeft(ports, run, said) ? 'unclear' : 'refused', why, said };
  }
  run.remaining -= 1 + mail.cc.length;
  return undefined;
}

/** An answer can be lost on the way back: the day's recipients tell whether the mail was counted; where nobody counts, the words. */
function mayHaveLeft(ports: Ports, run: MailRun, why: string): boolean {
  const before = run.remaining;
  run.remaining = remainingOf(ports);
  return Number.isFinite(before) && Number.isFinite(run.remaining)
    ? run.remaining < before
    : /timed? ?-?out|hết thời gian/iu.test(why);
}

/** «Invalid email: …», «Limit exceeded: Email Recipients Per Message.»: one of its addresses is the cause. */
const namesRecipients = (why: string) => /e-?mail|recipient|address|địa chỉ|người nhận/iu.test(why);
