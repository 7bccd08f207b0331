// The plan of the seeds as people paste its table: what Sheets, Excel and Word put on the clipboard.
import { join } from 'node:path';
import type { Plan, PlanTask } from '../../../src/core/plan.ts';
import { checkSeeds } from '../../../src/tools/build/check-seeds.ts';
import { ROOT } from '../../../src/tools/build/root.ts';

export const seeds = checkSeeds(join(ROOT, 'seeds'));

export const TITLES = [
  'TT',
  'Nội dung, nhiệm vụ cụ thể',
  'Đơn vị chủ trì',
  'Đơn vị\nphối hợp',
  'Thời gian\nhoàn thành',
];

type Group = Plan['groups'][number];

/** How a table is written down before it is copied. */
export interface Style {
  readonly titles?: readonly string[];
  readonly group: (group: Group, index: number) => readonly string[];
  readonly number: (task: PlanTask, inGroup: number) => string;
  /** The cells of a task in the order of the columns. */
  readonly cells?: (cells: readonly string[]) => readonly string[];
}

export const USUAL: Style = {
  titles: TITLES,
  group: ({ roman, heading, count }) => [roman, `${heading} (${String(count).padStart(2, '0')} nhiệm vụ)`, '', '', ''],
  number: ({ number }) => `${number}.`,
};

/** The rows of the whole table. */
export function tableOf({ titles, group, number, cells = (list) => list }: Style): string[][] {
  const rows = seeds.plan.groups.flatMap((one, index) => [
    [...group(one, index)],
    ...seeds.tasks
      .filter((task) => task.group === one.roman)
      .map((task, at) => [...cells([number(task, at + 1), task.content, task.lead, task.coordinating, task.deadline])]),
  ]);
  return titles ? [[...titles], ...rows] : rows;
}

/** A line break after every so many words, as the lines of a cell or its paragraphs. */
export function broken(rows: readonly (readonly string[])[], words: number): string[][] {
  return rows.map((row) => row.map((cell) => cell.replace(new RegExp(`((?:\\S+ ){${words}})`, 'gu'), '$1\n').trim()));
}

/** Sheets and Excel: quotes around cells that hold a break or a quote. */
export function asSheets(rows: readonly (readonly string[])[]): string {
  const quoted = (cell: string) => (/["\n\t]/u.test(cell) ? `"${cell.replace(/"/gu, '""')}"` : cell);
  return rows.map((row) => `${row.map(quoted).join('\t')}\n`).join('');
}

/** Word pasted as text: breaks inside cells are bare new lines. */
export function asWord(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.join('\t')}\n`).join('');
}
