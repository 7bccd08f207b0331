// Charts as Excel's own: bars, columns, lines, areas, scatter and pies, with title, legend, stacking and colours. Left out:
// charts of mixed kinds, a second axis, offsets inside the anchor cell.
import type { ChartSeries, SheetChart, WriteChartKind } from 'hucre';
import type { CellData, GridRange, Spreadsheet } from '../contract.ts';
import type { Sheet } from '../sheets/draft.ts';
import { absoluteRange } from './range.ts';
import { colourOf } from './style.ts';

type EmbeddedChart = GoogleAppsScript.Sheets.Schema.EmbeddedChart;
type ChartData = GoogleAppsScript.Sheets.Schema.ChartData;
/** With what the types leave out. */
type Axis = GoogleAppsScript.Sheets.Schema.BasicChartAxis & {
  readonly viewWindowOptions?: { readonly viewWindowMin?: number; readonly viewWindowMax?: number };
};
type Position = GoogleAppsScript.Sheets.Schema.OverlayPosition;

const KINDS: Readonly<Record<string, WriteChartKind>> = {
  BAR: 'bar',
  COLUMN: 'column',
  LINE: 'line',
  AREA: 'area',
  STEPPED_AREA: 'area',
  SCATTER: 'scatter',
};

const LEGENDS: Readonly<Record<string, NonNullable<SheetChart['legend']>>> = {
  BOTTOM_LEGEND: 'bottom',
  TOP_LEGEND: 'top',
  LEFT_LEGEND: 'left',
  RIGHT_LEGEND: 'right',
  NO_LEGEND: false,
};

const DEFAULT_COLUMN = 100;
const DEFAULT_ROW = 21;
const DEFAULT_WIDTH = 600;
const DEFAULT_HEIGHT = 371;

/** The charts of one tab. */
export function excelCharts(sheet: Sheet, book: Spreadsheet): SheetChart[] {
  return (sheet.charts ?? []).flatMap((chart) => {
    const drawn = basic(chart, book) ?? pie(chart, book);
    if (!drawn || drawn.series.length === 0) return [];
    const { title, hiddenDimensionStrategy } = chart.spec ?? {};
    return [
      {
        ...drawn,
        ...(title ? { title } : {}),
        anchor: anchored(chart.position?.overlayPosition, sheet),
        plotVisOnly: hiddenDimensionStrategy !== 'SHOW_ALL',
      },
    ];
  });
}

type Drawn = Omit<SheetChart, 'anchor'>;

function basic({ spec }: EmbeddedChart, book: Spreadsheet): Drawn | undefined {
  const chart = spec?.basicChart;
  const type = KINDS[chart?.chartType ?? ''];
  if (!chart || !type) return undefined;
  const headings = chart.headerCount ?? 0;
  const categories = source(chart.domains?.[0]?.domain, headings, book)?.cells;
  const series = (chart.series ?? []).flatMap((one): ChartSeries[] => {
    const values = source(one.series, headings, book);
    const colour = colourOf(undefined, one.color)?.rgb;
    if (!values) return [];
    return [
      {
        values: values.cells,
        ...(values.heading ? { name: values.heading } : {}),
        ...(categories ? { categories } : {}),
        ...(colour ? { color: colour } : {}),
      },
    ];
  });
  const stacking =
    chart.stackedType === 'STACKED'
      ? 'stacked'
      : chart.stackedType === 'PERCENT_STACKED'
        ? 'percentStacked'
        : undefined;
  return {
    type,
    series,
    ...legend(chart.legendPosition),
    axes: axesOf(chart.axis ?? [], type === 'bar'),
    ...(stacking ? { barGrouping: stacking, lineGrouping: stacking, areaGrouping: stacking } : {}),
  };
}

