// A row of «Nhiệm vụ» for tests: empty but for what the case is about.
import { phrasesWith } from '../../src/core/content.ts';
import type { IndicatorRow } from '../../src/core/indicator.ts';
import { PLAN_RULES } from '../../src/core/period.ts';
import type { Viewpoint } from '../../src/core/task.ts';
import type { TaskRow } from '../../src/core/task-row.ts';

export function taskRow(cells: Partial<TaskRow> = {}): TaskRow {
  return {
    code: 'II.05',
    number: 5,
    content: 'Nội dung',
    lead: 'Ban Tư pháp xã',
    coordinating: null,
    deadline: 'Năm 2024',
    group: 'II',
    accountable: 'Ban Tư pháp',
    estimate: false,
    onTimeFor: null,
    state: null,
    progress: null,
    result: null,
    doneOn: null,
    evidence: null,
    difficulty: null,
    proposal: null,
    addressee: null,
    period: null,
    reportedAt: null,
    due: null,
    kind: 'Có thời hạn',
    countsOverdue: 'Có',
    extension: null,
    ...cells,
  };
}

export function indicatorRow(cells: Partial<IndicatorRow> = {}): IndicatorRow {
  return {
    code: 'II.32',
    name: 'Tỷ lệ hồ sơ liên thông',
    operator: '≥',
    target: 0.7,
    milestone: null,
    numerator: null,
    denominator: null,
    enteredOn: null,
    note: null,
    ...cells,
  };
}

/** May 2024 as CAX closes it: as of 14/05/2024. */
export const MAY: Viewpoint = {
  asOf: 45426,
  period: { year: 2024, month: 5 },
  rules: PLAN_RULES,
  warningDays: 48,
  planYear: 2024,
  indicators: [],
  stamped: false,
  phrases: phrasesWith(),
  reportedBefore: new Set(),
  finishedBefore: new Set(),
};
