// Changes → the requests of one atomic batchUpdate, in an order in which each finds what it needs: the file's locale, tabs,
// rows and columns, identities, names, cells, widths, colours. Equal neighbours travel as one request.
import type { Cell } from '../core/cell.ts';
import type { CellChange, Change } from './change.ts';
import { COLUMN_KEY, type RawCell } from './snapshot.ts';
import { colourStyle, type FormatPaths } from './style.ts';

export type Request = GoogleAppsScript.Sheets.Schema.Request;

type Of<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>;

export function requestsOf(changes: readonly Change[]): Request[] {
  const of = <Kind extends Change['kind']>(kind: Kind) => changes.filter((c): c is Of<Kind> => c.kind === kind);
  return [
    ...fileRequests(of('file')),
    ...of('tab')
      .filter(({ action }) => action !== 'freeze')
      .flatMap(tabRequests),
    ...of('heading-row').map(insertHeadingRow),
    ...of('tab')
      .filter(({ action }) => action === 'freeze')
      .flatMap(tabRequests),
    ...of('column')
      .filter(({ action }) => action === 'insert')
      .map(insertColumn),
    ...of('column')
      .filter(({ action }) => action === 'tag')
      .map(tagColumn),
    ...of('name').map(nameRequest),
    ...cellRequests(of('cell')),
    ...dimensionRequests(of('dimension')),
    ...of('colours').flatMap(colourRequests),
    ...of('empty-tab').map(({ sheetId }) => ({ deleteSheet: { sheetId } })),
  ];
}

function fileRequests(changes: readonly Of<'file'>[]): Request[] {
  if (changes.length === 0) return [];
  const names = { locale: 'locale', timeZone: 'timeZone', recalculation: 'autoRecalc' } as const;
  const properties = Object.fromEntries(changes.map(({ what, value }) => [names[what], value]));
  return [{ updateSpreadsheetProperties: { properties, fields: Object.keys(properties).join(',') } }];
}

function tabRequests(change: Of<'tab'>): Request[] {
  const { action, sheetId, title, index, hidden, rowCount, columnCount, frozenRows, frozenColumns, tabColour } = change;
  const colour = tabColour === undefined ? {} : { tabColorStyle: colourStyle(tabColour) };
  const gridProperties = {
    rowCount,
    columnCount,
    frozenRowCount: frozenRows,
    frozenColumnCount: frozenColumns,
  };
  const update = (properties: GoogleAppsScript.Sheets.Schema.SheetProperties, fields: string): Request => ({
    updateSheetProperties: { properties: { sheetId, ...properties }, fields },
  });
  switch (action) {
    case 'add':
      return [{ addSheet: { properties: { sheetId, title, index, hidden, gridProperties, ...colour } } }];
    case 'rename':
      return [update({ title }, 'title')];
    case 'hide':
    case 'show':
      return [update({ hidden }, 'hidden')];
    case 'grid':
      return [update({ gridProperties: { rowCount, columnCount } }, 'gridProperties(rowCount,columnCount)')];
    case 'freeze':
      return [
        update(
          { gridProperties: { frozenRowCount: frozenRows, frozenColumnCount: frozenColumns } },
          'gridProperties(frozenRowCount,frozenColumnCount)',
        ),
      ];
  }
}

function insertHeadingRow({ sheetId }: Of<'heading-row'>): Request {
  return {
    insertDimension: { range: { sheetId, dimension: 'ROWS', startIndex: 0, endIndex: 1 }, inheritFromBefore: false },
  };
}

const columnRange = (sheetId: number, column: number) => ({
  sheetId,
  dimension: 'COLUMNS',
  startIndex: column,
  endIndex: column + 1,
});

function insertColumn({ sheetId, column }: Of<'column'>): Request {
  return { insertDimension: { range: columnRange(sheetId, column), inheritFromBefore: column > 0 } };
}

function tagColumn({ sheetId, column, key }: Of<'column'>): Request {
  return {
    createDeveloperMetadata: {
      developerMetadata: {
        metadataKey: COLUMN_KEY,
        metadataValue: key,
        location: { dimensionRange: columnRange(sheetId, column) },
        visibility: 'DOCUMENT',
      },
    },
  };
}

function nameRequest({ name, exists, sheetId, row, column }: Of<'name'>): Request {
  const namedRange = {
    namedRangeId: name.id,
    name: name.name,
    range: {
      sheetId,
      startRowIndex: row,
      endRowIndex: row + 1,
      startColumnIndex: column,
      endColumnIndex: column + 1,
    },
  };
  return exists ? { updateNamedRange: { namedRange, fields: 'name,range' } } : { addNamedRange: { namedRange } };
}

/** A cell to write: the fields of the mask, the data, and a mark that is equal where one repeated request can write both. */
interface Write {
  readonly row: number;
  readonly column: number;
  readonly fields: string;
  readonly data: RawCell;
  readonly mark: string;
}

function cellRequests(changes: readonly CellChange[]): Request[] {
  const bySheet = new Map<number, Map<string, CellChange[]>>();
  for (const change of changes) {
    const cells = bySheet.get(change.sheetId) ?? new Map<string, CellChange[]>();
    const place = `${change.column},${change.row}`;
    cells.set(place, [...(cells.get(place) ?? []), change]);
    bySheet.set(change.sheetId, cells);
  }
  return [...bySheet].flatMap(([sheetId, cells]) => sheetRequests(sheetId, [...cells.values()].map(writeOf)));
}

