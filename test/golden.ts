// Golden files: what people read, kept as files that people have looked at. UPDATE_GOLDEN=1 writes them anew and tells, by kind of
// document, which files changed and by how many lines.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, expect } from 'vitest';

const update = process.env['UPDATE_GOLDEN'] === '1';

/** Lines of one text that the other has not. */
function more(text: string, other: string): number {
  const left = new Map<string, number>();
  for (const line of other.split('\n')) left.set(line, (left.get(line) ?? 0) + 1);
  return text.split('\n').filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  }).length;
}

/** @param kind what these documents are, as the summary calls them @returns asks whether a text is what its file says */
export function goldenIn(folder: URL, kind: string): (file: string, content: string) => void {
  const changed: string[] = [];
  let looked = 0;
  afterAll(() => {
    if (!update) return;
    const list = changed.map((line) => `\n    ${line}`).join('');
    process.stdout.write(`golden ${kind}: ${changed.length} of ${looked} files changed${list}\n`);
  });
  return (file, content) => {
    const path = new URL(file, folder);
    looked += 1;
    if (update) {
      const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
      if (before !== content) changed.push(`${file}: +${more(content, before)} −${more(before, content)} lines`);
      mkdirSync(folder, { recursive: true });
      writeFileSync(path, content);
    }
    expect(content).toBe(readFileSync(path, 'utf8'));
  };
}

type Page = [name: string, text: string];

/**
 * A long text as files a reader can take in, one beginning at each line that is a heading.
 * @param heading of whole lines; what stands before the first is the text's own file
 * @returns names without their ending, and the texts; joined, they are the text again
 */
export function divided(name: string, text: string, heading: RegExp): [Page, ...Page[]] {
  const begins = new RegExp(`^(?=(?:${heading.source})$)`, 'mu');
  const [first = '', ...further] = text.split(begins);
  return [[name, first], ...further.map((part, i): Page => [`${name}-${i + 1}`, part])];
}
