// Trạng thái: the status a row has on a day, derived from its raw cells alone (rules 3.*). The sheet's own formula
// (sheet/formulas/status.ts) sees the same cells and must say the same on every workbook; a test holds the two together.
import type { Day } from './calendar.ts';
import { type Cell, dayIn, isEmpty, isWord } from './cell.ts';
import { type Phrases, saysSomething } from './content.ts';
import type { Milestones } from './indicator.ts';
import { deadlineOf, type Period, type PeriodRules, periodLabel } from './period.ts';

/** Tình trạng: what a unit chooses. */
export const STATES = {
  notStarted: 'Chưa thực hiện',
  doing: 'Đang thực hiện',
  done: 'Hoàn thành',
  nothingArose: 'Không phát sinh',
  awaitingGuidance: 'Chờ hướng dẫn',
  paused: 'Tạm dừng',
} as const;

/** Loại thời hạn, as the column holds it. */
export const KINDS = {
  dated: 'Có thời hạn',
  ongoing: 'Thường xuyên',
  'dated-then-ongoing': 'Có thời hạn, sau đó thường xuyên',
  roadmap: 'Theo lộ trình',
  'on-request': 'Khi có yêu cầu',
  milestones: 'Theo mốc',
  unread: 'Chưa đọc được',
} as const;

/** Tính quá hạn; anything but «Không» is «Có». */
export const COUNTS_OVERDUE = { yes: 'Có', no: 'Không' } as const;

/**
 * Trạng thái: what the row is, in the order of the rules. «finished» = begins with Hoàn thành. The words may be mended; the keys stand
 * in ledgers and records of closed versions, and are never renamed or used for something else.
 */
export const STATUS = {
  paused: 'Tạm dừng',
  done: 'Hoàn thành',
  doneDateMissing: 'Hoàn thành – thiếu ngày',
  doneOnTime: 'Hoàn thành đúng hạn',
  doneAfterExpected: 'Hoàn thành sau thời gian dự kiến',
  doneLate: 'Hoàn thành quá hạn',
  afterExpected: 'Quá thời gian dự kiến',
  doingOverdue: 'Đang thực hiện quá hạn',
  notStartedOverdue: 'Chưa thực hiện quá hạn',
  unknownOverdue: 'Chưa có thông tin – quá hạn',
  doingDueSoon: 'Đang thực hiện – sắp đến hạn',
  notStartedDueSoon: 'Chưa thực hiện – sắp đến hạn',
  unknownDueSoon: 'Chưa có thông tin – sắp đến hạn',
  doingInTime: 'Đang thực hiện trong hạn',
  notStartedInTime: 'Chưa thực hiện trong hạn',
  unknownInTime: 'Chưa có thông tin – trong hạn',
  ongoingWithResult: 'Thường xuyên – có kết quả',
  ongoingNothing: 'Thường xuyên – không phát sinh',
  ongoingAwaited: 'Thường xuyên – chờ báo cáo',
  ongoingUnreported: 'Thường xuyên – chưa báo cáo',
  roadmapDoing: 'Theo lộ trình – đang thực hiện',
  roadmapAwaiting: 'Theo lộ trình – chờ hướng dẫn',
  roadmapUnknown: 'Theo lộ trình – chưa có thông tin',
  onRequestDoing: 'Khi có yêu cầu – đang thực hiện',
  onRequestNothing: 'Khi có yêu cầu – chưa phát sinh',
  unread: 'Chưa đọc được thời hạn',
} as const;
export type StatusCode = keyof typeof STATUS;
export type Status = (typeof STATUS)[StatusCode];

/** The raw cells the status sees. */
export interface StatusCells {
  readonly state: Cell;
  readonly result: Cell;
  readonly doneOn: Cell;
  readonly evidence: Cell;
  /** Kỳ báo cáo. */
  readonly period: Cell;
  readonly due: Cell;
  readonly kind: Cell;
  readonly countsOverdue: Cell;
  readonly extension: Cell;
}

