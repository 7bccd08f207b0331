// How text that people typed enters the Report: so much of it as anybody reads, in the letters it means, tidied line by
// line, personal data masked (rule 7.4).
import { type Cell, isEmpty, textOf } from '../cell.ts';
import { oldFontIn } from '../old-fonts.ts';
import { maskPersonalData } from '../personal-data.ts';
import { MOST_READ, tidyLines } from '../text.ts';

/** Looked at besides, for numbers that end behind the cut: none with its signs is as long. */
const BESIDES = 400;

/** The text of a cell as it may be sent and printed; line breaks stay, empty lines do not; «…» where it was cut. Undefined where it is empty. */
export function typedText(cell: Cell): string | undefined {
  const text = tidiedText(cell);
  if (text === undefined) return undefined;
  const masked = maskPersonalData(text);
  const more = Math.min(textOf(cell).length - MOST_READ, BESIDES);
  return more > 0 ? `${masked.slice(0, -more).replace(/\p{Cs}$/u, '')}…` : masked;
}

/** The same before anything is masked: what the check looks at, so that it names what mails mask (rule 7.3). */
export function tidiedText(cell: Cell): string | undefined {
  if (isEmpty(cell)) return undefined;
  const text = textOf(cell).slice(0, MOST_READ + BESIDES);
  return tidyLines(oldFontIn(text)?.says ?? text);
}

/** Whether only its beginning is looked at. */
export function isCutShort(cell: Cell): boolean {
  return typeof cell === 'string' && cell.length > MOST_READ;
}
