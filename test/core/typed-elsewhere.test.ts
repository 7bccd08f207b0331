// Which units may have typed in rows of others.
import { expect, test } from 'vitest';
import type { TaskRow } from '../../src/core/task-row.ts';
import { talliesWithElsewhere } from '../../src/core/typed-elsewhere.ts';
import { freeze } from '../../src/core/version.ts';
import { MAY, taskRow } from './task-row.ts';

const [A, B, C] = ['Ban Văn hóa - Thông tin', 'Bộ phận một cửa xã', 'Công an xã'];
const UNITS = [
  { code: 'VHTT', name: A, former: ['Ban Văn hóa- Thông tin xã'] },
  { code: 'BPMC', name: B, former: ['Bộ phận một cửa'] },
  { code: 'CAX', name: C, former: [] },
];
const LEADS = 'Bộ phận một cửa; Ban Văn hóa- Thông tin';
const reported = { period: 'Kỳ 05/2024', state: 'Đang thực hiện', result: 'Đã xong' };
const OF_B = { accountable: B, lead: LEADS, letIn: `${B}; ${A}; ${C}`, ...reported };

function elsewhere(
  cells: Partial<TaskRow>,
  others: readonly Partial<TaskRow>[] = [],
  lost: readonly { readonly code: string; readonly accountable: string }[] = [],
): Record<string, readonly string[]> {
  const rows = [cells, { accountable: A }, ...others].map((row, i) => taskRow({ code: `I.0${i + 1}`, ...row }));
  const frozen = freeze(
    rows,
    UNITS.map(({ name }) => name),
    MAY,
  );
  const tallies = talliesWithElsewhere(frozen, rows, UNITS, MAY.period, lost);
  expect(tallies.map(({ code }) => code)).toEqual(['VHTT', 'BPMC', 'CAX']);
  return Object.fromEntries(tallies.flatMap(({ code, elsewhere: codes }) => (codes ? [[code, codes]] : [])));
}

test.each<[string, Partial<TaskRow>, Record<string, readonly string[]>]>([
  ['a lead beside the Đầu mối', OF_B, { VHTT: ['I.01'] }],
  ['the row is open', { ...OF_B, letIn: '*' }, { VHTT: ['I.01'] }],
  ['not let in any more', { ...OF_B, letIn: `${B}; ${C}` }, {}],
  ['not reported', { ...OF_B, period: 'Kỳ 04/2024' }, {}],
  ['its own row', { ...OF_B, accountable: A }, { BPMC: ['I.01'] }],
  ['one of a collective', { ...OF_B, lead: 'Các ban, ngành; Bộ phận một cửa' }, {}],
  [
    'nobody’s row',
    { ...OF_B, accountable: null, lead: 'Các ban, ngành' },
    { VHTT: ['I.01'], BPMC: ['I.01'], CAX: ['I.01'] },
  ],
  [
    'given on, and nobody knows who has typed',
    { ...OF_B, accountable: C, lead: 'Công an xã', reporter: `không rõ Kỳ 05/2024 ${A}; Kỳ 05/2024 – ` },
    { VHTT: ['I.01'], CAX: ['I.01'] },
  ],
  [
    'the same of an earlier period',
    { ...OF_B, accountable: C, lead: 'Công an xã', reporter: `không rõ Kỳ 04/2024 ${A}; Kỳ 04/2024 – ` },
    {},
  ],
])('%s', (_, cells, expected) => {
  expect(elsewhere(cells)).toEqual(expected);
});

test('a unit that has reported a row of its own is not asked where else it has', () => {
  expect(elsewhere(OF_B, [{ accountable: A, ...reported }])).toEqual({});
});

test('what a unit has reported in a row that was deleted nobody sees, under whatever name it had the row', () => {
  const lost = [{ code: 'II.09', accountable: 'Bộ phận một cửa' }];
  expect(elsewhere({ accountable: A }, [], lost)).toEqual({ BPMC: ['II.09'] });
  expect(elsewhere({ accountable: B, ...reported }, [], lost)).toEqual({});
});
