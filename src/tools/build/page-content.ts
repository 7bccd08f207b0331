// What a page holds of this project's own beside its scripts: the program, and a sheet it set up, kept for the next build.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Seeds } from '../../core/plan.ts';
import type { Kept, Program, Told } from '../../page/protocol.ts';
import type { Stage } from '../month/stage.ts';
import { type Bundle, bundleAddin } from './bundle.ts';
import { PAGE_CACHE } from './page-places.ts';
import { programOf } from './page-program.ts';
import { packed, readyState, setUpOf } from './page-ready.ts';

const MAKER = 'src/tools/build/page-ready.ts';

/** Writes program.bin, ready.bin and view.bin. */
export async function writeContent(
  root: string,
  folder: string,
  seeds: Seeds,
  stage: Stage | undefined,
  tell: (line: string) => void,
): Promise<void> {
  tell('  Dựng chương trình…');
  const bundle = await bundleAddin(root, seeds);
  const program = programOf(seeds, bundle, setUpOf(seeds));
  await writeFile(join(folder, 'program.bin'), gzipSync(JSON.stringify(program), { level: 9 }));
  const ready = stage ? packed(stage, seeds) : await keptReady(root, seeds, bundle, program, tell);
  const { view, ...kept }: Kept = JSON.parse(gunzipSync(ready).toString());
  await writeFile(join(folder, 'ready.bin'), gzipSync(JSON.stringify(kept), { level: 9 }));
  await writeFile(join(folder, 'view.bin'), gzipSync(JSON.stringify(withoutFormulas(view)), { level: 9 }));
  tell('  Ghép mã của trang…');
}

/** The first picture shows texts; the formulas behind them are told when the host is up. */
function withoutFormulas(view: Told): Told {
  if (view.grid?.kind !== 'whole') return view;
  const { tab } = view.grid;
  const cells = tab.cells.map((row) => row?.map((cell) => cell && { ...cell, formula: undefined }) ?? null);
  return { ...view, grid: { kind: 'whole', tab: { ...tab, cells } as typeof tab } };
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
    entryPoints: [join(root, MAKER)],
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
