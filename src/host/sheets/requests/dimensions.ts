// insertDimension, deleteDimension, moveDimension, appendDimension, updateDimensionProperties: rows and columns of a tab, with
// everything that lies on them.
import { ApiError, type CellData } from '../../contract.ts';
import { type RequestContext, required, requireRoom } from '../context.ts';
import { type DimensionProperties, type Draft, gridOf, type RowData } from '../draft.ts';
import { overlay, readUpdateMask } from '../mask.ts';
import { type Dimension, deletion, dragging, insertion } from '../move.ts';
import { rearrange } from '../rearrange.ts';
import { gridSize, type Rect, wholeRect } from '../rect.ts';
import { movedRule } from '../relative-cell.ts';

type DimensionRange = GoogleAppsScript.Sheets.Schema.DimensionRange;
type Requests = GoogleAppsScript.Sheets.Schema.Request;
type Of<K extends keyof Requests> = NonNullable<Requests[K]>;

const WORDS = {
  ROWS: { one: 'row', many: 'rows', count: 'rowCount', frozen: 'frozenRowCount', metadata: 'rowMetadata' },
  COLUMNS: {
    one: 'column',
    many: 'columns',
    count: 'columnCount',
    frozen: 'frozenColumnCount',
    metadata: 'columnMetadata',
  },
} as const;

/** Makes room before an index; the new rows take formats, validation and size from the row before or after. */
export function insertDimension(request: Of<'insertDimension'>, context: RequestContext): void {
  const { sheetId, dimension, start, end } = readRange(request.range);
  const size = sizeAlong(context, sheetId, dimension);
  if (start === undefined || end === undefined || end <= start || start < 0) {
    throw new ApiError(400, 'DimensionRange must be bounded and not empty.');
  }
  if (start > size) {
    throw new ApiError(
      400,
      `range.startIndex[${start}] must be at most the number of ${WORDS[dimension].many}[${size}]`,
    );
  }
  if (request.inheritFromBefore && start === 0) {
    throw new ApiError(400, 'Cannot inherit from before: startIndex must be greater than 0.');
  }
  context.rights.requireSheet(sheetId);
  if (start > 0 && start < size) context.rights.requireGap(sheetId, dimension, start);
  rearrange(context.draft, sheetId, insertion(dimension, start, end - start));
  const model = request.inheritFromBefore ? start - 1 : start;
  insertCells(context.draft, sheetId, dimension, start, end - start, model < size ? model : undefined);
  resize(context.draft, sheetId, dimension, end - start, (frozen) => (start < frozen ? frozen + end - start : frozen));
  requireRoom(context.draft);
}

/** Takes rows or columns away with all that is on them; never the last one, nor all that are not frozen. */
export function deleteDimension(request: Of<'deleteDimension'>, context: RequestContext): void {
  const { sheetId, dimension, start = 0, end: given } = readRange(request.range);
  const size = sizeAlong(context, sheetId, dimension);
  const { one, many, frozen } = WORDS[dimension];
  const end = given ?? size;
  if (start >= size || end > size) {
    const index = start >= size ? start : end - 1;
    throw new ApiError(
      400,
      `Cannot delete a ${one} that doesn't exist. Tried to delete ${one} index ${index} but there are only ${size} ${many}.`,
    );
  }
  if (start < 0 || end <= start) throw new ApiError(400, 'DimensionRange must not be empty.');
  if (end - start === size) throw new ApiError(400, `You can't delete all the ${many} on the sheet.`);
  const frozenCount = context.draft.sheet(sheetId).properties?.gridProperties?.[frozen] ?? 0;
  if (frozenCount > 0 && start <= frozenCount && end === size) {
    throw new ApiError(400, `Sorry, it is not possible to delete all non-frozen ${many}.`);
  }
  context.rights.requireSheet(sheetId);
  context.rights.requireCells(sheetId, stripe(context.draft, sheetId, dimension, start, end));
  rearrange(context.draft, sheetId, deletion(dimension, start, end));
  const { draft } = context;
  const grid = draft.grid(sheetId);
  grid[WORDS[dimension].metadata].splice(start, end - start);
  if (dimension === 'ROWS') grid.rowData.splice(start, end - start);
  else forRowsReaching(draft, sheetId, start, (cells) => cells.splice(start, end - start));
  const frozenGone = Math.max(0, Math.min(end, frozenCount) - start);
  resize(draft, sheetId, dimension, start - end, (count) => count - frozenGone);
}

