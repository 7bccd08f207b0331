// Frozen rows: found wherever they stand, and every change of them is seen.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cell } from '../../src/core/cell.ts';
import { HISTORY } from '../../src/sheet/layout/growing.ts';
import { findMarked, marksOf } from '../../src/sheet/ledger/frozen.ts';
import { FROZEN_FIELDS } from '../../src/sheet/ledger/frozen-fields.ts';
import type { TableReader } from '../../src/sheet/reading/table-reader.ts';

type Row = Readonly<Record<string, Cell>>;
const COLUMNS = HISTORY.columns.map(({ key }) => key).filter((key) => !['period', 'version', 'code'].includes(key));
const VERSION = { label: 'Kỳ 05/2024', version: 1 };

function readerOf(rows: readonly Row[]): TableReader<'history'> {
  const reader = {
    tab: { declared: HISTORY },
    rows: rows.map((_, index) => ({ key: '', index })),
    value: (row: number, column: string) => rows[row]?.[column] ?? null,
  };
  return reader as unknown as TableReader<'history'>;
}

const cell = fc.oneof(
  fc.constant(null),
  fc.string({ minLength: 1 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const content = fc.record(Object.fromEntries(COLUMNS.map((key) => [key, cell])));
const frozen = fc
  .array(content, { minLength: 1, maxLength: 8 })
  .map((rows) => rows.map((cells, i): Row => ({ ...cells, period: VERSION.label, version: 1, code: `I.0${i}` })));
/** Rows of other versions, of people, copies of frozen ones. */
const strange = fc.array(
  fc.record({
    period: fc.constantFrom(VERSION.label, 'Kỳ 06/2024', 'ghi chú', null),
    version: fc.constantFrom(0, 2, null),
    code: fc.constantFrom('I.00', 'I.01', null),
  }),
);

test('in any order, with any rows in between, they are found in the order of the closing', () => {
  fc.assert(
    fc.property(frozen, strange, fc.infiniteStream(fc.nat()), (rows, others, order) => {
      const all = [...rows, ...others, ...rows.slice(0, 1)].map((row) => ({ row, at: order.next().value ?? 0 }));
      const shuffled = all.sort((a, b) => a.at - b.at).map(({ row }): Row => row);
      const found = findMarked(readerOf(shuffled), VERSION, marksOf(rows));
      expect([found.changed, found.missing]).toEqual([[], []]);
      expect(found.rows.map((index) => shuffled[index]?.['code'])).toEqual(rows.map((row) => row['code']));
    }),
  );
});

test('one changed cell is told by its code; Thời điểm báo cáo, which no report prints, changes nothing', () => {
  fc.assert(
    fc.property(frozen, fc.nat(), fc.constantFrom(...COLUMNS), (rows, n, column) => {
      const at = n % rows.length;
      const changed = rows.map((row, i) => (i === at ? { ...row, [column]: 'đã sửa về sau' } : row));
      const found = findMarked(readerOf(changed), VERSION, marksOf(rows));
      const isSame = column === 'reportedAt' || rows[at]?.[column] === 'đã sửa về sau';
      expect(found.changed).toEqual(isSame ? [] : [rows[at]?.['code']]);
    }),
  );
});

test('what is gone is told by its code', () => {
  fc.assert(
    fc.property(frozen, fc.nat(), (rows, n) => {
      const left = rows.filter((_, i) => i !== n % rows.length);
      expect(findMarked(readerOf(left), VERSION, marksOf(rows)).missing).toEqual([rows[n % rows.length]?.['code']]);
    }),
  );
});

test('a column no older program wrote is one a sheet is whole without', () => {
  const known = [...(FROZEN_FIELDS[0] ?? []), 'version', 'reportedAt'];
  const unknown = HISTORY.columns.filter(({ key, later }) => !known.includes(key) && !later).map(({ key }) => key);
  expect(unknown).toEqual([]);
});
