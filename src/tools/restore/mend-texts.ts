// Texts that are days or numbers, read again where it is certain what they were, each told with how that is known: the text reads in
// one way; the same row of «Bản lưu», «Lịch sử» or «Nhiệm vụ» holds that number; all other dates of the column (where it has none: of the
// tab, of the file) are of one order; the closing's own mark says that this is what was frozen. The others stay text and are named.

import type { Spreadsheet } from '../../host/contract.ts';
import { type Marks, marksOf } from '../../sheet/ledger/frozen.ts';
import type { FrozenFields } from '../../sheet/ledger/frozen-fields.ts';
import { headedColumns, type RecognisedTab } from '../../sheet/reading/recognise-tabs.ts';
import { cellAt, rawValue } from '../../sheet/reading/snapshot.ts';
import type { Order, Reading } from './read-text.ts';
import { type TextCell, type Texts, textCells } from './text-cells.ts';

export type Why = 'one-way' | 'copy' | 'column' | 'closing';

export interface Mended extends TextCell {
  /** Undefined where nobody can say; then it stays text. */
  readonly read: { readonly value: number | boolean; readonly why: Why } | undefined;
}

/** By «Kỳ 05/2024|1»: the marks «Sổ báo cáo» keeps of the rows of a version, and what they are by. */
export type MarksOf = ReadonlyMap<string, { readonly marks: Marks; readonly fields: FrozenFields }>;

const MINUTE = 1 / 1440;
/** Columns only the program writes: a text there is another program's. */
const STAMPS = new Set(['day', 'due', 'closedAt', 'asOf', 'at', 'reportedAt', 'version']);

/** @param marks of versions, where they can be read. @returns the workbook with what was read as numbers, and every such text of ours */
export function mendTexts(
  book: Spreadsheet,
  tabs: readonly RecognisedTab[],
  marks: MarksOf,
): { readonly book: Spreadsheet; readonly cells: readonly Mended[] } {
  const texts = textCells(tabs);
  const frozen = frozenReadings(texts, tabs, marks);
  const isTyped = typedTexts(texts, frozen);
  const damaged = texts.cells.filter((cell) => !isTyped(cell));
  const orderOf = orders(damaged);
  const cells = damaged.map((cell): Mended => {
    const value = frozen.get(cell);
    if (value !== undefined && typeof value !== 'string') return { ...cell, read: { value, why: 'closing' } };
    return { ...cell, read: chosen(cell, texts, orderOf(cell)) };
  });
  return { book: cells.length === 0 ? book : withValues(book, cells), cells };
}

function chosen(cell: TextCell, texts: Texts, order: Order | undefined): Mended['read'] {
  const { readings, column, code } = cell;
  // Of a slot of «Bản lưu» the other slots' days say nothing.
  const numbers = code === '' || column.key === 'day' ? [] : texts.known(code, column.key).numbers;
  const [same, ...others] = new Set(numbers.filter((number) => readings.some((one) => isSame(one, number))));
  const [only, ...more] = readings;
  // Of moments that were cut to the minute the copy knows the seconds; of two copies nobody knows which.
  if (same !== undefined && others.length === 0) return { value: same, why: more.length === 0 ? 'one-way' : 'copy' };
  if (only && more.length === 0) return { value: only.value, why: 'one-way' };
  const agreed = readings.find((one) => one.order !== undefined && one.order === order);
  return agreed && { value: agreed.value, why: 'column' };
}

function isSame({ value, isDay }: Reading, number: number): boolean {
  if (typeof value === 'boolean') return false;
  if (isDay) return Math.floor(number) === value;
  return Math.abs(number - value) < (value > 36_000 ? MINUTE : 1e-9);
}

/** The one order of all dates that read in one way only: of the column, else of the tab, else of the file. */
function orders(cells: readonly TextCell[]): (cell: TextCell) => Order | undefined {
  const scopes = ({ tabKey, column }: TextCell) => [`${tabKey}.${column.key}`, tabKey, ''];
  const known = new Map<string, Set<Order>>();
  for (const cell of cells) {
    const [only, ...more] = cell.readings;
    if (!only?.order || more.length > 0) continue;
    for (const scope of scopes(cell)) known.set(scope, (known.get(scope) ?? new Set()).add(only.order));
  }
  return (cell) => {
    const scope = scopes(cell).find((one) => known.has(one)) ?? '';
    const [order, ...others] = known.get(scope) ?? [];
    return others.length === 0 ? order : undefined;
  };
}

