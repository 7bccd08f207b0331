// spreadsheets.get: the workbook as one person sees it, cut to ranges and fields. Nothing returned is shared with the state.
import { ApiError, type GridRange, type Spreadsheet, type Values } from '../contract.ts';
import { type Sheet, sheetIdOf } from './draft.ts';
import { type Mask, maskBelow, project, readMask } from './mask.ts';
import { listMetadata, located } from './metadata.ts';
import { resolveRange } from './ranges.ts';
import { readGrid } from './read-grid.ts';
import { clippedRect, intersects, type Rect, wholeRect } from './rect.ts';
import { type Actor, mayEdit, type ProtectedRange, protectionRange, sameAddress } from './rights.ts';
import type { SheetsSettings } from './settings.ts';

/** What is read, by whom. */
export interface Reading {
  /** The stored workbook. */
  readonly book: Spreadsheet;
  /** Its values; asked for only where the fields need them. */
  readonly values: () => Values;
  readonly settings: SheetsSettings;
  readonly actor: Actor;
  /** Who may edit the file, the owner first, where the host knows. */
  readonly editors: () => readonly string[] | undefined;
  /** The owner, where the host knows. */
  readonly owner: () => string | undefined;
}

export interface GetOptions {
  ranges?: readonly string[] | undefined;
  fields?: string | undefined;
  includeGridData?: boolean | undefined;
  /** Values of formulas are in the answer as `Later`. */
  later?: boolean | undefined;
}

/** The resource; `includeGridData` counts only without `fields`. Throws ApiError 400 for unknown ranges and fields. */
export function readSpreadsheet(reading: Reading, options: GetOptions): Spreadsheet {
  const mask = options.fields ? maskOf(options.fields) : 'all';
  const { book } = reading;
  const selected = select(book, options.ranges);
  const metadata = listMetadata(book).filter(({ place }) => place.kind === 'SPREADSHEET');
  const namedRanges = book.namedRanges?.filter((named) => named.range) ?? [];
  const whole: Spreadsheet = {
    spreadsheetId: book.spreadsheetId,
    properties: readProperties(book, reading.settings),
    ...(namedRanges.length > 0 ? { namedRanges } : {}),
    ...(metadata.length > 0 ? { developerMetadata: metadata.map(located) } : {}),
    spreadsheetUrl: book.spreadsheetUrl,
  };
  const inSheets = maskBelow(mask, 'sheets');
  const sheets = inSheets && readSheets(reading, inSheets, selected, options);
  return { ...(project(whole, mask) as Spreadsheet), ...(sheets ? { sheets } : {}) };
}

function readSheets(
  reading: Reading,
  mask: Mask,
  selected: Map<number, Rect[]> | undefined,
  { fields, includeGridData, later = false }: GetOptions,
): Sheet[] {
  const { book } = reading;
  const inData = fields || includeGridData ? maskBelow(mask, 'data') : undefined;
  const inCells = maskBelow(inData, 'rowData', 'values');
  const asks = (field: string) => inCells !== undefined && maskBelow(inCells, field) !== undefined;
  const isShown = asks('effectiveValue') || asks('formattedValue');
  const isColoured = asks('effectiveFormat');
  return (book.sheets ?? []).flatMap((sheet) => {
    const rects = selected ? selected.get(sheetIdOf(sheet)) : [wholeRect(sheet)];
    if (!rects) return [];
    const rules = readRules(reading, book, sheet, selected && reading.settings.rangesLimitRules ? rects : undefined);
    const out = project(rules, mask) as Sheet;
    // Cells are cut to their fields one by one: a copy of whole workbooks is what a read costs most.
    if (inData !== undefined) {
      const values = isShown ? reading.values() : undefined;
      const conditional = isColoured ? reading.values().conditionalFormats(sheetIdOf(sheet)) : undefined;
      out.data = rects.map((rect) => readGrid(book, sheet, rect, inData, { values, conditional, later }));
    }
    return [out];
  });
}

/** A program reads with few masks; what is kept of rows is kept by the mask. */
const masks = new Map<string, Mask>();
const MASKS = 50;

