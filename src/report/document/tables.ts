// The three tables of a report (form 2.4, rule 4.10): by group and by unit, indicators, overdue and due soon.
import { formatDay } from '../../core/calendar.ts';
import { percent } from '../../core/figures.ts';
import { INDICATOR_RESULTS } from '../../core/indicator.ts';
import {
  isBeforeMilestone,
  type Report,
  type ReportedIndicator,
  type ReportedLine,
  type ReportedTask,
} from '../../core/report.ts';
import { TALLY_COLUMNS } from '../../core/tally.ts';
import { capitalised } from '../coverage.ts';
import { cut } from '../page.ts';
import { withCarried } from '../raised-words.ts';
import { OVERDUE } from '../words/chairman-mail.ts';
import type { DocumentBlock, DocumentTable, TableCell, TableRow } from './content.ts';
import { authorPrefix, brief, inCell, nameOf, oneLine, sinceOf } from './counts.ts';
import { cell, listTable } from './form.ts';

/** Headings of the twelve columns in the order of TALLY_COLUMNS, with their widths; a heading over several has its own line. */
const COLUMNS: readonly (readonly [over: string, columns: readonly (readonly [heading: string, width: number])[]])[] = [
  [
    'Hoàn thành',
    [
      ['Đúng hạn', 530],
      ['Khác', 500],
    ],
  ],
  [
    'Đang TH',
    [
      ['Trong hạn', 570],
      ['Quá hạn', 430],
    ],
  ],
  [
    'Chưa TH, chưa có TT',
    [
      ['Trong hạn', 570],
      ['Quá hạn', 430],
    ],
  ],
  ['Quá dự kiến', [['', 440]]],
  [
    'Thường xuyên',
    [
      ['Có KQ', 420],
      ['Không PS', 615],
      ['Chưa BC', 550],
    ],
  ],
  ['Lộ trình, YC', [['', 545]]],
  ['Tạm dừng', [['', 530]]],
];
export const TALLY_NOTE =
  'Ghi chú: TH: thực hiện; TT: thông tin; KQ: kết quả; PS: phát sinh; BC: báo cáo; YC: khi có yêu cầu (gồm cả chưa đọc được thời hạn); «Khác»: hoàn thành quá hạn, sau thời gian dự kiến hoặc thiếu ngày hoàn thành; «Trong hạn» gồm cả sắp đến hạn; «Chưa BC» gồm cả chờ báo cáo.';

const SMALL = 9;

/** Table 1: one line a group or a unit, and the sum. */
function tallyTable(
  what: string,
  lines: readonly (readonly [number: string, name: string, line: ReportedLine])[],
): DocumentTable {
  const sum = (pick: (line: ReportedLine) => number) => lines.reduce((n, [, , line]) => n + pick(line), 0);
  return {
    kind: 'table',
    about: `Tổng hợp theo ${what.toLowerCase()}`,
    ruled: true,
    widths: [500, 2184, 540, ...COLUMNS.flatMap(([, columns]) => columns.map(([, width]) => width))],
    rows: [
      ...tallyHeading(what),
      ...lines.map(([number, name, line]) => tallyLine(number, name, line, false)),
      tallyLine(
        '',
        'Cộng',
        { total: sum((line) => line.total), counts: TALLY_COLUMNS.map((_, i) => sum((line) => line.counts[i] ?? 0)) },
        true,
      ),
    ],
  };
}

function tallyHeading(what: string): TableRow[] {
  const head = (words: string): TableCell => cell(words, SMALL, 'center', true);
  const fixed = ['TT', what, 'Tổng số'];
  const below: TableCell = { content: [], down: 'goesOn' };
  return [
    {
      heading: true,
      cells: [
        ...fixed.map((words): TableCell => ({ ...head(words), down: 'begins' })),
        ...COLUMNS.map(
          ([over, columns]): TableCell =>
            columns.length === 1 ? { ...head(over), down: 'begins' } : { ...head(over), span: columns.length },
        ),
      ],
    },
    {
      heading: true,
      cells: [
        ...fixed.map(() => below),
        ...COLUMNS.flatMap(([, columns]) => columns.map(([heading]) => (heading === '' ? below : head(heading)))),
      ],
    },
  ];
}

function tallyLine(
  number: string,
  name: string,
  line: Pick<ReportedLine, 'total' | 'counts'>,
  heavy: boolean,
): TableRow {
  return {
    cells: [
      cell(number, SMALL, 'center', heavy),
      cell(cut(name, 90), SMALL, heavy ? 'center' : 'left', heavy),
      cell(inCell(line.total), SMALL, 'center', true),
      ...line.counts.map((n) => cell(n === 0 ? '' : inCell(n), SMALL, 'center', heavy)),
    ],
  };
}

