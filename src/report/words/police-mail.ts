// The words of the mails to CAX: where the units stand, and what could not be done.
import { formatDay, formatMoment, type Moment, minutesOf } from '../../core/calendar.ts';
import { count, leading, more } from './shared.ts';

/** @param period «tháng 5/2024» */
export const STANDING = {
  complete: 'mọi đơn vị đã báo cáo đủ',
  unassigned: (n: number) => (n === 0 ? '' : `, ${count(n, 'nhiệm vụ chưa giao đầu mối')}`),
  missing: (n: number) => count(n, 'đơn vị còn thiếu'),
  warning: (by: string, period: string) => `Trước ${by} cần tổng hợp ${period}: `,
  conclusion: (period: string, state: string, complete: string) => `Báo cáo ${period}: ${state}${complete}.`,
  share: (part: number, whole: number) => ` (${part}/${whole} đơn vị đã đủ)`,
  /** @param held why the chairman would not be written to; empty where nothing holds it */
  unclosed: (period: string, by: string, from: string, state: string, held: string) =>
    `Báo cáo ${period} chưa được chốt. Nếu đến ${by} chưa bấm Tổng hợp báo cáo${from}, hệ thống tự lập bản «TỰ ĐỘNG – CHƯA CHỐT»${held === '' ? ' và gửi Chủ tịch' : ''}; hiện ${state}.${held === '' ? '' : ` ${held}`}`,
  from: (day: number) => ` (bấm được từ ngày ${formatDay(day)})`,
  source: (at: Moment, lastDay: number) =>
    `Số liệu lúc ${formatMoment(at)}. Hạn báo cáo của đơn vị: hết ngày ${formatDay(lastDay)}.`,
  units: 'Đơn vị còn thiếu',
  rows: (reported: number, owed: number, codes: string) => `${reported}/${owed} nhiệm vụ (${codes})`,
  notReminded: ' – không nhận nhắc',
  moreUnits: more('đơn vị'),
  moreTasks: more('nhiệm vụ'),
  unreachableLead: 'Chưa có e-mail nhận nhắc: ',
  unreachable: (units: string) => `${units}. Nhờ báo qua Zalo, và ghi địa chỉ ở tab Đơn vị.`,
  failedLead: 'Không gửi được: ',
  givenLead: leading('Mới giao, chưa báo cáo'),
  shutOutLead: leading('Đầu mối mới chưa gõ được'),
  shutOut: (codes: string) => `${codes}. Bấm Đồng bộ bảng tính để đặt quyền ngay; không thì đêm nay hệ thống đặt.`,
  unassignedHeading: 'Chưa giao đầu mối',
  lackingLead: 'Bảng thiếu dòng, số liệu chưa đủ: ',
  lacking: (rows: string) => `${rows}. Bấm Đồng bộ bảng tính để khôi phục.`,
  unaskedLead: 'Báo cáo đột xuất đã ghi, chưa gửi yêu cầu: ',
  unasked: (lines: string) => `${lines}. Đánh dấu ô Chọn của dòng ở tab Đột xuất; không cần nữa thì xóa nội dung dòng.`,
  blockingLead: 'Dữ liệu: ',
  blocking: (n: number) => `${count(n, 'chỗ cần sửa trước khi chốt')}; xem Đề án 06 ▸ Kiểm tra dữ liệu.`,
  zalo: 'Tin Zalo soạn sẵn',
};

/** «16 giờ hôm nay», «16 giờ ngày 19/06/2024». */
export function hourWords(moment: Moment, now: Moment): string {
  const isToday = Math.floor(moment) === Math.floor(now);
  return `${Math.floor(minutesOf(moment) / 60)} giờ ${isToday ? 'hôm nay' : `ngày ${formatDay(moment)}`}`;
}

export const FAILURE = {
  tag: '[LỖI]',
  greeting: 'Kính gửi Công an xã và tài khoản cài đặt,',
  conclusion: (at: Moment, deed: string) => `Lúc ${formatMoment(at)}, lịch tự động không làm được: ${deed}.`,
  source: 'Hệ thống sẽ tự thử lại. Nội dung đã nhập không bị ảnh hưởng.',
  causeLead: 'Nguyên nhân: ',
  todoLead: 'Cần làm: ',
  todo: 'Mở bảng, chọn Đề án 06 ▸ Kiểm tra dữ liệu và Đồng bộ bảng tính. Nếu đến chiều vẫn nhận thư này, nhờ tài khoản cài đặt mở Đề án 06 ▸ Thiết lập ban đầu.',
  trace: 'lỗi',
};
