// The command as outside checks run it: the files it leaves, its lines, its end.
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../../../src/tools/build/root.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kịch bản '));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const command = ['--import', 'tsx', 'src/tools/play.ts', ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: ROOT }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });
}

async function scenario(name: string, steps: readonly unknown[]): Promise<string> {
  const file = join(folder, name);
  const content = { from: '2024-05-14T08:00', to: '2024-05-14T09:00', way: 'hardened', setUp: false, steps };
  await writeFile(file, JSON.stringify(content));
  return file;
}

test('everything that came of it is written, also of a sheet nobody has set up', async () => {
  const out = join(folder, 'kết quả');
  const file = await scenario('một.json', [
    { at: '2024-05-14T08:10', as: 'Cài đặt', click: 'Thiết lập ban đầu' },
    { at: '2024-05-14T08:20', as: 'Chủ tịch', click: 'Thiết lập ban đầu' },
    { at: '2024-05-14T08:30', look: 'bảng trống' },
  ]);
  const { code, out: said } = await run(file, '--out', out);
  expect(code).toBe(0);
  expect(said).toMatch(/^steps\[0\]\/3 {2}2024-05-14 08:10 {2}cai-dat@example\.vn bấm «Thiết lập ban đầu»$/mu);
  expect(said).toMatch(/^steps\[1\]\/3 .*\n {6}→ BỊ TỪ CHỐI: Người chỉ xem/mu);
  expect((await readdir(out)).sort()).toEqual(
    [
      'calls.json',
      'journal.json',
      'ledger.json',
      'looks',
      'mail',
      'said.json',
      'workbook.json',
      'workbook.xlsx',
    ].sort(),
  );
  const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(out, name), 'utf8'));
  expect(await read('said.json')).toMatchObject([
    { at: '2024-05-14T08:10:00.000+07:00', as: 'Cài đặt', account: 'cai-dat@example.vn', deed: 'click', step: 0 },
    { outcome: 'refused', words: [expect.any(String)], dialogs: [] },
    { as: '', deed: 'look', outcome: 'done' },
  ]);
  expect(await read('looks/bảng trống.json')).toEqual({ 'Trang tính1': [] });
  expect(await read('journal.json')).toEqual([]);
});

test.each<[string, () => Promise<string[]>, string]>([
  ['no file', async () => [], 'cần đúng một tệp kịch bản'],
  ['a switch there is not', async () => ['x.json', '--to'], 'không đọc được đối số'],
  [
    'an action there is not',
    async () => [await scenario('hai.json', [{ at: '2024-05-14T08:10', nap: 1 }])],
    'steps[0]',
  ],
  [
    'a tab there is not',
    async () => [
      await scenario('ba.json', [{ at: '2024-05-14T08:10', as: 'CAX', rename: { tab: 'Việc', to: 'x' } }]),
      '--out',
      join(folder, 'không'),
    ],
    'steps[0] (2024-05-14T08:10): không có tab «Việc»; có: Trang tính1',
  ],
])('%s: an error in words and no trace of a stack', async (_, args, words) => {
  const { code, err } = await run(...(await args()));
  expect(code).toBe(1);
  expect(err).toContain(words);
  expect(err).not.toMatch(/^\s+at /mu);
});
