// The figures (rules 4.*) as formulas of «Tổng hợp»: the twin of core/figures.ts and core/tally.ts; a test holds them equal.
// Hidden helper columns stand in the same rows as «Nhiệm vụ» (and «Chỉ tiêu») and answer one question a row; the figures
// only count them.
import { BESIDE, type FigureCode, NO_DATA, NOTHING, NOTHING_DUE, PERCENT_FROM } from '../../core/figures.ts';
import { INDICATOR_RESULTS } from '../../core/indicator.ts';
import { PLAN_RULES } from '../../core/period.ts';
import {
  CHAIRMANS_MAIL,
  causeAround,
  NO_ADDRESS,
  NOT_LEAVING,
  OTHER_MAIL,
  type SendingCause,
} from '../../core/sending-causes.ts';
import { FIRST_DAY, LAST_DAY } from '../../core/settings.ts';
import { COUNTS_OVERDUE, KINDS, OVERDUE, STATUS } from '../../core/status.ts';
import { VERSION_KINDS } from '../../core/version.ts';
import { addressesTest } from '../layout/addresses.ts';
import { ALL_PHRASES, saysSomething } from './content.ts';
import { finished, hasResult, IS_STALE, reported, STATUS_FORMULA } from './status.ts';

const at = (column: string) => `[@tasks.${column}]`;
const isKind = (kind: string) => `${at('kind')}="${kind}"`;
const deadline = 'DATE(YEAR(ThangKy);MONTH(ThangKy);NgayChot)';

/** 1 where the row is the first that carries a key the plan knows: rows people added or copied count in nothing. */
function isOurs(keys: string, key: string): string {
  return `=IF([@${key}]="";0;IF(SUMPRODUCT(([board.${keys}]=[@${key}])*1)=0;0;IF(COUNTIFS([^${key}];[@${key}])=1;1;0)))`;
}

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
  task: isOurs('codes', 'tasks.code'),
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
    `=IF([task]=0;0;IF(NOT(${reported(at, '[earlier]', '[says]')});0;IF(KyDaGhi=KyMo;IF(${at('onTimeFor')}=KyMo;1;0);` +
    `IF(AND(ISNUMBER(${at('reportedAt')});NOT(ISFORMULA(${at('reportedAt')})));IF(N(${at('reportedAt')})<${deadline};1;0);1))))`,
  ongoing:
    `=IF(AND([task]=1;[status]<>"${STATUS.paused}";OR(${isKind(KINDS.ongoing)};` +
    `AND(${isKind(KINDS['dated-then-ongoing'])};${finished('[status]')})));1;0)`,
  result: `=IF([ongoing]=0;0;IF(${hasResult(at, '[earlier]', '[says]')};1;0))`,
  difficulty: `=IF(OR([task]=0;${finished('[status]')});0;IF(${saysSomething(at('difficulty'))};1;0))`,
};

const ofIndicator = '[board.indicator];1;[indicators.task];[@indicators.task];[indicators.name];[@indicators.name]';
const ahead = `${ofIndicator};[indicators.milestone];">="&NgayTinh`;
const hasData = `OR([@indicators.result]="${INDICATOR_RESULTS.met}";[@indicators.result]="${INDICATOR_RESULTS.missed}")`;
const isFresh =
  'AND(ISNUMBER([@indicators.enteredOn]);NOT(ISFORMULA([@indicators.enteredOn]));' +
  'N([@indicators.enteredOn])>=DATE(YEAR(ThangKy);MONTH(ThangKy)-2;NgayChot))';

/** One formula a row of «Chỉ tiêu», in the same row. */
export const INDICATOR_HELPERS: Readonly<
  Record<'indicator' | 'open' | 'current' | 'counted' | 'met' | 'stale', string>
> = {
  indicator: isOurs('ids', 'indicators.id'),
  open:
    '=IF(AND([indicator]=1;ISNUMBER([@indicators.milestone]);N([@indicators.milestone])>0;' +
    `[@indicators.result]<>"${INDICATOR_RESULTS.met}");[@indicators.milestone];"")`,
  current:
    '=IF([indicator]=0;0;IF(NOT(ISNUMBER([@indicators.milestone]));1;' +
    `IF([@indicators.milestone]=IF(COUNTIFS(${ahead})>0;MINIFS([indicators.milestone];${ahead});` +
    `MAXIFS([indicators.milestone];${ofIndicator}));1;0)))`,
  counted: `=IF(AND([current]=1;${hasData};${isFresh});1;0)`,
  met: `=IF(AND([counted]=1;[@indicators.result]="${INDICATOR_RESULTS.met}");1;0)`,
  stale: `=IF(AND([current]=1;${hasData};NOT(${isFresh}));1;0)`,
};

