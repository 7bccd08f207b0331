// Personal data in what people type (rule 7.3): identity numbers and telephone numbers are found whatever is between their digits,
// named by «Kiểm tra dữ liệu», and masked where text enters the Report. No sheet formula can do this. What is left alone on purpose: dates, times,
// numbers of documents and dossiers, money, counts, percentages, links. Linear in the length of the text.
import { type Cell, textOf } from './cell.ts';

export const PERSONAL_DATA_NAMES = {
  identity: 'số định danh cá nhân',
  oldIdentity: 'số chứng minh nhân dân',
  phone: 'số điện thoại',
} as const;
export type PersonalDataKind = keyof typeof PERSONAL_DATA_NAMES;

export interface PersonalData {
  readonly kind: PersonalDataKind;
  /** Where it is in the text of the cell: UTF-16 offsets, `to` is behind it. */
  readonly from: number;
  readonly to: number;
  /** «0380••••••12»: enough to find the place, too little to call or to identify. */
  readonly masked: string;
}

/** Whatever in a cell looks like an identity or telephone number, in the order of the text. */
export function findPersonalData(cell: Cell): PersonalData[] {
  // The digits behind the point of a time or a share are no person's number.
  if (typeof cell === 'number' && !Number.isInteger(cell)) return [];
  const raw = textOf(cell);
  if ((raw.match(/\p{Nd}/gu)?.length ?? 0) < LEAST_DIGITS) return [];
  const text = plainDigits(raw);
  const [taken, shares] = [partsOf(text, TAKEN), partsOf(text, SHARES)];
  const groups = [...text.matchAll(/\d(?:\u200B*\d)*/gu)].map((match): DigitGroup => {
    const from = match.index;
    // A digit outside the first plane has a second half.
    const end = from + match[0].length;
    const to = /[\uDC00-\uDFFF]/.test(raw[end] ?? '') ? end + 1 : end;
    const digits = match[0].replace(/\u200B+/gu, '');
    return { from, to, digits, isTaken: taken.has(from), isShare: shares.has(from) };
  });
  // From the end, so that of two numbers side by side the first is not taken with the beginning of the second.
  const best: { readonly digits: number; readonly match?: Match }[] = Array(groups.length + 1).fill({ digits: 0 });
  for (let first = groups.length - 1; first >= 0; first -= 1) {
    const ways = matchesFrom(text, groups, first).map((match) => {
      return { digits: match.digits + (best[first + match.groups]?.digits ?? 0), match };
    });
    // The longest is last.
    best[first] = ways.reduce<{ digits: number; match?: Match } | undefined>(
      (most, way) => (most && most.digits > way.digits ? most : way),
      undefined,
    ) ?? { digits: best[first + 1]?.digits ?? 0 };
  }
  const found: PersonalData[] = [];
  for (let first = 0; first < groups.length; ) {
    const match = best[first]?.match;
    if (match) found.push(match.data);
    first += match?.groups ?? 1;
  }
  return found;
}

/** The text with every identity and telephone number masked; anything else is untouched. */
export function maskPersonalData(text: string): string {
  const parts: string[] = [];
  let end = 0;
  for (const { from, to, masked } of findPersonalData(text)) {
    parts.push(text.slice(end, from), masked);
    end = to;
  }
  return parts.join('') + text.slice(end);
}

const LEAST_DIGITS = 9;
/** Of +84 written 0084, and no number of ours has more. */
const MOST_DIGITS = 13;

/**
 * The same text of the same length: digits of any script as 0–9, any dash as «-», any blank as a blank, and what cannot be seen as U+200B, marks on
 * digits too («0\uFE0F\u20E3»). Outside the first plane a digit takes two places; the second becomes one that cannot be seen.
 */
function plainDigits(text: string): string {
  return text.replace(/\p{Nd}\p{M}*|[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]|\s|\p{Cf}/gu, (sign) => {
    const rest = UNSEEN.repeat(sign.length - 1);
    if (sign >= '0' && sign < ':') return sign.charAt(0) + rest;
    if (/^\p{Nd}/u.test(sign)) return String(digitOf(sign.codePointAt(0) ?? 0)) + rest;
    return /\s/u.test(sign) ? ' ' : /\p{Cf}/u.test(sign) ? UNSEEN + rest : '-';
  });
}

const UNSEEN = '\u200B';

/** Digits of a script are in a row from nought on. */
function digitOf(code: number): number {
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (code - zero) % 10;
}

interface DigitGroup {
  readonly from: number;
  readonly to: number;
  readonly digits: string;
  /** Part of a date, a document's number, an amount or a link. */
  readonly isTaken: boolean;
  /** Looks like a percentage: the end of a number of a person only where there would be none without it. */
  readonly isShare: boolean;
}

