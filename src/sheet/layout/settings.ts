// «Cấu hình»: every setting with its label, its value and one sentence. Labels and sentences are ours; values are CAX's
// from the moment the row exists.

import { MOST_ADDRESSES } from '../../core/addresses.ts';
import type { Cell } from '../../core/cell.ts';
import { LONGEST_LIST, LONGEST_SETTING, SETTING_LABELS, SETTING_NOTES, type SettingKey } from '../../core/settings.ts';
import { type Column, column, type DeclaredRow, type Format, type Rule, type TableTab } from '../declare.ts';
import { notFormula } from '../formula.ts';
import { SETTING_HEADINGS } from '../known-headings.ts';
import { TAB_IDS } from '../tab-ids.ts';
import { ADDRESSES_HELP, addressesTest, addressListRule } from './addresses.ts';

const COLUMNS = [
  column('key', SETTING_HEADINGS.key, 120, 'text', 'sync', {
    hidden: true,
    note: 'Mã để hệ thống nhận ra mục; không sửa.',
  }),
  column('label', 'Mục', 240, 'text', 'sync', { note: 'Tên của mục cấu hình.' }),
  column('value', SETTING_HEADINGS.value, 340, 'text', 'once', {
    align: 'left',
    note: 'Công an xã hoặc tài khoản cài đặt ghi ở đây; hệ thống chỉ ghi giá trị ban đầu.',
  }),
  column('notes', 'Lưu ý', 200, 'text', 'formula', {
    note: 'Vì sao giá trị bên trái không dùng được; trống là dùng được.',
  }),
  column('note', 'Giải thích', 520, 'text', 'sync', { note: 'Mục này dùng để làm gì, ghi thế nào.' }),
] satisfies readonly Column[];

export type SettingColumn = (typeof COLUMNS)[number]['key'];

const DATE: Rule = { kind: 'date', help: 'Gõ ngày dạng 15/05/2024.' };
const whole = (min: number, max: number): Rule => ({
  kind: 'between',
  min,
  max,
  help: `Gõ số nguyên từ ${min} đến ${max}.`,
});

const VALUE = '[value]';
/** What the core takes whole passes; what a formula can see of the rest does not. */
const test = (condition: string, help: string): Rule => ({ kind: 'test', formula: `=${condition}`, help });
/** One address. */
const ADDRESS = test(addressesTest(VALUE, 1), 'Ghi một địa chỉ e-mail, ví dụ congan.vanson@gmail.com.');
const ADDRESSES: Rule = { kind: 'test', formula: addressListRule(VALUE), help: ADDRESSES_HELP };
const atMost = (longest: number) =>
  test(
    `AND(${notFormula(VALUE)};IF(ISTEXT(${VALUE});LEN(${VALUE})<=${longest};1=1))`,
    `Gõ chữ, nhiều nhất ${longest} ký tự, không dùng công thức.`,
  );
const TEXT = atMost(LONGEST_SETTING);
const LIST = atMost(LONGEST_LIST);

/** What the system writes itself is put back by itself. */
const OF_THE_SYSTEM: readonly SettingKey[] = ['ruleRecord', 'firstPeriod', 'fileId', 'scriptId'];
const LISTS: readonly SettingKey[] = ['superiorBodies', 'grounds', 'recipients', 'holidays', 'phrases'];

function ruleOf([key, , format, rule]: SettingRow, period: Rule): Rule | undefined {
  if (rule) return rule === 'period' ? period : rule;
  if (format || OF_THE_SYSTEM.includes(key)) return undefined;
  return LISTS.includes(key) ? LIST : TEXT;
}

/** «Lưu ý» of a row: why its value is not used, by what a formula can see. */
function noteFormula(rule: Rule | undefined): string {
  const [holds, words] =
    rule?.kind === 'test'
      ? [
          rule === ADDRESSES ? addressesTest(VALUE) : rule.formula.slice(1),
          rule === ADDRESS || rule === ADDRESSES ? SETTING_NOTES.address : SETTING_NOTES.long,
        ]
      : rule?.kind === 'date' || rule?.kind === 'between'
        ? [`ISNUMBER(${VALUE})`, SETTING_NOTES.number]
        : ['1=1', ''];
  return `=IF(ISFORMULA(${VALUE});"${SETTING_NOTES.formula}";IF(OR(${VALUE}="";${holds});"";"${words}"))`;
}

type SettingRow = readonly [key: SettingKey, note: string, format?: Format, rule?: Rule | 'period'];

