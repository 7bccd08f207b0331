// «Lưu ý» of a row, in words: those of the formula at the row (sheet/formulas/notes.ts) and of the check alike.
import { MOST_READ } from '../text.ts';

/** Words of the findings both the formula and the core know. */
export const ROW_NOTES = {
  unknownState: 'Tình trạng không có trong danh sách, đang tính là Chưa có thông tin',
  unknownWord: 'Tình trạng không có trong danh sách, chưa đọc được: Trạng thái suy từ các ô khác của dòng',
  stateLeftOut: 'Chưa chọn Tình trạng: đang hiểu là Đang thực hiện',
  nothingSaid: 'Có Kỳ báo cáo nhưng chưa chọn Tình trạng, chưa ghi Kết quả',
  progressOutside: 'Tiến độ phải là số từ 0 đến 100%',
  progressTiny: 'Tiến độ dưới 1%: 80% thì gõ 80, không gõ 0,8',
  dateNotADate: 'Ngày hoàn thành phải là ngày, gõ dạng 15/05/2024',
  dateOfOtherYears: 'Ngày hoàn thành không thuộc năm kế hoạch: xem lại ngày, tháng, năm',
  dateMissing: 'Thiếu Ngày hoàn thành',
  dateAhead: 'Ngày hoàn thành ở sau ngày tính, đang tính là Đang thực hiện',
  dateLeft: 'Còn Ngày hoàn thành mà Tình trạng không phải Hoàn thành',
  evidenceMissing: 'Hoàn thành nhưng chưa ghi Minh chứng',
  pauseUnproven: 'Tạm dừng phải ghi văn bản ở Minh chứng, đang tính là Chưa thực hiện',
  pauseUncounted: 'Tạm dừng phải ghi văn bản ở Minh chứng, chưa được tính là tạm dừng',
  pauseUnclear: 'Tạm dừng: Minh chứng chưa có số văn bản hoặc đường dẫn',
  askExtension: 'CAX xem xét gia hạn hoặc đặt Tính quá hạn = Không',
  addresseeUnknown: 'Gửi tới không có trong danh sách: đang hiểu là UBND xã',
  addresseeOpen: 'Đề xuất nêu cơ quan khác: chọn Gửi tới, để trống là xin ý kiến Chủ tịch xã',
  periodUnknown: 'Kỳ báo cáo phải là kỳ đang mở hoặc kỳ đã qua, dạng Kỳ 05/2024',
  timeNotATime: 'Thời điểm báo cáo phải là ngày giờ',
  timeByHand: 'Thời điểm báo cáo không phải ngày giờ hệ thống ghi: xem lại, không gõ tay',
  extensionNotADate: 'Hạn điều chỉnh phải là ngày, gõ dạng 15/05/2024',
  extensionEarly: 'Hạn điều chỉnh ở trước Hạn',
  extensionFar: 'Hạn điều chỉnh ở sau Hạn hơn một năm',
  extensionOfOtherYears: 'Hạn điều chỉnh không thuộc năm kế hoạch hay năm sau',
  estimateIdle: 'Ước 31/12: dòng không có hạn trong năm nên không được tính',
  formula: 'Có công thức trong ô nhập: gõ lại bằng chữ, số hoặc ngày',
  tooLong: `Ô dài quá ${MOST_READ} ký tự: đã cắt bớt khi đọc`,
  unassigned: 'Chưa giao đầu mối',
  shutOut: 'Đầu mối mới chưa gõ được ở dòng này: chờ Công an xã Đồng bộ bảng tính, hoặc hệ thống đặt quyền đêm nay',
  unclearReporter: 'Đổi Đầu mối trong kỳ, không rõ ai ghi sau đó: báo cáo kỳ này không tính cho đơn vị nào',
} as const;
export type RowNote = keyof typeof ROW_NOTES;
