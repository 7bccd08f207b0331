// addBanding, updateBanding, deleteBanding: alternating colours.
import { ApiError } from '../../contract.ts';
import { allOf, freeId, type Reply, type RequestContext, required } from '../context.ts';
import { overlay, readUpdateMask } from '../mask.ts';
import { replace } from '../rearrange.ts';
import { boundedRect, clippedRect, intersects } from '../rect.ts';

type Requests = GoogleAppsScript.Sheets.Schema.Request;
type Of<K extends keyof Requests> = NonNullable<Requests[K]>;
type BandedRange = GoogleAppsScript.Sheets.Schema.BandedRange;

/** New bands; an id that exists, or a range that has bands already, is refused. */
export function addBanding(request: Of<'addBanding'>, context: RequestContext): Reply {
  const given = required(request.bandedRange, 'bandedRange');
  const taken = allOf(context.draft, (sheet) => sheet.bandedRanges).flatMap(({ item }) => item.bandedRangeId ?? []);
  const bandedRange = { ...given, bandedRangeId: freeId(context, given.bandedRangeId, taken, 'Banded range') };
  const sheetId = check(bandedRange, context);
  const own = context.draft.own(sheetId);
  own.bandedRanges = [...(own.bandedRanges ?? []), bandedRange];
  return { addBanding: { bandedRange } };
}

/** Range and colours of bands. */
export function updateBanding(request: Of<'updateBanding'>, context: RequestContext): void {
  const given = required(request.bandedRange, 'bandedRange');
  const { sheetId, item } = find(context, given.bandedRangeId);
  const mask = readUpdateMask(request.fields, 'BandedRange');
  const next: BandedRange = { ...overlay(item, given, mask), bandedRangeId: item.bandedRangeId };
  context.rights.requireRange(item.range);
  if (check(next, context) !== sheetId) throw new ApiError(400, 'Banding cannot be moved to another sheet.');
  replace(context.draft.own(sheetId), 'bandedRanges', (one) => (one === item ? next : one));
}

/** Takes bands away. */
export function deleteBanding(request: Of<'deleteBanding'>, context: RequestContext): void {
  const { sheetId, item } = find(context, request.bandedRangeId);
  context.rights.requireRange(item.range);
  replace(context.draft.own(sheetId), 'bandedRanges', (one) => (one === item ? undefined : one));
}

function find(context: RequestContext, id: number | undefined): { sheetId: number; item: BandedRange } {
  const found = allOf(context.draft, (sheet) => sheet.bandedRanges).find(({ item }) => item.bandedRangeId === id);
  if (!found) throw new ApiError(400, `No banding with id: ${id ?? 0}`);
  return found;
}

function check(banding: BandedRange, context: RequestContext): number {
  const range = required(banding.range, 'BandedRange.range');
  const sheetId = range.sheetId ?? 0;
  const sheet = context.draft.sheet(sheetId);
  const rect = boundedRect(range, sheet);
  context.rights.requireRange(range);
  const bands = [banding.rowProperties, banding.columnProperties].filter((properties) => properties !== undefined);
  if (bands.length === 0)
    throw new ApiError(400, 'At least one of rowProperties and columnProperties must be specified.');
  for (const properties of bands) {
    if (!properties.firstBandColorStyle || !properties.secondBandColorStyle) {
      throw new ApiError(400, 'firstBandColor and secondBandColor must be specified.');
    }
  }
  for (const other of sheet.bandedRanges ?? []) {
    if (other.bandedRangeId !== banding.bandedRangeId && intersects(clippedRect(other.range ?? {}, sheet), rect)) {
      throw new ApiError(
        400,
        'You cannot add alternating background colors to a range that already has alternating background colors.',
      );
    }
  }
  return sheetId;
}
