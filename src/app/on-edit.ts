// onEdit, decided: which rows get Kỳ báo cáo and Thời điểm báo cáo, which indicators a date (rule 5.3). Pure given its tab; columns
// are found by heading in the cells that were read, because metadata would cost a call of its own. It writes those cells only, never
// guesses a date or a percentage, and where it cannot tell a column it writes nothing: the clock's daily run stamps what is
// missing.
import { readAddresses } from '../core/addresses.ts';
import type { Moment } from '../core/calendar.ts';
import { type Cell, isEmpty, isWord, textOf } from '../core/cell.ts';
import { ENTRY_COLUMNS, ENTRY_HEADINGS, perEntry, TOLD_ENTRIES } from '../core/entry-block.ts';
import { handedOn } from '../core/handed-over.ts';
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
import { TOLD_TEXTS } from '../core/reporter-cell.ts';
import { areSoundDays, readRuleRecord, writeRuleRecord } from '../core/rule-record.ts';
import type { Settings } from '../core/settings.ts';
import { fold } from '../core/text.ts';
import { type Block, type EditedRange, type EditedTab, type Located, locate } from './edited-tab.ts';
import { fitted } from './fitted.ts';
import type { TypedRow } from './seen-edits.ts';

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
  /**
   * Whether a row of this Đầu mối is another's, where the person at the screen is known to be a keeper (CAX, the installing account): what he mends there is no
   * report of the unit, unless he chooses Kỳ báo cáo. Absent where Google does not say who edits, as it mostly does not outside one
   * Workspace domain: then every edit is the unit's, because a report not counted would accuse it.
   */
  readonly isAnothers?: ((accountable: Cell) => boolean) | undefined;
}

/** What a look at an edit comes to: cells to write, rows a keeper mended, which the clock must not stamp either, and what was typed where. */
export interface EditStamps {
  readonly stamps: Stamp[];
  readonly mended: string[];
  readonly typed: TypedRow[];
}

/** The property in which onEdit finds what it must know of the settings; the set-up and the clock keep it. */
export const EDIT_SETTINGS = 'edit';

/** Of one value of the store; the record of closing days stands beside them. */
const KEEPERS_ROOM = 6000;

/** What onEdit knows of the settings. */
export interface EditSettings extends Pick<EditContext, 'rules' | 'firstPeriod'> {
  /** Accounts of CAX and the installing account. */
  readonly keepers?: readonly string[];
}

/** Of the settings what onEdit needs, where its own script is the clock's: only there the clock learns which rows were mended. */
export function settingsForEdit({ rules, firstPeriod, policeAccounts, installingAccount }: Settings): EditSettings {
  return {
    rules,
    firstPeriod,
    keepers: [...new Set([...policeAccounts, installingAccount])].filter((one) => one !== ''),
  };
}

/**
 * «15 19 2024-05 cax@example.vn,cai-dat@example.vn»: deadline day, grace day, first period, keepers; where the days were changed,
 * «; » and the record of all of them.
 */
export function editSettings({ rules, firstPeriod, keepers = [] }: EditSettings): string {
  const period = firstPeriod ? periodId(firstPeriod) : keepers.length > 0 ? '-' : '';
  const known = [rules.deadlineDay, rules.graceDay, period, fitted(keepers, ',', KEEPERS_ROOM)].join(' ').trim();
  const { earlier } = rules;
  return earlier ? `${known}; ${writeRuleRecord(rules, firstPeriod ?? earlier.until)}` : known;
}

/** Back from the property; the plan's own rules where it is missing or damaged. */
export function readEditSettings(text: string): EditSettings {
  const [known = '', ...record] = text.split('; ');
  const [deadline, grace, first = '', keepers = ''] = known.split(' ');
  const rules = { deadlineDay: Number(deadline), graceDay: Number(grace) };
  return {
    rules: readRuleRecord(record.join('; ')) ?? (areSoundDays(rules) ? rules : PLAN_RULES),
    firstPeriod: readPeriodId(first),
    keepers: keepers.split(',').filter((one) => one !== ''),
  };
}

