// Whether the page that is in its folder is the one these sources make: then nothing need be built. Told by contents alone, since a
// checkout, a copy and a restored backup set times as they like.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PAGE_CACHE, PAGE_OUT } from './page-places.ts';

/** What a page is made of. More than is needed makes it anew too often, less never. */
const SOURCES = ['src', 'seeds', 'appsscript.json', 'package.json', 'package-lock.json', 'tsconfig.json'];
/** What npm says it has installed. */
const INSTALLED = 'node_modules/.package-lock.json';
const STAMP = `${PAGE_CACHE}/page.json`;

interface Stamp {
  readonly sources: string;
  /** Hash by file. */
  readonly files: Readonly<Record<string, string>>;
}

/** What the page would be made of, as a hash. */
export function hashSources(root: string): string {
  const hash = createHash('sha256');
  for (const name of [...SOURCES, INSTALLED].flatMap((name) => filesIn(root, name))) {
    const bytes = readFileSync(join(root, name));
    hash.update(`${name} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}

/** Whether all files of the page are there as they were made of these sources. */
export function isBuilt(root: string, sources: string): boolean {
  try {
    const stamp: Stamp = JSON.parse(readFileSync(join(root, STAMP), 'utf8'));
    return stamp.sources === sources && JSON.stringify(stamp.files) === JSON.stringify(hashFiles(root));
  } catch {
    return false;
  }
}

/** Remembers the page as it is now. */
export function stampPage(root: string, sources: string): void {
  const stamp: Stamp = { sources, files: hashFiles(root) };
  mkdirSync(join(root, PAGE_CACHE), { recursive: true });
  writeFileSync(join(root, STAMP), JSON.stringify(stamp));
}

function hashFiles(root: string): Record<string, string> {
  const hashOf = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(root, name)))
      .digest('hex');
  return Object.fromEntries(filesIn(root, PAGE_OUT).map((name) => [name, hashOf(name)]));
}

/** A file, or all files of a folder, in one order everywhere; none where it is missing. */
function filesIn(root: string, name: string): string[] {
  try {
    return readdirSync(join(root, name), { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => (entry.isDirectory() ? filesIn(root, `${name}/${entry.name}`) : [`${name}/${entry.name}`]));
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'ENOTDIR' ? [name] : [];
  }
}
