// npm run deploy [-- --sheet ID] [--script ID] [--title "…"] [--yes] [--again]: installs the add-in on Google or brings it up to date,
// through clasp, and says what to click next. Safe to run again. Ends with 1 where it could not, with what to do in two languages.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeBundle } from '../build/bundle.ts';
import { checkSeeds } from '../build/check-seeds.ts';
import { clicksAfter } from './deploy/clicks.ts';
import { describeHalt, Halt } from './deploy/halt.ts';
import { install } from './deploy/install.ts';
import { readId, type Wanted } from './deploy/next-step.ts';
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
  const world = worldAt({
    root: ROOT,
    env: process.env,
    build: () => writeBundle(ROOT),
    isInteractive: process.stdin.isTTY && process.stdout.isTTY,
    tell,
  });
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const wanted: Wanted = {
    title: options.title ?? usualTitle(),
    again: options.again,
    ...(options.sheet === undefined ? {} : { sheetId: readId(options.sheet) }),
    ...(options.script === undefined ? {} : { scriptId: readId(options.script) }),
  };
  for (const line of clicksAfter(await install(world, wanted, version, options.yes))) tell(line);
}

function readOptions() {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  try {
    return parseArgs({ options: { sheet: text, script: text, title: text, yes: flag, again: flag } }).values;
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
