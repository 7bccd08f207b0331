// The rows of the table → groups and tasks, words as printed. Groups are what the plan itself counts with Roman numerals;
// else with letters, else numbers with dotted parts, else headings without a number. Nothing is dropped without a word.
import { entriesOf, headsGroup, headsParts, isLoose, type TableEntry } from './entry.ts';
import { type Say, shortened } from './finding.ts';
import { type Mark, printedNumber, romanOf } from './mark.ts';
import type { Row } from './rows.ts';

export interface ReadGroup {
  readonly line: number;
  /** Roman numeral as printed; undefined where it is ours. */
  readonly numeral?: number;
  readonly heading: string;
  /** «(29 nhiệm vụ)». */
  readonly stated?: number;
}

export interface ReadTask {
  readonly line: number;
  /** TT as printed; empty without one. */
  readonly printed: string;
  /** The number it reads as. */
  readonly counted?: number;
  readonly group: ReadGroup;
  /** Stands under an item that is no task itself, which has been told. */
  readonly isPart?: true;
  content: string;
  lead: string;
  coordinating: string;
  deadline: string;
}

/** What counts the groups. */
type Scheme = 'roman' | 'letter' | 'number' | 'loose';

const COUNT = /\s*\((\d{1,3})\s+nhiệm vụ\)\s*[.:]?$/iu;
/** «II. Phục vụ … (tiếp theo)» at the head of a page. */
const CONTINUED = /\s*\(tiếp(?: theo)?\)\s*$/iu;
/** The name of the one group of a plan that has none. */
const ONLY_GROUP = 'Các nhiệm vụ của kế hoạch';

/** Groups and tasks in the order of the table. */
export function readTable(rows: readonly Row[], say: Say): { groups: ReadGroup[]; tasks: ReadTask[] } {
  const entries = entriesOf(rows);
  const scheme = schemeOf(entries);
  // «2.1» is a number of its own where no task is «2».
  const counts: readonly Mark['kind'][] = entries.some(({ mark, bare }) => mark.kind === 'number' && !bare)
    ? ['number']
    : ['number', 'dotted'];
  const groups: ReadGroup[] = [];
  const tasks: ReadTask[] = [];
  let group: ReadGroup | undefined;
  let lead = '';
  entries.forEach((entry, index) => {
    const { row, mark, words } = entry;
    const isParent = headsParts(entry, entries[index + 1]);
    if (headsGroup(entry) && mark.kind !== scheme) {
      // A section above the groups, or a letter where numerals count.
      group = undefined;
      lead = '';
      tellSection(entry, say);
    } else if (headsGroup(entry) || (scheme === 'number' && isParent) || (scheme === 'loose' && headsLoose(entry))) {
      const begun = groupOf(entry);
      lead = '';
      if (group && begun.numeral !== undefined && begun.numeral === group.numeral && begun.heading === group.heading)
        return;
      group = begun;
      groups.push(begun);
      if (scheme === 'loose')
        say({
          weight: 'look',
          line: row.line,
          text: `Hiểu là tên nhóm (không đánh số): «${shortened(words)}».`,
          todo: 'Nếu không phải tên nhóm, nối vào hàng trên trong tệp rồi chạy lại.',
        });
    } else if (isParent) {
      lead = words;
    } else if (isPart(entry)) {
      addPart(entry, tasks[tasks.length - 1], say);
    } else {
      if (!group) {
        group = { line: row.line, heading: ONLY_GROUP };
        groups.push(group);
        tellUngrouped(row.line, groups.length, say);
      }
      tasks.push(taskOf(entry, group, lead, counts, say));
    }
    if (mark.kind === 'number' && !isParent) lead = '';
  });
  return { groups, tasks };
}

function schemeOf(entries: readonly TableEntry[]): Scheme {
  const heads = entries.filter(headsGroup);
  if (heads.some(({ mark }) => mark.kind === 'roman')) return 'roman';
  if (heads.length > 0) return 'letter';
  return entries.some(
    (entry, index) => headsParts(entry, entries[index + 1]) && entries[index + 1]?.mark.kind === 'dotted',
  )
    ? 'number'
    : 'loose';
}