const SETTINGS: readonly SettingRow[] = [
  ['commune', 'Viết thường chữ «xã», ví dụ: xã Vân Sơn. In trên mọi thư và văn bản.'],
  ['district', 'Tên huyện (hoặc tỉnh, từ 01/7/2025) mà xã báo cáo.'],
  ['planNumber', 'Số, ký hiệu Kế hoạch của xã, ví dụ 25/KH-UBND. Bản kế hoạch gốc để trống.'],
  ['planDate', 'Kỳ đầu tiên của kế hoạch bắt đầu từ ngày này.', 'date', DATE],
  ['planYear', 'Năm của kế hoạch; hạn không ghi năm được hiểu là năm này.', 'integer', whole(2000, 2100)],
  ['issuingBody', 'Cơ quan đứng tên báo cáo.'],
  ['standingBody', 'Đơn vị tổng hợp báo cáo.'],
  ['superiorBodies', 'Mỗi cơ quan một dòng trong ô (Alt+Enter để xuống dòng).'],
  ['grounds', 'Kế hoạch của cấp trên mà báo cáo viện dẫn; mỗi văn bản một dòng.'],
  ['chairmanTitle', 'Ví dụ: Chủ tịch.'],
  ['chairmanName', 'In ở khối ký của báo cáo.'],
  ['standingTitle', 'Người ký báo cáo của Tổ công tác.'],
  ['standingName', 'Để trống nếu chưa có.'],
  [
    'policeAccounts',
    'Các tài khoản Google được tổng hợp báo cáo, đồng bộ bảng; mỗi tài khoản một dòng (dấu phẩy, chấm phẩy cũng được).',
    'text',
    ADDRESSES,
  ],
  [
    'installingAccount',
    'Tài khoản sở hữu tệp và lịch tự động, gửi mọi thư. Nên là tài khoản chung của xã.',
    'text',
    ADDRESS,
  ],
  ['chairmanEmail', 'Nơi nhận báo cáo tháng.', 'text', ADDRESS],
  [
    'copies',
    `Các địa chỉ cùng nhận thư gửi Chủ tịch, nhiều nhất ${MOST_ADDRESSES}; mỗi địa chỉ một dòng; có thể để trống.`,
    'text',
    ADDRESSES,
  ],
  [
    'deadlineDay',
    'Đơn vị báo cáo trước ngày này hằng tháng (kế hoạch, mục III.3). Đổi thì áp dụng từ kỳ sau kỳ đang mở.',
    'integer',
    whole(2, 25),
  ],
  [
    'graceDay',
    'Sau ngày này bảng chuyển sang kỳ sau; phải sau Ngày chốt số liệu. Đổi thì áp dụng từ kỳ sau kỳ đang mở.',
    'integer',
    whole(3, 28),
  ],
  ['ruleRecord', 'Hệ thống ghi: từ kỳ nào chốt ngày nào, chậm nhất ngày nào; không sửa ở đây.'],
  [
    'warningDays',
    'Việc còn không quá số ngày này được ghi «sắp đến hạn»; với 48 ngày, việc hạn cuối tháng có mặt trong hai thư tháng.',
    'integer',
    whole(0, 366),
  ],
  ['sendingHour', 'Giờ gửi thư nhắc (0–23).', 'integer', whole(0, 23)],
  [
    'holidays',
    'Ngày lễ, ngày nghỉ bù dạng 30/04 hoặc 13/06–22/06 (không ghi năm là năm kế hoạch), ngăn bằng dấu chấm phẩy; thư nhắc tránh các ngày này. Tháng không ghi ngày nào thì dùng ngày nghỉ lễ theo luật.',
  ],
  ['asOf', 'Để trống là hôm nay. Ghi một ngày để xem thử bảng ở ngày đó; không ảnh hưởng bản chốt.', 'date', DATE],
  ['followUntil', 'Sau ngày này hệ thống không nhắc và không gửi nữa.', 'date', DATE],
  [
    'automaticSending',
    'Đánh dấu để hệ thống tự nhắc đơn vị và gửi báo cáo cho Chủ tịch. Bỏ dấu: không ai được nhắc, Chủ tịch chỉ nhận thư khi bấm Gửi Chủ tịch; bản tự động, văn bản và báo cáo đột xuất vẫn làm.',
    'tick',
    { kind: 'tick' },
  ],
  ['firstPeriod', 'Hệ thống ghi khi thiết lập; không có kỳ nào trước kỳ này được nhắc hay chốt.', 'text', 'period'],
  [
    'phrases',
    'Câu đơn vị hay ghi khi không có gì để nêu, mỗi câu một dòng. Các câu như «Không có khó khăn, vướng mắc», «Không có ý kiến», «/» đã tính sẵn; không phân biệt chữ hoa, dấu câu. Ô chỉ ghi câu như vậy được tính là trống.',
  ],
  ['recipients', 'Các dòng «Nơi nhận» của báo cáo; mỗi dòng một nơi.'],
  ['fileId', 'Hệ thống ghi khi thiết lập. Tệp sao chép có mã khác và không bao giờ gửi thư.'],
  [
    'scriptId',
    'Hệ thống ghi khi thiết lập. Chỉ lịch tự động của tập lệnh này làm việc, để hai tập lệnh không cùng gửi thư.',
  ],
  ['schema', 'Hệ thống ghi khi đồng bộ. Chương trình cũ hơn mẫu này không ghi gì vào bảng.', 'integer'],
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
): TableTab<SettingColumn> {
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
    rows: SETTINGS.map((row): DeclaredRow<SettingColumn> => {
      const [key, note, format] = row;
      const rule = ruleOf(row, period);
      return {
        key,
        cells: { key, label: SETTING_LABELS[key], note, value: initial[key] ?? null },
        ...(key in carried ? { corrections: { value: carried[key] ?? null } } : {}),
        ...(format ? { formats: { value: format } } : {}),
        ...(format === 'tick' || OF_THE_SYSTEM.includes(key) ? {} : { formulas: { notes: noteFormula(rule) } }),
        ...(rule ? { rules: { value: rule } } : {}),
      };
    }),
    colours: [],
  };
}
