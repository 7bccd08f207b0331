// «Đơn vị»: who reports, with which account, and how far each has come this period.
import { type Column, column, type DeclaredRow, type TableTab } from '../declare.ts';

const YES_NO = ['Có', 'Không'] as const;

const COLUMNS: readonly Column[] = [
  column('code', 'Mã', 70, 'text', 'sync'),
  column('name', 'Tên', 230, 'text', 'sync'),
  column('aliases', 'Tên khác', 220, 'text', 'sync', {
    note: 'Các cách kế hoạch viết tên đơn vị, ngăn bằng dấu chấm phẩy.',
  }),
  column('level', 'Cấp', 60, 'text', 'sync', { align: 'center' }),
  column('memberOf', 'Thuộc tập thể', 150, 'text', 'sync'),
  column('accounts', 'Tài khoản Google để nhập', 220, 'text', 'cax', {
    note: 'Tài khoản được sửa các dòng của đơn vị; nhiều tài khoản thì mỗi tài khoản một dòng trong ô.',
  }),
  column('emails', 'E-mail nhận nhắc', 220, 'text', 'cax', {
    note: 'Địa chỉ nhận thư nhắc; có thể khác tài khoản để nhập.',
  }),
  column('head', 'Người phụ trách', 150, 'text', 'cax'),
  column('reminded', 'Nhận nhắc', 70, 'text', 'once', {
    align: 'center',
    rule: { kind: 'list', values: YES_NO, help: 'Chọn Có hoặc Không.' },
  }),
  column('reporting', 'Thuộc diện báo cáo', 110, 'text', 'once', {
    align: 'center',
    rule: {
      kind: 'list',
      values: ['có dòng', 'chỉ phối hợp', 'mời', 'không'],
      help: 'Chọn: có dòng, chỉ phối hợp, mời hoặc không.',
    },
  }),
  column('planSentOn', 'Đã gửi kế hoạch ngày', 100, 'date', 'cax', {
    align: 'center',
    note: 'Kế hoạch riêng của đơn vị gửi về Tổ công tác (qua Công an xã) trước ngày 29/02/2024 (mục III.1).',
    rule: { kind: 'date', help: 'Gõ ngày dạng 28/02/2024.' },
  }),
  column('owed', 'Phải báo cáo', 70, 'integer', 'formula', {
    formula: '=COUNTIFS([tasks.accountable];[name];[board.owed];1)',
    align: 'right',
    note: 'Số dòng đơn vị phải báo cáo trong kỳ đang mở.',
  }),
  column('reported', 'Đã báo cáo', 70, 'integer', 'formula', {
    formula: '=COUNTIFS([tasks.accountable];[name];[board.owed];1;[board.reported];1)',
    align: 'right',
  }),
  column('missing', 'Còn thiếu', 70, 'integer', 'formula', { formula: '=[owed]-[reported]', align: 'right' }),
  column('onTime', 'Đúng hạn', 70, 'integer', 'formula', {
    formula: '=COUNTIFS([tasks.accountable];[name];[board.owed];1;[board.onTime];1)',
    align: 'right',
  }),
  column('link', 'Mở nhiệm vụ', 120, 'text', 'system', { note: 'Đường dẫn mở đúng các dòng của đơn vị.' }),
];

export function unitsTab(rows: readonly DeclaredRow[]): TableTab {
  return {
    kind: 'table',
    key: 'units',
    sheetId: 1004,
    title: 'Đơn vị',
    frozenRows: 1,
    frozenColumns: 2,
    columns: COLUMNS,
    keyColumn: 'code',
    rows,
    colours: [],
  };
}
