// The little language the forms of a deadline are written in: a cell as a row of tokens, and recognisers that read from one
// place of it and say where they stopped. Words are compared by their folded key, so spelling never matters to a form;
// what was written stays at hand, so that a name can be given back verbatim.
import { fold } from '../text.ts';

/** A run of letters, a run of digits, or one sign. */
interface Token {
  readonly key: string;
  /** Place in the text, first character and the one after the last. */
  readonly from: number;
  readonly to: number;
}

/** A tidy text and its tokens. */
export interface Phrase {
  readonly text: string;
  readonly tokens: readonly Token[];
}

interface ReadForm<T> {
  readonly value: T;
  /** Index of the first token not read. */
  readonly at: number;
}

/** Reads from token `at` on; undefined where the form is not there. The first alternative that fits is taken. */
export type Form<T> = (phrase: Phrase, at: number) => ReadForm<T> | undefined;

const TOKEN = /[\p{L}\p{M}]+|\d+|\S/gu;

/** The tokens of a tidy text. */
export function phraseOf(text: string): Phrase {
  const tokens = [...text.matchAll(TOKEN)].map((match) => {
    const from = match.index;
    return { key: fold(match[0]), from, to: from + match[0].length };
  });
  return { text, tokens };
}

/** The text between two tokens, as it was written; `to` is the first token left out. */
export function slice(phrase: Phrase, from: number, to: number): string {
  return phrase.text.slice(phrase.tokens[from]?.from ?? 0, phrase.tokens[to - 1]?.to ?? 0);
}

/** The longest of these phrases («mười một» before «mười»); their value is the phrase as spelled here. */
export function words<W extends string>(...phrases: readonly W[]): Form<W> {
  // Folded at the first use: the bundle is loaded on every edit of a cell, and most loads read no deadline.
  let byFirstKey: ReturnType<typeof indexed<W>> | undefined;
  return (phrase, at) => {
    byFirstKey ??= indexed(phrases);
    const first = phrase.tokens[at]?.key;
    const candidates = first === undefined ? undefined : byFirstKey.get(first);
    const found = candidates?.find(({ keys }) => keys.every((key, i) => phrase.tokens[at + i]?.key === key));
    return found && { value: found.spelled, at: at + found.keys.length };
  };
}

/** Phrases by the key of their first token, the longest first. */
function indexed<W extends string>(phrases: readonly W[]) {
  const index = new Map<string, { readonly spelled: W; readonly keys: readonly string[] }[]>();
  for (const spelled of phrases) {
    const keys = phraseOf(spelled).tokens.map((token) => token.key);
    const first = keys[0] ?? '';
    index.set(
      first,
      [...(index.get(first) ?? []), { spelled, keys }].sort((a, b) => b.keys.length - a.keys.length),
    );
  }
  return index;
}

/** The value of a phrase in a dictionary. */
export function entry<T>(dictionary: Readonly<Record<string, T>>): Form<T> {
  const names = words(...Object.keys(dictionary));
  return map(names, (name) => dictionary[name]);
}

/** A run of digits that the pattern fits, as a number. */
export function digits(pattern: RegExp): Form<number> {
  return (phrase, at) => {
    const key = phrase.tokens[at]?.key;
    return key !== undefined && pattern.test(key) ? { value: Number(key), at: at + 1 } : undefined;
  };
}

/** One after the other; the values in their order. */
export function sequence<T extends readonly unknown[]>(...forms: { readonly [K in keyof T]: Form<T[K]> }): Form<T> {
  return (phrase, at) => {
    const values: unknown[] = [];
    let place = at;
    for (const form of forms as readonly Form<unknown>[]) {
      const read = form(phrase, place);
      if (!read) return undefined;
      values.push(read.value);
      place = read.at;
    }
    // Each value was made by the form of its own place.
    return { value: values as unknown as T, at: place };
  };
}

/** The first that fits. */
export function either<T>(...forms: readonly Form<T>[]): Form<T> {
  return (phrase, at) => {
    for (const form of forms) {
      const read = form(phrase, at);
      if (read) return read;
    }
    return undefined;
  };
}

/** The form, or nothing. */
export function maybe<T>(form: Form<T>): Form<T | undefined> {
  return (phrase, at) => form(phrase, at) ?? { value: undefined, at };
}

/** The form as often as it is there, `least` times at least. */
export function many<T>(form: Form<T>, least = 0): Form<readonly T[]> {
  return (phrase, at) => {
    const values: T[] = [];
    let place = at;
    for (let read = form(phrase, place); read && read.at > place; read = form(phrase, place)) {
      values.push(read.value);
      place = read.at;
    }
    return values.length >= least ? { value: values, at: place } : undefined;
  };
}

/** One or more of `item`, with `between` between them. */
export function list<T>(item: Form<T>, between: Form<unknown>): Form<readonly T[]> {
  return map(
    sequence<[T, readonly (readonly [unknown, T])[]]>(item, many(sequence(between, item))),
    ([first, rest]) => [first, ...rest.map(([, next]) => next)],
  );
}

/** Another value in place of the one read; undefined refuses the reading. */
export function map<A, B>(form: Form<A>, to: (value: A) => B | undefined): Form<B> {
  return (phrase, at) => {
    const read = form(phrase, at);
    if (!read) return undefined;
    const value = to(read.value);
    return value === undefined ? undefined : { value, at: read.at };
  };
}

/** Nothing, and only where the form is not there. */
export function unless(form: Form<unknown>): Form<true> {
  return (phrase, at) => (form(phrase, at) ? undefined : { value: true, at });
}

/** Nothing, and only where at most a last full stop, comma or semicolon is left. */
export const end: Form<true> = (phrase, at) => {
  const left = phrase.tokens.length - at;
  const last = phrase.tokens[at]?.key ?? '';
  return left === 0 || (left === 1 && ['.', ',', ';'].includes(last)) ? { value: true, at } : undefined;
};

const open = words('(');
const close = either<unknown>(words(')'), end);

/** The form in parentheses. The last closing one may be missing, as in task 6 of the plan: «(Theo chỉ đạo của cấp trên». */
export function parenthesis<T>(form: Form<T>): Form<T> {
  return map(sequence<[unknown, T, unknown]>(open, form, close), ([, value]) => value);
}
