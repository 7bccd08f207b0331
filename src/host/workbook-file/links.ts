// Where a cell leads: Excel knows one link a cell, so a cell with several of Google's keeps its text alone.

import type { Hyperlink } from 'hucre';
import { quoteTab } from '../../core/a1.ts';
import type { CellData } from '../contract.ts';
import type { Sheet } from '../sheets/draft.ts';

/** The only link of a cell; undefined where there is none or more than one, or where a formula makes it. */
export function excelLink(cell: CellData, sheets: readonly Sheet[]): Hyperlink | undefined {
  // Excel works out the link of HYPERLINK() itself.
  if (cell.userEnteredValue?.formulaValue !== undefined) return undefined;
  const targets = [
    cell.hyperlink,
    cell.userEnteredFormat?.textFormat?.link?.uri,
    ...(cell.textFormatRuns ?? []).map(({ format }) => format?.link?.uri),
  ].filter((uri) => uri !== undefined && uri !== '');
  const [target] = targets;
  if (target === undefined || targets.some((other) => other !== target)) return undefined;
  // «#gid=1001&range=A5» leads to another tab of the same file.
  const [, gid] = /^#gid=([0-9]+)/u.exec(target) ?? [];
  if (gid === undefined) return { target };
  const tab = sheets.find(({ properties }) => (properties?.sheetId ?? 0) === Number(gid));
  const [, range = 'A1'] = /[#&]range=([^&]+)/u.exec(target) ?? [];
  return tab ? { target: '', location: `${quoteTab(tab.properties?.title ?? '')}!${range}` } : undefined;
}
