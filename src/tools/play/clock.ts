// The clock of a play, one coming of a trigger after the other, so that each can be kept away and told of with its time.
import { isoLocal, readLocal } from '../../host/clock.ts';
import type { Host } from '../../host/host.ts';
import type { Outcome } from '../../host/run.ts';

export interface ClockWatch {
  /** Whether triggers stay away at that time: `2024-05-10T09:00:00.000+07:00`. */
  isAway(at: string): boolean;
  /** What ran at one time. */
  ran(outcomes: readonly Outcome[], at: string): void;
}

/** Lets the clock run to a time of Viet Nam; nothing where it is past. The same runs at the same times as `Host.advance` makes. */
export function letClockRun(host: Host, to: string, watch: ClockWatch): void {
  const end = readLocal(to);
  for (let next = nextDue(host); next !== undefined && next <= end; next = nextDue(host)) {
    const at = isoLocal(Math.max(next, host.peek().clock));
    const isAway = watch.isAway(at);
    const { skipTriggers } = host.peek().settings;
    if (isAway) host.settings({ skipTriggers: 1 });
    const outcomes = host.advance({ by: Math.max(0, next - host.peek().clock) });
    if (isAway) host.settings({ skipTriggers });
    watch.ran(outcomes, at);
  }
  if (host.peek().clock < end) host.advance({ to });
}

/** When the next trigger comes; undefined where none will. */
function nextDue(host: Host): number | undefined {
  const times = Object.values(host.peek().scripts).flatMap(({ triggers }) =>
    triggers.flatMap(({ dead, source }) =>
      dead || source.kind !== 'clock' || source.next === undefined ? [] : [source.next],
    ),
  );
  return times.length === 0 ? undefined : Math.min(...times);
}
