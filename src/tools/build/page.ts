// The page as a static folder that any web server can show: the page's and the worker's scripts, the formula engine, the built
// add-in, and a sheet already set up, so that a first visit need not wait for it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Stage } from '../month/stage.ts';
import { checkSeeds } from './check-seeds.ts';
import { PAGE_OUT } from './page-places.ts';

const BUNDLER = 'src/tools/build/page-scripts.ts';

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
    // Loaded when the other process runs: the local host is half of all there is.
    import('./page-content.ts').then(({ writeContent }) => writeContent(root, folder, seeds, stage, tell)),
    copyFile(createRequire(import.meta.url).resolve('@ironcalc/wasm/wasm_bg.wasm'), join(folder, 'ironcalc.wasm')),
    copyFile(join(root, 'src/page/index.html'), join(folder, 'index.html')),
  ]);
  return folder;
}

async function writeScripts(root: string, folder: string): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, BUNDLER), folder], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error('Không ghép được mã của trang.');
}
