// Lines of text → as few letters as words that come again allow: words, then neighbours that often are together.
import { type PackedLines, SIGNS, SINGLE } from '../../core/packed-lines.ts';

/** A word with the blank before it and the mark behind it, a number, or any other sign. */
const WORDS = / ?[\p{L}\p{M}]+[,.;:]?|"[,\]]"?|\d+|[\s\S]/gu;
const MOST = SINGLE + (SIGNS.length - SINGLE) * SIGNS.length;
/** Neighbours become a word of their own so many at a time, where they are together at least so often. */
const [AT_ONCE, OFTEN, ROUNDS] = [400, 4, 8];

/** @throws Error where the texts have more different words than there are places */
export function packLines(texts: readonly string[]): PackedLines {
  let lines = texts.map((text) => text.match(WORDS)?.map(String) ?? []);
  for (let round = 0; round < ROUNDS && counted(lines).size + AT_ONCE <= MOST; round += 1) {
    const pairs = counted(lines.map((line) => line.slice(1).map((word, i) => `${line[i]}\u0000${word}`)));
    const chosen = new Set(
      [...pairs]
        .filter(([, count]) => count >= OFTEN)
        .sort(byCount)
        .slice(0, AT_ONCE)
        .map(([pair]) => pair),
    );
    if (chosen.size === 0) break;
    lines = lines.map((line) => joined(line, chosen));
  }
  const words = [...counted(lines)].sort(byCount).map(([word]) => word);
  if (words.length > MOST)
    throw new Error(`kế hoạch có ${words.length} từ khác nhau, nhiều hơn ${MOST} từ mà tập lệnh chứa được`);
  const codes = new Map(words.map((word, i) => [word, codeOf(i)]));
  return { words, lines: lines.map((line) => line.map((word) => codes.get(word)).join('')) };
}

function joined(line: readonly string[], pairs: ReadonlySet<string>): string[] {
  const words: string[] = [];
  for (let i = 0; i < line.length; i += 1) {
    const [word = '', next] = [line[i], line[i + 1]];
    if (next !== undefined && pairs.has(`${word}\u0000${next}`)) {
      words.push(word + next);
      i += 1;
    } else words.push(word);
  }
  return words;
}

function counted(lines: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) for (const word of line) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The commonest first; of equals in one order everywhere. */
function byCount([a, m]: readonly [string, number], [b, n]: readonly [string, number]): number {
  return n - m || (a < b ? -1 : 1);
}

function codeOf(place: number): string {
  if (place < SINGLE) return SIGNS[place] ?? '';
  const beyond = place - SINGLE;
  return `${SIGNS[SINGLE + Math.floor(beyond / SIGNS.length)]}${SIGNS[beyond % SIGNS.length]}`;
}
