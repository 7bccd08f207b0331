// Locks of runs in flight. They live no longer than the run, so they are no part of the state; two runs meet only when one is
// interleaved into the other.

export class Locks {
  private readonly holders = new Map<string, number>();

  /** Takes the lock unless another run holds it. */
  take(key: string, run: number): boolean {
    const holder = this.holders.get(key);
    if (holder !== undefined && holder !== run) return false;
    this.holders.set(key, run);
    return true;
  }

  holds(key: string, run: number): boolean {
    return this.holders.get(key) === run;
  }

  release(key: string, run: number): void {
    if (this.holds(key, run)) this.holders.delete(key);
  }

  /** All locks of a run: when it ends, and when it meets a dialog. */
  releaseAll(run: number): void {
    for (const [key, holder] of this.holders) if (holder === run) this.holders.delete(key);
  }
}
