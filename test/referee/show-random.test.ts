import { test } from 'vitest';
import { judged } from './judge.ts';
import { drawn, scenarioOf } from './people.ts';
import { witnessed } from './referee.ts';

for (const seed of (process.env['SEEDS'] ?? '5').split(',').map(Number))
  test(`${seed}`, { timeout: 900_000 }, async () => {
    const t = Date.now();
    const c = process.cpuUsage();
    const one = drawn(seed);
    const scenario = scenarioOf(one);
    console.log(seed, scenario.about, scenario.steps.length, scenario.from, scenario.to);
    const evidence = await witnessed(scenario);
    const t2 = Date.now();
    const findings = judged(evidence);
    console.log(
      `CASE ${seed}: ${((Date.now() - t) / 1000).toFixed(1)} s, judge ${Date.now() - t2} ms, cpu ${(process.cpuUsage(c).user / 1e6).toFixed(1)}, ${findings.length} findings, mails ${evidence.mails.length}, claims ${evidence.claims.length}`,
    );
    for (const f of findings.slice(0, 40))
      console.log('  F', f.rule, f.at, f.where.slice(0, 50), '|', f.sentence.slice(0, 130), '|', f.truth.slice(0, 260));
  });
