// A table of phrases: each with the value it is read as, told in one line.
import { expect, test } from 'vitest';
import { type Deadline, readDeadline } from '../../../src/core/deadline.ts';

/** «dated 2024-06-14 day firm «Bộ Y tế»»: the value in one line, so that the table can be read. */
function told({ kind, due, precision, firm, authority, milestones }: Deadline): string {
  return [
    kind,
    due,
    precision,
    firm ? 'firm' : undefined,
    authority && `«${authority}»`,
    milestones?.map((one) => `${one.due} ≥ ${one.atLeast}`).join(', '),
  ]
    .filter((word) => word !== undefined)
    .join(' ');
}

/** One test a row, read with the plan of 2024. */
export function reads(table: readonly (readonly [string, string])[]): void {
  test.each(table)('%s → %s', (phrase, wanted) => expect(told(readDeadline(phrase, 2024))).toBe(wanted));
}
