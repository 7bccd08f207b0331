// npm run play -- SCENARIO.json [--out DIR] [--seeds DIR]: one scenario on the local host, any people, any trouble, and everything that
// came of it, told in Vietnamese. Ends with 1 where the scenario or an argument cannot be read, or a step asks for what there is not.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { momentOf } from '../core/calendar.ts';
import { endedPeriod, PLAN_RULES } from '../core/period.ts';
import { resolvePlan } from '../core/resolve-plan.ts';
import { checkSeeds } from './build/check-seeds.ts';
import { endFailed } from './build/end-failed.ts';
import { tellProgress } from './build/progress.ts';
import { ROOT } from './build/root.ts';
import { unknownUnits } from './build/unknown-units.ts';
import { writeOut } from './month/write-out.ts';
import { playScenario } from './play/play-scenario.ts';
import { readScenario } from './play/scenario.ts';
import { writeCame } from './play/write-came.ts';

const USAGE = 'Cách dùng: npm run play -- KỊCH-BẢN.json [--out THƯ-MỤC] [--seeds THƯ-MỤC]';

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<void> {
  const { values, positionals } = readArguments();
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Error(`cần đúng một tệp kịch bản\n${USAGE}`);
  const seeds = checkSeeds(values.seeds);
  const scenario = await readScenario(file, seeds);
  tell(`${file}: ${scenario.steps.length} bước, ${scenario.from} – ${scenario.to}. ${scenario.about ?? ''}`.trimEnd());
  for (const line of unknownUnits(seeds)) tell(line);
  tellProgress('Đang dựng chương trình…');
  const played = await playScenario(scenario, { root: ROOT, seeds, tell });
  const { host, fileId } = played.stage;
  tellProgress('Đang ghi tệp…');
  for (const line of await writeCame(played.stage, played, values.out)) tell(line);
  const period = endedPeriod(momentOf(Date.parse(host.now())), PLAN_RULES);
  for (const line of await writeOut(host, fileId, resolvePlan(seeds), period, values.out)) tell(line);
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        seeds: { type: 'string', default: join(ROOT, 'seeds') },
        out: { type: 'string', default: 'out' },
      },
      allowPositionals: true,
    });
  } catch (cause) {
    throw new Error(`không đọc được đối số: ${cause instanceof Error ? cause.message : String(cause)}\n${USAGE}`);
  }
}

main().catch(endFailed);
