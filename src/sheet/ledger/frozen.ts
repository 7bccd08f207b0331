// The frozen rows of «Lịch sử»: found by Kỳ and Phiên bản wherever they stand, and held against marks of them that «Sổ báo
// cáo» has kept since the closing. Rows that people sort, move or put in between change nothing; a changed cell is seen.
import { isEmpty, textOf } from '../../core/cell.ts';
import { fingerprint } from '../../core/fingerprint.ts';
import type { CellsOf, ColumnKey } from '../layout/column-keys.ts';
import type { SnapshotName, Span } from '../reading/snapshot.ts';
import type { TableReader } from '../reading/table-reader.ts';
import { TAB_IDS } from '../tab-ids.ts';
import { type FrozenFields, fieldsOf } from './frozen-fields.ts';

/** A mark a row, by code, in the order of the closing. */
export type Marks = Readonly<Record<string, string>>;

/** What the ledger knows of anything that was frozen, beside what it is. */
export interface Frozen {
  /** Kỳ, as its rows say it. */
  readonly label: string;
  readonly version: number;
  /** Where its named range lies: where to look first. Undefined where it has none. */
  readonly at: Span | undefined;
}

/** What tells a row of which version it is. */
const KNOWN: readonly string[] = ['period', 'version', 'code'] satisfies ColumnKey<'history'>[];

/** Cells by column key, as they are written or read. */
function markOf(cells: CellsOf<'history'>, fields: FrozenFields): string {
  const said = Object.entries(cells).filter(
    ([key, value]) => !KNOWN.includes(key) && fields.includes(key) && !isEmpty(value),
  );
  said.sort(([a], [b]) => (a < b ? -1 : 1));
  const rounded = said.map(([key, value]) => [key, typeof value === 'number' ? Number(value.toPrecision(12)) : value]);
  return fingerprint(JSON.stringify(rounded)).slice(0, 8);
}

/** @param rows as they are written to «Lịch sử» @param fields of the version they are held against */
export function marksOf(rows: readonly CellsOf<'history'>[], fields = fieldsOf()): Marks {
  return Object.fromEntries(rows.map((cells) => [textOf(cells.code ?? null), markOf(cells, fields)]));
}

/** Where a name lies among the frozen rows. Anybody who edits the file may make such a name over cells of any other tab. */
export function spanOf(name: string, names: readonly SnapshotName[]): Span | undefined {
  const range = names.find(
    (other) => other.name.toLowerCase() === name.toLowerCase() && other.sheetId === TAB_IDS.history,
  );
  return range && { from: range.row, to: range.endRow };
}

/** Rows of a version that the look has read, 0-based, in the order of the tab. */
export function rowsOfVersion(
  { rows, value }: TableReader<'history'>,
  { label, version }: Omit<Frozen, 'at'>,
): number[] {
  return rows.flatMap(({ index }) =>
    textOf(value(index, 'period')) === label && textOf(value(index, 'version')) === String(version) ? [index] : [],
  );
}

export interface FoundRows {
  /** In the order of the closing. */
  readonly rows: readonly number[];
  /** Codes whose row is not what was frozen, and codes whose row is gone. */
  readonly changed: readonly string[];
  readonly missing: readonly string[];
}

/** What is marked otherwise now; what is in one of the two alone is no difference. */
export function otherMarks(now: Marks = {}, was: Marks = {}): string[] {
  return Object.keys(now).filter((code) => was[code] !== undefined && was[code] !== now[code]);
}

/** The rows that carry the marks; of rows somebody has copied, the one that is as it was. @param fields the marks are by */
export function findMarked(
  reader: TableReader<'history'>,
  frozen: Omit<Frozen, 'at'>,
  marks: Marks,
  fields = fieldsOf(),
): FoundRows {
  const byCode = new Map<string, number[]>();
  for (const index of rowsOfVersion(reader, frozen)) {
    const code = textOf(reader.value(index, 'code'));
    byCode.set(code, [...(byCode.get(code) ?? []), index]);
  }
  const rows: number[] = [];
  const changed: string[] = [];
  const missing: string[] = [];
  for (const [code, mark] of Object.entries(marks)) {
    const candidates = byCode.get(code) ?? [];
    const index = candidates.find((row) => markOf(cellsOf(reader, row), fields) === mark);
    if (index !== undefined) rows.push(index);
    else (candidates.length === 0 ? missing : changed).push(code);
  }
  return { rows, changed, missing };
}

function cellsOf({ tab, value }: TableReader<'history'>, row: number): CellsOf<'history'> {
  return Object.fromEntries(
    tab.declared.kind === 'growing' ? tab.declared.columns.map(({ key }) => [key, value(row, key)]) : [],
  );
}
