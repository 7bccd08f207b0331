// Frozen rows, read and held against what the ledger knows of them. They are looked for where their named ranges lie; where
// they are not there, as after a sort, in the whole of «Lịch sử». Rows that are not what was closed are told to nobody.
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import type { FrozenRow, Version } from '../../core/version.ts';
import { type AdHocEntry, readAdHocRows } from '../../sheet/ledger/ad-hoc-ledger.ts';
import { findMarked, rowsOfVersion } from '../../sheet/ledger/frozen.ts';
import { digestsOf, fieldsOf, isSameContent } from '../../sheet/ledger/frozen-fields.ts';
import { type LedgerEntry, readFrozenRows } from '../../sheet/ledger/ledger.ts';
import type { TabKey } from '../../sheet/tab-ids.ts';
import { type Observation, observe, type Parts } from '../observe.ts';
import type { Part, Ports } from '../ports.ts';
import { Refusal } from '../refusal.ts';

type Entry = LedgerEntry | AdHocEntry;

/** One look with the frozen rows of these versions in it; a second, of all that was ever frozen, only where some are not in their place. */
export function observeFrozen<K extends TabKey>(
  ports: Ports,
  seeds: ResolvedPlan,
  parts: Parts<K>,
  entries: readonly Entry[],
): Observation<K | 'history'> {
  const partsWith = (history: Part) => ({ ...parts, history }) as Parts<K | 'history'>;
  const near = observe(ports, seeds, partsWith(entries.flatMap(({ at }) => at ?? [])));
  const isThere = entries.every((entry) => typeof rowsOf(near, entry) !== 'string');
  return isThere ? near : observe(ports, seeds, partsWith('all'));
}

/** A whole version from a look that has its rows. @throws Refusal changed-history */
export function frozenVersion(observation: Observation<'history'>, entry: LedgerEntry): Version {
  return { ...entry, rows: frozenRows(observation, entry), knownFields: fieldsOf(entry) };
}

/** What is wrong with the frozen rows of these, a line each. */
export function changedVersions(observation: Observation<'history'>, entries: readonly Entry[]): string[] {
  return entries.flatMap((entry) => {
    const rows = rowsOf(observation, entry);
    return typeof rows === 'string' ? [rows] : [];
  });
}

/** Of a version, or of what was asked or answered out of turn. @throws Refusal changed-history */
export function frozenRows(observation: Observation<'history'>, entry: Entry): FrozenRow[] {
  const rows = rowsOf(observation, entry);
  if (typeof rows === 'string') throw new Refusal('changed-history', `${rows}.`);
  return rows;
}

/** The rows as they were closed; in words what is wrong with them, where they are not that. */
function rowsOf(observation: Observation<'history'>, entry: Entry): FrozenRow[] | string {
  const reader = observation.reader('history');
  const place = `${entry.label} bản ${entry.version}`;
  const read = (rows: readonly number[]) =>
    'id' in entry ? readAdHocRows(entry, reader, rows) : readFrozenRows(reader, rows, entry);
  if (entry.marks) {
    const { rows, changed, missing } = findMarked(reader, entry, entry.marks, fieldsOf(entry));
    const faults = [
      ...(changed.length > 0 ? [`dòng ${changed.join(', ')} không còn như lúc chốt`] : []),
      ...(missing.length > 0 ? [`thiếu dòng ${missing.join(', ')}`] : []),
    ];
    return faults.length > 0 ? `${place}: ${faults.join('; ')}` : read(rows);
  }
  return unmarkedRows(observation, entry, read(rowsOfVersion(reader, entry))) ?? `${place}: không còn như lúc chốt`;
}

/** Of a version of an earlier program: one digest of all rows in their order, or, out of turn, no more than their codes. */
function unmarkedRows({ workbook }: Observation<never>, entry: Entry, rows: FrozenRow[]): FrozenRow[] | undefined {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const inOrder = (codes: readonly string[]) => codes.flatMap((code) => byCode.get(code) ?? []);
  if ('id' in entry) {
    const known = inOrder(entry.codes);
    return known.length === entry.codes.length ? known : undefined;
  }
  const tasks = workbook.tabs.find(({ key }) => key === 'tasks');
  const planned = tasks?.kind === 'table' ? inOrder(tasks.rows.map(({ key }) => key)) : [];
  return [rows, planned].find((all) => isSameContent(digestsOf({ ...entry, rows: all }), entry.digests));
}
