// What is written down about who reported when (rules 5.4–5.5): edits onEdit missed get their stamp, and on the day of the
// deadline the rows that were in time are marked, once. The clock's first run of a day does it; a closing that comes before
// it does the same, so that the same facts closed ten minutes earlier make the same version (rule 5.13).
import { at, type Moment } from '../core/calendar.ts';
import { isWord } from '../core/cell.ts';
import { phrasesWith } from '../core/content.ts';
import { reminderRounds, roundHour } from '../core/duty-days.ts';
import { handedOver } from '../core/handed-over.ts';
import { comparePeriods, deadlineOf, endedPeriod, openPeriodFrom, type Period, periodLabel } from '../core/period.ts';
import { reporterWords } from '../core/reporter-cell.ts';
import { isReported } from '../core/status.ts';
import type { TaskRow } from '../core/task-row.ts';
import { typedSince, withFormer } from '../core/typed-since.ts';
import type { CellsOf } from '../sheet/layout/column-keys.ts';
import { CLOCK_LINES } from '../sheet/layout/controls.ts';
import { namesNow, readUnitRows } from '../sheet/reading/rows.ts';
import type { Request } from '../sheet/requests/request.ts';
import { writeCells } from '../sheet/write.ts';
import { type Backup, missedAt, missedRows, newestBackup, stamped, stampRequests } from './clock/backup.ts';
import { clockLine, type Observation } from './observe.ts';
import type { SeenEdits } from './seen-edits.ts';
import { unitsOfKeepers } from './sync/sync-rights.ts';

export interface SettledEdits {
  /** All rows, as they are once this is written. */
  readonly rows: readonly TaskRow[];
  /** Rows edited without a stamp. */
  readonly missed: readonly TaskRow[];
  /** Rows marked as in time; undefined where this is not the first run of the day of the deadline. */
  readonly inTime: readonly TaskRow[] | undefined;
  /** Rows whose Đầu mối has changed since the backup, and whose report stays another's. */
  readonly handed: readonly TaskRow[];
}

/** What became of Đầu mối since the backup (core/handed-over.ts), and of what was typed after that. */
export function settleHanded(
  observation: Observation<'tasks' | 'units' | 'settings' | 'backup'>,
  rows: readonly TaskRow[],
  now: Moment,
  edits: SeenEdits,
): Pick<SettledEdits, 'rows' | 'handed'> {
  return handedSince(newestBackup(observation.placement), observation, rows, now, edits);
}

/** The same. @param backup none: of the last giving on no more is known than the rows say */
export function handedSince(
  backup: Backup | undefined,
  observation: Observation<'tasks' | 'units' | 'settings'>,
  rows: readonly TaskRow[],
  now: Moment,
  edits: SeenEdits,
): Pick<SettledEdits, 'rows' | 'handed'> {
  const { rules, phrases, firstPeriod } = observation.settings;
  const period = endedPeriod(now, rules);
  const isOwed = firstPeriod === undefined || comparePeriods(period, firstPeriod) >= 0;
  const knowsEnded = isOwed && backup !== undefined && backup.day >= deadlineOf(period, rules);
  const called = namesNow(observation.placement);
  const known = phrasesWith(phrases);
  const sinceTyped = typistsIn(observation, edits);
  const open = openPeriodFrom(now, rules, firstPeriod);
  const asked = lastAsked(observation, now);
  const reportedFor = (row: TaskRow, of: Period) => ({
    period: of,
    isReported: isReported(row, { period: of, phrases: known }),
  });
  const handed = rows.flatMap((row): TaskRow[] => {
    const was = backup?.entries.get(row.code);
    const isGivenOn = was !== undefined && was.accountable !== row.accountable;
    const before = isGivenOn && { ...was, accountable: called(was.accountable), knowsEnded };
    const given = before && handedOver(row, before, reportedFor(row, period), asked && reportedFor(row, asked));
    const noted = before ? withFormer(row, before, given || undefined, open) : undefined;
    const known = { ...row, ...(noted !== undefined && { reporter: noted }) };
    const reporter = sinceTyped(known) ?? noted;
    return reporter === undefined || reporter === row.reporter ? [] : [{ ...row, reporter }];
  });
  const byCode = new Map(handed.map((row) => [row.code, row]));
  return { rows: rows.map((row) => byCode.get(row.code) ?? row), handed };
}

/** «Báo cáo tính cho» of a row with what was typed since; undefined where it stays. */
function typistsIn(
  { placement, settings: { installingAccount, policeAccounts } }: Observation<'tasks' | 'units' | 'settings'>,
  edits: SeenEdits,
): (row: TaskRow) => string | undefined {
  const units = readUnitRows(placement);
  const everywhere = unitsOfKeepers(units, [installingAccount, ...policeAccounts]);
  const typing = edits.typing(units);
  return (row) => typedSince(row, everywhere, typing.get(row.code));
}

/** The open period, once units have been asked for the last time before its closing day, or that day is near without any such asking. */
function lastAsked(
  { settings: { rules, firstPeriod, holidays, sendingHour } }: Observation<'settings'>,
  now: Moment,
): Period | undefined {
  const open = openPeriodFrom(now, rules, firstPeriod);
  const deadline = deadlineOf(open, rules);
  const days = reminderRounds(open, rules, holidays).flatMap(({ day }) => (day < deadline ? [day] : []));
  return now >= at(Math.max(...days, deadline - LONGEST_UNASKED), roundHour(sendingHour)) ? open : undefined;
}

