// Vietnamese typed for fonts of other code pages, TCVN3 (.VnTime) and VNI, reaches a sheet as other letters: «§Ò nghÞ», «Höôùng daãn»; so does
// UTF-8 that was taken for another code page (misread.ts).
// It is recognised word by word, because every word of it becomes a Vietnamese syllable and none is one as it is; it is read as what
// it says only where nothing contradicts it (rule 7.6).

import { misreadIn } from './misread.ts';
import { composedOf } from './text.ts';

type Typed = 'TCVN3' | 'VNI';
export type OldFont = Typed | 'UTF-8';

export interface OldFontText {
  readonly font: OldFont;
  /** Words that are Vietnamese in no other way. */
  readonly count: number;
  /** What the text says; undefined where that is not certain: too little of it, or other words among it. */
  readonly says: string | undefined;
}

/** Signs of TCVN3 and their letters, in the same order. */
const TCVN3_SIGNS = 'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00ADõøö÷ùúýûüþ¡¢£¤¥¦§';
const TCVN3_LETTERS = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂÊÔƠƯĐ';

/** VNI: letters with a sign behind them. The same signs are behind capitals, as capitals. */
const VNI_TONES: Readonly<Record<string, string>> = { ù: '\u0301', ø: '\u0300', û: '\u0309', õ: '\u0303', ï: '\u0323' };
const VNI_BEHIND: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  a: { â: 'â', á: 'ấ', à: 'ầ', å: 'ẩ', ã: 'ẫ', ä: 'ậ', ê: 'ă', é: 'ắ', è: 'ằ', ú: 'ẳ', ü: 'ẵ', ë: 'ặ' },
  e: { â: 'ê', á: 'ế', à: 'ề', å: 'ể', ã: 'ễ', ä: 'ệ' },
  o: { â: 'ô', á: 'ố', à: 'ồ', å: 'ổ', ã: 'ỗ', ä: 'ộ' },
};
/** Those that are alone. */
const VNI_ALONE: Readonly<Record<string, string>> = { ô: 'ơ', ö: 'ư', ñ: 'đ', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' };

let tcvn3: ReadonlyMap<string, string> | undefined;

function fromTcvn3(word: string): string {
  tcvn3 ??= new Map([...TCVN3_SIGNS].map((sign, i) => [sign, [...TCVN3_LETTERS][i] ?? sign]));
  return [...word].map((sign) => tcvn3?.get(sign) ?? sign).join('');
}

function fromVni(word: string): string {
  return word.replace(/([aeoyuôö])([ùøûõïâáàåãäêéèúüë])|[ôöñæóòî]/giu, (signs, letter?: string, behind?: string) => {
    const [base, mark] = [(letter ?? signs).toLowerCase(), (behind ?? '').toLowerCase()];
    const plain = VNI_ALONE[base] ?? base;
    const tone = VNI_TONES[mark];
    const read = tone === undefined ? (VNI_BEHIND[base]?.[mark] ?? plain + mark) : (plain + tone).normalize('NFC');
    return letter !== undefined && letter === letter.toLowerCase()
      ? read
      : signs === signs.toLowerCase()
        ? read
        : capital(read, signs);
  });
}

/** «Aâ» is Â, «AÂ» too. */
const capital = (read: string, signs: string) =>
  signs.charAt(0) === signs.charAt(0).toUpperCase() ? read.toUpperCase() : read;

const READ: Readonly<Record<Typed, (word: string) => string>> = { TCVN3: fromTcvn3, VNI: fromVni };

const ONSET = 'b|ch?|d|đ|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x';
const OPEN =
  'a[iouy]?|â[uy]|eo?|êu?|ia?|iê?u|oa[iouy]?|oeo?|oi?|[ôơ]i?|u[aiy]?|u[êơ]|u[âa]y|u[aâôy]?i|uy[aêu]|ư[aiu]?|ươ[iu]|y(?:êu)?';
const CLOSED = '(?:[aăâeôuưy]|o[aăe]?|[iyu]ê|u[âôy]|uyê|ươ)(?:ch?|m|ng?|nh|p|t)|(?:[iê]|uê)(?:ch|m|nh?|p|t)|ơ[mnpt]';
/** A Vietnamese syllable, its tone taken off. */
const SYLLABLE = new RegExp(`^(?:${ONSET})?(?:${OPEN}|${CLOSED})$`, 'u');
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/gu;

function isSyllable(word: string): boolean {
  const apart = word.toLowerCase().normalize('NFD');
  const tones = apart.match(TONE)?.length ?? 0;
  return tones <= 1 && SYLLABLE.test(apart.replace(TONE, '').normalize('NFC'));
}

/** The words of a line, of which signs of both code pages are letters. */
const WORD = /[\p{L}\p{M}\u00A1-\u00BE\u00D7\u00F7]+/gu;
/** With a digit they touch: «3m×4m» and «5µm» are no words. */
const WORD_OR_MEASURE = /\d?[\p{L}\p{M}\u00A1-\u00BE\u00D7\u00F7]+\d?/gu;
/**
 * In TCVN3 what Unicode texts have too: a measure «m×n», a letter behind a quotation mark, a word broken by a soft hyphen (which is «ư»)
 * or by a space, of Vietnamese letters alone: «nhâ n».
 */
const MAY_BE_UNICODE = /\d|^[«©µ¼-¾]?(?:[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝ]?[A-Za-z\u00AD×à-ãè-êìíò-õùúý]*|[A-Z\u00AD×À-ÃÈ-ÊÌÍÒ-ÕÙÚÝ]*)$/u;
/** Invisible signs that are letters of no font. */
const NO_LETTERS = /(?!\u00AD)\p{Cf}/gu;
/** Letters and signs of the first page beyond ASCII: old fonts have nothing else. A sign by itself is a sign. */
const OF_OLD_FONTS = /^(?:[A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u00FE]|[A-Za-z\u00A1-\u00FE]{2,})$/u;
const LONGEST_WORD = 12;
/** One word may be somebody's name. */
const LEAST_TO_READ = 2;

/** What a word tells of a font: it is Vietnamese in no other way, or so but for signs of Unicode texts, it may be so, it cannot be. */
const [SURE, LIKELY, OPEN_TO_IT, AGAINST] = [2, 1, 0, -1];

/** The words of a sheet are few, and most come again. */
const told: Readonly<Record<Typed, Map<string, number>>> = { TCVN3: new Map(), VNI: new Map() };
const MOST_TOLD = 10_000;

function tells(found: string, font: Typed): number {
  const known = told[font].get(found);
  if (known !== undefined) return known;
  const grade = gradeOf(found, font);
  if (found.length <= LONGEST_WORD && told[font].size < MOST_TOLD) told[font].set(found, grade);
  return grade;
}

function gradeOf(found: string, font: Typed): number {
  const word = found.replace(/\d+/gu, '');
  if (word.length > LONGEST_WORD || !OF_OLD_FONTS.test(word)) return AGAINST;
  const read = READ[font](word);
  // These two are the same in VNI as in Unicode.
  if (read === word && !(font === 'VNI' && /^[A-Za-zíìÍÌ]+$/u.test(word))) return AGAINST;
  if (!isSyllable(read)) return AGAINST;
  if (isSyllable(word.replace(/\u00AD/gu, ''))) return OPEN_TO_IT;
  return font === 'TCVN3' && MAY_BE_UNICODE.test(found) ? LIKELY : SURE;
}

/** The font a text was typed for, where words of it are Vietnamese in no other way; undefined for Unicode. Linear in its length. */
export function oldFontIn(text: string): OldFontText | undefined {
  if (!/[\u00A1-\u00FE]/u.test(text)) return undefined;
  const misread = misreadIn(text);
  if (misread) return { font: 'UTF-8', ...misread };
  const lines = composedOf(text).replace(NO_LETTERS, '').split('\n');
  const words = lines.map((line) => (line.match(WORD_OR_MEASURE) ?? []).filter((word) => /[^A-Za-z\d]/u.test(word)));
  const [best, other] = (['TCVN3', 'VNI'] as const)
    .map((font) => {
      const grades = words.map((line) => line.map((word) => tells(word, font)));
      const isTold = grades.map((line) => line.some((one) => one >= LIKELY));
      const numberOf = (grade: number) => grades.flat().filter((one) => one === grade).length;
      // What is likely only bears out what is sure.
      const count = numberOf(SURE) + Math.min(numberOf(SURE), numberOf(LIKELY));
      // A line that says so and says otherwise too is not guessed at.
      const isWhole = count >= LEAST_TO_READ && grades.every((line, i) => !(isTold[i] && line.includes(AGAINST)));
      return { font, isTold, count, isWhole };
    })
    .sort((a, b) => b.count - a.count);
  if (!best || best.count === 0) return undefined;
  const { font, count, isTold, isWhole } = best;
  if (!isWhole || other?.isWhole) return { font, count, says: undefined };
  return { font, count, says: lines.map((line, i) => (isTold[i] ? line.replace(WORD, READ[font]) : line)).join('\n') };
}
