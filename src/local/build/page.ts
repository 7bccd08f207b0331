// The page as a static folder that any web server can show: the page's and the worker's scripts, the formula engine, the built
// add-in, and a sheet already set up, so that a first visit need not wait for it.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Seeds } from '../../core/plan.ts';
import type { Stage } from '../node/month/stage.ts';
import type { Kept, Program } from '../page/protocol.ts';
import { type Bundle, bundleAddin } from './bundle.ts';
import { checkSeeds } from './check-seeds.ts';
import { PAGE_CACHE, PAGE_OUT } from './page-places.ts';
import { programOf } from './page-program.ts';
import { packed, readyState, setUpOf } from './page-ready.ts';

const SOURCES = 'src/local/build';

export interface PageOptions {
  /** Hears of what takes long. */
  readonly tell?: (line: string) => void;
  /** Under the project's root. */
  readonly out?: string;
  /** The sheet a first visit finds, where it is not to be the usual one. */
  readonly stage?: Stage;
}

/** Writes the page. @returns its folder */
export async function writePage(
  root: string,
  { tell = () => {}, out = PAGE_OUT, stage }: PageOptions = {},
): Promise<string> {
  const folder = join(root, out);
  const seeds = checkSeeds(join(root, 'seeds'));
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await Promise.all([
    writeScripts(root, folder),
    writeContent(root, folder, seeds, stage, tell),
    copyFile(createRequire(import.meta.url).resolve('@ironcalc/wasm/wasm_bg.wasm'), join(folder, 'ironcalc.wasm')),
    copyFile(join(root, 'src/local/page/index.html'), join(folder, 'index.html')),
  ]);
  return folder;
}

async function writeScripts(root: string, folder: string): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, SOURCES, 'page-scripts.ts'), folder], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error('Không ghép được mã của trang.');
}

/** The program, and the sheet it made. */
async function writeContent(
  root: string,
  folder: string,
  seeds: Seeds,
  stage: Stage | undefined,
  tell: (line: string) => void,
): Promise<void> {
  tell('  Dựng chương trình…');
  const bundle = await bundleAddin(root, seeds);
  const program = programOf(seeds, bundle, setUpOf(seeds));
  await writeFile(join(folder, 'program.json'), JSON.stringify(program));
  const ready = stage ? packed(stage, seeds) : await keptReady(root, seeds, bundle, program, tell);
  await writeFile(join(folder, 'ready.bin'), ready);
  const { view }: Kept = JSON.parse(gunzipSync(ready).toString());
  await writeFile(join(folder, 'view.json'), JSON.stringify(view));
  tell('  Ghép mã của trang…');
}

/** The usual sheet; made once for the same program by the same code. */
async function keptReady(
  root: string,
  seeds: Seeds,
  bundle: Bundle,
  program: Program,
  tell: (line: string) => void,
): Promise<Uint8Array> {
  const hash = createHash('sha256').update(bundle.code).update(bundle.manifest).update(JSON.stringify(program));
  hash.update(await makerOf(root)).update(await readFile(join(root, 'package-lock.json')).catch(() => ''));
  const folder = join(root, PAGE_CACHE);
  const cached = join(folder, `${hash.digest('hex').slice(0, 16)}.bin`);
  const known = await readFile(cached).catch(() => undefined);
  if (known) return known;
  tell('  Dựng sẵn bảng tính cho lần mở đầu (mấy giây)…');
  const ready = readyState(seeds, bundle);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(cached, ready);
  return ready;
}

/** The code that sets the sheet up, all modules of it and nothing else: no list by hand could name them. Packages are named by the lock file. */
async function makerOf(root: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [join(root, SOURCES, 'page-ready.ts')],
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
