// Which runs of the clock the host may pass over.
import { idlesOn } from '../../app/wake.ts';
import { momentOf } from '../../core/calendar.ts';
import type { HostOptions } from '../../host/host.ts';

/** Knows the clock runs of this very program that would read the mark ahead of them and end: nine of ten in a month. */
export function idlesWith(code: string): NonNullable<HostOptions['idles']> {
  return ({ script, trigger, now }) =>
    trigger.functionName === 'runClock' && script.code === code && idlesOn(script.properties.script, momentOf(now));
}
