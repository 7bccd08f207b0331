// The whole workbook as declared, from the plan and from what the workbook itself tells (facts.ts).
import { type Cell, textOf } from '../core/cell.ts';
import { openPeriod, type PeriodRules, PLAN_RULES, periodLabel, shiftPeriod } from '../core/period.ts';
import { holidayWords } from '../core/public-holidays.ts';
import type { PlanHead, ResolvedIndicator, ResolvedPlan, ResolvedTask, ResolvedUnit } from '../core/resolved-plan.ts';
import { areSoundDays, type RuleDays, readRuleRecord, writeRuleRecord } from '../core/rule-record.ts';
import { COUNTS_OVERDUE } from '../core/status.ts';
import type { DeclaredRow, DeclaredView, FixedTab, TableTab, Workbook } from './declare.ts';
import { adHocTab } from './layout/ad-hoc.ts';
import { BOARD_NAMES, boardTab } from './layout/board.ts';
import type { ColumnKey } from './layout/column-keys.ts';
import { CONTROLS_TAB } from './layout/controls.ts';
import { BACKUP, HISTORY, JOURNAL, LEDGER } from './layout/growing.ts';
import { guideTab } from './layout/guide.ts';
import { indicatorsTab } from './layout/indicators.ts';
import { CELL_NAMES } from './layout/names.ts';
import { settingsTab } from './layout/settings.ts';
import { tasksTab } from './layout/tasks.ts';
import { unitsTab } from './layout/units.ts';
import { carryForward, RELAID_BOARD, SCHEMA, schemaOf } from './migrations.ts';
import { type Facts, noFacts, readFacts } from './reading/facts.ts';
import type { Returned } from './reading/returned.ts';
import type { Snapshot } from './reading/snapshot.ts';
import { REPORTING } from './reading/unit-reporting.ts';

/** Ids of the units' filter views, in the order of the units. */
const FIRST_VIEW = 2001;
const END_OF_VIEWS = 3000;
/** How far beyond the plan's year the drop-down of Kỳ báo cáo reaches. */
const PERIODS_AFTER = 1;

/** Id of a unit's filter view, by the code of the unit. */
export function viewId({ units }: ResolvedPlan, code: string): number {
  return FIRST_VIEW + units.findIndex((unit) => unit.code === code);
}

/** What a workbook tells the declaration; nothing where there is none yet. */
export function factsOf(seeds: ResolvedPlan, snapshot: Snapshot | undefined, returned?: Returned): Facts {
  const facts = noFacts(seeds);
  if (snapshot === undefined) return facts;
  return readFacts(snapshot, { ...tablesOf(seeds, facts), settings: settingsTab({}, []) }, seeds.plan.year, returned);
}

/** Declared once a plan: it is asked for at every look, for the ids of its tabs. */
const newWorkbooks = new WeakMap<ResolvedPlan, Workbook>();
/** Boards by plan and by the length of the tables they count in: most cells of a workbook, and the same ones at every look. */
const boards = new WeakMap<ResolvedPlan, Map<string, FixedTab>>();

/** The workbook as it is declared before there is one. */
export function declareNew(seeds: ResolvedPlan): Workbook {
  const known = newWorkbooks.get(seeds) ?? declareWorkbook(seeds, noFacts(seeds));
  newWorkbooks.set(seeds, known);
  return known;
}

/** @param initial settings that are known when the rows are made, by key: addresses, the first period, the file's id */
export function declareWorkbook(
  seeds: ResolvedPlan,
  facts: Facts,
  initial: Readonly<Record<string, Cell>> = {},
): Workbook {
  const { plan } = seeds;
  const { tasks, indicators, units } = tablesOf(seeds, facts);
  const carried = carryForward(facts.settings).settings;
  return {
    locale: 'vi_VN',
    timeZone: 'Asia/Ho_Chi_Minh',
    recalculation: 'HOUR',
    tabs: [
      tasks,
      { ...boardOf(seeds, facts), relaid: (schemaOf(facts.settings) ?? RELAID_BOARD) < RELAID_BOARD },
      indicators,
      units,
      LEDGER,
      adHocTab(plan.year, facts.adHocLines),
      CONTROLS_TAB,
      settingsTab(
        { ...initialSettings(plan, facts.settings), ...initial, schema: SCHEMA },
        periodLabels(plan),
        carried,
      ),
      guideTab(rulesIn(seeds.plan, facts.settings)),
      HISTORY,
      JOURNAL,
      BACKUP,
    ],
    names: [...CELL_NAMES, ...BOARD_NAMES],
  };
}

