// The house rules no compiler keeps: which room may import which, what the pure rooms may not touch, how files are written.
// Globals are found by esbuild's own scoping: a local variable named window is nobody's DOM.
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path/posix';
import { transform } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../src/tools/build/root.ts';

interface Room {
  /** Rooms and packages it may import. */
  readonly imports: readonly string[];
  readonly why: string;
}

/** The longest name that fits a file is its room. */
const ROOMS: Readonly<Record<string, Room>> = {
  'src/core': {
    imports: ['src/core', 'zod/mini'],
    why: 'what the plan means must hold for the sheet, the mails and the tests alike, so it depends on none of them',
  },
  'src/sheet': {
    imports: ['src/core', 'src/sheet'],
    why: 'the workbook can be declared and compared without knowing what is written to people',
  },
  'src/report': {
    imports: ['src/core', 'src/report'],
    why: 'a mail is a function of the Report alone; one that reads the workbook could show another number than was closed',
  },
  'src/app': {
    imports: ['src/core', 'src/sheet', 'src/report', 'src/app'],
    why: 'use cases reach the world through ports only, so the local host and Google run the same ones',
  },
  'src/addin': {
    imports: ['src/core', 'src/sheet', 'src/report', 'src/app', 'src/addin', 'built:'],
    why: 'what it imports is pushed to Google; the local host must not get into the script',
  },
  'src/host': {
    imports: ['src/core', 'src/host', 'package'],
    why: 'one host runs in Node and in the browser, and it knows Google, not the product',
  },
  'src/host/workbook-file': {
    imports: ['src/core', 'src/host', 'src/host/workbook-file', 'package'],
    why: 'the page writes and reads .xlsx files too, and has no Node',
  },
  'src/node': {
    imports: ['src/core', 'src/host', 'src/node', 'node:', 'package'],
    why: 'what the host is given in Node: realm, formula engine, clock; the page gives it others',
  },
  'src/page': {
    imports: [
      'src/core',
      'src/sheet',
      'src/report',
      'src/app',
      'src/host',
      'src/host/workbook-file',
      'src/page',
      'package',
    ],
    why: 'it runs in a browser: no Node, and no command that needs one',
  },
  'src/tools': {
    imports: [
      'src/core',
      'src/sheet',
      'src/report',
      'src/app',
      'src/host',
      'src/host/workbook-file',
      'src/node',
      'src/page',
      'src/tools',
      'src/tools/plan-import',
      'node:',
      'package',
      'zod/mini',
    ],
    why: 'the built script is what is tried, so nothing here takes a shortcut into src/addin',
  },
  'src/tools/plan-import': {
    imports: ['src/core', 'src/tools/plan-import'],
    why: 'a pasted plan is read from its text alone, whoever hands it in',
  },
};
const PURE = ['src/core', 'src/sheet', 'src/report', 'src/app'];
const isPure = (room: string): boolean => PURE.includes(room);

/** Names of globals a room may not use. */
interface Ban {
  readonly names: readonly string[];
  readonly in: (room: string) => boolean;
  readonly why: string;
}
const BANS: readonly Ban[] = [
  {
    names: (
      'SpreadsheetApp Sheets Drive DriveApp MailApp GmailApp PropertiesService LockService CacheService Session Utilities ' +
      'ScriptApp HtmlService UrlFetchApp DocumentApp Logger Browser'
    ).split(' '),
    in: (room) => room !== 'src/addin',
    why: 'Apps Script names are globals to the compiler everywhere; outside src/addin they fail only when run',
  },
  {
    names: (
      'console process Buffer require document window globalThis navigator location localStorage fetch setTimeout ' +
      'performance crypto'
    ).split(' '),
    in: (room) => isPure(room) || room === 'src/host' || room === 'src/tools/plan-import',
    why: 'this code runs in Apps Script, Node and the browser; a name that one of them lacks fails there alone',
  },
  {
    // Of a browser; the names that Node has too are not among them.
    names: 'document window location localStorage indexedDB matchMedia HTMLElement DOMParser'.split(' '),
    in: (room) => room !== 'src/page',
    why: 'only the page runs in a browser window',
  },
  {
    names: ['Date', 'Math.random'],
    in: isPure,
    why: 'the clock and chance are arguments, so equal input gives equal output and any day can be tested',
  },
];
const LONGEST = 300;

