// The hardened way, the script of the commune's account: nobody but that account can open it. Only the clock runs at all times: it sleeps as in
// the plain way, but a tick cannot wake it, since the sheet's own script shares no store with it; so it looks at the ticks itself.
import { sheetId } from 'built:target';
import { SET_UP } from '../../app/marks.ts';
import { sleepsOn, WAKE } from '../../app/wake.ts';
import { momentOf } from '../../core/calendar.ts';
import { REQUEST_HEADINGS } from '../../sheet/known-headings.ts';
import { ASKING_TABS } from '../../sheet/tab-ids.ts';

/** The rest of the program; the build writes this function, which puts it together when it is first asked for. */
declare function deeds_(): typeof import('./standalone-deeds.ts');

/** The clock trigger. */
export function runClock(): void {
  const wake = PropertiesService.getScriptProperties().getProperty(WAKE);
  if (!sleepsOn(wake, momentOf(Date.now())) || hasTicks()) deeds_().serveClock();
}

/** Whether anything is ticked where ticks ask for use cases; also where nobody can say, because the use cases know how to tell of it. */
function hasTicks(): boolean {
  try {
    return SpreadsheetApp.openById(sheetId || PropertiesService.getScriptProperties().getProperty(SET_UP) || '')
      .getSheets()
      .filter((sheet) => ASKING_TABS.includes(sheet.getSheetId()))
      .some((sheet) => isTickedIn(sheet.getDataRange().getValues()));
  } catch {
    return true;
  }
}

/** Under its heading; anywhere, where that is gone. */
function isTickedIn(grid: readonly unknown[][]): boolean {
  const column = grid.map((row) => row.indexOf(REQUEST_HEADINGS.tick)).find((index) => index >= 0);
  return grid.some((row) => (column === undefined ? row.includes(true) : row[column] === true));
}
