// The plan as it is built into the script, and a year of made-up entries for it: what a span of months is told from.
import seedIndicators from '../../../seeds/indicators.json' with { type: 'json' };
import seedPlan from '../../../seeds/plan.json' with { type: 'json' };
import seedTasks from '../../../seeds/tasks.json' with { type: 'json' };
import seedUnits from '../../../seeds/units.json' with { type: 'json' };
import { at, dayOf } from '../../../src/core/calendar.ts';
import { phrasesWith } from '../../../src/core/content.ts';
import type { IndicatorRow } from '../../../src/core/indicator.ts';
import { type Period, PLAN_RULES, periodLabel, windowOf } from '../../../src/core/period.ts';
import { decodeSeeds } from '../../../src/core/plan.ts';
import type { ReportInput } from '../../../src/core/report/making.ts';
import { resolvePlan } from '../../../src/core/resolve-plan.ts';
import { KINDS, STATES } from '../../../src/core/status.ts';
import type { TaskRow } from '../../../src/core/task-row.ts';
import { finishedCodes, freeze, type Version } from '../../../src/core/version.ts';
import { indicatorRow, taskRow } from '../../core/task-row.ts';

export const resolved = resolvePlan(
  decodeSeeds({ plan: seedPlan, tasks: seedTasks, units: seedUnits, indicators: seedIndicators }),
);
const units = resolved.units.filter(({ reporting }) => reporting === 'có dòng').map(({ name }) => name);
const PLAN_DATE = dayOf(2024, 2, 28);

/** One unit slips every third month, one is silent from May to July. */
function entries(number: number, month: number, accountable: string | null): Partial<TaskRow> {
  if (accountable === null || (accountable === 'Trường THCS Vân Sơn' && month >= 5 && month <= 7)) return {};
  const task = resolved.tasks[number - 1];
  const doneIn = (number % 9) + 4;
  const done = task?.kind !== KINDS.ongoing && number % 5 !== 0 && month >= doneIn;
  const late = accountable === 'Ban Tư pháp' && month % 3 === 0;
  const period: Period = { year: 2024, month };
  const texts = [
    'Đã ban hành kế hoạch, phân công cán bộ phụ trách',
    `Tiếp nhận, giải quyết ${100 + number * month} hồ sơ, 100% đúng hạn`,
    `Tổ chức ${1 + (month % 3)} buổi tuyên truyền tại các thôn, ${40 * month} lượt người`,
  ];
  return {
    state: done
      ? STATES.done
      : number % 4 === 0 && month < 6 && task?.kind !== KINDS.ongoing
        ? STATES.notStarted
        : STATES.doing,
    progress: done ? 1 : Math.min(0.9, month / 12),
    result: texts[number % 3] ?? null,
    doneOn: done ? dayOf(2024, doneIn, 5) : null,
    evidence: done ? `${number}/BC-UBND` : null,
    difficulty: number % 11 === 0 && month >= 4 && !done ? 'Thiếu máy tính, đường truyền không ổn định' : null,
    proposal: number % 22 === 0 && month >= 5 && !done ? 'Bố trí kinh phí mua 02 máy tính' : null,
    period: periodLabel(period),
    reportedAt: late ? at(dayOf(2024, month, 15), 9) : at(dayOf(2024, month, 12), 9),
    onTimeFor: late ? null : periodLabel(period),
  };
}

function indicatorsIn(month: number): IndicatorRow[] {
  return resolved.indicators.map((one, i) =>
    indicatorRow({
      code: one.task,
      name: one.name,
      operator: one.operator,
      target: one.target,
      milestone: one.milestone,
      note: one.note,
      ...(i % 4 !== 3 && {
        numerator: one.share ? 500 + 40 * month : 4 * month,
        denominator: 1000,
        enteredOn: dayOf(2024, month, 10),
      }),
    }),
  );
}

const versions = new Map<number, Version>();
/** The version of a month of 2024; the 13th is that of «Chốt năm bổ sung», as of 01/01. */
export function monthVersion(n: number): Version {
  const made = versions.get(n);
  if (made) return made;
  const month = Math.min(n, 12);
  const period: Period = { year: 2024, month };
  const window = windowOf(period, PLAN_RULES, PLAN_DATE);
  const rows = resolved.tasks.map((task) =>
    taskRow({
      ...task,
      countsOverdue: task.countsOverdue ? 'Có' : 'Không',
      ...entries(task.number, month, task.accountable),
    }),
  );
  const late =
    n === 13
      ? rows.map((row) =>
          Number(row.number) % 10 === 0 && row.accountable !== null
            ? { ...row, state: STATES.done, doneOn: dayOf(2024, 12, 28) }
            : row,
        )
      : rows;
  const version: Version = {
    period,
    version: 1,
    ...(n === 13 && { supplement: true as const }),
    window,
    closedAt: n === 13 ? at(dayOf(2025, 1, 6), 9) : at(window.to + 1, 8, 30),
    closedBy: 'cax@example.vn',
    ...freeze(late, units, {
      asOf: n === 13 ? dayOf(2025, 1, 1) : window.to,
      period,
      rules: PLAN_RULES,
      warningDays: 48,
      planYear: 2024,
      indicators: indicatorsIn(month),
      stamped: true,
      phrases: phrasesWith(),
      reportedBefore: new Set(),
      finishedBefore: finishedCodes(month > 3 ? monthVersion(month - 1) : undefined),
    }),
    // Everybody was asked, and nothing came after the closings.
    asked: Object.fromEntries(units.map((unit) => [unit, at(window.to - 5, 7)])),
    late: { ended: true, codes: [], unknown: [] },
  };
  versions.set(n, version);
  return version;
}

/** What the app has at hand when it tells a month. */
export function monthInput(n: number): ReportInput {
  return {
    version: monthVersion(n),
    others: Array.from({ length: n - 3 }, (_, i) => monthVersion(i + 3)),
    tasks: resolved.tasks,
    groups: resolved.plan.groups.map(({ roman }) => roman),
    groupHeadings: resolved.plan.groups.map(({ reportHeading }) => reportHeading),
    rules: PLAN_RULES,
    warningDays: 48,
    firstPeriod: { year: 2024, month: 3 },
    findings: [],
  };
}
