// Sent exactly once (product §6): a claim per mail in the script's store, taken under the lock immediately before sending and
// settled immediately after. A run that died between the two leaves «sending»; once it can no longer be running, the mail is
// sent a second time, marked «(gửi lại)», and never a third.
import type { Moment } from '../core/calendar.ts';
import type { Mail, Ports } from './ports.ts';
import { Refusal } from './refusal.ts';

/** Key of a mail: `kỳ|loại|phiên bản|người nhận`. */
export interface MailKey {
  readonly period: string;
  readonly kind: 'chairman';
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

/**
 * Sends a mail unless it has been sent.
 * @param make makes the mail; `again` where it may have left before
 * @returns `elsewhere` while another run holds the claim, `in-doubt` where two tries ended without an answer
 * @throws Refusal quota, busy
 */
export function sendOnce(ports: Ports, key: MailKey, make: (again: boolean) => Mail): Sent {
  const name = CLAIM + mailKey(key);
  const claimed = ports.locked((): Sent | 'claimed' | 'claimed again' => {
    const claim = readClaim(ports.store.all()[name]);
    if (isSettled(claim)) return 'already';
    if (claim && ports.now() - claim.at < STALE_AFTER) return 'elsewhere';
    if (claim?.state === 'resending') {
      ports.store.set(name, `doubt ${ports.now()}`);
      return 'in-doubt';
    }
    const again = claim !== undefined;
    const { to, cc } = make(again);
    if (ports.mail.remaining() < [to, ...cc].length) throw new Refusal('quota');
    ports.store.set(name, `${again ? 'resending' : 'sending'} ${ports.now()}`);
    return again ? 'claimed again' : 'claimed';
  });
  if (claimed !== 'claimed' && claimed !== 'claimed again') return claimed;
  ports.mail.send(make(claimed === 'claimed again'));
  ports.store.set(name, `sent ${ports.now()}`);
  return claimed === 'claimed again' ? 'resent' : 'sent';
}
