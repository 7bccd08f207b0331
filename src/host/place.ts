// Where a person points: a cell by its tab and letters, or by numbers.
import { readA1 } from './sheets/a1.ts';
import type { Store } from './store.ts';

/** «'Nhiệm vụ'!F2», or «F2» on the first tab; or 0-based numbers. */
export type CellRef = string | { sheetId: number; row: number; column: number };

/** The cell. Throws an ordinary error where there is no such tab or cell: a mistake of the caller's. */
export function placeOf(
  store: Store,
  fileId: string,
  place: CellRef,
): { sheetId: number; row: number; column: number } {
  if (typeof place !== 'string') return place;
  const read = readA1(place);
  const tabs = store.sheets.files[fileId]?.sheets ?? [];
  const tab = read?.sheet === undefined ? tabs[0] : tabs.find((one) => one.properties?.title === read.sheet);
  if (!read || !tab || read.startRow === undefined || read.startColumn === undefined) {
    throw new Error(`no cell ${place}`);
  }
  return { sheetId: tab.properties?.sheetId ?? 0, row: read.startRow, column: read.startColumn };
}
