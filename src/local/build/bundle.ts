// The add-in as one file: closed functions around its modules (Google knows none) and below them one top-level function an
// export, because Google finds the functions of menus and triggers by reading the text, not by running it. What runs at every
// keystroke stands by itself; the rest is a function nobody calls until it is needed, which V8 skims and does not compile.
// People read this file in Google's editor: names, words and line breaks stay as written.
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin, transform } from 'esbuild';
import type { Seeds } from '../../core/plan.ts';
import { builtPlan } from './built-plan.ts';
import { checkSeeds } from './check-seeds.ts';

/** es2020: private fields and static fields are errors in Apps Script, esbuild writes them in older words. */
const TARGET = 'es2020';
/** The two parts; the underscore keeps them out of Google's list of functions. */
const PARTS = {
  simple: { entry: 'src/addin/simple-triggers.ts', name: 'simpleTriggers_' },
  deeds: { entry: 'src/addin/main.ts', name: 'deeds_' },
} as const;

/** How esbuild ends a file that exports. */
const EXPORTS = /export \{([^}]*)\};\s*$/u;

export interface Bundle {
  readonly code: string;
  readonly manifest: string;
  readonly bytes: number;
  /** Names Google can call. */
  readonly functions: string[];
}

/** Builds `dist/` under the project's root. @throws Error naming the task and field of a seed that breaks a rule */
export async function writeBundle(root: string): Promise<Bundle> {
  const bundle = await bundleAddin(root);
  const dist = join(root, 'dist');
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  await writeFile(join(dist, 'main.js'), bundle.code);
  await cp(join(root, 'appsscript.json'), join(dist, 'appsscript.json'));
  return bundle;
}

/** The script as it would be pushed. @throws Error naming the task and field of a seed that breaks a rule */
export async function bundleAddin(root: string, seeds: Seeds = checkSeeds(join(root, 'seeds'))): Promise<Bundle> {
  const plugins = [builtPlan(seeds)];
  const [simple, deeds] = await Promise.all(
    [PARTS.simple, PARTS.deeds].map(async ({ entry }) => partOf(await joinModules(join(root, entry), plugins))),
  );
  if (!simple || !deeds) throw new Error('dist/main.js: thiếu một phần');
  const code = [
    '"use strict";',
    `var ${PARTS.simple.name} = (() => {`,
    simple.code,
    '})();',
    // Made at the first call and kept: a run calls one door, and the doors share what they know.
    `function ${PARTS.deeds.name}() { return ${PARTS.deeds.name}.made = ${PARTS.deeds.name}.made || make${PARTS.deeds.name}(); }`,
    `function make${PARTS.deeds.name}() {`,
    deeds.code,
    '}',
    ...simple.functions.map((name) => `function ${name}(event) { return ${PARTS.simple.name}.${name}(event); }`),
    ...deeds.functions.map((name) => `function ${name}(event) { return ${PARTS.deeds.name}().${name}(event); }`),
    '',
  ].join('\n');
  const functions = [...simple.functions, ...deeds.functions];
  const manifest = await readFile(join(root, 'appsscript.json'), 'utf8');
  return { code, manifest, bytes: Buffer.byteLength(code), functions };
}

/** Joined modules as the body of a function that returns what they export. */
async function partOf(joined: string): Promise<{ code: string; functions: string[] }> {
  const exported = (EXPORTS.exec(joined)?.[1] ?? '').split(',').map((name) => name.trim());
  const functions = exported.filter((name) => name !== '');
  const body = await indentByTabs(joined.replace(EXPORTS, ''));
  return { code: `${body}return { ${functions.join(', ')} };`, functions };
}

async function joinModules(entry: string, plugins: Plugin[]): Promise<string> {
  const built = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    target: TARGET,
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

/**
 * A tab a level, where esbuild writes two spaces: some thousand bytes less to load and to push.
 * @throws Error where more than the indentation changed: a text that runs over lines
 */
async function indentByTabs(code: string): Promise<string> {
  const indented = code.replace(/^(?: {2})+/gmu, (spaces) => '\t'.repeat(spaces.length / 2));
  const [before, after] = await Promise.all(
    [code, indented].map((text) => transform(text, { minifyWhitespace: true })),
  );
  if (before?.code !== after?.code) throw new Error('dist/main.js: thụt dòng làm thay đổi một đoạn văn bản');
  return indented;
}
