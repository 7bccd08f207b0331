// What has to be acted on, as formulas of «Tổng hợp»: the rows of a list by its rank, and the units that still owe reports.

import { NOT_ALL, NOT_COUNTED } from '../../core/missing-rows.ts';

/** Behind what counts less than there is: rows are missing, and the red line names them. */
export const IF_NOT_ALL = `IF(LEN(BangThieu)=0;"";"${NOT_ALL}")`;

/** Letters of a task's words that a list shows in one line: the rest stands in «Nhiệm vụ». */
const SHOWN = 60;

/** The words of the k-th row of a list, cut where they are long. */
export function listedWords(rank: string, column: string, k: number): string {
  const words = `INDEX([tasks.${column}];MATCH(${k};[tasks.${rank}];0))`;
  return `=IFERROR(LEFT(${words};${SHOWN})&IF(LEN(${words})>${SHOWN};"…";"");"")`;
}

/** The k-th row of a list through its rank column; empty where there are fewer. */
export function listed(rank: string, column: string, k: number): string {
  return `=IFERROR(INDEX([tasks.${column}];MATCH(${k};[tasks.${rank}];0));"")`;
}

/** Its days until D, negative behind it. */
export function daysLeftOf(rank: string, k: number): string {
  return `=IFERROR(INDEX([tasks.appliedDue];MATCH(${k};[tasks.${rank}];0))-NgayTinh;"")`;
}

/** «Đơn vị còn thiếu báo cáo Kỳ 05/2024 (02): Ban Tư pháp (3); …», or that none is. @param codes of the units the plan knows */
export function missingUnits(codes: readonly string[]): string {
  const MISSING = '[units.missing];">0"';
  const title = `"Đơn vị còn thiếu báo cáo "&KyMo&${IF_NOT_ALL}`;
  const of = (column: string, code: string) => `INDEX([units.${column}];MATCH("${code}";[units.code];0))`;
  const names = codes.map(
    (code) =>
      `IF(COUNTIFS([units.code];"${code}";${MISSING})=0;"";${of('name', code)}&" ("&${of('missing', code)}&")")`,
  );
  const list = names.length === 0 ? '""' : `TEXTJOIN("; ";TRUE;${names.join(';')})`;
  return (
    `=IF(COUNTIFS([units.owed];">0")=0;IF(LEN(BangThieu)=0;"Kỳ đang mở chưa có đơn vị nào phải báo cáo";"Đơn vị còn thiếu báo cáo: ${NOT_COUNTED}");IF(COUNTIFS(${MISSING})=0;` +
    `${title}&": không có";${title}&" ("&COUNTIFS(${MISSING})&"): "&${list}))`
  );
}
