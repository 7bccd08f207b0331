// Section II: what was done. Every number is one of the Report; what units wrote is under its group.
import { formatDay } from '../../core/calendar.ts';
import { changedFigures, FIGURE_NAMES, twoDigits } from '../../core/figures.ts';
import { lastDayOf, type Report, type ReportedGroup, type ReportedTask } from '../../core/report.ts';
import { KINDS, STATUS, type Status } from '../../core/status.ts';
import { reproachSentences } from '../reproach-words.ts';
import { TASKS } from '../words/chairman-mail.ts';
import { yardstickSince } from '../words/shared.ts';
import type { DocumentBlock } from './content.ts';
import {
  authorPrefix,
  breakdown,
  comparison,
  inCell,
  nameOf,
  numbered,
  oneLine,
  parts,
  tasksCounted,
} from './counts.ts';
import { resultLines, themesOf } from './direction.ts';
import { bullet, caption, dotted, monthWords, note, section, subsection, subsubsection, text } from './form.ts';
import { aside, dueSentence, indicatorsSentence, standingSentence, statusClause } from './standing.ts';
import { groupName, groupsTable, indicatorsTable, TALLY_NOTE, unitsTable } from './tables.ts';

export function resultsSection(report: Report): DocumentBlock[] {
  return [
    section('II. KẾT QUẢ THỰC HIỆN NHIỆM VỤ'),
    subsection('1. Kết quả chung'),
    ...generalSentences(report).map(text),
    ...tallyBlocks(report),
    subsection('2. Kết quả theo từng nhóm nhiệm vụ'),
    ...groupsBlocks(report),
    subsection('3. Kết quả thực hiện chỉ tiêu'),
    ...indicatorBlocks(report),
    subsection('4. Nhiệm vụ tồn đọng các năm trước'),
    ...carriedBlocks(report),
  ];
}

export function tallyBlocks(report: Report): DocumentBlock[] {
  return [
    caption('Bảng 1. Tổng hợp theo nhóm nhiệm vụ'),
    groupsTable(report),
    caption('Bảng 1 (tiếp). Tổng hợp theo đơn vị đầu mối'),
    unitsTable(report),
    note(`${TALLY_NOTE} Nhiệm vụ nhiều đơn vị chủ trì tính cho đơn vị đầu mối.`),
  ];
}

export function groupsBlocks(report: Report): DocumentBlock[] {
  const { direction, propaganda } = themesOf(report);
  const told = new Set([...direction, ...propaganda].map(({ code }) => code));
  return report.groups.flatMap((group, i) => groupBlocks(report, group, i, told));
}

export function indicatorBlocks(report: Report): DocumentBlock[] {
  const { indicators, figures } = report;
  return [
    text(indicatorsSentence(figures.K7)),
    ...(indicators.length === 0 ? [] : [caption('Bảng 2. Kết quả thực hiện chỉ tiêu'), indicatorsTable(report)]),
  ];
}

export function carriedBlocks(report: Report): DocumentBlock[] {
  return [
    ...report.carriedOver.map((task) =>
      bullet(
        `Nhiệm vụ ${nameOf(task)} (từ năm ${task.carriedFrom ?? ''}; ${task.unit}): ${statusClause(task.status)}${
          task.result === undefined || !(task.reported || task.doneOn !== undefined)
            ? ''
            : `; ${authorPrefix(task, 'result')}${oneLine(task.result, 300)}${task.resultOf === undefined ? '' : ` (tháng ${task.resultOf.month})`}`
        }.`,
      ),
    ),
    dotted('Tồn tại khác của các năm trước:'),
  ];
}

