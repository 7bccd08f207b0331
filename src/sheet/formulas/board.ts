// Product §4 as formulas of «Tổng hợp»: the twin of core/figures.ts and core/tally.ts; a test holds them equal.
// Hidden helper columns stand in the same rows as «Nhiệm vụ» (and «Chỉ tiêu») and answer one question a row; the figures
// only count them.
import { BESIDE, type FigureCode, NO_DATA, NOTHING, NOTHING_DUE, PERCENT_FROM } from '../../core/figures.ts';
import { INDICATOR_RESULTS } from '../../core/indicator.ts';
import { COUNTS_OVERDUE, KINDS, STATUS } from '../../core/status.ts';
import { VERSION_KINDS } from '../../core/version.ts';
import { finished, hasResult, reported, saysSomething } from './status.ts';

const at = (column: string) => `[@tasks.${column}]`;
const isKind = (kind: string) => `${at('kind')}="${kind}"`;
const deadline = 'DATE(YEAR(ThangKy);MONTH(ThangKy);NgayChot)';

/** One formula a row of «Nhiệm vụ», in the same row; 1 or 0. Rows without Mã are nobody's. */
export const TASK_HELPERS: Readonly<
  Record<'earlier' | 'counts' | 'owed' | 'reported' | 'onTime' | 'ongoing' | 'result' | 'difficulty', string>
> = {
  // «Lịch sử» grows for years: it is looked through only where the open period has been closed before.
  earlier:
    `=IF(OR(SoBanKyMo=0;${at('code')}="");0;IF(COUNTIFS([history.period];KyMo;[history.code];${at('code')};` +
    '[history.state];"<>";[history.entryPeriod];KyMo)>0;1;0))',
  counts:
    `=IF(AND(${at('code')}<>"";${at('status')}<>"${STATUS.paused}";` +
    `${at('countsOverdue')}<>"${COUNTS_OVERDUE.no}");1;0)`,
  owed:
    `=IF(OR(${at('code')}="";${at('status')}="${STATUS.paused}");0;` +
    `IF(AND(COUNTIFS([history.period];KyTruocChot;[history.version];BanTruocChot;[history.code];${at('code')};` +
    `[history.status];"${STATUS.done}*";[history.doneOn];">0")>0;NOT(${isKind(KINDS['dated-then-ongoing'])}));0;` +
    `IF(AND(OR(${isKind(KINDS.roadmap)};${isKind(KINDS['on-request'])});${at('appliedDue')}="";` +
    'NOT(OR(MONTH(ThangKy)=6;MONTH(ThangKy)=12)));0;1)))',
  reported: `=IF(${at('code')}="";0;IF(${reported(at, '[earlier]')};1;0))`,
  onTime:
    `=IF(${at('code')}="";0;IF(NOT(${reported(at, '[earlier]')});0;IF(KyDaGhi=KyMo;IF(${at('onTimeFor')}=KyMo;1;0);` +
    `IF(ISNUMBER(${at('reportedAt')});IF(N(${at('reportedAt')})<${deadline};1;0);1))))`,
  ongoing:
    `=IF(AND(${at('code')}<>"";${at('status')}<>"${STATUS.paused}";OR(${isKind(KINDS.ongoing)};` +
    `AND(${isKind(KINDS['dated-then-ongoing'])};${finished(at('status'))})));1;0)`,
  result: `=IF([ongoing]=0;0;IF(${hasResult(at, '[earlier]')};1;0))`,
  difficulty: `=IF(OR(${at('code')}="";${finished(at('status'))});0;IF(${saysSomething(at('difficulty'))};1;0))`,
};

const ofIndicator = '[indicators.task];[@indicators.task];[indicators.name];[@indicators.name]';
const ahead = `${ofIndicator};[indicators.milestone];">="&NgayTinh`;
const hasData = `OR([@indicators.result]="${INDICATOR_RESULTS.met}";[@indicators.result]="${INDICATOR_RESULTS.missed}")`;
const isFresh =
  'AND(ISNUMBER([@indicators.enteredOn]);' +
  'N([@indicators.enteredOn])>=DATE(YEAR(ThangKy);MONTH(ThangKy)-2;NgayChot))';

