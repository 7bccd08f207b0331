// «Cấu hình»: every setting with its label, its value and one sentence. Labels and sentences are ours; values are CAX's
// from the moment the row exists.
import type { Cell } from '../../core/cell.ts';
import { type Column, column, type DeclaredRow, type Format, type Rule, type TableTab } from '../declare.ts';

const COLUMNS: readonly Column[] = [
  column('key', 'Khóa', 120, 'text', 'sync', { hidden: true }),
  column('label', 'Mục', 240, 'text', 'sync'),
  column('value', 'Giá trị', 340, 'text', 'once'),
  column('note', 'Giải thích', 520, 'text', 'sync'),
];

const DATE: Rule = { kind: 'date', help: 'Gõ ngày dạng 15/05/2024.' };
const whole = (min: number, max: number): Rule => ({
  kind: 'between',
  min,
  max,
  help: `Gõ số nguyên từ ${min} đến ${max}.`,
});

interface SettingRow {
  readonly key: string;
  readonly label: string;
  readonly note: string;
  readonly format?: Format;
  readonly rule?: Rule;
}

const SETTINGS: readonly SettingRow[] = [
  { key: 'commune', label: 'Tên xã', note: 'Viết thường chữ «xã», ví dụ: xã Vân Sơn. In trên mọi thư và văn bản.' },
  { key: 'district', label: 'Cấp trên trực tiếp', note: 'Tên huyện (hoặc tỉnh, từ 01/7/2025) mà xã báo cáo.' },
  {
    key: 'planNumber',
    label: 'Số kế hoạch',
    note: 'Số, ký hiệu Kế hoạch của xã, ví dụ 25/KH-UBND. Bản kế hoạch gốc để trống.',
  },
  {
    key: 'planDate',
    label: 'Ngày ban hành kế hoạch',
    note: 'Kỳ đầu tiên của kế hoạch bắt đầu từ ngày này.',
    format: 'date',
    rule: DATE,
  },
  {
    key: 'planYear',
    label: 'Năm kế hoạch',
    note: 'Năm của kế hoạch; hạn không ghi năm được hiểu là năm này.',
    format: 'integer',
    rule: whole(2000, 2100),
  },
  { key: 'issuingBody', label: 'Cơ quan ban hành', note: 'Cơ quan đứng tên báo cáo.' },
  { key: 'standingBody', label: 'Thường trực Tổ công tác', note: 'Đơn vị tổng hợp báo cáo.' },
  {
    key: 'superiorBodies',
    label: 'Kính gửi (cấp trên)',
    note: 'Mỗi cơ quan một dòng trong ô (Alt+Enter để xuống dòng).',
  },
  { key: 'chairmanTitle', label: 'Chức danh người ký', note: 'Ví dụ: Chủ tịch.' },
  { key: 'chairmanName', label: 'Họ tên người ký', note: 'In ở khối ký của báo cáo.' },
  { key: 'standingTitle', label: 'Chức danh ký bản nội bộ', note: 'Người ký báo cáo của Tổ công tác.' },
  { key: 'standingName', label: 'Họ tên ký bản nội bộ', note: 'Để trống nếu chưa có.' },
  {
    key: 'policeAccounts',
    label: 'Tài khoản Công an xã',
    note: 'Các tài khoản Google được tổng hợp báo cáo, đồng bộ bảng; mỗi tài khoản một dòng.',
  },
  {
    key: 'installingAccount',
    label: 'Tài khoản cài đặt',
    note: 'Tài khoản sở hữu tệp và lịch tự động, gửi mọi thư. Nên là tài khoản chung của xã.',
  },
  { key: 'chairmanEmail', label: 'E-mail Chủ tịch', note: 'Nơi nhận báo cáo tháng.' },
  {
    key: 'copies',
    label: 'Đồng gửi',
    note: 'Các địa chỉ nhận bản sao thư Chủ tịch; mỗi địa chỉ một dòng; có thể để trống.',
  },
  {
    key: 'deadlineDay',
    label: 'Ngày chốt số liệu',
    note: 'Đơn vị báo cáo trước ngày này hằng tháng (kế hoạch, mục III.3: ngày 15).',
    format: 'integer',
    rule: whole(2, 25),
  },
  {
    key: 'graceDay',
    label: 'Ngày cuối được chốt',
    note: 'Sau ngày này bảng chuyển sang kỳ sau.',
    format: 'integer',
    rule: whole(3, 28),
  },
  {
    key: 'warningDays',
    label: 'Số ngày cảnh báo sắp đến hạn',
    note: '48 ngày: hạn cuối tháng có mặt trong hai thư tháng trước đó.',
    format: 'integer',
    rule: whole(0, 366),
  },
  { key: 'sendingHour', label: 'Giờ gửi thư', note: 'Giờ gửi thư nhắc (0–23).', format: 'integer', rule: whole(0, 23) },
  {
    key: 'holidays',
    label: 'Ngày nghỉ',
    note: 'Ngày lễ, ngày nghỉ bù dạng 30/04/2024, ngăn bằng dấu chấm phẩy; thư nhắc tránh các ngày này.',
  },
  {
    key: 'asOf',
    label: 'Ngày tính',
    note: 'Để trống là hôm nay. Ghi một ngày để xem thử bảng ở ngày đó; không ảnh hưởng bản chốt.',
    format: 'date',
    rule: DATE,
  },
  {
    key: 'followUntil',
    label: 'Theo dõi đến',
    note: 'Sau ngày này máy không nhắc và không gửi nữa.',
    format: 'date',
    rule: DATE,
  },
  {
    key: 'automaticSending',
    label: 'Tự động gửi',
    note: 'Đánh dấu để máy tự nhắc đơn vị và gửi báo cáo cho Chủ tịch.',
    format: 'tick',
    rule: { kind: 'tick' },
  },
  {
    key: 'firstPeriod',
    label: 'Kỳ báo cáo đầu tiên',
    note: 'Máy ghi khi thiết lập; không có kỳ nào trước kỳ này được nhắc hay chốt.',
  },
  { key: 'recipients', label: 'Nơi nhận', note: 'Các dòng «Nơi nhận» của báo cáo; mỗi dòng một nơi.' },
  { key: 'fileId', label: 'Mã tệp', note: 'Máy ghi khi thiết lập. Tệp sao chép có mã khác và không bao giờ gửi thư.' },
];

/** @param initial the value a row is created with, by key */
export function settingsTab(initial: Readonly<Record<string, Cell>>): TableTab {
  return {
    kind: 'table',
    key: 'settings',
    sheetId: 1010,
    title: 'Cấu hình',
    frozenRows: 1,
    frozenColumns: 0,
    columns: COLUMNS,
    keyColumn: 'key',
    rows: SETTINGS.map(
      ({ key, label, note, format, rule }): DeclaredRow => ({
        key,
        cells: { key, label, note, value: initial[key] ?? null },
        ...(format ? { formats: { value: format } } : {}),
        ...(rule ? { rules: { value: rule } } : {}),
      }),
    ),
    colours: [],
  };
}
