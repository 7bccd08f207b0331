// addChart, updateChartSpec, updateEmbeddedObjectPosition, deleteEmbeddedObject: charts over the grid. Their pictures are not
// drawn here; what they are made of is kept and checked.
import { ApiError, type GridRange, NotEmulated } from '../../contract.ts';
import { allOf, freeId, type Reply, type RequestContext, required } from '../context.ts';
import { overlay, readUpdateMask } from '../mask.ts';
import { replace } from '../rearrange.ts';
import { boundedRect, gridSize } from '../rect.ts';
import { isMessage } from '../shape.ts';

type Requests = GoogleAppsScript.Sheets.Schema.Request;
type Of<K extends keyof Requests> = NonNullable<Requests[K]>;
type Chart = GoogleAppsScript.Sheets.Schema.EmbeddedChart;
type Position = GoogleAppsScript.Sheets.Schema.EmbeddedObjectPosition;

const WIDTH = 600;
const HEIGHT = 371;

/** A new chart laid over a tab; an id that exists is refused. */
export function addChart(request: Of<'addChart'>, context: RequestContext): Reply {
  const given = required(request.chart, 'chart');
  const taken = allOf(context.draft, (sheet) => sheet.charts).flatMap(({ item }) => item.chartId ?? []);
  const chartId = freeId(context, given.chartId, taken, 'Chart');
  const spec = checkedSpec(given.spec, context);
  const { sheetId, position } = checkedPosition(given.position, context);
  const chart: Chart = { ...given, chartId, spec, position };
  const own = context.draft.own(sheetId);
  own.charts = [...(own.charts ?? []), chart];
  return { addChart: { chart } };
}

/** Another specification for a chart, wholly. */
export function updateChartSpec(request: Of<'updateChartSpec'>, context: RequestContext): void {
  const { sheetId, item } = find(context, request.chartId);
  const spec = checkedSpec(request.spec, context);
  context.rights.requireSheet(sheetId);
  replace(context.draft.own(sheetId), 'charts', (chart) => (chart === item ? { ...chart, spec } : chart));
}

/** Another place or size on the same tab. */
export function updateEmbeddedObjectPosition(
  request: Of<'updateEmbeddedObjectPosition'>,
  context: RequestContext,
): Reply {
  const { sheetId, item } = find(context, request.objectId);
  const given = required(request.newPosition, 'newPosition');
  const mask = readUpdateMask(request.fields, 'OverlayPosition');
  context.rights.requireSheet(sheetId);
  const next = checkedPosition(
    { ...given, overlayPosition: overlay(item.position?.overlayPosition, given.overlayPosition, mask) },
    context,
  );
  if (next.sheetId !== sheetId) throw new NotEmulated('moving a chart to another sheet');
  const { position } = next;
  replace(context.draft.own(sheetId), 'charts', (chart) => (chart === item ? { ...chart, position } : chart));
  return { updateEmbeddedObjectPosition: { position } };
}

/** Takes a chart away. */
export function deleteEmbeddedObject(request: Of<'deleteEmbeddedObject'>, context: RequestContext): void {
  const { sheetId, item } = find(context, request.objectId);
  context.rights.requireSheet(sheetId);
  replace(context.draft.own(sheetId), 'charts', (chart) => (chart === item ? undefined : chart));
}

function find(context: RequestContext, id: number | undefined): { sheetId: number; item: Chart } {
  const found = allOf(context.draft, (sheet) => sheet.charts).find(({ item }) => item.chartId === id);
  if (!found) throw new ApiError(400, `No embedded object with id: ${id ?? 0}`);
  return found;
}

function checkedPosition(
  given: Position | undefined,
  context: RequestContext,
): { sheetId: number; position: Position } {
  const position = required(given, 'EmbeddedObjectPosition');
  if (position.newSheet || position.sheetId !== undefined) throw new NotEmulated('a chart on a sheet of its own');
  const overlayPosition = required(position.overlayPosition, 'EmbeddedObjectPosition.overlayPosition');
  const anchorCell = required(overlayPosition.anchorCell, 'OverlayPosition.anchorCell');
  const { sheetId = 0, rowIndex = 0, columnIndex = 0 } = anchorCell;
  const size = gridSize(context.draft.sheet(sheetId));
  if (rowIndex >= size.rows) {
    throw new ApiError(400, `GridCoordinate.rowIndex[${rowIndex}] is after last row in grid[${size.rows - 1}]`);
  }
  if (columnIndex >= size.columns) {
    throw new ApiError(
      400,
      `GridCoordinate.columnIndex[${columnIndex}] is after last column in grid[${size.columns - 1}]`,
    );
  }
  context.rights.requireSheet(sheetId);
  const { widthPixels = WIDTH, heightPixels = HEIGHT } = overlayPosition;
  return { sheetId, position: { overlayPosition: { ...overlayPosition, widthPixels, heightPixels } } };
}

function checkedSpec(given: Chart['spec'], context: RequestContext): NonNullable<Chart['spec']> {
  if (!given) throw new ApiError(400, 'no chart spec');
  const spec = given;
  if ((spec.basicChart === undefined) === (spec.pieChart === undefined)) {
    throw new ApiError(400, 'ChartSpec must have exactly one chart.');
  }
  if (spec.basicChart && (spec.basicChart.series ?? []).length === 0) {
    throw new ApiError(400, 'BasicChartSpec must have at least one series.');
  }
  if (spec.pieChart && (!spec.pieChart.domain || !spec.pieChart.series)) {
    throw new ApiError(400, 'PieChartSpec must have a domain and a series.');
  }
  checkSources(spec, context);
  return { hiddenDimensionStrategy: 'SKIP_HIDDEN_ROWS_AND_COLUMNS', ...spec };
}

/** Every source is one row or one column inside its grid. */
function checkSources(value: unknown, context: RequestContext): void {
  if (Array.isArray(value)) {
    for (const item of value) checkSources(item, context);
    return;
  }
  if (!isMessage(value)) return;
  for (const [key, item] of Object.entries(value)) {
    if (key !== 'sources' || !Array.isArray(item)) {
      checkSources(item, context);
      continue;
    }
    for (const range of item as GridRange[]) {
      const rect = boundedRect(range, context.draft.sheet(range.sheetId ?? 0));
      if (rect.bottom - rect.top !== 1 && rect.right - rect.left !== 1) {
        throw new ApiError(400, 'Exactly one dimension of a chart source must have a length of 1.');
      }
    }
  }
}
