// Vietnamese text as people type it: one stored form (NFC, tidy), and one key under which spellings of the same words meet.
// JavaScript's \b and \w know ASCII letters only, so nothing here uses them.

/** Control and format characters (zero-width, soft hyphen, byte-order mark), without line feed and tab, which are white space. */
const INVISIBLE = /(?![\n\t])[\p{Cc}\p{Cf}]/gu;
const SPACES = /\s+/gu;
const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/gu;

/** What `tidy` would change besides the form: most texts have none of it, and a look is cheaper than three replacements. */
const UNTIDY = /^\s|\s$|\s\s|[^\S ]|[\p{Cc}\p{Cf}]/u;

/** One line: NFC, no invisible characters, runs of white space made one space, no space at the ends. */
export function tidy(text: string): string {
  const composed = text.normalize('NFC');
  if (!UNTIDY.test(composed)) return composed;
  return composed.replace(/\r\n?/gu, '\n').replace(INVISIBLE, '').replace(SPACES, ' ').trim();
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
  const tones = decomposed.match(TONES)?.join('') ?? '';
  const letters = decomposed.replace(TONES, '').normalize('NFC');
  return letters.replace(/^(qu|[^aăâeêioôơuưy]{1,3})y$/u, '$1i') + tones;
}
