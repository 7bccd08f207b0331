// Documents are made outside the lock, before anything is claimed or sent, and marked while they are being made: one that fails, or that ends
// the run it is made in, holds neither its own mail nor what comes after it (rule 6.1).
import type { Moment } from '../../core/calendar.ts';
import type { Ports } from '../ports.ts';
import { reasonOf } from '../reason.ts';

export interface Made<File> {
  readonly files: readonly File[];
  /** Why there are none; empty where they are made. */
  readonly why: string;
}

export const NOTHING_MADE: Made<never> = { files: [], why: '' };

/** Script property: «making 2024-05|chairman|1|»: how many runs have begun, and when the last did. */
const MAKING = 'making ';
/** Google ends a run after six minutes. */
const STALE_AFTER = 7 / 1440;
/** So many runs may die at it; then it rests. */
const MOST_DEATHS = 2;
const REST = 1;

/** What was made, or why not; undefined while another run is at it. Never throws. */
export function makeAside<File>(ports: Ports, key: string, make: () => readonly File[]): Made<File> | undefined {
  const mark = MAKING + key;
  const [tries = 0, at = 0] = (ports.store.all()[mark] ?? '').split(' ').map(Number);
  const age = ports.now() - at;
  if (tries > 0 && age < STALE_AFTER) return undefined;
  if (tries >= MOST_DEATHS && age < REST) {
    return { files: [], why: `lập văn bản ${tries} lần đều bị dừng giữa chừng` };
  }
  ports.store.set(mark, `${tries >= MOST_DEATHS ? 1 : tries + 1} ${ports.now()}`);
  try {
    return { files: make(), why: '' };
  } catch (cause) {
    return { files: [], why: reasonOf(cause) };
  } finally {
    ports.store.remove(mark);
  }
}

/** Removes marks nobody comes back to. */
export function pruneMarks(ports: Ports, store: Readonly<Record<string, string>>, before: Moment): void {
  for (const [name, value] of Object.entries(store)) {
    if (name.startsWith(MAKING) && !(Number(value.split(' ')[1]) >= before)) ports.store.remove(name);
  }
}
