// Settings: what «Cấu hình» holds, as one value. Names and recipients are data, because agencies are renamed and merged;
// a setting nobody can read falls back to the plan's own and is named in a finding.
import { readAddresses } from './addresses.ts';
import { type Day, dayOf } from './calendar.ts';
import { type Cell, dayIn, isEmpty, textOf } from './cell.ts';
import { named, quoted } from './check/quoted.ts';
import { saidOf } from './check/texts.ts';
import { PHRASES_READ, readPhrases } from './content.ts';
import type { Finding } from './finding.ts';
import { type Period, type PeriodRules, PLAN_RULES, readPeriodLabel } from './period.ts';
import { holidaysOf } from './public-holidays.ts';
import { typedText } from './report/typed-text.ts';
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
  /** Each once. */
  readonly copies: readonly string[];
  /** What is among the copies and gets none, each with the reason in words. */
  readonly leftOutCopies: readonly string[];
  /** As recorded; as typed where the sheet has no record yet. */
  readonly rules: PeriodRules;
  /** As typed, to count from the next period; undefined where they cannot be used. */
  readonly typedDays: RuleDays | undefined;
  /** The record as it is; undefined where it cannot be read. */
  readonly ruleRecord: string | undefined;
  readonly warningDays: number;
  /** Hour of the day (0–23) at which reminders leave. */
  readonly sendingHour: number;
  readonly holidays: readonly Day[];
  /** «Ngày tính»: moves the live view only. */
  readonly asOf: Day | undefined;
  readonly followUntil: Day | undefined;
  readonly automaticSending: boolean;
  /** CAX's own phrases that say nothing, folded (rule 3.8). */
  readonly phrases: readonly string[];
  readonly firstPeriod: Period | undefined;
  readonly recipients: readonly string[];
  /** The id the file had when it was set up: a copy has another, and never sends. */
  readonly fileId: string;
  /** The script whose clock serves the file; empty in sheets of before it was written down: any. */
  readonly scriptId: string;
}

/** Rows of «Cấu hình» by their hidden key. */
export type SettingCells = ReadonlyMap<string, Cell>;

/** What «Cấu hình» calls each row. */
export const SETTING_LABELS = {
  commune: 'Tên xã',
  district: 'Cấp trên trực tiếp',
  planNumber: 'Số kế hoạch',
  planDate: 'Ngày ban hành kế hoạch',
  planYear: 'Năm kế hoạch',
  issuingBody: 'Cơ quan ban hành',
  standingBody: 'Thường trực Tổ công tác',
  superiorBodies: 'Kính gửi (cấp trên)',
  grounds: 'Căn cứ',
  chairmanTitle: 'Chức danh người ký',
  chairmanName: 'Họ tên người ký',
  standingTitle: 'Chức danh ký bản nội bộ',
  standingName: 'Họ tên ký bản nội bộ',
  policeAccounts: 'Tài khoản Công an xã',
  installingAccount: 'Tài khoản cài đặt',
  chairmanEmail: 'E-mail Chủ tịch',
  copies: 'E-mail nhận bản sao',
  deadlineDay: 'Ngày chốt số liệu',
  graceDay: 'Ngày cuối được chốt',
  ruleRecord: 'Ngày chốt đang áp dụng',
  warningDays: 'Số ngày cảnh báo sắp đến hạn',
  sendingHour: 'Giờ gửi thư',
  holidays: 'Ngày nghỉ',
  asOf: 'Ngày tính',
  followUntil: 'Theo dõi đến',
  automaticSending: 'Tự động gửi',
  firstPeriod: 'Kỳ báo cáo đầu tiên',
  phrases: 'Câu không có nội dung',
  recipients: 'Nơi nhận',
  fileId: 'Mã tệp',
  scriptId: 'Mã tập lệnh',
  schema: 'Phiên bản mẫu bảng',
} as const;
export type SettingKey = keyof typeof SETTING_LABELS;

/** Days outside of these are numbers that were typed into a cell of dates. */
export const FIRST_DAY = dayOf(2000, 1, 1);
export const LAST_DAY = dayOf(2100, 12, 31);

/** What «Lưu ý» says at the row of a value that is not used. */
export const SETTING_NOTES = {
  formula: 'Có công thức, không dùng được: gõ lại',
  address: 'Địa chỉ chưa đúng, hoặc quá số địa chỉ được ghi',
  number: 'Phải là số hoặc ngày, đang dùng giá trị mặc định',
  long: 'Dài quá, không dùng được: ghi ngắn lại',
} as const;

/** The usual «Số ngày cảnh báo»: a deadline at the end of a month then stands in two monthly mails. */
export const WARNING_DAYS = 48;

/** Characters of a name, and of a cell that lists several things: what mails, documents and the script's store have room for. */
export const LONGEST_SETTING = 200;
export const LONGEST_LIST = 5000;

interface ReadingAids {
  /** Rows whose value is a formula: it counts as nothing, and is named. */
  readonly formulas?: ReadonlySet<string>;
  /** The plan's own words, which serve where a cell cannot be used. */
  readonly usual?: Readonly<Record<string, Cell>>;
}

