// The house rules no compiler keeps: which room may import which, what the pure rooms may not touch, how files are written.
// Globals are found by esbuild's own scoping: a local variable named window is nobody's DOM.
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path/posix';
import { transform } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../src/local/build/root.ts';

/** What a room may import: rooms and packages. The longest name that fits a file is its room. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  'src/core': ['src/core', 'zod/mini'],
  'src/sheet': ['src/core', 'src/sheet'],
  'src/report': ['src/core', 'src/report'],
  'src/app': ['src/core', 'src/sheet', 'src/report', 'src/app'],
  'src/addin': ['src/core', 'src/sheet', 'src/report', 'src/app', 'src/addin', 'built:'],
  'src/local': ['src/core', 'src/sheet', 'src/report', 'src/app', 'src/local', 'node:', 'package', 'zod/mini'],
  'src/local/host': ['src/core', 'src/local/host', 'package'],
  'src/local/plan-import': ['src/core', 'src/local/plan-import'],
  'src/local/workbook-file': ['src/core', 'src/local/host', 'src/local/workbook-file', 'package'],
  'src/local/page': [
    'src/core',
    'src/sheet',
    'src/report',
    'src/app',
    'src/local/host',
    'src/local/workbook-file',
    'src/local/page',
    'package',
  ],
};
const PURE = ['src/core', 'src/sheet', 'src/report', 'src/app'];
const GOOGLE =
  'SpreadsheetApp Sheets Drive DriveApp MailApp GmailApp PropertiesService LockService CacheService Session Utilities ' +
  'ScriptApp HtmlService UrlFetchApp DocumentApp Logger Browser';
const MACHINE =
  'console process Buffer require document window globalThis navigator location localStorage fetch setTimeout performance crypto';
/** Of a browser; the machine's names that Node has too are not among them. */
const DOM = 'document window location localStorage indexedDB matchMedia HTMLElement DOMParser';
const CLOCK = 'Date Math.random';
const LONGEST = 300;

const roomOf = (path: string): string =>
  Object.keys(ROOMS)
    .filter((room) => `${path}/`.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0] ?? path;

