// npm run hunt -- [FILE …]: the random tests with many cases and a new seed, which is printed; HUNT=n, HUNT_SEED=n (hunt.ts).
import { randomInt } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startVitest } from 'vitest/node';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const USUAL = '200';

process.env['HUNT'] ??= USUAL;
process.env['HUNT_SEED'] ??= String(randomInt(2 ** 31));
const { HUNT, HUNT_SEED } = process.env;
process.stdout.write(`HUNT=${HUNT} HUNT_SEED=${HUNT_SEED}\n`);

/** Tests that draw their cases. */
const hunting = readdirSync(HERE, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => join(HERE, name))
  .filter((file) => /fc\.assert\(|\bplays\(/u.test(readFileSync(file, 'utf8')));
const asked = process.argv.slice(2);

const vitest = await startVitest('test', asked.length > 0 ? asked : hunting, {
  config: join(HERE, 'vitest.config.ts'),
  watch: false,
  testTimeout: 0,
});
await vitest.close();
