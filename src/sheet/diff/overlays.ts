// What lies over the cells of a tab: merged cells, a filter for everybody, hidden rows, bands, the units' filter views.
import type { Change, FilterView, GridRange } from '../change.ts';
import { rangeKey, viewKey } from '../equality.ts';
import { resolveFormula } from '../formula.ts';
import { isShifted, ownColumns, type PlacedTab, type Placement, placeOf, rowAsRead } from '../reading/place.ts';

/** Merged cells swallow what stood in them, and later rows and columns of ours: they are taken apart. */
export function mergeChanges(tab: PlacedTab): Change[] {
  const { declared, was } = tab;
  const ours = ownColumns(tab);
  const touches = ({ startColumnIndex = 0, endColumnIndex = 0 }: GridRange) =>
    declared.kind === 'fixed' || [...ours].some((index) => index >= startColumnIndex && index < endColumnIndex);
  return (was?.merges ?? [])
    .filter(touches)
    .map((range): Change => ({ ...placeOf(tab), kind: 'merge', impact: 'restore', range, clash: rangeKey(range) }));
}

/** A basic filter hides and sorts for everybody, under protections that stay where they are; units have views of their own. */
export function filterChanges(tab: PlacedTab): Change[] {
  const { declared, was } = tab;
  if (declared.kind !== 'table' || !declared.views || !was?.hasBasicFilter) return [];
  return [{ ...placeOf(tab), kind: 'basic-filter', impact: 'restore', clash: 'filter' }];
}

/** Rows of ours that somebody has hidden, as runs. */
export function hiddenRowChanges(tab: PlacedTab): Change[] {
  const { was, rows } = tab;
  const kept = rows.filter(({ isNew }) => !isNew).map(({ index }) => index);
  const isHidden = (row: number) => (was?.hiddenRows ?? []).includes(rowAsRead(tab, row));
  const hidden = kept.filter(isHidden);
  const runs: { from: number; to: number }[] = [];
  for (const row of hidden.sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last?.to === row) last.to += 1;
    else runs.push({ from: row, to: row + 1 });
  }
  return runs.map(
    (run): Change => ({
      ...placeOf(tab),
      kind: 'hidden-rows',
      impact: 'restore',
      ...run,
      clash: `${run.from}–${run.to}`,
    }),
  );
}

/**
 * Alternating colours of ours, which earlier versions laid under their tables: a filled cell shows no grid line, and in a table of long texts nobody
 * saw where one row ends. Known by the tab's own number; what people lay there is theirs.
 */
export function bandingChanges(tab: PlacedTab): Change[] {
  const { declared, was } = tab;
  const id = declared.sheetId;
  if (declared.kind === 'fixed' || !was?.bandings.some((banding) => banding.bandedRangeId === id)) return [];
  return [{ ...placeOf(tab), kind: 'banding', impact: 'restore', id, clash: `band ${id}` }];
}

/** The grid an edge that is not told means. */
function gridOf({ was, rowCount, columnCount }: PlacedTab): { rows: number; columns: number } {
  return { rows: was?.rowCount ?? rowCount, columns: was?.columnCount ?? columnCount };
}

/** The units' views, known by their ids; a view of ours that is declared no more goes. */
export function viewChanges(tab: PlacedTab, { places }: Placement): Change[] {
  const { declared, was } = tab;
  if (declared.kind !== 'table' || !declared.views) return [];
  const place = placeOf(tab);
  const existing = (was?.views ?? []) as FilterView[];
  const grid = gridOf(tab);
  const { from, to, list } = declared.views;
  const wanted = list.map(({ id, title, column, condition }): FilterView => {
    const formula = resolveFormula(condition, declared.key, 1, places);
    const range = { sheetId: place.sheetId, startRowIndex: 0, endRowIndex: tab.rowCount, startColumnIndex: 0 };
    return {
      filterViewId: id,
      title,
      range: { ...range, endColumnIndex: tab.columnCount },
      filterSpecs: [
        {
          columnIndex: tab.columns.find((placed) => placed.declared.key === column)?.index ?? 0,
          filterCriteria: { condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: formula }] } },
        },
      ],
    };
  });
  const changes = wanted.flatMap((view): Change[] => {
    const stands = existing.find(({ filterViewId }) => filterViewId === view.filterViewId);
    const [shown, stood] = [viewKey(view, grid), stands ? viewKey(stands, grid) : ''];
    if (!isShifted(tab) && shown === stood) return [];
    const change = { ...place, kind: 'view' as const, view, ...(was && { clash: `${shown} ≠ ${stood}` }) };
    return [
      stands
        ? { ...change, impact: 'restore', action: 'update' }
        : { ...change, impact: was ? 'restore' : 'add', action: 'add' },
    ];
  });
  const ids = wanted.map(({ filterViewId }) => filterViewId);
  const gone = existing.filter(({ filterViewId: id = 0 }) => id >= from && id < to && !ids.includes(id));
  return [
    ...changes,
    ...gone.map((view): Change => ({ ...place, kind: 'view', impact: 'restore', action: 'delete', view })),
  ];
}
