// One frozen row → the task as reports name it: tidied, masked, with what the plan says of it.
import { addresseeOf } from '../addressee.ts';
import type { Day } from '../calendar.ts';
import { type Cell, dayIn, isWord } from '../cell.ts';
import { type Phrases, saysSomething } from '../content.ts';
import type { UnitTally } from '../figures.ts';
import { authorOf } from '../handed-over.ts';
import type { PlanTask } from '../plan.ts';
import type { ReportedTask } from '../report.ts';
import { TOLD_TEXTS } from '../reporter-cell.ts';
import { COUNTS_OVERDUE, daysLeft, isFinished, isOverdue, STATES } from '../status.ts';
import { type FrozenRow, isEmptied, type Version, wasAskedWhy } from '../version.ts';
import { typedText } from './typed-text.ts';

/** What the plan says of a task, and its Loại thời hạn where it is known. */
export interface PlannedTask extends PlanTask {
  /** The word of the column Loại thời hạn. */
  readonly kind?: Cell;
  /** Hạn, Tính quá hạn and Đầu mối at creation, of a plan that has been resolved. */
  readonly due?: Day | null;
  readonly countsOverdue?: boolean;
  readonly accountable?: Cell;
  /** The year from which it is carried over as unfinished; where it is not given, the plan's own words are asked. */
  readonly carriedFrom?: number;
}

/** A row as it is named; a task withdrawn from the plan keeps its code and what was typed. */
export function reportTask(
  row: FrozenRow,
  planned: PlannedTask | undefined,
  version: Pick<Version, 'asOf' | 'asked' | 'askedRows' | 'emptiedOn'> & {
    readonly units: readonly Pick<UnitTally, 'name'>[];
  },
  phrases: Phrases,
  raised: ReportedTask['raised'] = {},
): ReportedTask {
  const { entry } = row;
  const left = daysLeft(row.status, row.due ?? undefined, version.asOf);
  const said = (cell: Cell) => (saysSomething(cell, phrases) ? typedText(cell) : undefined);
  const [result, evidence, difficulty] = [entry.result, entry.evidence, entry.difficulty].map(said);
  const proposal = hasProposal(row, phrases) ? typedText(entry.proposal) : undefined;
  const addressee = addresseeOf(entry.addressee);
  const authors = TOLD_TEXTS.flatMap((text) => {
    const author = authorOf(row, text);
    return author === undefined ? [] : [[text, typedText(author) ?? ''] as const];
  });
  const since = finishedSince(row, version.asOf);
  const emptiedDay = version.emptiedOn?.[row.code];
  const carriedFrom = planned?.carriedFrom ?? carriedFromIn(planned?.content ?? '');
  return {
    code: row.code,
    number: planned?.number ?? 0,
    content: planned?.content ?? '',
    unit: typedText(row.accountable) ?? planned?.lead ?? '',
    status: row.status,
    deadline: planned?.deadline ?? '',
    group: planned?.group ?? groupIn(row.code),
    lead: planned?.lead ?? '',
    coordinating: planned?.coordinating ?? '',
    reported: row.reported,
    owed: row.owed,
    ...(isEmptied(row, phrases) && { emptied: emptiedDay === undefined ? {} : { on: emptiedDay } }),
    assigned: version.units.some(({ name }) => isWord(row.accountable, name)),
    ...(since !== undefined && { finishedSince: since }),
    ...(isUnexplained(row, version, phrases) && { unexplained: true }),
    extended: row.due !== null && dayIn(row.extension) !== undefined,
    ...(row.due !== null && { due: row.due }),
    ...(row.due !== null && isWord(row.countsOverdue, COUNTS_OVERDUE.no) && { expected: true }),
    ...(authors.length > 0 && { authors: Object.fromEntries(authors) }),
    ...(left !== undefined && { daysLeft: left }),
    ...(typeof planned?.kind === 'string' && { kind: planned.kind }),
    ...(typeof entry.progress === 'number' && { progress: entry.progress }),
    ...(typeof entry.doneOn === 'number' && { doneOn: Math.floor(entry.doneOn) }),
    ...(result !== undefined && { result }),
    ...(evidence !== undefined && { evidence }),
    ...(difficulty !== undefined && { difficulty }),
    ...(proposal !== undefined && { proposal }),
    ...(proposal !== undefined && addressee !== 'commune' && { addressee }),
    ...(carriedFrom !== undefined && { carriedFrom }),
    ...(Object.keys(raised).length > 0 && { raised }),
  };
}

/** The day of a finish that counts in a later report. */
export function finishedSince({ entry, status }: FrozenRow, asOf: Day): Day | undefined {
  const doneOn = dayIn(entry.doneOn);
  const isLater = isWord(entry.state, STATES.done) && !isFinished(status) && doneOn !== undefined && doneOn > asOf;
  return isLater ? doneOn : undefined;
}

/** Overdue, not reported finished since, and its unit was asked for the reason and gave none. */
export function isUnexplained(
  row: FrozenRow,
  version: Pick<Version, 'asOf' | 'asked' | 'askedRows'>,
  phrases: Phrases,
): boolean {
  if (!isOverdue(row.status) || saysSomething(row.entry.difficulty, phrases)) return false;
  if (finishedSince(row, version.asOf) !== undefined) return false;
  return wasAskedWhy(version, row);
}

/** «(nhiệm vụ chưa hoàn thành từ năm 2022)», as the plan marks what it carries over. */
function carriedFromIn(content: string): number | undefined {
  const year = /chưa hoàn thành từ năm (\d{4})/iu.exec(content)?.[1];
  return year === undefined ? undefined : Number(year);
}

/** A decision is wanted where Đề xuất says something: nobody decides on «Không có ý kiến.». */
export function hasProposal(row: FrozenRow, phrases: Phrases): boolean {
  return saysSomething(row.entry.proposal, phrases);
}

/** Of a code of the plan: «II.05» is in II. */
export function groupIn(code: string): string {
  return code.split('.')[0] ?? '';
}
