// Which column of a tab is which of ours: metadata and heading together. One alone is ours and is repaired; where cells were
// cut and pasted, the content went with the heading and the metadata stayed behind; where nobody can say which column holds
// the entries, nothing is decided.
import { textOf } from '../core/cell.ts';
import { fold } from '../core/text.ts';
import type { Column, GrowingTab, TableTab } from './declare.ts';
import { rawValue, type SnapshotTab } from './snapshot.ts';

export interface PlacedColumn {
  readonly declared: Column;
  readonly index: number;
  /** How it was found; `new` columns will be inserted at `index`. */
  readonly found: 'agreed' | 'metadata' | 'heading' | 'new';
}

interface Signs {
  /** Columns that carry the metadata. */
  readonly tagged: readonly number[];
  /** Columns that carry the heading. */
  readonly headed: readonly number[];
}

type Verdict = Pick<PlacedColumn, 'index' | 'found'>;

/** Declared columns that are there, by key. Conflicts are told in words. */
export function findColumns(
  declared: TableTab | GrowingTab,
  was: SnapshotTab | undefined,
  conflicts: string[],
): Map<string, PlacedColumn> {
  const found = new Map<string, PlacedColumn>();
  if (!was) return found;
  const headings = Array.from({ length: was.columnCount }, (_, i) => fold(textOf(rawValue(was.rows[0]?.[i] ?? {}))));
  const nameOf = ({ key }: Column) => `${declared.key}.${key}`;
  const indexesOf = (holds: (index: number) => boolean) => headings.flatMap((_, i) => (holds(i) ? [i] : []));
  const signs = new Map(
    declared.columns.map((column): [string, Signs] => [
      column.key,
      {
        tagged: indexesOf((i) => was.columns[i]?.key === nameOf(column)),
        headed: indexesOf((i) => headings[i] === fold(column.heading)),
      },
    ]),
  );
  const ours = new Set(declared.columns.map(nameOf));
  const judge = judgeWith({
    isOurs: (index) => ours.has(was.columns[index]?.key ?? ''),
    isEmpty: (index) => declared.kind === 'table' && was.rows.every((row) => isBlank(row[index])),
    isBodyEmpty: (index) => declared.kind === 'table' && was.rows.slice(1).every((row) => isBlank(row[index])),
  });
  // What was cut and pasted is settled first: it may have been pasted over another column of ours.
  const taken = new Set<number>();
  for (const column of declared.columns) {
    const verdict = judge.moved(signs.get(column.key));
    if (!verdict) continue;
    taken.add(verdict.index);
    found.set(column.key, { declared: column, ...verdict });
  }
  for (const column of declared.columns) {
    if (found.has(column.key)) continue;
    const sign = signs.get(column.key) ?? { tagged: [], headed: [] };
    const verdict = judge.standing({
      tagged: sign.tagged.filter((i) => !taken.has(i)),
      headed: sign.headed.filter((i) => !taken.has(i)),
    });
    if (verdict === 'conflict') conflicts.push(conflictWords(was.title, column.heading, sign));
    else if (verdict) found.set(column.key, { declared: column, ...verdict });
  }
  return found;
}

/** Columns, as read, that carry metadata of ours though they are not that column any more. */
export function staleTags(
  declared: TableTab | GrowingTab,
  was: SnapshotTab | undefined,
  found: ReadonlyMap<string, PlacedColumn>,
): number[] {
  const places = new Map([...found.values()].map((column) => [`${declared.key}.${column.declared.key}`, column.index]));
  const ours = new Set(declared.columns.map(({ key }) => `${declared.key}.${key}`));
  return (was?.columns ?? [])
    .filter(({ key, index }) => key !== undefined && ours.has(key) && places.get(key) !== index)
    .map(({ index }) => index);
}

function isBlank(cell: SnapshotTab['rows'][number][number] | undefined): boolean {
  return cell?.userEnteredValue === undefined;
}

function judgeWith(column: {
  isOurs(index: number): boolean;
  isEmpty(index: number): boolean;
  isBodyEmpty(index: number): boolean;
}) {
  return {
    /** Cut and pasted: the column with the metadata is wholly empty, and one other has the heading and something below it. */
    moved(sign: Signs | undefined): Verdict | undefined {
      const [left, ...more] = sign?.tagged ?? [];
      const headed = (sign?.headed ?? []).filter((i) => i !== left && !column.isBodyEmpty(i));
      const [index] = headed;
      if (left === undefined || more.length > 0 || index === undefined || headed.length > 1) return undefined;
      return column.isEmpty(left) ? { index, found: 'heading' } : undefined;
    },
    standing({ tagged, headed }: Signs): Verdict | 'conflict' | undefined {
      const agreed = tagged.filter((i) => headed.includes(i));
      const [both] = agreed;
      if (both !== undefined && agreed.length === 1) return { index: both, found: 'agreed' };
      // A heading over nothing is no rival: somebody moved or copied the word alone.
      const untagged = headed.filter((i) => !column.isOurs(i) && !(tagged.length > 0 && column.isBodyEmpty(i)));
      const [tag] = tagged;
      const [heading] = untagged;
      if (tag !== undefined && tagged.length === 1 && heading === undefined) return { index: tag, found: 'metadata' };
      if (tag === undefined && heading !== undefined && untagged.length === 1) {
        return { index: heading, found: 'heading' };
      }
      return tag === undefined && heading === undefined ? undefined : 'conflict';
    },
  };
}

function conflictWords(title: string, heading: string, { tagged, headed }: Signs): string {
  const count = Math.max(2, new Set([...tagged, ...headed]).size);
  return (
    `Tab «${title}»: không xác định được cột «${heading}» vì có ${count} cột cùng nhận là cột này. ` +
    'Hãy sửa tiêu đề của cột thừa rồi đồng bộ lại.'
  );
}

/** Missing columns go behind their declared left neighbour; the columns right of them move on. */
export function insertMissing(
  declared: TableTab | GrowingTab,
  found: ReadonlyMap<string, PlacedColumn>,
): PlacedColumn[] {
  const placed: PlacedColumn[] = [];
  const shifted = new Map([...found].map(([key, column]) => [key, column.index]));
  let previous = -1;
  for (const column of declared.columns) {
    const known = found.get(column.key);
    const index = shifted.get(column.key);
    if (known && index !== undefined) {
      placed.push({ ...known, index });
      previous = index;
      continue;
    }
    const at = previous + 1;
    for (const [key, other] of shifted) if (other >= at) shifted.set(key, other + 1);
    for (const [i, other] of placed.entries()) if (other.index >= at) placed[i] = { ...other, index: other.index + 1 };
    placed.push({ declared: column, index: at, found: 'new' });
    previous = at;
  }
  return placed;
}
