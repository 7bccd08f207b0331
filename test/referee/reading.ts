// What mails, documents, dialogs, the ledger and the board say, as claims that can be judged. Every pattern of words stands in this file:
// where a wording changes, it changes here. A reader that reads nothing proves nothing, so sections it expects are counted.
import { strFromU8, unzipSync } from 'fflate';
import type { Mail } from '../../src/host/state.ts';
import { unitOf } from './model.ts';

/** Where a sentence stands. */
export interface Place {
  /** `mail`, `document`, `dialog`, `ledger`, `board`, `zalo`, `digest`, `reminder`. */
  readonly source: string;
  readonly at: string;
  /** `2024-05`; '' where it is about none. */
  readonly month: string;
  /** Of a closed version; undefined where it is about the moment. */
  readonly version?: number;
  readonly to: readonly string[];
}

export type Said =
  | { readonly kind: 'number'; readonly thing: string; readonly value: string }
  | { readonly kind: 'before'; readonly thing: string; readonly month: string; readonly value: string }
  | {
      readonly kind: 'units';
      readonly what: UnitWord;
      readonly count: number;
      readonly names: readonly string[];
      readonly isCut: boolean;
    }
  | { readonly kind: 'silentPeriods'; readonly name: string; readonly n: number }
  | { readonly kind: 'partly'; readonly name: string; readonly reported: number; readonly owed: number }
  | {
      readonly kind: 'overdueRow' | 'dueSoonRow';
      readonly code: string;
      readonly days: number;
      readonly detail: string;
    }
  | {
      readonly kind: 'rows';
      readonly what: RowWord;
      readonly codes: readonly string[];
      readonly count: number;
      readonly isCut: boolean;
    }
  | {
      readonly kind: 'missing';
      readonly name: string;
      readonly missing: number;
      readonly owed: number;
      readonly codes: readonly string[];
    }
  | { readonly kind: 'thanks'; readonly what: 'onSchedule' | 'allInTime' | 'allReported' | 'noneOverdue' }
  | { readonly kind: 'praise' | 'blame'; readonly name: string; readonly reason: string }
  | { readonly kind: 'window'; readonly from: string; readonly to: string }
  | { readonly kind: 'sentence'; readonly what: 'foreignProtection' | 'clockStood' | 'thisPeriod' | 'unexplained' };

/** `afterwards`: after the last day, by a unit nobody is known to have asked; `inTime`: all of it in time. */
export type UnitWord = 'silent' | 'partly' | 'late' | 'afterwards' | 'inTime';
export type RowWord =
  | 'overdue'
  | 'dueSoon'
  | 'newlyFinished'
  | 'newlyOverdue'
  | 'reopened'
  | 'newDifficulty'
  | 'proposals'
  | 'forwarded'
  | 'unassigned'
  | 'paused'
  | 'missing';

export interface Claim {
  readonly place: Place;
  readonly sentence: string;
  readonly said: Said;
}

const CODE = /(?:[IVX]+\.\d\d)/u;
const CODES = new RegExp(CODE.source, 'gu');
const codesIn = (text: string): string[] => text.match(CODES) ?? [];
const FRACTION = String.raw`(\d+\/\d+)`;

/** Key of a mail: its last line «Mã: 2024-05|v1 · Phần mềm …». */
export interface MailKey {
  readonly kind: 'chairman' | 'reminder' | 'digest' | 'other';
  readonly month: string;
  readonly version?: number;
  readonly unit?: string;
  readonly text: string;
}

