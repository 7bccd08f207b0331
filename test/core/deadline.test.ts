// The 72 cells of the plan: each against its meaning written out, and the counts the reports print.
import { describe, expect, test } from 'vitest';
import tasks from '../../seeds/tasks.json' with { type: 'json' };
import units from '../../seeds/units.json' with { type: 'json' };
import { readDeadline } from '../../src/core/deadline.ts';
import type { Unit } from '../../src/core/plan.ts';
import { allOutside } from '../../src/core/units.ts';
import { PLAN_CELLS } from './deadline/cells.ts';

const rows = PLAN_CELLS.flatMap((cell) => cell.numbers.map((number) => ({ number, ...cell }))).sort(
  (a, b) => a.number - b.number,
);

describe('the cells of the plan', () => {
  test('each of the 72 stands in the table once', () => {
    expect(rows.map(({ number }) => number)).toEqual(tasks.map(({ number }) => number));
    expect(rows).toHaveLength(72);
  });

  test.each(rows)('$number · $words', ({ number, words, means }) => {
    expect(tasks.find((task) => task.number === number)?.deadline).toBe(words);
    expect(readDeadline(words, 2024)).toEqual({ ...means, text: words });
  });
});

describe('what the reports count', () => {
  const read = tasks.map((task) => ({ ...task, read: readDeadline(task.deadline, 2024) }));
  const withDate = read.filter((task) => task.read.due !== undefined);

  test.each([
    ['with a date', withDate.length, 40],
    ['on 31/12', withDate.filter((task) => task.read.due === '2024-12-31').length, 29],
    ['a month or a quarter named', withDate.filter((task) => task.read.precision !== 'year').length, 11],
    ['ongoing', read.filter((task) => task.read.kind === 'ongoing').length, 25],
    ['roadmap without date', read.filter((task) => task.read.kind === 'roadmap' && !task.read.due).length, 5],
    ['on request', read.filter((task) => task.read.kind === 'on-request').length, 2],
    ['unread', read.filter((task) => task.read.kind === 'unread').length, 0],
  ])('%s: %i', (_, counted, wanted) => expect(counted).toBe(wanted));

  test('12 with a date are not counted as overdue: 10 not firm, 2 led from outside the commune', () => {
    const loose = withDate.filter((task) => !task.read.firm).map((task) => task.number);
    const outside = withDate
      .filter((task) => allOutside(task.lead, units as readonly Unit[]))
      .map((task) => task.number);
    expect(loose).toEqual([6, 30, 36, 40, 49, 52, 53, 54, 55, 56]);
    expect(outside).toEqual([11, 35]);
  });
});
