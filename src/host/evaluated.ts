// Contexts in which a script has been evaluated, kept for its next run. Google evaluates a script anew for every run; for one that keeps
// nothing between runs the result is the same, and V8, which optimises for one context, does not begin anew with each.
import type { World } from './contract.ts';
import { type Intrinsics, intrinsicsOf, type Realm, type RealmContext } from './realm.ts';
import { installTime } from './realm-time.ts';

/** A context with the script's clock and dice. */
export interface ReadyContext {
  readonly context: RealmContext;
  readonly intrinsics: Intrinsics;
  readonly global: object;
  /** What the clock and the dice are those of. */
  world: World;
  /** The names of the global object once the script was evaluated; nothing before. */
  names: ReadonlySet<string> | undefined;
}

/** A bare context on this world, in this zone. */
export function openContext(realm: Realm, world: World, zone: string): ReadyContext {
  const context = realm.open();
  const intrinsics = intrinsicsOf(context);
  const global = context.evaluate('globalThis', 'realm') as object;
  const standing: ReadyContext = { context, intrinsics, global, world, names: undefined };
  installTime(context, intrinsics, { now: () => standing.world.now(), random: () => standing.world.random() }, zone);
  return standing;
}

/** Scripts whose contexts are kept at the same time: the two of the hardened way, and those of an upgrade. */
const KEPT = 4;

/** Contexts of scripts that keep nothing between runs; hosts may share it. */
export class Evaluated {
  /** By zone and code, the one used last at the end. A run inside another of the same script has a context of its own. */
  private readonly idle = new Map<string, Map<string, ReadyContext>>();

  /** The context this script is in, on this world; undefined where none is free. */
  take(code: string, zone: string, world: World): ReadyContext | undefined {
    const ofZone = this.idle.get(zone);
    const standing = ofZone?.get(code);
    if (!standing) return undefined;
    ofZone?.delete(code);
    standing.world = world;
    return standing;
  }

  /** After a run that came to its own end. One that left a global behind is not kept. */
  giveBack(code: string, zone: string, standing: ReadyContext): void {
    const names = Object.getOwnPropertyNames(standing.global);
    if (names.length !== standing.names?.size || names.some((name) => !standing.names?.has(name))) return;
    const ofZone = this.idle.get(zone) ?? new Map<string, ReadyContext>();
    this.idle.set(zone, ofZone);
    standing.world = NOWHERE;
    ofZone.set(code, standing);
    for (const oldest of ofZone.keys()) {
      if (ofZone.size <= KEPT) break;
      ofZone.delete(oldest);
    }
  }
}

/** Between runs there is no time. */
const NOWHERE: World = {
  now: () => {
    throw new Error('a script’s clock was read between two runs');
  },
  random: () => {
    throw new Error('a script’s dice were thrown between two runs');
  },
};