export function keyOf(mail: Pick<Mail, 'body'>): MailKey {
  const text = /^Mã: (.*?)(?: · Phần mềm.*)?$/mu.exec(mail.body)?.[1] ?? '';
  const [, month = '', rest = ''] = /^(\d{4}-\d\d)\|(.*)$/u.exec(text) ?? [];
  const version = /^v(\d+)/u.exec(rest)?.[1];
  if (month !== '' && version !== undefined) return { kind: 'chairman', month, version: Number(version), text };
  // The year, closed anew in January, is of no month.
  const ofYear = /^\d{4}[^|]*\|v(\d+)/u.exec(text)?.[1];
  if (month === '' && ofYear !== undefined) return { kind: 'chairman', month: '', text };
  const [, unit] = /^nhắc[^|]*\|(.+)$/u.exec(rest) ?? [];
  if (unit !== undefined) return { kind: 'reminder', month, unit, text };
  if (rest.startsWith('nhắc') || rest.startsWith('cảnh báo')) return { kind: 'digest', month, text };
  return { kind: 'other', month, text };
}

const IS_TRIAL = /\[(?:THỬ|GỬI THỬ|XEM TRƯỚC)[^\]]*\]|thư thử|gửi thử/iu;

export const isTrial = ({ subject, body }: Pick<Mail, 'subject' | 'body'>): boolean =>
  IS_TRIAL.test(subject) || /^.{0,200}(?:gửi thử|thư thử|xem trước)/isu.test(body);

/** Units a report out of turn names as not having answered, to the chairman; the request it is about. */
export function unanswered(mail: Pick<Mail, 'body'>): { id: string; names: string[] } | undefined {
  const { text } = keyOf(mail);
  const [id] = /^ĐX-\d{4}-\d+/u.exec(text) ?? [];
  const [, list] = /Đơn vị chưa trả lời đủ \(\d+\): (.+)/u.exec(mail.body) ?? [];
  return id === undefined || list === undefined ? undefined : { id, names: namesIn(list).names.map(bare) };
}

/** A section: its heading line with a count, and its lines up to the next empty one. */
function sections(text: string): { heading: string; count: number; lines: string[] }[] {
  const found: { heading: string; count: number; lines: string[] }[] = [];
  let open: (typeof found)[number] | undefined;
  for (const line of text.split('\n')) {
    const [, heading, count] = /^(\p{Lu}[\p{Lu}\d ,./–-]+)(?: \((\d+)\))?:?$/u.exec(line) ?? [];
    if (heading !== undefined && heading.length > 5) {
      open = { heading: heading.trim(), count: count === undefined ? -1 : Number(count), lines: [] };
      found.push(open);
    } else if (line.trim() === '') open = undefined;
    else open?.lines.push(line);
  }
  return found;
}

/** A list of names: «CC X (02 kỳ liên tiếp), Ban Y và 03 đơn vị khác». Names hold commas never, but blanks and dashes. */
function namesIn(list: string): { names: string[]; isCut: boolean } {
  const [shown = ''] = list.split(/ và \d+ (?:đơn vị|nhiệm vụ) khác/u);
  const isCut = shown !== list && / và \d+ (?:đơn vị|nhiệm vụ) khác/u.test(list);
  return {
    names: shown
      .replace(/\.\s*$/u, '')
      .split(/, (?![^(]*\))/u)
      .map((name) => name.trim())
      .filter(Boolean),
    isCut,
  };
}
const bare = (name: string): string => name.replace(/\s*\([^)]*\)\s*$/u, '').trim();

