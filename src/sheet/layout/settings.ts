// «Cấu hình»: every setting with its label, its value and one sentence. Labels and sentences are ours; values are CAX's
// from the moment the row exists.
import type { Cell } from '../../core/cell.ts';
import { MOST_COPIES } from '../../core/settings.ts';
import { type Column, column, type DeclaredRow, type Format, type Rule, type TableTab } from '../declare.ts';
import { TAB_IDS } from '../tab-ids.ts';
import { ADDRESSES_HELP, addressesTest } from './addresses.ts';

const COLUMNS: readonly Column[] = [
  column('key', 'Khóa', 120, 'text', 'sync', { hidden: true, note: 'Mã để hệ thống nhận ra mục; không sửa.' }),
  column('label', 'Mục', 240, 'text', 'sync', { note: 'Tên của mục cấu hình.' }),
  column('value', 'Giá trị', 340, 'text', 'once', {
    align: 'left',
    note: 'Công an xã hoặc tài khoản cài đặt ghi ở đây; hệ thống chỉ ghi giá trị ban đầu.',
  }),
  column('note', 'Giải thích', 520, 'text', 'sync', { note: 'Mục này dùng để làm gì, ghi thế nào.' }),
];

const DATE: Rule = { kind: 'date', help: 'Gõ ngày dạng 15/05/2024.' };
const whole = (min: number, max: number): Rule => ({
  kind: 'between',
  min,
  max,
  help: `Gõ số nguyên từ ${min} đến ${max}.`,
});

/** One address. */
const ADDRESS: Rule = { kind: 'address', help: 'Ghi một địa chỉ e-mail, ví dụ congan.vanson@gmail.com.' };
/** As many @ as lines, at least: what a formula can see. The rest is the check's work. */
const ADDRESSES: Rule = {
  kind: 'test',
  formula: addressesTest('value'),
  help: ADDRESSES_HELP,
};
const COPIES: Rule = {
  kind: 'test',
  formula: addressesTest('value', MOST_COPIES),
  help: `${ADDRESSES_HELP} Nhiều nhất ${MOST_COPIES} địa chỉ.`,
};

type SettingRow = readonly [key: string, label: string, note: string, format?: Format, rule?: Rule | 'period'];

