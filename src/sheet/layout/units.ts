// «Đơn vị»: who reports, with which account, and how far each has come this period.
import { type Day, formatDay } from '../../core/calendar.ts';
import { UNIT_ADDRESS_NOTES } from '../../core/check/people.ts';
import { type Column, column, type DeclaredRow, type TableTab } from '../declare.ts';
import { REPORTING } from '../reading/unit-reporting.ts';
import { TAB_IDS } from '../tab-ids.ts';
import { ADDRESSES_HELP, addressesTest, addressListRule } from './addresses.ts';

const YES_NO = ['Có', 'Không'] as const;

/**
 * Rows whose report is the unit's: its own but those given to it afterwards, and those it gave on (core/handed-over.ts). Those too that carry the name it
 * had until people changed it, for the hours until it is taken over.
 */
function countOf(conditions: string): string {
  const given = '[tasks.reporter];"*"&KyMo&" – ';
  const own = (name: string) => `COUNTIFS([tasks.accountable];${name};${conditions})`;
  return (
    `=${own('[name]')}-COUNTIFS([tasks.accountable];[name];${given}*";${conditions})` +
    `+COUNTIFS(${given}"&[name];[tasks.accountable];"?*";${conditions})` +
    `+IF(OR([known]="";[known]=[name]);0;${own('[known]')})`
  );
}

/** What a formula can see of the two cells of addresses, in the words of the check. */
const UNIT_NOTES = `=TEXTJOIN("; ";TRUE;${(
  [
    ['accounts', UNIT_ADDRESS_NOTES.accounts],
    ['emails', UNIT_ADDRESS_NOTES.emails],
  ] as const
)
  .map(([key, words]) => `IF(OR(AND([${key}]="";NOT(ISFORMULA([${key}])));${addressesTest(`[${key}]`)});"";"${words}")`)
  .join(';')})`;

/**
 * @param plansBefore the day before which units send plans of their own
 * @param periods labels of the periods of the plan
 */
