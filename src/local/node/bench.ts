// npm run bench: what the built script weighs and what it costs, beside what the project allows itself. Numbers of this machine;
// nothing here fails a build.
import { join } from 'node:path';
import { resolvePlan } from '../../core/resolve-plan.ts';
import { writeBundle } from '../build/bundle.ts';
import { checkSeeds } from '../build/check-seeds.ts';
import { tellProgress } from '../build/progress.ts';
import { ROOT } from '../build/root.ts';
import { closingSection } from './bench/closing.ts';
import { firstBuildSection } from './bench/first-build.ts';
import { loadingSection } from './bench/loading.ts';
import { roundTripsSection } from './bench/round-trips.ts';
import { tableText } from './bench/table.ts';

tellProgress('Đang dựng chương trình…');
const bundle = await writeBundle(ROOT);
const seeds = checkSeeds(join(ROOT, 'seeds'));
const plan = resolvePlan(seeds);
const sections = [
  () => loadingSection(bundle),
  () => roundTripsSection(seeds, bundle),
  () => firstBuildSection(plan),
  () => closingSection(plan),
];
for (const [index, section] of sections.entries()) {
  tellProgress(`Đang đo, phần ${index + 1}/${sections.length}…`);
  process.stdout.write(`${tableText(section())}\n\n`);
}