/** Rules about how a file is written. */
interface Manner {
  readonly why: string;
  /** @param code without types and comments */
  readonly fault: (file: { readonly text: string; readonly code: string; readonly room: string }) => string | undefined;
}
const MANNERS: readonly Manner[] = [
  {
    why: 'in JavaScript \\b and \\w know ASCII letters only, and Vietnamese words are cut in the middle',
    fault: ({ code, room }) =>
      isPure(room) && /\\[bBwW]/u.test(code) ? 'has a pattern that knows ASCII letters only' : undefined,
  },
  {
    why: 'a named export has the same name wherever it is used, so a search finds all of it',
    fault: ({ text }) => (/^export default\b|\bas default\b/mu.test(text) ? 'has a default export' : undefined),
  },
  {
    why: 'on Windows, and in folders with spaces or Vietnamese letters, that path does not exist',
    fault: ({ text }) => (/import\.meta\.url\)\.pathname/u.test(text) ? 'takes a path out of an address' : undefined),
  },
  {
    why: 'a longer file holds more than one thought; split it where the second begins',
    fault: ({ text }) => {
      const lines = text.replace(/\n$/u, '').split('\n').length;
      return lines > LONGEST ? `has ${lines} lines` : undefined;
    },
  },
  {
    why: 'words are compared to the letter with what people type, which is read as NFC',
    fault: ({ text }) => (text === text.normalize('NFC') ? undefined : 'is not NFC'),
  },
];

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

interface Fault {
  readonly what: string;
  readonly why: string;
}

/** Everything wrong with one file of src. */
async function faultsOf(path: string, text: string): Promise<Fault[]> {
  const room = roomOf(path);
  const { imports = [], why = 'no room has this name' } = ROOMS[room] ?? {};
  const bans = BANS.filter((ban) => ban.in(room));
  const { code, used } = await globalsIn(text, [...new Set(bans.flatMap(({ names }) => names))]);
  const forbidden = importsOf(text).filter((from) => {
    const target = targetOf(path, from);
    return !imports.includes(target);
  });
  return [
    ...forbidden.map((from) => ({ what: `imports ${from}`, why })),
    ...used.map((name) => ({
      what: `uses ${name}`,
      why: bans.find(({ names }) => names.includes(name))?.why ?? '',
    })),
    ...MANNERS.flatMap(({ fault, why }) => {
      const what = fault({ text, code, room });
      return what === undefined ? [] : [{ what, why }];
    }),
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
    ['src/tools/a.ts', "import { z } from 'zod/v4';", 'imports zod/v4'],
    ['src/core/a.ts', "import { zip } from 'fflate';", 'imports fflate'],
    ['src/sheet/a.ts', "import * as z from 'zod/mini';", 'imports zod/mini'],
    ['src/core/plan.ts', "import tasks from '../../seeds/tasks.json';", 'imports ../../seeds/tasks.json'],
    ['src/sheet/a.ts', "import { page } from '../report/page.ts';", 'imports ../report/page.ts'],
    ['src/report/a.ts', "import { diff } from '../sheet/diff.ts';", 'imports ../sheet/diff.ts'],
    ['src/app/a.ts', "import { ask } from '../addin/dialog.ts';", 'imports ../addin/dialog.ts'],
    ['src/addin/a.ts', "import '../host/host.ts';", 'imports ../host/host.ts'],
    ['src/tools/build/a.ts', "import { onOpen } from '../../addin/main.ts';", 'imports ../../addin/main.ts'],
    ['src/host/a.ts', "import { join } from 'node:path';", 'imports node:path'],
    ['src/host/a.ts', "import { readFileSync } from 'fs';", 'imports fs'],
    ['src/host/a/b.ts', "import { nodeRealm } from '../../node/realm.ts';", 'imports ../../node/realm.ts'],
    ['src/host/a.ts', 'export const at = document.title;', 'uses document'],
    ['src/tools/a.ts', 'export const at = document.title;', 'uses document'],
    ['src/addin/a.ts', 'export const at = localStorage.length;', 'uses localStorage'],
    ['src/page/a.ts', "import { readFile } from 'node:fs';", 'imports node:fs'],
    ['src/page/a.ts', "import { setStage } from '../node/month/stage.ts';", 'imports ../node/month/stage.ts'],
    ['src/host/a.ts', "import { el } from '../page/dom.ts';", 'imports ../page/dom.ts'],
    ['src/core/a.ts', 'export const now = () => new Date();', 'uses Date'],
    ['src/app/a.ts', 'export const now = Date.now();', 'uses Date'],
    ['src/sheet/a.ts', 'export const id = Math.random();', 'uses Math.random'],
    ['src/report/a.ts', "console.log('x');", 'uses console'],
    ['src/app/a.ts', 'Sheets?.Spreadsheets?.get(id);', 'uses Sheets'],
    ['src/tools/a.ts', 'MailApp.sendEmail(mail);', 'uses MailApp'],
    ['src/core/a.ts', 'export const word = /\\bxã/u;', 'has a pattern that knows ASCII letters only'],
    [
      'src/report/a.ts',
      "export const word = new RegExp('\\\\w+', 'u');",
      'has a pattern that knows ASCII letters only',
    ],
    ['src/tools/a.ts', "const root = new URL('../', import.meta.url).pathname;", 'takes a path out of an address'],
    ['src/app/a.ts', 'export default 1;', 'has a default export'],
    ['src/app/a.ts', `export const xa = '${'xã'.normalize('NFD')}';`, 'is not NFC'],
    ['src/app/a.ts', '\n'.repeat(301), 'has 301 lines'],
  ])('%s: %s', async (path, code, fault) => {
    expect((await faultsOf(path, code)).map(({ what }) => what)).toEqual([fault]);
  });

  test.each([
    ['src/core/a.ts', "import * as z from 'zod/mini';\nimport { day } from './calendar.ts';"],
    ['src/core/a.ts', '// new Date(), \\b and console are for others\nexport const note = "Date.now()";'],
    ['src/report/a.ts', 'export const from = ({ window }: { window: { from: number } }) => window.from;'],
    ['src/sheet/a.ts', 'export type Request = GoogleAppsScript.Sheets.Schema.Request;'],
    ['src/tools/a.ts', "import vm from 'node:vm';\nimport { createHost } from '../host/host.ts';\nnew Date();"],
    ['src/page/a.ts', "import { createHost } from '../host/host.ts';\ndocument.title = 'x';"],
    ['src/addin/a.ts', "import { tasks } from 'built:plan';\nSpreadsheetApp.getUi();"],
  ])('and nothing else: %s: %s', async (path, code) => {
    expect(await faultsOf(path, code)).toEqual([]);
  });
});

