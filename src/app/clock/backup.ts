// «Bản lưu»: the entry blocks of the last seven days, a slot a day of the week. The newest shows which rows were edited
// without onEdit having noticed (fast typing, pastes, the phone), so that their period and time can be stamped after all.
import type { Day, Moment } from '../../core/calendar.ts';
import { isEmpty, isWord, textOf } from '../../core/cell.ts';
import { type EntryCells, TOLD_ENTRIES } from '../../core/entry-block.ts';
import { type Period, periodLabel } from '../../core/period.ts';
import type { TaskRow } from '../../core/task-row.ts';
import type { CellsOf, ColumnKey } from '../../sheet/layout/column-keys.ts';
import type { Placement } from '../../sheet/reading/place.ts';
import { copiedEntry, readEntry } from '../../sheet/reading/rows.ts';
import { missingIn, tableReader } from '../../sheet/reading/table-reader.ts';
import type { Request } from '../../sheet/requests/request.ts';
import { growTo, writeCells, writeRows } from '../../sheet/write.ts';
import type { Observation } from '../observe.ts';

/** Slots grow in steps, so that one more task does not move them all. */
const SLOT_STEP = 150;
const DAYS = 7;

export interface Backup {
  readonly day: Day;
  readonly entries: ReadonlyMap<string, EntryCells & Pick<TaskRow, 'accountable'>>;
}

/** Entries and Đầu mối by code as the newest backup holds them, and its day; undefined before the first, and where nothing can be compared. */
export function newestBackup(placement: Placement<'tasks' | 'backup'>): Backup | undefined {
  if (missingIn(placement, 'tasks') || missingIn(placement, 'backup')) return undefined;
  const reader = tableReader(placement, 'backup');
  const days = reader.rows
    .map(({ index }) => reader.value(index, 'day'))
    .filter((day): day is number => typeof day === 'number');
  if (days.length === 0) return undefined;
  const day = Math.max(...days);
  const entries = new Map<string, EntryCells & Pick<TaskRow, 'accountable'>>();
  for (const { index } of reader.rows) {
    if (reader.value(index, 'day') !== day) continue;
    const value = (column: ColumnKey<'backup'>) => reader.value(index, column);
    const accountable = value('accountable');
    entries.set(textOf(value('code')), { ...readEntry(value, 'entryPeriod'), accountable });
  }
  return { day, entries };
}

/** Writes today's slot; what the slot held a week ago goes. Nothing where a column of the rows is missing: it would read as wiped. */
export function backupRequests(
  observation: Observation<'tasks' | 'backup'>,
  rows: readonly TaskRow[],
  day: Day,
): Request[] {
  if (missingIn(observation.placement, 'tasks') || missingIn(observation.placement, 'backup')) return [];
  const { tab } = observation.reader('backup');
  const size = Math.max(1, Math.ceil(rows.length / SLOT_STEP)) * SLOT_STEP;
  const from = 1 + (day % DAYS) * size;
  const cells = rows.map((row): CellsOf<'backup'> => {
    const { code, accountable, countsOverdue, extension, estimate, onTimeFor, reporter = null } = row;
    return { day, code, ...copiedEntry(row), accountable, countsOverdue, extension, estimate, onTimeFor, reporter };
  });
  const blanks = Array.from({ length: size - cells.length }, () => ({}));
  return [...growTo(tab, 1 + DAYS * size), ...writeRows(tab, from, [...cells, ...blanks])];
}

/** On which day each of these rows was emptied, where the backups of the week say it: the last slot with something in it, and the next. */
export function emptiedOn(
  observation: Observation<'backup'>,
  codes: readonly string[],
  today: Day,
): Record<string, Day> {
  if (codes.length === 0 || missingIn(observation.placement, 'backup')) return {};
  const reader = observation.reader('backup');
  const slots = new Set<number>();
  const said = new Map<string, number>();
  for (const { index } of reader.rows) {
    const [code, day, state, result] = (['code', 'day', 'state', 'result'] as const).map((column) =>
      reader.value(index, column),
    );
    if (typeof day !== 'number') continue;
    slots.add(day);
    const key = textOf(code ?? null);
    if (!isEmpty(state ?? null) || !isEmpty(result ?? null)) said.set(key, Math.max(day, said.get(key) ?? day));
  }
  const known = codes.flatMap((code) => {
    const day = said.get(code);
    return day !== undefined && (day === today || slots.has(day + 1)) ? [[code, day] as const] : [];
  });
  return Object.fromEntries(known);
}

const STAMPS = ['period', 'reportedAt'] as const;

/**
 * Rows whose entries changed since the backup while period and time did not, and which are not of the period yet. Nobody knows who
 * typed: what was only emptied reports nothing, a formula (read as empty, or a mere answer) neither, and rows a keeper was seen to mend are left out.
 * @param mended codes of these (seen-edits.ts)
 */
export function missedRows(
  rows: readonly TaskRow[],
  backup: ReadonlyMap<string, EntryCells>,
  period: Period,
  mended: readonly string[],
): TaskRow[] {
  return rows.filter((row) => {
    const was = backup.get(row.code);
    if (!was || isWord(row.period, periodLabel(period)) || mended.includes(row.code)) return false;
    const differs = (column: keyof EntryCells) => (row[column] ?? '') !== (was[column] ?? '');
    const isTyped = (column: keyof EntryCells) => !isEmpty(row[column]) && !row.formulas?.includes(column);
    return TOLD_ENTRIES.some((column) => differs(column) && isTyped(column)) && !STAMPS.some(differs);
  });
}

/**
 * The time such a row is stamped with: that of the look; none where the deadline lies between the backup and the day of the look, because
 * nobody can know any more on which side of it the edit was, and a lost time accuses nobody (core/task.ts).
 */
export function missedAt({ day }: Pick<Backup, 'day'>, deadline: Day, now: Moment): Moment | null {
  return day < deadline && now >= deadline + 1 ? null : now;
}

/** The row as it is once stamped. */
export function stamped(row: TaskRow, period: Period, at: Moment | null): TaskRow {
  return { ...row, period: periodLabel(period), reportedAt: at };
}

/** Stamps Kỳ báo cáo and Thời điểm báo cáo: with onEdit the only writes of ours into the entry block (rule 5.4). */
export function stampRequests(observation: Observation<'tasks'>, rows: readonly TaskRow[]): Request[] {
  const { tab, rows: known } = observation.reader('tasks');
  const indexes = new Map(known.map(({ key, index }) => [key, index]));
  return rows.flatMap(({ code, period, reportedAt }) => {
    const index = indexes.get(code);
    return index === undefined ? [] : writeCells(tab, index, { period, reportedAt });
  });
}
