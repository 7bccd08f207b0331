// cutPaste: blocks of cells to another place of the workbook.
import { type GridRange, NotEmulated } from '../../contract.ts';
import type { Moved } from '../colour-rules.ts';
import { type RequestContext, required } from '../context.ts';
import { type Sheet, titleOf } from '../draft.ts';
import { moveReferences, rewriteFormulas, rewriteOne } from '../formula-texts.ts';
import { mapGridRange, mapReference, type RangeMap, relocation } from '../move.ts';
import { replace } from '../rearrange.ts';
import {
  boundedRect,
  clippedRect,
  contains,
  gridRangeOf,
  intersection,
  intersects,
  type Rect,
  subtractAll,
  translate,
} from '../rect.ts';
import { mapReferences, sameTitle } from '../references.ts';
import { copyRules, readBlock, requireWholeMerges, respread } from './paste.ts';

type Coordinate = GoogleAppsScript.Sheets.Schema.GridCoordinate;
type CutPaste = GoogleAppsScript.Sheets.Schema.CutPasteRequest;

/**
 * Moves a block: what refers to its cells follows, the place it leaves is empty. Certain: cells go with formats,
 * validation and notes; the sizes and metadata of rows and columns stay where they are. Guessed: what referred to cells written
 * over is #REF!; ranges of which only a part moves, and protected ranges, stay as they are.
 */
export function cutPaste(request: CutPaste, context: RequestContext): void {
  const { draft } = context;
  const type = request.pasteType ?? 'PASTE_NORMAL';
  if (type !== 'PASTE_NORMAL') throw new NotEmulated(`cutPaste with pasteType ${type}`);
  const from = required(request.source, 'source');
  const to = required(request.destination, 'destination');
  const sheetId = from.sheetId ?? 0;
  if ((to.sheetId ?? 0) !== sheetId) {
    cutAcross(from, to, context);
    return;
  }
  const sheet = draft.sheet(sheetId);
  const source = boundedRect(from, sheet);
  const rows = (to.rowIndex ?? 0) - source.top;
  const columns = (to.columnIndex ?? 0) - source.left;
  const destination = translate(source, rows, columns);
  boundedRect(gridRangeOf(sheetId, destination), sheet);
  context.rights.requireCells(sheetId, source);
  context.rights.requireCells(sheetId, destination);
  requireWholeMerges(sheet, source);
  requireWholeMerges(sheet, destination);
  const map = overwriting(destination, relocation(source, rows, columns));
  moveReferences(draft, sheetId, map);
  draft.book.namedRanges = draft.book.namedRanges?.map((named) =>
    named.range && (named.range.sheetId ?? 0) === sheetId
      ? { ...named, range: mapGridRange(named.range, relocation(source, rows, columns)) }
      : named,
  );
  const block = readBlock(context, sheetId, source, false);
  for (let row = source.top; row < source.bottom; row += 1) {
    for (let column = source.left; column < source.right; column += 1) draft.setCell(sheetId, row, column, {});
  }
  block.forEach((cells, i) => {
    cells.forEach((cell, j) => {
      draft.setCell(sheetId, destination.top + i, destination.left + j, { ...cell });
    });
  });
  moveRules(draft.own(sheetId), sheetId, source, destination, map);
}

