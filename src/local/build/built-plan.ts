// The plan on its way into the script: checked, resolved, and written as JSON with one line a task, unit or indicator.
import type { Plugin } from 'esbuild';
import type { Seeds } from '../../core/plan.ts';
import { resolvePlan } from '../../core/resolve-plan.ts';
import { tabulate } from '../../core/resolved-plan.ts';

/** Answers `import … from 'built:plan'`. */
export function builtPlan(seeds: Seeds): Plugin {
  const contents = planText(seeds);
  return {
    name: 'built-plan',
    setup(build) {
      build.onResolve({ filter: /^built:plan$/ }, ({ path }) => ({ path, namespace: 'built' }));
      build.onLoad({ filter: /^/, namespace: 'built' }, () => ({ contents, loader: 'json' }));
    },
  };
}

function planText(seeds: Seeds): string {
  const { plan, tasks, units, indicators } = tabulate(resolvePlan(seeds));
  const lines = (table: readonly unknown[]) => `[\n${table.map((line) => JSON.stringify(line)).join(',\n')}\n]`;
  return `{"plan": ${JSON.stringify(plan)},\n"tasks": ${lines(tasks)},\n"units": ${lines(units)},\n"indicators": ${lines(indicators)}}`;
}
