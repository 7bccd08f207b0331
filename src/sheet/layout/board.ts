// «Tổng hợp»: the live board, formulas only. Visible on the left what people read, hidden on the right the helper columns.
import { FIGURE_CODES, FIGURE_NAMES } from '../../core/figures.ts';
import { NOBODY, TALLY_COLUMNS } from '../../core/tally.ts';
import { columnLetters } from '../a1.ts';
import type { CellStyle, DeclaredCell, FixedTab, Format, NamedCell } from '../declare.ts';
import {
  BAR,
  besideText,
  FIGURE_FORMULAS,
  figureText,
  INDICATOR_HELPERS,
  lastClosed,
  listed,
  NAMED_FORMULAS,
  TASK_HELPERS,
  tallyCell,
} from '../formulas/board.ts';

export interface BoardContent {
  readonly title: string;
  readonly groups: readonly { readonly roman: string; readonly name: string }[];
  /** How many units «Đơn vị» declares. */
  readonly unitCount: number;
  readonly taskCount: number;
  readonly indicatorCount: number;
}

/** Rows of the overdue and due-soon lists. */
const LISTED = 12;
const FIGURE_ROW = 5;
/** The first hidden column. */
const HIDDEN_FROM = 16;
const HELPERS = [...Object.keys(TASK_HELPERS), ...Object.keys(INDICATOR_HELPERS)];
const FIGURE_HELPERS = ['part', 'whole', 'beside'] as const;
const helperColumn = (key: string) => HIDDEN_FROM + HELPERS.indexOf(key);
const figureHelperColumn = (key: (typeof FIGURE_HELPERS)[number]) =>
  HIDDEN_FROM + HELPERS.length + FIGURE_HELPERS.indexOf(key);
const NAMED_COLUMN = HIDDEN_FROM + HELPERS.length + FIGURE_HELPERS.length;
const NAMED_FORMATS: Readonly<Record<string, Format>> = {
  NgayTinh: 'date',
  ThangKy: 'date',
  BanTruocChot: 'integer',
  SoBanKyMo: 'integer',
};

export function boardTab(content: BoardContent): FixedTab {
  const cells: DeclaredCell[] = [];
  const put = (
    row: number,
    column: number,
    value: string | number,
    style: CellStyle = 'plain',
    format: Format = 'text',
  ) => {
    cells.push({ row, column, value, style, format });
  };
  put(0, 0, content.title, 'title');
  put(1, 0, ALARM, 'alarm');
  put(2, 0, '="Ngày tính: "&TEXT(NgayTinh;"dd/mm/yyyy")&" · Kỳ đang mở: "&KyMo', 'strong');
  put(
    2,
    6,
    `=IF(COUNT([ledger.closedAt])=0;"Chưa có bản chốt";"Bản chốt gần nhất: "&${lastClosed('period').slice(1)}&` +
      `" – bản "&${lastClosed('version').slice(1)})`,
    'strong',
  );

  putFigures(put);
  let row = FIGURE_ROW + FIGURE_CODES.length + 1;
  row = putTally(
    put,
    row,
    'Nhóm nhiệm vụ',
    'group',
    content.groups.map(({ roman, name }) => ({ key: roman, name })),
  );
  row = putTally(put, row + 1, 'Đơn vị đầu mối', 'accountable', unitLines(content.unitCount), NOBODY);
  row = putList(put, row + 1, 'Nhiệm vụ quá hạn (lâu nhất trước)', 'overdueRank');
  row = putList(put, row + 1, 'Nhiệm vụ sắp đến hạn (gần nhất trước)', 'dueSoonRank');

  const rowCount = Math.max(row, content.taskCount + 1, content.indicatorCount + 1);
  for (const [key, formula] of Object.entries(TASK_HELPERS)) {
    put(0, helperColumn(key), key);
    for (let i = 1; i <= content.taskCount; i += 1) put(i, helperColumn(key), formula, 'plain', 'integer');
  }
  for (const [key, formula] of Object.entries(INDICATOR_HELPERS)) {
    put(0, helperColumn(key), key);
    for (let i = 1; i <= content.indicatorCount; i += 1) put(i, helperColumn(key), formula, 'plain', 'integer');
  }
  Object.entries(NAMED_FORMULAS).forEach(([name, formula], i) => {
    put(i + 1, NAMED_COLUMN, name);
    put(i + 1, NAMED_COLUMN + 1, formula, 'plain', NAMED_FORMATS[name] ?? 'text');
  });
  const block = (key: string, count: number) => ({ column: helperColumn(key), fromRow: 1, toRow: Math.max(1, count) });
  return {
    kind: 'fixed',
    key: 'board',
    sheetId: 1002,
    title: 'Tổng hợp',
    frozenRows: 2,
    frozenColumns: 0,
    tabColour: '#188038',
    rowCount,
    columnWidths: [64, 300, 60, ...TALLY_COLUMNS.map(() => 74), ...Array.from({ length: NAMED_COLUMN - 13 }, () => 80)],
    hiddenFrom: HIDDEN_FROM,
    cells,
    merges: [],
    blocks: {
      ...Object.fromEntries(Object.keys(TASK_HELPERS).map((key) => [key, block(key, content.taskCount)])),
      ...Object.fromEntries(Object.keys(INDICATOR_HELPERS).map((key) => [key, block(key, content.indicatorCount)])),
      ...Object.fromEntries(
        FIGURE_HELPERS.map((key) => [
          key,
          { column: figureHelperColumn(key), fromRow: FIGURE_ROW, toRow: FIGURE_ROW + FIGURE_CODES.length - 1 },
        ]),
      ),
    },
  };
}

