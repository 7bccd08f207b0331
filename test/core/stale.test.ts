// «Chưa cập nhật kỳ này»: from the ninth of the open period's month on, of what is owed and not reported.
import { describe, expect, test } from 'vitest';
import { dayOf } from '../../src/core/calendar.ts';
import { PLAN_RULES } from '../../src/core/period.ts';
import { isStale, staleDaysLeft, staleStatus } from '../../src/core/stale.ts';
import { STATUS, type Status } from '../../src/core/status.ts';
import { taskRow } from './task-row.ts';

describe('whether', () => {
  const view = (asOf: number) => ({ asOf, period: { year: 2024, month: 8 }, rules: PLAN_RULES });
  const row = taskRow();
  test.each<[string, Parameters<typeof isStale>[0], number, boolean]>([
    ['nobody’s', { owed: true, reported: false, row: taskRow({ accountable: null }) }, dayOf(2024, 8, 14), false],
    ['the day before', { owed: true, reported: false, row }, dayOf(2024, 8, 8), false],
    ['the ninth', { owed: true, reported: false, row }, dayOf(2024, 8, 9), true],
    ['the last day of grace', { owed: true, reported: false, row }, dayOf(2024, 8, 19), true],
    ['reported', { owed: true, reported: true, row }, dayOf(2024, 8, 14), false],
    ['not owed: finished, paused, on request', { owed: false, reported: false, row }, dayOf(2024, 8, 14), false],
  ])('%s', (_, task, asOf, wanted) => expect(isStale(task, view(asOf))).toBe(wanted));
});

test.each<[Status, number | undefined, string, string]>([
  [STATUS.doingInTime, 139, 'Đang thực hiện trong hạn – chưa cập nhật kỳ này', '139 – chưa cập nhật kỳ này'],
  [STATUS.doingOverdue, -5, 'Đang thực hiện quá hạn – chưa cập nhật kỳ này', 'quá 5 – chưa cập nhật kỳ này'],
  [STATUS.notStartedDueSoon, 0, 'Chưa thực hiện – sắp đến hạn – chưa cập nhật kỳ này', '0 – chưa cập nhật kỳ này'],
  // It says so itself.
  [STATUS.ongoingUnreported, undefined, 'Thường xuyên – chưa báo cáo', 'chưa cập nhật kỳ này'],
])('%s, %s days left', (status, days, shown, left) => {
  expect([staleStatus(status), staleDaysLeft(days)]).toEqual([shown, left]);
});
