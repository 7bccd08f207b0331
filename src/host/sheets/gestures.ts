// What people do at the screen and scripts do through SpreadsheetApp: typing, pasting, clearing, setValues. Unlike the API these
// parse text and respect validation; like it they respect protection. Each either changes a draft wholly or says why not.
import {
  ApiError,
  type CellData,
  type Chip,
  type GridRange,
  NotEmulated,
  type Typed,
  type Values,
} from '../contract.ts';
import { writeCell } from './cell.ts';
import { type RequestContext, requireRoom } from './context.ts';
import { type Draft, titleOf } from './draft.ts';
import { boundedRect, gridRangeOf, gridSize, type Rect } from './rect.ts';
import { chipCell } from './rich-text.ts';
import { PROTECTED } from './rights.ts';
import { Refused, requireTyping, typedCell } from './typed-cell.ts';
import { violates, violationMessage } from './validation.ts';

export interface Cell {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
}

export interface GestureContext extends RequestContext {
  /** The values of the workbook before the gesture. */
  evaluated(): Values;
}

type ExtendedValue = GoogleAppsScript.Sheets.Schema.ExtendedValue;

const VALUE = { userEnteredValue: 'all' } as const;

/** One cell typed over; the text as a person types it. */
export function typeText(cell: Cell, text: string, context: GestureContext): Typed {
  return overwrite(cell, context, (old) => typedCell(old, text, context));
}

/** One cell filled with a smart chip. */
export function insertChip(cell: Cell, chip: Chip, context: GestureContext): Typed {
  return overwrite(cell, context, (old) => chipCell(old, chip));
}

function overwrite(cell: Cell, context: GestureContext, written: (old: CellData | undefined) => CellData): Typed {
  const { sheetId, row, column } = cell;
  const rect = { top: row, left: column, bottom: row + 1, right: column + 1 };
  return attempt(gridRangeOf(sheetId, rect), context, (range) => {
    const area = boundedRect(range, context.draft.sheet(sheetId));
    context.rights.requireCells(sheetId, area);
    const old = context.draft.cell(sheetId, row, column);
    const oldValue = eventValue(cell, context);
    const next = written(old);
    requireValid(next, cell, context, false);
    context.draft.setCell(sheetId, row, column, next);
    const value = next.userEnteredValue?.formulaValue === undefined ? shown(next.userEnteredValue) : undefined;
    return {
      kind: 'accepted',
      range,
      ...(value === undefined ? {} : { value }),
      ...(oldValue === undefined ? {} : { oldValue }),
    };
  });
}

/** A block of texts pasted at a cell; the grid grows where it does not fit. With formats, it wipes those it covers. */
export function pasteText(
  at: Cell,
  rows: readonly (readonly string[])[],
  withFormat: boolean,
  context: GestureContext,
): Typed {
  const { sheetId, row, column } = at;
  const width = Math.max(0, ...rows.map((texts) => texts.length));
  const rect = { top: row, left: column, bottom: row + rows.length, right: column + width };
  if (rows.length === 0 || width === 0) throw new Error('nothing to paste');
  return attempt(gridRangeOf(sheetId, rect), context, (range) => {
    growTo(context, sheetId, rect);
    context.rights.requireCells(sheetId, rect);
    rows.forEach((texts, i) => {
      for (let j = 0; j < width; j += 1) {
        const old = context.draft.cell(sheetId, row + i, column + j);
        const next = typedCell(withFormat ? keepNote(old) : old, texts[j] ?? '', context);
        if (!withFormat) requireValid(next, { sheetId, row: row + i, column: column + j }, context, false);
        context.draft.setCell(sheetId, row + i, column + j, next);
      }
    });
    return { kind: 'accepted', range };
  });
}

/** The Delete key over a range: values go, formats, notes and validation stay. */
export function clearCells(range: GridRange, context: GestureContext): Typed {
  const sheetId = range.sheetId ?? 0;
  return attempt(range, context, (cleared) => {
    const rect = boundedRect(range, context.draft.sheet(sheetId));
    context.rights.requireCells(sheetId, rect);
    const single = rect.bottom - rect.top === 1 && rect.right - rect.left === 1;
    const oldValue = single ? eventValue({ sheetId, row: rect.top, column: rect.left }, context) : undefined;
    forEachCell(rect, (row, column) => {
      const old = context.draft.cell(sheetId, row, column);
      if (old?.userEnteredValue) context.draft.setCell(sheetId, row, column, writeCell(old, undefined, VALUE));
    });
    return { kind: 'accepted', range: cleared, ...(oldValue === undefined ? {} : { oldValue }) };
  });
}

/**
 * Range.setValues of a script. Text is parsed as typed; protection and strict validation throw ApiError with Google's words
 * before anything is written.
 */
