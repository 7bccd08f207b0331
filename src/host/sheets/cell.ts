// One cell being written: what a mask and a source make of it, and what Google refuses in it.
import { ApiError, type CellData } from '../contract.ts';
import { checkCondition } from './condition.ts';
import { localeOf, type RequestContext } from './context.ts';
import { type Mask, overlay, readUpdateMask } from './mask.ts';
import { checkWrittenChips, type RichCell, withRichText } from './rich-text.ts';
import { MOST_CHARACTERS } from './settings.ts';
import { shapeOf } from './shape.ts';

/** The fields of a cell that are written, each wholly. */
const WRITABLE = [
  'userEnteredValue',
  'userEnteredFormat',
  'note',
  'dataValidation',
  'textFormatRuns',
  'chipRuns',
] as const;

export type CellMask = { readonly [field: string]: Mask };

const masks = new Map<string, CellMask>();

/** The mask of a request that writes cells. Throws ApiError 400 where it is missing or names what is not there. */
export function readCellMask(fields: string | undefined): CellMask {
  const known = fields && masks.get(fields);
  if (known) return known;
  const mask = readUpdateMask(fields, 'CellData');
  const read: CellMask =
    mask === 'all'
      ? Object.fromEntries(WRITABLE.map((field) => [field, 'all'] as const))
      : Object.fromEntries(
          Object.entries(mask).flatMap(([field, below]) => {
            if (shapeOf('CellData').fields.get(field)?.outputOnly) return [];
            return [[field, field === 'userEnteredValue' ? 'all' : below] as const];
          }),
        );
  if (fields) masks.set(fields, read);
  return read;
}

/**
 * The cell after a write: the fields of the mask as in `source`, cleared where it has none, the others kept. A new value erases
 * the runs and chips of the text before it. Throws ApiError 400 where runs do not fit the text.
 */
export function writeCell(old: CellData | undefined, source: CellData | undefined, mask: CellMask): CellData {
  const next: RichCell = overlay(old, source, mask);
  if (mask['userEnteredValue']) {
    if (!mask['textFormatRuns']) delete next.textFormatRuns;
    if (!mask['chipRuns']) delete next.chipRuns;
    if (isBlank(next)) delete next.userEnteredValue;
  }
  if (next.userEnteredFormat && Object.keys(next.userEnteredFormat).length === 0) delete next.userEnteredFormat;
  return withRichText(next, {
    runs: mask['textFormatRuns'] !== undefined,
    chips: mask['chipRuns'] !== undefined,
    format: mask['userEnteredFormat'],
  });
}

function isBlank(cell: CellData): boolean {
  const value = cell.userEnteredValue;
  return value !== undefined && (value.stringValue === '' || Object.keys(value).length === 0);
}

/** Throws ApiError 400 where Google refuses such a cell, in the parts the mask writes; `title` is the tab it is for. */
export function checkCell(cell: CellData, mask: CellMask, title: string, context: RequestContext): void {
  const value = cell.userEnteredValue;
  if (value && mask['userEnteredValue']) {
    const text = value.formulaValue ?? value.stringValue ?? '';
    if (text.length > MOST_CHARACTERS) {
      throw new ApiError(
        400,
        `Your input contains more than the maximum of ${MOST_CHARACTERS} characters in a single cell.`,
      );
    }
    if (value.formulaValue !== undefined) {
      if (!/^[=+]/u.test(text)) throw new ApiError(400, `Formula must begin with '=': ${text}`);
      context.formulas.check(text, localeOf(context));
    }
  }
  if (cell.note && cell.note.length > MOST_CHARACTERS) {
    throw new ApiError(
      400,
      `Your input contains more than the maximum of ${MOST_CHARACTERS} characters in a single note.`,
    );
  }
  if (cell.userEnteredFormat?.numberFormat && !cell.userEnteredFormat.numberFormat.type && numberTypeWritten(mask)) {
    throw new ApiError(400, 'NumberFormat.type must be specified.');
  }
  if (cell.dataValidation && mask['dataValidation']) {
    checkCondition(cell.dataValidation.condition, 'validation', title, context);
  }
  if (mask['chipRuns']) checkWrittenChips(cell);
}

function numberTypeWritten(mask: CellMask): boolean {
  const format = mask['userEnteredFormat'];
  return format === 'all' || format?.['numberFormat'] === 'all';
}
