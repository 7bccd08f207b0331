// Where Google gives back something else than it was given: written twice, read again at once, and as different as before, with nobody's hand between.
// No repair would ever end it. It is remembered by what differs and not by its place, so that it is neither proposed nor repaired again, while
// damage of any other kind still is; it is said once and stands in the answers of «Tự kiểm trên Google».

import { fingerprint } from '../../core/fingerprint.ts';
import type { Change } from '../../sheet/change.ts';
import { describeChanges } from '../../sheet/describe.ts';
import type { RightsChange } from '../../sheet/rights.ts';
import type { Ports } from '../ports.ts';

/** Script properties: marks of disputes, and of what was written last, without anything between; and what the disputes are about, a line each. */
const DISPUTED = 'disputes';
const WRITTEN = 'written';
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
  const known = new Set(marksIn(store[DISPUTED]));
  if (known.size === 0) return written;
  const isOpen = (one: Change | RightsChange) => {
    const mark = markOf(one);
    return mark === undefined || !known.has(mark);
  };
  return { changes: written.changes.filter(isOpen), rights: written.rights.filter(isOpen) };
}

/**
 * What was written now and the time before, and is found again as it had stood: remembered. In words.
 * @param look again, only where something was written a second time
 */
export function learnDisputes({ store }: Ports, written: Written, look: () => Written): string[] {
  const known = store.all();
  const before = marksIn(known[WRITTEN]);
  const marks = marksOf(written);
  const twice = new Set(marks.filter((mark) => before.includes(mark)));
  if (marks.join('') !== known[WRITTEN]) store.set(WRITTEN, marks.join(''));
  if (twice.size === 0) return [];
  const found = look();
  const isSame = (one: Change | RightsChange) => twice.has(markOf(one) ?? '');
  const changes = found.changes.filter(isSame);
  const rights = found.rights.filter(isSame);
  const fresh = marksOf({ changes, rights });
  if (fresh.length === 0) return [];
  const lines = [...describeChanges(changes).map(({ text }) => text), ...rights.map((right) => right.words)];
  const words = [...new Set(lines)];
  remember(store, fresh, words);
  return words;
}

/** Protections Google would not add because they are there, though it shows none: remembered at once, for every try would be refused. In words. */
export function learnUnseen({ store }: Ports, rights: readonly RightsChange[]): string[] {
  const words = [`Vùng bảo vệ: Google không cho thấy ${rights.length} vùng đang có, hệ thống không biết có đúng không`];
  remember(store, marksOf({ changes: [], rights }), words);
  return words;
}

function remember(store: Ports['store'], marks: readonly string[], words: readonly string[]): void {
  const known = store.all();
  store.set(DISPUTED, [...marksIn(known[DISPUTED]), ...marks].slice(0, MOST_MARKS).join(''));
  store.set(WORDS, [...disputesInWords(known), ...words].join('\n').slice(0, LONGEST_WORDS));
}

/** What all known disputes are about, for those who keep the program. */
export function disputesInWords(store: Store): string[] {
  return (store[WORDS] ?? '').split('\n').filter((line) => line !== '');
}

function marksOf({ changes, rights }: Written): string[] {
  const marks = new Set([...changes, ...rights].flatMap((one) => markOf(one) ?? []));
  return [...marks].slice(0, MOST_MARKS);
}

function marksIn(text = ''): string[] {
  return Array.from({ length: text.length / MARK_LENGTH }, (_, i) =>
    text.slice(i * MARK_LENGTH, (i + 1) * MARK_LENGTH),
  );
}

function markOf(one: Change | RightsChange): string | undefined {
  if (one.clash === undefined) return undefined;
  const what = 'kind' in one ? `${one.kind} ${'tab' in one ? one.tab : ''}` : 'rights';
  return fingerprint(`${what} ${one.clash}`).slice(0, MARK_LENGTH);
}
