// The tables that only six months and a year have: the figures month by month, the discipline of the units, the map of the
// tasks. Letters, not symbols: they print in any font and are read without colour.
import { FIGURE_CODES, type FigureCode } from '../../core/figures.ts';
import type { SpanReport, UnitMonth } from '../../core/report/span.ts';
import { hasNoInformation, isOverdue, type Status } from '../../core/status.ts';
import { TALLY_COLUMNS } from '../../core/tally.ts';
import type { DocumentTable } from './content.ts';
import { brief, inCell, nameOf } from './counts.ts';
import { cell, listTable } from './form.ts';
import { textWidth } from './wordprocessing.ts';

const SMALL = 10;

const FIGURE_HEADINGS: Readonly<Record<FigureCode, string>> = {
  K1: 'Đến hạn đã xong',
  K2: 'Đến hạn xong đúng hạn',
  K3: 'Hạn trong năm đã xong',
  K4: 'TX có kết quả',
  K5: 'Đơn vị BC đủ',
  K6: 'Đơn vị BC đúng hạn',
  K7: 'Chỉ tiêu đạt',
  K8: 'Có vướng mắc',
};

/** The figures and the overdue of every month; a month that was not closed is said to be so. */
export function monthsTable({ months }: SpanReport): DocumentTable {
  const columns = [...FIGURE_CODES.map((code) => FIGURE_HEADINGS[code]), 'Quá hạn'];
  const widths = [714, ...columns.map(() => Math.floor(8640 / columns.length))];
  return {
    kind: 'table',
    about: 'Các chỉ số từng tháng',
    ruled: true,
    widths,
    rows: [
      { heading: true, cells: ['Tháng', ...columns].map((words) => cell(words, 9, 'center', true)) },
      ...months.map(({ period, numbers }) => {
        const month = cell(`${period.month}/${period.year}`, 9, 'center');
        if (!numbers)
          return { cells: [month, { ...cell('không có bản chốt số liệu', 9, 'center'), span: widths.length - 1 }] };
        const { figures, overdue } = numbers;
        return {
          cells: [
            month,
            ...FIGURE_CODES.map((code) => cell(figures[code].whole === 0 ? '–' : figures[code].text, 9, 'center')),
            cell(inCell(overdue), 9, 'center'),
          ],
        };
      }),
    ],
  };
}

const UNIT_LETTERS: Readonly<Record<UnitMonth, string>> = {
  onTime: 'Đ',
  late: 'C',
  partly: 'M',
  silent: 'K',
  nothing: '–',
  unknown: '…',
  notAsked: 'N',
};
export const UNIT_LEGEND =
  'Ghi chú: Đ: báo cáo đủ, đúng hạn; C: báo cáo đủ nhưng chậm; M: báo cáo một phần; K: không báo cáo; –: không phải báo cáo; N: báo cáo sau hạn hoặc chưa báo cáo, không rõ đã được nhắc; …: không có bản chốt số liệu, không rõ có báo cáo sau khi chốt, hoặc có thể đã nhập ở nhiệm vụ của đơn vị khác; tháng cuối tính đến lúc chốt. Cột Xếp loại do Công an xã đề xuất.';

/** Table 4: months across; how units are graded is for people to say. */
export function unitMonthsTable({ units, months }: SpanReport): DocumentTable {
  const month = months.length > 6 ? 460 : 620;
  const [number, onTime, grade] = [500, 900, 1000];
  const name = textWidth(false) - number - onTime - grade - month * months.length;
  return listTable(
    'Chấp hành chế độ báo cáo từng tháng',
    [
      ['TT', number, 'center'],
      ['Đơn vị', name],
      ...months.map(({ period }) => [`T${period.month}`, month, 'center'] as const),
      ['Kỳ đúng hạn', onTime, 'center'],
      ['Xếp loại', grade, 'center'],
    ],
    units.map((unit, i) => {
      const owing = unit.months.filter((one) => one !== 'nothing' && one !== 'unknown');
      return [
        String(i + 1),
        unit.name,
        ...unit.months.map((one) => UNIT_LETTERS[one]),
        owing.length === 0 ? '–' : `${owing.filter((one) => one === 'onTime').length}/${owing.length}`,
        '',
      ];
    }),
    SMALL,
  );
}

/** In the order of TALLY_COLUMNS. */
const STATUS_LETTERS = ['HT', 'HT*', 'ĐTH', 'QH', 'CTH', 'QH', 'QDK', 'KQ', 'KPS', 'CBC', 'LT', 'TD'];
export const STATUS_LEGEND =
  'Ghi chú: HT: hoàn thành đúng hạn; HT*: hoàn thành quá hạn, sau thời gian dự kiến, thiếu ngày; ĐTH: đang thực hiện trong hạn; CTH: chưa thực hiện, trong hạn; CTT: chưa có thông tin, trong hạn; QH: quá hạn; QDK: quá thời gian dự kiến; KQ: thường xuyên có kết quả; KPS: không phát sinh; CBC: chưa báo cáo; LT: theo lộ trình, khi có yêu cầu; TD: tạm dừng; ô trống: không có số liệu chốt.';

function letters(status: Status | undefined): string {
  if (status === undefined) return '';
  if (hasNoInformation(status) && !isOverdue(status)) return 'CTT';
  return STATUS_LETTERS[TALLY_COLUMNS.findIndex(({ statuses }) => statuses.includes(status))] ?? '';
}

/** Every task, month by month, on a landscape page. */
export function taskMonthsTable({ report, tasks, months }: SpanReport): DocumentTable {
  const month = 640;
  const [number, unit] = [560, 2400];
  const name = textWidth(true) - number - unit - month * months.length;
  const byCode = new Map(report.tasks.map((task) => [task.code, task]));
  return listTable(
    'Trạng thái từng nhiệm vụ theo tháng',
    [
      ['TT', number, 'center'],
      ['Nội dung nhiệm vụ', name],
      ['Đầu mối', unit],
      ...months.map(({ period }) => [`T${period.month}`, month, 'center'] as const),
    ],
    tasks.map(({ code, statuses }) => {
      const task = byCode.get(code);
      return [
        task ? nameOf(task) : code,
        brief(task?.content ?? ''),
        brief(task?.unit ?? ''),
        ...statuses.map(letters),
      ];
    }),
    SMALL,
  );
}
