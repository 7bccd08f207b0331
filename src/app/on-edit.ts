// onEdit, decided: which rows get Kỳ báo cáo and Báo cáo lúc, which indicators a date (product §5.3). Pure given its tab; columns
// are found by heading in the cells that were read, because metadata would cost a call of its own. It writes those cells only, never
// guesses a date or a percentage, and where it cannot tell a column it writes nothing: the clock's daily run stamps what is
// missing.
import type { Moment } from '../core/calendar.ts';
import { isWord, textOf } from '../core/cell.ts';
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
import { areSoundDays, readRuleRecord, writeRuleRecord } from '../core/rule-record.ts';
import { fold } from '../core/text.ts';
import { type Block, type EditedRange, type EditedTab, locate } from './edited-tab.ts';

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

/** «15 19 2024-05»: deadline day, grace day, first period; where the days were changed, «; » and the record of all of them. */
export function editSettings({ rules, firstPeriod }: Pick<EditContext, 'rules' | 'firstPeriod'>): string {
  const days = [rules.deadlineDay, rules.graceDay, firstPeriod ? periodId(firstPeriod) : ''].join(' ').trim();
  const { earlier } = rules;
  return earlier ? `${days}; ${writeRuleRecord(rules, firstPeriod ?? earlier.until)}` : days;
}

/** Back from the property; the plan's own rules where it is missing or damaged. */
export function readEditSettings(text: string): Pick<EditContext, 'rules' | 'firstPeriod'> {
  const [days = '', ...record] = text.split('; ');
  const [deadline, grace, first = ''] = days.split(' ');
  const rules = { deadlineDay: Number(deadline), graceDay: Number(grace) };
  return {
    rules: readRuleRecord(record.join('; ')) ?? (areSoundDays(rules) ? rules : PLAN_RULES),
    firstPeriod: readPeriodId(first),
  };
}

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

/** @param contextOf asked only where something of the entry block was edited */
export function stampsForEntry(tab: EditedTab, edit: EditedRange, contextOf: () => EditContext): Stamp[] {
  const located = locate(tab, edit, ENTRY_BLOCK);
  if (!located) return [];
  const { indexOf } = located;
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
  const { now, rules, firstPeriod } = contextOf();
  const open = openPeriodFrom(now, rules, firstPeriod);
  const accepted = [open, shiftPeriod(open, -1)].filter(
    (candidate) => firstPeriod === undefined || comparePeriods(candidate, firstPeriod) >= 0,
  );
  const stamps: Stamp[] = [];
  for (const { row, cellAt } of located.rows([period, code])) {
    if (textOf(cellAt(code)) === '') continue;
    const stands = cellAt(period);
    if (editsPeriod) {
      const typed = readPeriodLabel(textOf(stands));
      const isAccepted = typed && accepted.some((candidate) => comparePeriods(candidate, typed) === 0);
      if (isAccepted) stamps.push({ row, column: reportedAt, value: now });
      // A paste over the whole block may have emptied the period: then the content decides, as below.
      if (textOf(stands) !== '' || !editsContent) continue;
    }
    if (isWord(stands, periodLabel(open))) continue;
    stamps.push({ row, column: period, value: periodLabel(open) }, { row, column: reportedAt, value: now });
  }
  return stamps;
}

/** «Chỉ tiêu»: a changed numerator or denominator is dated today, unless the date itself was part of the edit. */
export function stampsForIndicator(tab: EditedTab, edit: EditedRange, now: Moment): Stamp[] {
  const located = locate(tab, edit, INDICATOR_BLOCK);
  if (!located) return [];
  const [code, numerator, denominator, enteredOn] = ['Mã', 'Tử số', 'Mẫu số', 'Nhập ngày'].map(located.indexOf);
  if (code === undefined || enteredOn === undefined) return [];
  const touched = (column: number | undefined) =>
    column !== undefined && column >= edit.fromColumn && column <= edit.toColumn;
  if (touched(enteredOn) || !(touched(numerator) || touched(denominator))) return [];
  const today = Math.floor(now);
  return located
    .rows([code, enteredOn])
    .filter(({ cellAt }) => textOf(cellAt(code)) !== '' && cellAt(enteredOn) !== today)
    .map(({ row }) => ({ row, column: enteredOn, value: today }));
}
