// npm run deploy [-- --sheet ID] [--script ID] [--title "…"] [--hardened [--standalone ID] | --plain] [--yes] [--again]: installs the add-in on Google or brings it up to date,
// through clasp, and says what to click next. Safe to run again. Ends with 1 where it could not, with what to do in two languages.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { NO_TARGET } from '../build/built-plan.ts';
import { writeBundle, writeHardenedBundle } from '../build/bundle.ts';
import { checkSeeds } from '../build/check-seeds.ts';
import { clicksAfter, clicksAfterHardened } from './deploy/clicks.ts';
import { describeHalt, Halt } from './deploy/halt.ts';
import { install } from './deploy/install.ts';
import { installHardened } from './deploy/install-hardened.ts';
import { isHardened, readId, type Wanted } from './deploy/next-step.ts';
import { STANDALONE_RECORD } from './deploy/record.ts';
import { worldAt } from './deploy/world.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const OLDEST_NODE = 20;

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<void> {
  if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE)
    throw new Halt('node', `Node.js ${process.versions.node}`);
  const options = readOptions();
  const place = { root: ROOT, env: process.env, isInteractive: process.stdin.isTTY && process.stdout.isTTY, tell };
  const world = worldAt({ ...place, build: () => writeBundle(ROOT) });
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const wanted: Wanted = {
    title: options.title ?? usualTitle(),
    again: options.again,
    ...(options.sheet === undefined ? {} : { sheetId: readId(options.sheet) }),
    ...(options.script === undefined ? {} : { scriptId: readId(options.script) }),
    ...(options.standalone === undefined ? {} : { standaloneId: readId(options.standalone) }),
  };
  if (isHardened(world.readRecord(), options)) {
    const build = (target = NO_TARGET) => writeHardenedBundle(ROOT, target);
    const bound = worldAt({ ...place, build, dist: 'dist/bound' });
    const standalone = worldAt({ ...place, build, dist: 'dist/standalone', record: STANDALONE_RECORD });
    for (const line of clicksAfterHardened(await installHardened({ bound, standalone }, wanted, version, options.yes)))
      tell(line);
    return;
  }
  for (const line of clicksAfter(await install(world, wanted, version, options.yes))) tell(line);
}

function readOptions() {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  try {
    const ids = { sheet: text, script: text, standalone: text, title: text };
    const { values } = parseArgs({ options: { ...ids, yes: flag, again: flag, hardened: flag, plain: flag } });
    if (values.hardened && values.plain) throw new Error('--hardened, --plain');
    return values;
  } catch (cause) {
    throw new Halt('argument', cause instanceof Error ? cause.message : String(cause));
  }
}

function usualTitle(): string {
  try {
    const { plan } = checkSeeds(join(ROOT, 'seeds'));
    return `Theo dõi Đề án 06 – ${plan.commune} – ${plan.year}`;
  } catch (cause) {
    throw new Halt('build', cause instanceof Error ? cause.message : String(cause));
  }
}

main().catch((cause: unknown) => {
  const lines =
    cause instanceof Halt ? describeHalt(cause) : [cause instanceof Error ? String(cause.stack) : String(cause)];
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = 1;
});
