// The Report: one period told as a value, from which the mail, the document and the Zalo text are made and nothing else
// (rules 4.*, 5.*, 6.*, 7.*). A pure function of frozen versions and the plan (report/making.ts); it holds no place of the workbook, and
// every text a unit typed is in it tidied and with personal data masked.
import type { Addressee } from './addressee.ts';
import type { Day, Moment } from './calendar.ts';
import type { Figures } from './figures.ts';
import type { Finding } from './finding.ts';
import { INDICATOR_RESULTS } from './indicator.ts';
import type { Period, Window } from './period.ts';
import type { ToldText } from './reporter-cell.ts';
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
  /** Who typed a text that is in it, where that is not `unit`: the row was given on since (handed-over.ts). */
  readonly authors?: Partial<Readonly<Record<ToldText, string>>>;
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
  /** To whom the proposal goes, where that is not the commune. */
  readonly addressee?: Exclude<Addressee, 'commune'>;
  /** Roman numeral. */
  readonly group: string;
  /** Đơn vị chủ trì and phối hợp, in the plan's own words. */
  readonly lead: string;
  readonly coordinating: string;
  /** Loại thời hạn, where it is known. */
  readonly kind?: string;
  /** For this period: its result is of this period and no older. */
  readonly reported: boolean;
  /** It was reported and has been cleared since: on which day, where that is known. */
  readonly emptied?: { readonly on?: Day };
  /** Somebody owes a report on it for this period. */
  readonly owed: boolean;
  /** 0–1, as typed. */
  readonly progress?: number;
  readonly doneOn?: Day;
  /** Gia hạn: its due date is the one granted. */
  readonly extended: boolean;
  /** The year from which the plan carries it over as unfinished. */
  readonly carriedFrom?: number;
  /** Its Đầu mối is a unit of the version: else no unit is accountable for it, whatever the plan's lead. */
  readonly assigned: boolean;
  /** Its date is only expected («Tính quá hạn» is Không): nobody is behind it, and no year fails by it. */
  readonly expected?: true;
  /** Reported finished on a day behind the report's own: unfinished in its numbers, and nobody's silence. */
  readonly finishedSince?: Day;
  /** Overdue without a difficulty, though its unit was asked after its due date (rule 6.13). */
  readonly unexplained?: true;
  /** Chuyển tiếp: the closed year that handed it on unfinished. */
  readonly forwardedFrom?: number;
  /** The month its result is of, where that is not the report's own (six months, year). */
  readonly resultOf?: Period;
  /** For which periods its difficulty, where it is unfinished, and its very proposal were reported. */
  readonly raised?: Partial<Readonly<Record<RaisedText, Raised>>>;
}

/** Texts of which it is told how long they have stood. */
export type RaisedText = 'difficulty' | 'proposal';

export interface Raised {
  /** Periods it was reported for, the newest first; none where nobody is known to have reported with it. */
  readonly periods: readonly Period[];
  /** It stands in the row, and nobody has reported on that for the period. */
  readonly carried: boolean;
  /** The period before has no version, or its rows were not read: it may have been reported for more. */
  readonly atLeast: boolean;
}

/** The last day its numbers are of; a supplement is as of the day after it (rule 5.9). */
export function lastDayOf({ asOf, supplement }: Pick<Report, 'asOf' | 'supplement'>): Day {
  return supplement ? asOf - 1 : asOf;
}

/** Short of a target whose day has not come: nobody is behind with it yet. */
export function isBeforeMilestone(
  { result, milestone }: Pick<ReportedIndicator, 'result' | 'milestone'>,
  report: Pick<Report, 'asOf' | 'supplement'>,
): boolean {
  return result === INDICATOR_RESULTS.missed && milestone !== null && milestone > lastDayOf(report);
}

/** The unit under whose name a text of a task is printed. */
export function shownAuthor({ unit, authors }: Pick<ReportedTask, 'unit' | 'authors'>, text: ToldText): string {
  return authors?.[text] ?? unit;
}

/** A line of table 1, and its part of K1: rows that count and were due before the as-of day, and those of them finished. */
export interface ReportedLine extends TallyLine {
  readonly due: number;
  readonly dueDone: number;
}

