// Where two texts differ, line by line: the shortest script of lines taken away and added (E. W. Myers, 1986), as far as it is short; texts that
// have little in common are told by what each has and the other has not. Pure.

/** Neighbouring lines that differ. Numbers are those of the first line, from 1, or of the line before which it would stand. */
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
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let tail = 0;
  const most = Math.min(before.length, after.length) - start;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const [a, b] = [before.slice(start, before.length - tail), after.slice(start, after.length - tail)];
  const kept = keptPairs(a, b);
  const hunks = hunksBetween(a, b, kept ?? []).map((hunk) => ({
    ...hunk,
    oldLine: hunk.oldLine + start,
    newLine: hunk.newLine + start,
  }));
  if (kept === undefined) return { removed: without(a, b), added: without(b, a), hunks };
  return { removed: a.length - kept.length, added: b.length - kept.length, hunks };
}

/** Indices of equal lines in their order, along a longest common subsequence; nothing where the script is too long. */
function keptPairs(a: readonly string[], b: readonly string[]): [number, number][] | undefined {
  const furthest = new Map<number, number>([[1, 0]]);
  const trace: Map<number, number>[] = [];
  for (let d = 0; d <= Math.min(a.length + b.length, LONGEST); d += 1) {
    const before = new Map(furthest);
    trace.push(before);
    for (let k = -d; k <= d; k += 2) {
      let x = comesFromAbove(furthest, k, d) ? (furthest.get(k + 1) ?? 0) : (furthest.get(k - 1) ?? 0) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      furthest.set(k, x);
      if (x >= a.length && x - k >= b.length) return walkBack(trace, a.length, b.length);
    }
  }
  return undefined;
}

/** Whether the furthest path to this diagonal adds a line, rather than takes one away. */
function comesFromAbove(furthest: ReadonlyMap<number, number>, k: number, d: number): boolean {
  return k === -d || (k !== d && (furthest.get(k - 1) ?? -1) < (furthest.get(k + 1) ?? -1));
}

function walkBack(trace: readonly ReadonlyMap<number, number>[], ax: number, by: number): [number, number][] {
  const pairs: [number, number][] = [];
  let [x, y] = [ax, by];
  for (let d = trace.length - 1; d >= 0; d -= 1) {
    const furthest = trace[d] ?? new Map<number, number>();
    const k = x - y;
    const from = comesFromAbove(furthest, k, d) ? k + 1 : k - 1;
    const [fromX, fromY] = d === 0 ? [0, 0] : [furthest.get(from) ?? 0, (furthest.get(from) ?? 0) - from];
    while (x > fromX && y > fromY) {
      x -= 1;
      y -= 1;
      pairs.push([x, y]);
    }
    [x, y] = [fromX, fromY];
  }
  return pairs.reverse();
}

function hunksBetween(a: readonly string[], b: readonly string[], kept: readonly [number, number][]): Hunk[] {
  const hunks: Hunk[] = [];
  let [x, y] = [0, 0];
  for (const [nextX, nextY] of [...kept, [a.length, b.length] as const]) {
    if (nextX > x || nextY > y) {
      hunks.push({ oldLine: x + 1, old: a.slice(x, nextX), newLine: y + 1, new: b.slice(y, nextY) });
    }
    [x, y] = [nextX + 1, nextY + 1];
  }
  return hunks;
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
