// npm run month -- [--period 2024-05 | 2024-H1 | 2024 | --adhoc 2024-05-20..2024-05-22] [--entries FILE] [--seeds DIR] [--out DIR]
// [--no-close] [--open]: one month of the product, all months of a span, or an ad hoc report, end to end, on the local host, told in
// Vietnamese. Ends with 1 where a run failed or an argument cannot be read.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readIsoDate } from '../core/calendar.ts';
import { firstPeriod, PLAN_RULES, periodId } from '../core/period.ts';
import { resolvePlan } from '../core/resolve-plan.ts';
import { bundleAddin, writeBundle } from './build/bundle.ts';
import { checkSeeds } from './build/check-seeds.ts';
import { endFailed } from './build/end-failed.ts';
import { openPlaces } from './build/open-places.ts';
import { ROOT } from './build/root.ts';
import { OPEN_HINT, requireKnownUnits, unknownUnits } from './build/unknown-units.ts';
import { periodOf, playAdHoc, readWindow } from './month/ad-hoc.ts';
import { readEntries } from './month/entries.ts';
import { playMonths } from './month/play.ts';
import { answersOf, sampleOf } from './month/sample.ts';
import { readSpan } from './month/span.ts';
import { usualPeriod } from './month/usual-period.ts';
import { writeOut } from './month/write-out.ts';

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      period: { type: 'string' },
      adhoc: { type: 'string' },
      entries: { type: 'string' },
      seeds: { type: 'string', default: join(ROOT, 'seeds') },
      out: { type: 'string', default: 'out' },
      'no-close': { type: 'boolean', default: false },
      open: { type: 'boolean', default: false },
    },
  });
  const seeds = checkSeeds(values.seeds);
  if (!values.open) requireKnownUnits(seeds, OPEN_HINT);
  const planDate = readIsoDate(seeds.plan.date) ?? 0;
  const window = values.adhoc === undefined ? undefined : readWindow(values.adhoc, planDate);
  const periods = window
    ? ([periodOf(window)] as const)
    : readSpan(values.period ?? periodId(usualPeriod(seeds.plan)), firstPeriod(planDate, PLAN_RULES));
  // Seeds that are only tried do not become what would be pushed.
  const isOwn = resolve(values.seeds) === join(ROOT, 'seeds');
  const bundle = isOwn ? await writeBundle(ROOT) : await bundleAddin(ROOT, seeds);
  tell(
    `Đã dựng ${isOwn ? 'dist/main.js' : `chương trình với ${values.seeds}`} (${Math.round(bundle.bytes / 1000)} kB).`,
  );
  for (const line of [...(values.open ? unknownUnits(seeds) : []), ...openPlaces(seeds)]) tell(line);
  const sample = () => (window ? answersOf(seeds, periods[0], window) : sampleOf(seeds, periods));
  const entries = values.entries === undefined ? sample() : await readEntries(values.entries);
  if (values.entries === undefined) tell('Không có --entries: dùng số liệu mẫu của dự án, không phải số liệu thật.');
  const played = { seeds, bundle, entries, tell };
  const { host, fileId, failures } = window
    ? playAdHoc(window, played)
    : playMonths({ ...played, periods, closes: !values['no-close'] });
  const asked = periods[periods.length - 1] ?? periods[0];
  for (const line of await writeOut(host, fileId, resolvePlan(seeds), asked, values.out)) tell(line);
  for (const failure of failures) tell(`LỖI: ${failure}`);
  if (failures.length > 0) process.exitCode = 1;
}

main().catch(endFailed);
