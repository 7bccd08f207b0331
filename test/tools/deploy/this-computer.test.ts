// The computer a command runs on: without packages, with a disk that refuses, under Windows' paths; each told in words, none by a stack.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix, win32 } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { refusedWrite } from '../../../src/tools/build/end-failed.ts';
import { ROOT } from '../../../src/tools/build/root.ts';
import { onDisk } from '../../../src/tools/deploy/disk.ts';
import { CommandError } from '../../../src/tools/deploy/halt.ts';
import { keptFiles, keptFolder, namesIn } from '../../../src/tools/deploy/kept-copy.ts';

const above = mkdtempSync(join(tmpdir(), 'this-computer-'));
afterAll(() => rmSync(above, { recursive: true, force: true }));

const RUN = 'src/tools/run.cjs';

/** README's lines for developers on the commands that start by it. */
const USAGES = (() => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const started = Object.keys(scripts).filter((name) => scripts[name]?.includes(RUN));
  const lines = readFileSync(join(ROOT, 'README.md'), 'utf8').split('\n');
  const isOf = (line: string) => started.some((name) => new RegExp(`^\\| \`npm (?:run )?${name}\\b`, 'u').test(line));
  return lines.filter(isOf).join('\n');
})();

/** A folder like a checkout, with these files and links to these packages. */
function checkout(name: string, files: Readonly<Record<string, string>>, packages: readonly string[]): string {
  const folder = join(above, name);
  mkdirSync(join(folder, 'src/tools'), { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  cpSync(join(ROOT, RUN), join(folder, RUN));
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  for (const each of packages)
    symlinkSync(join(ROOT, 'node_modules', each), join(folder, 'node_modules', each), 'junction');
  return folder;
}

function start(folder: string, ...args: string[]): { status: number | null; out: string; err: string } {
  return startWith({}, folder, ...args);
}

function startWith(env: NodeJS.ProcessEnv, folder: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [RUN, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { status, out: stdout, err: stderr };
}

describe('a command is started', () => {
  const HELLO = { 'hello.ts': 'const words: string[] = process.argv.slice(2); console.log(words.join("|"));' };
  const TYPES = { 'package.json': '{"type": "module"}' };

  test('without packages: npm ci is what it asks for', () => {
    const { status, out, err } = start(checkout('không gói', HELLO, []), 'hello.ts');
    expect([status, out]).toEqual([1, '']);
    expect(err).toContain('Chưa cài các gói');
    expect(err).toContain('chạy: npm ci');
    expect(err).not.toContain('    at ');
  });

  test('and forks another that is written in TypeScript too', () => {
    const files = {
      ...HELLO,
      ...TYPES,
      'fork.ts': `import { fork } from 'node:child_process'; fork('hello.ts', ['of', 'two'] as string[]);`,
    };
    const { out, err } = start(checkout('hai tiến trình', files, ['tsx']), 'fork.ts');
    expect([out, err]).toEqual(['of|two\n', '']);
  });

  test('by a Node.js that is too old: which one to install', () => {
    const folder = checkout('Node cũ', HELLO, ['tsx']);
    const old = join(folder, 'old.cjs');
    writeFileSync(
      old,
      'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "18.20.8" } });',
    );
    const { status, err } = startWith({ NODE_OPTIONS: `--require "${old.replace(/\\/gu, '/')}"` }, folder, 'hello.ts');
    expect(status).toBe(1);
    expect(err).toContain('quá cũ (18.20.8)');
    expect(err).toContain('https://nodejs.org');
  });

  test('with packages: it runs, with its own arguments', () => {
    const folder = checkout('đủ gói', { ...HELLO, ...TYPES }, ['tsx']);
    expect(start(folder, 'hello.ts', '--một', 'hai ba')).toEqual({ status: 0, out: '--một|hai ba\n', err: '' });
  });

  // As PowerShell's npm leaves `npm run deploy -- --status`, `npm run month -- --period 2024-05 --no-close`.
  test.each([
    [{ npm_config_status: 'true' }, [], '--status'],
    [
      { npm_config_period: 'true', npm_config_close: '', npm_lifecycle_event: 'month' },
      ['2024-05'],
      'npm run month "--"',
    ],
  ])('%j, and %j for the command: nothing is done', (env, args, words) => {
    const { status, out, err } = startWith(env, checkout(`mất ${words.length}`, HELLO, []), 'hello.ts', ...args);
    expect([status, out]).toEqual([1, '']);
    expect(err).toContain(words);
    expect(err).toContain('chưa làm gì');
  });

  test('every option a command reads is known to be one', () => {
    const code = readFileSync(join(ROOT, RUN), 'utf8');
    const commands = [...USAGES.matchAll(/--(?:no-)?([a-z]+)/gu)].map(([, name = '']) => name);
    expect(commands).toContain('period');
    // npm has words of its own for these: what becomes of them it says itself.
    const ofNpm = ['yes', 'help', 'script'];
    const lost = [...new Set(commands)].filter((name) => !ofNpm.includes(name) && !code.includes(`'${name}'`));
    expect(lost).toEqual([]);
  });

  test.each([
    ['a package lost', 'import "mot-goi-da-mat";', 'chạy: npm ci'],
    ['a file of the project lost', 'import "./tep-da-mat.ts";', 'tep-da-mat'],
  ])('%s', (title, code, words) => {
    const { status, err } = start(checkout(title, { 'lost.ts': code, ...TYPES }, ['tsx']), 'lost.ts');
    expect(status).toBe(1);
    expect(err).toContain(words);
  });
});

/** Who may read the project and write nothing of it: root becomes somebody else for it. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
/** Rights of folders are another thing on Windows; and root's own folders are closed to others: the whole way there is asked, as for a link. */
const hasNobody =
  process.platform !== 'win32' &&
  spawnSync(process.execPath, ['-e', `fs.readdirSync(${JSON.stringify(join(ROOT, 'node_modules'))})`], NOBODY)
    .status === 0;

test.skipIf(!hasNobody)('a folder nobody may write to: named, with what to do', () => {
  const folder = join(above, 'chỉ đọc');
  mkdirSync(folder);
  for (const name of ['src', 'seeds', 'package.json', 'appsscript.json'])
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  chmodSync(above, 0o755);
  chmodSync(folder, 0o555);
  const { status, stderr } = spawnSync(process.execPath, [RUN, 'src/tools/build/main.ts'], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], TSX_DISABLE_CACHE: '1' },
    ...NOBODY,
  });
  chmodSync(folder, 0o755);
  expect(status).toBe(1);
  expect(stderr).toContain('LỖI: Không ghi được vào thư mục');
  expect(stderr).toContain(join(folder, 'dist'));
  expect(stderr).toContain('Làm gì: Chép cả thư mục chương trình');
  expect(stderr).not.toContain('    at ');
  expect(existsSync(join(folder, 'dist'))).toBe(false);
});

