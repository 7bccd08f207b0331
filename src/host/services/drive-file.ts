// A file as the Drive API shows it.
import { fromBase64 } from '../bytes.ts';
import { FOLDER, mayShare } from '../files.ts';
import type { Run } from '../run.ts';
import type { Value } from '../service.ts';
import type { FileState } from '../state.ts';
import { canonical } from '../store.ts';
import { pickFields } from './drive-fields.ts';

/** The fields of a file's resource the host knows. */
export const FILE_FIELDS: readonly string[] = [
  'kind',
  'id',
  'name',
  'mimeType',
  'description',
  'parents',
  'appProperties',
  'createdTime',
  'modifiedTime',
  'trashed',
  'ownedByMe',
  'owners',
  'permissions',
  'permissionIds',
  'size',
  'webViewLink',
  'webContentLink',
  'shared',
];
const BY_DEFAULT = 'kind,id,name,mimeType';

/** The resource with the fields the call asks for. */
export function shown(run: Run, file: FileState, options: { readonly [key: string]: Value }): Value {
  const { fields } = options;
  return pickFields(fileResource(run, file), fields ? String(fields) : BY_DEFAULT, FILE_FIELDS);
}

/** The whole resource of a file. */
export function fileResource(run: Run, file: FileState): { [key: string]: Value } {
  const mine = file.owner === canonical(run.user);
  const permissions = mayShare(run.machine.store, file, run.user) ? permissionsOf(file) : undefined;
  const google = file.mimeType.startsWith('application/vnd.google-apps');
  return {
    kind: 'drive#file',
    id: file.id,
    name: file.name,
    mimeType: file.mimeType,
    ...(file.description === undefined ? {} : { description: file.description }),
    ...(file.appProperties ? { appProperties: { ...file.appProperties } } : {}),
    parents: [...file.parents],
    createdTime: new Date(file.createdAt).toISOString(),
    modifiedTime: new Date(file.modifiedAt).toISOString(),
    trashed: file.trashed,
    ownedByMe: mine,
    owners: [{ kind: 'drive#user', emailAddress: file.owner, me: mine }],
    shared: file.permissions.length > 0,
    ...(permissions && { permissions, permissionIds: permissions.map((permission) => permission['id']) }),
    ...(google ? {} : { size: String(fromBase64(file.content ?? '')?.length ?? 0) }),
    webViewLink: webLink(file),
  };
}

function webLink(file: FileState): string {
  if (file.mimeType === FOLDER) return `https://drive.google.com/drive/folders/${file.id}`;
  if (file.mimeType.endsWith('apps.document')) return `https://docs.google.com/document/d/${file.id}/edit?usp=drivesdk`;
  if (file.mimeType.endsWith('apps.spreadsheet')) {
    return `https://docs.google.com/spreadsheets/d/${file.id}/edit?usp=drivesdk`;
  }
  return `https://drive.google.com/file/d/${file.id}/view?usp=drivesdk`;
}

const API_ROLES = { owner: 'owner', editor: 'writer', commenter: 'commenter', viewer: 'reader' } as const;

/** The permissions of a file as resources, the owner's first. */
export function permissionsOf(file: FileState): { [key: string]: Value }[] {
  const all = [{ id: `owner-${file.id}`, address: file.owner, role: 'owner' as const }, ...file.permissions];
  return all.map(({ id, address, role }) => ({
    kind: 'drive#permission',
    id,
    type: address === 'anyone' ? 'anyone' : 'user',
    role: API_ROLES[role],
    ...(address === 'anyone' ? {} : { emailAddress: address, displayName: address }),
  }));
}
