// A tick in «Điều khiển» gets who and when at once, as a request of a menu does: so the clock serves ticks in the order in which
// they were made. One that is taken away while it waits waits in words no more. Who asked before, by a menu, is not forgotten: each
// asker is answered.
import { momentOf } from '../core/calendar.ts';
import { columnNamed } from '../core/former-headings.ts';
import { REQUEST_HEADINGS } from '../sheet/known-headings.ts';
import { BY_TICK, WAITING, WITHDRAWN } from '../sheet/request-words.ts';
import { TAB_IDS } from '../sheet/tab-ids.ts';
import type { Edited } from './on-edit.ts';

/** Nothing where the headings are gone, or more than one cell was edited: the clock's answer says when it saw the tick. */
export function stampTick({ range, sheet, sheetId, editor }: Edited): void {
  if (sheetId !== TAB_IDS.controls || range.getNumRows() > 1 || range.getNumColumns() > 1) return;
  const isOn = range.getValue() === true;
  const headings = sheet.getRange(1, 1, 1, sheet.getMaxColumns()).getValues()[0] ?? [];
  const columnOf = (words: string) => columnNamed(headings, words) + 1;
  if (columnOf(REQUEST_HEADINGS.tick) !== range.getColumn()) return;
  const stands = (heading: string) => {
    const column = columnOf(heading);
    return column > 0 ? String(sheet.getRange(range.getRow(), column).getValue()) : '';
  };
  const outcome = stands(REQUEST_HEADINGS.outcome);
  const isWaiting = outcome.startsWith(WAITING);
  if (!isOn && !isWaiting) return;
  const by = editor() || BY_TICK;
  const askers = isWaiting || outcome === WITHDRAWN ? stands(REQUEST_HEADINGS.askedBy) : '';
  const all = askers === '' || askers.includes(by) ? askers || by : `${askers}, ${by}`;
  const stamps: [string, string | number][] = isOn
    ? [
        [REQUEST_HEADINGS.askedBy, all],
        // Since when it waits, stays.
        ...(isWaiting ? [] : [[REQUEST_HEADINGS.at, momentOf(Date.now())] satisfies [string, number]]),
        [REQUEST_HEADINGS.outcome, WAITING],
      ]
    : [[REQUEST_HEADINGS.outcome, WITHDRAWN]];
  for (const [heading, value] of stamps) {
    const column = columnOf(heading);
    if (column === 0) continue;
    try {
      sheet.getRange(range.getRow(), column).setValue(value);
    } catch {
      // A check or a protection somebody has laid over it: the tick asks all the same.
    }
  }
}
