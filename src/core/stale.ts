// A row of which nobody has said anything for the open period, from the ninth on: its Trạng thái and Còn lại say so in words (and no figure asks for
// these words), so that what was last reported months ago does not look well. The twin of the sheet's formulas; a test holds them equal.
import { isEmpty } from './cell.ts';
import { deadlineOf } from './period.ts';
import { AWAITED_UNTIL, STATUS, type Status, type StatusContext } from './status.ts';
import type { Task } from './task.ts';

export const STALE = 'chưa cập nhật kỳ này';

/** Owed by somebody and not reported, and no longer awaited. */
export function isStale(
  { owed, reported, row }: Pick<Task, 'owed' | 'reported' | 'row'>,
  view: Pick<StatusContext, 'asOf' | 'period' | 'rules'>,
): boolean {
  return (
    owed && !reported && !isEmpty(row.accountable) && view.asOf >= deadlineOf(view.period, view.rules) - AWAITED_UNTIL
  );
}

/** Trạng thái as the sheet shows it of a stale row; one status says it itself. */
export function staleStatus(status: Status): string {
  return status === STATUS.ongoingUnreported ? status : `${status} – ${STALE}`;
}

/** Còn lại as the sheet shows it of a stale row. @param days left; undefined where the row has no date */
export function staleDaysLeft(days: number | undefined): string {
  if (days === undefined) return STALE;
  return `${days < 0 ? `quá ${-days}` : days} – ${STALE}`;
}
