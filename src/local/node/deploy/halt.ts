// Why a run ends before its end: clasp's failures and the command's own refusals.

import type { Run } from './block-words.ts';
import type { Said } from './failure.ts';
import { haltWords, type Reason } from './halt-words.ts';

export class Halt extends Error {
  override name = 'Halt' as const;
  constructor(
    readonly reason: Reason,
    /** What the words end in: an id, a file, clasp's own message. */
    readonly detail = '',
  ) {
    super(reason);
  }
}

/** What happened and what to do, line by line. @param run the command to be run again */
export function describeHalt({ reason, detail }: Halt, run: Run): string[] {
  const { vi, en } = haltWords(run)[reason];
  return [
    `LỖI: ${vi[0]}`,
    `  Làm gì: ${vi[1]}`,
    `ERROR (${reason}): ${en[0]}`,
    `  To do: ${en[1]}`,
    ...detail.split('\n').flatMap((line) => (line.trim() === '' ? [] : [`  ${line.trimEnd()}`])),
  ];
}

/** The failure as a reason to end the run, with clasp's own words; an answer in JSON is for this program and says nothing to people. */
export function haltOf(failure: Reason, { out, err }: Said): Halt {
  const words = `${err}${/^\s*\{/u.test(out) ? '' : out}`.trim();
  return new Halt(failure, words === '' ? '' : `clasp: ${words.slice(0, 1000)}`);
}
