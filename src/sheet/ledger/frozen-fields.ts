// What of a version is compared with other versions and held against later changes, as numbered lists that never change once a program
// has closed with them. A column, a figure or a field that is added belongs to no older list: versions are compared by the newest list
// both know, so an addition makes no old version another, and no row of it changed.
import { fingerprint } from '../../core/fingerprint.ts';
import type { Version } from '../../core/version.ts';

/**
 * Names of fields: of frozen rows and their entries, of figures, of indicators, and of the columns of «Lịch sử» (`entryPeriod`). Without
 * Thời điểm báo cáo, which says nothing a reader of the report sees. What is added later takes a name no older list has.
 */
export type FrozenFields = readonly string[];

/** What program 0.2.0 compared and marked. The order is that of its digest. */
const FIRST: FrozenFields = (
  'K1 K2 K3 K4 K5 K6 K7 K8 part whole text beside code name operator target milestone value numerator denominator enteredOn ' +
  'accountable due countsOverdue extension status reported onTime owed reporter ' +
  'state progress result doneOn evidence difficulty proposal period entryPeriod'
).split(' ');

/** To compare by more, append a list and raise `SCHEMA` (migrations.ts); a list that stands is never edited. */
export const FROZEN_FIELDS: readonly FrozenFields[] = [FIRST];

/** A digest for each list the closing program knew, in the order of the lists. */
export type Digests = readonly string[];

/** The newest list a version was closed with: its marks are by it. Without a version, the newest of all. */
export function fieldsOf({ digests }: { readonly digests: Digests } = { digests: [] }): FrozenFields {
  return FROZEN_FIELDS[(digests.length || FROZEN_FIELDS.length) - 1] ?? FIRST;
}

export function digestsOf({ rows, figures, indicators }: Pick<Version, 'rows' | 'figures' | 'indicators'>): Digests {
  const content = [rows.map(({ entry, ...row }) => [row, entry]), figures, indicators];
  return FROZEN_FIELDS.map((fields) => fingerprint(JSON.stringify(content, [...fields])));
}

/** Equal rows, figures and indicators as far as both know them: «Equal rows and figures make no new version» (rule 5.7). */
export function isSameContent(a: Digests, b: Digests): boolean {
  const known = Math.min(a.length, b.length);
  return known > 0 && a[known - 1] === b[known - 1];
}
