// Charts, known by their ids. Only what they show is ours: kind, title, sources. Colours, fonts and place stay as people
// have made them, until the cells they show stand elsewhere: then they go along.
import type { Change } from '../change.ts';
import type { DeclaredChart } from '../declare.ts';
import { chartKey, sourcesKey } from '../equality.ts';
import { type PlacedTab, placeOf } from '../reading/place.ts';
import { colourStyle } from '../style.ts';

type Chart = GoogleAppsScript.Sheets.Schema.EmbeddedChart;

export function chartChanges(tab: PlacedTab): Change[] {
  const { declared, was } = tab;
  if (declared.kind !== 'fixed') return [];
  const place = placeOf(tab);
  return declared.charts.flatMap((wanted): Change[] => {
    const chart = chartOf(wanted, place.sheetId);
    const stands = was?.charts.find(({ chartId }) => chartId === wanted.id);
    const [shown, stood] = [chartKey(chart.spec), stands ? chartKey(stands.spec) : ''];
    if (shown === stood) return [];
    const impact = was ? 'restore' : 'add';
    return [
      {
        ...place,
        kind: 'chart',
        impact,
        exists: stands !== undefined,
        moves: stands !== undefined && sourcesKey(chart.spec) !== sourcesKey(stands.spec),
        chart,
        ...(was && { clash: `${shown} ≠ ${stood}` }),
      },
    ];
  });
}

function chartOf(chart: DeclaredChart, sheetId: number): Chart {
  const { id, title, kind, domain, series, at } = chart;
  const source = (column: number) => ({
    sourceRange: {
      sources: [
        {
          sheetId,
          startRowIndex: chart.fromRow,
          endRowIndex: chart.toRow + 1,
          startColumnIndex: column,
          endColumnIndex: column + 1,
        },
      ],
    },
  });
  const isBar = kind === 'stacked bars';
  const values = isBar ? 'BOTTOM_AXIS' : 'LEFT_AXIS';
  return {
    chartId: id,
    spec: {
      title,
      // People fold away rows of the board; the chart still tells all.
      hiddenDimensionStrategy: 'SHOW_ALL',
      basicChart: {
        chartType: isBar ? 'BAR' : 'COLUMN',
        ...(isBar ? { stackedType: 'STACKED' } : {}),
        legendPosition: 'BOTTOM_LEGEND',
        headerCount: 1,
        axis: [{ position: values }],
        domains: [{ domain: source(domain) }],
        series: series.map(({ column, colour }) => ({
          series: source(column),
          targetAxis: values,
          colorStyle: colourStyle(colour),
        })),
      },
    },
    position: {
      overlayPosition: {
        anchorCell: { sheetId, rowIndex: at.row, columnIndex: at.column },
        widthPixels: at.width,
        heightPixels: at.height,
      },
    },
  };
}
