// npm run deploy [-- --sheet ID] [--script ID] [--title "…"] [--hardened [--standalone ID] | --plain] [--yes] [--again]: installs the add-in on Google or brings it up to date,
// through clasp, and says what to click next; --help says how it is called. Safe to run again. Ends with 1 where it could not, with what to do
// in two languages.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NO_TARGET } from '../build/built-plan.ts';
import { writeBundle, writeHardenedBundle } from '../build/bundle.ts';
import { checkSeeds } from '../build/check-seeds.ts';
import { ROOT } from '../build/root.ts';
import { requireKnownUnits } from '../build/unknown-units.ts';
import { clicksAfter, clicksAfterHardened } from './deploy/clicks.ts';
import { describeHalt, Halt } from './deploy/halt.ts';
import { install } from './deploy/install.ts';
import { installHardened } from './deploy/install-hardened.ts';
import { isHardened, type Wanted } from './deploy/next-step.ts';
import { asksForHelp, type Flag, type Options, readOptions, runWith, USAGE } from './deploy/options.ts';
import { STANDALONE_RECORD } from './deploy/record.ts';
import { worldAt } from './deploy/world.ts';

const OLDEST_NODE = 20;

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
  try {
    if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE)
      throw new Halt('node', `Node.js ${process.versions.node}`);
    const options = readOptions(args);
    ({ flags } = options);
    await deploy(options);
  } catch (cause) {
    const words = cause instanceof Error ? String(cause.stack) : String(cause);
    const lines = cause instanceof Halt ? describeHalt(cause, runWith(flags)) : [words];
    process.stderr.write(`${lines.join('\n')}\n`);
    process.exitCode = 1;
  }
}

async function deploy({ flags: _, hardened, plain, yes, ...asked }: Options): Promise<void> {
  const place = { root: ROOT, env: process.env, isInteractive: process.stdin.isTTY && process.stdout.isTTY, tell };
  // Before anything is made on Google.
  requireKnownLeads();
  const world = worldAt({ ...place, build: () => writeBundle(ROOT) });
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const wanted: Wanted = { ...asked, title: asked.title ?? usualTitle() };
  if (isHardened(world.readRecord(), { hardened, plain })) {
    const build = (target = NO_TARGET) => writeHardenedBundle(ROOT, target);
    const bound = worldAt({ ...place, build, dist: 'dist/bound' });
    const standalone = worldAt({ ...place, build, dist: 'dist/standalone', record: STANDALONE_RECORD });
    for (const line of clicksAfterHardened(await installHardened({ bound, standalone }, wanted, version, yes)))
      tell(line);
    return;
  }
  for (const line of clicksAfter(await install(world, wanted, version, yes))) tell(line);
}

function usualTitle(): string {
  const { plan } = ofSeeds(checkSeeds);
  return `Theo dõi Đề án 06 – ${plan.commune} – ${plan.year}`;
}

function requireKnownLeads(): void {
  ofSeeds((folder) => requireKnownUnits(checkSeeds(folder)));
}

function ofSeeds<T>(read: (folder: string) => T): T {
  try {
    return read(join(ROOT, 'seeds'));
  } catch (cause) {
    throw new Halt('build', cause instanceof Error ? cause.message : String(cause));
  }
}

await main();
