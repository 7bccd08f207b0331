// The two charts of «Tổng hợp»: where each group stands, and how units kept their time period by period.
import { TALLY_COLUMNS } from '../../core/tally.ts';
import type { DeclaredChart } from '../declare.ts';

/** Rows that lie under the charts, side by side, and how they fill them. */
export const CHART_ROWS = 21;
const CHARTS = { height: 430, left: 730, right: 560 } as const;
const CHART_IDS = { groups: 3001, periods: 3002 } as const;

/** What the colours of «Nhiệm vụ» say, one a column of the table. */
const TALLY_COLOURS = [
  '#6d9eeb',
  '#ffd966',
  '#93c47d',
  '#e06666',
  '#b7b7b7',
  '#a61c00',
  '#b478c8',
  '#b6d7a8',
  '#d9d9d9',
  '#f6b26b',
  '#cccccc',
  '#b4a7d6',
];

export function groupChart(row: number, tableRow: number, groups: number): DeclaredChart {
  return {
    id: CHART_IDS.groups,
    title: 'Trạng thái nhiệm vụ theo nhóm',
    kind: 'stacked bars',
    fromRow: tableRow,
    toRow: tableRow + groups,
    domain: 0,
    series: TALLY_COLUMNS.map((_, i) => ({ column: 3 + i, colour: TALLY_COLOURS[i] ?? '#999999' })),
    at: { row, column: 0, width: CHARTS.left, height: CHARTS.height },
  };
}

export function periodChart(row: number, tableRow: number, months: number): DeclaredChart {
  return {
    id: CHART_IDS.periods,
    title: 'Tỷ lệ đơn vị chấp hành chế độ báo cáo, theo kỳ',
    kind: 'columns',
    fromRow: tableRow,
    toRow: tableRow + months,
    domain: 0,
    series: [
      { column: 2, colour: '#6d9eeb' },
      { column: 3, colour: '#93c47d' },
    ],
    at: { row, column: 7, width: CHARTS.right, height: CHARTS.height },
  };
}
