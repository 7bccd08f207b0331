// addProtectedRange, updateProtectedRange, deleteProtectedRange: who may edit which cells.
import { ApiError, NotEmulated } from '../../contract.ts';
import { allOf, freeId, type Reply, type RequestContext, required } from '../context.ts';
import { titleOf } from '../draft.ts';
import { overlay, readUpdateMask } from '../mask.ts';
import { replace } from '../rearrange.ts';
import { boundedRect } from '../rect.ts';
import { isSheetProtection, mayEdit, type ProtectedRange, protectionRange } from '../rights.ts';

type Requests = GoogleAppsScript.Sheets.Schema.Request;
type Of<K extends keyof Requests> = NonNullable<Requests[K]>;

/** A new protection; without editors every editor of the file may go on editing. */
export function addProtectedRange(request: Of<'addProtectedRange'>, context: RequestContext): Reply {
  const given = required(request.protectedRange, 'protectedRange');
  const taken = allOf(context.draft, (sheet) => sheet.protectedRanges).flatMap(
    ({ item }) => item.protectedRangeId ?? [],
  );
  const protectedRangeId = freeId(context, given.protectedRangeId, taken, 'Protected range');
  const protection = { ...given, protectedRangeId };
  const sheetId = check(protection, context);
  const own = context.draft.own(sheetId);
  own.protectedRanges = [...(own.protectedRanges ?? []), protection];
  // The reply tells of those it was given alone; only a later look lists the owner.
  const editors = protection.editors ?? {};
  return { addProtectedRange: { protectedRange: { ...protection, editors, requestingUserCanEdit: true } } };
}

/** Range, description, editors … of a protection the caller may edit. */
export function updateProtectedRange(request: Of<'updateProtectedRange'>, context: RequestContext): void {
  const given = required(request.protectedRange, 'protectedRange');
  const old = find(context, given.protectedRangeId);
  context.rights.requireProtection(old.item);
  const mask = readUpdateMask(request.fields, 'ProtectedRange');
  const next: ProtectedRange = { ...overlay(old.item, given, mask), protectedRangeId: old.item.protectedRangeId };
  delete next.requestingUserCanEdit;
  // The range and the named range of a protection replace one another; so do a warning and a list of editors.
  if (mask !== 'all' && mask['namedRangeId'] && given.namedRangeId && !mask['range']) delete next.range;
  if (mask !== 'all' && mask['range'] && given.range && !mask['namedRangeId']) delete next.namedRangeId;
  if (next.warningOnly && !given.editors) delete next.editors;
  const sheetId = check(next, context, old.item);
  if (sheetId === old.sheetId) {
    replace(context.draft.own(sheetId), 'protectedRanges', (item) => (item === old.item ? next : item));
    return;
  }
  replace(context.draft.own(old.sheetId), 'protectedRanges', (item) => (item === old.item ? undefined : item));
  const own = context.draft.own(sheetId);
  own.protectedRanges = [...(own.protectedRanges ?? []), next];
}

/** Takes a protection away; anybody who may edit it may. */
export function deleteProtectedRange(request: Of<'deleteProtectedRange'>, context: RequestContext): void {
  const old = find(context, request.protectedRangeId);
  context.rights.requireProtection(old.item);
  replace(context.draft.own(old.sheetId), 'protectedRanges', (item) => (item === old.item ? undefined : item));
}

function find(context: RequestContext, id: number | undefined): { sheetId: number; item: ProtectedRange } {
  const found = allOf(context.draft, (sheet) => sheet.protectedRanges).find(({ item }) => item.protectedRangeId === id);
  if (!found) throw new ApiError(400, `No protected range with id: ${id ?? 0}`);
  return found;
}

/** Refuses what Google refuses and answers the tab the protection is on. */
function check(protection: ProtectedRange, context: RequestContext, old?: ProtectedRange): number {
  const { draft } = context;
  if (protection.range && protection.namedRangeId) {
    throw new ApiError(400, 'Only one of range and namedRangeId may be specified.');
  }
  if (!protection.range && !protection.namedRangeId) throw new ApiError(400, 'No range or namedRangeId specified.');
  const range = protectionRange(draft.book, protection);
  if (!range) throw new ApiError(400, `No named range with id: ${protection.namedRangeId ?? ''}`);
  const sheetId = range.sheetId ?? 0;
  const sheet = draft.sheet(sheetId);
  boundedRect(range, sheet);
  if (isSheetProtection(protection)) {
    if (sheet.protectedRanges?.some((other) => other !== old && isSheetProtection(other))) {
      throw new ApiError(400, `Sheet "${titleOf(sheet)}" already has sheet protection.`);
    }
    for (const open of protection.unprotectedRanges ?? []) {
      if ((open.sheetId ?? 0) !== sheetId) throw new ApiError(400, 'unprotectedRanges must be on the protected sheet.');
      boundedRect(open, sheet);
    }
  } else if (protection.unprotectedRanges) {
    throw new ApiError(400, 'unprotectedRanges are only supported on protected sheets.');
  }
  context.rights.requireRange(range);
  checkEditors(protection, context);
  return sheetId;
}

function checkEditors(protection: ProtectedRange, context: RequestContext): void {
  const { editors } = protection;
  if (!editors) return;
  if (protection.warningOnly) throw new ApiError(400, 'ProtectedRange is warningOnly. Editors cannot be set on it.');
  if (editors.groups || editors.domainUsersCanEdit)
    throw new NotEmulated('groups or domains as editors of a protection');
  for (const user of editors.users ?? []) {
    if (context.settings.refuseUnsharedEditors && !context.isShared(user)) {
      throw new ApiError(400, `The account ${user} cannot be an editor: the file is not shared with it.`);
    }
  }
  if (!mayEdit(protection, context.rights.actor)) throw new ApiError(400, "You can't remove yourself as an editor.");
}
