// The world refusing: permission, quota, a lock somebody else holds, a file that is not ours. Thrown with a code, caught once
// at the entry point and worded there in Vietnamese with what to do next (architecture, three kinds of error).

export type RefusalCode =
  | 'busy'
  | 'not-yours'
  | 'not-set-up'
  | 'no-file'
  | 'copied-file'
  | 'conflict'
  | 'changed-meanwhile'
  | 'already-closed'
  | 'no-chairman'
  | 'quota'
  | 'google'
  | 'shut-out'
  | 'changed-history'
  | 'no-rights'
  | 'taken-name'
  | 'spoilt-ledger'
  | 'newer-sheet';

/** Whose the use cases of the menu are; the account follows. */
export const NOT_YOURS =
  'Việc này dành cho tài khoản Công an xã hoặc tài khoản cài đặt (xem tab Cấu hình). Đơn vị nhập thẳng vào tab Nhiệm vụ, không cần thực đơn này và ' +
  'không phải cấp quyền gì. Tài khoản đang dùng:';

/** Every code in words: what happened, and what to do. */
const WORDS: Readonly<Record<RefusalCode, string>> = {
  busy: 'Một việc khác của Đề án 06 đang chạy. Hãy chờ một phút rồi làm lại.',
  'not-yours': NOT_YOURS,
  'not-set-up': 'Bảng chưa được thiết lập. Hãy mở Đề án 06 ▸ Thiết lập ban đầu.',
  'no-file': 'Không mở được bảng tính.',
  'copied-file':
    'Tệp này là bản sao của bảng theo dõi nên không gửi thư và không chốt báo cáo. Nếu đây mới là bảng chính, hãy mở Đề án 06 ▸ Thiết lập ban đầu.',
  conflict: 'Bảng có chỗ hệ thống không tự quyết định được, chưa ghi gì:',
  'changed-meanwhile': 'Bảng vừa thay đổi trong lúc xem. Chưa ghi gì; hãy làm lại.',
  'already-closed': 'Bản này vừa được lập bởi một người khác hoặc một lần bấm khác. Không lập thêm.',
  'no-chairman': 'Chưa có E-mail Chủ tịch ở tab Cấu hình.',
  quota: 'Hết hạn mức gửi thư trong ngày của tài khoản cài đặt.',
  google: 'Google không thực hiện được yêu cầu. Chưa chắc đã ghi gì; hãy mở lại bảng và làm lại. Chi tiết:',
  'shut-out':
    'Có vùng bảo vệ do người khác đặt mà tài khoản đang dùng không được sửa, chưa ghi gì. Nhờ chủ tệp bỏ vùng đó (Dữ liệu ▸ Bảo vệ trang tính và dải ô) rồi làm lại. Chi tiết:',
  'no-rights': 'Tài khoản này có trong tab Cấu hình nhưng chưa sửa được bảng, chưa ghi gì:',
  'newer-sheet':
    'Bảng này do bản chương trình mới hơn dựng; bản đang chạy không hiểu hết nên không ghi gì. Nhờ tài khoản cài đặt cập nhật chương trình. (Nếu chương trình vẫn là bản mới nhất thì ô Phiên bản mẫu bảng ở tab Cấu hình bị ghi nhầm: xóa trắng ô đó rồi Đồng bộ bảng tính.)',
  'changed-history':
    'Tab «Lịch sử» không còn như lúc chốt, nên hệ thống không lấy số liệu từ đó để chốt, gửi thư hay lập văn bản. Hãy lấy lại các dòng ấy (Tệp ▸ Lịch sử phiên bản, hoặc dán lại đúng các dòng cũ, cả Kỳ, Phiên bản, Mã); không lấy lại được thì xóa dòng của bản ấy ở Sổ báo cáo, các báo cáo sau coi như không có bản ấy. Chỗ sai:',
  'spoilt-ledger':
    'Sổ báo cáo có ô Chỉ tiêu bị sửa hỏng; các bản sau so với bản đó, nên hệ thống không chốt và không gửi báo cáo cho tới khi ô được lấy lại (Tệp ▸ Lịch sử phiên bản). Chỗ hỏng:',
  'taken-name':
    'Có người đã đặt một dải ô trùng tên hệ thống dùng để chốt, chưa ghi gì. Hãy mở Dữ liệu ▸ Dải ô được đặt tên, xóa tên đó (nội dung ô vẫn còn) rồi làm lại. Tên trùng:',
};

export class Refusal extends Error {
  override name = 'Refusal' as const;
  constructor(
    readonly code: RefusalCode,
    /** What the words end in: an account, a place, Google's own message. */
    readonly detail = '',
    /** The HTTP status Google refused with, where it told one. */
    readonly status?: number,
  ) {
    super(detail === '' ? WORDS[code] : `${WORDS[code]} ${detail}`);
  }
}
