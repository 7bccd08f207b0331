// The lists of «Tổng hợp» that have to be acted on: overdue on the left, due soon on the right, a line a row.
import type { CellStyle, Format } from '../declare.ts';
import { FORWARDED } from '../formulas/board.ts';
import { daysLeftOf, IF_NOT_ALL, listed, listedWords } from '../formulas/board-lists.ts';

/** Lays a cell on the board. */
export type Put = (row: number, column: number, value: string | number, style?: CellStyle, format?: Format) => void;

/** Rows of a list. */
export const LISTED = 12;

/** A list of rows in the order of a rank, and where its columns stand. */
interface List {
  readonly title: string;
  readonly rank: string;
  readonly code: number;
  readonly content: number;
  readonly left: number;
  readonly due: number;
  readonly unit: number;
  /** What is said below it. */
  readonly below?: string;
}

export const OVERDUE_LIST: List = {
  title: 'Nhiệm vụ quá hạn (xếp từ quá hạn lâu nhất)',
  rank: 'overdueRank',
  ...{ code: 0, content: 1, left: 2, due: 3, unit: 4 },
  below: FORWARDED,
};
export const DUE_SOON_LIST: List = {
  title: 'Nhiệm vụ sắp đến hạn (gần nhất trước)',
  rank: 'dueSoonRank',
  ...{ code: 8, left: 9, due: 10, unit: 11, content: 13 },
};
/** Columns under the headings of both lists. */
const LIST_COLUMNS = 16;

/** Title, headings and lines, a line a row: what does not fit is cut, so that the list stays on one screen. */
export function putList(put: Put, from: number, list: List): void {
  const { title, rank, code, content, left, due, unit, below } = list;
  put(from, code, `="${title}: "&COUNT([tasks.${rank}])&${IF_NOT_ALL}`, 'strong');
  const [first, last] = code === 0 ? [0, DUE_SOON_LIST.code - 1] : [code, LIST_COLUMNS];
  const headings = { [code]: 'Mã', [content]: 'Nội dung', [left]: 'Còn lại', [due]: 'Hạn', [unit]: 'Đầu mối' };
  for (let column = first; column < last; column += 1) put(from + 1, column, headings[column] ?? '', 'heading');
  for (let k = 1; k <= LISTED; k += 1) {
    const row = from + 1 + k;
    put(row, code, listed(rank, 'code', k));
    put(row, content, listedWords(rank, 'content', k));
    put(row, left, daysLeftOf(rank, k), 'plain', 'days');
    put(row, due, listed(rank, 'appliedDue', k), 'plain', 'date');
    put(row, unit, listed(rank, 'accountable', k));
  }
  if (below !== undefined) put(from + LISTED + 2, 1, below, 'small');
}
