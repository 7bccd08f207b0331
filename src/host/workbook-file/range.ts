// Ranges of a workbook as Excel's files write them.

import { columnLetters, quoteTab } from '../../core/a1.ts';
import type { GridRange } from '../contract.ts';
import type { Sheet } from '../sheets/draft.ts';
import { clippedRect, isEmpty, type Rect } from '../sheets/rect.ts';

/** «B2:C9», «B2» for one cell. */
export function a1({ top, left, bottom, right }: Rect): string {
  const from = `${columnLetters(left)}${top + 1}`;
  const to = `${columnLetters(right - 1)}${bottom}`;
  return from === to ? from : `${from}:${to}`;
}

/** «'Nhiệm vụ'!$B$2:$B$9»; undefined where the tab is gone or nothing of the range is on its grid. */
export function absoluteRange(range: GridRange | undefined, sheets: readonly Sheet[]): string | undefined {
  const sheet = sheets.find(({ properties }) => (properties?.sheetId ?? 0) === (range?.sheetId ?? 0));
  if (!range || !sheet) return undefined;
  const rect = clippedRect(range, sheet);
  if (isEmpty(rect)) return undefined;
  return `${quoteTab(sheet.properties?.title ?? '')}!${a1(rect).replace(/[A-Z]+|[0-9]+/gu, '$$$&')}`;
}
