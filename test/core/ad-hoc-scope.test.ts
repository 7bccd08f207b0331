import { describe, expect, test } from 'vitest';
import planTasks from '../../seeds/tasks.json' with { type: 'json' };
import { readScope } from '../../src/core/ad-hoc-scope.ts';

const units = [
  { code: 'TP', name: 'Ban Tư pháp', aliases: 'Tư pháp; Tư pháp - Hộ tịch' },
  { code: 'LD', name: 'CC Lao động, Thương binh và Xã hội', aliases: '' },
  { code: 'QS', name: 'Ban CHQS xã', aliases: '' },
];
const accountable: Record<string, string> = {
  'I.01': 'Ban Tư pháp',
  'III.33': units[1]?.name ?? '',
  'V.49': 'Ban Tư pháp',
};
const tasks = planTasks.map(({ code, number, group }) => ({
  code,
  number,
  group,
  accountable: accountable[code] ?? null,
}));

describe('scope', () => {
  test.each<[string | number | null, string[]]>([
    ['II.05', ['II.05']],
    ['ii.5', ['II.05']],
    [5, ['II.05']],
    ['nhiệm vụ 5', ['II.05']],
    ['II.06, II.05', ['II.05', 'II.06']],
    ['II.05;II.06\nX.72', ['II.05', 'II.06', 'X.72']],
    ['II.05; II.05; 5', ['II.05']],
    ['I', ['I.01', 'I.02', 'I.03']],
    ['nhóm VIII', ['VIII.65', 'VIII.66']],
    ['Ban Tư pháp', ['I.01', 'V.49']],
    ['ban  TƯ PHÁP', ['I.01', 'V.49']],
    ['tp; VIII.65', ['I.01', 'V.49', 'VIII.65']],
    ['Tư pháp – Hộ tịch', ['I.01', 'V.49']],
    ['CC Lao động, Thương binh và Xã hội', ['III.33']],
    ['Tư pháp'.normalize('NFD'), ['I.01', 'V.49']],
  ])('%j → %j', (cell, codes) => expect(readScope(cell, tasks, units)).toEqual({ codes, unread: [], idle: [] }));

  test.each([null, '', 'tất cả', 'TẤT CẢ'])('%j → every row', (cell) =>
    expect(readScope(cell, tasks, units).codes).toHaveLength(72),
  );

  test.each<[string, string[]]>([
    ['Ban Thanh tra', ['Ban Thanh tra']],
    ['II.05, Ban Thanh tra', ['II.05, Ban Thanh tra']],
    ['I.05', ['I.05']],
    ['99; II.06', ['99']],
    ['XI', ['XI']],
  ])('%j: unread %j', (cell, unread) => expect(readScope(cell, tasks, units).unread).toEqual(unread));

  test('a unit that answers for nothing is named', () =>
    expect(readScope('Ban CHQS xã', tasks, units)).toEqual({ codes: [], unread: [], idle: ['Ban CHQS xã'] }));
});
