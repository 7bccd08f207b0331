// The process of the large plan: the play comes as an argument, what was measured goes back as a message.
import { join } from 'node:path';
import { bundleAddin } from '../build/bundle.ts';
import { checkSeeds } from '../build/check-seeds.ts';
import { ROOT } from '../build/root.ts';
import { playLargePlan } from './deeds.ts';
import { enlarged } from './large-plan.ts';
import type { LargePlay } from './large-play.ts';
import { say } from './progress.ts';

const { tasks, places } = JSON.parse(process.argv[2] ?? '') as LargePlay;
const seeds = enlarged(checkSeeds(join(ROOT, 'seeds')), tasks);
process.send?.(playLargePlan(seeds, await bundleAddin(ROOT, seeds), places, say));
