// What is written down about who reported when (product §5.4–§5.5): edits onEdit missed get their stamp, and on the day of the
// deadline the rows that were in time are marked, once. The clock's first run of a day does it; a closing that comes before
// it does the same, so that the same facts closed ten minutes earlier make the same version (product A.12).
import type { Moment } from '../core/calendar.ts';
import { isWord } from '../core/cell.ts';
import { phrasesWith } from '../core/content.ts';
import { comparePeriods, deadlineOf, endedPeriod, openPeriodFrom, periodLabel } from '../core/period.ts';
import { isReported } from '../core/status.ts';
import type { TaskRow } from '../core/task.ts';
import { CLOCK_LINES } from '../sheet/layout/controls.ts';
import type { Request } from '../sheet/requests/request.ts';
import { writeCells } from '../sheet/write.ts';
import { missedRows, newestBackup, stamped, stampRequests } from './backup.ts';
import { clockLine, type Observation } from './observe.ts';

export interface SettledEdits {
  /** All rows, as they are once this is written. */
  readonly rows: readonly TaskRow[];
  /** Rows edited without a stamp. */
  readonly missed: readonly TaskRow[];
  /** Rows marked as in time; undefined where this is not the first run of the day of the deadline. */
  readonly inTime: readonly TaskRow[] | undefined;
}

/** Needs tasks, settings, controls and backup read. */
export function settleEdits(
  observation: Observation,
  rows: readonly TaskRow[],
  now: Moment,
  mended: readonly string[],
): SettledEdits {
  const { rules, firstPeriod } = observation.settings;
  const period = openPeriodFrom(now, rules, firstPeriod);
  const backup = newestBackup(observation);
  const missed = backup ? missedRows(rows, backup.entries, period, mended).map((row) => stamped(row, period, now)) : [];
  const byCode = new Map(missed.map((row) => [row.code, row]));
  const known = rows.map((row) => byCode.get(row.code) ?? row);
  if (!isDeadlineRun(observation, now)) return { rows: known, missed, inTime: undefined };
  // Before 00:00, or with its time lost, or edited unseen before this run.
  const deadline = deadlineOf(period, rules);
  const phrases = phrasesWith(observation.settings.phrases);
  const inTime = known
    .filter((row) => isReported(row, { period, phrases }))
    .filter(({ code, reportedAt }) => typeof reportedAt !== 'number' || reportedAt < deadline || byCode.has(code))
    .map((row): TaskRow => ({ ...row, onTimeFor: periodLabel(period) }));
  const marked = new Map(inTime.map((row) => [row.code, row]));
  return { rows: known.map((row) => marked.get(row.code) ?? row), missed, inTime };
}

/** The first on the day of the deadline of a period that is owed: a run on the next day cannot know any more. */
function isDeadlineRun(observation: Observation, now: Moment): boolean {
  const { rules, firstPeriod } = observation.settings;
  const period = endedPeriod(now, rules);
  if (Math.floor(now) !== deadlineOf(period, rules)) return false;
  if (firstPeriod !== undefined && comparePeriods(period, firstPeriod) < 0) return false;
  return !isWord(clockLine(observation, 'stamped'), periodLabel(period));
}

export function settleRequests(
  observation: Observation,
  { missed, inTime }: Omit<SettledEdits, 'rows'>,
  now: Moment,
): Request[] {
  const { tab, rows: known } = observation.reader('tasks');
  const indexes = new Map(known.map(({ key, index }) => [key, index]));
  const marks = (inTime ?? []).flatMap(({ code, onTimeFor }) => {
    const index = indexes.get(code);
    return index === undefined ? [] : writeCells(tab, index, { onTimeFor });
  });
  const { rules } = observation.settings;
  const done = inTime ? clockRequests(observation, 'stamped', periodLabel(endedPeriod(now, rules))) : [];
  return [...stampRequests(observation, missed), ...marks, ...done];
}

/** Writes a line the clock keeps of itself. */
export function clockRequests(
  observation: Observation,
  line: keyof typeof CLOCK_LINES,
  value: string | number,
): Request[] {
  const { tab, rows } = observation.reader('controls');
  const row = rows.find(({ key }) => key === CLOCK_LINES[line]);
  return row ? writeCells(tab, row.index, { outcome: value }) : [];
}

/** «Ghi bổ sung kỳ báo cáo cho II.05»; «ghi đúng hạn 12 dòng». */
export function settledWords({ missed, inTime }: Omit<SettledEdits, 'rows'>): string[] {
  return [
    ...(missed.length > 0 ? [`ghi bổ sung kỳ báo cáo cho ${missed.map(({ code }) => code).join(', ')}`] : []),
    ...(inTime ? [`ghi đúng hạn ${inTime.length} dòng`] : []),
  ];
}
