// The rows of a rectangle as JSON texts. What a row says under a mask, formulas' answers left out, depends on the stored row alone, and
// stored rows are never changed in place: its text is written once.
import { Later, type Spreadsheet, ToldRows, type Values } from '../contract.ts';
import { gridOf, type RowData, type Sheet, sheetIdOf } from './draft.ts';
import { type Mask, maskBelow, project } from './mask.ts';
import { readRow } from './read-row.ts';
import type { Rect } from './rect.ts';

/** A row under a mask, between two columns. */
interface ToldRow {
  readonly mask: Mask;
  readonly left: number;
  readonly right: number;
  readonly text: string;
  /** Places in `values` where a formula's answer belongs. */
  readonly formulas: readonly number[];
}

const EMPTY = '{}';
/** Masks and widths that are kept of one row. */
const KEPT = 6;
const told = new WeakMap<RowData, ToldRow[]>();

/** Whether what the mask names of a cell depends on nothing but the cell, and the answers of formulas. */
export function canBeTold(mask: Mask): boolean {
  return mask !== 'all' && mask['formattedValue'] === undefined && mask['effectiveFormat'] === undefined;
}

/** @param mask of a cell, see `canBeTold` */
export function toldRows(
  book: Spreadsheet,
  sheet: Sheet,
  rect: Rect,
  mask: Mask,
  values: Values | undefined,
): ToldRows {
  const stored = gridOf(sheet).rowData;
  const texts: string[] = [];
  const laters: { row: number; column: number; later: Later }[] = [];
  const below = maskBelow(mask, 'effectiveValue');
  const sheetId = sheetIdOf(sheet);
  let filled = 0;
  for (let row = rect.top; row < Math.min(rect.bottom, stored.length); row += 1) {
    const data = stored[row];
    const { text, formulas } = data
      ? toldRow(book, sheet, data, row, rect, mask, values)
      : { text: EMPTY, formulas: [] };
    if (values && below !== undefined) {
      for (const column of formulas) {
        const value = () => {
          return project(values.at(sheetId, row, rect.left + column).effectiveValue, below) as ReturnType<
            Later['value']
          >;
        };
        laters.push({ row: texts.length, column, later: new Later(value) });
      }
    }
    texts.push(text);
    if (text !== EMPTY) filled = texts.length;
  }
  return new ToldRows(texts.slice(0, filled), laters);
}

function toldRow(
  book: Spreadsheet,
  sheet: Sheet,
  data: RowData,
  row: number,
  { left, right }: Rect,
  mask: Mask,
  values: Values | undefined,
): ToldRow {
  const kept = told.get(data) ?? [];
  const known = kept.find((one) => one.mask === mask && one.left === left && one.right === right);
  if (known) return known;
  const cells = readRow(book, sheet, row, { left, right }, mask, { values, conditional: undefined, later: true });
  const formulas: number[] = [];
  cells.forEach((_, column) => {
    if (data.values?.[left + column]?.userEnteredValue?.formulaValue !== undefined) formulas.push(column);
  });
  const text = cells.length > 0 ? JSON.stringify({ values: cells }) : EMPTY;
  const made: ToldRow = { mask, left, right, text, formulas };
  told.set(data, [made, ...kept.slice(0, KEPT - 1)]);
  return made;
}
