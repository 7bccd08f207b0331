// copyPaste and cutPaste: blocks of cells to another place of the workbook.
import { ApiError, type CellData, type GridRange, NotEmulated } from '../../contract.ts';
import { writeCell } from '../cell.ts';
import { type Moved, withRanges } from '../colour-rules.ts';
import { type RequestContext, required } from '../context.ts';
import { cellOf, type Draft, type Sheet, sheetIdOf, titleOf } from '../draft.ts';
import { moveReferences } from '../formula-texts.ts';
import { mapGridRange, type RangeMap, relocation } from '../move.ts';
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
import { movedCell } from '../relative-cell.ts';
import type { RichCell } from '../rich-text.ts';

type CopyPaste = GoogleAppsScript.Sheets.Schema.CopyPasteRequest;
type Rule = GoogleAppsScript.Sheets.Schema.ConditionalFormatRule;
type CutPaste = GoogleAppsScript.Sheets.Schema.CutPasteRequest;

const VALUE = { userEnteredValue: 'all' } as const;

/** Which parts of a cell a kind of paste carries. */
const TEXT = ['userEnteredValue', 'textFormatRuns', 'chipRuns'] as const;
const CARRIED: Readonly<Record<string, readonly (keyof RichCell)[]>> = {
  PASTE_NORMAL: [...TEXT, 'userEnteredFormat', 'dataValidation', 'note'],
  PASTE_NO_BORDERS: [...TEXT, 'userEnteredFormat', 'dataValidation', 'note'],
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
      const cell = movedCell(block[i]?.[j] ?? {}, row - (source.top + i), column - (source.left + j));
      const old = draft.cell(sheetIdOf(toSheet), row, column);
      draft.setCell(sheetIdOf(toSheet), row, column, pasted(old, cell, type));
    }
  }
  if (WITH_RULES.has(type)) copyRules(draft, from.sheetId ?? 0, source, sheetIdOf(toSheet), destination, type);
}

/**
 * Moves a block within a tab: what refers to its cells follows, the place it leaves is empty. Certain: cells go with formats,
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

function pasted(old: CellData | undefined, cell: RichCell, type: string): CellData {
  const carried = CARRIED[type] ?? [];
  // A new value erases the runs and chips of the text before it.
  const next: RichCell = carried.includes('userEnteredValue') ? writeCell(old, undefined, VALUE) : { ...old };
  for (const key of carried) {
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
  const unmoved: Moved = { origin: (now) => now, title: titleOf(own) };
  replace(own, 'conditionalFormats', (rule) =>
    respread(rule, own, unmoved, (rects) => [
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

function respread(rule: Rule, sheet: Sheet, moved: Moved, change: (rects: Rect[]) => Rect[]): Rule | undefined {
  const before = (rule.ranges ?? []).map((range) => clippedRect(range, sheet));
  const after = change(before).filter((rect) => !isEmpty(rect));
  if (!moved.map && JSON.stringify(after) === JSON.stringify(before)) return rule;
  const ranges = after.map((rect) => gridRangeOf(sheetIdOf(sheet), rect));
  return withRanges(rule, ranges, moved);
}
