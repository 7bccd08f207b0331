// UTF-8 whose bytes some program has taken for letters («Äá»\u0081 nghá»‹»): a file opened in the wrong code page, copied from there.

/** What Windows shows for the bytes 80–9F; other programs show what cannot be seen. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';
const FIRST = 0x80;
const RUN = new RegExp(`[\\u0080-\\u00FF${WINDOWS}]+`, 'gu');
/** The first byte of a letter of ours, and one that goes on. */
const BEGUN = new RegExp(`[ÃÄÆá][\\u0080-\\u00BF${WINDOWS}]`, 'u');
/** «ư», «ơ», also where what was beside them is lost. */
const SURE = /Æ[°¡]/u;
/** Letters that Vietnamese alone has: no byte looks like one. */
const VIETNAMESE = /[ĂăĐđĨĩŨũƠơƯưẠ-ỹ]/u;
/** One may be a quoted word before three dots: «cá»…. */
const LEAST = 2;

export interface Misread {
  /** Pieces that become letters only Vietnamese has. */
  readonly count: number;
  /** The text as it was; undefined where some of it was lost, or other letters are among it. */
  readonly says: string | undefined;
}

/** Undefined for text that is as it was typed. Linear in its length. */
export function misreadIn(text: string): Misread | undefined {
  if (!BEGUN.test(text)) return undefined;
  let [count, isWhole] = [0, !VIETNAMESE.test(text)];
  const says = text.replace(RUN, (run) => {
    const told = decoded(run);
    if (told === undefined) isWhole &&= !BEGUN.test(run);
    if (VIETNAMESE.test(told ?? '') || SURE.test(run)) count += 1;
    return told ?? run;
  });
  return count < LEAST ? undefined : { count, says: isWhole ? says : undefined };
}

function decoded(run: string): string | undefined {
  const bytes = [...run].map((sign) => (WINDOWS.includes(sign) ? FIRST + WINDOWS.indexOf(sign) : sign.charCodeAt(0)));
  try {
    return decodeURIComponent(bytes.map((byte) => `%${byte.toString(16)}`).join(''));
  } catch {
    return undefined;
  }
}
