// The cells formulas everywhere look at by name, and the red line of «Tổng hợp». A row of «Cấu hình» or «Điều khiển» that was deleted takes
// its name along: what a formula cannot do without has a value for that, the core's own.
import { MOST_MISSING, ofTab, ROWS_LOST } from '../../core/missing-rows.ts';
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
import { addressesTest } from '../layout/addresses.ts';
import { CELL_NAMES } from '../layout/names.ts';
import { MONTHLY } from './board.ts';
import { ALL_PHRASES } from './content.ts';

/** As-of of the newest monthly version before the open period's month; 0 where there is none. */
const asOfBefore = `MAXIFS([ledger.asOf];${MONTHLY};[ledger.asOf];"<"&ThangKy)`;

/**
 * A day out of the record of closing days (core/rule-record.ts), for a month: of its last entry or of the one before, each 17 letters and
 * two between. What is typed where there is no record, the plan's own where that is no day of a month. @param behind letters from the day's last digit to the end of its entry
 */
function recorded(month: string, behind: number, typed: string, usual: number): string {
  const day = (back: number) => `MID(LichChot;LEN(LichChot)-${back + behind + 1};2)*1`;
  const from = 'DATE(MID(LichChot;LEN(LichChot)-10;4)*1;MID(LichChot;LEN(LichChot)-13;2)*1;1)';
  return `=IFERROR(IF(OR(LEN(LichChot)<36;${month}>=${from});${day(0)};${day(19)});IFERROR(IF(AND(ISNUMBER(${typed});N(${typed})>=2;N(${typed})<=28);INT(N(${typed}));${usual});${usual}))`;
}

/** Whether the chairman’s mail is among what waits. */
const IS_HIS = `LEFT(ThuChuaGui;${CHAIRMANS_MAIL.length})="${CHAIRMANS_MAIL}"`;

/** The cells formulas everywhere look at, by name. */
export const NAMED_FORMULAS = {
  NgayTinh: `=IFERROR(IF(${isDay('CauHinhNgayTinh')};INT(CauHinhNgayTinh);TODAY());TODAY())`,
  // The month of the open period; never before the first period, whose label is «Kỳ 05/2024».
  ThangKy:
    '=MAX(IF(DAY(NgayTinh)>NgayGiaHan;DATE(YEAR(NgayTinh);MONTH(NgayTinh)+1;1);DATE(YEAR(NgayTinh);MONTH(NgayTinh);1));' +
    'IFERROR(IF(LEN(KyDauTien)=10;DATE(RIGHT(KyDauTien;4)*1;MID(KyDauTien;4;2)*1;1);0);0))',
  KyMo: '="Kỳ "&RIGHT("0"&MONTH(ThangKy);2)&"/"&YEAR(ThangKy)',
  CauKhongNoiDung: ALL_PHRASES,
  /** Versions of the open period. */
  SoBanKyMo: '=COUNTIFS([ledger.period];KyMo)',
  KyTruocChot: `=IF(${asOfBefore}=0;"";"Kỳ "&RIGHT("0"&MONTH(${asOfBefore});2)&"/"&YEAR(${asOfBefore}))`,
  BanTruocChot: `=IF(${asOfBefore}=0;"";MAXIFS([ledger.version];${MONTHLY};[ledger.asOf];${asOfBefore}))`,
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
  // Of a cell that is not there the core reads nothing: no address is there, and nothing else holds.
  const said = (cause: SendingCause, holds: string, value?: string, whereLost = '1=0') => {
    const [before, after] = causeAround(cause);
    return `IF(IFERROR(${holds};${whereLost});"; ${before}${value === undefined ? '' : `"&${value}&"`}${after}";"")`;
  };
  const day = (name: string) => `IF(ISNUMBER(${name});TEXT(${name};"dd/mm/yyyy");"")`;
  const whereDay = (name: string, holds: string) => `IF(${isDay(name)};${holds};1=0)`;
  return `=${[
    said('off', 'IF(ISTEXT(TuDongGui);1=1;NOT(TuDongGui))'),
    said('over', whereDay('TheoDoiDen', 'TODAY()>INT(TheoDoiDen)'), day('TheoDoiDen')),
    said(
      'noChairman',
      `OR(COUNTIF(EmailChuTich;"?*@?*.?*")=0;NOT(${addressesTest('EmailChuTich', 1)});AND(${isUnbracketed};${holdsBlank}))`,
      undefined,
      '1=1',
    ),
    said('neverRan', 'NOT(ISNUMBER(LanChayCuoi))'),
    said('asleep', whereDay('LanChayCuoi', 'TODAY()>INT(LanChayCuoi)'), day('LanChayCuoi')),
    said('refused', `AND(${IS_HIS};NOT(ISNUMBER(SEARCH("${NO_ADDRESS}";ThuChuaGui))))`, 'ThuChuaGui'),
  ].join('&')}`;
}

