// Who is told otherwise in a correction out of turn than in the version it corrects.
import { expect, test } from 'vitest';
import type { AdHocReport } from '../../src/core/report/ad-hoc.ts';
import type { ReportedTask } from '../../src/core/report.ts';
import { STATUS, type Status } from '../../src/core/status.ts';
import { adHocReproaches } from '../../src/report/ad-hoc-correction.ts';

type Unit = AdHocReport['units'][number];
const unit = (answered: number, reached = true): Unit => ({ name: 'A', asked: 2, answered, reached });
const task = (status: Status): ReportedTask => ({
  code: 'I.02',
  number: 2,
  content: '',
  unit: 'A',
  status,
  deadline: '',
  group: 'I',
  lead: '',
  coordinating: '',
  reported: true,
  owed: true,
  extended: false,
  assigned: true,
});
const report = (units: readonly Unit[], tasks: readonly ReportedTask[]): AdHocReport => ({
  id: 'ĐX-2024-01',
  subject: '',
  basis: '',
  window: { from: 0, to: 1 },
  closedAt: 1,
  tasks,
  groups: [],
  units,
  difficulties: [],
  proposals: [],
  requests: [],
  uncounted: [],
});

test.each<[was: Unit, now: Unit, words: string[]]>([
  [unit(0), unit(2), ['Bản 1 ghi chưa trả lời đủ; nay trả lời đủ (01): A']],
  [unit(2), unit(1), ['Bản 1 ghi trả lời đủ; nay chưa trả lời đủ (01): A (1/2)']],
  [unit(0, false), unit(0), ['Bản 1 ghi chưa gửi được yêu cầu; nay chưa trả lời đủ (01): A (0/2)']],
  [unit(0, false), unit(2), []],
  [unit(0), unit(1), ['Bản 1 ghi chưa trả lời đủ; nay chưa trả lời đủ (01): A (0/2 → 1/2)']],
  [unit(1), unit(1), []],
  [unit(2), unit(2), []],
])('of a unit, %j → %j', (was, now, words) => {
  const before = { version: 1, report: report([was], []), rewritten: [] };
  expect(adHocReproaches(report([now], []), before, (code) => code)).toEqual(words);
});

test.each<[was: Status, now: Status, words: string[]]>([
  [
    STATUS.doingOverdue,
    STATUS.doneOnTime,
    ['Bản 1 ghi đang thực hiện quá hạn; nay hoàn thành đúng hạn (01): I.02 (A)'],
  ],
  [STATUS.doneOnTime, STATUS.doneLate, ['Bản 1 ghi hoàn thành đúng hạn; nay hoàn thành quá hạn (01): I.02 (A)']],
  [STATUS.doingInTime, STATUS.doneOnTime, []],
])('of a task, %s → %s', (was, now, words) => {
  const before = { version: 1, report: report([], [task(was)]), rewritten: [] };
  expect(adHocReproaches(report([], [task(now)]), before, (code) => code)).toEqual(words);
});
