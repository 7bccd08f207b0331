// Personal data in the entry block (product §7): identity numbers and telephone numbers are found, named by «Kiểm tra dữ
// liệu», and masked where text enters the Report. No sheet formula can do this. What is left alone on purpose: codes of
// dossiers and documents, dates, money, percentages. Linear in the length of the text.
import { type Cell, textOf } from './cell.ts';

export const PERSONAL_DATA_NAMES = {
  identity: 'số định danh cá nhân',
  oldIdentity: 'số chứng minh nhân dân',
  phone: 'số điện thoại',
} as const;
export type PersonalDataKind = keyof typeof PERSONAL_DATA_NAMES;

export interface PersonalData {
  readonly kind: PersonalDataKind;
  /** Where it stands in the text of the cell: UTF-16 offsets, `to` is behind it. */
  readonly from: number;
  readonly to: number;
  /** «0380••••••12»: enough to find the place, too little to call or to identify. */
  readonly masked: string;
}

/**
 * What people put between the digits of one number, up to three signs on end: any blank, line break, invisible character, dash, dot, slash, brackets,
 * letter-like signs (product A.13). A comma parts two numbers. Digits that are left of a masked number belong to no other.
 */
const BETWEEN = String.raw`[\s\p{Z}\p{Cf}\p{Pd}\u2212.()/\\_·∙*:+'’|~]{1,3}`;
const DIGIT_RUN = new RegExp(String.raw`(?<![\d•])\d+(?![\d•])(?:${BETWEEN}\d+(?![\d•]))*`, 'gu');
const DIGIT_GROUP = /\d+/gu;
/** No number of ours has more groups: each of its digits may stand alone. */
const MOST_GROUPS = 13;

/** Lengths of the groups in which people write the numbers; dates («05.07.2024 08.30») are in none of them. */
const PHONE_SHAPES = shapes('10 4-6 3-7 5-5 6-4 7-3 4-3-3 3-3-4 3-4-3 4-2-4 4-4-2 4-2-2-2 3-3-2-2 3-2-2-3 1-9 1-3-3-3');
const LANDLINE_SHAPES = shapes('11 4-7 5-6 3-8 5-3-3 4-3-4 4-4-3 3-4-4 4-1-6 3-2-6 4-1-3-3');
const IDENTITY_SHAPES = shapes('12 3-3-3-3 4-4-4 3-9 3-3-6 3-1-2-6 6-3-3');
const OLD_IDENTITY_SHAPES = shapes('9 3-3-3');

/** «05/07», «08.30», «5-7-2024»: a day or a time among groups that are not parted alike. */
const DAY_OR_TIME = /(?<!\d)\d{1,2}[/.:\p{Pd}]\d{1,2}(?!\d)/u;
/** Province codes are 001–096. */
const IDENTITY = /^0(?:0[1-9]|[1-8]\d|9[0-6])\d{9}$/u;
const PHONE = /^0[235789]\d{8}$/u;
const LANDLINE = /^02\d{9}$/u;
const ABROAD = /^(?:84|0084)[235789]\d{8}$/u;
/** An address: what stands joined to letters in it is the name of a file. */
const LONGEST_LINK = 300;
const LINK = /https?:\/\/\S+$/iu;

const MONEY_BEHIND = /^\s*(?:đồng|đ(?!\p{L})|₫|vnđ|vnd|nghìn|ngàn|triệu|tỷ|tỉ|%)/iu;
const MONEY_BEFORE = /(?:tiền|kinh phí|giá trị|dự toán|ngân sách|giải ngân|tổng vốn)[^\d]{0,12}$/iu;
const IDENTITY_BEFORE = /(?:cccd|căn cước|định danh|đdcn)[^\d]{0,20}$/iu;
const OLD_IDENTITY_LABEL = /cmnd|cmtnd|cmt|chứng minh/iu;
/** How far from its label a number of nine digits is still one. */
const NEAR = 40;

