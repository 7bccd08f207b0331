// The add-in as one file: closed functions around its modules (Google knows none) and below them one top-level function an
// export, because Google finds the functions of menus and triggers by reading the text, not by running it. What runs at every
// keystroke is by itself; the rest is a function nobody calls until it is needed, which V8 skims and does not compile.
// People read this file in Google's editor, and Google takes a million bytes: names of functions and words stay as written, a line a
// declaration under its module's name; blanks and the names inside of functions do not (pack-code.ts).
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import type { Seeds } from '../../core/plan.ts';
import { builtPlan, builtTarget, type Constant, constantLines, NO_TARGET, type Target } from './built-plan.ts';
import { checkSeeds } from './check-seeds.ts';
import { boundManifest, standaloneManifest } from './manifests.ts';
import { packCode, SCRIPT_TARGET } from './pack-code.ts';

/** What runs at every keystroke, and the rest. */
interface Parts {
  readonly simple: string;
  readonly useCases?: string;
  readonly constants?: readonly Constant[];
}

const PLAIN: Parts = { simple: 'src/addin/simple-triggers.ts', useCases: 'src/addin/main.ts' };
const BOUND: Parts = { simple: 'src/addin/hardened/bound.ts', constants: ['MA_BANG', 'MA_TAP_LENH_RIENG'] };
const STANDALONE: Parts = {
  simple: 'src/addin/hardened/standalone.ts',
  useCases: 'src/addin/hardened/standalone-deeds.ts',
  constants: ['MA_BANG'],
};

/** Names of the parts in the file; the underscore keeps them out of Google's list of functions. */
const SIMPLE = 'simpleTriggers_';
const USE_CASES = 'deeds_';

/** How esbuild ends a file that exports. */
const EXPORTS = /export \{([^}]*)\};\s*$/u;

export interface Bundle {
  readonly code: string;
  readonly manifest: string;
  readonly bytes: number;
  /** Names Google can call. */
  readonly functions: string[];
}

/** The two scripts of the hardened way. */
export interface HardenedBundle {
  readonly bound: Bundle;
  readonly standalone: Bundle;
}

/** Builds `dist/` under the project's root. @throws Error naming the task and field of a seed that breaks a rule */
export async function writeBundle(root: string): Promise<Bundle> {
  const bundle = await bundleAddin(root);
  await clearDist(root);
  await writeScript(join(root, 'dist'), bundle);
  return bundle;
}

/** Builds `dist/bound/` and `dist/standalone/`. @throws Error as above */
export async function writeHardenedBundle(root: string, target: Target): Promise<HardenedBundle> {
  const bundle = await bundleHardened(root, target);
  await clearDist(root);
  await writeScript(join(root, 'dist/bound'), bundle.bound);
  await writeScript(join(root, 'dist/standalone'), bundle.standalone);
  return bundle;
}

async function clearDist(root: string): Promise<void> {
  await rm(join(root, 'dist'), { recursive: true, force: true });
}

async function writeScript(folder: string, { code, manifest }: Bundle): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'main.js'), code);
  await writeFile(join(folder, 'appsscript.json'), manifest);
}

/** The script as it would be pushed. @throws Error naming the task and field of a seed that breaks a rule */
export async function bundleAddin(root: string, seeds: Seeds = checkSeeds(join(root, 'seeds'))): Promise<Bundle> {
  return bundleParts(root, PLAIN, seeds, NO_TARGET, await manifestOf(root));
}

/** The two scripts as they would be pushed. @throws Error as above */
export async function bundleHardened(
  root: string,
  target: Target,
  seeds: Seeds = checkSeeds(join(root, 'seeds')),
): Promise<HardenedBundle> {
  const manifest = await manifestOf(root);
  const [bound, standalone] = await Promise.all([
    bundleParts(root, BOUND, seeds, target, boundManifest(manifest)),
    bundleParts(root, STANDALONE, seeds, target, standaloneManifest(manifest)),
  ]);
  return { bound, standalone };
}

const manifestOf = (root: string): Promise<string> => readFile(join(root, 'appsscript.json'), 'utf8');

async function bundleParts(
  root: string,
  parts: Parts,
  seeds: Seeds,
  target: Target,
  manifest: string,
): Promise<Bundle> {
  const plugins = [builtPlan(seeds), builtTarget(parts.constants ?? [])];
  const part = async (entry: string) => partOf(await joinModules(root, entry, plugins));
  const [simple, useCases] = await Promise.all([
    part(parts.simple),
    parts.useCases === undefined ? undefined : part(parts.useCases),
  ]);
  const code = [
    '"use strict";',
    ...constantLines(target, parts.constants ?? []),
    `var ${SIMPLE} = (() => {`,
    simple.code,
    '})();',
    ...(useCases
      ? [
          // Made at the first call and kept: a run calls one entry point, and the entry points share what they know.
          `function ${USE_CASES}() { return ${USE_CASES}.made = ${USE_CASES}.made || make${USE_CASES}(); }`,
          `function make${USE_CASES}() {`,
          useCases.code,
          '}',
        ]
      : []),
    ...simple.functions.map((name) => `function ${name}(event) { return ${SIMPLE}.${name}(event); }`),
    ...(useCases?.functions ?? []).map((name) => `function ${name}(event) { return ${USE_CASES}().${name}(event); }`),
    '',
  ].join('\n');
  const functions = [...simple.functions, ...(useCases?.functions ?? [])];
  return { code, manifest, bytes: Buffer.byteLength(code), functions };
}

/** Joined modules as the body of a function that returns what they export. */
async function partOf(joined: string): Promise<{ code: string; functions: string[] }> {
  const exported = (EXPORTS.exec(joined)?.[1] ?? '').split(',').map((name) => name.trim());
  const functions = exported.filter((name) => name !== '');
  const body = await packCode(joined.replace(EXPORTS, ''));
  return { code: `${body}return { ${functions.join(', ')} };`, functions };
}

async function joinModules(root: string, entry: string, plugins: Plugin[]): Promise<string> {
  const built = await build({
    entryPoints: [entry],
    // Modules are named from here in the script's comments, wherever the command was started.
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    target: SCRIPT_TARGET,
    // Vietnamese stays readable in Google's editor.
    charset: 'utf8',
    legalComments: 'none',
    plugins,
    write: false,
  });
  const code = built.outputFiles[0]?.text ?? '';
  // `export { inner as outer }` would need a name of its own in the wrapper.
  if (!EXPORTS.test(code) || / as /u.test(EXPORTS.exec(code)?.[1] ?? '')) {
    throw new Error(`${entry}: các hàm xuất ra phải giữ nguyên tên`);
  }
  return code;
}
