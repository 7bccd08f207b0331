// Comments name rules and forms by number (`rule 5.7`, `rules 3.4–3.6`, `forms 4.*`). Every number must stand in src/core/RULES.md or
// src/report/FORMS.md, once, so that a reader of the code finds it in the repository and nowhere else.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path/posix';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../src/tools/build/root.ts';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const OWN = 'test/rules.test.ts';

/** The two lists: the word that refers to one, where it is, and the letter of its numbers. */
const LISTS = [
  { word: 'rule', path: 'src/core/RULES.md', letter: 'R' },
  { word: 'form', path: 'src/report/FORMS.md', letter: 'F' },
] as const;
type List = (typeof LISTS)[number];

/** Numbers of entries (**R5.7**) in the order of a list, and those of its parts (## 5. …) as «5.*». */
function numbersIn(text: string, letter: string): string[] {
  const entries = [...text.matchAll(/^- \*\*([A-Z])(\d+\.\d+)\*\* /gmu)].map(([, of, n = '']) =>
    of === letter ? n : `${of}${n}`,
  );
  const parts = [...text.matchAll(/^## (\d+)\. /gmu)].map(([, n]) => `${n}.*`);
  return [...parts, ...entries];
}

const NUMBER = String.raw`\d+\.(?:\d+|\*)`;
const JOINED = '(?:–|, | and |, and )';

/** Numbers a text refers to with a word, a range by its two ends; a comment may be broken over two lines. */
function referencesIn(text: string, word: string): string[] {
  const flat = text.replace(/\n\s*(?:\/\/+|\*+)? */gu, ' ');
  const reference = new RegExp(`(?<![\\p{L}\\d])${word}s? (${NUMBER}(?:${JOINED}${NUMBER})*)`, 'giu');
  return [...flat.matchAll(reference)].flatMap(([, numbers = '']) => numbers.match(new RegExp(NUMBER, 'gu')) ?? []);
}

/** Papers that are not in the repository. */
const OUTSIDE = /product (?:changes )?(?:§|[A-D]\.\d)|report forms[ ,§]|facts\/|facts §|design\/[a-z]+\.md/gu;

function faultsOf(text: string, known: ReadonlyMap<List, ReadonlySet<string>>): string[] {
  const unresolved = LISTS.flatMap((list) =>
    referencesIn(text, list.word)
      .filter((number) => !known.get(list)?.has(number))
      .map((number) => `${list.word} ${number} is not in ${list.path}`),
  );
  return [...unresolved, ...(text.match(OUTSIDE) ?? []).map((words) => `refers to «${words}»`)];
}

const twice = (numbers: readonly string[]): string[] => numbers.filter((n, i) => numbers.indexOf(n) !== i);

describe('the test sees what is wrong', () => {
  const known = new Map<List, ReadonlySet<string>>([
    [LISTS[0], new Set(['1.*', '1.1', '1.2', '1.10', '2.*', '2.1'])],
    [LISTS[1], new Set(['1.*', '1.1'])],
  ]);

  test.each([
    ['// Closed (rule 9.9).', ['rule 9.9 is not in src/core/RULES.md']],
    ['// Closed (rules 1.1, 9.8).', ['rule 9.8 is not in src/core/RULES.md']],
    ['// Closed (rules 1.1–1.3).', ['rule 1.3 is not in src/core/RULES.md']],
    ['// Closed (rules 1.1, 2.1 and 3.*).', ['rule 3.* is not in src/core/RULES.md']],
    ['// Broken over two lines (rule\n// 1.4).', ['rule 1.4 is not in src/core/RULES.md']],
    ['/**\n * Broken over two lines: rule\n   * 1.4\n */', ['rule 1.4 is not in src/core/RULES.md']],
    ['// Rule 1.11 begins a sentence.', ['rule 1.11 is not in src/core/RULES.md']],
    ['// The mail (form 2.1).', ['form 2.1 is not in src/report/FORMS.md']],
    ['// As it was decided (product §5.7).', ['refers to «product §»']],
    ['// As it was decided (product changes A.9).', ['refers to «product changes A.9»']],
    ['// As papers have it (report forms §4.1).', ['refers to «report forms »']],
  ])('%s', (text, faults) => {
    expect(faultsOf(text, known)).toEqual(faults);
  });

  test.each([
    '// Closed (rules 1.1, 1.2 and 2.1; form 1.1).',
    '// All of it: rules 1.*, 2.*, forms 1.*.',
    '// A rule of 12.5 mm, the form 30/2020, rule 3, a platform 9.9.',
    '// Rule 1.10. Then a sentence.',
  ])('and nothing else: %s', (text) => {
    expect(faultsOf(text, known)).toEqual([]);
  });

  test('a number that stands twice, and one of the other list', () => {
    expect(twice(numbersIn('## 1. A\n- **R1.1** a\n- **R1.2** b\n- **R1.1** c', 'R'))).toEqual(['1.1']);
    expect(numbersIn('- **F1.1** a', 'R')).toEqual(['F1.1']);
  });
});

test.each(LISTS)('$path: numbered once, in order, each under its part, at most 30 kB', ({ path, letter }) => {
  const text = read(path);
  const numbers = numbersIn(text, letter);
  const entries = numbers.filter((number) => !number.endsWith('*'));
  expect(twice(numbers)).toEqual([]);
  const byOrder = [...entries].sort((a, b) => {
    const [part = 0, entry = 0] = a.split('.').map(Number);
    const [otherPart = 0, otherEntry = 0] = b.split('.').map(Number);
    return part - otherPart || entry - otherEntry;
  });
  expect(entries).toEqual(byOrder);
  expect(new Set(entries.map((number) => number.replace(/\d+$/u, '*')))).toEqual(
    new Set(numbers.filter((number) => number.endsWith('*'))),
  );
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(30_000);
});

test('every reference in src and test resolves, and none leads out of the repository', () => {
  const known = new Map(LISTS.map((list) => [list, new Set(numbersIn(read(list.path), list.letter))]));
  const files = ['src', 'test']
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(folder, name.replace(/\\/gu, '/')),
      ),
    )
    .filter((path) => /\.(?:ts|md|cjs)$/u.test(path) && path !== OWN);
  const texts = files.map((path) => ({ path, text: read(path) }));
  expect(texts.flatMap(({ path, text }) => faultsOf(text, known).map((fault) => `${path}: ${fault}`))).toEqual([]);
  // References are found at all.
  expect(texts.flatMap(({ text }) => referencesIn(text, 'rule')).length).toBeGreaterThan(100);
});
