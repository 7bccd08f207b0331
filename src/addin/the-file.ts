// The spreadsheet of the program: the one on the screen, else the one this script was built for, else the one that was set up.

import { sheetId } from 'built:target';
import { SET_UP } from '../app/marks.ts';
import { Refusal } from '../app/refusal.ts';
import { scriptStore } from './ports.ts';

/** @throws Refusal no-file */
export function theFile(): GoogleAppsScript.Spreadsheet.Spreadsheet {
  const active = SpreadsheetApp.getActiveSpreadsheet();
  if (active) return active;
  const id = sheetId || scriptStore().all()[SET_UP];
  if (!id) throw new Refusal('no-file', 'Chưa ghi mã bảng.');
  try {
    return SpreadsheetApp.openById(id);
  } catch (cause) {
    throw new Refusal('no-file', `«${id}»: ${String(cause)}`);
  }
}
