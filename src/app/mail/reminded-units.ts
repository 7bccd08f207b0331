// Who was written to about a period, and when: what the claims and the journal saw leave (rule 6.13). Pure.
import type { Moment } from '../../core/calendar.ts';
import { type Period, periodId } from '../../core/period.ts';
import { claimsOf, type MailKey } from './mail-claim.ts';

interface Left {
  readonly key: string;
  readonly at: Moment;
}

/**
 * The moments at which mails of a kind left, by their recipient (of reminders the unit’s code), oldest first; nobody without one.
 * @param store the script’s store, or the claims of a run
 * @param journal as `leftByJournal` tells it
 */
export function mailsLeft(
  kind: MailKey['kind'],
  period: Period,
  store: Readonly<Record<string, string>>,
  journal: readonly Left[],
): ReadonlyMap<string, readonly Moment[]> {
  const begins = `${periodId(period)}|${kind}|`;
  const claimed = [...claimsOf(store)].flatMap(([key, { state, at }]) => (state === 'sent' ? [{ key, at }] : []));
  const moments = new Map<string, Moment>();
  // The journal is written after the claim: of one mail the earlier moment is the mail’s.
  for (const { key, at } of [...claimed, ...journal]) {
    if (key.startsWith(begins)) moments.set(key, Math.min(at, moments.get(key) ?? at));
  }
  const left = new Map<string, Moment[]>();
  for (const [key, at] of [...moments].sort(([, a], [, b]) => a - b)) {
    const recipient = key.slice(key.lastIndexOf('|') + 1);
    left.set(recipient, [...(left.get(recipient) ?? []), at]);
  }
  return left;
}
