// What people typed, held against the file's own copies of it, row by row and column by column: «Bản lưu» of the night before, and the
// rows of a closing that still are what was closed. What a copy holds and the sheet has not is lost, whatever the sheet looks like.

import { changedVersions } from '../../app/closing/frozen-rows.ts';
import { closedOf, type Observation } from '../../app/observe.ts';
import { type Copy, frozenCells, isOfNight, measuredIn, nightCopies } from '../../app/sync/copies.ts';
import { type Cell, isEmpty, textOf } from '../../core/cell.ts';
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import type { ColumnKey } from '../../sheet/layout/column-keys.ts';
import { findMarked, rowsOfVersion } from '../../sheet/ledger/frozen.ts';
import { fieldsOf } from '../../sheet/ledger/frozen-fields.ts';
import type { TableReader } from '../../sheet/reading/table-reader.ts';

/**
 * `gone`: the copy holds it, the sheet nothing · `gone-before`: an older copy holds it, the newest and the sheet nothing · `other`: both
 * hold something else · `added`: only the sheet holds it · `number`: sheet and copy hold a number where words are typed, so that a program may
 * have made it of «0123» or «15/5» in both.
 */
export type Kind = 'gone' | 'gone-before' | 'other' | 'added' | 'number';

export interface Difference {
  readonly kind: Kind;
  readonly tabTitle: string;
  readonly row: string;
  readonly heading: string;
  readonly now: Cell;
  readonly copy: Cell;
  /** «Bản lưu ngày 12/05/2024», «Kỳ 05/2024, bản 1». */
  readonly source: string;
  /** The row was reported after the copy was made. */
  readonly isLater: boolean;
}

/** «Nhiệm vụ», «Kết quả trong kỳ»: one column, as a key and in words. */
export const columnName = (tabTitle: string, heading: string): string => `«${tabTitle}» cột «${heading}»`;

export interface Compared {
  readonly differences: readonly Difference[];
  /** What was compared with, and how many rows with each. */
  readonly sources: ReadonlyMap<string, number>;
  /** Cells that hold something in the newest copies, by tab and heading. */
  readonly filled: ReadonlyMap<string, number>;
  /** Rows no copy is of. */
  readonly without: number;
}

const MINUTE = 1 / 1440;

/** What a look must show. */
export const COMPARED = { tasks: 'all', indicators: 'all', ledger: 'all', history: 'all', backup: 'all' } as const;

/** @throws Refusal where «Sổ báo cáo» cannot be read */
export function compareWithCopies(observation: Observation<keyof typeof COMPARED>, plan: ResolvedPlan): Compared {
  const copies = readCopies(observation, plan);
  const differences: Difference[] = [];
  const sources = new Map<string, number>();
  const filled = new Map<string, number>();
  let without = 0;
  for (const key of ['tasks', 'indicators'] as const) {
    const reader = observation.reader(key);
    for (const { key: row, index } of reader.rows) {
      const [newest, ...older] = copies.get(`${key} ${row}`) ?? [];
      if (!newest) {
        if (key === 'tasks') without += 1;
        continue;
      }
      sources.set(newest.source, (sources.get(newest.source) ?? 0) + 1);
      for (const { declared } of typedColumns(reader)) {
        if (isNothing(newest.cells[declared.key] ?? null)) continue;
        const column = columnName(reader.tab.declared.title, declared.heading);
        filled.set(column, (filled.get(column) ?? 0) + 1);
      }
      differences.push(...differencesOf(reader, index, row, newest, older[0]));
    }
  }
  return { differences, sources, filled, without };
}

/** What the system writes of a row is nobody's typing. */
const typedColumns = ({ tab }: TableReader<'tasks' | 'indicators'>) =>
  tab.columns.filter(({ declared }) => declared.writer !== 'system');

function differencesOf(
  reader: TableReader<'tasks' | 'indicators'>,
  index: number,
  row: string,
  newest: Copy,
  older: Copy | undefined,
): Difference[] {
  const reportedAt = reader.value(index, 'reportedAt');
  const isLater = typeof reportedAt === 'number' && reportedAt > newest.at;
  return typedColumns(reader).flatMap(({ declared: { key, heading, format } }) => {
    if (!(key in newest.cells)) return [];
    const now = reader.value(index, key);
    const about = { tabTitle: reader.tab.declared.title, row, heading, now, isLater };
    const [found, copy, from] = kindOf(now, newest, older, key);
    const kind = found ?? (format === 'text' && typeof now === 'number' ? 'number' : undefined);
    return kind === undefined ? [] : [{ ...about, kind, copy, source: from.source }];
  });
}

function kindOf(
  now: Cell,
  newest: Copy,
  older: Copy | undefined,
  key: keyof Copy['cells'],
): readonly [Kind | undefined, Cell, Copy] {
  const copy = newest.cells[key] ?? null;
  const before = older?.cells[key] ?? null;
  if (isNothing(now) && isNothing(copy) && older && !isNothing(before)) return ['gone-before', before, older];
  if (isNothing(now) && isNothing(copy)) return [undefined, copy, newest];
  if (isSame(now, copy, key)) return [undefined, copy, newest];
  return [isNothing(now) ? 'gone' : isNothing(copy) ? 'added' : 'other', copy, newest];
}

/** An empty box holds as much as an empty cell. */
const isNothing = (cell: Cell): boolean => isEmpty(cell) || cell === false;

function isSame(a: Cell, b: Cell, key: string): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return a === b;
  return Math.abs(a - b) <= (key === 'reportedAt' ? MINUTE : 1e-9 * Math.abs(b));
}

/** Of each row of «Nhiệm vụ» and «Chỉ tiêu», the newest first. What people have changed in «Lịch sử» is no copy. */
function readCopies(
  observation: Observation<'ledger' | 'history' | 'backup'>,
  plan: ResolvedPlan,
): Map<string, readonly Copy[]> {
  const entries = closedOf(observation);
  const copies = new Map<string, Copy[]>();
  const keep = (key: string, copy: Copy) => copies.set(key, [...(copies.get(key) ?? []), copy]);
  const history = observation.reader('history');
  for (const entry of entries) {
    const about = { at: entry.closedAt, source: `${entry.label}, bản ${entry.version}` };
    const isWhole = changedVersions(observation, [entry]).length === 0;
    const rows = entry.marks
      ? findMarked(history, entry, entry.marks, fieldsOf(entry)).rows
      : isWhole
        ? rowsOfVersion(history, entry)
        : [];
    for (const row of rows) {
      const value = (column: ColumnKey<'history'>) => history.value(row, column);
      const code = textOf(value('code'));
      const isEstimated = entry.estimated?.includes(code) === true;
      const cells = { ...frozenCells(value, entry), ...(isEstimated && { estimate: true }) };
      keep(`tasks ${code}`, { ...about, cells });
    }
    for (const [id, cells] of measuredIn(entry, plan)) keep(`indicators ${id}`, { ...about, cells });
  }
  for (const [code, copy] of nightCopies(observation.reader('backup'))) keep(`tasks ${code}`, copy);
  return new Map([...copies].map(([key, list]) => [key, newestOfEachKind(list)]));
}

/** The newest of all, and behind it the newest of the other kind: a night's copy, or a closing. */
function newestOfEachKind(copies: readonly Copy[]): Copy[] {
  const sorted = [...copies].sort((a, b) => b.at - a.at);
  const [newest] = sorted;
  const other = newest && sorted.find((one) => isOfNight(one) !== isOfNight(newest));
  return [newest, other].filter((one) => one !== undefined);
}
