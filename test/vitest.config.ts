// Two projects: `fast` is what a person runs while writing (pure rooms, parts of the local host), `plays` are whole use cases on it.
// Files of a worker share their modules: loading them anew for each file took longer than most tests. Tests keep no state in
// modules but what is made once and never changed.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './longest-first.ts';
import { Slowest } from './slowest.ts';

/** Whole use cases, and whatever starts a browser, a server or clasp. */
const PLAYS = [
  'test/{app,scenarios,agreement,referee}/**/*.test.ts',
  'test/tools/{deploy,month,play,restore}/**/*.test.ts',
  'test/page/**/*.test.ts',
  'test/tools/build/any-folder.test.ts',
  'test/host/month.test.ts',
];

/** What both projects have in common. */
const shared = {
  isolate: false,
  pool: 'forks' as const,
  maxWorkers: '100%',
  testTimeout: 180_000,
  setupFiles: ['test/hunt.ts'],
};

/** Collecting garbage on all cores at once takes the time of the other worker. */
const OWN_CORE = ['--max-semi-space-size=64', '--single-threaded-gc'];

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    reporters: ['default', new Slowest()],
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { ...shared, name: 'fast', include: ['test/**/*.test.ts'], exclude: PLAYS } },
      { extends: true, test: { ...shared, name: 'plays', include: PLAYS, execArgv: OWN_CORE } },
    ],
  },
});