function maskOf(fields: string): Mask {
  const known = masks.get(fields);
  if (known) return known;
  const mask = readMask(fields, 'Spreadsheet', badField);
  if (masks.size >= MASKS) masks.clear();
  masks.set(fields, mask);
  return mask;
}

function badField(path: string): ApiError {
  return new ApiError(
    400,
    'Request contains an invalid argument.',
    `Error expanding 'fields' parameter. Cannot find matching fields for path '${path}'.`,
  );
}

function readProperties(book: Spreadsheet, settings: SheetsSettings): Spreadsheet['properties'] {
  const { timeZone } = book.properties ?? {};
  const read = settings.saigon && timeZone === 'Asia/Ho_Chi_Minh' ? 'Asia/Saigon' : timeZone;
  return { ...book.properties, timeZone: read };
}

/** The rectangles asked for by tab, in the order of the ranges; undefined where none are. */
function select(book: Spreadsheet, ranges: readonly string[] | undefined): Map<number, Rect[]> | undefined {
  if (!ranges || ranges.length === 0) return undefined;
  const selected = new Map<number, Rect[]>();
  for (const text of ranges) {
    const { sheet, rect } = resolveRange(book, text);
    const id = sheetIdOf(sheet);
    selected.set(id, [...(selected.get(id) ?? []), rect]);
  }
  return selected;
}

/** Everything of a tab but its cells; `rects` limits it to what touches them. */
function readRules(reading: Reading, book: Spreadsheet, sheet: Sheet, rects: readonly Rect[] | undefined): Sheet {
  const touches = (range: GridRange | undefined) =>
    !rects || (range !== undefined && rects.some((rect) => intersects(clippedRect(range, sheet), rect)));
  const { data: _data, developerMetadata: _notes, ...rest } = sheet;
  const out: Sheet = { ...rest };
  const keep = <T>(list: readonly T[] | undefined, rangeOf: (item: T) => GridRange | undefined) =>
    list?.filter((item) => touches(rangeOf(item)));
  put(
    out,
    'merges',
    keep(sheet.merges, (merge) => merge),
  );
  put(
    out,
    'conditionalFormats',
    sheet.conditionalFormats?.filter((rule) => rule.ranges?.some(touches)),
  );
  put(
    out,
    'filterViews',
    keep(sheet.filterViews, (view) => view.range),
  );
  put(
    out,
    'bandedRanges',
    keep(sheet.bandedRanges, (banding) => banding.range),
  );
  put(
    out,
    'protectedRanges',
    keep(sheet.protectedRanges, (protection) => protectionRange(book, protection))?.map((protection) =>
      readProtection(reading, protection),
    ),
  );
  if (sheet.basicFilter && !touches(sheet.basicFilter.range)) delete out.basicFilter;
  const notes = listMetadata({ sheets: [sheet] }).filter(({ place }) => place.kind === 'SHEET');
  put(out, 'developerMetadata', notes.map(located));
  return out;
}

function put<K extends keyof Sheet>(sheet: Sheet, key: K, list: Sheet[K]): void {
  if (Array.isArray(list) && list.length > 0) sheet[key] = list;
  else delete sheet[key];
}

/** The list of editors is shown to those who may edit, and names the owner, asked for or not; whether one may is told to everybody. */
function readProtection(reading: Reading, protection: ProtectedRange): ProtectedRange {
  const { editors, ...rest } = protection;
  const can = mayEdit(protection, reading.actor);
  const shown = editors || protection.warningOnly ? withOwner(editors, reading.owner()) : allEditors(reading);
  return { ...rest, requestingUserCanEdit: can, ...(can && shown ? { editors: shown } : {}) };
}

function withOwner(editors: ProtectedRange['editors'], owner: string | undefined): ProtectedRange['editors'] {
  const users = editors?.users ?? [];
  if (owner === undefined || users.some((user) => sameAddress(user, owner))) return editors ?? {};
  return { ...editors, users: [owner, ...users] };
}

function allEditors(reading: Reading): ProtectedRange['editors'] {
  const users = reading.editors();
  return users && { users: [...users] };
}
