// The advanced service Drive (v3): files and their permissions. Under `drive.file` a run sees only what its own account made
// with this very script; anything else is «File not found».
import { driveFile } from '../access.ts';
import { fromBase64, toBase64 } from '../bytes.ts';
import { SCOPES } from '../consent.ts';
import { ApiError, NotEmulated } from '../contract.ts';
import { copyFile, FOLDER, newFile, newSpreadsheet, SPREADSHEET } from '../files.ts';
import type { Run } from '../run.ts';
import { type Args, isList, isRecord, type Method, ServiceObject, type Value } from '../service.ts';
import type { FileState } from '../state.ts';
import { canonical } from '../store.ts';
import { blobObject, converted } from './blob.ts';
import { FILE_FIELDS, shown } from './drive-file.ts';
import { listFiles } from './drive-list.ts';
import { drivePermissions } from './drive-permissions.ts';
import { MIME_TYPES } from './mime-types.ts';

const METHOD = { remote: true, scopes: [SCOPES.driveFile, SCOPES.drive] } as const;
const LARGEST_EXPORT = 10 * 1024 * 1024;
/** What of a file's resource may be set. */
const WRITABLE = ['name', 'mimeType', 'description', 'parents', 'appProperties', 'trashed'];

export function driveService(run: Run): ServiceObject {
  const method = (effect: (args: Args) => Value): Method => ({ ...METHOD, effect });
  const files = new ServiceObject({
    service: 'Drive.Files',
    methods: {
      create: method((args) => shown(run, create(run, args), args.optionalRecord(2))),
      get: method((args) => {
        const file = driveFile(run, args.text(0));
        const options = args.optionalRecord(1);
        return options['alt'] === 'media' ? download(run, file) : shown(run, file, options);
      }),
      update: method((args) => shown(run, update(run, args), args.optionalRecord(3))),
      copy: method((args) => {
        const { name } = resourceOf(args.values[0]);
        const copy = copyFile(run.machine.store, run.user, driveFile(run, args.text(1)), text(name), run.scriptId);
        return shown(run, copy, args.optionalRecord(2));
      }),
      list: method((args) => listFiles(run, args.optionalRecord(0))),
      export: method((args) => exported(run, args)),
      remove: method((args) => {
        const file = driveFile(run, args.text(0));
        if (file.owner !== canonical(run.user)) {
          throw new ApiError(403, 'The user does not have sufficient permissions for this file.');
        }
        delete run.machine.store.state.files[file.id];
        delete run.machine.store.sheets.files[file.id];
        return null;
      }),
    },
  });
  return new ServiceObject({
    service: 'Drive',
    properties: { Files: files, Permissions: drivePermissions(run, METHOD) },
  });
}

/** The writable part of a file's resource. Throws ApiError 400 on fields Google has and the host cannot set. */
function resourceOf(value: Value): { readonly [key: string]: Value } {
  if (!isRecord(value)) return {};
  for (const field of Object.keys(value)) {
    if (!WRITABLE.includes(field)) {
      if (FILE_FIELDS.includes(field))
        throw new ApiError(403, `The resource body includes fields which are not directly writable.`);
      throw new NotEmulated(`Drive.Files field ${field}`);
    }
  }
  return value;
}

function create(run: Run, args: Args): FileState {
  const { store } = run.machine;
  const resource = resourceOf(args.values[0]);
  const blob = args.given(1) ? args.blob(1) : undefined;
  const parents = parentsOf(run, resource['parents']);
  const mimeType = text(resource['mimeType']) ?? blob?.contentType ?? 'application/octet-stream';
  const name = text(resource['name']) ?? 'Untitled';
  if (mimeType === SPREADSHEET) {
    if (blob) throw new NotEmulated('conversion of a file into a spreadsheet');
    const file = store.file(newSpreadsheet(store, run.user, { properties: { title: name } }, run.scriptId));
    if (parents) file.parents = parents;
    return file;
  }
  if (blob && mimeType === MIME_TYPES.GOOGLE_DOCS && !convertible(blob.contentType)) {
    throw new NotEmulated(`conversion of ${blob.contentType} into a document`);
  }
  const file = newFile(store, run.user, { name, mimeType, ...(parents ? { parents } : {}), script: run.scriptId });
  if (blob) file.content = toBase64(blob.bytes);
  if (blob?.contentType && blob.contentType !== mimeType) file.contentType = blob.contentType;
  describe(file, resource);
  return file;
}

