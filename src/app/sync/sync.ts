// The sync: look once, compute the difference, show it; after a person's yes, take the lock, look again, show again if the
// plan grew, write content in one batch and rights in a second (rules 9.*). It never writes over the entry block; what
// people had typed into rows or columns that were deleted is offered back.
import type { Cell } from '../../core/cell.ts';
import { firstPeriod, periodLabel } from '../../core/period.ts';
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import type { Settings } from '../../core/settings.ts';
import type { Change } from '../../sheet/change.ts';
import { type ChangeLine, describeChanges } from '../../sheet/describe.ts';
import { diff } from '../../sheet/diff.ts';
import { declareNew } from '../../sheet/layout.ts';
import { rowsOfVersion } from '../../sheet/ledger/frozen.ts';
import { HEAD_COLUMNS, showsHeads } from '../../sheet/ledger/recent-rows.ts';
import { LISTINGS, PREVIEW } from '../../sheet/listing.ts';
import { carryForward } from '../../sheet/migrations.ts';
import type { Placement } from '../../sheet/reading/place.ts';
import type { Returned } from '../../sheet/reading/returned.ts';
import { decodeSnapshot, type Snapshot, SYNC_FIELDS } from '../../sheet/reading/snapshot.ts';
import type { Request } from '../../sheet/requests/request.ts';
import { requestsOf } from '../../sheet/requests.ts';
import type { RightsChange } from '../../sheet/rights.ts';
import { TAB_IDS, type TabKey } from '../../sheet/tab-ids.ts';
import { lostNames } from '../closing/freeze-rows.ts';
import { look, type Observation, observe } from '../observe.ts';
import type { Ports } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import { learnDisputes, undisputed, type Written } from './disputes.ts';
import { describeRights, planRights, type RightsPlan } from './sync-rights.ts';
import { writeRights } from './write-rights.ts';

export interface SyncPlan extends Pick<RightsPlan, 'marks' | 'warnings' | 'foreign' | 'absent' | 'sharing'> {
  readonly changes: readonly Change[];
  readonly rights: readonly RightsChange[];
  readonly rightsLines: readonly ChangeLine[];
  /** What a person reads: content by weight, then rights. Empty: the sheet agrees. */
  readonly lines: readonly ChangeLine[];
  /** As read; where nothing stands yet, as the workbook will be created with. */
  readonly settings: Settings;
  readonly observation: Observation<TabKey>;
  /** Where everything is, or will be. */
  readonly placement: Placement;
  readonly initial: InitialSettings;
  /** What goes back into cells that are being made anew. */
  readonly returned: Returned | undefined;
}

export type SyncOutcome =
  | { readonly kind: 'agrees' }
  /** `disputes`: what Google keeps otherwise than it was written, in words, told this once. */
  | { readonly kind: 'applied'; readonly plan: SyncPlan; readonly disputes: readonly string[] }
  | { readonly kind: 'grew'; readonly plan: SyncPlan };

/** Nothing to write, whatever there may be to tell. */
export function isSettled({ changes, rights }: SyncPlan): boolean {
  return changes.every(({ impact }) => impact === 'leave') && rights.length === 0;
}

/** Known when the workbook is set up, by key of «Cấu hình». */
export type InitialSettings = Record<string, Cell>;

/** What «Cấu hình» is created with: the file's own id, who installs, the first period (rule 5.1). */
export function initialSettings(ports: Ports, rules: Settings['rules']): InitialSettings {
  return {
    fileId: ports.workbook.id,
    installingAccount: ports.account,
    firstPeriod: periodLabel(firstPeriod(ports.now(), rules)),
  };
}

