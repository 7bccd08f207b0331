// The large plan is played in a process of its own: it takes as long as everything else together, and a machine that runs checks has
// two processors.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Places } from './bench-sheet.ts';
import type { Measured } from './measured.ts';

export interface LargePlay {
  readonly tasks: number;
  readonly places: Places;
}

export function startLargePlay(play: LargePlay): Promise<Measured[]> {
  const child = fork(fileURLToPath(new URL('large-process.ts', import.meta.url)), [JSON.stringify(play)]);
  return new Promise((resolve, reject) => {
    child.once('message', (measured) => resolve(measured as Measured[]));
    child.once('error', reject);
    // Not its exit, which may be told before the message that was sent ahead of it.
    child.once('disconnect', () => reject(new Error(`bench: the play of ${play.tasks} tasks ended without a word`)));
  });
}
