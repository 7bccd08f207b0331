// Drive.Files.list: the files a run may see, by the few kinds of query a script of ours needs.
import { madeHere } from '../access.ts';
import { hasScope, SCOPES } from '../consent.ts';
import { ApiError, NotEmulated } from '../contract.ts';
import type { Run } from '../run.ts';
import type { Value } from '../service.ts';
import type { FileState } from '../state.ts';
import { pickFields } from './drive-fields.ts';
import { FILE_FIELDS, fileResource } from './drive-file.ts';

const OPTIONS = ['q', 'pageSize', 'pageToken', 'fields', 'orderBy', 'spaces'];
const LIST_FIELDS = ['kind', 'files', 'nextPageToken', 'incompleteSearch'];
const PAGE = 100;

/** Newest change first. Throws ApiError 400 on a bad query, NotEmulated on one the host does not read. */
export function listFiles(run: Run, options: { readonly [key: string]: Value }): Value {
  const { store } = run.machine;
  for (const name of Object.keys(options))
    if (!OPTIONS.includes(name)) throw new NotEmulated(`Drive.Files.list ${name}`);
  if (options['orderBy'] !== undefined && options['orderBy'] !== 'modifiedTime desc') {
    throw new NotEmulated(`Drive.Files.list orderBy ${String(options['orderBy'])}`);
  }
  const fits = readQuery(run, String(options['q'] ?? ''));
  const everything = hasScope(run, [SCOPES.drive]);
  const found = Object.values(store.state.files)
    .filter((file) => store.role(file.id, run.user) && (everything || madeHere(run, file)) && fits(file))
    .sort((a, b) => b.modifiedAt - a.modifiedAt);
  const size = Number(options['pageSize'] ?? PAGE);
  const start = Number(options['pageToken'] ?? 0);
  const files = found.slice(start, start + size).map((file) => fileResource(run, file));
  const more = start + size < found.length ? { nextPageToken: String(start + size) } : {};
  const list = { kind: 'drive#fileList', incompleteSearch: false, files, ...more };
  if (options['fields']) return pickFields(list, String(options['fields']), LIST_FIELDS);
  return { ...list, files: pickFields(files, 'kind,id,name,mimeType', FILE_FIELDS) };
}

/** Conditions joined by «and»: 'id' in parents · name = 'x' · mimeType = 'x' · trashed = false · appProperties has {…}. */
function readQuery(run: Run, query: string): (file: FileState) => boolean {
  if (query.trim() === '') return () => true;
  const root = run.machine.store.account(run.user).root;
  const conditions = query
    .split(/\s+and\s+(?=(?:[^']*'[^']*')*[^']*$)(?![^{]*\})/u)
    .map((part): ((file: FileState) => boolean) => {
      const text = part.trim();
      const inside = /^'([^']*)' in parents$/u.exec(text);
      if (inside) return (file) => file.parents.includes(inside[1] === 'root' ? root : (inside[1] ?? ''));
      const equal = /^(name|mimeType) (!?=) '((?:[^'\\]|\\.)*)'$/u.exec(text);
      if (equal) {
        const wanted = (equal[3] ?? '').replace(/\\(.)/gu, '$1');
        const field = equal[1] === 'name' ? 'name' : 'mimeType';
        return (file) => (file[field] === wanted) === (equal[2] === '=');
      }
      const trashed = /^trashed\s*=\s*(true|false)$/u.exec(text);
      if (trashed) return (file) => file.trashed === (trashed[1] === 'true');
      const property = /^appProperties has \{ ?key='([^']*)' and value='([^']*)' ?\}$/u.exec(text);
      if (property) return (file) => file.appProperties?.[property[1] ?? ''] === property[2];
      if (/ (?:=|!=|in|has|contains|<|>|<=|>=) /u.test(text)) throw new NotEmulated(`Drive query ${text}`);
      throw new ApiError(400, 'Invalid Value');
    });
  return (file) => conditions.every((condition) => condition(file));
}
