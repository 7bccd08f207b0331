// A row given to another unit: what the old unit reported, or left out, stays in the old unit's account (rules 5.15, 6.13: nobody is thanked or
// accused for what another did). «Báo cáo tính cho» of the row says of which period and of which unit it is (reporter-cell.ts); without it, or of
// another period, the report is Đầu mối's. What is typed afterwards, while the old unit still can type, is the matter of typed-since.ts.
import { type Cell, isEmpty, textOf } from './cell.ts';
import type { EntryCells } from './entry-block.ts';
import { comparePeriods, type Period, periodLabel, readPeriodLabel } from './period.ts';
import {
  isSameUnit,
  knownAuthor,
  marksOf,
  readReporter,
  type Since,
  TOLD_TEXTS,
  type ToldText,
  type UnitTexts,
  writeCell,
} from './reporter-cell.ts';
import type { TaskRow } from './task-row.ts';

type AssignedRow = Pick<TaskRow, 'accountable' | 'reporter'>;
export type Reported = AssignedRow & UnitTexts & Pick<EntryCells, 'period'>;

/** Who has the report of a period, and whose words are in the row. @param said what is in it */
export function writeReporter(
  label: string,
  unit: string,
  said: UnitTexts,
  authorOfText: (text: ToldText) => string,
  since?: Since,
): string {
  return writeCell({ marks: marksOf(said), authors: TOLD_TEXTS.map(authorOfText), label, unit, since });
}

/** The unit that had the row for a period, empty where nobody had; undefined where nothing is said of that period. */
function reporterIn(reporter: Cell | undefined, label: string): string | undefined {
  const known = readReporter(reporter);
  return known?.label === label ? known.unit : undefined;
}

/** Which unit the report of a period counts for. A row without a unit now is held against no unit. */
export function accountOf({ accountable, reporter }: AssignedRow, period: Period): Cell {
  return isEmpty(accountable) ? accountable : (reporterIn(reporter, periodLabel(period)) ?? accountable);
}

/**
 * Who typed a text that is in a row, where that is another than its Đầu mối; empty: nobody had it. A text is its author’s in every later
 * period, and while others beside it are typed anew.
 */
export function authorOf(
  { accountable, reporter, entry }: AssignedRow & { readonly entry: UnitTexts & Pick<EntryCells, 'period'> },
  text: ToldText,
): string | undefined {
  if (isEmpty(entry[text])) return undefined;
  const author = knownAuthor(readReporter(reporter), entry, text);
  // Written since: Đầu mối's.
  return author === undefined || isSameUnit(author, textOf(accountable)) ? undefined : author;
}

/** A row as it was when it was last looked at. */
export interface RowBefore extends EntryCells {
  readonly accountable: Cell;
  /** That look was on or after the closing day of `ended`: who had the row then owed its report. */
  readonly knowsEnded: boolean;
}

/**
 * «Báo cáo tính cho» of a row whose Đầu mối has changed since; undefined where it stays. What is in the row is of the unit that
 * had it; so is the period that had ended by then and was not reported, also where it was reported between that look and this. Typed and given on between two
 * looks before the closing day: nothing is said here (typed-since.ts). Not reported, and first seen to be given on when units had been asked for the last time before the closing day: it is nobody's, because
 * the old unit could not type to the end, and the new one was not asked. The first change of a period decides.
 * @param ended the last period whose closing day has come, and whether the row was reported for it
 * @param asked the open period, where that time has come, and whether the row was reported for it
 */
export function handedOver(
  row: Reported,
  before: RowBefore,
  ended: { readonly period: Period; readonly isReported: boolean },
  asked?: { readonly period: Period; readonly isReported: boolean },
): string | undefined {
  const period = readPeriodLabel(textOf(row.period));
  const isBefore = (than: Period) => period === undefined || comparePeriods(period, than) < 0;
  const isOwing = isBefore(ended.period) && !ended.isReported && before.knowsEnded;
  const isLate = asked !== undefined && !asked.isReported && isBefore(asked.period);
  if (isLate && !(isOwing && comparePeriods(ended.period, asked.period) === 0))
    return isEmpty(row.accountable) ? handedOn(row, before) : givenOn(row, before, periodLabel(asked.period), '');
  // Reported since, by whoever had it then: after the closing day it was late before it was given on.
  const label = periodLabel(ended.period);
  const isSince =
    before.knowsEnded && ended.isReported && textOf(before.period) !== label && textOf(row.period) === label;
  return isOwing || isSince ? givenOn(row, before, label) : handedOn(row, before);
}

/** The same of what is in the row alone. @param before what it said then, where that is known to be other than now */
export function handedOn(row: Reported, before: Pick<RowBefore, 'accountable' | 'period'>): string | undefined {
  const label = textOf(row.period);
  return label !== '' && label === textOf(before.period) ? givenOn(row, { ...row, ...before }, label) : undefined;
}

const isSame = (row: AssignedRow, { accountable }: Pick<RowBefore, 'accountable'>) =>
  isSameUnit(textOf(row.accountable), textOf(accountable));

/** @param account whose the report is, where nothing is said of that period yet */
function givenOn(
  row: Reported,
  before: Reported,
  label: string,
  account = textOf(before.accountable),
): string | undefined {
  if (isSame(row, before)) return undefined;
  const known = readReporter(row.reporter);
  const isSecond = known?.label === label;
  // Given on for the second time: the account stays, but what was written in between is of who had it then.
  const marks = marksOf(before);
  const isUntouched = marks.every((mark, i) => known?.marks[i] === mark);
  if (isSecond && (known.marks.length === 0 || isUntouched)) return undefined;
  const had = { accountable: before.accountable, reporter: row.reporter ?? null, entry: before };
  const authorOfText = (text: ToldText) => authorOf(had, text) ?? textOf(before.accountable);
  return writeReporter(label, isSecond ? known.unit : account, before, authorOfText);
}
