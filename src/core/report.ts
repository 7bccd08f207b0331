// The Report: one period told as a value, from which the mail, the document and the Zalo text are made and nothing else
// (product §4–§7). A pure function of frozen versions and the plan; it holds no place of the workbook.
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

export interface ReportedUnit {
  readonly name: string;
  readonly owed: number;
  readonly reported: number;
  readonly missing: number;
  readonly onTime: number;
  /** Periods in a row, this one included, in which it owed rows and reported none. */
  readonly silentPeriods: number;
}

/** What is different from the newest version of the period before. */
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

export interface Report {
  readonly period: Period;
  readonly version: number;
  /** Version 0: made by the clock, CAX has not closed. */
  readonly automatic: boolean;
  readonly asOf: Day;
  readonly window: Window;
  readonly closedAt: Moment;
  readonly figures: Figures;
  readonly groups: readonly TallyLine[];
  readonly units: readonly ReportedUnit[];
  /** Overdue and counted, the longest first. */
  readonly overdue: readonly ReportedTask[];
  /** Due within the warning days, the nearest first. */
  readonly dueSoon: readonly ReportedTask[];
  /** Rows whose Đề xuất says something: decisions wanted. */
  readonly proposals: readonly ReportedTask[];
  /** Unfinished rows whose Khó khăn says something. */
  readonly difficulties: readonly ReportedTask[];
  /** From June on: not started and due on 31/12. */
  readonly notStarted: readonly ReportedTask[];
  /** Rows without Đầu mối. */
  readonly unassigned: readonly ReportedTask[];
  /** Texts that are word for word those of the period before (K4). */
  readonly unchanged: readonly string[];
  readonly indicators: readonly (FrozenIndicator & { readonly before?: number })[];
  /** Figures of the newest version of the period before. */
  readonly before?: { readonly period: Period; readonly figures: Figures; readonly overdue: number };
  readonly changes: ReportedChanges;
  readonly yardstick: readonly YardstickMove[];
  readonly findings: readonly Finding[];
  /** Nothing was closed for the period before though it was owed («không có bản chốt»). */
  readonly missingBefore: boolean;
}
