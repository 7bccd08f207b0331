// Saved answers of «Tự kiểm», and where the local host differs from them.
import type { Stage } from '../../src/tools/month/stage.ts';

export interface SavedAnswer {
  readonly id: string;
  readonly about: string;
  readonly expected?: unknown;
  readonly answer: unknown;
  readonly ok?: boolean;
}

export interface SavedPart {
  readonly part: '0' | 'A' | 'B' | 'C';
  readonly role?: string;
  readonly date?: string;
  readonly answers: readonly SavedAnswer[];
}

/** Answers the host cannot be held to, and why. */
const NOT_COMPARED: Readonly<Record<string, string>> = {
  'mails-left': 'the account and the day decide',
  'text-pattern': 'nobody has recorded it; the program is safe either way',
  'refusal-words': 'the language of the account',
  'time-to-look': 'the tracker and the day decide',
  intl: 'the words of the language library, which the program does not use',
  consent: 'the host asks for consent and shows no screen',
  'pdf-pages': 'the host makes no pages',
};
/** What people saw of an app the host does not emulate. */
const SEEN_ON_PHONE = ['went', 'list'];

/** The files a self-check has left on the host, newest first, by part. */
export function savedOnHost(stage: Stage): SavedPart[] {
  return Object.values(stage.host.state().files)
    .filter(({ name }) => /^tu-kiem-.*\.json$/u.test(name))
    .map(({ content = '' }): SavedPart => JSON.parse(Buffer.from(content, 'base64').toString()))
    .reverse();
}

export interface Difference {
  readonly id: string;
  readonly google: unknown;
  readonly host: unknown;
}

/** What Google answered otherwise than the host. What was not asked is no answer. */
export function differences(live: SavedPart, host: SavedPart): Difference[] {
  const answers = new Map(host.answers.map(({ id, answer }) => [id, answer]));
  return live.answers
    .filter(({ id, answer }) => !(id in NOT_COMPARED) && answer !== 'chưa làm')
    .map(({ id, answer }) => ({ id, google: answer, host: answers.get(id) }))
    .filter((difference) => !agrees(difference));
}

function agrees({ id, google, host }: Difference): boolean {
  // The host has the worst that Google's documents allow; a quicker script or a slower hand loses fewer.
  if (id === 'fast-typing') return stamped(google) >= stamped(host);
  return canonical(google) === canonical(host);
}

const stamped = (answer: unknown) => Number((answer as { stamped?: unknown } | undefined)?.stamped ?? Number.NaN);

/** As JSON, whatever the order of fields. */
function canonical(answer: unknown): string | undefined {
  return JSON.stringify(answer, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const entries = Object.entries(value).filter(([key]) => !SEEN_ON_PHONE.includes(key));
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