function importsOf(code: string): string[] {
  const statement = /^(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?\s*['"]([^'"]+)['"]/gmu;
  const call = /\b(?:import|require)\(\s*['"`]([^'"`]+)['"`]/gu;
  return [...code.matchAll(statement), ...code.matchAll(call)].map(([, from = '']) => from);
}

function targetOf(path: string, from: string): string {
  // What the build makes and puts into the bundle.
  if (from.startsWith('built:')) return 'built:';
  if (!from.startsWith('.')) return isBuiltin(from) ? 'node:' : /^zod(?:\/|$)/u.test(from) ? from : 'package';
  const file = join(path, '..', from);
  return file.startsWith('seeds/') ? 'seeds' : roomOf(file);
}

/** Global names the code uses as values; types and comments do not count. */
async function globalsIn(code: string, names: readonly string[]): Promise<{ code: string; used: string[] }> {
  const define = Object.fromEntries(names.map((name) => [name, `BANNED_${name.replace('.', '_DOT_')}`]));
  const bare = (await transform(code, { loader: 'ts', charset: 'utf8', define, legalComments: 'none' })).code;
  const used = [...bare.matchAll(/BANNED_([A-Za-z_]+)/gu)].map(([, name = '']) => name.replace('_DOT_', '.'));
  return { code: bare, used: [...new Set(used)] };
}

/** Everything wrong with one file of src. */
async function faultsOf(path: string, text: string): Promise<string[]> {
  const room = roomOf(path);
  const allowed = ROOMS[room] ?? [];
  const isPure = PURE.includes(room);
  const banned = [
    ...new Set([
      ...(room === 'src/addin' ? [] : GOOGLE.split(' ')),
      ...(isPure || room === 'src/local/host' || room === 'src/local/plan-import' ? MACHINE.split(' ') : []),
      ...(room === 'src/local/page' ? [] : DOM.split(' ')),
      ...(isPure ? CLOCK.split(' ') : []),
    ]),
  ];
  const { code, used } = await globalsIn(text, banned);
  const strangers = importsOf(text).filter((from) => {
    const target = targetOf(path, from);
    return !allowed.some((room) => target === room || (room === 'src/local' && target.startsWith('src/local/')));
  });
  const lines = text.replace(/\n$/u, '').split('\n').length;
  return [
    ...strangers.map((from) => `imports ${from}`),
    ...used.map((name) => `uses ${name}`),
    ...(isPure && /\\[bBwW]/u.test(code) ? ['has a pattern that knows ASCII letters only'] : []),
    ...(/^export default\b|\bas default\b/mu.test(code) ? ['has a default export'] : []),
    ...(/import\.meta\.url\)\.pathname/u.test(code) ? ['takes a path out of an address'] : []),
    ...(lines > LONGEST ? [`has ${lines} lines`] : []),
    ...(text === text.normalize('NFC') ? [] : ['is not NFC']),
  ];
}

const filesIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)],
  );
const sources = filesIn('src').filter((path) => path.endsWith('.ts'));

describe('the rules see what breaks them', () => {
  test.each([
    ['src/core/a.ts', "import { diff } from '../sheet/diff.ts';", 'imports ../sheet/diff.ts'],
    ['src/core/a.ts', "import type {\n  Ports,\n} from '../app/ports.ts';", 'imports ../app/ports.ts'],
    ['src/core/a.ts', "export { x } from '../report/words.ts';", 'imports ../report/words.ts'],
    ['src/core/a.ts', "type X = import('../app/ports.ts').Ports;", 'imports ../app/ports.ts'],
    ['src/core/a.ts', "import * as z from 'zod';", 'imports zod'],
    ['src/local/node/a.ts', "import { z } from 'zod/v4';", 'imports zod/v4'],
    ['src/core/a.ts', "import { zip } from 'fflate';", 'imports fflate'],
    ['src/sheet/a.ts', "import * as z from 'zod/mini';", 'imports zod/mini'],
    ['src/core/plan.ts', "import tasks from '../../seeds/tasks.json';", 'imports ../../seeds/tasks.json'],
    ['src/sheet/a.ts', "import { page } from '../report/page.ts';", 'imports ../report/page.ts'],
    ['src/report/a.ts', "import { diff } from '../sheet/diff.ts';", 'imports ../sheet/diff.ts'],
    ['src/app/a.ts', "import { ask } from '../addin/dialog.ts';", 'imports ../addin/dialog.ts'],
    ['src/addin/a.ts', "import '../local/host/host.ts';", 'imports ../local/host/host.ts'],
    ['src/local/build/a.ts', "import { onOpen } from '../../addin/main.ts';", 'imports ../../addin/main.ts'],
    ['src/local/host/a.ts', "import { join } from 'node:path';", 'imports node:path'],
    ['src/local/host/a.ts', "import { readFileSync } from 'fs';", 'imports fs'],
    ['src/local/host/a/b.ts', "import { nodeRealm } from '../../node/realm.ts';", 'imports ../../node/realm.ts'],
    ['src/local/host/a.ts', 'export const at = document.title;', 'uses document'],
    ['src/local/node/a.ts', 'export const at = document.title;', 'uses document'],
    ['src/addin/a.ts', 'export const at = localStorage.length;', 'uses localStorage'],
    ['src/local/page/a.ts', "import { readFile } from 'node:fs';", 'imports node:fs'],
    ['src/local/page/a.ts', "import { setStage } from '../node/month/stage.ts';", 'imports ../node/month/stage.ts'],
    ['src/local/host/a.ts', "import { el } from '../page/dom.ts';", 'imports ../page/dom.ts'],
    ['src/core/a.ts', 'export const now = () => new Date();', 'uses Date'],
    ['src/app/a.ts', 'export const now = Date.now();', 'uses Date'],
    ['src/sheet/a.ts', 'export const id = Math.random();', 'uses Math.random'],
    ['src/report/a.ts', "console.log('x');", 'uses console'],
    ['src/app/a.ts', 'Sheets?.Spreadsheets?.get(id);', 'uses Sheets'],
    ['src/local/node/a.ts', 'MailApp.sendEmail(mail);', 'uses MailApp'],
    ['src/core/a.ts', 'export const word = /\\bxã/u;', 'has a pattern that knows ASCII letters only'],
    [
      'src/report/a.ts',
      "export const word = new RegExp('\\\\w+', 'u');",
      'has a pattern that knows ASCII letters only',
    ],
    ['src/local/node/a.ts', "const root = new URL('../', import.meta.url).pathname;", 'takes a path out of an address'],
    ['src/app/a.ts', 'export default 1;', 'has a default export'],
    ['src/app/a.ts', `export const xa = '${'xã'.normalize('NFD')}';`, 'is not NFC'],
    ['src/app/a.ts', '\n'.repeat(301), 'has 301 lines'],
  ])('%s: %s', async (path, code, fault) => {
    expect(await faultsOf(path, code)).toEqual([fault]);
  });

  test.each([
    ['src/core/a.ts', "import * as z from 'zod/mini';\nimport { day } from './calendar.ts';"],
    ['src/core/a.ts', '// new Date(), \\b and console are for others\nexport const note = "Date.now()";'],
    ['src/report/a.ts', 'export const from = ({ window }: { window: { from: number } }) => window.from;'],
    ['src/sheet/a.ts', 'export type Request = GoogleAppsScript.Sheets.Schema.Request;'],
    ['src/local/node/a.ts', "import vm from 'node:vm';\nimport { createHost } from '../host/host.ts';\nnew Date();"],
    ['src/local/page/a.ts', "import { createHost } from '../host/host.ts';\ndocument.title = 'x';"],
    ['src/addin/a.ts', "import { tasks } from 'built:plan';\nSpreadsheetApp.getUi();"],
  ])('and nothing else: %s: %s', async (path, code) => {
    expect(await faultsOf(path, code)).toEqual([]);
  });
});

test('every room has files, and every file keeps the rules', async () => {
  expect(new Set(sources.map(roomOf))).toEqual(new Set(Object.keys(ROOMS)));
  const faults = await Promise.all(
    sources.map(async (path) =>
      (await faultsOf(path, readFileSync(join(ROOT, path), 'utf8'))).map((f) => `${path} ${f}`),
    ),
  );
  expect(faults.flat()).toEqual([]);
});

test.each(filesIn('seeds'))('%s is NFC', (path) => {
  const text = readFileSync(join(ROOT, path), 'utf8');
  expect(text === text.normalize('NFC')).toBe(true);
});
