// A run of the clock, and what becomes of one that fails.

import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import { reportFailure } from '../mail/report-failure.ts';
import type { Ports } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import { explainShutOut } from '../sync/missing-rights.ts';
import { runDuties } from './run-duties.ts';

/** What was done, for the log. @throws whatever ended it, told to CAX before: thrown on, Google writes to the installing account too */
export function serveDuties(ports: Ports, seeds: ResolvedPlan): ReturnType<typeof runDuties> {
  try {
    return runDuties(ports, seeds);
  } catch (cause) {
    // Somebody is closing or syncing this very moment: the next run is ten minutes away.
    if (cause instanceof Refusal && cause.code === 'busy') return [];
    const told = explainShutOut(ports, seeds, cause);
    reportFailure(ports, 'việc định kỳ', told);
    throw told;
  }
}