/** The name of a group in a line of a table or over its rows. */
export function groupName({ heading, name }: { readonly heading?: string; readonly name: string }): string {
  if (heading === undefined) return `Nhóm ${name}`;
  const words = heading.replace(/^Về\s+/u, '');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

export function groupsTable(report: Report): DocumentTable {
  return tallyTable(
    'Nhóm nhiệm vụ',
    report.groups.map((group) => [group.name, groupName(group), group]),
  );
}

/** Units without a row are left out; the sum is the same. */
export function unitsTable({ byUnit }: Report): DocumentTable {
  const lines = byUnit.filter(({ total }) => total > 0);
  return tallyTable(
    'Đơn vị đầu mối',
    lines.map((line, i) => [String(i + 1), line.name, line]),
  );
}

/** Table 2. */
export function indicatorsTable(report: Report): DocumentTable {
  const { indicators, tasks } = report;
  const units = new Map(tasks.map((task) => [task.code, task]));
  return listTable(
    'Kết quả thực hiện chỉ tiêu',
    [
      ['TT', 480, 'center'],
      ['Chỉ tiêu (nhiệm vụ)', 2450],
      ['Mục tiêu', 1300, 'center'],
      ['Kỳ trước', 850, 'center'],
      ['Kỳ này', 1050, 'center'],
      ['Giá trị', 850, 'center'],
      ['Kết quả', 1024, 'center'],
      ['Nguồn số liệu', 1350],
    ],
    indicators.map((one, i) => {
      const task = units.get(one.code);
      const { target, numerator, denominator, value, before, milestone } = one;
      const print = (n: number) => (target !== null && target > 1 ? String(n).replace('.', ',') : percent(n, 1));
      const wanted = target === null ? '' : `${one.operator} ${print(target)}`;
      const share = target !== null && target <= 1;
      return [
        String(i + 1),
        `${cut(one.name, 160)} (${task ? nameOf(task) : one.code})`,
        milestone === null ? wanted : `${wanted} đến ${formatDay(milestone)}`,
        before === undefined ? '–' : print(before),
        numerator === null ? '–' : share ? `${numerator}/${denominator ?? '–'}` : String(numerator),
        value === null ? '–' : print(value),
        resultOf(one, report),
        cut(task?.unit ?? '', 60),
      ];
    }),
    10,
  );
}

/** A value that is too old counts in nothing (K7), so it is called neither met nor missed. */
function resultOf(one: ReportedIndicator, report: Report): string {
  const { result, stale } = one;
  const judged = result === INDICATOR_RESULTS.met || result === INDICATOR_RESULTS.missed;
  if (judged && stale) return 'Số liệu cũ';
  return isBeforeMilestone(one, report) ? 'Chưa đến mốc' : result;
}

/** Table 3; nothing where there is nothing to list. */
export function deadlinesTable({ overdue, dueSoon }: Report): DocumentBlock[] {
  const line = (task: ReportedTask) => {
    const left = task.daysLeft ?? 0;
    const theirs = (text: 'difficulty' | 'proposal') => {
      const words = oneLine(task[text] ?? '', 300);
      return words === '' ? '' : `${authorPrefix(task, text)}${withCarried(words, task.raised?.[text])}`;
    };
    return [
      nameOf(task),
      brief(task.content),
      `${cut(task.unit, 60)}${task.assigned ? '' : ` (${OVERDUE.nobodys})`}`,
      [
        cut(task.deadline, 80),
        task.due === undefined || !task.extended ? '' : `(gia hạn đến ${formatDay(task.due)})`,
        task.forwardedFrom === undefined ? '' : `(${OVERDUE.forwarded(task.forwardedFrom)})`,
      ]
        .filter((words) => words !== '')
        .join(' '),
      left < 0 ? `quá ${-left}` : `còn ${left}`,
      [capitalised(sinceOf(task)), theirs('difficulty')].filter((words) => words !== '').join('. ') ||
        (task.unexplained ? 'Chưa giải trình' : ''),
      theirs('proposal'),
    ];
  };
  const tasks = [...overdue, ...dueSoon];
  if (tasks.length === 0) return [];
  return [
    listTable(
      'Nhiệm vụ quá hạn và sắp đến hạn',
      [
        ['TT nv', 560, 'center'],
        ['Nội dung', 2400],
        ['Chủ trì', 1250],
        ['Thời hạn', 1150],
        ['Số ngày', 750, 'center'],
        ['Nguyên nhân, giải trình', 1694],
        ['Đề xuất', 1550],
      ],
      tasks.map(line),
      10,
    ),
  ];
}
