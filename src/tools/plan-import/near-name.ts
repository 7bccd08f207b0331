// Names that nearly are a known one: a slip of the pen, offered to a person and never taken by itself.
import type { Unit } from '../../core/plan.ts';
import { fold } from '../../core/text.ts';

/** Of so many letters one may differ, at most three. */
const LETTERS_A_SLIP = 6;
const MOST_SLIPS = 3;

/** The known spelling nearest to a name, where it is near enough. */
export function nearName(
  name: string,
  units: readonly Unit[],
): { readonly unit: Unit; readonly spelling: string } | undefined {
  const key = fold(name);
  let nearest: { unit: Unit; spelling: string; slips: number } | undefined;
  for (const unit of units) {
    for (const spelling of [unit.name, ...unit.aliases]) {
      const known = fold(spelling);
      const most = Math.min(
        MOST_SLIPS,
        Math.max(1, Math.floor(known.length / LETTERS_A_SLIP)),
        (nearest?.slips ?? 9) - 1,
      );
      const slips = Math.abs(known.length - key.length) > most ? most + 1 : slipsBetween(key, known);
      if (slips <= most) nearest = { unit, spelling, slips };
    }
  }
  return nearest;
}

/** Letters put in, left out, changed or swapped with their neighbour. */
function slipsBetween(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  let before: number[] = [];
  let last = b.map((_, index) => index).concat(b.length);
  for (let i = 1; i <= a.length; i += 1) {
    const line = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min((last[j] ?? 0) + 1, (line[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      line.push(least);
    }
    before = last;
    last = line;
  }
  return last[b.length] ?? 0;
}
