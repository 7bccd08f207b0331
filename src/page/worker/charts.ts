// Charts with their numbers, as the page's chart library wants them. Left out: mixed kinds, second axes, scatter.
import type { CellData, GridRange, Spreadsheet } from '../../host/contract.ts';
import type { GridChart } from '../protocol.ts';
import { hexOf } from './looks.ts';

type Sheet = NonNullable<Spreadsheet['sheets']>[number];
type ChartData = GoogleAppsScript.Sheets.Schema.ChartData;
/** With what the types leave out. */
type Series = GoogleAppsScript.Sheets.Schema.BasicChartSeries & {
  readonly colorStyle?: GoogleAppsScript.Sheets.Schema.ColorStyle;
};
type Cells = (range: GridRange) => CellData[][];

const KINDS: Readonly<Record<string, GridChart['kind']>> = {
  BAR: 'bar',
  COLUMN: 'column',
  LINE: 'line',
  AREA: 'line',
};
const WIDTH = 600;
const HEIGHT = 371;

/** The charts that lie on a tab. */
export function chartsOf(sheet: Sheet, cells: Cells): GridChart[] {
  return (sheet.charts ?? []).flatMap(({ chartId = 0, spec, position }) => {
    const { basicChart: basic, pieChart: pie, title = '' } = spec ?? {};
    const kind = pie ? 'pie' : KINDS[basic?.chartType ?? ''];
    if (!kind) return [];
    const headings = basic?.headerCount ?? 0;
    const sources = pie ? [pie.series] : (basic?.series ?? []).map(({ series }) => series);
    const colors =
      (basic?.series as Series[] | undefined)?.map(({ colorStyle, color }) => hexOf(colorStyle, color)) ?? [];
    const { anchorCell, widthPixels = WIDTH, heightPixels = HEIGHT } = position?.overlayPosition ?? {};
    return [
      {
        id: chartId,
        title,
        kind,
        stacked: basic?.stackedType === 'STACKED',
        percent: sources.some((source) => line(source, cells).some((cell) => /%$/u.test(textOf(cell)))),
        legend: (basic?.legendPosition ?? pie?.legendPosition) !== 'NO_LEGEND',
        labels: line(pie?.domain ?? basic?.domains?.[0]?.domain, cells)
          .slice(headings)
          .map(textOf),
        series: sources.map((source, i) => {
          const [name, ...rest] = headings > 0 ? line(source, cells) : [undefined, ...line(source, cells)];
          const color = colors[i];
          return {
            name: name ? textOf(name) : '',
            ...(color ? { color } : {}),
            values: rest.map((cell) => cell?.effectiveValue?.numberValue ?? 0),
          };
        }),
        row: anchorCell?.rowIndex ?? 0,
        column: anchorCell?.columnIndex ?? 0,
        width: widthPixels,
        height: heightPixels,
      },
    ];
  });
}

/** The cells of a source one after the other. */
function line(data: ChartData | undefined, cells: Cells): CellData[] {
  const range = data?.sourceRange?.sources?.[0];
  return range ? cells(range).flat() : [];
}

function textOf(cell: CellData): string {
  return cell.formattedValue ?? '';
}
