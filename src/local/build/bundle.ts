// The add-in as one file: an IIFE (Google knows no modules) and below it one top-level function an export of addin/main.ts,
// because Google finds the functions of menus and triggers by reading the text, not by running it.
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { checkSeeds } from './check-seeds.ts';

/** es2020: private fields and static fields are errors in Apps Script, esbuild writes them in older words. */
const TARGET = 'es2020';
const GLOBAL = 'DeAn06';

/**
 * Builds `dist/` under the project's root. @throws Error naming the task and field of a seed that breaks a rule
 */
export async function buildBundle(
  root: string,
): Promise<{ code: string; manifest: string; bytes: number; functions: string[] }> {
  checkSeeds(join(root, 'seeds'));
  const entry = join(root, 'src/addin/main.ts');
  const listed = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    write: false,
    metafile: true,
    target: TARGET,
  });
  const functions = Object.values(listed.metafile.outputs).flatMap((output) => output.exports);
  const wrappers = functions.map((name) => `function ${name}(event) { return ${GLOBAL}.${name}(event); }`);
  const built = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'iife',
    globalName: GLOBAL,
    target: TARGET,
    // Vietnamese stays readable in Google's editor.
    charset: 'utf8',
    legalComments: 'none',
    footer: { js: wrappers.join('\n') },
    write: false,
  });
  const code = built.outputFiles[0]?.text ?? '';
  const dist = join(root, 'dist');
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  await writeFile(join(dist, 'main.js'), code);
  await cp(join(root, 'appsscript.json'), join(dist, 'appsscript.json'));
  const manifest = await readFile(join(root, 'appsscript.json'), 'utf8');
  return { code, manifest, bytes: Buffer.byteLength(code), functions };
}