const columnsOf = (plansBefore: Day | null, periods: readonly string[]) =>
  [
    column('name', 'Tên', 170, 'text', 'sync', {
      note: 'Tên dùng ở cột Đầu mối, trong thư và báo cáo. Đổi tên thì sửa ở đây: đêm ấy hoặc lần đồng bộ sau hệ thống ghi lại ở các dòng, tên cũ thành tên khác.',
      rule: {
        kind: 'test',
        formula: '=COUNTIF([units.name];[name])<2',
        help: 'Tên này đã là của một đơn vị khác trong tab.',
      },
    }),
    column('link', 'Mở nhiệm vụ', 220, 'text', 'sync', {
      note: 'Bấm «Xem riêng các dòng» (trên máy tính) để chỉ thấy dòng của đơn vị; bấm mã để tới đúng dòng (cả trên điện thoại).',
    }),
    column('progress', 'Đã báo cáo kỳ này', 120, 'text', 'formula', {
      formula: '=IF([owed]=0;"";[reported]&"/"&[owed]&" dòng đã báo cáo")',
      note: 'Đã báo cáo bao nhiêu dòng trong số phải báo cáo của kỳ đang mở; trống là không phải báo cáo dòng nào.',
    }),
    column('code', 'Mã', 80, 'text', 'sync', { note: 'Mã để hệ thống nhận ra đơn vị; không sửa.' }),
    column('aliases', 'Tên khác', 220, 'text', 'sync', {
      note: 'Các cách kế hoạch viết tên đơn vị, ngăn bằng dấu chấm phẩy.',
    }),
    column('level', 'Cấp', 60, 'text', 'sync', {
      align: 'center',
      note: 'Cấp của đơn vị: xã, thôn, huyện, tỉnh hoặc ngoài (ngoài hệ thống chính quyền).',
    }),
    column('memberOf', 'Thuộc tập thể', 150, 'text', 'sync', {
      note: 'Dòng do tập thể này chủ trì thì tài khoản của đơn vị cũng nhập được.',
    }),
    column('accounts', 'Tài khoản Google để nhập', 220, 'text', 'cax', {
      note: 'Tài khoản được sửa các dòng của đơn vị; nhiều tài khoản thì mỗi tài khoản một dòng trong ô (dấu phẩy, chấm phẩy cũng được).',
      rule: { kind: 'test', formula: addressListRule('[accounts]'), help: ADDRESSES_HELP },
    }),
    column('emails', 'E-mail nhận nhắc', 220, 'text', 'cax', {
      note: 'Địa chỉ nhận thư nhắc; có thể khác tài khoản để nhập.',
      rule: { kind: 'test', formula: addressListRule('[emails]'), help: ADDRESSES_HELP },
    }),
    column('notes', 'Lưu ý', 160, 'text', 'formula', {
      formula: UNIT_NOTES,
      note: 'Điều cần xem lại ở hai ô địa chỉ bên trái; trống là không có.',
    }),
    column('head', 'Người phụ trách', 150, 'text', 'cax', { note: 'Họ tên, chức vụ người chịu trách nhiệm báo cáo.' }),
    column('reminded', 'Nhận nhắc', 84, 'text', 'once', {
      align: 'center',
      note: 'Không: hệ thống không gửi thư nhắc cho đơn vị này.',
      rule: { kind: 'list', values: YES_NO, help: 'Chọn Có hoặc Không.' },
    }),
    column('askedFor', 'Đã nhắc kỳ', 100, 'text', 'cax', {
      align: 'center',
      note: 'Kỳ gần nhất đơn vị đã được nhắc. Hệ thống ghi khi thư nhắc đã gửi; nhắc qua Zalo, điện thoại thì chọn kỳ ở đây. Đơn vị chưa được nhắc thì báo cáo không nêu là chậm, không báo cáo hay chưa giải trình.',
      rule: { kind: 'list', values: periods, help: 'Chọn kỳ trong danh sách, ví dụ Kỳ 05/2024.' },
    }),
    column('askedAt', 'Thời điểm nhắc', 120, 'moment', 'cax', {
      align: 'center',
      note: 'Lúc đơn vị được nhắc lần đầu trong kỳ ở ô bên; nhắc qua Zalo, điện thoại thì có thể ghi ngày.',
    }),
    column('reporting', 'Thuộc diện báo cáo', 130, 'text', 'once', {
      align: 'center',
      note: 'Có nhiệm vụ được giao: chủ trì nhiệm vụ, phải báo cáo; chỉ phối hợp, mời: không tính thiếu báo cáo.',
      rule: {
        kind: 'list',
        values: Object.values(REPORTING),
        help: `Chọn: ${Object.values(REPORTING).join(', ')}.`,
      },
    }),
    column('planSentOn', 'Đã gửi kế hoạch ngày', 100, 'date', 'cax', {
      align: 'center',
      note: `Kế hoạch riêng của đơn vị gửi về Tổ công tác (qua Công an xã)${plansBefore === null ? '' : ` trước ngày ${formatDay(plansBefore)} (mục III.1)`}.`,
      rule: { kind: 'date', help: 'Gõ ngày dạng 28/02/2024.' },
    }),
    column('owed', 'Phải báo cáo', 84, 'integer', 'formula', {
      formula: countOf('[board.owed];1'),
      align: 'center',
      note: 'Số dòng đơn vị phải báo cáo trong kỳ đang mở.',
    }),
    column('reported', 'Đã báo cáo', 84, 'integer', 'formula', {
      formula: countOf('[board.owed];1;[board.reported];1'),
      align: 'center',
      note: 'Số dòng đã báo cáo cho kỳ đang mở.',
    }),
    column('missing', 'Còn thiếu', 84, 'integer', 'formula', {
      formula: '=[owed]-[reported]',
      align: 'center',
      note: 'Số dòng còn phải báo cáo trong kỳ đang mở.',
    }),
    column('onTime', 'Đúng hạn', 84, 'integer', 'formula', {
      formula: countOf('[board.owed];1;[board.onTime];1'),
      align: 'center',
      note: 'Số dòng báo cáo trước ngày chốt số liệu của kỳ đang mở.',
    }),
    column('askedRows', 'Nhiệm vụ đã hỏi', 160, 'text', 'system', {
      hidden: true,
      note: 'Các nhiệm vụ quá hạn mà thư nhắc của kỳ ở ô Đã nhắc kỳ đã hỏi lý do.',
    }),
    column('known', 'Tên đã nhận', 160, 'text', 'sync', { hidden: true, note: 'Tên mà các dòng đang ghi theo.' }),
    column('planName', 'Tên theo kế hoạch', 160, 'text', 'sync', { hidden: true, note: 'Tên trong kế hoạch.' }),
  ] satisfies readonly Column[];

export type UnitColumn = ReturnType<typeof columnsOf>[number]['key'];

export function unitsTab(
  rows: readonly DeclaredRow<UnitColumn>[],
  plansBefore: Day | null,
  periods: readonly string[],
): TableTab<UnitColumn> {
  return {
    kind: 'table',
    key: 'units',
    sheetId: TAB_IDS.units,
    title: 'Đơn vị',
    frozenRows: 1,
    frozenColumns: 1,
    columns: columnsOf(plansBefore, periods),
    keyColumn: 'code',
    rows,
    colours: [],
  };
}