/** Reads once and says what a sync would do. @throws Refusal conflict */
export function planSync(
  ports: Ports,
  seeds: ResolvedPlan,
  initial: InitialSettings = {},
  returned?: Returned,
): SyncPlan {
  const { tabs } = declareNew(seeds);
  const raw = ports.workbook.read({
    // Of what grows only the ledger is read, as far as it says which names belong to frozen rows.
    tabs: tabs.map(({ sheetId, key, kind }) => ({
      sheetId,
      part: kind !== 'growing' ? 'all' : key === 'ledger' ? { columns: HEAD_COLUMNS } : 'heading',
    })),
    fields: SYNC_FIELDS,
  });
  const known = new Set<number>([...tabs.map(({ sheetId }) => sheetId), ...LISTINGS.map(({ sheetId }) => sheetId)]);
  const read = new Set((raw.sheets ?? []).map(({ properties }) => properties?.sheetId ?? 0));
  const foreign = ports.workbook.tabs().filter(({ sheetId }) => !known.has(sheetId) && !read.has(sheetId));
  return planFrom(ports, seeds, decodeSnapshot(raw, foreign), initial, returned);
}

/** The same look, planned again with what people want back. */
export function planReturning(ports: Ports, seeds: ResolvedPlan, plan: SyncPlan, returned: Returned): SyncPlan {
  return planFrom(ports, seeds, plan.observation.snapshot, plan.initial, returned);
}

function planFrom(
  ports: Ports,
  seeds: ResolvedPlan,
  snapshot: Snapshot,
  initial: InitialSettings,
  returned: Returned | undefined,
): SyncPlan {
  const observation = look(snapshot, seeds, { scriptId: ports.scriptId, ...initial }, returned);
  const { workbook, settings } = observation;
  const { changes: found, conflicts, placement } = diff(snapshot, workbook, returned, observation.placement);
  if (conflicts.length > 0) throw new Refusal('conflict', `\n${conflicts.join('\n')}`);
  const {
    rights: wanted,
    marks,
    warnings,
    foreign,
    absent,
    sharing,
  } = planRights(ports, seeds, observation, placement);
  const all = { changes: [...found, ...closingNames(ports, seeds, observation)], rights: wanted };
  const { changes, rights } = undisputed(all, ports.store.all());
  const lines = describeRights(rights);
  return {
    changes,
    rights,
    marks,
    rightsLines: lines,
    lines: [...carriedLines(observation), ...describeChanges(changes), ...lines],
    warnings: [...warnings, ...yearWarning(settings, seeds)],
    foreign,
    absent,
    sharing,
    settings,
    observation,
    placement,
    initial,
    returned,
  };
}

/** Names of closings that are gone, back over the rows they were of. One more look, only where some are, or nobody can say. */
function closingNames(ports: Ports, seeds: ResolvedPlan, observation: Observation<'ledger'>): Change[] {
  const ledger = observation.reader('ledger');
  if (ledger.tab.was && showsHeads(ledger) && lostNames(observation, true).length === 0) return [];
  if (!ledger.tab.was) return [];
  const whole = observe(ports, seeds, { history: 'all', ledger: 'all' });
  const lost = lostNames(whole);
  const history = whole.reader('history');
  const endColumn = Math.max(...history.tab.columns.map(({ index }) => index)) + 1;
  return lost.flatMap((closed): Change[] => {
    const rows = rowsOfVersion(history, closed);
    if (rows.length === 0) return [];
    const exists = observation.snapshot.names.some(
      ({ id, sheetId }) => id === closed.id && sheetId === TAB_IDS.history,
    );
    const span = { from: Math.min(...rows), to: Math.max(...rows) + 1 };
    // Where its row stands in the ledger and no name does, the program may have made it and Google not have told.
    const clash = `${closed.name} ${exists}`;
    return [{ kind: 'closing-name', impact: 'restore', ...closed, exists, rows: span, endColumn, clash }];
  });
}

function carriedLines({ facts }: Pick<Observation<TabKey>, 'facts'>): ChangeLine[] {
  return carryForward(facts.settings).lines.map((text) => ({ impact: 'fix', text }));
}

