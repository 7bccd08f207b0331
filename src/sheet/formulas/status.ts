// The status (rules 3.*) as formulas of «Nhiệm vụ». The twin of core/status.ts: same cells, same rules, same words; a test holds them equal.
// Trạng thái itself stands in a helper column of «Tổng hợp», where everything counts it; «Nhiệm vụ» shows it, with words behind it where the row is
// stale. N() before INT(), because AND() evaluates all its arguments and INT() of a text is an error.
import { INDICATOR_RESULTS } from '../../core/indicator.ts';
import { WARNING_DAYS } from '../../core/settings.ts';
import { STALE } from '../../core/stale.ts';
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

const own = (column: string) => `[@tasks.${column}]`;
const earlierVersion = '[@board.earlier]';
const resultSays = '[@board.says]';

const ofTask = '[board.indicator];1;[board.ofTask];[@tasks.code];[board.milestone];">0"';
/** Milestones whose indicator is not met, as a helper column of the board gathers them. */
const openMilestones = '[board.ofTask];[@tasks.code];[board.open];">0"';

/** «Hạn áp dụng»: D, in whole days. */
export const APPLIED_DUE =
  `=IF([@tasks.kind]=${text(KINDS.ongoing)};"";IF(ISNUMBER([@tasks.extension]);INT([@tasks.extension]);` +
  `IF(AND([@tasks.kind]=${text(KINDS.milestones)};COUNTIFS(${ofTask})>0);` +
  `IF(COUNTIFS(${openMilestones})>0;INT(MINIFS([board.open];${openMilestones}));` +
  `INT(MAXIFS([board.milestone];${ofTask})));` +
  'IF(ISNUMBER([@tasks.due]);INT([@tasks.due]);""))))';

const PAUSED = `AND([@tasks.state]=${text(STATES.paused)};[@tasks.evidence]<>"";NOT(ISFORMULA([@tasks.evidence])))`;
/** A date that is a formula is none (rule 1.14). */
const HAS_DATE = 'AND(ISNUMBER([@tasks.doneOn]);NOT(ISFORMULA([@tasks.doneOn])))';
const DATE = 'INT(N([@tasks.doneOn]))';
const DOES_NOT_COUNT = `[@tasks.countsOverdue]=${text(COUNTS_OVERDUE.no)}`;

/** Rule 2: a dated task that goes on, finished by its date whatever Tình trạng says. */
const CONTINUES = `AND([@tasks.kind]=${text(KINDS['dated-then-ongoing'])};${HAS_DATE};${DATE}<=NgayTinh)`;

/** Rule 4: finished in the future, or before its last milestone is met. */
const NOT_YET =
  `OR(AND(${HAS_DATE};${DATE}>NgayTinh);AND([@tasks.kind]=${text(KINDS.milestones)};COUNTIFS(${ofTask})>0;` +
  `COUNTIFS(${ofTask};[board.milestone];MAXIFS([board.milestone];${ofTask});` +
  `[board.verdict];${text(INDICATOR_RESULTS.met)})=0))`;

/** A result without Tình trạng counts as Đang thực hiện. */
const DOING = `OR([@tasks.state]=${text(STATES.done)};[@tasks.state]=${text(STATES.doing)};AND([@tasks.state]="";${resultSays}=1))`;

const either = (yes: string, no: string) => `IF(${DOING};${text(yes)};${text(no)})`;

/** The words of the state that counts as Chưa thực hiện; none of the six is no information. */
const NOT_STARTED = `OR(${Object.values(STATES)
  .map((word) => `[@tasks.state]=${text(word)}`)
  .join(';')})`;
const going = (when: 'Overdue' | 'DueSoon' | 'InTime') =>
  `IF(${DOING};${text(STATUS[`doing${when}`])};` +
  `IF(${NOT_STARTED};${text(STATUS[`notStarted${when}`])};${text(STATUS[`unknown${when}`])}))`;

const ONGOING =
  `IF(AND(${reported(own, earlierVersion, resultSays)};OR([@tasks.state]<>"";${resultSays}=1));IF(${hasResult(own, earlierVersion, resultSays)};${text(STATUS.ongoingWithResult)};${text(STATUS.ongoingNothing)});` +
  `IF(NgayTinh<ThangKy+NgayChot-${AWAITED_UNTIL + 1};${text(STATUS.ongoingAwaited)};${text(STATUS.ongoingUnreported)}))`;

