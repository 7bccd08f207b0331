// The referee at work: its generator reaches what it is to reach; its reader reads; known faults are clean; random months are without a
// finding. `npm test` plays few, `npm run hunt -- test/referee/referee.test.ts` hundreds.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../src/tools/build/root.ts';
import { plays } from '../hunt.ts';
import type { Finding } from './finding.ts';
import { judged } from './judge.ts';
import { KNOWN_FAULTS } from './known-faults.ts';
import { type Case, drawn, scenarioOf, shrunk } from './people.ts';
import { type Evidence, type Scenario, witnessed } from './referee.ts';

const HUNT = Number(process.env['HUNT'] ?? 0);
/** A hunt plays the cases of a thousand numbers of its own; kept small, so that neighbours stay neighbours. */
const FIRST_CASE = (Number(process.env['HUNT_SEED'] ?? 1) % 1_000_000) * 1000;
/** Months drawn to see how often each branch comes. */
const DRAWN = 200;
const FLOOR = 5;
/** Plays a shrinking may take in a hunt. */
const MOST_SHRINKING = 40;
/** Cases `npm test` plays: one month each, in May. */
const USUAL_CASES = [5, 52];
/** Of the known faults `npm test` plays these; each has a scenario of its own beside. */
const USUAL_KNOWN = ['8 ', '20 '];

/** Where findings are written, for `npm run play`. */
const FINDINGS = join(ROOT, 'out/referee');

function told(findings: readonly Finding[]): string {
  return findings
    .map(
      ({ rule, at, where, sentence, truth }) => `${rule} · ${at} · ${where}\n    nói: ${sentence}\n    thật: ${truth}`,
    )
    .join('\n');
}

function kept(name: string, scenario: Scenario, findings: readonly Finding[]): string {
  mkdirSync(FINDINGS, { recursive: true });
  const file = join(FINDINGS, `${name}.json`);
  writeFileSync(file, `${JSON.stringify(scenario, null, 1)}\n`);
  writeFileSync(join(FINDINGS, `${name}.txt`), `${told(findings)}\n`);
  return file;
}

/** A reader that reads nothing proves nothing: of what left, each kind is read. */
function expectRead({ count, mails, versions }: Evidence): void {
  const read = (what: string) => [...count].reduce((sum, [key, n]) => (key.startsWith(what) ? sum + n : sum), 0);
  const keyed = mails.filter(({ body }) => /^Mã: \d{4}-\d\d\|/mu.test(body)).length;
  expect(read('mail chairman') + read('mail reminder') + read('mail digest') + read('mail other')).toBe(mails.length);
  expect(read('mail chairman') + read('mail reminder') + read('mail digest')).toBeGreaterThanOrEqual(keyed * 0.8);
  expect(read('section reminder')).toBeGreaterThanOrEqual(read('mail reminder'));
  expect(read('section digest')).toBeGreaterThanOrEqual(read('mail digest'));
  // A month without any list is a month without a fault: rare, but it is one line then.
  if (read('mail chairman') > 2) expect(read('section chairman')).toBeGreaterThan(0);
  expect(read('ledger')).toBe(versions.length);
  expect(read('board')).toBeGreaterThan(0);
}

async function findingsOf(scenario: Scenario): Promise<Finding[]> {
  const evidence = await witnessed(scenario);
  const findings = judged(evidence);
  // The board is read while it is judged.
  expectRead(evidence);
  return findings;
}

describe('the generator', () => {
  const cases = Array.from({ length: DRAWN }, (_, i) => drawn(i + 1));
  const often = new Map<string, number>();
  for (const { strands } of cases)
    for (const branch of new Set(strands.map((strand) => strand.branch)))
      often.set(branch, (often.get(branch) ?? 0) + 1);

  test('each branch comes often enough', () => {
    const seldom = [...often].filter(([, n]) => n < FLOOR);
    expect(seldom).toEqual([]);
    expect(often.size).toBeGreaterThanOrEqual(50);
  });
  test('months are small: few entries, one to three months, steps in order', () => {
    for (const one of cases) {
      const { steps, from, to } = scenarioOf(one);
      expect(to > from).toBe(true);
      expect(steps.length).toBeLessThan(220);
    }
  });
  test('a number draws the same case again', () => expect(drawn(7)).toEqual(drawn(7)));
});

describe('known faults', () => {
  const chosen = KNOWN_FAULTS.filter(({ name }) => HUNT > 0 || USUAL_KNOWN.some((start) => name.startsWith(start)));
  test.each(chosen.map((known) => [known.name, known] as const))('%s', async (name, { scenario }) => {
    const findings = await findingsOf(scenario);
    if (findings.length > 0) kept(`known ${name.replace(/\W+/gu, '-')}`, scenario, findings);
    expect(told(findings)).toBe('');
  });
});

describe('random months', () => {
  const seeds =
    HUNT > 0 ? Array.from({ length: plays(USUAL_CASES.length).numRuns }, (_, i) => FIRST_CASE + i) : USUAL_CASES;
  test.each(seeds)('case %i', { timeout: 3_600_000 }, async (seed) => {
    const one = drawn(seed);
    const findings = await findingsOf(scenarioOf(one));
    if (findings.length === 0) return;
    const [first] = findings;
    const again = async (smaller: Case) =>
      (await findingsOf(scenarioOf(smaller))).some(({ rule }) => rule === first?.rule);
    const small = HUNT > 0 ? await shrunk(one, again, MOST_SHRINKING) : one;
    const scenario = scenarioOf(small);
    const file = kept(`case ${seed}`, scenario, findings);
    expect.fail(`${findings.length} phát hiện, lặp lại: npm run play -- "${file}"\n${told(findings.slice(0, 10))}`);
  });
});
