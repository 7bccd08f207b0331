// The appendix of the plan's text as the table it was printed from: lines of words, cut into the span of each task by stated
// rules, each with the exact number of times it applies; and the proof that four cells fill a span.
import type { Plan, PlanTask } from '../../src/core/plan.ts';

/** The lines of a task, page by page; a line is its words. */
export type Span = readonly (readonly (readonly string[])[])[];

const PAGE = '\f';
const TITLE = [
  'Phụ lục',
  'CÁC NHIỆM VỤ CỤ THỂ CỦA ĐỀ ÁN 06 TRÊN ĐỊA BÀN XÃ VÂN SƠN NĂM 2024',
  '(Kèm theo Kế hoạch số /KH-UBND ngày 28/02/2024 của Chủ tịch UBND xã',
];
/** The head of the table, printed on each of its 18 pages. */
export const HEAD = ['TT Nội dung, nhiệm vụ cụ thể Đơn vị chủ trì', 'Đơn vị', 'phối hợp', 'Thời gian', 'hoàn thành'];
/** The only page whose number the text layer has. */
const PAGE_NUMBER = '5';
/** Lines on which the text layer put more than one cell, with the cut between them. */
const SHARED_LINES: readonly (readonly string[])[] = [
  ['5.', 'Đẩy nhanh tiến độ số hóa hồ sơ (đặc biệt đối với lĩnh vực hộ tịch, đất đai, lao', 'Văn phòng UBND'],
  ['Các đơn vị có liên', 'Năm 2024:'],
  // «cấp xã 100%;» stands in the last column: it has one level a line («Năm 2024:» / «cấp xã 100%;» / «cấp xã» / «90%»),
  // and «Các đơn vị có liên quan» is complete without «cấp xã».
  ['quan', 'cấp xã 100%;'],
  ['hồ sơ công việc thuộc phạm vi bí mật nhà nước)', 'Thông tin, Công an'],
];
/** Words broken after a hyphen: rejoined without a space. The plan's other hyphens at a line's end are followed by a space. */
const BROKEN_WORDS = [
  ['NĐ-', 'CP'],
  ['ĐC-NN-', 'MT'],
] as const;

/** The words of a text. */
export function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}

function only(count: number, wanted: number, what: string): void {
  if (count !== wanted) throw new Error(`${what}: ${count}, wanted ${wanted}`);
}

/** The appendix as it stands: from its own title to the end, blank lines dropped. */
export function appendixLines(text: string): string[] {
  const lines = text.split('\n').map((line) => wordsOf(line).join(' '));
  only(lines.filter((line) => line === TITLE[0]).length, 1, 'title of the appendix');
  return lines.slice(lines.indexOf('Phụ lục')).filter((line) => line !== '');
}

/** The table alone: title, heads and page number taken out, shared lines cut, broken words rejoined. */
function tableLines(text: string): string[] {
  const lines = appendixLines(text);
  only(TITLE.filter((line, index) => lines[index] === line).length, TITLE.length, 'lines of the title');
  const table: string[] = [];
  let heads = 0;
  for (let at = TITLE.length; at < lines.length; at += 1) {
    if (HEAD.every((line, index) => lines[at + index] === line)) {
      table.push(PAGE);
      heads += 1;
      at += HEAD.length - 1;
    } else table.push(lines[at] ?? '');
  }
  only(heads, 18, 'heads of the table');
  const numbers = table.flatMap((line, index) => (line === PAGE_NUMBER ? [index] : []));
  only(numbers.length, 1, 'page numbers');
  only(table.indexOf(PAGE, numbers[0]), (numbers[0] ?? 0) + 1, 'page number before a page');
  table.splice(numbers[0] ?? 0, 1);
  for (const cells of SHARED_LINES) {
    const places = table.flatMap((line, index) => (line === cells.join(' ') ? [index] : []));
    only(places.length, 1, `shared line «${cells.join(' ')}»`);
    table.splice(places[0] ?? 0, 1, ...cells);
  }
  for (const [head, tail] of BROKEN_WORDS) {
    const places = table.flatMap((line, index) =>
      line.endsWith(head) && wordsOf(table[index + 1] ?? '')[0] === tail ? [index] : [],
    );
    only(places.length, 1, `broken word «${head}${tail}»`);
    const at = places[0] ?? 0;
    const rest = wordsOf(table[at + 1] ?? '')
      .slice(1)
      .join(' ');
    table.splice(at, 2, ...[`${table[at]}${tail}`, rest].filter((line) => line !== ''));
  }
  return table;
}

