// Where Google gives back something else than it was given: written, read again at once, and as different as before, with nobody's hand between.
// No repair would ever end it. It is remembered by what differs and not by its place, so that it is neither proposed nor repaired again, while
// damage of any other kind still is; it is said once and stands in the answers of «Tự kiểm trên Google».
import type { Change } from '../sheet/change.ts';
import { describeChanges } from '../sheet/describe.ts';
import { fingerprint } from '../sheet/fingerprint.ts';
import type { RightsChange } from '../sheet/rights.ts';
import type { Ports } from './ports.ts';

/** Script properties: marks, without anything between; and what they are about, a line each. */
const MARKS = 'disputes';
const WORDS = 'disputesInWords';

/** A property holds 9 kB. Whoever keeps more disputes than that is at fault himself, and is told of them again. */
const MARK_LENGTH = 8;
const MOST_MARKS = 1000;
const LONGEST_WORDS = 6000;

/** What a sync or the night would write. */
export interface Written {
  readonly changes: readonly Change[];
  readonly rights: readonly RightsChange[];
}

type Store = Readonly<Record<string, string>>;

/** What is left to write where some of it is disputed. */
export function undisputed(written: Written, store: Store): Written {
  const known = new Set(marksOf(store));
  if (known.size === 0) return written;
  const isOpen = (one: Change | RightsChange) => {
    const mark = markOf(one);
    return mark === undefined || !known.has(mark);
  };
  return { changes: written.changes.filter(isOpen), rights: written.rights.filter(isOpen) };
}

/** Whether anything that was written stood there before, and so may stand there unchanged. */
export function mayBeDisputed({ changes, rights }: Written): boolean {
  return [...changes, ...rights].some(({ clash }) => clash !== undefined);
}

/** What was written and is found again as it had stood: remembered. In words. */
export function learnDisputes({ store }: Ports, written: Written, found: Written): string[] {
  const before = new Set([...written.changes, ...written.rights].map(markOf));
  const isSame = (one: Change | RightsChange) => one.clash !== undefined && before.has(markOf(one));
  const changes = found.changes.filter(isSame);
  const rights = found.rights.filter(isSame);
  const fresh = [...new Set([...changes, ...rights].flatMap((one) => markOf(one) ?? []))];
  if (fresh.length === 0) return [];
  const words = [
    ...new Set(
      [...describeChanges(changes), ...rights.map((right) => ({ text: right.words }))].map(({ text }) => text),
    ),
  ];
  const known = store.all();
  store.set(MARKS, [...marksOf(known), ...fresh].slice(0, MOST_MARKS).join(''));
  store.set(WORDS, [...disputesInWords(known), ...words].join('\n').slice(0, LONGEST_WORDS));
  return words;
}

/** What all known disputes are about, for those who keep the program. */
export function disputesInWords(store: Store): string[] {
  return (store[WORDS] ?? '').split('\n').filter((line) => line !== '');
}

function marksOf(store: Store): string[] {
  const text = store[MARKS] ?? '';
  return Array.from({ length: text.length / MARK_LENGTH }, (_, i) =>
    text.slice(i * MARK_LENGTH, (i + 1) * MARK_LENGTH),
  );
}

function markOf(one: Change | RightsChange): string | undefined {
  if (one.clash === undefined) return undefined;
  const what = 'kind' in one ? `${one.kind} ${'tab' in one ? one.tab : ''}` : 'rights';
  return fingerprint(`${what} ${one.clash}`).slice(0, MARK_LENGTH);
}