const REPORTER = 'Báo cáo tính cho';
const ENTRY_BLOCK: Block = {
  ...Object.fromEntries(ENTRY_COLUMNS.map((key, offset) => [fold(ENTRY_HEADINGS[key]), offset])),
  [fold('Mã')]: ENTRY_COLUMNS.length + 3,
  [fold('Đầu mối')]: ENTRY_COLUMNS.length + 7,
  [fold(REPORTER)]: ENTRY_COLUMNS.length + 15,
};

/**
 * Which rows are another's to a keeper: those of a Đầu mối whose account he does not use. A row without Đầu mối is nobody's, and none of them.
 * @param units the cells of «Đơn vị», the headings first
 */
export function othersRows(account: string, units: readonly (readonly Cell[])[]): (accountable: Cell) => boolean {
  const [headings = [], ...rows] = units;
  const [name, accounts] = ['Tên', 'Tài khoản Google để nhập'].map((words) => headings.indexOf(words));
  const isOwn = (row: readonly Cell[]) => readAddresses(row[accounts ?? -1] ?? null).addresses.includes(account);
  const own = rows.filter(isOwn).map((row) => row[name ?? -1] ?? null);
  return (accountable) => !isEmpty(accountable) && !own.some((unit) => isWord(accountable, textOf(unit)));
}

const INDICATOR_BLOCK: Block = {
  [fold('Mã')]: -6,
  [fold('Tử số')]: 0,
  [fold('Mẫu số')]: 1,
  [fold('Ngày nhập')]: 3,
};

/**
 * An edit that leaves what it touched empty reports nothing (clearing last month's text), nor does a keeper's in another's row.
 * @param contextOf asked only where something of the entry block was edited
 */
export function stampsForEntry(tab: EditedTab, edit: EditedRange, contextOf: () => EditContext): EditStamps {
  const none: EditStamps = { stamps: [], mended: [], typed: [] };
  const located = locate(tab, edit, ENTRY_BLOCK);
  if (!located) return none;
  const { indexOf } = located;
  const period = indexOf(ENTRY_HEADINGS.period);
  const reportedAt = indexOf(ENTRY_HEADINGS.reportedAt);
  const code = indexOf('Mã');
  if (period === undefined || reportedAt === undefined || code === undefined) return none;
  const touched = (column: number | undefined) =>
    column !== undefined && column >= edit.fromColumn && column <= edit.toColumn;
  const content = TOLD_ENTRIES.flatMap((key) => indexOf(ENTRY_HEADINGS[key]) ?? []);
  const edited = content.filter(touched);
  const editsContent = edited.length > 0;
  const editsPeriod = touched(period);
  if (!editsContent && !editsPeriod) return { ...none, stamps: handoverStamps(located, edit) };
  const { now, rules, firstPeriod, isAnothers } = contextOf();
  const accountable = isAnothers && indexOf('Đầu mối');
  const open = openPeriodFrom(now, rules, firstPeriod);
  const accepted = [open, shiftPeriod(open, -1)].filter(
    (candidate) => firstPeriod === undefined || comparePeriods(candidate, firstPeriod) >= 0,
  );
  const stamps: Stamp[] = [];
  const mended: string[] = [];
  const typed: TypedRow[] = [];
  const told = TOLD_TEXTS.map((text) => [text, indexOf(ENTRY_HEADINGS[text])] as const);
  // The whole block up to Kỳ báo cáo is one rectangle.
  const read = [...(editsContent ? content : []), period, code, ...(accountable === undefined ? [] : [accountable])];
  for (const { row, cellAt } of located.rows(read)) {
    if (textOf(cellAt(code)) === '') continue;
    const stands = cellAt(period);
    const isTyped = (column: number | undefined) => touched(column) && !isEmpty(cellAt(column ?? -1));
    if (isTyped(period) || edited.some(isTyped))
      typed.push({
        code: textOf(cellAt(code)),
        texts: told.flatMap(([text, column]) => (isTyped(column) ? [text] : [])),
      });
    if (editsPeriod) {
      const typed = readPeriodLabel(textOf(stands));
      const isAccepted = typed && accepted.some((candidate) => comparePeriods(candidate, typed) === 0);
      if (isAccepted) stamps.push({ row, column: reportedAt, value: now });
      // A paste over the whole block may have emptied the period: then the content decides, as below.
      if (textOf(stands) !== '' || !editsContent) continue;
    }
    if (edited.every((column) => isEmpty(cellAt(column)))) continue;
    if (accountable !== undefined && isAnothers?.(cellAt(accountable))) {
      mended.push(textOf(cellAt(code)));
      continue;
    }
    if (isWord(stands, periodLabel(open))) continue;
    stamps.push({ row, column: period, value: periodLabel(open) }, { row, column: reportedAt, value: now });
  }
  return { stamps, mended, typed };
}

