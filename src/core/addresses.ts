// E-mail addresses of a cell, in one way for all cells that hold any: what people paste out of mails, lists and Word is read where it is
// certain what they mean, and everything else is handed back with the reason. Nothing is corrected by guessing: a letter too few sends a
// report to a stranger.
import { type Cell, isWord, textOf } from './cell.ts';
import { tidy } from './text.ts';

/** Google takes 50 recipients a message, and 100 a day: the units must be written to as well (rule 6.11). */
export const MOST_ADDRESSES = 40;
/** RFC 5321: of an address, and of what is before its @. */
export const LONGEST_ADDRESS = 254;
const LONGEST_NAME = 64;
/** So much of a cell is looked at: 40 of the longest addresses with names beside them. */
export const LONGEST_ADDRESS_CELL = 12_000;
/** Normalising takes the square of a run of marks. */
const PILED_MARKS = /\p{M}{20}/u;

/** What is in a cell of addresses and is none that can be used. */
export interface UnreadAddress {
  /** As typed, tidied. */
  readonly text: string;
  /** Small letter first, no full stop. */
  readonly why: string;
}

export interface AddressReading {
  /** Lower case, because Google compares them so; each once, of the first MOST_ADDRESSES. */
  readonly addresses: readonly string[];
  readonly unread: readonly UnreadAddress[];
}

export const NO_ADDRESS = 'không phải địa chỉ e-mail';
/** What no address holds, as a formula sees it too: signs beside each other, Cyrillic letters that look like Latin ones. */
export const NOT_IN_ADDRESSES: readonly string[] = ['..', '.@', '@.', '@-', ...'аеорсух'];
const isSpoilt = (text: string) => NOT_IN_ADDRESSES.some((sign) => text.toLowerCase().includes(sign));
/** Of a cell that is too long. */
const SHOWN = 60;
const REASONS = {
  noAddress: NO_ADDRESS,
  split: 'có dấu cách trong địa chỉ',
  chip: 'là thẻ thông minh (chip): gõ địa chỉ bằng chữ',
  strange: 'có chữ không phải chữ cái a–z (gõ lại cả địa chỉ bằng bàn phím tiếng Anh)',
  long: `dài quá ${LONGEST_ADDRESS} ký tự`,
  many: `quá ${MOST_ADDRESSES} địa chỉ`,
  longCell: `ô dài quá ${LONGEST_ADDRESS_CELL} ký tự`,
} as const;

/** The addresses of a cell, whatever separates them: comma, semicolon, line break, blank. Never throws. */
export function readAddresses(cell: Cell): AddressReading {
  const whole = textOf(cell);
  if (whole.length > LONGEST_ADDRESS_CELL || PILED_MARKS.test(whole)) {
    return { addresses: [], unread: [{ text: whole.slice(0, SHOWN), why: REASONS.longCell }] };
  }
  const addresses = new Set<string>();
  let counted = 0;
  const unread: UnreadAddress[] = [];
  for (const part of partsOf(whole)) {
    const read = readPart(part);
    unread.push(...read.unread);
    for (const address of read.addresses) {
      counted += 1;
      if (counted <= MOST_ADDRESSES) addresses.add(address);
      else unread.push({ text: address, why: REASONS.many });
    }
  }
  const isNothing = addresses.size === 0 && unread.length === 0 && /\S/u.test(whole);
  return { addresses: [...addresses], unread: isNothing ? [{ text: tidy(whole), why: NO_ADDRESS }] : unread };
}

