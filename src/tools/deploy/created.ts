// The ids of what clasp has just made, read from its lines while it runs. clasp makes a sheet and its script in two requests and
// says so only after both; between them only its own log (DEBUG=clasp:core) names the sheet. Without that a script that is
// refused would leave a sheet nobody knows of.
import type { Installed } from './record.ts';

/** How the log marks its lines; they also hold the login's tokens and are shown to nobody. */
const LOG = 'clasp:core';

const SHEET = [/Created container ([\w-]+)/u, /^Created new document: .*[?&]id=([\w-]+)/u];
const SCRIPT = [/Created script ([\w-]+) /u, /^Created new script: .*\/d\/([\w-]+)\/edit/u];

/** What a line tells of a new sheet or script. */
export function createdIn(line: string): Pick<Installed, 'sheetId' | 'scriptId'> {
  const find = (signs: readonly RegExp[]) => signs.map((sign) => sign.exec(line)?.[1]).find((id) => id !== undefined);
  const [sheetId, scriptId] = [find(SHEET), find(SCRIPT)];
  return { ...(sheetId ? { sheetId } : {}), ...(scriptId ? { scriptId } : {}) };
}

export const isLog = (line: string): boolean => line.includes(LOG);

/** The environment in which clasp keeps its log; in colours it marks every line of it, also of what runs over lines. */
export const LOGGED = { DEBUG: LOG, DEBUG_COLORS: 'yes' } as const;
