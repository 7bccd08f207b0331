// The plan on its way into the script: checked, resolved, and written as JSON with one line a task, unit or indicator.
import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import { resolvePlan } from '../../core/resolve-plan.ts';
import { tabulate } from '../../core/resolved-plan.ts';
import { checkSeeds } from './check-seeds.ts';

/** Answers `import … from 'built:plan'`. @throws Error naming the task and field of a seed that breaks a rule */
export function builtPlan(root: string): Plugin {
  const contents = planText(join(root, 'seeds'));
  return {
    name: 'built-plan',
    setup(build) {
      build.onResolve({ filter: /^built:plan$/ }, ({ path }) => ({ path, namespace: 'built' }));
      build.onLoad({ filter: /^/, namespace: 'built' }, () => ({ contents, loader: 'json' }));
    },
  };
}

function planText(directory: string): string {
  const { plan, tasks, units, indicators } = tabulate(resolvePlan(checkSeeds(directory)));
  const lines = (table: readonly unknown[]) => `[\n${table.map((line) => JSON.stringify(line)).join(',\n')}\n]`;
  return `{"plan": ${JSON.stringify(plan)},\n"tasks": ${lines(tasks)},\n"units": ${lines(units)},\n"indicators": ${lines(indicators)}}`;
}
