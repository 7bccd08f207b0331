// One window of a browser holds the file; another one looks on until it is free. Windows that overwrite one another lose what was typed.

const NAME = 'de-an-06';
/** A page that is reloaded waits for the window it was to let go. */
const PATIENCE = 1500;

export interface Holding {
  /** False: another window holds it. */
  readonly isHeld: boolean;
  /** Resolves when the other window is closed; never for who holds it. */
  readonly freed: Promise<void>;
}

export async function hold(): Promise<Holding> {
  // Without locks (an old browser) every window holds.
  if (!('locks' in navigator)) return { isHeld: true, freed: new Promise(() => {}) };
  const isHeld = await new Promise<boolean>((resolve) => {
    const held = () => {
      resolve(true);
      // As long as this window lives.
      return new Promise<never>(() => {});
    };
    navigator.locks.request(NAME, { signal: AbortSignal.timeout(PATIENCE) }, held).catch(() => resolve(false));
  });
  if (isHeld) return { isHeld, freed: new Promise(() => {}) };
  return { isHeld, freed: new Promise((resolve) => void navigator.locks.request(NAME, async () => resolve())) };
}

/** Tells other windows that something was kept. */
export function news(): { tell(): void; hear(act: () => void): void } {
  const channel = new BroadcastChannel(NAME);
  return {
    tell: () => channel.postMessage('kept'),
    hear(act) {
      channel.onmessage = act;
    },
  };
}
