// «Tổng hợp»: the live board, formulas only. Visible on the left what people read, hidden on the right the helper columns.
import { columnLetters } from '../../core/a1.ts';
import { FIGURE_CODES, FIGURE_NAMES } from '../../core/figures.ts';
import { periodLabel } from '../../core/period.ts';
import { NOBODY, TALLY_COLUMNS } from '../../core/tally.ts';
import type { DeclaredCell, FixedTab, Format, NamedCell } from '../declare.ts';
import {
  BAR,
  besideText,
  countRows,
  countStatuses,
  FIGURE_FORMULAS,
  type FigureFormulas,
  figureText,
  lastClosed,
  NEVER_CLOSED,
  PERIOD_HELPERS,
  PERIOD_WORDS,
  shareOf,
} from '../formulas/board.ts';
import { IF_NOT_ALL, missingUnits } from '../formulas/board-lists.ts';
import {
  INDICATOR_COPIES,
  INDICATOR_HELPERS,
  LOST_HELPERS,
  TASK_COPIES,
  TASK_HELPERS,
} from '../formulas/board-rows.ts';
import { knownPhrasesText } from '../formulas/content.ts';
import { lostRows, NAMED_FORMULAS, RED_LINE } from '../formulas/named-cells.ts';
import { TAB_IDS } from '../tab-ids.ts';
import { CHART_ROWS, groupChart, periodChart } from './board-charts.ts';
import { DUE_SOON_LIST, LISTED, OVERDUE_LIST, type Put, putList } from './board-lists.ts';

export interface BoardContent {
  readonly title: string;
  readonly year: number;
  readonly groups: readonly { readonly roman: string; readonly name: string }[];
  /** What the plan knows. */
  readonly units: readonly { readonly code: string; readonly name: string }[];
  readonly tasks: readonly string[];
  readonly indicators: readonly string[];
  /** Rows below the headings of «Nhiệm vụ» and «Chỉ tiêu», rows people added included. */
  readonly taskRows: number;
  readonly indicatorRows: number;
}

const FIGURE_ROW = 5;
const MONTHS = 12;
/** The first hidden column. */
const HIDDEN_FROM = 16;
/** Columns of helper cells, from the first hidden one on: keys of blocks. */
const HELPERS: readonly string[] = [
  'codes',
  ...Object.keys(TASK_HELPERS),
  'ids',
  ...Object.keys(INDICATOR_HELPERS),
  'part',
  'whole',
  'beside',
  ...Object.keys(PERIOD_HELPERS),
  ...Object.keys(TASK_COPIES),
  ...Object.keys(INDICATOR_COPIES),
  ...Object.values(LOST_HELPERS).map(({ key }) => key),
];
/** Where a helper cell of that key stands. */
export const helperColumn = (key: string) => HIDDEN_FROM + HELPERS.indexOf(key);
const NAMED_COLUMN = HIDDEN_FROM + HELPERS.length;
/** Cells with a name: formulas, and the phrases they look up. */
const NAMED: Readonly<Record<string, (content: BoardContent) => string>> = {
  ...Object.fromEntries(Object.entries(NAMED_FORMULAS).map(([name, formula]) => [name, () => formula])),
  CauDaBiet: knownPhrasesText,
  BangThieu: ({ units }) => lostRows(units),
};
const NAMED_FORMATS: Readonly<Record<string, Format>> = {
  NgayTinh: 'date',
  ThangKy: 'date',
  BanTruocChot: 'integer',
  SoBanKyMo: 'integer',
  NgayGiaHan: 'integer',
  NgayChot: 'integer',
};

