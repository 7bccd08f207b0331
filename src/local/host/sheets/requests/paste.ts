// copyPaste and cutPaste: blocks of cells to another place of the workbook.
import { ApiError, type CellData, type GridRange, NotEmulated } from '../../contract.ts';
import { type RequestContext, required } from '../context.ts';
import { cellOf, type Draft, type Sheet, sheetIdOf } from '../draft.ts';
import { moveReferences } from '../formula-texts.ts';
import { mapGridRange, relocation } from '../move.ts';
import { replace } from '../rearrange.ts';
import {
  boundedRect,
  clippedRect,
  contains,
  gridRangeOf,
  gridSize,
  intersection,
  intersects,
  isEmpty,
  type Rect,
  subtractAll,
  translate,
} from '../rect.ts';
import { copyFormula } from '../references.ts';

type CopyPaste = GoogleAppsScript.Sheets.Schema.CopyPasteRequest;
type CutPaste = GoogleAppsScript.Sheets.Schema.CutPasteRequest;

/** Which parts of a cell a kind of paste carries. */
const CARRIED: Readonly<Record<string, readonly (keyof CellData)[]>> = {
  PASTE_NORMAL: ['userEnteredValue', 'userEnteredFormat', 'dataValidation', 'note', 'textFormatRuns', 'hyperlink'],
  PASTE_NO_BORDERS: ['userEnteredValue', 'userEnteredFormat', 'dataValidation', 'note', 'textFormatRuns', 'hyperlink'],
  PASTE_VALUES: ['userEnteredValue'],
  PASTE_FORMULA: ['userEnteredValue'],
  PASTE_FORMAT: ['userEnteredFormat'],
  PASTE_DATA_VALIDATION: ['dataValidation'],
  PASTE_CONDITIONAL_FORMATTING: [],
};

/** Kinds that bring colour rules and merges along. */
const WITH_RULES = new Set(['PASTE_NORMAL', 'PASTE_NO_BORDERS', 'PASTE_FORMAT', 'PASTE_CONDITIONAL_FORMATTING']);

/** Copies a block, repeated where the destination is a multiple of it; relative references move along. */
export function copyPaste(request: CopyPaste, context: RequestContext): void {
  const { draft } = context;
  const type = request.pasteType ?? 'PASTE_NORMAL';
  if (request.pasteOrientation === 'TRANSPOSE') throw new NotEmulated('copyPaste with pasteOrientation TRANSPOSE');
  const from = required(request.source, 'source');
  const source = boundedRect(from, draft.sheet(from.sheetId ?? 0));
  const to = required(request.destination, 'destination');
  const toSheet = draft.sheet(to.sheetId ?? 0);
  const destination = tiled(source, boundedRect(clipStart(to, toSheet), toSheet), toSheet);
  context.rights.requireCells(sheetIdOf(toSheet), destination);
  const block = readBlock(context, from.sheetId ?? 0, source, type === 'PASTE_VALUES');
  const height = source.bottom - source.top;
  const width = source.right - source.left;
  for (let row = destination.top; row < destination.bottom; row += 1) {
    for (let column = destination.left; column < destination.right; column += 1) {
      const i = (row - destination.top) % height;
      const j = (column - destination.left) % width;
      const cell = shiftFormula(block[i]?.[j] ?? {}, row - (source.top + i), column - (source.left + j));
      const old = draft.cell(sheetIdOf(toSheet), row, column);
      draft.setCell(sheetIdOf(toSheet), row, column, pasted(old, cell, type));
    }
  }
  if (WITH_RULES.has(type)) copyRules(draft, from.sheetId ?? 0, source, sheetIdOf(toSheet), destination, type);
}

