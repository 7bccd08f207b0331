// What of a version is compared with other versions and held against later changes, as numbered lists that never change once a program
// has closed with them. A column, a figure or a field that is added belongs to no older list: versions are compared by the newest list
// both know, so an addition makes no old version another, and no row of it changed.
import type { FigureCode } from '../core/figures.ts';
import { fingerprint } from '../core/fingerprint.ts';
import type { EntryCells } from '../core/task.ts';
import type { FrozenIndicator, FrozenRow, Version } from '../core/version.ts';

export interface FrozenFields {
  /** Of a row beside its entries. */
  readonly row: readonly Exclude<keyof FrozenRow, 'entry'>[];
  /** Without Báo cáo lúc, which says nothing a reader of the report sees. */
  readonly entry: readonly Exclude<keyof EntryCells, 'reportedAt'>[];
  readonly figures: readonly FigureCode[];
  readonly indicator: readonly (keyof FrozenIndicator)[];
  /** Columns of «Lịch sử» a row's mark covers. */
  readonly marked: readonly string[];
}

const ENTRY = ['state', 'progress', 'result', 'doneOn', 'evidence', 'difficulty', 'proposal'] as const;

/** What program 0.2.0 compared and marked, in the order of its digest. */
const FIRST: FrozenFields = {
  row: ['code', 'accountable', 'due', 'countsOverdue', 'extension', 'status', 'reported', 'onTime', 'owed', 'reporter'],
  entry: [...ENTRY, 'period'],
  figures: ['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7', 'K8'],
  indicator: [
    'code',
    'name',
    'operator',
    'target',
    'milestone',
    'value',
    'numerator',
    'denominator',
    'enteredOn',
    'result',
  ],
  marked: ['accountable', 'due', 'countsOverdue', ...ENTRY, 'entryPeriod', 'status', 'onTime'],
};

/** To compare by more, append a list and raise `SCHEMA` (migrations.ts); a list that stands is never edited. */
export const FROZEN_FIELDS: readonly FrozenFields[] = [FIRST];

/** What this program marks rows by. */
export const NEWEST_FIELDS: FrozenFields = FROZEN_FIELDS[FROZEN_FIELDS.length - 1] ?? FIRST;

/** A digest for each list the closing program knew, in the order of the lists. */
export type Digests = readonly string[];

/** The newest list a version was closed with: its marks are by it. */
export function fieldsOf({ digests }: { readonly digests: Digests }): FrozenFields {
  return FROZEN_FIELDS[digests.length - 1] ?? NEWEST_FIELDS;
}

export function digestsOf(content: Pick<Version, 'rows' | 'figures' | 'indicators'>): Digests {
  return FROZEN_FIELDS.map(({ row, entry, figures, indicator }) =>
    fingerprint(
      JSON.stringify([
        content.rows.map((one) => [picked(one, row), picked(one.entry, entry)]),
        picked(content.figures, figures),
        content.indicators.map((one) => picked(one, indicator)),
      ]),
    ),
  );
}

/** Equal rows, figures and indicators as far as both know them: «Equal rows and figures make no new version» (product §5.7). */
export function isSameContent(a: Digests, b: Digests): boolean {
  const known = Math.min(a.length, b.length);
  return known > 0 && a[known - 1] === b[known - 1];
}

/** In the order of the keys; JSON leaves out what is undefined. */
function picked<T extends object>(from: T, keys: readonly (keyof T & string)[]): Partial<T> {
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Partial<T>;
}