/** One formula a row of «Chỉ tiêu», in the same row. */
export const INDICATOR_HELPERS: Readonly<Record<'open' | 'current' | 'counted' | 'met' | 'stale', string>> = {
  open:
    '=IF(AND(ISNUMBER([@indicators.milestone]);N([@indicators.milestone])>0;' +
    `[@indicators.result]<>"${INDICATOR_RESULTS.met}");[@indicators.milestone];"")`,
  current:
    '=IF([@indicators.id]="";0;IF(NOT(ISNUMBER([@indicators.milestone]));1;' +
    `IF([@indicators.milestone]=IF(COUNTIFS(${ahead})>0;MINIFS([indicators.milestone];${ahead});` +
    `MAXIFS([indicators.milestone];${ofIndicator}));1;0)))`,
  counted: `=IF(AND([current]=1;${hasData};${isFresh});1;0)`,
  met: `=IF(AND([counted]=1;[@indicators.result]="${INDICATOR_RESULTS.met}");1;0)`,
  stale: `=IF(AND([current]=1;${hasData};NOT(${isFresh}));1;0)`,
};

const counted = '[board.counts];1';
const isDone = `[tasks.status];"${STATUS.done}*"`;
const pastDue = `[tasks.appliedDue];"<"&NgayTinh;${counted}`;
const ofYear = '[tasks.appliedDue];">="&DATE(NamKeHoach;1;1);[tasks.appliedDue];"<="&DATE(NamKeHoach;12;31)';

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
    part: `=COUNTIFS(${pastDue};[tasks.status];"${STATUS.doneOnTime}")`,
    whole: `=COUNTIFS(${pastDue})`,
    none: NOTHING_DUE,
    beside: {
      words: BESIDE.extended,
      count: `=COUNTIFS(${pastDue};[tasks.status];"${STATUS.doneOnTime}";[tasks.extension];">0")`,
    },
  },
  K3: { part: `=COUNTIFS(${ofYear};${isDone})`, whole: `=COUNTIFS(${ofYear})`, none: NOTHING },
  K4: { part: '=SUM([board.result])', whole: '=SUM([board.ongoing])', none: NOTHING },
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
    whole: `=COUNTA([tasks.code])-COUNTIFS(${isDone})`,
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

/** What the newest closing printed. */
export function lastClosed(column: string): string {
  return `=IF(COUNT([ledger.closedAt])=0;"";INDEX([ledger.${column}];MATCH(MAX([ledger.closedAt]);[ledger.closedAt];0)))`;
}

const monthly = `[ledger.kind];"${VERSION_KINDS.month}"`;
/** As-of of the newest monthly version before the open period's month; 0 where there is none. */
const asOfBefore = `MAXIFS([ledger.asOf];${monthly};[ledger.asOf];"<"&ThangKy)`;

/** The cells formulas everywhere look at, by name. */
export const NAMED_FORMULAS = {
  NgayTinh: '=IF(ISNUMBER(CauHinhNgayTinh);INT(CauHinhNgayTinh);TODAY())',
  // The month of the open period; never before the first period, whose label is «Kỳ 05/2024».
  ThangKy:
    '=MAX(IF(DAY(NgayTinh)>NgayGiaHan;DATE(YEAR(NgayTinh);MONTH(NgayTinh)+1;1);DATE(YEAR(NgayTinh);MONTH(NgayTinh);1));' +
    'IF(LEN(KyDauTien)=10;DATE(RIGHT(KyDauTien;4)*1;MID(KyDauTien;4;2)*1;1);0))',
  KyMo: '="Kỳ "&RIGHT("0"&MONTH(ThangKy);2)&"/"&YEAR(ThangKy)',
  /** Versions of the open period. */
  SoBanKyMo: '=COUNTIFS([ledger.period];KyMo)',
  KyTruoc: '="Kỳ "&RIGHT("0"&MONTH(ThangKy-1);2)&"/"&YEAR(ThangKy-1)',
  KyTruocChot: `=IF(${asOfBefore}=0;"";"Kỳ "&RIGHT("0"&MONTH(${asOfBefore});2)&"/"&YEAR(${asOfBefore}))`,
  BanTruocChot: `=IF(${asOfBefore}=0;"";MAXIFS([ledger.version];${monthly};[ledger.asOf];${asOfBefore}))`,
} as const;

/** Counts of a line of the table: rows whose `column` is the cell `name`, by statuses. */
export function tallyCell(column: string, name: string, statuses: readonly string[]): string {
  return `=${statuses.map((status) => `COUNTIFS([tasks.${column}];${name};[tasks.status];"${status}")`).join('+')}`;
}

/** The k-th row of a list through its rank column; empty where there are fewer. */
export function listed(rank: string, column: string, k: number): string {
  return `=IFERROR(INDEX([tasks.${column}];MATCH(${k};[tasks.${rank}];0));"")`;
}
