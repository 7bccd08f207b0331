// What every sync, night and closing keeps whatever hands did before: each cell that stood and is not ours to write still
// stands, where inserted rows and columns have moved it; what is nobody's of ours is as it was.

import type { Request } from '../../src/sheet/requests/request.ts';
import { INSTALLER } from '../../src/tools/month/cast.ts';
import type { Stage } from '../../src/tools/month/stage.ts';
import { type Book, bookOf, cellOf, idOf, type Sheet, titleOf } from './hostile.ts';
import { type Ours, oursIn } from './ours.ts';
import { look } from './played.ts';

const isOurs = ({ description = '' }: GoogleAppsScript.Sheets.Schema.ProtectedRange) =>
  /\[da06:[^\]]+\]$/u.test(description);

/** Texts nobody else types, one a cell: where «result·II.25» stands, the Kết quả of II.25 stands. */
export const MARKED = ['result', 'evidence', 'difficulty', 'proposal'];
export const mark = (column: string, code: string) => `${column}·${code}`;

type Dimension = 'ROWS' | 'COLUMNS';
/** Where a row or column that stood at an index stands now. */
type Moved = (sheetId: number, dimension: Dimension, index: number) => number;

/** Reads the batches since `from` of the log; a refused batch that was sent again counts once. */
export function movedBy(stage: Stage, from: number): Moved {
  const batches = stage.host
    .state()
    .log.slice(from)
    .filter(({ method }) => method === 'batchUpdate')
    .map(({ args }) =>
      ((args[0] as { requests?: Request[] }).requests ?? []).filter((one) => one.insertDimension || one.moveDimension),
    );
  const steps = batches.filter((batch, i) => JSON.stringify(batch) !== JSON.stringify(batches[i - 1])).flat();
  return (sheetId, dimension, index) => {
    let at = index;
    for (const { insertDimension, moveDimension } of steps) {
      const range = insertDimension?.range ?? moveDimension?.source ?? {};
      if ((range.sheetId ?? 0) !== sheetId || range.dimension !== dimension) continue;
      const { startIndex = 0, endIndex = 0 } = range;
      const n = endIndex - startIndex;
      if (insertDimension) at += startIndex <= at ? n : 0;
      else if (at >= startIndex && at < endIndex) at += (moveDimension?.destinationIndex ?? 0) - startIndex;
      else if (at < startIndex && at >= (moveDimension?.destinationIndex ?? 0)) at += n;
    }
    return at;
  };
}

/** Formulas are Google's to rewrite when tabs, rows and columns move. */
const plain = (value: unknown): string =>
  JSON.stringify(value, (key, item) => {
    if (
      key === 'effectiveValue' ||
      key === 'formattedValue' ||
      key === 'effectiveFormat' ||
      key === 'hyperlink' ||
      key === 'index'
    )
      return undefined;
    return typeof item === 'string' && item.startsWith('=') ? '=' : item;
  }) ?? '';

const sheetOf = (book: Book, sheetId: number) => (book.sheets ?? []).find((sheet) => idOf(sheet) === sheetId);

/** Everything that is not ours, in words where it is not as it was. */
export function foreignLosses(stage: Stage, pre: Book, moved: Moved, deed: 'sync' | 'clock'): string[] {
  const post = bookOf(stage);
  const fixed = new Set([1002, 1011]);
  const lists = new Set([1012, 1013, 1015]);
  const losses: string[] = [];
  for (const was of pre.sheets ?? []) {
    const sheetId = idOf(was);
    if (lists.has(sheetId)) continue;
    const now = sheetOf(post, sheetId);
    if (!now) {
      losses.push(`tab «${titleOf(was)}» is gone`);
      continue;
    }
    const ours = oursIn(now);
    if (ours) losses.push(...cellLosses(ours, was, now, moved, deed), ...objectLosses(was, now, moved));
    else if (fixed.has(sheetId)) losses.push(...objectLosses(was, now, moved));
    else if (plain(now) !== plain(was)) losses.push(`foreign tab «${titleOf(was)}» changed`);
  }
  const isForeign = ({ namedRangeId = '', name = '' }) => !/^da06_/u.test(namedRangeId) && !OUR_NAMES.has(name);
  for (const was of (pre.namedRanges ?? []).filter(isForeign)) {
    const now = post.namedRanges?.find(({ namedRangeId }) => namedRangeId === was.namedRangeId);
    if (now?.name !== was.name) losses.push(`name ${was.name ?? ''} changed`);
  }
  return losses;
}

