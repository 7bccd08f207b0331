// «Chỉ tiêu»: one row a numeric target of the plan; two milestones of one indicator are two rows of one name.
import { INDICATOR_RESULTS, OPERATORS, UNCONFIRMED_NOTE } from '../../core/indicator.ts';
import type { Column, DeclaredRow, TableTab } from '../declare.ts';

const VALUE =
  '=IF(AND(ISNUMBER([numerator]);ISNUMBER([target]);N([numerator])>=0);IF(N([target])>1;[numerator];' +
  'IF(AND(ISNUMBER([denominator]);N([denominator])>0;N([numerator])<=N([denominator]));' +
  '[numerator]/[denominator];""));"")';

const RESULT =
  `=IF(LEFT([note];${UNCONFIRMED_NOTE.length})="${UNCONFIRMED_NOTE}";"${INDICATOR_RESULTS.unconfirmed}";` +
  `IF([value]="";"${INDICATOR_RESULTS.noData}";` +
  'IF(IF([operator]=">";[value]>[target];IF([operator]="<";[value]<[target];IF([operator]="≤";[value]<=[target];' +
  `IF([operator]="=";[value]=[target];[value]>=[target]))));"${INDICATOR_RESULTS.met}";"${INDICATOR_RESULTS.missed}")))`;

const NUMBER_HELP = 'Gõ một số, không âm.';
const COUNT_RULE = { kind: 'between', min: 0, max: 1_000_000_000, help: NUMBER_HELP } as const;

const COLUMNS: readonly Column[] = [
  { key: 'id', heading: 'Mã', width: 80, format: 'text', writer: 'sync' },
  { key: 'task', heading: 'Nhiệm vụ', width: 70, format: 'text', writer: 'sync', align: 'center' },
  { key: 'name', heading: 'Chỉ tiêu', width: 380, format: 'text', writer: 'sync' },
  {
    key: 'operator',
    heading: 'So sánh',
    width: 60,
    format: 'text',
    writer: 'sync',
    align: 'center',
    rule: { kind: 'list', values: OPERATORS, help: 'Chọn một dấu so sánh.' },
  },
  { key: 'target', heading: 'Mục tiêu', width: 80, format: 'percent', writer: 'sync', align: 'right' },
  { key: 'milestone', heading: 'Mốc', width: 90, format: 'date', writer: 'sync', align: 'center' },
  {
    key: 'numerator',
    heading: 'Tử số',
    width: 90,
    format: 'integer',
    writer: 'unit',
    align: 'right',
    note: 'Số đã đạt (chỉ số tổng hợp, không ghi tên người).',
    rule: COUNT_RULE,
  },
  {
    key: 'denominator',
    heading: 'Mẫu số',
    width: 90,
    format: 'integer',
    writer: 'unit',
    align: 'right',
    note: 'Tổng số; bỏ trống nếu chỉ tiêu là một con số đếm.',
    rule: COUNT_RULE,
  },
  { key: 'value', heading: 'Giá trị', width: 80, format: 'percent', writer: 'formula', formula: VALUE, align: 'right' },
  {
    key: 'enteredOn',
    heading: 'Nhập ngày',
    width: 90,
    format: 'date',
    writer: 'unit',
    align: 'center',
    note: 'Ngày của số liệu; máy tự ghi khi tử số hoặc mẫu số thay đổi.',
    rule: { kind: 'date', help: 'Gõ ngày dạng 15/05/2024.' },
  },
  { key: 'result', heading: 'Kết quả', width: 120, format: 'text', writer: 'formula', formula: RESULT },
  {
    key: 'note',
    heading: 'Ghi chú',
    width: 260,
    format: 'text',
    writer: 'once',
    note: 'Dòng ghi «cần xác nhận» chưa tính vào đâu; CAX xóa chữ đó khi đã rõ.',
  },
];

export function indicatorsTab(rows: readonly DeclaredRow[]): TableTab {
  return {
    kind: 'table',
    key: 'indicators',
    sheetId: 1003,
    title: 'Chỉ tiêu',
    frozenRows: 1,
    frozenColumns: 1,
    columns: COLUMNS,
    keyColumn: 'id',
    rows,
    colours: [
      { by: 'result', columns: ['result'], words: [INDICATOR_RESULTS.met], background: '#b6d7a8' },
      { by: 'result', columns: ['result'], words: [INDICATOR_RESULTS.missed], background: '#f9cb9c' },
      { by: 'result', columns: ['result'], words: [INDICATOR_RESULTS.unconfirmed], background: '#fff2cc' },
    ],
  };
}
