// What was asked for and is not kept yet: remembered outside of the worker, so that a page that is closed or reloaded in the middle of a
// run can say afterwards what was lost.
import type { Desk } from './protocol.ts';
import { WORDS } from './words.ts';

const KEY = 'de-an-06.unkept';

export const unkept = {
  sent(deed: keyof Desk): void {
    write(deed);
  },
  saved(): void {
    write(undefined);
  },
  /** What the last page here did not come to keep; told once. */
  lost(): string | undefined {
    try {
      const deed = localStorage.getItem(KEY) ?? undefined;
      write(undefined);
      return deed;
    } catch {
      return undefined;
    }
  },
};

/** The words of a run; undefined for an edit. */
export function lostRun(deed: string): string | undefined {
  const runs: Readonly<Record<string, string>> = {
    pass: WORDS.clock,
    sample: WORDS.sample,
    click: WORDS.menuDeed,
    startOver: WORDS.startOver,
    importState: WORDS.importState,
  };
  return runs[deed];
}

/** A browser that keeps nothing has nothing to lose. */
function write(deed: string | undefined): void {
  try {
    if (deed === undefined) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, deed);
  } catch {
    // A private window.
  }
}