/** «Về pháp lý» begins with a capital letter; what does not goes on with the row above. */
function headsLoose(entry: TableEntry): boolean {
  return isLoose(entry) && /^\p{Lu}/u.test(entry.words);
}

function groupOf({ row, mark, words }: TableEntry): ReadGroup {
  const name = words.replace(CONTINUED, '');
  const [, count] = COUNT.exec(name) ?? [];
  return {
    line: row.line,
    ...(mark.kind === 'roman' && { numeral: mark.value }),
    heading: name.replace(COUNT, ''),
    ...(count !== undefined && { stated: Number(count) }),
  };
}

/** What adds to the task above: bullets and pieces of rows that have no units and no time, and what broke off. */
function isPart(entry: TableEntry): boolean {
  const { mark, words, bare } = entry;
  if (words === '') return true;
  return bare && mark.kind !== 'number' && mark.kind !== 'other';
}

function addPart({ row, mark, sign, words }: TableEntry, task: ReadTask | undefined, say: Say): void {
  const place = { line: row.line, number: task?.printed ?? '' };
  const goesOn = mark.kind === 'item' || mark.kind === 'dotted' || (mark.kind === 'none' && /^[\p{Ll}]/u.test(words));
  if (task && goesOn && words !== '') {
    task.content = [task.content, sign, words].filter((part) => part !== '').join(' ');
    say({
      weight: 'look',
      ...place,
      text: `Hàng không có đơn vị và thời hạn, được nối vào nội dung của nhiệm vụ này: «${shortened(`${sign} ${words}`.trim())}».`,
      todo: 'Nếu là việc riêng, ghi số ở cột TT, đơn vị và thời hạn trong tệp rồi chạy lại.',
    });
    return;
  }
  const all = [row.number, row.content, row.lead, row.coordinating, row.deadline]
    .filter((cell) => cell !== '')
    .join(' | ');
  say({
    weight: 'mend',
    line: row.line,
    text: `Không biết hàng này thuộc đâu, không đưa vào: «${shortened(all, 160)}».`,
    todo: `Nếu là phần tiếp của ${aboveWords(task)}, nối vào trong tệp rồi chạy lại; nếu là tên nhóm, ghi số La Mã ở cột TT.`,
  });
}

function taskOf(
  { row, mark, sign, words }: TableEntry,
  group: ReadGroup,
  lead: string,
  counts: readonly Mark['kind'][],
  say: Say,
): ReadTask {
  const place = { line: row.line, number: printedNumber(sign) };
  if (lead !== '')
    say({
      weight: 'mend',
      ...place,
      text: `Là một phần của mục «${shortened(lead)}», có đơn vị hoặc thời hạn riêng nên thành một nhiệm vụ; lời dẫn của mục không đưa vào.`,
      todo: 'Nếu thiếu lời dẫn thì câu không rõ nghĩa, ghi thêm vào đầu content trong tasks.json.',
    });
  return {
    line: row.line,
    printed: printedNumber(sign),
    ...(counts.includes(mark.kind) && 'value' in mark && { counted: mark.value }),
    group,
    ...(lead !== '' && { isPart: true }),
    content: words,
    lead: row.lead,
    coordinating: row.coordinating,
    deadline: row.deadline,
  };
}

function tellSection({ row, sign, words }: TableEntry, say: Say): void {
  say({
    weight: 'look',
    line: row.line,
    text: `Phần «${sign} ${shortened(words)}» đứng trên các nhóm; bảng chỉ có một cấp nhóm nên tên phần không đưa vào.`,
    todo: 'Nếu tên phần cần cho người đọc, ghi thêm vào tên các nhóm (groups) trong plan.json.',
  });
}

function tellUngrouped(line: number, count: number, say: Say): void {
  say({
    weight: 'mend',
    line,
    text: `Nhiệm vụ không thuộc nhóm nào; lập nhóm ${romanOf(count)} «${ONLY_GROUP}».`,
    todo: 'Sửa tên nhóm trong plan.json (groups), hoặc thêm dòng tên nhóm vào tệp rồi chạy lại.',
  });
}

/** What a person calls the task above by. */
export function aboveWords(task: ReadTask | undefined): string {
  return task === undefined || task.printed === '' ? 'hàng trên' : `TT ${task.printed}`;
}
