// Plays steps on a stage in the order of time, the clock running between them, and keeps what came of each: the one player of
// `npm run play` and `npm run month`.
import type { Seeds } from '../../core/plan.ts';
import type { CallRecord } from '../../host/state.ts';
import { JOURNAL } from '../../sheet/layout/growing.ts';
import { INSTALLER } from '../month/cast.ts';
import type { Stage } from '../month/stage.ts';
import { letClockRun } from './clock.ts';
import { displayedTab, type Texts } from './displayed.ts';
import { startFaults } from './faults.ts';
import { performerOf } from './perform.ts';
import type { Came, Said } from './said.ts';
import { nameOf, ScenarioError, type Step } from './scenario.ts';

export interface Play {
  readonly stage: Stage;
  readonly seeds: Seeds;
  /** In the order of time. */
  readonly steps: readonly Step[];
  /** When it ends. */
  readonly to: string;
  /** Before a step, at its time. */
  readonly begins?: (step: Step) => void;
  /** After a step, or a run of the clock that did or said something. */
  readonly came?: (said: Said) => void;
}

export interface Played {
  readonly said: readonly Said[];
  readonly looks: ReadonlyMap<string, Record<string, Texts>>;
}

/** What may write lines into «Nhật ký». */
const RUNS_SCRIPT: readonly string[] = ['click', 'run'];

/** @throws ScenarioError naming the step that asks for what there is not */
export function play({ stage, seeds, steps, to, begins, came }: Play): Played {
  const { host, fileId } = stage;
  const said: Said[] = [];
  const faults = startFaults();
  const performer = performerOf(stage, seeds, faults);
  const keep = (one: Said) => {
    said.push(one);
    came?.(one);
  };
  let lookAway = () => {};
  const lookOn = (at: string) => {
    lookAway();
    lookAway = faults.looksOn(at) ? host.intercept(faults.observer) : () => {};
  };
  const count = () => {
    const { outbox, failures, log } = host.peek();
    return { mails: outbox.length, failures: failures.length, calls: log.length };
  };
  let before = count();
  let journal: readonly string[] = [];
  const readJournal = () => (displayedTab(host, fileId, JOURNAL.sheetId) ?? []).map(lineOf);

  const clock = {
    isAway(at: string) {
      lookOn(at);
      return faults.keepsClockAway(at);
    },
    ran(outcomes: Parameters<Stage['watch']>[0], at: string) {
      stage.watch(outcomes);
      const { outbox, failures, log } = host.peek();
      const wrote = log.slice(before.calls).some(isWrite);
      const words = [
        ...outbox.slice(before.mails).map((mail) => `gửi ${[...mail.to, ...mail.cc].join(', ')}: ${mail.subject}`),
        ...failures.slice(before.failures).map(({ message }) => message),
      ];
      const printed = outcomes.flatMap((outcome) => outcome.printed);
      const failed = failures.length > before.failures;
      before = count();
      if (!wrote && !failed && words.length + printed.length === 0) return;
      if (wrote) {
        performer.forget();
        const lines = readJournal();
        const known = new Set(journal);
        words.push(...lines.filter((line) => !known.has(line)));
        journal = lines;
      }
      words.push(...printed);
      const account = outcomes[0]?.user ?? INSTALLER;
      keep({ at, as: account, account, deed: 'clock', outcome: failed ? 'failed' : 'done', words, dialogs: [] });
    },
  };
  const clockTo = (at: string) => {
    // What people did meanwhile is not the clock's.
    before = count();
    letClockRun(host, at, clock);
  };

  try {
    journal = readJournal();
    for (const step of steps) {
      clockTo(step.at);
      begins?.(step);
      const at = host.now();
      lookOn(at);
      let result: Came;
      try {
        result = performer.perform(step);
      } catch (cause) {
        throw new ScenarioError(`${nameOf(step)}: ${cause instanceof Error ? cause.message : String(cause)}`);
      }
      if (RUNS_SCRIPT.includes(step.action.kind)) journal = readJournal();
      const { as, account, action, index } = step;
      keep({ at, as: as === '' ? account : as, account, deed: action.kind, ...result, step: index });
    }
    clockTo(to);
  } finally {
    lookAway();
  }
  const hits = faults.hits();
  const told = said.map((one) => {
    const met = one.deed === 'fault' && one.step !== undefined ? hits.get(one.step) : undefined;
    return met === undefined ? one : { ...one, words: [`đã gặp ${met} lần`] };
  });
  return { said: told, looks: performer.looks };
}

/** What leaves a trace others see: not the script's own store, which the clock writes for itself. */
function isWrite({ service, method, remote }: CallRecord): boolean {
  if (!remote) return false;
  if (/^(?:Sheets|Drive)\./u.test(service)) return !/^(?:get|batchGet|list)/u.test(method);
  return (
    (service === 'MailApp' && method === 'sendEmail') || (/^SpreadsheetApp/u.test(service) && /^set/u.test(method))
  );
}

/** A line of the journal as words: what, its state, the outcome. */
function lineOf(row: readonly string[]): string {
  const [at = '', deed = '', key = '', state = '', , outcome = ''] = row;
  return `${at} ${deed}${key === '' ? '' : ` [${key}]`}: ${[state, outcome].filter((text) => text !== '').join(', ')}`;
}
