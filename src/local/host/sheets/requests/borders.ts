// updateBorders: the lines around and between the cells of a range. Guessed: that a line between two cells is kept on both.
import type { CellData } from '../../contract.ts';
import { type RequestContext, required } from '../context.ts';
import { boundedRect } from '../rect.ts';

type Request = GoogleAppsScript.Sheets.Schema.UpdateBordersRequest;
type Borders = GoogleAppsScript.Sheets.Schema.Borders;
type Border = GoogleAppsScript.Sheets.Schema.Border;

/** Draws the lines the request names and takes away those of style NONE; the others stay. */
export function updateBorders(request: Request, context: RequestContext): void {
  const { draft } = context;
  const range = required(request.range, 'range');
  const sheetId = range.sheetId ?? 0;
  const rect = boundedRect(range, draft.sheet(sheetId));
  context.rights.requireCells(sheetId, rect);
  const { innerHorizontal, innerVertical } = request;
  for (let row = rect.top; row < rect.bottom; row += 1) {
    for (let column = rect.left; column < rect.right; column += 1) {
      const drawn = {
        top: row === rect.top ? request.top : innerHorizontal,
        bottom: row === rect.bottom - 1 ? request.bottom : innerHorizontal,
        left: column === rect.left ? request.left : innerVertical,
        right: column === rect.right - 1 ? request.right : innerVertical,
      };
      const old = draft.cell(sheetId, row, column);
      draft.setCell(sheetId, row, column, bordered(old, drawn));
    }
  }
}

function bordered(old: CellData | undefined, drawn: Readonly<Record<keyof Borders, Border | undefined>>): CellData {
  const borders: Borders = { ...old?.userEnteredFormat?.borders };
  for (const side of ['top', 'bottom', 'left', 'right'] as const) {
    const line = drawn[side];
    if (line?.style === 'NONE') delete borders[side];
    else if (line) borders[side] = line;
  }
  const { borders: _old, ...format } = old?.userEnteredFormat ?? {};
  const next = Object.keys(borders).length > 0 ? { ...format, borders } : format;
  const { userEnteredFormat: _format, ...rest } = old ?? {};
  return Object.keys(next).length > 0 ? { ...rest, userEnteredFormat: next } : rest;
}