const SETTINGS: readonly SettingRow[] = [
  ['commune', 'Tên xã', 'Viết thường chữ «xã», ví dụ: xã Vân Sơn. In trên mọi thư và văn bản.'],
  ['district', 'Cấp trên trực tiếp', 'Tên huyện (hoặc tỉnh, từ 01/7/2025) mà xã báo cáo.'],
  ['planNumber', 'Số kế hoạch', 'Số, ký hiệu Kế hoạch của xã, ví dụ 25/KH-UBND. Bản kế hoạch gốc để trống.'],
  ['planDate', 'Ngày ban hành kế hoạch', 'Kỳ đầu tiên của kế hoạch bắt đầu từ ngày này.', 'date', DATE],
  [
    'planYear',
    'Năm kế hoạch',
    'Năm của kế hoạch; hạn không ghi năm được hiểu là năm này.',
    'integer',
    whole(2000, 2100),
  ],
  ['issuingBody', 'Cơ quan ban hành', 'Cơ quan đứng tên báo cáo.'],
  ['standingBody', 'Thường trực Tổ công tác', 'Đơn vị tổng hợp báo cáo.'],
  ['superiorBodies', 'Kính gửi (cấp trên)', 'Mỗi cơ quan một dòng trong ô (Alt+Enter để xuống dòng).'],
  ['grounds', 'Căn cứ', 'Kế hoạch của cấp trên mà báo cáo viện dẫn; mỗi văn bản một dòng.'],
  ['chairmanTitle', 'Chức danh người ký', 'Ví dụ: Chủ tịch.'],
  ['chairmanName', 'Họ tên người ký', 'In ở khối ký của báo cáo.'],
  ['standingTitle', 'Chức danh ký bản nội bộ', 'Người ký báo cáo của Tổ công tác.'],
  ['standingName', 'Họ tên ký bản nội bộ', 'Để trống nếu chưa có.'],
  [
    'policeAccounts',
    'Tài khoản Công an xã',
    'Các tài khoản Google được tổng hợp báo cáo, đồng bộ bảng; mỗi tài khoản một dòng.',
    'text',
    ADDRESSES,
  ],
  [
    'installingAccount',
    'Tài khoản cài đặt',
    'Tài khoản sở hữu tệp và lịch tự động, gửi mọi thư. Nên là tài khoản chung của xã.',
    'text',
    ADDRESS,
  ],
  ['chairmanEmail', 'E-mail Chủ tịch', 'Nơi nhận báo cáo tháng.', 'text', ADDRESS],
  [
    'copies',
    'E-mail nhận bản sao',
    `Các địa chỉ cùng nhận thư gửi Chủ tịch, nhiều nhất ${MOST_COPIES}; mỗi địa chỉ một dòng; có thể để trống.`,
    'text',
    COPIES,
  ],
  [
    'deadlineDay',
    'Ngày chốt số liệu',
    'Đơn vị báo cáo trước ngày này hằng tháng (kế hoạch, mục III.3). Đổi thì áp dụng từ kỳ sau kỳ đang mở.',
    'integer',
    whole(2, 25),
  ],
  [
    'graceDay',
    'Ngày cuối được chốt',
    'Sau ngày này bảng chuyển sang kỳ sau; phải sau Ngày chốt số liệu. Đổi thì áp dụng từ kỳ sau kỳ đang mở.',
    'integer',
    whole(3, 28),
  ],
  [
    'ruleRecord',
    'Ngày chốt đang áp dụng',
    'Hệ thống ghi: từ kỳ nào chốt ngày nào, chậm nhất ngày nào; không sửa ở đây.',
  ],
  [
    'warningDays',
    'Số ngày cảnh báo sắp đến hạn',
    'Việc còn không quá số ngày này được ghi «sắp đến hạn»; với 48 ngày, việc hạn cuối tháng có mặt trong hai thư tháng.',
    'integer',
    whole(0, 366),
  ],
  ['sendingHour', 'Giờ gửi thư', 'Giờ gửi thư nhắc (0–23).', 'integer', whole(0, 23)],
  [
    'holidays',
    'Ngày nghỉ',
    'Ngày lễ, ngày nghỉ bù dạng 30/04 hoặc 13/06–22/06 (không ghi năm là năm kế hoạch), ngăn bằng dấu chấm phẩy; thư nhắc tránh các ngày này. Tháng không ghi ngày nào thì dùng ngày nghỉ lễ theo luật.',
  ],
  [
    'asOf',
    'Ngày tính',
    'Để trống là hôm nay. Ghi một ngày để xem thử bảng ở ngày đó; không ảnh hưởng bản chốt.',
    'date',
    DATE,
  ],
  ['followUntil', 'Theo dõi đến', 'Sau ngày này hệ thống không nhắc và không gửi nữa.', 'date', DATE],
  [
    'automaticSending',
    'Tự động gửi',
    'Đánh dấu để hệ thống tự nhắc đơn vị và gửi báo cáo cho Chủ tịch. Bỏ dấu: không ai được nhắc, Chủ tịch chỉ nhận thư khi bấm Gửi Chủ tịch; bản tự động, văn bản và báo cáo đột xuất vẫn làm.',
    'tick',
    { kind: 'tick' },
  ],
  [
    'firstPeriod',
    'Kỳ báo cáo đầu tiên',
    'Hệ thống ghi khi thiết lập; không có kỳ nào trước kỳ này được nhắc hay chốt.',
    'text',
    'period',
  ],
  [
    'phrases',
    'Câu không có nội dung',
    'Câu đơn vị hay ghi khi không có gì để nêu, mỗi câu một dòng. Các câu như «Không có khó khăn, vướng mắc», «Không có ý kiến», «/» đã tính sẵn; không phân biệt chữ hoa, dấu câu. Ô chỉ ghi câu như vậy được tính là trống.',
  ],
  ['recipients', 'Nơi nhận', 'Các dòng «Nơi nhận» của báo cáo; mỗi dòng một nơi.'],
  ['fileId', 'Mã tệp', 'Hệ thống ghi khi thiết lập. Tệp sao chép có mã khác và không bao giờ gửi thư.'],
  [
    'scriptId',
    'Mã tập lệnh',
    'Hệ thống ghi khi thiết lập. Chỉ lịch tự động của tập lệnh này làm việc, để hai tập lệnh không cùng gửi thư.',
  ],
  [
    'schema',
    'Phiên bản mẫu bảng',
    'Hệ thống ghi khi đồng bộ. Chương trình cũ hơn mẫu này không ghi gì vào bảng.',
    'integer',
  ],
];

/**
 * @param initial the value a row is created with, by key
 * @param periods labels of the plan's periods
 * @param carried values that replace what stands, by key
 */
export function settingsTab(
  initial: Readonly<Record<string, Cell>>,
  periods: readonly string[],
  carried: Readonly<Record<string, Cell>> = {},
): TableTab {
  const period: Rule = { kind: 'list', values: periods, help: 'Chọn kỳ trong danh sách, ví dụ Kỳ 05/2024.' };
  return {
    kind: 'table',
    key: 'settings',
    sheetId: TAB_IDS.settings,
    title: 'Cấu hình',
    frozenRows: 1,
    frozenColumns: 0,
    columns: COLUMNS,
    keyColumn: 'key',
    rows: SETTINGS.map(
      ([key, label, note, format, rule]): DeclaredRow => ({
        key,
        cells: { key, label, note, value: initial[key] ?? null },
        ...(key in carried ? { corrections: { value: carried[key] ?? null } } : {}),
        ...(format ? { formats: { value: format } } : {}),
        ...(rule ? { rules: { value: rule === 'period' ? period : rule } } : {}),
      }),
    ),
    colours: [],
  };
}
