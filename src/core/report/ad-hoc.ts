// An ad hoc report («đột xuất», plan III.3–III.4, rule 5.10): its own window and its own frozen rows, never a
// baseline of the months. Answered = Thời điểm báo cáo inside the window, or entries that changed in it.
import type { Moment } from '../calendar.ts';
import { isWord, textOf } from '../cell.ts';
import type { Phrases } from '../content.ts';
import { readPeriodLabel } from '../period.ts';
import type { ReportedGroup, ReportedTask } from '../report.ts';
import { isUnclear } from '../reporter-cell.ts';
import { type TalliedTask, tallyByGroup, tallyByStatus } from '../tally.ts';
import { fold } from '../text.ts';
import type { FrozenRow } from '../version.ts';
import { hasDifficulty } from './differences.ts';
import { raisedInRow } from './raised.ts';
import { hasProposal, type PlannedTask, reportTask } from './told-task.ts';
import { typedText } from './typed-text.ts';

/** Marks of urgency (Nghị định 30/2020). */
export type Urgency = 'KHẨN' | 'THƯỢNG KHẨN' | 'HỎA TỐC';

interface AdHocRequest {
  /** «ĐX-2024-01». */
  readonly id: string;
  /** What is reported on, after «Kết quả thực hiện». */
  readonly subject: string;
  /** «Công văn số 123/UBND-CA ngày 10/05/2024 của UBND huyện Triệu Sơn»; empty where there is none. */
  readonly basis: string;
  readonly urgency?: Urgency;
  /** From the asking until the units were to have answered. */
  readonly window: { readonly from: Moment; readonly to: Moment };
}

export interface AdHocInput extends AdHocRequest {
  readonly closedAt: Moment;
  /** The rows asked about, as they were frozen; and as they were when it was asked, where that was kept. */
  readonly rows: readonly FrozenRow[];
  readonly asked?: readonly FrozenRow[];
  readonly tasks: readonly PlannedTask[];
  readonly groups: readonly string[];
  readonly groupHeadings?: readonly string[];
  readonly unitNames: readonly string[];
  readonly phrases: Phrases;
  /** Those of them whom the request did not reach. */
  readonly unasked?: readonly string[] | undefined;
}

interface UnitAnswers {
  readonly name: string;
  readonly asked: number;
  readonly answered: number;
  readonly reached: boolean;
}

/** Units that were asked and have not answered all of it, and those whom the request did not reach. No unit is named for a mail that never left. */
export function missingUnits({ units }: Pick<AdHocReport, 'units'>): { late: UnitAnswers[]; unasked: UnitAnswers[] } {
  const missing = units.filter(({ asked, answered }) => answered < asked);
  return { late: missing.filter(({ reached }) => reached), unasked: missing.filter(({ reached }) => !reached) };
}

export interface AdHocReport extends AdHocRequest {
  readonly closedAt: Moment;
  /** `reported`: answered. */
  readonly tasks: readonly ReportedTask[];
  /** Those that have rows among them. */
  readonly groups: readonly Pick<ReportedGroup, 'name' | 'heading' | 'total' | 'byStatus'>[];
  /** `reached`: the request has left. */
  readonly units: readonly UnitAnswers[];
  /** No unit answers for them: given to another unit since they were asked about, or nobody knows who typed in them after that. */
  readonly uncounted: readonly ReportedTask[];
  readonly difficulties: readonly ReportedTask[];
  /** To the commune; `requests` to others (rule 3.12). */
  readonly proposals: readonly ReportedTask[];
  readonly requests: readonly ReportedTask[];
}

export function adHocOf(input: AdHocInput): AdHocReport {
  const { id, subject, basis, urgency, window, closedAt, rows, groups, phrases } = input;
  const plan = new Map(input.tasks.map((task) => [task.code, task]));
  const before = new Map(input.asked?.map((row) => [row.code, row]));
  const view = { asOf: Math.floor(closedAt), units: input.unitNames.map((name) => ({ name })) };
  const told = rows.map((row) => {
    const reported = isAnswered(row, before.get(row.code), window);
    // It has no period: nothing is behind it.
    const { reportedAt } = row.entry;
    // Who came after the time to answer has said something new all the same.
    const raised = raisedInRow(row, reported || (typeof reportedAt === 'number' && reportedAt >= window.from));
    const texts = {
      ...(hasDifficulty(row, phrases) && { difficulty: raised }),
      ...(hasProposal(row, phrases) && { proposal: raised }),
    };
    const { finishedSince: _, ...task } = reportTask({ ...row, reported }, plan.get(row.code), view, phrases, texts);
    return { row, task };
  });
  const isUncounted = ({ row }: (typeof told)[number]) => isGivenOn(row, before.get(row.code)) || isNobodys(row);
  const uncounted = told.filter(isUncounted);
  const tallied = told.map(({ row, task }): TalliedTask & { readonly group: string } => {
    return { status: row.status, group: task.group, row: { group: task.group, accountable: row.accountable } };
  });
  const tasks = told.map(({ task }) => task);
  return {
    id,
    subject: typedText(subject) ?? '',
    basis: typedText(basis) ?? '',
    ...(urgency !== undefined && { urgency }),
    window,
    closedAt,
    tasks,
    groups: tallyByGroup(tallied, groups).flatMap(({ name, total }, i) => {
      const heading = input.groupHeadings?.[i];
      const byStatus = tallyByStatus(tallied.filter(({ group }) => isWord(group, name)));
      return total === 0 ? [] : [{ name, total, byStatus, ...(heading !== undefined && { heading }) }];
    }),
    units: input.unitNames.flatMap((name) => {
      const own = told.filter((one) => isWord(one.row.accountable, name) && !uncounted.includes(one));
      const answered = own.filter(({ task }) => task.reported).length;
      const reached = !input.unasked?.some((one) => isWord(one, name));
      return own.length === 0 ? [] : [{ name, asked: own.length, answered, reached }];
    }),
    uncounted: uncounted.map(({ task }) => task),
    difficulties: told.filter(({ row }) => hasDifficulty(row, phrases)).map(({ task }) => task),
    proposals: tasks.filter(({ proposal, addressee }) => proposal !== undefined && addressee === undefined),
    requests: tasks.filter(({ addressee }) => addressee !== undefined),
  };
}

function isAnswered(row: FrozenRow, before: FrozenRow | undefined, { from, to }: AdHocInput['window']): boolean {
  const { reportedAt } = row.entry;
  if (typeof reportedAt === 'number' && reportedAt >= from && reportedAt <= to) return true;
  // onEdit can miss an edit: what a unit typed counts all the same.
  return before !== undefined && said(row) !== said(before);
}

/** Who has it now was not asked for it; who was cannot answer any more. */
function isGivenOn({ accountable }: FrozenRow, before: FrozenRow | undefined): boolean {
  return before !== undefined && fold(textOf(before.accountable)) !== fold(textOf(accountable));
}

/** What it says may be of the unit that had it before. */
function isNobodys({ entry, reporter }: FrozenRow): boolean {
  const period = readPeriodLabel(textOf(entry.period));
  return period !== undefined && isUnclear(reporter, period);
}

function said({ entry: { period: _period, reportedAt: _at, ...entry } }: FrozenRow): string {
  return JSON.stringify(entry);
}
