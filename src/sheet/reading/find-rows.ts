// Which row of a table is which of ours: by its key, and by the plan's own words where the key was wiped, typed over or sorted
// away from them. The key decides a tie. A row is claimed once, and so is a key: what is left over is a copy or a stranger.
import { type Cell, textOf } from '../../core/cell.ts';
import { tidy } from '../../core/text.ts';
import type { TableTab } from '../declare.ts';

/** A column by whose cells rows are told apart: most of them differ. */
interface Sign {
  readonly column: string;
  readonly isKey: boolean;
  /** A number alone, «5», names no row: anybody numbers rows of his own. */
  readonly isWords: boolean;
  /** Keys of rows by the text only they have. */
  readonly keys: ReadonlyMap<string, string>;
}

interface Claim {
  readonly row: number;
  readonly key: string;
  readonly votes: number;
  readonly byKey: boolean;
}

/** Declared keys by the row that is theirs, of the rows named. @param valueAt a cell by row and column key */
export function findRows(
  declared: TableTab,
  rows: readonly number[],
  valueAt: (row: number, column: string) => Cell,
): ReadonlyMap<number, string> {
  const signs = signsOf(declared);
  const claims = rows.flatMap((row) => claimsOf(row, signs, valueAt));
  claims.sort((a, b) => b.votes - a.votes || Number(b.byKey) - Number(a.byKey) || a.row - b.row);
  const found = new Map<number, string>();
  const taken = new Set<string>();
  for (const { row, key } of claims) {
    if (found.has(row) || taken.has(key)) continue;
    found.set(row, key);
    taken.add(key);
  }
  return found;
}

function claimsOf(row: number, signs: readonly Sign[], valueAt: (row: number, column: string) => Cell): Claim[] {
  const claims = new Map<string, { votes: number; byKey: boolean; byWords: boolean }>();
  for (const { column, isKey, isWords, keys } of signs) {
    const key = keys.get(sameText(valueAt(row, column)));
    if (key === undefined) continue;
    const { votes, byKey, byWords } = claims.get(key) ?? { votes: 0, byKey: false, byWords: false };
    claims.set(key, { votes: votes + 1, byKey: byKey || isKey, byWords: byWords || isWords });
  }
  return [...claims].flatMap(([key, { votes, byKey, byWords }]) =>
    byKey || byWords ? [{ row, key, votes, byKey }] : [],
  );
}

function signsOf({ columns, rows, keyColumn }: TableTab): Sign[] {
  return columns
    .filter(({ writer }) => writer === 'sync')
    .flatMap(({ key: column, format }): Sign[] => {
      const keys = new Map<string, string | undefined>();
      for (const { key, cells } of rows) {
        const text = column === keyColumn ? sameText(key) : sameText(cells[column] ?? null);
        keys.set(text, keys.has(text) ? undefined : key);
      }
      keys.delete('');
      const own = new Map([...keys].flatMap(([text, key]) => (key === undefined ? [] : [[text, key] as const])));
      const isKey = column === keyColumn;
      if (!isKey && own.size * 2 <= rows.length) return [];
      return [{ column, isKey, isWords: !isKey && format === 'text', keys: own }];
    });
}

/** Texts meet whatever the case, the Unicode form and the spaces in which somebody typed them again. */
function sameText(value: Cell): string {
  return tidy(textOf(value)).toLowerCase();
}
