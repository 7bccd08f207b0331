// Hands that mean harm or know no better: edits as kinds and dice, cast against the workbook as it is when their turn comes,
// so that any list of them makes sense and shrinks; and the laws every sync, night and closing keeps whatever they did.
import fc from 'fast-check';
import type { Request } from '../../src/sheet/requests/request.ts';
import { INSTALLER } from '../../src/tools/month/cast.ts';
import type { Stage } from '../../src/tools/month/stage.ts';

export type Book = GoogleAppsScript.Sheets.Schema.Spreadsheet;
export type Sheet = GoogleAppsScript.Sheets.Schema.Sheet;
export type CellData = GoogleAppsScript.Sheets.Schema.CellData;

export const bookOf = ({ host, fileId }: Stage): Book => host.state().sheets[fileId] ?? {};
export const idOf = ({ properties }: Sheet): number => properties?.sheetId ?? 0;
export const titleOf = ({ properties }: Sheet): string => properties?.title ?? '';
export const cellOf = (sheet: Sheet | undefined, row: number, column: number): CellData =>
  sheet?.data?.[0]?.rowData?.[row]?.values?.[column] ?? {};

const TASKS = 1001;

/** Numbers from 0 to n − 1 out of a list of naturals; zeros when it has run out. */
function diceOf(dice: readonly number[]) {
  let next = 0;
  const roll = (n: number): number => {
    const value = dice[next] ?? 0;
    next += 1;
    return n <= 0 ? 0 : value % n;
  };
  const pick = <T>(list: readonly T[]): T | undefined => list[roll(list.length)];
  const one = <T>(list: readonly T[]): T => {
    const found = pick(list);
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  };
  return { roll, pick, one };
}

interface Turn extends ReturnType<typeof diceOf> {
  readonly book: Book;
  readonly sheet: Sheet;
  readonly sheetId: number;
  readonly rows: number;
  readonly columns: number;
  readonly stage: Stage;
}

function turnOf(stage: Stage, dice: readonly number[]): Turn {
  const { roll, pick, one } = diceOf(dice);
  const book = bookOf(stage);
  const sheets = book.sheets ?? [];
  const tasks = sheets.find((sheet) => idOf(sheet) === TASKS);
  const any = roll(2);
  const sheet = (any === 0 ? tasks : undefined) ?? pick(sheets) ?? {};
  const grid = sheet.properties?.gridProperties ?? {};
  const sheetId = idOf(sheet);
  return { roll, pick, one, book, sheet, sheetId, rows: grid.rowCount ?? 1, columns: grid.columnCount ?? 1, stage };
}

/** The edges more often than what lies between. */
function indexIn({ roll }: Turn, size: number): number {
  const of = roll(5);
  return of === 0 ? 0 : of === 1 ? size - 1 : of === 2 ? Math.min(1, size - 1) : roll(size);
}

function dimension(turn: Turn) {
  const isRows = turn.roll(2) === 0;
  const size = isRows ? turn.rows : turn.columns;
  const startIndex = indexIn(turn, size);
  const endIndex = Math.min(size, startIndex + 1 + (turn.roll(3) === 0 ? turn.roll(6) : 0));
  return { sheetId: turn.sheetId, dimension: isRows ? 'ROWS' : 'COLUMNS', startIndex, endIndex };
}

/** A cell, a block, whole rows or whole columns. */
function rangeIn(turn: Turn) {
  const { roll, rows, columns, sheetId } = turn;
  const shape = roll(4);
  const top = indexIn(turn, rows);
  const left = indexIn(turn, columns);
  const height = shape === 0 ? 1 : 1 + roll(8);
  const width = shape === 0 ? 1 : 1 + roll(5);
  const isRows = shape === 2;
  const isColumns = shape === 3;
  return {
    sheetId,
    startRowIndex: isColumns ? 0 : top,
    endRowIndex: isColumns ? rows : Math.min(rows, top + height),
    startColumnIndex: isRows ? 0 : left,
    endColumnIndex: isRows ? columns : Math.min(columns, left + width),
  };
}

