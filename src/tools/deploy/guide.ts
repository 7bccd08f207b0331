// HUONG-DAN.txt of the release: both ways of installing by hand, step by step, for somebody who is no programmer and has no Node.
import { FIRST_CLICKS } from './clicks.ts';
import { PLACES } from './release-files.ts';

const STANDALONE_NAME = 'De-an-06-tap-lenh-rieng';
const BOUND_NAME = 'De-an-06';

/** Of a project that is open in Google's editor. */
const PASTE = (which: keyof typeof PLACES): string[] => [
  'Ở cột trái mở tệp mã duy nhất (Mã.gs hoặc Code.gs), bấm ba chấm cạnh tên ▸ Đổi tên (Rename) ▸ main.',
  `Mở tệp ${PLACES[which]['main.js']} bằng Notepad, Ctrl+A, Ctrl+C. Trở lại main.gs: bấm vào vùng mã, Ctrl+A, Ctrl+V.`,
  'Bấm Cài đặt dự án (Project Settings, hình bánh răng), đánh dấu Hiển thị tệp kê khai "appsscript.json" trong trình chỉnh sửa (Show "appsscript.json" manifest file in editor). Trở lại Trình chỉnh sửa (Editor, hình <>).',
  `Mở appsscript.json ở cột trái, Ctrl+A, dán (Ctrl+V) toàn bộ nội dung tệp ${PLACES[which]['appsscript.json']}.`,
];
const ONLY_MAIN = 'Bấm Lưu (Ctrl+S). Trong dự án chỉ còn main.gs và appsscript.json; tệp mã nào khác thì xóa.';

/** Google's own screens, at the first function run or item clicked. */
const CONSENT: readonly string[] = [
  'Cần cấp quyền (Authorization required): bấm Xem lại quyền (Review permissions), chọn đúng tài khoản cài đặt.',
  '«Google chưa xác minh ứng dụng này» (Google hasn’t verified this app): chương trình do chính xã dán vào nên Google chưa xem xét. Bấm Nâng cao (Advanced) ở góc trái, rồi Đi tới TÊN-DỰ-ÁN (không an toàn) / Go to … (unsafe); tên hiện ra phải đúng tên đã đặt cho dự án.',
  'ĐÁNH DẤU TẤT CẢ các ô quyền (Select all), bấm Tiếp tục (Continue). Google chỉ hỏi, chưa chạy: chạy hoặc bấm lại việc đó.',
  'Google báo admin_policy_enforced hoặc policy_enforced: tài khoản bị quản trị viên hoặc Chương trình Bảo vệ nâng cao chặn. Nhờ quản trị viên cho phép Apps Script, hoặc dùng tài khoản khác làm tài khoản cài đặt.',
];

const HARDENED: readonly string[] = [
  'Tạo bảng tính trống: https://sheets.new. Đặt tên bảng. Địa chỉ bảng trên thanh địa chỉ (https://docs.google.com/spreadsheets/d/…/edit) là MÃ BẢNG: chép cả địa chỉ cũng được.',
  `TẬP LỆNH RIÊNG. Mở https://script.google.com/home ▸ Dự án mới (New project). Bấm tên «Dự án không có tiêu đề» (Untitled project), đặt là: ${STANDALONE_NAME}`,
  ...PASTE('standalone'),
  'Ở mấy dòng đầu của main.gs, dán địa chỉ bảng vào giữa hai dấu nháy của MA_BANG, ví dụ: var MA_BANG = "https://docs.google.com/spreadsheets/d/…/edit"; Không sửa gì khác.',
  `${ONLY_MAIN} Chép địa chỉ của dự án này trên thanh địa chỉ (https://script.google.com/…/edit): đó là MÃ TẬP LỆNH RIÊNG.`,
  `CHƯƠNG TRÌNH TRONG BẢNG. Trở lại bảng tính ▸ Tiện ích mở rộng (Extensions) ▸ Apps Script. Đặt tên dự án là: ${BOUND_NAME}`,
  ...PASTE('bound'),
  'Ở mấy dòng đầu của main.gs này ghi cả hai: địa chỉ bảng vào MA_BANG, địa chỉ tập lệnh riêng vào MA_TAP_LENH_RIENG.',
  `${ONLY_MAIN} Đóng thẻ này.`,
  'Trở lại thẻ của TẬP LỆNH RIÊNG. Ở thanh trên chọn hàm setUp trong danh sách (lúc đầu là runClock), bấm Chạy (Run). Lần đầu Google hỏi quyền: xem mục C.',
  'Cho quyền xong mà chưa thấy gì trong Nhật ký thực thi (Execution log) thì chạy lại setUp. Nhật ký phải có «Đã dựng bảng.», «Đã gửi một thư thử» và danh sách việc còn thiếu (✓ đã xong, ☐ chưa). Hiện «CHƯA LÀM ĐƯỢC» thì làm theo câu ở đó.',
  'Mở bảng tính, tải lại trang (F5): tab Cấu hình ghi Tài khoản Công an xã, E-mail Chủ tịch, Số kế hoạch; tab Đơn vị ghi Tài khoản Google để nhập; nút Chia sẻ: từng tài khoản đó, quyền Người chỉnh sửa; tab Nhiệm vụ chọn Đầu mối cho dòng trống.',
  'Chạy lại setUp; nhật ký nêu thay đổi thì đọc tab Xem trước trong bảng rồi chạy hàm syncSheet. Lặp lại cho tới khi không còn mục ☐.',
  'Không chia sẻ tập lệnh riêng cho ai; bật xác minh hai bước cho tài khoản cài đặt.',
];

