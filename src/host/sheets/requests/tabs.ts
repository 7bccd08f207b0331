// addSheet, updateSheetProperties, deleteSheet, duplicateSheet: the tabs of a workbook.
import { ApiError } from '../../contract.ts';
import { allOf, freeId, type Reply, type RequestContext, required, requireRoom } from '../context.ts';
import { type Draft, type Sheet, sheetIdOf, titleOf } from '../draft.ts';
import { renameInFormulas } from '../formula-texts.ts';
import { overlay, readUpdateMask } from '../mask.ts';
import { listMetadata } from '../metadata.ts';
import { deletion } from '../move.ts';
import { moveCharts, rearrange } from '../rearrange.ts';
import { gridSize, wholeRect } from '../rect.ts';
import { sameTitle } from '../references.ts';
import { DEFAULT_COLUMNS, DEFAULT_ROWS } from '../settings.ts';

type SheetProperties = GoogleAppsScript.Sheets.Schema.SheetProperties;
type GridProperties = GoogleAppsScript.Sheets.Schema.GridProperties;
type Requests = GoogleAppsScript.Sheets.Schema.Request;
type Of<K extends keyof Requests> = NonNullable<Requests[K]>;

/** A new tab of 1000 × 26 cells unless told otherwise, at the end unless an index is given. */
export function addSheet(request: Of<'addSheet'>, context: RequestContext): Reply {
  const { draft } = context;
  const given = request.properties ?? {};
  if (given.sheetType && given.sheetType !== 'GRID')
    throw new ApiError(400, `Cannot add a sheet of type ${given.sheetType}.`);
  const sheetId = freeId(context, given.sheetId, draft.sheets.map(sheetIdOf), 'Sheet');
  const title = given.title ?? newTitle(draft, context.settings.firstTab.replace(/\d+$/u, ''));
  requireFreeTitle(draft, title, undefined);
  const grid = given.gridProperties ?? {};
  const properties: SheetProperties = {
    ...given,
    sheetId,
    title,
    sheetType: 'GRID',
    gridProperties: {
      ...grid,
      rowCount: grid.rowCount ?? DEFAULT_ROWS,
      columnCount: grid.columnCount ?? DEFAULT_COLUMNS,
    },
  };
  checkGrid(properties.gridProperties ?? {});
  const sheet: Sheet = { properties, data: [{ rowData: [], rowMetadata: [], columnMetadata: [] }] };
  const index = given.index ?? draft.sheets.length;
  if (index < 0 || index > draft.sheets.length) throw new ApiError(400, `Sheet index ${index} is out of bounds.`);
  draft.insertSheet(sheet, index);
  requireRoom(draft);
  return { addSheet: { properties: draft.sheet(sheetId).properties } };
}

/** Title, place, size, frozen parts, visibility and colour of a tab. */
export function updateSheetProperties(request: Of<'updateSheetProperties'>, context: RequestContext): void {
  const { draft } = context;
  const given = required(request.properties, 'properties');
  const sheetId = given.sheetId ?? 0;
  const old = draft.sheet(sheetId);
  const mask = readUpdateMask(request.fields, 'SheetProperties');
  if (mask !== 'all' && (mask['sheetId'] || mask['sheetType'])) {
    throw new ApiError(400, 'sheetId and sheetType cannot be changed once set.');
  }
  context.rights.requireSheet(sheetId);
  const before = old.properties ?? {};
  const source = mask === 'all' ? { ...given, sheetId, sheetType: before.sheetType } : given;
  const after = overlay(before, source, mask);
  const named = mask === 'all' || mask['title'];
  if (named) {
    if (!after.title) throw new ApiError(400, 'Sheet name cannot be empty.');
    requireFreeTitle(draft, after.title, sheetId);
  }
  checkGrid(after.gridProperties ?? {});
  const placed = mask === 'all' || mask['index'];
  const own = draft.own(sheetId);
  own.properties = { ...withoutEmptyColour(after), index: before.index };
  requireVisible(draft);
  if (after.title !== before.title) renameInFormulas(draft, before.title ?? '', after.title ?? '');
  shrink(context, sheetId, before.gridProperties ?? {}, after.gridProperties ?? {});
  if (placed) moveTab(draft, sheetId, given.index ?? draft.sheets.length);
  requireRoom(draft);
}

/** A tab colour that was cleared is no field at all. */
function withoutEmptyColour(properties: SheetProperties): SheetProperties {
  const { tabColor, tabColorStyle, ...rest } = properties;
  const isColour = tabColorStyle?.rgbColor !== undefined || tabColorStyle?.themeColor !== undefined;
  return isColour ? { ...rest, tabColor, tabColorStyle } : rest;
}

