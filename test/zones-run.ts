// npm run zones: the whole suite in one hostile time zone, what is quick in another at the far side of the date line. What the project
// computes with days must not know where the machine stands.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const VITEST = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const RUNS = [
  { zone: 'Pacific/Kiritimati', more: [] },
  { zone: 'America/St_Johns', more: ['--project', 'fast'] },
];

for (const { zone, more } of RUNS) {
  process.stdout.write(`TZ=${zone} ${more.join(' ')}\n`);
  const { status } = spawnSync(process.execPath, [VITEST, 'run', '--config', 'test/vitest.config.ts', ...more], {
    stdio: 'inherit',
    env: { ...process.env, TZ: zone },
  });
  if (status !== 0) process.exit(status ?? 1);
}
