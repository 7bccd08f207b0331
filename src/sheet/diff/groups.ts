// Columns that fold away together. Only that they can is ours: whether they are folded is the reader's own business.
import type { Change } from '../change.ts';
import { columnAsRead, type PlacedTab, placeOf } from '../reading/place.ts';

export function groupChanges(tab: PlacedTab): Change[] {
  const { declared, was } = tab;
  if (declared.kind !== 'table') return [];
  const folded = tab.columns.filter((column) => column.declared.folded).sort((a, b) => a.index - b.index);
  const runs: (typeof folded)[] = [];
  for (const column of folded) {
    const run = runs[runs.length - 1];
    if (run && run[run.length - 1]?.index === column.index - 1) run.push(column);
    else runs.push([column]);
  }
  const groups = was?.columnGroups ?? [];
  return runs.flatMap((run): Change[] => {
    const [first, last] = [run[0], run[run.length - 1]];
    if (!first || !last) return [];
    // A column made anew comes into the group between two of it, and beside it at its ends.
    const standing = run.filter(({ found }) => found !== 'new').map(({ index }) => columnAsRead(tab, index));
    const [from, to] = [Math.min(...standing), Math.max(...standing) + 1];
    const isWhole = standing.length > 0 && first.found !== 'new' && last.found !== 'new';
    if (was && isWhole && groups.some((group) => group.from <= from && group.to >= to)) return [];
    return [
      {
        ...placeOf(tab),
        kind: 'column-group',
        impact: was ? 'restore' : 'add',
        from: first.index,
        to: last.index + 1,
        first: first.declared.heading,
        last: last.declared.heading,
        isAlone: !groups.some((group) => group.from < to && group.to > from),
        ...(was && { clash: `${first.index}–${last.index} ≠ ${JSON.stringify(groups)}` }),
      },
    ];
  });
}
