import { describe, expect, test } from 'vitest';
import { readIsoDate } from '../../../src/core/calendar.ts';
import { type Before, checkFormalism } from '../../../src/core/check/formalism.ts';
import { checkRow } from '../../../src/core/check-row.ts';
import { KINDS, STATES, STATUS, type Status } from '../../../src/core/status.ts';
import type { TaskRow } from '../../../src/core/task-row.ts';
import { type FrozenRow, freeze } from '../../../src/core/version.ts';
import { MAY, taskRow } from '../task-row.ts';

const day = (iso: string) => readIsoDate(iso) ?? Number.NaN;
const APRIL = { year: 2024, month: 4 };

/** The row as April froze it. */
function april(cells: Partial<TaskRow>, more: Partial<FrozenRow> = {}, period = APRIL): Before {
  const { rows } = freeze([taskRow(cells)], [], { ...MAY, period: APRIL });
  const [row] = rows;
  if (!row) throw new Error('no row');
  return { period, row: { ...row, ...more } };
}

const told = (cells: Partial<TaskRow>, before?: Before) =>
  checkFormalism(taskRow(cells), MAY, before).map(({ column = '', weight, text }) => `${weight} ${column}: ${text}`);

const may = { state: STATES.doing, period: 'Kỳ 05/2024' };
const inApril = { state: STATES.doing, period: 'Kỳ 04/2024' };
const result = 'Đã tuyên truyền 12 buổi';

describe('the same Kết quả two periods running', () => {
  const said = ['note Kết quả trong kỳ: Kết quả ghi trùng với Kỳ 04/2024.'];
  const cases: readonly [string, Partial<TaskRow>, Before | undefined, string[]][] = [
    ['word for word', { ...may, result }, april({ ...inApril, result }), said],
    [
      'other spelling, case and spaces',
      { ...may, result: 'ĐÃ  tuyên truyền 12 buổi ' },
      april({ ...inApril, result }),
      said,
    ],
    ['decomposed', { ...may, result: result.normalize('NFD') }, april({ ...inApril, result }), said],
    ['ongoing', { ...may, result, kind: KINDS.ongoing }, april({ ...inApril, result, kind: KINDS.ongoing }), said],
    [
      'ongoing, Hoàn thành',
      { ...may, state: STATES.done, result, kind: KINDS.ongoing },
      april({ ...inApril, result, kind: KINDS.ongoing }),
      said,
    ],
    ['another number', { ...may, result: 'Đã tuyên truyền 13 buổi' }, april({ ...inApril, result }), []],
    ['it says nothing', { ...may, result: 'Chưa có ' }, april({ ...inApril, result: 'Chưa có ' }), []],
    ['empty', may, april(inApril), []],
    ['not reported now', { ...inApril, result }, april({ ...inApril, result }), []],
    ['not reported then', { ...may, result }, april({ ...inApril, result }, { reported: false }), []],
    ['Không phát sinh', { ...may, state: STATES.nothingArose, result }, april({ ...inApril, result }), []],
    ['Chờ hướng dẫn', { ...may, state: STATES.awaitingGuidance, result }, april({ ...inApril, result }), []],
    ['Tạm dừng', { ...may, state: STATES.paused, result }, april({ ...inApril, result }), []],
    ['finished for good', { ...may, state: STATES.done, result }, april({ ...inApril, result }), []],
    ['nothing to compare with', { ...may, result }, undefined, []],
    ['two periods ago', { ...may, result }, april({ ...inApril, result }, {}, { year: 2024, month: 3 }), []],
  ];
  test.each(cases)('%s', (_, cells, before, expected) => expect(told(cells, before)).toEqual(expected));
});

