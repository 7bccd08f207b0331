// How anything is frozen: rows behind the last ones of «Lịch sử», a row of «Sổ báo cáo», a line of «Nhật ký», and over the rows
// a named range whose id can be taken only once, so that the same thing is frozen once. Requests of one batch: all or nothing.
import type { Cell } from '../core/cell.ts';
import { isClosingName } from '../sheet/ledger.ts';
import type { Request } from '../sheet/requests/request.ts';
import { type SnapshotName, titleOfTab } from '../sheet/snapshot.ts';
import { growTo, writeRows } from '../sheet/write.ts';
import { type JournalLine, journalRequests } from './journal.ts';
import type { Observation } from './observe.ts';
import type { Ports } from './ports.ts';
import { Refusal } from './refusal.ts';

export interface Freezing {
  /** The named range. */
  readonly id: string;
  readonly name: string;
  /** First row of «Lịch sử», 0-based; the look has read it and the rows behind it. */
  readonly historyRow: number;
  /** By column key. */
  readonly history: readonly Readonly<Record<string, Cell>>[];
  readonly ledger: Readonly<Record<string, Cell>>;
  readonly journal: JournalLine;
}

/**
 * @throws Refusal strange-rows, where somebody's own rows stand where they would be written; taken-name, where somebody has taken the
 * name. It is not deleted here: between the look and the batch the other script may have closed, and the name would be its.
 */
export function freezeRequests(observation: Observation, freezing: Freezing): Request[] {
  const { id, name, historyRow } = freezing;
  const history = observation.reader('history');
  const { snapshot } = observation;
  const taken = snapshot.names.find((other) => other.id === id || other.name.toLowerCase() === name.toLowerCase());
  if (taken) {
    const title = titleOfTab(snapshot, taken.sheetId);
    throw new Refusal('taken-name', `«${taken.name}»${title === undefined ? '' : ` (tab «${title}»)`}.`);
  }
  const end = historyRow + freezing.history.length;
  const stranger = history.rows.find(({ index }) => index >= historyRow && index < end);
  if (stranger) throw new Refusal('strange-rows', `«Lịch sử», dòng ${stranger.index + 1}.`);
  const ledger = observation.reader('ledger');
  const ledgerRow = Math.max(0, ...ledger.rows.map(({ index }) => index)) + 1;
  const range = {
    sheetId: history.tab.was?.sheetId ?? history.tab.declared.sheetId,
    startRowIndex: historyRow,
    endRowIndex: end,
    startColumnIndex: Math.min(...history.tab.columns.map(({ index }) => index)),
    endColumnIndex: Math.max(...history.tab.columns.map(({ index }) => index)) + 1,
  };
  return [
    ...growTo(history.tab, end),
    ...growTo(ledger.tab, ledgerRow + 1),
    { addNamedRange: { namedRange: { namedRangeId: id, name, range } } },
    ...writeRows(history.tab, historyRow, freezing.history),
    ...writeRows(ledger.tab, ledgerRow, [freezing.ledger]),
    ...journalRequests(observation, [freezing.journal]),
  ];
}

/** The row behind what was frozen last: frozen rows stand one below the other. */
export function historyEnd(observation: Observation): number {
  return Math.max(1, ...frozenRanges(observation).map(({ endRow }) => endRow));
}

/** The named range of what was frozen under that name. */
export function frozenRange(observation: Observation, name: string): SnapshotName | undefined {
  return frozenRanges(observation).find((range) => range.name === name);
}

/** Anybody who edits the file may make such a name over cells of any other tab. */
function frozenRanges(observation: Observation): SnapshotName[] {
  const { was } = observation.reader('history').tab;
  return observation.snapshot.names.filter((range) => isClosingName(range) && range.sheetId === was?.sheetId);
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
