// The copies a file keeps of what was typed: «Bản lưu», a night each, and what closings froze. Looked through for what was lost (returned.ts) and
// for what a downloaded file has lost (tools/restore).
import { type Day, formatDay } from '../../core/calendar.ts';
import { type Cell, textOf } from '../../core/cell.ts';
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import type { ColumnKey } from '../../sheet/layout/column-keys.ts';
import type { LedgerEntry } from '../../sheet/ledger/ledger.ts';
import { readEntry } from '../../sheet/reading/rows.ts';
import type { TableReader } from '../../sheet/reading/table-reader.ts';

/** Columns of «Nhiệm vụ» that are CAX's or the system's own, as «Bản lưu» keeps them beside the entries. */
export const DECIDED = ['accountable', 'countsOverdue', 'extension', 'estimate', 'onTimeFor', 'reporter'] as const;
/** What units enter of an indicator; versions hold it. */
export const MEASURED = ['numerator', 'denominator', 'enteredOn'] as const;

type CopiedCells = Partial<Record<ColumnKey<'tasks' | 'indicators'>, Cell>>;

export interface Copy {
  /** Of a row of «Nhiệm vụ» or «Chỉ tiêu». */
  readonly cells: CopiedCells;
  readonly at: number;
  /** «Bản lưu ngày 12/05/2024», «Kỳ 05/2024, bản 1». */
  readonly source: string;
}

const ofNight = (day: Day): string => `Bản lưu ngày ${formatDay(day)}`;
export const isOfNight = ({ source }: Copy): boolean => source.startsWith('Bản lưu');

/** Copies of nights, by code. @param backup «Bản lưu» */
export function nightCopies(backup: TableReader<'backup'>): [code: string, copy: Copy][] {
  return backup.rows.flatMap(({ index }): [string, Copy][] => {
    const value = (column: ColumnKey<'backup'>) => backup.value(index, column);
    const day = value('day');
    if (typeof day !== 'number') return [];
    const decided = Object.fromEntries(DECIDED.map((column) => [column, value(column)]));
    const cells = { ...readEntry(value, 'entryPeriod'), ...decided };
    return [[textOf(value('code')), { cells, at: day, source: ofNight(day) }]];
  });
}

/** What a version holds of the indicators of the plan, by id. */
export function measuredIn(
  { indicators }: Pick<LedgerEntry, 'indicators'>,
  seeds: ResolvedPlan,
): [id: string, cells: CopiedCells][] {
  return seeds.indicators.flatMap(({ id, task, name, milestone }): [string, CopiedCells][] => {
    const known = indicators.find((one) => one.code === task && one.name === name && one.milestone === milestone);
    return known ? [[id, Object.fromEntries(MEASURED.map((column) => [column, known[column]]))]] : [];
  });
}

/** What a version froze of a row, estimates aside. @param value of the row in «Lịch sử», by column */
export function frozenCells(
  value: (column: ColumnKey<'history'>) => Cell,
  { extensions }: Pick<LedgerEntry, 'extensions'>,
) {
  return {
    ...readEntry(value, 'entryPeriod'),
    accountable: value('accountable'),
    countsOverdue: value('countsOverdue'),
    extension: extensions[textOf(value('code'))] ?? null,
  };
}
