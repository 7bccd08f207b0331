// Words that stand in several mails and documents. Counts below ten have two digits, as the plan writes them.
import { formatDay, formatDayMonth } from '../../core/calendar.ts';
import { twoDigits } from '../../core/figures.ts';
import { type Period, periodName } from '../../core/period.ts';
import type { Report } from '../../core/report.ts';
import { closedId } from '../../core/version.ts';
import { capitalised } from '../coverage.ts';

export const count = (n: number, words: string) => `${twoDigits(n)} ${words}`;
/** «Quá hạn (07)»: the number is the length of the whole list, not of what is shown. */
export const counted = (heading: string, n: number) => `${heading} (${twoDigits(n)})`;
/** The same before what is listed: «Quá hạn (07): ». */
export const leading = (heading: string) => (n: number) => `${counted(heading, n)}: `;
/** Behind a list that is cut: «và 02 nhiệm vụ khác». */
export const more = (noun: string) => (n: number) => `và ${count(n, noun)} khác`;
/** A number without words: none is «0», not «00». */
export const alone = (n: number) => (n === 0 ? '0' : twoDigits(n));
/** «tháng 4», for comparisons where the year is plain. */
export const month = (period: Period) => `tháng ${period.month}`;

export const SUBJECT = {
  project: '[ĐA06]',
  automatic: '[TỰ ĐỘNG – CHƯA CHỐT]',
  correction: (version: number) => `[ĐÍNH CHÍNH bản ${version}]`,
  again: '(gửi lại)',
  period: (period: Period) => `${capitalised(periodName(period))}:`,
  shortPeriod: (period: Period) => `T${period.month}/${period.year}:`,
  onSchedule: (reported: string) => `đúng tiến độ, ${reported}`,
  reported: (part: number, whole: number) => `${part}/${whole} đơn vị đã báo cáo`,
  unassigned: (n: number) => count(n, 'chưa giao đầu mối'),
};

export const greeting = (whom: string) => `Kính gửi ${whom},`;

/** On top of a mail of which nobody knows whether it came the first time. */
export const AGAIN = 'Thư gửi lại: lần gửi trước không rõ đã đến hay chưa.';

/** Of an unreported row whose report is still the old unit's. */
export const GIVEN_ON = 'đã giao đơn vị khác';

/** Since when, in mail and document alike. */
export const yardstickSince = (isFirst: boolean) => (isFirst ? 'so với kế hoạch' : 'từ lần báo cáo trước');

export const FOOT = {
  open: 'Mở bảng theo dõi',
  nature: (commune: string) =>
    `Thư tự động từ bảng theo dõi Đề án 06 ${commune}; không thay thế văn bản ký ban hành; không chứa số định danh cá nhân; không chuyển tiếp ra ngoài cơ quan.`,
  reply: (body: string, address: string) => `Phản hồi: trả lời thư này, thư đến ${body} (${address}).`,
  attached: (names: readonly string[]) => `Tệp kèm theo (Word, số và chữ ký để trống): ${names.join('; ')}.`,
  unattached: 'Văn bản kèm theo chưa lập được nên thư đi trước; lập xong sẽ có ở cột Văn bản của Sổ báo cáo.',
  code: (key: string, program: string) => `Mã: ${key}${program === '' ? '' : ` · Phần mềm ${program}`}`,
};

/** «2024-05|v1», by which a mail or a document is traced to its version. */
export function traceOf(report: Pick<Report, 'period' | 'supplement' | 'version'>): string {
  return `${closedId(report)}|v${report.version}`;
}

/** «31/12» within the year of the report, else with its year. */
export function shortDay(day: number, year: number): string {
  const full = formatDay(day);
  return full.endsWith(`/${year}`) ? formatDayMonth(day) : full;
}
