// Vietnamese text as people type it: one stored form (NFC, tidy), and one key under which spellings of the same words meet.
// JavaScript's \b and \w know ASCII letters only, so nothing here uses them.

/** So much of a cell is looked at: some two pages. The cell keeps the rest (rule 7.8). */
export const MOST_READ = 5000;

/** What is looked at of a cell by a reader of words, not of pages; never half a character. */
export function asRead(text: string): string {
  if (text.length <= MOST_READ) return text;
  return text.slice(0, /[\uD800-\uDBFF]/.test(text.charAt(MOST_READ - 1)) ? MOST_READ - 1 : MOST_READ);
}

/** More marks on one letter no writing has; putting thousands of them in order takes the square of their number. */
const MOST_MARKS = 30;
const TOO_MANY_MARKS = /(\p{M}{30})\p{M}+/gu;
/** Letters drawn as others: Icelandic and African Đ, Roman numbers of one sign; bullets of Word's fonts, which no other font has. */
const DRAWN_AS = /[\u00D0\u00F0\u0189\u0256\u2160-\u217F\uF020-\uF0FF]/gu;
/** Control and format characters (zero-width, soft hyphen, byte-order mark), without line feed and tab, which are white space; what is no character at all. */
const INVISIBLE = /(?![\n\t])[\p{Cc}\p{Cf}\p{Noncharacter_Code_Point}]/gu;
/** Half a character, left where a text was cut, can be neither sent nor put into an address. */
const HALVES = /\p{Cs}/gu;
const SPACES = /\s+/gu;
const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/gu;

/** What `tidy` would change besides the form: most texts have none of it, and a look is cheaper than the replacements. */
const UNTIDY =
  /^\s|\s$|\s\s|[^\S ]|[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}\u00D0\u00F0\u0189\u0256\u2160-\u217F\uF020-\uF0FF]/u;

/** One line: NFC, no invisible characters, runs of white space made one space, no space at the ends; «Ð» is Đ, «Ⅱ» II, Word's bullets «•». */
export function tidy(text: string): string {
  const composed = composedOf(text);
  if (!UNTIDY.test(composed)) return composed;
  return composed
    .replace(/\r\n?/gu, '\n')
    .replace(INVISIBLE, '')
    .replace(HALVES, '\uFFFD')
    .replace(DRAWN_AS, drawnAs)
    .replace(SPACES, ' ')
    .trim();
}

/** NFC, in time that grows with the length of any text. */
export function composedOf(text: string): string {
  const read = text.length > MOST_MARKS ? text.replace(TOO_MANY_MARKS, '$1') : text;
  return read.normalize('NFC');
}

function drawnAs(sign: string): string {
  if (sign === '\u00D0' || sign === '\u0189') return 'Đ';
  if (sign === '\u00F0' || sign === '\u0256') return 'đ';
  return sign >= '\uF020' ? '•' : sign.normalize('NFKC');
}

/** The lines of a text, each tidied; empty ones are left out. */
export function tidyLines(text: string): string {
  return text
    .split(/\r\n?|\n/u)
    .map(tidy)
    .filter((line) => line !== '')
    .join('\n');
}

/**
 * The key under which spellings meet: «Công an xã» = «CÔNG AN XÃ», «Văn hoá» = «Văn hóa», «tỷ lệ» = «tỉ lệ»,
 * «Văn hóa – Thông tin» = «Văn hóa- Thông tin», decomposed = composed. Tones and vowels still count: «má» ≠ «mà», «o» ≠ «ô».
 */
export function fold(text: string): string {
  if (text.length > LONGEST_NAME) return foldAnew(text);
  const known = folded.get(text);
  if (known !== undefined) return known;
  if (folded.size >= MOST_NAMES) folded.clear();
  const key = foldAnew(text);
  folded.set(text, key);
  return key;
}

/** Names are compared with each other again and again in one run; longer texts are not names. */
const LONGEST_NAME = 200;
const MOST_NAMES = 2000;
const folded = new Map<string, string>();

function foldAnew(text: string): string {
  return tidy(text)
    .toLowerCase()
    .replace(DASHES, '-')
    .replace(/[“”«»„]/gu, '"')
    .replace(/[‘’]/gu, "'")
    .replace(/ ?([-,;:/&()]) ?/gu, '$1')
    .replace(/\p{L}[\p{L}\p{M}]*/gu, foldSyllable)
    .trim();
}

/** Grave, acute, tilde, hook above, dot below. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/**
 * A syllable with its tone behind it, wherever it was written («hoà», «hòa» → «hoa`»), and a final y that sounds as i
 * written i («kỹ», «kĩ»; «quý», «quí»).
 */
function foldSyllable(syllable: string): string {
  const decomposed = syllable.normalize('NFD');
  // In one order: a text is put into NFC again where it is folded again.
  const tones = decomposed.match(TONES)?.sort().join('') ?? '';
  const letters = decomposed.replace(TONES, '').normalize('NFC');
  return letters.replace(/^(qu|[^aăâeêioôơuưy]{1,3})y$/u, '$1i') + tones;
}
