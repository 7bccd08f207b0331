// Product A.5 as formulas: whether a text cell says anything. The twin of core/content.ts; a test holds them equal.
import { knownPhrases, LONGEST_PHRASE, NO_FORMULA, NOT_READ, PHRASES_READ, READ_AS_SPACE } from '../../core/content.ts';

/** Between phrases; a folded text holds none. */
const BAR = '|';

/** Signs that mean something in a list of a pattern. */
const MEANS = /[\\[\]^-]/u;

/** A text of a formula with each of these signs replaced; of a number Google makes an error. */
export function replaced(text: string, signs: string, by: string): string {
  const listed = [...signs].map((sign) =>
    MEANS.test(sign)
      ? `\\${sign}`
      : /[!-~]/u.test(sign)
        ? sign
        : `\\x{${sign.codePointAt(0)?.toString(16).toUpperCase()}}`,
  );
  return `REGEXREPLACE(${text};"[${listed.join('').replace('"', '""')}]";"${by}")`;
}

/** `foldPhrase` of core; bars stay where they part phrases. */
function folded(text: string, blank = READ_AS_SPACE): string {
  return `SUBSTITUTE(TRIM(${replaced(replaced(`LOWER(${text})`, blank, ' '), NOT_READ, '')});"ð";"đ")`;
}

/** The cell of «Tổng hợp» with the phrases everybody knows. */
export const knownPhrasesText = (): string => `${BAR}${[...knownPhrases()].join(BAR)}${BAR}`;

/** All phrases between bars: those known, and CAX's own from «Cấu hình». */
export const ALL_PHRASES = `=CauDaBiet&IFERROR(IF(ISTEXT(CauHinhCau);SUBSTITUTE(SUBSTITUTE(${folded(
  replaced(`LEFT(CauHinhCau;${PHRASES_READ})`, '\n;', BAR),
  READ_AS_SPACE.replace(BAR, ''),
)};" ${BAR}";"${BAR}");"${BAR} ";"${BAR}")&"${BAR}";"");"")`;

/** True of letters of a formula in a cell of text. */
export const isFormulaText = (cell: string): string =>
  `AND(LEFT(${cell};1)="=";${NO_FORMULA.map((start) => `LEFT(${cell};2)<>"${start}"`).join(';')})`;

/** True where a cell says something; a formula says nothing (rule 1.14). */
export function saysSomething(cell: string): string {
  return (
    `IF(ISFORMULA(${cell});1=0;IF(ISNUMBER(${cell});${cell}<>0;IF(ISTEXT(${cell});` +
    `IF(${isFormulaText(cell)};1=0;IF(LEN(${cell})>${LONGEST_PHRASE};1=1;ISERROR(FIND("${BAR}"&${folded(cell)}&"${BAR}";CauKhongNoiDung))));${cell}<>"")))`
  );
}