function valueIn(turn: Turn): GoogleAppsScript.Sheets.Schema.ExtendedValue {
  const { roll, rows, columns, sheet } = turn;
  switch (roll(7)) {
    case 0:
      return { stringValue: 'xyz' };
    case 1:
      return { numberValue: roll(50_000) };
    case 2:
      return { formulaValue: '=1+1' };
    case 3:
      return { boolValue: true };
    case 4:
      return { stringValue: '' };
    default: {
      // What stands elsewhere in the tab: another heading, another code.
      const isHeading = roll(2) === 0;
      const from = isHeading ? cellOf(sheet, 0, roll(columns)) : cellOf(sheet, roll(rows), indexIn(turn, columns));
      return from.userEnteredValue ?? { stringValue: 'trống' };
    }
  }
}

const PASTES = [
  'PASTE_NORMAL',
  'PASTE_NORMAL',
  'PASTE_VALUES',
  'PASTE_FORMAT',
  'PASTE_FORMULA',
  'PASTE_DATA_VALIDATION',
  'PASTE_CONDITIONAL_FORMATTING',
];
const TITLES = ['abc', 'Xem trước', 'Kiểm tra', 'Nhiệm vụ', 'Tổng hợp', 'Cấu hình', 'nhiệm VỤ', "Ô'mai"];
const TYPED = ['Đang thực hiện', 'xong', '40%', '15/05/2024', 'Kỳ 05/2024', '=1+1', 'Kỳ 04/2024', 'TRUE', '0912345678'];

type Deed = (turn: Turn) => Request[] | undefined;

