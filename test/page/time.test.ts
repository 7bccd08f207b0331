// How far the buttons of the page's clock go.
import { expect, test } from 'vitest';
import { isoLocal, readLocal } from '../../src/host/clock.ts';
import { stopsUntil } from '../../src/page/worker/time.ts';

test.each([
  ['minutes', '2024-05-15T08:30', '2024-05-15T08:50', 1],
  ['day', '2024-04-15T08:00', '2024-04-16T08:00', 1],
  ['deadline', '2024-04-15T08:00', '2024-04-15T08:30', 1],
  ['deadline', '2024-05-09T08:00:12', '2024-05-15T08:30', 7],
  ['deadline', '2024-04-15T08:30', '2024-05-15T08:30', 30],
  ['deadline', '2024-12-20T10:00', '2025-01-15T08:30', 26],
  ['month', '2024-04-15T08:00', '2024-05-15T08:00', 30],
  ['month', '2024-01-31T08:00', '2024-02-29T08:00', 29],
] as const)('%s from %s: %s', (how, from, to, stops) => {
  const passed = stopsUntil(readLocal(from), how);
  expect([isoLocal(passed.at(-1) ?? 0).slice(0, 16), passed.length]).toEqual([to, stops]);
});
