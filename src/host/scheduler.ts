// Time going by: clock triggers come at their times, in order, and files that say so recalculate on the hour.
import { HOUR } from './clock.ts';
import type { Machine, Outcome } from './run.ts';
import { nextTime } from './schedule.ts';
import type { ScriptState, TriggerState } from './state.ts';
import { fireClock } from './triggers.ts';

/** Lets the clock run to `until`; what ran, in order. A time already past changes nothing. */
export function advance(machine: Machine, until: number): Outcome[] {
  const { store } = machine;
  const outcomes: Outcome[] = [];
  for (;;) {
    const due = nextDue(machine, until);
    if (!due) break;
    const { script, trigger, at } = due;
    passTo(machine, Math.max(store.state.clock, at));
    reschedule(machine, trigger, at);
    const { skipTriggers, doubleTriggers } = store.state.settings;
    const chance = store.world.random();
    const times = chance < skipTriggers ? 0 : chance < skipTriggers + doubleTriggers ? 2 : 1;
    for (let i = 0; i < times; i += 1) outcomes.push(...fireClock(machine, script, trigger));
  }
  passTo(machine, Math.max(store.state.clock, until));
  return outcomes;
}

interface Due {
  script: ScriptState;
  trigger: TriggerState;
  at: number;
}

function nextDue(machine: Machine, until: number): Due | undefined {
  let first: Due | undefined;
  for (const script of Object.values(machine.store.state.scripts)) {
    for (const trigger of script.triggers) {
      if (trigger.dead || trigger.source.kind !== 'clock' || trigger.source.next === undefined) continue;
      const at = trigger.source.next;
      if (at <= until && (!first || at < first.at)) first = { script, trigger, at };
    }
  }
  return first;
}

/** A trigger that comes late is not made up for. */
function reschedule(machine: Machine, trigger: TriggerState, at: number): void {
  if (trigger.source.kind !== 'clock') return;
  const { store } = machine;
  const { schedule } = trigger.source;
  const after = nextTime(schedule, at, store.world);
  const next =
    after !== undefined && after <= store.state.clock ? nextTime(schedule, store.state.clock, store.world) : after;
  if (next === undefined) delete trigger.source.next;
  else trigger.source.next = next;
}

/** Sets the clock; where an hour went by, TODAY() of the files that recalculate by the hour follows. */
function passTo(machine: Machine, to: number): void {
  const { store } = machine;
  const hours = Math.floor(to / HOUR) - Math.floor(store.state.clock / HOUR);
  store.state.clock = to;
  if (hours === 0) return;
  for (const [id, book] of Object.entries(store.sheets.files)) {
    if (['HOUR', 'MINUTE'].includes(book.properties?.autoRecalc ?? '')) store.sheets.recalculate(id);
  }
}