/** @param inMonth the month K4 is of, where the report is of several: «trong tháng 12/2024» */
export function generalSentences(report: Report, inMonth = 'trong kỳ'): string[] {
  const { tasks, figures, before, unassigned } = report;
  const { K3, K4 } = figures;
  const dated = tasks.filter(({ due }) => due !== undefined);
  const rest = tasks.filter(({ due }) => due === undefined);
  const ofKind = (kind: string) => rest.filter((task) => task.kind === kind).length;
  const kinds: (readonly [string, number])[] = [
    ['nhiệm vụ thường xuyên', ofKind(KINDS.ongoing)],
    ['nhiệm vụ theo lộ trình của cấp trên', ofKind(KINDS.roadmap)],
    ['nhiệm vụ khi có yêu cầu', ofKind(KINDS['on-request'])],
  ];
  const other = rest.length - kinds.reduce((sum, [, n]) => sum + n, 0);
  const list = [
    ['nhiệm vụ có thời hạn', dated.length] as const,
    ...kinds,
    ['nhiệm vụ chưa xác định thời hạn', other] as const,
  ];
  const made = list.flatMap(([words, n]) => (n === 0 ? [] : [`${twoDigits(n)} ${words}`])).join(', ');
  return [
    `Tổng số ${tasksCounted(tasks.length)}, gồm ${made}${unassigned.length === 0 ? '' : `; trong đó chưa giao đầu mối ${twoDigits(unassigned.length)}`}.`,
    ...(dated.length === 0
      ? []
      : [
          `Tính đến ngày ${formatDay(lastDayOf(report))}, trong ${twoDigits(dated.length)} nhiệm vụ có thời hạn: ${datedSentence(dated)}.`,
        ]),
    dueSentence(figures, before?.figures.K1),
    ...(K3.whole === 0 ? [] : [`Nhiệm vụ có hạn trong năm đã hoàn thành: ${K3.text}.`]),
    ...(K4.whole === 0
      ? []
      : [
          `Nhiệm vụ thường xuyên có kết quả ${inMonth}: ${K4.text}${ongoingWords(report)}${comparison(K4, before?.figures.K4)}${report.unchanged.length === 0 ? '' : `; trong đó ${twoDigits(report.unchanged.length)} nhiệm vụ ghi kết quả giống nguyên văn kỳ trước`}.`,
        ]),
    ...changeSentences(report),
  ];
}

/**
 * «, gồm 19/25 nhiệm vụ thường xuyên và 01/01 …»: why K4 is of other tasks than the «25 nhiệm vụ thường xuyên» and the «Có KQ» of
 * the same page. Empty where it is of the same.
 */
function ongoingWords({ ongoing: { always, continued }, paused }: Report): string {
  const stopped = paused.filter(({ kind }) => kind === KINDS.ongoing).length;
  if (continued.whole === 0) return stopped === 0 ? '' : ` (không kể ${twoDigits(stopped)} đang tạm dừng)`;
  const share = ({ part, whole }: typeof always) => `${inCell(part)}/${twoDigits(whole)}`;
  const without = stopped === 0 ? '' : ` (không kể ${twoDigits(stopped)} đang tạm dừng)`;
  return `, gồm ${share(always)} nhiệm vụ thường xuyên${without} và ${share(continued)} nhiệm vụ đã hoàn thành, nay thực hiện thường xuyên`;
}

/** Counts of one level, each with what it is made of; together they are all the dated tasks. */
function datedSentence(tasks: readonly ReportedTask[]): string {
  const n = (...statuses: readonly Status[]) => tasks.filter(({ status }) => statuses.includes(status)).length;
  const level = (words: string, list: readonly (readonly [string, Status])[]) => {
    const statuses = list.map(([, status]) => status);
    const nobodys = tasks.filter(({ status, assigned }) => !assigned && statuses.includes(status)).length;
    const among = breakdown([['chưa giao đầu mối', nobodys]]);
    const total = n(...statuses);
    return total === 0
      ? []
      : [`${words} ${twoDigits(total)} (${parts(list.map(([one, status]) => [one, n(status)]))}${among})`];
  };
  return [
    ...level('hoàn thành', [
      ['đúng hạn', STATUS.doneOnTime],
      ['quá hạn', STATUS.doneLate],
      ['sau thời gian dự kiến', STATUS.doneAfterExpected],
      ['thiếu ngày hoàn thành', STATUS.doneDateMissing],
    ]),
    ...level('đang thực hiện', [
      ['trong hạn', STATUS.doingInTime],
      ['sắp đến hạn', STATUS.doingDueSoon],
      ['quá hạn', STATUS.doingOverdue],
    ]),
    ...level('chưa thực hiện', [
      ['trong hạn', STATUS.notStartedInTime],
      ['sắp đến hạn', STATUS.notStartedDueSoon],
      ['quá hạn', STATUS.notStartedOverdue],
    ]),
    ...level('chưa có thông tin', [
      ['trong hạn', STATUS.unknownInTime],
      ['sắp đến hạn', STATUS.unknownDueSoon],
      ['quá hạn', STATUS.unknownOverdue],
    ]),
    ...[
      parts(
        [
          ['quá thời gian dự kiến', n(STATUS.afterExpected)],
          ['tạm dừng', n(STATUS.paused)],
        ],
        '; ',
      ),
    ].filter((words) => words !== ''),
  ].join('; ');
}

