// Words of requests in «Điều khiển», on their own: what runs at a keystroke needs them, and not how the tab is declared.

/** Use cases that can be asked for here, by what the program calls them; the words are the menu's. */
export const REQUESTS = {
  preview: 'Xem trước báo cáo',
  previewMail: 'Xem trước thư',
  close: 'Tổng hợp báo cáo',
  correct: 'Đính chính kỳ trước',
  closeYear: 'Chốt năm bổ sung',
  check: 'Kiểm tra dữ liệu',
  remind: 'Nhắc đơn vị',
  test: 'Gửi thử cho tôi',
  chairman: 'Gửi Chủ tịch',
  previewSync: 'Xem trước đồng bộ',
  sync: 'Đồng bộ theo bản đã xem',
} as const;
/** In «Kết quả» while a request of a menu waits: who asked stands beside it. A tick by hand writes no name. */
export const WAITING = 'Đang chờ lịch tự động (khoảng 10 phút)';
/** What then stands there where the tick was taken away. */
export const WITHDRAWN = 'Đã bỏ đánh dấu, hệ thống không làm.';
/** «Người yêu cầu» of a tick by hand, where Google does not say who ticks. */
export const BY_TICK = 'Công an xã (đánh dấu)';
export type RequestName = keyof typeof REQUESTS;
