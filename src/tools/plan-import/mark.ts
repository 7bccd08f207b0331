// What is before the words of a row: the mark in its TT cell, or at the head of a line that has but one cell.
// «II», «A.», «01», «1.1», «a)», «-».
import { tidy } from '../../core/text.ts';

export type Mark =
  | { readonly kind: 'none' }
  /** 1, 2, 3 … of I, II, III. */
  | { readonly kind: 'roman'; readonly value: number }
  /** A, B, C, as 1, 2, 3. */
  | { readonly kind: 'letter'; readonly value: number }
  | { readonly kind: 'number'; readonly value: number }
  /** «1.2» under «1». */
  | { readonly kind: 'dotted'; readonly head: number; readonly value: number }
  /** «a)», «-»: a part of the row above. */
  | { readonly kind: 'item' }
  | { readonly kind: 'other' };

const ROMANS = [
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const;

/** 4 → «IV», up to 399. */
export function romanOf(value: number): string {
  let rest = value;
  let roman = '';
  for (const [sign, worth] of ROMANS) {
    while (rest >= worth) {
      roman += sign;
      rest -= worth;
    }
  }
  return roman;
}

function valueOfRoman(text: string): number | undefined {
  let rest = text;
  let value = 0;
  for (const [sign, worth] of ROMANS) {
    while (rest.startsWith(sign)) {
      value += worth;
      rest = rest.slice(sign.length);
    }
  }
  // Only the usual spelling: «IIII» is none.
  return rest === '' && value > 0 && romanOf(value) === text ? value : undefined;
}

const BULLET = /^[-–—•·+*●○▪]$/u;

/**
 * The mark of a TT cell. «C», «D» … read as letters, «I», «V», «X» as Roman; a sequence decides otherwise in `asLetter`.
 */
export function readMark(cell: string): Mark {
  const text = tidy(cell);
  if (text === '') return { kind: 'none' };
  if (BULLET.test(text) || /^[\p{Ll}][.)]$/u.test(text)) return { kind: 'item' };
  const bare = text.replace(/^\((.*)\)$/u, '$1').replace(/\s*[.):/]+$/u, '');
  const roman = /^[IVXL]+$/u.test(bare) || /^[IVXLC]{2,}$/u.test(bare) ? valueOfRoman(bare) : undefined;
  if (roman !== undefined) return { kind: 'roman', value: roman };
  if (/^[A-Z]$/u.test(bare)) return { kind: 'letter', value: bare.charCodeAt(0) - 64 };
  if (/^\d{1,4}$/u.test(bare)) return { kind: 'number', value: Number(bare) };
  const dotted = /^(\d{1,3})(?:\.\d{1,3})*\.(\d{1,3})$/u.exec(bare);
  if (dotted) return { kind: 'dotted', head: Number(dotted[1]), value: Number(dotted[2]) };
  return { kind: 'other' };
}

/** «4.» as people say it. */
export function printedNumber(cell: string): string {
  return tidy(cell).replace(/[.:/]$/u, '');
}

/** A line of one cell: its mark and its words: «II. Phục vụ …», «II Phục vụ …», «- Phối hợp …». */
export function splitMark(line: string): { readonly mark: Mark; readonly sign: string; readonly words: string } {
  const text = tidy(line);
  const [, sign = '', words = ''] =
    /^((?:[IVXLC]+|\p{Lu})\s?[.):/–-]|[IVXL]{1,6}(?= \p{Lu})|\d{1,3}(?:\.\d{1,3})*[.)]|\p{Ll}[.)]|[-–—•·+*●○▪])\s*(.*)$/u.exec(
      text,
    ) ?? [];
  const mark = readMark(sign.replace(/[–-]$/u, '') || sign);
  // «I/2024» counts no group.
  const isName = /^["“«(]?\p{Lu}/u.test(words) || !['roman', 'letter'].includes(mark.kind);
  return sign === '' || words === '' || mark.kind === 'other' || !isName
    ? { mark: { kind: 'none' }, sign: '', words: text }
    : { mark, sign, words };
}

/** «C» after «B», «I» after «H»: what reads as Roman or as a letter, told by the letter before. */
export function asLetter(mark: Mark, before: number, sign: string): Mark {
  const bare = tidy(sign).replace(/[^A-Z]/gu, '');
  const value = bare.length === 1 ? bare.charCodeAt(0) - 64 : 0;
  return mark.kind === 'roman' && before > 0 && value === before + 1 ? { kind: 'letter', value } : mark;
}
