// The plan over and over: more tasks than this commune's, to see what grows with them.
import type { Seeds } from '../../../core/plan.ts';

type Task = Seeds['tasks'][number];

/** Seeds with that many tasks, each with a code of its own. */
export function enlarged(seeds: Seeds, count: number): Seeds {
  const { tasks } = seeds;
  const copies = Array.from({ length: count }, (_, i) => tasks[i % tasks.length]).filter(
    (task): task is Task => !!task,
  );
  return {
    ...seeds,
    tasks: copies.map((task, i) =>
      i < tasks.length ? task : { ...task, code: `${task.group}.${i + 1}`, number: i + 1 },
    ),
  };
}
