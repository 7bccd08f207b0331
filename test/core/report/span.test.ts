import { describe, expect, test } from 'vitest';
import { at, dayOf, readIsoDate } from '../../../src/core/calendar.ts';
import { type Period, PLAN_RULES, periodLabel, windowOf } from '../../../src/core/period.ts';
import { type SpanInput, spanOf } from '../../../src/core/report/span.ts';
import { KINDS, STATES } from '../../../src/core/status.ts';
import type { TaskRow } from '../../../src/core/task-row.ts';
import { freeze, type Version } from '../../../src/core/version.ts';
import { MAY, taskRow } from '../task-row.ts';

const day = (iso: string) => readIsoDate(iso) ?? Number.NaN;
const yearEnd = day('2024-12-31');
const both = KINDS['dated-then-ongoing'];

function versionOf(month: number, rows: readonly TaskRow[], more: Partial<Version> = {}): Version {
  const period: Period = { year: 2024, month };
  const window = windowOf(period, PLAN_RULES);
  const asOf = more.asOf ?? window.to;
  return {
    period,
    version: 1,
    window,
    closedAt: at(window.to + 1, 8, 30),
    closedBy: '',
    ...freeze(rows, ['Ban Tư pháp', 'Công an xã'], { ...MAY, period, asOf }),
    asked: { 'Ban Tư pháp': at(window.to - 1, 7) },
    late: { ended: true, codes: [], unknown: [] },
    ...more,
  };
}

/** Rows whose kind the plan knows, as the app gives them. */
function span(
  kind: SpanInput['kind'],
  version: Version,
  others: readonly Version[],
  kinds: Record<string, string> = {},
  more: Partial<SpanInput> = {},
) {
  return spanOf({
    kind,
    version,
    others,
    tasks: version.rows.map(({ code }, i) => ({
      code,
      number: i + 1,
      group: 'II',
      content: '',
      lead: '',
      coordinating: '',
      deadline: '',
      kind: kinds[code] ?? KINDS.dated,
    })),
    groups: ['II'],
    rules: PLAN_RULES,
    warningDays: 48,
    firstPeriod: { year: 2024, month: 3 },
    findings: [],
    planDate: day('2024-02-28'),
    ...more,
  });
}

const reported = (month: number, cells: Partial<TaskRow> = {}) =>
  taskRow({ state: STATES.doing, period: periodLabel({ year: 2024, month }), reportedAt: day('2024-03-01'), ...cells });

describe('months of a span', () => {
  const told = span('halfYear', versionOf(6, [reported(6, { result: 'B' })]), [
    versionOf(3, [reported(3, { result: 'A' })]),
    versionOf(4, [reported(4, { result: ' A ', reportedAt: day('2024-04-15') })], { version: 2 }),
    versionOf(4, [taskRow()], { version: 0 }),
    versionOf(5, [], { rows: [] }),
  ]);
  test('from the first period on, the newest version of each', () =>
    expect(told.months.map(({ period, numbers }) => [period.month, numbers?.version])).toEqual([
      [3, 1],
      [4, 2],
      [5, 1],
      [6, 1],
    ]));
  test('the first window begins with the plan', () =>
    expect(told.window).toEqual({ from: day('2024-02-28'), to: day('2024-06-14') }));
  test('units, month by month', () =>
    expect(told.units).toEqual([
      { name: 'Ban Tư pháp', months: ['onTime', 'late', 'nothing', 'onTime'] },
      { name: 'Công an xã', months: ['nothing', 'nothing', 'nothing', 'nothing'] },
    ]));
  test('a month that was not closed is not known', () => {
    const gap = span('halfYear', versionOf(6, [taskRow()]), [versionOf(4, [taskRow()])]);
    expect(gap.units[0]?.months).toEqual(['unknown', 'silent', 'unknown', 'silent']);
    expect(gap.months.map(({ numbers }) => numbers !== undefined)).toEqual([false, true, false, true]);
    expect(gap.tasks[0]?.statuses.map((status) => status !== undefined)).toEqual([false, true, false, true]);
  });
  test.each<[string, Partial<Version>, string]>([
    ['nothing came', {}, 'silent'],
    ['it came after the closing', { late: { ended: true, codes: ['II.05'], unknown: [] } }, 'late'],
    ['nobody knows', { late: undefined }, 'unknown'],
    ['never asked', { asked: {} }, 'notAsked'],
    ['late and never asked', { asked: {}, late: { ended: true, codes: ['II.05'], unknown: [] } }, 'notAsked'],
  ])('silent at the closing of April: %s', (_, more, month) => {
    const then = span('halfYear', versionOf(6, [reported(6)]), [versionOf(4, [taskRow()], more)]);
    expect(then.units[0]?.months).toEqual(['unknown', month, 'unknown', 'onTime']);
  });
  test('results by month; a text that did not change stands once', () =>
    expect(told.tasks[0]?.results).toEqual([
      { period: { year: 2024, month: 3 }, text: 'A' },
      { period: { year: 2024, month: 6 }, text: 'B' },
    ]));
  test('nothing is carried forward in the middle of the year', () => {
    expect(Object.values(told.forward).flat()).toEqual([]);
    expect(told.estimated).toEqual([]);
  });
});

describe('the end of the year', () => {
  const done = { state: STATES.done, doneOn: day('2024-05-01') };
  const rows = [
    taskRow({ code: 'II.01', due: yearEnd }),
    taskRow({ code: 'II.02', due: yearEnd }),
    taskRow({ code: 'II.03', due: yearEnd, ...done }),
    taskRow({ code: 'II.04', due: yearEnd, kind: both, ...done }),
    taskRow({ code: 'II.05', due: day('2025-12-31') }),
    taskRow({ code: 'II.06', kind: KINDS.roadmap }),
    taskRow({ code: 'II.07', kind: KINDS.ongoing }),
  ];
  const kinds = { 'II.04': both, 'II.06': KINDS.roadmap, 'II.07': KINDS.ongoing };
  const codes = (list: readonly { code: string }[]) => list.map(({ code }) => code);
  const estimated = ['II.01', 'II.03', 'II.05'];
  const year = span('year', versionOf(12, rows), [], kinds, { estimated });

  test('expected: unfinished, due by 31/12, ticked', () => expect(codes(year.estimated)).toEqual(['II.01']));
  test('forward, by why', () =>
    expect(Object.entries(year.forward).map(([why, list]) => [why, codes(list)])).toEqual([
      ['unfinished', ['II.02']],
      ['later', ['II.05']],
      ['ongoing', ['II.04']],
      ['onOthers', ['II.06']],
    ]));
  test('supplement: what was done counts, what was expected is forgotten', () => {
    const asOf = dayOf(2025, 1, 1);
    const late = rows.map((row) =>
      row.code === 'II.02' ? { ...row, state: STATES.done, doneOn: day('2024-12-30') } : row,
    );
    const told = span('supplement', versionOf(12, late, { supplement: true, asOf }), [versionOf(12, rows)], kinds, {
      estimated: ['II.01'],
    });
    expect(told.window.to).toBe(yearEnd);
    expect(codes(told.estimated)).toEqual(['II.01']);
    expect(codes(told.forward.unfinished)).toEqual(['II.01']);
    expect(told.report.figures.K3.part).toBe(3);
  });
});
