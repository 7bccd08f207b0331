// Which tests can notice a fault, and in which order it pays to ask them: those that import the file, themselves or by way of what they
// import, the bundle's own sources included; first those named and placed like it, then the quick ones.
import { dirname, join } from 'node:path';

/** Files by path from the project's root, with their code. */
export type Sources = ReadonlyMap<string, string>;

/** What is built into the script is loaded by no import. */
const BUILT: Readonly<Record<string, readonly string[]>> = {
  'src/tools/build/bundle.ts': [
    'src/addin/main.ts',
    'src/addin/simple-triggers.ts',
    'src/addin/hardened/bound.ts',
    'src/addin/hardened/standalone.ts',
    'src/addin/hardened/standalone-deeds.ts',
  ],
};

const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*'(\.[^']+)'/gu;

function importsOf(path: string, code: string): string[] {
  const named = [...code.matchAll(IMPORT)].map(([, to = '']) => join(dirname(path), to));
  return [...named, ...(BUILT[path] ?? [])];
}

/** @returns tests that reach the file, by path, with how many imports lie between */
export function reaching(sources: Sources, target: string): Map<string, number> {
  const importers = new Map<string, string[]>();
  for (const [path, code] of sources) {
    for (const to of importsOf(path, code)) importers.set(to, [...(importers.get(to) ?? []), path]);
  }
  const far = new Map([[target, 0]]);
  for (const [path, distance] of far) {
    for (const importer of importers.get(path) ?? []) if (!far.has(importer)) far.set(importer, distance + 1);
  }
  return new Map([...far].filter(([path]) => path.endsWith('.test.ts')));
}

const words = (path: string) => new Set(path.replace(/(?:\.test)?\.ts$/u, '').split(/[/.-]/u));

/** How much a test's name and folder are like the file's: «test/app/send-once.test.ts» is of «src/app/mail/send-once.ts». */
function likeness(test: string, target: string): number {
  const own = words(test);
  return [...words(target)].filter((word) => own.has(word)).length;
}

/** @param seconds a test file took when it ran last; one that never ran is taken for a long one */
export function inOrder(
  tests: ReadonlyMap<string, number>,
  target: string,
  seconds: Readonly<Record<string, number>>,
): string[] {
  const UNKNOWN = 20;
  // Half as long for each word in common, half as long again for each import that lies between.
  const cost = (test: string, distance: number) =>
    (1 + (seconds[test] ?? UNKNOWN)) * 0.4 ** likeness(test, target) * 1.3 ** distance;
  return [...tests].sort(([a, m], [b, n]) => cost(a, m) - cost(b, n)).map(([test]) => test);
}
