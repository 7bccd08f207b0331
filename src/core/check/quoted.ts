// What somebody typed, as a sentence of ours may repeat it.
import { maskPersonalData } from '../personal-data.ts';
import { asRead, tidy } from '../text.ts';

const LONGEST = 40;
/** Parts of a cell that one sentence names. */
const NAMED = 5;

/**
 * One line of at most 40 characters. A number of a person is masked before it is cut: its beginning alone would pass for another; and
 * what is cut to the length of one is masked too.
 */
export function quoted(text: string): string {
  const characters = [...maskPersonalData(tidy(asRead(text)))];
  if (characters.length <= LONGEST) return characters.join('');
  return `${maskPersonalData(characters.slice(0, LONGEST - 1).join(''))}…`;
}

/** The first of them, and how many more there are. */
export function named(parts: readonly string[]): string[] {
  const rest = parts.length - NAMED;
  return rest > 0 ? [...parts.slice(0, NAMED), `và ${rest} mục nữa`] : [...parts];
}
