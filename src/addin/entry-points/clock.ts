// The clock trigger of the installing account.

import { serveDuties } from '../../app/clock/serve-duties.ts';
import { portsFor } from '../ports.ts';
import { SEEDS } from '../seeds.ts';
import { theFile } from '../the-file.ts';

/** The clock, awake. A failure is thrown, so that Google writes to the installing account. */
export function serveClock(): void {
  const done = serveDuties(portsFor(theFile()), SEEDS);
  if (done.length > 0) console.log(JSON.stringify(done));
}
