// The tabs that grow at their end and are never rewritten: the ledger of closings, the frozen rows, the backup of entries,
// the journal. Use cases append to them; the sync keeps only their headings and formats.
import { FIGURE_CODES } from '../../core/figures.ts';
import { type Column, column, type Format, type GrowingTab } from '../declare.ts';
import { figureHeading } from '../former-headings.ts';
import { isLaterField } from '../ledger/frozen-fields.ts';
import { TAB_IDS } from '../tab-ids.ts';
import { COPIED_COLUMNS } from './entry-columns.ts';

/** Numbers and dates stand in the middle, so that they keep off the words beside them. */
const plain = <K extends string>(key: K, heading: string, width: number, format: Format = 'text', note?: string) =>
  column(key, heading, width, format, 'system', {
    ...(format === 'text' ? {} : { align: 'center' }),
    ...(note === undefined ? {} : { note }),
  });

/** What CAX decides of a row, and whether it was in time: kept with the entries, so that a deleted row comes back whole. */
const DECIDED = [
  plain('accountable', 'Đầu mối', 170, 'text', 'Như đang ghi ở dòng này.'),
  plain('countsOverdue', 'Tính quá hạn', 80, 'text', 'Như đang ghi ở dòng này.'),
  plain('extension', 'Hạn điều chỉnh', 110, 'date', 'Như Công an xã đã ghi.'),
  plain('estimate', 'Ước 31/12', 80, 'tick', 'Như Công an xã đã đánh dấu.'),
  plain('onTimeFor', 'Đúng hạn của kỳ', 100, 'text', 'Kỳ mà dòng này đã báo cáo đúng hạn.'),
  {
    ...plain('reporter', 'Báo cáo tính cho', 160, 'text', 'Kỳ và đơn vị có dòng này trước khi Đầu mối đổi.'),
    later: true,
  },
] satisfies readonly Column[];

export const LEDGER = {
  kind: 'growing',
  key: 'ledger',
  sheetId: TAB_IDS.ledger,
  title: 'Sổ báo cáo',
  frozenRows: 1,
  frozenColumns: 1,
  capacity: 300,
  columns: [
    plain('period', 'Kỳ', 100, 'text', 'Kỳ báo cáo, năm hoặc yêu cầu đột xuất đã chốt.'),
    plain(
      'version',
      'Phiên bản',
      80,
      'integer',
      '0 là bản tự động, 1 là bản do Công an xã chốt, từ 2 là bản đính chính.',
    ),
    plain(
      'kind',
      'Loại',
      80,
      'text',
      'Tháng, năm bổ sung hoặc đột xuất. Báo cáo 6 tháng, năm đi cùng bản của tháng 6, tháng 12.',
    ),
    plain('asOf', 'Số liệu đến ngày', 100, 'date', 'Số liệu tính đến hết ngày này.'),
    plain('closedAt', 'Thời điểm chốt', 130, 'moment', 'Lúc bản này được lập.'),
    plain('closedBy', 'Người chốt', 180, 'text', 'Tài khoản đã bấm Tổng hợp báo cáo; «Tự động» là hệ thống lập.'),
    ...FIGURE_CODES.map((code) => ({
      ...plain(code.toLowerCase() as Lowercase<typeof code>, figureHeading(code), 130, 'text', 'Như đã in ở bản này.'),
      ...(isLaterField(code) && { later: true as const }),
    })),
    { ...plain('json', 'Chỉ tiêu', 80, 'text', 'Số liệu đầy đủ của bản chốt, để hệ thống đọc lại.'), hidden: true },
    plain('document', 'Văn bản', 160, 'text', 'Đường dẫn tới văn bản báo cáo.'),
    plain('chairmanMail', 'Thư Chủ tịch', 220, 'text', 'Thư đã gửi cho ai, lúc nào.'),
    plain('zalo', 'Tin Zalo', 260, 'text', 'Tin soạn sẵn để chép vào Zalo.'),
    plain('note', 'Ghi chú', 260, 'text', 'Điều cần biết về bản này.'),
    {
      ...plain('late', 'Báo cáo sau khi chốt', 80, 'text', 'Nhiệm vụ được báo cáo sau khi chốt, để hệ thống đọc lại.'),
      hidden: true,
      later: true,
    },
  ],
} satisfies GrowingTab;

export const HISTORY = {
  kind: 'growing',
  key: 'history',
  sheetId: TAB_IDS.history,
  title: 'Lịch sử',
  frozenRows: 1,
  frozenColumns: 3,
  capacity: 2500,
  columns: [
    plain('period', 'Kỳ', 100, 'text', 'Kỳ báo cáo của bản chốt.'),
    plain('version', 'Phiên bản', 80, 'integer', 'Bản chốt mà dòng này thuộc về.'),
    plain('code', 'Mã', 60, 'text', 'Mã của nhiệm vụ.'),
    plain('accountable', 'Đầu mối', 170, 'text', 'Đơn vị chịu trách nhiệm lúc chốt.'),
    plain('due', 'Hạn áp dụng', 100, 'date', 'Hạn dùng để tính lúc chốt.'),
    plain('countsOverdue', 'Tính quá hạn', 80, 'text', 'Có hoặc Không, lúc chốt.'),
    ...COPIED_COLUMNS,
    plain('status', 'Trạng thái', 200, 'text', 'Trạng thái hệ thống xác định lúc chốt.'),
    plain(
      'onTime',
      'Đúng hạn',
      80,
      'text',
      'Có: báo cáo trước ngày chốt số liệu của kỳ; Không: báo cáo muộn; trống: chưa báo cáo.',
    ),
  ],
} satisfies GrowingTab;

export const BACKUP = {
  kind: 'growing',
  key: 'backup',
  sheetId: TAB_IDS.backup,
  title: 'Bản lưu',
  hidden: true,
  frozenRows: 1,
  frozenColumns: 2,
  capacity: 1051,
  columns: [
    plain('day', 'Ngày', 100, 'date', 'Ngày chép; giữ bảy ngày gần nhất.'),
    plain('code', 'Mã', 60, 'text', 'Mã của nhiệm vụ.'),
    ...COPIED_COLUMNS,
    ...DECIDED,
  ],
} satisfies GrowingTab;

export const JOURNAL = {
  kind: 'growing',
  key: 'journal',
  sheetId: TAB_IDS.journal,
  title: 'Nhật ký',
  frozenRows: 1,
  frozenColumns: 1,
  capacity: 2000,
  columns: [
    plain('at', 'Thời điểm', 130, 'moment', 'Lúc việc này chạy.'),
    plain('deed', 'Việc', 180, 'text', 'Việc hệ thống đã làm.'),
    { ...plain('key', 'Khóa', 240, 'text', 'Mã để hệ thống không làm một việc hai lần.'), hidden: true },
    plain('state', 'Trạng thái', 100, 'text', 'Xong, đã gửi, không rõ hoặc cần xem.'),
    plain('account', 'Tài khoản', 200, 'text', 'Tài khoản đã chạy việc này.'),
    plain('outcome', 'Kết quả', 520, 'text', 'Kết quả, bằng lời.'),
  ],
} satisfies GrowingTab;