const ofPlan = '[board.task];1';
const counted = '[board.counts];1';
const isDone = `[board.status];"${STATUS.done}*"`;
const pastDue = `[tasks.appliedDue];"<"&NgayTinh;${counted}`;
const ofYear = `${ofPlan};[tasks.appliedDue];">="&DATE(NamKeHoach;1;1);[tasks.appliedDue];"<="&DATE(NamKeHoach;12;31)`;

interface FigureFormulas {
  readonly part: string;
  readonly whole: string;
  /** Printed where the whole is 0. */
  readonly none: string;
  readonly beside?: { readonly words: string; readonly count: string };
}

export const FIGURE_FORMULAS: Readonly<Record<FigureCode, FigureFormulas>> = {
  K1: {
    part: `=COUNTIFS(${pastDue};${isDone})`,
    whole: `=COUNTIFS(${pastDue})`,
    none: NOTHING_DUE,
    beside: { words: BESIDE.early, count: `=COUNTIFS([tasks.appliedDue];">="&NgayTinh;${counted};${isDone})` },
  },
  K2: {
    part: `=COUNTIFS(${pastDue};[board.status];"${STATUS.doneOnTime}")`,
    whole: `=COUNTIFS(${pastDue})`,
    none: NOTHING_DUE,
    beside: {
      words: BESIDE.extended,
      count: `=COUNTIFS(${pastDue};[board.status];"${STATUS.doneOnTime}";[tasks.extension];">0")`,
    },
  },
  K3: { part: `=COUNTIFS(${ofYear};${isDone})`, whole: `=COUNTIFS(${ofYear})`, none: NOTHING },
  K4: {
    part: '=SUM([board.result])',
    whole: '=SUM([board.ongoing])',
    none: NOTHING,
    beside: {
      words: BESIDE.continued,
      count: `=SUM([board.ongoing])-COUNTIFS([board.ongoing];1;[tasks.kind];"${KINDS.ongoing}")`,
    },
  },
  K5: {
    part: '=COUNTIFS([units.owed];">0";[units.missing];0)',
    whole: '=COUNTIFS([units.owed];">0")',
    none: NOTHING,
  },
  K6: {
    part: '=SUMPRODUCT(([units.owed]>0)*([units.onTime]=[units.owed]))',
    whole: '=COUNTIFS([units.owed];">0")',
    none: NOTHING,
  },
  K7: {
    part: '=SUM([board.met])',
    whole: '=SUM([board.counted])',
    none: NO_DATA,
    beside: { words: BESIDE.stale, count: '=SUM([board.stale])' },
  },
  K8: {
    part: '=SUM([board.difficulty])',
    whole: `=SUM([board.task])-COUNTIFS(${ofPlan};${isDone})`,
    none: NOTHING,
  },
};

/** «3/4», «9/10 (90%)», or words; part and whole are cells of the same row. Tenths by whole numbers: no decimal formats. */
export function figureText(none: string): string {
  const tenths = 'ROUND([part]*1000/[whole];0)';
  return (
    `=IF([whole]=0;"${none}";[part]&"/"&[whole]&IF([whole]>=${PERCENT_FROM};` +
    `" ("&INT(${tenths}/10)&IF(MOD(${tenths};10)=0;"";","&MOD(${tenths};10))&"%)";""))`
  );
}

/** Words with their count in the place of #. */
export function besideText(words: string): string {
  const [front = '', behind = ''] = words.split('#');
  return `=IF([beside]=0;"";"${front}"&IF([beside]<10;"0";"")&[beside]&"${behind}")`;
}

export const BAR = '=IF([whole]=0;"";REPT("█";ROUND([part]*20/[whole];0))&REPT("░";20-ROUND([part]*20/[whole];0)))';

const monthly = `[ledger.kind];"${VERSION_KINDS.month}"`;

/** No month has been closed yet. */
export const NEVER_CLOSED = `COUNTIFS(${monthly})=0`;

