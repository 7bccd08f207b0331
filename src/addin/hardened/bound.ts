// The hardened way, the script bound to the sheet: what every editor of the file can read and change. It holds no use case, no clock, no
// address, and may touch nothing but this file: it stamps what is typed and leaves requests in «Điều khiển», which the standalone
// script of the commune's account answers. Whoever rewrites it gains what the person who clicks could type by hand.
import { sheetId } from 'built:target';
import { EDIT_SETTINGS } from '../../app/on-edit.ts';
import { TAB_IDS } from '../../sheet/tab-ids.ts';
import { editedBy, stampEdit } from '../on-edit.ts';
import { stampTick } from '../stamp-tick.ts';
import { addBoundMenu } from './bound-menu.ts';
import { giveUpOldConsent } from './old-consent.ts';
import { rulesInSheet } from './rules-in-sheet.ts';

export {
  aboutProgram,
  askForCheck,
  askForClosing,
  askForClosingPreview,
  askForCorrection,
  askForMailPreview,
  askForReminders,
  askForSync,
  askForSyncPreview,
  askForTestMail,
  askForYear,
  askToWriteToChairman,
  explainAdHoc,
  explainSetUp,
} from './bound-menu.ts';

/** Runs before anybody has agreed to anything, so it builds the menu and nothing else. */
export function onOpen(): void {
  const file = SpreadsheetApp.getActiveSpreadsheet();
  addBoundMenu(file.getId() === sheetId && file.getSheets().some((sheet) => sheet.getSheetId() === TAB_IDS.controls));
}

export function onEdit(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  const edited = editedBy(event);
  // What is kept of the settings is read anew at the next entry.
  if (edited.sheetId === TAB_IDS.settings) {
    PropertiesService.getScriptProperties().deleteProperty(EDIT_SETTINGS);
  }
  stampTick(edited);
  stampEdit(edited, rulesInSheet);
}

/**
 * What a clock still calls that was installed here before the file was moved to the hardened way, as the installing account. Each time, whatever the
 * mark says: it was writable to whoever rewrote the plain script. Once it has worked Google lets that clock run nothing.
 */
export function runClock(): void {
  giveUpOldConsent();
}