/** Drags rows or columns before another index (counted before they are taken out). */
export function moveDimension(request: Of<'moveDimension'>, context: RequestContext): void {
  const { sheetId, dimension, start = 0, end: given } = readRange(request.source);
  const size = sizeAlong(context, sheetId, dimension);
  const end = given ?? size;
  const to = request.destinationIndex ?? 0;
  if (start < 0 || end <= start || end > size || to < 0 || to > size) {
    throw new ApiError(400, `Cannot move ${WORDS[dimension].many} [${start}..${end}) to ${to}: out of bounds.`);
  }
  if (to > start && to < end) throw new ApiError(400, 'Cannot move a range into itself.');
  context.rights.requireSheet(sheetId);
  context.rights.requireCells(sheetId, stripe(context.draft, sheetId, dimension, start, end));
  if (to === start || to === end) return;
  if (to > 0 && to < size) context.rights.requireGap(sheetId, dimension, to);
  rearrange(context.draft, sheetId, dragging(dimension, start, end, to));
  const { draft } = context;
  const grid = draft.grid(sheetId);
  drag(grid[WORDS[dimension].metadata], start, end, to, size, (): DimensionProperties => ({}));
  if (dimension === 'ROWS') drag(grid.rowData, start, end, to, size, (): RowData => ({}));
  else
    forRowsReaching(draft, sheetId, Math.min(start, to), (cells) =>
      drag(cells, start, end, to, size, (): CellData => ({})),
    );
}

/** Adds rows or columns at the end of the grid. */
export function appendDimension(request: Of<'appendDimension'>, context: RequestContext): void {
  const dimension = readDimension(request.dimension);
  const length = request.length ?? 0;
  if (length <= 0) throw new ApiError(400, 'length must be greater than 0.');
  const sheetId = request.sheetId ?? 0;
  context.draft.sheet(sheetId);
  context.rights.requireSheet(sheetId);
  resize(context.draft, sheetId, dimension, length, (frozen) => frozen);
  requireRoom(context.draft);
}

/** Size and visibility of rows or columns. */
export function updateDimensionProperties(request: Of<'updateDimensionProperties'>, context: RequestContext): void {
  const { sheetId, dimension, start = 0, end: given } = readRange(request.range);
  const size = sizeAlong(context, sheetId, dimension);
  const end = given ?? size;
  if (start < 0 || end > size || end <= start) {
    throw new ApiError(
      400,
      `DimensionRange [${start}..${end}) is out of bounds: there are ${size} ${WORDS[dimension].many}.`,
    );
  }
  const mask = readUpdateMask(request.fields, 'DimensionProperties');
  const allowed = { hiddenByUser: 'all', pixelSize: 'all' } as const;
  if (mask !== 'all') {
    for (const field of Object.keys(mask)) {
      if (!(field in allowed)) throw new ApiError(400, `Field cannot be updated: ${field}`);
    }
  }
  const pixels = request.properties?.pixelSize;
  if (pixels !== undefined && pixels < 0) throw new ApiError(400, `pixelSize must not be negative: ${pixels}`);
  context.rights.requireSheet(sheetId);
  const list = context.draft.grid(sheetId)[WORDS[dimension].metadata];
  while (list.length < end) list.push({});
  for (let index = start; index < end; index += 1) {
    list[index] = overlay(list[index], request.properties, mask === 'all' ? allowed : mask);
  }
}

function readRange(range: DimensionRange | undefined) {
  const { sheetId = 0, dimension, startIndex, endIndex } = required(range, 'range');
  return { sheetId, dimension: readDimension(dimension), start: startIndex, end: endIndex };
}

function readDimension(dimension: string | undefined): Dimension {
  if (dimension !== 'ROWS' && dimension !== 'COLUMNS') throw new ApiError(400, 'No dimension specified.');
  return dimension;
}

