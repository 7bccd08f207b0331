// The whole workbook as declared, from the plan. Sizes of the tables that people may lengthen come from the workbook as it
// is, so that ranges of formulas that must be of one length are.
import type { Cell } from '../core/cell.ts';
import { openPeriod, PLAN_RULES, periodLabel, shiftPeriod } from '../core/period.ts';
import type { PlanHead, ResolvedIndicator, ResolvedPlan, ResolvedTask, ResolvedUnit } from '../core/resolved-plan.ts';
import { COUNTS_OVERDUE } from '../core/status.ts';
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
export function sizesOf(seeds: ResolvedPlan, snapshot: Snapshot | undefined): Sizes {
  const rows = (sheetId: number) => (snapshot?.tabs.find((tab) => tab.sheetId === sheetId)?.rowCount ?? 1) - 1;
  return {
    tasks: Math.max(seeds.tasks.length, rows(1001)),
    indicators: Math.max(seeds.indicators.length, rows(1003)),
  };
}

/** How far beyond the plan's year the drop-down of Kỳ báo cáo reaches. */
const PERIODS_AFTER = 1;

/** @param initial settings that are known when the rows are made, by key: addresses, the first period, the file's id */
export function declareWorkbook(
  seeds: ResolvedPlan,
  sizes: Sizes,
  initial: Readonly<Record<string, Cell>> = {},
): Workbook {
  const { plan, tasks, units, indicators } = seeds;
  const board = boardTab({
    title: `TỔNG HỢP THỰC HIỆN ĐỀ ÁN 06 – ${plan.commune.toUpperCase()} NĂM ${plan.year}`,
    groups: plan.groups.map(({ roman, reportHeading }) => ({ roman, name: reportHeading })),
    unitCount: units.length,
    taskCount: sizes.tasks,
    indicatorCount: sizes.indicators,
  });
  return {
    locale: 'vi_VN',
    timeZone: 'Asia/Ho_Chi_Minh',
    recalculation: 'HOUR',
    tabs: [
      tasksTab(tasks.map(taskRow), periodLabels(plan)),
      board,
      indicatorsTab(indicators.map(indicatorRow)),
      unitsTab(units.map(unitRow)),
      LEDGER,
      CONTROLS_TAB,
      settingsTab({ ...initialSettings(plan), ...initial }),
      GUIDE,
      HISTORY,
      JOURNAL,
      BACKUP,
    ],
    names: [...CELL_NAMES, ...BOARD_NAMES],
  };
}

function taskRow({ leadUnits: _, countsOverdue, ...cells }: ResolvedTask): DeclaredRow {
  return {
    key: cells.code,
    cells: { ...cells, countsOverdue: countsOverdue ? COUNTS_OVERDUE.yes : COUNTS_OVERDUE.no },
  };
}

function indicatorRow({ share, ...cells }: ResolvedIndicator): DeclaredRow {
  return { key: cells.id, cells, ...(share ? {} : { formats: { target: 'integer', value: 'integer' } }) };
}

function unitRow(unit: ResolvedUnit): DeclaredRow {
  return { key: unit.code, cells: { ...unit, reminded: unit.reporting === 'có dòng' ? 'Có' : 'Không' } };
}

function periodLabels(plan: PlanHead): string[] {
  const labels: string[] = [];
  const first = openPeriod(plan.date, PLAN_RULES);
  for (let p = first; p.year <= plan.year || p.month <= PERIODS_AFTER; p = shiftPeriod(p, 1))
    labels.push(periodLabel(p));
  return labels;
}

/** What the plan itself says; addresses are CAX's to fill in. */
function initialSettings(plan: PlanHead): Record<string, Cell> {
  return {
    commune: plan.commune,
    district: plan.district,
    planNumber: plan.number,
    planDate: plan.date,
    planYear: plan.year,
    issuingBody: plan.issuingBody,
    standingBody: plan.standingBody,
    superiorBodies: plan.superiorBodies.join('\n'),
    chairmanTitle: plan.signer.title,
    chairmanName: plan.signer.name,
    standingTitle: 'TỔ PHÓ THƯỜNG TRỰC – TRƯỞNG CÔNG AN XÃ',
    deadlineDay: plan.unitReportsBeforeDay,
    graceDay: PLAN_RULES.graceDay,
    warningDays: 48,
    sendingHour: 7,
    automaticSending: true,
    recipients: plan.recipients.join('\n'),
  };
}
