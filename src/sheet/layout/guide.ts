// «Hướng dẫn»: a page for units, a page for CAX, and what Google's consent screen will say.
import type { CellStyle, DeclaredCell, FixedTab } from '../declare.ts';

const LINES: readonly (readonly [CellStyle, string])[] = [
  ['title', 'HƯỚNG DẪN'],
  ['heading', 'Dành cho đơn vị'],
  ['wrap', '1. Mở tab Nhiệm vụ, tìm các dòng đơn vị mình chủ trì. Chỉ các dòng đó mở cho tài khoản của đơn vị.'],
  [
    'wrap',
    '2. Trước ngày 15 hằng tháng: chọn Tình trạng, ghi Tiến độ, Kết quả trong kỳ. Việc đã xong thì ghi Ngày hoàn thành (gõ 15/05/2024) và Minh chứng (số văn bản hoặc đường dẫn).',
  ],
  [
    'wrap',
    '3. Kỳ báo cáo và Báo cáo lúc máy tự ghi. Nếu tháng này không có gì thay đổi, chọn Kỳ báo cáo là kỳ đang mở để xác nhận.',
  ],
  ['wrap', '4. Nhiệm vụ thường xuyên không có việc trong kỳ: chọn Không phát sinh và ghi lý do ở Kết quả trong kỳ.'],
  [
    'wrap',
    '5. Có vướng mắc thì ghi ở Khó khăn, vướng mắc; điều cần xin ý kiến Chủ tịch thì ghi ở Đề xuất, kiến nghị. Không có thì để trống.',
  ],
  ['wrap', '6. Xem cột Lưu ý: máy chỉ ra ô cần sửa. Ô bị từ chối khi gõ sẽ hiện lời giải thích.'],
  [
    'wrap',
    '7. Chỉ ghi số liệu tổng hợp. Không ghi số định danh, số điện thoại, danh sách người dân; không ghi nội dung mật.',
  ],
  ['heading', 'Dành cho Công an xã'],
  [
    'wrap',
    '1. Từ ngày 15 đến ngày 19: mở Đề án 06 ▸ Tổng hợp báo cáo. Máy hiện đơn vị còn thiếu và điều cần sửa; đồng ý thì máy chốt số liệu đến hết ngày 14 thành một bản.',
  ],
  [
    'wrap',
    '2. Vài phút sau khi chốt, máy tự gửi thư cho Chủ tịch. Nếu đến 16 giờ ngày làm việc đầu tiên từ ngày 15 chưa chốt, máy tự lập bản tự động và ghi rõ «CHƯA CHỐT».',
  ],
  ['wrap', '3. Sửa số liệu sau khi chốt: sửa ở tab Nhiệm vụ rồi bấm Tổng hợp báo cáo lần nữa, máy lập bản đính chính.'],
  [
    'wrap',
    '4. Gia hạn: ghi Hạn điều chỉnh. Việc không tính quá hạn cho đơn vị: Tính quá hạn = Không. Chưa có đầu mối: chọn Đầu mối.',
  ],
  [
    'wrap',
    '5. Bảng bị hỏng (mất dòng, mất cột, mất công thức): Đề án 06 ▸ Đồng bộ bảng tính. Máy cho xem trước rồi mới sửa; không bao giờ ghi đè nội dung đơn vị đã nhập.',
  ],
  ['heading', 'Màn hình xin quyền của Google'],
  [
    'wrap',
    'Lần bấm menu đầu tiên, Google hỏi quyền: chọn tài khoản đang dùng, bấm Nâng cao (Advanced) rồi «Đi tới …», đánh dấu tất cả các quyền và bấm Tiếp tục. Sau đó bấm lại menu. Đơn vị không cần làm bước này.',
  ],
];

const CELLS: readonly DeclaredCell[] = LINES.map(([style, value], row) => ({ row, column: 0, value, style }));

export const GUIDE: FixedTab = {
  kind: 'fixed',
  key: 'guide',
  sheetId: 1011,
  title: 'Hướng dẫn',
  frozenRows: 0,
  frozenColumns: 0,
  rowCount: LINES.length,
  columnWidths: [820],
  cells: CELLS,
  merges: [],
  blocks: {},
};
