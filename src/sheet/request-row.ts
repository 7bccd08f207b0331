// A request of a menu in its row of «Điều khiển». One that waits is not made twice: who asked first, and since when, stands; a mail to
// oneself goes to everybody who asked.
import { formatMoment, type Moment } from '../core/calendar.ts';
import { type Cell, textOf } from '../core/cell.ts';
import { type RequestName, WAITING } from './request-words.ts';

type RequestKey = 'tick' | 'askedBy' | 'at' | 'outcome';

/** Mails to whoever asks. */
const TO_ONESELF: readonly RequestName[] = ['test', 'previewMail'];

/** What asking writes into the row as it stands, the tick last so that whoever sees it sees who asked; and what the person is told. */
export function requestIn(
  row: Readonly<Record<RequestKey, Cell>>,
  name: RequestName,
  account: string,
  now: Moment,
): { readonly cells: Partial<Record<RequestKey, Cell>>; readonly words: string } {
  const askers = textOf(row.askedBy).toLowerCase();
  if (row.tick !== true || !textOf(row.outcome).startsWith(WAITING)) {
    return {
      cells: { askedBy: account, at: now, outcome: WAITING, tick: true },
      words: 'Đã ghi yêu cầu vào tab Điều khiển.',
    };
  }
  const isOwn = askers.split(/[,\s]+/u).includes(account);
  if (!isOwn && TO_ONESELF.includes(name)) {
    return { cells: { askedBy: `${askers}, ${account}` }, words: 'Đã ghi yêu cầu vào tab Điều khiển.' };
  }
  const since = typeof row.at === 'number' ? ` lúc ${formatMoment(row.at)}` : '';
  const whose = isOwn ? 'của đồng chí' : `của ${askers}`;
  return { cells: {}, words: `Yêu cầu này ${whose}${since} còn đang chờ trong tab Điều khiển; hệ thống làm một lần.` };
}
