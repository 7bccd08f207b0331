// The page as a static folder that any web server can show: the page's and the worker's scripts, the formula engine, the built
// add-in, and a sheet already set up, so that a first visit need not wait for it.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { isoDate, readIsoDate } from '../../core/calendar.ts';
import { PLAN_RULES, windowOf } from '../../core/period.ts';
import type { Seeds } from '../../core/plan.ts';
import { type Stage, setStage } from '../node/month/stage.ts';
import { usualPeriod } from '../node/month/usual-period.ts';
import type { Kept, Program } from '../page/protocol.ts';
import { Desk } from '../page/worker/desk.ts';
import { type Bundle, bundleAddin } from './bundle.ts';
import { checkSeeds } from './check-seeds.ts';
import { withoutHyphenation } from './page-parts.ts';
import { peopleOf, programOf } from './page-program.ts';

const PAGE = 'src/local/page';
/** Where `.gitignore` looks away. */
const OUT = 'out/page';
const CACHE = 'out/page-cache';
/** What a set-up sheet is made by, besides the bundle. */
const MAKERS = ['src/local/host', 'src/local/node/month', 'src/local/page', 'src/local/build'];

/** When the sheet of a first visit was set up: on the first day of the window of the period that is usually shown. */
function setUpOf({ plan }: Seeds): string {
  const { from } = windowOf(usualPeriod(plan), PLAN_RULES, readIsoDate(plan.date));
  return `${isoDate(from)}T08:00`;
}

export interface PageBuilt {
  readonly folder: string;
  /** Bytes by file. */
  readonly sizes: Readonly<Record<string, number>>;
}

export interface PageOptions {
  /** Hears of what takes long. */
  readonly tell?: (line: string) => void;
  /** Under the project's root. */
  readonly out?: string;
  /** The sheet a first visit finds, where it is not to be the usual one. */
  readonly stage?: Stage;
}

/** Writes the page. */
export async function writePage(
  root: string,
  { tell = () => {}, out = OUT, stage }: PageOptions = {},
): Promise<PageBuilt> {
  const folder = join(root, out);
  const seeds = checkSeeds(join(root, 'seeds'));
  const bundle = await bundleAddin(root, seeds);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const program = programOf(seeds, bundle, setUpOf(seeds));
  const [ready] = await Promise.all([
    stage ? packed(stage, seeds) : readyState(root, seeds, bundle, program, tell),
    writeScripts(root, folder),
    copyFile(createRequire(import.meta.url).resolve('@ironcalc/wasm/wasm_bg.wasm'), join(folder, 'ironcalc.wasm')),
    copyFile(join(root, PAGE, 'index.html'), join(folder, 'index.html')),
    writeFile(join(folder, 'program.json'), JSON.stringify(program)),
  ]);
  await writeFile(join(folder, 'ready.bin'), ready);
  const { view }: Kept = JSON.parse(gunzipSync(ready).toString());
  await writeFile(join(folder, 'view.json'), JSON.stringify(view));
  const sizes = Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).length]));
  return { folder, sizes };
}

async function writeScripts(root: string, folder: string): Promise<void> {
  const common = {
    bundle: true,
    minify: true,
    charset: 'utf8',
    target: 'es2022',
    legalComments: 'linked',
    define: { 'process.env.NODE_ENV': '"production"' },
  } as const;
  await Promise.all([
    build({
      ...common,
      format: 'esm',
      entryPoints: { page: join(root, PAGE, 'main.ts') },
      outdir: folder,
      splitting: true,
      plugins: [withoutHyphenation],
    }),
    build({ ...common, entryPoints: { page: join(root, PAGE, 'page.css') }, outdir: folder }),
    build({
      ...common,
      format: 'esm',
      entryPoints: { worker: join(root, PAGE, 'worker/worker.ts') },
      outdir: folder,
    }),
  ]);
}

/** The state of a sheet set up and ready for its units, gzipped; made once for the same program and machine. */
async function readyState(
  root: string,
  seeds: Seeds,
  bundle: Bundle,
  program: Program,
  tell: (line: string) => void,
): Promise<Uint8Array> {
  const hash = createHash('sha256').update(bundle.code).update(bundle.manifest).update(JSON.stringify(program));
  for (const file of MAKERS.flatMap((maker) => filesIn(join(root, maker)))) hash.update(readFileSync(file));
  const cached = join(root, CACHE, `${hash.digest('hex').slice(0, 16)}.bin`);
  const known = await readFile(cached).catch(() => undefined);
  if (known) return known;
  tell('Dựng sẵn bảng tính cho lần mở đầu (khoảng mười giây)…');
  const ready = packed(setStage({ seeds, bundle, clock: setUpOf(seeds), tell: () => {} }), seeds);
  await rm(join(root, CACHE), { recursive: true, force: true });
  await mkdir(join(root, CACHE), { recursive: true });
  await writeFile(cached, ready);
  return ready;
}

/** What a page keeps of a sheet, with CAX before it and its first tab on the screen. */
function packed({ host, fileId, scriptId }: Stage, seeds: Seeds): Uint8Array {
  const people = peopleOf(seeds);
  const user = people.find(({ part }) => part === 'police')?.address ?? '';
  const desk = new Desk(host, fileId, scriptId, people, user);
  desk.sit(user);
  const [first] = desk.standing().tabs;
  desk.watch(first?.sheetId ?? 0);
  const kept: Kept = desk.kept();
  return gzipSync(JSON.stringify(kept));
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort();
}
