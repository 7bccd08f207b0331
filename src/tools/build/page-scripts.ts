// node --import tsx src/tools/build/page-scripts.ts FOLDER: the page's scripts and styles, bundled into a folder. A process of its own, because
// the sheet of a first visit is set up meanwhile, and that lets nothing else run beside it.
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './root.ts';

const PAGE = join(ROOT, 'src/page');
const COMMON = {
  absWorkingDir: ROOT,
  bundle: true,
  minify: true,
  charset: 'utf8',
  target: 'es2022',
  legalComments: 'linked',
  define: { 'process.env.NODE_ENV': '"production"' },
} as const;

async function main([folder]: readonly string[]): Promise<void> {
  if (folder === undefined) throw new Error('page-scripts.ts FOLDER');
  const common = { ...COMMON, outdir: folder };
  await Promise.all([
    build({
      ...common,
      format: 'esm',
      entryPoints: { page: join(PAGE, 'main.ts') },
      splitting: true,
    }),
    build({ ...common, entryPoints: { page: join(PAGE, 'page.css') } }),
    build({ ...common, format: 'esm', entryPoints: { worker: join(PAGE, 'worker/worker.ts') }, splitting: true }),
  ]);
}

await main(process.argv.slice(2));
