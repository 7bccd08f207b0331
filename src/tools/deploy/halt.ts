// Why a run ends before its end: clasp's failures and the command's own refusals.

import type { CommandLine } from './block-words.ts';
import type { ClaspOutput } from './failure.ts';
import { errorWords, type Reason } from './halt-words.ts';

export class CommandError extends Error {
  override name = 'CommandError' as const;
  constructor(
    readonly reason: Reason,
    /** What the words end in: an id, a file, clasp's own message. */
    readonly detail = '',
  ) {
    super(reason);
  }
}

/** What happened and what to do, line by line. @param run the command to be run again */
export function describeError({ reason, detail }: CommandError, run: CommandLine): string[] {
  const { vi, en } = errorWords(run)[reason];
  return [
    `LỖI: ${vi[0]}`,
    `  Làm gì: ${vi[1]}`,
    `ERROR (${reason}): ${en[0]}`,
    `  To do: ${en[1]}`,
    ...detail.split('\n').flatMap((line) => (line.trim() === '' ? [] : [`  ${line.trimEnd()}`])),
  ];
}

/** The failure as a reason to end the run, with clasp's own words; an answer in JSON is for this program and says nothing to people. */
export function commandErrorOf(failure: Reason, { out, err }: ClaspOutput): CommandError {
  const words = `${err}${/^\s*\{/u.test(out) ? '' : out}`.trim();
  return new CommandError(failure, words === '' ? '' : `clasp: ${words.slice(0, 1000)}`);
}