/** The same from one tab to another. Guessed: that colours go as when copied, and that moved formulas go on meaning the same cells. */
function cutAcross(from: GridRange, to: Coordinate, context: RequestContext): void {
  const { draft } = context;
  const [fromId, toId] = [from.sheetId ?? 0, to.sheetId ?? 0];
  const [fromSheet, toSheet] = [draft.sheet(fromId), draft.sheet(toId)];
  const source = boundedRect(from, fromSheet);
  const rows = (to.rowIndex ?? 0) - source.top;
  const columns = (to.columnIndex ?? 0) - source.left;
  const destination = translate(source, rows, columns);
  boundedRect(gridRangeOf(toId, destination), toSheet);
  context.rights.requireCells(fromId, source);
  context.rights.requireCells(toId, destination);
  requireWholeMerges(fromSheet, source);
  const [fromTitle, toTitle] = [titleOf(fromSheet), titleOf(toSheet)];
  const moving = relocation(source, rows, columns);
  const lost = overwriting(destination, (rect) => rect);
  /** A formula that was on the tab `before` and is on the tab `now`. */
  const follow = (formula: string, before: string, now: string) =>
    mapReferences(formula, (reference) => {
      const tab = reference.sheet ?? before;
      const moved = sameTitle(tab, fromTitle) ? mapReference(reference, moving) : reference;
      if (moved && moved !== reference) return { ...moved, sheet: toTitle };
      if (sameTitle(tab, toTitle)) return mapReference(reference, lost);
      return reference.sheet === undefined && before !== now ? { ...reference, sheet: before } : reference;
    });
  const block = readBlock(context, fromId, source, false).map((cells) =>
    cells.map((cell) => rewriteOne(cell, (formula) => follow(formula, fromTitle, toTitle))),
  );
  rewriteFormulas(draft, (formula, title) => follow(formula, title, title));
  copyRules(draft, fromId, source, toId, destination, 'PASTE_NORMAL');
  const own = draft.own(fromId);
  const still: Moved = { origin: (now) => now, title: fromTitle };
  replace(own, 'conditionalFormats', (rule) =>
    respread(rule, own, still, (rects) => rects.flatMap((rect) => subtractAll(rect, [source]))),
  );
  replace(own, 'merges', (merge) => (contains(source, clippedRect(merge, own)) ? undefined : merge));
  for (let row = source.top; row < source.bottom; row += 1) {
    for (let column = source.left; column < source.right; column += 1) draft.setCell(fromId, row, column, {});
  }
  draft.book.namedRanges = draft.book.namedRanges?.map((named) => {
    const range = (named.range?.sheetId ?? 0) === fromId ? named.range : undefined;
    if (!range || !contains(source, clippedRect(range, fromSheet))) return named;
    return { ...named, range: gridRangeOf(toId, translate(clippedRect(range, fromSheet), rows, columns)) };
  });
  block.forEach((cells, i) => {
    cells.forEach((cell, j) => {
      draft.setCell(toId, destination.top + i, destination.left + j, { ...cell });
    });
  });
}

/** What referred to the cells that are written over refers to nothing, unless it moved there itself. */
function overwriting(destination: Rect, map: RangeMap): RangeMap {
  return (rect) => {
    const next = map(rect);
    const { top, left, bottom, right } = rect;
    if (next !== rect || top === undefined || left === undefined || bottom === undefined || right === undefined) {
      return next;
    }
    return contains(destination, { top, left, bottom, right }) ? undefined : rect;
  };
}

/** Colour rules and merges move with the cells; the place they come from keeps none. */
function moveRules(sheet: Sheet, sheetId: number, source: Rect, destination: Rect, map: RangeMap): void {
  const rows = destination.top - source.top;
  const columns = destination.left - source.left;
  const cutFrom = (row: number, column: number) => {
    const here = { top: row, left: column, bottom: row + 1, right: column + 1 };
    return contains(destination, here) ? { row: row - rows, column: column - columns } : { row, column };
  };
  const moved: Moved = { origin: ({ row, column }) => cutFrom(row, column), map, cut: true, title: titleOf(sheet) };
  replace(sheet, 'conditionalFormats', (rule) =>
    respread(rule, sheet, moved, (rects) => [
      ...rects.flatMap((rect) => subtractAll(rect, [source, destination])),
      ...rects.flatMap((rect) =>
        intersects(rect, source) ? [translate(intersection(rect, source), rows, columns)] : [],
      ),
    ]),
  );
  replace(sheet, 'merges', (merge) => {
    const rect = clippedRect(merge, sheet);
    if (contains(source, rect)) return gridRangeOf(sheetId, translate(rect, rows, columns));
    return contains(destination, rect) ? undefined : merge;
  });
}
