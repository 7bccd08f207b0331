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
export function journalRequests(observation: Observation<'journal'>, lines: readonly JournalLine[]): Request[] {
  return appendRows(
    observation.reader('journal').tab,
    lines.map((line) => ({ ...line })),
  );
}

/** State of a row that says a mail has left. */
export const SENT_WORD = 'đã gửi';
/** State of a row that says nothing has left. */
export const NOT_SENT = 'không gửi được';

/** Keys of the mails the journal has seen leave. Needs the journal read whole. */
export function sentByJournal(observation: Observation<'journal'>): ReadonlySet<string> {
  return new Set(leftByJournal(observation).map(({ key }) => key));
}

/** The mails the journal has seen leave, and when. Needs the journal read whole. */
export function leftByJournal(observation: Observation<'journal'>): { readonly key: string; readonly at: Moment }[] {
  const journal = observation.reader('journal');
  return journal.rows.flatMap(({ index }) =>
    textOf(journal.value(index, 'state')) === SENT_WORD
      ? [{ key: textOf(journal.value(index, 'key')), at: Number(journal.value(index, 'at')) }]
      : [],
  );
}

/** How «Thư Chủ tịch» of «Sổ báo cáo» begins where the mail has left. */
export const WAS_SENT = /^(Đã gửi|Gửi lại)/u;
