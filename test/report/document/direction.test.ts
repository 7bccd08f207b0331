// Which tasks section I tells of: by the group of the plan, not by words that stand somewhere in a task.
import { expect, test } from 'vitest';
import { themesOf } from '../../../src/report/document/direction.ts';
import { told } from './letters.ts';

const numbers = (tasks: readonly { readonly number: number }[]) => tasks.map(({ number }) => number);

test('tasks of the groups «Tuyên truyền» and «chỉ đạo», and no other that speaks of them', () => {
  const { direction, propaganda } = themesOf(told());
  expect(numbers(propaganda)).toEqual([67, 68]);
  expect(numbers(direction)).toEqual([57, 59, 60]);
});
