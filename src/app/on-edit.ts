// onEdit, decided: which rows get Kỳ báo cáo and Báo cáo lúc, which indicators a date (product §5.3). Pure; columns are found
// by heading in the cells that were read. It writes those cells only, and never guesses a date or a percentage.
import type { Moment } from '../core/calendar.ts';
import { type Cell, isWord, textOf } from '../core/cell.ts';
import { ENTRY_COLUMNS, ENTRY_HEADINGS } from '../core/check-row.ts';
import {
  comparePeriods,
  openPeriodFrom,
  type Period,
  type PeriodRules,
  PLAN_RULES,
  periodId,
  periodLabel,
  readPeriodId,
  readPeriodLabel,
  shiftPeriod,
} from '../core/period.ts';
import { fold } from '../core/text.ts';

/** 0-based, inclusive. */
export interface EditedRange {
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
}

/** A cell onEdit writes; the two cells of a stamp stand side by side where nobody has moved their columns. */
export interface Stamp {
  readonly row: number;
  readonly column: number;
  readonly value: string | number;
}

export interface EditContext {
  readonly now: Moment;
  readonly rules: PeriodRules;
  readonly firstPeriod: Period | undefined;
}

/** The property in which onEdit finds what it must know of the settings; the set-up and the clock keep it. */
export const EDIT_SETTINGS = 'edit';

/** «15 19 2024-05»: deadline day, grace day, first period. */
export function editSettings({ rules, firstPeriod }: Pick<EditContext, 'rules' | 'firstPeriod'>): string {
  return [rules.deadlineDay, rules.graceDay, firstPeriod ? periodId(firstPeriod) : ''].join(' ').trim();
}

/** Back from the property; the plan's own rules where it is missing or damaged. */
export function readEditSettings(text: string): Pick<EditContext, 'rules' | 'firstPeriod'> {
  const [deadline, grace, first = ''] = text.split(' ');
  const rules = { deadlineDay: Number(deadline), graceDay: Number(grace) };
  const isSound = rules.deadlineDay > 0 && rules.graceDay > rules.deadlineDay;
  return { rules: isSound ? rules : PLAN_RULES, firstPeriod: readPeriodId(first) };
}

/** Columns by the folded text of the first row. */
function columnsOf(grid: readonly (readonly Cell[])[]): Map<string, number> {
  const columns = new Map<string, number>();
  (grid[0] ?? []).forEach((heading, i) => {
    const key = fold(textOf(heading));
    if (key !== '' && !columns.has(key)) columns.set(key, i);
  });
  return columns;
}

/**
 * @param grid the tab's cells from its first row down to the last edited one
 */
export function stampsForEntry(grid: readonly (readonly Cell[])[], edit: EditedRange, context: EditContext): Stamp[] {
  const columns = columnsOf(grid);
  const indexOf = (heading: string) => columns.get(fold(heading));
  const period = indexOf(ENTRY_HEADINGS.period);
  const reportedAt = indexOf(ENTRY_HEADINGS.reportedAt);
  const code = indexOf('Mã');
  if (period === undefined || reportedAt === undefined || code === undefined) return [];
  const touched = (column: number | undefined) =>
    column !== undefined && column >= edit.fromColumn && column <= edit.toColumn;
  const content = ENTRY_COLUMNS.filter((key) => key !== 'period' && key !== 'reportedAt');
  const editsContent = content.some((key) => touched(indexOf(ENTRY_HEADINGS[key])));
  const editsPeriod = touched(period);
  if (!editsContent && !editsPeriod) return [];
  const open = openPeriodFrom(context.now, context.rules, context.firstPeriod);
  const accepted = [open, shiftPeriod(open, -1)].filter(
    (candidate) => context.firstPeriod === undefined || comparePeriods(candidate, context.firstPeriod) >= 0,
  );
  const stamps: Stamp[] = [];
  for (let row = Math.max(1, edit.fromRow); row <= edit.toRow; row += 1) {
    const cells = grid[row] ?? [];
    if (textOf(cells[code] ?? null) === '') continue;
    const stands = cells[period] ?? null;
    if (editsPeriod) {
      const typed = readPeriodLabel(textOf(stands));
      const isAccepted = typed && accepted.some((candidate) => comparePeriods(candidate, typed) === 0);
      if (isAccepted) stamps.push({ row, column: reportedAt, value: context.now });
      // A paste over the whole block may have emptied the period: then the content decides, as below.
      if (textOf(stands) !== '' || !editsContent) continue;
    }
    if (isWord(stands, periodLabel(open))) continue;
    stamps.push({ row, column: period, value: periodLabel(open) }, { row, column: reportedAt, value: context.now });
  }
  return stamps;
}

/** «Chỉ tiêu»: a changed numerator or denominator is dated today, unless the date itself was part of the edit. */
export function stampsForIndicator(grid: readonly (readonly Cell[])[], edit: EditedRange, now: Moment): Stamp[] {
  const columns = columnsOf(grid);
  const [numerator, denominator, enteredOn] = ['Tử số', 'Mẫu số', 'Nhập ngày'].map((heading) =>
    columns.get(fold(heading)),
  );
  if (enteredOn === undefined) return [];
  const touched = (column: number | undefined) =>
    column !== undefined && column >= edit.fromColumn && column <= edit.toColumn;
  if (touched(enteredOn) || !(touched(numerator) || touched(denominator))) return [];
  const today = Math.floor(now);
  const stamps: Stamp[] = [];
  for (let row = Math.max(1, edit.fromRow); row <= edit.toRow; row += 1) {
    if (grid[row]?.[enteredOn] !== today) stamps.push({ row, column: enteredOn, value: today });
  }
  return stamps;
}
