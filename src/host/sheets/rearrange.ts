// What lies on a tab goes along when its rows and columns move: named and protected ranges, merges, colours, filters,
// banding, charts, and the references of all formulas.
import type { GridRange } from '../contract.ts';
import { movedBy, withRanges } from './colour-rules.ts';
import { type Draft, type Filtering, type Sheet, sheetIdOf, titleOf } from './draft.ts';
import { showFiltered } from './filtered-rows.ts';
import { moveReferences } from './formula-texts.ts';
import { mapGridRange, type RangeMap } from './move.ts';
import { isMessage } from './shape.ts';

type EmbeddedChart = GoogleAppsScript.Sheets.Schema.EmbeddedChart;
type DimensionGroup = GoogleAppsScript.Sheets.Schema.DimensionGroup;
type ChartData = GoogleAppsScript.Sheets.Schema.ChartData;

/** Everything that names cells of the tab follows the map; the cells themselves are the caller's to move. */
export function rearrange(draft: Draft, sheetId: number, map: RangeMap): void {
  moveReferences(draft, sheetId, map);
  moveNamedRanges(draft, sheetId, map);
  moveCharts(draft, sheetId, map);
  const sheet = draft.own(sheetId);
  const range = (given: GridRange | undefined) => mapGridRange(given ?? {}, map);
  replace(sheet, 'merges', (merge) => {
    const next = range(merge);
    return next && cellsIn(next) > 1 ? next : undefined;
  });
  const moved = movedBy(map, titleOf(sheet));
  replace(sheet, 'conditionalFormats', (rule) =>
    withRanges(rule, rule.ranges?.flatMap((one) => range(one) ?? []) ?? [], moved),
  );
  replace(sheet, 'protectedRanges', (protection) => {
    if (protection.namedRangeId) return protection;
    const next = range(protection.range);
    if (!next) return undefined;
    const unprotectedRanges = protection.unprotectedRanges?.flatMap((one) => range(one) ?? []);
    return { ...protection, range: next, ...(unprotectedRanges ? { unprotectedRanges } : {}) };
  });
  replace(sheet, 'bandedRanges', (banding) => {
    const next = range(banding.range);
    return next && { ...banding, range: next };
  });
  moveGroups(sheet, map);
  replace(sheet, 'filterViews', (view) => moveFilter(view, map));
  if (sheet.basicFilter) {
    const moved = moveFilter(sheet.basicFilter, map);
    if (moved) sheet.basicFilter = moved;
    else {
      delete sheet.basicFilter;
      showFiltered(sheetId, { draft });
    }
  }
}

/** Rows and columns that fold away together: what comes in between folds with them. */
function moveGroups(sheet: Sheet, map: RangeMap): void {
  const move = (group: DimensionGroup): DimensionGroup | undefined => {
    const { startIndex, endIndex, ...given } = group.range ?? {};
    const isRows = given.dimension === 'ROWS';
    const next = mapGridRange(
      isRows
        ? { startRowIndex: startIndex, endRowIndex: endIndex }
        : { startColumnIndex: startIndex, endColumnIndex: endIndex },
      map,
    );
    if (!next) return undefined;
    const [from, to] = isRows ? [next.startRowIndex, next.endRowIndex] : [next.startColumnIndex, next.endColumnIndex];
    return { ...group, range: { ...given, startIndex: from ?? 0, endIndex: to } };
  };
  replace(sheet, 'columnGroups', move);
  replace(sheet, 'rowGroups', move);
}

type ListKey =
  | 'columnGroups'
  | 'rowGroups'
  | 'merges'
  | 'conditionalFormats'
  | 'protectedRanges'
  | 'bandedRanges'
  | 'filterViews'
  | 'charts';
type ItemOf<K extends ListKey> = NonNullable<Sheet[K]>[number];

/** Maps one list of a tab, leaving out what comes back undefined; an empty list is no list. */
export function replace<K extends ListKey>(
  sheet: Sheet,
  key: K,
  map: (item: ItemOf<K>) => ItemOf<K> | undefined,
): void {
  const items = sheet[key] as ItemOf<K>[] | undefined;
  if (!items) return;
  const next = items.flatMap((item) => map(item) ?? []) as ItemOf<K>[];
  if (next.length > 0) sheet[key] = next as Sheet[K];
  else delete sheet[key];
}

function cellsIn(range: GridRange): number {
  const rows = (range.endRowIndex ?? 0) - (range.startRowIndex ?? 0);
  return rows * ((range.endColumnIndex ?? 0) - (range.startColumnIndex ?? 0));
}

