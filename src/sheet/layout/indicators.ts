// «Chỉ tiêu»: one row a numeric target of the plan; two milestones of one indicator are two rows of one name.
import { INDICATOR_NOTES } from '../../core/check/indicators.ts';
import { INDICATOR_RESULTS, OPERATORS, UNCONFIRMED_NOTE } from '../../core/indicator.ts';
import { FIRST_DAY } from '../../core/settings.ts';
import { type Column, column, type DeclaredRow, type Rule, type TableTab } from '../declare.ts';
import { notFormula } from '../formula.ts';
import { TAB_IDS } from '../tab-ids.ts';

const VALUE =
  '=IF(AND(ISNUMBER([numerator]);NOT(ISFORMULA([numerator]));ISNUMBER([target]);N([numerator])>=0);IF(N([target])>1;[numerator];' +
  'IF(AND(ISNUMBER([denominator]);NOT(ISFORMULA([denominator]));N([denominator])>0;N([numerator])<=N([denominator]));' +
  '[numerator]/[denominator];""));"")';

const RESULT =
  `=IF(LEFT([note];${UNCONFIRMED_NOTE.length})="${UNCONFIRMED_NOTE}";"${INDICATOR_RESULTS.unconfirmed}";` +
  `IF([value]="";"${INDICATOR_RESULTS.noData}";` +
  'IF(IF([operator]=">";[value]>[target];IF([operator]="<";[value]<[target];IF([operator]="≤";[value]<=[target];' +
  `IF([operator]="=";[value]=[target];[value]>=[target]))));"${INDICATOR_RESULTS.met}";"${INDICATOR_RESULTS.missed}")))`;

const NUMBER_HELP = 'Gõ một số, không âm.';
const countRule = (column: string): Rule => ({
  kind: 'test',
  formula: `=AND(${notFormula(`[${column}]`)};ISNUMBER([${column}]);N([${column}])>=0;N([${column}])<=1000000000)`,
  help: NUMBER_HELP,
});

/** What the check says of a row (core/check/indicators.ts), by what a formula sees; the first that holds. */
const isNotTyped = (column: string) =>
  `OR(ISFORMULA([${column}]);AND([${column}]<>"";OR(ISLOGICAL([${column}]);NOT(AND(ISNUMBER([${column}]);N([${column}])>=0)))))`;
const HAS_DATE = `ISNUMBER([enteredOn]);${notFormula('[enteredOn]')}`;
const NOTES: readonly (readonly [holds: string, note: keyof typeof INDICATOR_NOTES])[] = [
  [`OR(${isNotTyped('numerator')};${isNotTyped('denominator')})`, 'notTyped'],
  [
    'AND(ISNUMBER([target]);N([target])<=1;ISNUMBER([numerator]);ISNUMBER([denominator]);N([numerator])>N([denominator]))',
    'over',
  ],
  [`AND([value]<>"";NOT(AND(${HAS_DATE})))`, 'noDate'],
  [`AND(${HAS_DATE};OR(N([enteredOn])<${FIRST_DAY};INT(N([enteredOn]))>NgayTinh))`, 'dateOdd'],
];
const INDICATOR_FORMULA = `=${NOTES.reduceRight(
  (rest, [holds, note]) => `IF(${holds};"${INDICATOR_NOTES[note]}";${rest})`,
  '""',
)}`;

const COLUMNS = [
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
    rule: countRule('numerator'),
  }),
  column('denominator', 'Mẫu số', 90, 'integer', 'unit', {
    align: 'right',
    note: 'Tổng số; bỏ trống nếu chỉ tiêu là một con số đếm.',
    rule: countRule('denominator'),
  }),
  column('value', 'Giá trị', 80, 'percent', 'formula', {
    formula: VALUE,
    align: 'right',
    note: 'Hệ thống tính: tử số chia mẫu số, hoặc chính tử số nếu chỉ tiêu là một con số đếm.',
  }),
  column('enteredOn', 'Ngày nhập', 90, 'date', 'unit', {
    align: 'center',
    note: 'Ngày của số liệu; hệ thống tự ghi khi tử số hoặc mẫu số thay đổi.',
    rule: { kind: 'date', help: 'Gõ ngày dạng 15/05/2024.' },
  }),
  column('result', 'Kết quả', 120, 'text', 'formula', {
    formula: RESULT,
    note: 'Đạt, Chưa đạt, Chưa có số liệu; «cần xác nhận» là kế hoạch nêu hai con số khác nhau, chưa tính vào đâu.',
  }),
  column('notes', 'Lưu ý', 200, 'text', 'formula', {
    formula: INDICATOR_FORMULA,
    note: 'Điều cần xem lại ở số liệu của dòng này; trống là không có.',
  }),
  column('note', 'Ghi chú', 260, 'text', 'once', {
    note: 'Dòng ghi «cần xác nhận» chưa tính vào đâu; CAX xóa chữ đó khi đã rõ.',
  }),
] satisfies readonly Column[];

export type IndicatorColumn = (typeof COLUMNS)[number]['key'];

export function indicatorsTab(rows: readonly DeclaredRow<IndicatorColumn>[]): TableTab<IndicatorColumn> {
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
