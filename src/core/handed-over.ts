// A row given to another unit: what the old unit reported, or left out, stays in the old unit's account (rules 5.15, 6.13: nobody is thanked or
// accused for what another did). «Báo cáo tính cho» of the row says of which period and of which unit it is; without it, or of another
// period, the report is Đầu mối's. Formulas of «Đơn vị» read the end of the same cell (sheet/layout/units.ts). Before it comes a mark of what was
// said when the row was given on, so that what the new unit writes afterwards is not told as the old unit's words.
import { type Cell, isEmpty, textOf } from './cell.ts';
import type { EntryCells } from './entry-block.ts';
import { fingerprint } from './fingerprint.ts';
import { typistsFor } from './let-in.ts';
import { comparePeriods, type Period, periodLabel, readPeriodLabel } from './period.ts';
import type { TaskRow } from './task-row.ts';
import { fold } from './text.ts';

/** The texts that are told under the name of who typed them. */
export const TOLD_TEXTS = ['result', 'difficulty', 'proposal'] as const;
export type ToldText = (typeof TOLD_TEXTS)[number];

/** What a unit says of a row. */
type UnitTexts = Pick<EntryCells, ToldText>;
type AssignedRow = Pick<TaskRow, 'accountable' | 'reporter'>;
type Reported = AssignedRow & UnitTexts & Pick<EntryCells, 'period'>;

const BETWEEN = ' – ';
const BEHIND_MARKS = '; ';
/** In the list of authors; empty is who has the report. */
const NOBODY = '-';
const NEXT_AUTHOR = '|';

/** A cell read: «0a1b2c3d4e5f60718293a4b5 Công an xã; Kỳ 05/2024 – Ban Tư pháp». */
interface Reporter {
  /** Of the told texts as they were when the row was given on; none in cells of earlier programs: then nobody knows of later words. */
  readonly marks: readonly string[];
  /** Whose words those were, one a mark; empty: nobody's. */
  readonly authors: readonly string[];
  readonly label: string;
  /** Empty: nobody had it. */
  readonly unit: string;
}

function read(cell: Cell | undefined): Reporter | undefined {
  const [, marks = '', authors = '', label = '', unit = ''] =
    /^(?:([0-9a-f]{16}|[0-9a-f]{24})(?: ([^;]*))?; )?(Kỳ \d{2}\/\d{4}) – (.*)$/su.exec(textOf(cell ?? null)) ?? [];
  if (label === '') return undefined;
  // Sixteen digits were a mark of all cells together.
  const isKnown = marks.length === 24;
  const each = isKnown ? authors.split(NEXT_AUTHOR) : [];
  const known = TOLD_TEXTS.map((_, i) => each[i] ?? each[0] ?? '');
  return {
    marks: isKnown ? TOLD_TEXTS.map((_, i) => marks.slice(8 * i, 8 * i + 8)) : [],
    authors: known.map((author) => (author === NOBODY ? '' : author || unit)),
    label,
    unit,
  };
}

function write({ marks, authors, label, unit }: Reporter): string {
  const each = authors.map((author) => (fold(author) === fold(unit) ? '' : author || NOBODY));
  const short = new Set(each).size <= 1 ? (each[0] ?? '') : each.join(NEXT_AUTHOR);
  const front = marks.length === 0 ? '' : [marks.join(''), short].filter((part) => part !== '').join(' ');
  return `${front === '' ? '' : `${front}${BEHIND_MARKS}`}${label}${BETWEEN}${unit}`;
}

const markOf = (cell: Cell) => fingerprint(String(cell ?? '')).slice(0, 8);

/** Who has the report of a period, and whose words are in the row. @param said what is in it */
export function writeReporter(
  label: string,
  unit: string,
  said: UnitTexts,
  authorOfText: (text: ToldText) => string,
): string {
  const marks = TOLD_TEXTS.map((text) => markOf(said[text]));
  return write({ marks, authors: TOLD_TEXTS.map(authorOfText), label, unit });
}

/** «Kỳ 05/2024 tính cho Ban Tư pháp»: whose the report is, as people read it; empty where nothing is said. */
export function reporterWords(reporter: Cell | undefined): string {
  const { label = '', unit = '' } = read(reporter) ?? {};
  if (label === '') return '';
  return `${label} ${unit === '' ? 'không tính cho đơn vị nào' : `tính cho ${unit}`}`;
}

/** The unit that had the row for a period, empty where nobody had; undefined where nothing is said of that period. */
function reporterIn(reporter: Cell | undefined, label: string): string | undefined {
  const known = read(reporter);
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
  const known = read(reporter);
  if (!known || isEmpty(entry[text])) return undefined;
  const mark = known.marks[TOLD_TEXTS.indexOf(text)];
  // Written since: Đầu mối's.
  if (mark === undefined ? known.label !== textOf(entry.period) : mark !== markOf(entry[text])) return undefined;
  const author = known.authors[TOLD_TEXTS.indexOf(text)] ?? '';
  return fold(author) === fold(textOf(accountable)) ? undefined : author;
}

/**
 * «Báo cáo tính cho» of a row whose Đầu mối cannot type in it yet: what was written meanwhile is of the unit that can. undefined where it stays, and where
 * more than one can.
 * @param everywhere units that may type in every row
 */
export function typedMeanwhile(
  row: Reported & Pick<TaskRow, 'letIn'>,
  everywhere: ReadonlySet<string>,
): string | undefined {
  if (everywhere.has(textOf(row.accountable))) return undefined;
  const known = read(row.reporter);
  const [only, ...more] = typistsFor(row).filter((name) => !everywhere.has(name));
  const typist = more.length === 0 ? only : known?.unit;
  const label = known?.label ?? textOf(row.period);
  if (!typist || readPeriodLabel(label) === undefined) return undefined;
  const author = (text: ToldText) => authorOf({ ...row, reporter: row.reporter ?? null, entry: row }, text);
  if (TOLD_TEXTS.every((text) => isEmpty(row[text]) || author(text) !== undefined)) return undefined;
  return writeReporter(label, known?.unit ?? textOf(row.accountable), row, (text) => author(text) ?? typist);
}

/** The cell with its units called otherwise. */
export function renamed(reporter: Cell | undefined, called: (name: string) => string): Cell {
  const known = read(reporter);
  if (!known) return null;
  return write({ ...known, authors: known.authors.map(called), unit: called(known.unit) });
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
 * looks before the closing day: nobody knows, and it is Đầu mối's. Not reported, and first seen to be given on when units had been asked for the last time before the closing day: it is nobody's, because
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
  fold(textOf(row.accountable)) === fold(textOf(accountable));

/** @param account whose the report is, where nothing is said of that period yet */
function givenOn(
  row: Reported,
  before: Reported,
  label: string,
  account = textOf(before.accountable),
): string | undefined {
  if (isSame(row, before)) return undefined;
  const known = read(row.reporter);
  const isSecond = known?.label === label;
  // Given on for the second time: the account stays, but what was written in between is of who had it then.
  const isUntouched = TOLD_TEXTS.every((text, i) => known?.marks[i] === markOf(before[text]));
  if (isSecond && (known.marks.length === 0 || isUntouched)) return undefined;
  const had = { accountable: before.accountable, reporter: row.reporter ?? null, entry: before };
  const authorOfText = (text: ToldText) => authorOf(had, text) ?? textOf(before.accountable);
  return writeReporter(label, isSecond ? known.unit : account, before, authorOfText);
}