const OUR_NAMES = new Set<string>();
/** Names of ours in a sheet nobody has touched: whoever takes one, it is given back. */
export function learnNames(book: Book): void {
  for (const { name } of book.namedRanges ?? []) OUR_NAMES.add(name ?? '');
}

/** Cells the clock writes besides rows that are appended. */
const CLOCK_CELLS: Readonly<Record<string, readonly string[]>> = {
  tasks: ['period', 'reportedAt', 'onTimeFor', 'reporter'],
  controls: ['outcome'],
  adHoc: ['tick', 'outcome'],
};

function cellLosses(
  { declared, columns, rows }: Ours,
  was: Sheet,
  now: Sheet,
  moved: Moved,
  deed: 'sync' | 'clock',
): string[] {
  const sheetId = idOf(was);
  const ofUs = new Set(['sync', 'formula']);
  const losses: string[] = [];
  (was.data?.[0]?.rowData ?? []).forEach(({ values = [] }, row) => {
    values.forEach((cell, column) => {
      if (!cell.userEnteredValue) return;
      const at = { row: moved(sheetId, 'ROWS', row), column: moved(sheetId, 'COLUMNS', column) };
      const stands = cellOf(now, at.row, at.column);
      const own = columns.get(at.column);
      const isRow = rows.has(at.row);
      const growing = declared.kind === 'growing';
      if (own && at.row === 0) return;
      if (own && isRow && ofUs.has(own.writer)) return;
      // For whom a row is open is written with its rights, whatever hands copied there.
      if (own?.key === 'letIn') return;
      // A task that was withdrawn loses its formulas.
      if (own?.writer === 'formula' && declared.key === 'tasks') return;
      if (deed === 'clock' && own && declared.key === 'backup') return;
      if (deed === 'clock' && own && CLOCK_CELLS[declared.key]?.includes(own.key)) return;
      const whole = !own || (!isRow && !growing);
      const same = whole
        ? plain(stands) === plain(cell)
        : plain(stands.userEnteredValue) === plain(cell.userEnteredValue);
      if (!same) {
        const what = whole
          ? [plain(cell), plain(stands)]
          : [plain(cell.userEnteredValue), plain(stands.userEnteredValue)];
        losses.push(
          `«${titleOf(was)}» ${row},${column} → ${at.row},${at.column} (${own?.key ?? 'foreign'}): ${what.join(' → ')}`,
        );
      }
    });
  });
  return losses;
}

type Rule = GoogleAppsScript.Sheets.Schema.ConditionalFormatRule;

/** A rule's places and words, its places told as they are by now. */
function ruleText(sheetId: number, { ranges = [], booleanRule }: Rule, moved: Moved): string {
  const edges = ranges.map((range) => [
    moved(sheetId, 'ROWS', range.startRowIndex ?? 0),
    moved(sheetId, 'ROWS', (range.endRowIndex ?? 0) - 1),
    moved(sheetId, 'COLUMNS', range.startColumnIndex ?? 0),
    moved(sheetId, 'COLUMNS', (range.endColumnIndex ?? 0) - 1),
  ]);
  return plain([edges, booleanRule]);
}

