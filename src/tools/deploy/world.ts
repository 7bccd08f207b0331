// The edge of the deploy command: clasp, the record on disk, temporary folders, the terminal.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { setTimeout } from 'node:timers/promises';
import type { Target } from '../build/built-plan.ts';
import { type Clasp, claspIn, logIn } from './clasp.ts';
import { onDisk } from './disk.ts';
import type { ClaspOutput } from './failure.ts';
import { keptFiles, keptFolder, namesIn } from './kept-copy.ts';
import { decodeRecord, encodeRecord, type Installed, RECORD, TRACKED } from './record.ts';
import type { Files } from './remote.ts';

export interface World {
  /** The folder of this checkout. */
  readonly root: string;
  /** Whether the system says where the person's own folder is, with the login in it. */
  readonly hasHome: boolean;
  /** Builds anew and reads the script of this world back. @throws Error of the build */
  build(target?: Target): Promise<Files>;
  /** The script of this world as it was built last. */
  built(): Promise<Files>;
  readRecord(): Installed;
  /** @throws CommandError folder, disk-full */
  writeRecord(installed: Installed): void;
  /** Keeps copies of scripts, by name, in a dated folder of its own, and tells which. @throws CommandError folder, disk-full */
  keep(copies: Readonly<Record<string, Files>>): Promise<string>;
  clasp: Clasp;
  /** Pushes what was built to the script of the record. */
  push(): Promise<ClaspOutput>;
  /** Puts this manifest in the place of the one that was built. */
  writeManifest(text: string): void;
  /** What is on Google, fetched into a folder that is gone afterwards. */
  pull(scriptId: string): Promise<{ said: ClaspOutput; files: Files }>;
  /** In a folder of its own: create-script writes what it finds on Google into the folder of its project file. */
  create(args: readonly string[], onLine: (line: string) => void): Promise<ClaspOutput>;
  /** Nothing where nobody is there to log in. */
  logIn: (() => Promise<ClaspOutput>) | undefined;
  /** Nothing where nobody is there to answer. */
  ask: ((question: string) => Promise<boolean>) | undefined;
  tell(line: string): void;
  wait(minutes: number): Promise<void>;
}

/** The sheet's script in the plain way and in the hardened way, which share their record, and the standalone script of the latter. */
export interface Worlds {
  readonly plain: World;
  readonly bound: World;
  readonly standalone: World;
}

interface WorldOptions {
  /** Holds what is built and the record. */
  readonly root: string;
  /** Under the root: the record's file and the folder of the script. */
  readonly record?: string;
  readonly dist?: string;
  readonly env: NodeJS.ProcessEnv;
  readonly build: (target?: Target) => Promise<unknown>;
  readonly isInteractive: boolean;
  readonly tell: (line: string) => void;
}

/** Where clasp puts a script's files, in a temporary folder. */
const CONTENT = 'remote';

export function worldAt({
  root,
  record = RECORD,
  dist: folder = 'dist',
  env,
  build,
  isInteractive,
  tell,
}: WorldOptions): World {
  const path = join(root, record);
  const dist = join(root, folder);
  const built = async () => filesIn(dist, await readdir(dist));
  const clasp = claspIn(root, env);
  return {
    root: resolve(root),
    hasHome: (env[process.platform === 'win32' ? 'USERPROFILE' : 'HOME'] ?? '') !== '',
    clasp,
    tell,
    wait: (minutes) => setTimeout(minutes * 60_000),
    build: (target) =>
      onDisk(async () => {
        await build(target);
        return built();
      }),
    built,
    readRecord: () => {
      const found = [path, ...(record === RECORD ? [join(root, TRACKED)] : [])].find(existsSync);
      return found === undefined ? {} : decodeRecord(readFileSync(found, 'utf8'), found);
    },
    writeRecord: (installed) =>
      onDisk(() => {
        // Whole or not at all: a record cut in half would cost the id of the sheet.
        writeFileSync(`${path}.new`, encodeRecord(installed, folder));
        renameSync(`${path}.new`, path);
      }),
    keep: (copies) =>
      onDisk(async () => {
        const kept = keptFolder(root, new Date());
        for (const [name, files] of Object.entries(copies)) {
          for (const [file, text] of keptFiles(join(kept, name), files)) {
            await mkdir(dirname(file), { recursive: true });
            await writeFile(file, text);
          }
        }
        return kept;
      }),
    push: () => clasp(['-P', path, 'push', '-f']),
    writeManifest: (text) => writeFileSync(join(dist, 'appsscript.json'), text),
    // clasp runs in that folder, and not in the checkout, which may be on another drive of Windows than temporary files are.
    pull: (scriptId) =>
      inTemporary(async (folder) => {
        const project = join(folder, '.clasp.json');
        await writeFile(project, JSON.stringify({ scriptId, rootDir: CONTENT }));
        const said = await claspIn(folder, env)(['-P', project, 'pull', '--json']);
        if (said.code !== 0) return { said, files: {} };
        const { pulledFiles } = JSON.parse(said.out) as { pulledFiles: string[] };
        return { said, files: await filesIn(join(folder, CONTENT), namesIn(pulledFiles, CONTENT)) };
      }),
    create: (args, onLine) =>
      inTemporary(async (folder) => {
        const project = join(folder, '.clasp.json');
        await writeFile(project, '{}');
        return claspIn(folder, env)(['-P', project, 'create-script', ...args], onLine);
      }),
    logIn: isInteractive ? () => logIn(root, env) : undefined,
    ask: isInteractive ? ask : undefined,
  };
}

/** clasp writes no file for an empty one of Google's. */
async function filesIn(folder: string, names: readonly string[]): Promise<Files> {
  const read = async (name: string) =>
    existsSync(join(folder, name)) ? await readFile(join(folder, name), 'utf8') : '';
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await read(name)] as const)));
}

async function inTemporary<T>(work: (folder: string) => Promise<T>): Promise<T> {
  // clasp refuses a folder reached through a link, as the temporary folder of macOS is.
  const folder = await onDisk(async () => realpath(await mkdtemp(join(tmpdir(), 'de-an-06-'))));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function ask(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^(?:c|có|co|y|yes)$/iu.test((await terminal.question(question)).trim().normalize('NFC'));
  } finally {
    terminal.close();
  }
}