const UNIT_LISTS: readonly [UnitWord, RegExp][] = [
  ['silent', /Chưa báo cáo \((\d+)\): (.+)/u],
  ['partly', /Báo cáo một phần \((\d+)\): (.+)/u],
  ['late', /Báo cáo chậm[^(\n]{0,30}\((\d+)\): (.+)/u],
  ['afterwards', /Báo cáo sau hạn[^(\n]{0,40}\((\d+)\): (.+)/u],
];
const ROW_LISTS: readonly [RowWord, RegExp][] = [
  ['newlyFinished', /Mới hoàn thành \((\d+)\): (.+)/u],
  ['newlyOverdue', /Mới quá hạn \((\d+)\): (.+)/u],
  ['reopened', /[Mm]ở lại[^(\n]{0,30}\((\d+)\): (.+)/u],
  ['newDifficulty', /Vướng mắc mới \((\d+)\): (.+)/u],
  ['forwarded', /[Cc]huyển tiếp[^(\n]{0,60}\((\d+)(?:, [^)]*)?\): (.+)/u],
  ['unassigned', /Chưa giao đầu mối \((\d+)\): (.+)/u],
  ['paused', /[Tt]ạm dừng \((\d+)\): (.+)/u],
];

/** What a correction says now of whom the version before said something else: «Bản 1 ghi chưa báo cáo; nay báo cáo đủ, chậm (01): …». */
const CORRECTED = /Bản (?:\d+|tự động) ghi [^;]+; nay ([^(:]+) \((\d+)\): (.+)/u;
const CORRECTED_UNITS: Readonly<Record<string, UnitWord>> = {
  'chưa báo cáo': 'silent',
  'báo cáo một phần': 'partly',
  'báo cáo đủ, chậm': 'late',
  'báo cáo đủ, sau hạn, không rõ đã được nhắc': 'afterwards',
  'báo cáo đủ, đúng hạn': 'inTime',
};

function correctedIn(part: string): [string, Said][] | undefined {
  const [, now = '', count, list = ''] = CORRECTED.exec(part) ?? [];
  if (count === undefined) return undefined;
  const what = CORRECTED_UNITS[now];
  // Only what is told differently; the others are in the lists of the month, and no count says how many there are.
  if (what)
    return [[part, { kind: 'units', what, count: Number(count), names: namesIn(list).names.map(bare), isCut: true }]];
  const overdue = /quá hạn/u.test(now) && !/hoàn thành quá hạn/u.test(now);
  return overdue ? [[part, { kind: 'rows', what: 'overdue', codes: codesIn(list), count: -1, isCut: true }]] : [];
}

/** Sentences that may stand in any text. */
function common(text: string): [string, Said][] {
  const found: [string, Said][] = [];
  for (const line of text.split('\n')) {
    for (const part of line.split(/(?<=\.)\s+(?=\p{Lu})/u)) {
      const corrected = correctedIn(part);
      if (corrected) {
        found.push(...corrected);
        continue;
      }
      for (const [what, pattern] of UNIT_LISTS) {
        const [, count, list] = pattern.exec(part) ?? [];
        if (count === undefined || list === undefined) continue;
        const { names, isCut } = namesIn(list);
        found.push([part, { kind: 'units', what, count: Number(count), names: names.map(bare), isCut }]);
        for (const name of names) {
          const [, n] = /\((\d+) kỳ liên tiếp\)/u.exec(name) ?? [];
          if (n !== undefined) found.push([part, { kind: 'silentPeriods', name: bare(name), n: Number(n) }]);
          const [, reported, owed] = /\((\d+)\/(\d+) nhiệm vụ\)/u.exec(name) ?? [];
          if (reported !== undefined && owed !== undefined)
            found.push([part, { kind: 'partly', name: bare(name), reported: Number(reported), owed: Number(owed) }]);
        }
      }
      for (const [what, pattern] of ROW_LISTS) {
        const [, count, list] = pattern.exec(part) ?? [];
        if (count === undefined || list === undefined) continue;
        const isCut = / và \d+ nhiệm vụ khác/u.test(list);
        found.push([part, { kind: 'rows', what, codes: codesIn(list), count: Number(count), isCut }]);
      }
    }
    const [, from, to] =
      /(?:[Ss]ố liệu|báo cáo|tính) từ(?: ngày)? (\d\d\/\d\d\/\d{4}) đến(?: hết ngày)? (\d\d\/\d\d\/\d{4})/u.exec(
        line,
      ) ?? [];
    if (from && to) found.push([line, { kind: 'window', from, to }]);
    if (/do người khác đặt|người khác tạo/u.test(line))
      found.push([line, { kind: 'sentence', what: 'foreignProtection' }]);
    if (/ngày chốt số liệu (?:hệ thống|máy) không chạy|không chạy trong ngày chốt/u.test(line))
      found.push([line, { kind: 'sentence', what: 'clockStood' }]);
    if (/^(?:.*\. )?Kỳ này chốt được/u.test(line)) found.push([line, { kind: 'sentence', what: 'thisPeriod' }]);
    if (/mọi đơn vị đã báo cáo đủ|Cảm ơn các đơn vị/u.test(line))
      found.push([line, { kind: 'thanks', what: 'allReported' }]);
    // Tasks of the plan speak of «đúng tiến độ» too.
    if (/đạt tiến độ chung|^(?:- )?(?:Đề án 06|Tháng|Sơ kết|Tổng kết).{0,80}đúng tiến độ/u.test(line))
      found.push([line, { kind: 'thanks', what: 'onSchedule' }]);
    if (/100\s?% đơn vị đã báo cáo đúng hạn|[Cc]ác đơn vị đều báo cáo đúng hạn/u.test(line))
      found.push([line, { kind: 'thanks', what: 'allInTime' }]);
    if (/^(?:- )?Không có nhiệm vụ quá hạn\.?$/u.test(line))
      found.push([line, { kind: 'thanks', what: 'noneOverdue' }]);
  }
  return found;
}

/** Figures in running words: thing and pattern; the first group is its value. */
const NUMBERS: readonly [string, RegExp][] = [
  ['K1', new RegExp(`^- Đến hạn đã hoàn thành: ${FRACTION}`, 'mu')],
  ['K1', new RegExp(`Nhiệm vụ đến hạn đã hoàn thành: ${FRACTION}`, 'u')],
  ['K1', new RegExp(`đến hạn đã hoàn thành ${FRACTION}`, 'u')],
  ['K2', new RegExp(`hoàn thành đúng hạn ${FRACTION}`, 'u')],
  ['K3', new RegExp(`Nhiệm vụ có hạn trong năm đã hoàn thành: ${FRACTION}`, 'u')],
  ['K4', new RegExp(`Nhiệm vụ thường xuyên có kết quả trong kỳ: ${FRACTION}`, 'u')],
  ['K5', new RegExp(`Đơn vị đã báo cáo đủ: ${FRACTION}`, 'u')],
  ['K5', new RegExp(`đơn vị báo cáo đủ ${FRACTION}`, 'u')],
  ['K5', new RegExp(`${FRACTION} đơn vị báo cáo đủ`, 'u')],
  ['K6', new RegExp(`Đơn vị báo cáo đúng hạn: ${FRACTION}`, 'u')],
  ['K6', new RegExp(`đơn vị báo cáo đủ .{1,20}?, đúng hạn ${FRACTION}`, 'u')],
  ['K8', new RegExp(`Nhiệm vụ chưa hoàn thành có khó khăn, vướng mắc: ${FRACTION}`, 'u')],
  ['overdue', /^- Nhiệm vụ quá hạn: (\d+)/mu],
  ['overdue', /gồm (?:.*?, )?(\d+) nhiệm vụ quá hạn/u],
  ['overdue', /; quá hạn (\d+)(?: \([^)]*\))?, sắp đến hạn/u],
  ['dueSoon', /^- Sắp đến hạn: (\d+)/mu],
  ['dueSoon', /, sắp đến hạn (\d+) nhiệm vụ;/u],
  ['incomplete', /gồm (?:.*?, )?(\d+) đơn vị chưa báo cáo(?: đủ)?/u],
  ['proposals', /gồm (?:.*?, )?(\d+) việc xin ý kiến/u],
  ['notStarted', /nhiệm vụ có thời hạn: .*?chưa thực hiện (\d+) \(/u],
];
const SUBJECT_NUMBERS: readonly [string, RegExp][] = [
  ['overdue', /(?:: |, )(\d+) quá hạn/u],
  ['incomplete', /(?:: |, )(\d+) (?:đơn vị )?chưa (?:báo cáo|BC)(?: đủ)?/u],
  ['proposals', /(?:: |, )(\d+) (?:việc )?xin ý kiến/u],
  ['K1', new RegExp(`hoàn thành ${FRACTION} đến hạn`, 'u')],
];
const BEFORE: readonly [string, RegExp][] = [
  ['K6', new RegExp(`Đơn vị báo cáo đúng hạn: .*tháng (d+)(?:/d+)?: ${FRACTION}`, 'u')],
  ['overdue', /Nhiệm vụ quá hạn: .*tháng (\d+)(?:\/\d+)?: (\d+)/u],
  ['dueSoon', /Sắp đến hạn: .*tháng (\d+)(?:\/\d+)?: (\d+)/u],
];

const plain = (value: string): string => (value.includes('/') ? value : String(Number(value)));

/** Lines that tell what a number was and what it has become («0/3 → 1/3») are of two versions: left out. */
function numbersIn(whole: string, patterns: readonly [string, RegExp][]): [string, Said][] {
  const text = whole
    .split('\n')
    .filter((line) => !line.includes(' → '))
    .join('\n')
    // What a correction says the figure was.
    .replace(/: [^:;\n]*? sửa thành /gu, ': ');
  return patterns.flatMap(([thing, pattern]): [string, Said][] => {
    const found = pattern.exec(text);
    const value = found?.slice(1).find((group) => group !== undefined);
    return found && value !== undefined ? [[found[0], { kind: 'number', thing, value: plain(value) }]] : [];
  });
}

/** What was read, by section: floors are set on these. */
export type Count = Map<string, number>;
const tally = (count: Count, what: string) => count.set(what, (count.get(what) ?? 0) + 1);

export function readMail(mail: Mail, count: Count): Claim[] {
  const key = keyOf(mail);
  const { month, version } = key;
  const at = mail.at.slice(0, 19);
  const source = { chairman: 'mail', reminder: 'reminder', digest: 'digest', other: 'other' }[key.kind];
  const place: Place = { source, at, month, ...(version !== undefined && { version }), to: [...mail.to, ...mail.cc] };
  tally(count, `mail ${key.kind}`);
  const claims: [string, Said][] = common(mail.body);
  const add = (sentence: string, said: Said) => claims.push([sentence, said]);
  if (key.kind === 'chairman') {
    claims.push(...numbersIn(mail.body, NUMBERS), ...numbersIn(mail.subject, SUBJECT_NUMBERS));
    if (/đúng tiến độ/u.test(mail.subject)) add(mail.subject, { kind: 'thanks', what: 'onSchedule' });
    for (const [thing, pattern] of BEFORE) {
      const [sentence, number, value] = pattern.exec(mail.body) ?? [];
      if (sentence && number && value) {
        const year = Number(month.slice(0, 4)) - (Number(number) > Number(month.slice(5)) ? 1 : 0);
        add(sentence, { kind: 'before', thing, month: `${year}-${number.padStart(2, '0')}`, value: plain(value) });
      }
    }
  }
  const isDigest = key.kind === 'digest';
  for (const section of sections(mail.body)) {
    const rows = section.lines.filter((line) => line.startsWith('- '));
    const codes = rows.flatMap((line) => codesIn(line).slice(0, 1));
    const isCut = section.lines.some((line) => /^\s*và \d+/u.test(line));
    const list = (what: RowWord) =>
      add(`${section.heading} (${section.count})`, { kind: 'rows', what, codes, count: section.count, isCut });
    tally(count, `section ${key.kind}: ${section.heading.replace(/\d+/gu, 'n')}`);
    if (/^QUÁ HẠN/u.test(section.heading) || /^SẮP ĐẾN HẠN/u.test(section.heading)) {
      const isOverdue = section.heading.startsWith('QUÁ');
      list(isOverdue ? 'overdue' : 'dueSoon');
      section.lines.forEach((line, i) => {
        const [code] = line.startsWith('- ') ? codesIn(line) : [];
        if (code === undefined) return;
        const until = section.lines.slice(i + 1).findIndex((next) => next.startsWith('- '));
        const detail = section.lines.slice(i, until === -1 ? undefined : i + 1 + until).join('\n');
        const days = (isOverdue ? /quá (\d+) ngày/u : /còn (\d+) ngày|(hôm nay)/u).exec(detail);
        const n = days?.[2] === undefined ? Number(days?.[1] ?? Number.NaN) : 0;
        add(detail, { kind: isOverdue ? 'overdueRow' : 'dueSoonRow', code, days: n, detail });
      });
    }
    if (/^CHƯA BÁO CÁO/u.test(section.heading) && key.kind === 'reminder') list('missing');
    if (/^VIỆC CẦN ĐỒNG CHÍ/u.test(section.heading)) list('proposals');
    if (/^CHƯA GIAO ĐẦU MỐI/u.test(section.heading)) list('unassigned');
    if (/^ĐƠN VỊ CÒN THIẾU/u.test(section.heading) && isDigest) {
      for (const line of rows) {
        const [, name, missing, owed, rest] = /^- (.+?): (\d+)\/(\d+) nhiệm vụ(.*)$/u.exec(line) ?? [];
        if (name && missing && owed)
          add(line, {
            kind: 'missing',
            name,
            missing: Number(missing),
            owed: Number(owed),
            codes: codesIn(rest ?? ''),
          });
      }
    }
  }
  if (key.kind === 'reminder') {
    const [sentence, missing, owed] = /Còn (\d+) trong (\d+) nhiệm vụ chưa cập nhật/u.exec(mail.body) ?? [];
    const listed = claims.flatMap(([, said]) => (said.kind === 'rows' && said.what === 'missing' ? said.codes : []));
    if (sentence)
      add(sentence, {
        kind: 'missing',
        name: key.unit ?? '',
        missing: Number(missing),
        owed: Number(owed),
        codes: listed,
      });
  }
  if (isDigest) {
    const [sentence, full, whole] = /\((\d+)\/(\d+) đơn vị đã đủ\)/u.exec(mail.body) ?? [];
    if (sentence) add(sentence, { kind: 'number', thing: 'full', value: `${Number(full)}/${Number(whole)}` });
    const zalo = /(\d+)\/(\d+) đơn vị đã báo cáo đủ/u.exec(mail.body);
    if (zalo) add(zalo[0], { kind: 'number', thing: 'full', value: `${Number(zalo[1])}/${Number(zalo[2])}` });
    if (/Chưa chốt|chưa được chốt|Trước \d+ giờ/u.test(mail.subject + mail.body)) tally(count, 'warning');
  }
  return claims.map(([sentence, said]) => ({ place, sentence, said }));
}

/** Paragraphs of a .docx, one a line. */
export function textOfDocument(content: string): string {
  const xml = strFromU8(
    unzipSync(new Uint8Array(Buffer.from(content, 'base64')))['word/document.xml'] ?? new Uint8Array(),
  );
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gsu)]
    .map(([paragraph]) => [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)].map(([, text]) => text).join(''))
    .map((text) =>
      text
        .replace(/&amp;/gu, '&')
        .replace(/&lt;/gu, '<')
        .replace(/&gt;/gu, '>')
        .replace(/&quot;/gu, '"'),
    )
    .filter((text) => text !== '')
    .join('\n');
}

/** What a unit is praised or blamed for. */
const REASON = /^(?:báo cáo đủ|hoàn thành|(?:không|chưa) báo cáo|báo cáo chậm|\d+ nhiệm vụ|.*chưa (?:nêu|giải trình))/u;

/** What fell due, as documents say it: counts in one sentence, judged as the figures they are. */
function dueIn(text: string): [string, Said][] {
  const [sentence, whole, done, all, none, inTime] =
    /^Đến nay có (\d+) nhiệm vụ đến hạn; (?:đã hoàn thành (\d+).*?, (?:(đều)|(không) nhiệm vụ nào|trong đó (\d+)) đúng hạn|chưa hoàn thành nhiệm vụ nào)/mu.exec(
      text,
    ) ?? [];
  if (sentence === undefined || whole === undefined) return [];
  const figure = (thing: string, part: string | undefined): [string, Said] => [
    sentence,
    { kind: 'number', thing, value: `${Number(part ?? 0)}/${Number(whole)}` },
  ];
  return [figure('K1', done), figure('K2', all ? done : none ? '0' : inTime)];
}

export function readDocuments(mail: Mail, count: Count): Claim[] {
  return mail.attachments.flatMap(({ name, content }): Claim[] => {
    const [, month, version] = /- (\d{4}-\d\d) - bản (\d+)\.docx$/u.exec(name) ?? [];
    if (month === undefined || version === undefined) return [];
    const text = textOfDocument(content);
    const place: Place = {
      source: `document «${name}»`,
      at: mail.at.slice(0, 19),
      month,
      version: Number(version),
      to: mail.to,
    };
    tally(count, 'document');
    const claims: [string, Said][] = [...common(text), ...numbersIn(text, NUMBERS), ...dueIn(text)];
    // «25 nhiệm vụ thường xuyên» and «20/26»: what makes 26 is said where it stands.
    const ongoing = /(\d+) nhiệm vụ thường xuyên/u.exec(text)?.[1];
    const [line, , whole] = /^.*Nhiệm vụ thường xuyên có kết quả trong kỳ: (\d+)\/(\d+).*$/mu.exec(text) ?? [];
    if (
      line &&
      ongoing &&
      Number(whole) !== Number(ongoing) &&
      !/không kể \d+ đang tạm dừng/u.test(line) &&
      !/tiếp tục|duy trì|gồm|trong đó|sau khi hoàn thành/u.test(line)
    )
      claims.push([`${ongoing} nhiệm vụ thường xuyên; ${line}`, { kind: 'sentence', what: 'unexplained' }]);
    if (/biểu dương|BIỂU DƯƠNG/iu.test(text)) tally(count, 'commendation');
    let part: 'praise' | 'blame' | undefined;
    for (const line of text.split('\n')) {
      if (/^\d\. Biểu dương/u.test(line)) part = 'praise';
      else if (/^\d\. Chấn chỉnh/u.test(line)) part = 'blame';
      else if (/^[IVX]+\. |^Tập thể, cá nhân khác/u.test(line)) part = undefined;
      else if (part) {
        const [, name, reasons] = /^(?:[-–•] ?)?([^:]+): (.+)$/u.exec(line) ?? [];
        if (name === undefined || reasons === undefined || /^(?:Chưa có|Không có)/u.test(line)) continue;
        for (const reason of reasons.split('; ').filter((one) => REASON.test(one)))
          claims.push([line, { kind: part, name, reason }]);
      }
    }
    return claims.map(([sentence, said]) => ({ place, sentence, said }));
  });
}

/** A dialog of CAX: figures of a closing that is shown, words of what came of it. */
export function readDialog(text: string, title: string, at: string, count: Count): Claim[] {
  const label = /Kỳ (\d\d)\/(\d{4})/u.exec(title) ?? /Kỳ (\d\d)\/(\d{4})/u.exec(text);
  const month = label ? `${label[2]}-${label[1]}` : '';
  const place: Place = { source: 'dialog', at, month, to: [] };
  tally(count, 'dialog');
  const claims = [...common(text), ...numbersIn(text, NUMBERS)];
  const [line, list] = /^Đơn vị còn thiếu: (.+)$/mu.exec(text) ?? [];
  if (line && list) {
    const { names } = namesIn(list);
    for (const name of names) {
      const missing = /\((\d+) (?:dòng|nhiệm vụ)/u.exec(name)?.[1];
      if (missing)
        claims.push([line, { kind: 'missing', name: bare(name), missing: Number(missing), owed: -1, codes: [] }]);
    }
  }
  return claims.map(([sentence, said]) => ({ place, sentence, said }));
}

export interface LedgerRow {
  readonly month: string;
  readonly version: number;
  readonly closedAt: string;
  readonly mailState: string;
}

export function readLedger(
  rows: readonly Record<string, string>[],
  count: Count,
): { versions: LedgerRow[]; claims: Claim[] } {
  const versions: LedgerRow[] = [];
  const claims: Claim[] = [];
  for (const row of rows) {
    const [, monthOf, year] = /^Kỳ (\d\d)\/(\d{4})$/u.exec(row['Kỳ'] ?? '') ?? [];
    const [, d, m, y, time] = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d:\d\d)/u.exec(row['Thời điểm chốt'] ?? '') ?? [];
    if (!monthOf || !year || !d || !m || !y || !time) continue;
    const at = `${y}-${m}-${d}T${time}`;
    const version = Number(row['Phiên bản']);
    const month = `${year}-${monthOf}`;
    versions.push({ month, version, closedAt: at, mailState: row['Thư Chủ tịch'] ?? '' });
    tally(count, 'ledger');
    const place: Place = { source: 'ledger', at, month, version, to: [] };
    for (const thing of ['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K8']) {
      const value = /^(\d+\/\d+)/u.exec(row[thing] ?? '')?.[1];
      if (value) claims.push({ place, sentence: `${thing} = ${row[thing]}`, said: { kind: 'number', thing, value } });
    }
    for (const [sentence, said] of [...numbersIn(row['Tin Zalo'] ?? '', NUMBERS), ...common(row['Tin Zalo'] ?? '')])
      claims.push({ place: { ...place, source: 'zalo' }, sentence, said });
  }
  return { versions, claims };
}

/** The board: what it says of the newest version and of today, and its red line. */
export interface Board {
  readonly frozen: string;
  readonly figures: ReadonlyMap<string, { readonly today: string; readonly frozen: string }>;
  readonly overdue: number | undefined;
  readonly redLine: string;
  readonly trouble: string;
}

export function readBoard(tabs: Record<string, readonly (readonly string[])[]>, count: Count): Board | undefined {
  const board = tabs['Tổng hợp'];
  if (!board) return undefined;
  tally(count, 'board');
  const figures = new Map<string, { today: string; frozen: string }>();
  for (const row of board) {
    if (/^K[1-8]$/u.test(row[0] ?? '')) {
      const rest = row.slice(2, 14).filter((text) => text !== '' && !/^[░█]+$/u.test(text));
      figures.set(row[0] ?? '', { today: rest[0] ?? '', frozen: rest[1] ?? '' });
    }
  }
  const flat = board.flatMap((row) => row.slice(0, 16));
  const frozen = flat.find((text) => text.startsWith('Bản chốt gần nhất:')) ?? '';
  const overdue = flat.map((text) => /^Nhiệm vụ quá hạn.*: (\d+)$/u.exec(text)?.[1]).find((n) => n !== undefined);
  const controls = tabs['Điều khiển'] ?? [];
  const trouble = controls
    .filter((row) => /chưa gửi được|[Tt]hư.*không gửi/u.test(row[1] ?? ''))
    .map((row) => row[4] ?? '')
    .join('\n');
  return {
    frozen,
    figures,
    overdue: overdue === undefined ? undefined : Number(overdue),
    redLine: (board[1] ?? []).slice(0, 16).join(' ').trim(),
    trouble,
  };
}

/** A name as it stands in a text, as a unit; a code is its own name. */
export const unitNamed = (name: string): string | undefined =>
  unitOf(name) ?? (/^[A-Z]+$/u.test(name) ? name : undefined);
