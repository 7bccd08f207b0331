// «Đột xuất»: a line a report asked for out of turn (plan III.3–III.4; rule 5.10). CAX fills in the line and ticks it; what
// becomes of it stands at its end. The numbers are there before they are needed, so that nobody has to give them.
import { type Column, column, type DeclaredRow, type TableTab } from '../declare.ts';
import { REQUEST_HEADINGS } from '../known-headings.ts';
import { TAB_IDS } from '../tab-ids.ts';

/** Lines there are at first, and so many more where few of them are left. */
export const LINES = 50;
export const URGENCIES = ['KHẨN', 'THƯỢNG KHẨN', 'HỎA TỐC'] as const;

const MOMENT_HELP = 'Gõ ngày và giờ dạng 20/05/2024 16:00.';

const COLUMNS = [
  column('tick', REQUEST_HEADINGS.tick, 60, 'tick', 'cax', {
    align: 'center',
    note: 'Đánh dấu để hệ thống làm bước tiếp theo của dòng mà không hỏi lại: lần đầu gửi yêu cầu tới đơn vị; khi đã trả lời đủ hoặc hết hạn thì tổng hợp, gửi Chủ tịch. Trên máy tính nên dùng Đề án 06 ▸ Báo cáo đột xuất, có hỏi trước khi làm.',
    rule: { kind: 'tick' },
  }),
  column('id', 'Mã', 100, 'text', 'sync', { note: 'Mã của yêu cầu; mỗi yêu cầu một dòng.' }),
  column('subject', 'Nội dung', 300, 'text', 'cax', {
    note: 'Báo cáo về việc gì; in sau chữ «Kết quả thực hiện», ví dụ: số hóa hồ sơ, kết quả giải quyết thủ tục hành chính.',
  }),
  column('basis', 'Căn cứ', 260, 'text', 'cax', {
    note: 'Văn bản yêu cầu: số, ngày, cơ quan. Ví dụ: Công văn số 123/UBND-CA ngày 10/05/2024 của UBND huyện Triệu Sơn. Có thể để trống.',
  }),
  column('scope', 'Phạm vi', 200, 'text', 'cax', {
    note: 'Để trống là tất cả. Hoặc ghi mã nhiệm vụ (II.05), nhóm (II), tên đơn vị; ngăn bằng dấu chấm phẩy. Đã gửi yêu cầu thì đổi ở đây không còn tác dụng; cần hỏi thêm thì ghi dòng mới.',
  }),
  column('until', 'Hạn đơn vị trả lời', 150, 'moment', 'cax', {
    align: 'center',
    note: 'Ngày, giờ cuối cùng để đơn vị cập nhật, ví dụ 20/05/2024 16:00; chỉ ghi ngày là đến hết ngày đó.',
    rule: { kind: 'date', help: MOMENT_HELP },
  }),
  column('dueAt', 'Hạn báo cáo cấp trên', 150, 'moment', 'cax', {
    align: 'center',
    note: 'Hạn phải gửi báo cáo; ghi trong thư gửi Chủ tịch. Có thể để trống.',
    rule: { kind: 'date', help: MOMENT_HELP },
  }),
  column('urgency', 'Mức khẩn', 110, 'text', 'cax', {
    align: 'center',
    note: 'Để trống nếu không khẩn.',
    rule: { kind: 'list', values: URGENCIES, help: `Chọn ${URGENCIES.join(', ')} hoặc để trống.` },
  }),
  column('outcome', 'Kết quả', 420, 'text', 'system', {
    align: 'left',
    note: 'Hệ thống ghi: đã yêu cầu, đã tổng hợp, còn thiếu gì.',
  }),
] satisfies readonly Column[];

export type AdHocColumn = (typeof COLUMNS)[number]['key'];

/** @param year of the plan */
export function adHocTab(year: number, lines = LINES): TableTab<AdHocColumn> {
  const rows = Array.from({ length: lines }, (_, i): DeclaredRow<AdHocColumn> => {
    const id = `ĐX-${year}-${String(i + 1).padStart(2, '0')}`;
    return { key: id, cells: { id } };
  });
  return {
    kind: 'table',
    key: 'adHoc',
    sheetId: TAB_IDS.adHoc,
    title: 'Đột xuất',
    frozenRows: 1,
    frozenColumns: 2,
    columns: COLUMNS,
    keyColumn: 'id',
    rows,
    colours: [],
  };
}
