// Who is to be reminded of what: of each unit the rows it has not reported, those due soon and those overdue (rule 6.3);
// and what only CAX can settle, units without an address and rows without Đầu mối. Pure.

import { readAddresses } from './addresses.ts';
import { type Day, dayOf } from './calendar.ts';
import { isEmpty, isWord, textOf } from './cell.ts';
import { type Phrases, phrasesWith, saysSomething } from './content.ts';
import { isShutOut } from './let-in.ts';
import type { Period } from './period.ts';
import { COUNTS_OVERDUE, isDueSoon, isOverdue, STATUS } from './status.ts';
import type { Task } from './task.ts';

/** A line of «Đơn vị» as reminding needs it. */
export interface RemindedUnit {
  readonly code: string;
  readonly name: string;
  readonly emails: Parameters<typeof readAddresses>[0];
  readonly reminded: Parameters<typeof isWord>[0];
}

export interface UrgedTask {
  readonly code: string;
  readonly content: string;
  readonly due?: Day;
  /** Negative: days overdue. */
  readonly daysLeft?: number;
  /** Chuyển tiếp: the closed year that handed it on unfinished. */
  readonly forwardedFrom?: number;
  /** Not open to its unit yet: rights are set at the next sync or in the night. */
  readonly shutOut?: true;
  /** Nothing is said in it: choosing Kỳ báo cáo alone would report nothing. */
  readonly blank?: true;
  /** Its deadline is only expected («Tính quá hạn» is Không): nobody is behind it. */
  readonly expected?: true;
}

export interface UrgedUnit {
  readonly code: string;
  readonly name: string;
  /** Addresses for reminders; none: CAX tells the unit. */
  readonly emails: readonly string[];
  /** CAX has not taken it off the list («Nhận nhắc»). */
  readonly reminded: boolean;
  readonly owed: number;
  /** Rows it could have reported, and has not. */
  readonly missing: readonly UrgedTask[];
  /** Given to it too late to be held against it, or not open to it yet. */
  readonly given: readonly UrgedTask[];
  /** All unreported rows that count for it: what is missing, and what it cannot type in. */
  readonly unreported: readonly UrgedTask[];
  /** Of that what it cannot type in: given on to another since, or not open to it yet. */
  readonly elsewhere: readonly UrgedTask[];
  readonly dueSoon: readonly UrgedTask[];
  readonly overdue: readonly UrgedTask[];
}

export interface Urging {
  readonly period: Period;
  /** The day the reminder is of. */
  readonly today: Day;
  /** Units with rows of their own, in the order of «Đơn vị». */
  readonly units: readonly UrgedUnit[];
  /** Rows whose Đầu mối is no unit. */
  readonly unassigned: readonly UrgedTask[];
  /** Rows whose Đầu mối cannot type in them yet. */
  readonly shutOut: readonly UrgedTask[];
  readonly total: number;
  readonly paused: number;
}

/**
 * @param tasks seen on `today` for `period`
 * @param settledYear the last year that «Chốt năm bổ sung» has closed
 * @param phrases what says nothing
 */
export function urgingOf(
  tasks: readonly Task[],
  units: readonly RemindedUnit[],
  period: Period,
  today: Day,
  settledYear?: number,
  phrases: Phrases = phrasesWith(),
): Urging {
  const urgedOverdue = (task: UrgedTask): UrgedTask =>
    settledYear !== undefined && task.due !== undefined && task.due <= dayOf(settledYear, 12, 31)
      ? { ...task, forwardedFrom: settledYear }
      : task;
  const asked = (task: Task): UrgedTask => ({
    ...urged(task),
    ...(isBlank(task.row, phrases) && { blank: true }),
    ...(isShutOut(task.row) && { shutOut: true }),
  });
  const isOf = (task: Task, name: string) => isWord(task.row.accountable, name);
  return {
    period,
    today,
    units: units.flatMap(({ code, name, emails, reminded }): UrgedUnit[] => {
      const own = tasks.filter((task) => isOf(task, name));
      const owed = tasks.filter((task) => task.owed && isWord(task.account, name));
      if (own.length === 0 && owed.length === 0) return [];
      const open = own.filter((task) => task.owed && !task.reported);
      const unreported = owed.filter((task) => !task.reported);
      const isHeld = ({ account, row }: Task) => isWord(account, name) && !isShutOut(row);
      return [
        {
          code,
          name,
          emails: readAddresses(emails).addresses,
          reminded: !isWord(reminded, 'Không'),
          owed: owed.length,
          missing: open.filter(isHeld).map(asked),
          given: open.filter((task) => !isHeld(task)).map(asked),
          unreported: unreported.map(urged),
          elsewhere: unreported.flatMap((task) => {
            if (!isOf(task, name)) return [urged(task)];
            return isHeld(task) ? [] : [asked(task)];
          }),
          dueSoon: byDue(own.filter((task) => isDueSoon(task.status))),
          overdue: byDue(own.filter((task) => isOverdue(task.status))).map(urgedOverdue),
        },
      ];
    }),
    unassigned: tasks.filter((task) => !units.some(({ name }) => isOf(task, name))).map(urged),
    shutOut: tasks.filter(({ row }) => isShutOut(row)).map(urged),
    total: tasks.length,
    paused: tasks.filter(({ status }) => status === STATUS.paused).length,
  };
}

const isBlank = ({ state, result }: Task['row'], phrases: Phrases) => isEmpty(state) && !saysSomething(result, phrases);

function byDue(tasks: readonly Task[]): UrgedTask[] {
  return [...tasks].sort((a, b) => (a.due ?? 0) - (b.due ?? 0)).map(urged);
}

function urged({ row, due, daysLeft }: Task): UrgedTask {
  return {
    code: row.code,
    content: textOf(row.content),
    ...(due !== undefined && { due }),
    ...(daysLeft !== undefined && { daysLeft }),
    ...(isWord(row.countsOverdue, COUNTS_OVERDUE.no) && { expected: true }),
  };
}

/** Whether a unit gets a mail in a round: on the first for any part, later only for rows that wait for a report. */
export function wantsMail({ reminded, missing, given, dueSoon, overdue }: UrgedUnit, round: number): boolean {
  const any = missing.length + given.length + (round === 1 ? dueSoon.length + overdue.length : 0);
  return reminded && any > 0;
}
