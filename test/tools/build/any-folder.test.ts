// The project in a folder as people name theirs: its commands, run from a copy of it, do what they do anywhere. And paths of Windows, where
// a name is told by text.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../../src/tools/build/root.ts';

const FOLDER = 'Xã Vân Sơn/Đề án 06 (mới)';
/** What the commands read, and a few tests. */
const COPIED = [
  'src',
  'seeds',
  'package.json',
  'appsscript.json',
  'tsconfig.json',
  'test/vitest.config.ts',
  'test/slowest.ts',
  'test/longest-first.ts',
  'test/hunt.ts',
  'test/seeds',
];

let above = '';
let folder = '';

beforeAll(async () => {
  above = await mkdtemp(join(tmpdir(), 'any-folder-'));
  folder = join(above, FOLDER);
  await mkdir(folder, { recursive: true });
  for (const name of COPIED) await cp(join(ROOT, name), join(folder, name), { recursive: true });
  // A junction: links of other kinds ask for rights on Windows.
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
});

afterAll(() => rm(above, { recursive: true, force: true }));

/** A command as npm runs it, in the copy. */
const started = (args: readonly string[]) =>
  spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });

async function run(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = started(args);
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  const [code]: (number | null)[] = await once(child, 'close');
  return { code: code ?? null, ...said };
}

const runScript = (script: string, ...args: string[]) => run('--import', 'tsx', script, ...args);
const isThere = (path: string) => existsSync(join(folder, path));

describe(`in «${FOLDER}»`, () => {
  test('build writes the script', async () => {
    expect(await runScript('src/tools/build/main.ts')).toMatchObject({ code: 0 });
    expect(['dist/main.js', 'dist/appsscript.json'].filter(isThere)).toHaveLength(2);
  });

  test('release packs it', async () => {
    expect(await runScript('src/tools/deploy/release.ts')).toMatchObject({ code: 0 });
  });

  test('start serves the page', async () => {
    const server = started(['--import', 'tsx', 'src/tools/build/page-main.ts', '--serve']);
    const ended = once(server, 'close');
    let url: string | undefined;
    for await (const line of createInterface({ input: server.stdout })) {
      url = /http:\S+/u.exec(line)?.[0];
      if (url !== undefined) break;
    }
    const answers = await Promise.all(
      ['', 'page.js', 'worker.js', 'program.bin'].map((name) => fetch(`${url}${name}`)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    // An address that is none: refused, and the server lives.
    expect((await fetch(`${url}/`)).status).toBe(404);
    expect((await fetch(`${url}`)).status).toBe(200);
    server.kill('SIGINT');
    await ended;
    expect(isThere('out/page/ready.bin')).toBe(true);
  });

  test('month plays, and restore reads what it wrote', async () => {
    await writeFile(join(folder, 'số liệu.json'), '[]');
    const month = ['--adhoc', '2024-03-01..2024-03-01', '--entries', 'số liệu.json', '--out', 'out/một tháng'];
    expect(await runScript('src/tools/month.ts', ...month)).toMatchObject({ code: 0, err: '' });
    // People open it in an editor, and send it.
    expect(statSync(join(folder, 'out/một tháng/workbook.json')).size).toBeLessThan(15_000_000);
    const restored = await runScript('src/tools/restore.ts', 'out/một tháng/workbook.xlsx', '--out', 'out/dựng lại');
    expect(restored).toMatchObject({ code: 0 });
    expect(
      ['workbook.xlsx', 'page.json', 'bao-cao.txt'].filter((name) => isThere(`out/dựng lại/${name}`)),
    ).toHaveLength(3);
  });

  test('tests are found and pass', async () => {
    const args = ['run', '--config', 'test/vitest.config.ts', 'test/seeds/check-seeds.test.ts'];
    expect(await run('node_modules/vitest/vitest.mjs', ...args)).toMatchObject({ code: 0 });
  });
});
