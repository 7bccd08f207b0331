// The content batch of a first build, as planned and as big as it travels: Google recommends two megabytes at most.
import type { ResolvedPlan } from '../../../core/resolved-plan.ts';
import { diff } from '../../../sheet/diff.ts';
import { declareWorkbook, factsOf } from '../../../sheet/layout.ts';
import { requestsOf } from '../../../sheet/requests.ts';
import { decodeSnapshot } from '../../../sheet/snapshot.ts';
import { inMilliseconds, medianTime, type Section } from './table.ts';

const SIZES = [72, 1000];
const RUNS = 5;

/** A new file as Google makes it. */
const NEW_FILE = decodeSnapshot({
  spreadsheetId: 'bench',
  properties: {},
  sheets: [{ properties: { sheetId: 0, title: 'Trang tính1', gridProperties: { rowCount: 1000, columnCount: 26 } } }],
});

export function firstBuildSection(plan: ResolvedPlan): Section {
  const lines = SIZES.map((size) => {
    const enlarged = enlarge(plan, size);
    const build = () => requestsOf(diff(NEW_FILE, declareWorkbook(enlarged, factsOf(enlarged, NEW_FILE))).changes);
    const time = medianTime(RUNS, () => void build());
    const requests = build();
    const kilobytes = Math.round(new TextEncoder().encode(JSON.stringify({ requests })).length / 1000);
    return {
      what: `${size} nhiệm vụ`,
      value: `${kilobytes} kB, ${requests.length} yêu cầu, lập trong ${inMilliseconds(time)}`,
      budget: '2000 kB một khối',
    };
  });
  return { title: 'Khối nội dung của lần dựng đầu', lines };
}

/** The plan's tasks over and over, each with a code of its own. */
function enlarge(plan: ResolvedPlan, size: number): ResolvedPlan {
  const { tasks } = plan;
  const repeated = Array.from({ length: size }, (_, i) => tasks[i % tasks.length] ?? tasks[0]).flatMap((task, i) =>
    task ? [i < tasks.length ? task : { ...task, code: `${task.group}.${i + 1}`, number: i + 1 }] : [],
  );
  return { ...plan, tasks: repeated };
}