/** Takes a tab away with its named ranges' cells; references to it become «#REF!». */
export function deleteSheet(request: Of<'deleteSheet'>, context: RequestContext): void {
  const { draft } = context;
  const sheetId = request.sheetId ?? 0;
  const sheet = draft.sheet(sheetId);
  if (draft.sheets.length === 1) throw new ApiError(400, "You can't remove all the sheets in a document.");
  context.rights.requireWholeSheet(sheetId);
  renameInFormulas(draft, titleOf(sheet), undefined);
  if (draft.book.namedRanges) {
    draft.book.namedRanges = draft.book.namedRanges.map((named) => {
      if (!named.range || (named.range.sheetId ?? 0) !== sheetId) return named;
      const { range: _gone, ...rest } = named;
      return rest;
    });
  }
  moveCharts(draft, sheetId, () => undefined);
  draft.removeSheet(sheetId);
  requireVisible(draft);
}

/**
 * A copy of a tab: cells, rules, sizes and what lies on it, under new ids. Certain: the new id, title and place; the copy's
 * own ranges mean the copy. Guessed: its title; that protections are copied with their editors; that metadata is copied, so
 * that one key then is on two tabs (the harder case for who looks columns up by it); that the spreadsheet's names get no
 * second set, as the API shows none of one tab alone.
 */
export function duplicateSheet(request: Of<'duplicateSheet'>, context: RequestContext): Reply {
  const { draft } = context;
  const source = draft.sheet(request.sourceSheetId ?? 0);
  const sheetId = freeId(context, request.newSheetId, draft.sheets.map(sheetIdOf), 'Sheet');
  const title = request.newSheetName ?? copyTitle(draft, titleOf(source));
  requireFreeTitle(draft, title, undefined);
  const index = request.insertSheetIndex ?? 0;
  if (index < 0 || index > draft.sheets.length) throw new ApiError(400, `Sheet index ${index} is out of bounds.`);
  const copy = JSON.parse(JSON.stringify(onTab(source, sheetId))) as Sheet;
  copy.properties = { ...copy.properties, sheetId, title };
  const fresh = (taken: readonly (number | undefined)[], what: string) =>
    freeId(
      context,
      undefined,
      taken.flatMap((id) => id ?? []),
      what,
    );
  for (const view of copy.filterViews ?? []) {
    view.filterViewId = fresh(
      allOf(draft, (sheet) => sheet.filterViews).map(({ item }) => item.filterViewId),
      'Filter',
    );
  }
  for (const chart of copy.charts ?? []) {
    chart.chartId = fresh(
      allOf(draft, (sheet) => sheet.charts).map(({ item }) => item.chartId),
      'Chart',
    );
  }
  for (const banding of copy.bandedRanges ?? []) {
    banding.bandedRangeId = fresh(
      allOf(draft, (sheet) => sheet.bandedRanges).map(({ item }) => item.bandedRangeId),
      'Banding',
    );
  }
  for (const protection of copy.protectedRanges ?? []) {
    protection.protectedRangeId = fresh(
      allOf(draft, (sheet) => sheet.protectedRanges).map(({ item }) => item.protectedRangeId),
      'Protected range',
    );
    // A name stays with the source; what it protects there is protected here by its range.
    const { namedRangeId } = protection;
    if (!namedRangeId) continue;
    const named = draft.book.namedRanges?.find((one) => one.namedRangeId === namedRangeId);
    delete protection.namedRangeId;
    protection.range = { ...named?.range, sheetId };
  }
  renewMetadata(copy, context);
  draft.insertSheet(copy, index);
  requireRoom(draft);
  return { duplicateSheet: { properties: draft.sheet(sheetId).properties } };
}

/** The tab's content with every range of its own turned to the new tab. */
function onTab(source: Sheet, sheetId: number): Sheet {
  const from = sheetIdOf(source);
  const turn = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turn);
    if (typeof value !== 'object' || value === null) return value;
    const out: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(value)) out[key] = turn(item);
    const isRange = [
      'startRowIndex',
      'endRowIndex',
      'startColumnIndex',
      'endColumnIndex',
      'rowIndex',
      'columnIndex',
      'dimension',
    ].some((key) => key in out);
    if (isRange && (out['sheetId'] ?? 0) === from) out['sheetId'] = sheetId;
    return out;
  };
  const { data, properties, ...rules } = source;
  return { ...(turn(rules) as Sheet), ...(properties ? { properties } : {}), ...(data ? { data } : {}) };
}

