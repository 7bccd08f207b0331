// What the declaration takes from the workbook as it is: how long the tables are that people may lengthen, so that all ranges
// of a formula are of one length, and which unit each task has been given to, so that links and renamed units follow.
import { type Cell, textOf } from '../core/cell.ts';
import type { ResolvedPlan } from '../core/resolved-plan.ts';
import type { TableTab } from './declare.ts';
import { LEAST_ROWS, placeTab } from './place.ts';
import type { Returned } from './returned.ts';
import { readerOf, settingCells } from './rows.ts';
import type { Snapshot } from './snapshot.ts';

export interface Facts {
  /** Rows below the heading that «Nhiệm vụ» and «Chỉ tiêu» will have. */
  readonly taskRows: number;
  readonly indicatorRows: number;
  /** Đầu mối by code of the task, as it stands or will stand: renamed with its unit, back in a row that was lost. */
  readonly accountable: ReadonlyMap<string, string>;
  /** What «Cấu hình» holds, by key; empty where it is not there or was not read. */
  readonly settings: ReadonlyMap<string, Cell>;
  /** Codes whose Đầu mối has the name its unit had before the plan changed. */
  readonly outdated: ReadonlySet<string>;
}

/** Of a workbook that is not there yet. */
export function noFacts({ tasks, indicators }: ResolvedPlan): Facts {
  const [taskRows, indicatorRows] = [tasks.length, Math.max(indicators.length, LEAST_ROWS)];
  return { taskRows, indicatorRows, accountable: new Map(), outdated: new Set(), settings: new Map() };
}

/**
 * @param tables the tabs as declared without facts
 * @param returned what goes back into rows that are made anew
 */
export function readFacts(
  snapshot: Snapshot,
  tables: Readonly<Record<'tasks' | 'indicators' | 'units' | 'settings', TableTab>>,
  returned: Returned | undefined,
): Facts {
  const place = (declared: TableTab) => placeTab(declared, snapshot, []);
  const tasks = place(tables.tasks);
  const reader = readerOf(tasks);
  const units = readerOf(place(tables.units));
  const names = new Map(tables.units.rows.map(({ key, cells }) => [key, textOf(cells['name'] ?? null)]));
  const renamed = new Map(
    units.rows.map(({ key, index }) => [textOf(units.value(index, 'name')), names.get(key) ?? '']),
  );
  const accountable = new Map<string, string>();
  const outdated = new Set<string>();
  for (const { key, index } of reader.rows) {
    // A column that was lost comes back with what stood in it.
    const stands = textOf(reader.value(index, 'accountable') ?? returned?.get(key)?.['accountable'] ?? null);
    const name = renamed.get(stands) ?? stands;
    accountable.set(key, name);
    if (name !== stands) outdated.add(key);
  }
  for (const [code, { accountable: name }] of returned ?? []) {
    if (name !== undefined && !accountable.has(code)) accountable.set(code, textOf(name));
  }
  return {
    taskRows: tasks.rowCount - 1,
    indicatorRows: place(tables.indicators).rowCount - 1,
    accountable,
    outdated,
    settings: settingCells(readerOf(place(tables.settings))),
  };
}
