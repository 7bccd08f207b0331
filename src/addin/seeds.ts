// The plan inside the bundle. The build has checked the files (local/build); at run time they are taken at their word, so
// that loading costs nothing.

import indicators from '../../seeds/indicators.json';
import plan from '../../seeds/plan.json';
import tasks from '../../seeds/tasks.json';
import units from '../../seeds/units.json';
import type { Seeds } from '../core/plan.ts';

export const SEEDS = { plan, tasks, units, indicators } as unknown as Seeds;
