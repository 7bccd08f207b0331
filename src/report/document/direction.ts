// Section I: direction and administration. What the rows hold; the rest is left to people.
import { twoDigits } from '../../core/figures.ts';
import { type Report, type ReportedTask, type ReportedUnit, shownAuthor } from '../../core/report.ts';
import { fold } from '../../core/text.ts';
import { capitalised, coverageOf, nothingOwed, uncoveredSentence } from '../coverage.ts';
import {
  elsewhereOf,
  emptiedWords,
  lateBeforeWords,
  lateUnits,
  partlyLate,
  reportedOrLate,
  unitParts,
} from '../unit-parts.ts';
import { UNITS } from '../words/chairman-mail.ts';
import type { DocumentBlock } from './content.ts';
import { listItems, nameOf, numbered, oneLine } from './counts.ts';
import { bullet, dotted, section, subsection, text } from './form.ts';
import { reportingSentence } from './standing.ts';

/** Tasks by the group the plan puts them in: one that only mentions «tuyên truyền» is told in its own. */
export function themesOf({ tasks, groups }: Pick<Report, 'tasks' | 'groups'>): {
  direction: ReportedTask[];
  propaganda: ReportedTask[];
} {
  const headings = new Map(groups.map(({ name, heading }) => [name, fold(heading ?? '')]));
  const propaganda = tasks.filter(({ group }) => (headings.get(group) ?? '').includes(fold('tuyên truyền')));
  const direction = tasks.filter(
    ({ group, content }) =>
      (headings.get(group) ?? '').includes(fold('chỉ đạo')) && fold(content).startsWith(fold('tham mưu')),
  );
  return { direction, propaganda };
}

/** «; tháng 12»: in a report of several months, whose words these are. */
function ofMonth({ resultOf }: Pick<ReportedTask, 'resultOf'>): string {
  return resultOf === undefined ? '' : `; tháng ${resultOf.month}`;
}

/** Characters of a result; all of it is in the appendix. */
const LONGEST_RESULT = 400;

/** One line a unit and text, a list as a list: equal words of one unit for several tasks occur once. */
export function resultLines(tasks: readonly ReportedTask[]): DocumentBlock[] {
  const lines = new Map<string, { author: string; text: string; tasks: ReportedTask[] }>();
  for (const task of tasks) {
    if (!task.reported || task.result === undefined) continue;
    const [author, text] = [shownAuthor(task, 'result'), task.result];
    const key = `${author}: ${oneLine(text, LONGEST_RESULT)} ${ofMonth(task)}`;
    const line = lines.get(key);
    if (line) line.tasks.push(task);
    else lines.set(key, { author, text, tasks: [task] });
  }
  return [...lines.values()].flatMap(({ author, text: typed, tasks: of }) => {
    const about = `(${numbered(of)}${of[0] ? ofMonth(of[0]) : ''})`;
    const items = listItems(typed, LONGEST_RESULT);
    if (items.length < 2) return [bullet(`${author}: ${oneLine(typed, LONGEST_RESULT)} ${about}.`)];
    return [
      { ...bullet(`${author} ${about}:`), keepNext: true },
      ...items.map((item, i) => text(`+ ${item}${i < items.length - 1 ? ';' : item.endsWith('…') ? '' : '.'}`)),
    ];
  });
}

export function directionSection(report: Report): DocumentBlock[] {
  const { direction, propaganda } = themesOf(report);
  return [
    section('I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH'),
    subsection('1. Tham mưu, ban hành văn bản; kiện toàn Tổ công tác'),
    ...resultLines(direction),
    dotted('Số văn bản chỉ đạo, điều hành ban hành trong kỳ (danh mục kèm theo):'),
    subsection('2. Công tác tuyên truyền'),
    ...resultLines(propaganda),
    dotted('Số lượt, hình thức tuyên truyền, số người tiếp cận:'),
    subsection('3. Kiểm tra, đôn đốc; chế độ thông tin, báo cáo'),
    text(disciplineSentence(report)),
    dotted('Số lượt đôn đốc, kiểm tra trong kỳ:'),
  ];
}

/** Who reported and who did not, by name. */
function disciplineSentence(report: Report): string {
  const { figures, units, stamped, window } = report;
  const coverage = coverageOf(report);
  const nothing = nothingOwed(coverage);
  if (nothing !== undefined) return `${capitalised(nothing)}.${uncoveredSentence(coverage)}`;
  const parts = unitParts(units);
  const { silent, partly, late, afterwards } = parts;
  const sentence = (words: string) => (words === '' ? '' : ` ${words}.`);
  const lateRows = lateUnits(partlyLate(parts));
  const named = (lead: string, list: readonly ReportedUnit[], words: (unit: ReportedUnit) => string) =>
    list.length === 0 ? '' : ` ${lead} (${twoDigits(list.length)}): ${list.map(words).join(', ')}.`;
  const whenCame = ({ name, late: n }: ReportedUnit) => `${name}${n > 0 ? ' (sau khi chốt)' : ''}`;
  return [
    reportingSentence(figures, window.to),
    named('Chưa báo cáo', silent, (unit) => {
      const { name, silentPeriods } = unit;
      const elsewhere = elsewhereOf(unit, report).map(nameOf);
      if (elsewhere.length > 0) return `${name} (${UNITS.elsewhere(elsewhere)})`;
      return silentPeriods > 1 ? `${name} (${twoDigits(silentPeriods)} kỳ liên tiếp)` : name;
    }),
    named('Báo cáo một phần', partly, (unit) => `${unit.name} (${reportedOrLate(unit)}/${unit.owed} nhiệm vụ)`),
    sentence(lateRows === '' ? '' : `${UNITS.partlyLate}${lateRows}`),
    named('Báo cáo chậm', late, whenCame),
    named('Báo cáo sau hạn, không rõ đã được nhắc', afterwards, whenCame),
    stamped ? '' : ' Đúng hạn được tính theo giờ ghi trong bảng theo dõi.',
    sentence(emptiedWords(report, (task) => `nhiệm vụ ${nameOf(task)}`)),
    sentence(lateBeforeWords(report)),
    uncoveredSentence(coverage),
  ].join('');
}
