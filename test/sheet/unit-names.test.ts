// What a unit is called, told from what stands in «Đơn vị», in the plan and in the rows.
import { expect, test } from 'vitest';
import type { TableReader } from '../../src/sheet/reading/table-reader.ts';
import { namedUnits, whoIs } from '../../src/sheet/reading/unit-names.ts';

/** code: [plan's name, name, name taken over, plan's name then, other names]. */
type Sheet = Readonly<Record<string, readonly [string, string, string, string, string]>>;

function readerOf(sheet: Sheet): TableReader<'units'> {
  const codes = Object.keys(sheet);
  const columns = ['plan', 'name', 'known', 'planName', 'aliases'];
  const reader = {
    tab: {
      declared: {
        kind: 'table',
        rows: codes.map((key) => ({ key, cells: { planName: sheet[key]?.[0] ?? '', aliases: 'VH-TT' } })),
      },
    },
    rows: codes.map((key, index) => ({ key, index })),
    value: (row: number, column: string) => sheet[codes[row] ?? '']?.[columns.indexOf(column)] || null,
  };
  return reader as unknown as TableReader<'units'>;
}

const named = (sheet: Sheet, carried: readonly string[] = []) => namedUnits(readerOf(sheet), carried);
const other = ['Tư pháp', 'Tư pháp', 'Tư pháp', 'Tư pháp', ''] as const;

test.each([
  ['nothing was changed', ['A', 'A', 'A', 'A', ''], { name: 'A', next: 'A', isRenamed: false }],
  ['people renamed it', ['A', 'B', 'A', 'A', ''], { name: 'B', next: 'B', isRenamed: true }],
  ['that was taken over', ['A', 'B', 'B', 'A', 'A'], { name: 'B', next: 'B', isRenamed: false }],
  [
    'that was taken over, and its other names wiped',
    ['A', 'B', 'B', 'A', ''],
    { name: 'B', next: 'B', isRenamed: false },
  ],
  ['people renamed it a second time', ['A', 'C', 'B', 'A', 'A'], { name: 'C', next: 'C', isRenamed: true }],
  ['the plan renamed it', ['N', 'A', 'A', 'A', ''], { name: 'A', next: 'N', isRenamed: false }],
  ['the plan and people renamed it', ['N', 'B', 'A', 'A', ''], { name: 'B', next: 'B', isRenamed: true }],
  ['its name was wiped', ['A', '', 'A', 'A', ''], { name: 'A', next: 'A', isRenamed: false }],
  ['it was called as another unit', ['A', 'Tư pháp', 'A', 'A', ''], { name: 'A', next: 'A', refused: 'Tư pháp' }],
  ['the same in other letters', ['A', 'TƯ  PHÁP', 'A', 'A', ''], { name: 'A', refused: 'TƯ  PHÁP' }],
] as const)('%s', (_, unit, expected) => {
  expect(named({ VH: unit, TP: other })[0]).toMatchObject(expected);
  expect(named({ VH: unit, TP: other })[1]).toMatchObject({ name: 'Tư pháp', next: 'Tư pháp', refused: undefined });
});

test.each([
  ['rows carry the plan’s name: people renamed it', ['A'], { name: 'B', next: 'B', isRenamed: true }],
  ['rows carry the name that stands: the plan renamed it', ['B'], { name: 'B', next: 'A', isRenamed: false }],
] as const)('of a sheet of an earlier program: %s', (_, carried, expected) =>
  expect(named({ VH: ['A', 'B', '', '', ''] }, carried)[0]).toMatchObject(expected),
);

test('every name it had is its own, what two have had is nobody’s, and the first of all is who is called so now', () => {
  const units = named({ VH: ['A', 'C', 'B', 'A', 'A; Z'], TP: ['Tư pháp', 'Tư pháp', 'Tư pháp', 'Tư pháp', 'Z; C'] });
  const codes = ['A', 'B', 'C', 'c', 'Z', 'lạ', ''].map((name) => whoIs(name, units)?.code);
  expect(codes).toEqual(['VH', 'VH', 'VH', 'VH', undefined, undefined, undefined]);
});

test('the former name becomes another name, once, beside what stands there', () => {
  expect(named({ VH: ['A', 'B', 'A', 'A', 'Văn hóa xã'] })[0]?.aliases).toBe('Văn hóa xã; VH-TT; A');
  expect(named({ VH: ['A', 'B', 'B', 'A', 'Văn hóa xã; VH-TT; A'] })[0]?.aliases).toBe('Văn hóa xã; VH-TT; A');
});

test('two that take the same name keep their own', () =>
  expect(named({ VH: ['A', 'X', 'A', 'A', ''], TP: ['B', 'X', 'B', 'B', ''] }).map(({ name }) => name)).toEqual([
    'A',
    'B',
  ]));

test.each(['*', '<>x', 'TRUE', '12/5', 'x'.repeat(151), 'Ban ?', 'Thôn 3, ĐT 0912 345 678', 'C«ng an x·'])(
  '«%s» is no name: the one before stays, and is told',
  (stands) => {
    const [unit] = named({ VH: ['A', stands, 'A', 'A', ''], TP: other });
    expect(unit).toMatchObject({ name: 'A', isRenamed: false, refused: stands });
  },
);
