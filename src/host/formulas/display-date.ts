// Dates and times in Google's patterns: dd/mm/yyyy, hh:mm, [h]:mm. «m» is a minute after an hour or before a second, else a
// month, whatever its case.
import { civilOf } from '../../core/calendar.ts';
import { NotEmulated } from '../contract.ts';

type Token =
  | { kind: 'field'; letter: string; length: number }
  | { kind: 'literal'; text: string }
  | { kind: 'elapsed' };

/** True where the pattern shows a day or a time of day. */
export function isDatePattern(pattern: string): boolean {
  return /[dmyhs]/iu.test(pattern.replace(/"[^"]*"|\\./gu, ''));
}

/** The serial number as date or time; seconds are rounded, anything below the last shown field is cut off. */
export function showDate(serial: number, pattern: string): string {
  const tokens = tokensOf(pattern);
  const seconds = Math.round(serial * 86_400);
  const day = Math.floor(seconds / 86_400);
  const ofDay = seconds - day * 86_400;
  const { year, month, day: dayOfMonth } = civilOf(day);
  const half = tokens.some((token) => token.kind === 'literal' && token.text.startsWith('\u0000'));
  const hour24 = Math.floor(ofDay / 3600);
  return tokens
    .map((token, index) => {
      if (token.kind === 'elapsed') return String(Math.floor(seconds / 3600));
      if (token.kind === 'literal') {
        return token.text.startsWith('\u0000') ? (hour24 < 12 ? 'AM' : 'PM') : token.text;
      }
      const width = Math.min(token.length, 2);
      switch (token.letter) {
        case 'y':
          return token.length <= 2 ? padded(year % 100, 2) : String(year);
        case 'd':
          if (token.length > 2) throw new NotEmulated(`the name of a weekday in a number format: ${pattern}`);
          return padded(dayOfMonth, width);
        case 'h':
          return padded(half ? ((hour24 + 11) % 12) + 1 : hour24, width);
        case 's':
          return padded(ofDay % 60, width);
        default:
          if (isMinute(tokens, index)) return padded(Math.floor(ofDay / 60) % 60, width);
          if (token.length > 2) throw new NotEmulated(`the name of a month in a number format: ${pattern}`);
          return padded(month, width);
      }
    })
    .join('');
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

function isMinute(tokens: readonly Token[], index: number): boolean {
  const isField = (token: Token | undefined, letter: string): boolean =>
    token?.kind === 'field' && token.letter === letter;
  const before = tokens
    .slice(0, index)
    .filter(({ kind }) => kind !== 'literal')
    .pop();
  const after = tokens.slice(index + 1).find(({ kind }) => kind !== 'literal');
  return isField(before, 'h') || before?.kind === 'elapsed' || isField(after, 's');
}

function tokensOf(pattern: string): Token[] {
  const found: Token[] = [];
  const parts = pattern.matchAll(/"([^"]*)"|\\(.)|(\[h+\])|(am\/pm)|([dmyhs])\5*|([ /:.,\-–()])|(.)/giu);
  for (const part of parts) {
    const [whole, inQuotes, escaped, elapsed, halfDay, letter, mark] = part;
    if (inQuotes !== undefined || escaped !== undefined || mark !== undefined) {
      found.push({ kind: 'literal', text: inQuotes ?? escaped ?? mark ?? '' });
    } else if (elapsed !== undefined) found.push({ kind: 'elapsed' });
    else if (halfDay !== undefined) found.push({ kind: 'literal', text: '\u0000' });
    else if (letter !== undefined) found.push({ kind: 'field', letter: letter.toLowerCase(), length: whole.length });
    else throw new NotEmulated(`«${whole}» in a number format: ${pattern}`);
  }
  return found;
}
