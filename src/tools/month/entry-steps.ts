// Entries of a month as steps of a scenario: each field is one edit typed by its unit's user, so a refused field leaves the others.
import type { Seeds } from '../../core/plan.ts';
import { play } from '../play/player.ts';
import type { Said } from '../play/said.ts';
import { inOrder, type Step } from '../play/scenario.ts';
import { accountOf, typistOf } from './cast.ts';
import { type Entry, typedFields } from './entries.ts';
import type { Stage } from './stage.ts';

/** A step before it has its place among the others, and what a refusal of it is called. */
export interface PlannedStep extends Omit<Step, 'index'> {
  /** «Mục 3 (II.05, Ban Tư pháp): Tiến độ»; none where a refusal would be our own mistake. */
  readonly entry?: string;
}

/** An entry and its place in the file, from 0. */
export interface IndexedEntry {
  readonly entry: Entry;
  readonly index: number;
}

export function nameEntry({ entry: { code, by }, index }: IndexedEntry): string {
  return `Mục ${index} (${code}, ${by})`;
}

/** @param tell told of an entry whose unit or code nobody knows, which is not typed */
export function entrySteps(
  { locate }: Pick<Stage, 'locate'>,
  { seeds, tell }: { readonly seeds: Seeds; readonly tell: (line: string) => void },
  entries: readonly IndexedEntry[],
): PlannedStep[] {
  return entries.flatMap((indexed) => {
    const { at, by, code } = indexed.entry;
    const name = nameEntry(indexed);
    const unit = typistOf(seeds, by);
    if (!unit || !seeds.tasks.some((task) => task.code === code)) {
      tell(`${name}: ${unit ? 'không có mã nhiệm vụ này trong kế hoạch.' : 'không có đơn vị này trong danh sách.'}`);
      return [];
    }
    const as = accountOf(unit);
    return typedFields(indexed.entry).map(({ column, text }): PlannedStep => {
      const heading = locate.heading('tasks', column);
      const what = { tab: locate.title('tasks'), row: code, column: heading, text };
      return { at, as, account: as, action: { kind: 'type', what }, answers: [], entry: `${name}: ${heading}` };
    });
  });
}

/** A click of the account's on «Đề án 06». */
export function clickStep(at: string, account: string, item: string): PlannedStep {
  return { at, as: account, account, action: { kind: 'click', what: item }, answers: [] };
}

/**
 * Plays steps in the order of time; a refused field of an entry is one line.
 * @throws Error where a step is refused that belongs to no entry
 */
export function playPlanned(
  stage: Stage,
  { seeds, tell }: { readonly seeds: Seeds; readonly tell: (line: string) => void },
  planned: readonly PlannedStep[],
  to: string,
): void {
  const ordered = inOrder(planned);
  const steps = ordered.map(({ entry: _, ...step }, index): Step => ({ ...step, index }));
  const came = ({ outcome, words, step }: Said) => {
    if (outcome !== 'refused' || step === undefined) return;
    const entry = ordered[step]?.entry;
    if (entry === undefined) throw new Error(words.join('\n'));
    tell(`${entry}: ${words.join(' ')}`);
  };
  play({ stage, seeds, steps, to, came });
}
