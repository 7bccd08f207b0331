import { expect, test } from 'vitest';
import type { Reproaches, TaskStanding, UnitStanding } from '../../src/core/report.ts';
import { STATUS } from '../../src/core/status.ts';
import { completeSince, reproachSentences } from '../../src/report/reproach-words.ts';

const names = { than: 'bản 1', unit: (name: string) => name, task: (code: string) => code };
const day = 45_428; // 16/05/2024
const part = (came: number, late = 0): UnitStanding => ({ kind: 'partly', came, owed: 8, late });

test.each<[was: UnitStanding, now: UnitStanding, words: string, complete: boolean]>([
  [{ kind: 'silent' }, { kind: 'onTime' }, 'chưa báo cáo; nay báo cáo đủ, đúng hạn (01): A', true],
  [{ kind: 'silent' }, { kind: 'late' }, 'chưa báo cáo; nay báo cáo đủ, chậm (01): A', true],
  [{ kind: 'silent' }, part(1), 'chưa báo cáo; nay báo cáo một phần (01): A (1/8 nhiệm vụ)', false],
  [{ kind: 'silent' }, { kind: 'nothing' }, 'chưa báo cáo; nay không phải báo cáo (01): A', true],
  [part(1), part(3, 1), 'báo cáo một phần; nay báo cáo một phần (01): A (1/8 nhiệm vụ → 3/8 nhiệm vụ, chậm 01)', false],
  [part(7), { kind: 'onTime' }, 'báo cáo một phần; nay báo cáo đủ, đúng hạn (01): A', true],
  [{ kind: 'late' }, { kind: 'onTime' }, 'báo cáo đủ, chậm; nay báo cáo đủ, đúng hạn (01): A', false],
  [{ kind: 'onTime' }, { kind: 'late' }, 'báo cáo đủ, đúng hạn; nay báo cáo đủ, chậm (01): A', false],
  [
    { kind: 'afterwards' },
    { kind: 'late' },
    'báo cáo đủ, sau hạn, không rõ đã được nhắc; nay báo cáo đủ, chậm (01): A',
    false,
  ],
])('of a unit, %j → %j: %s', (was, now, words, complete) => {
  const reproaches: Reproaches = { units: [{ name: 'A', was, now }], tasks: [] };
  expect(reproachSentences(reproaches, names)).toEqual([`Bản 1 ghi ${words}`]);
  expect(completeSince(reproaches)).toEqual(complete ? ['A'] : []);
});

test.each<[was: TaskStanding, now: TaskStanding, words: string]>([
  [
    { status: STATUS.notStartedOverdue, unexplained: true },
    { status: STATUS.doneOnTime },
    'chưa thực hiện quá hạn, chưa giải trình; nay hoàn thành đúng hạn (01): I.02',
  ],
  [
    { status: STATUS.doingOverdue },
    { status: STATUS.doingOverdue, finishedSince: day },
    'đang thực hiện quá hạn; nay đang thực hiện quá hạn, đã báo hoàn thành ngày 16/05/2024, sau kỳ (01): I.02',
  ],
])('of a task, %j → %j', (was, now, words) =>
  expect(reproachSentences({ units: [], tasks: [{ code: 'I.02', was, now }] }, names)).toEqual([`Bản 1 ghi ${words}`]),
);

test('of whom the same is said stands in one sentence, units before tasks', () => {
  const unit = (name: string) => ({ name, was: { kind: 'silent' }, now: { kind: 'onTime' } }) as const;
  const task = { code: 'I.02', was: { status: STATUS.doingOverdue }, now: { status: STATUS.doneLate } };
  const words = reproachSentences({ units: [unit('A'), unit('B')], tasks: [task] }, names);
  expect(words).toEqual([
    'Bản 1 ghi chưa báo cáo; nay báo cáo đủ, đúng hạn (02): A, B',
    'Bản 1 ghi đang thực hiện quá hạn; nay hoàn thành quá hạn (01): I.02',
  ]);
});
