// States that many tests begin with, made once a run of the suite: kept in memory for the files of one worker, and on disk, by the
// content of everything that makes them, for the other worker and for the next run.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { HostState } from '../src/host/state.ts';
import { ROOT } from '../src/tools/build/root.ts';

/** A file on the local host as it stood. */
export interface Prepared {
  readonly fileId: string;
  readonly scriptId: string;
  readonly state: HostState;
}

const CACHE = join(ROOT, 'node_modules/.cache/prepared');
const KEPT = 8;
/** Tests that make such a state themselves. */
const MAKES = /\b(?:prepared|playedOnce)\(/u;
const known = new Map<string, Prepared>();
let directory: string | undefined;

/** @param name tells it from every other prepared state; @param make plays it, the same way every time */
export function prepared(name: string, make: () => Prepared): Prepared {
  const found = known.get(name) ?? read(name) ?? kept(name, make());
  known.set(name, found);
  return found;
}

function fileOf(name: string): string {
  directory ??= currentDirectory();
  return join(directory, `${name.replace(/[^\p{L}\p{N}-]+/gu, '_')}.json`);
}

function read(name: string): Prepared | undefined {
  const file = fileOf(name);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Prepared) : undefined;
}

function kept(name: string, made: Prepared): Prepared {
  // Renamed into place: another worker never reads half a file.
  const file = fileOf(name);
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(made));
  renameSync(`${file}.${process.pid}`, file);
  return made;
}

/** Named by the content of what makes a state; those of the contents used last are kept, for whoever works on two at the same time. */
function currentDirectory(): string {
  const hash = createHash('sha256');
  for (const folder of ['src', 'seeds', 'test']) {
    for (const name of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).sort()) {
      if (!/\.(?:ts|json|txt)$/u.test(name) || (folder === 'test' && !name.endsWith('.ts'))) continue;
      const content = readFileSync(join(ROOT, folder, name));
      if (!name.endsWith('.test.ts') || MAKES.test(content.toString())) hash.update(name).update(content);
    }
  }
  for (const name of ['appsscript.json', 'package-lock.json']) hash.update(readFileSync(join(ROOT, name)));
  const current = hash.digest('hex').slice(0, 16);
  mkdirSync(join(CACHE, current), { recursive: true });
  const own = join(CACHE, current);
  utimesSync(own, new Date(), new Date());
  const byUse = readdirSync(CACHE)
    .map((name) => ({ name, used: statSync(join(CACHE, name), { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.used - a.used);
  for (const { name } of byUse.slice(KEPT)) rmSync(join(CACHE, name), { recursive: true, force: true });
  return own;
}
