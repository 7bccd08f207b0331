// What Google runs by itself: at every opening, at every edit, for everybody, and every ten minutes. A script of its own, so
// that the rest of the program is not compiled for a keystroke, or for a clock that finds nothing due.
import { SET_UP } from '../app/marks.ts';
import { EDIT_SETTINGS, readEditSettings } from '../app/on-edit.ts';
import { sleepsOn, WAKE } from '../app/wake.ts';
import { momentOf } from '../core/calendar.ts';
import { ASKING_TABS, TAB_IDS } from '../sheet/tab-ids.ts';
import { addMenu } from './menu.ts';
import { editedBy, stampEdit } from './on-edit.ts';
import { stampTick } from './stamp-tick.ts';

/** The rest of the program; the build writes this function, which puts it together when it is first asked for. */
declare function deeds_(): typeof import('./main.ts');

/** Runs before anybody has agreed to anything, so it builds the menu and nothing else. */
export function onOpen(): void {
  addMenu(PropertiesService.getScriptProperties().getProperty(SET_UP) !== null);
}

export function onEdit(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  const edited = editedBy(event);
  // A tick asks for a use case, a setting may be what was waited for: the clock must not sleep on.
  if (edited.sheetId === TAB_IDS.settings || ASKING_TABS.includes(edited.sheetId))
    PropertiesService.getScriptProperties().deleteProperty(WAKE);
  stampTick(edited);
  stampEdit(edited, () => readEditSettings(PropertiesService.getScriptProperties().getProperty(EDIT_SETTINGS) ?? ''));
}

/** The clock trigger of the installing account. */
export function runClock(): void {
  const wake = PropertiesService.getScriptProperties().getProperty(WAKE);
  if (!sleepsOn(wake, momentOf(Date.now()))) deeds_().serveClock();
}
