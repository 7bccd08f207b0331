// What the release ships, and under which names.
import { type Files, MANIFEST } from './remote.ts';

/** The scripts by what they are of: all of it in the sheet, or the two of the hardened way. */
export interface ReleaseFiles {
  readonly plain: Files;
  readonly bound: Files;
  readonly standalone: Files;
}

/** Where each file of a script is in the zip. */
export const PLACES = {
  standalone: {
    'main.js': 'cach-chat/1-tap-lenh-rieng-main.txt',
    [MANIFEST]: 'cach-chat/1-tap-lenh-rieng-appsscript.txt',
  },
  bound: { 'main.js': 'cach-chat/2-trong-bang-main.txt', [MANIFEST]: 'cach-chat/2-trong-bang-appsscript.txt' },
  plain: { 'main.js': 'cach-thuong/main.txt', [MANIFEST]: 'cach-thuong/appsscript.txt' },
} as const satisfies Record<keyof ReleaseFiles, Record<string, string>>;