const refusal = (code: string) => Object.assign(new Error(code), { code, path: 'D:\\Đề án 06\\dist' });

test.each([
  ['EACCES', 'folder'],
  ['EPERM', 'folder'],
  ['EROFS', 'folder'],
  ['EBUSY', 'folder'],
  ['ENOSPC', 'disk-full'],
  ['ENOENT', undefined],
])('a disk that says %s: %s', (code, kind) => {
  expect(refusedWrite(refusal(code))?.kind).toBe(kind);
});

test.each([
  [
    'at once',
    () => {
      throw refusal('EACCES');
    },
  ],
  ['later', () => Promise.reject(refusal('EACCES'))],
])('what deploy writes and is refused, %s, ends it with the folder', async (_title, work) => {
  const error = await (async () => onDisk<unknown>(work))().catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(CommandError);
  expect(error).toMatchObject({ reason: 'folder', detail: 'D:\\Đề án 06\\dist (EACCES)' });
});

describe('paths', () => {
  test.each([
    ['of Linux', posix, ['remote/main.js', 'remote/thu/mục.js'], ['main.js', 'thu/mục.js']],
    ['of Windows', win32, ['remote\\main.js', 'remote\\thu\\mục.js'], ['main.js', 'thu/mục.js']],
  ] as const)('names of files, %s', (_title, path, paths, names) => {
    expect(namesIn(paths, 'remote', path)).toEqual(names);
  });

  test('a day’s folder on Windows has no sign a name there may not have', () => {
    const at = new Date(2026, 11, 1, 7, 5, 9);
    expect(keptFolder('D:\\Đề án 06 (mới)', at, win32)).toBe(
      'D:\\Đề án 06 (mới)\\out\\ban-cu-tren-google\\2026-12-01 07h05m09',
    );
    expect(keptFolder('/srv/đề án', at, posix)).toBe('/srv/đề án/out/ban-cu-tren-google/2026-12-01 07h05m09');
  });

  test.each([
    ['main.js', 'D:\\x\\main.js'],
    ['thư mục/Mã.js', 'D:\\x\\thư mục\\Mã.js'],
    ['a:b?.js', 'D:\\x\\a_b_.js'],
    ['../../ra ngoài.js', 'D:\\x\\_\\_\\ra ngoài.js'],
    ['CON.js', 'D:\\x\\_CON.js'],
    ['cuối. ', 'D:\\x\\cuối_'],
    ['/gốc.js', 'D:\\x\\_\\gốc.js'],
  ])('«%s» is kept as %s', (name, path) => {
    expect(keptFiles('D:\\x', { [name]: 'x' }, win32)).toEqual([[path, 'x']]);
  });
});