/** What is outside the row. */
export interface StatusContext {
  readonly asOf: Day;
  /** The period for which «reported» is asked: the open one in the live view, the closed one in a version. */
  readonly period: Period;
  readonly rules: PeriodRules;
  /** D − as-of up to which a row is «sắp đến hạn». */
  readonly warningDays: number;
  /** What says nothing, CAX's own phrases among it (rule 3.8). */
  readonly phrases: Phrases;
  /** Milestones of this row's task in «Chỉ tiêu»; undefined where it has none. */
  readonly milestones?: Milestones | undefined;
  /** It was reported for the period in an earlier version of it (rule 5.4). */
  readonly reportedBefore?: boolean | undefined;
}

/** So many days before the closing day of its period an unreported ongoing row is «chưa báo cáo», no longer «chờ báo cáo». */
export const AWAITED_UNTIL = 6;

/** D of rule 3.4, «Hạn áp dụng»: the date that counts, or undefined. */
export function appliedDue(cells: StatusCells, milestones: Milestones | undefined): Day | undefined {
  if (isWord(cells.kind, KINDS.ongoing)) return undefined;
  const extension = dayIn(cells.extension);
  if (extension !== undefined) return extension;
  if (isWord(cells.kind, KINDS.milestones) && milestones) return milestones.due;
  return dayIn(cells.due);
}

type Reporting = Pick<StatusContext, 'period' | 'phrases' | 'reportedBefore'>;

/** True where the row counts as reported for the period (rule 5.4): with a Tình trạng, or a Kết quả that says something. */
export function isReported(cells: StatusCells, context: Reporting): boolean {
  if (context.reportedBefore) return true;
  if (!isWord(cells.period, periodLabel(context.period))) return false;
  return !isEmpty(cells.state) || saysSomething(cells.result, context.phrases);
}

/** A result without Tình trạng counts as Đang thực hiện (rule 3.6). */
export function isStateLeftOut({ state, result }: Pick<StatusCells, 'state' | 'result'>, phrases: Phrases): boolean {
  return isEmpty(state) && saysSomething(result, phrases);
}

/** Row 11's first condition: reported, and the result says something other than «Không phát sinh». */
export function hasResult(cells: StatusCells, context: Reporting): boolean {
  if (!isReported(cells, context) || isWord(cells.state, STATES.nothingArose)) return false;
  return saysSomething(cells.result, context.phrases);
}

const stateWords: readonly string[] = Object.values(STATES);

/** One of the six words of Tình trạng. */
export function isKnownState(state: Cell): boolean {
  return stateWords.some((word) => isWord(state, word));
}

/** Of a row with D that is not finished: what is done about it. */
type Going = 'doing' | 'notStarted' | 'unknown';

/** Tạm dừng needs Minh chứng; without it the row counts as Chưa thực hiện. One that says nothing is named at the row. */
function isPaused(cells: StatusCells): boolean {
  return isWord(cells.state, STATES.paused) && !isEmpty(cells.evidence);
}