const DEEDS: Readonly<Record<string, Deed>> = {
  insert: (t) => {
    const range = dimension(t);
    return [{ insertDimension: { range, inheritFromBefore: range.startIndex > 0 && t.roll(2) === 0 } }];
  },
  delete: (t) => [{ deleteDimension: { range: dimension(t) } }],
  move: (t) => {
    const source = dimension(t);
    const size = source.dimension === 'ROWS' ? t.rows : t.columns;
    return [{ moveDimension: { source, destinationIndex: t.roll(size + 1) } }];
  },
  cut: (t) => {
    const source = rangeIn(t);
    const destination = { sheetId: t.sheetId, rowIndex: indexIn(t, t.rows), columnIndex: indexIn(t, t.columns) };
    if (source.endRowIndex - source.startRowIndex === t.rows) destination.rowIndex = 0;
    if (source.endColumnIndex - source.startColumnIndex === t.columns) destination.columnIndex = 0;
    return [{ cutPaste: { source, destination, pasteType: t.roll(2) === 0 ? 'PASTE_NORMAL' : 'PASTE_VALUES' } }];
  },
  copy: (t) => {
    const source = rangeIn(t);
    const isColumns = source.endRowIndex - source.startRowIndex === t.rows;
    const isRows = source.endColumnIndex - source.startColumnIndex === t.columns;
    const top = isColumns ? 0 : indexIn(t, t.rows);
    const left = isRows ? 0 : indexIn(t, t.columns);
    const destination = {
      sheetId: t.sheetId,
      startRowIndex: top,
      endRowIndex: Math.min(t.rows, top + source.endRowIndex - source.startRowIndex),
      startColumnIndex: left,
      endColumnIndex: Math.min(t.columns, left + source.endColumnIndex - source.startColumnIndex),
    };
    return [{ copyPaste: { source, destination, pasteType: t.pick(PASTES) ?? 'PASTE_NORMAL' } }];
  },
  sort: (t) => {
    const from = t.roll(4) === 0 ? 0 : 1;
    const range = {
      sheetId: t.sheetId,
      startRowIndex: Math.min(from, t.rows - 1),
      endRowIndex: t.rows,
      startColumnIndex: 0,
      endColumnIndex: t.columns,
    };
    const dimensionIndex = t.roll(t.columns);
    return [
      { sortRange: { range, sortSpecs: [{ dimensionIndex, sortOrder: t.roll(2) ? 'ASCENDING' : 'DESCENDING' }] } },
    ];
  },
  merge: (t) => [{ mergeCells: { range: rangeIn(t), mergeType: t.one(['MERGE_ALL', 'MERGE_ROWS', 'MERGE_COLUMNS']) } }],
  hide: (t) => [
    {
      updateDimensionProperties: {
        range: dimension(t),
        properties: { hiddenByUser: t.roll(3) > 0, pixelSize: 33 },
        fields: t.roll(2) === 0 ? 'hiddenByUser' : 'hiddenByUser,pixelSize',
      },
    },
  ],
  overwrite: (t) => {
    const row = indexIn(t, t.rows);
    const column = t.roll(t.columns);
    const range = {
      sheetId: t.sheetId,
      startRowIndex: row,
      endRowIndex: row + 1,
      startColumnIndex: column,
      endColumnIndex: column + 1,
    };
    return [
      { updateCells: { range, rows: [{ values: [{ userEnteredValue: valueIn(t) }] }], fields: 'userEnteredValue' } },
    ];
  },
  wipe: (t) => {
    const fields = [
      'userEnteredValue',
      'userEnteredFormat',
      'dataValidation',
      'note',
      'userEnteredValue,userEnteredFormat,dataValidation,note',
    ];
    return [{ repeatCell: { range: rangeIn(t), cell: {}, fields: t.one(fields) } }];
  },
  rename: (t) => [
    { updateSheetProperties: { properties: { sheetId: t.sheetId, title: t.one(TITLES) }, fields: 'title' } },
  ],
  swapTitles: (t) => {
    const other = t.pick(t.book.sheets ?? []) ?? {};
    if (idOf(other) === t.sheetId) return undefined;
    const title = (sheetId: number, words: string) => ({
      updateSheetProperties: { properties: { sheetId, title: words }, fields: 'title' },
    });
    return [title(t.sheetId, 'tạm'), title(idOf(other), titleOf(t.sheet)), title(t.sheetId, titleOf(other))];
  },
  hideTab: (t) => [
    { updateSheetProperties: { properties: { sheetId: t.sheetId, hidden: t.roll(3) > 0 }, fields: 'hidden' } },
  ],
  moveTab: (t) => [
    {
      updateSheetProperties: {
        properties: { sheetId: t.sheetId, index: t.roll((t.book.sheets ?? []).length + 1) },
        fields: 'index',
      },
    },
  ],
  duplicate: (t) => [{ duplicateSheet: { sourceSheetId: t.sheetId, insertSheetIndex: t.roll(3) } }],
  deleteTab: (t) => [{ deleteSheet: { sheetId: t.sheetId } }],
  addTab: (t) => {
    const sheetId = 7000 + t.roll(50);
    const at = { sheetId, rowIndex: 0, columnIndex: 0 };
    return [
      { addSheet: { properties: { sheetId, title: t.one(TITLES) } } },
      {
        updateCells: {
          start: at,
          rows: [{ values: [{ userEnteredValue: { stringValue: 'riêng' } }] }],
          fields: 'userEnteredValue',
        },
      },
    ];
  },
  grid: (t) => {
    const rowCount = Math.max(2, t.rows + t.roll(9) - 4);
    const columnCount = Math.max(2, t.columns + t.roll(5) - 2);
    const gridProperties = { rowCount, columnCount, frozenRowCount: t.roll(3), frozenColumnCount: t.roll(2) };
    const size = 'gridProperties(rowCount,columnCount)';
    const frozen = 'gridProperties(frozenRowCount,frozenColumnCount)';
    const fields = t.roll(2) === 0 ? size : frozen;
    return [{ updateSheetProperties: { properties: { sheetId: t.sheetId, gridProperties }, fields } }];
  },
  protection: (t) => {
    const own = t.pick(t.sheet.protectedRanges ?? []);
    const protectedRangeId = own?.protectedRangeId ?? 0;
    const change = (more: object, fields: string): Request[] => [
      { updateProtectedRange: { protectedRange: { protectedRangeId, ...more }, fields } },
    ];
    const kind = t.roll(7);
    if (kind === 0 || !own) {
      const description = t.one(['của tôi', own?.description ?? 'x', 'y [da06:tasks:state:zzz]']);
      return [
        { addProtectedRange: { protectedRange: { description, range: rangeIn(t), editors: { users: [INSTALLER] } } } },
      ];
    }
    if (kind === 1) return [{ deleteProtectedRange: { protectedRangeId } }];
    if (kind === 2) return change({ range: rangeIn(t) }, 'range');
    if (kind === 3) return change({ description: 'khác' }, 'description');
    if (kind === 4) return change({ editors: { users: [INSTALLER, 'tp@example.vn'] } }, 'editors');
    if (kind === 5) return change({ warningOnly: true }, 'warningOnly,editors');
    return change({ unprotectedRanges: [rangeIn(t)] }, 'unprotectedRanges');
  },
  colours: (t) => {
    const list = t.sheet.conditionalFormats ?? [];
    const index = t.roll(list.length);
    const rule = list[index];
    const kind = t.roll(5);
    if (kind === 0 || !rule) {
      const condition = { type: 'TEXT_CONTAINS', values: [{ userEnteredValue: 'a' }] };
      const own = { ranges: [rangeIn(t)], booleanRule: { condition, format: { textFormat: { bold: true } } } };
      return [{ addConditionalFormatRule: { index: t.roll(list.length + 1), rule: own } }];
    }
    if (kind === 1) return [{ deleteConditionalFormatRule: { sheetId: t.sheetId, index } }];
    if (kind === 2)
      return [{ updateConditionalFormatRule: { sheetId: t.sheetId, index, newIndex: t.roll(list.length) } }];
    if (kind === 3) return [{ addConditionalFormatRule: { index: 0, rule } }];
    return [{ updateConditionalFormatRule: { index, rule: { ...rule, ranges: [rangeIn(t)] } } }];
  },
  banding: (t) => {
    const own = t.pick(t.sheet.bandedRanges ?? []);
    const bandedRangeId = own?.bandedRangeId ?? 0;
    if (!own) {
      const style = { rgbColor: { red: 1 } };
      const rowProperties = { firstBandColorStyle: style, secondBandColorStyle: style };
      return [{ addBanding: { bandedRange: { range: rangeIn(t), rowProperties } } }];
    }
    if (t.roll(2) === 0) return [{ deleteBanding: { bandedRangeId } }];
    return [{ updateBanding: { bandedRange: { bandedRangeId, range: rangeIn(t) }, fields: 'range' } }];
  },
  view: (t) => {
    const own = t.pick(t.sheet.filterViews ?? []);
    const filterViewId = own?.filterViewId ?? 0;
    const kind = t.roll(4);
    if (kind === 0 || !own) {
      const id = t.roll(2) === 0 ? {} : { filterViewId: 2900 + t.roll(9) };
      return [{ addFilterView: { filter: { ...id, title: 'của tôi', range: rangeIn(t) } } }];
    }
    if (kind === 1) return [{ deleteFilterView: { filterId: filterViewId } }];
    if (kind === 2) return [{ updateFilterView: { filter: { filterViewId, title: 'khác' }, fields: 'title' } }];
    return [{ updateFilterView: { filter: { filterViewId, range: rangeIn(t) }, fields: 'range' } }];
  },
  chart: (t) => {
    const [sheet] = (t.book.sheets ?? []).filter(({ charts = [] }) => charts.length > 0);
    const own = t.pick(sheet?.charts ?? []);
    if (!own) return undefined;
    const { chartId = 0, spec = {} } = own;
    if (t.roll(2) === 0) return [{ deleteEmbeddedObject: { objectId: chartId } }];
    return [{ updateChartSpec: { chartId, spec: { ...spec, title: 'khác' } } }];
  },
  name: (t) => {
    const own = t.pick(t.book.namedRanges ?? []);
    if (!own) return undefined;
    const { namedRangeId = '', name = '' } = own;
    const kind = t.roll(5);
    const change = (more: object, fields: string): Request[] => [
      { updateNamedRange: { namedRange: { namedRangeId, ...more }, fields } },
    ];
    if (kind === 0) return [{ deleteNamedRange: { namedRangeId } }];
    if (kind === 1) return change({ name: 'TenKhac' }, 'name');
    if (kind === 2) return change({ range: rangeIn(t) }, 'range');
    if (kind === 3) {
      // The same name under an id of their own.
      return [{ deleteNamedRange: { namedRangeId } }, { addNamedRange: { namedRange: { name, range: rangeIn(t) } } }];
    }
    // Two names swapped.
    const other = t.pick(t.book.namedRanges ?? []);
    if (!other || other.namedRangeId === namedRangeId) return undefined;
    const rename = (id: string, words: string) => ({
      updateNamedRange: { namedRange: { namedRangeId: id, name: words }, fields: 'name' },
    });
    return [
      rename(namedRangeId, 'TamThoi'),
      rename(other.namedRangeId ?? '', name),
      rename(namedRangeId, other.name ?? ''),
    ];
  },
  filter: (t) =>
    t.roll(3) === 0
      ? [{ clearBasicFilter: { sheetId: t.sheetId } }]
      : [{ setBasicFilter: { filter: { range: rangeIn(t) } } }],
  mark: (t) => {
    const column = t.roll(t.columns);
    const location = {
      dimensionRange: { sheetId: t.sheetId, dimension: 'COLUMNS', startIndex: column, endIndex: column + 1 },
    };
    const lookup = { metadataKey: 'da06.column', metadataLocation: location };
    const forget = { deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: lookup } } };
    if (t.roll(2) === 0) return [forget];
    const keys = ['tasks.state', 'tasks.result', 'tasks.code', 'history.code', 'tasks.zzz', 'units.name'];
    const developerMetadata = {
      metadataKey: 'da06.column',
      metadataValue: t.one(keys),
      location,
      visibility: 'DOCUMENT',
    };
    return [{ createDeveloperMetadata: { developerMetadata } }];
  },
  file: (t) => {
    const properties = t.one([{ timeZone: 'America/New_York' }, { autoRecalc: 'ON_CHANGE' }, { title: 'Tên khác' }]);
    return [{ updateSpreadsheetProperties: { properties, fields: Object.keys(properties).join() } }];
  },
  append: (t) => {
    const row = t.rows + t.roll(2);
    const column = t.roll(t.columns);
    return [
      { appendDimension: { sheetId: t.sheetId, dimension: t.roll(3) ? 'ROWS' : 'COLUMNS', length: 3 } },
      { appendDimension: { sheetId: t.sheetId, dimension: 'ROWS', length: 1 + t.roll(3) } },
      {
        updateCells: {
          start: { sheetId: t.sheetId, rowIndex: row, columnIndex: column },
          rows: [{ values: [{ userEnteredValue: valueIn(t) }] }],
          fields: 'userEnteredValue',
        },
      },
    ];
  },
};