/** What the newest closing of a month printed; supplements and reports out of turn stand beside the months. */
export function lastClosed(column: string): string {
  const newest = `MATCH(MAXIFS([ledger.closedAt];${monthly});[ledger.closedAt];0)`;
  return `=IF(${NEVER_CLOSED};"";INDEX([ledger.${column}];${newest}))`;
}

/** The newest closing of the month named in a cell, and what it printed of K5 and K6. One row a month. */
export const PERIOD_HELPERS: Readonly<Record<'closing' | 'full' | 'inTime', (period: string) => string>> = {
  closing: (period) => `=MAXIFS([ledger.closedAt];[ledger.period];${period};${monthly})`,
  full: () => printed('k5'),
  inTime: () => printed('k6'),
};

function printed(column: string): string {
  return `=IF([closing]=0;"";INDEX([ledger.${column}];MATCH([closing];[ledger.closedAt];0))&"")`;
}

export const PERIOD_WORDS =
  '=IF([closing]=0;"";"bản "&INDEX([ledger.version];MATCH([closing];[ledger.closedAt];0))&", chốt "&' +
  'TEXT([closing];"dd/mm/yyyy"))';

/** «12/14 (85,7%)» as a share; empty where the figure was printed in words. */
export function shareOf(key: 'full' | 'inTime'): string {
  const whole = `MID([${key}];SEARCH("/";[${key}])+1;9)&" "`;
  return `=IFERROR((LEFT([${key}];SEARCH("/";[${key}])-1)*1)/(LEFT(${whole};SEARCH(" ";${whole})-1)*1);"")`;
}

/** As-of of the newest monthly version before the open period's month; 0 where there is none. */
const asOfBefore = `MAXIFS([ledger.asOf];${monthly};[ledger.asOf];"<"&ThangKy)`;

/**
 * A day out of the record of closing days (core/rule-record.ts), for a month: of its last entry or of the one before, each 17 letters and
 * two between. What is typed where there is no record, the plan's own where that is no day of a month. @param behind letters from the day's last digit to the end of its entry
 */
function recorded(month: string, behind: number, typed: string, usual: number): string {
  const day = (back: number) => `MID(LichChot;LEN(LichChot)-${back + behind + 1};2)*1`;
  const from = 'DATE(MID(LichChot;LEN(LichChot)-10;4)*1;MID(LichChot;LEN(LichChot)-13;2)*1;1)';
  return `=IFERROR(IF(OR(LEN(LichChot)<36;${month}>=${from});${day(0)};${day(19)});IF(AND(ISNUMBER(${typed});N(${typed})>=2;N(${typed})<=28);INT(N(${typed}));${usual}))`;
}

/** Whether the chairman’s mail is among what waits. */
const IS_HIS = `LEFT(ThuChuaGui;${CHAIRMANS_MAIL.length})="${CHAIRMANS_MAIL}"`;

/** The cells formulas everywhere look at, by name. */
export const NAMED_FORMULAS = {
  NgayTinh: `=IF(${isDay('CauHinhNgayTinh')};INT(CauHinhNgayTinh);TODAY())`,
  // The month of the open period; never before the first period, whose label is «Kỳ 05/2024».
  ThangKy:
    '=MAX(IF(DAY(NgayTinh)>NgayGiaHan;DATE(YEAR(NgayTinh);MONTH(NgayTinh)+1;1);DATE(YEAR(NgayTinh);MONTH(NgayTinh);1));' +
    'IF(LEN(KyDauTien)=10;DATE(RIGHT(KyDauTien;4)*1;MID(KyDauTien;4;2)*1;1);0))',
  KyMo: '="Kỳ "&RIGHT("0"&MONTH(ThangKy);2)&"/"&YEAR(ThangKy)',
  CauKhongNoiDung: ALL_PHRASES,
  /** Versions of the open period. */
  SoBanKyMo: '=COUNTIFS([ledger.period];KyMo)',
  KyTruocChot: `=IF(${asOfBefore}=0;"";"Kỳ "&RIGHT("0"&MONTH(${asOfBefore});2)&"/"&YEAR(${asOfBefore}))`,
  BanTruocChot: `=IF(${asOfBefore}=0;"";MAXIFS([ledger.version];${monthly};[ledger.asOf];${asOfBefore}))`,
  /** The last day of grace of the month of «Ngày tính»; the closing day of the open period (rule 5.12). */
  NgayGiaHan: recorded('DATE(YEAR(NgayTinh);MONTH(NgayTinh);1)', 0, 'CauHinhNgayGiaHan', PLAN_RULES.graceDay),
  NgayChot: recorded('ThangKy', 3, 'CauHinhNgayChot', PLAN_RULES.deadlineDay),
  ThuBiGiu: causesFormula(),
} as const;

