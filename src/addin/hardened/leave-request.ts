// A request in «Điều khiển», written with the rights of the person who clicks: the tab is open to CAX and the installing account alone, so
// Google itself refuses everybody else.
import { momentOf } from '../../core/calendar.ts';
import { REQUESTS, type RequestName, WAITING } from '../../sheet/layout/controls.ts';
import { TAB_IDS } from '../../sheet/tab-ids.ts';
import { REQUEST_HEADINGS as HEADINGS } from '../tab-ids.ts';

/** Why there is no request; nothing where there is one. */
export type Refused = 'no-row' | 'not-yours';

export function leaveRequest(name: RequestName, account: string): Refused | undefined {
  const sheet = SpreadsheetApp.getActiveSpreadsheet()
    .getSheets()
    .find((candidate) => candidate.getSheetId() === TAB_IDS.controls);
  const grid = (sheet?.getDataRange().getValues() ?? []) as unknown[][];
  const headingRow = grid.findIndex((row) => Object.values(HEADINGS).every((words) => row.includes(words)));
  const columnOf = (words: string) => grid[headingRow]?.indexOf(words) ?? -1;
  const row = grid.findIndex((cells) => cells[columnOf(HEADINGS.deed)] === REQUESTS[name]);
  if (!sheet || headingRow < 0 || row < 0) return 'no-row';
  const put = (words: string, value: string | number | boolean) => {
    sheet.getRange(row + 1, columnOf(words) + 1).setValue(value);
  };
  // Asked and not tried: the words of a refusal are in the language of whoever clicks.
  if (!sheet.getRange(row + 1, 1, 1, grid[row]?.length ?? 1).canEdit()) return 'not-yours';
  put(HEADINGS.askedBy, account);
  put(HEADINGS.at, momentOf(Date.now()));
  put(HEADINGS.outcome, WAITING);
  // Last, so that whoever sees the tick sees who asked.
  put(HEADINGS.tick, true);
  return undefined;
}
