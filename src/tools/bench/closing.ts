// How long the computing of a closing takes, from the raw rows to the frozen version, and whether it grows with the rows only.
import { dayOf } from '../../core/calendar.ts';
import { phrasesWith } from '../../core/content.ts';
import type { IndicatorRow } from '../../core/indicator.ts';
import { PLAN_RULES, periodLabel } from '../../core/period.ts';
import type { ResolvedPlan, ResolvedTask } from '../../core/resolved-plan.ts';
import { COUNTS_OVERDUE, STATES } from '../../core/status.ts';
import type { Viewpoint } from '../../core/task.ts';
import type { TaskRow } from '../../core/task-row.ts';
import { freeze } from '../../core/version.ts';
import { inMilliseconds, medianTime, type Section } from './table.ts';

/** How many plans one below the other: 72, 720, 7 200, 72 000 rows of ours. */
const COPIES = [1, 10, 100, 1000];
const RUNS = 15;

export function closingSection(plan: ResolvedPlan): Section {
  const unitNames = plan.units.map(({ name }) => name);
  const view = viewOf(plan);
  const states = Object.values(STATES);
  const lines = COPIES.map((copies) => {
    const rows = Array.from({ length: copies }, (_, copy) =>
      plan.tasks.map((task, index) => rowOf(task, states[(index + copy) % states.length] ?? null, view)),
    ).flat();
    const time = medianTime(RUNS, () => freeze(rows, unitNames, view));
    const perRow = ((time * 1000) / rows.length).toPrecision(3);
    return { what: `${rows.length} rows`, value: `${inMilliseconds(time)} (${perRow} µs a row)` };
  });
  return { title: `A closing computed (freeze), median of ${RUNS}; shown, not checked`, lines };
}

function viewOf(plan: ResolvedPlan): Viewpoint {
  const { year } = plan.plan;
  const asOf = dayOf(year, 5, 14);
  return {
    asOf,
    period: { year, month: 5 },
    rules: PLAN_RULES,
    warningDays: 48,
    planYear: year,
    indicators: plan.indicators.map(
      ({ task, name, operator, target, milestone, note }): IndicatorRow => ({
        code: task,
        name,
        operator,
        target,
        milestone,
        numerator: 80,
        denominator: 100,
        enteredOn: asOf,
        note,
      }),
    ),
    stamped: false,
    phrases: phrasesWith(),
    reportedBefore: new Set(),
    finishedBefore: new Set(),
  };
}

/** A row whose entry block is filled in, in one of the six states. */
function rowOf({ leadUnits: _, ...task }: ResolvedTask, state: string | null, { asOf, period }: Viewpoint): TaskRow {
  return {
    ...task,
    countsOverdue: task.countsOverdue ? COUNTS_OVERDUE.yes : COUNTS_OVERDUE.no,
    extension: null,
    estimate: false,
    onTimeFor: null,
    state,
    progress: 0.5,
    result: 'Đã triển khai đến các thôn',
    doneOn: state === STATES.done ? asOf - 10 : null,
    evidence: '12/BC-UBND',
    difficulty: 'không',
    proposal: null,
    period: periodLabel(period),
    reportedAt: asOf - 0.5,
  };
}
