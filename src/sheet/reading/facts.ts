// What the declaration takes from the workbook as it is: how long the tables are that people may lengthen, so that all ranges
// of a formula are of one length, and which unit each task has been given to, so that links and renamed units follow.
import { type Cell, isEmpty, textOf } from '../../core/cell.ts';
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import type { TableTab } from '../declare.ts';
import { adHocTab, LINES } from '../layout/ad-hoc.ts';
import type { ColumnKey } from '../layout/column-keys.ts';
import { LEAST_ROWS, placeTab } from './place.ts';
import type { Returned } from './returned.ts';
import { settingCells } from './rows.ts';
import type { Snapshot } from './snapshot.ts';
import { readerOf } from './table-reader.ts';
import { namedUnits, whoIs } from './unit-names.ts';
import { reportingNow } from './unit-reporting.ts';

export interface Facts {
  /** Rows below the heading that «Nhiệm vụ» and «Chỉ tiêu» will have. */
  readonly taskRows: number;
  readonly indicatorRows: number;
  /** Lines of «Đột xuất»: more are made before the last ones are filled in. */
  readonly adHocLines: number;
  /** Đầu mối by code of the task, as it stands or will stand: renamed with its unit, back in a row that was lost. */
  readonly accountable: ReadonlyMap<string, string>;
  /** Thuộc diện báo cáo by code of the unit, where an earlier version worded it otherwise. */
  readonly reworded: ReadonlyMap<string, string>;
  /** What «Cấu hình» holds, by key; empty where it is not there. */
  readonly settings: ReadonlyMap<string, Cell>;
  /** Codes whose Đầu mối has an earlier name of its unit. */
  readonly outdated: ReadonlySet<string>;
  /** Codes of units that people have renamed, and of tasks whose Đầu mối follows the name that stands in «Đơn vị». */
  readonly takenOver: ReadonlySet<string>;
  /** What units are called, by their code: people may have changed it. Those that stand in «Đơn vị». */
  readonly units: ReadonlyMap<string, { readonly name: string; readonly aliases: string }>;
}

/** Of a workbook that is not there yet. */
export function noFacts({ tasks, indicators }: ResolvedPlan): Facts {
  const [taskRows, indicatorRows] = [tasks.length, Math.max(indicators.length, LEAST_ROWS)];
  return {
    taskRows,
    indicatorRows,
    adHocLines: LINES,
    accountable: new Map(),
    outdated: new Set(),
    takenOver: new Set(),
    units: new Map(),
    reworded: new Map(),
    settings: new Map(),
  };
}

/**
 * @param tables the tabs as declared without facts
 * @param year of the plan
 * @param returned what goes back into rows that are made anew
 */
export function readFacts(
  snapshot: Snapshot,
  tables: { readonly [T in 'tasks' | 'indicators' | 'units' | 'settings']: TableTab<ColumnKey<T>> },
  year: number,
  returned: Returned | undefined,
): Facts {
  const place = <K extends string>(declared: TableTab<K>) => placeTab(declared, snapshot, []);
  const tasks = place(tables.tasks);
  const reader = readerOf(tasks);
  const cellOf = (row: number) => reader.value(row, 'accountable');
  const unitRows = readerOf(place(tables.units));
  const units = namedUnits(
    unitRows,
    reader.rows.map(({ index }) => cellOf(index)),
  );
  const accountable = new Map<string, string>();
  const outdated = new Set<string>();
  const takenOver = new Set(units.flatMap(({ code, isRenamed }) => (isRenamed ? [code] : [])));
  for (const { key, index } of reader.rows) {
    // A column that was lost comes back with what stood in it.
    const stands = textOf(cellOf(index) ?? returned?.get(key)?.accountable ?? null);
    const unit = whoIs(stands, units);
    const name = unit && unit.next !== stands ? unit.next : stands;
    accountable.set(key, name);
    if (name === stands) continue;
    outdated.add(key);
    if (unit && unit.next === unit.name) takenOver.add(key);
  }
  for (const [code, { accountable: name }] of returned ?? []) {
    if (name !== undefined && !accountable.has(code)) accountable.set(code, textOf(name));
  }
  return {
    taskRows: tasks.rowCount - 1,
    indicatorRows: place(tables.indicators).rowCount - 1,
    adHocLines: adHocLines(snapshot, year),
    accountable,
    outdated,
    takenOver,
    units: new Map(units.map(({ code, next, aliases }) => [code, { name: next, aliases }])),
    reworded: new Map(
      unitRows.rows.flatMap(({ key, index }) => {
        const words = reportingNow(unitRows.value(index, 'reporting'));
        return words === undefined ? [] : [[key, words] as const];
      }),
    ),
    settings: settingCells(readerOf(place(tables.settings))),
  };
}

/** A few are always free. */
const FREE_LINES = 5;

function adHocLines(snapshot: Snapshot, year: number): number {
  for (let lines = LINES; ; lines += LINES) {
    const { rows, value } = readerOf(placeTab(adHocTab(year, lines), snapshot, []));
    const filled = rows.filter(({ index }) => !isEmpty(value(index, 'subject')));
    if (filled.length <= lines - FREE_LINES) return lines;
  }
}
