// The command's own pure parts: which faults are found in code, how they are told, which tests are asked first.
import { describe, expect, test } from 'vitest';
import { drawing, faultsIn, planted, told } from './plant.ts';
import { inOrder, reaching } from './reach.ts';

const faulty = (code: string) => faultsIn(code).map((fault) => planted(code, fault));

describe('a fault for each way to slip', () => {
  test.each<[string, string[]]>([
    ['f = a < b;', ['f = a <= b;']],
    ['f = a >= b;', ['f = a > b;']],
    ['f = a === b;', ['f = a !== b;']],
    ['f = a + 1;', ['f = a - 1;', 'f = a + 2;']],
    ["f = a + ' xã';", []],
    ['f = a ?? b;', ['f = a;']],
    ['f = a && !b;', ['f = a || !b;', 'f = a && (b);']],
    ['f = a ? 0 : b;', ['f = !(a) ? 0 : b;', 'f = a ? 1 : b;']],
    ['if (a) g();', ['if (!(a)) g();', 'if (a) ;']],
    ['f = [a, b];', ['f = [b];', 'f = [a, ];']],
    ['f = g(a, b);', ['f = g(a);']],
    ['f = a.filter(b).map(c);', ['f = a.map(c);']],
    [`f = \`thấy lúc \${a}, từ nay\`;`, [`f = \`thấy\${a}, từ nay\`;`, `f = \`thấy lúc \${a}, từ\`;`]],
    ['f = true;', ['f = false;']],
    ["f = 'Ban Tư pháp';", ["f = 'Ban Tư';"]],
    ["f = 'rows';", []],
    [`f = '=COUNTIFS(a;">0";b;0)';`, [`f = '=COUNTIFS(a;">=0";b;0)';`, `f = '=COUNTIFS(a;">0";b;1)';`]],
    [`f = \`=MAXIFS(\${a})\`;`, [`f = \`=MINIFS(\${a})\`;`]],
    [`f = \`=IF(DAY(\${a})>=N;b)\`;`, [`f = \`=IF(DAY(\${a})>N;b)\`;`]],
    ['f = /^(?:xã|phường)$/u;', ['f = /(?:xã|phường)$/u;', 'f = /^(?:phường)$/u;', 'f = /^(?:xã|phường)/u;']],
  ])('%s', (code, expected) => expect(faulty(code)).toEqual(expected));

  test.each([
    ["import { a } from './a b.ts';"],
    ["export type A = 'a b' | 'c d';"],
    ['const f = (a: 1): 2 => a as 3;'],
    ["throw new Error('no such tab');"],
    ["const f = { 'Tên xã': a };"],
    ['// a < b'],
  ])('and none in what does nothing: %s', (code) => expect(faulty(code)).toEqual([]));

  test('words of refusals are told to people', () =>
    expect(faulty("throw new Refusal('Thiếu cột');")).toEqual(["throw new Refusal('Thiếu');"]));
});

test('it is told by the line it stands in', () => {
  const code = 'const a = 1;\n\n  if (b <\n    c) d();\n';
  const [, , operator] = faultsIn(code);
  expect(operator && told(code, operator)).toEqual({ line: 3, was: 'if (b <', is: 'if (b <=' });
});

test('the same seed draws the same, another one something else', () => {
  const some = (seed: number) => Array.from({ length: 5 }, drawing(seed));
  expect(some(7)).toEqual(some(7));
  expect(some(7)).not.toEqual(some(8));
  for (const number of [...some(0), ...some(2 ** 31)]) expect(number > 0 && number < 1).toBe(true);
});

const SOURCES = new Map([
  ['src/core/day.ts', ''],
  ['src/core/due.ts', "import { day } from './day.ts';"],
  ['src/addin/main.ts', "import { due } from '../core/due.ts';"],
  ['src/tools/build/bundle.ts', ''],
  ['test/core/day.test.ts', "import { day } from '../../src/core/day.ts';"],
  ['test/core/due.test.ts', "import type { Due } from '../../src/core/due.ts';"],
  ['test/app/played.ts', "import { bundle } from '../../src/tools/build/bundle.ts';"],
  ['test/app/year.test.ts', "import { stage } from './played.ts';"],
  ['test/core/text.test.ts', "import { fold } from '../../src/core/text.ts';"],
]);

test('tests reach a file by imports and by the bundle', () => {
  expect([...reaching(SOURCES, 'src/core/day.ts')]).toEqual([
    ['test/core/day.test.ts', 1],
    ['test/core/due.test.ts', 2],
    ['test/app/year.test.ts', 5],
  ]);
});

test('first the one named like the file, then the quick ones', () => {
  const tests = reaching(SOURCES, 'src/core/day.ts');
  expect(inOrder(tests, 'src/core/day.ts', { 'test/app/year.test.ts': 300 })).toEqual([
    'test/core/day.test.ts',
    'test/core/due.test.ts',
    'test/app/year.test.ts',
  ]);
});
