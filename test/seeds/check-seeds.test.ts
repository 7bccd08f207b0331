import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkSeeds } from '../../src/tools/build/check-seeds.ts';
import { ROOT } from '../../src/tools/build/root.ts';

const seeds = join(ROOT, 'seeds');

test.each([
  ['tasks.json', '"Tháng 8/2024"', '""', 'seeds/tasks.json: nhiệm vụ 27, trường deadline: để trống'],
  ['tasks.json', '"Tháng 8/2024"', '"Tháng 8/2024', /^seeds\/tasks\.json: dòng \d+, nhiệm vụ 27: không phải JSON: /u],
  ['units.json', '"Công an tỉnh",', '"Công an tỉnh"', /^seeds\/units\.json: dòng \d+, CAT: không phải JSON: /u],
  ['plan.json', '"year": 2024', '"year": "2024"', 'seeds/plan.json: trường year: thiếu hoặc sai kiểu'],
])('%s: %s → %s stops with %s', (file, from, to, message) => {
  const directory = mkdtempSync(join(tmpdir(), 'seeds-'));
  try {
    cpSync(seeds, directory, { recursive: true });
    const text = readFileSync(join(directory, file), 'utf8');
    writeFileSync(join(directory, file), text.replace(from, to));
    expect(text).toContain(from);
    expect(() => checkSeeds(directory)).toThrow(message);
  } finally {
    rmSync(directory, { recursive: true });
  }
});
