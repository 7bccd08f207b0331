// npm run build [-- --open]: the checked plan and the add-in as one script Google can read, beside its manifest, in dist/; and what the
// plan leaves open. Leads no unit list knows end it with 1, unless --open says that the plan is only tried.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeBundle } from './bundle.ts';
import { checkSeeds } from './check-seeds.ts';
import { endFailed } from './end-failed.ts';
import { openPlaces } from './open-places.ts';
import { tellProgress } from './progress.ts';
import { ROOT } from './root.ts';
import { OPEN_HINT, requireKnownUnits, unknownUnits } from './unknown-units.ts';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { open: { type: 'boolean', default: false } } });
  tellProgress('Đang kiểm tra kế hoạch, dựng chương trình…');
  const seeds = checkSeeds(join(ROOT, 'seeds'));
  if (!values.open) requireKnownUnits(seeds, OPEN_HINT);
  const { bytes, functions } = await writeBundle(ROOT);
  const open = [...(values.open ? unknownUnits(seeds) : []), ...openPlaces(seeds)];
  process.stdout.write(`${[`dist/main.js: ${bytes} byte, ${functions.join(', ')}`, ...open].join('\n')}\n`);
}

main().catch(endFailed);
