// addNamedRange, updateNamedRange, deleteNamedRange: names for ranges. Ids and names are unique in the file, also those of
// ranges whose cells were deleted (Google hides them and keeps both taken).
import { ApiError, type GridRange } from '../../contract.ts';
import { type Reply, type RequestContext, required } from '../context.ts';
import { overlay, readUpdateMask } from '../mask.ts';
import { boundedRect } from '../rect.ts';

type Requests = GoogleAppsScript.Sheets.Schema.Request;
type Of<K extends keyof Requests> = NonNullable<Requests[K]>;
type NamedRange = GoogleAppsScript.Sheets.Schema.NamedRange;

/** A new name; an id that exists is refused. */
export function addNamedRange(request: Of<'addNamedRange'>, context: RequestContext): Reply {
  const given = required(request.namedRange, 'namedRange');
  const all = context.draft.book.namedRanges ?? [];
  const namedRangeId = given.namedRangeId ?? randomId(context, all);
  if (!/^[A-Za-z0-9_.|:-]{1,250}$/u.test(namedRangeId))
    throw new ApiError(400, `Invalid named range id: ${namedRangeId}`);
  if (all.some((named) => named.namedRangeId === namedRangeId)) {
    throw new ApiError(400, `Named range with id ${namedRangeId} already exists.`);
  }
  checkName(given.name, all, undefined);
  const namedRange = { namedRangeId, name: given.name, range: checkRange(given.range, context) };
  context.draft.book.namedRanges = [...all, namedRange];
  return { addNamedRange: { namedRange } };
}

/** Another name or range for an id. */
export function updateNamedRange(request: Of<'updateNamedRange'>, context: RequestContext): void {
  const given = required(request.namedRange, 'namedRange');
  const all = context.draft.book.namedRanges ?? [];
  const old = find(all, given.namedRangeId);
  const mask = readUpdateMask(request.fields, 'NamedRange');
  requireBackedProtections(context, old.namedRangeId);
  const next = { ...overlay(old, given, mask), namedRangeId: old.namedRangeId };
  checkName(next.name, all, old.namedRangeId);
  next.range = checkRange(next.range, context);
  context.draft.book.namedRanges = all.map((named) => (named === old ? next : named));
}

/** Takes a name away; protections it backs go with it. */
export function deleteNamedRange(request: Of<'deleteNamedRange'>, context: RequestContext): void {
  const all = context.draft.book.namedRanges ?? [];
  const old = find(all, request.namedRangeId);
  requireBackedProtections(context, old.namedRangeId);
  for (const sheet of [...context.draft.sheets]) {
    if (!sheet.protectedRanges?.some((protection) => protection.namedRangeId === old.namedRangeId)) continue;
    const own = context.draft.own(sheet.properties?.sheetId ?? 0);
    own.protectedRanges = sheet.protectedRanges.filter((protection) => protection.namedRangeId !== old.namedRangeId);
  }
  const rest = all.filter((named) => named !== old);
  if (rest.length > 0) context.draft.book.namedRanges = rest;
  else delete context.draft.book.namedRanges;
}

function requireBackedProtections(context: RequestContext, namedRangeId: string | undefined): void {
  for (const sheet of context.draft.sheets) {
    for (const protection of sheet.protectedRanges ?? []) {
      if (protection.namedRangeId === namedRangeId) context.rights.requireProtection(protection);
    }
  }
}

function find(all: readonly NamedRange[], id: string | undefined): NamedRange {
  const found = all.find((named) => named.namedRangeId === id);
  if (!found) throw new ApiError(400, `No named range with id: ${id ?? ''}`);
  return found;
}

function randomId(context: RequestContext, all: readonly NamedRange[]): string {
  for (;;) {
    const id = Math.floor(context.world.random() * 36 ** 8)
      .toString(36)
      .padStart(8, '0');
    if (!all.some((named) => named.namedRangeId === id)) return id;
  }
}

/** Letters (Vietnamese ones too), digits and underscores, not like a cell, at most 250 characters, unlike every other name. */
function checkName(name: string | undefined, all: readonly NamedRange[], but: string | undefined): void {
  const text = name ?? '';
  const plain = /^[\p{L}_][\p{L}\p{M}\p{N}_.]*$/u.test(text) && text.length <= 250;
  const likeCell = /^[A-Za-z]{1,3}[0-9]+$|^[Rr][0-9]*[Cc][0-9]*$|^(true|false)$/iu.test(text);
  if (!plain || likeCell) throw new ApiError(400, `Invalid named range name: ${text}`);
  if (all.some((named) => named.namedRangeId !== but && named.name?.toLowerCase() === text.toLowerCase())) {
    throw new ApiError(400, `Cannot add named range with name ${text}, a named range with that name already exists.`);
  }
}

function checkRange(range: GridRange | undefined, context: RequestContext): GridRange {
  const given = required(range, 'NamedRange.range');
  boundedRect(given, context.draft.sheet(given.sheetId ?? 0));
  return given;
}