/** What is missing of a tab: the first rows of those a helper column of the board has numbered, by the keys beside it. */
function lostOf(tab: string, column: string, keys: string): string {
  const count = `COUNT([board.${column}])`;
  const named = Array.from({ length: MOST_MISSING }, (_, i) => {
    const row = `SMALL([board.${column}];${i + 1})`;
    return `IF(${count}>${i};INDEX([board.${keys}];${row}-1);"")`;
  });
  const names = `TEXTJOIN(", ";TRUE;${named.join(';')})&IF(${count}>${MOST_MISSING};"…";"")`;
  return `IF(${count}=0;"";"${ofTab(tab)}"&${names})`;
}

/** The same of a tab whose rows are asked for one by one. @param rows a condition under which the row is missing, and its name */
function lostAmong(tab: string, rows: readonly (readonly [isLost: string, name: string])[]): string {
  if (rows.length === 0) return '""';
  const names = `TEXTJOIN(", ";TRUE;${rows.map(([isLost, name]) => `IF(${isLost};"${name.replace(/"/gu, '""')}";"")`).join(';')})`;
  return `IF(LEN(${names})=0;"";"${ofTab(tab)}"&${names})`;
}

/**
 * Rows of the plan, units, targets and settings that the figures lack, by tab and name; empty where nothing is missing.
 * @param units those of the plan
 */
export function lostRows(units: readonly { readonly code: string; readonly name: string }[]): string {
  const named = (tab: 'settings' | 'controls') =>
    CELL_NAMES.filter((cell) => cell.tab === tab).map(({ name, label }) => [`ISERROR(${name})`, label] as const);
  const ofUnits = units.map(
    ({ code, name }) => [`COUNTIFS([units.code];"${code}";[units.owed];">=0")=0`, name] as const,
  );
  return `=TEXTJOIN("; ";TRUE;${[
    lostOf('Nhiệm vụ', 'lostTasks', 'codes'),
    lostOf('Chỉ tiêu', 'lostIndicators', 'ids'),
    lostAmong('Đơn vị', ofUnits),
    lostAmong('Cấu hình', named('settings')),
    lostAmong('Điều khiển', named('controls')),
  ].join(';')})`;
}

/** The red line: rows are missing, «Ngày tính» is moved, or mail would not leave; empty where all is well. */
export const RED_LINE =
  `=IF(LEN(BangThieu)=0;"";"${ROWS_LOST[0]}"&BangThieu&"${ROWS_LOST[1]} ")&` +
  `IF(IFERROR(${isDay('CauHinhNgayTinh')};1=0);"Đang xem theo Ngày tính ghi ở Cấu hình, không phải hôm nay. ";"")&` +
  `IF(LEN(ThuBiGiu)=0;"";"${NOT_LEAVING}"&MID(ThuBiGiu;3;LEN(ThuBiGiu))&".")&` +
  `IF(IFERROR(LEN(ThuChuaGui);0)=0;"";IF(${IS_HIS};"";IF(LEN(ThuBiGiu)=0;"";" ")&"${OTHER_MAIL}"&ThuChuaGui&"."))`;
