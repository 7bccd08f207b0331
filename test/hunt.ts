// How far random tests look. `npm test` plays few cases, the same ones every time, so that it says whether the code has changed;
// `npm run hunt` plays many, others each time. HUNT=n is the number of plays, HUNT_SEED=n repeats what a hunt has printed.
import fc from 'fast-check';

/** How many plays a hunt makes of each property; 0: no hunt. */
const HUNT = Number(process.env['HUNT'] ?? 0);
/** So many times the cases of a property that plays nothing. */
const FURTHER = 10;
const USUAL_SEED = 6;

const seed = Number(process.env['HUNT_SEED'] ?? USUAL_SEED);
/** Cases of a property that says nothing else. */
const USUAL_CASES = 100;

fc.configureGlobal({ seed, ...cases(USUAL_CASES) });

/** For a property that plays a sheet: seconds a case. */
export function plays(few: number): { numRuns: number; endOnFailure: boolean } {
  // A shrinking play takes hours, a hunt has time for it.
  return { numRuns: HUNT > 0 ? HUNT : few, endOnFailure: HUNT === 0 };
}

/** For a property of pure functions. */
export function cases(few: number): { numRuns: number } {
  return { numRuns: HUNT > 0 ? Math.max(HUNT, few * FURTHER) : few };
}