/** What may be between two groups: up to two signs, with blanks around them; no sign of a list, a sum or a share. */
const BETWEEN = /^[ \u200B]*(?:(?![;%<>=+,\u200B])[^\p{L}\p{N}\p{M} ][ \u200B]*|[ªº\u2100-\u214F][ \u200B]*){0,2}$/u;
const LONGEST_BETWEEN = 8;

interface Match {
  readonly data: PersonalData;
  readonly groups: number;
  readonly digits: number;
}

/** Every number that begins with a group, the longest last. */
function matchesFrom(text: string, groups: readonly DigitGroup[], first: number): Match[] {
  let digits = '';
  const found: Match[] = [];
  const lengths: number[] = [];
  const signs = new Set<string>();
  for (let n = first; n < groups.length; n += 1) {
    const group = groups[n];
    const last = groups[n - 1];
    if (
      !group ||
      group.isTaken ||
      (group.isShare && found.length > 0) ||
      digits.length + group.digits.length > MOST_DIGITS
    )
      break;
    if (n > first) {
      const between = text.slice(last?.to, Math.min(group.from, (last?.to ?? 0) + LONGEST_BETWEEN));
      // A comma, as people group thousands.
      if (between === ',' ? group.digits.length !== 3 : !BETWEEN.test(between)) break;
      if ((last?.to ?? 0) + between.length < group.from) break;
      signs.add(between);
    }
    digits += group.digits;
    lengths.push(group.digits.length);
    const from = groups[first]?.from ?? 0;
    const candidate = { text, from, to: group.to, digits, lengths, isMixed: signs.size > 1 };
    const kind = digits.length < LEAST_DIGITS ? undefined : kindOf(candidate);
    if (!kind) continue;
    const data = { kind, from, to: group.to, masked: mask(digits) };
    found.push({ data, groups: lengths.length, digits: digits.length });
  }
  return found;
}

interface Candidate {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly digits: string;
  /** Of its groups. */
  readonly lengths: readonly number[];
  /** Not the same sign between all groups. */
  readonly isMixed: boolean;
}

const MONEY_BEHIND = /^\s*(?:đồng|đ(?!\p{L})|₫|vnđ|vnd|nghìn|ngàn|triệu|tỷ|tỉ|%)/iu;
const MONEY_BEFORE = /(?:tiền|kinh phí|giá trị|dự toán|ngân sách|giải ngân|tổng vốn)[^\d•]{0,12}$/iu;
const IDENTITY_BEFORE = /(?:cccd|căn cước|định danh|đdcn)[^\d•]{0,20}$/iu;
const OLD_LABEL = 'cmnd|cmtnd|cmt|chứng minh';
const OLD_BEFORE = new RegExp(`(?:${OLD_LABEL})[^\\d•]{0,30}$`, 'iu');
const OLD_BEHIND = new RegExp(`^[^\\d•]{0,30}(?:${OLD_LABEL})`, 'iu');
/** How far from its label a number is still one. */
const NEAR = 40;

/** Province, century and sex of somebody born before 2100, year, six digits. */
const IDENTITY = /^0(?:0[1-9]|[1-8]\d|9[0-6])[0-3]\d{8}$/u;
const MOBILE = /^0[35789]\d{8}$/u;
const LANDLINE = /^02\d{9}$/u;
/** The same in a cell Sheets took for a number: the zero is gone. Whole millions are an amount. */
const WITHOUT_ZERO = /^(?!\d+0{6}$)(?:[35789]\d{8}|2\d{9})$/u;

function kindOf(candidate: Candidate): PersonalDataKind | undefined {
  const { text, from, to, digits, lengths, isMixed } = candidate;
  if (isInternational(candidate)) return 'phone';
  const isWhole = lengths.length === 1;
  const hasShort = lengths.some((length) => length < 3);
  const near = text.slice(Math.max(0, from - NEAR), from);
  if (digits.startsWith('0') && !isCounting(candidate)) {
    // A zero in front is neither money nor a count: these need no context.
    if (digits.length === 12 && (isWhole || IDENTITY.test(digits) || !(hasShort || isMixed))) return 'identity';
    if (MOBILE.test(digits) || LANDLINE.test(digits)) return 'phone';
    if (/^0[1-9]\d{8}$/u.test(digits) && !hasShort) return 'phone';
  }
  if (MONEY_BEHIND.test(text.slice(to, to + 12)) || MONEY_BEFORE.test(near)) return undefined;
  // Nothing is beside it that says what it counts, no unit and no separators.
  if (isWhole && WITHOUT_ZERO.test(digits) && fills(candidate)) return 'phone';
  if (digits.length === 9) {
    return OLD_BEFORE.test(near) || OLD_BEHIND.test(text.slice(to, to + NEAR)) ? 'oldIdentity' : undefined;
  }
  if (digits.length !== 12 && digits.length !== 11) return undefined;
  const isCalled = IDENTITY_BEFORE.test(near);
  if (isWhole ? !isCalled && !isAlone(candidate) : !isCalled) {
    return !isWhole && lengths[0] === 2 && !(isMixed && hasShort) && /^84[35789]\d{8}$/u.test(digits)
      ? 'phone'
      : undefined;
  }
  return /^84[35789]\d{8}$/u.test(digits) ? 'phone' : 'identity';
}