/** Full-width signs are what they stand for; brackets and quotes of all kinds are one kind. */
function partsOf(cell: string): string[] {
  return cell
    .normalize('NFKC')
    .replace(/[‹«〈《]/gu, '<')
    .replace(/[›»〉》]/gu, '>')
    .replace(/\([^()@]*\)|"[^"@]*"/gu, (aside) => (isSpoilt(aside) ? aside : ' '))
    .replace(/[“”„"‘’]/gu, ' ')
    .split(/[;,、،\r\n\v\f\u0085\u2028\u2029]/u)
    .map((part) =>
      tidy(part)
        .replace(/^[-–—•·*+]\s/u, '')
        .trim(),
    )
    .filter((part) => part !== '');
}

interface PartReading {
  readonly addresses: readonly string[];
  readonly unread: readonly UnreadAddress[];
}

/** What is between two separators: an address, several with blanks between them, or a name and an address in brackets. */
function readPart(part: string): PartReading {
  const words = inBrackets(part) ?? part.split(' ');
  const read = words.map(readWord);
  const rest = words.filter((_, i) => read[i] === undefined);
  const addresses = read.filter((address) => address !== undefined);
  if (rest.length === 0) return { addresses, unread: [] };
  // «congan. vanson@…»: a blank that slipped into an address leaves a stranger's.
  const isSplit = addresses.length > 0 && rest.some((word) => isPieceOfAddress(word));
  if (addresses.length === 0 || isSplit) return none(part, isSplit ? REASONS.split : reasonOf(part));
  return { addresses, unread: [{ text: rest.join(' '), why: NO_ADDRESS }] };
}

/** «Nguyễn Văn An <an@…>»: what is in brackets, where a name beside them is all the rest. */
function inBrackets(part: string): string[] | undefined {
  const groups = [...part.matchAll(/([^<>]*)<([^<>]*)>/gu)];
  const read = groups.map(([all]) => all).join('');
  const isAll = part.startsWith(read) && /^\s*[.:]?\s*$/u.test(part.slice(read.length));
  if (groups.length === 0 || !isAll || groups.some(([, name = '']) => name.includes('@') || isSpoilt(name)))
    return undefined;
  return groups.map(([, , inside = '']) => inside.trim());
}

function none(text: string, why: string = NO_ADDRESS): PartReading {
  return { addresses: [], unread: [{ text, why }] };
}

/** Letters a–z, digits and signs of an address: not a word of Vietnamese with its marks, not a label with a colon. */
function isPieceOfAddress(word: string): boolean {
  return /^[a-z0-9_%+'.@-]+$/iu.test(word) || word.includes('@');
}

/** The address a word is, or undefined. */
function readWord(word: string): string | undefined {
  const address = word
    .toLowerCase()
    .replace(/^[<[(']+/u, '')
    .replace(/^(?:mailto|e-?mail|gmail):/u, '')
    .replace(/[>\])'.:]$/u, (end) => (word.includes('..') ? end : ''));
  return isAddress(address) ? address : undefined;
}

function reasonOf(text: string): string {
  if (!text.includes('@')) return NO_ADDRESS;
  // The text of a chip, whatever it leads to.
  if (/^[@ ]+$/u.test(text)) return REASONS.chip;
  if (text.length > LONGEST_ADDRESS && !text.includes(' ')) return REASONS.long;
  if (/[^\p{ASCII}]/u.test(text)) return REASONS.strange;
  return text.includes(' ') ? REASONS.split : NO_ADDRESS;
}

/** A plain address: what Google accepts as an account; no names, no quotes, no dot beside another or at an end. */
function isAddress(text: string): boolean {
  if (text.length > LONGEST_ADDRESS) return false;
  const [name = '', host = '', ...more] = text.split('@');
  const labels = host.split('.');
  return (
    more.length === 0 &&
    name.length <= LONGEST_NAME &&
    name.split('.').every((piece) => /^[a-z0-9_%+'-]+$/u.test(piece)) &&
    labels.length > 1 &&
    labels.every((label) => label.length <= 63 && /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/u.test(label)) &&
    /^(?:[a-z]{2,}|xn--[a-z0-9-]+)$/u.test(labels[labels.length - 1] ?? '')
  );
}

/** True where an account is one of a list; Google ignores case. */
export function isOneOf(account: string, accounts: readonly string[]): boolean {
  return accounts.some((other) => isWord(other, account));
}
