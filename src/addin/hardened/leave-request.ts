// A request in «Điều khiển», written with the rights of the person who clicks: the tab is open to CAX and the installing account alone, so
// Google itself refuses everybody else.
import { momentOf } from '../../core/calendar.ts';
import { columnNamed } from '../../core/former-headings.ts';
import { REQUEST_HEADINGS as HEADINGS } from '../../sheet/known-headings.ts';
import { requestIn } from '../../sheet/request-row.ts';
import { REQUESTS, type RequestName } from '../../sheet/request-words.ts';
import { TAB_IDS } from '../../sheet/tab-ids.ts';
import { cellOf } from '../on-edit.ts';

/** Why there is no request. */
export type Refused = 'no-row' | 'not-yours';

/** Looked at before anything is asked; looked at again when the request is written, because the sheet may change while a question stands. */
export function whyNoRequest(name: RequestName): Refused | undefined {
  const found = rowOf(name);
  return typeof found === 'string' ? found : undefined;
}

export function leaveRequest(name: RequestName, account: string): { readonly words: string } | Refused {
  const found = rowOf(name);
  if (typeof found === 'string') return found;
  const { sheet, row, columns, cells: stands } = found;
  const standingIn = (key: keyof typeof HEADINGS) => cellOf(stands[columns[key]]);
  const standing = {
    tick: standingIn('tick'),
    askedBy: standingIn('askedBy'),
    at: standingIn('at'),
    outcome: standingIn('outcome'),
  };
  const { cells, words } = requestIn(standing, name, account, momentOf(Date.now()));
  for (const [key, value] of Object.entries(cells)) {
    sheet.getRange(row + 1, columns[key as keyof typeof standing] + 1).setValue(value);
  }
  return { words };
}

interface RequestRow {
  readonly sheet: GoogleAppsScript.Spreadsheet.Sheet;
  readonly row: number;
  readonly columns: Readonly<Record<keyof typeof HEADINGS, number>>;
  readonly cells: readonly unknown[];
}

function rowOf(name: RequestName): RequestRow | Refused {
  const sheet = SpreadsheetApp.getActiveSpreadsheet()
    .getSheets()
    .find((candidate) => candidate.getSheetId() === TAB_IDS.controls);
  const grid = (sheet?.getDataRange().getValues() ?? []) as unknown[][];
  const heading = grid.find((row) => Object.values(HEADINGS).every((words) => columnNamed(row, words) !== -1));
  if (!sheet || !heading) return 'no-row';
  const columns = Object.fromEntries(
    Object.entries(HEADINGS).map(([key, words]) => [key, columnNamed(heading, words)]),
  ) as Record<keyof typeof HEADINGS, number>;
  const row = grid.findIndex((cells) => cells[columns.deed] === REQUESTS[name]);
  const cells = grid[row];
  if (!cells) return 'no-row';
  // Asked and not tried: the words of a refusal are in the language of whoever clicks.
  return sheet.getRange(row + 1, 1, 1, cells.length).canEdit() ? { sheet, row, columns, cells } : 'not-yours';
}
