// Claims of mails in the script’s store: what each says of its mail, and how long it is kept.
import type { Moment } from '../../core/calendar.ts';
import { fingerprint } from '../../core/fingerprint.ts';
import { closedId, type PeriodKey, type Version } from '../../core/version.ts';
import { pruneMarks } from '../closing/make-aside.ts';
import type { Ports } from '../ports.ts';

/** Key of a mail: `kỳ|loại|phiên bản|người nhận`. */
export interface MailKey {
  readonly period: string;
  readonly kind: 'chairman' | 'reminder' | 'digest' | 'request' | 'error' | 'notice' | 'test';
  /** Of a reminder and a digest the round. */
  readonly version: number;
  /** Empty for the chairman: a changed address makes no other mail. Earlier programs wrote his address there. */
  readonly recipient: string;
}

export function mailKey({ period, kind, version, recipient }: MailKey): string {
  return `${period}|${kind}|${version}|${recipient}`;
}

/** Whether a key in the store or the journal is that of a mail. Pure. */
export function isKeyOf(text: string, key: MailKey): boolean {
  const own = mailKey(key);
  return text === own || (key.recipient === '' && text.startsWith(own));
}

/** How names of claims begin in the store. */
export const CLAIM = 'mail ';
/** Days after which no rule asks for a claim any more: months, supplements and requests are over by then. */
const KEPT = 60;
/** Removing is a call each: a store full of years of claims is emptied over some runs. */
const PRUNED_A_RUN = 200;
/**
 * sending, resending: a run is at it, or died at it · refused, rerefused: the call threw, nothing has left; `re…`: an earlier run died
 * at it, so it goes marked · doubt: two runs died at it; a person was told, and no third try is made.
 */
const STATES = ['sending', 'resending', 'refused', 'rerefused', 'sent', 'doubt'] as const;
export type State = (typeof STATES)[number];

export interface Claim {
  readonly state: State;
  readonly at: Moment;
  /** Refusals so far, but those a person asked for. */
  readonly tries: number;
  /** Before this it is not tried again, unless its addresses have changed. */
  readonly next: Moment;
  /** When it was refused first; infinite while nothing but the day's quota has refused it. */
  readonly since: Moment;
  /** Fingerprint of its addresses. */
  readonly to: string;
  /** What it was and what the service said; of a sent mail why copies were left out. */
  readonly why: string;
}

function readClaim(text: string | undefined): Claim | undefined {
  const [word, at, tries = 0, next = 0, since = at, to = '', ...why] = (text ?? '').split(' ');
  const state = STATES.find((known) => known === word);
  return (
    state && {
      state,
      at: Number(at),
      tries: Number(tries),
      next: Number(next),
      since: Number(since),
      to,
      why: why.join(' '),
    }
  );
}

type Store = Readonly<Record<string, string>>;

/** The claim of a mail, as the store holds it. */
export function claimOf(store: Store, key: MailKey): Claim | undefined {
  const exact = readClaim(store[CLAIM + mailKey(key)]);
  if (exact || key.recipient !== '') return exact;
  const name = Object.keys(store).find((other) => other.startsWith(CLAIM) && isKeyOf(other.slice(CLAIM.length), key));
  return name === undefined ? undefined : readClaim(store[name]);
}

/** Every claim there is, by the key of its mail. Pure. */
export function claimsOf(store: Store): ReadonlyMap<string, Claim> {
  return new Map(
    Object.entries(store).flatMap(([name, text]) => {
      const claim = name.startsWith(CLAIM) ? readClaim(text) : undefined;
      return claim ? [[name.slice(CLAIM.length), claim] as const] : [];
    }),
  );
}

/** Nothing is left to do: it has left, or nobody can say and a person was told. */
export const isSettled = (claim: Claim | undefined) => claim?.state === 'sent' || claim?.state === 'doubt';
export const isRefused = (claim: Claim | undefined): claim is Claim =>
  claim?.state === 'refused' || claim?.state === 'rerefused';

/** True where the store says the mail needs no more work; the journal is asked by the caller. */
export function isSent(store: Store, key: MailKey): boolean {
  return isSettled(claimOf(store, key));
}

/** Key of the mail of a version, whoever the chairman is: a changed address makes no other mail (rule 6.8). */
export function chairmanKeyOf(version: PeriodKey & Pick<Version, 'version'>): MailKey {
  return { period: closedId(version), kind: 'chairman', version: version.version, recipient: '' };
}

/** The same of a report out of turn. */
export function adHocKeyOf({ id, version }: { readonly id: string; readonly version: number }): MailKey {
  return { period: id, kind: 'chairman', version, recipient: '' };
}

/** Whether it has left, or nobody can know. */
export function mayHaveLeft(store: Store, key: MailKey): boolean {
  const claim = claimOf(store, key);
  return claim !== undefined && !isRefused(claim);
}

/** Until when a refused mail to these addresses rests; undefined where it may be tried now. */
export function restsUntil(store: Store, key: MailKey, addresses: readonly string[], now: Moment): Moment | undefined {
  const claim = claimOf(store, key);
  return claim && isRefused(claim) && claim.to === printOf(addresses) && now < claim.next ? claim.next : undefined;
}

export const printOf = (addresses: readonly string[]) => fingerprint([...addresses].sort().join(' '));

/** Removes claims nothing asks for any more; how many. */
export function pruneClaims(ports: Ports, store: Store): number {
  const before = ports.now() - KEPT;
  const old = [...claimsOf(store)].filter(([, { at }]) => !(at >= before)).slice(0, PRUNED_A_RUN);
  for (const [key] of old) ports.store.remove(CLAIM + key);
  pruneMarks(ports, store, before);
  return old.length;
}