/** Use cases at the screen, by units and by the owner: what their triggers made of it is told. */
const TYPING: Readonly<Record<string, (turn: Turn, user: string) => ReturnType<Stage['host']['type']> | undefined>> = {
  type: (t, user) => {
    const place = { sheetId: t.sheetId, row: indexIn(t, t.rows), column: t.roll(t.columns) };
    return t.stage.host.type(user, t.stage.fileId, place, t.pick(TYPED) ?? '');
  },
  paste: (t, user) => {
    const place = { sheetId: t.sheetId, row: indexIn(t, t.rows), column: t.roll(t.columns) };
    const width = 1 + t.roll(10);
    const block = Array.from({ length: 1 + t.roll(4) }, () => Array.from({ length: width }, () => t.pick(TYPED) ?? ''));
    return t.stage.host.paste(user, t.stage.fileId, place, block, { withFormat: t.roll(2) === 0 });
  },
  clear: (t, user) => t.stage.host.clear(user, t.stage.fileId, rangeIn(t)),
};

export interface Edit {
  readonly kind: string;
  readonly dice: readonly number[];
}

const GRAVE = ['insert', 'delete', 'move', 'cut', 'copy', 'sort', 'overwrite', 'wipe', 'mark', 'append'];

export const edits = (most: number): fc.Arbitrary<readonly Edit[]> =>
  fc.array(
    fc.record({
      // Where cells and places move, more can break.
      kind: fc.constantFrom(...Object.keys(DEEDS), ...Object.keys(TYPING), ...GRAVE, ...GRAVE),
      dice: fc.array(fc.nat(9999), { minLength: 14, maxLength: 14 }),
    }),
    { minLength: 1, maxLength: most },
  );

/** Does one edit; what was done in words, or undefined where Google refuses it or there is nothing to do it to. */
export function doEdit(stage: Stage, { kind, dice }: Edit, failures: string[]): string | undefined {
  const turn = turnOf(stage, dice);
  try {
    const typing = TYPING[kind];
    if (typing) {
      const user = turn.pick(['vp@example.vn', 'tp@example.vn', INSTALLER, stage.police]) ?? INSTALLER;
      const done = typing(turn, user);
      for (const run of done?.runs ?? []) {
        if (run.kind === 'error') failures.push(`${run.functionName} (${run.user}): ${run.message}`);
      }
      return done?.typed.kind === 'accepted' ? `${kind} ${user} ${JSON.stringify(done.typed)}` : undefined;
    }
    const requests = DEEDS[kind]?.(turn);
    if (!requests) return undefined;
    stage.host.batchUpdateAs(INSTALLER, stage.fileId, requests);
    return `${kind} «${titleOf(turn.sheet)}» ${JSON.stringify(requests)}`;
  } catch (cause) {
    if (cause instanceof Error && (cause.name === 'ApiError' || cause.name === 'NotEmulated')) return undefined;
    throw cause;
  }
}