/** «+84 912 345 678», «(+84) 0912…», «0084912345678». */
function isInternational({ text, from, digits }: Candidate): boolean {
  if (/^0084\d{9}$/u.test(digits)) return true;
  return text[from - 1] === '+' && /^840?[1-9]\d{8,9}$/u.test(digits);
}

/** It is all there is in the text. */
function fills({ text, from, to }: Candidate): boolean {
  return /^[ \u200B]*$/u.test(text.slice(0, from)) && /^[ .\u200B]*$/u.test(text.slice(to));
}

/** «01, 02, 03, 04, 05, 06» and the like: each the one before and one more. */
function isCounting({ digits, lengths }: Candidate): boolean {
  if (lengths.length < 3 || lengths.some((length) => length !== 2)) return false;
  const numbers = lengths.map((_, i) => Number(digits.slice(2 * i, 2 * i + 2)));
  return numbers.every((number, i) => i === 0 || number === (numbers[i - 1] ?? 0) + 1);
}

/** Not a part of a code or of an address: no letter, slash or hyphen joined to it. */
function isAlone({ text, from, to }: Candidate): boolean {
  return (
    !/[\p{L}\d_./-]$/u.test(text.slice(Math.max(0, from - 1), from)) &&
    !/^(?:[\p{L}_/]|[.-]\d)/u.test(text.slice(to, to + 2))
  );
}

const YEAR = '(?:19|20)\\d\\d';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const MONTH = '(?:0?[1-9]|1[0-2])';
const HOUR = '(?:[01]?\\d|2[0-4])';
/** Not in the midst of a longer number written with the same sign. */
const alone = (sign: string, words: string) => `(?<!\\d|\\d${sign})(?:${words})(?!\\d|${sign}\\d)`;

/** Ids of files are long, of letters and digits through each other. */
const FILE_ID = /(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{20,}/gu;

function isFileId(token: string): boolean {
  const first = token.search(/\d[A-Za-z]/u);
  return first >= 0 && /[A-Za-z]\d/u.test(token.slice(first + 1));
}

/** What is no number of a person, though it is made of digits; each is one token that is taken whole. */
const TAKEN: readonly RegExp[] = [
  // Links; a number to call is a link of its own.
  /(?:https?:\/\/|www\.)(?!(?:www\.)?(?:zalo\.me|wa\.me)\/)[^\s<>"]+/giu,
  FILE_ID,
  // What is masked already.
  /(?<!\d)\d{3,4}•{4,7}\d\d(?!\d)/gu,
  // Dates, months and times.
  new RegExp(alone('/', `${DAY} ?/ ?${MONTH} ?/ ?${YEAR}|${DAY}/${MONTH}|\\d{1,4}/${YEAR}`), 'gu'),
  new RegExp(alone('\\.', `${DAY}\\.${MONTH}\\.${YEAR}`), 'gu'),
  new RegExp(alone('-', `${DAY}-${MONTH}-${YEAR}|${YEAR}-${MONTH}-${DAY}`), 'gu'),
  new RegExp(alone(':', `${HOUR}:[0-5]\\d(?::[0-5]\\d)?`), 'gu'),
  // Numbers of documents: «59/2022/NĐ-CP», «1234/QĐ-UBND».
  new RegExp(`(?<![\\d/])\\d{1,5}/(?:${YEAR}/)?(?=\\p{Lu})`, 'gu'),
  // Decimals below one.
  /(?<!\d|\d[.,])0[.,]\d{1,2}(?!\d|[.,]\d)/gu,
];

/** «90%», and what only seems to be one: «0382-0-4001-23-4 %». */
const SHARES: readonly RegExp[] = [/(?<!\d)\d{1,3}(?:[.,]\d{1,3})? ?%/gu];

/** Offsets of what the patterns take. */
function partsOf(text: string, patterns: readonly RegExp[]): ReadonlySet<number> {
  const taken = new Set<number>();
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      if (pattern === FILE_ID && !isFileId(match[0])) continue;
      for (let i = 0; i < match[0].length; i += 1) taken.add(match.index + i);
    }
  }
  return taken;
}

function mask(digits: string): string {
  const shown = digits.length > 10 ? 4 : 3;
  return digits.slice(0, shown) + '•'.repeat(digits.length - shown - 2) + digits.slice(-2);
}
