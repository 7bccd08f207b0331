// The Report: one period told as a value, from which the mail, the document and the Zalo text are made and nothing else
// (product §4–§7). A pure function of frozen versions and the plan (report/making.ts); it holds no place of the workbook, and
// every text a unit typed stands in it tidied and with personal data masked.
import type { Day, Moment } from './calendar.ts';
import type { Figures } from './figures.ts';
import type { Finding } from './finding.ts';
import type { Period, Window } from './period.ts';
import type { Status } from './status.ts';
import type { TallyLine } from './tally.ts';
import type { FrozenIndicator } from './version.ts';

/** A task as the report names it. */
export interface ReportedTask {
  readonly code: string;
  readonly number: number;
  readonly content: string;
  /** Đầu mối, or the plan's lead where nobody is assigned. */
  readonly unit: string;
  readonly status: Status;
  readonly due?: Day;
  /** The plan's own words. */
  readonly deadline: string;
  /** Negative: days overdue. */
  readonly daysLeft?: number;
  readonly result?: string;
  readonly evidence?: string;
  readonly difficulty?: string;
  readonly proposal?: string;
}

/** A group of the plan: the twelve columns, and the statuses that occur in it. */
export interface ReportedGroup extends TallyLine {
  readonly byStatus: Partial<Record<Status, number>>;
}

export interface ReportedUnit {
  readonly name: string;
  readonly owed: number;
  readonly reported: number;
  readonly missing: number;
  readonly onTime: number;
  /** Periods in a row, this one included, in which it owed rows and reported none. */
  readonly silentPeriods: number;
}

export interface ReportedIndicator extends FrozenIndicator {
  /** Value in the newest version of the period before. */
  readonly before?: number;
  /** Entered too long ago: it counts in nothing (K7, «số liệu cũ»). */
  readonly stale: boolean;
}

/** What is different from the newest version of the period before: codes, in the order of the plan. */
export interface ReportedChanges {
  readonly newlyFinished: readonly string[];
  readonly newlyOverdue: readonly string[];
  readonly newDifficulties: readonly string[];
  readonly solvedDifficulties: readonly string[];
}

/** What moved the yardstick since the last version: gia hạn, tính quá hạn, đầu mối, tạm dừng (product §6). */
export interface YardstickMove {
  readonly code: string;
  readonly what: 'extension' | 'countsOverdue' | 'accountable' | 'paused';
  /** In words: «gia hạn từ 30/06/2024 đến 31/12/2024». */
  readonly text: string;
}

/** The numbers of another version, to compare with. */
export interface ReportedBefore {
  readonly period: Period;
  readonly version: number;
  readonly figures: Figures;
  readonly overdue: number;
}

export interface Report {
  readonly period: Period;
  readonly version: number;
  /** Version 0: made by the clock, CAX has not closed. */
  readonly automatic: boolean;
  readonly asOf: Day;
  readonly window: Window;
  readonly closedAt: Moment;
  /** False where no run stamped the 15th: on time judged by Báo cáo lúc alone. */
  readonly stamped: boolean;
  readonly warningDays: number;
  readonly figures: Figures;
  readonly groups: readonly ReportedGroup[];
  readonly units: readonly ReportedUnit[];
  /** One line a unit, and last «Chưa giao đầu mối». */
  readonly byUnit: readonly TallyLine[];
  /** Every row, in the order of the version; the lists below are parts of it. */
  readonly tasks: readonly ReportedTask[];
  /** Overdue and counted, the longest first. */
  readonly overdue: readonly ReportedTask[];
  /** Due within the warning days, the nearest first. */
  readonly dueSoon: readonly ReportedTask[];
  /** Rows whose Đề xuất says something: decisions wanted; overdue first, then due soon, then in the order of the plan. */
  readonly proposals: readonly ReportedTask[];
  /** Unfinished rows whose Khó khăn says something. */
  readonly difficulties: readonly ReportedTask[];
  /** From June on: not started and due on 31/12. */
  readonly notStarted: readonly ReportedTask[];
  /** Rows without Đầu mối. */
  readonly unassigned: readonly ReportedTask[];
  /** Codes of ongoing work whose result is word for word that of the period before (K4). */
  readonly unchanged: readonly string[];
  readonly indicators: readonly ReportedIndicator[];
  /** The newest version of the period before. */
  readonly before?: ReportedBefore;
  /** The newest earlier version of this period: what a correction is compared with. */
  readonly previous?: ReportedBefore;
  readonly changes: ReportedChanges;
  readonly yardstick: readonly YardstickMove[];
  readonly findings: readonly Finding[];
  /** Nothing was closed for the period before though it was owed («không có bản chốt»). */
  readonly missingBefore: boolean;
}
