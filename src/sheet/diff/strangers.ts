// What is not ours and stays: rows, columns people added, copies of rows, tasks the plan no longer has. Named, never touched.
import { textOf } from '../../core/cell.ts';
import type { Change } from '../change.ts';
import { ownColumns, type PlacedTab, placeOf } from '../reading/place.ts';
import { rawValue } from '../reading/snapshot.ts';
import { isWithdrawn } from '../withdrawn.ts';

export function strangerChanges(tab: PlacedTab): Change[] {
  const place = placeOf(tab);
  const known = new Set(tab.rows.map(({ key }) => key.toLowerCase()));
  const rows = tab.strangers.map((stranger): Change => {
    const { index: row, key } = stranger;
    const as = isWithdrawn(tab, stranger) ? 'withdrawn' : known.has(key.toLowerCase()) ? 'copy' : 'own';
    return { ...place, kind: 'stranger', impact: 'leave', row, key, as };
  });
  return [...rows, ...strangerColumns(tab)];
}

/** Columns of a table that are none of ours and hold something. */
function strangerColumns(tab: PlacedTab): Change[] {
  const { declared, was, headingRow = -1 } = tab;
  if (declared.kind === 'fixed' || !was) return [];
  const ours = ownColumns(tab);
  return Array.from({ length: was.columnCount }, (_, i) => i)
    .filter((i) => !ours.has(i) && was.rows.some((row) => row[i]?.userEnteredValue !== undefined))
    .map(
      (column): Change => ({
        ...placeOf(tab),
        kind: 'stranger-column',
        impact: 'leave',
        column,
        heading: textOf(rawValue(was.rows[headingRow]?.[column] ?? {})),
      }),
    );
}