/** A named range whose cells are gone keeps its name and id (both stay taken) and points nowhere, as in Google. */
function moveNamedRanges(draft: Draft, sheetId: number, map: RangeMap): void {
  if (!draft.book.namedRanges) return;
  draft.book.namedRanges = draft.book.namedRanges.map((named) => {
    if (!named.range || (named.range.sheetId ?? 0) !== sheetId) return named;
    const { range, ...rest } = named;
    const next = mapGridRange(range, map);
    return next ? { ...rest, range: next } : rest;
  });
}

/** A filter's range, and the columns its criteria and its order are on. */
function moveFilter<F extends Filtering>(filter: F, map: RangeMap): F | undefined {
  if (!filter.range) return filter;
  const range = mapGridRange(filter.range, map);
  if (!range) return undefined;
  const column = (index: number) => map({ left: index, right: index + 1 })?.left;
  const filterSpecs = filter.filterSpecs?.flatMap((spec) => {
    const columnIndex = column(spec.columnIndex ?? 0);
    return columnIndex === undefined ? [] : [{ ...spec, columnIndex }];
  });
  const criteria =
    filter.criteria &&
    Object.fromEntries(
      Object.entries(filter.criteria).flatMap(([key, value]) => {
        const next = column(Number(key));
        return next === undefined ? [] : [[String(next), value]];
      }),
    );
  const sortSpecs = filter.sortSpecs?.flatMap((spec) => {
    const dimensionIndex = column(spec.dimensionIndex ?? 0);
    return dimensionIndex === undefined ? [] : [{ ...spec, dimensionIndex }];
  });
  return {
    ...filter,
    range,
    ...(filterSpecs ? { filterSpecs } : {}),
    ...(criteria ? { criteria } : {}),
    ...(sortSpecs ? { sortSpecs } : {}),
  };
}

/** Charts of all tabs read from the tab that changes; those that are on it move with their anchor. */
export function moveCharts(draft: Draft, sheetId: number, map: RangeMap): void {
  for (const sheet of [...draft.sheets]) {
    if (!sheet.charts) continue;
    const own = draft.own(sheetIdOf(sheet));
    replace(own, 'charts', (chart) => ({
      ...chart,
      ...(chart.spec ? { spec: moveSources(chart.spec, sheetId, map) } : {}),
      ...(sheetIdOf(sheet) === sheetId && chart.position ? { position: moveAnchor(chart, map) } : {}),
    }));
  }
}

function moveAnchor(chart: EmbeddedChart, map: RangeMap): EmbeddedChart['position'] {
  const overlay = chart.position?.overlayPosition;
  const anchor = overlay?.anchorCell;
  if (!anchor) return chart.position;
  const { rowIndex = 0, columnIndex = 0 } = anchor;
  const next = map({ top: rowIndex, bottom: rowIndex + 1, left: columnIndex, right: columnIndex + 1 });
  const open = map({ top: rowIndex, left: columnIndex });
  const anchorCell = {
    ...(anchor.sheetId ? { sheetId: anchor.sheetId } : {}),
    ...nonZero('rowIndex', (next ?? open)?.top),
    ...nonZero('columnIndex', (next ?? open)?.left),
  };
  return { ...chart.position, overlayPosition: { ...overlay, anchorCell } };
}

function nonZero(key: string, value: number | undefined): Record<string, number> {
  return value ? { [key]: value } : {};
}

/** The specification with every list of source ranges on the tab moved, at whatever depth it is; a series without cells is gone. */
function moveSources<T>(spec: T, sheetId: number, map: RangeMap): T {
  if (Array.isArray(spec)) return spec.map((item) => moveSources(item, sheetId, map)).filter(hasCells) as T;
  if (!isMessage(spec)) return spec;
  return Object.fromEntries(
    Object.entries(spec).map(([key, value]) => [
      key,
      key === 'sources' && Array.isArray(value)
        ? (value as GridRange[]).flatMap((range) =>
            (range.sheetId ?? 0) === sheetId ? (mapGridRange(range, map) ?? []) : [range],
          )
        : moveSources(value, sheetId, map),
    ]),
  ) as T;
}

/** False for a series all of whose cells were deleted. */
function hasCells(item: unknown): boolean {
  const { sourceRange } = (isMessage(item) && isMessage(item['series']) ? item['series'] : {}) as ChartData;
  return sourceRange === undefined || (sourceRange.sources ?? []).length > 0;
}
