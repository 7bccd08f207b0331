// The plan over and over: more tasks than this commune's, to see what grows with them.
import type { Seeds } from '../../core/plan.ts';

type Task = Seeds['tasks'][number];

/** The same with no sentence twice: each copy has its words in another order, as a plan of so many tasks has words but not sentences in common. */
export function variedTasks(seeds: Seeds, count: number): Seeds {
  const large = enlarged(seeds, count);
  const tasks = large.tasks.map((task, i) => {
    const words = task.content.split(' ');
    const step = 1 + Math.floor(i / seeds.tasks.length);
    return { ...task, content: words.map((_, at) => words[(at * 7 + step * (at % 5)) % words.length]).join(' ') };
  });
  return { ...large, tasks };
}

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