const FINISHED =
  `IF([@tasks.appliedDue]="";${text(STATUS.done)};IF(NOT(${HAS_DATE});${text(STATUS.doneDateMissing)};` +
  `IF(${DATE}<=[@tasks.appliedDue];${text(STATUS.doneOnTime)};` +
  `IF(${DOES_NOT_COUNT};${text(STATUS.doneAfterExpected)};${text(STATUS.doneLate)}))))`;

const WITH_DUE =
  `IF(NgayTinh>[@tasks.appliedDue];IF(${DOES_NOT_COUNT};${text(STATUS.afterExpected)};` +
  `${going('Overdue')});` +
  `IF(AND([@tasks.appliedDue]-NgayTinh<=IFERROR(SoNgayCanhBao;${WARNING_DAYS});NOT(${DOES_NOT_COUNT}));` +
  `${going('DueSoon')};${going('InTime')}))`;

const WITHOUT_DUE =
  `IF([@tasks.kind]=${text(KINDS.roadmap)};IF(${DOING};${text(STATUS.roadmapDoing)};` +
  `IF([@tasks.state]=${text(STATES.awaitingGuidance)};${text(STATUS.roadmapAwaiting)};${text(STATUS.roadmapUnknown)}));` +
  `IF([@tasks.kind]=${text(KINDS['on-request'])};${either(STATUS.onRequestDoing, STATUS.onRequestNothing)};${text(STATUS.unread)}))`;

/** Trạng thái, one of the words of core/status.ts: a helper column of the board. */
export const STATUS_FORMULA =
  `=IF(${PAUSED};${text(STATUS.paused)};IF([@tasks.kind]=${text(KINDS.ongoing)};${ONGOING};` +
  `IF(OR(${CONTINUES};AND([@tasks.state]=${text(STATES.done)};NOT(${NOT_YET})));${FINISHED};` +
  `IF([@tasks.appliedDue]<>"";${WITH_DUE};${WITHOUT_DUE}))))`;

/** Finished = Trạng thái begins with Hoàn thành. */
export function finished(status: string): string {
  return `LEFT(${status};${STATUS.done.length})=${text(STATUS.done)}`;
}

/** 1 where the row is owed, not reported, and no longer awaited: core/stale.ts. A helper column of the board. */
export const IS_STALE = `=IF(AND([owed]=1;[reported]=0;[@tasks.accountable]<>"";NgayTinh>=ThangKy+NgayChot-${AWAITED_UNTIL + 1});1;0)`;

/** «Trạng thái», as people see it. */
export const SHOWN_STATUS = `=[@board.status]&IF(AND([@board.notUpdated]=1;[@board.status]<>${text(STATUS.ongoingUnreported)});${text(` – ${STALE}`)};"")`;

const DAYS = 'IF(NgayTinh>[appliedDue];"quá "&(NgayTinh-[appliedDue]);[appliedDue]-NgayTinh)';
/** «Còn lại (ngày)»: a number, or words where the row is stale. */
export const DAYS_LEFT =
  `=IF([@board.notUpdated]=1;IF([appliedDue]="";"";${DAYS}&" – ")&${text(STALE)};` +
  `IF(OR([appliedDue]="";${finished('[@board.status]')};[@board.status]=${text(STATUS.paused)});"";[appliedDue]-NgayTinh))`;

/** Rank by D among the rows of some statuses, ties in the order of the rows: lists of the board are INDEX(MATCH(k; rank; 0)). */
function rank(statuses: readonly string[]): string {
  const earlier = (status: string) =>
    `COUNTIFS([board.task];1;[board.status];${text(status)};[board.due];"<"&N([appliedDue]))`;
  const sameAbove = (status: string) =>
    `COUNTIFS([^board.task];1;[^board.status];${text(status)};[^board.due];[appliedDue])`;
  return (
    `=IF(AND([@board.task]=1;OR(${statuses.map((status) => `[@board.status]=${text(status)}`).join(';')}));` +
    `${[...statuses.map(earlier), ...statuses.map(sameAbove)].join('+')};"")`
  );
}

/** «Thứ tự quá hạn»: the longest overdue first. */
export const OVERDUE_RANK = rank(OVERDUE);
/** «Thứ tự sắp đến hạn»: the nearest first. */
export const DUE_SOON_RANK = rank(DUE_SOON);
