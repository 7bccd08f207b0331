// The heading of the table: which column holds what, by its words, in any order and spelling.
import { fold, tidy } from '../../core/text.ts';

/** The columns a plan needs; «other» is «Ghi chú», «Sản phẩm» and whatever else a table has. */
export const COLUMN_NAMES = {
  number: 'TT',
  content: 'Nội dung, nhiệm vụ',
  lead: 'Đơn vị chủ trì',
  coordinating: 'Đơn vị phối hợp',
  deadline: 'Thời gian hoàn thành',
} as const;
export type Column = keyof typeof COLUMN_NAMES;

export interface Heading {
  /** What each column holds; undefined for one that is not taken. */
  readonly columns: readonly (Column | undefined)[];
  /** Headings as printed. */
  readonly titles: readonly string[];
}

/** A heading is short; a task that mentions «nhiệm vụ» and «phối hợp» is not. */
const LONGEST_TITLE = 60;
/** In this order: «Đơn vị phối hợp thực hiện nhiệm vụ» coordinates. */
const WORDS: readonly (readonly [Column, readonly string[]])[] = [
  ['coordinating', ['phối hợp'].map(fold)],
  ['lead', ['chủ trì', 'đơn vị thực hiện', 'cơ quan thực hiện', 'chịu trách nhiệm', 'đầu mối'].map(fold)],
  ['deadline', ['thời gian', 'thời hạn', 'tiến độ', 'hạn hoàn thành', 'ngày hoàn thành'].map(fold)],
  ['content', ['nội dung', 'nhiệm vụ', 'công việc'].map(fold)],
];
const NUMBERS = ['tt', 'stt', 'số tt', 'số thứ tự', 'thứ tự', 's.tt'].map(fold);
const NEEDED: readonly Column[] = ['content', 'lead', 'deadline'];
/** «Kết quả thực hiện nhiệm vụ», «Sản phẩm»: no column of ours though it has its words. */
const OTHERS = ['ghi chú', 'kết quả', 'sản phẩm'].map(fold);

function columnOf(title: string): Column | 'both' | undefined {
  if (title === '' || title.length > LONGEST_TITLE) return undefined;
  const key = fold(title);
  if (NUMBERS.includes(key.replace(/[.:]$/u, ''))) return 'number';
  if (OTHERS.some((word) => key.startsWith(word))) return undefined;
  const found = WORDS.filter(([, words]) => words.some((word) => key.includes(word))).map(([column]) => column);
  return found.includes('coordinating') && found.includes('lead') ? 'both' : found[0];
}

/** True for a title of a column that is taken. */
export function isTitle(cell: string): boolean {
  return columnOf(tidy(cell)) !== undefined;
}

/** True for what is under a merged title: «Chủ trì», never «I. Về pháp lý (03 nhiệm vụ)». */
export function isUnderTitle(cell: string): boolean {
  const column = columnOf(tidy(cell));
  return column !== undefined && column !== 'content' && column !== 'number';
}

/**
 * The heading a row of cells is; undefined where it is none.
 * @throws Error where one column holds two things, or two columns the same
 */
export function readHeading(cells: readonly string[]): Heading | undefined {
  const titles = cells.map(tidy);
  const columns = titles.map(columnOf);
  const isHeading = NEEDED.every(
    (column) => columns.includes(column) || (column === 'lead' && columns.includes('both')),
  );
  if (!isHeading) return undefined;
  const both = columns.indexOf('both');
  if (both >= 0)
    throw new Error(
      `Cột «${titles[both]}» gồm cả chủ trì và phối hợp. Tách thành hai cột trong bảng tính rồi chép lại.`,
    );
  for (const column of Object.keys(COLUMN_NAMES)) {
    const same = titles.filter((_, index) => columns[index] === column);
    if (same.length > 1)
      throw new Error(`Hai cột «${same.join('», «')}» cùng được hiểu là một. Xóa hoặc đổi tên một cột rồi chép lại.`);
  }
  return { titles, columns: columns.map((column) => (column === 'both' ? undefined : column)) };
}

/** The columns of a table without a heading. */
export const USUAL_HEADING: Heading = {
  titles: Object.values(COLUMN_NAMES),
  columns: Object.keys(COLUMN_NAMES) as Column[],
};

/** «(1) (2) (3)», «A B 1 2 3» under a heading: columns counted, no row of the plan. */
export function countsColumns(cells: readonly string[]): boolean {
  const filled = cells.map(tidy).filter((cell) => cell !== '');
  return filled.length >= 3 && filled.every((cell) => /^\(?(?:\d{1,2}|[A-Z])\)?$/u.test(cell));
}
