// npm run bench: what the built script weighs and what each use case costs, beside what the project allows itself, and how fast it runs on this
// machine. With --check no timing is taken, and a broken budget of counts, bytes or sizes ends it with 1.
import { join } from 'node:path';
import { resolvePlan } from '../core/resolve-plan.ts';
import { kilobytes } from './bench/budget-page.ts';
import { BUDGETS, SCRIPT, SIZES, scriptOf } from './bench/budgets.ts';
import { closingSection } from './bench/closing.ts';
import { breachesOf, sizeBreachesOf } from './bench/compare.ts';
import { contentBatchSize } from './bench/content-batch.ts';
import { playMonth } from './bench/deeds.ts';
import { costTable } from './bench/deeds-table.ts';
import { playHardened } from './bench/hardened-deeds.ts';
import { variedTasks } from './bench/large-plan.ts';
import { startLargePlay } from './bench/large-play.ts';
import { loadingSection } from './bench/loading.ts';
import { closingAfter, playClosings } from './bench/many-closings.ts';
import type { Measured } from './bench/measured.ts';
import { say } from './bench/progress.ts';
import { tableText } from './bench/table.ts';
import { bundleAddin } from './build/bundle.ts';
import { checkSeeds } from './build/check-seeds.ts';
import { ROOT } from './build/root.ts';

const LARGE = 720;
/** How many closings there are when one more is measured. */
const STANDING = [1, 12, 36];

const args = process.argv.slice(2);
const isCheck = args.includes('--check');
if (args.some((arg) => arg !== '--check')) {
  process.stderr.write('npm run bench [-- --check]\n');
  process.exit(1);
}

const seeds = checkSeeds(join(ROOT, 'seeds'));
const bundle = await bundleAddin(ROOT);
if (!isCheck) {
  const sections = [await loadingSection(ROOT, bundle.code), closingSection(resolvePlan(seeds))];
  for (const section of sections) process.stdout.write(`${tableText(section)}\n\n`);
}
const sizes = [
  { what: SCRIPT, bytes: bundle.bytes },
  { what: scriptOf(1000), bytes: (await bundleAddin(ROOT, variedTasks(seeds, 1000))).bytes },
  contentBatchSize(seeds, seeds.tasks.length),
  contentBatchSize(seeds, 1000),
];
for (const { what, bytes } of sizes) say(`${what}: ${kilobytes(bytes)} kB`);

let large: Promise<Measured[]> = Promise.resolve([]);
const month = playMonth(seeds, bundle, say, (places) => {
  large = startLargePlay({ tasks: LARGE, places });
});
const hardened = await playHardened(ROOT, seeds, month.places, say);
// What cannot be done today has no budget: the check does not wait for it.
const isBudgeted = (count: number) => BUDGETS.some(({ useCase }) => useCase === closingAfter(count));
const closings = playClosings(seeds, month.beforeClosing, isCheck ? STANDING.filter(isBudgeted) : STANDING, say);
const measured = byUseCase([...month.measured, ...hardened, ...closings, ...(await large)]);

process.stdout.write(`\n${costTable(measured, BUDGETS)}\n\n`);
const breaches = [...sizeBreachesOf(sizes, SIZES), ...breachesOf(measured, BUDGETS)];
for (const breach of breaches) process.stdout.write(`BROKEN  ${breach}\n`);
process.stdout.write(breaches.length === 0 ? 'All budgets are kept.\n' : `${breaches.length} broken.\n`);
if (isCheck && breaches.length > 0) process.exitCode = 1;

/** The same use case with more tasks is below the one with fewer. */
function byUseCase(all: readonly Measured[]): Measured[] {
  const useCases = [...new Set(all.map(({ useCase }) => useCase))];
  return useCases.flatMap((useCase) => all.filter((one) => one.useCase === useCase).sort((a, b) => a.tasks - b.tasks));
}
