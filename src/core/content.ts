// Whether a text says anything (rule 3.8): people write «Không có khó khăn, vướng mắc.», «/», «...», «n/a» where there is nothing
// to say. One list of phrases, compared after one folding that a sheet formula can do too (sheet/formulas/content.ts).
import { type Cell, textOf } from './cell.ts';

/** What says nothing: the phrases everybody knows, and CAX's own, as `foldPhrase` leaves them. */
export interface Phrases {
  readonly own: readonly string[];
  has(phrase: string): boolean;
}

/** Read as a space: punctuation, line breaks, the blanks of word processors. */
export const READ_AS_SPACE = '.,;:!?…-–—‑−_/*+=~()[]"\'“”«»•·|\u00A0\t\n\r';
/** Read as nothing: zero-width characters, the soft hyphen. */
export const NOT_READ = '\u200B\u200C\u200D\u2060\uFEFF\u00AD';
/** A longer text says something: nobody looks for a phrase in it. */
export const LONGEST_PHRASE = 200;
/** So much of the cell with CAX's own phrases is read. */
export const PHRASES_READ = 5000;

const spaces = new RegExp(
  `[${[...READ_AS_SPACE].map((sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`).join('')}]`,
  'gu',
);
const unread = new RegExp(NOT_READ.split('').join('|'), 'gu');

/** Letter case, punctuation, blanks and zero-width characters folded, Icelandic «ð» read as đ; NFC and NFD stay apart, as they do in a sheet. */
export function foldPhrase(text: string): string {
  return text
    .replace(spaces, ' ')
    .replace(unread, '')
    .replace(/ +/gu, ' ')
    .replace(/^ | $/gu, '')
    .toLowerCase()
    .replace(/\u00F0/gu, 'đ');
}

const WORDS = [
  ...['không', 'ko', 'k', 'kg', 'khong', 'không ạ', 'dạ không', 'không nhé', 'không ko', '0', '00', 'n a', 'na', 'no'],
  ...['none', 'nil', 'null', 'nothing', 'chưa', 'chưa ạ', 'chưa có ạ', 'không có ạ', 'không cả', 'khong co', 'k có'],
  ...['không có gì', 'ko có gì', 'chưa có gì', 'không gì', 'không có gì cả', 'không có gì thêm', 'không có gì mới'],
  ...[
    'không có gì khó khăn',
    'không có gì vướng mắc',
    'không có gì phát sinh',
    'không có gì thay đổi',
    'không thay đổi',
  ],
  ...['không phát sinh gì', 'không phát sinh mới', 'không xảy ra', 'không phải báo cáo', 'không báo cáo', 'như trên'],
  ...['chưa thực hiện', 'chưa triển khai', 'chưa làm', 'không thực hiện', 'bình thường', 'chưa rõ', 'chưa cập nhật'],
];
/** Few: each phrase is written into every sheet. */
const POLITE = [
  'không có khó khăn gì ạ',
  'không có vướng mắc gì ạ',
  'không có khó khăn nào',
  'không có vướng mắc nào',
  'không có gì ạ',
];
const PLAIN = ['không', 'không có', 'chưa có', 'không phát sinh', 'chưa phát sinh', 'không có khó khăn vướng mắc'];
const TIMES = ['trong kỳ', 'trong tháng', 'kỳ này', 'tháng này', 'hiện tại', 'hiện nay', 'đến nay'];
const DENIALS = ['không', 'không có', 'không gặp', 'không phát sinh', 'chưa có', 'chưa phát sinh', 'ko có'];
const THINGS = [
  ...['khó khăn', 'vướng mắc', 'khó khăn vướng mắc', 'vướng mắc khó khăn', 'khó khăn và vướng mắc', 'điểm nghẽn'],
  ...['khó khăn gì', 'vướng mắc gì', 'khó khăn vướng mắc gì', 'tồn tại hạn chế', 'vấn đề gì', 'ý kiến', 'ý kiến gì'],
  ...['ý kiến khác', 'ý kiến gì thêm', 'đề xuất', 'kiến nghị', 'đề nghị', 'đề xuất kiến nghị', 'kiến nghị đề xuất'],
  ...['đề xuất gì', 'kiến nghị gì', 'đề xuất kiến nghị gì', 'phát sinh', 'kết quả', 'số liệu', 'thông tin', 'nội dung'],
];

function phrases(): string[] {
  const denied = DENIALS.flatMap((denial) => THINGS.map((thing) => `${denial} ${thing}`));
  const timed = PLAIN.flatMap((plain) => TIMES.flatMap((time) => [`${time} ${plain}`, `${plain} ${time}`]));
  return [...WORDS, ...POLITE, ...PLAIN, ...DENIALS, ...denied, ...timed];
}

let known: ReadonlySet<string> | undefined;

/** The phrases everybody knows, in both forms of Unicode that people's keyboards write; made when first asked for, because a keystroke's run needs none. */
export function knownPhrases(): ReadonlySet<string> {
  known ??= new Set(['', ...phrases().flatMap((phrase) => [phrase, phrase.normalize('NFD')])]);
  return known;
}

/** CAX's own phrases as the cell of «Cấu hình» holds them: one a line, or with semicolons between. */
export function readPhrases(cell: Cell): string[] {
  if (typeof cell !== 'string') return [];
  const folded = cell
    .slice(0, PHRASES_READ)
    .split(/[\n;|]/u)
    .map(foldPhrase);
  return [...new Set(folded)].filter((phrase) => !knownPhrases().has(phrase));
}

/** The known phrases and CAX's own. */
export function phrasesWith(own: readonly string[] = []): Phrases {
  return { own, has: (phrase) => knownPhrases().has(phrase) || own.includes(phrase) };
}

/** How a text with an equals sign in front begins that is no formula: «=> đã gửi», «= 5 hồ sơ». */
export const NO_FORMULA = ['=', '=>', '= ', '=='] as const;

/** A formula that a cell of text has kept as its letters: nobody has said it. */
export function isFormulaText(cell: Cell): boolean {
  const start = typeof cell === 'string' ? cell.slice(0, 2) : '';
  return start.startsWith('=') && !NO_FORMULA.some((other) => other === start);
}

/** True where a text column holds more than a phrase that says nothing, and no letters of a formula. */
export function saysSomething(cell: Cell, phrases: Phrases): boolean {
  if (isFormulaText(cell)) return false;
  const text = textOf(cell);
  return text.length > LONGEST_PHRASE || !phrases.has(foldPhrase(text));
}