/** Moves a block within a tab: what refers to its cells follows, the place it leaves is empty. */
export function cutPaste(request: CutPaste, context: RequestContext): void {
  const { draft } = context;
  const type = request.pasteType ?? 'PASTE_NORMAL';
  if (type !== 'PASTE_NORMAL') throw new NotEmulated(`cutPaste with pasteType ${type}`);
  const from = required(request.source, 'source');
  const to = required(request.destination, 'destination');
  const sheetId = from.sheetId ?? 0;
  if ((to.sheetId ?? 0) !== sheetId) throw new NotEmulated('cutPaste from one sheet to another');
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
  const map = relocation(source, rows, columns);
  moveReferences(draft, sheetId, map);
  draft.book.namedRanges = draft.book.namedRanges?.map((named) =>
    named.range && (named.range.sheetId ?? 0) === sheetId ? { ...named, range: mapGridRange(named.range, map) } : named,
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
  moveRules(draft.own(sheetId), sheetId, source, destination);
}

function clipStart(to: GridRange, sheet: Sheet): GridRange {
  const { rows, columns } = gridSize(sheet);
  return {
    ...to,
    endRowIndex: to.endRowIndex ?? Math.min((to.startRowIndex ?? 0) + 1, rows),
    endColumnIndex: to.endColumnIndex ?? Math.min((to.startColumnIndex ?? 0) + 1, columns),
  };
}

/** The destination, grown or cut to whole copies of the source. */
function tiled(source: Rect, to: Rect, sheet: Sheet): Rect {
  const height = source.bottom - source.top;
  const width = source.right - source.left;
  const down = (to.bottom - to.top) % height === 0 ? to.bottom - to.top : height;
  const across = (to.right - to.left) % width === 0 ? to.right - to.left : width;
  const rect = { top: to.top, left: to.left, bottom: to.top + down, right: to.left + across };
  boundedRect(gridRangeOf(sheetIdOf(sheet), rect), sheet);
  return rect;
}

function readBlock(context: RequestContext, sheetId: number, source: Rect, values: boolean): CellData[][] {
  const plain = context.draft.sheet(sheetId);
  const stored = rectCells(plain, source);
  const hasFormula = stored.some((cells) => cells.some((cell) => cell.userEnteredValue?.formulaValue !== undefined));
  if (!values || !hasFormula) return stored;
  const computed = context.computed().sheets?.find((sheet) => sheetIdOf(sheet) === sheetId) ?? plain;
  return rectCells(computed, source).map((cells) =>
    cells.map((cell) => {
      const value = cell.effectiveValue;
      if (value?.errorValue) throw new NotEmulated('pasting the value of a cell whose formula gives an error');
      return { ...cell, userEnteredValue: value };
    }),
  );
}

function rectCells(sheet: Sheet, rect: Rect): CellData[][] {
  return Array.from({ length: rect.bottom - rect.top }, (_, i) =>
    Array.from({ length: rect.right - rect.left }, (_unused, j) => cellOf(sheet, rect.top + i, rect.left + j) ?? {}),
  );
}

function shiftFormula(cell: CellData, rows: number, columns: number): CellData {
  const formula = cell.userEnteredValue?.formulaValue;
  if (formula === undefined || formula === null) return cell;
  return { ...cell, userEnteredValue: { formulaValue: copyFormula(formula, rows, columns) } };
}

function pasted(old: CellData | undefined, cell: CellData, type: string): CellData {
  const next: CellData = { ...old };
  for (const key of CARRIED[type] ?? []) {
    if (cell[key] === undefined) delete next[key];
    else Object.assign(next, { [key]: cell[key] });
  }
  if (type === 'PASTE_NO_BORDERS' && next.userEnteredFormat) {
    const { borders: _source, ...format } = next.userEnteredFormat;
    const borders = old?.userEnteredFormat?.borders;
    next.userEnteredFormat = { ...format, ...(borders ? { borders } : {}) };
  }
  return next;
}

/** A merge that is only partly covered cannot be pasted over or cut. */
function requireWholeMerges(sheet: Sheet, rect: Rect): void {
  for (const merge of sheet.merges ?? []) {
    const merged = clippedRect(merge, sheet);
    if (intersects(merged, rect) && !contains(rect, merged)) {
      throw new ApiError(400, 'You must select all cells in a merged range to merge or unmerge them.');
    }
  }
}

/** Colour rules of the source hold at the destination too, and those that held there before no longer do; merges likewise. */
function copyRules(draft: Draft, fromId: number, source: Rect, toId: number, destination: Rect, type: string): void {
  const from = draft.sheet(fromId);
  const to = draft.sheet(toId);
  const coloured = from.conditionalFormats ?? to.conditionalFormats;
  if (coloured && fromId !== toId) throw new NotEmulated('copyPaste of conditional formats from one sheet to another');
  const height = source.bottom - source.top;
  const width = source.right - source.left;
  const copies = (rect: Rect): Rect[] => {
    const out: Rect[] = [];
    for (let down = destination.top - source.top; source.top + down < destination.bottom; down += height) {
      for (let across = destination.left - source.left; source.left + across < destination.right; across += width) {
        out.push(translate(rect, down, across));
      }
    }
    return out;
  };
  const own = draft.own(toId);
  replace(own, 'conditionalFormats', (rule) =>
    withRanges(rule, own, toId, (rects) => [
      ...rects.flatMap((rect) => subtractAll(rect, [destination])),
      ...rects.flatMap((rect) => (intersects(rect, source) ? copies(intersection(rect, source)) : [])),
    ]),
  );
  if (type === 'PASTE_CONDITIONAL_FORMATTING') return;
  requireWholeMerges(own, destination);
  const copied = (from.merges ?? []).flatMap((merge) => {
    const rect = clippedRect(merge, from);
    return contains(source, rect) ? copies(rect).map((copy) => gridRangeOf(toId, copy)) : [];
  });
  const kept = (own.merges ?? []).filter((merge) => !intersects(clippedRect(merge, own), destination));
  const merges = [...kept, ...copied];
  if (merges.length > 0) own.merges = merges;
  else delete own.merges;
}

/** Colour rules and merges move with the cells; the place they come from keeps none. */
function moveRules(sheet: Sheet, sheetId: number, source: Rect, destination: Rect): void {
  const rows = destination.top - source.top;
  const columns = destination.left - source.left;
  replace(sheet, 'conditionalFormats', (rule) =>
    withRanges(rule, sheet, sheetId, (rects) => [
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

function withRanges<R extends { ranges?: GridRange[] | undefined }>(
  rule: R,
  sheet: Sheet,
  sheetId: number,
  change: (rects: Rect[]) => Rect[],
): R | undefined {
  const before = (rule.ranges ?? []).map((range) => clippedRect(range, sheet));
  const after = change(before).filter((rect) => !isEmpty(rect));
  if (JSON.stringify(after) === JSON.stringify(before)) return rule;
  return after.length > 0 ? { ...rule, ranges: after.map((rect) => gridRangeOf(sheetId, rect)) } : undefined;
}
