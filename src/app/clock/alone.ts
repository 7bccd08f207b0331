// Duties that stand alone: what one throws is kept and told at the end, and the others are done (rule 6.1).
import type { Ports } from '../ports.ts';
import { reasonOf } from '../reason.ts';
import { Refusal } from '../refusal.ts';

export interface Fault {
  /** What was being done, in words. */
  readonly deed: string;
  readonly cause: unknown;
}

export class Faults {
  readonly all: Fault[] = [];

  /** What the work returns; undefined where it threw, which is kept. */
  alone<T>(deed: string, work: () => T): T | undefined {
    try {
      return work();
    } catch (cause) {
      this.all.push({ deed, cause });
      return undefined;
    }
  }

  /** Another run holds the lock: a later one does it. */
  get isBusy(): boolean {
    return this.all.some(({ cause }) => isBusy(cause));
  }

  /** @throws what was kept, if anything: one as it is, several as one error that names them; `busy` only where nothing else was */
  throwAll(): void {
    const real = this.all.filter(({ cause }) => !isBusy(cause));
    const [first = this.all[0], ...more] = real;
    if (!first) return;
    if (more.length === 0) throw first.cause;
    throw new Error(real.map(({ deed, cause }) => `${deed}: ${reasonOf(cause)}`).join(' · '));
  }
}

export function isBusy(cause: unknown): boolean {
  return cause instanceof Refusal && cause.code === 'busy';
}

/** Script property: how often a request was taken up without an answer: «tried close». */
const TRIED = 'tried ';
const MOST_TRIES = 3;

/**
 * Takes up a request of a person. A bug, or a run that dies at it, is tried again; after three tries it is answered, so that nothing is
 * taken up for ever.
 * @param answer writes the answer and ends the request
 * @param note tells in its place that it was not done yet
 */
export function takeUp(
  { ports, faults, name, deed }: { ports: Ports; faults: Faults; name: string; deed: string },
  work: () => string | undefined,
  answer: (words: string) => void,
  note: (words: string) => void,
): void {
  const mark = TRIED + name;
  const tries = Number(ports.store.all()[mark] ?? 0) + 1;
  if (tries > MOST_TRIES) {
    faults.alone(deed, () => {
      answer(
        `Chưa làm được: ${MOST_TRIES} lần đều bị dừng giữa chừng. Yêu cầu lại khi cần; vẫn không được thì báo tài khoản cài đặt.`,
      );
      ports.store.remove(mark);
    });
    return;
  }
  faults.alone(deed, () => ports.store.set(mark, String(tries)));
  try {
    const words = work();
    if (words !== undefined) answer(words);
    ports.store.remove(mark);
  } catch (cause) {
    faults.all.push({ deed, cause });
    const isLast = tries >= MOST_TRIES;
    faults.alone(deed, () => {
      if (isBusy(cause)) ports.store.remove(mark);
      else if (isLast) {
        answer(`Chưa làm được sau ${tries} lần: ${reasonOf(cause)}. Báo tài khoản cài đặt; yêu cầu lại khi cần.`);
        ports.store.remove(mark);
      } else note(`lần ${tries} chưa làm được (${reasonOf(cause)}), hệ thống tự thử lại`);
    });
  }
}