export function setValues(
  range: GridRange,
  values: readonly (readonly (string | number | boolean | null)[])[],
  context: GestureContext,
): void {
  const sheetId = range.sheetId ?? 0;
  const rect = boundedRect(range, context.draft.sheet(sheetId));
  const height = rect.bottom - rect.top;
  const width = rect.right - rect.left;
  if (values.length !== height) {
    throw new ApiError(
      400,
      `The number of rows in the data does not match the number of rows in the range. The data has ${values.length} but the range has ${height}.`,
    );
  }
  for (const row of values) {
    if (row.length !== width) {
      throw new ApiError(
        400,
        `The number of columns in the data does not match the number of columns in the range. The data has ${row.length} but the range has ${width}.`,
      );
    }
  }
  requireCells(context, sheetId, rect);
  forEachCell(rect, (row, column) => {
    const value = values[row - rect.top]?.[column - rect.left] ?? null;
    const old = context.draft.cell(sheetId, row, column);
    const next =
      typeof value === 'string' ? typedCell(old, value, context) : writeCell(old, { ...valueCell(value) }, VALUE);
    requireValid(next, { sheetId, row, column }, context, true);
    context.draft.setCell(sheetId, row, column, next);
  });
}

function valueCell(value: number | boolean | null): CellData {
  if (value === null) return {};
  if (typeof value === 'boolean') return { userEnteredValue: { boolValue: value } };
  if (!Number.isFinite(value)) throw new NotEmulated(`setValues with ${value}`);
  return { userEnteredValue: { numberValue: value } };
}

function attempt(range: GridRange, context: GestureContext, run: (range: GridRange) => Typed): Typed {
  const { role } = context.rights.actor;
  if (role !== 'owner' && role !== 'editor') return { kind: 'refused', reason: 'protected', message: PROTECTED };
  try {
    return run(range);
  } catch (error) {
    if (error instanceof Refused) return { kind: 'refused', reason: 'validation', message: error.message };
    if (error instanceof ApiError && error.message === PROTECTED) {
      return { kind: 'refused', reason: 'protected', message: PROTECTED };
    }
    throw error;
  }
}

function requireCells(context: GestureContext, sheetId: number, rect: Rect): void {
  const { role } = context.rights.actor;
  if (role !== 'owner' && role !== 'editor') throw new ApiError(403, 'The caller does not have permission');
  context.rights.requireCells(sheetId, rect);
}

function forEachCell(rect: Rect, run: (row: number, column: number) => void): void {
  for (let row = rect.top; row < rect.bottom; row += 1) {
    for (let column = rect.left; column < rect.right; column += 1) run(row, column);
  }
}

function keepNote(old: CellData | undefined): CellData {
  return old?.note === undefined ? {} : { note: old.note };
}

function requireValid(next: CellData, cell: Cell, context: GestureContext, script: boolean): void {
  const rule = next.dataValidation;
  if (!rule?.strict || !next.userEnteredValue) return;
  // Limits and items are read as if typed.
  requireTyping(context);
  const title = titleOf(context.draft.sheet(cell.sheetId));
  const value =
    next.userEnteredValue.formulaValue === undefined
      ? next.userEnteredValue
      : whileIn(next, cell, context, () => valueAt(context.computed(), cell));
  const answer = (formula: string) =>
    whileIn(next, cell, context, () => context.formulas.answer(context.draft.view(), context.today, formula, cell));
  if (
    !violates(rule, value, { book: context.draft.book, values: context.evaluated, answer, today: context.today, title })
  )
    return;
  throw new Refused(violationMessage(rule, cell.row, cell.column, script));
}

/** Asks something as if the cell were already written; the draft is left as it was. */
function whileIn<T>(next: CellData, cell: Cell, context: GestureContext, ask: () => T): T {
  const { sheetId, row, column } = cell;
  const old = context.draft.cell(sheetId, row, column);
  context.draft.setCell(sheetId, row, column, next);
  try {
    return ask();
  } finally {
    context.draft.setCell(sheetId, row, column, old ?? {});
  }
}

function growTo(context: GestureContext, sheetId: number, rect: Rect): void {
  const size = gridSize(context.draft.sheet(sheetId));
  if (rect.bottom <= size.rows && rect.right <= size.columns) return;
  context.rights.requireSheet(sheetId);
  setGrid(context.draft, sheetId, Math.max(size.rows, rect.bottom), Math.max(size.columns, rect.right));
  requireRoom(context.draft);
}

function setGrid(draft: Draft, sheetId: number, rowCount: number, columnCount: number): void {
  const own = draft.own(sheetId);
  own.properties = { ...own.properties, gridProperties: { ...own.properties?.gridProperties, rowCount, columnCount } };
}

/** What the event object of an edit calls the cell's value before it; a literal needs no computing. */
function eventValue({ sheetId, row, column }: Cell, context: GestureContext): string | undefined {
  const value = context.draft.cell(sheetId, row, column)?.userEnteredValue;
  return shown(value?.formulaValue === undefined ? value : valueAt(context.evaluated(), { sheetId, row, column }));
}

function valueAt(values: Values, { sheetId, row, column }: Cell): ExtendedValue | undefined {
  return values.at(sheetId, row, column).effectiveValue;
}

function shown(value: ExtendedValue | undefined): string | undefined {
  if (value?.boolValue !== undefined) return value.boolValue ? 'TRUE' : 'FALSE';
  if (value?.numberValue !== undefined) return String(value.numberValue);
  return value?.stringValue ?? undefined;
}