function boardOf(seeds: ResolvedPlan, { taskRows, indicatorRows }: Facts): FixedTab {
  const { plan, tasks, units, indicators } = seeds;
  const ofPlan = boards.get(seeds) ?? new Map<string, FixedTab>();
  boards.set(seeds, ofPlan);
  const key = `${taskRows} ${indicatorRows}`;
  const board =
    ofPlan.get(key) ??
    boardTab({
      title: `TỔNG HỢP THỰC HIỆN ĐỀ ÁN 06 – ${plan.commune.toUpperCase()} NĂM ${plan.year}`,
      year: plan.year,
      groups: plan.groups.map(({ roman, reportHeading }) => ({ roman, name: reportHeading })),
      units: units.map(({ code }) => code),
      tasks: tasks.map(({ code }) => code),
      indicators: indicators.map(({ id }) => id),
      taskRows,
      indicatorRows,
    });
  ofPlan.set(key, board);
  return board;
}

function tablesOf(
  seeds: ResolvedPlan,
  facts: Facts,
): { readonly [T in 'tasks' | 'indicators' | 'units']: TableTab<ColumnKey<T>> } {
  const { plan, tasks, units, indicators } = asCalled(seeds, facts);
  const shares = units.map((unit) => shareOf(unit, tasks, facts));
  const views = units.flatMap((unit, i): DeclaredView[] => {
    const { own = [], shared = [] } = shares[i] ?? {};
    return own.length + shared.length === 0 ? [] : [unitView(FIRST_VIEW + i, unit, [...own, ...shared])];
  });
  return {
    tasks: tasksTab(
      tasks.map((task) => taskRow(task, facts)),
      periodLabels(plan),
      rulesIn(plan, facts.settings).deadlineDay,
      plan.year,
      { from: FIRST_VIEW, to: END_OF_VIEWS, list: views },
    ),
    indicators: indicatorsTab(indicators.map(indicatorRow)),
    units: unitsTab(
      units.map((unit, i) =>
        unitRow(unit, seeds.units[i]?.name ?? '', FIRST_VIEW + i, shares[i], facts.reworded.get(unit.code)),
      ),
      plan.unitPlansBefore,
      periodLabels(plan),
    ),
  };
}

/** The plan with its units as «Đơn vị» calls them. */
function asCalled(seeds: ResolvedPlan, { units }: Facts): ResolvedPlan {
  const names = new Map(seeds.units.map(({ code, name }) => [name, units.get(code)?.name ?? name]));
  const called = (name: string) => names.get(name) ?? name;
  return {
    ...seeds,
    units: seeds.units.map((unit) => ({
      ...unit,
      ...units.get(unit.code),
      memberOf: unit.memberOf.split('; ').map(called).join('; '),
    })),
    tasks: seeds.tasks.map((task) => ({
      ...task,
      accountable: task.accountable === null ? null : called(task.accountable),
    })),
  };
}

/** Codes of the tasks a unit answers for, and of those it leads with others. */
interface Share {
  readonly own: readonly string[];
  readonly shared: readonly string[];
}

function shareOf({ code, name }: ResolvedUnit, tasks: readonly ResolvedTask[], { accountable }: Facts): Share {
  const isOwn = (task: ResolvedTask) => (accountable.get(task.code) ?? task.accountable) === name;
  const codes = (holds: (task: ResolvedTask) => boolean) => tasks.filter(holds).map((task) => task.code);
  return { own: codes(isOwn), shared: codes((task) => !isOwn(task) && task.leadUnits.includes(code)) };
}

function taskRow(
  { leadUnits: _, countsOverdue, ...cells }: ResolvedTask,
  { accountable, outdated }: Facts,
): DeclaredRow<ColumnKey<'tasks'>> {
  const name = outdated.has(cells.code) ? accountable.get(cells.code) : undefined;
  return {
    key: cells.code,
    cells: { ...cells, countsOverdue: countsOverdue ? COUNTS_OVERDUE.yes : COUNTS_OVERDUE.no },
    ...(name === undefined ? {} : { corrections: { accountable: name } }),
  };
}

