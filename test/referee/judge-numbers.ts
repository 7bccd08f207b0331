import { addMinutes, periodLabel } from './days.ts';
import type { Finding } from './finding.ts';
import type { Truth } from './model.ts';
import { type Claim, readBoard } from './reading.ts';
import type { Evidence, Tabs } from './referee.ts';

/** One number everywhere: of a version in its mail, documents, ledger, Zalo; of an earlier one wherever it is told again. */
export function numbersAgree({ claims, versions }: Evidence): Finding[] {
  const told = new Map<string, Claim[]>();
  for (const claim of claims) {
    const { place, said } = claim;
    if (said.kind !== 'number' || place.version === undefined || said.thing === 'notStarted') continue;
    const key = `${place.month} ${place.version} ${said.thing}`;
    told.set(key, [...(told.get(key) ?? []), claim]);
  }
  const differing = [...told].flatMap(([key, list]) => {
    const values = new Map(list.map((claim) => [claim.said.kind === 'number' ? claim.said.value : '', claim]));
    if (values.size < 2) return [];
    const [first] = list;
    return [
      {
        rule: 'two-numbers' as const,
        at: first?.place.at ?? '',
        where: key,
        sentence: [...values.values()]
          .map((claim) => `${claim.place.source}: ${claim.sentence.slice(0, 120)}`)
          .join(' | '),
        truth: [...values.keys()].join(' ≠ '),
      },
    ];
  });
  const again = claims.flatMap((claim): Finding[] => {
    const { said, place } = claim;
    if (said.kind !== 'before') return [];
    const last = versions.filter((one) => one.month === said.month && one.closedAt < place.at).pop();
    const then = last && told.get(`${said.month} ${last.version} ${said.thing}`)?.[0]?.said;
    if (then?.kind !== 'number' || then.value === said.value) return [];
    return [
      {
        rule: 'two-numbers',
        at: place.at,
        where: `${place.source} ${place.month}`,
        sentence: claim.sentence,
        truth: `lúc chốt ${said.month}: ${then.value}`,
      },
    ];
  });
  return [...differing, ...again];
}

/** The board beside the ledger, right after a closing; frozen months in «Lịch sử» never change. */
export function boardAgrees({ looks, versions, world, claims, count }: Evidence): Finding[] {
  const findings: Finding[] = [];
  let frozen = new Map<string, string>();
  for (const { at, tabs } of looks) {
    const board = readBoard(tabs, count);
    const found = (sentence: string, truth: string) =>
      findings.push({ rule: 'two-numbers', at, where: 'board', sentence, truth });
    const last = versions.filter(({ closedAt }) => closedAt < at).pop();
    if (board && last) {
      const ofLedger = (thing: string) =>
        claims.find(
          ({ place, said }) =>
            place.source === 'ledger' &&
            place.month === last.month &&
            place.version === last.version &&
            said.kind === 'number' &&
            said.thing === thing,
        )?.said;
      for (const [thing, { frozen: text }] of board.figures) {
        const said = ofLedger(thing);
        const value = /^(\d+\/\d+)/u.exec(text)?.[1];
        if (
          said?.kind === 'number' &&
          value !== undefined &&
          board.frozen.includes(periodLabel(last.month)) &&
          value !== said.value
        )
          found(`Bản chốt gần nhất ${thing}: ${text}`, `Sổ báo cáo: ${said.value}`);
      }
      const isFresh = at <= addMinutes(last.closedAt, 5);
      const truth = world.truthOf({ ...last, at: last.closedAt });
      const today = world.truth(last.month, at.slice(0, 16), at.slice(0, 10));
      const overdue = (one: Truth) => [...one.rows.values()].filter(({ isOverdue }) => isOverdue).length;
      if (
        isFresh &&
        board.overdue !== undefined &&
        board.overdue !== overdue(today) &&
        last.closedAt < `${last.month}-20`
      )
        found(`Nhiệm vụ quá hạn: ${board.overdue}`, `${overdue(today)} (bản chốt: ${overdue(truth)})`);
      if (isFresh && world.openMonth(at) === last.month)
        for (const thing of ['K4', 'K5', 'K6']) {
          const said = ofLedger(thing);
          const value = /^(\d+\/\d+)/u.exec(board.figures.get(thing)?.today ?? '')?.[1];
          if (said?.kind === 'number' && value !== undefined && value !== said.value)
            found(`Hôm nay ${thing}: ${value}`, `Sổ báo cáo: ${said.value}`);
        }
    }
    const now = historyOf(tabs);
    for (const [key, text] of frozen) {
      const other = now.get(key);
      if (other !== text)
        findings.push({ rule: 'changed-entry', at, where: `Lịch sử ${key}`, sentence: other ?? '(mất)', truth: text });
    }
    frozen = now;
  }
  return findings;
}

function historyOf(tabs: Tabs): Map<string, string> {
  const [headings = [], ...rows] = tabs['Lịch sử'] ?? [];
  const at = (name: string) => headings.indexOf(name);
  return new Map(
    rows
      .filter((row) => row.length > 0)
      .map((row) => [`${row[at('Kỳ')]} ${row[at('Phiên bản')]} ${row[at('Mã')]}`, row.join('|')]),
  );
}
