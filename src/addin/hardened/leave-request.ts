// A request in «Điều khiển», written with the rights of the person who clicks: the tab is open to CAX and the installing account alone, so
// Google itself refuses everybody else.
import { momentOf } from '../../core/calendar.ts';
import type { Cell } from '../../core/cell.ts';
import { REQUESTS, type RequestName } from '../../sheet/layout/controls.ts';
import { requestIn } from '../../sheet/request-row.ts';
import { TAB_IDS } from '../../sheet/tab-ids.ts';
import { REQUEST_HEADINGS as HEADINGS } from '../tab-ids.ts';

/** Why there is no request. */
export type Refused = 'no-row' | 'not-yours';

export function leaveRequest(name: RequestName, account: string): { readonly words: string } | Refused {
  const sheet = SpreadsheetApp.getActiveSpreadsheet()
    .getSheets()
    .find((candidate) => candidate.getSheetId() === TAB_IDS.controls);
  const grid = (sheet?.getDataRange().getValues() ?? []) as unknown[][];
  const headingRow = grid.findIndex((row) => Object.values(HEADINGS).every((words) => row.includes(words)));
  const columnOf = (words: string) => grid[headingRow]?.indexOf(words) ?? -1;
  const row = grid.findIndex((cells) => cells[columnOf(HEADINGS.deed)] === REQUESTS[name]);
  if (!sheet || headingRow < 0 || row < 0) return 'no-row';
  // Asked and not tried: the words of a refusal are in the language of whoever clicks.
  if (!sheet.getRange(row + 1, 1, 1, grid[row]?.length ?? 1).canEdit()) return 'not-yours';
  const cellOf = (words: string) => asCell(grid[row]?.[columnOf(words)]);
  const standing = {
    tick: cellOf(HEADINGS.tick),
    askedBy: cellOf(HEADINGS.askedBy),
    at: cellOf(HEADINGS.at),
    outcome: cellOf(HEADINGS.outcome),
  };
  const { cells, words } = requestIn(standing, name, account, momentOf(Date.now()));
  for (const [key, value] of Object.entries(cells)) {
    sheet.getRange(row + 1, columnOf(HEADINGS[key as keyof typeof standing]) + 1).setValue(value);
  }
  return { words };
}

/** A day is read as a Date, in the zone the file and the script share. */
function asCell(value: unknown): Cell {
  if (value instanceof Date) return momentOf(value.getTime());
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
