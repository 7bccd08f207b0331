// The figures (rules 4.*) as formulas of «Tổng hợp»: the twin of core/figures.ts and core/tally.ts; a test holds them equal. They count the
// helper columns (board-rows.ts), and count rather than add: a row whose formulas are broken is left out, and named by the red line.
import { BESIDE, type FigureCode, NO_DATA, NOTHING, NOTHING_DUE, PERCENT_FROM } from '../../core/figures.ts';
import { NOT_COUNTED } from '../../core/missing-rows.ts';
import { OVERDUE, STATUS } from '../../core/status.ts';
import { VERSION_KINDS } from '../../core/version.ts';

const ofPlan = '[board.task];1';
const counted = '[board.counts];1';
const isDone = `[board.status];"${STATUS.done}*"`;
const pastDue = `[board.due];"<"&NgayTinh;${counted}`;
const ofYear = `${ofPlan};[board.due];">="&DATE(NamKeHoach;1;1);[board.due];"<="&DATE(NamKeHoach;12;31)`;

export interface FigureFormulas {
  readonly part: string;
  readonly whole: string;
  /** Printed where the whole is 0. */
  readonly none: string;
  /** A condition: nothing it is made of is missing. Else: no row of anything is. */
  readonly isWhole?: string;
  readonly beside?: { readonly words: string; readonly count: string };
}

export const FIGURE_FORMULAS: Readonly<Record<FigureCode, FigureFormulas>> = {
  K1: {
    part: `=COUNTIFS(${pastDue};${isDone})`,
    whole: `=COUNTIFS(${pastDue})`,
    none: NOTHING_DUE,
    beside: { words: BESIDE.early, count: `=COUNTIFS([board.due];">="&NgayTinh;${counted};${isDone})` },
  },
  K2: {
    part: `=COUNTIFS(${pastDue};[board.status];"${STATUS.doneOnTime}")`,
    whole: `=COUNTIFS(${pastDue})`,
    none: NOTHING_DUE,
    beside: {
      words: BESIDE.extended,
      count: `=COUNTIFS(${pastDue};[board.status];"${STATUS.doneOnTime}";[board.extension];">0")`,
    },
  },
  K3: { part: `=COUNTIFS(${ofYear};${isDone})`, whole: `=COUNTIFS(${ofYear})`, none: NOTHING },
  K4: {
    part: '=COUNTIFS([board.result];1)',
    whole: '=COUNTIFS([board.ongoing];1)',
    none: NOTHING,
    beside: {
      words: BESIDE.continued,
      count: '=COUNTIFS([board.ongoing];1;[board.continued];1)',
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
    part: '=COUNTIFS([board.met];1)',
    whole: '=COUNTIFS([board.counted];1)',
    none: NO_DATA,
    isWhole: 'COUNT([board.lostIndicators])=0',
    beside: { words: BESIDE.stale, count: '=COUNTIFS([board.stale];1)' },
  },
  K8: {
    part: '=COUNTIFS([board.difficulty];1)',
    whole: `=COUNTIFS(${ofPlan})-COUNTIFS(${ofPlan};${isDone})`,
    none: NOTHING,
  },
};

/** «3/4», «9/10 (90%)», or words; part and whole are cells of the same row. Tenths by whole numbers: no decimal formats. Of what is lost no 0 is told. */
export function figureText({ none, isWhole = 'LEN(BangThieu)=0' }: FigureFormulas): string {
  const tenths = 'ROUND([part]*1000/[whole];0)';
  return (
    `=IF([whole]=0;IF(${isWhole};"${none}";"${NOT_COUNTED}");[part]&"/"&[whole]&IF([whole]>=${PERCENT_FROM};` +
    `" ("&INT(${tenths}/10)&IF(MOD(${tenths};10)=0;"";","&MOD(${tenths};10))&"%)";""))`
  );
}

/** Words with their count in the place of #. */
export function besideText(words: string): string {
  const [front = '', behind = ''] = words.split('#');
  return `=IF([beside]=0;"";"${front}"&IF([beside]<10;"0";"")&[beside]&"${behind}")`;
}

export const BAR = '=IF([whole]=0;"";REPT("█";ROUND([part]*20/[whole];0))&REPT("░";20-ROUND([part]*20/[whole];0)))';

/** Conditions on the rows of «Sổ báo cáo» that are months. */
export const MONTHLY = `[ledger.kind];"${VERSION_KINDS.month}"`;

const supplement = `[ledger.kind];"${VERSION_KINDS.supplement}"`;
/** When the plan’s figures were closed last, of a month or of a year for good; 0 where they never were. */
const CLOSED_LAST = `MAX(MAXIFS([ledger.closedAt];${MONTHLY});MAXIFS([ledger.closedAt];${supplement}))`;
export const NEVER_CLOSED = `${CLOSED_LAST}=0`;

/** What the newest closing printed; reports out of turn stand beside the plan’s figures. */
export function lastClosed(column: string): string {
  return `=IF(${NEVER_CLOSED};"";INDEX([ledger.${column}];MATCH(${CLOSED_LAST};[ledger.closedAt];0)))`;
}

/** The newest closing of the month named in a cell, and what it printed of K5 and K6. One row a month. */
export const PERIOD_HELPERS: Readonly<Record<'closing' | 'full' | 'inTime', (period: string) => string>> = {
  closing: (period) => `=MAXIFS([ledger.closedAt];[ledger.period];${period};${MONTHLY})`,
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

/** Rows of the plan under the conditions, given as pairs of COUNTIFS: «;[board.group];$A$5». */
export function countRows(conditions: string): string {
  return `COUNTIFS(${ofPlan}${conditions})`;
}

/** Rows of the plan in any of the statuses, and under the conditions. */
export function countStatuses(statuses: readonly string[], conditions = ''): string {
  return statuses.map((status) => countRows(`${conditions};[board.status];"${status}"`)).join('+');
}

/** «Trong đó chuyển tiếp từ năm 2024: 27», after «Chốt năm bổ sung» (rule 5.14); the ledger has its last day, of earlier programs the day after. */
const settledYear = `YEAR(MAX(1;MAXIFS([ledger.asOf];${supplement})-1))`;
const forwarded = `(${countStatuses(OVERDUE, `;[board.due];"<="&DATE(${settledYear};12;31)`)})`;
export const FORWARDED = `=IF(COUNTIFS(${supplement})=0;"";IF(${forwarded}=0;"";"Trong đó chuyển tiếp từ năm "&${settledYear}&": "&${forwarded}))`;