/** What says whose a report is, and whose words are in it. */
const HANDED = [...TOLD_TEXTS, 'period'] as const;

/**
 * Đầu mối of one row changed: what has been reported stays the old unit's (core/handed-over.ts). At once, because the nightly look does not
 * know whether a report of the same day came before or after.
 */
function handoverStamps({ indexOf, rows }: Located, edit: EditedRange): Stamp[] {
  const isOne = edit.fromRow === edit.toRow && edit.fromColumn === edit.toColumn;
  const [accountable, code, reporter] = ['Đầu mối', 'Mã', REPORTER].map(indexOf);
  const entry = perEntry((key) => indexOf(ENTRY_HEADINGS[key]));
  const { was } = edit;
  if (was === undefined || !isOne || accountable !== edit.fromColumn) return [];
  // A column that a later program added is not there before a sync, and holds nothing.
  const said = ENTRY_COLUMNS.flatMap((key) => entry[key] ?? []);
  const isWhole = HANDED.every((key) => entry[key] !== undefined);
  if (code === undefined || !isWhole || reporter === undefined) return [];
  return rows([accountable, code, ...said, reporter]).flatMap(({ row, cellAt }) => {
    const block = perEntry((key) => cellAt(entry[key] ?? -1));
    const stands = { ...block, accountable: cellAt(accountable), reporter: cellAt(reporter) };
    const isTask = textOf(cellAt(code)) !== '';
    const value = isTask ? handedOn(stands, { accountable: was, period: stands.period }) : undefined;
    return value === undefined ? [] : [{ row, column: reporter, value }];
  });
}

/** «Chỉ tiêu»: a changed numerator or denominator is dated today, unless the date itself was part of the edit, or they were emptied. */
export function stampsForIndicator(tab: EditedTab, edit: EditedRange, now: Moment): Stamp[] {
  const located = locate(tab, edit, INDICATOR_BLOCK);
  if (!located) return [];
  const [code, numerator, denominator, enteredOn] = ['Mã', 'Tử số', 'Mẫu số', 'Ngày nhập'].map(located.indexOf);
  if (code === undefined || enteredOn === undefined) return [];
  const touched = (column: number | undefined) =>
    column !== undefined && column >= edit.fromColumn && column <= edit.toColumn;
  const numbers = [numerator, denominator].flatMap((column) =>
    column !== undefined && touched(column) ? [column] : [],
  );
  if (touched(enteredOn) || numbers.length === 0) return [];
  const today = Math.floor(now);
  return located
    .rows([code, ...numbers, enteredOn])
    .filter(({ cellAt }) => textOf(cellAt(code)) !== '' && cellAt(enteredOn) !== today)
    .filter(({ cellAt }) => numbers.some((column) => !isEmpty(cellAt(column))))
    .map(({ row }) => ({ row, column: enteredOn, value: today }));
}