/** Whatever in a cell looks like an identity or telephone number, in the order of the text. */
export function findPersonalData(cell: Cell): PersonalData[] {
  // The digits behind the point of a time or a share are nobody's number.
  if (typeof cell === 'number' && !Number.isInteger(cell)) return [];
  const typed = textOf(cell);
  const text = withPlainDigits(typed);
  const found: PersonalData[] = [];
  for (const run of text.matchAll(DIGIT_RUN)) {
    const groups = [...run[0].matchAll(DIGIT_GROUP)].map((group) => {
      const from = run.index + group.index;
      // A digit beyond the first plane is a digit and a filler here.
      const to = from + group[0].length;
      return { from, to: to + Number(isFiller(text, typed, to)), digits: group[0] };
    });
    const isCode = run[0][0] !== '0' && /\p{L}/u.test(text[run.index - 1] ?? '');
    let first = 0;
    while (first < groups.length) {
      const match = longestMatch(text, groups.slice(first, first + MOST_GROUPS), isCode);
      if (match) found.push(match.data);
      first += match?.groups ?? 1;
    }
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

/** Digits of other scripts and wide ones as 0–9; nothing moves. */
function withPlainDigits(text: string): string {
  if (!/(?!\d)\p{Nd}/u.test(text)) return text;
  return text.replace(/(?!\d)\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    let zero = code;
    // Digits stand in tens, from 0 on.
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String((code - zero) % 10).padEnd(digit.length, '\u200B');
  });
}

function isFiller(text: string, typed: string, at: number): boolean {
  return text[at] === '\u200B' && typed[at] !== '\u200B';
}

interface DigitGroup {
  readonly from: number;
  readonly to: number;
  readonly digits: string;
}

function longestMatch(
  text: string,
  groups: readonly DigitGroup[],
  isCode: boolean,
): { data: PersonalData; groups: number } | undefined {
  for (let n = groups.length; n > 0; n -= 1) {
    const part = groups.slice(0, n);
    const from = part[0]?.from ?? 0;
    const to = part[n - 1]?.to ?? 0;
    const digits = part.map((group) => group.digits).join('');
    const shape = part.map((group) => group.digits.length).join('-');
    const kind = kindOf({ text, from, to, digits, shape, isCode });
    if (kind) return { data: { kind, from, to, masked: mask(digits) }, groups: n };
  }
  return undefined;
}

interface Candidate {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly digits: string;
  readonly shape: string;
  /** The run of groups begins as a code does: «H56.». */
  readonly isCode: boolean;
}

function kindOf(candidate: Candidate): PersonalDataKind | undefined {
  const { text, from, to, digits, shape } = candidate;
  if (digits.length < 9 || isPartOfLink(candidate)) return undefined;
  if (isInternational(candidate)) return 'phone';
  if (digits.startsWith('0')) {
    // A zero in front is neither money nor a count: these need no context.
    if (IDENTITY_SHAPES.has(shape)) return 'identity';
    if (PHONE_SHAPES.has(shape) && /^0[1-9]/u.test(digits)) return 'phone';
    if (LANDLINE_SHAPES.has(shape) && digits.startsWith('02')) return 'phone';
  }
  if (isMoney(candidate)) return undefined;
  const anyhow = isOneNumber(candidate) ? kindOfDigits(digits) : undefined;
  if (anyhow) return anyhow;
  if (OLD_IDENTITY_SHAPES.has(shape) || (digits.length === 9 && isOneNumber(candidate)))
    return OLD_IDENTITY_LABEL.test(text.slice(Math.max(0, from - NEAR), to + NEAR)) ? 'oldIdentity' : undefined;
  if (shape !== '12' && shape !== '11') return undefined;
  if (!isAlone(candidate) && !IDENTITY_BEFORE.test(before(candidate))) return undefined;
  return /^84[35789]\d{8}$/u.test(digits) ? 'phone' : 'identity';
}

/** Digits alone, whatever stands between them. */
function kindOfDigits(digits: string): PersonalDataKind | undefined {
  if (IDENTITY.test(digits)) return 'identity';
  return PHONE.test(digits) || LANDLINE.test(digits) || ABROAD.test(digits) ? 'phone' : undefined;
}

/**
 * Several groups that are one number: no part of a code («H56.01.15-240115-0912»), none of them a day or a time where they are parted in several ways, no
 * thousands of a sum, and no part of a longer number whose groups are all parted alike.
 */
function isOneNumber({ text, from, to, isCode }: Candidate): boolean {
  const inside = text.slice(from, to);
  const between = inside.split(/\d+/u).slice(1, -1);
  const [sign] = between;
  if (sign === undefined || isCode) return false;
  if (!between.every((one) => one === sign)) return !DAY_OR_TIME.test(inside);
  if (/^[1-9]\d{0,2}(?:\.\d{3})+$/u.test(inside)) return false;
  const [before, behind] = [
    text.slice(Math.max(0, from - sign.length - 1), from),
    text.slice(to, to + sign.length + 1),
  ];
  const isDigit = (one = '') => /^\d$/u.test(one);
  const goesOn = before.endsWith(sign) && isDigit(before[0]);
  const goesFurther = behind.startsWith(sign) && isDigit(behind[sign.length]);
  return /^\s+$/u.test(sign) || !(goesOn || goesFurther);
}

function isPartOfLink({ text, from, to }: Candidate): boolean {
  const joined =
    /[\p{L}_-]$/u.test(text.slice(Math.max(0, from - 1), from)) || /^[\p{L}_-]/u.test(text.slice(to, to + 1));
  return joined && LINK.test(text.slice(Math.max(0, from - LONGEST_LINK), from));
}

/** «+84 912 345 678», «(+84) 0912…», «0084912345678». */
function isInternational({ text, from, digits }: Candidate): boolean {
  if (/^0084\d{9}$/u.test(digits)) return true;
  return text[from - 1] === '+' && /^840?[1-9]\d{8,9}$/u.test(digits);
}

function isMoney(candidate: Candidate): boolean {
  const { text, to } = candidate;
  return MONEY_BEHIND.test(text.slice(to, to + 12)) || MONEY_BEFORE.test(before(candidate));
}

/** Not a part of a code or of an address: no letter, slash or hyphen joined to it. */
function isAlone({ text, from, to }: Candidate): boolean {
  return (
    !/[\p{L}\d_./–-]$/u.test(text.slice(Math.max(0, from - 1), from)) &&
    !/^(?:[\p{L}_/]|[.–-]\d)/u.test(text.slice(to, to + 2))
  );
}

function before({ text, from }: Candidate): string {
  return text.slice(Math.max(0, from - NEAR), from);
}

function mask(digits: string): string {
  const shown = digits.length > 10 ? 4 : 3;
  return digits.slice(0, shown) + '•'.repeat(digits.length - shown - 2) + digits.slice(-2);
}

function shapes(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
