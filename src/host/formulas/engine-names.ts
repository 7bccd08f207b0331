// How cells and texts are named in the formulas the engine is given.
import { columnLetters } from '../../core/a1.ts';
import type { Area } from './tabs.ts';

/** Tabs of the engine that are not the workbook's: today and now; ones to count with. */
export const CLOCK = '_clock';
export const ONES = '_ones';

/** A workbook's tab in the engine; its title may change without a word to the engine. */
export function engineTab(sheetId: number): string {
  return `_${sheetId}`;
}

/** Which sides of an area are written with «$». */
interface Fixed {
  readonly top: boolean;
  readonly left: boolean;
  readonly bottom: boolean;
  readonly right: boolean;
}

const ALL_FIXED: Fixed = { top: true, left: true, bottom: true, right: true };

/** «_1!$A$2:$B$5»; a single cell as «_1!$A$2:$A$2» where a range is wanted: the engine's COUNTIF takes nothing else. */
export function areaText(tab: string, area: Omit<Area, 'sheetId'>, asRange = false, fixed = ALL_FIXED): string {
  const from = corner(area.left, fixed.left, area.top, fixed.top);
  if (!asRange && area.bottom - area.top === 1 && area.right - area.left === 1) return `${tab}!${from}`;
  return `${tab}!${from}:${corner(area.right - 1, fixed.right, area.bottom - 1, fixed.bottom)}`;
}

function corner(column: number, columnFixed: boolean, row: number, rowFixed: boolean): string {
  return `${columnFixed ? '$' : ''}${columnLetters(column)}${rowFixed ? '$' : ''}${row + 1}`;
}

/** A text literal. */
export function quoted(text: string): string {
  return `"${text.replace(/"/gu, '""')}"`;
}
