// The spreadsheet of the program: the one on the screen, else the one that was set up.
import { Refusal } from '../app/refusal.ts';
import { SET_UP } from './menu.ts';
import { scriptStore } from './ports.ts';

/** @throws Refusal not-set-up */
export function theFile(): GoogleAppsScript.Spreadsheet.Spreadsheet {
  const active = SpreadsheetApp.getActiveSpreadsheet();
  if (active) return active;
  const id = scriptStore().all()[SET_UP];
  if (id === undefined) throw new Refusal('not-set-up');
  return SpreadsheetApp.openById(id);
}
