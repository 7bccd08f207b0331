// What of a tab is the program's, told by what stands in the file: the marks of its columns, their headings, the keys of its rows. The
// program's own way of finding its places is what the laws look at, so it is not asked here.
import { resolvePlan } from '../../src/core/resolve-plan.ts';
import type { Column, GrowingTab, TableTab } from '../../src/sheet/declare.ts';
import { declareNew } from '../../src/sheet/layout.ts';
import { cellOf, idOf, type Sheet } from './hostile.ts';
import { SEEDS } from './played.ts';

/** How a column of ours is marked in the file. */
const MARK = 'da06.column';
/** Withdrawn tasks and lines people added have keys the declaration does not know. */
const KEY = /^(?:[IVX]+\.\d\d|ĐX-\d{4}-\d\d)$/u;

export interface Ours {
  readonly declared: TableTab | GrowingTab;
  /** By index. */
  readonly columns: ReadonlyMap<number, Column>;
  readonly rows: ReadonlySet<number>;
}

const tables = declareNew(resolvePlan(SEEDS)).tabs.filter((tab) => tab.kind !== 'fixed');

/** Undefined for tabs that are nobody's of ours and for pages without columns. */
export function oursIn(sheet: Sheet): Ours | undefined {
  const declared = tables.find(({ sheetId }) => sheetId === idOf(sheet));
  if (!declared) return undefined;
  const marks = (sheet.data?.[0]?.columnMetadata ?? []).map(
    ({ developerMetadata = [] }) => developerMetadata.find(({ metadataKey }) => metadataKey === MARK)?.metadataValue,
  );
  const headings = sheet.data?.[0]?.rowData?.[0]?.values ?? [];
  const columns = new Map<number, Column>();
  for (let index = 0; index < Math.max(marks.length, headings.length); index += 1) {
    const heading = headings[index]?.userEnteredValue?.stringValue;
    const own = declared.columns.find((column) => {
      const mark = `${declared.key}.${column.key}`;
      return marks[index] === undefined ? column.heading === heading && !marks.includes(mark) : mark === marks[index];
    });
    if (own) columns.set(index, own);
  }
  return { declared, columns, rows: rowsOf(declared, sheet, columns) };
}

function rowsOf(declared: Ours['declared'], sheet: Sheet, columns: Ours['columns']): Set<number> {
  if (declared.kind === 'growing') return new Set();
  const keys = new Set(declared.rows.map(({ key }) => key));
  const keyColumns = [...columns].filter(([, { key }]) => key === declared.keyColumn).map(([index]) => index);
  const isKey = (text = '') => keys.has(text) || KEY.test(text);
  const rows = (sheet.data?.[0]?.rowData ?? []).map((_, row) => row);
  return new Set(
    rows.filter((row) =>
      keyColumns.some((column) => row > 0 && isKey(cellOf(sheet, row, column).userEnteredValue?.stringValue)),
    ),
  );
}