/** What changed since the month before, and what moved the yardstick. */
function changeSentences(report: Report): string[] {
  const { before, changes, missingBefore, tasks, yardstick, firstTold } = report;
  const byCode = new Map(tasks.map((task) => [task.code, task]));
  const named = (words: string, codes: readonly string[]) =>
    codes.length === 0
      ? []
      : [
          `${words} ${twoDigits(codes.length)} (${numbered(codes.map((code) => byCode.get(code) ?? { code, number: 0 }))})`,
        ];
  const list = [
    ...named('mới hoàn thành', changes.newlyFinished),
    ...named('mới quá hạn', changes.newlyOverdue),
    ...named('mở lại sau khi đã hoàn thành', changes.reopened),
    ...named('mới nêu khó khăn, vướng mắc', changes.newDifficulties),
    ...named('hết khó khăn, vướng mắc', changes.solvedDifficulties),
  ];
  const month = before && monthWords(before.period, '/');
  return [
    ...correctionSentences(report),
    ...(missingBefore ? ['Tháng trước không có bản chốt số liệu nên không so sánh được.'] : []),
    ...(list.length === 0 || month === undefined ? [] : [`So với ${month}: ${list.join('; ')}.`]),
    ...(yardstick.length === 0
      ? []
      : [
          `Điều chỉnh thời hạn, đầu mối ${yardstickSince(firstTold)}: ${yardstick.map(({ code, text: words }) => `nhiệm vụ ${nameOf(byCode.get(code) ?? { code, number: 0 })} ${words}`).join('; ')}.`,
        ]),
  ];
}

/** What a correction reads differently from the version it replaces; both numbers, as they were printed. */
function correctionSentences(report: Report): string[] {
  const { corrects, supplement, previous, figures, rewritten, reproaches, tasks } = report;
  if (!previous || (corrects === undefined && !supplement)) return [];
  const different = changedFigures(figures, previous.figures).map(
    (code) =>
      `${FIGURE_NAMES[code]}: ${previous.figures[code].text} sửa thành ${figures[code].text}${aside(figures[code])}`,
  );
  const than =
    supplement && !previous.supplement
      ? 'So với số liệu báo cáo tổng kết'
      : `Đính chính so với bản ${previous.version}`;
  const byCode = new Map(tasks.map((task) => [task.code, task]));
  const called = (code: string) => `nhiệm vụ ${nameOf(byCode.get(code) ?? { code, number: 0 })}`;
  const texts =
    supplement && !previous.supplement
      ? []
      : rewritten.map(({ code, columns }) => `${called(code)} (${columns.join(', ')})`);
  const named = reproachSentences(reproaches, {
    than: `bản ${previous.version}`,
    unit: (name) => name,
    task: (code) => TASKS.withUnit(called(code), byCode.get(code)?.unit ?? ''),
  });
  return [
    `${than}: ${different.length === 0 ? 'các chỉ số chính không đổi' : different.join('; ')}${texts.length === 0 ? '' : `; nội dung thay đổi: ${texts.join('; ')}`}.`,
    ...named.map((words) => `${words}.`),
  ];
}

/** @param told codes whose results are in section I */
function groupBlocks(report: Report, group: ReportedGroup, i: number, told: ReadonlySet<string>): DocumentBlock[] {
  const tasks = report.tasks.filter((task) => task.group === group.name);
  const standing = standingSentence(Object.entries(group.byStatus).map(([status, n]) => [status as Status, n]));
  const due =
    group.due === 0
      ? ''
      : ` Đến nay có ${tasksCounted(group.due)} đến hạn; ${group.dueDone === 0 ? 'chưa hoàn thành' : `đã hoàn thành ${twoDigits(group.dueDone)}`}.`;
  const elsewhere = tasks.filter(({ code, reported, result }) => told.has(code) && reported && result !== undefined);
  return [
    subsubsection(`2.${i + 1}. ${group.heading ?? groupName(group)} (${tasksCounted(group.total)})`),
    ...(standing === '' ? [] : [text(`${standing}${due}`)]),
    ...resultLines(tasks.filter(({ code }) => !told.has(code))),
    ...(elsewhere.length === 0 ? [] : [bullet(`Kết quả ${numbered(elsewhere)}: đã nêu tại mục I.`)]),
  ];
}