/** A day that can be meant: the core takes no other one out of «Cấu hình». */
function isDay(name: string): string {
  return `AND(ISNUMBER(${name});N(${name})>=${FIRST_DAY};N(${name})<${LAST_DAY + 1})`;
}

/**
 * The twin of core/sending-causes.ts (rule 6.12), each cause behind a «; »; empty where all is well. Whose clock it is no formula can see, and
 * it counts days alone: between midnight and the day's first run it is early. An address is told by its signs: x@y.z and no blank within.
 */
function causesFormula(): string {
  // No name, label or remark beside the address: a blank is within it.
  const isUnbracketed = 'EmailChuTich=SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(EmailChuTich;"<";"");"(";"");":";"")';
  const holdsBlank = 'ISNUMBER(SEARCH(" ";TRIM(EmailChuTich)))';
  const said = (cause: SendingCause, holds: string, value?: string) => {
    const [before, after] = causeAround(cause);
    return `IF(${holds};"; ${before}${value === undefined ? '' : `"&${value}&"`}${after}";"")`;
  };
  const day = (name: string) => `IF(ISNUMBER(${name});TEXT(${name};"dd/mm/yyyy");"")`;
  const whereDay = (name: string, holds: string) => `IF(${isDay(name)};${holds};1=0)`;
  return `=${[
    said('off', 'IF(ISTEXT(TuDongGui);1=1;NOT(TuDongGui))'),
    said('over', whereDay('TheoDoiDen', 'TODAY()>INT(TheoDoiDen)'), day('TheoDoiDen')),
    said(
      'noChairman',
      `OR(COUNTIF(EmailChuTich;"?*@?*.?*")=0;NOT(${addressesTest('EmailChuTich', 1)});AND(${isUnbracketed};${holdsBlank}))`,
    ),
    said('neverRan', 'NOT(ISNUMBER(LanChayCuoi))'),
    said('asleep', whereDay('LanChayCuoi', 'TODAY()>INT(LanChayCuoi)'), day('LanChayCuoi')),
    said('refused', `AND(${IS_HIS};NOT(ISNUMBER(SEARCH("${NO_ADDRESS}";ThuChuaGui))))`, 'ThuChuaGui'),
  ].join('&')}`;
}

/** The red line: «Ngày tính» is moved, or mail would not leave; empty where all is well. */
export const RED_LINE =
  `=IF(${isDay('CauHinhNgayTinh')};"Đang xem theo Ngày tính ghi ở Cấu hình, không phải hôm nay. ";"")&` +
  `IF(LEN(ThuBiGiu)=0;"";"${NOT_LEAVING}"&MID(ThuBiGiu;3;LEN(ThuBiGiu))&".")&` +
  `IF(LEN(ThuChuaGui)=0;"";IF(${IS_HIS};"";IF(LEN(ThuBiGiu)=0;"";" ")&"${OTHER_MAIL}"&ThuChuaGui&"."))`;

/** Rows of the plan under the conditions, given as pairs of COUNTIFS: «;[tasks.group];$A$5». */
export function countRows(conditions: string): string {
  return `COUNTIFS(${ofPlan}${conditions})`;
}

/** Rows of the plan in any of the statuses, and under the conditions. */
export function countStatuses(statuses: readonly string[], conditions = ''): string {
  return statuses.map((status) => countRows(`${conditions};[board.status];"${status}"`)).join('+');
}

/** «Trong đó chuyển tiếp từ năm 2024: 27», after «Chốt năm bổ sung» (rule 5.14); the ledger has its last day, of earlier programs the day after. */
const supplement = `[ledger.kind];"${VERSION_KINDS.supplement}"`;
const settledYear = `YEAR(MAX(1;MAXIFS([ledger.asOf];${supplement})-1))`;
const forwarded = `(${countStatuses(OVERDUE, `;[tasks.appliedDue];"<="&DATE(${settledYear};12;31)`)})`;
export const FORWARDED = `=IF(COUNTIFS(${supplement})=0;"";IF(${forwarded}=0;"";"Trong đó chuyển tiếp từ năm "&${settledYear}&": "&${forwarded}))`;