/** The status of a row; the comments number the rows of the table of rule 3.9. */
export function statusOf(cells: StatusCells, context: StatusContext): Status {
  const { asOf, warningDays, milestones } = context;
  const paused = isPaused(cells);
  if (paused) return STATUS.paused; // 3 (and 1)
  if (isWord(cells.kind, KINDS.ongoing)) return ongoingStatus(cells, context); // 1, 11, 12

  const due = appliedDue(cells, milestones);
  const doneOn = dayIn(cells.doneOn);
  const counts = !isWord(cells.countsOverdue, COUNTS_OVERDUE.no);
  const continues = isWord(cells.kind, KINDS['dated-then-ongoing']) && doneOn !== undefined && doneOn <= asOf; // 2
  const saysDone = isWord(cells.state, STATES.done);
  const notYet =
    (doneOn !== undefined && doneOn > asOf) ||
    (isWord(cells.kind, KINDS.milestones) && milestones !== undefined && !milestones.lastMet); // 4
  if (continues || (saysDone && !notYet)) {
    if (due === undefined) return STATUS.done; // 5
    if (doneOn === undefined) return STATUS.doneDateMissing;
    if (doneOn <= due) return STATUS.doneOnTime;
    return counts ? STATUS.doneLate : STATUS.doneAfterExpected; // 6
  }
  const doing = saysDone || isWord(cells.state, STATES.doing) || isStateLeftOut(cells, context.phrases);
  const going: Going = doing ? 'doing' : isKnownState(cells.state) ? 'notStarted' : 'unknown';
  if (due !== undefined) {
    if (asOf > due && !counts) return STATUS.afterExpected; // 7
    if (asOf > due) return STATUS[`${going}Overdue`]; // 8
    if (due - asOf <= warningDays && counts) return STATUS[`${going}DueSoon`]; // 9
    return STATUS[`${going}InTime`]; // 10
  }
  if (isWord(cells.kind, KINDS.roadmap)) {
    if (doing) return STATUS.roadmapDoing; // 13
    return isWord(cells.state, STATES.awaitingGuidance) ? STATUS.roadmapAwaiting : STATUS.roadmapUnknown;
  }
  if (isWord(cells.kind, KINDS['on-request'])) return doing ? STATUS.onRequestDoing : STATUS.onRequestNothing; // 14
  return STATUS.unread; // 15
}

/**
 * Whether the status of a row that is neither done, nor doing, nor paused tells how it goes with its deadline: «Chưa thực hiện…», «Chưa có
 * thông tin – …». Of ongoing work, of what goes on and of what is past an expected time the status says something else.
 */
export function goesByState(
  cells: Pick<StatusCells, 'kind' | 'doneOn' | 'countsOverdue'>,
  due: Day | undefined,
  asOf: Day,
): boolean {
  if (due === undefined || isWord(cells.kind, KINDS.ongoing)) return false;
  const doneOn = dayIn(cells.doneOn);
  if (isWord(cells.kind, KINDS['dated-then-ongoing']) && doneOn !== undefined && doneOn <= asOf) return false;
  return asOf <= due || !isWord(cells.countsOverdue, COUNTS_OVERDUE.no);
}

function ongoingStatus(cells: StatusCells, context: StatusContext): Status {
  // Emptied since it was closed: that nothing arose, nobody has said.
  const isEmptied = isEmpty(cells.state) && !saysSomething(cells.result, context.phrases);
  if (isReported(cells, context) && !isEmptied)
    return hasResult(cells, context) ? STATUS.ongoingWithResult : STATUS.ongoingNothing;
  return context.asOf < deadlineOf(context.period, context.rules) - AWAITED_UNTIL
    ? STATUS.ongoingAwaited
    : STATUS.ongoingUnreported;
}

/** Finished = Trạng thái begins with Hoàn thành. */
export function isFinished(status: string): boolean {
  return status.toLowerCase().startsWith(STATUS.done.toLowerCase());
}

/** Past D and counted. */
export const OVERDUE: readonly string[] = [STATUS.doingOverdue, STATUS.notStartedOverdue, STATUS.unknownOverdue];
export const DUE_SOON: readonly Status[] = [STATUS.doingDueSoon, STATUS.notStartedDueSoon, STATUS.unknownDueSoon];
/** With D, and nobody has said anything of it (rule 3.7). */
export const NO_INFORMATION: readonly string[] = [STATUS.unknownInTime, STATUS.unknownDueSoon, STATUS.unknownOverdue];

/** Nobody has said anything of it. */
export function hasNoInformation(status: string): boolean {
  return NO_INFORMATION.includes(status);
}

/** Red: past D and counted. */
export function isOverdue(status: string): boolean {
  return OVERDUE.includes(status);
}

export function isDueSoon(status: string): boolean {
  return DUE_SOON.some((word) => word === status);
}

/** «Còn lại (ngày)»: D − as-of; undefined when finished, paused or undated. */
export function daysLeft(status: Status, due: Day | undefined, asOf: Day): number | undefined {
  return due === undefined || isFinished(status) || status === STATUS.paused ? undefined : due - asOf;
}
