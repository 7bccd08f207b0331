// What somebody typed, as a sentence of ours may repeat it.
import { tidy } from '../text.ts';

const LONGEST = 40;
/** Code units that hold so many characters, with what is not shown among them. */
const LOOKED_AT = 400;
/** Parts of a cell that one sentence names. */
const NAMED = 5;

/** One line of at most 40 characters. */
export function quoted(text: string): string {
  const characters = [...tidy(text.slice(0, LOOKED_AT))];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : characters.join('');
}

/** The first of them, and how many more there are. */
export function named(parts: readonly string[]): string[] {
  const rest = parts.length - NAMED;
  return rest > 0 ? [...parts.slice(0, NAMED), `và ${rest} mục nữa`] : [...parts];
}
