// The form of an administrative document (Nghị định 30/2020/NĐ-CP, Phụ lục I): what surrounds the text, and the paragraphs
// and cells it is made of. Number, signature and seal are left to people.
import { civilOf, type Day } from '../../core/calendar.ts';
import type { Period } from '../../core/period.ts';
import {
  type Align,
  bold,
  type DocumentBlock,
  type DocumentTable,
  italic,
  type Paragraph,
  paragraph,
  type TableCell,
  type TextRun,
} from './content.ts';
import type { Letterhead } from './letterhead.ts';
import { textWidth } from './wordprocessing.ts';

const FIRST_LINE = 720;
const cells = (...content: (readonly Paragraph[])[]) => ({ cells: content.map((one) => ({ content: one })) });
const centred = (words: TextRun, format: Omit<Paragraph, 'kind' | 'runs' | 'align'> = {}) =>
  paragraph([words], { align: 'center', ...format });

/** A rule in the middle of a width. */
function rule(width: number, length: number): Paragraph {
  const side = Math.round((width - length) / 2);
  return paragraph([], { ruled: true, left: side, right: side, before: 2 });
}

/** «ngày 05 tháng 02 năm 2024», «ngày 15 tháng 3 năm 2024»: a zero before days below ten and months 1 and 2. */
export function dateWords(date: Day): string {
  const { day, month, year } = civilOf(date);
  return `ngày ${day < 10 ? '0' : ''}${day} tháng ${month < 3 ? '0' : ''}${month} năm ${year}`;
}

/** «tháng 02 năm 2024», «tháng 5/2024»: the month by the same rule. */
export function monthWords({ year, month }: Period, before: ' năm ' | '/'): string {
  return `tháng ${month < 3 ? '0' : ''}${month}${before}${year}`;
}

/** Quốc hiệu, tiêu ngữ, the agency, number, place and date. */
export function head({ agency, symbol, place }: Letterhead, date: Day, urgency?: string): DocumentTable {
  const [left, right] = [3654, 5700];
  return {
    kind: 'table',
    about: 'Quốc hiệu, tiêu ngữ; cơ quan ban hành, số, địa danh và ngày',
    widths: [left, right],
    ruled: false,
    rows: [
      cells(
        [...agency.map((line) => centred(bold(line, 13))), rule(left, 900)],
        [
          centred(bold('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 13)),
          centred(bold('Độc lập - Tự do - Hạnh phúc', 14)),
          // As long as the words above it.
          rule(right, 3530),
        ],
      ),
      cells(
        [
          centred({ text: `Số:        /${symbol}`, size: 13 }),
          ...(urgency === undefined
            ? []
            : [centred(bold(urgency, 13), { before: 4, left: 700, right: 700, framed: true })]),
        ],
        [centred(italic(`${place}, ${dateWords(date)}`))],
      ),
    ],
  };
}

/** Tên loại, trích yếu with its rule, and notes that must not be overlooked. */
export function title(about: readonly string[], notes: readonly string[]): DocumentBlock[] {
  return [
    centred(bold('BÁO CÁO'), { before: 12, style: 'Title' }),
    ...about.map((line) => centred(bold(line))),
    rule(textWidth(false), 2600),
    ...notes.map((note) => centred(italic(note, 13), { after: 4 })),
  ];
}

/** Kính gửi: one on the line, several on lines of their own. */
export function addressed(addressees: readonly string[]): DocumentBlock[] {
  if (addressees.length === 1) return [centred({ text: `Kính gửi: ${addressees[0] ?? ''}.` }, { before: 6, after: 6 })];
  const last = addressees.length - 1;
  return [
    paragraph('Kính gửi:', { left: 1400, before: 6 }),
    ...addressees.map((one, i) =>
      paragraph(`- ${one}${i === last ? '.' : ';'}`, { left: 2500, after: i === last ? 6 : 0 }),
    ),
  ];
}

/** Nơi nhận and the signature, side by side. */
export function signature({ recipients, signature: { lines, name } }: Letterhead): DocumentTable {
  const small = (line: string) => paragraph([{ text: `- ${line}`, size: 11 }]);
  return {
    kind: 'table',
    about: 'Nơi nhận và chữ ký',
    widths: [4654, 4700],
    ruled: false,
    rows: [
      cells(
        [
          paragraph([{ ...bold('Nơi nhận:', 12), italic: true }], { before: 10 }),
          small('Như trên;'),
          ...recipients.map(small),
        ],
        [
          ...lines.map((line, i) => centred(bold(line), { before: i === 0 ? 10 : 0 })),
          centred(bold(name), { before: 80 }),
        ],
      ),
    ],
  };
}

/** «Phụ lục I», its name, and what it belongs to; an only appendix has no numeral. */
export function appendixHeading(
  numeral: string,
  name: string,
  letterhead: Letterhead,
  date: Day,
  newPage: boolean,
): DocumentBlock[] {
  return [
    centred(bold(`Phụ lục ${numeral}`.trim()), { newPage, level: 1 }),
    centred(bold(name)),
    centred(italic(`(Kèm theo Báo cáo số        /${letterhead.symbol} ${dateWords(date)} của ${letterhead.author})`), {
      after: 6,
    }),
  ];
}

const heading = (words: TextRun, level: 1 | 2 | 3) =>
  paragraph([words], { level, firstLine: FIRST_LINE, before: 6, keepNext: true });
export const section = (words: string) => heading(bold(words), 1);
export const subsection = (words: string) => heading(bold(words), 2);
export const subsubsection = (words: string) => heading({ ...bold(words), italic: true }, 3);
export const text = (words: string) =>
  paragraph(words, { firstLine: FIRST_LINE, before: 6, lines: 1.1, align: 'both' });
export const bullet = (words: string) => text(`- ${words}`);
/**
 * Dots for people to write on: the data does not hold it. They fill the line behind `lead`, or the next one where little is
 * left of it; in points, by the mean width of a letter. The dots may break anywhere, as a row of letters may not.
 */
export function dotted(lead = ''): Paragraph {
  const room = Math.floor((425 - 6.4 * lead.length) / 14);
  const dots = '…\u200B'.repeat(Math.max(10, room < 10 ? room + 33 : room));
  return paragraph(`${lead}${lead === '' ? '' : ' '}${dots}`, { firstLine: FIRST_LINE, before: 6, lines: 1.1 });
}
export const caption = (words: string) =>
  paragraph([bold(words, 13)], { align: 'center', before: 8, after: 3, keepNext: true, style: 'Caption' });
export const note = (words: string) => paragraph([italic(words, 11)], { align: 'both', after: 3 });

/** A cell of a table of figures or lists. */
export function cell(words: string, size: number, align: Align = 'left', heavy = false): TableCell {
  return { content: [paragraph([{ text: words, size, ...(heavy && { bold: true }) }], { align })] };
}

/** A table with a heading that is repeated, and lines of text; the columns named are centred. @param about what is in it */
export function listTable(
  about: string,
  columns: readonly (readonly [heading: string, width: number, align?: Align])[],
  lines: readonly (readonly string[])[],
  size: number,
): DocumentTable {
  return {
    kind: 'table',
    about,
    ruled: true,
    widths: columns.map(([, width]) => width),
    rows: [
      { heading: true, cells: columns.map(([heading]) => cell(heading, size, 'center', true)) },
      ...lines.map((line) => ({ cells: line.map((words, i) => cell(words, size, columns[i]?.[2] ?? 'left')) })),
    ],
  };
}