/** Days before the closing day in which a row given on is too late for anybody, where the calendar of that month has asked nobody by then. */
const LONGEST_UNASKED = 6;

export function settleEdits(
  observation: Observation<'tasks' | 'units' | 'settings' | 'controls' | 'backup'>,
  stood: readonly TaskRow[],
  now: Moment,
  edits: SeenEdits,
): SettledEdits {
  const { rules, firstPeriod } = observation.settings;
  const period = openPeriodFrom(now, rules, firstPeriod);
  const backup = newestBackup(observation.placement);
  const given = handedSince(backup, observation, stood, now, edits);
  const seenAt = backup ? missedAt(backup, deadlineOf(period, rules), now) : null;
  const sinceTyped = typistsIn(observation, edits);
  const missed = backup
    ? missedRows(given.rows, backup.entries, period, edits.mended).map((row) => {
        const now = stamped(row, period, seenAt);
        return { ...now, reporter: sinceTyped(now) ?? now.reporter ?? null };
      })
    : [];
  const byCode = new Map(missed.map((row) => [row.code, row]));
  const known = given.rows.map((row) => byCode.get(row.code) ?? row);
  const before = new Map(stood.map((row) => [row.code, row.reporter ?? null]));
  const handed = known.filter(({ code, reporter = null }) => reporter !== before.get(code));
  if (!isDeadlineRun(observation, now)) return { rows: known, missed, inTime: undefined, handed };
  // Before 00:00, or with its time lost, or edited unseen before this run.
  const deadline = deadlineOf(period, rules);
  const phrases = phrasesWith(observation.settings.phrases);
  const inTime = known
    .filter((row) => isReported(row, { period, phrases }))
    .filter(({ code, reportedAt }) => typeof reportedAt !== 'number' || reportedAt < deadline || byCode.has(code))
    .map((row): TaskRow => ({ ...row, onTimeFor: periodLabel(period) }));
  const marked = new Map(inTime.map((row) => [row.code, row]));
  return { rows: known.map((row) => marked.get(row.code) ?? row), missed, inTime, handed };
}

/** The first on the day of the deadline of a period that is owed: a run on the next day cannot know any more. */
function isDeadlineRun(observation: Observation<'settings' | 'controls'>, now: Moment): boolean {
  const { rules, firstPeriod } = observation.settings;
  const period = endedPeriod(now, rules);
  if (Math.floor(now) !== deadlineOf(period, rules)) return false;
  if (firstPeriod !== undefined && comparePeriods(period, firstPeriod) < 0) return false;
  return !isWord(clockLine(observation, 'stamped'), periodLabel(period));
}

export function settleRequests(
  observation: Observation<'tasks' | 'settings' | 'controls'>,
  { missed, inTime, handed }: Omit<SettledEdits, 'rows'>,
  now: Moment,
): Request[] {
  const { tab, rows: known } = observation.reader('tasks');
  const indexes = new Map(known.map(({ key, index }) => [key, index]));
  const write = (marked: readonly TaskRow[], cells: (row: TaskRow) => CellsOf<'tasks'>) =>
    marked.flatMap((row) => {
      const index = indexes.get(row.code);
      return index === undefined ? [] : writeCells(tab, index, cells(row));
    });
  const marks = [
    ...write(inTime ?? [], ({ onTimeFor }) => ({ onTimeFor })),
    ...write(handed, ({ reporter = null }) => ({ reporter })),
  ];
  const { rules } = observation.settings;
  const done = inTime ? clockRequests(observation, 'stamped', periodLabel(endedPeriod(now, rules))) : [];
  return [...stampRequests(observation, missed), ...marks, ...done];
}

/** Writes a line the clock keeps of itself. */
export function clockRequests(
  observation: Observation<'controls'>,
  line: keyof typeof CLOCK_LINES,
  value: string | number,
  account?: string,
): Request[] {
  const { tab, rows } = observation.reader('controls');
  const row = rows.find(({ key }) => key === CLOCK_LINES[line]);
  return row ? writeCells(tab, row.index, { outcome: value, ...(account && { askedBy: account }) }) : [];
}

/** «Ghi bổ sung kỳ báo cáo cho II.05»; «ghi đúng hạn 12 dòng». */
export function settledWords({ missed, inTime, handed }: Omit<SettledEdits, 'rows'>): string[] {
  return [
    ...handed.map(({ code, reporter = null }) => `${code} đã đổi đầu mối, báo cáo ${reporterWords(reporter)}`),
    ...(missed.length > 0
      ? [
          `ghi bổ sung kỳ báo cáo cho ${missed.map(({ code }) => code).join(', ')}` +
            `${missed.some(({ reportedAt }) => reportedAt === null) ? ' (không rõ ghi trước hay sau ngày chốt số liệu: không tính chậm)' : ''}`,
        ]
      : []),
    ...(inTime ? [`ghi đúng hạn ${inTime.length} dòng`] : []),
  ];
}
