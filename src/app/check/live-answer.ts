// What live Google answered to a question of «Tự kiểm», as it is kept for the project. Nothing of people gets in: addresses and the
// ids of their files are masked before anything is judged or saved.

/** Anything JSON can hold. */
export type Answer = null | boolean | number | string | readonly Answer[] | { readonly [key: string]: Answer };

export interface Question {
  /** Known for ever: saved answers are compared by it. */
  readonly id: string;
  /** In Vietnamese, for the one who reads the list. */
  readonly about: string;
  /** What the program relies on; absent: it only wants to know. */
  readonly expected?: Answer;
  /** With another answer the program can be used all the same; else it waits for who keeps it. */
  readonly usable?: true;
}

export interface Answered extends Question {
  readonly answer: Answer;
  /** It is as expected; absent where nothing is, or nothing was asked. */
  readonly ok?: boolean;
  readonly ms?: number;
}

/** Stands for an answer where the question could not be put yet. */
export const NOT_ASKED = 'chưa làm';

export function judged({ id, about, expected, usable }: Question, said: Answer, ms?: number): Answered {
  const answer = impersonal(said);
  return {
    id,
    about,
    ...(expected === undefined ? {} : { expected }),
    ...(usable && { usable }),
    answer,
    ...(expected === undefined || answer === NOT_ASKED ? {} : { ok: sameAnswer(answer, expected) }),
    ...(ms === undefined ? {} : { ms }),
  };
}

/** Equal as JSON; the order of an object's fields does not matter. */
function sameAnswer(a: Answer, b: Answer): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: Answer): Answer {
  if (isList(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1));
  return Object.fromEntries(entries.map(([key, one]) => [key, sorted(one)]));
}

/** Google's own words may name accounts and files. */
function impersonal(value: Answer): Answer {
  if (typeof value === 'string') return value.replace(ADDRESS, '(địa chỉ)').replace(FILE_ID, '(mã)');
  if (isList(value)) return value.map(impersonal);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, impersonal(one)]));
}

const ADDRESS = /[^\s@«»"'<>(),;:]+@[^\s@«»"'<>(),;:]+/gu;
const FILE_ID = /[A-Za-z0-9_-]{25,}/gu;

function isList(value: Answer): value is readonly Answer[] {
  return Array.isArray(value);
}