/** Metadata ids are unique in a spreadsheet. */
function renewMetadata(copy: Sheet, context: RequestContext): void {
  const taken = listMetadata(context.draft.book).flatMap(({ metadata }) => metadata.metadataId ?? []);
  for (const { metadata } of listMetadata({ sheets: [copy] })) {
    metadata.metadataId = freeId(context, undefined, taken, 'Developer metadata');
    taken.push(metadata.metadataId);
  }
}

/** «Bản sao của X», then «Bản sao của X 2». */
function copyTitle(draft: Draft, of: string): string {
  const title = `Bản sao của ${of}`;
  for (let n = 1; ; n += 1) {
    const candidate = n === 1 ? title : `${title} ${n}`;
    if (!draft.sheets.some((sheet) => sameTitle(candidate, titleOf(sheet)))) return candidate;
  }
}

function newTitle(draft: Draft, stem: string): string {
  for (let n = draft.sheets.length + 1; ; n += 1) {
    const title = `${stem}${n}`.trim();
    if (!draft.sheets.some((sheet) => sameTitle(title, titleOf(sheet)))) return title;
  }
}

function requireFreeTitle(draft: Draft, title: string, but: number | undefined): void {
  if (title.length > 100) throw new ApiError(400, 'The sheet name cannot be greater than 100 characters.');
  if (draft.sheets.some((sheet) => sheetIdOf(sheet) !== but && sameTitle(title, titleOf(sheet)))) {
    throw new ApiError(400, `A sheet with the name "${title}" already exists. Please enter another name.`);
  }
}

function requireVisible(draft: Draft): void {
  if (draft.sheets.every((sheet) => sheet.properties?.hidden)) {
    throw new ApiError(400, "You can't hide all the sheets in a document.");
  }
}

function checkGrid(grid: GridProperties): void {
  const { rowCount = 0, columnCount = 0, frozenRowCount = 0, frozenColumnCount = 0 } = grid;
  if (rowCount < 1 || columnCount < 1) throw new ApiError(400, 'A sheet must have at least one row and one column.');
  if (frozenRowCount < 0 || frozenColumnCount < 0) throw new ApiError(400, 'Frozen counts must not be negative.');
  if (frozenRowCount >= rowCount && frozenRowCount > 0)
    throw new ApiError(400, "You can't freeze all the rows on the sheet.");
  if (frozenColumnCount >= columnCount && frozenColumnCount > 0) {
    throw new ApiError(400, "You can't freeze all the columns on the sheet.");
  }
}

/** A smaller grid loses what lay beyond it, as if those rows and columns were deleted. */
function shrink(context: RequestContext, sheetId: number, before: GridProperties, after: GridProperties): void {
  const { draft } = context;
  const size = gridSize(draft.sheet(sheetId));
  const rows = before.rowCount ?? 0;
  const columns = before.columnCount ?? 0;
  const whole = { ...wholeRect(draft.sheet(sheetId)), bottom: rows, right: columns };
  if (size.rows < rows) {
    context.rights.requireCells(sheetId, { ...whole, top: size.rows });
    rearrange(draft, sheetId, deletion('ROWS', size.rows, rows));
    const grid = draft.grid(sheetId);
    grid.rowData.splice(size.rows);
    grid.rowMetadata.splice(size.rows);
  }
  if ((after.columnCount ?? 0) < columns) {
    context.rights.requireCells(sheetId, { ...whole, left: size.columns });
    rearrange(draft, sheetId, deletion('COLUMNS', size.columns, columns));
    const grid = draft.grid(sheetId);
    grid.columnMetadata.splice(size.columns);
    grid.rowData.forEach((row, index) => {
      if ((row.values?.length ?? 0) > size.columns) draft.cells(sheetId, index, 0).splice(size.columns);
    });
  }
}

/** Places are counted before the move: to be before the third tab, ask for 2; its own place or the next changes nothing. */
function moveTab(draft: Draft, sheetId: number, index: number): void {
  if (index < 0 || index > draft.sheets.length) throw new ApiError(400, `Sheet index ${index} is out of bounds.`);
  const sheet = draft.own(sheetId);
  const from = draft.sheets.indexOf(sheet);
  if (index === from || index === from + 1) return;
  draft.book.sheets.splice(from, 1);
  draft.book.sheets.splice(index > from ? index - 1 : index, 0, sheet);
  draft.renumber();
}
