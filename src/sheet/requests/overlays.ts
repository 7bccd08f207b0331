// How columns look, and what lies over the cells: colours, bands, filter views, charts, hidden rows.
import type { Of } from '../change.ts';
import { formatOf } from './cells.ts';
import type { Request } from './request.ts';
import { columnRange } from './structure.ts';

export function showRows({ sheetId, from, to }: Of<'hidden-rows'>): Request {
  return {
    updateDimensionProperties: {
      range: { sheetId, dimension: 'ROWS', startIndex: from, endIndex: to },
      properties: { hiddenByUser: false },
      fields: 'hiddenByUser',
    },
  };
}

export function bandingRequest({ id }: Of<'banding'>): Request {
  return { deleteBanding: { bandedRangeId: id } };
}

export function viewRequest({ action, view }: Of<'view'>): Request {
  switch (action) {
    case 'add':
      return { addFilterView: { filter: view } };
    case 'update':
      return { updateFilterView: { filter: view, fields: 'title,range,filterSpecs' } };
    case 'delete':
      return { deleteFilterView: { filterId: view.filterViewId ?? 0 } };
  }
}

export function chartRequests({ exists, moves, chart }: Of<'chart'>): Request[] {
  const { chartId = 0, spec = {}, position } = chart;
  if (!exists) return [{ addChart: { chart } }];
  const anchorCell = position?.overlayPosition?.anchorCell;
  const move = { objectId: chartId, newPosition: { overlayPosition: { anchorCell } }, fields: 'anchorCell' };
  return [
    { updateChartSpec: { chartId, spec } },
    ...(moves && anchorCell ? [{ updateEmbeddedObjectPosition: move }] : []),
  ];
}

export function dimensionRequests(changes: readonly Of<'dimension'>[]): Request[] {
  const requests: Request[] = [];
  let open: { range: { endIndex: number }; mark: string } | undefined;
  for (const { sheetId, column, width, hidden } of changes) {
    const mark = `${sheetId}|${width}|${hidden}`;
    if (open?.mark === mark && open.range.endIndex === column) {
      open.range.endIndex = column + 1;
      continue;
    }
    const range = columnRange(sheetId, column);
    open = { range, mark };
    requests.push({
      updateDimensionProperties: {
        range,
        properties: { pixelSize: width, hiddenByUser: hidden },
        fields: 'pixelSize,hiddenByUser',
      },
    });
  }
  return requests;
}

/** Folded at once; where other groups lie over it nobody can say how deep it stands, and it is left unfolded. */
export function groupRequests({ sheetId, from, to, isAlone }: Of<'column-group'>): Request[] {
  const range = { sheetId, dimension: 'COLUMNS', startIndex: from, endIndex: to };
  const dimensionGroup = { range, depth: 1, collapsed: true };
  return [
    { addDimensionGroup: { range } },
    ...(isAlone ? [{ updateDimensionGroup: { dimensionGroup, fields: 'collapsed' } }] : []),
  ];
}

export function colourRequests({ sheetId, was, rules }: Of<'colours'>): Request[] {
  return [
    ...[...was].reverse().map((index): Request => ({ deleteConditionalFormatRule: { sheetId, index } })),
    ...rules.map((rule, index): Request => ({ addConditionalFormatRule: { rule, index } })),
  ];
}

/** One repeated cell for a whole column of a growing tab. */
export function lookRequest({ sheetId, column, rowCount, format }: Of<'body-look'>): Request {
  const range = {
    sheetId,
    startRowIndex: 1,
    endRowIndex: rowCount,
    startColumnIndex: column,
    endColumnIndex: column + 1,
  };
  const fields = Object.keys(format).map((path) => `userEnteredFormat.${path}`);
  return { repeatCell: { range, cell: { userEnteredFormat: formatOf(format) }, fields: fields.join(',') } };
}
