// How tests break a run: one of its round trips fails before its effect, after it, or the run dies there.
import type { Observer, Verdict } from '../../src/host/observer.ts';
import type { Stage } from '../../src/tools/month/stage.ts';
import { again } from './played.ts';

const timeOut = () => new Error('Service Spreadsheets timed out while accessing document with id X.');
/** What can become of a round trip, by name. */
export const FAULTS: Readonly<Record<string, () => Verdict>> = {
  'fails before its effect': () => ({ failBefore: timeOut() }),
  'has its effect and the answer is lost': () => ({ failAfter: timeOut() }),
  'is where the run dies': () => ({ die: true }),
};

/** Shows the n-th remote call (from 0) of runs of a function to the fault, once. */
export function faultAt(functionName: string, n: number, fault: () => Verdict): Observer {
  let seen = 0;
  return (call) => {
    if (call.functionName !== functionName || !call.remote) return undefined;
    seen += 1;
    return seen - 1 === n ? fault() : undefined;
  };
}

/** Remote calls of a function while a use case runs, undisturbed: «Sheets.Spreadsheets.get». */
export function remoteCalls(stage: Stage, functionName: string, deed: (stage: Stage) => void): string[] {
  const copy = again(stage);
  const calls: string[] = [];
  const end = copy.host.intercept((call) => {
    if (call.functionName === functionName && call.remote) calls.push(`${call.service}.${call.method}`);
    return undefined;
  });
  deed(copy);
  end();
  return calls;
}
