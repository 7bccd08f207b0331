// Lines that differ between two texts: the places in a table, and as laws that a diff turns the one text into the other with as few lines as
// a plain table of longest common subsequences says.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffLines, type LineDiff } from '../../../src/tools/deploy/line-diff.ts';

const lines = (text: string): string[] => (text === '' ? [] : text.split(' '));

test.each([
  ['the same', 'a b c', 'a b c', []],
  ['a line other', 'a b c', 'a x c', [{ oldLine: 2, old: ['b'], newLine: 2, new: ['x'] }]],
  ['a line more', 'a b c', 'a b x c', [{ oldLine: 3, old: [], newLine: 3, new: ['x'] }]],
  ['a line less, at the end', 'a b c', 'a b', [{ oldLine: 3, old: ['c'], newLine: 3, new: [] }]],
  [
    'two places',
    'a b c d e',
    'x b c e f',
    [
      { oldLine: 1, old: ['a'], newLine: 1, new: ['x'] },
      { oldLine: 4, old: ['d'], newLine: 4, new: [] },
      { oldLine: 6, old: [], newLine: 5, new: ['f'] },
    ],
  ],
  ['from nothing', '', 'a b', [{ oldLine: 1, old: [], newLine: 1, new: ['a', 'b'] }]],
] as const)('%s', (_title, before, after, hunks) => {
  expect(diffLines(lines(before), lines(after)).hunks).toEqual(hunks);
});

/** The old text with each hunk in its place. */
function patched(before: readonly string[], { hunks }: LineDiff): string[] {
  const after = [...before];
  for (const { oldLine, old, new: put } of [...hunks].reverse()) {
    expect(after.slice(oldLine - 1, oldLine - 1 + old.length)).toEqual(old);
    after.splice(oldLine - 1, old.length, ...put);
  }
  return after;
}

function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const line of a) {
    const next = [0];
    b.forEach((other, i) => {
      next.push(line === other ? (row[i] ?? 0) + 1 : Math.max(row[i + 1] ?? 0, next[i] ?? 0));
    });
    row = next;
  }
  return row.at(-1) ?? 0;
}

describe('of any two texts', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 14 });

  test('the hunks turn the one into the other, and no shorter script does', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const diff = diffLines(before, after);
        expect(patched(before, diff)).toEqual(after);
        const common = longestCommon(before, after);
        expect([diff.removed, diff.added]).toEqual([before.length - common, after.length - common]);
        for (const { oldLine, newLine, new: put } of diff.hunks) {
          expect(after.slice(newLine - 1, newLine - 1 + put.length)).toEqual(put);
          expect(oldLine).toBeGreaterThan(0);
        }
      }),
    );
  });

  test('texts of twenty thousand lines with nothing in common are told all the same', () => {
    const many = (mark: string) => Array.from({ length: 20_000 }, (_, i) => `${mark}${i}`);
    const diff = diffLines(['"use strict";', ...many('a'), 'một'], ['"use strict";', 'một', ...many('b')]);
    expect([diff.removed, diff.added]).toEqual([20_000, 20_000]);
    expect(diff.hunks[0]).toMatchObject({ oldLine: 2, newLine: 2 });
  });
});
