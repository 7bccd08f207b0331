// Product A.5 as formulas: whether a text cell says anything. The twin of core/content.ts; a test holds them equal.
import { knownPhrases, LONGEST_PHRASE, NOT_READ, PHRASES_READ, READ_AS_SPACE } from '../../core/content.ts';

/** Between phrases; a folded text holds none. */
const BAR = '|';

function sign(character: string): string {
  if (character === '"') return '""""';
  const code = character.charCodeAt(0);
  return code > 32 && code < 127 ? `"${character}"` : `UNICHAR(${code})`;
}

/** `foldPhrase` of core; bars stay where they part phrases. */
function folded(text: string, replaced = READ_AS_SPACE): string {
  const read = [...replaced].reduce((inner, one) => `SUBSTITUTE(${inner};${sign(one)};" ")`, text);
  const clean = [...NOT_READ].reduce((inner, one) => `SUBSTITUTE(${inner};${sign(one)};"")`, read);
  return `SUBSTITUTE(LOWER(TRIM(${clean}));"ð";"đ")`;
}

/** The cell of «Tổng hợp» with the phrases everybody knows. */
export const knownPhrasesText = (): string => `${BAR}${[...knownPhrases()].join(BAR)}${BAR}`;

/** All phrases between bars: those known, and CAX's own from «Cấu hình». */
export const ALL_PHRASES = `=CauDaBiet&IF(ISTEXT(CauHinhCau);SUBSTITUTE(SUBSTITUTE(${folded(
  [...'\n;'].reduce((inner, one) => `SUBSTITUTE(${inner};${sign(one)};"${BAR}")`, `LEFT(CauHinhCau;${PHRASES_READ})`),
  READ_AS_SPACE.replace(BAR, ''),
)};" ${BAR}";"${BAR}");"${BAR} ";"${BAR}")&"${BAR}";"")`;

/** True where a cell says something; a formula says nothing (product A.10). */
export function saysSomething(cell: string): string {
  return (
    `IF(ISFORMULA(${cell});1=0;IF(ISNUMBER(${cell});${cell}<>0;IF(ISTEXT(${cell});` +
    `IF(LEN(${cell})>${LONGEST_PHRASE};1=1;ISERROR(FIND("${BAR}"&${folded(cell)}&"${BAR}";CauKhongNoiDung)));${cell}<>"")))`
  );
}
