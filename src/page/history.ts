// What Ctrl+Z takes back: each person's own changes of a file, the last of them first. A file that begins again has none.
import type { Block } from './block.ts';

/** One gesture: what stood there, and what was put there. */
export interface Step {
  readonly before: readonly Block[];
  readonly after: readonly Block[];
}

interface Line {
  readonly done: Step[];
  readonly undone: Step[];
}

const MOST = 200;

export class History {
  private readonly lines = new Map<string, Line>();

  /** @param owner whose changes, and of which file */
  add(owner: string, step: Step): void {
    const line = this.line(owner);
    line.done.push(step);
    if (line.done.length > MOST) line.done.shift();
    line.undone.length = 0;
  }

  /** The blocks that take the last change back; undefined where there is none. */
  undo(owner: string): readonly Block[] | undefined {
    const { done, undone } = this.line(owner);
    const step = done.pop();
    if (step) undone.push(step);
    return step?.before;
  }

  redo(owner: string): readonly Block[] | undefined {
    const { done, undone } = this.line(owner);
    const step = undone.pop();
    if (step) done.push(step);
    return step?.after;
  }

  clear(): void {
    this.lines.clear();
  }

  private line(owner: string): Line {
    const known = this.lines.get(owner) ?? { done: [], undone: [] };
    this.lines.set(owner, known);
    return known;
  }
}