/**
 * Texts that somebody typed: the row's copy, or a closing's mark, holds that very text, and the copy's tab has kept its own dates. What
 * the program copied from there is as it was.
 */
function typedTexts({ cells, known }: Texts, frozen: ReadonlyMap<TextCell, number | string | boolean>) {
  const damaged = new Set(cells.flatMap(({ tabKey, column }) => (STAMPS.has(column.key) ? [tabKey] : [])));
  return (cell: TextCell): boolean => {
    const { tabKey, column, code, text } = cell;
    if (frozen.get(cell) === text) return true;
    if (STAMPS.has(column.key) || code === '' || damaged.has(tabKey)) return false;
    if (tabKey === 'backup' || tabKey === 'history') return known(code, column.key).numbers.length === 0;
    return known(code, column.key).texts.some(
      (other) => other.tabKey !== 'tasks' && other.text === text && !damaged.has(other.tabKey),
    );
  };
}

/** Rows whose texts give one way back to the mark: most have one or two, so all ways are tried. */
const MOST_WAYS = 64;

/** What a closing's mark says each text of a frozen row was: a number, or the text itself. */
function frozenReadings(
  { cells }: Texts,
  tabs: readonly RecognisedTab[],
  marks: MarksOf,
): Map<TextCell, number | string | boolean> {
  const found = new Map<TextCell, number | string | boolean>();
  const history = tabs.find(({ declared }) => declared.key === 'history');
  if (!history) return found;
  const headed = headedColumns(history).map(({ column, key }) => ({ column, key: key.replace('history.', '') }));
  const byRow = new Map<number, TextCell[]>();
  for (const cell of cells) {
    if (cell.tabKey === 'history') byRow.set(cell.row, [...(byRow.get(cell.row) ?? []), cell]);
  }
  for (const [row, inRow] of byRow) {
    const current = Object.fromEntries(
      headed.map(({ column, key }) => [key, rawValue(cellAt(history.tab, row, column))]),
    );
    const code = String(current['code'] ?? '');
    const kept = marks.get(`${current['period']}|${current['version']}`);
    const mark = kept?.marks[code];
    // Time and version are in no mark.
    const marked = inRow.filter(({ column }) => column.key !== 'reportedAt' && column.key !== 'version');
    if (!kept || mark === undefined || marked.length === 0) continue;
    const ways = waysOf(marked).filter(
      (way) =>
        marksOf(
          [{ ...current, ...Object.fromEntries(marked.map(({ column }, i) => [column.key, way[i] ?? null])) }],
          kept.fields,
        )[code] === mark,
    );
    const [way, ...others] = ways;
    if (!way || others.length > 0) continue;
    marked.forEach((cell, i) => {
      const value = way[i];
      if (value !== undefined) found.set(cell, value);
    });
  }
  return found;
}

/** Every choice of a reading, or the text as it is, for each cell. */
function waysOf(cells: readonly TextCell[]): (number | string | boolean)[][] {
  let ways: (number | string | boolean)[][] = [[]];
  for (const { text, readings } of cells) {
    const values = [...new Set([text, ...readings.map(({ value }) => value)])];
    ways = ways.flatMap((way) => values.map((value) => [...way, value])).slice(0, MOST_WAYS);
  }
  return ways;
}

/** What is not read is shared with the workbook given: formats are nine tenths of it. */
function withValues(book: Spreadsheet, cells: readonly Mended[]): Spreadsheet {
  const byPlace = new Map(cells.map((cell) => [`${cell.tab.sheetId} ${cell.row} ${cell.index}`, cell.read?.value]));
  const rows = new Set(cells.map(({ tab, row }) => `${tab.sheetId} ${row}`));
  const sheets = (book.sheets ?? []).map((sheet) => {
    const id = sheet.properties?.sheetId;
    const data = (sheet.data ?? []).map((grid) => ({
      ...grid,
      rowData: (grid.rowData ?? []).map((line, row) => {
        if (!rows.has(`${id} ${row}`)) return line;
        const values = (line.values ?? []).map((cell, index) => {
          const value = byPlace.get(`${id} ${row} ${index}`);
          if (value === undefined) return cell;
          return {
            ...cell,
            userEnteredValue: typeof value === 'boolean' ? { boolValue: value } : { numberValue: value },
          };
        });
        return { ...line, values };
      }),
    }));
    return { ...sheet, ...(sheet.data ? { data } : {}) };
  });
  return { ...book, sheets };
}
