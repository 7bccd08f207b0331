// The door through which text that people typed enters the Report: tidied line by line, personal data masked (product §7).
import { type Cell, isEmpty, textOf } from '../cell.ts';
import { maskPersonalData } from '../personal-data.ts';
import { tidyLines } from '../text.ts';

/** The text of a cell as it may be sent and printed; line breaks stay, empty lines do not. Undefined where it is empty. */
export function typedText(cell: Cell): string | undefined {
  const text = tidiedText(cell);
  return text === undefined ? undefined : maskPersonalData(text);
}

/** The same before anything is masked: what the check looks at, so that it names what mails mask (product A.13). */
export function tidiedText(cell: Cell): string | undefined {
  if (isEmpty(cell)) return undefined;
  // Half a character, left where a long text was cut, can be neither sent nor put into an address.
  return tidyLines(textOf(cell)).replace(/\p{Cs}/gu, '\uFFFD');
}
