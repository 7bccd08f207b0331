// Edits that come while onEdit still runs: Google keeps two of them waiting and loses the rest.

const WAITING = 2;

export class EditQueue<Event> {
  private state: 'idle' | 'running' | 'burst' = 'idle';
  private waiting: Event[] = [];
  /** How many edits so far had no onEdit. */
  lost = 0;

  /** Takes an edit: runs it and what came meanwhile, or lets it wait while another runs. */
  take(event: Event, run: (event: Event) => void): void {
    if (this.state === 'idle') {
      this.work(event, run);
      return;
    }
    // In a burst the first edit is the one that runs; it takes no place in the queue.
    const room = this.state === 'burst' ? WAITING + 1 : WAITING;
    if (this.waiting.length < room) this.waiting.push(event);
    else this.lost += 1;
  }

  /** The edits made by `typing` come faster than the first onEdit ends: the first three get one, after all are typed. */
  burst(typing: () => void, run: (event: Event) => void): void {
    if (this.state !== 'idle') throw new Error('a burst of edits inside an onEdit');
    this.state = 'burst';
    try {
      typing();
    } finally {
      this.state = 'idle';
    }
    const first = this.waiting.shift();
    if (first !== undefined) this.work(first, run);
  }

  private work(event: Event, run: (event: Event) => void): void {
    this.state = 'running';
    try {
      for (let next: Event | undefined = event; next !== undefined; next = this.waiting.shift()) run(next);
    } finally {
      this.waiting = [];
      this.state = 'idle';
    }
  }
}
