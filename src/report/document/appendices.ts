// The landscape appendices: every task, the discipline of the units, difficulties and proposals.
import { formatDay, formatTime } from '../../core/calendar.ts';
import {
  type Raised,
  type Report,
  type ReportedGroup,
  type ReportedTask,
  type ReportedUnit,
  shownAuthor,
} from '../../core/report.ts';
import { isFinished } from '../../core/status.ts';
import { withCarried } from '../raised-words.ts';
import { elsewhereOf, reportedOrLate, stillMissing } from '../unit-parts.ts';
import { UNITS } from '../words/chairman-mail.ts';
import { traceOf } from '../words/shared.ts';
import type { DocumentBlock, TableRow } from './content.ts';
import { authorPrefix, brief, inCell, nameOf, sinceOf, tasksCounted } from './counts.ts';
import { appendixHeading, cell, listTable, note } from './form.ts';
import type { Letterhead } from './letterhead.ts';
import { addresseeWords } from './requests.ts';
import { groupName } from './tables.ts';

const SMALL = 10;
/** Characters of one text in a cell; what is longer says so and is in the sheet. A document must stay one that can be opened. */
const LONGEST = 1500;

export function appendices(report: Report, letterhead: Letterhead, date: number): DocumentBlock[] {
  return [
    ...appendixHeading('I', 'KẾT QUẢ THỰC HIỆN TỪNG NHIỆM VỤ', letterhead, date, false),
    tasksTable(report),
    note(sourceWords(report)),
    ...appendixHeading('II', 'CHẤP HÀNH CHẾ ĐỘ BÁO CÁO CỦA CÁC ĐƠN VỊ', letterhead, date, true),
    disciplineTable(report),
    note(
      'Ghi chú: «Sau hạn» gồm cả báo cáo sau khi chốt; chỉ ghi «chậm» với đơn vị đã được nhắc. Số kỳ liên tiếp là số kỳ phải báo cáo, đã được nhắc mà không báo cáo nhiệm vụ nào, kể cả kỳ này.',
    ),
    ...appendixHeading('III', 'KHÓ KHĂN, VƯỚNG MẮC; ĐỀ XUẤT, KIẾN NGHỊ', letterhead, date, true),
    ...difficultiesTable(report),
  ];
}

/** By which the paper is traced to its version. */
function sourceWords({ period, version, closedAt, automatic, planned, window }: Report): string {
  const how = planned ? 'xem trước, chưa chốt,' : automatic ? 'số liệu tự động lập' : `bản ${version} chốt`;
  return `Nguồn: bảng theo dõi Đề án 06, số liệu từ ${formatDay(window.from)} đến ${formatDay(window.to)}, ${how} lúc ${formatTime(closedAt)} ngày ${formatDay(closedAt)}. Mã: ${traceOf({ period, version })}.`;
}

function whole(words: string): string {
  if (words.length <= LONGEST) return words;
  const characters = [...words.slice(0, LONGEST)];
  return `${characters.join('')}… (còn ${words.length - LONGEST} ký tự, xem bảng theo dõi)`;
}

interface Grouped {
  readonly tasks: readonly ReportedTask[];
  readonly groups: readonly Pick<ReportedGroup, 'name' | 'heading' | 'total'>[];
}

/** Every task of a report, group by group. */
export function tasksTable({ tasks, groups }: Grouped, results = 'Kết quả trong kỳ'): DocumentBlock {
  const known = new Set(groups.map(({ name }) => name));
  const others = tasks.filter(({ group }) => !known.has(group));
  const table = listTable(
    'Kết quả thực hiện từng nhiệm vụ',
    [
      ['TT', 500, 'center'],
      ['Nội dung nhiệm vụ', 3500],
      ['Chủ trì', 1450],
      ['Phối hợp', 1350],
      ['Thời gian hoàn thành', 1350],
      ['Trạng thái', 1300, 'center'],
      [results, 1986],
      ['Minh chứng', 1150],
      ['Khó khăn; đề xuất', 1700],
    ],
    [],
    SMALL,
  );
  const rows = (list: readonly ReportedTask[]) => list.map(taskRow);
  return {
    ...table,
    breaks: true,
    rows: [
      ...table.rows,
      ...groups.flatMap((group) => [
        groupRow(`${group.name}. ${groupName(group)} (${tasksCounted(group.total)})`),
        ...rows(tasks.filter((task) => task.group === group.name)),
      ]),
      ...(others.length === 0 ? [] : [groupRow('Nhiệm vụ khác'), ...rows(others)]),
    ],
  };
}

const groupRow = (words: string): TableRow => ({ cells: [{ ...cell(words, SMALL, 'left', true), span: 9 }] });

