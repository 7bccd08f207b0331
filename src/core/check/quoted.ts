// What somebody typed, as a sentence of ours may repeat it.
import { tidy } from '../text.ts';

const LONGEST = 40;

/** One line of at most 40 characters. */
export function quoted(text: string): string {
  const characters = [...tidy(text)];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : characters.join('');
}
