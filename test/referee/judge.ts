// All that was said and done, judged.
import type { Finding } from './finding.ts';
import { judgeClaim } from './judge-claims.ts';
import {
  askedOutOfTurn,
  delivered,
  entriesStand,
  failuresTold,
  nothingTwice,
  oddNamed,
  promisesKept,
  warnedBefore,
  wayToCorrect,
} from './judge-deeds.ts';
import { boardAgrees, numbersAgree } from './judge-numbers.ts';
import type { Evidence } from './referee.ts';

export function judged(evidence: Evidence): Finding[] {
  const findings = [
    ...evidence.claims.flatMap((claim) => judgeClaim(claim, evidence)),
    ...numbersAgree(evidence),
    ...boardAgrees(evidence),
    ...delivered(evidence),
    ...nothingTwice(evidence),
    ...entriesStand(evidence),
    ...promisesKept(evidence),
    ...failuresTold(evidence),
    ...warnedBefore(evidence),
    ...oddNamed(evidence),
    ...wayToCorrect(evidence),
    ...askedOutOfTurn(evidence),
  ];
  const seen = new Set<string>();
  return findings.filter((one) => {
    const key = `${one.rule} ${one.where} ${one.sentence} ${one.truth}`;
    return !seen.has(key) && seen.add(key);
  });
}
