// Where the tests are and how long one may take: whole deeds on the local host load a formula engine. They wait for nothing but
// the processor, so every core gets a worker.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: ['test/**/*.test.ts'],
    testTimeout: 180_000,
    maxWorkers: '100%',
  },
});
