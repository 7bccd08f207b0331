// What is on Google beside what was built: files that differ, the version in them, files that are not ours.

import { manifestChanges } from './manifest-diff.ts';

/** Files by the names clasp gives them: main.js, appsscript.json. */
export type Files = Readonly<Record<string, string>>;

export const CODE = 'main.js';
export const MANIFEST = 'appsscript.json';

/** A script as it was built, under those names. */
export const filesOf = ({ code, manifest }: { readonly code: string; readonly manifest: string }): Files => ({
  [CODE]: code,
  [MANIFEST]: manifest,
});

/** Where two sets of files differ, a line a file; nothing where Google holds what was built. */
export function differencesOf(built: Files, remote: Files): string[] {
  const names = [...new Set([...Object.keys(built), ...Object.keys(remote)])].sort();
  return names.flatMap((name) => {
    const [ours, theirs] = [built[name], remote[name]];
    if (theirs === undefined) return [`${name}: không có trên Google (missing)`];
    if (ours === undefined) return [`${name}: tệp lạ trên Google (not ours)`];
    return isSame(name, ours, theirs) ? [] : [`${name}: khác (differs)`];
  });
}

/**
 * Code letter by letter; of its end only the last line break is free, which changes nothing and which an editor may drop. The manifest
 * by its meaning: Google keeps it in its own spelling, and the lists in it are sets.
 */
function isSame(name: string, ours: string, theirs: string): boolean {
  return name === MANIFEST
    ? manifestChanges(ours, theirs).length === 0
    : ours.replace(/\n$/u, '') === theirs.replace(/\n$/u, '');
}

/** The version our script carries, also under another name, as a person may have pasted it; none where no code is ours. */
export function versionOf(files: Files): string | undefined {
  return Object.values(files)
    .map(versionIn)
    .find((version) => version !== undefined);
}

export const versionIn = (text: string | undefined): string | undefined =>
  /^\s*var VERSION ?= ?"([^"\n]+)";$/mu.exec(text ?? '')?.[1];

/** Files that a push would take away: all code that is not our one file. */
export function foreignFilesIn(files: Files): string[] {
  const isOurs = versionIn(files[CODE]) !== undefined;
  return Object.keys(files).filter((name) => name !== MANIFEST && !(name === CODE && isOurs));
}

/** «0.1.0 → 0.2.0», and whether that is a step back. */
export function changeOf(before: string | undefined, after: string, isChanged: boolean): string {
  if (before === undefined) return `cài mới ${after} (new)`;
  if (!isChanged) return `${after}, không có gì mới (unchanged)`;
  const order = orderOf(before, after);
  if (order === 0) return `${before} → ${after}, cùng số nhưng mã đã đổi (same number, other code)`;
  return `${before} → ${after}${order > 0 ? ', LÙI phiên bản (step back)' : ''}`;
}

/** Positive where the first is the newer one. */
function orderOf(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map((part) => Number.parseInt(part, 10) || 0));
  for (let i = 0; i < 3; i += 1) {
    const order = (left?.[i] ?? 0) - (right?.[i] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}
