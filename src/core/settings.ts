// Settings: what «Cấu hình» holds, as one value. Names and recipients are data, because agencies are renamed and merged;
// a setting nobody can read falls back to the plan's own and is named in a finding.
import type { Day } from './calendar.ts';
import { type Cell, dayIn, isEmpty, isWord, textOf } from './cell.ts';
import { readPhrases } from './content.ts';
import type { Finding } from './finding.ts';
import { type Period, type PeriodRules, PLAN_RULES, readPeriodLabel } from './period.ts';
import { holidaysOf } from './public-holidays.ts';
import { areSoundDays, type RuleDays, readRuleRecord } from './rule-record.ts';
import { tidy } from './text.ts';

export interface Settings {
  readonly commune: string;
  readonly district: string;
  readonly planNumber: string;
  readonly planDate: Day | undefined;
  readonly planYear: number;
  readonly issuingBody: string;
  readonly standingBody: string;
  readonly superiorBodies: readonly string[];
  /** Plans of the levels above that a report cites. */
  readonly grounds: readonly string[];
  readonly chairmanTitle: string;
  readonly chairmanName: string;
  readonly standingTitle: string;
  readonly standingName: string;
  /** Lower case, trimmed. */
  readonly policeAccounts: readonly string[];
  readonly installingAccount: string;
  readonly chairmanEmail: string;
  /** At most MOST_COPIES; each once. */
  readonly copies: readonly string[];
  /** What stands among the copies and gets none, each with the reason in words. */
  readonly leftOutCopies: readonly string[];
  /** As recorded; as typed where the sheet has no record yet. */
  readonly rules: PeriodRules;
  /** As typed, to count from the next period; undefined where they cannot be used. */
  readonly typedDays: RuleDays | undefined;
  /** The record as it stands; undefined where it cannot be read. */
  readonly ruleRecord: string | undefined;
  readonly warningDays: number;
  /** Hour of the day (0–23) at which reminders leave. */
  readonly sendingHour: number;
  readonly holidays: readonly Day[];
  /** «Ngày tính»: moves the live view only. */
  readonly asOf: Day | undefined;
  readonly followUntil: Day | undefined;
  readonly automaticSending: boolean;
  /** CAX's own phrases that say nothing, folded (product A.5). */
  readonly phrases: readonly string[];
  readonly firstPeriod: Period | undefined;
  readonly recipients: readonly string[];
  /** The id the file had when it was set up: a copy has another, and never sends. */
  readonly fileId: string;
  /** The script whose clock serves the file; empty in sheets of before it was written down: any. */
  readonly scriptId: string;
}

/** Google takes 50 recipients a message, and 100 a day: the units must be written to as well (product A.7). */
export const MOST_COPIES = 40;

/** Rows of «Cấu hình» by their hidden key. */
export type SettingCells = ReadonlyMap<string, Cell>;

const COPIES = 'E-mail nhận bản sao';

