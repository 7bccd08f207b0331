// The joined modules in few bytes: Google refuses a script of more than a million, and each run of each trigger loads all of it. What a
// person needs to find a place stays: a line a declaration, its name, its module's name above, every Vietnamese word.
import { type TransformOptions, transform } from 'esbuild';

/** es2020: private fields and static fields are errors in Apps Script, esbuild writes them in older words. */
export const SCRIPT_TARGET = 'es2020';

/** Before each declaration; a comment esbuild keeps where it is. */
const MARK = '/*!*/';
const DECLARATION = /^(?=(?:var|let|const|function|async function|class) )/gmu;
/** How esbuild names the module that follows, and how a comment it keeps is told; that it is source of ours needs no saying. */
const MODULE = /^\/\/ (?:src\/(\S+)\.ts|(\S+))$/gmu;
const MODULE_MARK = '//! ';

const PACKED: TransformOptions = {
  target: SCRIPT_TARGET,
  charset: 'utf8',
  minifyWhitespace: true,
  minifySyntax: true,
  // Inside of functions only: without a format, names of the top belong to everybody.
  minifyIdentifiers: true,
};

/**
 * @param joined what esbuild made of the modules, exports taken off
 * @throws Error where a text of the program looks like the beginning of a declaration
 */
export async function packCode(joined: string): Promise<string> {
  const marked = joined
    .replace(MODULE, (_, own = '', other = '') => `${MODULE_MARK}${own}${other}`)
    .replace(DECLARATION, `${MARK}\n`);
  await requireSame(joined, marked);
  const { code } = await transform(marked, { ...PACKED, legalComments: 'inline' });
  const lined = code
    .split(new RegExp(`\\n?${MARK.replace(/[*]/gu, '\\*')}`, 'u'))
    .join('\n')
    .replace(/\n?\/\/! (?=\S+$)/gmu, '\n// ')
    .trimStart();
  await requireSame(code, lined);
  return lined;
}

/** Comments and line breaks are all that may differ. */
async function requireSame(before: string, after: string): Promise<void> {
  const [a, b] = await Promise.all(
    [before, after].map((code) => transform(code, { minifyWhitespace: true, legalComments: 'none' })),
  );
  if (a?.code !== b?.code) throw new Error('dist/main.js: ngắt dòng làm thay đổi một đoạn văn bản');
}
