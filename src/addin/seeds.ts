// The plan inside the script. The build has checked and resolved the seeds (tools/build); at run time they are taken at their
// word, and unfolded at first use, because the script is loaded anew for every edit and every tick of the clock.
import { indicators, plan, tasks, units } from 'built:plan';
import { type ResolvedPlan, untabulate } from '../core/resolved-plan.ts';

let unfolded: ResolvedPlan | undefined;

function whole(): ResolvedPlan {
  unfolded ??= untabulate({ plan, tasks, units, indicators });
  return unfolded;
}

export const SEEDS: ResolvedPlan = {
  get plan() {
    return whole().plan;
  },
  get tasks() {
    return whole().tasks;
  },
  get units() {
    return whole().units;
  },
  get indicators() {
    return whole().indicators;
  },
};
