// «Hướng dẫn»: a page for units, a page for CAX, and what Google's consent screen will say.

import { AUTOMATIC_HOUR } from '../../core/duty-days.ts';
import { twoDigits } from '../../core/figures.ts';
import type { PeriodRules } from '../../core/period.ts';
import type { CellStyle, DeclaredCell, FixedTab } from '../declare.ts';
import { TAB_IDS } from '../tab-ids.ts';

const linesOf = ({ deadlineDay, graceDay }: PeriodRules): readonly (readonly [CellStyle, string])[] => [
  ['title', 'HƯỚNG DẪN'],
  ['heading', 'Dành cho đơn vị (máy tính hoặc điện thoại, không phải cấp quyền gì)'],
  [
    'wrap',
    '1. Tìm dòng của mình: ở tab Đơn vị, cột Mở nhiệm vụ, bấm mã nhiệm vụ để tới ô Tình trạng của dòng đó; cột Đã báo cáo kỳ này cho biết đã báo cáo mấy dòng trong số phải báo cáo; trên máy tính bấm «Xem riêng các dòng» để chỉ thấy dòng của đơn vị (không làm ẩn dòng với người khác). Chỉ các dòng đơn vị chủ trì mở cho tài khoản của đơn vị.',
  ],
  [
    'wrap',
    `2. Trước ngày ${deadlineDay} hằng tháng: chọn Tình trạng, ghi Tiến độ, Kết quả trong kỳ. Việc đã xong thì ghi Ngày hoàn thành (gõ 15/05/2024) và Minh chứng (số văn bản hoặc đường dẫn).`,
  ],
  [
    'wrap',
    '3. Kỳ báo cáo và Thời điểm báo cáo hệ thống tự ghi. Nếu tháng này không có gì thay đổi, chọn Kỳ báo cáo là kỳ đang mở để xác nhận.',
  ],
  ['wrap', '4. Nhiệm vụ thường xuyên không có việc trong kỳ: chọn Không phát sinh và ghi lý do ở Kết quả trong kỳ.'],
  [
    'wrap',
    '5. Có vướng mắc thì ghi ở Khó khăn, vướng mắc; điều đề xuất thì ghi ở Đề xuất, kiến nghị và chọn Gửi tới: để trống là UBND xã (Chủ tịch cho ý kiến). Không có thì để trống.',
  ],
  [
    'wrap',
    '6. Xem cột Lưu ý: hệ thống chỉ ra ô cần sửa. Ô bị từ chối khi gõ sẽ hiện lời giải thích. Dán từ Word: bấm đúp vào ô rồi dán, để cả đoạn nằm trong một ô. Dán nhiều ô thì dùng Dán đặc biệt ▸ Chỉ dán giá trị (Ctrl+Shift+V) để không mất danh sách chọn.',
  ],
  [
    'wrap',
    '7. Đơn vị được giao số liệu chỉ tiêu: tab Chỉ tiêu, ghi Tử số và Mẫu số ở dòng của nhiệm vụ mình; hệ thống tự ghi ngày.',
  ],
  [
    'wrap',
    '8. Chỉ ghi số liệu tổng hợp. Không ghi số định danh, số điện thoại, danh sách người dân; không ghi nội dung mật.',
  ],
  ['heading', 'Đọc cột Trạng thái'],
  [
    'wrap',
    'Xanh dương: hoàn thành · Vàng: hoàn thành nhưng quá hạn, sau dự kiến hoặc thiếu ngày · Xanh lá: đang thực hiện trong hạn, thường xuyên có kết quả · Vàng đậm: sắp đến hạn · Đỏ: quá hạn · Tím: quá thời gian dự kiến, không tính quá hạn cho đơn vị · Cam: chưa báo cáo, chưa cập nhật kỳ này · Xám: chưa đến lượt, không phát sinh. «Chưa cập nhật kỳ này» ở Trạng thái và Còn lại: dòng phải báo cáo mà kỳ đang mở chưa báo cáo; con số của các tab không vì thế mà đổi.',
  ],
  [
    'wrap',
    'Hạn áp dụng là Hạn điều chỉnh (nếu Công an xã đã gia hạn), nếu không là Hạn đọc từ kế hoạch. Tính quá hạn = Không: thời hạn theo lộ trình, dự kiến của cấp trên, quá ngày cũng không tính quá hạn. Nhiệm vụ thường xuyên không có hạn.',
  ],
  ['heading', 'Dành cho Công an xã'],
  [
    'wrap',
    `1. Trước ngày ${deadlineDay}: Đề án 06 ▸ Kiểm tra dữ liệu nêu chỗ cần sửa (không chặn việc chốt) và chỗ nên xem lại (lưu ý), kèm việc cần làm.`,
  ],
  [
    'wrap',
    `2. Từ ngày ${deadlineDay} đến ngày ${graceDay}: Đề án 06 ▸ Tổng hợp báo cáo. Hệ thống hiện đơn vị còn thiếu và điều cần sửa; đồng ý thì hệ thống chốt số liệu đến hết ngày ${deadlineDay - 1} thành một bản.`,
  ],
  [
    'wrap',
    `3. Khoảng 10 phút sau khi chốt, hệ thống tự gửi thư kèm văn bản Word cho Chủ tịch (thiếu điều gì để gửi thì hộp thoại chốt, Kiểm tra dữ liệu và dòng đỏ ở tab Tổng hợp nêu rõ); muốn đọc thư trước khi chốt: Xem trước thư; đường dẫn văn bản và tin Zalo soạn sẵn ở tab Sổ báo cáo. Nếu đến ${AUTOMATIC_HOUR} giờ ngày làm việc đầu tiên từ ngày ${deadlineDay} chưa chốt (Công an xã được báo trước qua thư), hệ thống tự lập bản tự động và ghi rõ «CHƯA CHỐT».`,
  ],
  [
    'wrap',
    '4. Sửa số liệu sau khi chốt: sửa ở tab Nhiệm vụ rồi bấm Tổng hợp báo cáo lần nữa, hệ thống lập bản đính chính. Hết những ngày chốt, cho tới ngày chốt số liệu của tháng sau: sửa, chọn Kỳ báo cáo của dòng đó là kỳ cần đính chính, rồi bấm Đính chính kỳ trước; dòng đã ghi cho kỳ mới giữ như bản đã chốt. Sau đó không đính chính được nữa.',
  ],
  [
    'wrap',
    '5. Cột Mã đến Ước 31/12 của tab Nhiệm vụ thu gọn trong một nhóm: bấm dấu + phía trên các cột để mở. Gia hạn: ghi Hạn điều chỉnh. Việc không tính quá hạn cho đơn vị: Tính quá hạn = Không. Chưa có đầu mối: chọn Đầu mối, rồi Đồng bộ bảng tính để mở dòng cho đơn vị đó.',
  ],
  [
    'wrap',
    '6. Bảng bị hỏng (mất dòng, mất cột, mất công thức, ô bị gộp): Đề án 06 ▸ Đồng bộ bảng tính (không có mục này thì Xem trước đồng bộ, rồi Đồng bộ theo bản đã xem). Hệ thống cho xem trước rồi mới sửa, không bao giờ ghi đè nội dung đơn vị đã nhập; dòng bị xóa được lấy lại từ bản lưu bảy ngày gần nhất hoặc bản chốt. Quyền, danh sách chọn, công thức, màu được hệ thống tự khôi phục mỗi đêm.',
  ],
  [
    'wrap',
    '7. Cần lọc, sắp xếp riêng: dùng chế độ xem lọc (Dữ liệu ▸ Chế độ xem bộ lọc), không dùng bộ lọc chung vì ẩn dòng với mọi người. Lấy lại cả tệp như trước: Tệp ▸ Lịch sử phiên bản.',
  ],
  [
    'wrap',
    '8. Trên điện thoại không có thực đơn: đánh dấu ô Chọn ở tab Điều khiển, khoảng 10 phút sau kết quả hiện ở cột Kết quả. Chốt bằng ô đánh dấu thì phải Xem trước báo cáo trước; số liệu đã khác lúc xem thì hệ thống nêu lại, chưa chốt. Cũng có Xem trước thư, Xem trước đồng bộ.',
  ],
  [
    'wrap',
    '9. Cấp trên yêu cầu báo cáo đột xuất: ghi một dòng ở tab Đột xuất (Nội dung, Căn cứ, Phạm vi, Hạn đơn vị trả lời, Mức khẩn), rồi Đề án 06 ▸ Báo cáo đột xuất (trên điện thoại: đánh dấu ô Chọn). Hệ thống hỏi các đơn vị qua thư; khi đã đủ hoặc hết hạn thì làm lần nữa để tổng hợp, hệ thống lập văn bản và gửi Chủ tịch. Trả lời của đơn vị cũng là cập nhật của kỳ đang mở; bản đột xuất không thay bản của tháng.',
  ],
  [
    'wrap',
    `10. Cuối năm: trước khi tổng hợp tháng 12, đánh dấu Ước 31/12 ở các dòng chắc chắn xong trước 31/12. Từ ngày 01/01 đến ngày ${twoDigits(graceDay)}/01: Đề án 06 ▸ Chốt năm bổ sung (hoặc ô Chọn ở tab Điều khiển) thay số ước bằng số thực; việc ghi trong tháng 1 mà Ngày hoàn thành đến hết 31/12 vẫn được tính.`,
  ],
  ['heading', 'Dành cho tài khoản cài đặt'],
  [
    'wrap',
    '1. Đề án 06 ▸ Thiết lập ban đầu dựng bảng, bật lịch tự động, gửi thư thử tới chính mình và nêu việc còn thiếu (☐). Bấm lại cho tới khi hệ thống nói «Bảng đã sẵn sàng». (Cài theo cách chặt: chạy hàm setUp ở tập lệnh riêng.)',
  ],
  [
    'wrap',
    '2. Bàn giao: chia sẻ tệp cho tài khoản mới, ghi nó vào Tài khoản cài đặt ở tab Cấu hình; lịch của tài khoản cũ (hoặc Công an xã bấm Đồng bộ bảng tính) đặt quyền cho nó; tài khoản mới chạy Thiết lập ban đầu cho tới khi hết ☐; sau cùng tài khoản cũ tắt lịch của mình ở Lịch tự động. Văn bản từ đó lưu ở thư mục Drive của tài khoản mới.',
  ],
  [
    'wrap',
    '3. Mỗi quý: xem lại ai sửa được tệp (nút Chia sẻ), E-mail Chủ tịch và các tài khoản ở tab Cấu hình, mã chương trình (npm run deploy nêu mã có bị sửa không), trình kích hoạt ở script.google.com.',
  ],
  ['heading', 'Màn hình xin quyền của Google (chỉ người bấm thực đơn Đề án 06)'],
  [
    'wrap',
    'Đơn vị không cần bấm thực đơn này: các việc trong đó dành cho Công an xã và tài khoản cài đặt, hệ thống nói ngay cho người bấm nhầm biết. Riêng lần bấm đầu tiên Google hỏi quyền trước khi hệ thống kịp nói; bấm nhầm mà thấy Google hỏi quyền thì đóng màn hình đó lại, không phải đồng ý gì.',
  ],
  [
    'wrap',
    'Lần bấm đầu tiên, Google hỏi quyền: chọn tài khoản đang dùng; nếu hiện «Google chưa xác minh ứng dụng này» thì bấm Nâng cao (Advanced) rồi «Đi tới …»; đánh dấu tất cả các quyền và bấm Tiếp tục. Sau đó bấm lại thực đơn. Thực đơn đã dùng được mà về sau Google lại hỏi quyền: đừng đồng ý, báo tài khoản cài đặt.',
  ],
];

/** @param rules the days the words name */
export function guideTab(rules: PeriodRules): FixedTab {
  const cells = linesOf(rules).map(([style, value], row): DeclaredCell => ({ row, column: 0, value, style }));
  return {
    kind: 'fixed',
    key: 'guide',
    sheetId: TAB_IDS.guide,
    title: 'Hướng dẫn',
    frozenRows: 0,
    frozenColumns: 0,
    rowCount: cells.length,
    columnWidths: [320],
    cells,
    charts: [],
    blocks: {},
  };
}
