// The Drive of everybody on this machine, as lists a person can read: documents the program made, not the workbook itself.
import type { HostState } from '../../host/state.ts';
import type { DriveFile } from '../protocol.ts';

const GOOGLE = 'application/vnd.google-apps.';

/** The files with content, newest first. */
export function documentsOf({ files }: Pick<HostState, 'files'>): DriveFile[] {
  return Object.values(files)
    .filter(({ mimeType, trashed, content }) => !trashed && (content !== undefined || !mimeType.startsWith(GOOGLE)))
    .sort((a, b) => b.createdAt - a.createdAt)
    .map(({ id, name, owner, parents, createdAt, content = '', permissions }) => ({
      id,
      name,
      owner,
      folder: files[parents[0] ?? '']?.name ?? '',
      at: createdAt,
      bytes: Math.floor((content.length * 3) / 4),
      shared: permissionsOf(files, parents, permissions),
    }));
}

/** What is shared with a folder is shared with what lies in it. */
function permissionsOf(
  files: HostState['files'],
  parents: readonly string[],
  own: HostState['files'][string]['permissions'],
): string[] {
  const folder = files[parents[0] ?? '']?.permissions ?? [];
  return [...new Set([...own, ...folder].map(({ address }) => address))];
}

/** A file's bytes. @throws Error where it has none */
export function documentBytes(
  { files }: Pick<HostState, 'files'>,
  id: string,
): { name: string; type: string; bytes: Uint8Array } {
  const file = files[id];
  if (file?.content === undefined) throw new Error(`no content in ${id}`);
  const bytes = Uint8Array.from(atob(file.content), (letter) => letter.charCodeAt(0));
  return { name: file.name, type: file.contentType ?? file.mimeType, bytes };
}
