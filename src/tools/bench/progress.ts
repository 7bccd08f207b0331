// One line a step, with the seconds since this process began.
import { tellProgress } from '../build/progress.ts';

export function say(line: string): void {
  tellProgress(`  ${Math.round(performance.now() / 1000)} s  ${line}`);
}
