// npm run mutants -- [DIR] [--seed N] [--count M] [--limit SECONDS]: plants small faults in files of a folder of src/, one at a time and in
// a copy of the project, and tells which ones no test notices. The project's own files are only read.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../src/tools/build/root.ts';
import { drawing, type Fault, faultsIn, planted, told } from './mutants/plant.ts';
import { inOrder, reaching } from './mutants/reach.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string' }, count: { type: 'string' }, limit: { type: 'string' } },
});
const seed = Number(values.seed ?? randomInt(2 ** 31 - 2));
const count = Number(values.count ?? 20);
/** Seconds of tests a fault is given. */
const limit = Number(values.limit ?? 150);
const folder = (positionals[0] ?? 'src').replace(/\/$/u, '');
const under = folder.startsWith('src') ? folder : `src/${folder}`;

/** Faults that change nothing anyone can see, with the reason why; found by the lines they stand in. */
interface Equivalent {
  readonly file: string;
  readonly was: string;
  readonly is: string;
  readonly why: string;
}
const equivalent: Equivalent[] = JSON.parse(readFileSync(join(ROOT, 'test/mutants/equivalent.json'), 'utf8'));

/** How long each test file took, kept from run to run. */
const COSTS = join(ROOT, 'node_modules/.cache/mutants.json');
const seconds: Record<string, number> = existsSync(COSTS) ? JSON.parse(readFileSync(COSTS, 'utf8')) : {};

const tree = copied();
let running: ChildProcess | undefined;
process.on('exit', () => {
  stop();
  rmSync(tree, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

/** A folder with all the project but its modules, which are linked, and their cache, which is its own. */
function copied(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mutants-'));
  for (const name of readdirSync(ROOT)) {
    if (name === 'node_modules' || name === 'dist' || name === 'out' || name === '.git') continue;
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  }
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    if (/^\.(?:cache|vite)/u.test(name)) continue;
    symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name));
  }
  const sources = { extends: './tsconfig.json', include: ['src', 'seeds'], exclude: ['src/tools'] };
  writeFileSync(join(folder, 'tsconfig.mutants.json'), JSON.stringify(sources));
  return folder;
}

const NODE_OPTIONS = { cwd: tree, detached: true, stdio: ['ignore', 'pipe', 'ignore'] as ['ignore', 'pipe', 'ignore'] };

/** What the compiler refuses needs no test. */
function compiles(): Promise<boolean> {
  const tsc = join(tree, 'node_modules/typescript/bin/tsc');
  const flags = ['-p', 'tsconfig.mutants.json', '--incremental', '--tsBuildInfoFile', 'node_modules/.cache/types'];
  const child = spawn(process.execPath, [tsc, '--noEmit', ...flags], { cwd: tree, stdio: 'ignore' });
  return new Promise((resolve) => child.on('close', (code) => resolve(code === 0)));
}

interface Ran {
  /** The first file that failed. */
  readonly failed?: string;
  /** It hung, or the whole process died. */
  readonly isDead?: boolean;
  readonly ended: number;
}

function stop(): void {
  if (running?.pid !== undefined && running.exitCode === null) {
    // Its own group: the workers end with it.
    try {
      process.kill(-running.pid, 'SIGKILL');
    } catch {
      // It has ended meanwhile.
    }
  }
}

/** Runs files in this order until one fails, or the time is up. */
function run(files: readonly string[], within: number): Promise<Ran> {
  const tsx = join(tree, 'node_modules/tsx/dist/cli.mjs');
  const child = spawn(process.execPath, [tsx, 'test/mutants/tests-run.ts', ...files], NODE_OPTIONS);
  running = child;
  return new Promise((resolve) => {
    let ended = 0;
    let failed: string | undefined;
    let text = '';
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      stop();
    }, within * 1000);
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const lines = text.split('\n');
      text = lines.pop() ?? '';
      for (const line of lines.filter((one) => one.startsWith('@'))) {
        const {
          file,
          isOk,
          seconds: took,
        }: { file: string; isOk: boolean; seconds: number } = JSON.parse(line.slice(1));
        ended += 1;
        if (isOk) seconds[file] = took;
        else failed ??= file;
        if (!isOk) stop();
      }
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      // Nothing ended in time, or it died by itself: it hangs, or cannot even be loaded.
      const isDead = failed === undefined && (isLate ? ended === 0 : code !== 0);
      resolve({ ended, isDead, ...(failed !== undefined && { failed }) });
    });
  });
}

const sources = new Map(
  ['src', 'test'].flatMap((top) =>
    readdirSync(join(tree, top), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => [join(top, name), readFileSync(join(tree, top, name), 'utf8')] as const),
  ),
);
const all = [...sources]
  .filter(([path]) => path === under || path.startsWith(`${under}/`))
  .flatMap(([path, code]) => faultsIn(code).map((fault) => ({ path, code, fault })));
if (all.length === 0) throw new Error(`no file with code under ${under}`);

/** Tests that fail without any fault notice nothing. */
const proven = new Map<string, boolean>();
async function isGreen(file: string): Promise<boolean> {
  const known = proven.get(file);
  if (known !== undefined) return known;
  const { failed, isDead } = await run([file], 10 * limit);
  proven.set(file, failed === undefined && isDead !== true);
  return proven.get(file) ?? false;
}

async function lookAt(path: string, code: string, fault: Fault): Promise<{ by?: string; note: string } | undefined> {
  const file = join(tree, path);
  const tests = inOrder(reaching(sources, path), path, seconds);
  for (;;) {
    const asked = tests.filter((test) => proven.get(test) !== false);
    writeFileSync(file, planted(code, fault));
    try {
      const asking = run(asked, limit);
      // At the same time: where it does not compile, what the tests say is not waited for.
      const isCode = await compiles();
      if (!isCode) stop();
      const { failed, isDead, ended } = await asking;
      writeFileSync(file, code);
      if (!isCode) return undefined;
      if (failed === undefined)
        return isDead ? { by: 'no end', note: '' } : { note: `${ended} of ${asked.length} files` };
      if (await isGreen(failed)) return { by: failed, note: '' };
    } finally {
      writeFileSync(file, code);
    }
  }
}

const draw = drawing(seed);
process.stdout.write(`mutants of ${under}: --seed ${seed} --count ${count}, out of ${all.length}\n`);
let noticed = 0;
let same = 0;
const survivors: string[] = [];
for (let tried = 0; tried < count; ) {
  const drawn = all[Math.floor(draw() * all.length)];
  if (!drawn) break;
  const { path, code, fault } = drawn;
  const { line, was, is } = told(code, fault);
  const known = equivalent.find((one) => one.file === path && one.was === was && one.is === is);
  const found = known ? { by: undefined, note: known.why } : await lookAt(path, code, fault);
  if (!found) continue;
  tried += 1;
  const words = `${path}:${line}\n    - ${was}\n    + ${is}`;
  if (known) same += 1;
  else if (found.by !== undefined) noticed += 1;
  else survivors.push(`${words}\n    (${found.note})`);
  process.stdout.write(`${tried} ${known ? 'equivalent' : (found.by ?? 'NOT NOTICED')}: ${words}\n`);
  writeFileSync(COSTS, JSON.stringify(seconds));
}
const judged = noticed + survivors.length;
process.stdout.write(
  `\nscore ${judged === 0 ? '–' : `${Math.round((1000 * noticed) / judged) / 10} %`}: ${noticed} of ${judged} noticed, ` +
    `${same} equivalent\n${survivors.map((one) => `${one}\n`).join('')}`,
);
process.exit(0);