function convertible(type: string | null): boolean {
  return type === MIME_TYPES.MICROSOFT_WORD || type === MIME_TYPES.HTML || type === MIME_TYPES.PLAIN_TEXT;
}

function update(run: Run, args: Args): FileState {
  const { store } = run.machine;
  const resource = resourceOf(args.values[0]);
  const file = driveFile(run, args.text(1));
  const role = store.role(file.id, run.user);
  if (role !== 'owner' && role !== 'editor') {
    throw new ApiError(403, 'The user does not have sufficient permissions for this file.');
  }
  if (resource['parents'] !== undefined) {
    throw new ApiError(
      403,
      'The parents field is not directly writable in update requests. Use the addParents and removeParents parameters instead.',
    );
  }
  const options = args.optionalRecord(3);
  const added = text(options['addParents']);
  const removed = text(options['removeParents'])?.split(',') ?? [];
  if (added !== undefined) file.parents = [...(parentsOf(run, added.split(',')) ?? [])];
  else file.parents = file.parents.filter((parent) => !removed.includes(parent));
  if (args.given(2)) {
    if (store.sheets.files[file.id]) throw new NotEmulated('new content for a spreadsheet');
    file.content = toBase64(args.blob(2).bytes);
    const type = args.blob(2).contentType;
    if (file.mimeType.startsWith('application/vnd.google-apps')) file.contentType = type ?? file.mimeType;
    else if (type) file.mimeType = type;
  }
  const name = text(resource['name']);
  if (name !== undefined) rename(run, file, name);
  if (typeof resource['trashed'] === 'boolean') file.trashed = resource['trashed'];
  describe(file, resource);
  file.modifiedAt = store.state.clock;
  return file;
}

function rename(run: Run, file: FileState, name: string): void {
  file.name = name;
  const book = run.machine.store.sheets.files[file.id];
  if (book) run.machine.store.sheets.files[file.id] = { ...book, properties: { ...book.properties, title: name } };
}

function describe(file: FileState, resource: { readonly [key: string]: Value }): void {
  const description = text(resource['description']);
  if (description !== undefined) file.description = description;
  if (isRecord(resource['appProperties'])) {
    const set = Object.entries(resource['appProperties']).map(([key, value]) => [key, String(value)]);
    file.appProperties = { ...file.appProperties, ...Object.fromEntries(set) };
  }
}

/** Folders the run may put a file into. */
function parentsOf(run: Run, value: Value): string[] | undefined {
  if (!isList(value)) return undefined;
  const root = run.machine.store.account(run.user).root;
  return value.map((id) => {
    if (id === 'root' || id === root) return root;
    const folder = driveFile(run, String(id));
    if (folder.mimeType !== FOLDER) throw new ApiError(403, 'The specified parent is not a folder.');
    return folder.id;
  });
}

function download(run: Run, file: FileState): ServiceObject {
  if (file.mimeType.startsWith('application/vnd.google-apps')) {
    throw new ApiError(403, 'Only files with binary content can be downloaded. Use Export with Docs Editors files.');
  }
  return blobObject(run, { name: file.name, contentType: file.mimeType, bytes: contentOf(file) });
}

/** Drive.Files.export(id, type, { alt: 'media' }): without `alt` Apps Script gets no bytes. */
function exported(run: Run, args: Args): Value {
  const file = driveFile(run, args.text(0));
  const to = args.text(1);
  if (!file.mimeType.startsWith('application/vnd.google-apps') || file.mimeType === FOLDER) {
    throw new ApiError(403, 'Export only supports Docs Editors files.');
  }
  if (args.optionalRecord(2)['alt'] !== 'media') throw new NotEmulated("Drive.Files.export without { alt: 'media' }");
  if (run.machine.store.sheets.files[file.id]) throw new NotEmulated(`export of a spreadsheet to ${to}`);
  const from = file.contentType ?? MIME_TYPES.PLAIN_TEXT;
  const bytes = from === to ? contentOf(file) : converted(run, contentOf(file), from, to);
  if (bytes.length > LARGEST_EXPORT) throw new ApiError(403, 'This file is too large to be exported.');
  return blobObject(run, { name: file.name, contentType: to, bytes });
}

function contentOf(file: FileState): Uint8Array {
  return fromBase64(file.content ?? '') ?? new Uint8Array();
}

function text(value: Value): string | undefined {
  return value === null || value === undefined ? undefined : String(value);
}
