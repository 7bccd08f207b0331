// The text of a file → the rows of the table under its heading, with what was found above it. Here the columns are sorted
// out; what a row means is not asked yet.
import { tidy } from '../../core/text.ts';
import { COLUMN_NAMES, type Column, countsColumns, type Heading, USUAL_HEADING } from './columns.ts';
import { headingAt } from './find-heading.ts';
import type { Say } from './finding.ts';
import { type JoinedRow, joinLines } from './join-lines.ts';
import { readMark, splitMark } from './mark.ts';
import { tellJoined, tellOthers } from './tell-rows.ts';
import { readTsv, type TsvLine } from './tsv.ts';

export interface Row extends Readonly<Record<Column, string>> {
  /** First line of the file. */
  readonly line: number;
}

export interface Table {
  readonly rows: readonly Row[];
  /** What is above the heading, as one line. */
  readonly above: string;
  /** Headings as printed. */
  readonly titles: Readonly<Record<Column, string>>;
}

/** Without a heading, so many of the numbered rows must have all five cells. */
const SHARE_OF_WHOLE_ROWS = 0.8;
const ADD_HEADING = 'Thêm lên đầu tệp một dòng tiêu đề, các cột ngăn bằng tab: TT, Nội dung, Đơn vị chủ trì, …';

/**
 * @param year of the plan
 * @throws Error in Vietnamese, with what to do, where no table can be made out
 */
export function readRows(text: string, year: number, say: Say): Table {
  const lines = readTsv(text);
  if (!lines.some(({ cells }) => cells.length > 1))
    throw new Error(
      'Tệp không có dấu tab giữa các cột. Dán bảng vào Google Trang tính hoặc Excel trước, rồi chép từ đó ra tệp.',
    );
  const { heading, begin } = firstHeading(lines);
  const shape = {
    width: heading.titles.length,
    numberAt: heading.columns.indexOf('number'),
    second: heading.columns[1] !== undefined && heading.columns[1] !== 'coordinating',
  };
  const { body, left } = withoutHeadings(lines.slice(begin.to), heading);
  const joined = joinLines(body, shape);
  if (begin.to === begin.from) checkWhole(joined, say);
  if (left > 0) say({ weight: 'done', text: `Bỏ ${left} dòng tiêu đề lặp lại hoặc đánh số cột.` });
  tellJoined(joined, heading, year, say);
  tellOthers(joined, heading, say);
  const titles = Object.fromEntries(
    Object.entries(COLUMN_NAMES).map(([key, name]) => [
      key,
      heading.titles[heading.columns.indexOf(key as Column)] ?? name,
    ]),
  ) as Record<Column, string>;
  if (!heading.columns.includes('coordinating'))
    say({
      weight: 'look',
      text: 'Bảng không có cột đơn vị phối hợp; trường coordinating để trống ở mọi nhiệm vụ.',
      todo: 'Nếu kế hoạch có cột đó, chép lại bảng cho đủ cột rồi chạy lại.',
    });
  return {
    rows: joined.map((row) => rowOf(row, heading)),
    above: tidy(
      lines
        .slice(0, begin.from)
        .flatMap(({ cells }) => cells)
        .join(' '),
    ),
    titles,
  };
}

/** The heading, and where the lines before it end and those behind it begin. */
function firstHeading(lines: readonly TsvLine[]): { heading: Heading; begin: { from: number; to: number } } {
  for (let at = 0; at < lines.length; at += 1) {
    const found = headingAt(lines, at);
    if (found) return { heading: found.heading, begin: { from: at, to: at + found.lines } };
  }
  const width = USUAL_HEADING.titles.length;
  const widest = Math.max(...lines.map(({ cells }) => cells.length));
  if (widest > width)
    throw new Error(`Không thấy dòng tiêu đề, và bảng có ${widest} cột chứ không phải ${width}. ${ADD_HEADING}`);
  const first = lines.findIndex(({ cells }) => cells.length > 1 || splitMark(cells[0] ?? '').mark.kind === 'roman');
  return { heading: USUAL_HEADING, begin: { from: first, to: first } };
}

/** @throws Error where the rows are not those of the usual table */
function checkWhole(rows: readonly JoinedRow[], say: Say): void {
  const width = USUAL_HEADING.titles.length;
  const numbered = rows.filter(({ cells }) => readMark(cells[0] ?? '').kind === 'number');
  const whole = numbered.filter(({ cells }) => cells.length === width);
  if (whole.length === 0 || whole.length < numbered.length * SHARE_OF_WHOLE_ROWS)
    throw new Error(`Không thấy dòng tiêu đề, và các dòng không đủ ${width} cột. ${ADD_HEADING}`);
  const order = Object.values(COLUMN_NAMES).join(' · ');
  say({ weight: 'look', text: `Không có dòng tiêu đề: hiểu các cột theo thứ tự ${order}.`, todo: ADD_HEADING });
}

/** The lines without repeated headings and counted columns, and how many those were. */
function withoutHeadings(lines: readonly TsvLine[], heading: Heading): { body: TsvLine[]; left: number } {
  const body: TsvLine[] = [];
  let left = 0;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    const again = headingAt(lines, at);
    if (again && again.heading.columns.join() !== heading.columns.join())
      throw new Error(
        `Dòng tệp ${line?.from}: bảng thứ hai có các cột khác bảng thứ nhất. Sắp lại cho cùng thứ tự rồi chép lại.`,
      );
    if (again || countsColumns(line?.cells ?? [])) left += 1;
    else if (line) body.push(line);
    at += (again?.lines ?? 1) - 1;
  }
  return { body, left };
}

function rowOf({ from, cells }: JoinedRow, { columns }: Heading): Row {
  const text = (column: Column) => tidy(cells[columns.indexOf(column)] ?? '');
  const row = {
    line: from,
    number: text('number'),
    content: text('content'),
    lead: text('lead'),
    coordinating: text('coordinating'),
    deadline: text('deadline'),
  };
  // A line of one cell is the heading of a group or a piece of content, whatever column comes first.
  return cells.length === 1 && columns[0] !== 'number' ? { ...row, content: tidy(cells[0] ?? '') } : row;
}
