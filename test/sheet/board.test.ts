// The board as it is declared, of a plan with little in it.
import { expect, test } from 'vitest';
import { boardTab } from '../../src/sheet/layout/board.ts';

test('of a plan without groups no total is a sum of itself: no range runs backwards', () => {
  const empty = { groups: [], units: [], tasks: [], indicators: [], taskRows: 0, indicatorRows: 0 };
  const { cells } = boardTab({ title: '', year: 2024, ...empty });
  const ranges = cells.flatMap(({ value }) => [...String(value).matchAll(/\$(\d+):\$?[A-Z]+\$(\d+)/gu)]);
  expect(ranges.length).toBeGreaterThan(0);
  expect(ranges.filter(([, from, to]) => Number(from) > Number(to)).map(([range]) => range)).toEqual([]);
});
