// Filter views (add, update, delete), which only say what one reader hides, and the basic filter of a tab, which hides and sorts
// rows for everybody.
import { ApiError, NotEmulated } from '../../contract.ts';
import { checkCondition } from '../condition.ts';
import { allOf, freeId, type Reply, type RequestContext, required } from '../context.ts';
import { type Filtering, type Sheet, sheetIdOf, titleOf } from '../draft.ts';
import { filteredRect, hideFiltered, showFiltered } from '../filtered-rows.ts';
import { overlay, readUpdateMask } from '../mask.ts';
import { replace } from '../rearrange.ts';
import { boundedRect, gridRangeOf, isEmpty } from '../rect.ts';
import { sortRange } from './sort.ts';

type Requests = GoogleAppsScript.Sheets.Schema.Request;
type Of<K extends keyof Requests> = NonNullable<Requests[K]>;
type FilterView = GoogleAppsScript.Sheets.Schema.FilterView & Filtering;
type BooleanCondition = GoogleAppsScript.Sheets.Schema.BooleanCondition;

/** A new view; an id that exists is refused. */
export function addFilterView(request: Of<'addFilterView'>, context: RequestContext): Reply {
  const given: FilterView = required(request.filter, 'filter');
  const views = allOf(context.draft, (sheet) => sheet.filterViews);
  const taken = views.flatMap(({ item }) => item.filterViewId ?? []);
  const filterViewId = freeId(context, given.filterViewId, taken, 'Filter view');
  const filter = checked({ ...given, filterViewId, title: given.title ?? `Bộ lọc ${taken.length + 1}` }, context);
  const own = context.draft.own(filter.sheetId);
  own.filterViews = [...(own.filterViews ?? []), filter.view];
  return { addFilterView: { filter: filter.view } };
}

/** Title, range, criteria and order of a view. */
export function updateFilterView(request: Of<'updateFilterView'>, context: RequestContext): void {
  const given: FilterView = required(request.filter, 'filter');
  const { sheetId, view: old } = find(context, given.filterViewId);
  const mask = readUpdateMask(request.fields, 'FilterView');
  const merged: FilterView = { ...overlay(old, given, mask), filterViewId: old.filterViewId };
  // Both spellings of the criteria are kept; the one that was written decides.
  if (mask === 'all' || mask['filterSpecs']) delete merged.criteria;
  else if (mask['criteria']) delete merged.filterSpecs;
  const next = checked(merged, context);
  const own = context.draft.own(sheetId);
  if (next.sheetId !== sheetId) throw new ApiError(400, 'A filter view cannot be moved to another sheet.');
  replace(own, 'filterViews', (view) => (view.filterViewId === old.filterViewId ? next.view : view));
}

/** A copy of a view for everybody to use, with an id and (a guess) a title of its own. */
export function duplicateFilterView(request: Of<'duplicateFilterView'>, context: RequestContext): Reply {
  const { view } = find(context, request.filterId);
  const { filterViewId: _own, ...rest } = view;
  const { addFilterView: added } = addFilterView({ filter: { ...rest, title: `Bản sao của ${view.title}` } }, context);
  return { duplicateFilterView: { filter: added?.filter } };
}

/** Takes a view away. */
export function deleteFilterView(request: Of<'deleteFilterView'>, context: RequestContext): void {
  const { sheetId, view } = find(context, request.filterId);
  replace(context.draft.own(sheetId), 'filterViews', (one) =>
    one.filterViewId === view.filterViewId ? undefined : one,
  );
}

/** The one filter of a tab that everybody sees: its order sorts the rows below the head, then its criteria hide some of them. */
export function setBasicFilter(request: Of<'setBasicFilter'>, context: RequestContext): void {
  const given: Filtering = required(request.filter, 'filter');
  const { sheetId, view: filter } = checked({ ...given, range: given.range ?? {} }, context);
  context.rights.requireSheet(sheetId);
  const { sortSpecs = [] } = filter;
  const data = filteredRect(filter.range, context.draft.sheet(sheetId));
  if (sortSpecs.length > 0 && !isEmpty(data)) sortRange({ range: gridRangeOf(sheetId, data), sortSpecs }, context);
  // Unlike a view's, its range is kept with every edge told.
  const range = gridRangeOf(sheetId, boundedRect(filter.range ?? {}, context.draft.sheet(sheetId)));
  context.draft.own(sheetId).basicFilter = { ...filter, range };
  hideFiltered(sheetId, filter, context);
}

/** Takes the basic filter away, if there is one, and shows what it hid; what it sorted stays sorted. */
export function clearBasicFilter(request: Of<'clearBasicFilter'>, context: RequestContext): void {
  const sheetId = request.sheetId ?? 0;
  context.draft.sheet(sheetId);
  context.rights.requireSheet(sheetId);
  showFiltered(sheetId, context);
  delete context.draft.own(sheetId).basicFilter;
}

function find(context: RequestContext, id: number | undefined): { sheetId: number; view: FilterView } {
  const found = allOf(context.draft, (sheet) => sheet.filterViews).find(({ item }) => item.filterViewId === id);
  if (!found) throw new ApiError(400, `No filter view with id: ${id ?? 0}`);
  return { sheetId: found.sheetId, view: found.item };
}

function checked<F extends Filtering & { namedRangeId?: string | undefined }>(
  view: F,
  context: RequestContext,
): { sheetId: number; view: F } {
  if (view.namedRangeId) throw new NotEmulated('a filter view on a named range');
  const range = required(view.range, 'filter.range');
  const sheet = context.draft.sheet(range.sheetId ?? 0);
  const rect = boundedRect(range, sheet);
  const specs = view.filterSpecs ?? specsOf(view.criteria);
  const columns = [
    ...specs.map((spec) => spec.columnIndex ?? 0),
    ...(view.sortSpecs ?? []).map((s) => s.dimensionIndex ?? 0),
  ];
  for (const column of columns) {
    if (column < rect.left || column >= rect.right) {
      throw new ApiError(400, `Filter column ${column} is outside the filter's range.`);
    }
  }
  for (const spec of specs) checkCriteria(spec.filterCriteria, sheet, context);
  const next: F = { ...view };
  if (specs.length > 0) {
    next.filterSpecs = specs;
    next.criteria = Object.fromEntries(specs.map((spec) => [String(spec.columnIndex ?? 0), spec.filterCriteria ?? {}]));
  }
  return { sheetId: sheetIdOf(sheet), view: next };
}

function specsOf(criteria: object | undefined): NonNullable<Filtering['filterSpecs']> {
  return Object.entries(criteria ?? {}).map(([column, filterCriteria]) => ({
    columnIndex: Number(column),
    filterCriteria: filterCriteria as object,
  }));
}

function checkCriteria(criteria: object | undefined, sheet: Sheet, context: RequestContext): void {
  const { condition } = (criteria ?? {}) as { condition?: BooleanCondition };
  if (condition) checkCondition(condition, 'filter', titleOf(sheet), context);
}
