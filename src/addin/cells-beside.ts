// A tab of keys and values, read as the sheet shows it: where no more of the program is to be loaded, or nothing but this file may be touched.
import type { Cell } from '../core/cell.ts';
import { SETTING_HEADINGS } from '../sheet/known-headings.ts';
import { TAB_IDS } from '../sheet/tab-ids.ts';
import { cellOf } from './on-edit.ts';

/** Cells of a tab by the key beside them, in the columns these headings of its first row name; none where they are gone. */
export function cellsBeside(sheetId: number, keys: string, values: string): Map<string, Cell> {
  const sheet = SpreadsheetApp.getActiveSpreadsheet()
    .getSheets()
    .find((candidate) => candidate.getSheetId() === sheetId);
  const [heading = [], ...rows] = (sheet?.getDataRange().getValues() ?? []) as unknown[][];
  const [key, value] = [keys, values].map((words) => heading.indexOf(words));
  if (key === undefined || value === undefined || key < 0 || value < 0) return new Map();
  return new Map(rows.map((row) => [String(row[key]), cellOf(row[value])]));
}

/** Settings as typed, by their keys; none where «Cấu hình» or its headings are gone. */
export function settingCells(): Map<string, Cell> {
  return cellsBeside(TAB_IDS.settings, SETTING_HEADINGS.key, SETTING_HEADINGS.value);
}