function writeOf(changes: readonly CellChange[]): Write {
  const data: RawCell = {};
  const fields: string[] = [];
  const marks: string[] = [];
  const [first] = changes;
  for (const change of changes) {
    switch (change.part) {
      case 'value': {
        fields.push('userEnteredValue');
        const entered = enteredValue(change.value);
        if (entered) data.userEnteredValue = entered;
        marks.push(`v${JSON.stringify(change.value)}`);
        break;
      }
      case 'formula':
        fields.push('userEnteredValue');
        data.userEnteredValue = { formulaValue: change.formula };
        marks.push(`f${change.template}`);
        break;
      case 'format':
        fields.push(...Object.keys(change.format).map((path) => `userEnteredFormat.${path}`));
        data.userEnteredFormat = formatOf(change.format);
        marks.push(JSON.stringify(change.format));
        break;
      case 'rule':
        fields.push('dataValidation');
        data.dataValidation = change.rule;
        marks.push(JSON.stringify(change.rule));
        break;
      case 'note':
        fields.push('note');
        data.note = change.note;
        marks.push(`n${change.note}`);
        break;
    }
  }
  return {
    row: first?.row ?? 0,
    column: first?.column ?? 0,
    fields: fields.sort().join(','),
    data,
    mark: marks.join('|'),
  };
}

/** A literal as Google takes it; nothing is said by leaving the field out under its mask. */
export function enteredValue(value: Cell): GoogleAppsScript.Sheets.Schema.ExtendedValue | undefined {
  if (value === null || value === '') return undefined;
  if (typeof value === 'number') return { numberValue: value };
  return typeof value === 'boolean' ? { boolValue: value } : { stringValue: value };
}

function formatOf(paths: FormatPaths): GoogleAppsScript.Sheets.Schema.CellFormat {
  const format: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(paths)) {
    const [outer = '', inner] = path.split('.');
    const plain = typeof value === 'string' && value.startsWith('#') ? colourStyle(value) : value;
    if (inner === undefined) format[outer] = plain;
    else format[outer] = { ...(format[outer] as Record<string, unknown> | undefined), [inner]: plain };
  }
  return format as GoogleAppsScript.Sheets.Schema.CellFormat;
}

/** Cells of one run: a column's rows that follow one another and are written through one mask. */
interface Run {
  readonly fields: string;
  readonly from: number;
  readonly column: number;
  readonly writes: Write[];
}

function sheetRequests(sheetId: number, writes: readonly Write[]): Request[] {
  const sorted = [...writes].sort((a, b) => a.column - b.column || a.row - b.row);
  const runs: Run[] = [];
  for (const write of sorted) {
    const last = runs[runs.length - 1];
    const follows = last?.column === write.column && last.from + last.writes.length === write.row;
    if (last && follows && last.fields === write.fields) last.writes.push(write);
    else runs.push({ fields: write.fields, from: write.row, column: write.column, writes: [write] });
  }
  return joinNeighbours(runs).map((block) => blockRequest(sheetId, block));
}

/** Runs of equal rows and mask in neighbouring columns, side by side. */
function joinNeighbours(runs: readonly Run[]): Run[][] {
  const blocks: Run[][] = [];
  for (const run of runs) {
    const block = blocks.find((candidate) => {
      const last = candidate[candidate.length - 1];
      const isNext = last?.column === run.column - 1 && last.from === run.from;
      return (
        isNext &&
        last.writes.length === run.writes.length &&
        last.fields === run.fields &&
        !isUniform(last) &&
        !isUniform(run)
      );
    });
    if (block) block.push(run);
    else blocks.push([run]);
  }
  return blocks;
}

function isUniform({ writes }: Run): boolean {
  return writes.length > 1 && writes.every(({ mark }) => mark === writes[0]?.mark);
}

function blockRequest(sheetId: number, block: readonly Run[]): Request {
  const [first] = block;
  if (!first) throw new Error('an empty block of cells');
  const height = first.writes.length;
  const range = {
    sheetId,
    startRowIndex: first.from,
    endRowIndex: first.from + height,
    startColumnIndex: first.column,
    endColumnIndex: first.column + block.length,
  };
  const { fields } = first;
  // Google moves a repeated formula's relative references from cell to cell, as copying does.
  if (block.length === 1 && isUniform(first))
    return { repeatCell: { range, cell: first.writes[0]?.data ?? {}, fields } };
  const rows = Array.from({ length: height }, (_, i) => ({ values: block.map((run) => run.writes[i]?.data ?? {}) }));
  return { updateCells: { range, rows, fields } };
}

function dimensionRequests(changes: readonly Of<'dimension'>[]): Request[] {
  const requests: Request[] = [];
  let open: { range: { endIndex: number }; mark: string } | undefined;
  for (const { sheetId, column, width, hidden } of changes) {
    const mark = `${sheetId}|${width}|${hidden}`;
    if (open?.mark === mark && open.range.endIndex === column) {
      open.range.endIndex = column + 1;
      continue;
    }
    const range = columnRange(sheetId, column);
    open = { range, mark };
    requests.push({
      updateDimensionProperties: {
        range,
        properties: { pixelSize: width, hiddenByUser: hidden },
        fields: 'pixelSize,hiddenByUser',
      },
    });
  }
  return requests;
}

function colourRequests({ sheetId, was, rules }: Of<'colours'>): Request[] {
  return [
    ...Array.from({ length: was }, (): Request => ({ deleteConditionalFormatRule: { sheetId, index: 0 } })),
    ...rules.map((rule, index): Request => ({ addConditionalFormatRule: { rule, index } })),
  ];
}
