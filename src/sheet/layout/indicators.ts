// «Chỉ tiêu»: one row a numeric target of the plan; two milestones of one indicator are two rows of one name.
import { INDICATOR_RESULTS, OPERATORS, UNCONFIRMED_NOTE } from '../../core/indicator.ts';
import { type Column, column, type DeclaredRow, type TableTab } from '../declare.ts';
import { TAB_IDS } from '../tab-ids.ts';

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
  column('id', 'Mã', 80, 'text', 'sync', { note: 'Mã của chỉ tiêu: mã nhiệm vụ và số thứ tự; không sửa.' }),
  column('task', 'Nhiệm vụ', 70, 'text', 'sync', { note: 'Nhiệm vụ của kế hoạch nêu chỉ tiêu này.', align: 'center' }),
  column('name', 'Chỉ tiêu', 380, 'text', 'sync', { note: 'Chỉ tiêu, theo nguyên văn kế hoạch.' }),
  column('operator', 'So sánh', 60, 'text', 'sync', {
    note: 'Điều kiện đạt: giá trị phải như thế nào so với mục tiêu (≥ là ít nhất bằng).',
    align: 'center',
    rule: { kind: 'list', values: OPERATORS, help: 'Chọn một dấu so sánh.' },
  }),
  column('target', 'Mục tiêu', 80, 'percent', 'sync', { note: 'Con số kế hoạch đặt ra.', align: 'right' }),
  column('milestone', 'Mốc', 90, 'date', 'sync', { note: 'Ngày phải đạt mục tiêu này.', align: 'center' }),
  column('numerator', 'Tử số', 90, 'integer', 'unit', {
    align: 'right',
    note: 'Số đã đạt (chỉ số tổng hợp, không ghi tên người).',
    rule: COUNT_RULE,
  }),
  column('denominator', 'Mẫu số', 90, 'integer', 'unit', {
    align: 'right',
    note: 'Tổng số; bỏ trống nếu chỉ tiêu là một con số đếm.',
    rule: COUNT_RULE,
  }),
  column('value', 'Giá trị', 80, 'percent', 'formula', {
    formula: VALUE,
    align: 'right',
    note: 'Máy tính: tử số chia mẫu số, hoặc chính tử số nếu chỉ tiêu là một con số đếm.',
  }),
  column('enteredOn', 'Nhập ngày', 90, 'date', 'unit', {
    align: 'center',
    note: 'Ngày của số liệu; hệ thống tự ghi khi tử số hoặc mẫu số thay đổi.',
    rule: { kind: 'date', help: 'Gõ ngày dạng 15/05/2024.' },
  }),
  column('result', 'Kết quả', 120, 'text', 'formula', {
    formula: RESULT,
    note: 'Đạt, Chưa đạt, Chưa có số liệu; «cần xác nhận» là kế hoạch nêu hai con số khác nhau, chưa tính vào đâu.',
  }),
  column('note', 'Ghi chú', 260, 'text', 'once', {
    note: 'Dòng ghi «cần xác nhận» chưa tính vào đâu; CAX xóa chữ đó khi đã rõ.',
  }),
];

export function indicatorsTab(rows: readonly DeclaredRow[]): TableTab {
  return {
    kind: 'table',
    key: 'indicators',
    sheetId: TAB_IDS.indicators,
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