type Put = (row: number, column: number, value: string | number, style?: CellStyle, format?: Format) => void;

/** The clock is dead where its last run is not of today or yesterday; «Ngày tính» set says so. Empty where all is well. */
const ALARM =
  '=IF(ISNUMBER(CauHinhNgayTinh);"Đang xem theo Ngày tính ghi ở Cấu hình, không phải hôm nay. ";"")&' +
  'IF(ISNUMBER(LanChayCuoi);IF(TODAY()-INT(LanChayCuoi)>1;"Lịch tự động không chạy từ "&TEXT(LanChayCuoi;"dd/mm/yyyy")' +
  '&": không có thư nào được gửi. Báo tài khoản cài đặt mở Đề án 06 ▸ Thiết lập ban đầu.";"");"")';

function putFigures(put: Put): void {
  const headings = ['Mã', 'Chỉ số', 'Hôm nay', '', '', '', '', '', '', '', '', 'Bản chốt gần nhất'];
  headings.forEach((heading, column) => {
    put(FIGURE_ROW - 1, column, heading, 'heading');
  });
  FIGURE_CODES.forEach((code, i) => {
    const row = FIGURE_ROW + i;
    const { part, whole, none, beside } = FIGURE_FORMULAS[code];
    put(row, 0, code, 'label');
    put(row, 1, FIGURE_NAMES[code], 'label');
    put(row, 2, figureText(none), 'figure');
    put(row, 5, BAR);
    if (beside) {
      put(row, 8, besideText(beside.words));
      put(row, figureHelperColumn('beside'), beside.count, 'plain', 'integer');
    }
    put(row, 11, lastClosed(code.toLowerCase()));
    put(row, figureHelperColumn('part'), part, 'plain', 'integer');
    put(row, figureHelperColumn('whole'), whole, 'plain', 'integer');
  });
}

interface Line {
  /** A literal, or a formula for the name of the line. */
  readonly key: string;
  readonly name: string;
}

const unitLines = (count: number): Line[] =>
  Array.from({ length: count }, (_, i) => ({ key: '', name: `=INDEX([units.name];${i + 1})` }));

/**
 * A table of lines by statuses with its total; `rest` names a last line for the rows that fall into none of the others.
 * Returns the row after it.
 */
function putTally(
  put: Put,
  from: number,
  title: string,
  column: string,
  lines: readonly Line[],
  rest?: string,
): number {
  ['', title, 'Tổng', ...TALLY_COLUMNS.map(({ heading }) => heading)].forEach((heading, i) => {
    put(from, i, heading, 'heading');
  });
  const first = from + 1;
  lines.forEach(({ key, name }, i) => {
    const row = first + i;
    put(row, 0, key, 'label');
    put(row, 1, name, 'label');
    const cell = `$${key === '' ? 'B' : 'A'}$${row + 1}`;
    put(row, 2, `=COUNTIFS([tasks.${column}];${cell})`, 'strong', 'integer');
    TALLY_COLUMNS.forEach(({ statuses }, i) => {
      put(row, 3 + i, tallyCell(column, cell, statuses), 'plain', 'integer');
    });
  });
  const last = first + lines.length - 1;
  const sum = (i: number) => `SUM(${columnLetters(i)}$${first + 1}:${columnLetters(i)}$${last + 1})`;
  const total = (i: number) =>
    i === 2
      ? 'COUNTA([tasks.code])'
      : (TALLY_COLUMNS[i - 3]?.statuses ?? []).map((status) => `COUNTIFS([tasks.status];"${status}")`).join('+');
  if (rest !== undefined) {
    put(last + 1, 1, rest, 'label');
    for (let i = 2; i < 3 + TALLY_COLUMNS.length; i += 1) {
      put(last + 1, i, `=${total(i)}-${sum(i)}`, i === 2 ? 'strong' : 'plain', 'integer');
    }
  }
  const end = rest === undefined ? last + 1 : last + 2;
  put(end, 1, 'Cộng', 'strong');
  for (let i = 2; i < 3 + TALLY_COLUMNS.length; i += 1) {
    const lines = `SUM(${columnLetters(i)}$${first + 1}:${columnLetters(i)}$${end})`;
    put(end, i, `=${lines}`, 'strong', 'integer');
  }
  return end + 1;
}

function putList(put: Put, from: number, title: string, rank: string): number {
  ['Mã', title, 'Còn lại', 'Hạn', '', 'Đầu mối'].forEach((heading, i) => {
    put(from, i, heading, 'heading');
  });
  for (let k = 1; k <= LISTED; k += 1) {
    put(from + k, 0, listed(rank, 'code', k), 'label');
    put(from + k, 1, listed(rank, 'content', k));
    put(from + k, 2, listed(rank, 'daysLeft', k), 'plain', 'integer');
    put(from + k, 3, listed(rank, 'appliedDue', k), 'plain', 'date');
    put(from + k, 5, listed(rank, 'accountable', k));
  }
  return from + LISTED + 1;
}

/** The named cells of the board. */
export const BOARD_NAMES: readonly NamedCell[] = Object.keys(NAMED_FORMULAS).map((name, i) => ({
  name,
  id: `da06_${name}`,
  tab: 'board',
  at: { row: i + 1, column: NAMED_COLUMN + 1 },
}));
