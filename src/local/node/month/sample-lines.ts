// A month of entries of our own making, so that the command has something to show. Every text says «số liệu mẫu».
import { at, formatDay, formatTime, isoDate } from '../../../core/calendar.ts';
import { deadlineOf, type Period, PLAN_RULES, shiftPeriod } from '../../../core/period.ts';
import { STATES } from '../../../core/status.ts';
import type { Entry } from './entries.ts';

/** Days since the window began (the 15th of the month before), time, who, and what. */
type Line = readonly [day: number, time: string, by: string, code: string, entry: Partial<Entry>];

const { doing, done, nothingArose, awaitingGuidance } = STATES;
const mark = (text: string) => `${text} (số liệu mẫu)`;

const LINES: readonly Line[] = [
  [
    9,
    '09:10',
    'Công an xã',
    'IV.38',
    { state: doing, progress: 92, result: mark('Thu nhận 46 hồ sơ căn cước, kích hoạt 112 tài khoản định danh mức 2') },
  ],
  [
    9,
    '09:18',
    'Công an xã',
    'VI.57',
    { state: doing, result: mark('Tham mưu ban hành 02 văn bản đôn đốc, 01 giấy mời họp') },
  ],
  [9, '09:25', 'Công an xã', 'VI.58', { state: doing, result: mark('Đã gửi báo cáo tháng 4 đúng hạn') }],
  [9, '09:31', 'Công an xã', 'VI.59', { state: nothingArose, result: 'Không phát sinh' }],
  [9, '09:36', 'Công an xã', 'VI.60', { state: doing, result: mark('Hướng dẫn 09 lượt cán bộ thôn qua nhóm Zalo') }],
  [9, '09:40', 'Công an xã', 'II.09', { state: doing, result: mark('Phát thanh 12 buổi, phát 350 tờ rơi về VNeID') }],
  [
    10,
    '08:05',
    'Công an xã',
    'II.22',
    { state: doing, progress: 60, result: mark('Khảo sát 120 phiếu, 111 phiếu hài lòng') },
  ],
  [
    10,
    '08:12',
    'Công an xã',
    'X.70',
    { state: doing, progress: 30, result: mark('Rà soát 18 máy trạm, cài phần mềm diệt vi-rút 11 máy') },
  ],
  [10, '08:20', 'Công an xã', 'X.72', { state: doing, result: mark('Lồng ghép tuyên truyền tại 04 hội nghị thôn') }],
  [
    12,
    '14:00',
    'Ban Tư pháp xã',
    'I.01',
    { state: doing, result: mark('Rà soát 05 văn bản, đề xuất sửa đổi 01 văn bản') },
  ],
  [
    12,
    '14:20',
    'Ban Tư pháp xã',
    'X.71',
    { state: done, doneOn: 'D-20', evidence: '03/BC-TP', result: mark('Hoàn thành rà soát, gửi phòng Tư pháp') },
  ],
  [
    12,
    '14:31',
    'Ban Tư pháp xã',
    'II.16',
    { state: doing, result: mark('Lập 21 bản điện tử giấy khai sinh, 06 trích lục khai tử') },
  ],
  [
    12,
    '14:40',
    'Ban Tư pháp xã',
    'V.49',
    {
      state: doing,
      progress: 55,
      result: mark('Số hóa 1.850/3.400 trang sổ hộ tịch'),
      difficulty: mark('Máy quét hỏng, chờ kinh phí sửa chữa'),
      proposal: mark('Đề nghị bố trí kinh phí sửa 01 máy quét cho Ban Tư pháp'),
    },
  ],
  [
    14,
    '10:00',
    'BanTài chính & kế hoạch',
    'I.02',
    {
      state: doing,
      progress: 70,
      result: mark('Đã tổng hợp ý kiến, dự thảo tờ trình gửi phòng Tài chính'),
      difficulty: mark('Chờ Nghị quyết của HĐND tỉnh về miễn, giảm lệ phí'),
      proposal: mark('Đề nghị gia hạn đến 30/9/2024 vì chờ HĐND tỉnh'),
    },
  ],
  [
    14,
    '10:11',
    'Ban Tài chính xã',
    'VIII.65',
    { state: done, doneOn: 'D-45', evidence: 'QĐ 41/QĐ-UBND', result: mark('Đã phân bổ 85 triệu đồng cho Đề án 06') },
  ],
  [14, '10:19', 'Ban Tài chính - Kế hoạch', 'II.26', { state: 'Chưa thực hiện' }],
  [
    15,
    '08:30',
    'Văn phòng UBND xã',
    'II.05',
    { state: doing, progress: 64, result: mark('Số hóa 312/488 hồ sơ phát sinh trong kỳ') },
  ],
  [
    15,
    '08:40',
    'Văn phòng UBND xã',
    'I.03',
    { state: doing, result: mark('Cắt giảm giấy tờ 03 thủ tục liên quan cư trú') },
  ],
  [
    15,
    '08:44',
    'Văn phòng UBND xã',
    'II.04',
    { state: doing, result: mark('Công khai kết quả chấm điểm 766 trên bảng tin') },
  ],
  [
    15,
    '08:50',
    'Văn phòng UBND xã',
    'II.24',
    { state: doing, progress: 71, result: mark('142/200 hồ sơ công việc xử lý trên môi trường mạng') },
  ],
  [
    15,
    '08:55',
    'Văn phòng UBND xã',
    'II.32',
    { state: doing, progress: 66, result: mark('37/56 hồ sơ liên thông nộp trực tuyến') },
  ],
  [
    16,
    '15:00',
    'Bộ phận một cửa',
    'II.07',
    { state: doing, result: mark('Tiếp nhận 205 hồ sơ, trả trước và đúng hạn 201 hồ sơ') },
  ],
  [
    16,
    '15:06',
    'Bộ phận một cửa',
    'II.08',
    { state: doing, result: mark('Bỏ xuất trình giấy tờ cư trú với 05 thủ tục') },
  ],
  [
    16,
    '15:12',
    'Bộ phận một cửa xã',
    'II.12',
    {
      state: doing,
      progress: 58,
      result: mark('Tỷ lệ hồ sơ trực tuyến 58%'),
      difficulty: mark('Một số người cao tuổi chưa có điện thoại thông minh'),
    },
  ],
  [
    16,
    '15:20',
    'Bộ phận một cửa xã',
    'II.14',
    { state: awaitingGuidance, difficulty: mark('Chờ hướng dẫn hợp nhất cổng dịch vụ công của tỉnh') },
  ],
  [16, '15:26', 'Bộ phận một cửa xã', 'II.15', { state: doing, result: mark('Thanh toán trực tuyến 96 hồ sơ') }],
  [
    16,
    '15:30',
    'Bộ phận một cửa xã',
    'II.17',
    { state: doing, progress: 80, result: mark('28/35 thủ tục đủ điều kiện đã cung cấp toàn trình') },
  ],
  [
    16,
    '15:34',
    'Bộ phận một cửa xã',
    'II.19',
    { state: doing, progress: 90, result: mark('Xác thực định danh 184/205 lượt công dân') },
  ],
  [16, '15:40', 'Bộ phận một cửa xã', 'V.43', { state: doing, result: mark('Tra cứu dữ liệu dân cư 184 lượt') }],
  [
    16,
    '15:44',
    'Bộ phận một cửa xã',
    'IX.68',
    { state: nothingArose, result: mark('Trong kỳ không tổ chức đợt tuyên truyền chung') },
  ],
  [
    18,
    '09:00',
    'Ban Văn hóa- Thông tin',
    'II.13',
    { state: doing, progress: 40, result: mark('Cấp chữ ký số cá nhân cho 64 người dân') },
  ],
  [
    18,
    '09:08',
    'Ban Văn hóa - Thông tin',
    'II.28',
    { state: doing, result: mark('Tập huấn 01 lớp cho 32 thành viên Tổ công nghệ số') },
  ],
  [
    18,
    '09:14',
    'Ban Văn Hóa - Thông tin',
    'IX.67',
    { state: doing, result: mark('15 tin bài, 08 pano, 20 buổi phát thanh') },
  ],
  [18, '09:20', 'Ban Văn hóa - Thông tin', 'VII.62', { state: doing, result: mark('Đã rà soát, có báo cáo riêng') }],
  [
    18,
    '09:26',
    'Ban Văn hóa - Thông tin',
    'II.10',
    {
      state: doing,
      progress: 35,
      result: mark('Khảo sát 03 điểm lõm sóng, đề nghị Viettel lắp trạm'),
      difficulty: mark('Chưa thống nhất vị trí đặt trạm tại 01 thôn'),
    },
  ],
  [
    20,
    '10:00',
    'CC Lao động, Thương binh và Xã hội',
    'III.33',
    { state: doing, result: mark('Chi trả qua tài khoản 214/260 đối tượng') },
  ],
  [
    20,
    '10:08',
    'CC Lao động, Thương binh và Xã hội',
    'III.34',
    { state: doing, result: mark('Cập nhật dữ liệu 260 đối tượng bảo trợ') },
  ],
  [
    20,
    '10:15',
    'CC Lao động, Thương binh và Xã hội',
    'IV.42',
    { state: doing, progress: 50, result: mark('Đã đề nghị cấp 01 đầu đọc thẻ') },
  ],
  [
    20,
    '10:22',
    'CC Lao động, Thương binh và Xã hội',
    'V.50',
    { state: doing, progress: 45, result: mark('Rà soát 1.240/2.750 lao động') },
  ],
  [22, '16:30', 'CC ĐC-XD xã', 'V.46', { state: doing, progress: 25, result: mark('Đo đạc bổ sung 02 thôn') }],
  [
    29,
    '22:10',
    'CC ĐC-NN-MT',
    'V.52',
    { state: doing, progress: 20, result: mark('Rà soát dữ liệu 340 hộ nông nghiệp') },
  ],
  [
    31,
    '09:00',
    'Trường Tiểu học',
    'IV.40',
    { state: doing, progress: 60, result: mark('Nhập học bạ số khối 1, khối 2') },
  ],
];

/** The sample for months one after the other; what was done in the first is not done again. */
export function sampleOf(periods: readonly Period[]): Entry[] {
  return periods.flatMap((period, i) => sampleEntries(period).filter(({ state }) => i === 0 || state !== done));
}

/** The sample as answers to a question out of turn: in its order, one after the other within the window. */
export function answersOf(period: Period, { from, to }: { readonly from: number; readonly to: number }): Entry[] {
  const entries = sampleEntries(period);
  const [first, last] = [at(from, 9), at(to, 15)];
  return entries.map((entry, i) => {
    const moment = first + ((last - first) * i) / entries.length;
    return { ...entry, at: `${isoDate(moment)}T${formatTime(moment)}` };
  });
}

/** The sample for a period: the same deeds, moved to its window. */
function sampleEntries(period: Period): Entry[] {
  const start = deadlineOf(shiftPeriod(period, -1), PLAN_RULES);
  return LINES.map(([day, time, by, code, entry]) => {
    const doneOn = entry.doneOn?.replace(/^D-(\d+)$/u, (_, days: string) => formatDay(start + day - Number(days)));
    return { at: `${isoDate(start + day)}T${time}`, by, code, ...entry, ...(doneOn === undefined ? {} : { doneOn }) };
  });
}
