// The tabs that grow at their end and are never rewritten: the ledger of closings, the frozen rows, the backup of entries,
// the journal. Deeds append to them; the sync keeps only their headings and formats.
import { ENTRY_HEADINGS } from '../../core/check-row.ts';
import { FIGURE_CODES } from '../../core/figures.ts';
import { type Column, column, type Format, type GrowingTab } from '../declare.ts';

const plain = (key: string, heading: string, width: number, format: Format = 'text') =>
  column(key, heading, width, format, 'system');

/** The entry block as it is copied: same headings, same formats; `entryPeriod` because `period` is the closing's own. */
const ENTRY: readonly Column[] = [
  plain('state', ENTRY_HEADINGS.state, 120),
  plain('progress', ENTRY_HEADINGS.progress, 70, 'percent'),
  plain('result', ENTRY_HEADINGS.result, 220),
  plain('doneOn', ENTRY_HEADINGS.doneOn, 90, 'date'),
  plain('evidence', ENTRY_HEADINGS.evidence, 140),
  plain('difficulty', ENTRY_HEADINGS.difficulty, 160),
  plain('proposal', ENTRY_HEADINGS.proposal, 160),
  plain('entryPeriod', ENTRY_HEADINGS.period, 90),
  plain('reportedAt', ENTRY_HEADINGS.reportedAt, 120, 'moment'),
];

export const LEDGER: GrowingTab = {
  kind: 'growing',
  key: 'ledger',
  sheetId: 1005,
  title: 'Sổ báo cáo',
  frozenRows: 1,
  frozenColumns: 1,
  capacity: 300,
  columns: [
    plain('period', 'Kỳ', 90),
    plain('version', 'Phiên bản', 70, 'integer'),
    plain('kind', 'Loại', 80),
    plain('asOf', 'Số liệu đến ngày', 90, 'date'),
    plain('closedAt', 'Chốt lúc', 120, 'moment'),
    plain('closedBy', 'Người chốt', 180),
    ...FIGURE_CODES.map((code) => plain(code.toLowerCase(), code, 110)),
    { ...plain('json', 'Chỉ tiêu', 80), hidden: true },
    plain('document', 'Văn bản', 160),
    plain('chairmanMail', 'Thư Chủ tịch', 160),
    plain('zalo', 'Tin Zalo', 260),
    plain('note', 'Ghi chú', 260),
  ],
};

export const HISTORY: GrowingTab = {
  kind: 'growing',
  key: 'history',
  sheetId: 1006,
  title: 'Lịch sử',
  frozenRows: 1,
  frozenColumns: 3,
  capacity: 2500,
  columns: [
    plain('period', 'Kỳ', 90),
    plain('version', 'Phiên bản', 70, 'integer'),
    plain('code', 'Mã', 60),
    plain('accountable', 'Đầu mối', 150),
    plain('due', 'Hạn áp dụng', 90, 'date'),
    plain('countsOverdue', 'Tính quá hạn', 70),
    ...ENTRY,
    plain('status', 'Trạng thái', 170),
    plain('onTime', 'Đúng hạn', 70),
  ],
};

export const BACKUP: GrowingTab = {
  kind: 'growing',
  key: 'backup',
  sheetId: 1007,
  title: 'Bản lưu',
  hidden: true,
  frozenRows: 1,
  frozenColumns: 2,
  capacity: 1051,
  columns: [plain('day', 'Ngày', 90, 'date'), plain('code', 'Mã', 60), ...ENTRY],
};

export const JOURNAL: GrowingTab = {
  kind: 'growing',
  key: 'journal',
  sheetId: 1008,
  title: 'Nhật ký',
  frozenRows: 1,
  frozenColumns: 1,
  capacity: 2000,
  columns: [
    plain('at', 'Lúc', 120, 'moment'),
    plain('deed', 'Việc', 180),
    plain('key', 'Khóa', 240),
    plain('state', 'Trạng thái', 100),
    plain('account', 'Tài khoản', 200),
    plain('outcome', 'Kết quả', 420),
  ],
};