/** The span of each task, by its number; headings, counts and numbers must stand where the plan's data say, and nothing else. */
export function readSpans(text: string, plan: Plan): Map<number, Span> {
  const table = tableLines(text);
  const spans = new Map<number, Span>();
  let at = 0;
  let number = 0;
  const skipPages = () => {
    while (table[at] === PAGE) at += 1;
  };
  for (const { roman, heading, count } of plan.groups) {
    const wanted = wordsOf(`${roman} ${heading} (${String(count).padStart(2, '0')} nhiệm vụ)`).join(' ');
    skipPages();
    let found = '';
    while (wanted !== found && wanted.startsWith(found) && at < table.length) {
      found = `${found} ${table[at]}`.trim();
      at += 1;
    }
    if (found !== wanted) throw new Error(`heading of group ${roman}: «${found}»`);
    for (let left = count; left > 0; left -= 1) {
      number += 1;
      skipPages();
      if (table[at] !== `${number}.`) throw new Error(`number ${number}: «${table[at]}»`);
      const from = at + 1;
      const next = left > 1 ? `${number + 1}.` : nextHeading(plan, roman);
      const end = next === undefined ? -1 : table.findIndex((line, index) => index >= from && opens(line, next));
      at = end < 0 ? table.length : end;
      spans.set(number, pagesOf(table.slice(from, at)));
    }
  }
  only(at, table.length, 'lines of the table');
  return spans;
}

function nextHeading(plan: Plan, roman: string): string | undefined {
  return plan.groups[plan.groups.findIndex((group) => group.roman === roman) + 1]?.roman;
}

/** A number stands alone on its line; a group's numeral alone or before its heading. */
function opens(line: string, word: string): boolean {
  return line === word || (!word.endsWith('.') && line.startsWith(`${word} `));
}

function pagesOf(lines: readonly string[]): Span {
  const pages: string[][][] = [[]];
  for (const line of lines) {
    if (line === PAGE) pages.push([]);
    else pages[pages.length - 1]?.push(wordsOf(line));
  }
  return pages.filter((page) => page.length > 0);
}

/** The four cells of a task, in the order of the columns. */
export const CELLS = ['content', 'lead', 'coordinating', 'deadline'] as const;

/**
 * True where the four cells are the span: on each page the lines of the first cell, then of the second, third and fourth,
 * whole lines, each line once and none left; a cell goes on where it stopped on the page before.
 */
export function fills(task: PlanTask, span: Span): boolean {
  const cells = CELLS.map((cell) => wordsOf(task[cell]));
  const search = (page: number, line: number, from: number, read: readonly number[]): boolean => {
    const lines = span[page];
    if (!lines) return cells.every((words, cell) => read[cell] === words.length);
    const words = lines[line];
    if (!words) return search(page + 1, 0, 0, read);
    return cells.some((cell, index) => {
      const start = read[index] ?? 0;
      if (index < from || !words.every((word, offset) => cell[start + offset] === word)) return false;
      return search(
        page,
        line + 1,
        index,
        read.map((count, cellIndex) => (cellIndex === index ? start + words.length : count)),
      );
    });
  };
  return search(0, 0, 0, [0, 0, 0, 0]);
}

/** Numbers of the tasks whose cells are not their span; empty where the proof holds. */
export function faultsOf(spans: ReadonlyMap<number, Span>, tasks: readonly PlanTask[]): number[] {
  const wrong = tasks.filter((task) => !fills(task, spans.get(task.number) ?? [])).map((task) => task.number);
  const missing = [...spans.keys()].filter((number) => !tasks.some((task) => task.number === number));
  return [...wrong, ...missing];
}
