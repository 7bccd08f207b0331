import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf } from '../../src/core/calendar.ts';
import type { Cell } from '../../src/core/cell.ts';
import { KINDS, STATES, STATUS } from '../../src/core/status.ts';
import { NOBODY, TALLY_COLUMNS, tallyByGroup, tallyByStatus, tallyByUnit } from '../../src/core/tally.ts';
import { viewTask } from '../../src/core/task.ts';
import type { TaskRow } from '../../src/core/task-row.ts';
import { MAY, taskRow } from './task-row.ts';

const groups = ['I', 'II', 'X'];
const units = ['Ban Tư pháp', 'Công an xã'];
const date = fc.oneof(fc.constant(null), fc.integer({ min: dayOf(2024, 1, 1), max: dayOf(2025, 12, 31) }));
const anyRow: fc.Arbitrary<TaskRow> = fc
  .record({
    group: fc.constantFrom(...groups),
    accountable: fc.constantFrom<Cell>(...units, null, 'Trạm Y tế', 12),
    kind: fc.constantFrom<Cell>(...Object.values(KINDS), null),
    state: fc.constantFrom<Cell>(...Object.values(STATES), null, 'xong'),
    period: fc.constantFrom('Kỳ 05/2024', null),
    result: fc.constantFrom('Đã làm', null),
    evidence: fc.constantFrom('CV 12', null),
    countsOverdue: fc.constantFrom<Cell>('Có', 'Không', null),
    due: date,
    doneOn: date,
    extension: date,
  })
  .map(taskRow);
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

describe('the twelve columns', () => {
  test('hold every status exactly once', () => {
    expect(TALLY_COLUMNS).toHaveLength(12);
    expect(TALLY_COLUMNS.flatMap(({ statuses }) => statuses).sort()).toEqual(Object.values(STATUS).sort());
  });

  test('each line and the whole add up, by group and by unit, for any rows', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 80 }), (rows) => {
        const tasks = rows.map((row) => viewTask(row, MAY));
        for (const lines of [tallyByGroup(tasks, groups), tallyByUnit(tasks, units)]) {
          for (const { counts, total } of lines) expect(sum(counts)).toBe(total);
          expect(sum(lines.map(({ total }) => total))).toBe(rows.length);
        }
        expect(sum(Object.values(tallyByStatus(tasks)))).toBe(rows.length);
      }),
    );
  });

  test.each<[string, Partial<TaskRow>, string]>([
    ['Hoàn thành', { kind: KINDS.roadmap, state: STATES.done }, 'Hoàn thành đúng hạn'],
    ['due soon and doing', { state: STATES.doing, due: MAY.asOf }, 'Đang thực hiện trong hạn'],
    [
      'due soon and not started',
      { state: STATES.notStarted, due: MAY.asOf },
      'Chưa thực hiện, chưa có thông tin: trong hạn',
    ],
    ['due soon and nothing known', { due: MAY.asOf }, 'Chưa thực hiện, chưa có thông tin: trong hạn'],
    ['past due and nothing known', { due: MAY.asOf - 1 }, 'Chưa thực hiện, chưa có thông tin: quá hạn'],
    ['no date', { state: STATES.done, due: MAY.asOf }, 'Hoàn thành quá hạn, sau dự kiến, thiếu ngày'],
    ['awaited', { kind: KINDS.ongoing }, 'Thường xuyên chưa, chờ báo cáo'],
    ['unread', { kind: KINDS.unread }, 'Lộ trình, yêu cầu, chưa đọc được'],
  ])('%s falls into its column', (_, cells, heading) => {
    const [line] = tallyByGroup([viewTask(taskRow(cells), MAY)], ['II']);
    expect(TALLY_COLUMNS[line?.counts.indexOf(1) ?? -1]?.heading).toBe(heading);
  });
});

describe('by unit', () => {
  test('letter case of a name is ignored; other names and nobody stand in the last line', () => {
    const rows = ['BAN TƯ PHÁP', 'Trạm Y tế', null].map((accountable) => taskRow({ accountable }));
    const lines = tallyByUnit(
      rows.map((row) => viewTask(row, MAY)),
      units,
    );
    expect(lines.map(({ name, total }) => [name, total])).toEqual([
      ['Ban Tư pháp', 1],
      ['Công an xã', 0],
      [NOBODY, 2],
    ]);
  });
});
