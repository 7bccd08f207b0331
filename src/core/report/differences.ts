// What is different between two versions: tasks and difficulties that came and went, the yardstick that was moved, texts that
// were not touched. Rows of only one of the two are no difference.
import { formatDay } from '../calendar.ts';
import { type Cell, dayIn, isWord, textOf } from '../cell.ts';
import { type Phrases, saysSomething } from '../content.ts';
import { ENTRY_HEADINGS, TOLD_ENTRIES } from '../entry-block.ts';
import { accountOf } from '../handed-over.ts';
import type { Period } from '../period.ts';
import type { ReportedChanges, Rewritten, YardstickMove } from '../report.ts';
import { isUnclear } from '../reporter-cell.ts';
import { COUNTS_OVERDUE, isFinished, isOverdue, KINDS, STATES, STATUS } from '../status.ts';
import { fold, tidy } from '../text.ts';
import type { FrozenIndicator, FrozenRow, Version } from '../version.ts';
import type { PlannedTask } from './told-task.ts';
import { typedText } from './typed-text.ts';

type Rows = Pick<Version, 'rows'> | undefined;

function pairs<Was extends { readonly code: string } = FrozenRow>(
  now: Rows,
  before: { readonly rows: readonly Was[] } | undefined,
): { readonly now: FrozenRow; readonly was: Was }[] {
  const byCode = new Map(before?.rows.map((row) => [row.code, row]));
  return (now?.rows ?? []).flatMap((row) => {
    const other = byCode.get(row.code);
    return other ? [{ now: row, was: other }] : [];
  });
}

/** An unfinished row whose Khó khăn says something (K8). */
export function hasDifficulty(row: FrozenRow, phrases: Phrases): boolean {
  return !isFinished(row.status) && saysSomething(row.entry.difficulty, phrases);
}

/** Codes that changed sides since a version; all lists are empty where there is nothing to compare with. */
export function changesBetween(now: Rows, before: Rows, phrases: Phrases): ReportedChanges {
  const both = pairs(now, before);
  const became = (holds: (row: FrozenRow) => boolean) =>
    both.filter((pair) => holds(pair.now) && !holds(pair.was)).map((pair) => pair.now.code);
  const reopened = became((row) => !isFinished(row.status));
  return {
    newlyFinished: became((row) => isFinished(row.status)),
    // A row that was finished and is not any more is told as reopened, overdue or not.
    newlyOverdue: became((row) => isOverdue(row.status)).filter((code) => !reopened.includes(code)),
    reopened,
    newDifficulties: became((row) => hasDifficulty(row, phrases)),
    solvedDifficulties: became((row) => !hasDifficulty(row, phrases)),
  };
}

/** Rows of which something typed is different, and indicators entered otherwise; a blank more or less is no difference. */
export function rewrittenSince(
  now: Pick<Version, 'rows' | 'indicators'>,
  before: Pick<Version, 'rows' | 'indicators' | 'knownFields'> | undefined,
): Rewritten[] {
  const told = TOLD_ENTRIES.filter((column) => before?.knownFields?.includes(column) ?? true);
  const words = (cell: Cell) => (typeof cell === 'string' ? tidy(cell) : (cell ?? ''));
  const rows = pairs(now, before).map(({ now: { code, entry }, was }) => ({
    code,
    columns: told
      .filter((column) => words(entry[column]) !== words(was.entry[column]))
      .map((column) => ENTRY_HEADINGS[column]),
  }));
  return [
    ...rows.filter(({ columns }) => columns.length > 0),
    ...enteredOtherwise(now.indicators, before?.indicators ?? []),
  ];
}

/** By the row's own Mã; versions of earlier programs have none, and two rows may say the same but for their targets. */
function isSameIndicator(a: FrozenIndicator, b: FrozenIndicator): boolean {
  if (a.id !== undefined && b.id !== undefined) return a.id === b.id;
  return a.code === b.code && a.name === b.name && a.milestone === b.milestone && a.target === b.target;
}

/** Indicators whose numbers are others. */
export function enteredOtherwise(now: readonly FrozenIndicator[], before: readonly FrozenIndicator[]): Rewritten[] {
  const changed = now.filter((one) => {
    const was = before.find((other) => isSameIndicator(one, other));
    return was && (was.numerator !== one.numerator || was.denominator !== one.denominator);
  });
  return changed.map(({ code }) => ({ code, columns: ['Số liệu chỉ tiêu'] }));
}

/** What the yardstick of a row is. */
type Yardstick = Pick<FrozenRow, 'code' | 'accountable' | 'due' | 'countsOverdue' | 'extension' | 'status'>;
interface YardstickPair {
  readonly now: FrozenRow;
  readonly was: Yardstick;
}