/** A group of the plan: the twelve columns, and the statuses that occur in it. */
export interface ReportedGroup extends ReportedLine {
  /** «Về pháp lý», as reports name it; where the plan was asked. */
  readonly heading?: string;
  readonly byStatus: Partial<Record<Status, number>>;
}

export interface ReportedUnit {
  readonly name: string;
  readonly owed: number;
  readonly reported: number;
  readonly missing: number;
  readonly onTime: number;
  /** Rows, of those missing, that came after the closing and are known: late, not silent (rule 5.11). */
  readonly late: number;
  /** It was asked for the period: only then is it called late or silent for periods (rule 6.13). */
  readonly asked: boolean;
  /** Periods in a row, this one included, in which it owed rows, was asked and reported none. */
  readonly silentPeriods: number;
  /** Codes of rows that count for others, where it reported none of its own and may have typed in these. */
  readonly elsewhere?: readonly string[] | undefined;
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
  /** Without those reopened. */
  readonly newlyOverdue: readonly string[];
  /** Finished then, and not finished now. */
  readonly reopened: readonly string[];
  readonly newDifficulties: readonly string[];
  readonly solvedDifficulties: readonly string[];
}

/** Rows of a unit that came late. */
export interface LateUnit {
  readonly name: string;
  readonly rows: number;
  /** Else it is a fact and no reproach (rule 6.13). */
  readonly asked: boolean;
}

/** What is said of a unit's report; `afterwards`: late, where nobody is known to have asked (rule 6.13). */
export type UnitStanding =
  | { readonly kind: 'nothing' | 'silent' | 'late' | 'afterwards' | 'onTime' }
  /** `late`: rows of those that came, where the unit was asked. */
  | { readonly kind: 'partly'; readonly came: number; readonly owed: number; readonly late: number };

/** What is said of a task that is behind. */
export type TaskStanding = Pick<ReportedTask, 'status' | 'finishedSince' | 'unexplained'>;

/** What the version before said against units and tasks, and this one does not, or not so; and the other way round. */
export interface Reproaches {
  readonly units: readonly { readonly name: string; readonly was: UnitStanding; readonly now: UnitStanding }[];
  /** By code, in the order of the version. */
  readonly tasks: readonly { readonly code: string; readonly was: TaskStanding; readonly now: TaskStanding }[];
}

/** What reads differently from the version that is corrected, though no count shows it. */
export interface Rewritten {
  /** Of the row or the indicator. */
  readonly code: string;
  /** Headings of its columns. */
  readonly columns: readonly string[];
}

/** What moved the yardstick since the last version, or since the plan: gia hạn, tính quá hạn, đầu mối, tạm dừng (rule 6.6). */
export interface YardstickMove {
  readonly code: string;
  readonly what: 'extension' | 'countsOverdue' | 'accountable' | 'paused';
  /** In words: «gia hạn từ 30/06/2024 đến 31/12/2024». */
  readonly text: string;
}

/** Why a unit is proposed, open to anybody's check. */
export interface Reason {
  /**
   * onTime: all rows in time, n periods in a row. finished: n tasks finished in time in this period. silent: n periods in a
   * row without a report. unexplained: n tasks overdue and no difficulty given.
   */
  readonly why: 'onTime' | 'finished' | 'silent' | 'unexplained';
  readonly n: number;
  /** Of the tasks, where it is about tasks. */
  readonly codes: readonly string[];
}

/** Biểu dương, chấn chỉnh (plan III.4): a draft for people, never published by itself. */
export interface UnitProposal {
  readonly unit: string;
  readonly reasons: readonly Reason[];
}

/** The numbers of another version, to compare with. */
export interface ReportedBefore {
  readonly period: Period;
  readonly version: number;
  readonly supplement?: true;
  readonly figures: Figures;
  readonly overdue: number;
}

