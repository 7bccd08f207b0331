// copyPaste: blocks of cells once more at another place of the workbook.
import { ApiError, type CellData, type GridRange, NotEmulated } from '../../contract.ts';
import { writeCell } from '../cell.ts';
import { type Moved, withRanges } from '../colour-rules.ts';
import { type RequestContext, required } from '../context.ts';
import { cellOf, type Draft, type Sheet, sheetIdOf, titleOf } from '../draft.ts';
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
type ConditionalFormatRule = GoogleAppsScript.Sheets.Schema.ConditionalFormatRule;

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

export function readBlock(context: RequestContext, sheetId: number, source: Rect, values: boolean): CellData[][] {
  const plain = context.draft.sheet(sheetId);
  const stored = rectCells(plain, source);
  const hasFormula = stored.some((cells) => cells.some((cell) => cell.userEnteredValue?.formulaValue !== undefined));
  if (!values || !hasFormula) return stored;
  const computed = context.computed();
  return stored.map((cells, i) =>
    cells.map((cell, j) => {
      const value = computed.at(sheetId, source.top + i, source.left + j).effectiveValue;
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
export function requireWholeMerges(sheet: Sheet, rect: Rect): void {
  for (const merge of sheet.merges ?? []) {
    const merged = clippedRect(merge, sheet);
    if (intersects(merged, rect) && !contains(rect, merged)) {
      throw new ApiError(400, 'You must select all cells in a merged range to merge or unmerge them.');
    }
  }
}

/** Colour rules of the source hold at the destination too, and those that held there before no longer do; merges likewise. */
export function copyRules(
  draft: Draft,
  fromId: number,
  source: Rect,
  toId: number,
  destination: Rect,
  type: string,
): void {
  const from = draft.sheet(fromId);
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
  const spread = (rects: readonly Rect[]) =>
    rects.flatMap((rect) => (intersects(rect, source) ? copies(intersection(rect, source)) : []));
  replace(own, 'conditionalFormats', (rule) =>
    respread(rule, own, unmoved, (rects) => [
      ...rects.flatMap((rect) => subtractAll(rect, [destination])),
      ...(fromId === toId ? spread(rects) : []),
    ]),
  );
  if (fromId !== toId) {
    // A guess: they become rules of the other tab, behind its own.
    const rules = (from.conditionalFormats ?? []).flatMap((rule) => {
      const rects = spread((rule.ranges ?? []).map((range) => clippedRect(range, from)));
      const ranges = rects.map((rect) => gridRangeOf(toId, rect));
      return withRanges(rule, ranges, unmoved) ?? [];
    });
    if (rules.length > 0) own.conditionalFormats = [...(own.conditionalFormats ?? []), ...rules];
  }
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

export function respread(
  rule: ConditionalFormatRule,
  sheet: Sheet,
  moved: Moved,
  change: (rects: Rect[]) => Rect[],
): ConditionalFormatRule | undefined {
  const before = (rule.ranges ?? []).map((range) => clippedRect(range, sheet));
  const after = change(before).filter((rect) => !isEmpty(rect));
  if (!moved.map && JSON.stringify(after) === JSON.stringify(before)) return rule;
  const ranges = after.map((rect) => gridRangeOf(sheetIdOf(sheet), rect));
  return withRanges(rule, ranges, moved);
}