describe('progress', () => {
  const cases: readonly [string, Partial<TaskRow>, Before | undefined, string[]][] = [
    [
      'fell',
      { ...may, progress: 0.4 },
      april({ ...inApril, progress: 0.6 }),
      ['note Tiến độ: Tiến độ ghi 40%, Kỳ 04/2024 đã chốt 60%.'],
    ],
    ['rose', { ...may, progress: 0.7 }, april({ ...inApril, progress: 0.6 }), []],
    ['stands, but for what no cell shows', { ...may, progress: 0.6 }, april({ ...inApril, progress: 0.6004 }), []],
    ['fell, ongoing: begins anew', { ...may, progress: 0, kind: KINDS.ongoing }, april({ progress: 1 }), []],
    [
      'fell, finished before and going on',
      { ...may, progress: 0.1, kind: KINDS['dated-then-ongoing'] },
      april({ progress: 1 }, { status: STATUS.doneOnTime as Status }),
      [],
    ],
    ['taken away', may, april({ progress: 0.6 }), []],
    ['no share: said by the row itself', { ...may, progress: 60 }, april({ progress: 0.6 }), []],
    [
      '100 %, Chưa thực hiện',
      { ...may, state: STATES.notStarted, progress: 1 },
      undefined,
      ['note Tiến độ: Tiến độ 100% nhưng Tình trạng là Chưa thực hiện.'],
    ],
    ['100 %, no state', { progress: 1 }, undefined, ['note Tiến độ: Tiến độ 100% nhưng chưa chọn Tình trạng.']],
    [
      '100 % without Minh chứng',
      { ...may, progress: 1 },
      undefined,
      ['note Minh chứng: Tiến độ 100% nhưng chưa ghi Minh chứng.'],
    ],
    ['100 % with Minh chứng', { ...may, progress: 1, evidence: 'Số 12/BC' }, undefined, []],
    ['100 %, ongoing', { ...may, progress: 1, kind: KINDS.ongoing }, undefined, []],
    ['99 %', { ...may, progress: 0.99 }, undefined, []],
    [
      'Hoàn thành, 60 %, once and not as a fall too',
      { ...may, state: STATES.done, progress: 0.6 },
      april({ progress: 0.8 }),
      ['note Tiến độ: Tình trạng Hoàn thành nhưng Tiến độ ghi 60%.'],
    ],
    ['Hoàn thành, 99,9 % shows as 100 %', { ...may, state: STATES.done, progress: 0.999 }, undefined, []],
    ['Hoàn thành without progress', { ...may, state: STATES.done }, undefined, []],
    ['Hoàn thành, 60 %, ongoing', { ...may, state: STATES.done, progress: 0.6, kind: KINDS.ongoing }, undefined, []],
    ['Không phát sinh, 0 %', { ...may, state: STATES.nothingArose, progress: 0 }, undefined, []],
  ];
  test.each(cases)('%s', (_, cells, before, expected) => expect(told(cells, before)).toEqual(expected));

  test('Hoàn thành without Minh chứng is said once, by the row', () => {
    const cells = { ...may, state: STATES.done, progress: 1, doneOn: day('2024-05-10') };
    expect(told(cells)).toEqual([]);
    expect(checkRow(taskRow(cells), MAY).map(({ column }) => column)).toEqual(['Minh chứng']);
  });
});

describe('Ngày hoàn thành', () => {
  const cases: readonly [string, Partial<TaskRow>, string[]][] = [
    [
      '2023: a wrong year',
      { doneOn: day('2023-05-10') },
      ['note Ngày hoàn thành: Ngày hoàn thành 10/05/2023 ở trước năm kế hoạch 2024.'],
    ],
    ['January, before the document', { doneOn: day('2024-01-01') }, []],
    [
      '31/12',
      { doneOn: day('2023-12-31') },
      ['note Ngày hoàn thành: Ngày hoàn thành 31/12/2023 ở trước năm kế hoạch 2024.'],
    ],
    ['a number before all days', { doneOn: -5 }, ['note Ngày hoàn thành: Ngày hoàn thành ở trước năm kế hoạch 2024.']],
    ['ongoing', { doneOn: day('2023-05-10'), kind: KINDS.ongoing }, []],
    ['a text: said by the row itself', { doneOn: '10/05/2023' }, []],
    ['later than as-of: said by the row itself', { doneOn: day('2024-12-10') }, []],
  ];
  test.each(cases)('%s', (_, cells, expected) => expect(told({ ...may, ...cells })).toEqual(expected));
});
