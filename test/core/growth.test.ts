// No reader of typed text, and no writer of mails and documents, may cost more than its share of a longer text: a cell holds 50,000
// characters, and a run of Apps Script six minutes. What is compared are sizes, not clocks: a text four times as long may take some
// four times as long, never sixteen.
import { describe, expect, test } from 'vitest';
import { LONGEST_CELL, SCALES } from '../hostile.ts';
import { READERS } from './readers.ts';

/** Milliseconds, the least of some runs: what else the computer does only adds to them. */
function least(work: () => unknown, runs: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < runs; i += 1) {
    const from = performance.now();
    work();
    best = Math.min(best, performance.now() - from);
  }
  return best;
}

/** A cell's own length where many cases are asked for. */
const LONGEST = process.env['HUNT'] ? LONGEST_CELL : 20_000;
const TIMES = 4;
/** Between four and sixteen. */
const MOST = 9;
/** Shorter than this nothing can be told, and nothing is lost. */
const TOO_SHORT = 40;

describe.each(Object.entries(READERS))('%s grows with the length of the text', (_, read) => {
  test.each(SCALES)('$name', ({ of }) => {
    const [short, long] = [of(LONGEST / TIMES), of(LONGEST)];
    const taken = least(() => read(long), 1);
    if (taken < TOO_SHORT) return;
    const growth = () =>
      least(() => read(long), 3) /
      Math.max(
        TOO_SHORT / TIMES,
        least(() => read(short), 3),
      );
    // A second look where the first was disturbed.
    expect(Math.min(growth(), growth())).toBeLessThan(MOST);
  });
});
