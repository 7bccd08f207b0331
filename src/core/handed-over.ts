// A row given to another unit: what the old unit reported, or left out, stays in the old unit's account (product A.9: nobody is thanked or
// accused for what another did). «Báo cáo tính cho» of the row says of which period and of which unit it is; without it, or of another
// period, the report is Đầu mối's. Formulas of «Đơn vị» read the end of the same cell (sheet/layout/units.ts). In front of it stands a mark of what was
// said when the row was given on, so that what the new unit writes afterwards is not told as the old unit's words.
import { type Cell, isEmpty, textOf } from './cell.ts';
import { fingerprint } from './fingerprint.ts';
import { comparePeriods, type Period, periodLabel, readPeriodLabel } from './period.ts';
import type { EntryCells, TaskRow } from './task.ts';
import { fold } from './text.ts';

/** What a unit says of a row: the entry block without its stamps. */
type Said = Omit<EntryCells, 'period' | 'reportedAt'>;
type Held = Pick<TaskRow, 'accountable' | 'reporter'>;
type Reported = Held & Said & Pick<EntryCells, 'period'>;

const BETWEEN = ' – ';
const BEHIND_MARK = '; ';

/** A cell read: «0a1b2c3d4e5f6071 Công an xã; Kỳ 05/2024 – Ban Tư pháp». */
interface Reporter {
  /** Of what stood in the row when it was given on; empty in cells of earlier programs: then nobody knows of later words. */
  readonly mark: string;
  /** Whose words those were, where not those of `unit`. */
  readonly author: string;
  readonly label: string;
  /** Empty: nobody had it. */
  readonly unit: string;
}

function read(cell: Cell | undefined): Reporter | undefined {
  const [, mark = '', author = '', label = '', unit = ''] =
    /^(?:([0-9a-f]{16})(?: ([^;]*))?; )?(Kỳ \d{2}\/\d{4}) – (.*)$/su.exec(textOf(cell ?? null)) ?? [];
  return label === '' ? undefined : { mark, author, label, unit };
}

function write({ mark, author, label, unit }: Reporter): string {
  const front = [mark, author].filter((part) => part !== '').join(' ');
  return `${front === '' ? '' : `${front}${BEHIND_MARK}`}${label}${BETWEEN}${unit}`;
}

/** A mark of what a row says. */
function markOf({ state, progress, result, doneOn, evidence, difficulty, proposal }: Said): string {
  const cells = [state, progress, result, doneOn, evidence, difficulty, proposal];
  return fingerprint(cells.map((cell) => String(cell ?? '')).join('\n'));
}

/** Who has the report of a period, and whose words stand in the row, where that is another. @param said what stands in it */
export function writeReporter(label: string, unit: string, said: Said, author = unit): string {
  return write({ mark: markOf(said), author: fold(author) === fold(unit) ? '' : author, label, unit });
}

/** «Kỳ 05/2024 – Ban Tư pháp», as people read it. */
export function reporterWords(reporter: Cell | undefined): string {
  const known = read(reporter);
  return known ? write({ ...known, mark: '', author: '' }) : textOf(reporter ?? null);
}

/** The unit that had the row for a period, empty where nobody had; undefined where nothing is said of that period. */
function reporterIn(reporter: Cell | undefined, label: string): string | undefined {
  const known = read(reporter);
  return known?.label === label ? known.unit : undefined;
}

/** In whose account the report of a period stands. A row that is nobody's now is held against nobody. */
export function accountOf({ accountable, reporter }: Held, period: Period): Cell {
  return isEmpty(accountable) ? accountable : (reporterIn(reporter, periodLabel(period)) ?? accountable);
}

/** Who typed what stands in a row, where that is another than its Đầu mối; empty: nobody had it. */
export function authorOf({ accountable, reporter, entry }: Held & { readonly entry: EntryCells }): string | undefined {
  const known = read(reporter);
  if (!known || known.label !== textOf(entry.period)) return undefined;
  // Written since: Đầu mối's.
  if (known.mark !== '' && known.mark !== markOf(entry)) return undefined;
  const author = known.author === '' ? known.unit : known.author;
  return fold(author) === fold(textOf(accountable)) ? undefined : author;
}

/** The cell with its units called otherwise. */
export function renamed(reporter: Cell | undefined, called: (name: string) => string): Cell {
  const known = read(reporter);
  if (!known) return null;
  return write({ ...known, author: known.author === '' ? '' : called(known.author), unit: called(known.unit) });
}

/** A row as it was when it was last looked at. */
export interface RowBefore extends EntryCells {
  readonly accountable: Cell;
  /** That look was on or after the closing day of `ended`: who had the row then owed its report. */
  readonly knowsEnded: boolean;
}

/**
 * «Báo cáo tính cho» of a row whose Đầu mối has changed since; undefined where it stays. What stands in the row is of the unit that
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
    return isSame(row, before) ? undefined : givenOn(row, { ...before, accountable: null }, periodLabel(asked.period));
  // Reported since, by whoever had it then: after the closing day it was late before it was given on.
  const label = periodLabel(ended.period);
  const isSince =
    before.knowsEnded && ended.isReported && textOf(before.period) !== label && textOf(row.period) === label;
  return isOwing || isSince ? givenOn(row, before, label) : handedOn(row, before);
}

/** The same of what stands in the row alone. @param before what it said then, where that is known to be other than now */
export function handedOn(row: Reported, before: Pick<RowBefore, 'accountable' | 'period'>): string | undefined {
  const label = textOf(row.period);
  return label !== '' && label === textOf(before.period) ? givenOn(row, { ...row, ...before }, label) : undefined;
}

const isSame = (row: Held, { accountable }: Pick<RowBefore, 'accountable'>) =>
  fold(textOf(row.accountable)) === fold(textOf(accountable));

function givenOn(row: Reported, before: Said & Pick<RowBefore, 'accountable'>, label: string): string | undefined {
  const was = textOf(before.accountable);
  if (isSame(row, before)) return undefined;
  const known = read(row.reporter);
  if (known?.label !== label) return writeReporter(label, was, before);
  // Given on for the second time: the account stays, but what was written in between is of who had it then.
  if (known.mark === '' || known.mark === markOf(before)) return undefined;
  return writeReporter(label, known.unit, before, was);
}
