// npm run deploy [-- OPTIONS]: installs the add-in on Google or brings it up to date, through clasp, and says what to click next; --status and
// --compare only read; --help says how it is called. Safe to run again. Ends with 1 where it could not, with what to do in two languages;
// --compare with 0 where Google holds what this folder builds, 1 where it does not, 2 where that could not be known.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileTitle } from '../core/titles.ts';
import { NO_TARGET } from './build/built-plan.ts';
import { bundleAddin, bundleHardened, writeBundle, writeHardenedBundle } from './build/bundle.ts';
import { checkSeeds } from './build/check-seeds.ts';
import { ROOT } from './build/root.ts';
import { requireKnownUnits } from './build/unknown-units.ts';
import { CommandError, describeError } from './deploy/halt.ts';
import { asksForHelp, type Flag, type Options, readOptions, runWith, USAGE } from './deploy/options.ts';
import { STANDALONE_RECORD } from './deploy/record.ts';
import { filesOf } from './deploy/remote.ts';
import { type Builds, compare, type DeployRequest, deploy, tellStatus } from './deploy/run.ts';
import { type Worlds, worldAt } from './deploy/world.ts';

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  if (asksForHelp(args)) {
    tell(USAGE.join('\n'));
    return;
  }
  let flags: readonly Flag[] = [];
  let failed = 1;
  try {
    const options = readOptions(args);
    ({ flags } = options);
    failed = options.compare ? 2 : 1;
    await run(options);
  } catch (cause) {
    const words = cause instanceof Error ? String(cause.stack) : String(cause);
    const lines = cause instanceof CommandError ? describeError(cause, runWith(flags)) : [words];
    process.stderr.write(`${lines.join('\n')}\n`);
    process.exitCode = failed;
  }
}

async function run({ flags: _, hardened, plain, yes, status, compare: compares, ...asked }: Options): Promise<void> {
  // Before anything is made on Google.
  if (!status) requireKnownLeads();
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const wanted = { ...asked, title: asked.title ?? (status ? '' : usualTitle()) };
  const all: DeployRequest = { wanted, hardened, plain, version, isYes: yes };
  if (status) return tellStatus(worldsHere(false), all);
  if (!compares) return deploy(worldsHere(true), all);
  if (!(await compare(worldsHere(false), all, BUILDS))) process.exitCode = 1;
}

/** @param mayAsk whether somebody at the terminal may be asked, and sent to the browser to log in */
function worldsHere(mayAsk: boolean): Worlds {
  const isInteractive = mayAsk && process.stdin.isTTY && process.stdout.isTTY;
  const place = { root: ROOT, env: process.env, isInteractive, tell };
  const hardened = (target = NO_TARGET) => writeHardenedBundle(ROOT, target);
  return {
    plain: worldAt({ ...place, build: () => writeBundle(ROOT) }),
    bound: worldAt({ ...place, build: hardened, dist: 'dist/bound' }),
    standalone: worldAt({ ...place, build: hardened, dist: 'dist/standalone', record: STANDALONE_RECORD }),
  };
}

const BUILDS: Builds = {
  plain: async () => filesOf(await bundleAddin(ROOT)),
  hardened: async (target) => {
    const { bound, standalone } = await bundleHardened(ROOT, target);
    return { bound: filesOf(bound), standalone: filesOf(standalone) };
  },
};

function usualTitle(): string {
  const { plan } = ofSeeds(checkSeeds);
  return fileTitle(plan);
}

function requireKnownLeads(): void {
  ofSeeds((folder) => requireKnownUnits(checkSeeds(folder)));
}

function ofSeeds<T>(read: (folder: string) => T): T {
  try {
    return read(join(ROOT, 'seeds'));
  } catch (cause) {
    throw new CommandError('build', cause instanceof Error ? cause.message : String(cause));
  }
}

await main();
