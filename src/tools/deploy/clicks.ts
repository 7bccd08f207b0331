// What a person clicks after the push, short; the README tells it in full.

import type { Installation } from './install.ts';
import type { HardenedOutcome } from './install-hardened.ts';
import { scriptAddress, sheetAddress } from './next-step.ts';

/** After a first installation, in whatever way it was done. */
export const FIRST_CLICKS = [
  'Mở bảng tính, chờ thực đơn «Đề án 06» (tải lại trang nếu chưa thấy) ▸ Thiết lập ban đầu…',
  'Google hỏi quyền: chọn tài khoản cài đặt ▸ Nâng cao (Advanced) ▸ Đi tới… (Go to…) ▸ đánh dấu tất cả ▸ Tiếp tục.',
  'Bấm lại Thiết lập ban đầu…, đọc danh sách thay đổi, đồng ý; đọc danh sách việc còn thiếu, đồng ý gửi thư thử tới chính mình.',
  'Tab Cấu hình: Tài khoản Công an xã, E-mail Chủ tịch, Đồng gửi, Số kế hoạch, Ngày nghỉ.',
  'Tab Đơn vị: Tài khoản Google để nhập. Chia sẻ tệp cho từng tài khoản, quyền Người chỉnh sửa.',
  'Tab Nhiệm vụ: chọn Đầu mối cho dòng trống. Rồi Đề án 06 ▸ Đồng bộ bảng tính…',
  'Bấm lại Thiết lập ban đầu… cho tới khi hệ thống nói «Bảng đã sẵn sàng».',
];
const fromHardened = (standaloneId: string | undefined): string[] => [
  `Mở tập lệnh riêng cũ${standaloneId ? ` (${scriptAddress(standaloneId)})` : ' (https://script.google.com/home)'}, chạy turnClockOff nếu chưa chạy.`,
  'Mở bảng tính, tải lại trang, Đề án 06 ▸ Thiết lập ban đầu…, đồng ý giao lịch tự động cho chương trình trong bảng.',
];
const AGAIN = 'Xem lại các bước cài lúc nào cũng được: npm run deploy -- --status';
const UPGRADE = [
  'Mở bảng tính, tải lại trang, rồi Đề án 06 ▸ Đồng bộ bảng tính…',
  'Nếu chưa từng chọn Thiết lập ban đầu… thì làm việc đó trước.',
  AGAIN,
];

export function clicksAfter({ scriptId, sheetId, from, oldStandaloneId }: Installation): string[] {
  const clicks = from === 'nothing' ? FIRST_CLICKS : from === 'hardened' ? fromHardened(oldStandaloneId) : UPGRADE;
  return [
    '',
    `Bảng tính / sheet: ${sheetId ? sheetAddress(sheetId) : 'bảng chứa chương trình dưới đây'}`,
    `Chương trình / script: ${scriptAddress(scriptId)}`,
    '',
    'Việc tiếp theo / next:',
    ...numbered(clicks),
  ];
}

const numbered = (clicks: readonly string[]): string[] => clicks.map((line, index) => `  ${index + 1}. ${line}`);

/** The steps of an installation once more, and of a change of way, for who has lost them. @param oldStandaloneId of the way that was left */
export function installClicks(isHardened: boolean, oldStandaloneId: string | undefined): string[] {
  const changed = isHardened ? REVOKE : oldStandaloneId === undefined ? [] : fromHardened(oldStandaloneId);
  return [
    '',
    'Các bước sau khi cài (đã làm thì bỏ qua) / steps after installing:',
    ...numbered(isHardened ? FIRST_HARDENED : FIRST_CLICKS),
    ...(changed.length === 0
      ? []
      : [
          `Nếu bảng này trước đây cài theo cách ${isHardened ? 'thường' : 'chặt'}, còn phải / after a change of way:`,
          ...numbered(changed),
        ]),
  ];
}

const RUN_SET_UP = [
  'Mở tập lệnh riêng (địa chỉ trên). Ở thanh trên chọn hàm setUp, bấm Chạy (Run).',
  'Google hỏi quyền: chọn tài khoản cài đặt ▸ Nâng cao (Advanced) ▸ Đi tới… (Go to…) ▸ đánh dấu tất cả ▸ Tiếp tục. Chạy lại setUp.',
];
const KEEP_APART = 'Không chia sẻ tập lệnh riêng cho ai; bật xác minh hai bước cho tài khoản cài đặt.';
const FIRST_HARDENED = [
  ...RUN_SET_UP,
  'Đọc Nhật ký thực thi (Execution log): bảng đã dựng, thư thử đã gửi, danh sách việc còn thiếu.',
  'Mở bảng tính: ghi tab Cấu hình, tab Đơn vị; chia sẻ tệp (Người chỉnh sửa); tab Nhiệm vụ chọn Đầu mối.',
  'Chạy lại setUp; nếu nhật ký nêu thay đổi thì đọc tab Xem trước rồi chạy syncSheet. Lặp lại cho tới khi không còn mục ☐.',
  KEEP_APART,
];
// First what closes the hole: until then whoever edits the sheet can still write code that runs by rights of the plain way.
const REVOKE = [
  'Bằng tài khoản cài đặt mở https://script.google.com/home/triggers: xóa trình kích hoạt runClock của tập lệnh TRONG BẢNG.',
  'Tài khoản cài đặt và TỪNG tài khoản Công an xã mở https://myaccount.google.com/connections: xóa kết nối của tập lệnh trong bảng (quyền cũ).',
];
const FROM_PLAIN = [
  ...REVOKE,
  ...RUN_SET_UP,
  'Đọc Nhật ký thực thi (Execution log): lịch tự động do tập lệnh này giữ; nếu nêu thay đổi thì đọc tab Xem trước rồi chạy syncSheet.',
  'Báo Công an xã: hai lần bấm thực đơn đầu tiên Google hỏi quyền, chỉ ba quyền hẹp; về sau lại bị hỏi thì đừng đồng ý.',
  KEEP_APART,
];
const UPGRADE_HARDENED = [
  'Mở tập lệnh riêng (địa chỉ trên), chạy hàm setUp, đọc Nhật ký thực thi.',
  'Nếu nhật ký nêu thay đổi: đọc tab Xem trước trong bảng rồi chạy syncSheet.',
  AGAIN,
];

export function clicksAfterHardened(outcome: HardenedOutcome): string[] {
  const { scriptId, sheetId, standaloneId, from } = outcome;
  const clicks = from === 'plain' ? FROM_PLAIN : from === 'nothing' ? FIRST_HARDENED : UPGRADE_HARDENED;
  return [
    '',
    `Bảng tính / sheet: ${sheetAddress(sheetId)}`,
    `Tập lệnh trong bảng / bound script: ${scriptAddress(scriptId)}`,
    `Tập lệnh riêng / standalone script: ${scriptAddress(standaloneId)}`,
    '',
    'Việc tiếp theo / next:',
    ...numbered(clicks),
  ];
}