function taskRow(task: ReportedTask): TableRow {
  // What was typed for an earlier period is no result of this one; what was finished then stays so.
  const holds = task.reported || isFinished(task.status);
  const result = holds
    ? `${task.result === undefined ? '' : authorPrefix(task, 'result')}${whole(task.result ?? '')}`
    : notReported(task);
  const due = task.extended && task.due !== undefined ? `\n(gia hạn đến ${formatDay(task.due)})` : '';
  const texts = [
    task.difficulty === undefined
      ? ''
      : `${authorPrefix(task, 'difficulty')}${withCarried(whole(task.difficulty), task.raised?.difficulty)}`,
    task.proposal === undefined
      ? ''
      : `Đề xuất${addresseeWords(task)}: ${authorPrefix(task, 'proposal')}${withCarried(whole(task.proposal), task.raised?.proposal)}`,
  ].filter((words) => words !== '');
  const words = [
    nameOf(task),
    task.content,
    task.lead,
    task.coordinating,
    `${task.deadline}${due}`,
    `${task.status}${task.finishedSince === undefined ? '' : `\n(${sinceOf(task)})`}`,
    result,
    holds ? whole(task.evidence ?? '') : '',
    texts.join('\n'),
  ];
  return { cells: words.map((one, i) => cell(one, SMALL, i === 0 || i === 5 ? 'center' : 'left')) };
}

/** Of a row that was to be reported: a unit is not named for a row it was not given. */
function notReported({ owed, assigned }: ReportedTask): string {
  if (!owed) return '';
  return assigned ? 'Chưa báo cáo kỳ này' : 'Chưa giao đầu mối';
}

function disciplineTable(report: Report): DocumentBlock {
  const { units } = report;
  const state = (unit: ReportedUnit) => {
    if (unit.owed === 0) return 'Không phải báo cáo kỳ này';
    if (reportedOrLate(unit) === 0) {
      const elsewhere = elsewhereOf(unit, report).map(nameOf);
      return elsewhere.length === 0 ? 'Chưa báo cáo' : `Chưa báo cáo; ${UNITS.elsewhere(elsewhere)}`;
    }
    if (stillMissing(unit) > 0) return 'Báo cáo một phần';
    if (unit.onTime === unit.owed) return 'Báo cáo đủ, đúng hạn';
    return `Báo cáo đủ, ${unit.asked ? 'chậm' : 'sau hạn'}${unit.late > 0 ? ' (sau khi chốt)' : ''}`;
  };
  return listTable(
    'Chấp hành chế độ báo cáo của các đơn vị',
    [
      ['TT', 700, 'center'],
      ['Đơn vị', 3686],
      ['Phải báo cáo', 1500, 'center'],
      ['Đúng hạn', 1400, 'center'],
      ['Sau hạn', 1300, 'center'],
      ['Chưa báo cáo', 1500, 'center'],
      ['Số kỳ liên tiếp chưa báo cáo', 1600, 'center'],
      ['Chấp hành', 2600],
    ],
    units.map((unit, i) => [
      String(i + 1),
      unit.name,
      inCell(unit.owed),
      inCell(unit.onTime),
      inCell(reportedOrLate(unit) - unit.onTime),
      inCell(stillMissing(unit)),
      inCell(unit.silentPeriods),
      state(unit),
    ]),
    12,
  );
}

/** Who typed the difficulty and the proposal of a line; of two, which is whose. */
function writersOf(task: ReportedTask, isHeld: boolean): string {
  const [hindered, proposing] = [shownAuthor(task, 'difficulty'), shownAuthor(task, 'proposal')];
  if (!isHeld || task.difficulty === undefined) return proposing;
  if (task.proposal === undefined || hindered === proposing) return hindered;
  return `${hindered} (khó khăn); ${proposing} (đề xuất)`;
}

/** Periods a difficulty was reported for; «≥ 02» where there may have been more. */
function periodsCounted(raised: Raised | undefined): string {
  if (!raised) return '';
  const { periods, atLeast } = raised;
  return `${atLeast && periods.length > 1 ? '≥ ' : ''}${inCell(periods.length)}`;
}

export function difficultiesTable({ difficulties, proposals, requests, tasks }: Report): DocumentBlock[] {
  const [held, asked] = [difficulties, [...proposals, ...requests]].map(
    (list) => new Set(list.map(({ code }) => code)),
  );
  const listed = tasks.filter(({ code }) => held?.has(code) || asked?.has(code));
  if (listed.length === 0) return [note('Trong kỳ không có khó khăn, vướng mắc, đề xuất, kiến nghị.')];
  return [
    {
      ...listTable(
        'Khó khăn, vướng mắc; đề xuất, kiến nghị',
        [
          ['TT', 600, 'center'],
          ['Nhiệm vụ', 3300],
          ['Đơn vị', 1700],
          ['Khó khăn, vướng mắc', 3000],
          ['Số kỳ đã nêu', 1000, 'center'],
          ['Đề xuất, kiến nghị', 2786],
          ['Kết quả xử lý', 1900],
        ],
        listed.map((task, i) => [
          String(i + 1),
          `${nameOf(task)}. ${brief(task.content)}`,
          writersOf(task, held?.has(task.code) === true),
          held?.has(task.code) ? withCarried(whole(task.difficulty ?? ''), task.raised?.difficulty) : '',
          periodsCounted(task.raised?.difficulty),
          `${withCarried(whole(task.proposal ?? ''), task.raised?.proposal)}${addresseeWords(task)}`,
          '',
        ]),
        11,
      ),
      breaks: true,
    },
  ];
}
