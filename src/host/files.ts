// Files: making, sharing, copying them, and the saved versions of spreadsheets.
import type { Spreadsheet } from './contract.ts';
import type { FilePermission, FileState, ScriptState } from './state.ts';
import { canonical, type Store } from './store.ts';

export const SPREADSHEET = 'application/vnd.google-apps.spreadsheet';
export const FOLDER = 'application/vnd.google-apps.folder';

/** A file without content yet; `script` made it, or a person by hand. */
export function newFile(
  store: Store,
  owner: string,
  about: { name: string; mimeType: string; parents?: string[]; script?: string | undefined },
): FileState {
  const file: FileState = {
    id: store.newId(about.mimeType === SPREADSHEET ? 44 : 33),
    name: about.name,
    mimeType: about.mimeType,
    owner: canonical(owner),
    permissions: [],
    parents: about.parents ?? [store.account(owner).root],
    createdAt: store.state.clock,
    modifiedAt: store.state.clock,
    trashed: false,
    apps: about.script === undefined ? [] : [{ user: canonical(owner), script: about.script }],
    revisions: [],
    menus: {},
  };
  store.state.files[file.id] = file;
  return file;
}

/** A new spreadsheet in the person's Drive; its id. Throws ApiError where the body is none. */
export function newSpreadsheet(store: Store, owner: string, body: Spreadsheet, script?: string): string {
  const file = newFile(store, owner, { name: '', mimeType: SPREADSHEET, script });
  try {
    store.sheets.create(file.id, body, file.owner);
  } catch (error) {
    delete store.state.files[file.id];
    throw error;
  }
  file.name = store.sheets.files[file.id]?.properties?.title ?? '';
  return file.id;
}

/** Whether somebody may share the file, and so see with whom it is shared. */
export function mayShare(store: Store, file: FileState, user: string): boolean {
  const role = store.role(file.id, user);
  return role === 'owner' || (role === 'editor' && file.onlyOwnerShares !== true);
}

/** Gives an address a role on a file; an address has one role. */
export function share(store: Store, file: FileState, address: string, role: FilePermission['role']): FilePermission {
  const key = canonical(address);
  const known = file.permissions.find((permission) => permission.address === key);
  if (known) {
    known.role = role;
    return known;
  }
  const permission: FilePermission = { id: permissionId(store), address: key, role };
  file.permissions.push(permission);
  return permission;
}

/** Takes a file away from an address. */
export function unshare(file: FileState, address: string): void {
  const key = canonical(address);
  file.permissions = file.permissions.filter((permission) => permission.address !== key);
}

function permissionId(store: Store): string {
  return String(10 ** 15 + Math.floor(store.world.random() * 8 * 10 ** 15));
}

/** A new script; bound to a spreadsheet, or standing alone. */
export function newScript(
  store: Store,
  owner: string,
  about: { name: string; code: string; manifest: ScriptState['manifest']; container?: string },
): ScriptState {
  const script: ScriptState = {
    id: store.newId(57),
    owner: canonical(owner),
    ...about,
    properties: { script: {}, user: {}, document: {} },
    cache: {},
    triggers: [],
  };
  store.state.scripts[script.id] = script;
  return script;
}

/**
 * A person's copy of a file: theirs alone, under new ids. Of a spreadsheet the protections stay with the copier as their only
 * editor, and the bound script is copied without triggers and properties.
 */
export function copyFile(store: Store, user: string, file: FileState, name?: string, script?: string): FileState {
  const copy = newFile(store, user, { name: name ?? `Bản sao của ${file.name}`, mimeType: file.mimeType, script });
  if (file.content !== undefined) copy.content = file.content;
  if (file.contentType !== undefined) copy.contentType = file.contentType;
  const book = store.sheets.files[file.id];
  if (book) {
    store.sheets.files[copy.id] = copiedBook(clone(book), copy);
    const bound = store.boundScript(file.id);
    if (bound) {
      newScript(store, user, {
        name: bound.name,
        code: bound.code,
        manifest: clone(bound.manifest),
        container: copy.id,
      });
    }
  }
  return copy;
}

function copiedBook(book: Spreadsheet, copy: FileState): Spreadsheet {
  return {
    ...book,
    spreadsheetId: copy.id,
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${copy.id}/edit`,
    properties: { ...book.properties, title: copy.name },
    sheets: (book.sheets ?? []).map((sheet) => ({
      ...sheet,
      ...(sheet.protectedRanges
        ? {
            protectedRanges: sheet.protectedRanges.map((range) =>
              range.editors ? { ...range, editors: { users: [copy.owner] } } : range,
            ),
          }
        : {}),
    })),
  };
}

/** Keeps the spreadsheet as it is in its version history; the version's id. */
export function saveVersion(store: Store, file: FileState): string {
  const book = store.sheets.files[file.id];
  if (!book) throw new Error(`${file.id} is no spreadsheet`);
  const id = String(file.revisions.length + 1);
  file.revisions.push({ id, at: store.state.clock, sheet: clone(book) });
  return id;
}

/** Brings an earlier version back: cells, formats, protections, names; sharing and properties of scripts stay as they are. */
export function restoreVersion(store: Store, file: FileState, id: string): void {
  const version = file.revisions.find((revision) => revision.id === id);
  if (!version) throw new Error(`${file.id} has no version ${id}`);
  store.sheets.files[file.id] = clone(version.sheet);
  store.sheets.recalculate(file.id);
  file.name = version.sheet.properties?.title ?? file.name;
  file.modifiedAt = store.state.clock;
}

function clone<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
