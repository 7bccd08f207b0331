// Where two texts differ, line by line: the shortest script of lines taken away and added, as far as it is short; texts that have little in common
// are told as one place.
import { diffArrays } from 'diff';

/** Neighbouring lines that differ. Numbers are those of the first line, from 1, or of the line before which it would be. */
export interface Hunk {
  readonly oldLine: number;
  readonly old: readonly string[];
  readonly newLine: number;
  readonly new: readonly string[];
}

export interface LineDiff {
  readonly removed: number;
  readonly added: number;
  readonly hunks: readonly Hunk[];
}

/** Lines taken away and added beyond which the shortest script is not looked for: time and room grow with its square. */
const LONGEST = 1500;

/** @param before @param after lines without their ends */
export function diffLines(before: readonly string[], after: readonly string[]): LineDiff {
  const parts = diffArrays([...before], [...after], { maxEditLength: LONGEST });
  if (parts === undefined) {
    let start = 0;
    while (before[start] === after[start]) start += 1;
    const hunks = [{ oldLine: start + 1, old: before.slice(start), newLine: start + 1, new: after.slice(start) }];
    return { removed: without(before, after), added: without(after, before), hunks };
  }
  const hunks: { oldLine: number; old: string[]; newLine: number; new: string[] }[] = [];
  let [oldLine, newLine, isOpen] = [1, 1, false];
  for (const { value, added, removed } of parts) {
    const isChange = added || removed;
    if (isChange && !isOpen) hunks.push({ oldLine, old: [], newLine, new: [] });
    isOpen = isChange;
    const hunk = hunks[hunks.length - 1];
    if (removed) hunk?.old.push(...value);
    if (added) hunk?.new.push(...value);
    if (!added) oldLine += value.length;
    if (!removed) newLine += value.length;
  }
  const count = (side: 'old' | 'new') => hunks.reduce((n, hunk) => n + hunk[side].length, 0);
  return { removed: count('old'), added: count('new'), hunks };
}

/** Lines of the first that the second has not, each as often as it is missing. */
function without(lines: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  let missing = 0;
  for (const line of lines) {
    const count = left.get(line) ?? 0;
    if (count === 0) missing += 1;
    else left.set(line, count - 1);
  }
  return missing;
}
