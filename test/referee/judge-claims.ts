import { addDays, dayNumber, monthNumber, monthOf, shiftMonth, showDay } from './days.ts';
import type { Finding, Rule } from './finding.ts';
import {
  figuresOf,
  nameOf,
  type Range,
  type RowTruth,
  saysSomething,
  type Truth,
  type UnitTruth,
  unitOf,
} from './model.ts';
import { type Claim, keyOf, unitNamed } from './reading.ts';
import type { Evidence } from './referee.ts';
import { faultsOf } from './troubles.ts';

const within = (value: number, { least, most }: Range) => value >= least && value <= most;
const show = ({ least, most }: Range) => (least === most ? String(least) : `${least}–${most}`);

/** Whether a unit was asked for the month before that moment: by a mail that left, or by hand, as CAX wrote down (rule 6.13). */
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

export function judgeClaim(claim: Claim, evidence: Evidence): Finding[] {
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
      const is = {
        silent: isSilent,
        partly: isPartly,
        // Asked before accused: who was not asked is late by the calendar, and in no reproach.
        late: (unit: UnitTruth) => isLate(unit) && asked(unit.unit),
        afterwards: (unit: UnitTruth) => isLate(unit) && !asked(unit.unit),
        inTime: ({ isFull, isInTime }: UnitTruth) => isFull && isInTime,
      }[said.what];
      const named = said.names.map((name) => ({ name, unit: unitOfName(name) }));
      const wrong = named.flatMap(({ name, unit }) => {
        if (!unit) return [finding(`«${name}» không phải đơn vị nợ dòng nào`)];
        if (said.what === 'late' && isLate(unit) && !asked(unit.unit))
          return [finding(`${name} chưa được nhắc kỳ này`, 'not-asked')];
        if (!isUnsureUnit(unit) && !is(unit)) return [finding(`${name}: ${describe(unit)}`)];
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
    paused: (row) => row.isPaused,
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
  const complete =
    is &&
    said.what !== 'unassigned' &&
    said.what !== 'paused' &&
    said.count !== -1 &&
    rows.filter(is).length !== said.count;
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
    const silent = /(?:không|chưa) báo cáo (\d+) kỳ/u.exec(reason)?.[1];
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
/** «Chưa thực hiện» is printed only where a unit chose it, or a word that counts as it (rule 3.7). */
const isNotStarted =
  (asOf: string) =>
  (row: RowTruth): boolean =>
    row.due !== '' &&
    !row.isFinished &&
    !row.isPaused &&
    !['', 'Đang thực hiện', 'Hoàn thành'].includes(row.state) &&
    (row.counts || asOf <= row.due);
