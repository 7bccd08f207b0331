// What the clock owes ad hoc reports, and when it has to look again (rule 5.10).
import type { Moment } from '../../core/calendar.ts';
import type { Settings } from '../../core/settings.ts';
import { type AdHocEntry, awaited } from '../../sheet/ledger/ad-hoc-ledger.ts';
import { chairmanAddresses } from '../mail/envelope.ts';
import { adHocKeyOf, restsUntil } from '../mail/mail-claim.ts';
import type { Ports } from '../ports.ts';

/** A step the clock has to take for a request. */
export interface AdHocDuty {
  readonly entry: AdHocEntry;
  readonly step: 'asked' | 'ended' | 'closed';
}

/** Script property: the steps that were taken, «ĐX-2024-01|asked», a space between them. */
const DONE = 'adHoc';
/** A step nobody could take for so long is of no use any more; what was closed waits longer, for the chairman's address. */
const DAYS = { open: 4, closed: 14 } as const;
/** Marks of steps that are kept: many more than there can be in these days; a property holds 9 kB. */
const MARKS = 100;

/** The step as its mark in the store. */
export const markOf = ({ entry, step }: AdHocDuty) => `${entry.id}|${step === 'closed' ? entry.version : step}`;

/** What is due and has not been done, in the order of the ledger. Pure. */
export function adHocDuties(
  ledger: readonly AdHocEntry[],
  store: Readonly<Record<string, string>>,
  now: Moment,
): AdHocDuty[] {
  const done = new Set((store[DONE] ?? '').split(' '));
  return ledger
    .flatMap((entry): AdHocDuty[] => {
      const newer = ledger.some(({ id, version }) => id === entry.id && version > entry.version);
      const days = entry.version > 0 ? DAYS.closed : DAYS.open;
      if (newer || now - entry.closedAt > days + Math.max(0, entry.to - entry.closedAt)) return [];
      if (entry.version > 0) return [{ entry, step: 'closed' }];
      return now < entry.to ? [{ entry, step: 'asked' }] : [{ entry, step: 'ended' }];
    })
    .filter((duty) => !done.has(markOf(duty)));
}

/** Whether a step can do nothing yet: its document is kept, and its mail waits for an address or rests after a refusal. Pure. */
export function restsNow(
  { entry, step }: AdHocDuty,
  settings: Settings,
  store: Readonly<Record<string, string>>,
  now: Moment,
): boolean {
  if (step !== 'closed' || entry.document === '') return false;
  const rests = restsUntil(store, adHocKeyOf(entry), chairmanAddresses(settings), now);
  return settings.chairmanEmail === '' || rests !== undefined;
}

/** When the next time to answer ends, where one is open. Pure. */
export function nextAdHocEnd(ledger: readonly AdHocEntry[], now: Moment): Moment | undefined {
  const ends = awaited(ledger).flatMap(({ to }) => (to > now ? [to] : []));
  return ends.length === 0 ? undefined : Math.min(...ends);
}

/** Keeps that a step was taken. */
export function markTaken({ store }: Ports, duty: AdHocDuty): void {
  const done = (store.all()[DONE] ?? '').split(' ').filter((mark) => mark !== '');
  store.set(DONE, [...done, markOf(duty)].slice(-MARKS).join(' '));
}
