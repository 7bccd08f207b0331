// Sent exactly once (product §6): a claim per mail in the script's store, taken under the lock immediately before sending and
// settled immediately after. A run that died between the two leaves «sending»; once it can no longer be running, the mail is
// sent a second time, marked «(gửi lại)», and never a third.
import type { Moment } from '../core/calendar.ts';
import type { Mail, Ports } from './ports.ts';
import { Refusal } from './refusal.ts';

/** Key of a mail: `kỳ|loại|phiên bản|người nhận`. */
export interface MailKey {
  readonly period: string;
  readonly kind: 'chairman' | 'reminder' | 'digest' | 'request' | 'error' | 'notice' | 'test';
  /** Of a reminder and a digest the round. */
  readonly version: number;
  readonly recipient: string;
}

export function mailKey({ period, kind, version, recipient }: MailKey): string {
  return `${period}|${kind}|${version}|${recipient}`;
}

const CLAIM = 'mail ';
/** Google ends a run after six minutes: a claim older than this belongs to a run that died. */
const STALE_AFTER = 10 / 1440;

/** `doubt`: two tries ended without an answer; a person was told, and no third is made. */
const STATES = ['sending', 'resending', 'sent', 'doubt'] as const;
type Claim = { readonly state: (typeof STATES)[number]; readonly at: Moment };

function readClaim(text: string | undefined): Claim | undefined {
  const [word, at] = (text ?? '').split(' ');
  const state = STATES.find((known) => known === word);
  return state && { state, at: Number(at) };
}

export type Sent = 'sent' | 'resent' | 'already' | 'in-doubt' | 'elsewhere';

/** Nothing is left to do: it has left, or nobody can say and a person was told. */
const isSettled = (claim: Claim | undefined) => claim?.state === 'sent' || claim?.state === 'doubt';

/** True where the store says the mail needs no more work; the journal is asked by the caller. */
export function isSent(store: Readonly<Record<string, string>>, key: MailKey): boolean {
  return isSettled(readClaim(store[CLAIM + mailKey(key)]));
}

/** Mails of one run: the claims as they stand, and how many recipients may still be written to. */
export interface MailRun {
  readonly claims: Record<string, string>;
  remaining: number;
}

/** Holds the lock while the mails of a run leave: claims are read once, and nobody else sends meanwhile. @throws Refusal busy */
export function withMailRun<T>(ports: Ports, work: (run: MailRun) => T): T {
  return ports.locked(() => work({ claims: { ...ports.store.all() }, remaining: ports.mail.remaining() }));
}

/** Notes that a mail has left, where the journal is the only witness. */
export function settle(ports: Ports, run: MailRun, key: MailKey): void {
  claim(ports, run, key, 'sent');
}

function claim(ports: Ports, run: MailRun, key: MailKey, state: Claim['state']): void {
  const name = CLAIM + mailKey(key);
  const text = `${state} ${ports.now()}`;
  ports.store.set(name, text);
  run.claims[name] = text;
}

/**
 * Sends a mail unless it has been sent.
 * @param make makes the mail; `again` where it may have left before
 * @returns `elsewhere` while another run may still be sending it, `in-doubt` where two tries ended without an answer
 * @throws Refusal quota
 */
export function sendOnce(ports: Ports, run: MailRun, key: MailKey, make: (again: boolean) => Mail): Sent {
  const stands = readClaim(run.claims[CLAIM + mailKey(key)]);
  if (isSettled(stands)) return 'already';
  if (stands && ports.now() - stands.at < STALE_AFTER) return 'elsewhere';
  if (stands?.state === 'resending') {
    claim(ports, run, key, 'doubt');
    return 'in-doubt';
  }
  const again = stands !== undefined;
  const mail = make(again);
  const recipients = 1 + mail.cc.length;
  if (run.remaining < recipients) throw new Refusal('quota');
  claim(ports, run, key, again ? 'resending' : 'sending');
  ports.mail.send(mail);
  run.remaining -= recipients;
  claim(ports, run, key, 'sent');
  return again ? 'resent' : 'sent';
}
