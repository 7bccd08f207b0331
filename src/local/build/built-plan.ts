// The plan on its way into the script: checked, resolved, and written as JSON with one line a task, unit or indicator.
import type { Plugin } from 'esbuild';
import type { Seeds } from '../../core/plan.ts';
import { resolvePlan } from '../../core/resolve-plan.ts';
import { tabulate } from '../../core/resolved-plan.ts';
import { packLines } from './pack-lines.ts';

/** Where the scripts of the hardened way find the sheet and one another. */
export interface Target {
  readonly sheetId: string;
  /** Address of the standalone script in Google's editor. */
  readonly editorUrl: string;
}

/** The plain way: the script lives in its sheet. */
export const NO_TARGET: Target = { sheetId: '', editorUrl: '' };

/** Answers `import … from 'built:plan'`. */
export function builtPlan(seeds: Seeds): Plugin {
  return builtModule('plan', planText(seeds));
}

/** Answers `import … from 'built:target'`. */
export function builtTarget(target: Target): Plugin {
  return builtModule('target', JSON.stringify(target));
}

function builtModule(name: string, contents: string): Plugin {
  const namespace = `built-${name}`;
  return {
    name: namespace,
    setup(build) {
      build.onResolve({ filter: new RegExp(`^built:${name}$`) }, ({ path }) => ({ path, namespace }));
      build.onLoad({ filter: /^/, namespace }, () => ({ contents, loader: 'json' }));
    },
  };
}

/** Letters up to which the tasks stand in the script as people read them; beyond, the script would be too large to push. */
const READABLE = 100_000;

function planText(seeds: Seeds): string {
  const { plan, tasks, units, indicators } = tabulate(resolvePlan(seeds));
  const lines = (table: readonly unknown[]) => `[\n${table.map((line) => JSON.stringify(line)).join(',\n')}\n]`;
  const listed = lines(tasks);
  const told = listed.length > READABLE ? JSON.stringify(packLines(tasks.map((line) => JSON.stringify(line)))) : listed;
  return `{"plan": ${JSON.stringify(plan)},\n"tasks": ${told},\n"units": ${lines(units)},\n"indicators": ${lines(indicators)}}`;
}
