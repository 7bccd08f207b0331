// The status (rules 3.*) as formulas of «Nhiệm vụ». The twin of core/status.ts: same cells, same rules, same words; a test holds them equal.
// N() before INT(), because AND() evaluates all its arguments and INT() of a text is an error.
import { INDICATOR_RESULTS } from '../../core/indicator.ts';
import { AWAITED_UNTIL, COUNTS_OVERDUE, DUE_SOON, KINDS, OVERDUE, STATES, STATUS } from '../../core/status.ts';

const text = (words: string) => `"${words}"`;

/**
 * Reported for the open period: now, or in an earlier version of it (rule 5.4). `at` writes the cell of a column of the
 * row; `earlier` the helper cell of the board that has looked through «Lịch sử», `says` the one that has asked Kết quả, once a row.
 */
export function reported(at: (column: string) => string, earlier: string, says: string): string {
  const period = at('period');
  return `OR(AND(OR(${at('state')}<>"";${says}=1);${period}=KyMo;NOT(ISFORMULA(${period})));${earlier}=1)`;
}

/** Row 11's first condition: reported, with a result that says something and is not «Không phát sinh». */
export function hasResult(at: (column: string) => string, earlier: string, says: string): string {
  return `AND(${reported(at, earlier, says)};${at('state')}<>${text(STATES.nothingArose)};${says}=1)`;
}

const own = (column: string) => `[${column}]`;
const earlierVersion = '[@board.earlier]';
const resultSays = '[@board.says]';

const ofTask = '[board.indicator];1;[indicators.task];[code];[indicators.milestone];">0"';
/** Milestones whose indicator is not met, as a helper column of the board gathers them. */
const openMilestones = '[indicators.task];[code];[board.open];">0"';

/** «Hạn áp dụng»: D, in whole days. */
export const APPLIED_DUE =
  `=IF([kind]=${text(KINDS.ongoing)};"";IF(ISNUMBER([extension]);INT([extension]);` +
  `IF(AND([kind]=${text(KINDS.milestones)};COUNTIFS(${ofTask})>0);` +
  `IF(COUNTIFS(${openMilestones})>0;INT(MINIFS([board.open];${openMilestones}));` +
  `INT(MAXIFS([indicators.milestone];${ofTask})));` +
  'IF(ISNUMBER([due]);INT([due]);""))))';

const PAUSED = `AND([state]=${text(STATES.paused)};[evidence]<>"";NOT(ISFORMULA([evidence])))`;
/** A date that is a formula is none (rule 1.14). */
const HAS_DATE = 'AND(ISNUMBER([doneOn]);NOT(ISFORMULA([doneOn])))';
const DATE = 'INT(N([doneOn]))';
const DOES_NOT_COUNT = `[countsOverdue]=${text(COUNTS_OVERDUE.no)}`;

/** Rule 2: a dated task that goes on, finished by its date whatever Tình trạng says. */
const CONTINUES = `AND([kind]=${text(KINDS['dated-then-ongoing'])};${HAS_DATE};${DATE}<=NgayTinh)`;

/** Rule 4: finished in the future, or before its last milestone is met. */
const NOT_YET =
  `OR(AND(${HAS_DATE};${DATE}>NgayTinh);AND([kind]=${text(KINDS.milestones)};COUNTIFS(${ofTask})>0;` +
  `COUNTIFS(${ofTask};[indicators.milestone];MAXIFS([indicators.milestone];${ofTask});` +
  `[indicators.result];${text(INDICATOR_RESULTS.met)})=0))`;

/** A result without Tình trạng counts as Đang thực hiện. */
const DOING = `OR([state]=${text(STATES.done)};[state]=${text(STATES.doing)};AND([state]="";${resultSays}=1))`;

const either = (yes: string, no: string) => `IF(${DOING};${text(yes)};${text(no)})`;

/** The words of the state that counts as Chưa thực hiện; none of the six is no information. */
const NOT_STARTED = `OR(${Object.values(STATES)
  .map((word) => `[state]=${text(word)}`)
  .join(';')})`;
