// A scenario from its first moment to its last: the file made in its way, set up where it says so, its steps played.

import type { Seeds } from '../../core/plan.ts';
import { bundleAddin, bundleHardened } from '../build/bundle.ts';
import { deployHardened, deployPlain } from '../month/deployed.ts';
import { makeReady, type Stage, stageOf } from '../month/stage.ts';
import { type Played, play } from './player.ts';
import type { Said } from './said.ts';
import type { Scenario, Step } from './scenario.ts';
import { numberOf, tellCame, tellStep } from './tell.ts';

interface ScenarioOptions {
  readonly root: string;
  readonly seeds: Seeds;
  readonly tell: (line: string) => void;
}

/** The stage at the scenario's first moment: deployed in its way, and set up where it says so. */
export async function stageFor(
  { from, way, setUp }: Pick<Scenario, 'from' | 'way' | 'setUp'>,
  { root, seeds, tell }: ScenarioOptions,
): Promise<Stage> {
  const options = { seeds, clock: from, tell };
  const deployed =
    way === 'plain'
      ? deployPlain(await bundleAddin(root, seeds), options)
      : await deployHardened((target) => bundleHardened(root, target, seeds), options);
  const stage = stageOf(deployed, options);
  return setUp ? makeReady(stage, options) : stage;
}

/** @throws ScenarioError naming the step that asks for what there is not */
export async function playScenario(
  scenario: Scenario,
  { root, seeds, tell }: ScenarioOptions,
): Promise<Played & { readonly stage: Stage }> {
  const { steps, to } = scenario;
  // What a click tells by itself carries the number of its step; a click that came to nothing tells nothing.
  let clicked: Step | undefined;
  let number = '';
  const tellNumbered = (line: string) => {
    clicked = undefined;
    tell(line.startsWith(' ') ? line : `${number}${line}`);
  };
  const stage = await stageFor(scenario, { root, seeds, tell: tellNumbered });
  if (scenario.domain !== undefined) stage.host.settings({ domain: scenario.domain });
  const tellBeginning = (step: Step) =>
    tell(tellStep(step, steps.length, stage.host.now().slice(0, 16).replace('T', ' ')));
  const begins = (step: Step) => {
    number = numberOf(step, steps.length);
    if (isTold(step)) clicked = step;
    else tellBeginning(step);
  };
  const came = (said: Said) => {
    if (clicked) tellBeginning(clicked);
    clicked = undefined;
    number = '';
    tell(tellCame(said));
  };
  return { ...play({ stage, seeds, steps, to, begins, came }), stage };
}

/** The stage tells of it, dialogs included. */
function isTold({ action }: Step): boolean {
  return action.kind === 'click' || action.kind === 'run';
}
