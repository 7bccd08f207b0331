// npm run month -- [--period 2024-05] [--entries FILE] [--out DIR] [--no-close]: one month of the product, end to end, on
// the local host, told in Vietnamese. Ends with 1 where a run failed or an argument cannot be read.

import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readIsoDate } from '../../core/calendar.ts';
import { comparePeriods, firstPeriod, PLAN_RULES, periodLabel, readPeriodId } from '../../core/period.ts';
import { resolvePlan } from '../../core/resolve-plan.ts';
import { writeBundle } from '../build/bundle.ts';
import { checkSeeds } from '../build/check-seeds.ts';
import { readEntries } from './month/entries.ts';
import { playMonth } from './month/play.ts';
import { sampleEntries } from './month/sample.ts';
import { writeOut } from './month/write-out.ts';

const ROOT = new URL('../../../', import.meta.url).pathname;

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      period: { type: 'string', default: '2024-05' },
      entries: { type: 'string' },
      out: { type: 'string', default: 'out' },
      'no-close': { type: 'boolean', default: false },
    },
  });
  const seeds = checkSeeds(join(ROOT, 'seeds'));
  const period = readPeriodId(values.period);
  if (!period) throw new Error(`--period ${values.period}: phải có dạng 2024-05`);
  const first = firstPeriod(readIsoDate(seeds.plan.date) ?? 0, PLAN_RULES);
  if (comparePeriods(period, first) < 0) {
    throw new Error(`--period ${values.period}: kế hoạch bắt đầu từ ${periodLabel(first)}, không có kỳ trước đó`);
  }
  const bundle = await writeBundle(ROOT);
  tell(`Đã dựng dist/main.js (${Math.round(bundle.bytes / 1000)} kB).`);
  const entries = values.entries === undefined ? sampleEntries(period) : await readEntries(values.entries);
  if (values.entries === undefined) tell('Không có --entries: dùng số liệu mẫu của dự án, không phải số liệu thật.');
  const { host, fileId, failures } = playMonth({ seeds, bundle, period, entries, closes: !values['no-close'], tell });
  for (const line of await writeOut(host, fileId, resolvePlan(seeds), period, values.out)) tell(line);
  for (const failure of failures) tell(`LỖI: ${failure}`);
  if (failures.length > 0) process.exitCode = 1;
}

main().catch((cause: unknown) => {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exitCode = 1;
});
