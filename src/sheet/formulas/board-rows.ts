// The hidden helper columns of «Tổng hợp»: they stand in the same rows as «Nhiệm vụ» (and «Chỉ tiêu») and answer one question a row; the
// figures only count them. What figures ask of a row is repeated there too: a range of one tab beside a range of another no longer fits
// it as soon as somebody deletes or inserts a row, and counts the wrong rows or none.
import { INDICATOR_RESULTS } from '../../core/indicator.ts';
import { COUNTS_OVERDUE, KINDS, STATUS } from '../../core/status.ts';
import { saysSomething } from './content.ts';
import { finished, hasResult, IS_STALE, reported, STATUS_FORMULA } from './status.ts';

const at = (column: string) => `[@tasks.${column}]`;
const isKind = (kind: string) => `${at('kind')}="${kind}"`;
const deadline = 'DATE(YEAR(ThangKy);MONTH(ThangKy);NgayChot)';

/** 1 where the row is the first that carries a key the plan knows: rows people added or copied count in nothing. */
function isOurs(keys: string, key: string): string {
  return `=IF([${key}]="";0;IF(SUMPRODUCT(([board.${keys}]=[${key}])*1)=0;0;IF(COUNTIFS([^${key}];[${key}])=1;1;0)))`;
}

/** What stands in another tab's cell of the row; an empty cell is no 0. */
const same = (cell: string) => `=IF([@${cell}]="";"";[@${cell}])`;

/** 1 where the row is ours and nothing its figures and lists are made of is an error: what it refers to was deleted, or cut out. */
function isSound(isOne: string, cells: readonly string[]): string {
  return `=IF(OR(${cells.map((cell) => `ISERROR(${cell})`).join(';')});0;[${isOne}])`;
}

/** The row number at a key of the plan that no sound row carries; empty where one does. Of the column of keys. */
const lost = (keys: string, key: string, sound: string) =>
  `=IF(COUNTIFS([board.${key}];[${keys}];[board.${sound}];1)=0;ROW();"")`;

/** One formula a row of «Nhiệm vụ», in the same row; 1 or 0. */
export const TASK_HELPERS: Readonly<
  Record<
    | 'task'
    | 'earlier'
    | 'says'
    | 'status'
    | 'notUpdated'
    | 'counts'
    | 'owed'
    | 'reported'
    | 'onTime'
    | 'ongoing'
    | 'result'
    | 'difficulty',
    string
  >
> = {
  task: isOurs('codes', 'code'),
  // «Lịch sử» grows for years: it is looked through only where the open period has been closed before.
  earlier:
    `=IF(OR(SoBanKyMo=0;[task]=0);0;IF(COUNTIFS([history.period];KyMo;[history.code];${at('code')};` +
    // Frozen with Có or Không where the row was reported, as it was judged then.
    '[history.onTime];"<>")>0;1;0))',
  says: `=IF(${saysSomething(at('result'))};1;0)`,
  status: STATUS_FORMULA,
  notUpdated: IS_STALE,
  counts: `=IF(AND([task]=1;[status]<>"${STATUS.paused}";${at('countsOverdue')}<>"${COUNTS_OVERDUE.no}");1;0)`,
  owed:
    `=IF(OR([task]=0;[status]="${STATUS.paused}";AND([reported]=0;${finished('[status]')}));0;` +
    `IF(AND(COUNTIFS([history.period];KyTruocChot;[history.version];BanTruocChot;[history.code];${at('code')};` +
    `[history.status];"${STATUS.done}*";[history.doneOn];">0")>0;NOT(${isKind(KINDS['dated-then-ongoing'])}));0;` +
    `IF(AND(OR(${isKind(KINDS.roadmap)};${isKind(KINDS['on-request'])});${at('appliedDue')}="";` +
    'NOT(OR(MONTH(ThangKy)=6;MONTH(ThangKy)=12)));0;1)))',
  reported: `=IF([task]=0;0;IF(${reported(at, '[earlier]', '[says]')};1;0))`,
  onTime:
    `=IF([task]=0;0;IF(NOT(${reported(at, '[earlier]', '[says]')});0;IF(IFERROR(KyDaGhi=KyMo;1=0);IF(${at('onTimeFor')}=KyMo;1;0);` +
    `IF(AND(ISNUMBER(${at('reportedAt')});NOT(ISFORMULA(${at('reportedAt')})));IF(N(${at('reportedAt')})<${deadline};1;0);1))))`,
  ongoing:
    `=IF(AND([task]=1;[status]<>"${STATUS.paused}";OR(${isKind(KINDS.ongoing)};` +
    `AND(${isKind(KINDS['dated-then-ongoing'])};${finished('[status]')})));1;0)`,
  result: `=IF([ongoing]=0;0;IF(${hasResult(at, '[earlier]', '[says]')};1;0))`,
  difficulty: `=IF(OR([task]=0;${finished('[status]')});0;IF(${saysSomething(at('difficulty'))};1;0))`,
};