function sizeAlong(context: RequestContext, sheetId: number, dimension: Dimension): number {
  return gridSize(context.draft.sheet(sheetId))[dimension === 'ROWS' ? 'rows' : 'columns'];
}

/** The rows (columns) from `start` to before `end`, over the whole tab. */
function stripe(draft: Draft, sheetId: number, dimension: Dimension, start: number, end: number): Rect {
  const whole = wholeRect(draft.sheet(sheetId));
  return dimension === 'ROWS' ? { ...whole, top: start, bottom: end } : { ...whole, left: start, right: end };
}

function insertCells(
  draft: Draft,
  sheetId: number,
  dimension: Dimension,
  at: number,
  count: number,
  model: number | undefined,
): void {
  const grid = draft.grid(sheetId);
  const list = grid[WORDS[dimension].metadata];
  const pixelSize = model === undefined ? undefined : list[model]?.pixelSize;
  if (at < list.length || pixelSize !== undefined) {
    while (list.length < at) list.push({});
    list.splice(at, 0, ...repeat(count, () => (pixelSize === undefined ? {} : { pixelSize })));
  }
  // The model has moved on where it is behind the gap.
  const distance = model === undefined ? 0 : model < at ? at - model : -count;
  if (dimension === 'ROWS') {
    const values = model === undefined ? [] : (grid.rowData[model]?.values ?? []);
    const bare = values.every((cell) => Object.keys(inherited(cell, 0, 0)).length === 0);
    if (at >= grid.rowData.length && bare) return;
    while (grid.rowData.length < at) grid.rowData.push({});
    const rows = repeat(count, (index) =>
      bare ? {} : { values: values.map((cell) => inherited(cell, distance + index, 0)) },
    );
    grid.rowData.splice(at, 0, ...rows);
    return;
  }
  forRowsReaching(draft, sheetId, model === undefined ? at : Math.min(at, model), (cells) => {
    const cell = model === undefined ? {} : (cells[model] ?? {});
    while (cells.length < at) cells.push({});
    cells.splice(at, 0, ...repeat(count, (index) => inherited(cell, 0, distance + index)));
  });
}

/** What a new cell takes from its model, `rows` and `columns` away; a link is not taken (a guess: nothing says so). */
function inherited(cell: CellData, rows: number, columns: number): CellData {
  const { userEnteredFormat, dataValidation } = cell;
  return {
    ...(userEnteredFormat ? { userEnteredFormat: withoutLink(userEnteredFormat) } : {}),
    ...(dataValidation ? { dataValidation: movedRule(dataValidation, rows, columns) } : {}),
  };
}

function withoutLink(format: NonNullable<CellData['userEnteredFormat']>): typeof format {
  if (!format.textFormat?.link) return format;
  const { link: _own, ...textFormat } = format.textFormat;
  return { ...format, textFormat };
}

function repeat<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** The rows that store a cell at `column` or after it, for writing. */
function forRowsReaching(draft: Draft, sheetId: number, column: number, change: (cells: CellData[]) => void): void {
  gridOf(draft.sheet(sheetId)).rowData.forEach((row, index) => {
    if ((row.values?.length ?? 0) > column) change(draft.cells(sheetId, index, 0));
  });
}

/** Moves part of a list before another index; the list is filled up first where it is shorter than the grid. */
function drag<T>(list: T[], start: number, end: number, to: number, size: number, blank: () => T): void {
  if (list.length <= Math.min(start, to)) return;
  while (list.length < Math.min(size, Math.max(end, to))) list.push(blank());
  const moved = list.splice(start, end - start);
  list.splice(to > start ? to - (end - start) : to, 0, ...moved);
}

function resize(
  draft: Draft,
  sheetId: number,
  dimension: Dimension,
  by: number,
  frozenAfter: (frozen: number) => number,
): void {
  const { count, frozen } = WORDS[dimension];
  const own = draft.own(sheetId);
  const grid = own.properties?.gridProperties ?? {};
  const gridProperties = { ...grid, [count]: (grid[count] ?? 0) + by };
  const kept = frozenAfter(grid[frozen] ?? 0);
  if (kept > 0) gridProperties[frozen] = kept;
  else delete gridProperties[frozen];
  own.properties = { ...own.properties, gridProperties };
}