export interface Report {
  readonly period: Period;
  readonly version: number;
  /** «Chốt năm bổ sung»: December as it had become by 01/01. */
  readonly supplement?: true;
  /** Version 0: made by the clock, CAX has not closed. */
  readonly automatic: boolean;
  /** Nobody has closed it: it is shown to CAX as it would be. */
  readonly planned?: true;
  readonly asOf: Day;
  readonly window: Window;
  readonly closedAt: Moment;
  /** False where no run stamped the 15th: on time judged by Thời điểm báo cáo alone. */
  readonly stamped: boolean;
  readonly warningDays: number;
  readonly figures: Figures;
  readonly groups: readonly ReportedGroup[];
  readonly units: readonly ReportedUnit[];
  /** One line a unit, and last «Chưa giao đầu mối». */
  readonly byUnit: readonly ReportedLine[];
  /** Every row, in the order of the version; the lists below are parts of it. */
  readonly tasks: readonly ReportedTask[];
  /** Overdue and counted, the longest first; what a closed year handed on among them (rule 5.14). */
  readonly overdue: readonly ReportedTask[];
  /** Due within the warning days, the nearest first. */
  readonly dueSoon: readonly ReportedTask[];
  /** Rows whose Đề xuất says something to the commune: decisions wanted; those said in the period first, of each overdue first, then due soon, then in the order of the plan. */
  readonly proposals: readonly ReportedTask[];
  /** Those whose Đề xuất goes to others (rule 3.12), in the same order: nothing for the chairman to decide. */
  readonly requests: readonly ReportedTask[];
  /** Unfinished rows whose Khó khăn says something. */
  readonly difficulties: readonly ReportedTask[];
  /** Unfinished, not paused, counted, and due in the window of the next period; the nearest first. */
  readonly dueNext: readonly ReportedTask[];
  /** Chuyển tiếp: what was due in a year that has been closed for good, and is not done (rule 5.9); absent before such a closing. */
  readonly forwarded?: { readonly year: number; readonly tasks: readonly ReportedTask[] };
  /** Tasks the plan carries over from earlier years as unfinished, in its order. */
  readonly carriedOver: readonly ReportedTask[];
  /** Units to commend and to correct, in the order of the units. */
  readonly commend: readonly UnitProposal[];
  readonly correct: readonly UnitProposal[];
  /** From June on: due on 31/12 and not started, or without any information. */
  readonly notStarted: readonly ReportedTask[];
  /** Rows whose Đầu mối is no unit of the version. */
  readonly unassigned: readonly ReportedTask[];
  /** Tạm dừng, and Chưa đọc được thời hạn: what conclusions do not cover besides (rule 4.12). */
  readonly paused: readonly ReportedTask[];
  readonly unread: readonly ReportedTask[];
  /** Codes of the plan without a row in the version: nobody saw them in the sheet. */
  readonly lacking: readonly string[];
  /** What K4 is made of: ongoing tasks, and finished ones that go on; how many of each, and with a result. */
  readonly ongoing: Readonly<Record<'always' | 'continued', { readonly part: number; readonly whole: number }>>;
  /** Codes of ongoing work whose result is word for word that of the period before (K4). */
  readonly unchanged: readonly string[];
  readonly indicators: readonly ReportedIndicator[];
  /** The newest version of the period before. */
  readonly before?: ReportedBefore;
  /** The newest earlier version of this period that was sent: what this one is compared with. */
  readonly previous?: ReportedBefore;
  /** The number of that version, where this one corrects it: nobody corrects what nobody got, nor what the clock made. */
  readonly corrects?: number;
  /** What came after the closing of the period before: late in every later report (rule 5.11). */
  readonly lateBefore: readonly LateUnit[];
  /** Contents different from the newest earlier version of the period. */
  readonly rewritten: readonly Rewritten[];
  /** Beside the same version; none where a supplement is beside its December, which it does not correct. */
  readonly reproaches: Reproaches;
  readonly changes: ReportedChanges;
  readonly yardstick: readonly YardstickMove[];
  /** Nothing was told before it: the yardstick has moved since the plan. */
  readonly firstTold: boolean;
  readonly findings: readonly Finding[];
  /** Nothing was closed for the period before though it was owed («không có bản chốt»). */
  readonly missingBefore: boolean;
}
