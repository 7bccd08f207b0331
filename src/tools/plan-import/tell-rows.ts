// What a person is told of the rows: which lines were joined, which rows have not the cells they should, which columns were left.
import { readDeadline } from '../../core/deadline.ts';
import { tidy } from '../../core/text.ts';
import type { Heading } from './columns.ts';
import { linesWords, placesWords, type Say, shortened } from './finding.ts';
import type { JoinedRow } from './join-lines.ts';
import { printedNumber } from './mark.ts';

/**
 * A row joined of lines is counted in one sentence where all its tabs were there; lines behind the last tab too, where they
 * make a time the reader understands. Every other joined row is a line of its own.
 */
export function tellJoined(rows: readonly JoinedRow[], { columns }: Heading, year: number, say: Say): void {
  const width = columns.length;
  const number = ({ cells }: JoinedRow) => printedNumber(cells[columns.indexOf('number')] ?? '');
  const last = ({ cells }: JoinedRow) => tidy(cells[width - 1] ?? '');
  const makesTime = (row: JoinedRow) =>
    columns[width - 1] === 'deadline' && readDeadline(last(row), year).kind !== 'unread';
  const isClear = (row: JoinedRow) => row.cells.length === width && (!row.tail || makesTime(row));
  const joined = rows.filter(({ parts }) => parts > 1);
  const clear = joined.filter(isClear);
  const named = clear.map((row) => `${linesWords(row.from, row.to)} (TT ${shortened(number(row), 20) || '?'})`);
  if (clear.length > 0)
    say({
      weight: 'done',
      text: `Nối các dòng bị ngắt trong ô thành ${clear.length} hàng đủ ${width} ô: dòng tệp ${named.join(', ')}.`,
    });
  for (const row of rows) {
    const place = { line: row.from, number: number(row) };
    const lines = linesWords(row.from, row.to);
    if (row.cells.length > width)
      say({
        weight: 'mend',
        ...place,
        text: `Hàng có ${row.cells.length} ô, bảng có ${width} cột; không đọc phần thừa: «${shortened(tidy(row.cells.slice(width).join(' ')))}».`,
        todo: 'Bỏ tab thừa trong tệp rồi chạy lại.',
      });
    else if (row.parts > 1 && row.tail && !isClear(row))
      say({
        weight: 'look',
        ...place,
        text: `Nối các dòng tệp ${lines}; những dòng cuối không có tab được coi là của cột cuối: «${shortened(last(row), 120)}».`,
        todo: 'So với kế hoạch: có dòng nào là của hàng khác không.',
      });
    else if (row.parts > 1 && row.cells.length > 2 && row.cells.length < width)
      say({
        weight: 'mend',
        ...place,
        text: `Nối các dòng tệp ${lines} chỉ được ${row.cells.length} ô, bảng có ${width} cột.`,
        todo: 'So với kế hoạch; thêm tab còn thiếu vào tệp rồi chạy lại.',
      });
  }
}

/** What is in columns that are not taken. */
export function tellOthers(rows: readonly JoinedRow[], { columns, titles }: Heading, say: Say): void {
  const placeOf = ({ from, cells }: JoinedRow) => ({
    line: from,
    number: printedNumber(cells[columns.indexOf('number')] ?? ''),
  });
  titles.forEach((title, index) => {
    if (columns[index] !== undefined) return;
    const filled = rows.filter(({ cells }) => tidy(cells[index] ?? '') !== '');
    if (filled.length > 0)
      say({
        weight: 'look',
        column: title,
        text: `Cột không dùng đến; có chữ ở ${placesWords(filled.map(placeOf), rows.map(placeOf))}.`,
        todo: 'Nếu có điều cần theo dõi, ghi thêm vào content của nhiệm vụ đó trong tasks.json.',
      });
  });
}
