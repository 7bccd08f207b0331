// The words of the mail that reminds a unit.
import { formatDay, formatDayMonth } from '../../core/calendar.ts';
import { ENTRY_HEADINGS } from '../../core/entry-block.ts';
import { twoDigits } from '../../core/figures.ts';
import { OVERDUE } from './chairman-mail.ts';
import { count } from './shared.ts';

/** @param period «tháng 5/2024» */
export const UNIT_SUBJECT = {
  given: (n: number) => count(n, 'nhiệm vụ mới giao'),
  overdue: (n: number) => count(n, 'nhiệm vụ quá hạn'),
  dueSoon: (n: number) => count(n, 'nhiệm vụ sắp đến hạn'),
  unreported: (n: number, period: string) => count(n, `nhiệm vụ chưa cập nhật ${period}`),
  late: (rows: string) => `Đã quá hạn báo cáo: ${rows}`,
  lastDay: (rows: string) => `Hôm nay là hạn cuối: ${rows}`,
  daysLeft: (days: number, rows: string) => `Còn ${days} ngày: ${rows}`,
};

export const UNIT_OPENING = {
  /** Nothing is missing: what the mail is about instead. */
  given: (n: number) => `Đơn vị mới nhận ${count(n, 'nhiệm vụ')}`,
  nothingOwed: (period: string) => `Đơn vị không có nhiệm vụ phải cập nhật ${period}`,
  complete: (period: string) => `Đơn vị đã cập nhật đủ ${period}`,
  seeBelow: (what: string) => `${what}; xin lưu ý các nhiệm vụ dưới đây.`,
  /** @param elsewhere of them, what the unit can do nothing about */
  missing: (n: number, owed: number, period: string, elsewhere: string) =>
    `Còn ${twoDigits(n)} trong ${twoDigits(owed)} nhiệm vụ chưa cập nhật ${period}${elsewhere}. `,
  elsewhere: (parts: readonly string[]) => `, trong đó ${parts.join(', ')}`,
  shutOut: 'chưa gõ được',
  late: (lastDay: number) => `Hạn báo cáo là hết ngày ${formatDay(lastDay)}; đề nghị cập nhật ngay.`,
  inTime: (lastDay: number) => `Đề nghị cập nhật trước 24 giờ ngày ${formatDay(lastDay)}.`,
  source: (from: number, to: number) =>
    `Kỳ báo cáo từ ${formatDay(from)} đến ${formatDay(to)}. Bấm vào từng dòng để mở đúng chỗ cần ghi.`,
};

export const UNIT_PARTS = {
  missing: 'Chưa báo cáo',
  given: 'Mới giao, chưa báo cáo',
  dueSoon: 'Sắp đến hạn',
  overdue: 'Quá hạn',
  more: (n: number) => `và ${count(n, 'nhiệm vụ khác')} trong bảng theo dõi`,
  open: 'Mở các dòng của đơn vị',
};

export const UNIT_LINES = {
  overdueLead: 'Nhiệm vụ quá hạn: ',
  explain: `đề nghị ghi nguyên nhân vào cột ${ENTRY_HEADINGS.difficulty} và ngày dự kiến hoàn thành vào cột ${ENTRY_HEADINGS.proposal}.`,
  guide:
    'Nhiệm vụ thường xuyên: ghi kết quả trong kỳ; không có việc thì chọn Không phát sinh và ghi lý do. Dòng đã ghi mà không có gì ' +
    'thay đổi: chọn Kỳ báo cáo là kỳ đang mở. Chỉ ghi số liệu tổng hợp, không ghi số định danh, số điện thoại của người dân.',
  givenLead: 'Nhiệm vụ mới giao: ',
  given: 'giao sau kỳ nhắc nên kỳ này không tính thiếu, không tính chậm.',
  shutOutLead: (codes: string) => `Chưa gõ được (${codes}): `,
  shutOut: 'chờ Công an xã Đồng bộ bảng tính, hoặc sáng hôm sau gõ.',
  /** @param which codes, where not all are blank */
  blankLead: (n: number, which: string) => `Dòng chưa ghi gì (${twoDigits(n)}${which === '' ? '' : `: ${which}`}): `,
  blank: `chọn ${ENTRY_HEADINGS.state}; chỉ chọn ${ENTRY_HEADINGS.period} thì chưa tính là đã báo cáo.`,
};

/** Behind a row: when it is due. No count of days where the day is only expected, because nobody is late with it. */
export function dueWords(due: number, daysLeft: number, forwardedFrom: number | undefined): string {
  const day = `hạn ${forwardedFrom === undefined ? formatDayMonth(due) : formatDay(due)}`;
  const handedOn = forwardedFrom === undefined ? '' : `, ${OVERDUE.forwarded(forwardedFrom)}`;
  if (daysLeft < 0) return `${day}, quá ${-daysLeft} ngày${handedOn}`;
  return daysLeft === 0 ? `${day}, hôm nay` : `${day}, còn ${daysLeft} ngày`;
}

export function expectedWords(due: number, daysLeft: number): string {
  return `dự kiến ${formatDayMonth(due)}${daysLeft < 0 ? ', đã quá thời gian dự kiến (không tính quá hạn)' : ''}`;
}
