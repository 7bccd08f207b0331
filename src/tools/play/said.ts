// What came of a step or of a run of the clock, as DIR/said.json tells it (README here: contract).

export interface SaidDialog {
  readonly title: string;
  readonly text: string;
  /** The button pressed; null where there was nothing to press. */
  readonly answer: string | null;
}

/** What became of a action. Refused: Google or the sheet did not let the person; failed: the script ended in an error. */
export interface Came {
  readonly outcome: 'done' | 'refused' | 'failed';
  readonly words: readonly string[];
  readonly dialogs: readonly SaidDialog[];
}

export interface Said extends Came {
  /** As in calls.json: `2024-05-10T09:00:00.000+07:00`. */
  readonly at: string;
  /** As the scenario spells the person; of the clock the account it runs as. */
  readonly as: string;
  readonly account: string;
  readonly deed: string;
  /** Place of the step in the file, from 0; none where the clock ran by itself. */
  readonly step?: number;
}

export function done(words: readonly string[] = []): Came {
  return { outcome: 'done', words, dialogs: [] };
}

export function refused(...words: string[]): Came {
  return { outcome: 'refused', words, dialogs: [] };
}
