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

type Claim = { readonly state: 'sending' | 'resending' | 'sent'; readonly at: Moment };

function readClaim(text: string | undefined): Claim | undefined {
  const [state, at] = (text ?? '').split(' ');
  if (state !== 'sending' && state !== 'resending' && state !== 'sent') return undefined;
  return { state, at: Number(at) };
}

export type Sent = 'sent' | 'resent' | 'already' | 'in-doubt' | 'elsewhere';

/** True where the store says the mail has left; the journal is asked by the caller. */
export function isSent(store: Readonly<Record<string, string>>, key: MailKey): boolean {
  return readClaim(store[CLAIM + mailKey(key)])?.state === 'sent';
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
    if (claim?.state === 'sent') return 'already';
    if (claim && ports.now() - claim.at < STALE_AFTER) return 'elsewhere';
    if (claim?.state === 'resending') return 'in-doubt';
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