const going = (when: 'Overdue' | 'DueSoon' | 'InTime') =>
  `IF(${DOING};${text(STATUS[`doing${when}`])};` +
  `IF(${NOT_STARTED};${text(STATUS[`notStarted${when}`])};${text(STATUS[`unknown${when}`])}))`;

const ONGOING =
  `IF(AND(${reported(own, earlierVersion, resultSays)};OR([state]<>"";${resultSays}=1));IF(${hasResult(own, earlierVersion, resultSays)};${text(STATUS.ongoingWithResult)};${text(STATUS.ongoingNothing)});` +
  `IF(NgayTinh<ThangKy+NgayChot-${AWAITED_UNTIL + 1};${text(STATUS.ongoingAwaited)};${text(STATUS.ongoingUnreported)}))`;

const FINISHED =
  `IF([appliedDue]="";${text(STATUS.done)};IF(NOT(${HAS_DATE});${text(STATUS.doneDateMissing)};` +
  `IF(${DATE}<=[appliedDue];${text(STATUS.doneOnTime)};` +
  `IF(${DOES_NOT_COUNT};${text(STATUS.doneAfterExpected)};${text(STATUS.doneLate)}))))`;

const WITH_DUE =
  `IF(NgayTinh>[appliedDue];IF(${DOES_NOT_COUNT};${text(STATUS.afterExpected)};` +
  `${going('Overdue')});` +
  `IF(AND([appliedDue]-NgayTinh<=SoNgayCanhBao;NOT(${DOES_NOT_COUNT}));` +
  `${going('DueSoon')};${going('InTime')}))`;

const WITHOUT_DUE =
  `IF([kind]=${text(KINDS.roadmap)};IF(${DOING};${text(STATUS.roadmapDoing)};` +
  `IF([state]=${text(STATES.awaitingGuidance)};${text(STATUS.roadmapAwaiting)};${text(STATUS.roadmapUnknown)}));` +
  `IF([kind]=${text(KINDS['on-request'])};${either(STATUS.onRequestDoing, STATUS.onRequestNothing)};${text(STATUS.unread)}))`;

/** «Trạng thái». */
export const STATUS_FORMULA =
  `=IF(${PAUSED};${text(STATUS.paused)};IF([kind]=${text(KINDS.ongoing)};${ONGOING};` +
  `IF(OR(${CONTINUES};AND([state]=${text(STATES.done)};NOT(${NOT_YET})));${FINISHED};` +
  `IF([appliedDue]<>"";${WITH_DUE};${WITHOUT_DUE}))))`;

/** Finished = Trạng thái begins with Hoàn thành. */
export function finished(status: string): string {
  return `LEFT(${status};${STATUS.done.length})=${text(STATUS.done)}`;
}

/** «Còn lại (ngày)». */
export const DAYS_LEFT = `=IF(OR([appliedDue]="";${finished('[status]')};[status]=${text(STATUS.paused)});"";[appliedDue]-NgayTinh)`;

/** Rank by D among the rows of some statuses, ties in the order of the rows: lists of the board are INDEX(MATCH(k; rank; 0)). */
function rank(statuses: readonly string[]): string {
  const earlier = (status: string) =>
    `COUNTIFS([board.task];1;[tasks.status];${text(status)};[tasks.appliedDue];"<"&N([appliedDue]))`;
  const sameAbove = (status: string) =>
    `COUNTIFS([^board.task];1;[^status];${text(status)};[^appliedDue];[appliedDue])`;
  return (
    `=IF(AND([@board.task]=1;OR(${statuses.map((status) => `[status]=${text(status)}`).join(';')}));` +
    `${[...statuses.map(earlier), ...statuses.map(sameAbove)].join('+')};"")`
  );
}

/** «Thứ tự quá hạn»: the longest overdue first. */
export const OVERDUE_RANK = rank(OVERDUE);
/** «Thứ tự sắp đến hạn»: the nearest first. */
export const DUE_SOON_RANK = rank(DUE_SOON);
