// The plan's tasks in few letters: read back letter by letter, and small enough to push.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unpackLines } from '../../../src/core/packed-lines.ts';
import { resolvePlan } from '../../../src/core/resolve-plan.ts';
import { tabulate, untabulate } from '../../../src/core/resolved-plan.ts';
import { variedTasks } from '../../../src/tools/bench/large-plan.ts';
import { bundleAddin } from '../../../src/tools/build/bundle.ts';
import { checkSeeds } from '../../../src/tools/build/check-seeds.ts';
import { packLines } from '../../../src/tools/build/pack-lines.ts';
import { ROOT } from '../../../src/tools/build/root.ts';
import { LARGEST } from '../../../src/tools/deploy/built.ts';

const seeds = checkSeeds(`${ROOT}/seeds`);
const words = fc.constantFrom(
  'Công',
  'công',
  ' an',
  'xã',
  '  ',
  '"',
  '",',
  '\\n',
  '5',
  'Đề',
  '\u0301',
  '😀',
  '|',
  '$',
  '\u0000',
);

describe('lines', () => {
  test('of any signs come back as they were', () => {
    const line = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words, { maxLength: 40 }).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const packed = packLines(lines);
        expect(unpackLines(JSON.parse(JSON.stringify(packed)))).toEqual(lines);
      }),
    );
  });

  test('with more words than there are places are refused', () => {
    const lines = Array.from({ length: 6000 }, (_, i) => String.fromCodePoint(0x4e00 + i));
    expect(() => packLines(lines)).toThrow('nhiều hơn');
  });
});

test('a plan of 1,000 tasks is small enough to push, and is itself in the script', async () => {
  const plan = variedTasks(seeds, 1000);
  const { code, bytes } = await bundleAddin(ROOT, plan);
  expect(bytes).toBeLessThan(LARGEST);
  expect(code).not.toContain(plan.tasks[500]?.content);
  const tabulated = tabulate(resolvePlan(plan));
  const tasks = packLines(tabulated.tasks.map((line) => JSON.stringify(line)));
  expect(untabulate({ ...tabulated, tasks })).toEqual(resolvePlan(plan));
});
