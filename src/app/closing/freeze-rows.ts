// How anything is frozen: rows behind everything in «Lịch sử», a row of «Sổ báo cáo», a line of «Nhật ký», and over the rows a
// named range whose id can be taken only once, so that the same thing is frozen once. Requests of one batch: all or nothing.

import type { CellsOf } from '../../sheet/layout/column-keys.ts';
import type { AdHocEntry } from '../../sheet/ledger/ad-hoc-ledger.ts';
import { spanOf } from '../../sheet/ledger/frozen.ts';
import { closedNames, isClosingName, type LedgerEntry } from '../../sheet/ledger/ledger.ts';
import { type Span, titleOfTab } from '../../sheet/reading/snapshot.ts';
import type { Request } from '../../sheet/requests/request.ts';
import { TAB_IDS } from '../../sheet/tab-ids.ts';
import { appendRows, growTo, standing, writeRows } from '../../sheet/write.ts';
import { type JournalLine, journalRequests } from '../journal.ts';
import { type Observation, recent, requireKeeper, requireOriginal, requireWhole, type SomeParts } from '../observe.ts';
import type { Ports } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import { WAKE } from '../wake.ts';
import { changedVersions } from './frozen-rows.ts';

export interface Freezing {
  /** The named range. */
  readonly id: string;
  readonly name: string;
  readonly history: readonly CellsOf<'history'>[];
  readonly ledger: CellsOf<'ledger'>;
  readonly journal: JournalLine;
}

/**
 * @param observation where the rows to be written have been looked at (`lookToFreeze`)
 * @throws Refusal taken-name, where somebody has taken the name. It is not deleted here: between the look and the batch the other
 * script may have closed, and the name would be its.
 */
export function freezeRequests(
  observation: Observation<'history' | 'ledger' | 'journal'>,
  freezing: Freezing,
): Request[] {
  const { id, name } = freezing;
  const historyRow = historyEnd(observation);
  const history = observation.reader('history');
  const { snapshot } = observation;
  const taken = snapshot.names.find((other) => other.id === id || other.name.toLowerCase() === name.toLowerCase());
  if (taken) {
    const title = titleOfTab(snapshot, taken.sheetId);
    throw new Refusal('taken-name', `«${taken.name}»${title === undefined ? '' : ` (tab «${title}»)`}.`);
  }
  const end = historyRow + freezing.history.length;
  // A column a later program adds is not there before a sync.
  const columns = standing(history.tab).map(({ index }) => index);
  const range = {
    sheetId: history.tab.was?.sheetId ?? history.tab.declared.sheetId,
    startRowIndex: historyRow,
    endRowIndex: end,
    startColumnIndex: Math.min(...columns),
    endColumnIndex: Math.max(...columns) + 1,
  };
  return [
    ...growTo(history.tab, end),
    { addNamedRange: { namedRange: { namedRangeId: id, name, range } } },
    ...writeRows(history.tab, historyRow, freezing.history),
    // Behind the last row there is, whatever rows the look has seen.
    ...appendRows(observation.reader('ledger').tab, [freezing.ledger]),
    ...journalRequests(observation, [freezing.journal]),
  ];
}

/** The row behind what was frozen last, and behind whatever else the look has seen. */
export function historyEnd(observation: Observation<'history'>): number {
  const { snapshot } = observation;
  const ends = snapshot.names.flatMap((range) =>
    isClosingName(range) && range.sheetId === TAB_IDS.history ? [range.endRow] : [],
  );
  return Math.max(1, ...ends, ...observation.reader('history').rows.map(({ index }) => index + 1));
}

/** What anything frozen is made of; beside it each looks at what is its own. */
export const FREEZING_PARTS = {
  tasks: 'all',
  indicators: 'all',
  units: 'all',
  settings: 'all',
  controls: 'all',
  ledger: recent(),
  history: 'heading',
  journal: 'heading',
} satisfies SomeParts;

/**
 * A look before a freezing, by one who may: nothing that stands is overwritten. Where somebody has put rows of his own there, or a name that
 * says where frozen rows end is gone, or the rows of the version it is held against are not in their place, all of «Lịch sử» is looked at.
 * @param target where rows would be written; undefined where nothing is written yet
 * @param against the version whose rows are needed
 * @param look with these rows of «Lịch sử» in it
 * @throws Refusal not-set-up, copied-file, not-yours, conflict
 */
export function lookToFreeze<O extends Observation<keyof typeof FREEZING_PARTS>>(
  ports: Ports,
  target: Span | undefined,
  against: LedgerEntry | AdHocEntry | undefined,
  look: (history: readonly Span[] | 'all') => O,
): O {
  const near = look([...(target ? [target] : []), ...(against?.at ? [against.at] : [])]);
  const isThere = !target || historyEnd(near) === target.from;
  const isWhole = !against || changedVersions(near, [against]).length === 0;
  const observation = isThere && isWhole && lostNames(near).length === 0 ? near : look('all');
  requireOriginal(observation, ports);
  requireKeeper(observation.settings, ports);
  requireWhole(observation);
  return observation;
}

/** Under the lock. Mails are due once it is frozen, and the clock must not sleep on: woken before too, because the run may die behind it. */
export function freezeLocked<T extends { readonly kind: string }>(ports: Ports, freeze: () => T): T {
  return ports.locked(() => {
    ports.store.remove(WAKE);
    const outcome = freeze();
    if (outcome.kind !== 'changed') ports.store.remove(WAKE);
    return outcome;
  });
}

/** What was frozen and has no named range any more. @param isHeadOnly no more of it than what its rows are */
export function lostNames(observation: Observation<'ledger'>, isHeadOnly = false): ReturnType<typeof closedNames> {
  const closed = closedNames(observation.reader('ledger'), isHeadOnly);
  return closed.filter(({ name }) => spanOf(name, observation.snapshot.names) === undefined);
}

/**
 * Writes the batch that freezes. Where Google's answer leaves doubt, the ledger is asked: what stands there is ours, another's, or
 * nothing. @throws Refusal google, already-closed
 */
export function writeFrozen(
  ports: Ports,
  requests: readonly Request[],
  standing: () => 'ours' | 'another' | undefined,
): void {
  try {
    ports.workbook.update(requests);
  } catch (cause) {
    if (!(cause instanceof Refusal) || cause.code !== 'google') throw cause;
    const stands = standing();
    if (stands === undefined) throw cause;
    if (stands === 'another') throw new Refusal('already-closed');
  }
}
