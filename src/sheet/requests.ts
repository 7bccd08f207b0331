// Changes → the requests of one atomic batchUpdate, in an order in which each finds what it needs: the file's locale, tabs,
// rows and columns, identities, names, cells, widths, colours. Equal neighbours travel as one request.
import type { Change, Of } from './change.ts';
import { cellRequests } from './requests/cells.ts';
import {
  bandingRequest,
  chartRequests,
  colourRequests,
  dimensionRequests,
  groupRequests,
  lookRequest,
  showRows,
  viewRequest,
} from './requests/overlays.ts';
import type { Request } from './requests/request.ts';
import { retitled } from './requests/retitle.ts';
import {
  closingNameRequest,
  fileRequests,
  headingRow,
  insertColumn,
  nameRequest,
  renameRequests,
  tabRequests,
  tagColumn,
  untagColumn,
} from './requests/structure.ts';

const isOfSize = (action: Of<'tab'>['action']) => action === 'grid' || action === 'freeze';

export function requestsOf(changes: readonly Change[]): Request[] {
  const of = <Kind extends Change['kind']>(kind: Kind) => changes.filter((c): c is Of<Kind> => c.kind === kind);
  const renames = new Map(
    of('tab').flatMap(({ action, before, title }) => (action === 'rename' ? [[before, title] as const] : [])),
  );
  return [
    ...fileRequests(of('file')),
    // Merged cells and filters stand in the way of rows, columns and cells; their places are those that were read.
    ...of('merge').map(({ range }) => ({ unmergeCells: { range } })),
    ...of('basic-filter').map(({ sheetId }) => ({ clearBasicFilter: { sheetId } })),
    ...of('stale-tag').map(untagColumn),
    // Before tabs are made: one of ours may be in the way under another's name.
    ...renameRequests(of('tab')),
    ...of('tab')
      .filter(({ action }) => !isOfSize(action))
      .flatMap(tabRequests),
    ...of('heading-row').map(headingRow),
    ...of('column')
      .filter(({ action }) => action === 'insert')
      .map(insertColumn),
    // Rows and columns that came in between belong to the size told, and may have stretched what is frozen.
    ...of('tab')
      .filter(({ action }) => isOfSize(action))
      .flatMap(tabRequests),
    ...of('column')
      .filter(({ action }) => action === 'tag')
      .map(tagColumn),
    ...of('false-name').map(({ id }) => ({ deleteNamedRange: { namedRangeId: id } })),
    ...of('name').map(nameRequest),
    ...of('closing-name').map(closingNameRequest),
    ...cellRequests(of('cell').map(retitled(renames))),
    ...of('body-look').map(lookRequest),
    ...dimensionRequests(of('dimension')),
    ...of('column-group').flatMap(groupRequests),
    ...of('hidden-rows').map(showRows),
    ...of('colours').flatMap(colourRequests),
    ...of('banding').map(bandingRequest),
    ...of('view').map(viewRequest),
    ...of('chart').flatMap(chartRequests),
    ...of('empty-tab').map(({ sheetId }) => ({ deleteSheet: { sheetId } })),
  ];
}