/** The value of the settings and what could not be read. */
export function readSettings(cells: SettingCells, planYear: number): { settings: Settings; findings: Finding[] } {
  const findings: Finding[] = [];
  const unread = (label: string, wanted: string, used = 'giá trị mặc định') =>
    findings.push({
      column: label,
      weight: 'block',
      text: `Cấu hình «${label}» phải là ${wanted}; đang dùng ${used}.`,
    });
  const text = (key: string) => tidy(textOf(cells.get(key) ?? null));
  const number = (key: string, label: string, fallback: number, min: number, max: number): number => {
    const cell = cells.get(key) ?? null;
    if (typeof cell === 'number' && Number.isInteger(cell) && cell >= min && cell <= max) return cell;
    if (!isEmpty(cell)) unread(label, `số nguyên từ ${min} đến ${max}`);
    return fallback;
  };
  const day = (key: string, label: string): Day | undefined => {
    const cell = cells.get(key) ?? null;
    if (!isEmpty(cell) && dayIn(cell) === undefined) unread(label, 'ngày, gõ dạng 15/05/2024');
    return dayIn(cell);
  };
  const addresses = (key: string, label: string): string[] => {
    const all = linesOf(key);
    for (const address of all.filter((line) => !isAddress(line))) {
      const text = `Cấu hình «${label}»: «${address}» không phải địa chỉ e-mail nên không dùng được.`;
      findings.push({ column: label, weight: 'block', text });
    }
    return all.filter(isAddress);
  };
  const linesOf = (key: string) => readLines(textOf(cells.get(key) ?? null)).map((line) => line.toLowerCase());
  const copies = [...new Set(addresses('copies', COPIES))];
  const tooMany = copies.slice(MOST_COPIES);
  if (tooMany.length > 0) {
    const text = `Cấu hình «${COPIES}»: ghi ${copies.length} địa chỉ, chỉ ${MOST_COPIES} địa chỉ đầu được gửi (Google nhận tối đa 50 người nhận một thư).`;
    findings.push({ column: COPIES, weight: 'block', text });
  }
  const year = number('planYear', 'Năm kế hoạch', planYear, 2000, 2100);
  const recorded = readRuleRecord(text('ruleRecord'));
  const usual = recorded ?? PLAN_RULES;
  const typed = {
    deadlineDay: number('deadlineDay', 'Ngày chốt số liệu', usual.deadlineDay, 2, 25),
    graceDay: number('graceDay', 'Ngày cuối được chốt', usual.graceDay, 3, 28),
  };
  const typedDays = areSoundDays(typed) ? typed : undefined;
  if (!typedDays) {
    const used = `ngày ${usual.deadlineDay} và ngày ${usual.graceDay}`;
    unread('Ngày cuối được chốt', `ngày sau ngày ${typed.deadlineDay}`, used);
  }
  const settings: Settings = {
    commune: text('commune'),
    district: text('district'),
    planNumber: text('planNumber'),
    planDate: day('planDate', 'Ngày ban hành kế hoạch'),
    planYear: year,
    issuingBody: text('issuingBody'),
    standingBody: text('standingBody'),
    superiorBodies: readLines(textOf(cells.get('superiorBodies') ?? null)),
    grounds: readLines(textOf(cells.get('grounds') ?? null)),
    chairmanTitle: text('chairmanTitle'),
    chairmanName: text('chairmanName'),
    standingTitle: text('standingTitle'),
    standingName: text('standingName'),
    policeAccounts: addresses('policeAccounts', 'Tài khoản Công an xã'),
    installingAccount: addresses('installingAccount', 'Tài khoản cài đặt')[0] ?? '',
    chairmanEmail: addresses('chairmanEmail', 'E-mail Chủ tịch')[0] ?? '',
    copies: copies.slice(0, MOST_COPIES),
    leftOutCopies: [
      ...linesOf('copies').flatMap((line) => (isAddress(line) ? [] : [`${line} (không phải địa chỉ e-mail)`])),
      ...tooMany.map((address) => `${address} (quá ${MOST_COPIES} địa chỉ)`),
    ],
    rules: recorded ?? typedDays ?? PLAN_RULES,
    typedDays,
    ruleRecord: recorded && text('ruleRecord'),
    warningDays: number('warningDays', 'Số ngày cảnh báo sắp đến hạn', 48, 0, 366),
    sendingHour: number('sendingHour', 'Giờ gửi thư', 7, 0, 23),
    holidays: holidaysOf(text('holidays'), year, (part) =>
      unread(
        'Ngày nghỉ',
        `ngày dạng 30/04/2024 hoặc 13/06–22/06/2024, ngăn bằng dấu chấm phẩy (đang ghi «${part.slice(0, 40)}»)`,
      ),
    ),
    asOf: day('asOf', 'Ngày tính'),
    followUntil: day('followUntil', 'Theo dõi đến'),
    automaticSending: cells.get('automaticSending') === true,
    phrases: readPhrases(cells.get('phrases') ?? null),
    firstPeriod: readPeriodLabel(text('firstPeriod')),
    recipients: readLines(textOf(cells.get('recipients') ?? null)),
    fileId: text('fileId'),
    scriptId: text('scriptId'),
  };
  return { settings, findings };
}

/** Lines of a cell that lists several things: line feeds, semicolons. */
function readLines(text: string): string[] {
  return text
    .split(/[\n;]/u)
    .map((line) => tidy(line.replace(/^\s*-\s+/u, '')))
    .filter((line) => line !== '');
}

/** Accounts of a cell: commas and spaces separate too. Lower case, because Google compares addresses so. */
export function readAccounts(cell: Cell): { accounts: string[]; unread: string[] } {
  const all = textOf(cell)
    .split(/[\s;,]+/u)
    .map((line) => tidy(line).toLowerCase())
    .filter((line) => line !== '');
  return { accounts: all.filter(isAddress), unread: all.filter((line) => !isAddress(line)) };
}

/** A plain address: what Google accepts as an account; no names, no quotes, no dot beside another or at an end. */
function isAddress(text: string): boolean {
  return /^[a-z0-9_%+'-]+(?:\.[a-z0-9_%+'-]+)*@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/iu.test(
    text,
  );
}

/** True where an account is one of a list; Google ignores case. */
export function isOneOf(account: string, accounts: readonly string[]): boolean {
  return accounts.some((other) => isWord(other, account));
}