export function boardTab(content: BoardContent): FixedTab {
  const cells: DeclaredCell[] = [];
  const put: Put = (row, column, value, style = 'plain', format = 'text') => {
    cells.push({ row, column, value, style, format });
  };
  put(0, 0, content.title, 'title');
  put(1, 0, RED_LINE, 'alarm');
  put(2, 0, '="Ngày tính: "&TEXT(NgayTinh;"dd/mm/yyyy")&" · Kỳ đang mở: "&KyMo', 'strong');
  put(
    2,
    6,
    `=IF(${NEVER_CLOSED};"Chưa có bản chốt";"Bản chốt gần nhất: "&${lastClosed('period').slice(1)}&` +
      `" – bản "&${lastClosed('version').slice(1)})`,
    'strong',
  );

  put(3, 0, missingUnits(content.units.map(({ code }) => code)), 'strong');

  putFigures(put);
  // What has to be acted on stands on the first screen; tables and charts below.
  const listRow = FIGURE_ROW + FIGURE_CODES.length + 1;
  putList(put, listRow, OVERDUE_LIST);
  putList(put, listRow, DUE_SOON_LIST);
  const chartRow = listRow + LISTED + 4;
  const groupRow = chartRow + CHART_ROWS + 1;
  put(groupRow - 1, 0, WORDS, 'small');
  let row = putTally(
    put,
    groupRow,
    'Nhóm nhiệm vụ',
    'group',
    content.groups.map(({ roman, name }) => ({ key: roman, name })),
  );
  row = putTally(put, row + 1, 'Đơn vị đầu mối', 'accountable', unitLines(content.units), NOBODY);
  const periodRow = row + 1;
  row = putPeriods(put, periodRow, content.year);

  const rowCount = Math.max(row, content.taskRows + 1, content.indicatorRows + 1);
  putHelpers(put, 'codes', content.tasks, { ...TASK_HELPERS, ...TASK_COPIES }, content.taskRows);
  putHelpers(put, 'ids', content.indicators, { ...INDICATOR_HELPERS, ...INDICATOR_COPIES }, content.indicatorRows);
  Object.entries(NAMED).forEach(([name, made], i) => {
    put(i + 1, NAMED_COLUMN, name);
    put(i + 1, NAMED_COLUMN + 1, made(content), 'plain', NAMED_FORMATS[name] ?? 'text');
  });
  const blocks = (keys: readonly string[], fromRow: number, count: number) =>
    keys.map((key) => [key, { column: helperColumn(key), fromRow, toRow: fromRow + Math.max(1, count) - 1 }] as const);
  return {
    kind: 'fixed',
    key: 'board',
    sheetId: TAB_IDS.board,
    title: 'Tổng hợp',
    frozenRows: 2,
    frozenColumns: 0,
    tabColour: '#188038',
    rowCount,
    columnWidths: [90, 330, 64, ...TALLY_COLUMNS.map(() => 78), ...Array.from({ length: NAMED_COLUMN - 13 }, () => 80)],
    hiddenFrom: HIDDEN_FROM,
    cells,
    charts: [groupChart(chartRow, groupRow, content.groups.length), periodChart(chartRow, periodRow, MONTHS)],
    blocks: Object.fromEntries([
      ...blocks(['codes'], 1, content.tasks.length),
      ...blocks([...Object.keys(TASK_HELPERS), ...Object.keys(TASK_COPIES)], 1, content.taskRows),
      ...blocks(['ids'], 1, content.indicators.length),
      ...blocks([...Object.keys(INDICATOR_HELPERS), ...Object.keys(INDICATOR_COPIES)], 1, content.indicatorRows),
      ...blocks([LOST_HELPERS.codes.key], 1, content.tasks.length),
      ...blocks([LOST_HELPERS.ids.key], 1, content.indicators.length),
      ...blocks(['part', 'whole', 'beside'], FIGURE_ROW, FIGURE_CODES.length),
      ...blocks(Object.keys(PERIOD_HELPERS), periodRow + 1, MONTHS),
    ]),
  };
}

function putHelpers(
  put: Put,
  key: keyof typeof LOST_HELPERS,
  known: readonly string[],
  formulas: Readonly<Record<string, string>>,
  rows: number,
): void {
  put(0, helperColumn(key), key);
  const lost = LOST_HELPERS[key];
  put(0, helperColumn(lost.key), lost.key);
  known.forEach((code, i) => {
    put(i + 1, helperColumn(key), code);
    put(i + 1, helperColumn(lost.key), lost.formula, 'plain', 'integer');
  });
  for (const [name, formula] of Object.entries(formulas)) {
    put(0, helperColumn(name), name);
    for (let i = 1; i <= rows; i += 1) put(i, helperColumn(name), formula, 'plain', 'integer');
  }
}

/** What the headings of the tables do not say. */
const WORDS = 'Số nhiệm vụ theo trạng thái; «trong hạn» gồm cả sắp đến hạn';