/** The yardsticks as the plan lays them down, before any report; none where it was not resolved. */
export function plannedYardsticks(tasks: readonly PlannedTask[]): { readonly rows: readonly Yardstick[] } {
  const rows = tasks.flatMap(({ code, due = null, countsOverdue, accountable }): Yardstick[] =>
    accountable === undefined
      ? []
      : [
          {
            code,
            accountable,
            due,
            countsOverdue: countsOverdue === false ? COUNTS_OVERDUE.no : COUNTS_OVERDUE.yes,
            extension: null,
            status: STATUS.unread,
          },
        ],
  );
  return { rows };
}

/** Gia hạn, tính quá hạn, đầu mối, tạm dừng, in words (rule 6.6); row by row in the order of the plan. */
export function yardstickMoves(
  now: Rows,
  period: Period,
  before: { readonly rows: readonly Yardstick[] } | undefined,
): YardstickMove[] {
  return pairs(now, before).flatMap((pair): YardstickMove[] => {
    const { code } = pair.now;
    const moves = [
      { what: 'extension', text: extensionMove(pair) },
      { what: 'countsOverdue', text: countingMove(pair) },
      { what: 'accountable', text: accountableMove(pair) },
      { what: 'paused', text: pauseMove(pair) },
    ] as const;
    const account = accountWords(pair.now, period);
    return moves.flatMap(({ what, text }) =>
      text === undefined ? [] : [{ code, what, text: what === 'accountable' ? `${text}${account}` : text }],
    );
  });
}

/** Whose report of the period it is, where that is not Đầu mối's; in brackets. */
function accountWords(row: FrozenRow, period: Period): string {
  const account = typedText(accountOf(row, period)) ?? '';
  if (fold(account) === fold(typedText(row.accountable) ?? '')) return '';
  if (account !== '') return ` (báo cáo kỳ này tính cho ${account})`;
  return isUnclear(row.reporter, period)
    ? ' (không rõ ai ghi, kỳ này không tính cho đơn vị nào)'
    : ' (giao sau kỳ nhắc, báo cáo kỳ này không tính cho đơn vị nào)';
}

function extensionMove({ now, was }: YardstickPair): string | undefined {
  // Without D (ongoing work) an extension is ignored, so it moves nothing.
  if (dayIn(now.extension) === dayIn(was.extension) || now.due === null) return undefined;
  const to = formatDay(now.due);
  if (dayIn(now.extension) === undefined) return `bỏ gia hạn, hạn trở lại ${to}`;
  if (was.due === null) return `đặt hạn ${to}`;
  if (now.due === was.due) return undefined;
  return `${now.due > was.due ? 'gia hạn' : 'rút hạn'} từ ${formatDay(was.due)} đến ${to}`;
}

function countingMove({ now, was }: YardstickPair): string | undefined {
  const counts = (row: Yardstick) => !isWord(row.countsOverdue, COUNTS_OVERDUE.no);
  if (counts(now) === counts(was)) return undefined;
  return counts(now) ? 'tính quá hạn trở lại' : 'không tính quá hạn nữa';
}

/** «chuyển đầu mối từ … sang …»; undefined where it is the same. */
function accountableMove({ now, was }: YardstickPair): string | undefined {
  if (now.accountable === was.accountable) return undefined;
  const [to, from] = [typedText(now.accountable) ?? '', typedText(was.accountable) ?? ''];
  if (fold(to) === fold(from)) return undefined;
  if (from === '') return `giao đầu mối ${to}`;
  return to === '' ? `bỏ đầu mối ${from}` : `chuyển đầu mối từ ${from} sang ${to}`;
}

function pauseMove({ now, was }: YardstickPair): string | undefined {
  const isPaused = (row: Yardstick) => row.status === STATUS.paused;
  if (isPaused(now) === isPaused(was)) return undefined;
  return isPaused(now) ? `tạm dừng theo ${typedText(now.entry.evidence) ?? ''}` : 'thôi tạm dừng';
}

/** Finished, and kept up from then on. */
export function isContinued(row: FrozenRow, kind: Cell): boolean {
  return isFinished(row.status) && isWord(kind, KINDS['dated-then-ongoing']);
}

/** Ongoing work with a result of the period: the part of K4. */
export function hasOngoingResult(row: FrozenRow, kind: Cell, phrases: Phrases): boolean {
  if (row.status === STATUS.ongoingWithResult) return true;
  const said = saysSomething(row.entry.result, phrases) && !isWord(row.entry.state, STATES.nothingArose);
  return row.reported && said && isContinued(row, kind);
}

/**
 * Codes of ongoing work reported with a result that is word for word that of the period before (K4). `kindOf` gives Loại thời
 * hạn: a finished task keeps its text rightly, unless it goes on afterwards.
 */
export function unchangedResults(now: Rows, before: Rows, phrases: Phrases, kindOf: (code: string) => Cell): string[] {
  const words = (row: FrozenRow) => tidy(textOf(row.entry.result));
  return pairs(now, before)
    .filter((pair) => hasOngoingResult(pair.now, kindOf(pair.now.code), phrases) && words(pair.now) === words(pair.was))
    .map((pair) => pair.now.code);
}
