// Drive.Permissions: sharing of files by a script.
import { driveFile } from '../access.ts';
import { ApiError, NotEmulated } from '../contract.ts';
import { mayShare, share } from '../files.ts';
import type { Run } from '../run.ts';
import { type Args, type Method, ServiceObject, type Value } from '../service.ts';
import type { FilePermission, FileState } from '../state.ts';
import { pickFields } from './drive-fields.ts';
import { permissionsOf } from './drive-file.ts';

const ROLES: Readonly<Record<string, FilePermission['role']>> = {
  writer: 'editor',
  commenter: 'commenter',
  reader: 'viewer',
};
const FIELDS = ['kind', 'id', 'type', 'role', 'emailAddress', 'displayName'];
const BY_DEFAULT = 'kind,id,type,role';

export function drivePermissions(run: Run, common: Pick<Method, 'remote' | 'scopes'>): ServiceObject {
  const { store } = run.machine;
  const method = (effect: (args: Args) => Value): Method => ({ ...common, effect });
  const mine = (id: string): FileState => {
    const file = driveFile(run, id);
    if (mayShare(store, file, run.user)) return file;
    throw new ApiError(403, 'The user does not have sufficient permissions for this file.');
  };
  return new ServiceObject({
    service: 'Drive.Permissions',
    methods: {
      create: method((args) => {
        const resource = args.record(0);
        const file = mine(args.text(1));
        const role = ROLES[String(resource['role'])];
        if (!role) throw new NotEmulated(`permission of role ${String(resource['role'])}`);
        const { type, emailAddress } = resource;
        if (type !== 'user' && type !== 'anyone') throw new NotEmulated(`permission of type ${String(type)}`);
        if (type === 'user' && !/^[^\s@]+@[^\s@]+$/u.test(String(emailAddress ?? ''))) {
          throw new ApiError(
            400,
            'The specified emailAddress is invalid or not applicable for the given permission type.',
          );
        }
        const { id } = share(store, file, type === 'anyone' ? 'anyone' : String(emailAddress), role);
        return shownPermission(file, id, args.optionalRecord(2));
      }),
      get: method((args) => shownPermission(driveFile(run, args.text(0)), args.text(1), args.optionalRecord(2))),
      list: method((args) => {
        const permissions = permissionsOf(mine(args.text(0)));
        const { fields } = args.optionalRecord(1);
        if (fields)
          return pickFields({ kind: 'drive#permissionList', permissions }, String(fields), ['kind', 'permissions']);
        return { kind: 'drive#permissionList', permissions: pickFields(permissions, BY_DEFAULT, FIELDS) };
      }),
      remove: method((args) => {
        const file = mine(args.text(0));
        const id = args.text(1);
        if (!file.permissions.some((permission) => permission.id === id)) {
          throw new ApiError(404, `Permission not found: ${id}.`);
        }
        file.permissions = file.permissions.filter((permission) => permission.id !== id);
        return null;
      }),
    },
  });
}

function shownPermission(file: FileState, id: string, options: { readonly [key: string]: Value }): Value {
  const found = permissionsOf(file).find((permission) => permission['id'] === id);
  if (!found) throw new ApiError(404, `Permission not found: ${id}.`);
  return pickFields(found, options['fields'] ? String(options['fields']) : BY_DEFAULT, FIELDS);
}