/** Next year's plan over this year's sheet: codes are the same, tasks are not. */
function yearWarning({ planYear }: Settings, { plan }: ResolvedPlan): string[] {
  if (planYear === plan.year) return [];
  return [
    `Kế hoạch của chương trình là năm ${plan.year}, bảng đang ghi năm ${planYear}. Nội dung đơn vị đã nhập được giữ ` +
      'nguyên ở dòng cùng mã. Nên tạo tệp mới cho năm mới; nếu dùng tiếp tệp này, sửa Năm kế hoạch ở Cấu hình.',
  ];
}

/** Under the lock: looks again, and writes only what was shown. @throws Refusal */
export function applySync(ports: Ports, seeds: ResolvedPlan, shown: SyncPlan): SyncOutcome {
  return ports.locked(() => {
    const plan = planSync(ports, seeds, shown.initial, shown.returned);
    const known = new Set(shown.lines.map(({ text }) => text));
    if (plan.lines.some(({ impact, text }) => impact !== 'leave' && !known.has(text))) return { kind: 'grew', plan };
    const hasContent = requestsOf(plan.changes).length > 0;
    if (!hasContent && plan.rights.length === 0) return { kind: 'agrees' };
    // The long preview has served.
    const preview = ports.workbook.tabs().filter(({ sheetId }) => sheetId === PREVIEW.sheetId);
    const cleared = preview.map(({ sheetId }) => ({ deleteSheet: { sheetId } }));
    if (hasContent || cleared.length > 0) writeContent(ports, plan.changes, cleared);
    const unseen = writeRights(ports, plan);
    return { kind: 'applied', plan, disputes: [...unseen, ...lookForDisputes(ports, seeds, plan, plan)] };
  });
}

/** Looks once more where the same was repaired twice: what stands as it stood before is Google's doing. In words. */
export function lookForDisputes(ports: Ports, seeds: ResolvedPlan, plan: SyncPlan, written: Written): string[] {
  return learnDisputes(ports, written, () => planSync(ports, seeds, plan.initial));
}

/** How a dispute is told, once. */
export const DISPUTED = 'Google ghi khác với điều đã yêu cầu, hệ thống để nguyên và không sửa lại nữa: ';

/**
 * One batch. Names whose cells were deleted, bands that lie outside what was read, and whatever else Google did not show are
 * there all the same: such a one is moved, not added. A refused batch wrote nothing, so only the last try counts.
 */
export function writeContent(ports: Ports, changes: readonly Change[], more: readonly Request[] = []): void {
  const unseen = new Set<string>();
  for (;;) {
    const list = changes.map((change) => (unseen.has(unseenKey(change)) ? asExisting(change) : change));
    // What makes way goes first: the places of tabs are told without it.
    const requests = [...more, ...requestsOf(list)];
    try {
      ports.workbook.update(requests);
      return;
    } catch (cause) {
      const key = cause instanceof Refusal ? refusedKey(requests, cause.detail) : '';
      if (key === '' || unseen.has(key)) throw cause;
      unseen.add(key);
    }
  }
}

function unseenKey(change: Change): string {
  if (change.kind === 'name') return change.name.id;
  if (change.kind === 'closing-name') return change.id;
  if (change.kind === 'chart') return String(change.chart.chartId);
  return change.kind === 'view' ? String(change.view.filterViewId) : '';
}

function asExisting(change: Change): Change {
  if (change.kind === 'view') return { ...change, action: 'update' };
  return 'exists' in change ? { ...change, exists: true } : change;
}

/** What could not be added, by its place in the batch, «requests[12]»: the words around it follow the language of whoever clicks. */
function refusedKey(requests: readonly Request[], message: string): string {
  const [, index] = /requests\[(\d+)\]/u.exec(message) ?? [];
  const { addNamedRange, addFilterView, addChart } = requests[Number(index ?? -1)] ?? {};
  const id = addNamedRange?.namedRange?.namedRangeId ?? addFilterView?.filter?.filterViewId ?? addChart?.chart?.chartId;
  return String(id ?? '');
}
