// The two charts of «Tổng hợp»: where each group stands, and how units kept their time period by period.
import { TALLY_COLUMNS } from '../../core/tally.ts';
import type { DeclaredChart } from '../declare.ts';

/** Rows that lie under the charts, side by side, and how they fill them. */
export const CHART_ROWS = 27;
const CHARTS = { height: 560, left: 800, right: 580 } as const;
const CHART_IDS = { groups: 3001, periods: 3002 } as const;

/**
 * One a column of the table, beside each other told apart by anybody, also who does not see red and green alike (a test asks it of all kinds): after
 * the palettes of Okabe and Ito and of Paul Tol.
 */
export const TALLY_COLOURS = [
  '#0072b2',
  '#a6d8f5',
  '#009e73',
  '#e69f00',
  '#bbbbbb',
  '#b3001b',
  '#cc79a7',
  '#117733',
  '#dddddd',
  '#f0c000',
  '#777777',
  '#332288',
];

export function groupChart(row: number, tableRow: number, groups: number): DeclaredChart {
  return {
    id: CHART_IDS.groups,
    title: 'Trạng thái nhiệm vụ theo nhóm',
    kind: 'stacked bars',
    fromRow: tableRow,
    toRow: tableRow + groups,
    // The group's name, not its number.
    domain: 1,
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
      { column: 2, colour: '#0072b2' },
      { column: 3, colour: '#e69f00' },
    ],
    at: { row, column: 8, width: CHARTS.right, height: CHARTS.height },
  };
}
