// The content batch of a first build, as planned and as big as it travels.

import type { Seeds } from '../../core/plan.ts';
import { resolvePlan } from '../../core/resolve-plan.ts';
import { diff } from '../../sheet/diff.ts';
import { declareWorkbook, factsOf } from '../../sheet/layout.ts';
import { decodeSnapshot } from '../../sheet/reading/snapshot.ts';
import { requestsOf } from '../../sheet/requests.ts';
import { contentBatch } from './budgets.ts';
import { enlarged } from './large-plan.ts';
import type { MeasuredSize } from './measured.ts';

/** A new file as Google makes it. */
const NEW_FILE = decodeSnapshot({
  spreadsheetId: 'bench',
  properties: {},
  sheets: [{ properties: { sheetId: 0, title: 'Trang tính1', gridProperties: { rowCount: 1000, columnCount: 26 } } }],
});

export function contentBatchSize(seeds: Seeds, tasks: number): MeasuredSize {
  const plan = resolvePlan(enlarged(seeds, tasks));
  const requests = requestsOf(diff(NEW_FILE, declareWorkbook(plan, factsOf(plan, NEW_FILE))).changes);
  return { what: contentBatch(tasks), bytes: Buffer.byteLength(JSON.stringify({ requests })) };
}