function putFigures(put: Put): void {
  const headings = [
    'Mã',
    'Chỉ số',
    `="Hôm nay"&${IF_NOT_ALL}`,
    '',
    '',
    'Bản chốt gần nhất',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
  ];
  headings.forEach((heading, column) => {
    put(FIGURE_ROW - 1, column, heading, 'heading');
  });
  FIGURE_CODES.forEach((code, i) => {
    const row = FIGURE_ROW + i;
    const formulas: FigureFormulas = FIGURE_FORMULAS[code];
    const { part, whole, beside } = formulas;
    put(row, 0, code, 'label');
    put(row, 1, FIGURE_NAMES[code], 'label');
    put(row, 2, figureText(formulas), 'figure');
    put(row, 8, BAR, 'bar');
    if (beside) {
      put(row, 11, besideText(beside.words));
      put(row, helperColumn('beside'), beside.count, 'plain', 'integer');
    }
    put(row, 5, lastClosed(code.toLowerCase()));
    put(row, helperColumn('part'), part, 'plain', 'integer');
    put(row, helperColumn('whole'), whole, 'plain', 'integer');
  });
}

interface Line {
  /** A literal, or a formula for the name of the line. */
  readonly key: string;
  readonly name: string;
}

/** By the name that stands in «Đơn vị»; where its row is missing, by the plan's: its tasks are its own all the same. */
const unitLines = (units: BoardContent['units']): Line[] =>
  units.map(({ code, name }) => ({
    key: '',
    name: `=IFERROR(INDEX([units.name];MATCH("${code}";[units.code];0));"${name.replace(/"/gu, '""')}")`,
  }));

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
    const ofLine = `;[board.${column}];${cell}`;
    put(row, 2, `=${countRows(ofLine)}`, 'strong', 'count');
    TALLY_COLUMNS.forEach(({ statuses }, i) => {
      put(row, 3 + i, `=${countStatuses(statuses, ofLine)}`, 'plain', 'count');
    });
  });
  const last = first + lines.length - 1;
  // Under no line a sum would be a sum of itself.
  const sum = (i: number, end = last + 1) =>
    end > first ? `SUM(${columnLetters(i)}$${first + 1}:${columnLetters(i)}$${end})` : '0';
  const total = (i: number) => (i === 2 ? countRows('') : countStatuses(TALLY_COLUMNS[i - 3]?.statuses ?? []));
  if (rest !== undefined) {
    put(last + 1, 1, rest, 'label');
    for (let i = 2; i < 3 + TALLY_COLUMNS.length; i += 1) {
      put(last + 1, i, `=${total(i)}-${sum(i)}`, i === 2 ? 'strong' : 'plain', 'count');
    }
  }
  const end = rest === undefined ? last + 1 : last + 2;
  put(end, 1, 'Cộng', 'strong');
  for (let i = 2; i < 3 + TALLY_COLUMNS.length; i += 1) {
    put(end, i, `=${sum(i, end)}`, 'strong', 'count');
  }
  return end + 1;
}

/** «Chấp hành báo cáo theo kỳ»: of each month of the plan's year what its newest version printed. Returns the row after it. */
function putPeriods(put: Put, from: number, year: number): number {
  ['Kỳ', 'Bản chốt mới nhất', 'Báo cáo đủ', 'Đúng hạn'].forEach((heading, i) => {
    put(from, i, heading, 'heading');
  });
  for (let month = 1; month <= MONTHS; month += 1) {
    const row = from + month;
    const cell = `$A$${row + 1}`;
    put(row, 0, periodLabel({ year, month }), 'label');
    put(row, 1, PERIOD_WORDS);
    put(row, 2, shareOf('full'), 'plain', 'percent');
    put(row, 3, shareOf('inTime'), 'plain', 'percent');
    for (const [key, formula] of Object.entries(PERIOD_HELPERS)) put(row, helperColumn(key), formula(cell));
  }
  return from + MONTHS + 1;
}

/** The named cells of the board. */
export const BOARD_NAMES: readonly NamedCell[] = Object.keys(NAMED).map((name, i) => ({
  name,
  id: `da06_${name}`,
  tab: 'board',
  at: { row: i + 1, column: NAMED_COLUMN + 1 },
}));