/** The value of the settings and what could not be read. Never throws, whatever the cells hold. */
export function readSettings(
  cells: SettingCells,
  planYear: number,
  { formulas, usual = {} }: ReadingAids = {},
): { settings: Settings; findings: Finding[] } {
  const findings: Finding[] = [];
  const say = (key: SettingKey, words: string) => {
    const column = SETTING_LABELS[key];
    findings.push({ column, weight: 'block', text: `Cấu hình «${column}»${words}.` });
  };
  const unread = (key: SettingKey, wanted: string, used = 'giá trị mặc định') =>
    say(key, ` phải là ${wanted}; đang dùng ${used}`);
  for (const key of Object.keys(SETTING_LABELS) as SettingKey[]) {
    if (formulas?.has(key)) say(key, ' có công thức nên không dùng được: gõ lại bằng chữ, số hoặc ngày');
  }
  /** The cell, or the plan's own words where it holds a formula or more than there is room for. */
  const typed = (key: SettingKey, longest: number): string => {
    const given = textOf(cells.get(key) ?? null);
    if (given.length <= longest && !formulas?.has(key)) return given;
    const own = textOf(usual[key] ?? null);
    if (given.length > longest) {
      const used = own === '' ? 'để trống' : `«${quoted(own)}»`;
      say(key, ` dài ${given.length} ký tự, nhiều nhất ${longest}; đang dùng ${used}`);
    }
    return own;
  };
  const text = (key: SettingKey) => tidy(typed(key, LONGEST_SETTING));
  /** As mails and documents show it: what must not be there is named, a number of a person masked, old fonts read. */
  const shown = (key: SettingKey, longest: number): string => {
    const own = typed(key, longest);
    const place = `Cấu hình «${SETTING_LABELS[key]}»`;
    findings.push(
      ...saidOf(own).map((said) => ({ column: SETTING_LABELS[key], ...said, text: `${place}: ${said.text}` })),
    );
    return typedText(own) ?? '';
  };
  const words = (key: SettingKey) => tidy(shown(key, LONGEST_SETTING));
  const list = (key: SettingKey) => readLines(shown(key, LONGEST_LIST));
  const number = (key: SettingKey, fallback: number, min: number, max: number): number => {
    const cell = cells.get(key) ?? null;
    if (typeof cell === 'number' && Number.isInteger(cell) && cell >= min && cell <= max) return cell;
    if (!isEmpty(cell)) unread(key, `số nguyên từ ${min} đến ${max}`);
    return fallback;
  };
  const day = (key: SettingKey): Day | undefined => {
    const cell = cells.get(key) ?? null;
    const read = dayIn(cell);
    if (read !== undefined && read >= FIRST_DAY && read <= LAST_DAY) return read;
    if (!isEmpty(cell)) unread(key, 'ngày, gõ dạng 15/05/2024');
    return undefined;
  };
  const addresses = (key: SettingKey) => {
    const read = readAddresses(formulas?.has(key) ? null : (cells.get(key) ?? null));
    const left = named(read.unread.map(({ text: words, why }) => `«${quoted(words)}» ${why}`));
    if (left.length > 0) say(key, `: ${left.join('; ')} nên không dùng được`);
    return read;
  };
  const address = (key: SettingKey): string => {
    const read = addresses(key);
    const [only = '', ...more] = read.addresses;
    if (more.length > 0) say(key, ` ghi ${read.addresses.length} địa chỉ, chỉ được ghi một; chưa dùng địa chỉ nào`);
    return more.length > 0 || read.unread.length > 0 ? '' : only;
  };
  const period = (key: SettingKey): Period | undefined => {
    const words = text(key);
    const read = readPeriodLabel(words);
    if (!read && words !== '') say(key, ' phải là kỳ, dạng Kỳ 05/2024; không biết kỳ đầu tiên là kỳ nào');
    return read;
  };
  const copies = addresses('copies');
  const year = number('planYear', planYear, 2000, 2100);
  const record = tidy(typed('ruleRecord', LONGEST_LIST));
  const recorded = readRuleRecord(record);
  const fallback = recorded ?? PLAN_RULES;
  const days = {
    deadlineDay: number('deadlineDay', fallback.deadlineDay, 2, 25),
    graceDay: number('graceDay', fallback.graceDay, 3, 28),
  };
  const typedDays = areSoundDays(days) ? days : undefined;
  if (!typedDays) {
    const used = `ngày ${fallback.deadlineDay} và ngày ${fallback.graceDay}`;
    unread('graceDay', `ngày sau ngày ${days.deadlineDay}`, used);
  }
  const strange: string[] = [];
  const holidays = holidaysOf(tidy(typed('holidays', LONGEST_LIST)), year, (part) => strange.push(`«${quoted(part)}»`));
  if (strange.length > 0) {
    const said = named(strange).join(', ');
    unread('holidays', `ngày dạng 30/04/2024 hoặc 13/06–22/06/2024, ngăn bằng dấu chấm phẩy (đang ghi ${said})`);
  }
  const settings: Settings = {
    commune: words('commune'),
    district: words('district'),
    planNumber: words('planNumber'),
    planDate: day('planDate'),
    planYear: year,
    issuingBody: words('issuingBody'),
    standingBody: words('standingBody'),
    superiorBodies: list('superiorBodies'),
    grounds: list('grounds'),
    chairmanTitle: words('chairmanTitle'),
    chairmanName: words('chairmanName'),
    standingTitle: words('standingTitle'),
    standingName: words('standingName'),
    policeAccounts: addresses('policeAccounts').addresses,
    installingAccount: address('installingAccount'),
    chairmanEmail: address('chairmanEmail'),
    copies: copies.addresses,
    leftOutCopies: named(copies.unread.map(({ text: words, why }) => `${quoted(words)} (${why})`)),
    rules: recorded ?? typedDays ?? PLAN_RULES,
    typedDays,
    ruleRecord: recorded && record,
    warningDays: number('warningDays', WARNING_DAYS, 0, 366),
    sendingHour: number('sendingHour', 7, 0, 23),
    holidays,
    asOf: day('asOf'),
    followUntil: day('followUntil'),
    automaticSending: cells.get('automaticSending') === true,
    phrases: readPhrases(typed('phrases', PHRASES_READ)),
    firstPeriod: period('firstPeriod'),
    recipients: list('recipients'),
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