/** Google's bars are in the order of their rows, from the top; Excel draws them from the bottom. */
function axesOf(axis: readonly Axis[], horizontal: boolean): NonNullable<SheetChart['axes']> {
  const [ofValues, ofNames] = horizontal ? ['BOTTOM_AXIS', 'LEFT_AXIS'] : ['LEFT_AXIS', 'BOTTOM_AXIS'];
  const values = axis.find(({ position }) => position === ofValues);
  const names = axis.find(({ position }) => position === ofNames);
  const { viewWindowMin: min, viewWindowMax: max } = values?.viewWindowOptions ?? {};
  return {
    x: {
      ...(names?.title ? { title: names.title } : {}),
      ...(horizontal ? { reverse: true, tickLblSkip: 1 } : {}),
      minorTickMark: 'none',
    },
    y: {
      ...(values?.title ? { title: values.title } : {}),
      ...(horizontal ? { crosses: 'max' } : {}),
      ...(min === undefined && max === undefined
        ? {}
        : { scale: { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) } }),
      gridlines: { major: true },
      minorTickMark: 'none',
    },
  };
}

function pie({ spec }: EmbeddedChart, book: Spreadsheet): Drawn | undefined {
  const chart = spec?.pieChart;
  const values = source(chart?.series, 0, book)?.cells;
  const categories = source(chart?.domain, 0, book)?.cells;
  if (!chart || !values) return undefined;
  const hole = Math.round((chart.pieHole ?? 0) * 100);
  return {
    type: hole > 0 ? 'doughnut' : 'pie',
    series: [{ values, ...(categories ? { categories } : {}) }],
    ...(hole > 0 ? { holeSize: Math.min(90, Math.max(10, hole)) } : {}),
    ...legend(chart.legendPosition),
  };
}

function legend(position: string | undefined): Pick<SheetChart, 'legend'> {
  const where = LEGENDS[position ?? ''];
  return where === undefined ? {} : { legend: where };
}

/** The cells of a source without its headings, and the text of the last heading. */
function source(
  data: ChartData | undefined,
  headings: number,
  book: Spreadsheet,
): { cells: string; heading?: string } | undefined {
  const range = data?.sourceRange?.sources?.[0];
  if (!range) return undefined;
  const sheets = book.sheets ?? [];
  const isRow = (range.endRowIndex ?? 0) - (range.startRowIndex ?? 0) === 1 && !isOneColumn(range);
  const rest: GridRange = isRow
    ? { ...range, startColumnIndex: (range.startColumnIndex ?? 0) + headings }
    : { ...range, startRowIndex: (range.startRowIndex ?? 0) + headings };
  const cells = absoluteRange(rest, sheets);
  if (!cells) return undefined;
  if (headings === 0) return { cells };
  const sheet = sheets.find(({ properties }) => (properties?.sheetId ?? 0) === (range.sheetId ?? 0));
  const row = (rest.startRowIndex ?? 0) - (isRow ? 0 : 1);
  const column = (rest.startColumnIndex ?? 0) - (isRow ? 1 : 0);
  const heading = shown(sheet?.data?.[0]?.rowData?.[row]?.values?.[column]);
  return { cells, ...(heading ? { heading } : {}) };
}

function isOneColumn({ startColumnIndex = 0, endColumnIndex }: GridRange): boolean {
  return endColumnIndex !== undefined && endColumnIndex - startColumnIndex === 1;
}

function shown(cell: CellData | undefined): string | undefined {
  return cell?.formattedValue ?? cell?.effectiveValue?.stringValue ?? cell?.userEnteredValue?.stringValue;
}

function anchored(position: Position | undefined, sheet: Sheet): SheetChart['anchor'] {
  const row = position?.anchorCell?.rowIndex ?? 0;
  const column = position?.anchorCell?.columnIndex ?? 0;
  const { columnMetadata = [], rowMetadata = [] } = sheet.data?.[0] ?? {};
  return {
    from: { row, col: column },
    to: {
      row: after(row, position?.heightPixels ?? DEFAULT_HEIGHT, rowMetadata, DEFAULT_ROW),
      col: after(column, position?.widthPixels ?? DEFAULT_WIDTH, columnMetadata, DEFAULT_COLUMN),
    },
  };
}

/** The row or column that many pixels further on. */
function after(
  from: number,
  pixels: number,
  sizes: readonly GoogleAppsScript.Sheets.Schema.DimensionProperties[],
  usual: number,
): number {
  let index = from;
  for (let left = pixels; left > 0; index += 1) {
    const { pixelSize = usual, hiddenByUser = false } = sizes[index] ?? {};
    left -= hiddenByUser ? 0 : Math.max(1, pixelSize);
  }
  return index;
}
