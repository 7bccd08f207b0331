// The requests of one batchUpdate, run in order over a draft. A refusal names its request; whoever runs the batch drops the
// draft then, so nothing of it is applied.
import { ApiError, type SheetRequest } from '../contract.ts';
import { localeOf, type Reply, type RequestContext } from './context.ts';
import { corrected } from './formula-locale.ts';
import { autoFill } from './requests/auto-fill.ts';
import { autoResizeDimensions } from './requests/auto-resize.ts';
import { addBanding, deleteBanding, updateBanding } from './requests/banding.ts';
import { appendCells, repeatCell, updateCells } from './requests/cells.ts';
import { addChart, deleteEmbeddedObject, updateChartSpec, updateEmbeddedObjectPosition } from './requests/charts.ts';
import { cutPaste } from './requests/cut.ts';
import { addDimensionGroup, deleteDimensionGroup, updateDimensionGroup } from './requests/dimension-groups.ts';
import {
  appendDimension,
  deleteDimension,
  insertDimension,
  moveDimension,
  updateDimensionProperties,
} from './requests/dimensions.ts';
import {
  addFilterView,
  clearBasicFilter,
  deleteFilterView,
  duplicateFilterView,
  setBasicFilter,
  updateFilterView,
} from './requests/filters.ts';
import { mergeCells, unmergeCells } from './requests/merges.ts';
import { createDeveloperMetadata, deleteDeveloperMetadata, updateDeveloperMetadata } from './requests/metadata.ts';
import { addNamedRange, deleteNamedRange, updateNamedRange } from './requests/named-ranges.ts';
import { copyPaste } from './requests/paste.ts';
import { addProtectedRange, deleteProtectedRange, updateProtectedRange } from './requests/protected-ranges.ts';
import {
  addConditionalFormatRule,
  deleteConditionalFormatRule,
  setDataValidation,
  updateConditionalFormatRule,
} from './requests/rules.ts';
import { sortRange } from './requests/sort.ts';
import { updateSpreadsheetProperties } from './requests/spreadsheet.ts';
import { addSheet, deleteSheet, duplicateSheet, updateSheetProperties } from './requests/tabs.ts';

/** A handler returns its reply, or nothing. */
type RequestHandler<R> = (request: R, context: RequestContext) => unknown;
type RequestHandlers = { readonly [K in keyof SheetRequest]?: RequestHandler<NonNullable<SheetRequest[K]>> };

const HANDLERS: RequestHandlers = {
  addBanding,
  addChart,
  addConditionalFormatRule,
  addDimensionGroup,
  addFilterView,
  addNamedRange,
  addProtectedRange,
  addSheet,
  appendCells,
  appendDimension,
  autoFill,
  autoResizeDimensions,
  clearBasicFilter,
  copyPaste,
  createDeveloperMetadata,
  cutPaste,
  deleteBanding,
  deleteConditionalFormatRule,
  deleteDeveloperMetadata,
  deleteDimension,
  deleteDimensionGroup,
  deleteEmbeddedObject,
  deleteFilterView,
  deleteNamedRange,
  deleteProtectedRange,
  deleteSheet,
  duplicateFilterView,
  duplicateSheet,
  insertDimension,
  mergeCells,
  moveDimension,
  repeatCell,
  setBasicFilter,
  setDataValidation,
  sortRange,
  unmergeCells,
  updateBanding,
  updateCells,
  updateChartSpec,
  updateConditionalFormatRule,
  updateDeveloperMetadata,
  updateDimensionGroup,
  updateDimensionProperties,
  updateEmbeddedObjectPosition,
  updateFilterView,
  updateNamedRange,
  updateProtectedRange,
  updateSheetProperties,
  updateSpreadsheetProperties,
};

/** Runs checked requests; one reply each, empty where a request has none. Throws ApiError 400 «Invalid requests[n].kind: …». */
export function runRequests(requests: readonly SheetRequest[], context: RequestContext): Reply[] {
  if (requests.length === 0) throw new ApiError(400, 'Must specify at least one request.');
  return requests.map((request, index) => {
    const kind = Object.keys(request)[0] as keyof SheetRequest | undefined;
    if (!kind) throw new ApiError(400, `Invalid requests[${index}]: No request set.`);
    try {
      return (run(kind, corrected(request, localeOf(context)), context) ?? {}) as Reply;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      throw new ApiError(error.code, `Invalid requests[${index}].${kind}: ${error.message}`);
    }
  });
}

function run<K extends keyof SheetRequest>(kind: K, request: SheetRequest, context: RequestContext): unknown {
  const body = request[kind];
  const handler: RequestHandler<NonNullable<SheetRequest[K]>> | undefined = HANDLERS[kind];
  if (!handler || !body) throw new Error(`no handler for ${kind}`);
  return handler(body, context);
}
