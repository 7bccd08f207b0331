// Words of cells and names of units as keys that can be compared: one token a word or sign, folded, so that spellings meet;
// and the lexicon of a list of units, built once a list.
import type { Unit } from './plan.ts';
import { asRead, fold, tidy } from './text.ts';

/** A word, or one sign of punctuation. */
export interface NameToken {
  readonly text: string;
  /** The key under which spellings of a word meet. */
  readonly key: string;
  readonly spaced: boolean;
  readonly startsLine: boolean;
}

/** Verbs whose object is the unit that follows directly: «tham mưu UBND xã». */
const ADVISING = ['chủ trì', 'tham mưu', 'tham mưu cho', 'tham mưu giúp'];
/** Verbs after which everything up to the next «;» or line tells what is done: «đề xuất, rà soát các mẫu đơn, tờ khai …». */
const TELLING = ['đề xuất', 'rà soát', 'phối hợp'];

const TOKEN = /[\p{L}\p{M}\p{N}]+|[^\s]/gu;

/** `fold` moves no word past a sign and joins no two words, so the folded line has the same tokens in the same order. */
export function tokenize(cell: string): NameToken[] {
  return asRead(cell)
    .split(/[\r\n]+/u)
    .flatMap((line) => {
      const keys = fold(line).match(TOKEN) ?? [];
      const tidied = tidy(line);
      return [...tidied.matchAll(TOKEN)].map((match, index) => ({
        text: match[0],
        key: keys[index] ?? '',
        spaced: tidied[match.index - 1] === ' ',
        startsLine: index === 0,
      }));
    });
}

/** The keys of a name, one a word or sign. */
export function keysOf(name: string): string[] {
  return tokenize(name).map((token) => token.key);
}

/** One way to write a unit. */
export interface Spelling {
  readonly keys: readonly string[];
  readonly unit: Unit;
}

/** The names of a list of units, ready to be found in a cell. */
export interface Lexicon {
  /** Spellings by their first word, longest first. */
  readonly byFirstWord: ReadonlyMap<string, readonly Spelling[]>;
  readonly byName: ReadonlyMap<string, Unit>;
  readonly byCode: ReadonlyMap<string, Unit>;
  /** Direct members of a collective. */
  readonly members: ReadonlyMap<string, readonly Unit[]>;
  /** The verbs of clauses, folded here so that loading the module costs nothing. */
  readonly advising: readonly string[][];
  readonly telling: readonly string[][];
}

/** One lexicon a list of units: a closing reads thousands of cells against the same list. */
const lexicons = new WeakMap<readonly Unit[], Lexicon>();

/** The lexicon of a list of units; the list must not change afterwards. */
export function lexiconOf(units: readonly Unit[]): Lexicon {
  const known = lexicons.get(units);
  if (known) return known;
  const byFirstWord = new Map<string, Spelling[]>();
  const byName = new Map<string, Unit>();
  const members = new Map<string, Unit[]>();
  for (const unit of units) {
    for (const name of [unit.name, ...unit.aliases]) {
      const keys = keysOf(name);
      const first = keys[0];
      if (first === undefined) continue;
      byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { keys, unit }]);
      byName.set(keys.join(' '), unit);
    }
    for (const code of unit.memberOf) members.set(code, [...(members.get(code) ?? []), unit]);
  }
  for (const spellings of byFirstWord.values()) spellings.sort((a, b) => b.keys.length - a.keys.length);
  const lexicon: Lexicon = {
    byFirstWord,
    byName,
    byCode: new Map(units.map((unit) => [unit.code, unit])),
    members,
    advising: ADVISING.map(keysOf),
    telling: TELLING.map(keysOf),
  };
  lexicons.set(units, lexicon);
  return lexicon;
}
