// The way without Node: what was built, and how to paste it, in one zip. The same build makes the same bytes.
import { strToU8, zipSync } from 'fflate';
import { FIRST_CLICKS } from './clicks.ts';
import type { Files } from './remote.ts';

const GUIDE = 'HUONG-DAN.txt';
/** The first day a zip can name, in any time zone. */
const NO_DATE = new Date(1980, 0, 1);

export function packRelease(files: Files, version: string): { name: string; bytes: Uint8Array } {
  const texts = { ...files, [GUIDE]: guideText(version) };
  const parts = Object.entries(texts).map(([name, text]) => [name, strToU8(text)] as const);
  return { name: `de-an-06-${version}.zip`, bytes: zipSync(Object.fromEntries(parts), { mtime: NO_DATE, level: 9 }) };
}

/** With a mark and the line breaks by which Notepad knows it. */
function guideText(version: string): string {
  const lines = [
    `ĐỀ ÁN 06 – phiên bản ${version} – cài không cần Node.js`,
    '',
    'Làm trên máy tính, bằng trình duyệt đã đăng nhập tài khoản cài đặt của xã (không dùng tài khoản cá nhân).',
    '',
    'A. Hai lần dán',
    '  1. Tạo một bảng Google Sheets trống: https://sheets.new',
    '     (cập nhật chương trình: mở bảng đang dùng).',
    '  2. Chọn Tiện ích mở rộng (Extensions) ▸ Apps Script.',
    '  3. Lần dán thứ nhất: mở tệp main.js bằng Notepad, Ctrl+A, Ctrl+C. Trong Apps Script mở tệp mã duy nhất',
    '     (Mã.gs hoặc Code.gs; cập nhật: main.gs), Ctrl+A, Ctrl+V. Lần đầu thì đổi tên tệp đó thành main.',
    '  4. Bấm Cài đặt dự án (Project Settings, hình bánh răng), đánh dấu Hiển thị tệp kê khai "appsscript.json"',
    '     trong trình chỉnh sửa (Show "appsscript.json" manifest file in editor).',
    '  5. Lần dán thứ hai: trở lại Trình chỉnh sửa (Editor), mở appsscript.json, dán toàn bộ nội dung tệp appsscript.json.',
    '  6. Lưu (Ctrl+S). Không được còn tệp mã nào khác ngoài main.gs. Đóng thẻ Apps Script.',
    '',
    'B. Trong bảng tính: tải lại trang (F5), rồi',
    ...FIRST_CLICKS.map((line, index) => `  ${index + 1}. ${line}`),
    '',
    'Khi cập nhật: sau hai lần dán chỉ cần tải lại trang, chọn Đề án 06 ▸ Đồng bộ bảng tính…',
    'Mỗi bảng chỉ một dự án Apps Script: hai chương trình trong một bảng sẽ gửi thư hai lần.',
    '',
  ];
  return `\uFEFF${lines.join('\r\n')}`;
}
