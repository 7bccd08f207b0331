// Watching and disturbing service calls: each call is shown to the observers before its effect.
import type { Value } from './service.ts';
import type { CallRecord } from './state.ts';

/** A call about to happen. */
export interface ObservedCall extends Readonly<CallRecord> {
  readonly functionName: string;
  readonly scriptId: string;
}

export type Verdict =
  | 'pass'
  /** The call throws and has no effect. */
  | { failBefore: Error }
  /** The call has its effect and throws all the same: a time-out after the fact. */
  | { failAfter: Error }
  /** The run is killed before the effect: no `catch` or `finally` of the script has an effect any more. */
  | { die: true }
  /** The call has its effect and answers something else: Google’s manner where it is not ours. */
  | { answer: (result: Value) => Value }
  /** Others act first: their edits and runs happen before the effect. */
  | { interleave: () => void };

/** Says what shall happen to a call; nothing said is `pass`. */
export type Observer = (call: ObservedCall) => Verdict | undefined;
