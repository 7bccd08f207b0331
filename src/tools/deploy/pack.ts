// The way without Node: what was built for both ways of installing, and how to paste it, in one zip. The same build makes the same bytes.
// All of it is .txt: mail refuses an archive with .js in it, and a double click on Windows would run it.
import { strToU8, zipSync } from 'fflate';
import { guideText } from './guide.ts';
import { PLACES, type ReleaseFiles } from './release-files.ts';

const GUIDE = 'HUONG-DAN.txt';
/** The first day a zip can name, in any time zone. */
const NO_DATE = new Date(1980, 0, 1);
/** By this mark Notepad and a browser know the letters; it is not copied with them. */
const MARK = '\uFEFF';

export function packRelease(files: ReleaseFiles, version: string): { name: string; bytes: Uint8Array } {
  const scripts = (['standalone', 'bound', 'plain'] as const).flatMap((which) =>
    Object.entries(PLACES[which]).map(([name, place]) => [place, files[which][name] ?? ''] as const),
  );
  const texts = [[GUIDE, guideText(version)] as const, ...scripts];
  const parts = texts.map(([name, text]) => [name, strToU8(MARK + text)] as const);
  return { name: `de-an-06-${version}.zip`, bytes: zipSync(Object.fromEntries(parts), { mtime: NO_DATE, level: 9 }) };
}
