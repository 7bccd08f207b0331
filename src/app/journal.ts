// «Nhật ký»: what ran, when, for whom, with what result; the readable copy of the ledger of mails.
import type { Moment } from '../core/calendar.ts';
import { textOf } from '../core/cell.ts';
import type { Request } from '../sheet/requests/request.ts';
import { appendRows } from '../sheet/write.ts';
import type { Observation } from './observe.ts';

export interface JournalLine {
  readonly at: Moment;
  readonly deed: string;
  readonly key: string;
  readonly state: string;
  readonly account: string;
  readonly outcome: string;
}

/** Needs the journal's heading read. */
export function journalRequests(observation: Observation, lines: readonly JournalLine[]): Request[] {
  return appendRows(
    observation.reader('journal').tab,
    lines.map((line) => ({ ...line })),
  );
}

/** State of a row that says a mail has left. */
export const SENT_WORD = 'đã gửi';

/** Keys of the mails the journal has seen leave. Needs the journal read whole. */
export function sentByJournal(observation: Observation): ReadonlySet<string> {
  const journal = observation.reader('journal');
  const isSent = (index: number) => textOf(journal.value(index, 'state')) === SENT_WORD;
  return new Set(journal.rows.flatMap(({ index }) => (isSent(index) ? [textOf(journal.value(index, 'key'))] : [])));
}
