// The whole workbook as declared, from the plan. Sizes of the tables that people may lengthen come from the workbook as it
// is, so that ranges of formulas that must be of one length are.
import { readIsoDate } from '../core/calendar.ts';
import type { Cell } from '../core/cell.ts';
import { readDeadline } from '../core/deadline.ts';
import { UNCONFIRMED_NOTE } from '../core/indicator.ts';
import { openPeriod, PLAN_RULES, periodLabel, shiftPeriod } from '../core/period.ts';
import type { Indicator, PlanTask, Seeds } from '../core/plan.ts';
import { COUNTS_OVERDUE, KINDS } from '../core/status.ts';
import { accountableUnit, allOutside } from '../core/units.ts';
import type { DeclaredRow, Workbook } from './declare.ts';
import { BOARD_NAMES, boardTab } from './layout/board.ts';
import { CONTROLS_TAB } from './layout/controls.ts';
import { BACKUP, HISTORY, JOURNAL, LEDGER } from './layout/growing.ts';
import { GUIDE } from './layout/guide.ts';
import { indicatorsTab } from './layout/indicators.ts';
import { CELL_NAMES } from './layout/names.ts';
import { settingsTab } from './layout/settings.ts';
import { tasksTab } from './layout/tasks.ts';
import { unitsTab } from './layout/units.ts';
import type { Snapshot } from './snapshot.ts';

/** Rows below the heading that the tables have, or will have. */
export interface Sizes {
  readonly tasks: number;
  readonly indicators: number;
}

/** The tables as they are; never fewer rows than declared. Withdrawn tasks and rows people added lengthen them. */
export function sizesOf(seeds: Seeds, snapshot: Snapshot | undefined): Sizes {
  const rows = (sheetId: number) => (snapshot?.tabs.find((tab) => tab.sheetId === sheetId)?.rowCount ?? 1) - 1;
  return {
    tasks: Math.max(seeds.tasks.length, rows(1001)),
    indicators: Math.max(seeds.indicators.length, rows(1003)),
  };
}

/** How far beyond the plan's year the drop-down of Kỳ báo cáo reaches. */
const PERIODS_AFTER = 1;

/** @param initial settings that are known when the rows are made, by key: addresses, the first period, the file's id */
export function declareWorkbook(seeds: Seeds, sizes: Sizes, initial: Readonly<Record<string, Cell>> = {}): Workbook {
  const { plan, tasks, units, indicators } = seeds;
  const reporting = units.filter((unit) => unit.reporting !== 'không');
  const board = boardTab({
    title: `TỔNG HỢP THỰC HIỆN ĐỀ ÁN 06 – ${plan.commune.toUpperCase()} NĂM ${plan.year}`,
    groups: plan.groups.map(({ roman, reportHeading }) => ({ roman, name: reportHeading })),
    unitCount: reporting.length,
    taskCount: sizes.tasks,
    indicatorCount: sizes.indicators,
  });
  return {
    locale: 'vi_VN',
    timeZone: 'Asia/Ho_Chi_Minh',
    recalculation: 'HOUR',
    tabs: [
      tasksTab(
        tasks.map((task) => taskRow(task, seeds)),
        periodLabels(seeds),
      ),
      board,
      indicatorsTab(indicators.map(indicatorRow)),
      unitsTab(reporting.map((unit) => unitRow(unit, seeds))),
      LEDGER,
      CONTROLS_TAB,
      settingsTab({ ...initialSettings(seeds), ...initial }),
      GUIDE,
      HISTORY,
      JOURNAL,
      BACKUP,
    ],
    names: [...CELL_NAMES, ...BOARD_NAMES],
  };
}

function taskRow(task: PlanTask, { plan, units }: Seeds): DeclaredRow {
  const deadline = readDeadline(task.deadline, plan.year);
  const due = deadline.due === undefined ? null : (readIsoDate(deadline.due) ?? null);
  // «Không» only where a date exists and is not firm, or all leads are outside the commune (product §1).
  const counts = !(due !== null && !deadline.firm) && !allOutside(task.lead, units);
  return {
    key: task.code,
    cells: {
      number: task.number,
      content: task.content,
      lead: task.lead,
      coordinating: task.coordinating,
      deadline: task.deadline,
      code: task.code,
      group: task.group,
      due,
      kind: KINDS[deadline.kind],
      accountable: accountableUnit(task.lead, units)?.name ?? null,
      countsOverdue: counts ? COUNTS_OVERDUE.yes : COUNTS_OVERDUE.no,
    },
  };
}

const OPERATOR_SIGNS: Readonly<Record<Indicator['operator'], string>> = {
  '>=': '≥',
  '>': '>',
  '=': '=',
  '<=': '≤',
  '<': '<',
};

function indicatorRow(indicator: Indicator): DeclaredRow {
  const { id, task, name, operator, target, unit, milestone, conflict, note } = indicator;
  const isShare = unit === '%';
  return {
    key: id,
    cells: {
      id,
      task,
      name,
      operator: OPERATOR_SIGNS[operator],
      target: isShare ? target / 100 : target,
      milestone: readIsoDate(milestone) ?? null,
      note: note ?? (conflict ? UNCONFIRMED_NOTE : null),
    },
    ...(isShare ? {} : { formats: { target: 'integer', value: 'integer' } }),
  };
}

function unitRow(unit: Seeds['units'][number], { units }: Seeds): DeclaredRow {
  const nameOf = (code: string) => units.find((other) => other.code === code)?.name ?? code;
  return {
    key: unit.code,
    cells: {
      code: unit.code,
      name: unit.name,
      aliases: unit.aliases.join('; '),
      level: unit.level,
      memberOf: unit.memberOf.map(nameOf).join('; '),
      reminded: unit.reporting === 'có dòng' ? 'Có' : 'Không',
      reporting: unit.reporting,
    },
  };
}

function periodLabels({ plan }: Seeds): string[] {
  const labels: string[] = [];
  const first = openPeriod(readIsoDate(plan.date) ?? 0, PLAN_RULES);
  for (let p = first; p.year <= plan.year || p.month <= PERIODS_AFTER; p = shiftPeriod(p, 1))
    labels.push(periodLabel(p));
  return labels;
}

/** What the plan itself says; addresses are CAX's to fill in. */
function initialSettings({ plan }: Seeds): Record<string, Cell> {
  return {
    commune: plan.commune,
    district: plan.district,
    planNumber: plan.number,
    planDate: readIsoDate(plan.date) ?? null,
    planYear: plan.year,
    issuingBody: plan.bodies.issuing.name,
    standingBody: plan.bodies.standing.name,
    superiorBodies: [plan.bodies.superior.name, plan.bodies.superiorTaskForce.name].join('\n'),
    chairmanTitle: plan.signer.title,
    chairmanName: plan.signer.name,
    standingTitle: 'TỔ PHÓ THƯỜNG TRỰC – TRƯỞNG CÔNG AN XÃ',
    deadlineDay: plan.reporting.unitReportsBeforeDay,
    graceDay: PLAN_RULES.graceDay,
    warningDays: 48,
    sendingHour: 7,
    automaticSending: true,
    recipients: plan.recipients.join('\n'),
  };
}
