// addDimensionGroup, deleteDimensionGroup, updateDimensionGroup: rows or columns that fold away together. A row or column lies in as many groups as
// its depth says; groups are the runs of a depth, so adding and deleting are counting (the reference's own examples).
import { ApiError } from '../../contract.ts';
import { type RequestContext, required } from '../context.ts';
import type { Sheet } from '../draft.ts';
import { readUpdateMask } from '../mask.ts';
import { gridSize } from '../rect.ts';

type Group = GoogleAppsScript.Sheets.Schema.DimensionGroup;
type DimensionRange = GoogleAppsScript.Sheets.Schema.DimensionRange;
type Requests = GoogleAppsScript.Sheets.Schema.Request;
type Of<K extends keyof Requests> = NonNullable<Requests[K]>;

/** Google's own limit of groups within groups. */
const DEEPEST = 8;
const LISTS = { ROWS: 'rowGroups', COLUMNS: 'columnGroups' } as const;
/** Recorded: from the first group on the tab says that its controls are behind the group, also when the last group is gone. */
const CONTROLS = { ROWS: 'rowGroupControlAfter', COLUMNS: 'columnGroupControlAfter' } as const;
const METADATA = { ROWS: 'rowMetadata', COLUMNS: 'columnMetadata' } as const;
type Dimension = keyof typeof LISTS;

interface Place {
  readonly sheetId: number;
  readonly dimension: Dimension;
  readonly start: number;
  readonly end: number;
}

/** One group more around the range; recorded: what is answered are all groups of that dimension. */
export function addDimensionGroup({ range }: Of<'addDimensionGroup'>, context: RequestContext): object {
  const place = placeOf(range, context);
  const depths = depthsOf(place, context);
  for (let i = place.start; i < place.end; i += 1) depths[i] = (depths[i] ?? 0) + 1;
  if (depths.some((depth) => depth > DEEPEST))
    throw new ApiError(400, `Groups cannot be nested deeper than ${DEEPEST}.`);
  const own = context.draft.own(place.sheetId);
  const gridProperties = { ...own.properties?.gridProperties, [CONTROLS[place.dimension]]: true };
  own.properties = { ...own.properties, gridProperties };
  return { addDimensionGroup: keep(place, depths, context) };
}

/** One group less in the range; recorded: the answer is empty where none is left. */
export function deleteDimensionGroup({ range }: Of<'deleteDimensionGroup'>, context: RequestContext): object {
  const place = placeOf(range, context);
  const depths = depthsOf(place, context);
  for (let i = place.start; i < place.end; i += 1) {
    const depth = depths[i] ?? 0;
    if (depth === 0) throw new ApiError(400, 'Cannot delete a group that does not exist.');
    depths[i] = depth - 1;
  }
  return { deleteDimensionGroup: keep(place, depths, context) };
}

/** Folds a group or unfolds it; its rows or columns are hidden or shown with it. */
export function updateDimensionGroup(request: Of<'updateDimensionGroup'>, context: RequestContext): void {
  const group = required(request.dimensionGroup, 'dimensionGroup');
  const mask = readUpdateMask(request.fields, 'DimensionGroup');
  if (mask !== 'all') {
    for (const field of Object.keys(mask))
      if (field !== 'collapsed') throw new ApiError(400, `Field cannot be updated: ${field}`);
  }
  const place = placeOf(group.range, context);
  const isMeant = ({ range = {}, depth }: Group) =>
    range.startIndex === place.start && range.endIndex === place.end && depth === (group.depth ?? 0);
  const own = context.draft.own(place.sheetId);
  const list = own[LISTS[place.dimension]] ?? [];
  if (!list.some(isMeant)) throw new ApiError(400, 'No group with that range and depth.');
  own[LISTS[place.dimension]] = list.map((one) => (isMeant(one) ? folded(one, group.collapsed ?? false) : one));
  const metadata = context.draft.grid(place.sheetId)[METADATA[place.dimension]];
  while (metadata.length < place.end) metadata.push({});
  for (let i = place.start; i < place.end; i += 1) {
    const { hiddenByUser: _, ...rest } = metadata[i] ?? {};
    metadata[i] = group.collapsed ? { ...rest, hiddenByUser: true } : rest;
  }
}

function folded({ collapsed: _, ...group }: Group, collapsed: boolean): Group {
  return collapsed ? { ...group, collapsed } : group;
}

function placeOf(range: DimensionRange | undefined, context: RequestContext): Place {
  const { sheetId = 0, dimension, startIndex = 0, endIndex } = required(range, 'range');
  if (dimension !== 'ROWS' && dimension !== 'COLUMNS') throw new ApiError(400, 'No dimension specified.');
  const size = gridSize(context.draft.sheet(sheetId))[dimension === 'ROWS' ? 'rows' : 'columns'];
  const end = endIndex ?? size;
  if (startIndex < 0 || end <= startIndex || end > size)
    throw new ApiError(400, `DimensionRange [${startIndex}..${end}) is out of bounds: there are ${size}.`);
  context.rights.requireSheet(sheetId);
  return { sheetId, dimension, start: startIndex, end };
}

function depthsOf({ sheetId, dimension }: Place, context: RequestContext): number[] {
  const sheet = context.draft.sheet(sheetId);
  const size = gridSize(sheet)[dimension === 'ROWS' ? 'rows' : 'columns'];
  return Array.from({ length: size }, (_, i) => depthAt(sheet[LISTS[dimension]] ?? [], i));
}

const depthAt = (groups: readonly Group[], index: number) =>
  groups.filter(({ range = {} }) => index >= (range.startIndex ?? 0) && index < (range.endIndex ?? 0)).length;

/** Writes the runs of each depth as groups; a run that stands stays folded as it was. Answers what a reply holds of it. */
function keep({ sheetId, dimension }: Place, depths: readonly number[], context: RequestContext): object {
  const own: Sheet = context.draft.own(sheetId);
  const before = own[LISTS[dimension]] ?? [];
  const groups: Group[] = [];
  for (let depth = 1; depth <= Math.max(0, ...depths); depth += 1) {
    let start = -1;
    for (let i = 0; i <= depths.length; i += 1) {
      const isInside = (depths[i] ?? 0) >= depth;
      if (isInside && start < 0) start = i;
      if (isInside || start < 0) continue;
      const range = { ...(sheetId ? { sheetId } : {}), dimension, startIndex: start, endIndex: i };
      const wasFolded = before.some(
        (group) => group.collapsed === true && (group.range?.startIndex ?? 0) === start && group.range?.endIndex === i,
      );
      groups.push(folded({ range, depth }, wasFolded));
      start = -1;
    }
  }
  if (groups.length === 0) {
    delete own[LISTS[dimension]];
    return {};
  }
  own[LISTS[dimension]] = groups;
  return { dimensionGroups: groups };
}
