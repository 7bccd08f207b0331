// The cells of one row as Google returns them.
import type { CellData, Spreadsheet, Values } from '../contract.ts';
import { cellOf, gridOf, type Sheet, sheetIdOf } from './draft.ts';
import { type ConditionalFormats, effectiveFormat } from './effective-format.ts';
import { type Mask, maskBelow, project } from './mask.ts';
import type { Rect } from './rect.ts';
import { hyperlinkOf } from './rich-text.ts';

/** What is worked out of a workbook, each only where it is asked for. */
export interface Seen {
  readonly values: Values | undefined;
  readonly conditional: ConditionalFormats | undefined;
  /** What formulas answer is left out. */
  readonly later: boolean;
}

/** The cells of a row up to the last that holds anything. Shares nothing with the state. */
export function readRow(
  book: Spreadsheet,
  sheet: Sheet,
  row: number,
  rect: Pick<Rect, 'left' | 'right'>,
  mask: Mask,
  seen: Seen,
): CellData[] {
  const stored = gridOf(sheet).rowData[row]?.values?.length ?? 0;
  const sheetId = sheetIdOf(sheet);
  const coloured = seen.conditional;
  const end = coloured ? rect.right : Math.min(rect.right, stored);
  const asks = {
    effective: maskBelow(mask, 'effectiveValue') !== undefined,
    formatted: maskBelow(mask, 'formattedValue') !== undefined,
  };
  const cells: CellData[] = [];
  let filled = 0;
  for (let column = rect.left; column < end; column += 1) {
    const cell = cellOf(sheet, row, column);
    const holds = cell !== undefined && Object.keys(cell).length > 0;
    const isColoured = coloured?.[`${row},${column}`] !== undefined;
    const worked: CellData = {};
    const { values } = seen;
    const isLater = seen.later && cell?.userEnteredValue?.formulaValue !== undefined;
    if (holds && values && !isLater) {
      const value = values.at(sheetId, row, column);
      if (asks.effective && value.effectiveValue) worked.effectiveValue = value.effectiveValue;
      if (asks.formatted && value.effectiveValue) worked.formattedValue = value.formattedValue;
    }
    if (coloured && (holds || isColoured)) {
      const format = effectiveFormat(book, sheet, row, column, cell, coloured ?? {});
      if (format) worked.effectiveFormat = format;
    }
    const hyperlink = cell && hyperlinkOf(cell);
    if (hyperlink !== undefined) worked.hyperlink = hyperlink;
    cells.push(Object.assign(project(cell ?? {}, mask) as CellData, project(worked, mask)));
    if (holds || isColoured) filled = cells.length;
  }
  return cells.slice(0, filled);
}
