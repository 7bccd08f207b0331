// The clock's first run of each day: edits onEdit missed are stamped, on the 15th who was in time is written down, the entries
// are backed up, and the clock shows that it lives (product §5.4–§5.5, §6). One look, one batch.
import { civilOf, type Moment } from '../core/calendar.ts';
import { phrasesWith } from '../core/content.ts';
import { comparePeriods, deadlineOf, endedPeriod, openPeriodFrom, type Period, periodLabel } from '../core/period.ts';
import type { ResolvedPlan } from '../core/resolved-plan.ts';
import { isReported } from '../core/status.ts';
import type { TaskRow } from '../core/task.ts';
import { CLOCK_LINES } from '../sheet/layout/controls.ts';
import type { Request } from '../sheet/requests/request.ts';
import { readTaskRows } from '../sheet/rows.ts';
import { writeCells } from '../sheet/write.ts';
import { backupRequests, mendedRows, missedRows, newestBackup, stamped, stampRequests } from './backup.ts';
import { journalRequests } from './journal.ts';
import { type Observation, observe } from './observe.ts';
import { MENDED } from './on-edit.ts';
import type { Ports } from './ports.ts';

export interface Upkeep {
  /** Codes stamped because onEdit had missed their edits. */
  readonly missed: readonly string[];
  /** Codes written down as in time; undefined on other days than the 15th. */
  readonly onTime: readonly string[] | undefined;
}

export function keepUp(ports: Ports, seeds: ResolvedPlan): Upkeep {
  return ports.locked(() => {
    const observation = observe(ports, seeds, {
      tasks: 'all',
      settings: 'all',
      controls: 'all',
      backup: 'all',
      journal: 'heading',
    });
    const now = ports.now();
    const { rules, firstPeriod } = observation.settings;
    const period = openPeriodFrom(now, rules, firstPeriod);
    const { rows: read } = readTaskRows(observation.placement);
    const backup = newestBackup(observation);
    const mended = mendedRows(ports);
    const missed = backup
      ? missedRows(read, backup.entries, period, mended).map((row) => stamped(row, period, now))
      : [];
    const missedCodes = new Set(missed.map(({ code }) => code));
    const rows = read.map((row) => missed.find(({ code }) => code === row.code) ?? row);
    const inTime = rowsInTime(rows, missedCodes, now, observation);
    const day = Math.floor(now);
    ports.workbook.update([
      ...stampRequests(observation, missed),
      ...(inTime ? onTimeRequests(observation, inTime, period) : []),
      ...backupRequests(observation, rows, day),
      ...clockRequests(observation, 'heartbeat', now),
      ...(inTime ? clockRequests(observation, 'stamped', periodLabel(period)) : []),
      // A day on which nothing was to be done is told by the clock's own line alone.
      ...(missed.length > 0 || inTime
        ? journalRequests(observation, [journalLine(ports, describe(missed, inTime))])
        : []),
    ]);
    if (mended.length > 0) ports.store.remove(MENDED);
    return { missed: [...missedCodes], onTime: inTime?.map(({ code }) => code) };
  });
}

/**
 * On the 15th of a period that is owed: the rows reported for it before 00:00, or whose time was lost, or which this very
 * run stamped. Undefined on every other day: a run on the 16th cannot know any more.
 */
function rowsInTime(
  rows: readonly TaskRow[],
  justStamped: ReadonlySet<string>,
  now: Moment,
  { settings }: Observation,
): TaskRow[] | undefined {
  const { rules, firstPeriod } = settings;
  const period = endedPeriod(now, rules);
  if (civilOf(now).day !== rules.deadlineDay) return undefined;
  if (firstPeriod !== undefined && comparePeriods(period, firstPeriod) < 0) return undefined;
  const deadline = deadlineOf(period, rules);
  const phrases = phrasesWith(settings.phrases);
  return rows.filter((row) => {
    if (!isReported(row, { period, phrases })) return false;
    return typeof row.reportedAt !== 'number' || row.reportedAt < deadline || justStamped.has(row.code);
  });
}

function onTimeRequests(observation: Observation, rows: readonly TaskRow[], period: Period): Request[] {
  const { tab, rows: known } = observation.reader('tasks');
  const label = periodLabel(period);
  const indexes = new Map(known.map(({ key, index }) => [key, index]));
  return rows.flatMap(({ code }) => {
    const index = indexes.get(code);
    return index === undefined ? [] : writeCells(tab, index, { onTimeFor: label });
  });
}

/** Writes a line the clock keeps of itself. */
function clockRequests(observation: Observation, line: keyof typeof CLOCK_LINES, value: string | number): Request[] {
  const { tab, rows } = observation.reader('controls');
  const row = rows.find(({ key }) => key === CLOCK_LINES[line]);
  return row ? writeCells(tab, row.index, { outcome: value }) : [];
}

function journalLine(ports: Ports, outcome: string) {
  return { at: ports.now(), deed: 'Việc hằng ngày', key: '', state: 'xong', account: ports.account, outcome };
}

function describe(missed: readonly TaskRow[], inTime: readonly TaskRow[] | undefined): string {
  const codes = missed.map(({ code }) => code).join(', ');
  return [
    ...(missed.length > 0 ? [`Ghi bổ sung kỳ báo cáo cho ${codes}`] : []),
    ...(inTime ? [`Ghi đúng hạn ${inTime.length} dòng`] : []),
  ].join('; ');
}
