// Which column of a tab is which of ours: metadata and heading together. One alone is ours and is repaired; where cells were
// cut and pasted, the content went with the heading and the metadata stayed behind; where nobody can say which column holds
// the entries, nothing is decided.
import { textOf } from '../../core/cell.ts';
import { fold } from '../../core/text.ts';
import type { Column, GrowingTab, TableTab } from '../declare.ts';
import { sheetHeadingsNow } from '../former-headings.ts';
import { rawValue, type SnapshotTab } from './snapshot.ts';

export interface PlacedColumn<K extends string = string> {
  readonly declared: Column<K>;
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

/** The row in which most of our headings stand: somebody may have inserted rows above it. Undefined where none does. */
export function findHeadingRow({ columns }: TableTab, was: SnapshotTab | undefined): number | undefined {
  if (!was) return 0;
  const headings = new Set(columns.map(({ heading }) => fold(heading)));
  const at = was.rows.findIndex((cells, row) => {
    // Most rows hold too few texts to be ours, and are not read.
    if (cells.filter(({ userEnteredValue }) => userEnteredValue !== undefined).length * 2 <= headings.size)
      return false;
    const stands = new Set(headingsIn(was, row).filter((text) => headings.has(text)));
    return stands.size * 2 > headings.size;
  });
  return at === -1 ? undefined : at;
}

/** Folded, and as the program words them today: a sheet that was not synced since still has the words of before. */
function headingsIn({ rows, columnCount }: SnapshotTab, row: number): string[] {
  return sheetHeadingsNow(Array.from({ length: columnCount }, (_, i) => textOf(rawValue(rows[row]?.[i] ?? {}))));
}

/** Declared columns that are there, by key. Conflicts are told in words. @param headingRow where their headings stand */
export function findColumns<K extends string>(
  declared: TableTab<K> | GrowingTab<K>,
  was: SnapshotTab | undefined,
  conflicts: string[],
  headingRow: number,
): Map<string, PlacedColumn<K>> {
  const found = new Map<string, PlacedColumn<K>>();
  if (!was) return found;
  const headings = headingsIn(was, headingRow);
  const nameOf = ({ key }: Column) => `${declared.key}.${key}`;
  const indexesOf = (holds: (index: number) => boolean) => headings.flatMap((_, i) => (holds(i) ? [i] : []));
  const words = new Set<string>();
  const signs = new Map(
    declared.columns.map((column): [string, Signs] => {
      const [name, heading] = [nameOf(column), fold(column.heading)];
      words.add(heading);
      const tagged = indexesOf((i) => was.columns[i]?.key === name);
      return [column.key, { tagged, headed: indexesOf((i) => headings[i] === heading) }];
    }),
  );
  const ours = new Set(declared.columns.map(nameOf));
  const taken = new Set<number>();
  const judge = judgeWith({
    isOurs: (index) => ours.has(was.columns[index]?.key ?? ''),
    isHeaded: (index) => words.has(headings[index] ?? ''),
    isTaken: (index) => taken.has(index),
    isEmpty: (index) => declared.kind === 'table' && was.rows.every((row) => isBlank(row[index])),
    isBodyEmpty: (index) =>
      declared.kind === 'table' && was.rows.every((row, i) => i === headingRow || isBlank(row[index])),
  });
  // What was cut and pasted is settled first: it may have been pasted over other columns of ours, and these, if they moved
  // with it, over more.
  for (let settled = -1; settled < found.size; ) {
    settled = found.size;
    for (const column of declared.columns) {
      const verdict = found.has(column.key) ? undefined : judge.moved(signs.get(column.key));
      if (!verdict) continue;
      taken.add(verdict.index);
      found.set(column.key, { declared: column, ...verdict });
    }
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
  /** It carries metadata of ours. */
  isOurs(index: number): boolean;
  /** It carries a heading of ours. */
  isHeaded(index: number): boolean;
  /** A column that was moved stands there. */
  isTaken(index: number): boolean;
  isEmpty(index: number): boolean;
  isBodyEmpty(index: number): boolean;
}) {
  return {
    /**
     * Cut and pasted: the column with the metadata is wholly empty, or another that was moved stands in it, and one other has
     * the heading: over something, or in the place of a column of ours.
     */
    moved(sign: Signs | undefined): Verdict | undefined {
      const [left, ...more] = sign?.tagged ?? [];
      if (left === undefined || more.length > 0 || !(column.isEmpty(left) || column.isTaken(left))) return undefined;
      const headed = (sign?.headed ?? []).filter(
        (i) => i !== left && !column.isTaken(i) && (column.isOurs(i) || !column.isBodyEmpty(i)),
      );
      const [index] = headed;
      return index === undefined || headed.length > 1 ? undefined : { index, found: 'heading' };
    },
    standing({ tagged, headed }: Signs): Verdict | 'conflict' | undefined {
      const agreed = tagged.filter((i) => headed.includes(i));
      const [both] = agreed;
      if (both !== undefined && agreed.length === 1) return { index: both, found: 'agreed' };
      // A heading over nothing is no rival: somebody moved or copied the word alone.
      const untagged = headed.filter((i) => !column.isOurs(i) && !(tagged.length > 0 && column.isBodyEmpty(i)));
      const [tag] = tagged;
      const [heading] = untagged;
      if (tag !== undefined && tagged.length === 1 && heading === undefined) {
        // Another's heading stands here, and this one's over another's metadata: headings were typed over, or cells were
        // pasted one column aside. Who follows the wrong sign gives entries to the wrong column.
        const isPastedOver = headed.some((i) => column.isOurs(i) && !column.isBodyEmpty(i));
        return column.isHeaded(tag) && isPastedOver ? 'conflict' : { index: tag, found: 'metadata' };
      }
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
export function insertMissing<K extends string>(
  declared: TableTab<K> | GrowingTab<K>,
  found: ReadonlyMap<string, PlacedColumn<K>>,
): PlacedColumn<K>[] {
  const placed: PlacedColumn<K>[] = [];
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
