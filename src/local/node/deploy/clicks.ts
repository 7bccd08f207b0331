// What a person clicks after the push, short; the README tells it in full.

import type { Outcome } from './install.ts';
import { scriptAddress, sheetAddress } from './next-step.ts';

/** After a first installation, in whatever way it was done. */
export const FIRST_CLICKS = [
  'Mở bảng tính, chờ thực đơn «Đề án 06» (tải lại trang nếu chưa thấy) ▸ Thiết lập ban đầu…',
  'Google hỏi quyền: chọn tài khoản cài đặt ▸ Nâng cao (Advanced) ▸ Đi tới… (Go to…) ▸ đánh dấu tất cả ▸ Tiếp tục.',
  'Bấm lại Thiết lập ban đầu…, đọc danh sách thay đổi, đồng ý.',
  'Tab Cấu hình: Tài khoản Công an xã, E-mail Chủ tịch, Đồng gửi, Số kế hoạch, Ngày nghỉ.',
  'Tab Đơn vị: Tài khoản Google để nhập. Chia sẻ tệp cho từng tài khoản, quyền Người chỉnh sửa.',
  'Tab Nhiệm vụ: chọn Đầu mối cho dòng trống. Rồi Đề án 06 ▸ Đồng bộ bảng tính…',
];
const UPGRADE = [
  'Mở bảng tính, tải lại trang, rồi Đề án 06 ▸ Đồng bộ bảng tính…',
  'Nếu chưa từng chọn Thiết lập ban đầu… thì làm việc đó trước (README, mục «Cài vào Google Sheets thật»).',
];

export function clicksAfter({ scriptId, sheetId, isFirst }: Outcome): string[] {
  return [
    '',
    `Bảng tính / sheet: ${sheetId ? sheetAddress(sheetId) : 'bảng chứa chương trình dưới đây'}`,
    `Chương trình / script: ${scriptAddress(scriptId)}`,
    '',
    'Việc tiếp theo / next:',
    ...(isFirst ? FIRST_CLICKS : UPGRADE).map((line, index) => `  ${index + 1}. ${line}`),
  ];
}
