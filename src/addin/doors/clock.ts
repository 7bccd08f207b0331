// The clock trigger of the installing account.

import { runDuties } from '../../app/clock/run-duties.ts';
import { reportFailure } from '../../app/mail/report-failure.ts';
import { Refusal } from '../../app/refusal.ts';
import { explainShutOut } from '../../app/sync/missing-rights.ts';
import { portsFor } from '../ports.ts';
import { SEEDS } from '../seeds.ts';
import { theFile } from '../the-file.ts';

/** The clock, awake. A failure is thrown, so that Google writes to the installing account. */
export function serveClock(): void {
  const ports = portsFor(theFile());
  try {
    const done = runDuties(ports, SEEDS);
    if (done.length > 0) console.log(JSON.stringify(done));
  } catch (cause) {
    // Somebody is closing or syncing this very moment: the next run is ten minutes away.
    if (cause instanceof Refusal && cause.code === 'busy') return;
    const told = explainShutOut(ports, SEEDS, cause);
    reportFailure(ports, 'việc định kỳ', told);
    throw told;
  }
}
