// onEdit, decided: which rows get Kỳ báo cáo and Báo cáo lúc, which indicators a date (product §5.3). Pure; columns are found
// by heading in the cells that were read, because metadata would cost a call of its own. It writes those cells only, never
// guesses a date or a percentage, and where it cannot tell a column it writes nothing: the clock's daily run stamps what is
// missing.
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

/** Headings of a tab's block and how far each stands from the block's first column while nobody has moved any. */
type Block = Readonly<Record<string, number>>;

const ENTRY_BLOCK: Block = {
  ...Object.fromEntries(ENTRY_COLUMNS.map((key, offset) => [fold(ENTRY_HEADINGS[key]), offset])),
  [fold('Mã')]: ENTRY_COLUMNS.length + 3,
};
const INDICATOR_BLOCK: Block = {
  [fold('Mã')]: -6,
  [fold('Tử số')]: 0,
  [fold('Mẫu số')]: 1,
  [fold('Nhập ngày')]: 3,
};

interface Located {
  readonly headingRow: number;
  indexOf(heading: string): number | undefined;
}

/** The first row with most of the block's headings, and its columns; undefined where the headings are gone. */
function locate(grid: readonly (readonly Cell[])[], block: Block): Located | undefined {
  const wanted = Object.keys(block);
  for (const [headingRow, row] of grid.entries()) {
    const texts = row.map((cell) => (typeof cell === 'string' ? fold(cell) : ''));
    if (wanted.filter((heading) => texts.includes(heading)).length * 2 <= wanted.length) continue;
    return { headingRow, indexOf: (heading) => columnOf(fold(heading), texts, block) };
  }
  return undefined;
}

/** The column of a heading; of one that stands twice, because somebody copied a column, the one in line with most others. */
function columnOf(heading: string, texts: readonly string[], block: Block): number | undefined {
  const startOf = (index: number, text: string) => index - (block[text] ?? 0);
  const inLine = (start: number) => texts.filter((text, i) => text in block && startOf(i, text) === start).length;
  const places = texts.flatMap((text, i) => (text === heading ? [{ i, votes: inLine(startOf(i, text)) }] : []));
  const [best, next] = places.sort((a, b) => b.votes - a.votes);
  return best && best.votes > (next?.votes ?? 0) ? best.i : undefined;
}

/**
 * @param grid the tab's cells from its first row down to the last edited one
 */
export function stampsForEntry(grid: readonly (readonly Cell[])[], edit: EditedRange, context: EditContext): Stamp[] {
  const located = locate(grid, ENTRY_BLOCK);
  if (!located) return [];
  const { headingRow, indexOf } = located;
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
  for (let row = Math.max(headingRow + 1, edit.fromRow); row <= edit.toRow; row += 1) {
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
  const located = locate(grid, INDICATOR_BLOCK);
  if (!located) return [];
  const { headingRow, indexOf } = located;
  const [code, numerator, denominator, enteredOn] = ['Mã', 'Tử số', 'Mẫu số', 'Nhập ngày'].map(indexOf);
  if (code === undefined || enteredOn === undefined) return [];
  const touched = (column: number | undefined) =>
    column !== undefined && column >= edit.fromColumn && column <= edit.toColumn;
  if (touched(enteredOn) || !(touched(numerator) || touched(denominator))) return [];
  const today = Math.floor(now);
  const stamps: Stamp[] = [];
  for (let row = Math.max(headingRow + 1, edit.fromRow); row <= edit.toRow; row += 1) {
    const cells = grid[row] ?? [];
    if (textOf(cells[code] ?? null) !== '' && cells[enteredOn] !== today)
      stamps.push({ row, column: enteredOn, value: today });
  }
  return stamps;
}
