// Numbers in Google's patterns: 0, #, grouping, decimals, percent, literals, sections for positive; negative; zero; text. The
// pattern always writes «,» for groups and «.» for decimals; the locale decides what is shown.
import { NotEmulated } from '../contract.ts';
import type { Locale } from '../locales.ts';
import { showGeneral } from './display-general.ts';

/** The sections of a pattern: positive; negative; zero; text. */
export function numberSections(pattern: string): string[] {
  const sections = [''];
  for (const [part] of pattern.matchAll(/"[^"]*"|\\.|./gsu)) {
    if (part === ';') sections.push('');
    else sections[sections.length - 1] += part;
  }
  return sections;
}

/** The number as the pattern shows it. */
export function showNumber(value: number, pattern: string, marks: Locale): string {
  const [positive = '', negative, zero] = numberSections(pattern);
  if (value < 0 && negative !== undefined) return showSection(-value, negative, marks, pattern);
  if (value === 0 && zero !== undefined) return showSection(0, zero, marks, pattern);
  const shown = showSection(Math.abs(value), positive, marks, pattern);
  return value < 0 && /[1-9]/u.test(shown) ? `-${shown}` : shown;
}

interface Parts {
  before: string;
  digits: string;
  after: string;
}

function showSection(size: number, section: string, marks: Locale, pattern: string): string {
  const { before, digits, after } = partsOf(section, pattern);
  const percents = countOf(before + after, '%');
  if (digits === '') return literal(before + after);
  if (/^general$/iu.test(digits)) return literal(before) + showGeneral(size, marks) + literal(after);
  const scaled = size * 100 ** percents;
  const [whole = '', fraction = ''] = digits.split('.');
  const grouped = whole.includes(',');
  if (/,$/u.test(whole)) throw new NotEmulated(`a number format that scales by thousands: ${pattern}`);
  const least = countOf(whole, '0');
  const [integral = '0', decimals = ''] = rounded(scaled, fraction.length).split('.');
  let shown = integral === '0' && least === 0 ? '' : integral.padStart(least, '0');
  if (grouped) shown = shown.replace(/\B(?=(?:[0-9]{3})+$)/gu, marks.group);
  let tail = decimals;
  for (let place = fraction.length - 1; place >= 0 && fraction[place] === '#' && tail.endsWith('0'); place -= 1) {
    tail = tail.slice(0, -1);
  }
  const point = fraction === '' ? '' : marks.decimal;
  return literal(before) + shown + (tail === '' && !fraction.includes('0') ? '' : point + tail) + literal(after);
}

/** Rounded half away from zero on the number's fifteen significant digits, as a sheet does: 1.005 in two places is 1.01. */
function rounded(size: number, places: number): string {
  const [digits = '', exponent = '0'] = size.toPrecision(15).split('e');
  const shifted = Math.round(Number(`${digits}e${Number(exponent) + places}`));
  return Number(`${shifted}e-${places}`).toFixed(places);
}

function countOf(text: string, letter: string): number {
  return text.split(letter).length - 1;
}

function partsOf(section: string, pattern: string): Parts {
  const bare = section.replace(/\[[A-Za-z]+\]/gu, '');
  const match =
    /^((?:"[^"]*"|\\.|[^0#?"\\])*?)(general|[0#?][0#?,]*(?:\.[0#?]*)?|\.[0#?]+)?((?:"[^"]*"|\\.|[^0#?"\\])*)$/iu.exec(
      bare,
    );
  const [, before = '', digits = '', after = ''] = match ?? [];
  const outside = (before + after).replace(/"[^"]*"|\\./gu, '');
  if (!match || digits.includes('?') || /[[\]eE*_@/]/u.test(outside)) {
    throw new NotEmulated(`the number format ${pattern}`);
  }
  return { before, digits, after };
}

function literal(text: string): string {
  return text.replace(/"([^"]*)"|\\(.)/gu, (_, inQuotes?: string, escaped?: string) => inQuotes ?? escaped ?? '');
}
