// createDeveloperMetadata, updateDeveloperMetadata, deleteDeveloperMetadata.
import { ApiError, NotEmulated } from '../../contract.ts';
import { freeId, type Reply, type RequestContext, required } from '../context.ts';
import { overlay, readUpdateMask } from '../mask.ts';
import {
  type DeveloperMetadata,
  listMetadata,
  located,
  type MetadataPlace,
  matches,
  type PlacedMetadata,
  placeOf,
} from '../metadata.ts';
import { gridSize } from '../rect.ts';
import { MOST_METADATA } from '../settings.ts';

type Requests = GoogleAppsScript.Sheets.Schema.Request;
type Of<K extends keyof Requests> = NonNullable<Requests[K]>;
type DataFilter = GoogleAppsScript.Sheets.Schema.DataFilter;

/** A new piece of metadata; an id that exists is refused. */
export function createDeveloperMetadata(request: Of<'createDeveloperMetadata'>, context: RequestContext): Reply {
  const { location, ...given } = required(request.developerMetadata, 'developerMetadata');
  const taken = listMetadata(context.draft.book).flatMap(({ metadata }) => metadata.metadataId ?? []);
  if (given.metadataId !== undefined && given.metadataId <= 0) throw new ApiError(400, 'metadataId must be positive.');
  if (given.metadataId !== undefined && taken.includes(given.metadataId)) {
    const id = given.metadataId;
    throw new ApiError(
      400,
      `Cannot add developer metadata with ID [${id}] because developer metadata with that ID already exists.`,
    );
  }
  const metadata = { ...given, metadataId: freeId(context, given.metadataId, taken, 'Developer metadata') };
  const place = checkedPlace(location, context);
  check(metadata);
  change(context, place, (list) => [...list, metadata]);
  requireRoom(context);
  return { createDeveloperMetadata: { developerMetadata: located({ place, metadata }) } };
}

/** Key, value, visibility or place of all metadata that the filters select. */
export function updateDeveloperMetadata(request: Of<'updateDeveloperMetadata'>, context: RequestContext): Reply {
  const given = required(request.developerMetadata, 'developerMetadata');
  const mask = readUpdateMask(request.fields, 'DeveloperMetadata');
  if (mask !== 'all' && mask['metadataId']) throw new ApiError(400, 'metadataId cannot be changed.');
  const moved = mask === 'all' || mask['location'] ? checkedPlace(given.location, context) : undefined;
  const filters = request.dataFilters ?? [];
  if (filters.length === 0) throw new ApiError(400, 'At least one data filter must be specified.');
  const found = listMetadata(context.draft.book).filter((one) => filters.some((filter) => selects(filter, one)));
  const updated = found.map((old): PlacedMetadata => {
    const { location: _place, ...next } = overlay(old.metadata, given, mask);
    const metadata = { ...next, metadataId: old.metadata.metadataId };
    check(metadata);
    change(context, old.place, (list) => list.filter((one) => one !== old.metadata));
    const place = moved ?? old.place;
    change(context, place, (list) => [...list, metadata]);
    return { place, metadata };
  });
  requireRoom(context);
  return { updateDeveloperMetadata: { developerMetadata: updated.map(located) } };
}

/** Takes away all metadata that the filter selects. */
export function deleteDeveloperMetadata(request: Of<'deleteDeveloperMetadata'>, context: RequestContext): Reply {
  const filter = required(request.dataFilter, 'dataFilter');
  const found = listMetadata(context.draft.book).filter((one) => selects(filter, one));
  for (const old of found) change(context, old.place, (list) => list.filter((one) => one !== old.metadata));
  return { deleteDeveloperMetadata: { deletedDeveloperMetadata: found.map(located) } };
}

function selects(filter: DataFilter, metadata: PlacedMetadata): boolean {
  if (!filter.developerMetadataLookup) throw new NotEmulated('data filters of metadata by range');
  return matches(metadata, filter.developerMetadataLookup);
}

function checkedPlace(location: DeveloperMetadata['location'], context: RequestContext): MetadataPlace {
  const place = placeOf(location);
  const { startIndex, endIndex } = location?.dimensionRange ?? {};
  if (location?.dimensionRange && (startIndex === undefined || endIndex === undefined)) {
    throw new ApiError(400, 'DimensionRange must specify both a startIndex and an endIndex');
  }
  if (location?.dimensionRange && !place) {
    throw new ApiError(400, 'DimensionRange must represent a single row or column');
  }
  if (!place)
    throw new ApiError(400, 'DeveloperMetadata.location must name the spreadsheet, one sheet, one row or one column.');
  if (place.kind === 'SPREADSHEET') return place;
  const size = gridSize(context.draft.sheet(place.sheetId));
  if (place.kind !== 'SHEET' && (place.index < 0 || place.index >= (place.kind === 'ROW' ? size.rows : size.columns))) {
    throw new ApiError(400, `DeveloperMetadata.location: ${place.kind} ${place.index} is out of bounds.`);
  }
  return place;
}

function check(metadata: DeveloperMetadata): void {
  if (!metadata.metadataKey) throw new ApiError(400, 'Developer metadata must always have a key specified.');
  if (!metadata.visibility) throw new ApiError(400, 'Developer metadata must always have visibility specified.');
}

/** Google counts the characters of keys and values, once for the spreadsheet's own and once for each tab's. */
function requireRoom(context: RequestContext): void {
  const used = new Map<string, number>();
  for (const { place, metadata } of listMetadata(context.draft.book)) {
    const owner = place.kind === 'SPREADSHEET' ? 'spreadsheet' : `sheet ${place.sheetId}`;
    const length = (metadata.metadataKey ?? '').length + (metadata.metadataValue ?? '').length;
    used.set(owner, (used.get(owner) ?? 0) + length);
  }
  for (const [owner, length] of used) {
    if (length > MOST_METADATA) {
      throw new ApiError(400, `Developer metadata of ${owner} exceeds the limit of ${MOST_METADATA} characters.`);
    }
  }
}

function change(
  context: RequestContext,
  place: MetadataPlace,
  map: (list: readonly DeveloperMetadata[]) => DeveloperMetadata[],
): void {
  const put = (holder: { developerMetadata?: DeveloperMetadata[] | undefined }) => {
    const list = map(holder.developerMetadata ?? []);
    if (list.length > 0) holder.developerMetadata = list;
    else delete holder.developerMetadata;
  };
  const { draft } = context;
  if (place.kind === 'SPREADSHEET') put(draft.book);
  else if (place.kind === 'SHEET') put(draft.own(place.sheetId));
  else {
    const grid = draft.grid(place.sheetId);
    const list = place.kind === 'ROW' ? grid.rowMetadata : grid.columnMetadata;
    while (list.length <= place.index) list.push({});
    const copy = { ...list[place.index] };
    put(copy);
    list[place.index] = copy;
  }
}