function objectLosses(was: Sheet, now: Sheet, moved: Moved): string[] {
  const stays: Moved = (_sheet, _dimension, index) => index;
  const rulesNow = (now.conditionalFormats ?? []).map((rule) => ruleText(idOf(was), rule, stays));
  const isTheirs = ({ booleanRule }: Rule) => booleanRule?.condition?.type !== 'CUSTOM_FORMULA';
  const lostRules = (was.conditionalFormats ?? [])
    .filter(isTheirs)
    .map((rule) => ruleText(idOf(was), rule, moved))
    .filter((rule) => !rulesNow.includes(rule));
  const gone = <T>(what: string, before: readonly T[], after: readonly T[], key: (one: T) => string) =>
    before
      .map(key)
      .filter((one) => !after.map(key).includes(one))
      .map((one) => `«${titleOf(was)}»: ${what} ${one} is gone`);
  const isTheirView = ({ filterViewId: id = 0 }) => id < 2001 || id >= 3000;
  return [
    ...gone(
      'protection',
      (was.protectedRanges ?? []).filter((one) => !isOurs(one)),
      now.protectedRanges ?? [],
      (one) => `${one.protectedRangeId} ${one.description}`,
    ),
    ...gone(
      'view',
      (was.filterViews ?? []).filter(isTheirView),
      now.filterViews ?? [],
      (one) => `${one.filterViewId} ${one.title}`,
    ),
    ...gone('bands', was.bandedRanges ?? [], now.bandedRanges ?? [], (one) => `${one.bandedRangeId}`),
    ...lostRules.map((rule) => `«${titleOf(was)}»: rule ${rule} is gone`),
    ...gone(
      'chart',
      (was.charts ?? []).filter(({ chartId = 0 }) => chartId < 3001 || chartId > 3010),
      now.charts ?? [],
      ({ chartId }) => `${chartId}`,
    ),
  ];
}

/** Entries whose row and column nobody has torn apart stand with their task, under their heading. */
export function misplaced(stage: Stage, pre: Book, moved: Moved): string[] {
  const was = sheetOf(pre, 1001);
  if (!was) return [];
  const { tab } = look(stage)('tasks');
  const at = new Map<string, { row: number; column: number }[]>();
  (was.data?.[0]?.rowData ?? []).forEach(({ values = [] }, row) => {
    values.forEach(({ userEnteredValue }, column) => {
      const text = userEnteredValue?.stringValue ?? '';
      if (text.includes('·')) at.set(text, [...(at.get(text) ?? []), { row, column }]);
    });
  });
  const codes = tab.rows.map(({ key }) => key);
  const lost: string[] = [];
  const columnOf = new Map<string, number>();
  for (const key of MARKED) {
    const places = codes.flatMap((code) => at.get(mark(key, code)) ?? []);
    const [column] = places.map((place) => place.column);
    // Torn, doubled or mostly gone: nobody can say where it is.
    if (column === undefined || places.length < 40 || places.some((place) => place.column !== column)) continue;
    columnOf.set(key, column);
    const now = tab.columns.find(({ declared }) => declared.key === key)?.index;
    const expected = moved(1001, 'COLUMNS', column);
    if (now !== expected) lost.push(`column ${key} stood at ${expected}, is looked for at ${now}`);
  }
  for (const { key: code, index, isNew } of tab.rows) {
    const places = MARKED.flatMap((key) =>
      (at.get(mark(key, code)) ?? []).filter(({ column }) => columnOf.get(key) === column),
    );
    const [row] = places.map((place) => place.row);
    if (row === undefined || places.length < 3 || places.some((place) => place.row !== row)) continue;
    if (moved(1001, 'ROWS', row) !== index || isNew)
      lost.push(`row ${code} stood at ${row}, is looked for at ${index}${isNew ? ' (new)' : ''}`);
  }
  return lost;
}

/** «72»: the total of the board's table of groups. */
export function boardTotal(stage: Stage): number {
  const fields = 'sheets(properties.sheetId,data.rowData.values.effectiveValue)';
  const board = sheetOf(stage.host.see(INSTALLER, stage.fileId, { fields }), 1002);
  const rows = board?.data?.[0]?.rowData ?? [];
  const end = rows.find(({ values }) => values?.[1]?.effectiveValue?.stringValue === 'Cộng');
  return end?.values?.[2]?.effectiveValue?.numberValue ?? Number.NaN;
}

export const writesSince = (stage: Stage, from: number) =>
  stage.host
    .state()
    .log.slice(from)
    .filter(({ method }) => method === 'batchUpdate').length;
