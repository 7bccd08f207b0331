// Outages of a scenario, by what they met.
import type { Step } from './referee.ts';

interface Trouble {
  readonly call: string;
  readonly from: string;
  readonly until: string;
}

export function faultsOf(steps: readonly Step[], calls: readonly string[]): Trouble[] {
  return steps.flatMap(({ at, fault }) =>
    fault && calls.some((call) => fault.call === call || fault.call.startsWith(`${call}.`))
      ? [{ call: fault.call, from: at, until: fault.until }]
      : [],
  );
}

/** Whatever may keep a mail from leaving. */
export const ANY_CALL = ['clock', 'MailApp', 'Sheets', 'Drive', 'PropertiesService', 'LockService', 'SpreadsheetApp'];
