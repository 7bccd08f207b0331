// The plan inside the script. The build has checked and resolved the seeds (local/build); at run time they are taken at their
// word, so that loading costs next to nothing.

import { indicators, plan, tasks, units } from 'built:plan';
import { untabulate } from '../core/resolved-plan.ts';

export const SEEDS = untabulate({ plan, tasks, units, indicators });
