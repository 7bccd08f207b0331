// Claims held against the truth. A finding names the rule, the sentence, and what was true.
import type { Mail } from '../../src/local/host/state.ts';
import {
  addDays,
  addMinutes,
  dayNumber,
  isWorkingDay,
  monthNumber,
  monthOf,
  nextWorkingDay,
  periodLabel,
  readDay,
  shiftMonth,
  showDay,
} from './days.ts';
import {
  accountOf,
  figuresOf,
  nameOf,
  type Range,
  type RowTruth,
  saysSomething,
  type Truth,
  type UnitTruth,
  unitOf,
} from './model.ts';
import { TASKS } from './plan-facts.ts';
import { type Claim, isTrial, keyOf, readBoard, unanswered, unitNamed } from './reading.ts';
import type { Evidence, Step, Tabs } from './referee.ts';

export interface Finding {
  readonly rule: Rule;
  readonly at: string;
  readonly where: string;
  readonly sentence: string;
  readonly truth: string;
}

export type Rule =
  | 'untrue'
  | 'not-asked'
  | 'two-numbers'
  | 'not-delivered'
  | 'twice'
  | 'changed-entry'
  | 'promise'
  | 'silent-failure'
  | 'unwarned'
  | 'unnamed'
  | 'no-door';

const CHAIRMAN = 'chu-tich@example.vn';
const within = (value: number, { least, most }: Range) => value >= least && value <= most;
const show = ({ least, most }: Range) => (least === most ? String(least) : `${least}–${most}`);

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
    ...doorToCorrection(evidence),
    ...askedOutOfTurn(evidence),
  ];
  const seen = new Set<string>();
  return findings.filter((one) => {
    const key = `${one.rule} ${one.where} ${one.sentence} ${one.truth}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Whether a unit was asked for the month before that moment: by a mail that left, or by hand, as CAX wrote down (product changes A.9). */
function wasAsked({ mails, world }: Evidence, unit: string, month: string, at: string): boolean {
  const byMail = mails.some((mail) => {
    const key = keyOf(mail);
    return key.kind === 'reminder' && key.unit === unit && key.month === month && mail.at.slice(0, 16) <= at;
  });
  return (
    byMail ||
    world.typed.some(
      (one) =>
        one.tab === 'Đơn vị' &&
        one.row === unit &&
        one.column === 'Đã nhắc kỳ' &&
        monthOf(one.text) === month &&
        one.at <= at,
    )
  );
}

/** What a claim is to be held against; undefined where the model does not tell. */
function truthFor({ place }: Claim, { world, versions }: Evidence): { truth: Truth; at: string } | undefined {
  const { month, version, at, source } = place;
  if (month === '') return undefined;
  if (version !== undefined) {
    const closed = versions.find((one) => one.month === month && one.version === version);
    // A correction made when the next month is open keeps what was stamped for it: not modelled.
    if (!closed || closed.closedAt > `${month}-20`) return undefined;
    const closing = { month, version, at: closed.closedAt };
    return { truth: world.truthOf(closing), at: closed.closedAt };
  }
  if (source === 'other') return undefined;
  const last = world.lastDay(month);
  const today = at.slice(0, 10);
  const asOf = source === 'dialog' && today > last ? last : today;
  if (source === 'dialog' && (world.openMonth(at) !== month || at > `${month}-20`)) return undefined;
  const moment = at.slice(0, 16);
  return { truth: world.truth(month, moment, asOf), at: moment };
}

function judgeClaim(claim: Claim, evidence: Evidence): Finding[] {
  const { place, sentence, said } = claim;
  const finding = (truth: string, rule: Rule = 'untrue'): Finding => ({
    rule,
    at: place.at,
    where: `${place.source} ${place.month}${place.version === undefined ? '' : ` bản ${place.version}`} → ${place.to.join(', ')}`,
    sentence: sentence.trim().slice(0, 300),
    truth,
  });
  if (said.kind === 'sentence') return judgeSentence(claim, evidence, finding);
  const found = truthFor(claim, evidence);
  if (!found) return [];
  const { truth, at } = found;
  const { month, asOf } = truth;
  const { world } = evidence;
  const units = [...truth.units.values()];
  const rows = [...truth.rows.values()];
  const isUnsureUnit = ({ isUnsure }: UnitTruth) => isUnsure;
  const unitOfName = (name: string): UnitTruth | undefined => truth.units.get(unitNamed(name) ?? '');
  const before = world.closings.filter((one) => one.month < month && one.at < at).pop();
  const earlier = before && world.truthOf(before);
  const asked = (unit: string) => wasAsked(evidence, unit, month, at);

  switch (said.kind) {
    case 'units': {
      const is = { silent: isSilent, partly: isPartly, late: isLate }[said.what];
      const named = said.names.map((name) => ({ name, unit: unitOfName(name) }));
      const wrong = named.flatMap(({ name, unit }) => {
        if (!unit) return [finding(`«${name}» không phải đơn vị nợ dòng nào`)];
        if (!isUnsureUnit(unit) && !is(unit)) return [finding(`${name}: ${describe(unit)}`)];
        if (said.what === 'late' && !asked(unit.unit)) return [finding(`${name} chưa được nhắc kỳ này`, 'not-asked')];
        return [];
      });
      const left = said.isCut
        ? []
        : units.filter((unit) => !isUnsureUnit(unit) && is(unit) && !named.some((one) => one.unit?.unit === unit.unit));
      return [
        ...wrong,
        ...left.map((unit) => finding(`thiếu ${nameOf(unit.unit)}: ${describe(unit)}`)),
        ...(!said.isCut && said.count !== said.names.length
          ? [finding(`đếm ${said.count}, nêu ${said.names.length}`, 'two-numbers')]
          : []),
      ];
    }
    case 'silentPeriods': {
      const unit = unitNamed(said.name);
      if (unit === undefined) return [finding(`«${said.name}» không phải một đơn vị`)];
      const loud = months(month, said.n).filter((one) => one >= world.firstMonth && !world.wasSilent(unit, one, at));
      const early = months(month, said.n).filter((one) => one < world.firstMonth);
      return [
        ...loud.map((one) => finding(`${said.name} đã báo cáo ${one}`)),
        ...early.map((one) => finding(`${one} là trước kỳ đầu tiên`)),
        ...(asked(unit) ? [] : [finding(`${said.name} chưa được nhắc kỳ này`, 'not-asked')]),
      ];
    }
    case 'partly': {
      const unit = unitOfName(said.name);
      if (!unit || isUnsureUnit(unit)) return [];
      if (unit.reported.length === said.reported && unit.owed.length === said.owed) return [];
      return [finding(`${said.name}: ${describe(unit)}`)];
    }
    case 'overdueRow': {
      const row = truth.rows.get(said.code);
      if (!row) return [];
      const days = row.due === '' ? 0 : dayNumber(asOf) - dayNumber(row.due);
      if (!row.isOverdue) return [finding(`${said.code}: ${describeRow(row)}`)];
      if (days !== said.days) return [finding(`${said.code} quá ${days} ngày`)];
      const explained = saysSomething(row.difficulty);
      if (/chưa giải trình/u.test(said.detail)) {
        if (explained) return [finding(`${said.code} đã giải trình: «${row.difficulty}»`)];
        if (row.lead === '')
          return [finding(`${said.code} chưa giao đầu mối, không ai được yêu cầu giải trình`, 'not-asked')];
        if (!asked(row.lead)) return [finding(`${nameOf(row.lead)} chưa được nhắc kỳ này`, 'not-asked')];
      } else if (/giải trình: /u.test(said.detail) && !explained)
        return [finding(`${said.code}: «${row.difficulty}» không nói gì`)];
      return [];
    }
    case 'dueSoonRow': {
      const row = truth.rows.get(said.code);
      if (!row) return [];
      if (!row.isDueSoon) return [finding(`${said.code}: ${describeRow(row)}`)];
      const days = dayNumber(row.due) - dayNumber(asOf);
      return days === said.days ? [] : [finding(`${said.code} còn ${days} ngày`)];
    }
    case 'rows':
      return judgeRows(said, { truth, earlier, place, finding });
    case 'missing': {
      const unit = unitOfName(said.name);
      if (!unit) return said.missing === 0 ? [] : [finding(`${said.name} không nợ dòng nào`)];
      const wrong = said.codes
        .map((code) => truth.rows.get(code))
        .filter((row): row is RowTruth => row !== undefined && !row.isUnsure && !unit.missing.includes(row));
      if (wrong.length > 0) return wrong.map((row) => finding(`${row.code}: ${describeRow(row)}`));
      const missing = { least: unit.missing.filter(({ isUnsure }) => !isUnsure).length, most: unit.owed.length };
      if (isUnsureUnit(unit) ? !within(said.missing, missing) : said.missing !== unit.missing.length)
        return [
          finding(`${said.name} còn thiếu ${unit.missing.length}: ${unit.missing.map(({ code }) => code).join(', ')}`),
        ];
      const owed = {
        least: unit.owed.filter(({ isFinished, isReported }) => !isFinished || isReported).length,
        most: unit.owed.length,
      };
      return said.owed === -1 || within(said.owed, owed) ? [] : [finding(`${said.name} phải báo cáo ${show(owed)}`)];
    }
    case 'thanks': {
      const owing = units.filter(({ owed }) => owed.length > 0);
      const overdue = rows.filter(({ isOverdue }) => isOverdue);
      const lacking = owing.filter((unit) => !isUnsureUnit(unit) && unit.missing.length > 0);
      const late = owing.filter((unit) => !isUnsureUnit(unit) && !unit.isInTime);
      if (said.what === 'noneOverdue') return overdue.length === 0 ? [] : [finding(`quá hạn: ${codes(overdue)}`)];
      if (owing.length === 0) return [finding('không có đơn vị nào phải báo cáo')];
      if (said.what === 'allReported')
        return lacking.length === 0 ? [] : [finding(`còn thiếu: ${lacking.map(describe).join('; ')}`)];
      if (said.what === 'allInTime') return late.length === 0 ? [] : [finding(late.map(describe).join('; '))];
      if (rows.every(({ isPaused }) => isPaused)) return [finding('mọi nhiệm vụ tạm dừng')];
      if (overdue.length > 0) return [finding(`quá hạn: ${codes(overdue)}`)];
      return lacking.length === 0 ? [] : [finding(lacking.map(describe).join('; '))];
    }
    case 'praise':
    case 'blame':
      return judgePraise(claim, { truth, at, asked, finding, evidence });
    case 'window': {
      if (
        place.version !== undefined &&
        (place.source !== 'mail' || monthNumber(month) % 6 === 0 || monthNumber(month) === 1)
      )
        return [];
      const from = addDays(world.lastDay(shiftMonth(month, -1)), 1);
      const to = world.lastDay(month);
      return said.from === showDay(from) && said.to === showDay(to)
        ? []
        : [finding(`kỳ từ ${showDay(from)} đến ${showDay(to)}`)];
    }
    case 'number':
      return judgeNumber(said, { truth, finding });
    case 'before':
      return [];
  }
}

const codes = (rows: readonly RowTruth[]): string => rows.map(({ code }) => code).join(', ');
const isSilent = (unit: UnitTruth): boolean => unit.isSilent;
const isPartly = (unit: UnitTruth): boolean => unit.reported.length > 0 && unit.missing.length > 0;
const isLate = (unit: UnitTruth): boolean => unit.isFull && !unit.isInTime && unit.reported.length > 0;

function describe({ unit, owed, reported, missing, isInTime }: UnitTruth): string {
  return `${nameOf(unit)} phải báo cáo ${owed.length}, đã báo cáo ${reported.length}, còn thiếu ${missing.length}${isInTime ? ', đúng hạn' : ''}`;
}

function describeRow(row: RowTruth): string {
  const parts = [
    row.lead === '' ? 'chưa giao đầu mối' : nameOf(row.lead),
    row.due === '' ? 'không hạn' : `hạn ${row.due}`,
    row.state === '' ? 'Tình trạng trống' : row.state,
    ...(row.isFinished ? ['đã hoàn thành'] : []),
    ...(row.isPaused ? ['tạm dừng'] : []),
    ...(row.isReported ? [row.isInTime ? 'đã báo cáo đúng hạn' : 'đã báo cáo sau hạn'] : ['chưa báo cáo']),
    ...(row.isOwed ? [] : ['không phải báo cáo']),
    ...(row.isOverdue ? ['quá hạn'] : []),
  ];
  return parts.join(', ');
}

const months = (month: string, n: number): string[] => Array.from({ length: n }, (_, i) => shiftMonth(month, -i));

type Say = (truth: string, rule?: Rule) => Finding;

function judgeSentence({ said, place }: Claim, { scenario, world }: Evidence, finding: Say): Finding[] {
  if (said.kind !== 'sentence') return [];
  if (said.what === 'foreignProtection') return [finding('không ai khác đặt vùng bảo vệ nào')];
  if (said.what === 'thisPeriod') return [finding('«Kỳ này» không nói tháng nào', 'unnamed')];
  if (said.what === 'unexplained') return [finding('hai số khác nhau, không nói vì sao', 'unnamed')];
  const day = addDays(world.lastDay(place.month), 1);
  const stood = faultsOf(scenario.steps, [
    'clock',
    'Sheets',
    'PropertiesService',
    'LockService',
    'SpreadsheetApp',
  ]).some(({ from, until }) => from < `${day}T23:59` && until > `${day}T00:11`);
  return stood ? [] : [finding(`hệ thống có chạy ngày ${showDay(day)}`)];
}

function judgeRows(
  said: Extract<Claim['said'], { kind: 'rows' }>,
  { truth, earlier, place, finding }: { truth: Truth; earlier: Truth | undefined; place: Claim['place']; finding: Say },
): Finding[] {
  const rows = [...truth.rows.values()];
  const was = (code: string) => earlier?.rows.get(code);
  const expected: Partial<Record<typeof said.what, (row: RowTruth) => boolean>> = {
    ...(place.version !== undefined && { overdue: (row) => row.isOverdue, dueSoon: (row) => row.isDueSoon }),
    ...(earlier && {
      newlyFinished: (row) => row.isFinished && !was(row.code)?.isFinished,
      newlyOverdue: (row) => row.isOverdue && !was(row.code)?.isOverdue && !was(row.code)?.isFinished,
      reopened: (row) => !row.isFinished && was(row.code)?.isFinished === true,
    }),
    unassigned: (row) => row.lead === '',
  };
  const is = expected[said.what];
  const wrong = is
    ? said.codes.flatMap((code) => {
        const row = truth.rows.get(code);
        if (!row || is(row)) return [];
        const then = was(code);
        return [finding(`${code}: ${describeRow(row)}${then ? `; kỳ trước: ${describeRow(then)}` : ''}`)];
      })
    : [];
  const counted = said.count !== -1 && !said.isCut && said.count !== said.codes.length;
  const complete = is && said.what !== 'unassigned' && said.count !== -1 && rows.filter(is).length !== said.count;
  return [
    ...wrong,
    ...(counted ? [finding(`đếm ${said.count}, nêu ${said.codes.length}`, 'two-numbers')] : []),
    ...(complete && wrong.length === 0 ? [finding(`phải là ${codes(rows.filter(is))}`)] : []),
  ];
}

function judgePraise(
  { said }: Claim,
  {
    truth,
    at,
    asked,
    finding,
    evidence,
  }: { truth: Truth; at: string; asked: (unit: string) => boolean; finding: Say; evidence: Evidence },
): Finding[] {
  if (said.kind !== 'praise' && said.kind !== 'blame') return [];
  const { name, reason } = said;
  const code = unitOf(name);
  const unit = code === undefined ? undefined : truth.units.get(code);
  if (code === undefined)
    return [finding(`«${name}» không phải một đơn vị`, said.kind === 'blame' ? 'not-asked' : 'untrue')];
  if (!unit) return [finding(`${name} không làm đầu mối dòng nào`)];
  const { world } = evidence;
  const overdue = [...truth.rows.values()].filter((row) => row.lead === code && row.isOverdue);
  const inTime = /đúng hạn (\d+) kỳ liên tiếp/u.exec(reason)?.[1];
  if (said.kind === 'praise' && inTime !== undefined) {
    if (overdue.length > 0) return [finding(`${name} có nhiệm vụ quá hạn: ${codes(overdue)}`)];
    const wrong = months(truth.month, Number(inTime)).filter((month) => {
      const then =
        month === truth.month
          ? unit
          : world.closings
              .filter((one) => one.month === month && one.at <= at)
              .map((one) => world.truthOf(one).units.get(code))
              .pop();
      return then && !then.isUnsure && !then.isInTime;
    });
    return wrong.map((month) => finding(`${name} không báo cáo đủ, đúng hạn ${month}`));
  }
  if (said.kind === 'blame') {
    const silent = /không báo cáo (\d+) kỳ/u.exec(reason)?.[1];
    const loud =
      silent === undefined
        ? []
        : months(truth.month, Number(silent)).filter(
            (month) => month < world.firstMonth || !world.wasSilent(code, month, at),
          );
    const explained = /chưa nêu khó khăn|chưa giải trình/u.test(reason)
      ? overdue.every((row) => saysSomething(row.difficulty))
      : false;
    return [
      ...loud.map((month) => finding(`${name} đã báo cáo ${month}`)),
      ...(explained ? [finding(`${name}: không có nhiệm vụ quá hạn nào chưa giải trình`)] : []),
      ...(asked(code) ? [] : [finding(`${name} chưa được nhắc kỳ này`, 'not-asked')]),
    ];
  }
  return [];
}

function judgeNumber(
  said: Extract<Claim['said'], { kind: 'number' }>,
  { truth, finding }: { truth: Truth; finding: Say },
): Finding[] {
  const rows = [...truth.rows.values()];
  const units = [...truth.units.values()].filter(({ owed }) => owed.length > 0);
  const figures = figuresOf(truth, truth.asOf.slice(0, 4));
  const fraction = said.thing === 'full' ? figures['K5'] : figures[said.thing];
  if (fraction && said.value.includes('/')) {
    const [part = 0, whole = 0] = said.value.split('/').map(Number);
    if (said.thing === 'K3') {
      // Of the plan's year, whichever year it is closed in.
      const ofPlan = figuresOf(truth, '2024')['K3'];
      if (ofPlan && within(part, ofPlan.part) && within(whole, ofPlan.whole)) return [];
    }
    // In January nothing new is counted for the plan's year but what the supplement counts.
    return within(part, fraction.part) && within(whole, fraction.whole)
      ? []
      : [finding(`${show(fraction.part)}/${show(fraction.whole)}`)];
  }
  const unsure = units.filter(({ isUnsure }) => isUnsure).length;
  const sure = units.filter(({ isUnsure, missing }) => !isUnsure && missing.length > 0).length;
  const simple: Record<string, Range> = {
    overdue: exactly(rows.filter(({ isOverdue }) => isOverdue).length),
    dueSoon: exactly(rows.filter(({ isDueSoon }) => isDueSoon).length),
    incomplete: { least: sure, most: sure + unsure },
    proposals: { least: 0, most: rows.filter(({ proposal }) => saysSomething(proposal)).length },
    notStarted: exactly(rows.filter(isNotStarted(truth.asOf)).length),
  };
  const expected = simple[said.thing];
  return !expected || within(Number(said.value), expected) ? [] : [finding(show(expected))];
}

const exactly = (n: number): Range => ({ least: n, most: n });
/** «Chưa thực hiện» is printed only where a unit chose it, or a word that counts as it (product changes A.3). */
const isNotStarted =
  (asOf: string) =>
  (row: RowTruth): boolean =>
    row.due !== '' &&
    !row.isFinished &&
    !row.isPaused &&
    !['', 'Đang thực hiện', 'Hoàn thành'].includes(row.state) &&
    (row.counts || asOf <= row.due);

/** One number everywhere: of a version in its mail, documents, ledger, Zalo; of an earlier one wherever it is told again. */
function numbersAgree({ claims, versions }: Evidence): Finding[] {
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
function boardAgrees({ looks, versions, world, claims, count }: Evidence): Finding[] {
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

interface Trouble {
  readonly call: string;
  readonly from: string;
  readonly until: string;
}

export function faultsOf(steps: readonly Step[], calls: readonly string[]): Trouble[] {
  return steps.flatMap(({ at, fault }) =>
    fault && calls.some((call) => fault.call === call || fault.call.startsWith(`${call}.`))
      ? [{ call: fault.call, from: at, until: fault.until }]
      : [],
  );
}

const ANY_CALL = ['clock', 'MailApp', 'Sheets', 'Drive', 'PropertiesService', 'LockService', 'SpreadsheetApp'];

function isOfChairman(mail: Mail, address: string): boolean {
  return mail.to.includes(address) && keyOf(mail).kind === 'chairman' && !isTrial(mail);
}

/** The chairman's address at a moment. */
function chairmanAt({ world }: Evidence, at: string): string {
  return world.setting('chairmanEmail', at) ?? CHAIRMAN;
}

const TELLS_TROUBLE = /\[LỖI\]|\[LỊCH DỪNG\]|(?:chưa|không) gửi được|CHƯA GỬI ĐƯỢC/iu;

/** CAX knows: a mail that says so, the red line, or «Điều khiển» (product changes A.7). */
function toldBetween({ mails, looks, count }: Evidence, from: string, until: string): boolean {
  const byMail = mails.some(
    (mail) =>
      mail.at.slice(0, 16) >= from &&
      mail.at.slice(0, 16) <= until &&
      [...mail.to, ...mail.cc].some((address) => /^(?:cax|cai-dat)/u.test(address)) &&
      TELLS_TROUBLE.test(`${mail.subject}\n${mail.body}`) &&
      keyOf(mail).kind === 'other',
  );
  return (
    byMail ||
    looks.some(({ at, tabs }) => {
      if (at < from) return false;
      const board = readBoard(tabs, count);
      return board !== undefined && (board.redLine !== '' || board.trouble !== '');
    })
  );
}

function delivered(evidence: Evidence): Finding[] {
  const { versions, mails, scenario, said, world } = evidence;
  return versions.flatMap(({ month, version, closedAt, mailState }): Finding[] => {
    const limit = `${nextWorkingDay(closedAt, world.holidays(closedAt))}T${closedAt.slice(11, 16)}`;
    if (limit > scenario.to) return [];
    const newer = versions.some((one) => one.month === month && one.version > version && one.closedAt <= limit);
    const address = chairmanAt(evidence, limit);
    const came = mails.some((mail) => {
      const key = keyOf(mail);
      return (
        key.month === month &&
        (key.version === version || (newer && (key.version ?? -1) > version)) &&
        isOfChairman(mail, address) &&
        mail.at.slice(0, 16) <= addMinutes(limit, 30)
      );
    });
    // Bản 1 with the figures of bản 0 is not mailed again (product §6).
    const isSame = version === 1 && /không gửi lại|trùng|như bản|đúng như|không đổi|không khác/u.test(mailState);
    const dialog = said.some(
      (one) =>
        one.deed === 'click' &&
        one.at.slice(0, 16) >= closedAt &&
        one.at.slice(0, 16) <= limit &&
        one.dialogs.some(
          ({ text }) =>
            /chưa gửi|không gửi|sẽ không|thư không|Tự động gửi/iu.test(text) && /Đã chốt|chốt bản/u.test(text),
        ),
    );
    // Sending switched off: that is what CAX chose, and «Điều khiển» asks for each mail.
    const controls = evidence.looks.some(
      ({ at, tabs }) =>
        at >= closedAt &&
        (tabs['Điều khiển'] ?? []).some(
          (row) => /Gửi Chủ tịch/u.test(row[1] ?? '') && /chưa gửi|không gửi/u.test(row[4] ?? ''),
        ),
    );
    if (came || isSame || dialog || controls || toldBetween(evidence, closedAt, addMinutes(limit, 30))) return [];
    return [
      {
        rule: 'not-delivered',
        at: closedAt,
        where: `${month} bản ${version}`,
        sentence: `Thư Chủ tịch: «${mailState}»`,
        truth: `đến ${limit} thư chưa tới ${address || '(địa chỉ trống)'}, Công an xã không được báo vì sao`,
      },
    ];
  });
}

function nothingTwice({ mails }: Evidence): Finding[] {
  const seen = new Map<string, string>();
  const reminded = new Map<string, string>();
  return mails.flatMap((mail): Finding[] => {
    const key = keyOf(mail);
    if (isTrial(mail) || key.kind === 'other') return [];
    const isAgain = mail.subject.includes('(gửi lại)');
    const day = mail.at.slice(0, 10);
    const at = mail.at.slice(0, 16);
    const found: Finding[] = [];
    for (const person of [...mail.to, ...mail.cc, ...mail.bcc]) {
      const same = `${key.text} ${person} ${key.kind === 'reminder' && !mail.to.includes(person) ? 'cc' : ''}`;
      const earlier = seen.get(same);
      if (earlier !== undefined && !isAgain)
        found.push({
          rule: 'twice',
          at,
          where: person,
          sentence: mail.subject,
          truth: `đã gửi lúc ${earlier} (${key.text})`,
        });
      seen.set(same, at);
      if (key.kind !== 'reminder' || !mail.to.includes(person)) continue;
      const today = reminded.get(`${day} ${person}`);
      if (today !== undefined && !isAgain && earlier === undefined)
        found.push({ rule: 'twice', at, where: person, sentence: mail.subject, truth: `hôm nay đã nhắc lúc ${today}` });
      reminded.set(`${day} ${person}`, at);
    }
    return found;
  });
}

const KEPT = [
  'Tình trạng',
  'Tiến độ',
  'Kết quả trong kỳ',
  'Ngày hoàn thành',
  'Minh chứng',
  'Khó khăn, vướng mắc',
  'Đề xuất, kiến nghị',
];

/** What was typed and taken stands as it was typed. */
function entriesStand({ looks, world, scenario }: Evidence): Finding[] {
  const last = looks[looks.length - 1];
  const [headings = [], ...rows] = last?.tabs['Nhiệm vụ'] ?? [];
  const code = headings.indexOf('Mã');
  // What was typed on the day on which somebody deleted the row is in no backup yet.
  const lost = (code: string) =>
    scenario.steps.some(
      ({ at, deleteRow }) =>
        deleteRow?.row === code &&
        world.typed.some((one) => one.row === code && one.at.slice(0, 10) === at.slice(0, 10) && one.at <= at),
    );
  return TASKS.flatMap((task) => {
    const row = rows.find((one) => one[code] === task.code);
    return KEPT.flatMap((column): Finding[] => {
      const typed = world.cell(task.code, column, last?.at ?? '');
      const stands = row?.[headings.indexOf(column)] ?? '';
      if (typed === stands || typed.startsWith('=') || lost(task.code)) return [];
      const day = readDay(typed);
      if (day !== undefined && readDay(stands) === day) return [];
      if (column === 'Tiến độ' && stands.replace('%', '') === typed.replace('%', '').trim()) return [];
      return [
        {
          rule: 'changed-entry',
          at: last?.at ?? '',
          where: `${task.code}, ${column}`,
          sentence: `«${stands}»`,
          truth: `đã gõ «${typed}»`,
        },
      ];
    });
  });
}

function promisesKept(evidence: Evidence): Finding[] {
  const { said, mails, scenario, world } = evidence;
  return said.flatMap((one): Finding[] => {
    const at = one.at.slice(0, 16);
    const text = [...one.dialogs.map((dialog) => dialog.text), ...one.words].join('\n');
    const found = (sentence: string, truth: string): Finding => ({
      rule: 'promise',
      at,
      where: `${one.as} ${one.deed}`,
      sentence,
      truth,
    });
    const [promise] = /[^.\n]*gửi thư cho Chủ tịch trong khoảng 10 phút[^.\n]*/u.exec(text) ?? [];
    if (promise !== undefined) {
      const limit = addMinutes(at, 60);
      // A trouble nobody could know of is no broken promise; a clock that has not run today could be known.
      const unknowable = faultsOf(scenario.steps, ANY_CALL).some(
        ({ call, from, until }) =>
          from < limit && until > at && !(call === 'clock' && from < `${at.slice(0, 10)}T00:00`),
      );
      const came = mails.some(
        (mail) =>
          isOfChairman(mail, chairmanAt(evidence, at)) && mail.at.slice(0, 16) >= at && mail.at.slice(0, 16) <= limit,
      );
      if (!came && !unknowable && limit <= scenario.to)
        return [found(promise.trim(), `đến ${limit} không có thư nào tới Chủ tịch`)];
    }
    const [tomorrow] = /[^.\n]*gửi tiếp ngày mai[^.\n]*/u.exec(text) ?? [];
    if (tomorrow !== undefined) {
      const next = addDays(at, 1);
      const left = mails.some((mail) => mail.at.startsWith(next) && keyOf(mail).kind !== 'other');
      if (!left && next < scenario.to && world.openMonth(at) === world.openMonth(`${next}T12:00`))
        return [found(tomorrow.trim(), `ngày ${next} không gửi thư nào`)];
    }
    return [];
  });
}

/** A clock that goes on failing is told within a day. */
function failuresTold(evidence: Evidence): Finding[] {
  const failed = evidence.said.filter(({ deed, outcome }) => deed === 'clock' && outcome === 'failed');
  let told = '';
  return failed.flatMap((one): Finding[] => {
    const at = one.at.slice(0, 16);
    const until = addMinutes(at, 24 * 60);
    // One finding a day is enough.
    if (at < told) return [];
    const goesOn = failed.some(
      (other) => other.at.slice(0, 16) >= addMinutes(at, 50) && other.at.slice(0, 16) <= until,
    );
    if (!goesOn || until > evidence.scenario.to || toldBetween(evidence, at, until)) return [];
    told = until;
    return [
      {
        rule: 'silent-failure',
        at,
        where: 'clock',
        sentence: one.words.join('; ').slice(0, 200),
        truth: `đến ${until} không ai được báo`,
      },
    ];
  });
}

/** CAX is warned before bản 0, on a working day (product changes A.12). */
function warnedBefore({ versions, mails, scenario, world }: Evidence): Finding[] {
  return versions.flatMap(({ month, version, closedAt }): Finding[] => {
    if (version !== 0 || scenario.from > `${month}-10`) return [];
    const holidays = world.holidays(closedAt);
    const warned = mails.some((mail) => {
      const at = mail.at.slice(0, 16);
      return (
        at < closedAt &&
        at >= `${month}-08` &&
        isWorkingDay(at, holidays) &&
        keyOf(mail).kind === 'digest' &&
        keyOf(mail).month === month &&
        /Trước \d+ giờ|tự lập bản|chưa được chốt/u.test(`${mail.subject}\n${mail.body}`)
      );
    });
    const troubled = faultsOf(scenario.steps, ANY_CALL).some(
      ({ from, until }) => from < closedAt && until > `${month}-09`,
    );
    return warned || troubled
      ? []
      : [
          {
            rule: 'unwarned',
            at: closedAt,
            where: `${month} bản 0`,
            sentence: 'bản 0 tự lập',
            truth: 'Công an xã không được báo trước vào một ngày làm việc',
          },
        ];
  });
}

interface Odd {
  readonly code: string;
  readonly kind: keyof typeof KINDS;
}
const KINDS = {
  'hạn điều chỉnh lạ': /\d+ (?:chỗ|dòng|nhiệm vụ|hạn)[^\n]*(?:[Hh]ạn điều chỉnh|gia hạn)/u,
  'công thức': /\d+ (?:chỗ|dòng|nhiệm vụ|ô)[^\n]*công thức/u,
  'tạm dừng, minh chứng không nói gì': /\d+ (?:chỗ|dòng|nhiệm vụ)[^\n]*[Tt]ạm dừng/u,
};

/** Odd entries are named in the closing dialog (product changes A.10, A.11). */
function oddNamed({ said, world }: Evidence): Finding[] {
  return said.flatMap((one): Finding[] => {
    const text = one.dialogs.map((dialog) => dialog.text).join('\n');
    if (one.deed !== 'click' || !/Số liệu đến hết ngày/u.test(text)) return [];
    const at = one.at.slice(0, 16);
    const odd = TASKS.flatMap(({ code, due }): Odd[] => {
      const extension = readDay(world.cell(code, 'Hạn điều chỉnh', at));
      const wild = extension !== undefined && due !== '' && (extension < due || extension > addDays(due, 366));
      const formula = KEPT.some((column) => world.cell(code, column, at).startsWith('='));
      const pause =
        world.cell(code, 'Tình trạng', at) === 'Tạm dừng' &&
        /^(?:x|\.|-|không|chưa)$/iu.test(world.cell(code, 'Minh chứng', at).trim());
      const kind = wild
        ? 'hạn điều chỉnh lạ'
        : formula
          ? 'công thức'
          : pause
            ? 'tạm dừng, minh chứng không nói gì'
            : undefined;
      return kind === undefined ? [] : [{ code, kind }];
    });
    // A long list is told by its kind and how many; then each need not be named.
    const isNamed = ({ code, kind }: Odd) => text.includes(code) || KINDS[kind].test(text);
    return odd
      .filter((one) => !isNamed(one))
      .map(({ code, kind }) => ({
        rule: 'unnamed',
        at,
        where: 'dialog',
        sentence: text.slice(0, 160),
        truth: `không nêu ${code}: ${kind}`,
      }));
  });
}

/** After the 19th a closed month can still be corrected, or it is said that this is over. */
function doorToCorrection({ said, versions, world }: Evidence): Finding[] {
  return said.flatMap((one): Finding[] => {
    const at = one.at.slice(0, 16);
    if (one.deed !== 'click' || !/^Tổng hợp báo cáo/u.test(one.did?.click ?? '')) return [];
    const last = shiftMonth(world.openMonth(at), -1);
    if (at <= `${last}-20` || at >= `${world.openMonth(at)}-15` || last < world.firstMonth) return [];
    const text = one.dialogs.map(({ text: words, title }) => `${title}\n${words}`).join('\n');
    if (text.includes(periodLabel(last)) || text === '') return [];
    const closed = versions.some(({ month }) => month === last);
    return [
      {
        rule: 'no-door',
        at,
        where: 'dialog',
        sentence: text.slice(0, 160),
        truth: `${periodLabel(last)} ${closed ? 'không đính chính được ở đây, không nói vì sao' : 'chưa chốt, không được nhắc tới'}`,
      },
    ];
  });
}

/** Who is named as not having answered out of turn was asked by a mail that left (product changes A.9). */
function askedOutOfTurn({ mails }: Evidence): Finding[] {
  return mails.flatMap((mail): Finding[] => {
    const told = unanswered(mail);
    if (!told) return [];
    const { id, names } = told;
    const wasAskedFor = (name: string) =>
      mails.some(
        (one) =>
          one.at < mail.at && one.to.includes(accountOf(unitNamed(name) ?? '')) && keyOf(one).text.startsWith(id),
      );
    return names
      .filter((name) => !wasAskedFor(name))
      .map((name) => ({
        rule: 'not-asked',
        at: mail.at.slice(0, 16),
        where: `${id} → ${mail.to.join(', ')}`,
        sentence: mail.subject,
        truth: `${name} chưa được gửi yêu cầu`,
      }));
  });
}
