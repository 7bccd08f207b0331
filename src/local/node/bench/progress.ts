// One line a step, written at once also from a thread whose parent is busy.
import { writeSync } from 'node:fs';

export function say(line: string): void {
  writeSync(1, `  ${Math.round(performance.now() / 1000)} s  ${line}\n`);
}
