// insertRange and deleteRange: cells come in or go, and those below (to the right) are pushed down or pulled up, only as wide as
// the range is. Certain: what refers to moved cells follows. Guessed: new cells are empty; the grid grows where a filled cell would
// be pushed off it; colours, merges, names and protections that are wholly in the way go along, filters and bands stay.
import { ApiError, type CellData, type GridRange } from '../../contract.ts';
import { type RequestContext, required, requireRoom } from '../context.ts';
import { hasValue } from '../draft.ts';
import { moveReferences } from '../formula-texts.ts';
import { type Dimension, deletion, insertion, mapGridRange, type RangeMap } from '../move.ts';
import { replace } from '../rearrange.ts';
import { boundedRect, gridSize, isEmpty, type Rect, translate } from '../rect.ts';
import { moveRules } from './cut.ts';
import { requireWholeMerges } from './paste.ts';

type InsertRange = GoogleAppsScript.Sheets.Schema.InsertRangeRequest;
type DeleteRange = GoogleAppsScript.Sheets.Schema.DeleteRangeRequest;

/** Puts empty cells in; the range is what is new. */
export function insertRange(request: InsertRange, context: RequestContext): void {
  const { sheetId, rect, dimension } = readShift(request, context);
  const down = dimension === 'ROWS';
  const pushed = stripe(rect, dimension, context, sheetId);
  context.rights.requireCells(sheetId, pushed);
  const by = down ? rect.bottom - rect.top : rect.right - rect.left;
  growIfFull(pushed, dimension, by, sheetId, context);
  const size = gridSize(context.draft.sheet(sheetId));
  const source = down ? { ...pushed, bottom: size.rows - by } : { ...pushed, right: size.columns - by };
  const map = insertion(dimension, down ? rect.top : rect.left, by);
  shift(
    { sheetId, source, rows: down ? by : 0, columns: down ? 0 : by, gone: rect },
    within(rect, dimension, map),
    context,
  );
}

/** Takes cells out; what lay behind them moves into their place. */
export function deleteRange(request: DeleteRange, context: RequestContext): void {
  const { sheetId, rect, dimension } = readShift(request, context);
  const down = dimension === 'ROWS';
  const pulled = stripe(rect, dimension, context, sheetId);
  context.rights.requireCells(sheetId, pulled);
  const source = down ? { ...pulled, top: rect.bottom } : { ...pulled, left: rect.right };
  const map = down ? deletion('ROWS', rect.top, rect.bottom) : deletion('COLUMNS', rect.left, rect.right);
  const rows = down ? rect.top - rect.bottom : 0;
  const columns = down ? 0 : rect.left - rect.right;
  shift({ sheetId, source, rows, columns, gone: rect }, within(rect, dimension, map), context);
}

function readShift(request: InsertRange, context: RequestContext) {
  const range = required(request.range, 'range');
  const { shiftDimension } = request;
  if (shiftDimension !== 'ROWS' && shiftDimension !== 'COLUMNS') throw new ApiError(400, 'No dimension specified.');
  const dimension: Dimension = shiftDimension;
  const sheetId = range.sheetId ?? 0;
  return { sheetId, dimension, rect: boundedRect(range, context.draft.sheet(sheetId)) };
}

/** The rectangle and all that lies behind it. */
function stripe(rect: Rect, dimension: Dimension, context: RequestContext, sheetId: number): Rect {
  const size = gridSize(context.draft.sheet(sheetId));
  return dimension === 'ROWS' ? { ...rect, bottom: size.rows } : { ...rect, right: size.columns };
}

function growIfFull(pushed: Rect, dimension: Dimension, by: number, sheetId: number, context: RequestContext): void {
  const { draft } = context;
  const size = gridSize(draft.sheet(sheetId));
  const lost = dimension === 'ROWS' ? { ...pushed, top: size.rows - by } : { ...pushed, left: size.columns - by };
  let fits = true;
  for (let row = Math.max(0, lost.top); row < lost.bottom; row += 1) {
    for (let column = Math.max(0, lost.left); column < lost.right; column += 1) {
      if (hasValue(draft.cell(sheetId, row, column))) fits = false;
    }
  }
  if (fits) return;
  context.rights.requireSheet(sheetId);
  const own = draft.own(sheetId);
  const grown = dimension === 'ROWS' ? { rowCount: size.rows + by } : { columnCount: size.columns + by };
  own.properties = { ...own.properties, gridProperties: { ...own.properties?.gridProperties, ...grown } };
  requireRoom(draft);
}

/** The map, for what lies in the columns (rows) of the range only. */
function within(rect: Rect, dimension: Dimension, map: RangeMap): RangeMap {
  return (given) => {
    const [from, to] = dimension === 'ROWS' ? [given.left, given.right] : [given.top, given.bottom];
    const [low, high] = dimension === 'ROWS' ? [rect.left, rect.right] : [rect.top, rect.bottom];
    if (from === undefined || to === undefined || from < low || to > high) return given;
    const next = map(given);
    // The same object says that nothing moved.
    const same = next && JSON.stringify(next) === JSON.stringify(given);
    return same ? given : next;
  };
}

interface Shift {
  readonly sheetId: number;
  /** The cells that move, and how far. */
  readonly source: Rect;
  readonly rows: number;
  readonly columns: number;
  /** The range of the request. */
  readonly gone: Rect;
}

function shift({ sheetId, source, rows, columns, gone }: Shift, map: RangeMap, context: RequestContext): void {
  const { draft } = context;
  const sheet = draft.sheet(sheetId);
  const moves = !isEmpty(source);
  const destination = moves ? translate(source, rows, columns) : gone;
  for (const rect of moves ? [source, destination] : [gone]) requireWholeMerges(sheet, rect);
  moveReferences(draft, sheetId, map);
  const follow = (range: GridRange | undefined) => (range ? mapGridRange(range, map) : undefined);
  draft.book.namedRanges = draft.book.namedRanges?.map((named) => {
    if (!named.range || (named.range.sheetId ?? 0) !== sheetId) return named;
    const { range, ...rest } = named;
    const next = follow(range);
    return next ? { ...rest, range: next } : rest;
  });
  const block: CellData[][] = [];
  for (let row = source.top; moves && row < source.bottom; row += 1) {
    const line: CellData[] = [];
    for (let column = source.left; column < source.right; column += 1)
      line.push(draft.cell(sheetId, row, column) ?? {});
    block.push(line);
  }
  for (const rect of moves ? [source, gone] : [gone]) {
    for (let row = rect.top; row < rect.bottom; row += 1) {
      for (let column = rect.left; column < rect.right; column += 1) draft.setCell(sheetId, row, column, {});
    }
  }
  block.forEach((line, i) => {
    line.forEach((cell, j) => {
      draft.setCell(sheetId, destination.top + i, destination.left + j, { ...cell });
    });
  });
  const own = draft.own(sheetId);
  if (moves) moveRules(own, sheetId, source, destination, map);
  replace(own, 'protectedRanges', (protection) => {
    if (protection.namedRangeId || !protection.range) return protection;
    const range = follow(protection.range);
    return range && { ...protection, range };
  });
}
