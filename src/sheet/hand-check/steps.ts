// The steps of «Tự kiểm tay»: what only people at a keyboard or a phone can ask Google. Each leaves a trace the program can read
// afterwards; where only a person saw the answer, it is chosen from a list.

export const ALLOWED = { refused: 'Google từ chối', let: 'Sửa được' } as const;
export const FAST = 'Đủ năm dòng, mỗi dòng dưới hai giây';
export const SLOW = 'Đủ năm dòng, nhưng chậm hơn';
export const LED_THERE = 'Tới đúng ô';
export const PICKED = 'Danh sách chọn được';
export const TICKED = 'Đánh dấu được';
const NUMBERED = 'Trang 1 không có số, trang 2 và 3 có';

/** Typed in the first steps. */
export const TYPED = { number: '038012345678', day: '15/5', date: '15/05/2024', state: 'Hoàn thành' } as const;

/** The range a unit tries to take away. */
export const TRIAL = 'Tự kiểm: xóa thử vùng này';
/** The range that stands for another unit's row: open to the account alone that made the tab. */
export const OTHER_ROW = 'Tự kiểm: dòng của đơn vị khác';

export interface HandStep {
  /** Known for ever: saved answers are compared by it. */
  readonly id: string;
  /** Stands in «Mã»; a row with a code is stamped by onEdit. */
  readonly code: string;
  readonly who: string;
  /** One sentence. */
  readonly todo: string;
  /** What the person may have seen. */
  readonly sees: readonly string[];
  /** Who may edit the row's entry block; absent: keepers alone, nothing is typed there. */
  readonly open?: 'units' | 'trial' | 'maker';
}

const PHONE = 'Điện thoại, một đơn vị';
const COMPUTER = 'Máy tính, một đơn vị';

export const STEPS = [
  {
    id: 'phone-link',
    code: 'B01',
    who: PHONE,
    todo: `Bấm đường dẫn ở cột Tới ô, gõ ${TYPED.number} vào ô nó đưa tới, gõ ${TYPED.day} vào ô Ngày hoàn thành bên cạnh, rồi chọn ở Thấy gì.`,
    sees: [LED_THERE, 'Tới đúng tab, sai ô', 'Mở trình duyệt hoặc tệp khác', 'Không mở được'],
    open: 'units',
  },
  {
    id: 'phone-list',
    code: 'B02',
    who: PHONE,
    todo: `Ở dòng này chọn Tình trạng ${TYPED.state}, gõ 45 vào Tiến độ, ${TYPED.date} vào Ngày hoàn thành, sau cùng chọn Kỳ báo cáo đầu danh sách, rồi chọn ở Thấy gì.`,
    sees: [PICKED, 'Phải gõ tay', 'Không nhập được'],
    open: 'units',
  },
  {
    id: 'fast-typing',
    code: 'B03',
    who: COMPUTER,
    todo: 'Ở tab Nhiệm vụ, ghi Tình trạng (đúng thực tế) của năm dòng nêu ở cột Tới ô, dòng nọ ngay sau dòng kia, càng nhanh càng tốt, rồi chọn ở Thấy gì.',
    sees: [FAST, SLOW],
  },
  {
    id: 'paste',
    code: 'B04',
    who: COMPUTER,
    todo: 'Chép (Ctrl+C) hai ô Làm gì, Ai làm của dòng này, dán (Ctrl+V) vào hai ô Kết quả trong kỳ, Ngày hoàn thành của dòng này, rồi chọn ở Thấy gì.',
    sees: Object.values(ALLOWED),
    open: 'units',
  },
  {
    id: 'other-row',
    code: 'B05',
    who: COMPUTER,
    todo: 'Dòng này đóng vai dòng của đơn vị khác: gõ chữ thử vào ô Kết quả trong kỳ, rồi chọn ở Thấy gì.',
    sees: Object.values(ALLOWED),
    open: 'maker',
  },
  {
    id: 'own-protection',
    code: 'B06',
    who: COMPUTER,
    todo: `Mở Dữ liệu ▸ Bảo vệ trang tính và dải ô, bấm vùng «${TRIAL}», bấm thùng rác để xóa vùng đó, rồi chọn ở Thấy gì.`,
    sees: ['Xóa được', 'Google từ chối', 'Không thấy vùng đó'],
    open: 'trial',
  },
  {
    id: 'sort',
    code: 'B07',
    who: COMPUTER,
    todo: 'Bôi đen mười dòng B01 đến B10, từ cột Mã tới cột Thời điểm báo cáo, chọn Dữ liệu ▸ Sắp xếp dải ô ▸ cột A từ Z đến A, rồi chọn ở Thấy gì.',
    sees: Object.values(ALLOWED),
  },
  {
    id: 'phone-tick',
    code: 'B08',
    who: 'Điện thoại, Công an xã',
    todo: 'Ở tab Điều khiển đánh dấu ô Chọn của dòng Kiểm tra dữ liệu, đợi mười lăm phút, rồi chọn ở Thấy gì.',
    sees: [TICKED, 'Không đánh dấu được'],
  },
  {
    id: 'consent',
    code: 'B09',
    who: 'Máy tính, tài khoản Công an xã',
    todo: 'Lần đầu bấm một mục của thực đơn Đề án 06 (Tự kiểm trên Google), chọn ở Thấy gì màn hình Google đã hiện.',
    sees: [
      'Hỏi quyền ngay, có ô đánh dấu từng quyền',
      'Hỏi quyền ngay, không có ô đánh dấu',
      'Chưa xác minh, bấm Nâng cao thì đi tiếp được',
      'Chưa xác minh, không đi tiếp được',
      'Không hỏi gì',
    ],
  },
  {
    id: 'pdf-pages',
    code: 'B10',
    who: 'Máy tính, tài khoản cài đặt',
    todo: 'Mở tệp «Tự kiểm - số trang.pdf» trong Drive của tài khoản này, tìm số trang ở giữa lề trên, rồi chọn ở Thấy gì.',
    sees: [NUMBERED, 'Trang nào cũng có số', 'Không trang nào có số'],
  },
] as const satisfies readonly HandStep[];

export type HandStepId = (typeof STEPS)[number]['id'];