function indicatorRow({ share, ...cells }: ResolvedIndicator): DeclaredRow<ColumnKey<'indicators'>> {
  return { key: cells.id, cells, ...(share ? {} : { formats: { target: 'integer', value: 'integer' } }) };
}

function unitRow(
  unit: ResolvedUnit,
  planName: string,
  view: number,
  { own, shared }: Share = { own: [], shared: [] },
  reworded?: string,
): DeclaredRow<ColumnKey<'units'>> {
  const link = (code: string) => ({ words: code, to: { tab: 'tasks', row: code } });
  const links = [
    { words: 'Xem riêng các dòng', to: { tab: 'tasks', view } },
    ...own.map(link),
    ...(shared.length === 0 ? [] : [{ words: 'cùng chủ trì:' }, ...shared.map(link)]),
  ];
  return {
    key: unit.code,
    cells: {
      ...unit,
      reporting: REPORTING[unit.reporting],
      known: unit.name,
      planName,
      reminded: unit.reporting === 'có dòng' ? 'Có' : 'Không',
      link: null,
    },
    ...(reworded === undefined ? {} : { corrections: { reporting: reworded } }),
    ...(links.length === 1 ? {} : { links: { link: links } }),
  };
}

/** A unit's own look at «Nhiệm vụ»: what it leads by the plan, and whatever CAX has given it since. */
function unitView(id: number, { name }: ResolvedUnit, codes: readonly string[]): DeclaredView {
  const text = (words: string) => `"${words.replace(/"/gu, '""')}"`;
  return {
    id,
    title: name,
    column: 'accountable',
    condition: `=OR([accountable]=${text(name)};ISNUMBER(SEARCH("|"&[code]&"|";${text(`|${codes.join('|')}|`)})))`,
  };
}

function periodLabels(plan: PlanHead): string[] {
  const labels: string[] = [];
  const first = openPeriod(plan.date, PLAN_RULES);
  for (let p = first; p.year <= plan.year || p.month <= PERIODS_AFTER; p = shiftPeriod(p, 1))
    labels.push(periodLabel(p));
  return labels;
}

/** The plan's own day, and four days of grace. */
function daysBy({ unitReportsBeforeDay: deadlineDay }: PlanHead): RuleDays {
  return { deadlineDay, graceDay: deadlineDay + PLAN_RULES.graceDay - PLAN_RULES.deadlineDay };
}

/** The newest days, which words name: of the record, of a sheet that has none the days it holds, of a new one the plan's. */
function rulesIn(plan: PlanHead, settings: Facts['settings']): PeriodRules {
  const days = { deadlineDay: Number(settings.get('deadlineDay')), graceDay: Number(settings.get('graceDay')) };
  return readRuleRecord(textOf(settings.get('ruleRecord') ?? null)) ?? (areSoundDays(days) ? days : daysBy(plan));
}

/** What «Cấu hình» is filled with of the plan alone. */
export function usualSettings({ plan }: ResolvedPlan): Readonly<Record<string, Cell>> {
  return initialSettings(plan, new Map());
}

function initialSettings(plan: PlanHead, settings: Facts['settings']): Record<string, Cell> {
  return {
    commune: plan.commune,
    district: plan.district,
    planNumber: plan.number,
    planDate: plan.date,
    planYear: plan.year,
    issuingBody: plan.issuingBody,
    standingBody: plan.standingBody,
    superiorBodies: plan.superiorBodies.join('\n'),
    grounds: plan.grounds.join('\n'),
    chairmanTitle: plan.signer.title,
    chairmanName: plan.signer.name,
    standingTitle: 'TỔ PHÓ THƯỜNG TRỰC – TRƯỞNG CÔNG AN XÃ',
    ...daysBy(plan),
    ruleRecord: writeRuleRecord(rulesIn(plan, settings), openPeriod(plan.date, PLAN_RULES)),
    warningDays: 48,
    sendingHour: 7,
    holidays: holidayWords(plan.year),
    automaticSending: true,
    recipients: plan.recipients.join('\n'),
  };
}
