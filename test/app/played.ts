// What tests of whole use cases share: the bundle built once, a sheet set up through the entry points, and ways to look at it.
import { join } from 'node:path';
import { expect } from 'vitest';
import { quoteTab } from '../../src/core/a1.ts';
import type { Cell } from '../../src/core/cell.ts';
import type { Seeds } from '../../src/core/plan.ts';
import { resolvePlan } from '../../src/core/resolve-plan.ts';
import type { HostState } from '../../src/host/state.ts';
import type { ColumnKey } from '../../src/sheet/layout/column-keys.ts';
import { declareNew, declareWorkbook, factsOf } from '../../src/sheet/layout.ts';
import { placeWorkbook } from '../../src/sheet/reading/place.ts';
import { decodeSnapshot, lookFields, TYPED } from '../../src/sheet/reading/snapshot.ts';
import { type TableReader, tableReader } from '../../src/sheet/reading/table-reader.ts';
import type { TabKey } from '../../src/sheet/tab-ids.ts';
import { bundleAddin } from '../../src/tools/build/bundle.ts';
import { checkSeeds } from '../../src/tools/build/check-seeds.ts';
import { ROOT } from '../../src/tools/build/root.ts';
import { INSTALLER } from '../../src/tools/month/cast.ts';
import { resumeStage, type Stage, setStage } from '../../src/tools/month/stage.ts';
import { type Prepared, prepared } from '../prepared.ts';

export const SEEDS = checkSeeds(join(ROOT, 'seeds'));
const BUNDLE = await bundleAddin(ROOT);

/** A sheet ready for units at that time, each time another one. */
export function stageAt(clock: string): Stage {
  return resume(
    prepared(`set up ${clock}`, () => keptOf(setStage({ seeds: SEEDS, bundle: BUNDLE, clock, tell: () => {} }))),
  );
}

/** A sheet as a play leaves it: what many tests begin with is played once. @param play the same way every time */
export function playedOnce(name: string, play: () => Stage): Stage {
  return resume(prepared(name, () => keptOf(play())));
}

function keptOf({ fileId, scriptId, host }: Stage): Prepared {
  return { fileId, scriptId, state: host.state() };
}

function resume({ state, ...stage }: Prepared): Stage {
  return resumeStage(stage, state, { seeds: SEEDS, bundle: BUNDLE, tell: () => {} });
}

/** Another plan in the same file: the script is built from other seeds and pushed. */
export async function pushPlan(stage: Stage, change: (seeds: Seeds) => Seeds): Promise<void> {
  stage.host.push(stage.scriptId, (await bundleAddin(ROOT, change(SEEDS))).code);
}

/** The same sheet again, as a stage stands: each test may do what it likes to it. @param change of the world meanwhile */
export function again(stage: Stage, change: (state: HostState) => void = () => {}): Stage {
  const kept = keptOf(stage);
  change(kept.state);
  return resume(kept);
}

/** Equal as JSON, told by the matcher where they differ: over a whole workbook the matcher itself takes seconds. */
export function expectSame(actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) expect(actual).toEqual(expected);
}

/** By the workbook as it stood: every change makes another one. */
const waitedFor = new WeakMap<object, Map<string, Prepared>>();

/** The same sheet later, nobody having touched it: tests that wait for the same moment wait once. @throws Error where a run failed */
export function waited(stage: Stage, until: string): Stage {
  const book = stage.host.peek().sheets[stage.fileId] ?? {};
  const ofSheet = waitedFor.get(book) ?? new Map<string, Prepared>();
  waitedFor.set(book, ofSheet);
  const key = `${stage.host.now()} ${stage.host.peek().log.length} ${until}`;
  const known = ofSheet.get(key);
  if (known) return resume(known);
  const later = again(stage);
  later.advanceTo(until);
  if (later.failures.length > 0) throw new Error(later.failures.join('\n'));
  ofSheet.set(key, keptOf(later));
  return later;
}

/** Where a sheet is looked at. */
type Seen = Pick<Stage, 'host' | 'fileId'>;

const FIELDS = lookFields(`${TYPED},effectiveValue`);

/** The sheet's tabs as the owner sees them; each is read when it is asked for, because formulas are calculated for it. */
export function look({ host, fileId }: Seen): <T extends TabKey>(tab: T) => TableReader<T> {
  const plan = resolvePlan(SEEDS);
  return (tab) => {
    const sheetId = declareNew(plan).tabs.find(({ key }) => key === tab)?.sheetId;
    const sheet = host.peek().sheets[fileId]?.sheets?.find(({ properties }) => properties?.sheetId === sheetId);
    const ranges = [quoteTab(sheet?.properties?.title ?? '')];
    const snapshot = decodeSnapshot(sheet ? host.see(INSTALLER, fileId, { ranges, fields: FIELDS }) : {});
    return tableReader(placeWorkbook(declareWorkbook(plan, factsOf(plan, snapshot)), snapshot), tab);
  };
}

/** A cell of a keyed table. */
export function valueAt<T extends TabKey>(stage: Seen, tab: T, row: string, column: ColumnKey<T>): Cell {
  const reader = look(stage)(tab);
  const found = reader.rows.find(({ key }) => key === row);
  return found ? reader.value(found.index, column) : null;
}

/** Rows of a growing tab as objects of the columns asked for. */
export function rowsOf<T extends TabKey, C extends ColumnKey<T>>(
  stage: Seen,
  tab: T,
  columns: readonly C[],
): Record<C, Cell>[] {
  const reader = look(stage)(tab);
  const cells = (index: number) => Object.fromEntries(columns.map((column) => [column, reader.value(index, column)]));
  return reader.rows.map(({ index }) => cells(index) as Record<C, Cell>);
}

/** The dialogs a click showed, in words. */
export function alertsOf(outcome: ReturnType<Stage['click']>): string[] {
  return outcome.shown.flatMap((shown) => (shown.kind === 'alert' ? [`${shown.title}\n${shown.prompt}`] : []));
}

/** The last dialog a click showed, in words. */
export function lastWords(outcome: ReturnType<Stage['click']>): string {
  const shown = outcome.shown[outcome.shown.length - 1];
  return shown?.kind === 'alert' ? `${shown.title}\n${shown.prompt}` : '';
}
