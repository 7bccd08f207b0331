import { test } from 'vitest';
import { judged } from './judge.ts';
import { KNOWN_FAULTS } from './known-faults.ts';
import { witnessed } from './referee.ts';

const only = process.env['ONLY'];
for (const known of KNOWN_FAULTS.filter(({ name }) => !only || new RegExp(only, 'u').test(name)))
  test(known.name, async () => {
    const t = Date.now();
    const evidence = await witnessed(known.scenario);
    const findings = judged(evidence);
    const hit = findings.filter((f) => f.rule === known.rule && known.of.test(`${f.sentence} ${f.truth} ${f.where}`));
    console.log(
      `${hit.length ? 'FOUND' : 'MISSED'} ${known.name} (${((Date.now() - t) / 1000).toFixed(1)} s, ${findings.length} findings)`,
    );
    for (const f of hit.slice(0, 2)) console.log('  HIT', f.rule, f.at, f.where, '|', f.sentence, '|', f.truth);
    for (const f of findings.filter((x) => !hit.includes(x)).slice(0, process.env['ALL'] ? 60 : 8))
      console.log(
        '  other',
        f.rule,
        f.at,
        f.where.slice(0, 60),
        '|',
        f.sentence.slice(0, 160),
        '|',
        f.truth.slice(0, 200),
      );
    if (process.env['COUNT']) console.log([...evidence.count]);
    if (!hit.length)
      for (const s of evidence.said.filter((x) => x.did && !x.did.look))
        console.log(
          '   said',
          s.at.slice(0, 16),
          s.deed,
          s.outcome,
          s.words.join(';').slice(0, 100),
          s.dialogs
            .map((d) => d.text)
            .join(' // ')
            .slice(0, 300),
        );
  });