test('every rule says why it is there', () => {
  const reasons = [...Object.values(ROOMS), ...BANS, ...MANNERS].map(({ why }) => why);
  expect(reasons.filter((why) => why.split(' ').length < 6)).toEqual([]);
  expect(new Set(reasons).size).toBe(reasons.length);
});

test('every room has files, and every file keeps the rules', async () => {
  expect(new Set(sources.map(roomOf))).toEqual(new Set(Object.keys(ROOMS)));
  const faults = await Promise.all(
    sources.map(async (path) =>
      (await faultsOf(path, readFileSync(join(ROOT, path), 'utf8'))).map(({ what, why }) => `${path} ${what}: ${why}`),
    ),
  );
  expect(faults.flat()).toEqual([]);
});

test.each(filesIn('seeds'))('%s is NFC', (path) => {
  const text = readFileSync(join(ROOT, path), 'utf8');
  expect(text === text.normalize('NFC')).toBe(true);
});

/** Modules that import one another, in the order of the circle; empty where nothing does. */
function circleIn(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const walk = (path: string, above: readonly string[]): string[] => {
    if (above.includes(path)) return [...above.slice(above.indexOf(path)), path];
    if (done.has(path)) return [];
    for (const to of imports.get(path) ?? []) {
      const circle = walk(to, [...above, path]);
      if (circle.length > 0) return circle;
    }
    done.add(path);
    return [];
  };
  for (const path of imports.keys()) {
    const circle = walk(path, []);
    if (circle.length > 0) return circle;
  }
  return [];
}

// What both sides of a circle need is a module of its own; neither can be read, moved or tested without the other.
test('no circle of imports, of types neither', () => {
  expect(
    circleIn(
      new Map([
        ['a', ['b', 'c']],
        ['b', ['d']],
        ['c', ['d']],
      ]),
    ),
  ).toEqual([]);
  expect(
    circleIn(
      new Map([
        ['a', ['b']],
        ['b', ['c']],
        ['c', ['b']],
      ]),
    ),
  ).toEqual(['b', 'c', 'b']);
  const imports = sources.map((path) => {
    const to = importsOf(readFileSync(join(ROOT, path), 'utf8')).filter((from) => from.startsWith('.'));
    return [path, to.map((from) => join(path, '..', from))] as const;
  });
  expect(circleIn(new Map(imports))).toEqual([]);
});