/** What figures and lists ask of a row besides; behind all other helper columns, which sheets of before have where they are. */
export const TASK_COPIES: Readonly<
  Record<'code' | 'group' | 'accountable' | 'reporter' | 'due' | 'extension' | 'continued' | 'sound', string>
> = {
  code: same('tasks.code'),
  group: same('tasks.group'),
  accountable: same('tasks.accountable'),
  reporter: same('tasks.reporter'),
  due: same('tasks.appliedDue'),
  extension: same('tasks.extension'),
  /** Ongoing work that had a date before. */
  continued: `=IF(AND([ongoing]=1;NOT(${isKind(KINDS.ongoing)}));1;0)`,
  sound: isSound('task', [
    ...['[task]', '[status]', '[counts]', '[owed]', '[onTime]', '[result]', '[difficulty]'],
    ...['[group]', '[accountable]', '[reporter]', '[due]', '[extension]', '[continued]'],
    ...[at('overdueRank'), at('dueSoonRank')],
  ]),
};

const ofIndicator = '[board.indicator];1;[board.ofTask];[ofTask];[board.name];[name]';
const ahead = `${ofIndicator};[board.milestone];">="&NgayTinh`;
const hasData = `OR([@indicators.result]="${INDICATOR_RESULTS.met}";[@indicators.result]="${INDICATOR_RESULTS.missed}")`;
const isFresh =
  'AND(ISNUMBER([@indicators.enteredOn]);NOT(ISFORMULA([@indicators.enteredOn]));' +
  'N([@indicators.enteredOn])>=DATE(YEAR(ThangKy);MONTH(ThangKy)-2;NgayChot))';

/** One formula a row of «Chỉ tiêu», in the same row. */
export const INDICATOR_HELPERS: Readonly<
  Record<'indicator' | 'open' | 'current' | 'counted' | 'met' | 'stale', string>
> = {
  indicator: isOurs('ids', 'id'),
  open:
    '=IF(AND([indicator]=1;ISNUMBER([@indicators.milestone]);N([@indicators.milestone])>0;' +
    `[@indicators.result]<>"${INDICATOR_RESULTS.met}");[@indicators.milestone];"")`,
  current:
    '=IF([indicator]=0;0;IF(NOT(ISNUMBER([@indicators.milestone]));1;' +
    `IF([@indicators.milestone]=IF(COUNTIFS(${ahead})>0;MINIFS([board.milestone];${ahead});` +
    `MAXIFS([board.milestone];${ofIndicator}));1;0)))`,
  counted: `=IF(AND([current]=1;${hasData};${isFresh});1;0)`,
  met: `=IF(AND([counted]=1;[@indicators.result]="${INDICATOR_RESULTS.met}");1;0)`,
  stale: `=IF(AND([current]=1;${hasData};NOT(${isFresh}));1;0)`,
};

/** The same of a target. */
export const INDICATOR_COPIES: Readonly<
  Record<'id' | 'ofTask' | 'name' | 'milestone' | 'verdict' | 'soundLine', string>
> = {
  id: same('indicators.id'),
  ofTask: same('indicators.task'),
  name: same('indicators.name'),
  milestone: same('indicators.milestone'),
  verdict: same('indicators.result'),
  soundLine: isSound('indicator', ['[indicator]', '[open]', '[met]', '[stale]', '[ofTask]', '[name]', '[verdict]']),
};

/** One formula a key of the plan, beside it. */
export const LOST_HELPERS = {
  codes: { key: 'lostTasks', formula: lost('codes', 'code', 'sound') },
  ids: { key: 'lostIndicators', formula: lost('ids', 'id', 'soundLine') },
} as const;
