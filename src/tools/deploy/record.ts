// What this checkout is bound to: .clasp.local.json, ignored by git. It is a project file of clasp (scriptId, parentId, rootDir), with
// one word more: what Google has been asked for and not answered yet. It is written before asking, so that a run that ends in
// between is known to the next one, and nothing is made twice.
import { CommandError } from './halt.ts';

export const RECORD = '.clasp.local.json';
/** The tracked file, where clasp used by hand has left its ids: also a sheet that is known. */
export const TRACKED = '.clasp.json';

/** The standalone script of the hardened way. */
export const STANDALONE_RECORD = '.clasp.standalone.json';

/** `nothing`: it has never held our code. */
export type From = 'nothing' | 'plain' | 'hardened';

export interface Installed {
  readonly scriptId?: string;
  readonly sheetId?: string;
  /** Asked for, and whether it came to be is not known. */
  readonly asked?: 'sheet' | 'script';
  /** The name under which it was asked for. */
  readonly title?: string;
  /** The script of the sheet only asks; a standalone one does the use cases. */
  readonly way?: 'hardened';
  /** What the sheet was before a change that has not ended well yet: what is to be clicked because of it is told until one has. */
  readonly from?: From;
}

/** @param path of the file, for who must mend it @throws CommandError 'record' where it is no such file */
export function decodeRecord(text: string, path: string = RECORD): Installed {
  const unreadable = (detail: string) => new CommandError('record', `${path}\n${detail}`);
  let fields: Record<string, unknown>;
  try {
    // Notepad puts a mark of byte order before what it saves.
    fields = JSON.parse(text.replace(/^\uFEFF/u, '')) as Record<string, unknown>;
  } catch (cause) {
    throw unreadable(String(cause));
  }
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) throw unreadable(text.slice(0, 80));
  const word = (name: string): string | undefined => {
    const value = fields[name];
    if (value === undefined || value === '') return undefined;
    if (typeof value !== 'string') throw unreadable(`${name}: ${JSON.stringify(value)}`);
    return value;
  };
  const [scriptId, sheetId, asked, title, way, from] = ['scriptId', 'parentId', 'asked', 'title', 'way', 'from'].map(
    word,
  );
  if (asked !== undefined && asked !== 'sheet' && asked !== 'script') throw unreadable(`asked: ${asked}`);
  return {
    ...(scriptId === undefined ? {} : { scriptId }),
    ...(sheetId === undefined ? {} : { sheetId }),
    ...(asked === undefined ? {} : { asked }),
    ...(title === undefined ? {} : { title }),
    ...(way === 'hardened' ? { way } : {}),
    ...(from === 'nothing' || from === 'plain' || from === 'hardened' ? { from } : {}),
  };
}

/** As clasp reads it: `npx clasp -P .clasp.local.json push -f` pushes what was built by hand. @param rootDir the folder pushed */
export function encodeRecord({ scriptId, sheetId, asked, title, way, from }: Installed, rootDir: string): string {
  return `${JSON.stringify({ scriptId, parentId: sheetId, rootDir, asked, title, way, from }, null, 2)}\n`;
}