const PLAIN: readonly string[] = [
  'Tạo bảng tính trống: https://sheets.new. Đặt tên bảng.',
  `Tiện ích mở rộng (Extensions) ▸ Apps Script. Bấm tên «Dự án không có tiêu đề» (Untitled project), đặt là: ${BOUND_NAME}`,
  ...PASTE('plain'),
  `${ONLY_MAIN} Đóng thẻ Apps Script, tải lại bảng (F5).`,
  ...FIRST_CLICKS,
];

const UPDATE: readonly string[] = [
  'Dán lại đúng những tệp đã dán, đè lên bản cũ (main.gs và appsscript.json). Cách chặt: dán cả hai dự án, GHI LẠI MA_BANG, MA_TAP_LENH_RIENG ở mấy dòng đầu (chép từ bản cũ trước khi đè).',
  'Cách chặt: ở tập lệnh riêng chạy setUp; nhật ký nêu thay đổi thì đọc tab Xem trước rồi chạy syncSheet. Cách thường: tải lại bảng, Đề án 06 ▸ Đồng bộ bảng tính…',
  'Google hỏi thêm quyền lúc tài khoản cài đặt chạy setUp thì xem mục C. Công an xã đã dùng thực đơn mà lại bị hỏi quyền thì đừng đồng ý, báo tài khoản cài đặt.',
];

const CHECK: readonly string[] = [
  'Phiên bản: trong bảng, Đề án 06 ▸ Giới thiệu (phiên bản …).',
  'Lịch tự động: https://script.google.com/home/triggers (Trình kích hoạt của tôi): đúng MỘT trình kích hoạt runClock. Cách chặt: của tập lệnh riêng; chương trình trong bảng không có cái nào.',
  'Mỗi bảng chỉ một dự án Apps Script (và một tập lệnh riêng): chỉ lịch của Mã tập lệnh ghi ở tab Cấu hình làm việc; chương trình thừa thì xóa.',
  'Muốn biết mã có bị ai sửa: máy nào có Node.js thì chạy npm run deploy -- --compare (chỉ đọc, nêu từng chỗ khác). Không có thì chép mã đang có ra một tệp, gửi người phát triển so; xem có tệp lạ trong dự án không. Đừng dán đè trước khi giữ lại bản đó.',
  'Hỏi Google những điều chương trình dựa vào: cách thường Đề án 06 ▸ Tự kiểm trên Google…; cách chặt chạy hàm checkOnGoogle, làm các bước ở tab Tự kiểm tay, rồi chạy readHandSteps.',
  'Tạm dừng mọi thư và lịch: cách chặt chạy turnClockOff, bật lại turnClockOn; cách thường Đề án 06 ▸ Lịch tự động…',
  'Bảng này là bản sao, hoặc dựng lại từ tệp sao lưu: cách chặt chạy makeItTheOriginal rồi setUp; cách thường Đề án 06 ▸ Thiết lập ban đầu…',
];

/** In this order: between the steps no two scripts send. */
const CHANGE: readonly string[] = [
  'Dùng bảng đang có, không tạo bảng mới. Làm các bước của mục A từ «TẬP LỆNH RIÊNG» đến hết bước của chương trình trong bảng (dán đè mã mới lên mã cũ); CHƯA chạy setUp.',
  'Mở https://script.google.com/home/triggers, xóa trình kích hoạt runClock của dự án TRONG BẢNG: từ lúc này lịch tự động tạm dừng.',
  'Tài khoản cài đặt và TỪNG tài khoản Công an xã mở https://myaccount.google.com/connections, xóa kết nối của dự án trong bảng (quyền cũ).',
  'Làm tiếp mục A từ bước chạy setUp ở tập lệnh riêng: lịch tự động chạy lại, do tập lệnh này giữ.',
];

/** Letters a line: Notepad does not wrap by itself. */
const WIDTH = 110;

function wrapped(step: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of step.split(' ')) {
    if (line !== '' && line.length + word.length >= WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** With the line breaks by which Notepad knows it. */
export function guideText(version: string): string {
  const numbered = (steps: readonly string[]) =>
    steps.flatMap((step, index) =>
      wrapped(step).map((line, i) => `${(i === 0 ? `${index + 1}.` : '').padStart(4)} ${line}`),
    );
  const lines = [
    `ĐỀ ÁN 06 – phiên bản ${version} – cài không cần Node.js`,
    '',
    'Làm trên máy tính, bằng Chrome, Edge hoặc Firefox đã đăng nhập tài khoản cài đặt của xã (một tài khoản Google chung, không dùng tài khoản cá nhân).',
    'Giải nén tệp .zip trước (bấm chuột phải ▸ Giải nén tất cả). Chỉ mở các tệp .txt bằng Notepad để chép, không sửa trong đó.',
    '',
    'Chọn một cách:',
    '  • CÁCH CHẶT (mục A, nên dùng khi nhiều đơn vị cùng sửa tệp): hai dự án, 20 phút. Người sửa được bảng không đổi được mã gửi thư.',
    '  • CÁCH THƯỜNG (mục B): một dự án, 10 phút. Ai sửa được bảng cũng sửa được mã; chỉ dùng khi tin mọi người sửa tệp.',
    '',
    'A. CÁCH CHẶT',
    ...numbered(HARDENED),
    '',
    'B. CÁCH THƯỜNG',
    ...numbered(PLAIN),
    '',
    'C. GOOGLE HỎI QUYỀN (lần chạy, lần bấm đầu tiên)',
    ...numbered(CONSENT),
    '',
    'D. CẬP NHẬT',
    ...numbered(UPDATE),
    '',
    'E. KIỂM TRA, TẠM DỪNG',
    ...numbered(CHECK),
    '',
    'F. ĐỔI MỘT BẢNG ĐANG DÙNG TỪ CÁCH THƯỜNG SANG CÁCH CHẶT',
    ...numbered(CHANGE),
    '',
  ];
  return lines.join('\r\n');
}
